"""Next steps: which are done, and which are still open. Pure."""

from __future__ import annotations

from facilitator.session.state import Note, State


def is_done(state: State, number: int) -> bool:
    """Whether the line of that number is a next step that is done."""
    note = state.notes.get(number)
    return note is not None and note.kind == "step" and number in state.done


def done_at(state: State, number: int) -> str:
    """The instant (UTC stamp) at which somebody said that a step is done; empty for any other line."""
    return state.done[number] if is_done(state, number) else ""


def open_steps(state: State) -> list[Note]:
    """The next steps that are still to be done, due or not, in the order of the lines."""
    return [note for note in state.ordered_notes() if note.kind == "step" and note.number not in state.done]
