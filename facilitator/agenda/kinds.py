"""The kinds of a stage, as people read them."""

from __future__ import annotations

from facilitator.words.language import gettext as _


def kinds() -> dict[str, str]:
    """What people read for each kind."""
    return {
        "talk": _("one person talks"),
        "round": _("a round, one after the other"),
        "discussion": _("discussion"),
        "silence": _("silence"),
        "writing": _("everybody writes"),
        "capture": _("results are written down"),
    }
