"""Questions that the views answer."""

from __future__ import annotations

import difflib

from facilitator.capture.commands.call import Call, Reader
from facilitator.capture.commands.wanted import Ask, Prompt, Question, ShowPractice
from facilitator.capture.grammar import COMMANDS
from facilitator.capture.names import name_key
from facilitator.session.refused import Refused
from facilitator.words.language import gettext as _

_ELSEWHERE = {"quit": ("leave",), "exit": ("leave",), "bye": ("leave",), "end": ("close", "end-at")}
"""What other programs call it."""


def no_such_command(name: str) -> str:
    """That there is no such command, with the nearest one."""
    if not name:
        return _("Write a command right after the /. /help lists them.")
    if not any(char.isalpha() for char in name) or "/" in name:
        return _("No command /{name}. To keep a line that begins with /, write \\ before it.").format(
            name=name
        )
    begun = [known for known in COMMANDS if known.startswith(name)]
    near = _ELSEWHERE.get(name, ()) or begun or difflib.get_close_matches(name, COMMANDS, n=1, cutoff=0.6)
    if not near:
        return _("No command /{name}. /help lists them.").format(name=name)
    return _("No command /{name}. Did you mean /{nearest}?").format(name=name, nearest=near[0])


_QUESTIONS: tuple[Question, ...] = (
    "say",
    "time",
    "who",
    "agenda",
    "notes",
    "steps",
    "help",
    "quiet",
    "late",
    "peek",
    "hints",
    "voices",
    "airtime",
    "sheet",
)
"""Those that are asked by their own name; what comes after them names a command."""


def _asks(what: Question) -> Reader:
    def read(call: Call) -> Ask:
        words = name_key(call.rest.lstrip("/／"))
        if words and words not in COMMANDS:
            raise Refused(no_such_command(words))
        return Ask(what, words)

    return read


READERS: dict[str, Reader] = {
    "hard": lambda call: Ask("hard", call.rest),
    "practices": lambda call: ShowPractice(call.rest) if call.rest else Ask("practices"),
    "prompt": lambda call: Prompt(call.rest),
    **{what: _asks(what) for what in _QUESTIONS},
}
