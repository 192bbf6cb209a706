"""What the lobby says: questions, the row under the line, the answers so far, the plan at the end. Pure."""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec import Struct

from facilitator.agenda.blocks import planned_names
from facilitator.agenda.fit import Fit, size_advice
from facilitator.agenda.model import Agenda
from facilitator.capture.people import read_people
from facilitator.meeting.opening import Wanted
from facilitator.screens.answers import Answers, Step, beginning_with
from facilitator.screens.length import read_length
from facilitator.session.decide import fitted
from facilitator.session.refused import Refused
from facilitator.session.state import Moment, Person, State
from facilitator.words.dates import clock_time, from_stamp, zone_of
from facilitator.words.durations import in_words, short_minutes
from facilitator.words.language import gettext as _
from facilitator.words.language import ngettext
from facilitator.words.visible import visible

_QUESTIONS: dict[Step, tuple[str, str]] = {
    "format": (
        _("Which format?"),
        _("The format is the plan of the meeting: its stages, their minutes, and what to say in each."),
    ),
    "people": (
        _("Who is here?"),
        _("Write the names of all who are in the meeting, you too, with commas between."),
    ),
    "chair": (_("Who chairs?"), _("The chair reads the sentences aloud and looks after the time.")),
    "keeper": (
        _("Who keeps the record?"),
        _("The record keeper types, here, what the pod wants to keep."),
    ),
    "giver": (
        _("Who gives the case?"),
        _("The case giver tells of a real situation in which help is welcome. It may be left open."),
    ),
    "length": (
        _("How long?"),
        _("Write minutes, such as 60, or 1h, or until 20:30. All the plan is made to fit."),
    ),
    "title": (
        _("A title for the minutes?"),
        _("It is only in the minutes, never on the meeting screen. Enter alone goes on without one."),
    ),
    "ready": (_("Ready."), _("Look at the plan, then begin.")),
}

_LABELS: dict[Step, str] = {
    "format": _("Format"),
    "people": _("Here"),
    "chair": _("Chair"),
    "keeper": _("Record keeper"),
    "giver": _("Case giver"),
    "length": _("Length"),
    "title": _("Title"),
}


class PlanRow(Struct, frozen=True):
    """A stage of the plan: its time of day, its name and its length, in words."""

    start: str
    name: str
    length: str


class Plan(Struct, frozen=True):
    """The meeting as it would be held if it began now."""

    span: str
    rows: tuple[PlanRow, ...]
    sentences: tuple[str, ...]
    """What changed and why, and what the size of the group means."""


def question(answers: Answers) -> tuple[str, str]:
    """The open question and one sentence on what is wanted."""
    title, sentence = _QUESTIONS[answers.step]
    step = answers.step
    if step == "people" and answers.last and answers.last.people:
        sentence = _("These were here last time. Change the names, or take them as they are.")
    if step == "chair" or step == "keeper" or step == "giver":
        sentence = f"{sentence} {visible(answers.suggested(step).why)}".strip()
    return title, sentence


def label(step: Step) -> str:
    """How an answer is called in the list of answers."""
    return _LABELS.get(step, "")


def echo(answers: Answers, text: str, suggested: bool, now: datetime) -> str:
    """The row under the line: what Enter will do with this text."""
    step, words = answers.step, " ".join(text.split())
    match step:
        case "format":
            more = _("← → shows the other formats.") if len(answers.agendas) > 1 else ""
            if words == visible(answers.agenda.title):
                return f"{_about(answers.agenda)} {_('Enter takes it.')} {more}".strip()
            return more or _("A format's name, or an agenda file.")
        case "people":
            return _people_echo(answers, words, suggested)
        case "chair" | "keeper" | "giver":
            return _role_echo(answers, words)
        case "length":
            return _length_echo(answers, words, now)
        case "title":
            return _("Enter takes this title.") if words else _("Enter goes on without a title.")
    return ""


def answered(answers: Answers, *, before: Step) -> list[tuple[str, str]]:
    """Label and answer of each question before this one. Of the title only whether it is there."""
    shown = {
        "format": visible(answers.agenda.title),
        "people": ", ".join(map(visible, answers.people)),
        "chair": visible(answers.roles.get("chair", "")),
        "keeper": visible(answers.roles.get("keeper", "")),
        "giver": visible(answers.roles.get("giver", "")),
        "length": _length_words(answers),
        "title": _("given, for the minutes only") if answers.title else _("none"),
    }
    rows = []
    for step, name in _LABELS.items():
        if step == before:
            break
        rows.append((name, shown[step] or _("nobody yet")))
    return rows


