"""Finding what was said: type, and the lines of all meetings come; Enter opens the minutes at the line.

The looking is done behind the screen, one search at a time: whatever was typed meanwhile is looked for next.
"""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static
from textual.worker import Worker, WorkerState

from facilitator.meeting.recording import record
from facilitator.screens import search_rows as words
from facilitator.search.finder import Answer, Finder
from facilitator.search.record import Hit
from facilitator.search.wish import Wish, is_begun, phrases_of
from facilitator.session.describe import done_sentence
from facilitator.session.intents import MarkDone
from facilitator.session.refused import Refused
from facilitator.store.trouble import StoreError
from facilitator.widgets.bound import bound
from facilitator.widgets.choose_row import ChooseRow
from facilitator.widgets.keys import KeyHint, KeyRow
from facilitator.words.language import gettext as _

if TYPE_CHECKING:
    from facilitator.app import FacilitatorApp

NARROW = 76
"""Columns below which a row has no room for whole names."""

NOTHING = Answer(hits=[], troubles=[])

LOOKING = "looking"
"""The workers that look for lines; others only carry something out."""


class SearchLine(Input):
    """The line in which the words stand; it has every key but those that move among the lines found."""

    DEFAULT_CSS = "SearchLine { &:focus { background-tint: $foreground 0%; } }"

    def __init__(self) -> None:
        super().__init__(id="line", compact=True, select_on_focus=False)
        self.cursor_blink = False


