"""What lies behind `facilitator agenda …`: listing, showing, fitting, making and adding agendas."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct

from facilitator.agenda import own
from facilitator.agenda.advice import advice
from facilitator.agenda.choosing import chosen
from facilitator.agenda.library import shipped_names
from facilitator.agenda.model import Agenda
from facilitator.agenda.own import Listed
from facilitator.agenda.problem import AgendaError
from facilitator.agenda.read import read_agenda
from facilitator.capture.durations import LONGEST, read_duration
from facilitator.capture.instants import next_time, read_time
from facilitator.capture.names import fold_space
from facilitator.capture.people import read_people
from facilitator.meeting.wanted import local_zone
from facilitator.session.refused import Refused
from facilitator.store.places import home as home_folder
from facilitator.store.trouble import StoreError, shown
from facilitator.words.dates import from_stamp, zone_of
from facilitator.words.language import gettext as _
from facilitator.words.language import ngettext
from facilitator.words.visible import visible


class Frame(Struct, frozen=True):
    """For how many people, how many seconds (None: as long as it takes), and from when (None: not said)."""

    people: int = 0
    seconds: float | None = None
    start: datetime | None = None


def frame(
    *,
    people: str | None = None,
    minutes: str | None = None,
    until: str | None = None,
    start: str | None = None,
) -> Frame:
    """What the options say. `until` counts from now where there is no `start`.

    Raises Refused for words that are no number, length or time of day.
    """
    if minutes is not None and until is not None:
        raise Refused(_("Say either --minutes or --until, not both."))
    zone = local_zone()
    here = datetime.now(UTC).astimezone(zone_of(zone)).replace(second=0, microsecond=0)
    begins = None
    if start is not None:
        time = read_time(start)
        if time is None:
            raise Refused(_("{words} is not a time of day. Write it as 19:00.").format(words=start.strip()))
        begins = here.replace(hour=time.hour, minute=time.minute)
    seconds = None if minutes is None else read_duration(minutes)
    if until is not None:
        begins = begins or here
        seconds = (from_stamp(next_time(until, zone, begins)) - begins).total_seconds()
        if seconds > LONGEST:
            raise Refused(
                _("Until {time} is more than ten hours. Look at the times.").format(time=until.strip())
            )
    return Frame(_count(people), seconds, begins)


def list_lines(home: str | None, people: str | None, minutes: str | None, purpose: str | None) -> list[str]:
    """One line for each agenda that suits: what to type, what it is, and whether it is one's own."""
    wish = frame(people=people, minutes=minutes)
    rows = chosen(
        own.listed(home_folder(home)), people=wish.people, seconds=wish.seconds, purpose=purpose or ""
    )
    if not rows:
        return [_("No agenda suits all of this. facilitator agenda list shows every one.")]
    return [_row(one) for one in rows]


def show_lines(
    home: str | None, word: str, *, sheet: bool, prepare: bool, **options: str | None
) -> list[str]:
    """An agenda to read: all of it, its one page, or the questions for the case giver."""
    if sheet and prepare:
        raise Refused(_("Say either --sheet or --prepare, not both."))
    agenda = own.find(home_folder(home), word)
    wish = frame(**options)
    if prepare:
        from facilitator.agenda.prepare import prepare as questions

        return questions(agenda)
    if sheet:
        from facilitator.agenda.sheet import sheet as page

        return page(agenda, wish.people, seconds=wish.seconds, start=wish.start)
    if wish.start or wish.seconds:
        raise Refused(_("--start, --minutes and --until go with --sheet."))
    from facilitator.agenda.show import show

    return show(agenda, wish.people)


def fit_lines(home: str | None, word: str, **options: str | None) -> list[str]:
    """How an agenda is held with these people in this time; as if it began now, unless it is said when."""
    from facilitator.agenda.show_fit import show_fit
    from facilitator.settings.file import settings_told

    agenda = own.find(home_folder(home), word)
    wish = frame(**options)
    settled = settings_told(lambda wrong: print(wrong, file=sys.stderr))
    start = wish.start or datetime.now(UTC).astimezone(zone_of(local_zone())).replace(second=0, microsecond=0)
    return show_fit(agenda, wish.people, wish.seconds, start, settled.times)


