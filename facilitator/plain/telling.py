"""What the person at this desk is told: flat lines, and what the disk has to say of what was typed."""

from __future__ import annotations

from typing import TextIO

from facilitator.meeting.meeting import Meeting
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible

PATIENCE = 2.0
"""Seconds to wait for the disk before saying that a line is held in memory."""


class Telling:
    """Says lines. A line that was typed is told as kept once it is on disk."""

    def __init__(self, meeting: Meeting, out: TextIO) -> None:
        self._meeting = meeting
        self._out = out
        self._unkept: list[tuple[int, str]] = []
        self._told_trouble = ""

    def say(self, line: str) -> None:
        """One line; nothing where it is empty."""
        if line:
            self._out.write(visible(line) + "\n")
            self._out.flush()

    def say_all(self, lines: list[str] | tuple[str, ...]) -> None:
        """Lines, one after the other."""
        for line in lines:
            self.say(line)

    def when_kept(self, mark: int, sentence: str) -> None:
        """Say the sentence once everything up to this mark is on disk."""
        if self._unkept or not self._meeting.wait_kept(mark, PATIENCE):
            self._unkept.append((mark, sentence))
            self.kept()
            self.trouble()
            return
        self.say_all(sentence.split("\n"))

    def kept(self) -> None:
        """Say what came on disk meanwhile."""
        while self._unkept and self._meeting.is_kept(self._unkept[0][0]):
            self.say_all(self._unkept.pop(0)[1].split("\n"))

    def trouble(self) -> None:
        """Say that the disk does not take lines, or takes them again; each once."""
        trouble = self._meeting.trouble
        if trouble == self._told_trouble:
            return
        self._told_trouble = trouble
        if trouble:
            self.say(
                _("Not on disk yet: {why} Lines are held in memory and tried again.").format(why=trouble)
            )
            self.say(_("/keep-in and a folder goes on in another place."))
        else:
            self.say(_("The disk takes everything again."))
