"""The learning note: what of a meeting goes beyond the pod, in words without names. Pure.

Takeaways, next steps and decisions that are not for the pod only, and the day of the next meeting. No notes,
questions, topics or titles of a case, no attendance, and no time of day or zone, since a zone is a place.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from facilitator.minutes.beyond.choices import Choices
from facilitator.minutes.beyond.leftover import Check, Hit, HitKind
from facilitator.minutes.beyond.places import Places
from facilitator.minutes.beyond.roles import roles
from facilitator.minutes.beyond.uncased import is_wholly_uncased
from facilitator.minutes.document import Document, Line, NextTime, document
from facilitator.minutes.times import placed
from facilitator.session.state import State
from facilitator.words.dates import long_date
from facilitator.words.language import gettext as _

TITLE = 0
"""In place of the number of a line: the title of the agenda."""

ROLE = -1
"""In place of the number of a line: the words that somebody chose for a person."""


class Known(Struct, frozen=True):
    """What is known besides the meeting.

    Names of people; words of everyday language; titles that are no secret; places; phrases that are none
    either, such as the names of the program's own stages; words that count only together.
    """

    people: tuple[str, ...] = ()
    ordinary: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    places: Places = Places()
    phrases: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()


class Place(Struct, frozen=True):
    """Where something stands: the number of the line, or TITLE or ROLE, and its text."""

    number: int
    text: str


class Undecided(Struct, frozen=True):
    """Words that are left and about which nobody has decided, with all their places."""

    surface: str
    kind: HitKind
    offered: str
    people: tuple[str, ...]
    places: tuple[Place, ...]


class Note(Struct, frozen=True):
    """The note as far as it is decided."""

    document: Document
    undecided: tuple[Undecided, ...]
    people: tuple[tuple[str, str], ...]
    """Those whom the lines name, in order, each with the words that stand for her."""
    lines: tuple[int, ...]
    """The numbers of the lines in it."""
    settled: tuple[tuple[str, str], ...] = ()
    """Words that were found and decided, and what stands there now, in order."""


def note(
    state: State,
    known: Known = Known(),  # noqa: B008 - immutable
    choices: Choices = Choices(),  # noqa: B008 - immutable
    left_out: Collection[int] = (),
) -> Note:
    """The learning note of a meeting. `left_out` are the numbers of lines that are to stay in the pod."""
    whole = replace(_chosen(document(state), left_out), next_meeting=_next_day(state))
    named = _named(state, whole)
    mine = roles(state, named, choices.here.roles)
    known = replace(known, people=(*known.people, *_beside(state)))
    capitals = not is_wholly_uncased("\n".join(line.text for line in _lines(whole)))
    rewording = _Rewording(_check(mine, known, choices, capitals), choices)
    chosen = {name: rewording.of(ROLE, mine[name]) for name in named if name in choices.here.roles}
    mine |= chosen
    rewording.follow(_check(mine, known, choices, capitals))
    title = whole.format if whole.format in known.titles else rewording.of(TITLE, whole.format)

    def reworded(line: Line) -> Line:
        owners = tuple(mine.get(name, _("somebody else")) for name in line.owners)
        return replace(line, text=rewording.of(line.number, line.text), owners=owners)

    lines = tuple(_lines(whole))
    return Note(
        document=replace(
            whole,
            format=title,
            takeaways=tuple(map(reworded, whole.takeaways)),
            steps=tuple(map(reworded, whole.steps)),
            decisions=tuple(map(reworded, whole.decisions)),
        ),
        undecided=rewording.undecided(),
        people=tuple((name, mine[name]) for name in named),
        lines=tuple(line.number for line in lines),
        settled=tuple(rewording.settled.items()),
    )


def _check(mine: dict[str, str], known: Known, choices: Choices, capitals: bool) -> Check:
    return Check(
        mine,
        known.people,
        {**dict.fromkeys(known.words, ""), **choices.glossary()},
        known.ordinary,
        known.places,
        phrases=known.phrases,
        among_capitals=capitals,
    )


def _chosen(pod: Document, left_out: Collection[int]) -> Document:
    """What of the pod's minutes is looked at for the note, still as it was typed."""

    def going(lines: Sequence[Line]) -> tuple[Line, ...]:
        return tuple(
            Line(number=line.number, text=line.text, owners=line.owners, due=line.due)
            for line in lines
            if not line.pod_only and line.number not in left_out
        )

    return Document(
        audience="beyond",
        format=pod.format,
        status=pod.status,
        date=pod.date,
        span=pod.date,
        rehearsal=pod.rehearsal,
        takeaways=going(pod.takeaways),
        steps=going(pod.steps),
        decisions=going(pod.decisions),
        pod_only=pod.pod_only,
        case_notes=pod.case_notes,
    )


