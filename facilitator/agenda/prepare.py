"""Four questions with which a case giver prepares, and what the others will ask of her in this agenda."""

from __future__ import annotations

from facilitator.agenda.model import Agenda
from facilitator.agenda.sentences import placeholders, texts_of
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible


def prepare(agenda: Agenda) -> list[str]:
    """Flat lines for the person who brings the case; of an agenda without a case, one that says so."""
    title = visible(agenda.title)
    used = {inside for stage in agenda.stages for text in texts_of(stage) for inside in placeholders(text)}
    if "giver" not in used and not any(stage.repeat for stage in agenda.stages):
        return [_("{agenda} has no case giver, so there is nothing to prepare alone.").format(agenda=title)]
    return [
        _("To prepare for {agenda}, for the person who brings a case").format(agenda=title),
        "",
        _("Take ten quiet minutes the day before. A few words for each question are enough."),
        "",
        _("1. What is the situation, in three sentences, and what is still open in it?"),
        _("2. Who has a part in it, who decides, and what is your own part?"),
        _("3. What have you tried or thought of, and what kept it from working?"),
        _("4. What would you like from the others: questions, experience, ideas, or only to be heard?"),
        "",
        _("Bring something that is not solved yet and that you can do something about."),
        _("Leave out names and places that the others do not need. You may say at any time: not this."),
    ]
