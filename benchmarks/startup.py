"""From the command to the first complete screen, and to the version."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.figures import Figure, medians
from benchmarks.meetings import LIVE, RUN
from benchmarks.reference_app import READY
from benchmarks.terminal import Terminal, facilitator, reference


def figures(folder: Path) -> list[Figure]:
    """Both figures; `folder` is where sessions may lie."""
    live, bare = medians(
        lambda: _screen(facilitator(*RUN), LIVE, folder),
        lambda: _screen(reference(), READY, folder),
        rounds=15,
    )
    version, nothing = medians(
        lambda: _whole(facilitator("--version")), lambda: _whole([sys.executable, "-c", "pass"]), rounds=25
    )
    return [
        Figure("command to the first complete live screen", live * 1e3, "ms", bare * 1e3, 1.5, "a bare app"),
        Figure("facilitator --version", version * 1e3, "ms", nothing * 1e3, 3, "python -c pass"),
    ]


def _screen(command: Sequence[str], expected: Sequence[str], folder: Path) -> float:
    home = Path(tempfile.mkdtemp(dir=folder))
    terminal = Terminal(command, home)
    try:
        return terminal.ready(expected)
    finally:
        terminal.close()
        shutil.rmtree(home, ignore_errors=True)


def _whole(command: Sequence[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began
