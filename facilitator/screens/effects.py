"""What came of a line or a key: what the screen does about it. Nothing here knows of Textual."""

from __future__ import annotations

from msgspec import Struct

from facilitator.capture.commands import Action, KeepIn, Leave, Readback, ShareOut, Wait, usage
from facilitator.capture.grammar import COMMANDS, mark_lines
from facilitator.meeting.at_hand import hard_lines, page_of, practice_lines
from facilitator.meeting.clock import RehearsalClock
from facilitator.meeting.desk import Answer, carry_out
from facilitator.meeting.meeting import Meeting
from facilitator.meeting.moving import move
from facilitator.meeting.open_steps import steps_lines
from facilitator.session import flat
from facilitator.session import intents as it
from facilitator.session.describe import happened
from facilitator.session.later import kept_for_later
from facilitator.words.dates import SAME, Times
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible


class Effect(Struct, frozen=True, kw_only=True):
    """What the screen does after a line: the new text of the line, a hint, a sheet of lines, or leaving."""

    line: str | None = None
    """None: the line stays as it is."""
    hint: str = ""
    sheet: tuple[str, ...] = ()
    leave: bool = False
    page: tuple[str, ...] = ()
    """Lines to be copied, or kept as a file."""
    copy: str = ""
    """A text for the clipboard."""
    share: str | None = None
    """How the minutes are to be taken along, in the words of `/share`; None: they are not."""


def effect_of(meeting: Meeting, answer: Answer, times: Times = SAME) -> Effect:
    """What a desk's answer means for the screen. Reopening a note is for the line itself (`Typing`)."""
    if answer.refused:
        return Effect(hint=answer.refused)
    if answer.marks:
        return Effect(line="", sheet=tuple(mark_lines()))
    if answer.ask is not None and answer.ask.what == "hard":
        lines, command = hard_lines(meeting, answer.ask.words)
        if not command and not answer.ask.words:
            return Effect(line="/hard ", hint=_("Write the number, then Enter."), sheet=tuple(lines))
        return Effect(line=command, sheet=(*lines, *_how(command)))
    if answer.ask is not None and answer.ask.what == "later" and kept_for_later(meeting.state):
        return Effect(line="/return ", sheet=tuple(flat.later_lines(meeting.state, meeting.moment(), times)))
    if answer.ask is not None and answer.ask.what == "practices":
        found = meeting.shelf.practices().things
        hint = _("Write the number, then Enter.") if found else ""
        return Effect(line="/practices " if found else "", hint=hint, sheet=tuple(practice_lines(meeting)))
    if answer.ask is not None and answer.ask.what == "hints":
        return Effect(line="", hint=meeting.ear.switch_hints())
    if answer.ask is not None and answer.ask.what == "voices":
        said = meeting.ear.switch_voices(meeting.state, meeting.moment().t)
        # The row under the line has the keys for as long as it lasts.
        return Effect(line="", hint="" if meeting.ear.voices.listening else said[0])
    if answer.ask is not None and answer.ask.what == "sheet":
        page = tuple(page_of(meeting))
        return Effect(line="", hint=_("Copying the page…"), sheet=page, page=page)
    if answer.ask is not None:
        return Effect(line="", sheet=tuple(_asked(meeting, answer.ask.what, answer.ask.words, times)))
    if answer.action is not None:
        return _acted(meeting, answer.action, times)
    if answer.outcome is None:
        return Effect(line="" if answer.said else None, hint=" ".join(answer.said))
    said = [*answer.said]
    if not said:
        sentence = happened(answer.outcome.events, answer.outcome.state, times)
        said = [visible(sentence)] if sentence else []
    if isinstance(answer.outcome.intent, it.SayReadBack):
        # Nobody has read anything yet: the key only says that it is done now.
        sheet = tuple(flat.readback_lines(meeting.state, times))
        return Effect(line="", hint=_("Read these lines aloud now. They count as read back."), sheet=sheet)
    if isinstance(answer.outcome.intent, it.Strike) and len(said) > 1:
        return Effect(line="", hint=said[0], sheet=tuple(said[1:]))
    return Effect(line="", hint=" ".join(said))


def _how(command: str) -> list[str]:
    """Which key does what a situation asks for, once its command is in the line."""
    if not command:
        return []
    if command.endswith(" "):
        return [_("Key: write the rest behind {command}, then Enter.").format(command=command.strip())]
    return [_("Key: Enter, for {command}.").format(command=command)]


def _acted(meeting: Meeting, action: Action, times: Times) -> Effect:
    match action:
        case Leave():
            return Effect(line="", leave=True)
        case Wait(seconds=seconds):
            if isinstance(meeting.clock, RehearsalClock):
                meeting.clock.advance(seconds)
            return Effect(line="")
        case Readback():
            if meeting.state.read_back:
                return Effect(line="", sheet=tuple(flat.readback_lines(meeting.state, times)))
            return effect_of(meeting, carry_out(meeting, it.SayReadBack()), times)
        case ShareOut(words=words):
            if meeting.state.phase != "closed":
                return Effect(hint=_("Minutes are shared once the meeting is closed. /close ends it."))
            return Effect(line="", share=words)
        case KeepIn(folder=folder):
            before = meeting.folder
            said = move(meeting, folder)
            return Effect(line="" if meeting.folder != before else None, hint=said)
    return Effect()


def _asked(meeting: Meeting, what: str, words: str, times: Times) -> list[str]:
    state, now = meeting.state, meeting.moment()
    match what:
        case "say":
            return [flat.say_line(state, now)]
        case "time":
            return flat.time_lines(state, now, times)
        case "who":
            return flat.who_lines(state)
        case "agenda":
            return flat.agenda_lines(state, now)
        case "notes":
            return flat.notes_lines(state, newest=len(state.notes), times=times)
        case "steps":
            return steps_lines(meeting, times)
        case "later":
            return flat.later_lines(state, now, times)
        case "late":
            return flat.offer_lines(state, now, times)
        case "peek":
            return flat.peek_lines(state)
        case "airtime":
            return meeting.ear.lines(state, now.t)
        case "quiet":
            return [_("/quiet is for plain mode; this screen makes no announcements.")]
    specs = [COMMANDS[words]] if words in COMMANDS else list(COMMANDS.values())
    own = [] if words else [_("/mine [NUMBER]: Your private lines; with a number, make one a note.")]
    return [usage(spec) for spec in specs] + own
