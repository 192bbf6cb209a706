"""`facilitator` and `python -m facilitator`. The version is answered before anything else is loaded."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run the program with the words of the command line and end with its exit status."""
    if sys.argv[1:] in (["--version"], ["-V"]) and _version_said():
        return
    from facilitator.garbage import collect_late

    collect_late()
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


if __name__ == "__main__":
    main()
