"""What can be told to a terminal beside the screen: its title, and a message on the desktop. Pure.

The sequences are the terminals' own, so they reach the person also over a remote login, where a library for
notifications would knock at the desktop of a computer that nobody sits at. A message is sent only to those
that are known to take it; to all others nothing is, so that nothing can stand there as garbage.

Sources: xterm's control sequences (OSC 2, CSI 22 t and 23 t); iTerm2's proprietary escape codes (OSC 9);
urxvt's notify extension as Ghostty, WezTerm and foot took it over (OSC 777); kitty's desktop notifications
(OSC 99); tmux's FAQ on passing sequences through.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from facilitator.words.visible import visible

_ESC = "\x1b"
_ST = "\x1b\\"
"""Ends a sequence. A bell would end it too, and would sound where the sequence is not known."""

TITLE_LONGEST = 80
"""Characters; window lists show less."""

MESSAGE_LONGEST = 200

_NO_TITLE = frozenset({"", "dumb", "linux", "unknown"})
"""Values of TERM without a title: older consoles of Linux would show the sequence as text."""

Messages = Literal["", "osc9", "osc777", "osc99"]


class Terminal(Struct, frozen=True):
    """What is known of the terminal in front of the person."""

    titles: bool = False
    messages: Messages = ""
    """How it is given a message for the desktop; empty: not at all, or nobody knows."""
    tmux: bool = False
    """tmux stands between us; it may or may not let a message through."""


def terminal_of(environment: Mapping[str, str], *, windows: bool = False) -> Terminal:
    """What is known of the terminal, from the names it gives itself in the environment.

    Over ssh TERM comes along, and LC_TERMINAL mostly does; inside tmux what the terminal outside had set when
    tmux began is still there.
    """
    term = environment.get("TERM", "")
    tmux = bool(environment.get("TMUX")) or term.startswith("tmux")
    # GNU screen and zellij give no way to the terminal outside that is known to work.
    closed = bool(environment.get("STY") or environment.get("ZELLIJ"))
    return Terminal(
        titles=windows or term not in _NO_TITLE,
        messages="" if closed else _messages(environment, term),
        tmux=tmux,
    )


def _messages(environment: Mapping[str, str], term: str) -> Messages:
    program = environment.get("TERM_PROGRAM", "")
    if term == "xterm-kitty" or environment.get("KITTY_WINDOW_ID"):
        return "osc99"
    if term == "xterm-ghostty" or program == "ghostty" or environment.get("GHOSTTY_RESOURCES_DIR"):
        return "osc777"
    if term == "wezterm" or program == "WezTerm" or environment.get("WEZTERM_PANE"):
        return "osc777"
    if term.partition("-")[0] == "foot":
        return "osc777"
    if program == "iTerm.app" or environment.get("LC_TERMINAL") == "iTerm2":
        return "osc9"
    # Windows Terminal, the Terminal of macOS, VTE, Konsole, Alacritty, xterm: none, or not in every version.
    return ""


def title_kept() -> str:
    """Asks the terminal to remember its title. Where it cannot, it ignores this."""
    return f"{_ESC}[22;2t"


def title_given_back() -> str:
    """Takes our title away, and brings back the one that was remembered where there is one."""
    return f"{_ESC}]2;{_ST}{_ESC}[23;2t"


def title(words: str) -> str:
    """Sets the title."""
    return f"{_ESC}]2;{_safe(words, TITLE_LONGEST)}{_ST}"


def message(terminal: Terminal, heading: str, words: str) -> str:
    """Shows a message on the desktop; empty where the terminal is not known to have any."""
    heading, words = _safe(heading, MESSAGE_LONGEST), _safe(words, MESSAGE_LONGEST)
    match terminal.messages:
        case "osc9":
            # The heading in front also keeps a number at the beginning from being read as another command.
            sequence = f"{_ESC}]9;{heading}: {words}{_ST}"
        case "osc777":
            # A semicolon would end the heading.
            sequence = f"{_ESC}]777;notify;{heading.replace(';', ',')};{words.replace(';', ',')}{_ST}"
        case "osc99":
            # The same id, so that a new message takes the place of the old one. Never over our own window.
            about = f"{_ESC}]99;i=facilitator:o=unfocused"
            sequence = f"{about}:d=0;{heading}{_ST}{about}:p=body;{words}{_ST}"
        case _:
            return ""
    return _through_tmux(sequence) if terminal.tmux else sequence


def _through_tmux(sequence: str) -> str:
    """Each part for itself: tmux hands on what stands in the envelope, or drops it whole."""
    parts = re.findall(r".+?\x1b\\", sequence, re.DOTALL)
    doubled = (part.replace(_ESC, _ESC * 2) for part in parts)
    return "".join(f"{_ESC}Ptmux;{part}{_ST}" for part in doubled)


def _safe(words: str, longest: int) -> str:
    """The words without anything that a terminal would obey, or that would turn the direction of the rest."""
    shown = visible(" ".join(words.split()))
    plain = "".join(one for one in shown if unicodedata.category(one) not in ("Cc", "Cf", "Cs", "Zl", "Zp"))
    return plain if len(plain) <= longest else plain[: longest - 1].rstrip() + "…"
