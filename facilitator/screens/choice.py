"""Something to choose with Enter: a few words, and one quiet sentence on what it does."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Static


class Choice(Vertical, can_focus=True):
    """One choice. The focused one has a mark before its words, so that colour is never needed to see it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", show=False)]

    DEFAULT_CSS = """
    Choice {
        height: auto;
        & > .words { height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
        & > .about { height: auto; padding-left: 2; color: $text-muted; }
        &.-alone > .about { display: none; }
        &:focus > .words { color: $text-accent; text-style: bold; }
    }
    """

    class Chosen(Message):
        """Enter was pressed on this choice, or it was clicked."""

        def __init__(self, choice: Choice) -> None:
            super().__init__()
            self.choice = choice

        @property
        def control(self) -> Choice:
            """The choice, for the `on` decorator."""
            return self.choice

    def __init__(self, words: str, about: str = "", *, id: str | None = None, classes: str = "") -> None:
        super().__init__(id=id, classes=classes)
        self.words = words
        self._words = Static(f"  {words}", classes="words", markup=False)
        self._about = Static(about, classes="about", markup=False)

    def compose(self) -> ComposeResult:
        """The words, and the sentence where there is one."""
        yield self._words
        yield self._about

    def on_mount(self) -> None:
        """A choice without a sentence is one row."""
        self.set_class(not self._about.content, "-alone")

    def say(self, words: str, about: str) -> None:
        """Show other words and another sentence."""
        self.words = words
        self._about.update(about)
        self.set_class(not about, "-alone")
        self._mark()

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show the mark, or take it away."""
        super().watch_has_focus(has_focus)
        self._mark()

    def on_click(self) -> None:
        """A click does the same as Enter."""
        self.action_choose()

    def action_choose(self) -> None:
        """This is the one."""
        self.post_message(self.Chosen(self))

    def _mark(self) -> None:
        self._words.update(f"{'▸ ' if self.has_focus else '  '}{self.words}")
