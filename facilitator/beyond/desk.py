"""What all the questions share: the meeting, what was decided so far, and where lines are shown."""

from __future__ import annotations

from collections.abc import Callable, Generator
from pathlib import Path
from typing import Literal

from facilitator.meeting.clock import Clock
from facilitator.meeting.recording import record
from facilitator.minutes.beyond.leftover import Check
from facilitator.pod.beyond import Prepared, gather, left_out, prepare
from facilitator.pod.choices import Kept, recall_choices, remember_choices
from facilitator.session import intents as it
from facilitator.session.state import State
from facilitator.store.trouble import StoreError
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible

Read = Callable[[], "str | None"]
Say = Callable[[str], None]
Record = Callable[[it.ApproveBeyond], State]
Asked = Literal["people", "words", "text", "yes"]
"""What a question is about."""

Asking = Generator[Asked, str, None]
"""Questions, one after the other: each has been shown when it is asked, and is sent its answer."""


class Stopped(StoreError):  # noqa: N818 - told as a sentence
    """The input ended before everything was answered."""


class Desk:
    """One meeting, and who decides for it. `say` shows a line, `record` keeps a yes in the session's log.

    `read` gives an answer where a terminal asks (None: no more).
    """

    def __init__(
        self,
        home: Path,
        folder: Path,
        state: State,
        clock: Clock,
        read: Read,
        say: Say,
        record: Record | None = None,
    ) -> None:
        self.folder = folder
        self.state = state
        self.clock = clock
        self.say = say
        self._record = record
        self.known = gather(home)
        self.kept: Kept = recall_choices(home)
        self._home = home
        self._read = read

    @property
    def session(self) -> str:
        """What decisions for this meeting alone are kept under."""
        return self.folder.name

    def prepared(self) -> Prepared:
        """The note as it stands with all that was decided."""
        return prepare(self.session, self.state, self.known, self.kept)

    def left_out(self) -> tuple[int, ...]:
        """The lines that stay in the pod."""
        return left_out(self.session, self.state, self.kept)

    def answer(self) -> str:
        """What the person answers; empty for Enter alone. Raises Stopped."""
        line = self._read()
        if line is None:
            raise Stopped(_("Stopped: nothing is written. What you have decided so far is remembered."))
        return line.strip()

    def recorded(self, wish: it.ApproveBeyond) -> None:
        """Keep a yes in the log. Raises StoreError."""
        self.state = self._record(wish) if self._record else record(self.folder, self.clock, wish)

    def decide(self, kept: Kept) -> None:
        """Keep decisions, on disk first. Raises StoreError."""
        remember_choices(self._home, kept)
        self.kept = kept

    def acceptable(self, words: str) -> bool:
        """Whether these words hold no name themselves; says so where they do."""
        names = self._names_in(words)
        if names:
            self.say(_("These words still hold {names}. Type others.").format(names=", ".join(names)))
        return not names

    def _names_in(self, words: str) -> list[str]:
        names = dict.fromkeys(self.state.names(), "")
        check = Check(names, self.known.people, {}, self.known.ordinary, self.known.places)
        choices = self.kept.of(self.session)
        hits = check.hits(words)
        return [visible(hit.surface) for hit in hits if hit.kind != "capital" and not choices.stays(hit)]
