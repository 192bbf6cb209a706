"""The index, and going through the lines one by one, give the same answers, whatever came and went."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from session_wishes import calmly, played, sessions

from facilitator.search.folding import tokens
from facilitator.search.index import Index
from facilitator.search.linear import Lines
from facilitator.search.reading import record_of
from facilitator.search.record import Found, Hit, Kept, Record
from facilitator.search.wish import Wish, phrases_of

KINDS = ("note", "question", "takeaway", "step", "decision", "later")
texts = st.one_of(
    st.lists(
        st.sampled_from(("lease", "Lease", "lea", "harbour", "李娜", "李", "娜", "é", "AND", "“x-y”", "of")),
        max_size=5,
    ).map(" ".join),
    st.text(max_size=10),
)
people = st.lists(st.sampled_from(("Ann Otieno", "李娜", "Bríd")), max_size=2, unique=True).map(tuple)
lines = st.lists(
    st.builds(
        Kept,
        number=st.just(0),
        kind=st.sampled_from(KINDS),
        text=texts,
        speakers=people,
        owners=people,
        done=st.booleans(),
    ),
    max_size=5,
)
places = st.sampled_from(("sessions/a", "sessions/b", "rehearsals/c"))


@st.composite
def records(draw: st.DrawFn) -> Record:
    numbers = draw(st.lists(st.integers(1, 9), max_size=5, unique=True).map(sorted))
    notes = [replace(note, number=n) for n, note in zip(numbers, draw(lines), strict=False)]
    day = draw(st.sampled_from(("2026-01-31", "2026-02-01", "2027-01-01", "")))
    return Record(place=draw(places), start=day, day=day, notes=tuple(notes))


asked = st.builds(
    Wish,
    phrases=texts.map(phrases_of),
    begun=st.booleans(),
    kinds=st.sampled_from(((), ("step",), ("note", "step"))),
    owner=st.sampled_from(("", "", "ann")),
    since=st.sampled_from(("", "2026-02", "2027")),
    until=st.sampled_from(("", "2026", "2026-01-31")),
    open_only=st.booleans(),
    rehearsals=st.booleans(),
)


def as_set(hits: list[Hit]) -> set[tuple[str, int, str]]:
    assert len(hits) == len({(hit.place, hit.note.number) for hit in hits})
    return {(hit.place, hit.note.number, hit.note.text) for hit in hits}


@given(st.lists(st.lists(st.one_of(records(), places), max_size=4), max_size=4), asked)
@settings(deadline=None, max_examples=150)
def test_the_index_answers_as_the_lines_themselves_do(steps: list[list[Record | str]], wish: Wish) -> None:
    index, plain = Index.in_memory(), Lines()
    for number, step in enumerate(steps):
        for shelf in (index, plain):
            with shelf.writing():
                for one in step:
                    if isinstance(one, str):
                        shelf.drop([one])
                    else:
                        shelf.put([(one, (number, 1))])
    wish = wish if wish.phrases else Wish(kinds=wish.kinds, open_only=wish.open_only, rehearsals=True)
    hits, by_hand = index.ask(wish).hits, plain.ask(wish).hits
    assert as_set(hits) == as_set(by_hand)
    assert [hit.day for hit in hits] == [hit.day for hit in by_hand]
    for most in (0, 1, 3):
        assert index.ask(wish, most) == Found(hits[:most], len(hits))
        assert plain.ask(wish, most) == Found(by_hand[:most], len(by_hand))
    assert index.known() == plain.known()
    index.close()


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    one = Index.at(tmp_path / "search.sqlite")
    yield one
    one.close()


@given(st.lists(records(), min_size=1, max_size=5))
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_words_of_lines_that_have_gone_are_in_no_byte(tmp_path: Path, changes: list[Record]) -> None:
    path = tmp_path / "search.sqlite"
    path.unlink(missing_ok=True)
    index = Index.at(path)
    for number, change in enumerate(changes):
        secret = Kept(number=10, kind="note", text=f"nephew treasurer{number}", before="")
        notes = (*change.notes, secret)
        with index.writing():
            index.put([(Record(place="sessions/a", start="2026", day="2026", notes=notes), (number, 0))])
        data = path.read_bytes()
        assert f"treasurer{number}".encode() in data
        assert number == 0 or f"treasurer{number - 1}".encode() not in data
    with index.writing():
        index.put([(Record(place="sessions/a", start="2026", day="2026", notes=change.notes), (99, 0))])
    assert b"nephew" not in path.read_bytes()
    with index.writing():
        index.drop(["sessions/a", "sessions/never"])
    assert all(
        word.encode() not in path.read_bytes()
        for n in change.notes
        for word in tokens(n.text)
        if len(word) > 4
    )
    index.close()
    assert [one.name for one in tmp_path.iterdir()] == ["search.sqlite"]


def test_the_first_lines_are_those_that_are_first_of_all(index: Index) -> None:
    def lines(*texts: str) -> tuple[Kept, ...]:
        return tuple(Kept(number=n, kind="note", text=text) for n, text in enumerate(texts, 1))

    # Put in another order than that of the days, so that ids and days differ.
    for number, (day, texts) in enumerate(
        (
            ("2026-03-01", ("a lease of many other words", "a lease, the lease", "else")),
            ("2026-01-01", ("lease", "lease and lease")),
            ("2026-02-01", ("much about another lease", "lease of a lease")),
        )
    ):
        with index.writing():
            index.put(
                [(Record(place=f"sessions/{day}", start=day, day=day, notes=lines(*texts)), (number, 1))]
            )
    every = index.ask(Wish(phrases=phrases_of("lease")))
    assert [(hit.day[5:7], hit.note.number) for hit in every.hits] == [
        ("03", 2),
        ("03", 1),
        ("02", 2),
        ("02", 1),
        ("01", 2),
        ("01", 1),
    ]
    for most in range(8):
        assert index.ask(Wish(phrases=phrases_of("lease")), most) == Found(every.hits[:most], 6)


def test_a_line_whose_number_no_line_can_have_is_in_no_other_meeting(index: Index) -> None:
    odd = Kept(number=2**32 + 5, kind="note", text="a lease")
    with index.writing():
        index.put([(Record(place="sessions/a", notes=(odd,)), (1, 1)), (Record(place="sessions/b"), (1, 1))])
    assert index.ask(Wish(phrases=phrases_of("lease"))) == Found([], 0)


def test_an_index_that_was_not_finished_is_not_believed(index: Index) -> None:
    with index.writing():
        index.put([(Record(place="sessions/a"), (1, 1))])
    assert index.is_whole()
    with pytest.raises(ZeroDivisionError), index.writing():
        index.put([(Record(place="sessions/b"), (1 // 0, 1))])
    assert not index.is_whole()
    assert list(index.known()) == ["sessions/a"]


@calmly
@given(sessions)
def test_the_lines_of_any_meeting_are_those_of_its_state(session: Any) -> None:
    play = played(session)
    record = record_of("sessions/a", play.state)
    assert [note.number for note in record.notes] == sorted(play.state.notes)
    for note in record.notes:
        kept = play.state.notes[note.number]
        assert (note.text, note.kind, note.owners) == (kept.text, kept.kind, kept.owners)
        before = int(note.before.split(" ")[0]) if note.before else None
        same_stage = [
            n for n, other in play.state.notes.items() if n < note.number and other.stage == kept.stage
        ]
        assert before == max(same_stage, default=None)
