"""Makes the waits of Textual's pilot short: they are what screen tests spent most of their time on."""

from __future__ import annotations

import asyncio
from time import monotonic, process_time

import pytest
import textual.app
import textual.pilot

LOOK = 0.002
"""Seconds between two looks at whether the program still works. Textual's own wait looks every 0.02 s."""

BUSY = 0.0005
"""Seconds of work within such a time from which on it counts as busy."""


async def wait_for_idle(min_sleep: float = LOOK, max_sleep: float = 1.0) -> None:
    """Wait until the program has nothing to do any more, at most `max_sleep` seconds."""
    begun = monotonic()
    while True:
        worked = process_time()
        await asyncio.sleep(LOOK)
        gone = monotonic() - begun
        if gone >= max_sleep or (gone > min_sleep and process_time() - worked < BUSY):
            return


@pytest.fixture(autouse=True)
def short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(textual.app, "wait_for_idle", wait_for_idle)
    monkeypatch.setattr(textual.pilot, "wait_for_idle", wait_for_idle)
    resize = textual.pilot.Pilot.resize_terminal

    async def resized(pilot: textual.pilot.Pilot[object], width: int, height: int) -> None:
        # The app answers a new size only after a moment, so that dragging a corner stays quick.
        await resize(pilot, width, height)
        pilot.app._check_resize()
        await pilot.pause()

    monkeypatch.setattr(textual.pilot.Pilot, "resize_terminal", resized)
