"""Handing out a page from a screen: a clipboard may hang, so it is asked beside everything else."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.share.page import hand_out

if TYPE_CHECKING:
    from facilitator.app import FacilitatorApp


async def hand_out_from(app: FacilitatorApp, lines: Sequence[str], folder: Path) -> str:
    """Copy a page, or keep it as a file in `folder`; what was done, in a sentence or two."""
    handed: list[str] = []
    sentence = await asyncio.to_thread(hand_out, lines, folder, handed.append)
    # The terminal is written to from here, and not from the thread.
    for one in handed:
        app.copy_to_clipboard(one)
    return sentence
