"""A text whose places can be told as people count them: line and column, from 1, columns in characters."""

from __future__ import annotations

import re
from bisect import bisect_right

from msgspec import Struct


class Position(Struct, frozen=True, order=True):
    """A place in a text, counted from 1; the column in characters."""

    line: int
    column: int


class Text:
    """The bytes of a UTF-8 text, cut into lines at line feeds. Offsets are in bytes."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._starts = [0, *(found.end() for found in re.finditer(b"\n", data))]

    def at(self, offset: int) -> Position:
        """The place of the character that begins at that byte; for what lies behind the text, its end."""
        offset = min(max(offset, 0), len(self._data))
        line = bisect_right(self._starts, offset)
        before = self._data[self._starts[line - 1] : offset]
        return Position(line, len(before.decode("utf-8", "replace")) + 1)

    def line(self, number: int) -> str:
        """The line of that number, without its line end; empty where there is none."""
        if not 1 <= number <= len(self._starts):
            return ""
        end = self._starts[number] if number < len(self._starts) else len(self._data)
        return self._data[self._starts[number - 1] : end].decode("utf-8", "replace").rstrip("\r\n")

    def last_written(self) -> Position:
        """The end of the last line that has something on it."""
        return self.at(len(self._data.rstrip()))
