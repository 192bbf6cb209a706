"""Asking a person, in plain numbered questions, for all that a learning note needs before it may go.

Enter takes what is offered. Every answer is kept at once, so that a broken line costs nothing. Nothing is
written anywhere else before the yes is on disk.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from facilitator.meeting.clock import Clock
from facilitator.meeting.opening import resume
from facilitator.minutes.beyond.choices import AS_OFFERED
from facilitator.minutes.beyond.consent import fingerprint, last_left_out
from facilitator.minutes.beyond.note import Undecided
from facilitator.minutes.beyond.plain import numbered
from facilitator.minutes.document import Document
from facilitator.pod.beyond import NotYet, Prepared, gather, missing_for, prepare, quoted, reason, where
from facilitator.pod.choices import Kept, recall_choices, remember_choices
from facilitator.session import intents as it
from facilitator.session.refused import Refused
from facilitator.session.state import State
from facilitator.store.trouble import StoreError
from facilitator.words.language import gettext as _
from facilitator.words.language import ngettext
from facilitator.words.visible import visible

KEEP = "k"
MOST_PLACES = 4

Read = Callable[[], "str | None"]
Say = Callable[[str], None]


class Stopped(StoreError):  # noqa: N818 - told as a sentence
    """The person stopped, or the input ended, before everything was answered."""


def can_ask() -> bool:
    """Whether somebody sits at a terminal, so that questions are seen and can be answered."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask_on_terminal(home: Path, folder: Path, state: State, clock: Clock) -> Document:
    """Ask on this terminal; the note when it may go. Raises Stopped and StoreError."""

    def read() -> str | None:
        print("> ", end="", file=sys.stderr, flush=True)
        line = sys.stdin.readline()
        return line.rstrip("\r\n") if line else None

    return Asking(home, folder, state, clock, read, lambda line: print(line, file=sys.stderr)).run()


