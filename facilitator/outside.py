"""What the terminal is told beside the screen: its title while a meeting runs, the bell, a message.

There is the stage and its time in it, and nothing else: never a name, a note, or the title of the case, since
a window list and a notification are seen by whoever looks at the screen that is shared.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence

from facilitator.session.milestones import Milestone
from facilitator.session.state import State
from facilitator.session.timing import remaining
from facilitator.settings.model import Settings
from facilitator.share import terminal as told
from facilitator.share.terminal import Terminal
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible

NAME = "facilitator"

_WORD = re.compile(r"\w+")

LAST_MINUTE = 60.0
"""Seconds left of a stage at which somebody who looks elsewhere is called."""


class Outside:
    """The terminal around our screen, told when something changes and not each second."""

    def __init__(
        self, terminal: Terminal, settings: Settings, write: Callable[[str], None], ring: Callable[[], None]
    ) -> None:
        """`write` sends a control sequence to the terminal; `ring` sounds the bell."""
        self.terminal = terminal
        self._settings = settings
        self._write = write
        self._ring = ring
        self._title = ""

    def show(self, state: State | None, t: float = 0.0) -> None:
        """Keep the title current: of a meeting at its time `t` (seconds), or of the program alone (None)."""
        title = title_words(state, t) if state is not None else NAME
        if self.terminal.titles and title != self._title:
            self._title = title
            self._write(told.title(title))

    def reached(self, state: State, milestones: Sequence[Milestone], *, in_front: bool) -> None:
        """Call the chair: at the end of a silence, and where the terminal is not in front as they settled it.

        Of several milestones (a laptop slept) only the last is told.
        """
        over = [one for one in milestones if one.kind == "time"]
        rings = bool(over) and _is_silent(state)
        calls = over or [one for one in milestones if one.kind == "cue" and one.left == LAST_MINUTE]
        if calls and not in_front and self._settings.notifications != "off":
            rings = self._called(state, calls[-1]) or rings
        if rings:
            self._ring()

    def _called(self, state: State, milestone: Milestone) -> bool:
        """Call the chair from another window; whether the bell is (also) needed for it."""
        if self._settings.notifications == "bell":
            return True
        message = told.message(self.terminal, NAME, message_words(state, milestone))
        if message:
            self._write(message)
        # tmux drops what it is not told to let through, and gives no answer: there the bell is surer.
        return not message or self.terminal.tmux


def title_words(state: State, t: float) -> str:
    """`Clarify · 6 min left`, `Clarify · 2 min over`; a pause and a silence are said in words.

    Before the meeting begins and after it is closed: the name of the program.
    """
    if state.phase != "running":
        return NAME
    left = remaining(state, t)
    parts = [_stage(state)]
    if _is_silent(state):
        parts.append(_("silence") if left > 0 else _("the silence is over"))
    if state.paused_t is not None:
        parts.append(_("the clock stands still"))
    parts.append(_time_words(left))
    return " · ".join(filter(None, parts))


def message_words(state: State, milestone: Milestone) -> str:
    """What a message says at a milestone."""
    if milestone.kind == "cue":
        said = _("{stage}: 1 minute left.")
    elif _is_silent(state):
        said = _("{stage}: the silence is over.")
    else:
        said = _("{stage}: the time is up.")
    return said.replace("{stage}", _stage(state))


def _time_words(left: float) -> str:
    """Whole minutes: what is begun counts when there is time left, and does not when it is over."""
    if left > 0:
        return _("{n} min left").format(n=math.ceil(left / 60 - 1e-6))
    over = int(-left // 60)
    return _("{n} min over").format(n=over) if over else _("the time is up")


def _stage(state: State) -> str:
    """The name of the running stage; its number where an own agenda has called it after somebody here."""
    name = visible(state.find_stage(state.stage).name)
    if not _names_somebody(state, name):
        return name
    ids = [item.id for item in state.plan]
    at = state.interrupted or state.stage
    return _("Stage {number}").format(number=ids.index(at) + 1 if at in ids else len(ids))


def _names_somebody(state: State, words: str) -> bool:
    """Whether a part of anybody's name is among these; where a script has no spaces, also inside a word."""
    folded = words.casefold()
    among = set(_WORD.findall(folded))
    parts = (part.casefold() for person in state.names() for part in _WORD.findall(person))
    return any(part in among or (not part.isascii() and part in folded) for part in parts)


def _is_silent(state: State) -> bool:
    return state.find_stage(state.stage).kind == "silence"
