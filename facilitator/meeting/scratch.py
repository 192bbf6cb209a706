"""What is written *for me* in a silence: in memory only, never in draft, log or minutes, gone at close."""

from __future__ import annotations


class Scratch:
    """Private lines of one meeting, at hand in what follows the silence. Lines are numbered from 1."""

    def __init__(self) -> None:
        self._lines: list[str] = []

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines, oldest first."""
        return tuple(self._lines)

    def add(self, text: str) -> None:
        """Keep a line in memory; a blank one is nothing."""
        if text.strip():
            self._lines.append(text.strip())

    def find(self, number: int) -> str:
        """Line `number`. Raises IndexError where there is none."""
        if not 1 <= number <= len(self._lines):
            raise IndexError(number)
        return self._lines[number - 1]

    def drop(self, number: int) -> None:
        """Let line `number` go: it became a note on purpose. Raises IndexError where there is none."""
        self.find(number)
        del self._lines[number - 1]

    def clear(self) -> None:
        """Let everything go."""
        self._lines.clear()