class Asking:
    """The questions for one meeting. `read` gives the next answer (None: there are no more), `say` a line."""

    def __init__(self, home: Path, folder: Path, state: State, clock: Clock, read: Read, say: Say) -> None:
        self._home, self._folder, self._state, self._clock = home, folder, state, clock
        self._read, self._say = read, say
        self._known = gather(home)
        self._kept: Kept = recall_choices(home)
        self._left_out = last_left_out(state)

    def run(self) -> Document:
        """Ask until the note may go. Raises Stopped and StoreError; what was answered stays decided."""
        now = self._prepared()
        if now.ready():
            return now.note.document
        self._say(_("What goes beyond the pod names nobody. Some questions; Enter takes what is offered."))
        self._people(now)
        self._words()
        while not self._prepared().consent.given():
            self._reread()
            self._yes()
        return self._prepared().note.document

    def _prepared(self) -> Prepared:
        return prepare(self._folder.name, self._state, self._known, self._kept, self._left_out)

    def _answer(self) -> str:
        line = self._read()
        if line is None:
            raise Stopped(_("Stopped: nothing is written. What you have decided so far is remembered."))
        return line.strip()

    def _decide(self, kept: Kept) -> None:
        remember_choices(self._home, kept)
        self._kept = kept

    # People become roles.

    def _people(self, now: Prepared) -> None:
        while now.note.people:
            self._say("")
            self._say(_("These people are in it, and this is what stands for them:"))
            for place, (name, role) in enumerate(now.note.people, 1):
                self._say(f"  {place}  {visible(name)}: {visible(role)}")
            self._say(_("Enter: it is right. To change one, type its number and the words: 1 a colleague"))
            answer = self._answer()
            if not answer:
                return
            number, _space, words = answer.partition(" ")
            words = words.strip()
            if not number.isdecimal() or not 1 <= int(number) <= len(now.note.people) or not words:
                self._say(_("Type a number of the list, a space, and the words. Or Enter alone."))
                continue
            name = now.note.people[int(number) - 1][0]
            if self._acceptable(words):
                self._decide(self._kept.calling(self._folder.name, name, words))
            now = self._prepared()

    # Words that are left.

    def _words(self) -> None:
        left = self._prepared().note.undecided
        done = 0
        while left:
            done += 1
            self._word(left[0], done, done - 1 + len(left))
            left = self._prepared().note.undecided

    def _word(self, one: Undecided, number: int, count: int) -> None:
        self._say("")
        self._say(
            _("{n} of {count}: {words}, {why}").format(
                n=number, count=count, words=visible(one.surface), why=reason(one.kind, one.people)
            )
        )
        for place in one.places[:MOST_PLACES]:
            self._say(f"  {where(place.number)}: {quoted(place.text)}")
        more = len(one.places) - MOST_PLACES
        if more > 0:
            self._say(ngettext("  and in {n} more line", "  and in {n} more lines", more).format(n=more))
        self._say(
            _("Enter: replace it by “{offered}”. k: keep it. Or type other words.").format(
                offered=visible(one.offered)
            )
        )
        while True:
            answer = self._answer()
            if not answer:
                # A person's role is offered anew in each meeting; other words are remembered as they are.
                same = one.kind in ("person", "known")
                self._decide(self._kept.replacing(one.surface, AS_OFFERED if same else one.offered))
                return
            if answer.lower() == KEEP:
                if one.kind in ("person", "known"):
                    self._decide(self._kept.keeping_here(self._folder.name, one.surface))
                else:
                    self._decide(self._kept.keeping(one.surface))
                return
            if self._acceptable(answer):
                self._decide(self._kept.replacing(one.surface, answer))
                return

    def _acceptable(self, words: str) -> bool:
        """Whether these words hold no name of a person themselves; says so where they do."""
        names = self._prepared_check(words)
        if names:
            self._say(_("These words still hold {names}. Type others.").format(names=", ".join(names)))
        return not names

    def _prepared_check(self, words: str) -> list[str]:
        from facilitator.minutes.beyond.leftover import Check

        check = Check(dict.fromkeys(self._state.names(), ""), self._known.people, {}, self._known.ordinary)
        choices = self._kept.of(self._folder.name)
        return [
            visible(hit.surface)
            for hit in check.hits(words)
            if hit.kind != "capital" and not choices.stays(hit)
        ]

    # The whole text, as it will go.

    def _reread(self) -> None:
        while True:
            self._words()
            now = self._prepared()
            self._say("")
            self._say(_("This is the whole text:"))
            self._say("")
            for line in numbered(now.note.document):
                self._say(f"  {line}".rstrip())
            self._say("")
            if not now.note.lines:
                return
            self._say(
                _(
                    "Read it as somebody of the same field: can they tell who it is, or where? "
                    "Look at places, numbers and dates."
                )
            )
            self._say(
                _(
                    "Enter: it is right. A number leaves that line out. "
                    "To replace words, type: words = other words"
                )
            )
            answer = self._answer()
            if not answer:
                return
            self._change(answer, now)

    def _change(self, answer: str, now: Prepared) -> None:
        old, equals, new = (part.strip() for part in answer.partition("="))
        if not equals and answer.isdecimal():
            if int(answer) in now.note.lines:
                self._left_out = tuple(sorted({*self._left_out, int(answer)}))
            elif int(answer) in self._left_out:
                self._left_out = tuple(one for one in self._left_out if one != int(answer))
            else:
                self._say(_("There is no line {number} in this text.").format(number=answer))
        elif equals and old and new:
            if self._acceptable(new):
                self._decide(self._kept.replacing(old, new))
                if self._prepared().note.document == now.note.document:
                    self._decide(self._kept.without(old))
                    self._say(_("“{words}” does not stand in it.").format(words=visible(old)))
        else:
            self._say(_("Type a line's number, or: words = other words. Or Enter alone."))

    # The yes.

    def _yes(self) -> None:
        now = self._prepared()
        consent = now.consent
        if consent.given():
            return
        self._say("")
        if consent.asked:
            name = consent.asked[0]
            self._say(
                _(
                    "{name} {why}. Read or send the text above to {name}: may exactly this leave the pod?"
                ).format(name=visible(name), why=consent.why)
            )
            self._say(_("After a yes, type the full name of who said it. Enter alone: there is no yes yet."))
        else:
            name = ""
            self._say(
                _(
                    "Somebody {why}, but the meeting does not say who. "
                    "Ask that person: may exactly this leave the pod?"
                ).format(why=consent.why)
            )
            self._say(_("After a yes, type the full name of who said it. Enter alone: there is no yes yet."))
        said = self._answer()
        if not said:
            raise NotYet("\n".join((_("Nothing is written."), *missing_for(now)[1:])))
        who = self._who(said, name)
        if who:
            self._record(who, now)

    def _who(self, said: str, wanted: str) -> str:
        """Who said yes, as the meeting writes the name; empty where that cannot be told."""
        from facilitator.capture.names import name_key

        names = (wanted,) if wanted else self._state.names()
        if not names:
            return said
        for name in names:
            if name_key(name) == name_key(said):
                return name
        if wanted:
            self._say(_("The yes of {name} is needed. Type that full name.").format(name=visible(wanted)))
        else:
            listed = ", ".join(map(visible, names))
            self._say(_("Type the full name of somebody of this meeting: {names}.").format(names=listed))
        return ""

    def _record(self, who: str, now: Prepared) -> None:
        digest = fingerprint(now.note.document)
        meeting = resume(self._folder, self._clock)
        try:
            outcome = meeting.submit(it.ApproveBeyond(giver=who, digest=digest, left_out=self._left_out))
            kept = meeting.wait_kept(outcome.mark)
        except Refused as refusal:
            raise StoreError(refusal.sentence) from None
        finally:
            written = meeting.leave()
        if not (kept and written):
            raise StoreError(
                meeting.trouble or _("The disk did not answer in time: the yes is not recorded.")
            )
        self._state = meeting.state
        self._say(_("Recorded: {name} says yes to exactly this text.").format(name=visible(who)))
