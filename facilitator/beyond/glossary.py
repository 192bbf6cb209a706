"""What the pod has decided about words: told, added to and taken back. A decision is never for good."""

from __future__ import annotations

from pathlib import Path

from facilitator.minutes.beyond.choices import AS_OFFERED
from facilitator.minutes.beyond.leftover import LEFT_OUT
from facilitator.pod.choices import Kept, OfMeeting, recall_choices, remember_choices
from facilitator.store.trouble import StoreError
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible


class NoSuchChoice(StoreError):  # noqa: N818 - told as a sentence
    """Nothing was decided about these words."""


def remembered(home: Path) -> list[str]:
    """All decisions, a line each; one sentence where there are none. Raises StoreError."""
    kept = recall_choices(home)
    lines = [_becomes(word, words) for word, words in kept.replaced.items()]
    lines += [_("{words}: stays.").format(words=visible(word)) for word in kept.kept]
    for session, here in kept.meetings.items():
        lines += [
            _("{words}: stays in {session} alone.").format(words=visible(word), session=visible(session))
            for word in here.kept
        ]
        lines += [
            _("{words}: becomes “{instead}” in {session} alone.").format(
                words=visible(name), instead=visible(role), session=visible(session)
            )
            for name, role in here.roles.items()
        ]
    if not lines:
        return [_("Nothing was decided about any word yet.")]
    return [*lines, _("To be asked again about a word: facilitator beyond --ask-again WORD")]


def add(home: Path, typed: str) -> list[str]:
    """Look for these words from now on: `WORDS`, or `WORDS = other words`. Raises StoreError."""
    words, _equals, instead = (part.strip() for part in typed.partition("="))
    if not words:
        raise NoSuchChoice(_('Type words to look for: facilitator beyond --word "Annie = a member"'))
    kept = recall_choices(home).replacing(words, instead or LEFT_OUT)
    remember_choices(home, kept)
    return [_becomes(words, instead or LEFT_OUT), _("In any other form it is asked about.")]


def ask_again(home: Path, word: str) -> list[str]:
    """Take back all that was decided about a word, in every meeting. Raises NoSuchChoice and StoreError."""
    kept = recall_choices(home)
    left = _without(kept, word)
    if left == kept:
        raise NoSuchChoice(
            _("Nothing was decided about “{words}”. This lists all: facilitator beyond --words").format(
                words=visible(word)
            )
        )
    remember_choices(home, left)
    return [_("{words} is asked about again.").format(words=visible(word))]


def _becomes(word: str, words: str) -> str:
    if words == AS_OFFERED:
        return _("{words}: becomes what is offered in each meeting.").format(words=visible(word))
    return _("{words}: becomes “{instead}”.").format(words=visible(word), instead=visible(words))


def _without(kept: Kept, word: str) -> Kept:
    meetings = {
        session: OfMeeting(
            kept=tuple(one for one in here.kept if one != word),
            roles={name: role for name, role in here.roles.items() if name != word},
            left_out=here.left_out,
        )
        for session, here in kept.meetings.items()
    }
    rest = kept.without(word)
    return Kept(format=rest.format, kept=rest.kept, replaced=rest.replaced, meetings=meetings)
