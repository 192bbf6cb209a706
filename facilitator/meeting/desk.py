"""The desk: a typed line (or a pasted block) becomes what it says, the same in every room.

Views hand in text and get an `Answer`; they never read marks or commands themselves.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from facilitator.capture.block import read_paste, split_lines
from facilitator.capture.commands import Action, Ask, Prompt, ShowPractice, Voice, read_command
from facilitator.capture.edit import edit_remarks
from facilitator.capture.line import Blank, Command, Kept, Marks, read_line
from facilitator.capture.names import Roster
from facilitator.meeting.at_hand import card_for, decks_of, practice_for
from facilitator.meeting.chairs_ear import name_speaks
from facilitator.meeting.decisions import forget_decisions
from facilitator.meeting.meeting import Meeting, Outcome
from facilitator.prompts.choose import find_dimension, nearest_dimension
from facilitator.session import intents as it
from facilitator.session.describe import what_redo_did, what_undo_did
from facilitator.session.events import NoteKind
from facilitator.session.offers import offers
from facilitator.session.refused import Refused
from facilitator.session.state import State
from facilitator.store.purge import out_of_reach
from facilitator.words.dates import from_stamp, zone_of
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible


class Answer(Struct, frozen=True, kw_only=True):
    """What came of a line. At most one of `outcome`, `ask`, `action`, `marks`, `blank`, `refused` is set."""

    outcome: Outcome | None = None
    said: tuple[str, ...] = ()
    """Sentences for the person: a remark about a name, what undo did, what strike cannot reach.

    Alone, they are all that came of it: nothing was recorded."""
    refused: str = ""
    """Why nothing happened; the line stays where it is."""
    ask: Ask | None = None
    action: Action | None = None
    marks: bool = False
    blank: bool = False


def roster_of(state: State) -> Roster:
    """Everybody in the session, by name and short form."""
    return Roster(state.names())


def today_of(state: State) -> date:
    """The session's local date: the day it began (or, before that, was opened)."""
    return from_stamp(state.started_at or state.opened_at).astimezone(zone_of(state.zone)).date()


def take(meeting: Meeting, text: str, *, kind: NoteKind = "note", pod_only: bool = False) -> Answer:
    """Carry out one typed line. `kind` and `pod_only` are what a line without marks is to become."""
    state = meeting.state
    reading = read_line(text, roster_of(state), today_of(state), kind=kind, pod_only=pod_only)
    match reading:
        case Blank():
            return Answer(blank=True)
        case Marks():
            return Answer(marks=True)
        case Kept():
            return _submitted(meeting, reading.intent, reading.said(state.last_number + 1))
        case Command():
            return _commanded(meeting, reading)


def take_block(meeting: Meeting, text: str, *, pod_only: bool = False) -> Answer:
    """Keep every line of a pasted block, as one thing that can be undone. Commands in it are kept as text."""
    state = meeting.state
    roster, today = roster_of(state), today_of(state)
    block = read_paste(split_lines(text), roster, state, today, pod_only=pod_only)
    if not block.lines:
        return Answer(blank=True)
    return _submitted(meeting, block.intent, block.sentences())


def carry_out(meeting: Meeting, intent: it.Intent, remarks: tuple[str, ...] = ()) -> Answer:
    """Carry out an intent that did not come from a line (a key), answered in the same way.

    `remarks` are said with it where it is carried out.
    """
    return _submitted(meeting, intent, remarks)


def take_offer(meeting: Meeting, number: int, careful: bool) -> Answer:
    """Take one of the present offers; one that touches protected time only when `careful`."""
    found = offers(meeting.state, meeting.moment())
    if not 1 <= number <= len(found):
        return Answer(refused=_("There is no offer {number} now. /late lists them.").format(number=number))
    offer = found[number - 1]
    if offer.careful and not careful:
        return Answer(
            refused=_("This takes protected time. /take {number} again does it.").format(number=number)
        )
    return _submitted(meeting, offer.intent, ())


def show_card(meeting: Meeting, dimension: str | None) -> Answer:
    """Choose a card of a dimension (any, where None) and show it to the chair."""
    intent, beside = card_for(meeting, dimension)
    return _submitted(meeting, intent, beside)


