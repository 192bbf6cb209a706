"""A refused line: it stays to be mended, and gives way to whoever types on without looking. No Textual here.

A hurried record keeper types the next words behind a command that was refused. They begin a line of their own
then, unless they go on with what stands there; the refused one can be had back.
"""

from __future__ import annotations

from collections.abc import Callable

from facilitator.capture.marks import MARKS, narrow

BEGINS = ("/", "~", "\\", *MARKS)
"""Signs with which a line begins, and nothing goes on."""


class RefusedLine:
    """What was refused and still stands in the line, and what gave way to another."""

    def __init__(self, goes_on: Callable[[str], bool]) -> None:
        """`goes_on` says whether a half-typed command could still become one."""
        self._usual = goes_on
        self._goes_on = goes_on
        self.text = ""
        """What stands in the line; empty where nothing was refused."""
        self._put_by = ""

    def stands(self, text: str) -> bool:
        """Whether this text was refused, and nothing of it was changed yet."""
        return bool(text) and text == self.text

    def refuse(self, text: str, goes_on: Callable[[str], bool] | None = None) -> None:
        """This text stays. What is typed behind it mends it only where `goes_on` with both is True."""
        self.text, self._goes_on = text, goes_on or self._usual

    def gives_way(self, more: str) -> bool:
        """Whether `more`, typed behind what stands in the line, begins another one; that is free then.

        A space, a digit and most signs go on with it; so does a letter that can make it what was meant.
        """
        first = narrow(more[:1])
        if self.text[-1:].isspace() or not (first.isalpha() or first in BEGINS):
            return False
        if first.isalpha() and self._goes_on(self.text + more):
            return False
        return self.let_go(self.text)

    def let_go(self, text: str) -> bool:
        """Take it out of the way, if this is it."""
        if not self.stands(text):
            return False
        self._put_by, self.text = text, ""
        return True

    def have_back(self) -> str:
        """The one that gave way, to be mended; empty where there is none. It is had back once."""
        text, self._put_by = self._put_by, ""
        if text:
            self.text = text
        return text

    def forget(self) -> None:
        """It was said rightly: nothing of it is wanted back."""
        self.text = self._put_by = ""
