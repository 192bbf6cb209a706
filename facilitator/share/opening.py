"""Handing a file or an address to the program that this computer has for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

_PATIENCE = 10.0
"""Seconds that an opener may take. It only starts the program; some stay until that one ends."""


def open_with_system(what: Path | str) -> bool:
    """Open a file, or a `mailto:` address, as a double click does. False where this computer has no way."""
    if sys.platform == "win32":
        try:
            os.startfile(str(what))
        except OSError:
            return False
        return True
    opener = "open" if sys.platform == "darwin" else "xdg-open"
    found = shutil.which(opener)
    if found is None:
        return False
    try:
        done = subprocess.run(
            [found, str(what)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        # It has started something and stays with it.
        return True
    except OSError:
        return False
    return done.returncode == 0
