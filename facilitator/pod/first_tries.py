"""What somebody tries in a first practice: one small thing after the other, each done once. Pure.

They are the few things a chair and a record keeper cannot do without. Whatever is tried before it is asked
for counts as well, and nothing happens where something is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from facilitator.pod import practice
from facilitator.session import events as ev
from facilitator.session.called import spoken
from facilitator.session.state import State
from facilitator.words.language import gettext as _

TRIES = ("go", "note", "question", "step", "undo", "hard", "cover", "close")
"""In the order in which they are asked for."""


def is_first_practice(state: State) -> bool:
    """Whether the invented pod meets, as on the first screen: then what to try is said."""
    return (
        state.rehearsal and bool(state.mishaps) and state.names()[: len(practice.PEOPLE)] == practice.PEOPLE
    )


def tried_by(events: Iterable[ev.AnyEvent], before: State) -> set[str]:
    """What was tried with these events; `before` is the meeting as it was before them."""
    done = set()
    for event in events:
        match event:
            case ev.TurnTaken():
                done.add("go")
            case ev.StageEntered() if before.stage:
                done.add("go")
            case ev.NoteCaptured(kind="question"):
                done |= {"note", "question"}
            case ev.NoteCaptured(kind="step"):
                done |= {"note", "step"}
            case ev.NoteCaptured():
                done.add("note")
            case ev.Undone():
                done.add("undo")
            case ev.MeetingClosed():
                done.add("close")
            case _:
                pass
    return done


def tried_before(state: State) -> set[str]:
    """What was tried in a practice that is gone on with, as far as the meeting remembers it."""
    done = set()
    while state.past is not None:
        done |= tried_by((state.past.event,), state.past.before)
        state = state.past.before
    return done


def words_of(done: Iterable[str], state: State, key: Callable[[str], str]) -> str:
    """What to try now; empty when all was tried. `key` names the key of an action (`live.main`)."""
    tried = set(done)
    left = [one for one in TRIES if one not in tried]
    if not left:
        return ""
    number = len(TRIES) - len(left) + 1
    opening = _("Try") if number == 1 else _("Done. Now try")
    return _("{opening} ({number} of {count}): {what}").format(
        opening=opening, number=number, count=len(TRIES), what=_asked(left[0], state, key)
    )


def _asked(one: str, state: State, key: Callable[[str], str]) -> str:
    match one:
        case "go":
            said = _("you are {chair}, the chair. Read Say aloud, then press {key}.")
            return said.format(chair=spoken(state, state.chair), key=key("live.main"))
        case "note":
            return _("type what somebody says, and press Enter.")
        case "question":
            return _("type ? and a space, then a question; press Enter.")
        case "step":
            said = _("type > {giver}: ask for a date by Friday. Press Enter.")
            return said.format(giver=spoken(state, state.giver))
        case "undo":
            return _("{key} takes the last thing back.").format(key=key("live.undo"))
        case "hard":
            return _("{key} says what to do when it gets hard. Esc puts it away.").format(
                key=key("live.help")
            )
        case "cover":
            return _("Esc covers the notes before you share the screen. Esc again shows them.")
        case _:
            return _("type /close and press Enter. The minutes are there at once.")
