"""The door behind `facilitator view`: the room on a second terminal, or as a page for a browser.

It stands apart from the other doors so that this program never loads the session at all: it cannot show what
it cannot read.
"""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from facilitator.meeting.clock import SystemClock
from facilitator.meeting.room.watch import Watch, newest_room
from facilitator.store.places import find_session
from facilitator.store.places import home as home_folder
from facilitator.store.trouble import StoreError, shown
from facilitator.words.language import gettext as _


def view_room(home: str | None, session: str | None, html: str | None, *, force: bool) -> int:
    """Show the room until it is left (screen) or the meeting has ended (page); the exit status.

    Without a session: the one that is open now, else the last; and the next one when that has ended.
    """
    if force and html is None:
        raise click.UsageError(_("--force belongs to --html FILE: it says that the file may be replaced."))
    place = home_folder(home)
    if html is None and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise StoreError(_("There is no terminal to draw on. For a page in a browser, add: --html FILE"))
    clock = SystemClock()
    if session is None:
        watch = Watch(_current(place), clock, elsewhere=lambda: _current(place))
    else:
        watch = Watch(find_session(place, session), clock)
    if html is not None:
        return _publish(watch, clock, Path(html), force)
    from facilitator.keymap import screen_settings
    from facilitator.screens.room import run_room

    # What is wrong with the settings is for the chair and not for the screen that is shared.
    settings, _notice = screen_settings()
    status, fault = run_room(watch, settings)
    if fault is not None:
        from facilitator.fault import fault_sentence

        print(fault_sentence(place, fault), file=sys.stderr)
    return status


def _current(home: Path) -> Path:
    return newest_room(home) or find_session(home, "last")


def _publish(watch: Watch, clock: SystemClock, path: Path, force: bool) -> int:
    from facilitator.meeting.room.publish import RoomPage

    page = RoomPage(watch, clock, path, force)
    with _told_to_stop() as stop:
        page.update()
        said = _("{file} shows the meeting: open it in a browser. Ctrl+C ends it.")
        print(said.format(file=shown(path)), flush=True)
        print(page.follow(stop.wait))
    return 0


@contextmanager
def _told_to_stop() -> Iterator[threading.Event]:
    """An event that Ctrl+C, a closed window or a kind kill sets."""
    stop = threading.Event()
    numbers = [number for name in ("SIGINT", "SIGTERM", "SIGHUP") if (number := getattr(signal, name, None))]
    before = {number: signal.signal(number, lambda *_told: stop.set()) for number in numbers}
    try:
        yield stop
    finally:
        for number, old in before.items():
            signal.signal(number, old)
