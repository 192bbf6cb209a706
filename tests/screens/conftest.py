"""Makes the waits of Textual's pilot short: they are what screen tests spent most of their time on."""

from __future__ import annotations

import asyncio
from time import monotonic

import pytest
import textual.app
import textual.pilot

LOOK = 0.002
"""Seconds between two looks at whether there is work.

Textual's own wait looks every 0.02 s, and on a busy machine takes one that
waits for its turn for idle.
"""


async def wait_for_idle(min_sleep: float = LOOK, max_sleep: float = 5.0) -> None:
    """Wait until nothing is left to do but to wait for timers, at most `max_sleep` seconds."""
    loop, begun = asyncio.get_running_loop(), monotonic()
    worked = True
    while worked and monotonic() - begun < max_sleep:
        await asyncio.sleep(LOOK)
        worked = False
        # What asyncio will run next; it has no public name for that.
        while loop._ready and monotonic() - begun < max_sleep:  # type: ignore[attr-defined]
            worked = True
            await asyncio.sleep(0)


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
    press = textual.pilot.Pilot.press

    async def pressed(pilot: textual.pilot.Pilot[object], *keys: str) -> None:
        # What the last paint left to do comes first, as it does for somebody who looks before pressing.
        await pilot.pause()
        await press(pilot, *keys)

    monkeypatch.setattr(textual.pilot.Pilot, "press", pressed)
