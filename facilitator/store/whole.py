"""The bytes of a file that may not be there."""

from __future__ import annotations

from pathlib import Path

from facilitator.store.trouble import StoreTrouble


def read_whole(path: Path, most: int = -1) -> bytes | None:
    """What the file holds, at most so many bytes of it; None where there is none. Raises StoreTrouble."""
    try:
        with open(path, "rb") as stream:
            return stream.read(most)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StoreTrouble.from_error(error, path) from error