def _lines(of: Document) -> Iterator[Line]:
    yield from of.takeaways
    yield from of.steps
    yield from of.decisions


def _named(state: State, of: Document) -> tuple[str, ...]:
    """Whom the lines name, in the order of reading."""
    check = Check(dict.fromkeys(state.names(), ""))
    found: list[str] = []
    for line in _lines(of):
        found += line.owners
        found += (hit.people[0] for hit in check.hits(line.text) if len(hit.people) == 1)
    return tuple(name for name in dict.fromkeys(found) if name in state.names())


def _beside(state: State) -> tuple[str, ...]:
    """People whom the meeting names without having them among its people."""
    following = state.next_meeting
    found = (following.chair, following.keeper, following.giver, state.chair, state.keeper, state.giver)
    return tuple(name for name in (*found, *state.led, *state.givers) if name)


def _next_day(state: State) -> NextTime | None:
    """The day of the next meeting, without its hour, its zone and who does what."""
    if not state.next_meeting.when:
        return None
    return NextTime(long_date(placed(state.next_meeting.when, state.next_meeting.zone)[0]))


class _Rewording:
    """The texts of one note, each with the decisions carried out; what is not decided is gathered."""

    def __init__(self, check: Check, choices: Choices) -> None:
        self._check = check
        self._choices = choices
        self._open: dict[str, tuple[Hit, list[Place]]] = {}
        self.settled: dict[str, str] = {}

    def follow(self, check: Check) -> None:
        """Look with this check from now on."""
        self._check = check

    def of(self, number: int, text: str, inside: tuple[str, ...] = ()) -> str:
        """The text with what was decided; what is undecided stays and is gathered.

        What somebody typed in place of a word is looked at like any text: `inside` are the words that it
        stands for, one within the other.
        """
        parts: list[str] = []
        done = 0
        for hit in self._check.hits(text):
            parts += (text[done : hit.start], self._instead(hit, Place(number, text), inside))
            done = hit.end
        return "".join([*parts, text[done:]])

    def _instead(self, hit: Hit, place: Place, inside: tuple[str, ...]) -> str:
        # A seed bank that becomes "a bank" holds its own word again; that is what was wanted.
        own = hit.surface in inside[-1:] and hit.kind in ("word", "capital")
        if own or self._choices.stays(hit):
            self.settled[hit.surface] = hit.surface
            return hit.surface
        words = self._choices.instead(hit)
        if words is None or hit.surface in inside:
            self._gather(hit, place)
            return hit.surface
        self.settled[hit.surface] = words
        if words == hit.offered and hit.kind != "word":
            return words
        return self.of(place.number, words, (*inside, hit.surface))

    def _gather(self, hit: Hit, place: Place) -> None:
        _first, places = self._open.setdefault(hit.surface, (hit, []))
        if place not in places:
            places.append(place)

    def undecided(self) -> tuple[Undecided, ...]:
        return tuple(
            Undecided(surface, hit.kind, hit.offered, hit.people, tuple(places))
            for surface, (hit, places) in self._open.items()
        )
