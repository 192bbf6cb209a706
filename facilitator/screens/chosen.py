"""What was chosen in the lobby so far, and the meeting that comes of it. It knows nothing of Textual."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from msgspec.structs import replace

from facilitator.agenda.held import givers_of, held
from facilitator.agenda.lengths import natural_length
from facilitator.agenda.model import Agenda, Place
from facilitator.capture.names import Found, Roster, fold_space, name_key, person
from facilitator.meeting.opening import Wanted
from facilitator.pod.lists import Topic
from facilitator.screens.length import Length
from facilitator.session.events import Role
from facilitator.words.visible import visible

PLACES: tuple[Place, ...] = get_args(Place)


class Chosen:
    """The answers themselves, by what they are about."""

    def __init__(self, base: Wanted, topics: Sequence[Topic] = ()) -> None:
        """`base` is what is not asked for; `topics` are those that a theme can be chosen from, in order."""
        self._base = base
        self.agenda: Agenda = base.agenda
        self.people: tuple[str, ...] = ()
        self.roles: dict[Role, str] = {}
        self.others: dict[int, str] = {}
        """Who gives each case but the first, by its number."""
        self.place: Place | None = None
        """Where the people are; None: as the agenda says."""
        self.cases = 0
        """How many cases; 0: as the agenda says."""
        self.topics = tuple(topics)
        self.theme = Topic(title="")
        self.length = Length()
        self.title = ""

    @property
    def zone(self) -> str:
        """The zone of the meeting, an IANA name."""
        return self._base.zone

    @property
    def rehearsal(self) -> bool:
        """Whether this is practice."""
        return self._base.rehearsal

    @property
    def held(self) -> Agenda:
        """The agenda with what was chosen for this meeting, but its theme."""
        return held(self.agenda, place=self.place, cases=self.cases)

    def natural_minutes(self, cases: int = 0) -> float:
        """What the agenda takes by itself with these people, and with so many `cases` (0: as chosen)."""
        others = sum(1 for name in self.people if name != self.roles.get("giver"))
        agenda = held(self.held, cases=cases)
        return natural_length(agenda, len(self.people), others) / 60

    def turn_place(self) -> Place:
        """Take the next of the places where people can be."""
        self.place = PLACES[(PLACES.index(self.held.place) + 1) % len(PLACES)]
        return self.place

    def topic(self, words: str) -> Topic:
        """The topic that is meant: one of those to choose from, else a new one."""
        key = name_key(words)
        return next((one for one in self.topics if name_key(visible(one.title)) == key), Topic(title=words))

    def person(self, text: str) -> str:
        """Who is meant: a name, a short form, or the only one of whom a word begins so. Empty is nobody.

        Raises Refused, naming the nearest.
        """
        words = fold_space(text)
        if not words:
            return ""
        roster = Roster(self.people)
        found = roster.find(words)
        if isinstance(found, Found):
            return found.name
        begun = beginning_with(words, self.people)
        return begun[0] if len(begun) == 1 else person(roster, words)

    def wanted(self) -> Wanted:
        """The session that was asked for."""
        count = givers_of(self.held)
        giver = self.roles.get("giver", "")
        if not count and self.agenda.name != self._base.agenda.name:
            # Named for a format that was left again for one without a case.
            giver = ""
        givers = (giver, *(self.others.get(case, "") for case in range(2, count + 1)))
        return replace(
            self._base,
            agenda=self.agenda,
            people=self.people,
            chair=self.roles.get("chair", ""),
            keeper=self.roles.get("keeper", ""),
            giver=giver,
            givers=givers if any(givers[1:]) else (),
            place=self.place,
            cases=self.cases,
            theme=self.theme.title,
            question=self.theme.about,
            title=self.title,
            minutes=self.length.minutes,
            until=self.length.until,
        )


def beginning_with(text: str, names: Sequence[str]) -> list[str]:
    """The names that begin so, then those of which a later word does."""
    key = name_key(text)
    keyed = [(name, name_key(name)) for name in names]
    first = [name for name, whole in keyed if whole.startswith(key)]
    return first + [name for name, whole in keyed if name not in first and f" {key}" in f" {whole}"]
