"""Thousands of small accidents to shipped agendas: each is read, or shown at a place inside the file."""

import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.agenda.fit import fit
from facilitator.agenda.library import find
from facilitator.agenda.model import CAMERAS, KINDS, Agenda
from facilitator.agenda.problem import AgendaError
from facilitator.agenda.read import parse_agenda

AGENDAS = Path(__file__).parents[2] / "agendas"
NAMES = ("intervision", "intervision-two-cases", "troika", "lean-coffee", "heard-seen-respected", "kick-off")
NEW_KEYS = ("block", "repeat", "cases", "breakouts", "keep_groups", "bank", "private", "vote")


class Original:
    """A shipped file to be broken. All lines of the first are, and every third of the others."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.data = (AGENDAS / f"{name}.toml").read_bytes()
        self.lines = self.data.decode().splitlines(keepends=True)
        self.every = 1 if name == NAMES[0] else 3

    def places(self) -> range:
        return range(0, len(self.lines), self.every)

    def changed(self, index: int, *lines: str) -> bytes:
        """The file with these lines in the place of one."""
        return "".join([*self.lines[:index], *lines, *self.lines[index + 1 :]]).encode()


@pytest.fixture(params=NAMES)
def original(request: pytest.FixtureRequest) -> Original:
    return Original(request.param)


VALUES = [
    "true",
    "3",
    "-1",
    "0",
    "nan",
    "inf",
    '""',
    "'  '",
    "[]",
    "[1]",
    "{}",
    "1979-05-27",
    "601",
    "[['a']]",
    "'{who}'",
]


def without_a_line(original: Original) -> Iterator[bytes]:
    for index in original.places():
        yield original.changed(index)


def with_a_line_twice(original: Original) -> Iterator[bytes]:
    for index in original.places():
        yield original.changed(index, original.lines[index], original.lines[index])


def with_another_value(original: Original) -> Iterator[bytes]:
    for index in original.places():
        if found := re.match(r"(\w+ = )", original.lines[index]):
            yield original.changed(index, f"{found[1]}{VALUES[index % len(VALUES)]}\n")


def with_another_key(original: Original) -> Iterator[bytes]:
    for index in original.places():
        if re.match(r"\w+ = ", original.lines[index]):
            yield original.changed(index, "x" + original.lines[index])


def with_any_value_of_a_new_key(original: Original) -> Iterator[bytes]:
    for index, line in enumerate(original.lines):
        if found := re.match(rf"({'|'.join(NEW_KEYS)}) = ", line):
            for value in VALUES:
                yield original.changed(index, f"{found[0]}{value}\n")


def with_a_new_key(original: Original) -> Iterator[bytes]:
    for index, line in enumerate(original.lines):
        if line.startswith("kind = "):
            dice = random.Random(index)
            for key in NEW_KEYS:
                yield original.changed(index, line, f"{key} = {dice.choice(VALUES)}\n")


def cut_short(original: Original) -> Iterator[bytes]:
    for length in range(0, len(original.data), 37 * original.every):
        yield original.data[:length]


def with_flipped_bits(original: Original) -> Iterator[bytes]:
    dice = random.Random(7)
    for _round in range(400 // original.every):
        data = bytearray(original.data)
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
        yield bytes(data)


def with_torn_pieces(original: Original) -> Iterator[bytes]:
    dice = random.Random(11)
    size = len(original.data)
    for _round in range(150 // original.every):
        start, length, to = dice.randrange(size), dice.randrange(200), dice.randrange(size)
        piece = original.data[start : start + length]
        yield original.data[:to] + piece + original.data[to + dice.randrange(200) :]


def with_stages_torn_out(original: Original) -> Iterator[bytes]:
    parts = original.data.split(b"[[stage]]")
    dice = random.Random(17)
    for _round in range(40):
        moved = parts[1:]
        moved.insert(dice.randrange(len(moved)), moved.pop(dice.randrange(len(moved))))
        if dice.random() < 0.5:
            moved.pop(dice.randrange(len(moved)))
        yield b"[[stage]]".join([parts[0], *moved])


def with_strange_bytes(original: Original) -> Iterator[bytes]:
    dice = random.Random(13)
    strange = [
        b"\x00",
        b"\r",
        b"\t",
        b"\xff",
        b'"',
        b"'",
        b'"""',
        b"[",
        b"]]",
        b"{",
        b"}",
        b"\\",
        b"=",
        b"#",
        b"\xe2\x80\xa8",
        b".",
    ]
    for _round in range(150 // original.every):
        to = dice.randrange(len(original.data))
        yield original.data[:to] + dice.choice(strange) + original.data[to:]


def assert_located(error: AgendaError, data: bytes) -> None:
    lines = data.decode("utf-8", "replace").split("\n")
    assert error.problems
    assert [*error.problems] == sorted(error.problems, key=lambda one: (one.line, one.column))
    for problem in error.problems:
        assert 1 <= problem.line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
        assert 10 < len(problem.sentence) < 250
        head, _shown, caret = str(problem).split("\n")
        assert head == f"broken.toml:{problem.line}:{problem.column}: {problem.sentence}"
        assert caret.strip() == "^"
        assert not re.search(r"[\x00-\x1f\x7f]", head + _shown)


def assert_sound(agenda: Agenda) -> None:
    ids = [stage.id for stage in agenda.stages]
    assert ids
    assert len(set(ids)) == len(ids)
    for stage in agenda.stages:
        lengths = [one for one in (stage.minutes, stage.per_person, stage.per_other) if one is not None]
        assert len(lengths) == 1
        assert 0 < lengths[0] <= 600
        assert stage.kind in KINDS
        assert stage.cameras in CAMERAS
        assert all(text.strip() for text in (stage.id, stage.name, stage.say, *stage.ask, *stage.rules))
        assert bool(stage.block) == (stage.repeat is not None)
        assert not stage.vote or stage.vote[0] == stage.minutes
        assert not (stage.private and stage.records)
        assert stage.bank in {"", *(bank.name for bank in agenda.banks)}
    planned = [item.id for item in fit(agenda, 5, 4).plan]
    assert len(set(planned)) == len(planned)


def is_read(data: bytes) -> bool:
    """Whether the bytes are an agenda, a sound one; if not, that is located."""
    try:
        agenda = parse_agenda(data, "broken.toml")
    except AgendaError as error:
        assert_located(error, data)
        return False
    assert_sound(agenda)
    return True


def outcome(changed: Iterator[bytes]) -> tuple[int, int]:
    """How many were read, and how many refused."""
    results = [is_read(data) for data in changed]
    return results.count(True), results.count(False)


def test_the_file_itself_is_read(original: Original) -> None:
    assert parse_agenda(original.data, f"{original.name}.toml") == find(original.name)


def test_a_line_lost(original: Original) -> None:
    read, refused = outcome(without_a_line(original))
    assert min(read, refused) > 40 / original.every


def test_a_line_twice(original: Original) -> None:
    _read, refused = outcome(with_a_line_twice(original))
    assert refused > 60 / original.every


def test_another_value(original: Original) -> None:
    _read, refused = outcome(with_another_value(original))
    assert refused > 60 / original.every


def test_another_key_is_always_refused(original: Original) -> None:
    read, refused = outcome(with_another_key(original))
    assert read == 0
    assert refused > 60 / original.every


def test_any_value_of_a_key_that_formats_need(original: Original) -> None:
    read, refused = outcome(with_any_value_of_a_new_key(original))
    assert refused >= read


def test_a_key_that_formats_need_where_it_was_not(original: Original) -> None:
    _read, refused = outcome(with_a_new_key(original))
    assert refused > 20


def test_cut_short(original: Original) -> None:
    _read, refused = outcome(cut_short(original))
    assert refused > 60 / original.every


def test_bits_flipped(original: Original) -> None:
    outcome(with_flipped_bits(original))


def test_pieces_torn_out_and_put_elsewhere(original: Original) -> None:
    outcome(with_torn_pieces(original))


def test_stages_torn_out_and_put_elsewhere(original: Original) -> None:
    outcome(with_stages_torn_out(original))


def test_strange_bytes_put_in(original: Original) -> None:
    outcome(with_strange_bytes(original))