def _commanded(meeting: Meeting, command: Command) -> Answer:
    state = meeting.state
    try:
        wish = read_command(command.name, command.rest, state, today_of(state), meeting.moment())
    except Refused as refusal:
        return Answer(refused=refusal.sentence)
    if isinstance(wish, Ask):
        return Answer(ask=wish)
    if isinstance(wish, Prompt):
        return _prompted(meeting, wish.dimension)
    if isinstance(wish, Voice):
        return _voiced(meeting, wish.name)
    if isinstance(wish, ShowPractice):
        intent = practice_for(meeting, wish.words)
        if intent is None:
            sentence = _("No practice is called {words}. /practices lists them.")
            return Answer(refused=sentence.format(words=visible(wish.words)))
        return _submitted(meeting, intent, ())
    if isinstance(wish, it.Intent):
        return _submitted(meeting, wish, _remarks_on(command, wish, state))
    return Answer(action=wish)


def _remarks_on(command: Command, wish: it.Intent, state: State) -> tuple[str, ...]:
    """What there is to say about a changed line whose names or day stay as typed."""
    if command.name != "edit" or not isinstance(wish, it.Edit):
        return ()
    words = command.rest.split(maxsplit=1)[1]
    return edit_remarks(state.notes[wish.number], words, roster_of(state), today_of(state))


def _voiced(meeting: Meeting, name: str) -> Answer:
    """Mark who speaks, in memory only: this is no event, and nothing of it can be taken back or kept."""
    state, voices = meeting.state, meeting.ear.voices
    if state.phase != "running":
        return Answer(refused=_("Who speaks is marked while the meeting runs."))
    if name and name not in state.here():
        return Answer(
            refused=_("{name} is away. /here and the name says who is back.").format(name=visible(name))
        )
    if name:
        voices.speaks(name, meeting.moment().t)
    else:
        voices.hush(meeting.moment().t)
    return Answer(said=(visible(name_speaks(state, name)),))


def _prompted(meeting: Meeting, words: str) -> Answer:
    if not words:
        return show_card(meeting, None)
    decks = decks_of(meeting)
    dimension = find_dimension(words, decks)
    if dimension is not None:
        return show_card(meeting, dimension.id)
    near = nearest_dimension(words, decks)
    hint = _(" Did you mean {nearest}?").format(nearest=near.name) if near is not None else ""
    return Answer(refused=_("No cards are about {words}.").format(words=visible(words)) + hint)


def _submitted(meeting: Meeting, intent: it.Intent, remarks: tuple[str, ...]) -> Answer:
    try:
        outcome = meeting.submit(intent)
    except Refused as refusal:
        return Answer(refused=visible(refusal.sentence))
    said = [visible(remark) for remark in remarks]
    match intent:
        case it.Undo():
            said.append(visible(what_undo_did(outcome.touched, outcome.state)))
        case it.Redo():
            said.append(visible(what_redo_did(outcome.touched, outcome.state)))
        case it.Strike():
            said += _struck(meeting, outcome)
    return Answer(outcome=outcome, said=tuple(said))


def _struck(meeting: Meeting, outcome: Outcome) -> list[str]:
    """Say "struck" only once the words are gone from the disk."""
    number = next(event.number for event in outcome.events if hasattr(event, "number"))
    if not meeting.settle():
        return [
            _("Line {number} is gone here, but its words are still on the disk: {why}").format(
                number=number, why=meeting.trouble or _("the disk has not answered yet.")
            )
        ]
    struck = _("Line {number} is struck: its words are gone from this computer's files.")
    if number in outcome.before.taken_back:
        struck = _("Line {number}, which was taken back, is struck: its words are gone from the files too.")
    said = [struck.format(number=number)]
    said += forget_decisions(meeting.folder, outcome.before, (number,))
    said += out_of_reach(meeting.folder)
    said += [
        _(
            "What the session was before it moved may still lie in {folder}. Remove that folder by hand."
        ).format(folder=visible(str(folder)))
        for folder in meeting.left_behind
    ]
    return said
