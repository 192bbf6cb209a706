"""A session's files as the store writes them, made without a session."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from facilitator.store.lines import seal


def payload(number: int, people: Sequence[str], text: str) -> bytes:
    """An event as the session encodes it; number 1 is the opening, every other a note with this text."""
    event: dict[str, object] = {
        "type": "session_opened" if number == 1 else "note_captured",
        "id": f"e{number}",
    }
    event |= {"at": f"2026-11-21T19:00:{number % 60:02d}.000Z", "t": number * 1.5, "by": "desk", "cause": "c"}
    if number == 1:
        event |= {
            "format": 1,
            "people": people,
            "agenda": {"title": "InterVision", "stages": [{"id": "arrive"}]},
        }
    else:
        event |= {
            "number": number,
            "text": text,
            "speakers": [people[number % len(people)]],
        }
    return json.dumps(event, ensure_ascii=False, separators=(",", ":")).encode()


def lay(folder: Path, payloads: Sequence[bytes]) -> Path:
    """Make the session folder with these events and the opening."""
    folder.mkdir(mode=0o700)
    (folder / "events.jsonl").write_bytes(b"".join(map(seal, payloads)))
    (folder / "opening.json").write_bytes(seal(payloads[0]))
    return folder
