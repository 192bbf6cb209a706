"""The words of the live screen's regions. Pure; no note of the meeting and no case title is among them."""

from __future__ import annotations

from textual.content import Content

from facilitator.session.called import spoken
from facilitator.session.guide import Guide
from facilitator.session.later import topic_now
from facilitator.session.state import State
from facilitator.settings.model import USUAL, Settings
from facilitator.widgets.hold import Held
from facilitator.widgets.labelled import Labelled
from facilitator.words.language import gettext as _

BETWEEN = "  ·  "
PART = " · "


def header_words(state: State, seen: Guide) -> str:
    """The format and where we are in it."""
    place = _("{number} of {count}").format(number=seen.number, count=seen.count)
    parts = [seen.format, place]
    if state.lead:
        parts.append(_("{name} leads").format(name=spoken(state, state.lead)))
    if state.rehearsal:
        parts.append(_("rehearsal"))
    return " · ".join(parts)


def small_stage(seen: Guide, header: bool) -> tuple[str, str]:
    """Stage and clock for one row: words for its left end, and for its right."""
    name = seen.stage if header else f"{seen.number}/{seen.count} {seen.stage}"
    return name, ("+" if seen.over else "") + seen.clock


def turn_words(seen: Guide) -> str:
    """Whose turn it is, who is to come, who was heard; the last goes first where there is no room."""
    parts = []
    if seen.turn:
        parts.append(_("now {name}").format(name=seen.turn))
    if seen.coming:
        parts.append(_("to come {names}").format(names=", ".join(seen.coming)))
    if seen.listening:
        parts.append(_("{name} listens").format(name=seen.listening))
    if seen.heard:
        parts.append(_("heard {names}").format(names=", ".join(seen.heard)))
    return BETWEEN.join(parts)


def then_words(seen: Guide, width: int) -> str:
    """What comes next, in `width` cells beside the end: its cameras, then its length, are left out first."""
    then = seen.then
    room = width - Content(seen.end).cell_length - 1
    while PART in then and not Labelled.has_room(then, room, 1):
        then = then.rpartition(PART)[0]
    return then


def held(state: State, seen: Guide, mine: tuple[str, ...], groups: tuple[str, ...] = ()) -> list[Held]:
    """What to hold in mind: the card, or one's own lines of the silence, or rule and questions.

    `groups` is who is with whom, where that stands in no row of its own.
    """
    topic = topic_now(state)
    if topic is not None:
        return [Held(_("Topic"), (topic.text,), whole=True), Held(_("Ask"), seen.ask)]
    if state.card is not None:
        return [Held(_("Card"), (state.card.text,), whole=True), Held(_("Ask"), seen.ask, quiet=True)]
    rules = Held(_("Rule"), seen.rules, quiet=True)
    if mine:
        return [Held(_("Mine"), mine, more=_("with /mine")), rules]
    company = [Held(_("Groups"), groups, whole=True, more=_("with /who"))] if groups else []
    return [*company, rules, Held(_("Ask"), seen.ask)]


def status_words(state: State, trouble: str, waiting: int, settings: Settings = USUAL) -> str:
    """Plain words when something is not as it should be; empty when all is well."""
    if trouble:
        return _("NOT ON DISK: {count} held in memory. {why}").format(count=waiting, why=trouble)
    if state.pens_down:
        said = _("Pens are down: nothing is written. {pens} takes them up.")
        return said.format(pens=settings.key("live.pens"))
    if state.paused_t is not None:
        return _("The clock stands still. /resume lets it run.")
    return ""