def check_agendas(home: str | None, files: tuple[str, ...]) -> int:
    """Check agendas one by one, files or names; 1 when one of them is not good."""
    status = 0
    place = home_folder(home)
    for file in files:
        try:
            agenda = read_agenda(Path(file)) if Path(file).exists() else own.find(place, file)
        except AgendaError as error:
            print(error, file=sys.stderr)
            status = 1
            continue
        count = ngettext("{n} stage", "{n} stages", len(agenda.stages)).format(n=len(agenda.stages))
        print(_("{file}: good, {count}.").format(file=visible(file), count=count))
        for sentence in advice(agenda):
            print(f"  {sentence}")
    return status


def copy_agenda(home: str | None, word: str, name: str | None) -> list[str]:
    """Copy an agenda into the home folder; says where it lies and what to do next."""
    place = home_folder(home)
    source = own.source(place, word)
    path = own.copy(place, word, name or "")
    said = [_("Copied to {path}.").format(path=shown(path))]
    if path.stem in shipped_names():
        said.append(_("It stands in place of the shipped one now. Delete the file to have that back."))
    elif path.stem != source.name:
        title = own.find(place, path.stem).title
        said.append(_("It is still called “{title}” on the screen.").format(title=visible(title)))
    return [*said, _next(path.stem)]


def new_agenda(home: str | None, words: str) -> list[str]:
    """Make a new agenda in the home folder; says where it lies and what to do next."""
    from facilitator.agenda.skeleton import skeleton

    name = own.fit_name(words)
    path = own.keep(home_folder(home), name, skeleton(name).encode("utf-8"))
    said = [_("Made {path}, with four stages to begin from.").format(path=shown(path))]
    if name in shipped_names():
        said.append(_("It stands in place of the shipped one now. Delete the file to have that back."))
    return [*said, _next(name)]


def edit_agenda(home: str | None, word: str, people: str | None, start: str | None) -> int:
    """Change an agenda on the screen."""
    from facilitator.agenda.drafts import open_file

    place = home_folder(home)
    wish = frame(people=people, start=start)
    file = open_file(place, own.source(place, word))
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise StoreError(
            _("There is no terminal to draw on. Change {path} with a text editor.").format(
                path=shown(file.path)
            )
        )
    from facilitator.agenda_app import run_editor
    from facilitator.keymap import screen_settings

    settings, notice = screen_settings()
    return run_editor(place, file, people=wish.people, start=wish.start, settings=settings, notice=notice)


def add_pack(home: str | None, source: str, force: bool) -> list[str]:
    """Add a programme's pack; says what was added."""
    from facilitator.pod.pack_adding import add_pack as add

    return add(home_folder(home), Path(source).expanduser(), force=force)


def topic_lines(home: str | None, add: str | None, about: str | None) -> list[str]:
    """The topic bank, or what became of a topic that was added to it."""
    from facilitator.pod import topics

    place = home_folder(home)
    if add is None:
        if about is not None:
            raise Refused(_("--about goes with --add."))
        return topics.lines(place)
    title, question = fold_space(add), fold_space(about or "")
    if not title:
        raise Refused(_("Write the topic after --add, in a few words."))
    added = topics.add_topic(place, title, question)
    said = _("Added: {topic}.") if added else _("{topic} is in the list already. Nothing was added.")
    where = _("The list is {path}.").format(path=shown(place / topics.FILE))
    return [said.replace("{topic}", visible(title)), where]


def find(home: str | None, word: str) -> Agenda:
    """The agenda that a person means, own ones first."""
    return own.find(home_folder(home), word)


def _next(name: str) -> str:
    return _("Change it with: facilitator agenda edit {name}").format(name=visible(name))


def _row(one: Listed) -> str:
    mark = ""
    if one.own:
        mark = " " + (_("(yours, in place of the shipped one)") if one.shadows else _("(yours)"))
    if one.agenda is None:
        why = _("cannot be used: {why}").format(why=one.trouble)
        return f"{visible(one.name)}{mark}  {why}"
    agenda = one.agenda
    facts = [visible(agenda.title)]
    if agenda.minutes:
        facts.append(_("{n} min").format(n=f"{agenda.minutes:g}"))
    group = agenda.group
    if group.min and group.max:
        facts.append(_("{least} to {most} people").format(least=group.min, most=group.max))
    purpose = f". {visible(agenda.purpose)}" if agenda.purpose else "."
    return f"{visible(one.name)}{mark}  {', '.join(facts)}{purpose}"


def _count(people: str | None) -> int:
    """A number of people, or their names."""
    if people is None or not people.strip():
        return 0
    if not people.strip().isdecimal():
        return len(read_people(people))
    count = int(people)
    if not 1 <= count <= 1000:
        raise Refused(_("--people is a number from 1 to 1000, or names with commas between."))
    return count
