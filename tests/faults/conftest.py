from __future__ import annotations

from pathlib import Path

import pytest
import session_files
from killing import Reference, reference

PEOPLE = ("Annabel Otieno-Brandt", "Ní Dhálaigh", "李娜", "Bintou Diop", "Just Jansen")


def payload(number: int) -> bytes:
    """An event as the session encodes it; number 1 is the opening."""
    return session_files.payload(number, PEOPLE, f'No {number}, "J*", ‘quoted’ {{}}')


@pytest.fixture
def payloads() -> list[bytes]:
    """Forty events, the opening first."""
    return [payload(number) for number in range(1, 41)]


@pytest.fixture
def session(tmp_path: Path, payloads: list[bytes]) -> Path:
    """A session folder with forty events and the opening."""
    return session_files.lay(tmp_path / "2026-11-21-1900-intervision", payloads)


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Reference:
    """The meeting that is played with kills, as it is without one."""
    return reference(tmp_path_factory.mktemp("reference"))
