"""What a programme gets of a meeting: figures. No names, no titles that somebody typed, no words of it."""

from __future__ import annotations

from collections.abc import Collection

from facilitator.minutes.document import Document, document
from facilitator.session.state import State
from facilitator.words.dates import from_stamp
from facilitator.words.language import gettext as _
from facilitator.words.language import ngettext


def programme(state: State, titles: Collection[str] = ()) -> Document:
    """Date, length, format, how many were there and how many next steps, without those for the pod only.

    The format is named where its title is one of `titles`, those that come with the program: the title of an
    agenda that somebody wrote, and the name of its file, are words of the pod.
    """
    pod = document(state)
    steps = sum(not line.pod_only for line in pod.steps)
    people = len(pod.present)
    return Document(
        audience="programme",
        format=pod.format if pod.format in titles else _("An agenda of their own"),
        status=pod.status,
        date=pod.date,
        span=pod.date,
        rehearsal=pod.rehearsal,
        figures=(
            (_("Length"), _length(state)),
            (_("Present"), ngettext("{n} person", "{n} people", people).format(n=people)),
            (_("Next steps"), str(steps)),
        ),
    )


def _length(state: State) -> str:
    """From beginning to end, as clocks on the wall have it, to the minute."""
    if not state.started_at:
        return _("not begun yet")
    if not state.closed_at:
        return _("still open")
    seconds = (from_stamp(state.closed_at) - from_stamp(state.started_at)).total_seconds()
    minutes = max(round(seconds / 60), 0)
    return ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes)
