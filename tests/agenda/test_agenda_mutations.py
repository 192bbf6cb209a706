"""Hundreds of small accidents to the shipped agenda: each is read, or shown at a place inside the file."""

import random
import re
from collections.abc import Iterator
from pathlib import Path

from facilitator.agenda.library import find
from facilitator.agenda.model import CAMERAS, KINDS, Agenda
from facilitator.agenda.problem import AgendaError
from facilitator.agenda.read import parse_agenda

ORIGINAL = (Path(__file__).parents[2] / "agendas" / "intervision.toml").read_bytes()
TEXT = ORIGINAL.decode()
LINES = TEXT.splitlines(keepends=True)
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


def without_a_line() -> Iterator[bytes]:
    for index in range(len(LINES)):
        yield "".join(LINES[:index] + LINES[index + 1 :]).encode()


def with_a_line_twice() -> Iterator[bytes]:
    for index in range(len(LINES)):
        yield "".join(LINES[: index + 1] + LINES[index:]).encode()


def with_another_value() -> Iterator[bytes]:
    for index, line in enumerate(LINES):
        if found := re.match(r"(\w+ = )", line):
            value = VALUES[index % len(VALUES)]
            yield "".join([*LINES[:index], f"{found[1]}{value}\n", *LINES[index + 1 :]]).encode()


def with_another_key() -> Iterator[bytes]:
    for index, line in enumerate(LINES):
        if re.match(r"\w+ = ", line):
            yield "".join([*LINES[:index], "x" + line, *LINES[index + 1 :]]).encode()


def cut_short() -> Iterator[bytes]:
    for length in range(0, len(ORIGINAL), 37):
        yield ORIGINAL[:length]


def with_flipped_bits(count: int = 400) -> Iterator[bytes]:
    dice = random.Random(7)
    for _round in range(count):
        data = bytearray(ORIGINAL)
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
        yield bytes(data)


def with_torn_pieces(count: int = 150) -> Iterator[bytes]:
    dice = random.Random(11)
    for _round in range(count):
        start, length, to = dice.randrange(len(ORIGINAL)), dice.randrange(200), dice.randrange(len(ORIGINAL))
        piece = ORIGINAL[start : start + length]
        yield ORIGINAL[:to] + piece + ORIGINAL[to + dice.randrange(200) :]


def with_strange_bytes(count: int = 150) -> Iterator[bytes]:
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
    for _round in range(count):
        to = dice.randrange(len(ORIGINAL))
        yield ORIGINAL[:to] + dice.choice(strange) + ORIGINAL[to:]


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


def test_the_file_itself_is_read() -> None:
    assert parse_agenda(ORIGINAL, "intervision.toml") == find("intervision")


def test_a_line_lost() -> None:
    read, refused = outcome(without_a_line())
    assert min(read, refused) > 40


def test_a_line_twice() -> None:
    _read, refused = outcome(with_a_line_twice())
    assert refused > 80


def test_another_value() -> None:
    _read, refused = outcome(with_another_value())
    assert refused > 60


def test_another_key_is_always_refused() -> None:
    read, refused = outcome(with_another_key())
    assert read == 0
    assert refused > 100


def test_cut_short() -> None:
    _read, refused = outcome(cut_short())
    assert refused > 150


def test_bits_flipped() -> None:
    outcome(with_flipped_bits())


def test_pieces_torn_out_and_put_elsewhere() -> None:
    outcome(with_torn_pieces())


def test_strange_bytes_put_in() -> None:
    outcome(with_strange_bytes())
