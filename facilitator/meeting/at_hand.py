"""What a chair has at hand: cards to read aloud, leadership practices, contacts, help when it gets hard,
and the rest of the meeting on one page.

All of it is shipped, or comes from the pod's home folder; the meeting only records which card was shown.
"""

from __future__ import annotations

from facilitator.meeting.hard_now import way_now
from facilitator.meeting.meeting import Meeting
from facilitator.pod.lists import find_practice
from facilitator.prompts.choose import CLOSING, choose, in_turn
from facilitator.prompts.deck import Deck
from facilitator.prompts.hard import find as find_hard
from facilitator.prompts.hard import moments
from facilitator.session import events as ev
from facilitator.session import intents as it
from facilitator.session.page import page_lines
from facilitator.session.refused import Refused
from facilitator.session.saying import fill
from facilitator.session.state import State
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible

PRACTICE = "practice"
"""What a card looks at that is one of the leadership practices."""


def language_of(state: State) -> str:
    """The language that the meeting is held in, as its agenda says."""
    return state.agenda.language or "en"


def decks_of(meeting: Meeting) -> tuple[Deck, ...]:
    """The pod's own decks of cards and the shipped ones, in the language of the meeting's agenda."""
    return meeting.shelf.decks(language_of(meeting.state)).things


def hard_lines(meeting: Meeting, words: str) -> tuple[list[str], str]:
    """When it gets hard: the list of situations, or one of them with the command that helps."""
    state = meeting.state
    among = moments(language_of(state))
    if not words:
        return [f"{number}. {one.name}" for number, one in enumerate(among, 1)], ""
    found = find_hard(words, among)
    if found is None:
        listed = [f"{number}. {one.name}" for number, one in enumerate(among, 1)]
        return [_("Nothing is called {words}.").format(words=visible(words)), *listed], ""
    way = way_now(state, meeting.moment(), found)
    lines = [
        found.name + ".",
        _("Say: {sentence}").format(sentence=fill(state, found.say)),
        _("Do: {sentence}").format(sentence=fill(state, way.do)),
        *(contact_lines(meeting) if found.contacts else ()),
    ]
    return lines, way.command


def page_of(meeting: Meeting) -> list[str]:
    """What is still to come on one page, as lines; or the one sentence why there is none."""
    try:
        return page_lines(meeting.state, meeting.moment())
    except Refused as refusal:
        return [refusal.sentence]


def contact_lines(meeting: Meeting) -> list[str]:
    """Whom one can turn to, a line each, as the programme says."""
    contacts, troubles = meeting.shelf.contacts()
    lines = []
    for one in contacts:
        parts = [one.name, *([one.concern] if one.concern else []), one.reach]
        lines.append(_("Turn to: {contact}").format(contact=visible(", ".join(parts))))
    return [*lines, *troubles]


def practice_lines(meeting: Meeting) -> list[str]:
    """The programme's leadership practices, numbered; a sentence where there are none."""
    practices, troubles = meeting.shelf.practices()
    lines = [
        f"{number}. {visible(one.name)}" + (f": {visible(one.about)}" if one.about else "")
        for number, one in enumerate(practices, 1)
    ]
    if not lines and not troubles:
        lines.append(_("No leadership practices are kept here. A programme's pack can have some."))
    return [*lines, *troubles]


def practice_for(meeting: Meeting, words: str) -> it.ShowCard | None:
    """Show this leadership practice (its number, or words of its name) as a card; None: there is none."""
    found = find_practice(words, meeting.shelf.practices().things)
    if found is None:
        return None
    text = f"{found.name}: {found.about}" if found.about else found.name
    return it.ShowCard(PRACTICE, f"{PRACTICE}/{found.name}", text)


def card_for(meeting: Meeting, dimension: str | None) -> tuple[it.ShowCard, tuple[str, ...]]:
    """A card of a dimension (any, where None), and what is said beside it.

    None comes twice in a meeting, nor one that an earlier session had, while there are others.
    """
    state = meeting.state
    seen: set[str] = set()
    node = state.past
    while node is not None:
        if isinstance(node.event, ev.CardShown):
            seen.add(node.event.card)
        node = node.before.past
    seed = int(meeting.moment().at.timestamp() * 1000)
    decks, troubles = meeting.shelf.decks(language_of(state))
    card = choose(in_turn(decks, seen), dimension, seen, seed, meeting.earlier.cards())
    beside = meeting.shelf.untold(troubles)
    if not beside and card.dimension == CLOSING and meeting.shelf.practices().things:
        beside = (_("/practices has the leadership practices of your programme."),)
    return it.ShowCard(card.dimension, card.id, fill(state, card.text)), beside
