"""The app from its first screen to the last word on the terminal."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.meeting.clock import Clock
from facilitator.meeting.meeting import Meeting
from facilitator.meeting.opening import Wanted
from facilitator.meeting.practice import Practice
from facilitator.session.refused import Refused
from facilitator.settings.model import Settings
from facilitator.share.titled import title_kept
from facilitator.words.language import gettext as _

if TYPE_CHECKING:
    pass
from facilitator.app.opening import FacilitatorApp


def run_app(
    home: Path,
    clock: Clock,
    *,
    wanted: Wanted | None = None,
    begin: bool = False,
    meeting: Meeting | None = None,
    settings: Settings | None = None,
    notice: str = "",
    practice: Practice | None = None,
) -> int:
    """Run the app until it is left; returns the exit status of the command."""
    app = FacilitatorApp(
        home,
        clock,
        wanted=wanted,
        begin=begin,
        meeting=meeting,
        settings=settings,
        notice=notice,
        practice=practice,
    )
    try:
        with title_kept(app.outside.terminal):
            status = app.run()
    except Refused as refusal:
        app.farewell, status = refusal.sentence, 1
    kept = True
    if app.meeting is not None:
        kept = app.meeting.leave()
        if not kept:
            app.farewell = _("Not everything could be written: {why}").format(
                why=app.meeting.trouble or _("the disk did not answer in time.")
            )
    if app.farewell:
        print(app.farewell, file=sys.stderr if status or not kept else sys.stdout)
    return status if status is not None and kept and app.return_code in (0, None) else 1
