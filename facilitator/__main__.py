"""`facilitator` and `python -m facilitator`. The version is answered before anything else is loaded."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the program with the words of the command line and end with its exit status."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from facilitator import __version__

        print(f"facilitator {__version__}")
        return
    from facilitator.cli import run_command

    sys.exit(run_command(sys.argv[1:]))


if __name__ == "__main__":
    main()
