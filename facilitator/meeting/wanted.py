"""The words of a command (or of the lobby) become what a new session is to be."""

from __future__ import annotations

from datetime import datetime

from facilitator.agenda.blocks import MOST_CASES
from facilitator.agenda.held import givers_of, held, repeats_cases
from facilitator.agenda.model import Agenda, Place
from facilitator.capture.durations import read_duration
from facilitator.capture.instants import next_time
from facilitator.capture.names import Roster, fold_space, person
from facilitator.capture.people import read_people, split_names
from facilitator.meeting.opening import Wanted
from facilitator.session.refused import Refused
from facilitator.words.language import gettext as _
from facilitator.words.language import ngettext


def local_zone() -> str:
    """The IANA name of this machine's zone; UTC where it has none."""
    # Imported here: only opening a session asks for it.
    from tzlocal import get_localzone_name

    try:
        name = get_localzone_name()
    except (LookupError, ValueError, OSError):
        name = ""
    return "UTC" if not name or name in ("Etc/UTC", "Etc/UCT", "UCT", "Zulu", "Etc/Zulu", "local") else name


def wanted(
    agenda: Agenda,
    *,
    people: str | None = None,
    chair: str | None = None,
    keeper: str | None = None,
    giver: str | None = None,
    title: str = "",
    minutes: str | None = None,
    until: str | None = None,
    rehearse: bool = False,
    speed: str | None = None,
    place: Place | None = None,
    cases: str | None = None,
    theme: str = "",
    question: str = "",
    now: datetime,
) -> Wanted:
    """What `facilitator run` was asked for. `minutes` as typed, `until` a local time of day, `now` UTC.

    Raises Refused: the same name twice, a role for nobody among the people (naming the nearest), a length or
    a time that is none, more case givers than cases.
    """
    zone = local_zone()
    names = read_people(_sayable(people))
    if minutes is not None and until is not None:
        raise Refused(_("Say either --minutes or --until, not both."))
    if speed is not None and not rehearse:
        raise Refused(_("--speed is for rehearsals: add --rehearse."))
    count = 0 if cases is None else read_cases(cases, agenda)
    givers = _givers(giver, names, held(agenda, cases=count))
    return Wanted(
        agenda=agenda,
        people=tuple(names),
        chair=_in_role("--chair", chair, names),
        keeper=_in_role("--keeper", keeper, names),
        giver=givers[0] if givers else "",
        givers=givers if len(givers) > 1 else (),
        title=_sayable(title).strip(),
        minutes=None if minutes is None else read_duration(minutes) / 60,
        until="" if until is None else next_time(until, zone, now),
        zone=zone,
        place=place,
        cases=count,
        theme=fold_space(_sayable(theme)),
        question=question,
        rehearsal=rehearse,
        speed=1.0 if speed is None else _read_speed(speed),
    )


def read_cases(words: str, agenda: Agenda) -> int:
    """How many cases or topics a meeting has, as typed.

    Raises Refused for what is no such number, and where the agenda runs nothing again for each case.
    """
    if not repeats_cases(agenda):
        raise Refused(_("{agenda} has no stages that are run for each case.").format(agenda=agenda.title))
    count = int(words) if words.strip().isdecimal() and len(words.strip()) < 4 else 0
    if not 1 <= count <= MOST_CASES:
        raise Refused(_("Write a number from 1 to {most}.").format(most=MOST_CASES))
    return count


def _givers(named: str | None, names: list[str], agenda: Agenda) -> tuple[str, ...]:
    """Who gives each case: one name, or several with commas between."""
    among = [_in_role("--giver", name, names) for name in split_names(_sayable(named))]
    most = max(givers_of(agenda), 1)
    if len(among) > most:
        sentence = ngettext(
            "--giver: {agenda} has one case, so name one person.",
            "--giver: {agenda} has {n} cases, so name at most {n} people.",
            most,
        )
        raise Refused(sentence.format(agenda=agenda.title, n=most))
    return tuple(among)


def invented() -> Wanted:
    """The practice meeting of the home screen: five invented people, an hour in five minutes."""
    from facilitator.agenda.library import find
    from facilitator.pod import practice

    return Wanted(
        agenda=find(practice.AGENDA),
        people=practice.PEOPLE,
        chair=practice.CHAIR,
        keeper=practice.KEEPER,
        giver=practice.GIVER,
        zone=local_zone(),
        rehearsal=True,
        speed=practice.SPEED,
        mishaps=practice.seed(),
    )


def _in_role(option: str, name: str | None, names: list[str]) -> str:
    name = _sayable(name)
    if not name.strip():
        return ""
    if not names:
        raise Refused(
            _("{option} {name}: name the people too, with --people.").format(option=option, name=name)
        )
    try:
        return person(Roster(names), name)
    except Refused as refusal:
        raise Refused(f"{option}: {refusal.sentence}") from None


def _sayable(text: str | None) -> str:
    """The text without what no UTF-8 can say: bytes of another encoding on the command line."""
    return (text or "").encode("utf-8", "replace").decode("utf-8")


def _read_speed(text: str) -> float:
    try:
        speed = float(text)
    except ValueError:
        speed = -1.0
    if not 0 <= speed <= 3600:
        raise Refused(_("--speed takes a number from 0 to 3600: how many seconds go by in one."))
    return speed
