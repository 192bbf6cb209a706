"""The hint row: questions, what a line will become, cues and offers. Pure: time is handed in (seconds)."""

from __future__ import annotations

from msgspec import Struct
from textual.content import Content

from facilitator.screens.questions import Question
from facilitator.session import flat
from facilitator.session.describe import away_sentence
from facilitator.session.milestones import Milestone
from facilitator.session.saying import fill
from facilitator.session.state import State
from facilitator.session.together import vote_now
from facilitator.settings.model import USUAL, Settings
from facilitator.words.durations import in_words
from facilitator.words.language import gettext as _

STAYS = 20.0
"""Seconds of the session for which a cue, or what came of a line, stays in the row."""

HURRIED = 3.0
"""Where a clock is quicker than this, what is said stays for longer: it has to be read all the same."""


class Standing(Struct, frozen=True, kw_only=True):
    """How things stand while the row is worded."""

    state: State
    t: float
    text: str
    """What is in the line."""
    echo: str
    """What the line would become."""
    for_me: bool
    offer: bool
    """The stage is so far over that more, next and later are offered."""
    status: str
    """What is not as it should be, where no row of its own says so."""
    trouble: bool
    """The disk does not take what it is given."""
    settings: Settings = USUAL
    notes_asked: bool = False
    """Whether the case giver was asked already whether notes may be written."""
    happening: str = ""
    """What goes less smoothly now, in a rehearsal."""
    to_try: str = ""
    """What to try now, in a first practice."""
    notice: str = ""
    """A quiet hint for the chair alone."""
    open_before: str = ""
    """That next steps of earlier meetings are open, without a word of them."""
    voices: str = ""
    """Who speaks and the keys of the people, while voices are marked."""


class HintRow:
    """What the hint row has to say, and for how long."""

    def __init__(self, speed: float = 1.0) -> None:
        """`speed` is how many seconds of the session go by in one."""
        self._stays = STAYS * max(speed / HURRIED, 1.0)
        self.question: Question | None = None
        self._said = ("", 0.0)
        self._cue = ("", 0.0)

    def say(self, words: str, t: float) -> None:
        """Show what came of something; an empty text takes away what was said before."""
        self._said = (words, t + self._stays)

    def reached(self, state: State, milestone: Milestone) -> None:
        """A milestone was reached: cues stand in the row for a while, whatever else is there."""
        if state.find_stage(state.stage).kind != "silence" and milestone.kind != "half":
            self._cue = (flat.milestone_words(state, milestone), milestone.t + STAYS)

    def begin_stage(self) -> None:
        """A stage began: cues of the last one are past, and its questions too."""
        self._cue = ("", 0.0)
        self.question = None

    def covered_words(self, t: float) -> str:
        """The row while the screen is shared: a question, or why typing does nothing. No text of anybody."""
        if self.question is not None:
            return self.question.sentence
        return self._now(self._said, t)

    def words(self, now: Standing) -> str:
        """The row as it should read now."""
        if self.question is not None:
            return self.question.sentence
        parts = [self._now(self._cue, now.t), self._now(self._said, now.t) or now.echo]
        if any(parts):
            return "  ·  ".join(part for part in parts if part)
        return "" if now.text else self._when_idle(now)

    def _when_idle(self, now: Standing) -> str:
        if now.status:
            return now.status
        if now.trouble:
            return _("/keep-in FOLDER goes on in another folder.")
        away = away_sentence(now.state)
        if away:
            return away
        if now.happening or now.to_try:
            return "  ·  ".join(filter(None, (now.happening, now.to_try)))
        if now.offer and vote_now(now.state):
            length = in_words(vote_now(now.state))
            return _("Thumbs up: {more} gives {length} more. Down: {main} goes on.").format(
                more=now.settings.key("live.more"), length=length, main=now.settings.key("live.main")
            )
        if now.offer:
            offered = _("{more} gives 2 more minutes, {main} goes on, /later keeps a topic for later.")
            return offered.format(more=now.settings.key("live.more"), main=now.settings.key("live.main"))
        if now.for_me:
            if now.state.find_stage(now.state.stage).kind == "writing":
                return _("Nothing is recorded here: in memory only, gone at the end. Marks and / are kept.")
            return _("For you alone: in memory only. Marks and / go to us all.")
        if now.notice:
            return _("{hint} Backspace puts this away.").format(hint=now.notice)
        if now.voices:
            return now.voices
        if now.state.pens_down:
            return _("{pens} takes the pens up. / begins a command.").format(
                pens=now.settings.key("live.pens")
            )
        if now.open_before:
            return now.open_before
        if flat.consent_line(now.state) and not now.notes_asked and not _is_written_in(now.state):
            asked = _("First ask {giver}: may we write notes? {pens}: pens down.")
            return fill(now.state, asked.replace("{pens}", now.settings.key("live.pens")))
        return _("Enter keeps the line. Tab: another kind. ? shows the marks.")

    @staticmethod
    def _now(said: tuple[str, float], t: float) -> str:
        words, until = said
        return words if t <= until else ""


def _is_written_in(state: State) -> bool:
    """Whether something was already kept in the running stage."""
    return any(note.stage == state.stage for note in state.notes.values())


def with_clearing(said: str, width: int) -> str:
    """What is said of a refused line, and the key that clears it, where that fits into a row."""
    both = f"{said}  ·  " + _("Esc clears it.") if said else _("Esc clears it.")
    return both if Content(both).cell_length <= width else said
