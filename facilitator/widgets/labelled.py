"""A quiet label with words beside it, in a region that keeps its rows."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static


class Labelled(Horizontal):
    """`Say   “…”`: the label dim, the words plain. Words are text, never markup."""

    DEFAULT_CSS = """
    Labelled {
        height: 1;
        & > .label { width: 7; color: $text-muted; }
        & > .words { width: 1fr; height: 100%; }
    }
    """

    def __init__(self, label: str, id: str) -> None:
        super().__init__(id=id)
        self._label = Static(label, classes="label", markup=False)
        self._words = Static("", classes="words", markup=False)
        self._shown = ("", label)

    def compose(self) -> ComposeResult:
        """Label and words."""
        yield self._label
        yield self._words

    def show(self, words: str, label: str | None = None) -> None:
        """Show these words; nothing is painted when they are the same as before."""
        name = self._shown[1] if label is None else label
        if (words, name) == self._shown:
            return
        if name != self._shown[1]:
            self._label.update(name)
        self._shown = (words, name)
        self._words.update(words)
