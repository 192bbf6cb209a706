"""The sentences of an agenda and the names they leave room for: {giver} {chair} {keeper} {name} {next}.

{cameras} becomes what the stage asks of cameras, in words for the place; {theme} what the meeting is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from facilitator.agenda.model import Stage

PLACEHOLDERS = ("giver", "chair", "keeper", "name", "next", "cameras", "theme")

_IN_BRACES = re.compile(r"\{([^{}]*)\}")


def placeholders(sentence: str) -> Iterator[str]:
    """What stands in braces in a sentence, in order, known or not, as it is written there."""
    for found in _IN_BRACES.finditer(sentence):
        yield found[1]


def lone_brace(sentence: str) -> bool:
    """Whether a brace is left that belongs to no pair: most likely a slip in a placeholder."""
    rest = _IN_BRACES.sub("", sentence)
    return "{" in rest or "}" in rest


def texts_of(stage: Stage) -> tuple[str, ...]:
    """All texts of a stage that may hold placeholders."""
    return (
        stage.say,
        stage.say_last,
        stage.say_stop,
        stage.speaker,
        *stage.ask,
        *stage.rules,
        *stage.records,
    )
