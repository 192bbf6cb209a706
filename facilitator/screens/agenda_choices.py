"""What there is to choose from in an agenda file: the word in the file, and what people read for it."""

from __future__ import annotations

from facilitator.words.language import gettext as _


def lengths() -> dict[str, str]:
    """For whom the minutes of a stage are."""
    return {
        "minutes": _("all together"),
        "per_person": _("each person"),
        "per_other": _("each person but the case giver"),
    }


def cameras() -> dict[str, str]:
    """What is asked of cameras."""
    return {
        "on": _("on"),
        "off": _("off"),
        "free": _("as you like"),
        "aside": _("off for the one person it is about"),
    }


def repeats() -> dict[str, str]:
    """For what a stage is run again."""
    return {
        "": _("no"),
        "person": _("for each person"),
        "case": _("for each case"),
        "member": _("for each of a small group"),
    }


def places() -> dict[str, str]:
    """Where the people are."""
    return {"video": _("on a video call"), "phone": _("on the phone"), "room": _("in one room")}
