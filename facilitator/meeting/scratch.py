"""What is written *for me* in a silence: in memory only, never in draft, log or minutes, gone at close."""

from __future__ import annotations


class Scratch:
    """Private lines of one silence, at hand in what follows."""

    def __init__(self) -> None:
        self._lines: list[str] = []

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines, oldest first."""
        return tuple(self._lines)

    def add(self, text: str) -> None:
        """Keep a line in memory."""
        if text.strip():
            self._lines.append(text.strip())

    def take(self, number: int) -> str:
        """Line `number` (from 1), to be turned into a note on purpose; it leaves the scratch.

        Raises IndexError where there is none.
        """
        if not 1 <= number <= len(self._lines):
            raise IndexError(number)
        return self._lines.pop(number - 1)

    def clear(self) -> None:
        """Let everything go."""
        self._lines.clear()
