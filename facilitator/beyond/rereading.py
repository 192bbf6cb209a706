"""The whole text as it would go: read, mended, and read again until it is right."""

from __future__ import annotations

from facilitator.beyond.desk import Asking, Desk
from facilitator.beyond.words import ask_words
from facilitator.minutes.beyond.echoes import echoes
from facilitator.minutes.beyond.plain import numbered
from facilitator.minutes.beyond.unseen import unseen
from facilitator.pod.beyond import Prepared
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible


def reread(desk: Desk) -> Asking:
    """Show the whole text and take changes to it, until somebody says that it is right."""
    while True:
        yield from ask_words(desk)
        now = desk.prepared()
        desk.say("")
        desk.say(_("This is the whole text:"))
        desk.say("")
        for line in numbered(now.note.document):
            desk.say(f"  {line}".rstrip())
        desk.say("")
        if not now.note.lines:
            return
        _hint(desk, now)
        desk.say(
            _(
                "Read it as somebody of the same field: can they tell who it is, or where? "
                "Look at places, numbers and dates."
            )
        )
        desk.say(
            _(
                "Enter: it is right. A number leaves that line out. "
                "To replace words, type: words = other words"
            )
        )
        answer = yield "text"
        if not answer:
            return
        _change(desk, answer, now)


def _hint(desk: Desk, now: Prepared) -> None:
    """What no check can decide: words that stay, and words of the case that come back."""
    stays = [visible(word) for word, words in now.note.settled if word == words]
    if stays:
        desk.say(_("You keep: {words}.").format(words=", ".join(stays)))
    blind = ", ".join(map(str, unseen(now.note)))
    if blind:
        desk.say(
            _(
                "No check finds an unknown name in a script without capital letters. "
                "Read these lines: {numbers}."
            ).format(numbers=blind)
        )
    again = [visible(word) for word in echoes(desk.state, now.note, desk.known.ordinary)]
    if again:
        desk.say(
            _("Words of the case stand in it again: {words}. Could they say who it is?").format(
                words=", ".join(again)
            )
        )


def _change(desk: Desk, answer: str, now: Prepared) -> None:
    old, equals, new = (part.strip() for part in answer.partition("="))
    if not equals and answer.isdecimal():
        _leave_out(desk, int(answer), now)
    elif equals and old and new:
        if desk.acceptable(new):
            _replace(desk, old, new, now)
    else:
        desk.say(_("Type a line's number, or: words = other words. Or Enter alone."))


def _leave_out(desk: Desk, number: int, now: Prepared) -> None:
    out = desk.left_out()
    if number in now.note.lines:
        desk.decide(desk.kept.leaving_out(desk.session, (*out, number)))
        desk.say(_("Line {number} stays in the pod. Its number again brings it back.").format(number=number))
    elif number in out:
        desk.decide(desk.kept.leaving_out(desk.session, tuple(one for one in out if one != number)))
    else:
        desk.say(_("There is no line {number} in this text.").format(number=number))


def _replace(desk: Desk, old: str, new: str, now: Prepared) -> None:
    """Other words for a person, for what stands in a word's place, or for words as they were typed."""
    same = old.casefold()
    people = [name for name, role in now.note.people if role.casefold() == same]
    replaced = [word for word, words in now.note.settled if words.casefold() == same]
    before = kept = desk.kept
    for name in people:
        kept = kept.calling(desk.session, name, new)
    if not people:
        for word in replaced or [old]:
            kept = kept.replacing(word, new)
    desk.decide(kept)
    if desk.prepared().note.document == now.note.document:
        desk.decide(before)
        desk.say(_("“{words}” does not stand in it.").format(words=visible(old)))
