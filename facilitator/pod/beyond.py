"""The learning note of a meeting with all that a pod knows and has decided, and whether it may go."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from facilitator.minutes.beyond.consent import Consent, consent, last_left_out
from facilitator.minutes.beyond.folding import words_of
from facilitator.minutes.beyond.note import ROLE, TITLE, Known, Note, note
from facilitator.minutes.document import Document
from facilitator.pod.choices import Kept, recall_choices
from facilitator.pod.known import known_elsewhere, known_people
from facilitator.pod.ordinary import ordinary_words, shipped_phrases, shipped_titles
from facilitator.pod.places import known_places
from facilitator.session.state import State
from facilitator.store.trouble import StoreError
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible

_LONGEST = 120
"""Characters of a line that is quoted."""


class Prepared(Struct, frozen=True):
    """A note, and what is missing before it may go: decisions about words, and a yes."""

    note: Note
    consent: Consent

    def ready(self) -> bool:
        """Whether it may go."""
        return not self.note.undecided and self.consent.given()


class NotYet(StoreError):  # noqa: N818 - told as sentences
    """The note may not go. It lists what is undecided, each with its line, and whose yes is missing."""


def gather(home: Path) -> Known:
    """What is known besides a meeting. Raises StoreError."""
    ordinary = ordinary_words()
    listed = known_elsewhere(home)
    # Those whom a pod turns to may be an office: "programme" alone is no name.
    offices = tuple(name for name in listed if _is_office(name, ordinary))
    return Known(
        people=(*known_people(home), *(name for name in listed if name not in offices)),
        ordinary=ordinary,
        titles=shipped_titles(),
        places=known_places(),
        phrases=shipped_phrases(),
        words=offices,
    )


def _is_office(name: str, ordinary: frozenset[str]) -> bool:
    return any(word.key in ordinary for word in words_of(name))


def prepare(session: str, state: State, known: Known, kept: Kept) -> Prepared:
    """The note of a meeting as it stands; `session` is the name of its folder."""
    made = note(state, known, kept.of(session), left_out(session, state, kept))
    return Prepared(made, consent(state, made))


def left_out(session: str, state: State, kept: Kept) -> tuple[int, ...]:
    """The lines that stay in the pod: as decided, else as in the text to which somebody said yes last."""
    decided = kept.left_out(session)
    return last_left_out(state) if decided is None else decided


def released(home: Path, folder: Path, state: State) -> Document:
    """The note of the meeting in a folder, if it may go.

    Raises NotYet with everything that is missing, and StoreError where the pod's decisions cannot be read.
    """
    prepared = prepare(folder.name, state, gather(home), recall_choices(home))
    if not prepared.ready():
        raise NotYet("\n".join(missing_for(prepared)))
    return prepared.note.document


def missing_for(prepared: Prepared) -> list[str]:
    """What is missing before a note may go, a line each."""
    said = [
        _("This text may not go beyond the pod yet. The same command in a terminal asks about all of this.")
    ]
    for one in prepared.note.undecided:
        what = _("{words}: {why}").format(words=visible(one.surface), why=reason(one.kind, one.people))
        for place in one.places:
            said.append(f"{where(place.number)}, {what}\n    {quoted(place.text)}")
    said += wanted_yes(prepared.consent)
    return said


def wanted_yes(consent: Consent) -> list[str]:
    """Whose yes is missing, in sentences."""
    said = [
        _("Missing: the yes of {name}, who {why}, to exactly this text.").format(
            name=visible(name), why=consent.why
        )
        for name in consent.asked
    ]
    if consent.unnamed:
        said.append(
            _("Missing: the yes of the person who {why}, to exactly this text.").format(why=consent.why)
        )
    return said


def where(number: int) -> str:
    """Where in the minutes something stands."""
    if number == ROLE:
        return _("What stands for a person")
    return _("The title of the agenda") if number == TITLE else _("Line {number}").format(number=number)


def reason(kind: str, people: tuple[str, ...]) -> str:
    """Why words are asked about."""
    names = _(" or ").join(map(visible, people))
    return {
        "person": _("a name of this meeting ({names})"),
        "known": _("a name that the pod knows ({names})"),
        "word": _("a word of the pod's list"),
        "email": _("an e-mail address"),
        "phone": _("a phone number"),
        "link": _("a link"),
        "handle": _("the name of an account, or a hashtag"),
        "number": _("a number by which somebody or a place is found"),
        "place": _("a country, a place or a language"),
        "address": _("an address"),
        "organisation": _("an organisation"),
        "office": _("an office that one person holds"),
        "age": _("an age"),
        "script": _("words in a script that shows no names"),
        "capital": _("a word with a capital letter, perhaps short for {names}")
        if people
        else _("a word with a capital letter"),
    }[kind].format(names=names)


def quoted(text: str) -> str:
    """A line as it stands, cut where it is long."""
    text = visible(text)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
