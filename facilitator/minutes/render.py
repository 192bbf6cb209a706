"""The one door to the minutes of a session as text."""

from __future__ import annotations

from typing import Literal

from facilitator.minutes.document import document
from facilitator.minutes.markdown import to_markdown
from facilitator.minutes.short import short_text
from facilitator.session.state import State

Form = Literal["md", "chat"]


def render(state: State, form: Form = "md", timing: bool = False) -> str:
    """The minutes for the pod: `md` in full, as Markdown; `chat` as the short text. A line break ends both.

    `timing` adds planned and taken times, which are the chair's alone; the short text never has them.
    """
    if form == "chat":
        return short_text(state) + "\n"
    return to_markdown(document(state, timing=timing))
