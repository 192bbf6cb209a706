"""The questions in their order: people, words, the whole text, the yes. Whoever asks them drives this."""

from __future__ import annotations

from facilitator.beyond.consenting import ask_consents
from facilitator.beyond.desk import Asking, Desk
from facilitator.beyond.rereading import reread
from facilitator.beyond.words import ask_people, ask_words
from facilitator.words.language import gettext as _


def questions(desk: Desk) -> Asking:
    """Ask until the note may go, which may be at once.

    Raises NotYet where a yes is not there yet, and StoreError; what was decided stays decided.
    """
    if desk.prepared().ready():
        return
    desk.say(_("What goes beyond the pod names nobody. Some questions; Enter takes what is offered."))
    yield from ask_people(desk)
    yield from ask_words(desk)
    while not desk.prepared().ready():
        yield from reread(desk)
        yield from ask_consents(desk)
