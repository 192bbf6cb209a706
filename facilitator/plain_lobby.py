"""The lobby without a screen: one question a line, Enter alone takes what is suggested.

What hardly ever changes has no question of its own: `/place` and `/theme` are understood at every question.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from facilitator.agenda.problem import AgendaError
from facilitator.capture.marks import narrow
from facilitator.meeting.opening import Wanted
from facilitator.plain import Lines
from facilitator.pod.lists import Topic
from facilitator.pod.remembered import recall
from facilitator.pod.topics import in_words, topics_of
from facilitator.screens.answers import Answers
from facilitator.screens.chosen import PLACES
from facilitator.screens.lobby_words import place_words, question
from facilitator.session.refused import Refused
from facilitator.store.trouble import StoreError
from facilitator.words.dates import SAME, Times
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible

Say = Callable[[str], None]


def ask(home: Path, wanted: Wanted, lines: Lines, say: Say, times: Times = SAME) -> Wanted | None:
    """Ask for what a session needs that the command line did not say; None when the input ended first.

    `times` is how the person who answers has times of day written.
    """
    last = None
    try:
        last = recall(home)
    except StoreError as trouble:
        say(trouble.sentence)
    answers = Answers(wanted, wanted.zone, last, home=home, topics=_topics(home, say), times=times)
    answers.step = "people"
    say(
        _(
            "The meeting is {place}: /place video, /place phone or /place room at any question changes that. "
            "/theme gives it a theme."
        ).format(place=place_words(answers.held.place))
    )
    while not answers.is_ready():
        title, sentence = question(answers)
        suggested, _own = answers.line()
        say(f"{title} {sentence}")
        if answers.step == "theme":
            _list(answers, say)
            say(_("Write its number, or words of your own."))
        if suggested:
            say(_("Enter alone takes: {suggestion}.").format(suggestion=suggested))
        line = lines.get(None)
        if line is None:
            return None
        text = str(line).strip()
        try:
            if narrow(text[:1]) == "/":
                _commanded(answers, text[1:], say)
            else:
                answers.accept(_numbered(answers, text) or suggested, datetime.now(UTC))
        except Refused as refusal:
            say(refusal.sentence)
    return answers.wanted()


def _commanded(answers: Answers, text: str, say: Say) -> None:
    """A command instead of an answer; the question is asked once more afterwards."""
    name, _space, rest = text.partition(" ")
    rest = rest.strip()
    match name.casefold():
        case "place":
            found = next((place for place in PLACES if place == rest.casefold()), None)
            if found is None:
                raise Refused(_("Write /place video, /place phone or /place room."))
            answers.place = found
            say(_("The meeting is {place}.").format(place=place_words(found)))
        case "theme" if rest:
            answers.take_theme(_titled(answers, rest))
            say(_("The theme is {theme}.").format(theme=visible(answers.theme.title)))
        case "theme":
            _list(answers, say)
            say(_("Write /theme and a number, or words of your own."))
        case _:
            raise Refused(_("Here only /place and /theme are commands."))


def _numbered(answers: Answers, text: str) -> str:
    return _titled(answers, text) if answers.step == "theme" else text


def _titled(answers: Answers, words: str) -> str:
    """The title behind a number of the list, else the words themselves."""
    number = int(words) if words.isdecimal() and len(words) < 4 else 0
    return answers.topics[number - 1].title if 1 <= number <= len(answers.topics) else words


def _list(answers: Answers, say: Say) -> None:
    for number, topic in enumerate(answers.topics, 1):
        about = f" {visible(topic.about)}" if topic.about else ""
        say(f"{number}. {in_words(topic)}.{about}")


def _topics(home: Path, say: Say) -> tuple[Topic, ...]:
    try:
        return topics_of(home)
    except (AgendaError, StoreError) as error:
        say(str(error).splitlines()[0])
        return ()
