from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from facilitator.store.lines import seal

PEOPLE = ("Annabel Otieno-Brandt", "Ní Dhálaigh", "李娜", "Bintou Diop")


def payload(number: int) -> bytes:
    """An event as the session encodes it; number 1 is the opening."""
    event: dict[str, object] = {
        "type": "session_opened" if number == 1 else "note_captured",
        "id": f"e{number}",
    }
    event |= {"at": f"2026-11-21T19:00:{number % 60:02d}.000Z", "t": number * 1.5, "by": "desk", "cause": "c"}
    if number == 1:
        event |= {
            "format": 1,
            "people": PEOPLE,
            "agenda": {"title": "InterVision", "stages": [{"id": "arrive"}]},
        }
    else:
        event |= {
            "number": number,
            "text": f'Just {number}, "quoted", ‘J’, crc',
            "speakers": [PEOPLE[number % 4]],
        }
    return json.dumps(event, ensure_ascii=False, separators=(",", ":")).encode()


@pytest.fixture
def payloads() -> list[bytes]:
    """Five events, the opening first."""
    return [payload(number) for number in range(1, 6)]


@pytest.fixture
def session(tmp_path: Path, payloads: list[bytes]) -> Path:
    """A session folder with five events and the opening."""
    folder = tmp_path / "2026-11-21-1900-intervision"
    folder.mkdir(mode=0o700)
    (folder / "events.jsonl").write_bytes(b"".join(map(seal, payloads)))
    (folder / "opening.json").write_bytes(seal(payloads[0]))
    return folder


@pytest.fixture
def event() -> Callable[[int], bytes]:
    return payload
