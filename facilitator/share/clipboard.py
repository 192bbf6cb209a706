"""Putting a text on the clipboard, and saying in one or two sentences what came of it.

Two ways: pyperclip, where this computer has a clipboard; OSC 52, the terminal's own way, where it has none.
OSC 52 gives no answer, so nobody can know whether the terminal took the text; the sentence says so.
"""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Callable, Mapping

from facilitator.words.language import gettext as _

PATIENCE = 2.0
"""Seconds that a clipboard may take. pyperclip itself waits for its helper program without end."""


def copy(
    text: str,
    osc52: Callable[[str], None],
    *,
    otherwise: str | Callable[[], str] = "",
    environment: Mapping[str, str] | None = None,
    patience: float = PATIENCE,
) -> str:
    """Copy a text; returns what was done, for the person. Never raises; takes at most `patience` seconds.

    `osc52` hands the text to the terminal. `otherwise` is a sentence that says where the text can be had if
    the terminal did not take it; a function is asked for it only where it is needed. Over a remote login both
    ways are tried: the clipboard there may be that of a computer nobody sits at.
    """
    names = os.environ if environment is None else environment
    remote = bool(names.get("SSH_CONNECTION") or names.get("SSH_TTY"))
    why_not = _by_pyperclip(text, patience)
    if not why_not and not remote:
        return _("Copied to the clipboard.")
    done = why_not or _("Copied to the clipboard of the computer that facilitator runs on.")
    handed = _by_terminal(text, osc52)
    elsewhere = otherwise if isinstance(otherwise, str) else otherwise()
    return " ".join(part for part in (done, handed, elsewhere) if part)


def _by_terminal(text: str, osc52: Callable[[str], None]) -> str:
    try:
        osc52(text)
    except Exception:  # noqa: BLE001 - whatever a terminal does wrong, the person gets a sentence
        return _("The terminal could not be asked to copy it.")
    return _("Handed to your terminal; not every terminal takes it: try to paste.")


def _by_pyperclip(text: str, patience: float) -> str:
    """Why the clipboard did not take it; empty when it did."""
    answers: queue.SimpleQueue[str] = queue.SimpleQueue()
    # A thread that nobody waits for at the end: a helper program that hangs would hold the exit up.
    threading.Thread(target=_ask, args=(text, answers), name="clipboard", daemon=True).start()
    try:
        return answers.get(timeout=patience)
    except queue.Empty:
        return _("The clipboard did not answer.")


def _ask(text: str, answers: queue.SimpleQueue[str]) -> None:
    try:
        import pyperclip

        pyperclip.copy(text)
    except ImportError:
        answers.put(_("There is no clipboard here."))
    except Exception as error:  # noqa: BLE001 - helper programs fail in ways of their own; each gets a sentence
        missing = type(error).__name__ == "PyperclipException"
        answers.put(_("There is no clipboard here.") if missing else _("The clipboard did not take it."))
    else:
        answers.put("")
