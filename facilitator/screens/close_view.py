"""What the close screen shows: the short text, what is missing in it, and one question left of the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.screen import Screen
from textual.widgets import Static

from facilitator.meeting.meeting import Meeting
from facilitator.minutes.render import render
from facilitator.screens import close_words
from facilitator.screens.close_rows import Rows, Side, in_a_row, plan_rows, question_words, ruled
from facilitator.screens.closing import Closing
from facilitator.screens.closing_line import ClosingLine
from facilitator.screens.live_hint import with_clearing
from facilitator.screens.sharing import Sharing
from facilitator.screens.typing import Typing
from facilitator.share.ways import Way
from facilitator.widgets.keys import KeyRow
from facilitator.widgets.sheet import Sheet
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible

if TYPE_CHECKING:
    from facilitator.app import FacilitatorApp


class CloseView(Screen[None]):
    """What is seen; `CloseScreen` adds what is done."""

    CSS_PATH = "close.tcss"
    app: FacilitatorApp

    header = query_one("#close-header", Static)
    heading = query_one("#close-heading", Static)
    scroll_box = query_one("#close-scroll", VerticalScroll)
    text = query_one("#close-text", Static)
    side = query_one("#close-side", Static)
    ways_below = query_one("#close-ways", Static)
    status = query_one("#close-status", Static)
    question_row = query_one("#close-question", Static)
    asked = query_one("#close-asked", Static)
    line = query_one("#line", ClosingLine)
    hint = query_one("#close-hint", Static)
    keys = query_one("#keys", KeyRow)
    sheet = query_one("#sheet", Sheet)

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self.meeting = meeting
        self._asks: Closing | None = None
        self._typing: Typing | None = None
        self._sharing: Sharing | None = None
        self._again = ("", "")
        """What waits for a key again: the action of which key, and the sentence."""
        self._said = ""
        self._captured = ("", 0)
        """What is said of lines just captured, once everything up to this watermark is on disk."""
        self._seen = ""
        """The text of the line as this screen last put or saw it."""
        self._mark = 0
        self._busy = ""
        """What is on its way beside the screen, in a sentence."""
        self._hiding = ""
        """The question that a hidden line answers, where one takes the place of the line."""
        self._ready = False
        self._short = ""
        self._rows = Rows()
        self._ways: tuple[Way, ...] = ()
        self._wanted = 0

    @property
    def closing(self) -> Closing:
        """The questions that are asked here, and their answers."""
        if self._asks is None:
            self._asks = Closing(self.meeting, self.app.settings)
        return self._asks

    @property
    def typing(self) -> Typing:
        """The state behind the line, for all that is no answer."""
        if self._typing is None:
            self._typing = Typing(self.meeting, self.app.scratch, self.app.settings)
        return self._typing

    @property
    def sharing(self) -> Sharing:
        """What is shown to be taken along, and waits for Enter."""
        if self._sharing is None:
            self._sharing = Sharing(self.meeting, self.app.home, self.app.settings)
        return self._sharing

    def compose(self) -> ComposeResult:
        """All regions, in the order in which they are read."""
        yield Static("", id="close-header", markup=False)
        yield Static("", id="close-gap", markup=False)
        yield Static("", id="close-heading", markup=False)
        with Vertical(id="close-body"):
            with VerticalScroll(id="close-scroll", can_focus=False):
                yield Static("", id="close-text", markup=False)
            yield Static("", id="close-side", markup=False)
        yield Static("", id="close-ways", markup=False)
        yield Sheet()
        yield Static("", id="close-status", markup=False)
        yield Static("", id="close-question", markup=False)
        with Horizontal(id="close-linebox"):
            yield Static("", id="close-asked", markup=False)
            yield ClosingLine()
        yield Static("", id="close-hint", markup=False)
        yield KeyRow()

    def look(self) -> None:
        """Show how everything stands."""
        state = self.meeting.state
        if state.phase != "closed" or not self._is_there():
            return
        self._short = render(state, "chat")
        self._ways = self.sharing.ways()
        side = Side(
            items=self.closing.items(),
            left_out=close_words.left_out(state),
            chair=close_words.chair_lines(state),
            reports=self.meeting.reports,
            ways=self._ways,
            settled=self.closing.question() is None,
        )
        self._lay_out(side)
        self.text.update(self._short)
        if self._rows.beside:
            self.side.update(side.beside())
            self.ways_below.update(side.below(self._width()))
        else:
            self.side.update(side.stacked(self._width(), self._rows.side))
        self._show_kept()
        self._show_foot()

    def kept_changed(self) -> None:
        """The disk has news: something is kept, or there is trouble."""
        if not self._is_there():
            return
        if self.has_class("-trouble") != bool(self.meeting.trouble):
            self.look()
            return
        self._show_kept()
        self._show_foot()

    def _is_there(self) -> bool:
        """Whether the regions are there to be shown in: the disk may have news before and after."""
        return self._ready and self.is_attached

    def _lay_out(self, side: Side) -> None:
        width, height = self.size
        trouble = bool(self.meeting.trouble)
        asked = self.closing.question() is not None
        # What was once given to the list stays with it, so that nothing moves when it grows shorter.
        self._wanted = max(self._wanted, side.rows_wanted())
        ways = len(side.ways) + 1 if side.settled else 0
        self._rows = rows = plan_rows(width, height, self._wanted, asked=asked, trouble=trouble, ways=ways)
        self.set_class(width < 40, "-narrow")
        self.set_class(rows.beside, "-beside")
        self.set_class(trouble, "-trouble")
        regions = {
            "header": rows.header,
            "gap": rows.gap,
            "status": rows.status,
            "question": rows.question,
            "scroll": rows.text,
            "side": rows.side,
            "ways": rows.ways,
            "linebox": rows.line,
            "hint": rows.hint,
        }
        for name, count in regions.items():
            region = self.query_one(f"#close-{name}")
            region.display = count > 0
            region.styles.height = count
        self.ways_below.display = rows.ways > 0 and not self.has_class("-sheet")
        self.keys.display = rows.keys > 0
        self.heading.update(close_words.heading(self._width(), self.sharing.sent_to(), self.sharing.about))

    def _width(self) -> int:
        return max(self.size.width - (4 if self.size.width >= 40 else 0), 1)

    def _show_kept(self) -> None:
        state = self.meeting.state
        kept = close_words.kept_words(state, self.meeting.is_kept(self._mark))
        self.header.update(
            in_a_row(visible(close_words.header(state, self.app.settings.times)), kept, self._width())
        )
        # Whether there is more of the text than is seen is known once it has been laid out.
        self.call_after_refresh(self._show_status)

    def _show_status(self) -> None:
        if self._is_there():
            trouble = close_words.trouble_words(self.meeting)
            self.status.update(trouble or ruled(self._text_words(), self._width()))

    def _text_words(self) -> str:
        """How long the short text is, and that there is more of it than is seen."""
        words = _("{n} characters for the chat").format(n=len(self._short))
        if self.scroll_box.max_scroll_y > 0:
            words += " · " + _("PgUp and PgDn move it")
        return words

    def _show_foot(self) -> None:
        state, typed = self.meeting.state, self.line.text
        self.line.browsed, self.line.turned = self.typing.is_untouched(typed), self.typing.is_turned(typed)
        question = self.closing.question() if self.typing.editing is None else None
        width = self._width()
        if self._hiding or self.sharing.word:
            question, words = None, Content(self._hiding or self.sharing.word)
        elif question is not None and (self.closing.is_answer(typed) or not typed.strip()):
            # Nothing is typed while somebody is asked whether her line may stand: all of it is to be read.
            own = self._rows.question or (question.kind == "agree" and not typed)
            words = question_words(question, width - 1 if own else width * 3 // 5)
        else:
            question, words = None, Content(self.typing.word(typed))
        self.question_row.update(words)
        self.asked.update(words)
        self.asked.display = not self._rows.question
        self._show_hint(self._hint(typed, answering=question is not None))
        self.keys.show(close_words.key_hints(state, width, self.app.settings), width)

    def _show_hint(self, words: str) -> None:
        """A long sentence takes rows of the text for as long as it stands there."""
        needed = len(Content(words).wrap(self._width())) if words else 1
        more = max(min(needed - self._rows.hint, self._rows.text - 1), 0)
        self.hint.styles.height = self._rows.hint + more
        self.scroll_box.styles.height = self._rows.text - more
        self.hint.update(words)
        self.call_after_refresh(self._show_status)

    def _hint(self, typed: str, *, answering: bool) -> str:
        if self._again[0]:
            return self._again[1]
        said, question = self._said, self.closing.question()
        if self.sharing.waits and (not typed.strip() or self.sharing.takes(typed)):
            how = self.sharing.how
            return "\n".join(part for part in (said if said != how else "", how) if part)
        if self._hiding or self._busy:
            return said
        sentence, mark = self._captured
        if sentence:
            kept = sentence if self.meeting.is_kept(mark) else _("Not yet on disk.")
            said = f"{kept} {said}".strip()
        if said and self.typing.refused.stands(typed) and self.closing.waits(typed) is None:
            return with_clearing(said, self._width())
        wide = question is None and Content(said).cell_length > self._width()
        if said and (self._rows.hint == 1 or typed or wide):
            return said
        how = question.how if question is not None else self._settled_words()
        if answering and typed.strip():
            how = self.closing.echo(typed) or how
        elif typed.strip():
            how = self.typing.echo(typed)
        return "\n".join(part for part in (said, how) if part)

    def _settled_words(self) -> str:
        """What can be done once nothing is asked any more."""
        way = next((way for way in self._ways if way.works and not way.done), None)
        next_one = f" {way.key} {way.what}." if way is not None else ""
        return _("Nothing more is asked.") + next_one

    def sent_words(self) -> str:
        """Whether anything was sent from here, and to how many people."""
        return close_words.sent(self.sharing.sent_to())

    def _draft(self) -> None:
        self.meeting.draft(self.typing.drafted(self.line.text))

    def _put(self, text: str) -> None:
        self._seen = text
        self.line.put(text)

    def _show_sheet(self, lines: tuple[str, ...]) -> None:
        self.sheet.show(lines)
        self.set_class(bool(lines), "-sheet")
        self.ways_below.display = self._rows.ways > 0 and not lines
