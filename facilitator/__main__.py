"""`facilitator` and `python -m facilitator`. The version is answered before anything else is loaded."""

from __future__ import annotations

import gc
import os
import sys


def main() -> None:
    """Run the program with the words of the command line and end with its exit status."""
    if sys.argv[1:] in (["--version"], ["-V"]) and _version_said():
        return
    collect_rarely()
    from facilitator.cli import run_command

    sys.exit(run_command(sys.argv[1:]))


def _version_said() -> bool:
    """Say the version; False where there is no room for it, or nobody to hear: that is told elsewhere."""
    from facilitator import __version__

    if sys.stdout is None:
        return True
    try:
        # Past the buffer: what is held back there would fail once more, and worse, at the end.
        os.write(sys.stdout.fileno(), f"facilitator {__version__}\n".encode())
    except OSError:
        return False
    return True


def collect_rarely() -> None:
    """Look for garbage less often than Python does by default.

    Starting and opening a meeting make hundreds of thousands of objects of which nearly all stay; looking
    through them again and again took a tenth of the start and half of opening a long meeting.
    """
    gc.set_threshold(20_000, 20, 50)


if __name__ == "__main__":
    main()
