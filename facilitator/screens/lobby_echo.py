"""The row under the line of the lobby: what Enter will do with the text in it. Pure."""

from __future__ import annotations

from datetime import datetime, timedelta

from facilitator.agenda.fit import size_advice
from facilitator.agenda.held import has_giver
from facilitator.agenda.model import Agenda
from facilitator.capture.people import read_people
from facilitator.meeting.wanted import read_cases
from facilitator.pod.topics import last_used
from facilitator.screens.answers import Answers
from facilitator.screens.chosen import beginning_with
from facilitator.screens.length import read_length
from facilitator.screens.lobby_steps import role_of
from facilitator.session.refused import Refused
from facilitator.words.dates import from_stamp, zone_of
from facilitator.words.durations import in_words
from facilitator.words.language import gettext as _
from facilitator.words.language import ngettext
from facilitator.words.visible import visible

NAMED = 3
"""How many topics are named in the row while none is chosen."""


def echo(answers: Answers, text: str, suggested: bool, now: datetime) -> str:
    """The row under the line: what Enter will do with this text."""
    step, words = answers.step, " ".join(text.split())
    match step:
        case "format":
            more = _("← → shows the other formats.") if len(answers.agendas) > 1 else ""
            meant = next((one for one in answers.agendas if words == visible(one.title)), None)
            if meant is not None:
                return f"{_about(meant)} {_('Enter takes it.')} {more}".strip()
            return more or _("A format's name, or an agenda file.")
        case "people":
            return _people_echo(answers, words, suggested)
        case "cases":
            return _cases_echo(answers, words)
        case "length":
            return _length_echo(answers, words, now)
        case "theme":
            return _theme_echo(answers, words)
        case "title":
            return _("Enter takes this title.") if words else _("Enter goes on without a title.")
    return _role_echo(answers, words) if role_of(step) is not None else ""


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
    end = answers.times.time((now + timedelta(seconds=seconds)).astimezone(zone_of(answers.zone)))
    said = _("{length}: from now until {end}.").format(length=in_words(seconds), end=end)
    if words == suggestion:
        count = len(answers.people)
        people = ngettext("{n} person", "{n} people", count).format(n=count)
        said += " " + _("That is what the plan takes with {people}.").format(people=people)
    return said


def _cases_echo(answers: Answers, words: str) -> str:
    try:
        count = read_cases(words or answers.suggestion("cases"), answers.agenda)
    except Refused as refusal:
        return visible(refusal.sentence)
    length = in_words(answers.natural_minutes(cases=count) * 60)
    if has_giver(answers.agenda):
        said = ngettext("{n} case: {length} in all.", "{n} cases: {length} in all.", count)
    else:
        said = ngettext("{n} topic: {length} in all.", "{n} topics: {length} in all.", count)
    return said.format(n=count, length=length) + " " + _("Enter takes it.")


def _theme_echo(answers: Answers, words: str) -> str:
    if not words:
        coming = " · ".join(visible(topic.title) for topic in answers.topics[:NAMED])
        if not coming:
            return _("Enter goes on without a theme.")
        return _("Enter: no theme. ← → shows your topics, the longest unused first: {topics} …").format(
            topics=coming
        )
    topic = answers.topic(words)
    if topic not in answers.topics:
        return _("Enter takes it. A new topic: it joins your list when the meeting begins.")
    return " ".join(filter(None, (last_used(topic), visible(topic.about))))
