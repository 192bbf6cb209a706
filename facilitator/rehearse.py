"""The doors behind `facilitator rehearse`: practising alone on the live screen, and where the time went."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from msgspec.structs import replace

from facilitator.agenda.own import find
from facilitator.doors import NoTerminal, plain_lines, plain_settings, run_plain
from facilitator.meeting.clock import SystemClock
from facilitator.meeting.meeting import Meeting
from facilitator.meeting.opening import Wanted, look, open_new
from facilitator.meeting.wanted import wanted
from facilitator.minutes.spent import time_lines
from facilitator.pod import practice
from facilitator.settings.file import load_settings
from facilitator.store.places import all_sessions, find_session
from facilitator.store.places import home as home_folder
from facilitator.store.trouble import StoreError
from facilitator.words.language import gettext as _


def rehearse(
    home: str | None,
    agenda: str | None,
    *,
    people: str | None,
    speed: str | None,
    minutes: str | None,
    seed: str | None,
    plain: bool = False,
) -> int:
    """Practise a meeting, with people who come late and talk on; then say where the time went.

    Returns the exit status. Without `people` the invented pod meets.
    """
    place = home_folder(home)
    asked = replace(_asked(place, agenda, people, speed, minutes), mishaps=seed or practice.seed())
    if plain:
        meeting = open_new(place, asked, SystemClock())
        status = run_plain(place, meeting, plain_lines(), plain_settings(), begin=True)
        _report(meeting)
        return status
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise NoTerminal(
            _(
                "There is no terminal to draw on. In plain lines, write: facilitator rehearse --plain; "
                "or, without mishaps: facilitator run --rehearse --plain"
            )
        )
    from facilitator.keymap import screen_settings

    settings, notice = screen_settings()
    meeting = open_new(place, asked, SystemClock())
    from facilitator.app import run_app

    said = _("{key} moves the clock on by a minute. What is said to you stands here.")
    notice = notice or said.format(key=settings.key("live.forward"))
    status = run_app(place, meeting.clock, meeting=meeting, settings=settings, notice=notice)
    _report(meeting)
    return status


def _report(meeting: Meeting) -> None:
    for line in time_lines(meeting.state):
        print(line)


def report_lines(home: str | None, session: str) -> list[str]:
    """Where the time of a session went, from its log; `last` is the last rehearsal."""
    place = home_folder(home)
    if session == "last":
        folder = next((one for one in all_sessions(place) if one.parent.name == "rehearsals"), None)
        if folder is None:
            raise StoreError(_("There is no rehearsal yet. facilitator rehearse begins one."))
    else:
        folder = find_session(place, session)
    found = look(folder)
    for report in found.reports:
        print(report, file=sys.stderr)
    return time_lines(found.state)


def _asked(
    home: Path, agenda: str | None, people: str | None, speed: str | None, minutes: str | None
) -> Wanted:
    plan = find(home, agenda or load_settings().settings.default_agenda)
    names = people or ", ".join(practice.PEOPLE)
    asked = wanted(
        plan,
        people=names,
        minutes=minutes,
        rehearse=True,
        speed=speed or f"{practice.SPEED:g}",
        now=datetime.now(UTC),
    )
    # Somebody has each role, as in a meeting: those who are named first, in the order of the roles.
    here = asked.people
    return replace(
        asked,
        chair=here[0],
        keeper=here[1] if len(here) > 1 else "",
        giver=here[min(2, len(here) - 1)],
    )
