"""What the pod had in earlier sessions: cards and questions, so that others come next, and steps still open.
No rehearsal counts.

It is worked out from the sessions when it is first wanted, and remembered in a small file of the home folder
that holds no word of anybody. Without that file, or where it makes no sense, the sessions are read again.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from facilitator.session import events as ev
from facilitator.session.state import State
from facilitator.session.steps import open_steps
from facilitator.session.together import bank_questions
from facilitator.store.atomic import write_whole
from facilitator.store.places import EVENTS
from facilitator.store.trouble import StoreError
from facilitator.words.dates import local

FILE = "shown.json"
FORMAT = 1

MOST = 60
"""The newest sessions that count: five years of monthly meetings. What lies further back may come again."""

_TELLING = (b'"card_shown"', b'"bank"', b'"kind":"step"')
"""What stands in the log of each session that had a card, a question of a bank or a next step."""

_T = TypeVar("_T")


class Had(Struct, frozen=True, kw_only=True):
    """What one session had, in its order. `size` is that of its log then, in bytes: another is read again."""

    size: int
    cards: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    day: str = ""
    """The day it began, in its own zone (ISO)."""
    steps: tuple[int, ...] | None = None
    """Numbers of the next steps that were still open; None: nobody has looked yet."""


class _File(Struct, frozen=True, kw_only=True):
    format: int = FORMAT
    sessions: dict[str, Had] = {}


class Earlier:
    """The sessions of one home folder but the one that is running. Without a home there are none."""

    def __init__(self, home: Path | None, running: Path | None = None) -> None:
        """`running` is the folder of the session that asks."""
        self._home = home
        self._running = running.name if running is not None else ""
        self._found: tuple[Had, ...] | None = None

    def cards(self) -> tuple[str, ...]:
        """Ids of the cards they showed, each once, the one shown longest ago first."""
        return _latest(card for one in self._had() for card in one.cards)

    def questions(self) -> tuple[str, ...]:
        """The questions that their banks offered, in the same way."""
        return _latest(question for one in self._had() for question in one.questions)

    def open_steps(self) -> tuple[tuple[Path, Had], ...]:
        """The sessions of which next steps are open now, the newest first.

        Each time it is looked up anew: steps may have been marked as done in another window.
        """
        if self._home is None:
            return ()
        found = self._look(self._home)
        sessions = self._home / "sessions"
        return tuple((sessions / name, had) for name, had in reversed(found.items()) if had.steps)

    def _had(self) -> tuple[Had, ...]:
        """What each had, the oldest session first; looked up once."""
        if self._found is None:
            self._found = () if self._home is None else tuple(self._look(self._home).values())
        return self._found

    def _look(self, home: Path) -> dict[str, Had]:
        known = _remembered(home)
        now: dict[str, Had] = {}
        for folder in _folders(home / "sessions"):
            if folder.name == self._running:
                continue
            try:
                size = os.stat(folder / EVENTS).st_size
            except OSError:
                # No log, or none that can be read: nothing is known of this session.
                continue
            had = known.get(folder.name)
            same = had is not None and had.size == size and had.steps is not None
            now[folder.name] = had if had is not None and same else _had_in(folder, size)
        if now != known:
            # Only a memory aid: where it cannot be written, the sessions are read again next time.
            with contextlib.suppress(StoreError):
                write_whole(home / FILE, msgspec.json.encode(_File(sessions=now)), durable=False)
        return now


def had_in(state: State, size: int = 0) -> Had:
    """What a session had: cards shown and not taken back, questions of the stages that were held."""
    cards = []
    node = state.past
    while node is not None:
        if isinstance(node.event, ev.CardShown):
            cards.append(node.event.card)
        node = node.before.past
    stages = dict.fromkeys(visit.stage for visit in state.visits)
    questions = _latest(question for stage in stages for question in bank_questions(state, stage))
    began = state.started_at or state.opened_at
    return Had(
        size=size,
        cards=_latest(reversed(cards)),
        questions=questions,
        day=local(began, state.zone).date().isoformat() if began else "",
        steps=tuple(note.number for note in open_steps(state)),
    )


def _had_in(folder: Path, size: int) -> Had:
    # Imported here: opening a session asks for its questions, and so knows this module.
    from facilitator.meeting.opening import look

    try:
        data = (folder / EVENTS).read_bytes()
        if not any(word in data for word in _TELLING):
            return Had(size=size, steps=())
        return had_in(look(folder).state, size)
    except (OSError, StoreError):
        # A session that cannot be read is told of where it is opened. Here its cards may come again.
        return Had(size=size, steps=())


def _folders(sessions: Path) -> Sequence[Path]:
    """The newest sessions, the oldest of them first; their names begin with their start."""
    try:
        names = os.listdir(sessions)
    except OSError:
        return ()
    return [sessions / name for name in sorted(names)[-MOST:] if not name.startswith(".")]


def _remembered(home: Path) -> dict[str, Had]:
    try:
        read = msgspec.json.decode((home / FILE).read_bytes(), type=_File)
    except (OSError, msgspec.DecodeError):
        return {}
    return read.sessions if read.format == FORMAT else {}


def _latest(found: Iterable[_T]) -> tuple[_T, ...]:
    """Each once, at the place of its last time."""
    last = dict.fromkeys(reversed(list(found)))
    return tuple(reversed(last))
