"""A log is read whatever happened to it, and reading changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from facilitator.store.eventlog import LogUnreadable, read_log
from facilitator.store.lines import seal
from facilitator.store.trouble import StoreTrouble


def test_a_healthy_log_gives_every_event_with_its_line(session: Path, payloads: list[bytes]) -> None:
    reading = read_log(session)
    assert reading.payloads == list(enumerate(payloads, 1))
    assert reading.opening is None
    assert reading.sentences() == []


def test_a_torn_tail_is_cut_and_said(session: Path, payloads: list[bytes]) -> None:
    with (session / "events.jsonl").open("ab") as log:
        log.write(b'{"type":"note_captured","text":"not yet ke')
    before = (session / "events.jsonl").read_bytes()
    reading = read_log(session)
    assert [payload for _n, payload in reading.payloads] == payloads
    assert reading.cut == b'{"type":"note_captured","text":"not yet ke'
    assert reading.sentences() == [
        "The end of events.jsonl was not written whole: the last 42 bytes are left out."
    ]
    assert (session / "events.jsonl").read_bytes() == before


def test_zeros_at_the_end_are_a_torn_tail(session: Path, payloads: list[bytes]) -> None:
    with (session / "events.jsonl").open("ab") as log:
        log.write(b'{"type":"no' + b"\0" * 4096)
    reading = read_log(session)
    assert [payload for _n, payload in reading.payloads] == payloads
    assert len(reading.cut) == 11 + 4096


def test_a_whole_last_line_without_its_newline_is_kept(session: Path, payloads: list[bytes]) -> None:
    log = session / "events.jsonl"
    log.write_bytes(log.read_bytes()[:-1])
    reading = read_log(session)
    assert [payload for _n, payload in reading.payloads] == payloads
    assert (reading.cut, reading.ends_whole) == (b"", False)


def test_a_bad_line_in_the_middle_is_set_aside_by_number(session: Path, payloads: list[bytes]) -> None:
    log = session / "events.jsonl"
    log.write_bytes(log.read_bytes().replace(b"Just 3", b"Jusx 3"))
    reading = read_log(session)
    assert reading.set_aside == (3,)
    assert reading.payloads == [(n, payloads[n - 1]) for n in (1, 2, 4, 5)]
    assert reading.sentences() == [
        "Line 3 of events.jsonl is damaged and is left out; all other lines are read."
    ]


def test_lines_joined_by_a_damaged_newline_are_both_read(session: Path, payloads: list[bytes]) -> None:
    log = session / "events.jsonl"
    log.write_bytes(log.read_bytes().replace(b"\n", b"\x1a", 2).replace(b"\x1a", b"\n", 1))
    reading = read_log(session)
    assert [payload for _n, payload in reading.payloads] == payloads
    assert (reading.set_aside, reading.mended) == ((), (2,))
    assert reading.sentences() == ["The end of line 2 of events.jsonl is damaged, but nothing in it is lost."]


@pytest.mark.parametrize("first", [b"", None, b'{"type":"session_ope', b"\0" * 50])
def test_the_opening_comes_from_its_own_file(
    session: Path, payloads: list[bytes], first: bytes | None
) -> None:
    if first is None:
        (session / "events.jsonl").unlink()
    else:
        (session / "events.jsonl").write_bytes(first)
    reading = read_log(session)
    assert (reading.opening, reading.payloads) == (payloads[0], [])
    assert "opening.json" in reading.sentences()[0]


def test_a_damaged_first_line_loses_nothing(session: Path, payloads: list[bytes]) -> None:
    log = session / "events.jsonl"
    log.write_bytes(log.read_bytes().replace(b"InterVision", b"InterVisiom", 1))
    reading = read_log(session)
    assert reading.opening == payloads[0]
    assert reading.payloads == [(n, payloads[n - 1]) for n in (2, 3, 4, 5)]
    assert reading.set_aside == ()


def test_without_any_opening_there_is_a_sentence_and_the_rest(session: Path, payloads: list[bytes]) -> None:
    for name in ("events.jsonl", "opening.json"):
        text = (session / name).read_bytes()
        (session / name).write_bytes(text.replace(b"InterVision", b"InterVisiom", 1))
    with pytest.raises(LogUnreadable, match="damaged") as error:
        read_log(session)
    assert [payload for _n, payload in error.value.reading.payloads] == payloads[1:]
    assert not error.value.retryable


def test_a_folder_without_a_session_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(LogUnreadable, match="No session lies in"):
        read_log(tmp_path)


def test_a_log_that_is_a_folder_is_a_sentence(session: Path) -> None:
    (session / "events.jsonl").unlink()
    (session / "events.jsonl").mkdir()
    with pytest.raises(StoreTrouble, match="is a folder"):
        read_log(session)


def test_a_rewritten_line_of_another_event_is_no_opening(
    session: Path, event: Callable[[int], bytes]
) -> None:
    (session / "events.jsonl").write_bytes(seal(event(2)) + seal(event(3)))
    reading = read_log(session)
    assert reading.opening == event(1)
    assert reading.payloads == [(1, event(2)), (2, event(3))]


def test_a_trace_never_shows_what_was_typed(session: Path) -> None:
    assert "quoted" not in repr(read_log(session))
