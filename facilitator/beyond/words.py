"""The questions about people and words: who is called what, and what stands in place of what is left."""

from __future__ import annotations

from facilitator.beyond.desk import Asking, Desk
from facilitator.minutes.beyond.choices import AS_OFFERED, may_be_somebody
from facilitator.minutes.beyond.note import Undecided
from facilitator.pod.beyond import quoted, reason, where
from facilitator.words.language import gettext as _
from facilitator.words.language import ngettext
from facilitator.words.visible import visible

KEEP = "k"
"""The answer that leaves a word as it is."""

_MOST_PLACES = 4


def ask_people(desk: Desk) -> Asking:
    """Show what stands for each person whom the lines name, until it is right."""
    while people := desk.prepared().note.people:
        desk.say("")
        desk.say(_("These people are in it, and this is what stands for them:"))
        for place, (name, role) in enumerate(people, 1):
            desk.say(f"  {place}  {visible(name)}: {visible(role)}")
        desk.say(_("Enter: it is right. To change one, type its number and the words: 1 a colleague"))
        answer = yield "people"
        if not answer:
            return
        number, _space, words = answer.partition(" ")
        words = words.strip()
        if not number.isdecimal() or not 1 <= int(number) <= len(people) or not words:
            desk.say(_("Type a number of the list, a space, and the words. Or Enter alone."))
        elif desk.acceptable(words):
            desk.decide(desk.kept.calling(desk.session, people[int(number) - 1][0], words))


def ask_words(desk: Desk) -> Asking:
    """Ask about each word that is left, until none is."""
    done = 0
    while left := desk.prepared().note.undecided:
        done += 1
        yield from _ask(desk, left[0], done, done - 1 + len(left))


def _ask(desk: Desk, one: Undecided, number: int, count: int) -> Asking:
    desk.say("")
    desk.say(
        _("{n} of {count}: {words}, {why}").format(
            n=number, count=count, words=visible(one.surface), why=reason(one.kind, one.people)
        )
    )
    for place in one.places[:_MOST_PLACES]:
        desk.say(f"  {where(place.number)}: {quoted(place.text)}")
    more = len(one.places) - _MOST_PLACES
    if more > 0:
        desk.say(ngettext("  and in {n} more line", "  and in {n} more lines", more).format(n=more))
    desk.say(
        _("Enter: replace it by “{offered}”. k: keep it. Or type other words.").format(
            offered=visible(one.offered)
        )
    )
    while not _decided(desk, one, (yield "words")):
        pass


def _decided(desk: Desk, one: Undecided, answer: str) -> bool:
    """Carry out an answer; False where it cannot be taken."""
    is_name = may_be_somebody(one.kind, one.people)
    if not answer:
        # A person's role is offered anew in each meeting; other words are remembered as they are.
        desk.decide(desk.kept.replacing(one.surface, AS_OFFERED if is_name else one.offered))
    elif answer.lower() != KEEP:
        if not desk.acceptable(answer):
            return False
        desk.decide(desk.kept.replacing(one.surface, answer))
    elif is_name:
        desk.decide(desk.kept.keeping_here(desk.session, one.surface))
    else:
        desk.decide(desk.kept.keeping(one.surface))
    return True
