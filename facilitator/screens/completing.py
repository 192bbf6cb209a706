"""What a half-typed line could become: commands, names, and what only this moment offers. No Textual here."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.capture.complete import complete
from facilitator.meeting.at_hand import decks_of
from facilitator.meeting.meeting import Meeting
from facilitator.prompts.choose import dimensions
from facilitator.prompts.hard import moments
from facilitator.session.events import NoteKind
from facilitator.session.offers import offers
from facilitator.share.wish import WORDS


class Completing:
    """Completes the line of one meeting; the same key again takes the next thing it could have become."""

    def __init__(self, meeting: Meeting) -> None:
        self._meeting = meeting
        self._offered: tuple[str, ...] = ()
        """What the last key that completes could have made of the line; `_taken` is which of it was."""
        self._taken = 0

    def completions(self, text: str, kind: NoteKind) -> tuple[str, ...]:
        """Whole lines that this half-typed one could become, best first; `kind` is that without a mark."""
        state = self._meeting.state
        names = [one.id for one in dimensions(decks_of(self._meeting))]
        found = complete(text, state, names, self._words_for(text), kind)
        mine = ("/mine ",) if len(text) > 2 and "/mine".startswith(text) else ()
        return (*found, *mine)

    def _words_for(self, text: str) -> dict[str, Sequence[str]]:
        """What commands take that is not in the state; only looked up for the command that is being typed."""
        begun = text.lstrip()[1:].casefold()
        if begun.startswith("hard"):
            return {"hard": [one.name for one in moments(self._meeting.state.agenda.language or "en")]}
        if begun.startswith("share"):
            return {"share": WORDS}
        if begun.startswith("take"):
            found = offers(self._meeting.state, self._meeting.moment())
            return {"take": [str(number) for number in range(1, len(found) + 1)]}
        return {}

    def complete(self, text: str, kind: NoteKind) -> str | None:
        """The text completed; again, as the next thing it could have become. None: nothing to complete."""
        if len(self._offered) > 1 and text == self._offered[self._taken]:
            self._taken = (self._taken + 1) % len(self._offered)
        else:
            self._offered, self._taken = self.completions(text, kind), 0
        return self._offered[self._taken] if self._offered else None
