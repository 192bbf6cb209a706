"""What is wrong with an agenda file, and where: the errors people read."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from facilitator.words.visible import visible

_WIDEST = 200
"""Cells of a source line that are shown; of a longer one, the part around the caret."""


class Problem(Struct, frozen=True):
    """One thing that is wrong, at a place. Line and column count from 1, the column in characters."""

    file: str
    line: int
    column: int
    sentence: str
    source: str = ""
    """The whole line of the file, as it is there."""

    def __str__(self) -> str:
        shown, caret = _with_caret(self.source, self.column)
        place = f"{visible(self.file)}:{self.line}:{self.column}"
        return f"{place}: {self.sentence}\n{shown}\n{caret}"


class AgendaError(Exception):
    """An agenda cannot be used. `str()` is what a person reads; nothing needs to be added to it.

    `problems` are in the order of their places; empty where there was no file to point into.
    """

    def __init__(self, problems: Iterable[Problem] = (), sentence: str = "") -> None:
        self.problems = tuple(problems)
        self.sentence = sentence
        super().__init__("\n".join([*([sentence] if sentence else []), *map(str, self.problems)]))


class UnknownAgendaError(AgendaError):
    """There is no agenda of that name, and no such file."""

    def __init__(self, sentence: str) -> None:
        super().__init__((), sentence)


class UnreadableAgendaError(AgendaError):
    """The file is there, but its bytes cannot be had."""

    def __init__(self, sentence: str) -> None:
        super().__init__((), sentence)


def _with_caret(source: str, column: int) -> tuple[str, str]:
    # Rich knows how many cells a character takes; it is wanted only once something is wrong.
    from rich.cells import cell_len

    line = visible(source)
    before, after = line[: column - 1], line[column - 1 :]
    if cell_len(line) > _WIDEST:
        if len(before) > _WIDEST // 2:
            before = "…" + before[-_WIDEST // 2 :]
        if len(after) > _WIDEST // 2:
            after = after[: _WIDEST // 2] + "…"
    return before + after, " " * cell_len(before) + "^"
