"""What lies behind the doors of the command line: opening and resuming meetings, and what can be printed."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from facilitator.agenda.own import find
from facilitator.meeting.clock import SystemClock
from facilitator.meeting.forgetting import forget, forgettable
from facilitator.meeting.handing_in import hand_in
from facilitator.meeting.meeting import Meeting
from facilitator.meeting.opening import Wanted, look, open_new, resume
from facilitator.meeting.wanted import wanted
from facilitator.session import intents as it
from facilitator.session.state import State
from facilitator.store.places import all_sessions, find_session
from facilitator.store.places import home as home_folder
from facilitator.store.trouble import StoreError, shown
from facilitator.words.language import gettext as _
from facilitator.words.language import ngettext
from facilitator.words.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.plain import Lines
    from facilitator.pod.lists import Topic
    from facilitator.settings.model import Settings


class NoTerminal(StoreError):  # noqa: N818 - told as a sentence
    """There is no terminal to draw a screen on."""


def run_meeting(
    home: str | None,
    *,
    agenda: str | None,
    now: bool,
    plain: bool,
    theme: str = "",
    **words: Any,
) -> int:
    """Open a new session and run it, in plain lines or on the screen."""
    place = home_folder(home)
    settled = plain_settings() if plain else _settings()
    plan = find(place, agenda if agenda is not None else settled.default_agenda)
    clock = SystemClock()
    topic = _topic(place, theme)
    asked = wanted(plan, now=datetime.now(UTC), theme=topic.title, question=topic.about, **words)
    if plain:
        lines = plain_lines()
        if not asked.people and not now and lines.interactive:
            from facilitator.plain_lobby import ask

            chosen = ask(place, asked, lines, _print, settled.times)
            if chosen is None:
                return 0
            asked = chosen
        meeting = open_new(place, asked, clock)
        _remember(place, asked)
        return run_plain(place, meeting, lines, settled, begin=now)
    _need_terminal("run")
    if now:
        _remember(place, asked)
    from facilitator.app import run_app
    from facilitator.keymap import screen_settings

    settings, notice = screen_settings()
    return run_app(place, clock, wanted=asked, begin=now, settings=settings, notice=notice)


def resume_meeting(home: str | None, session: str, *, plain: bool, away: str) -> int:
    """Go on with a session that was left."""
    place = home_folder(home)
    folder = find_session(place, session)
    if not plain:
        _need_terminal("resume")
    meeting = resume(folder, SystemClock(), place)
    if away and meeting.state.away is not None:
        meeting.submit(it.CountAway() if away == "count" else it.SkipAway())
    if plain:
        return run_plain(place, meeting, plain_lines(), plain_settings(), begin=False)
    from facilitator.app import run_app
    from facilitator.keymap import screen_settings

    settings, notice = screen_settings()
    return run_app(place, meeting.clock, meeting=meeting, settings=settings, notice=notice)


def open_home(home: str | None) -> int:
    """The home screen."""
    _need_terminal("")
    from facilitator.app import run_app
    from facilitator.keymap import screen_settings

    settings, notice = screen_settings()
    return run_app(home_folder(home), SystemClock(), settings=settings, notice=notice)


def _settings() -> Settings:
    """The settings before there is a screen, which says itself what is wrong with them."""
    from facilitator.settings.file import load_settings

    return load_settings().settings


def plain_settings() -> Settings:
    """The settings for plain lines; what is wrong with them is told on stderr."""
    from facilitator.settings.file import settings_told

    return settings_told(_print_error)


def _print_error(sentence: str) -> None:
    print(sentence, file=sys.stderr)


def settings_lines(write: bool) -> tuple[list[str], str]:
    """The settings as lines, and what is wrong with the file (empty: nothing). `write` makes the file."""
    from facilitator.keymap import KNOWN
    from facilitator.settings.file import load_settings, write_settings
    from facilitator.settings.show import as_lines

    actions = KNOWN.actions().values()
    if write:
        path = write_settings(actions)
        return [_("{path} is made. It holds the defaults.").format(path=shown(path))], ""
    loaded = load_settings(KNOWN)
    place = shown(loaded.path)
    if not loaded.there:
        place = _("{path} is not there yet; facilitator settings --write makes it.").format(path=place)
    return [place, *as_lines(loaded.settings, actions)], str(loaded.error or "")


def _need_terminal(command: str) -> None:
    if sys.stdin.isatty() and sys.stdout.isatty():
        return
    if command:
        raise NoTerminal(
            _(
                "There is no terminal to draw on. Add --plain for plain lines: facilitator {command} --plain"
            ).format(command=command)
        )
    raise NoTerminal(_("There is no terminal to draw on. For plain lines, write: facilitator run --plain"))


def _remember(home: Path, wanted: Wanted) -> None:
    """The people of this meeting are suggested for the next one; a rehearsal changes nothing."""
    from facilitator.pod.remembered import remember

    if wanted.rehearsal or not wanted.people:
        return
    try:
        remember(home, wanted.people, chair=wanted.chair, keeper=wanted.keeper, giver=wanted.giver)
    except StoreError as trouble:
        print(trouble.sentence, file=sys.stderr)


def _print(line: str) -> None:
    print(line, flush=True)


def plain_lines() -> Lines:
    """Standard input, line by line."""
    from facilitator.plain import Lines

    return Lines(sys.stdin.fileno(), sys.stdin.isatty())


def _topic(place: Path, theme: str) -> Topic:
    """The topic that is meant: one of the pod's, else a new one."""
    from facilitator.pod.lists import Topic

    title = " ".join(theme.split())
    if not title:
        return Topic(title="")
    from facilitator.pod.topics import find_topic, topics_of

    return find_topic(topics_of(place), title) or Topic(title=title)


