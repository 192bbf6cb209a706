"""What the lobby says: its questions, and the answers so far. Pure."""

from __future__ import annotations

from facilitator.agenda.held import has_giver
from facilitator.agenda.model import Place
from facilitator.screens.answers import Answers
from facilitator.screens.lobby_steps import Step, case_of, role_of
from facilitator.words.dates import from_stamp, zone_of
from facilitator.words.durations import in_words
from facilitator.words.language import gettext as _
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
    "cases": (
        _("How many cases?"),
        _("Each case has its own time. More of them make the meeting longer, or each of them shorter."),
    ),
    "length": (
        _("How long?"),
        _("Write minutes, such as 60, or 1h, or until 20:30. All the plan is made to fit."),
    ),
    "theme": (
        _("Which theme?"),
        _(
            "Everybody sees it, and the chair reads it aloud. Choose a topic or write one. "
            "Enter alone: no theme."
        ),
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
    "cases": _("Cases"),
    "giver": _("Case giver"),
    "length": _("Length"),
    "theme": _("Theme"),
    "title": _("Title"),
}


def question(answers: Answers) -> tuple[str, str]:
    """The open question and one sentence on what is wanted."""
    step = answers.step
    case = case_of(step)
    title, sentence = _QUESTIONS["giver" if case else step]
    if case and "giver 2" in answers.steps:
        title = _("Who gives case {number}?").format(number=case)
    if step == "cases" and not has_giver(answers.agenda):
        title = _("How many topics?")
        sentence = _("Each topic has its own time. More of them make the meeting longer, or each shorter.")
    if step == "people" and answers.last and answers.last.people:
        sentence = _("These were here last time. Change the names, or take them as they are.")
    if role_of(step) is not None:
        sentence = f"{sentence} {visible(answers.suggested(step).why)}".strip()
    return title, sentence


def label(answers: Answers, step: Step) -> str:
    """How an answer is called in the list of answers."""
    if step == "cases" and not has_giver(answers.agenda):
        return _("Topics")
    if case_of(step) and "giver 2" in answers.steps:
        return _("Case giver {number}").format(number=case_of(step))
    return _LABELS.get(step, "")


def answered(answers: Answers, *, before: Step) -> list[tuple[str, str]]:
    """Label and answer of each question before this one. Of the title only whether it is there.

    The givers of several cases share one row, and at the end stand the place, and the theme if there is one.
    """
    rows: list[tuple[str, str]] = []
    givers: list[str] = []
    for step in answers.steps:
        if step == before:
            break
        case = case_of(step)
        if not case:
            rows.append((label(answers, step), _shown(answers, step)))
            continue
        givers.append(_shown(answers, step))
        if case > 1:
            rows[-1] = (_("Case givers"), ", ".join(givers))
        else:
            rows.append((_LABELS["giver"], givers[0]))
    if before == "ready":
        if answers.theme.title and "theme" not in answers.steps:
            rows.append((_LABELS["theme"], _shown(answers, "theme")))
        rows.append((_("Place"), place_words(answers.held.place)))
    return rows


def place_words(place: Place) -> str:
    """Where the people are, in two words."""
    return {"video": _("a video call"), "phone": _("a phone call"), "room": _("one room")}[place]


def _shown(answers: Answers, step: Step) -> str:
    match step:
        case "format":
            return visible(answers.agenda.title)
        case "people":
            return ", ".join(map(visible, answers.people))
        case "cases":
            return str(answers.held.cases)
        case "length":
            return _length_words(answers)
        case "theme":
            return visible(answers.theme.title) or _("none")
        case "title":
            return _("given, for the minutes only") if answers.title else _("none")
    role, case = role_of(step), case_of(step)
    name = answers.others.get(case, "") if case > 1 else answers.roles.get(role, "") if role else ""
    return visible(name) or _("nobody yet")


def _length_words(answers: Answers) -> str:
    length = answers.length
    if length.until:
        return _("until {time}").format(
            time=answers.times.time(from_stamp(length.until).astimezone(zone_of(answers.zone)))
        )
    return in_words((length.minutes or answers.natural_minutes()) * 60)
