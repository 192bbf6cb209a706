"""Where sessions went that were moved out of a home folder while they ran, so that they are found again.

`moved.json` in the home: the place that a session had there (`sessions/2026-11-21-1900-intervision`), and the
folder it lies in now. What it left behind in the home is old from that moment on.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from facilitator.store.atomic import write_whole

MOVED = "moved.json"

Places = dict[str, Path]
"""The folder in which a session lies now, by the place that it had in the home."""


def moved(home: Path) -> Places:
    """The sessions that were moved out of this home. A file that cannot be read tells of none."""
    try:
        said = msgspec.json.decode((home / MOVED).read_bytes(), type=dict[str, str])
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return {}
    return {place: Path(folder) for place, folder in said.items() if "\0" not in folder}


def remember_move(home: Path, place: str, folder: Path) -> None:
    """Keep that the session which had this place in the home lies in `folder` now.

    Back in its place it is no longer moved. Raises StoreTrouble.
    """
    places = moved(home)
    if home / place == folder:
        places.pop(place, None)
    else:
        places[place] = folder
    data = msgspec.json.encode({one: str(where) for one, where in places.items()})
    write_whole(home / MOVED, msgspec.json.format(data, indent=2) + b"\n")
