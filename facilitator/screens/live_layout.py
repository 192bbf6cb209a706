"""The regions of the live screen and their rows: nothing moves because a text changes."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.getters import query_one
from textual.screen import Screen
from textual.widgets import Digits, Static

from facilitator.screens.stillness import Stillness
from facilitator.widgets.hint import Hint
from facilitator.widgets.hold import Hold
from facilitator.widgets.keys import KeyRow
from facilitator.widgets.labelled import Labelled
from facilitator.widgets.line import CaptureLine
from facilitator.widgets.notes import NotesView
from facilitator.widgets.rail import Rail
from facilitator.widgets.rows import RAIL_WIDTH, Rows, has_rail, plan_rows
from facilitator.widgets.sheet import Sheet
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible

UPPER = ("header", "stage", "say", "gap", "turn")
LOWER = ("hold", "pace", "gap2", "divider", "notes")
FOOT = ("gap3", "divider2", "line", "hint", "keys")
"""The regions from top to bottom, by their ids and as `Rows` names them."""

SHEET_AT_LEAST = 4
"""Rows that a sheet needs to be read; where the lower regions have fewer, it takes those above as well."""

SIDES = 2
"""Empty columns on the left and on the right."""


class LiveLayout(Screen[None]):
    """Regions and where they stand; `LiveView` says what is in them."""

    CSS_PATH = "live.tcss"

    name_row = query_one("#name", Static)
    about_row = query_one("#about", Static)
    clock = query_one("#clock", Digits)
    say = query_one("#say", Labelled)
    turn_row = query_one("#turn", Labelled)
    hold = query_one("#hold", Hold)
    then = query_one("#then", Labelled)
    status = query_one("#divider2", Static)
    notes = query_one("#notes", NotesView)
    sheet = query_one("#sheet", Sheet)
    rail = query_one("#rail", Rail)
    still = query_one("#stillness", Stillness)
    line = query_one("#line", CaptureLine)
    kind = query_one("#kind", Static)
    hint = query_one("#hint", Hint)
    keys = query_one("#keys", KeyRow)

    def __init__(self) -> None:
        super().__init__()
        self._rows = Rows()
        self._shown: dict[str, str] = {}
        self._sheet_lines: tuple[str, ...] = ()
        self._covered = False
        self._silent = False

    def compose(self) -> ComposeResult:
        """All regions, in the order in which they are read."""
        with Horizontal(id="body"):
            yield Rail(id="rail")
            with Vertical(id="main"):
                yield Static("", id="header", markup=False)
                with Horizontal(id="stage"):
                    with Vertical(id="stagewords"):
                        yield Static("", id="name", markup=False)
                        yield Static("", id="about", markup=False)
                    with Vertical(id="clockbox"):
                        yield Digits("", id="clock")
                        yield Static("", id="clocknote", markup=False)
                yield Labelled(_("Say"), id="say", label_style="bold $text-accent", words_style="bold")
                yield Static("", id="gap")
                yield Labelled("", id="turn")
                yield Hold()
                with Horizontal(id="pace"):
                    yield Labelled(_("Then"), id="then", words_style="dim", beside=True)
                    yield Static("", id="end", markup=False)
                yield Static("", id="gap2")
                yield Static("", id="divider", markup=False)
                yield NotesView()
                yield Sheet()
        yield Stillness()
        yield Static("", id="gap3")
        yield Static("", id="divider2", markup=False)
        with Horizontal(id="linebox"):
            yield Static("", id="kind", markup=False)
            yield CaptureLine()
            yield Static("", id="hintabove", markup=False)
        yield Hint()
        yield KeyRow()

    def lay_out(self) -> None:
        """Give every region its rows; what is covered, or lies under a sheet, is not to be seen."""
        width, height = self.size
        self._rows = rows = plan_rows(width, height)
        self._shown.clear()
        self.set_class(width < 76, "-slim")
        self.set_class(width < 60, "-small")
        self.set_class(width < 40, "-narrow")
        reading = bool(self._sheet_lines) and not self._covered
        self._lay_silence(reading)
        hidden = self._under_the_sheet(rows) if reading else set()
        if self._covered:
            hidden = {*LOWER, "divider2"}
        for name in (*UPPER, *LOWER, *FOOT):
            region = self.query_one("#linebox" if name == "line" else f"#{name}")
            count = getattr(rows, name)
            region.styles.height = count
            region.display = count > 0
            # What is hidden keeps its rows all the same, so that nothing below it moves.
            region.visible = name not in hidden
            if reading and name in hidden:
                region.display = False
        if reading and self._silent:
            self.query_one("#header").styles.height = 1
            self.query_one("#header").display = True
        self.sheet.display = reading
        room = max(sum(getattr(rows, name) for name in hidden), 1)
        self.sheet.styles.height = "1fr" if self._silent else room
        self.rail.display = has_rail(width, height) and not self._covered
        self.query_one("#clockbox").display = self.about_row.display = rows.big_clock
        self.line.styles.height = rows.line
        self.kind.display = width >= 30
        self._put("divider", "─" * self.main_width())

    def _under_the_sheet(self, rows: Rows) -> set[str]:
        if self._silent:
            return {*UPPER, *LOWER} - {"header"}
        under = set(LOWER)
        for name in ("turn", "gap", "say"):
            if sum(getattr(rows, one) for one in under) < SHEET_AT_LEAST:
                under.add(name)
        return under

    def _lay_silence(self, reading: bool) -> None:
        """In a silence the stillness takes the place of everything but the foot, unless a sheet is read."""
        self.still.display = self._silent and not reading
        self.query_one("#body").display = not self.still.display
        self.set_class(self._silent, "-silent")

    def show_sheet(self, lines: tuple[str, ...]) -> None:
        """Show these lines over the lower regions; none puts the sheet away."""
        if lines or self._sheet_lines:
            self._sheet_lines = lines
            self.sheet.show(lines)
            self.lay_out()

    def too_long(self, hint: str) -> tuple[str, ...]:
        """The sentence, if it is too long for the hint row and there are rows for a sheet."""
        room = self.size.width - 2 * self.sides()
        lower = sum(getattr(self._rows, name) for name in LOWER)
        if self._silent or lower < SHEET_AT_LEAST or Content(visible(hint)).cell_length <= room:
            return ()
        return (hint,)

    def fit_hint(self, hint: str) -> None:
        """A sentence too long for its row begins in those that the line leaves empty; nothing moves."""
        empty = self._rows.line - max(self.line.wrapped_document.height, 1)
        width = max(self.size.width - 2 * self.sides(), 1)
        self.hint.begin_in(self.query_one("#hintabove", Static), hint, width, empty)

    def sides(self) -> int:
        """Empty columns on each side."""
        return 0 if self.size.width < 40 else SIDES

    def main_width(self) -> int:
        """Columns of the regions beside the rail."""
        rail = RAIL_WIDTH if self.rail.display else 0
        return max(self.size.width - 2 * self.sides() - rail, 1)

    def _put(self, id: str, words: str) -> None:
        """Update a text only when it changed: what does not change is not painted."""
        if self._shown.get(id) != words:
            self._shown[id] = words
            self.query_one(f"#{id}", Static).update(visible(words))
