from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import session_files

PEOPLE = ("Annabel Otieno-Brandt", "Ní Dhálaigh", "李娜", "Bintou Diop")


def payload(number: int) -> bytes:
    """An event as the session encodes it; number 1 is the opening."""
    return session_files.payload(number, PEOPLE, f'Just {number}, "quoted", ‘J’, crc')


@pytest.fixture
def payloads() -> list[bytes]:
    """Five events, the opening first."""
    return [payload(number) for number in range(1, 6)]


@pytest.fixture
def session(tmp_path: Path, payloads: list[bytes]) -> Path:
    """A session folder with five events and the opening."""
    return session_files.lay(tmp_path / "2026-11-21-1900-intervision", payloads)


@pytest.fixture
def event() -> Callable[[int], bytes]:
    return payload
