"""The minutes of a meeting for whoever they are for: the pod, those beyond it, or the programme."""

from __future__ import annotations

from pathlib import Path

from facilitator.minutes.document import Audience, Document, document
from facilitator.session.state import State


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