def plan(wanted: Wanted, now: datetime) -> Plan:
    """The stages with their minutes and times of day, fitted as beginning now (UTC) would fit them."""
    fit = _fit(wanted, now)
    zone = zone_of(wanted.zone)
    at, rows = now, []
    names = planned_names(wanted.agenda, [item.id for item in fit.plan])
    for item in fit.plan:
        start = clock_time(at.astimezone(zone))
        rows.append(PlanRow(start, visible(names[item.id]), short_minutes(item.seconds)))
        at += timedelta(seconds=item.seconds)
    end = from_stamp(wanted.until) if wanted.until else now + timedelta(seconds=_whole(wanted, fit))
    span = _("{start} to {end}, {length}").format(
        start=clock_time(now.astimezone(zone)),
        end=clock_time(end.astimezone(zone)),
        length=in_words(round((end - now).total_seconds() / 60) * 60),
    )
    advice = size_advice(wanted.agenda, len(wanted.people))
    said = [*fit.sentences, *([advice] if advice else [])]
    return Plan(span, tuple(rows), tuple(map(visible, said)))


def _fit(wanted: Wanted, now: datetime) -> Fit:
    state = State(
        agenda=wanted.agenda,
        people=tuple(map(Person, wanted.people)),
        giver=wanted.giver,
        minutes=wanted.minutes,
        until=wanted.until,
    )
    return fitted(state, Moment(0.0, now))


def _whole(wanted: Wanted, fit: Fit) -> float:
    return fit.total if wanted.minutes is None else wanted.minutes * 60


def _about(agenda: Agenda) -> str:
    group = agenda.group.best_range
    if agenda.minutes and group:
        return _("{n} minutes, best for {least} to {most} people.").format(
            n=f"{agenda.minutes:g}", least=group[0], most=group[1]
        )
    return _("{n} minutes.").format(n=f"{agenda.minutes:g}") if agenda.minutes else ""


def _people_echo(answers: Answers, words: str, suggested: bool) -> str:
    if not words:
        return _("For example: Amina Diallo, Bríd Ní Dhálaigh, 李娜")
    try:
        count = len(read_people(words))
    except Refused as refusal:
        return visible(refusal.sentence)
    said = ngettext("{n} person.", "{n} people.", count).format(n=count)
    if suggested:
        return f"{said} {_('Enter takes them. Typing writes new names; End, then typing, adds to these.')}"
    return f"{said} {visible(size_advice(answers.agenda, count))}".strip()


def _role_echo(answers: Answers, words: str) -> str:
    if not words:
        return _("Enter leaves it open. ← → shows the names.")
    try:
        name = answers.person(words)
    except Refused:
        begun = beginning_with(words, answers.people)
        return " · ".join(map(visible, begun))
    return _("Enter takes {name}. ← → shows the others and nobody.").format(name=visible(name))


def _length_echo(answers: Answers, words: str, now: datetime) -> str:
    suggestion = answers.suggestion("length")
    words = words or suggestion
    try:
        length = read_length(words, answers.zone, now)
    except Refused:
        return ""
    if length.until:
        seconds = round((from_stamp(length.until) - now).total_seconds() / 60) * 60.0
        return _("{length} from now.").format(length=in_words(seconds))
    seconds = (length.minutes or 0.0) * 60
    end = clock_time((now + timedelta(seconds=seconds)).astimezone(zone_of(answers.zone)))
    said = _("{length}: from now until {end}.").format(length=in_words(seconds), end=end)
    if words == suggestion:
        count = len(answers.people)
        people = ngettext("{n} person", "{n} people", count).format(n=count)
        said += " " + _("That is what the plan takes with {people}.").format(people=people)
    return said


def _length_words(answers: Answers) -> str:
    length = answers.length
    if length.until:
        return _("until {time}").format(
            time=clock_time(from_stamp(length.until).astimezone(zone_of(answers.zone)))
        )
    return in_words((length.minutes or answers.natural_minutes()) * 60)