def run_plain(place: Path, meeting: Meeting, lines: Lines, settled: Settings, *, begin: bool) -> int:
    """Run a meeting in plain lines; returns the exit status."""
    from facilitator.meeting.theme import mark_when_begun
    from facilitator.plain import Plain

    meeting.ear.hints_on = settled.quiet_hints
    mark_when_begun(meeting, place, _print)
    try:
        return 0 if Plain(meeting, lines, sys.stdout, settled.times).run(begin=begin) else 1
    except KeyboardInterrupt:
        return 0 if meeting.leave() else 1
    except OSError:
        # Whoever read our lines went away, or has no room for them; what was typed is kept all the same.
        meeting.leave()
        raise


def session_lines(home: str | None) -> list[str]:
    """One line for each session: its name, how it stands, how many people."""
    lines = []
    for folder in all_sessions(home_folder(home)):
        try:
            state = look(folder).state
        except StoreError as trouble:
            lines.append(f"{visible(folder.name)}  {trouble.sentence}")
            continue
        people = ngettext("{n} person", "{n} people", len(state.people)).format(n=len(state.people))
        parts = [standing(state), people]
        if state.rehearsal:
            parts.append(_("rehearsal"))
        lines.append(f"{visible(folder.name)}  {' · '.join(parts)}")
    return lines or [_("There are no sessions yet. facilitator run starts one.")]


def standing(state: State) -> str:
    """How a session stands, in a few words."""
    if state.phase == "lobby":
        return _("not begun")
    if state.phase == "running":
        return _("open, in {stage}").format(stage=state.find_stage(state.stage).name)
    return _("closed, minutes final") if state.version else _("closed, minutes draft")


def forget_case(
    home: str | None, session: str, *, whole: bool, sure: Callable[[str], bool]
) -> tuple[str, ...]:
    """Let the notes of a session go, once `sure` says yes to the question; what is to be said of it."""
    folder = find_session(home_folder(home), session)
    count = forgettable(look(folder).state, whole=whole)
    question = ngettext(
        "{n} line of {session} would be gone for good. Forget it?",
        "{n} lines of {session} would be gone for good. Forget them?",
        count,
    ).format(n=count, session=visible(folder.name))
    if count and not sure(question):
        return (_("Nothing was forgotten."),)
    return forget(folder, SystemClock(), whole=whole)


def add_lines(home: str | None, session: str, file: str) -> int:
    """Hand in a block of lines to a session; says what became of it."""
    folder = find_session(home_folder(home), session)
    try:
        raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise StoreError(
            _("{file} could not be read: {reason}.").format(
                file=visible(file), reason=error.strerror or error
            )
        ) from None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise StoreError(
            _("{file}, line {line}, is not UTF-8 text. Save it as UTF-8 and try again.").format(
                file=visible(file), line=line
            )
        ) from None
    times = plain_settings().times
    meeting = resume(folder, SystemClock())
    try:
        said = hand_in(meeting, text, times)
    finally:
        written = meeting.leave()
    for sentence in said:
        print(sentence)
    if not written:
        raise StoreError(meeting.trouble or _("Not everything could be written."))
    return 0