class SearchScreen(Screen[None]):
    """Search in all meetings, rehearsals left out."""

    CSS_PATH = "search.tcss"
    AUTO_FOCUS = "#line"
    app: FacilitatorApp

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("search.done", "mark"),
        bound("search.back", "back"),
        Binding("tab", "kind(1)", _("Another kind of line"), show=False, priority=True),
        Binding("shift+tab", "kind(-1)", _("The kind of line before"), show=False, priority=True),
        Binding("up", "move(-1)", _("Up"), show=False),
        Binding("down", "move(1)", _("Down"), show=False),
        Binding("pageup", "page(-1)", _("Page up"), show=False),
        Binding("pagedown", "page(1)", _("Page down"), show=False),
    ]

    def __init__(self, home: Path) -> None:
        super().__init__()
        self._home = home
        self._finder = Finder(home)
        self._answer = NOTHING
        self._shown = Wish()
        """What the lines on the screen are the answer to."""
        self._kind = words.KINDS[0]
        self._looking: Wish | None = None
        """What is looked for right now."""
        self._asked: Wish | None = None
        """What is wanted to be on the screen."""
        self._open_wanted = False
        """Whether Enter was pressed before the lines had come."""
        self._marked: Hit | None = None
        """The step that was marked just now, until its lines have come anew."""
        self._came_of = ""
        """What came of that, in a sentence."""
        self._stale = False
        """Whether the lines may be others than those that are being looked for."""
        self._stay: Hit | None = None
        """The line to stay at when the same words are looked for again."""

    def compose(self) -> ComposeResult:
        """Where one is, the line, what was found, the chosen line in full, trouble, the keys."""
        yield Static("", id="header", markup=False)
        yield SearchLine()
        yield Static("", id="hint", markup=False)
        yield ChooseRow()
        with VerticalScroll(id="seen", can_focus=False):
            yield Static("", id="whole", markup=False)
        yield Static("", id="trouble", markup=False)
        yield KeyRow()

    def on_mount(self) -> None:
        """Say what to do; what is new since the last search is read meanwhile."""
        self.query_one(ChooseRow).can_focus = False
        self._lay_out()
        self._look()
        self.watch(self.app, "app_focus", self._back_in_front, init=False)

    def on_screen_resume(self) -> None:
        """Back from the minutes: what was struck meanwhile is not shown again."""
        self._look_again()

    def _back_in_front(self, in_front: bool) -> None:
        """Back from another window, in which something may have been struck."""
        if in_front and self.is_current:
            self._look_again()

    def _look_again(self) -> None:
        """Look for the same words; the chosen line stays where it is found again."""
        if self._answer is not NOTHING and self._marked is None:
            self._stay = self._chosen()
            self._stale = self._looking is not None
            self._look()

    def on_unmount(self) -> None:
        """Words that were read into memory are let go of."""
        if self._looking is None:
            self._finder.close()

    def on_resize(self) -> None:
        """Leave out what a small screen has no room for."""
        self._lay_out()
        self._show_list(self.query_one(ChooseRow).at)

    @on(Input.Changed)
    def _typed(self) -> None:
        self._marked, self._came_of, self._stay = None, "", None
        self._look()

    @on(Input.Submitted)
    @on(ChooseRow.Chosen)
    def action_open(self) -> None:
        """Enter: the minutes, at the chosen line."""
        self._open_wanted = self._looking is not None
        hit = self._chosen()
        if hit is not None and not self._open_wanted:
            trouble = self.app.read_minutes(self._home / hit.place, hit.note.number)
            self.query_one("#trouble", Static).update(trouble)

    @on(ChooseRow.Moved)
    def _moved(self) -> None:
        self._show_whole()

    def action_back(self) -> None:
        """Esc: back to the screen before."""
        self.dismiss()

    def action_move(self, by: int) -> None:
        """Choose another line."""
        self.query_one(ChooseRow).action_move(by)

    def action_page(self, pages: int) -> None:
        """Choose a line a page away."""
        self.query_one(ChooseRow).action_page(pages)

    def action_kind(self, by: int) -> None:
        """Tab: look only at another kind of line, or at open steps."""
        self._marked, self._came_of = None, ""
        place = words.KINDS.index(self._kind)
        self._kind = words.KINDS[(place + by) % len(words.KINDS)]
        self._look()

    def action_mark(self) -> None:
        """The chosen step is done, or not done after all."""
        hit = self._chosen()
        if hit is not None and words.mark_label(hit) and self._marked is None:
            self._marked = hit
            self.run_worker(self._mark(hit), group="mark", exit_on_error=False)

    async def _mark(self, hit: Hit) -> None:
        wish = MarkDone((hit.note.number,), not hit.note.done)
        try:
            # A disk may be slow, and another window may have the session.
            await asyncio.to_thread(record, self._home / hit.place, self.app.real_clock, wish)
        except StoreError as trouble:
            self._marked, self._came_of = None, ""
            self.query_one("#trouble", Static).update(trouble.sentence)
            return
        self._came_of = done_sentence(wish.numbers, wish.done)
        self._stale = self._looking is not None
        self._look()

    @on(Worker.StateChanged)
    def _looked(self, event: Worker.StateChanged) -> None:
        if event.worker.group != LOOKING or event.state not in (WorkerState.SUCCESS, WorkerState.ERROR):
            return
        done, self._looking = self._looking, None
        if event.state == WorkerState.ERROR:
            error = event.worker.error
            self._answer = NOTHING
            self._say(
                error.sentence
                if isinstance(error, StoreError)
                else _("The meetings could not be looked through ({kind}).").format(kind=type(error).__name__)
            )
            self._show_rows()
        elif done == self._asked and not self._stale and isinstance(event.worker.result, Answer):
            self._answer, self._shown = event.worker.result, done or Wish()
            counted = words.count_sentence(self._answer, asked=not self._shown.is_empty)
            self._say(f"{self._came_of} {counted}".lstrip())
            self._show_rows()
        if done != self._asked or self._stale:
            self._stale = False
            self._start()
        elif self._open_wanted:
            self.action_open()

    def _look(self) -> None:
        """Look for what stands in the line now."""
        self._open_wanted = False
        text = self.query_one(SearchLine).value
        self._show_header()
        try:
            phrases = phrases_of(text)
        except Refused as refusal:
            self._say(refusal.sentence)
            return
        kinds = () if self._kind is None or self._kind == "open" else (self._kind,)
        self._asked = Wish(phrases=phrases, begun=is_begun(text), kinds=kinds, open_only=self._kind == "open")
        if self._looking is None:
            self._start()

    def _start(self) -> None:
        asked = self._looking = self._asked
        if asked is None:
            return
        if not self._answer.sessions:
            self._say(_("Reading the meetings…"))
        finder = self._finder
        self.run_worker(
            lambda: finder.find(asked, words.MOST), group=LOOKING, thread=True, exit_on_error=False
        )

    def _chosen(self) -> Hit | None:
        at = self.query_one(ChooseRow).at
        return self._answer.hits[at] if at < len(self._answer.hits) else None

    def _show_rows(self) -> None:
        rows, hits = self.query_one(ChooseRow), self._answer.hits
        stay = self._marked or self._stay
        at = words.place_again(hits, stay, rows.at) if stay is not None else 0
        self._marked = self._stay = None
        self._show_list(at)
        self.query_one("#trouble", Static).update(words.trouble_sentence(self._answer))
        self._show_whole()

    def _show_list(self, at: int) -> None:
        hits, narrow = self._answer.hits, self.app.size.width < NARROW
        said = words.rows(hits, self._shown, self.app.settings.times, narrow=narrow)
        self.query_one(ChooseRow).show(said, at)

    def _show_whole(self) -> None:
        hit = self._chosen()
        whole = (
            Content("\n").join(words.in_full(hit, self.app.settings.times))
            if hit is not None
            else Content("")
        )
        self.query_one("#whole", Static).update(whole)
        self.query_one("#seen", VerticalScroll).scroll_home(animate=False)
        self._show_keys()

    def _show_header(self) -> None:
        header = _("Find in earlier meetings · {kind}").format(kind=words.kind_words(self._kind))
        self.query_one("#header", Static).update(header)

    def _say(self, sentence: str) -> None:
        self.query_one("#hint", Static).update(sentence)

    def _lay_out(self) -> None:
        height = self.app.size.height
        self.set_class(height < 18, "-low")
        self.set_class(height < 10, "-tiny")
        self._show_header()
        self._show_keys()

    def _show_keys(self) -> None:
        done = words.mark_label(self._chosen())
        hints = (
            KeyHint("Enter", _("Open"), "open"),
            KeyHint("↑ ↓", _("Choose"), "move(1)"),
            *((KeyHint(self.app.settings.key("search.done"), done, "mark"),) if done else ()),
            KeyHint("Tab", _("Kind"), "kind(1)"),
            KeyHint(self.app.settings.key("search.back"), _("Back"), "back"),
        )
        self.query_one(KeyRow).show(hints, max(self.app.size.width - 4, 1))
