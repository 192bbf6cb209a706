"""A theme for a meeting: which agendas leave room for one, and an agenda with one in it. Pure.

A sentence says {theme} where the theme is to be heard. The title of a session is another thing: that is
private, and a theme is for everybody in the room.
"""

from __future__ import annotations

from msgspec.structs import replace

from facilitator.agenda.model import Agenda, Stage
from facilitator.agenda.sentences import placeholders, texts_of
from facilitator.words.language import gettext as _

PLACEHOLDER = "theme"

_WITHOUT_QUESTIONS = ("silence", "capture")


def asks_for_theme(agenda: Agenda) -> bool:
    """Whether a sentence of the agenda has a place for a theme."""
    return any(_names_theme(stage) for stage in agenda.stages)


def theme_words(agenda: Agenda) -> str:
    """What stands for {theme} in a sentence: the theme as it was written, or that there is one."""
    return _("“{theme}”").format(theme=agenda.theme) if agenda.theme else _("today's topic")


def with_theme(agenda: Agenda, theme: str, question: str = "") -> Agenda:
    """The agenda of a meeting about this theme; the same where there is none.

    The theme's question goes before the questions of each stage that names the theme. An agenda that names
    none shows theme and question in its first stage that is neither quiet nor for results.
    """
    if not theme:
        return agenda
    if asks_for_theme(agenda):
        holding = [stage.id for stage in agenda.stages if _names_theme(stage)]
        asked = _as_it_stands(question)
    else:
        holding = [stage.id for stage in agenda.stages if stage.kind not in _WITHOUT_QUESTIONS][:1]
        asked = " ".join(filter(None, (_("Today's topic: {theme}."), _as_it_stands(question))))
        asked = asked.replace("{theme}", _("“{theme}”").format(theme=_as_it_stands(theme)))
    stages = tuple(
        replace(stage, ask=(asked, *stage.ask)) if asked and stage.id in holding else stage
        for stage in agenda.stages
    )
    return replace(agenda, theme=theme, stages=stages)


def _names_theme(stage: Stage) -> bool:
    return any(PLACEHOLDER in placeholders(text) for text in texts_of(stage))


def _as_it_stands(words: str) -> str:
    """Somebody's own words in a stage: braces in them are no placeholders of ours."""
    return words.replace("{", "(").replace("}", ")")
