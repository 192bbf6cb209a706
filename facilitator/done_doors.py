"""What lies behind `facilitator done`: the open next steps of all meetings, and saying which are done."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.meeting.clock import SystemClock
from facilitator.meeting.opening import look
from facilitator.meeting.recording import record
from facilitator.minutes.times import due_date
from facilitator.search.finder import Finder
from facilitator.search.record import Hit, session_at
from facilitator.search.wish import Wish
from facilitator.session.decide_done import step_of
from facilitator.session.describe import done_sentence
from facilitator.session.intents import MarkDone
from facilitator.session.refused import Refused
from facilitator.session.steps import is_done
from facilitator.store.places import find_session
from facilitator.store.places import home as home_folder
from facilitator.store.trouble import StoreError
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible


class NoStep(StoreError):  # noqa: N818 - told as a sentence
    """Why a line cannot be marked as done, in a sentence."""


def mark(home: str | None, session: str, numbers: Sequence[int], *, done: bool) -> list[str]:
    """Say of steps that they are done, or not done after all; what is to be said of it.

    One that stands like this already is no error. Raises StoreError where there is no such step, and where
    the session cannot be written: it is open in another window, or can only be read.
    """
    folder = find_session(home_folder(home), session)
    state = look(folder).state
    try:
        steps = tuple(step_of(state, number) for number in dict.fromkeys(numbers))
    except Refused as refusal:
        raise NoStep(refusal.sentence) from None
    same = [number for number in steps if is_done(state, number) == done]
    new = tuple(number for number in steps if number not in same)
    if new:
        record(folder, SystemClock(), MarkDone(new, done))
    lines = [*_already(same, done), *([done_sentence(new, done)] if new else [])]
    return [f"{visible(folder.name)}: {line}" for line in lines]


def _already(numbers: Sequence[int], done: bool) -> list[str]:
    said = _("Next step {number} is done already.") if done else _("Next step {number} is open already.")
    return [said.format(number=number) for number in numbers]


def open_lines(home: str | None, session: str | None, owner: str) -> tuple[list[str], list[str]]:
    """The open steps of all meetings, newest meeting first (or of one), and what could not be read.

    Each begins with the two words that `facilitator done` takes. Rehearsals are left out unless one is named.
    """
    place = home_folder(home)
    only = find_session(place, session) if session else None
    finder = Finder(place)
    try:
        answer = finder.find(Wish(open_only=True, owner=owner.strip(), rehearsals=only is not None))
    finally:
        finder.close()
    hits = [hit for hit in answer.hits if only is None or place / hit.place == only]
    troubles = [
        f"{visible(session_at(where))}: {trouble}"
        for where, trouble in answer.troubles
        if only is None or place / where == only
    ]
    return [_line(hit) for hit in hits] or [_nothing(owner)], troubles


def _line(hit: Hit) -> str:
    note = hit.note
    who = ", ".join(note.owners) or _("Unassigned")
    if note.pod_only:
        who = f"{who}, " + _("pod only")
    due = " · " + _("by {date}").format(date=due_date(note.due)) if note.due else ""
    return visible(f"{hit.session} {note.number}  {who}: {note.text}{due}")


def _nothing(owner: str) -> str:
    if owner.strip():
        return _("No next step of {name} is open.").format(name=visible(owner.strip()))
    return _("No next step is open.")
