"""The live screen: one look tells the chair what to say, how time stands, whose turn it is, what comes.

Every region keeps its rows; nothing moves because a text changes. There is no dialog, no toast and no moving
focus: questions stand in the hint row and are answered by a key again. The case title is never here.
"""

from __future__ import annotations

import time
from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.getters import query_one
from textual.screen import Screen
from textual.widgets import Digits, Static, TextArea

from facilitator.meeting.meeting import Meeting, Outcome
from facilitator.screens.live_keys import key_hints
from facilitator.screens.palette import CommandProvider
from facilitator.screens.questions import question_before
from facilitator.screens.stillness import Stillness
from facilitator.screens.typing import Effect, Typing
from facilitator.session import events as ev
from facilitator.session import flat
from facilitator.session import intents as it
from facilitator.session.describe import away_sentence
from facilitator.session.guide import Guide, MainStep, guide, main_step, stage_step
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

REGIONS = ("header", "stage", "say", "turn", "hold", "pace", "divider", "notes", "divider2", "keys")
REGIONS += ("gap", "gap2", "gap3")
"""Regions whose rows come from `plan_rows`, by their ids."""

CUE_SECONDS = 20.0
"""How long (seconds of the session) a cue stays in the hint row."""


class LiveScreen(Screen[None]):
    """The room's screen, from the first stage to the last."""

    CSS_PATH = "live.tcss"
    COMMANDS = {CommandProvider}
    AUTO_FOCUS = "#line"
    app: FacilitatorApp

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n", "main", _("Next person or stage"), id="live.main"),
        Binding("ctrl+t", "stage", _("Next stage"), id="live.stage"),
        Binding("ctrl+g", "more", _("More time"), id="live.more"),
        Binding("ctrl+o", "only", _("Pod only"), id="live.only"),
        Binding("ctrl+l", "pens", _("Pens down or up"), id="live.pens"),
        Binding("ctrl+r", "take_back", _("Undo"), id="live.undo"),
        Binding("ctrl+s", "card", _("Show a card"), id="live.card"),
    ]

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

    def on_mount(self) -> None:
        """Begin to watch the meeting; the half-typed text is in the line."""
        self._stop_views = [self.meeting.subscribe(self._happened)]
        self._put_line(self.meeting.drafted)
        self._lay_out()
        self.look()

    def on_unmount(self) -> None:
        """Stop watching the meeting."""
        for stop in self._stop_views:
            if callable(stop):
                stop()

    def on_resize(self) -> None:
        """Give every region its rows for the new size."""
        self._lay_out()
        self.look()

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
        self._show_status()
        self._show_foot(seen)

    def kept_changed(self) -> None:
        """The disk has news: a line is kept, or there is trouble."""
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
        held = [Held(_("Rule"), seen.rules, quiet=True)]
        if state.card is not None:
            held = [Held(_("Card"), (state.card.text,)), *held]
        mine = self.app.scratch.lines if is_round(state) else ()
        held.append(Held(_("Mine"), mine) if mine else Held(_("Ask"), seen.ask))
        return held

    def _show_status(self) -> None:
        """The row above the line: quiet when all is well, plain words when not."""
        meeting = self.meeting
        if meeting.trouble:
            count = meeting.waiting
            words = _(
                "NOT ON DISK ({count} held in memory, tried again): {why} /keep-in FOLDER moves it."
            ).format(count=count, why=meeting.trouble)
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
            self._cue = (flat.milestone_line(state, milestone), milestone.t + CUE_SECONDS)

    def _happened(self, outcome: Outcome) -> None:
        """Something was carried out, by whichever way."""
        self._mark = outcome.mark
        entered = any(
            isinstance(event, ev.StageEntered | ev.SilenceInserted | ev.Undone | ev.Redone)
            for event in outcome.events
        )
        if entered:
            self._cue = ("", 0.0)
            self._looked = self.meeting.moment().t
            state = outcome.state
            silent = state.phase == "running" and state.find_stage(state.stage).kind == "silence"
            # A line that was half typed when the silence began is still for the meeting.
            self.typing.for_me = silent and not self.line.text
        if outcome.state.phase != "running":
            self.app.meeting_moved_on()
            return
        self.look()
        self.app.wake_ticker()

    def _apply(self, effect: Effect) -> None:
        if effect.line is not None:
            self._put_line(effect.line)
            state = self.meeting.state
            if not effect.line and state.phase == "running":
                self.typing.for_me = state.find_stage(state.stage).kind == "silence"
        self._flash = effect.hint
        self._show_sheet(effect.sheet)
        if effect.leave:
            self.app.leave()
            return
        if self.is_attached and self.meeting.state.phase == "running":
            self.look()

    def _show_sheet(self, lines: tuple[str, ...]) -> None:
        if lines != self._sheet_lines:
            self._sheet_lines = lines
            self.sheet.show(lines)
            self._lay_out()

    @on(CaptureLine.Sent)
    def _sent(self, message: CaptureLine.Sent) -> None:
        self._asked = None
        effect = self.typing.sent(message.text)
        self._apply(effect)
        self.meeting.draft(self.typing.drafted(self.line.text))

    @on(CaptureLine.Pasted)
    def _pasted(self, message: CaptureLine.Pasted) -> None:
        self._apply(self.typing.pasted(message.text))

    @on(TextArea.Changed, "#line")
    def _changed(self) -> None:
        if self.line.text == self._text:
            # This screen put the text there itself: what it had to say about that still stands.
            return
        self._text = self.line.text
        self._asked = None
        self._flash = ""
        self.meeting.draft(self.typing.drafted(self.line.text))
        if self.meeting.state.phase == "running":
            self._show_foot()

    @on(CaptureLine.Asked)
    def _line_asked(self, message: CaptureLine.Asked) -> None:
        match message.key:
            case "escape":
                self._escape()
            case "up":
                self._apply(self.typing.reopen())
            case "pageup" | "pagedown":
                step = 1 if message.key == "pageup" else -1
                if self._sheet_lines:
                    self.sheet.scroll_lines(-step)
                else:
                    self.notes.scroll_notes(step * max(self._rows.notes - 1, 1))
            case "typed":
                self._flash = _("Covered: typing is off. Esc shows the notes again.")
                self._show_foot()
            case _:
                completed = self.typing.tab(self.line.text, backwards=message.key == "shift+tab")
                if completed is not None:
                    self._put_line(completed)
                self._show_foot()

    def _escape(self) -> None:
        self._asked = None
        self._flash = ""
        if self._sheet_lines:
            self._show_sheet(())
        elif self.typing.escape():
            self._put_line("")
        else:
            self.action_cover()
            return
        self.look()

    def _main_step(self) -> MainStep:
        return main_step(self.meeting.state)

    def _press(self, step: MainStep, key: str) -> None:
        """A key that goes on: it asks once where that may be an accident, and is answered by itself."""
        now = time.monotonic()
        since, self._last_main = now - self._last_main, now
        if self._asked is None or self._asked[0] != key:
            question = question_before(self.meeting.state, step, self.meeting.moment(), since, key)
            if question:
                self._asked = (key, question)
                self._show_foot()
                return
        self._asked = None
        self._apply(self.typing.do(step.intent))

    def action_main(self) -> None:
        """The next person in a round, else the next stage."""
        self._press(self._main_step(), "^N")

    def action_stage(self) -> None:
        """The next stage, whoever has not been heard."""
        self._press(stage_step(self.meeting.state), "^T")

    def action_more(self) -> None:
        """More time for this stage: a minute, or two when it is over its time."""
        left = remaining(self.meeting.state, self.meeting.moment().t)
        self._asked = None
        self._apply(self.typing.do(it.More(120.0 if left <= 0 else 60.0)))

    def action_only(self) -> None:
        """The line being typed stays in the pod, or not."""
        self.typing.pod_only = not self.typing.pod_only
        self._show_foot()

    def action_pens(self) -> None:
        """Pens down, or up again; as an answer to the question before the case, go on with pens down."""
        asked, self._asked = self._asked, None
        down = self.meeting.state.pens_down
        effect = self.typing.do(it.PensUp() if down else it.PensDown())
        if asked is not None and "^L" in asked[1] and not down:
            effect = self.typing.do(it.Next())
        self._apply(effect)

    def action_take_back(self) -> None:
        """Undo the last thing."""
        self._asked = None
        self._apply(self.typing.do(it.Undo()))

    def action_card(self) -> None:
        """Put the command for a card into the line, ready for a dimension."""
        self._put_line("/prompt ")

    def action_commands(self) -> None:
        """Begin a command in the line."""
        if not self.line.text:
            self._put_line("/")

    def action_cover(self) -> None:
        """Leave only stage, sentence, clock and turn, while the screen is shared; or end that."""
        self._covered = not self._covered
        self.line.locked = self._covered
        self._lay_out()
        self.look()

    def insert_command(self, text: str) -> None:
        """Put a command into the line (from the palette)."""
        self._put_line(text)
        self.line.focus()

    def run_line(self, text: str) -> None:
        """Carry out a whole command (from the palette); what is being typed stays."""
        typed = self.line.text
        effect = self.typing.sent(text)
        self._apply(effect)
        if effect.line == "" and typed:
            self._put_line(typed)

    def ask_leave(self) -> bool:
        """Whether leaving was asked once already; asks otherwise."""
        if self._asked is not None and self._asked[0] == "^Q":
            return True
        self._asked = ("^Q", _("Leave? The meeting stays open and can be resumed. ^Q again leaves."))
        self._show_foot()
        return False
