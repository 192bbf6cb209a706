"""Every figure as a ratio against its reference, in one run.

`python -m benchmarks` measures all of it (about five minutes), `python -m benchmarks echo store` some of it.
"""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from benchmarks.figures import HEAD, Figure, row
from facilitator.garbage import collect_rarely


def subjects() -> dict[str, Callable[[Path], list[Figure]]]:
    """What can be measured, by the word that asks for it."""
    from benchmarks import echo, idle, minutes, search, startup, store

    return {
        "startup": startup.figures,
        "echo": echo.figures,
        "idle": idle.figures,
        "store": store.figures,
        "search": search.figures,
        "minutes": minutes.figures,
    }


def main(words: list[str]) -> int:
    """Measure what was asked for, or all of it, and print one line a figure as soon as it is known."""
    if os.name == "nt":
        print("The figures need pseudo-terminals, which this system does not have.", file=sys.stderr)
        return 1
    # What is measured in this process runs as it does in the program; so does what it is held against.
    collect_rarely()
    known = subjects()
    wrong = [word for word in words if word not in known]
    if wrong:
        print(f"There is no {wrong[0]} to measure. There is: {', '.join(known)}.", file=sys.stderr)
        return 2
    print(
        f"Python {platform.python_version()}, Textual {version('textual')}, {platform.system()}, "
        f"{os.cpu_count()} cores. Medians; the goals are of the project, not of this run.\n"
    )
    print(HEAD)
    with tempfile.TemporaryDirectory(prefix="facilitator-benchmarks-") as folder:
        # An installed program's modules were compiled once; this makes an editable install the same.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(Path(folder, "compiled"))
        for word in words or known:
            if word == "idle" and not Path("/proc/self/schedstat").exists():
                print("idle: not measured, because this system does not tell what a process uses.")
                continue
            for figure in known[word](Path(folder)):
                print(row(figure), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
