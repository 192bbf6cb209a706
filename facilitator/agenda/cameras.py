"""What a stage asks of cameras and microphones, in words for where the people are. Pure."""

from __future__ import annotations

from facilitator.agenda.model import Cameras, Place
from facilitator.words.language import gettext as _


def camera_words(cameras: Cameras, place: Place = "video") -> str:
    """A few words for a line about the stage: `cameras off`; empty where the place asks for nothing."""
    return {
        "video": {
            "on": _("cameras on"),
            "off": _("cameras off"),
            "free": _("cameras as you like"),
            "aside": _("one person with camera and microphone off"),
        },
        "phone": {
            "on": "",
            "off": _("microphones off"),
            "free": _("microphones as you like"),
            "aside": _("one person with microphone off"),
        },
        "room": {
            "on": "",
            "off": _("everybody looks away"),
            "free": _("sit where you like"),
            "aside": _("one person turned away"),
        },
    }[place][cameras]


def camera_sentence(cameras: Cameras, place: Place = "video") -> str:
    """A sentence to read aloud, for {cameras} in a stage's own sentences."""
    return {
        "video": {
            "on": _("Please turn your cameras on."),
            "off": _("Please turn camera and microphone off."),
            "free": _("Camera on or off, as you like."),
            "aside": _("Please turn your camera and microphone off."),
        },
        "phone": {
            "on": _("Please turn your microphones on."),
            "off": _("Please turn your microphone off, and stay on the line."),
            "free": _("Microphone on or off, as you like."),
            "aside": _("Please turn your microphone off, and stay on the line."),
        },
        "room": {
            "on": _("Please look up again."),
            "off": _("Please look away from each other, at the window or at your paper."),
            "free": _("Sit where it is quiet for you."),
            "aside": _("Please turn your chair around."),
        },
    }[place][cameras]
