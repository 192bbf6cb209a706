"""The minutes of a meeting for whoever they are for: the pod, those beyond it, or the programme."""

from __future__ import annotations

from pathlib import Path

from facilitator.meeting.opening import look
from facilitator.minutes.document import Audience, Document, document
from facilitator.session.state import State
from facilitator.store.places import find_session
from facilitator.store.places import home as home_folder
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible


def document_for(
    home: Path, folder: Path, state: State, audience: Audience = "pod", *, timing: bool = False
) -> Document:
    """What the minutes say to this audience. `timing` adds planned and taken times, for the pod alone.

    For `beyond` a person at a terminal is asked about every name that is left, and for the yes. Where nobody
    can be asked, raises NotYet with all that is missing; StoreError where something cannot be read or kept.
    """
    if audience == "pod":
        return document(state, timing=timing)
    # Imported here: the pod's own minutes go without the check for names and the words it knows.
    if audience == "programme":
        from facilitator.minutes.beyond.programme import programme
        from facilitator.pod.ordinary import shipped_titles

        return programme(state, shipped_titles())
    from facilitator.beyond.terminal import ask_here, can_ask

    if can_ask():
        return ask_here(home, folder, state)
    from facilitator.pod.beyond import released

    return released(home, folder, state)


def beyond_lines(home: str | None, session: str) -> list[str]:
    """Ask for all that the learning note of a session needs; then who said yes, and how it is written.

    Raises NotYet and StoreError, as `document_for` does.
    """
    place = home_folder(home)
    folder = find_session(place, session)
    document_for(place, folder, look(folder).state, "beyond")
    state = look(folder).state
    said = [
        _("{name} said yes on {when}.").format(name=visible(one.giver), when=_day(one.at, state.zone))
        for one in state.beyond
    ]
    command = f"facilitator minutes {folder.name} --audience beyond"
    return [*said, _("The text may go beyond the pod. This prints it: {command}").format(command=command)]


def withdraw_yes(home: str | None, session: str, name: str) -> list[str]:
    """Take back somebody's yes. Raises Refused where that person said none, and StoreError."""
    from facilitator.capture.names import Roster, person
    from facilitator.meeting.clock import SystemClock
    from facilitator.meeting.recording import record
    from facilitator.session import intents as it

    place = home_folder(home)
    folder = find_session(place, session)
    state = look(folder).state
    giver = person(Roster([one.giver for one in state.beyond] or state.names()), name)
    record(folder, SystemClock(), it.WithdrawBeyond(giver))
    return [
        _("{name} takes the yes back: nothing of this meeting goes beyond the pod.").format(
            name=visible(giver)
        ),
        _("What was passed on before cannot be called back by this program."),
    ]


def glossary_lines(home: str | None, word: str | None, again: str | None) -> list[str]:
    """Add a word to those that are looked for, take back what was decided about one, or list all.

    Raises StoreError, also where nothing was decided about a word.
    """
    from facilitator.beyond.glossary import add, ask_again, remembered

    place = home_folder(home)
    said = add(place, word) if word is not None else []
    said += ask_again(place, again) if again is not None else []
    return said or remembered(place)


def _day(stamp: str, zone: str) -> str:
    from facilitator.words.dates import local, long_date

    return long_date(local(stamp, zone))
