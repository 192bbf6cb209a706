"""The lobby without a screen: one question a line, Enter alone takes what is suggested."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from facilitator.meeting.opening import Wanted
from facilitator.plain import Lines
from facilitator.pod.remembered import recall
from facilitator.screens.answers import Answers
from facilitator.screens.lobby_words import question
from facilitator.session.refused import Refused
from facilitator.store.trouble import StoreError
from facilitator.words.language import gettext as _


def ask(home: Path, wanted: Wanted, lines: Lines, say: Callable[[str], None]) -> Wanted | None:
    """Ask for what a session needs that the command line did not say; None when the input ended first."""
    last = None
    try:
        last = recall(home)
    except StoreError as trouble:
        say(trouble.sentence)
    answers = Answers(wanted, wanted.zone, last)
    answers.step = "people"
    while not answers.is_ready():
        title, sentence = question(answers)
        suggested, _own = answers.line()
        say(f"{title} {sentence}")
        if suggested:
            say(_("Enter alone takes: {suggestion}.").format(suggestion=suggested))
        line = lines.get(None)
        if line is None:
            return None
        text = str(line).strip()
        try:
            answers.accept(text or suggested, datetime.now(UTC))
        except Refused as refusal:
            say(refusal.sentence)
    return answers.wanted()
