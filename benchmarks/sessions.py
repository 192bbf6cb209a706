"""A home full of meetings to search in: logs and minutes as the program writes them, without its waits."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

from msgspec.structs import replace

from benchmarks.meetings import PEOPLE
from facilitator.agenda.library import find
from facilitator.minutes.render import render
from facilitator.session import events as ev
from facilitator.session import intents as it
from facilitator.session.codec import encode
from facilitator.session.decide import decide
from facilitator.session.events import NoteKind
from facilitator.session.evolve import evolve
from facilitator.session.state import Moment, State
from facilitator.store.lines import seal
from facilitator.words.dates import to_stamp

_FIRST = datetime(2021, 1, 4, 19, 0, tzinfo=UTC)
_PARTS = ("ka", "to", "mi", "ren", "sol", "ba", "ne", "du", "lin", "or", "ta", "ves", "pre", "com", "ha", "é")
_KINDS: tuple[NoteKind, ...] = ("note",) * 6 + ("question", "takeaway", "step", "decision")
SELDOM = "harbourmaster"
"""A word in one line of five hundred."""


def home_of(home: Path, sessions: int, notes: int) -> None:
    """So many closed meetings with so many notes each, of words that are used as unevenly as real ones."""
    chance = random.Random(20261121)
    words = ["".join(chance.choices(_PARTS, k=chance.randint(1, 4))) for _ in range(4000)]
    weights = [1 / place for place in range(1, len(words) + 1)]
    for number in range(sessions):
        begin = _FIRST + timedelta(days=number)
        lines = [" ".join(chance.choices(words, weights, k=chance.randint(6, 18))) for _ in range(notes)]
        folder = home / "sessions" / f"{begin:%Y-%m-%d-%H%M}-intervision"
        folder.mkdir(parents=True)
        _write(folder, begin, [f"{one} {SELDOM}" if chance.random() < 0.002 else one for one in lines])


def _write(folder: Path, begin: datetime, lines: list[str]) -> None:
    opened = ev.SessionOpened(
        id="open.1",
        at=to_stamp(begin),
        by="desk",
        cause="open",
        agenda=find("intervision"),
        people=PEOPLE,
        chair=PEOPLE[0],
        giver=PEOPLE[2],
    )
    state, log = evolve(None, opened), [encode(opened)]
    wishes: list[it.Intent] = [it.Go()]
    for number, line in enumerate(lines):
        if number % 11 == 10:
            wishes.append(it.Next())
        wishes.append(_capture(number, line))
    for number, intent in enumerate((*wishes, it.Close()), 1):
        state = _carried_out(state, intent, number, begin, log)
    (folder / "events.jsonl").write_bytes(b"".join(map(seal, log)))
    (folder / "opening.json").write_bytes(seal(log[0]))
    (folder / "minutes.md").write_text(render(state), encoding="utf-8")


def _capture(number: int, line: str) -> it.Capture:
    who = (PEOPLE[number % len(PEOPLE)],)
    kind = _KINDS[number % len(_KINDS)]
    if kind == "step":
        return it.Capture(kind=kind, text=line, owners=who)
    return it.Capture(kind=kind, text=line, speakers=who)


def _carried_out(state: State, intent: it.Intent, number: int, begin: datetime, log: list[bytes]) -> State:
    t = number * 30.0
    at = begin + timedelta(seconds=t)
    cause = f"{type(intent).__name__.lower()}-{number:012x}"
    for place, event in enumerate(decide(state, intent, Moment(t, at)), 1):
        event = replace(event, id=f"{cause}.{place}", at=to_stamp(at), t=t, by="desk", cause=cause)
        state = evolve(state, event)
        log.append(encode(event))
    return state
