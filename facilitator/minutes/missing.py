"""What is missing before the minutes go: each gap with a sentence, so that it can be mended on the spot."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from facilitator.minutes.attendance import roll_called, seen
from facilitator.minutes.unnamed import Stranger, strangers, unspoken
from facilitator.session.state import Note, State
from facilitator.session.steps import open_steps
from facilitator.words.language import gettext as _
from facilitator.words.language import ngettext
from facilitator.words.visible import visible

GapKind = Literal["owner", "date", "attendance", "read_back", "takeaway", "next_meeting", "name", "speaker"]


class Gap(Struct, frozen=True):
    """One thing that is missing. `number` is the captured line it belongs to, if it belongs to one."""

    kind: GapKind
    sentence: str
    number: int | None = None


def missing(state: State) -> tuple[Gap, ...]:
    """What is missing, in the order in which to mend it. Empty: the minutes are complete."""
    steps = [note for note in state.ordered_notes() if note.kind == "step"]
    takeaways = any(note.kind == "takeaway" for note in state.notes.values())
    to_do = open_steps(state)
    gaps = [_no_owner(step) for step in to_do if not step.owners]
    gaps += [_no_date(step) for step in to_do if not step.due]
    gaps += map(_stranger, strangers(state))
    if not takeaways:
        gaps.append(Gap("takeaway", _("There is no takeaway. Ask the case giver: what do you keep?")))
    if (takeaways or steps) and not state.read_back:
        sentence = _("Takeaways and next steps have not been read back. Read them aloud to the group.")
        gaps.append(Gap("read_back", sentence))
    gaps += _attendance(state)
    if not state.next_meeting.when:
        sentence = _("No next meeting is set. Type /meet, then the date, the time and the zone.")
        gaps.append(Gap("next_meeting", sentence))
    gaps += _unspoken(state)
    return tuple(gaps)


def _no_owner(step: Note) -> Gap:
    sentence = _("Next step {number} has no owner: {text}")
    return Gap("owner", sentence.format(number=step.number, text=visible(step.text)), step.number)


def _no_date(step: Note) -> Gap:
    sentence = _("Next step {number} has no date: {text}")
    return Gap("date", sentence.format(number=step.number, text=visible(step.text)), step.number)


def _stranger(found: Stranger) -> Gap:
    sentence = _("Line {number} names {name}, who is not in this session.")
    if found.joined:
        sentence = _("Line {number} begins with {name}, and does not say yet whose words these are.")
    return Gap("name", sentence.format(number=found.number, name=visible(found.name)), found.number)


def _unspoken(state: State) -> list[Gap]:
    asked_about = {one.number for one in strangers(state)}
    numbers = [number for number in unspoken(state) if number not in asked_about]
    if not numbers:
        return []
    sentence = ngettext(
        "Line {numbers} does not say whose words it holds.",
        "Lines {numbers} do not say whose words they hold.",
        len(numbers),
    )
    return [Gap("speaker", sentence.format(numbers=", ".join(map(str, numbers))), numbers[0])]


def _attendance(state: State) -> list[Gap]:
    if not state.people:
        return [Gap("attendance", _("Nobody is named. Type /join and a name for each person who was there."))]
    if roll_called(state):
        return []
    were_here = seen(state) | {state.chair, state.keeper}
    unsure = [visible(name) for name in state.names() if name not in were_here]
    if not unsure:
        return []
    sentence = _(
        "Nobody is marked absent, and no line names {names}. "
        "For anybody who was not there, type /away and the name; if all were there, /here all."
    )
    return [Gap("attendance", sentence.format(names=", ".join(unsure)))]
