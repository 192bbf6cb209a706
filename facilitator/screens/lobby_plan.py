"""The end of the lobby: all answers beside the stages as they are fitted, and what changed and why."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from facilitator.screens.lobby_timetable import Plan

ROWS = 12
"""Answers that there can be at most, and a little more."""

USUAL = 41
"""Columns that the stages take in most formats."""

BESIDE = 27
"""Columns that the answers need beside the stages."""


class PlanView(VerticalScroll, can_focus=False):
    """Scrolls where the screen is too small for all of it. Everything in it is text, never markup."""

    def __init__(self, id: str = "plan") -> None:
        super().__init__(id=id)
        self._last: tuple[object, ...] = ()

    def compose(self) -> ComposeResult:
        """Answers, stages, sentences."""
        yield self._row()
        with Vertical(classes="both"):
            with Vertical(classes="given"):
                for _place in range(ROWS - 1):
                    yield self._row()
            yield Static("", classes="stages", markup=False)
        yield Static("", classes="said", markup=False)

    @staticmethod
    def _row() -> Horizontal:
        label = Static("", classes="label", markup=False)
        return Horizontal(label, Static("", classes="words", markup=False), classes="row")

    def show(self, given: Sequence[tuple[str, str]], plan: Plan, width: int) -> None:
        """Show these answers, the longest first, and this plan; what is the same is not painted again.

        In `width` columns answers and stages stand beside each other only where no name has to be broken.
        """
        if self._last == (tuple(given), plan, width):
            return
        self._last = (tuple(given), plan, width)
        rows = list(self.query(".row"))
        for row in rows[len(given) :]:
            row.display = False
        for row, (label, words) in zip(rows, given, strict=False):
            row.display = True
            row.query_one(".label", Static).update(label)
            row.query_one(".words", Static).update(words)
        names = [Content(one.name) for one in plan.rows]
        longest = max((name.cell_length for name in names), default=0)
        stages = [
            Content.assemble(
                (f"{one.start}  ", "dim"),
                name.pad_right(longest - name.cell_length),
                (f"  {one.length:>8}", "dim"),
            )
            for one, name in zip(plan.rows, names, strict=True)
        ]
        needed = max((stage.cell_length for stage in stages), default=0)
        self.query_one(".both").set_class(width - max(needed, USUAL) < BESIDE, "-stacked")
        shown = self.query_one(".stages", Static)
        shown.update(Content("\n").join(stages))
        shown.styles.width = max(needed, USUAL) + 1 if width - needed >= BESIDE else None
        self.query_one(".said", Static).update("\n".join(plan.sentences))

    def move(self, pages: int) -> None:
        """Scroll by so many pages, forward when positive."""
        self.scroll_relative(y=pages * max(self.size.height - 1, 1), animate=False)
