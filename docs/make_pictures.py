"""Draw the pictures of the README: `python docs/make_pictures.py [--to FOLDER]`.

The meeting in them is invented and its clock stands still, so that the same program draws the same picture.
Textual's export asks a server far away for its font; a picture in our README asks nobody for anything.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from facilitator.agenda.library import find
from facilitator.app import FacilitatorApp
from facilitator.meeting.opening import Wanted

SIZE = (80, 24)
BEGINS = datetime(2026, 11, 21, 19, 0, tzinfo=UTC)
WANTED = Wanted(
    agenda=find("intervision"),
    people=("Awa Sarr", "Ingrid Ní Dhálaigh", "Teresa Quispe", "Sunita Rao", "李娜"),
    chair="Awa Sarr",
    keeper="Ingrid Ní Dhálaigh",
    giver="Teresa Quispe",
    minutes=60,
    zone="Africa/Dakar",
)

MEETING: tuple[tuple[float, str], ...] = (
    (300, "/next"),
    (480, "/next"),
    (40, "? 李娜: who signs the letter of appointment?"),
    (45, "Teresa: the director signs; the board is told, not asked"),
    (50, "? Sunita: what happens if nothing moves before March?"),
)
"""What is typed, and how many seconds of the meeting go by before it."""


class StillClock:
    """A clock that only moves when it is told to."""

    def __init__(self) -> None:
        self._seconds = 0.0

    def move(self, seconds: float) -> None:
        """Let so many seconds go by."""
        self._seconds += seconds

    def seconds(self) -> float:
        """Seconds since the meeting began."""
        return self._seconds

    def wall(self) -> datetime:
        """The time of day, in UTC."""
        return BEGINS + timedelta(seconds=self._seconds)

    def boot(self) -> str:
        """It belongs to no machine."""
        return ""


async def live_screen() -> str:
    """The live screen in the middle of a stage, as SVG."""
    clock = StillClock()
    with tempfile.TemporaryDirectory() as home:
        app = FacilitatorApp(Path(home), clock, wanted=WANTED, begin=True)
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause()
            app.screen.line.cursor_blink = False  # type: ignore[attr-defined]
            for seconds, line in MEETING:
                clock.move(seconds)
                app.screen.run_line(line)  # type: ignore[attr-defined]
                await pilot.pause()
            assert app.meeting is not None
            app.meeting.settle()
            clock.move(30)
            await pilot.press(*"Teresa: the deputy before me waited two years")
            await pilot.pause()
            app.screen.look()  # type: ignore[attr-defined]
            await pilot.pause()
            picture = app.export_screenshot(title="facilitator")
        app.meeting.leave()
    return without_far_fonts(picture)


def without_far_fonts(svg: str) -> str:
    """The picture with the reader's own monospace font in the place of one from a server."""
    svg = re.sub(r"\s*@font-face\s*\{[^}]*\}", "", svg)
    svg = re.sub(
        r"font-family: *(Fira Code|arial)[^;]*;",
        "font-family: 'DejaVu Sans Mono', Menlo, Consolas, monospace;",
        svg,
    )
    if re.search(r"url\(\s*[\"']?https?:|@import|<image", svg):
        raise SystemExit("The picture still asks for something from far away.")
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"


def main() -> None:
    """Write the pictures."""
    words = argparse.ArgumentParser(description="Draw the pictures of the README.")
    words.add_argument("--to", type=Path, default=Path(__file__).with_name("pictures"), metavar="FOLDER")
    folder: Path = words.parse_args().to
    # A picture is drawn in colour and in the program's own theme, whatever the terminal beside it wants.
    for name in ("NO_COLOR", "TEXTUAL_THEME", "LANGUAGE"):
        os.environ.pop(name, None)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "live.svg").write_text(asyncio.run(live_screen()), encoding="utf-8")
    print(f"Drawn: {folder / 'live.svg'}")


if __name__ == "__main__":
    main()
