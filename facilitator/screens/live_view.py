"""What the live screen shows: every region keeps its rows, and nothing moves because a text changes."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.getters import query_one
from textual.screen import Screen
from textual.widgets import Digits, Static

from facilitator.meeting.meeting import Meeting
from facilitator.screens.live_keys import key_hints
from facilitator.screens.stillness import Stillness
from facilitator.screens.typing import Typing
from facilitator.session import flat
from facilitator.session.describe import away_sentence
from facilitator.session.guide import Guide, MainStep, guide, main_step
from facilitator.session.milestones import Milestone, between
from facilitator.session.rounds import is_round
from facilitator.session.timing import remaining
from facilitator.widgets.hold import Held, Hold
from facilitator.widgets.keys import KeyRow
from facilitator.widgets.labelled import Labelled
from facilitator.widgets.line import CaptureLine
from facilitator.widgets.notes import NotesView
from facilitator.widgets.rail import Rail
from facilitator.widgets.rows import RAIL_WIDTH, Rows, has_rail, plan_rows
from facilitator.widgets.sheet import Sheet
from facilitator.words.dates import clock_time, zone_of
from facilitator.words.language import gettext as _

if TYPE_CHECKING:
    from facilitator.app import FacilitatorApp

REGIONS: tuple[str, ...] = ("header", "stage", "say", "turn", "hold", "pace", "divider", "notes")
REGIONS += ("divider2", "keys", "gap", "gap2", "gap3")
"""Regions whose rows come from `plan_rows`, by their ids."""

CUE_SECONDS = 20.0
"""How long (seconds of the session) a cue stays in the hint row."""


class LiveView(Screen[None]):
    """What is seen; `LiveScreen` adds what is done."""

    CSS_PATH = "live.tcss"
    app: FacilitatorApp

    header = query_one("#header", Static)
    name_row = query_one("#name", Static)
    about_row = query_one("#about", Static)
    clock = query_one("#clock", Digits)
    clock_note = query_one("#clocknote", Static)
    say = query_one("#say", Labelled)
    turn_row = query_one("#turn", Labelled)
    hold = query_one("#hold", Hold)
    then = query_one("#then", Labelled)
    end = query_one("#end", Static)
    status = query_one("#divider2", Static)
    notes = query_one("#notes", NotesView)
    sheet = query_one("#sheet", Sheet)
    rail = query_one("#rail", Rail)
    still = query_one("#stillness", Stillness)
    line = query_one("#line", CaptureLine)
    kind = query_one("#kind", Static)
    hint = query_one("#hint", Static)
    keys = query_one("#keys", KeyRow)

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self.meeting = meeting
        self._typing: Typing | None = None
        self._covered = False
        self._asked: tuple[str, str] | None = None
        """A question that waits for a key again: which key, and the sentence."""
        self._last_main = -1000.0
        self._flash = ""
        self._offers = False
        self._aside = ""
        self._cue: tuple[str, float] = ("", 0.0)
        self._looked = meeting.moment().t
        self._rows = Rows()
        self._mark = 0
        self._shown: dict[str, str] = {}
        self._stop_views: list[object] = []
        self._sheet_lines: tuple[str, ...] = ()
        self._text = ""
        """The line's text as this screen last saw or set it."""

    @property
    def typing(self) -> Typing:
        """The state behind the line."""
        if self._typing is None:
            self._typing = Typing(self.meeting, self.app.scratch)
        return self._typing

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
                yield Labelled(_("Say"), id="say")
                yield Static("", id="gap")
                yield Labelled("", id="turn")
                yield Hold()
                with Horizontal(id="pace"):
                    yield Labelled(_("Then"), id="then")
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
        yield Static("", id="hint", markup=False)
        yield KeyRow()

    def look(self) -> None:
        """Show the present moment. Called by the app's ticker, and after everything that happens."""
        state = self.meeting.state
        if state.phase != "running":
            return
        now = self.meeting.moment()
        for milestone in between(state, self._looked, now.t):
            self._reached(milestone)
        self._looked = now.t
        seen = guide(state, now)
        self._show_silence()
        self.set_class(seen.over, "-over")
        self.set_class(seen.late, "-late")
        if seen.kind == "silence":
            end = now.at + timedelta(seconds=max(remaining(state, now.t), 0.0))
            self.still.show(state, seen, clock_time(end.astimezone(zone_of(state.zone))))
        else:
            self._show_stage(seen)
            self.notes.show(state, self.meeting.is_kept(self._mark))
            if self.rail.display:
                self.rail.show(state, now)
        self._offers = seen.offer
        self._show_status()
        self._show_foot(seen)

    def kept_changed(self) -> None:
        """The disk has news: a line is kept, or there is trouble."""
        if not self._stop_views or self.meeting.state.phase != "running":
            return
        self.notes.show(self.meeting.state, self.meeting.is_kept(self._mark))
        self._show_status()

    def _show_stage(self, seen: Guide) -> None:
        state = self.meeting.state
        time_of_day = clock_time(self.meeting.moment().at.astimezone(zone_of(state.zone)))
        place = _("{number} of {count}").format(number=seen.number, count=seen.count)
        left = f"{seen.format} · {place}"
        if state.rehearsal:
            left += " · " + _("rehearsal")
        width = self._main_width()
        self._put("header", f"{left}{time_of_day:>{max(width - len(left), 6)}}")
        if self._rows.big_clock:
            self._put("name", seen.stage)
            self._put("about", seen.about)
            if self._shown.get("clock") != seen.clock:
                self._shown["clock"] = seen.clock
                self.clock.update(seen.clock)
            self._put("clocknote", seen.clock_note)
        else:
            over = "+" if seen.over else ""
            clock = over + seen.clock
            name = seen.stage if self._rows.header else f"{seen.number}/{seen.count} {seen.stage}"
            room = max(width - len(clock) - 1, 0)
            self._put("name", f"{name[:room]:<{room}} {clock}")
        self.say.show(f"“{seen.say}”")
        self.turn_row.show(*self._turn_words(seen))
        self.hold.show(self._held(seen))
        self.then.show(seen.then)
        self._put("end", seen.end)

    def _turn_words(self, seen: Guide) -> tuple[str, str]:
        parts = []
        if seen.turn:
            parts.append(_("now {name}").format(name=seen.turn))
        if seen.heard:
            parts.append(_("heard {names}").format(names=", ".join(seen.heard)))
        if seen.coming:
            parts.append(_("to come {names}").format(names=", ".join(seen.coming)))
        if seen.listening:
            parts.append(_("{name} listens").format(name=seen.listening))
        return "  ·  ".join(parts), _("Turn") if parts else ""

    def _held(self, seen: Guide) -> list[Held]:
        state = self.meeting.state
        if state.card is not None:
            return [Held(_("Card"), (state.card.text,)), Held(_("Ask"), seen.ask, quiet=True)]
        held = [Held(_("Rule"), seen.rules, quiet=True)]
        mine = self.app.scratch.lines if is_round(state) else ()
        held.append(Held(_("Mine"), mine) if mine else Held(_("Ask"), seen.ask))
        return held

    def _show_status(self) -> None:
        """The row above the line: quiet when all is well, plain words when not."""
        meeting = self.meeting
        if meeting.trouble:
            count = meeting.waiting
            words = _("NOT ON DISK: {count} held in memory. /keep-in FOLDER goes on elsewhere. {why}").format(
                count=count, why=meeting.trouble
            )
        elif meeting.state.pens_down:
            words = _("Pens are down: nothing is written. ^L takes them up.")
        elif meeting.state.paused_t is not None:
            words = _("The clock stands still. /resume lets it run.")
        else:
            words = ""
        self.status.set_class(bool(words), "-words")
        self._put("divider2", words or "─" * self.size.width)

    def _show_foot(self, seen: Guide | None = None) -> None:
        text = self.line.text
        self._put("kind", self.typing.word(text))
        self._put("hint", self._hint(text))
        step = self._main_step()
        seen_now = seen if seen is not None else guide(self.meeting.state, self.meeting.moment())
        self.keys.show(key_hints(self.meeting.state, seen_now, step, self._covered), self.size.width - 4)

    def _hint(self, text: str) -> str:
        if self._asked is not None:
            return self._asked[1]
        if self._flash:
            return self._flash
        if self._covered:
            return ""
        echo = self.typing.echo(text)
        if echo or text:
            return echo
        away = away_sentence(self.meeting.state)
        if away:
            return away
        happening = self.app.happening()
        if happening:
            return happening
        if self._offers:
            return _("^G gives 2 more minutes, ^N goes on, /later keeps a topic for later.")
        cue, until = self._cue
        if cue and self.meeting.moment().t <= until:
            return cue
        if self.typing.for_me:
            return _("For you alone: in memory only. Marks and / go to the meeting.")
        consent = flat.consent_line(self.meeting.state)
        if consent and not self.meeting.state.notes:
            return consent
        return _("Enter keeps the line. Tab changes its kind. ? shows the marks.")

    def _put(self, id: str, words: str) -> None:
        """Update a static text only when it changed: what does not change is not painted."""
        if self._shown.get(id) != words:
            self._shown[id] = words
            self.query_one(f"#{id}", Static).update(words)

    def _put_line(self, text: str) -> None:
        self._text = text
        self.line.put(text)

    def _main_width(self) -> int:
        return max(self.size.width - 4 - (RAIL_WIDTH if self.rail.display else 0), 10)

    def _lay_out(self) -> None:
        """Give every region its rows; what is covered, or lies under a sheet, has none."""
        width, height = self.size
        self._rows = rows = plan_rows(width, height)
        self._shown.clear()
        self.rail.display = has_rail(width, height) and not self._covered
        lower = {"turn", "hold", "pace", "divider", "notes"}
        hidden: set[str] = set()
        if self._covered:
            hidden = {"hold", "pace", "divider", "notes", "divider2", "linebox"}
        elif self._sheet_lines:
            hidden = lower
        for name in REGIONS:
            region = self.query_one(f"#{name}")
            count = getattr(rows, name)
            region.display = count > 0 and name not in hidden
            region.styles.height = count
        self.query_one("#divider", Static).update("─" * self._main_width())
        self.query_one("#linebox").styles.height = rows.line
        self.query_one("#linebox").display = "linebox" not in hidden
        self.query_one("#clockbox").display = rows.big_clock
        self.about_row.display = rows.big_clock
        self.line.styles.height = rows.line
        self.kind.display = width >= 30
        self.sheet.display = bool(self._sheet_lines) and not self._covered
        self.sheet.styles.height = max(sum(getattr(rows, name) for name in lower), 1)
        self.set_class(width < 76, "-slim")
        self.set_class(width < 40, "-narrow")
        self._show_silence()

    def _show_silence(self) -> None:
        """In a silence the stillness takes the place of everything but the line, unless a sheet is read."""
        state = self.meeting.state
        silent = state.phase == "running" and state.find_stage(state.stage).kind == "silence"
        self.still.display = silent and not self._sheet_lines
        self.query_one("#body").display = not self.still.display
        self.set_class(silent, "-silent")

    def _reached(self, milestone: Milestone) -> None:
        state = self.meeting.state
        silent = state.find_stage(state.stage).kind == "silence"
        if silent and milestone.kind == "time":
            self.app.bell()
        if not silent:
            self._cue = (flat.milestone_words(state, milestone), milestone.t + CUE_SECONDS)

    def _main_step(self) -> MainStep:
        return main_step(self.meeting.state)
