"""Whatever happens to the bytes of a log: no exception, no undamaged line lost, no change unnoticed."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.store.eventlog import LogWriter, read_log
from facilitator.store.lines import seal
from facilitator.store.reading import LogReading


def events(reading: LogReading) -> list[bytes]:
    return [reading.opening, *found(reading)] if reading.opening is not None else found(reading)


def found(reading: LogReading) -> list[bytes]:
    return [payload for _number, payload in reading.payloads]


def named(reading: LogReading) -> set[int]:
    first = {1} if reading.opening is not None else set()
    last = {40} if reading.cut else set()
    return first | last | set(reading.set_aside) | set(reading.mended)


@pytest.mark.parametrize("bit", range(8))
def test_a_flipped_bit_in_every_tenth_byte(session: Path, payloads: list[bytes], bit: int) -> None:
    path = session / "events.jsonl"
    whole = path.read_bytes()
    for place in range(bit, len(whole), 10):
        damaged = bytearray(whole)
        damaged[place] ^= 1 << bit
        path.write_bytes(damaged)
        line = whole.count(b"\n", 0, place) + 1
        reading = read_log(session)
        left = [payload for number, payload in enumerate(payloads, 1) if number != line or number == 1]
        # A line whose newline alone was hit is all there as well.
        assert events(reading) == (payloads if whole[place] == 0x0A else left), place
        assert line in named(reading) or events(reading) == payloads, place
        assert reading.sentences(), place
        assert str(line) in " ".join(reading.sentences()) or line in (1, 40), place
    path.write_bytes(whole)


def test_every_length_a_file_can_be_cut_to(session: Path, payloads: list[bytes]) -> None:
    path = session / "events.jsonl"
    whole = path.read_bytes()
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        reading = read_log(session)
        lines = whole[:length].split(b"\n")
        kept = len(lines) - 1 + (lines[-1] != b"" and seal(payloads[len(lines) - 1]) == lines[-1] + b"\n")
        assert events(reading) == payloads[: max(kept, 1)], length
        assert reading.set_aside == (), length
        assert path.stat().st_size == length


@pytest.mark.parametrize("length", range(0, 2300, 97))
def test_a_log_cut_anywhere_is_written_on(session: Path, payloads: list[bytes], length: int) -> None:
    path = session / "events.jsonl"
    path.write_bytes(path.read_bytes()[:length] + b"\0" * (length % 3))
    before = events(read_log(session))
    with LogWriter(session) as log:
        log.append([seal(b'{"type":"session_resumed","away":3.0}')])
    after = read_log(session)
    assert found(after) == [*before, b'{"type":"session_resumed","away":3.0}']
    assert after.sentences() == []
    assert path.read_bytes() == b"".join(map(seal, found(after)))


def test_every_block_lost_to_zeros(session: Path, payloads: list[bytes]) -> None:
    path = session / "events.jsonl"
    whole = path.read_bytes()
    for start in range(0, len(whole), 512):
        path.write_bytes(whole[:start] + b"\0" * 512 + whole[start + 512 :])
        reading = read_log(session)
        hit = range(whole.count(b"\n", 0, start) + 1, whole.count(b"\n", 0, start + 511) + 2)
        for number, payload in enumerate(payloads, 1):
            assert number in hit or payload in events(reading), (start, number)
        assert all(payload in payloads for payload in events(reading)), start
        assert reading.sentences(), start


def test_a_flipped_bit_in_the_opening_harms_nothing_while_the_log_is_well(
    session: Path, payloads: list[bytes]
) -> None:
    path = session / "opening.json"
    whole = path.read_bytes()
    for place in range(0, len(whole), 10):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 4]) + whole[place + 1 :])
        assert events(read_log(session)) == payloads
