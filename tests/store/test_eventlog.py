"""What the writer says is kept is kept; what it could not write is not half there."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from facilitator.store import eventlog
from facilitator.store.eventlog import LogWriter, read_log, rewrite, write_opening
from facilitator.store.lines import seal
from facilitator.store.trouble import StoreTrouble


def read(folder: Path) -> list[bytes]:
    return [payload for _n, payload in read_log(folder).payloads]


def test_a_new_log_is_made_closed_to_others(tmp_path: Path, payloads: list[bytes]) -> None:
    before = os.umask(0)
    try:
        with LogWriter(tmp_path) as log:
            log.append([seal(payloads[0])])
            log.append([seal(payload) for payload in payloads[1:]])
        write_opening(tmp_path, payloads[0])
    finally:
        os.umask(before)
    assert read(tmp_path) == payloads
    assert {stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()} == {0o600}


def test_appending_goes_on_where_the_log_ends(
    session: Path, payloads: list[bytes], event: Callable[[int], bytes]
) -> None:
    with LogWriter(session, read_log(session)) as log:
        log.append([seal(event(6))])
    assert read(session) == [*payloads, event(6)]


def test_opening_cuts_the_torn_tail_and_nothing_else(
    session: Path, payloads: list[bytes], event: Callable[[int], bytes]
) -> None:
    whole = (session / "events.jsonl").read_bytes()
    (session / "events.jsonl").write_bytes(whole + b'{"half' + b"\0" * 20)
    with LogWriter(session) as log:
        assert (session / "events.jsonl").read_bytes() == whole
        log.append([seal(event(6))])
    assert read(session) == [*payloads, event(6)]
    assert sorted(file.name for file in session.iterdir()) == ["events.jsonl", "opening.json"]


def test_opening_adds_a_missing_last_newline(session: Path, event: Callable[[int], bytes]) -> None:
    whole = (session / "events.jsonl").read_bytes()
    (session / "events.jsonl").write_bytes(whole[:-1])
    with LogWriter(session) as log:
        log.append([seal(event(6))])
    assert (session / "events.jsonl").read_bytes() == whole + seal(event(6))


def test_opening_leaves_damaged_lines_where_they_are(session: Path) -> None:
    damaged = (session / "events.jsonl").read_bytes().replace(b"Just 3", b"Jusx 3")
    (session / "events.jsonl").write_bytes(damaged)
    LogWriter(session).close()
    assert (session / "events.jsonl").read_bytes() == damaged


@pytest.mark.parametrize("harm", ["empty", "missing", "first line", "another first line"])
def test_opening_puts_a_lost_first_line_back(
    session: Path, payloads: list[bytes], event: Callable[[int], bytes], harm: str
) -> None:
    log = session / "events.jsonl"
    whole = log.read_bytes()
    if harm == "missing":
        log.unlink()
    else:
        lines = whole.splitlines(keepends=True)
        log.write_bytes(
            {
                "empty": b"",
                "first line": whole.replace(b"InterVision", b"InterVisiom", 1),
                "another first line": b"".join(lines[1:]),
            }[harm]
        )
    with LogWriter(session) as writer:
        writer.append([seal(event(6))])
    kept = payloads[:1] if harm in ("empty", "missing") else payloads
    assert read(session) == [*kept, event(6)]
    assert read_log(session).sentences() == []


def test_a_line_that_was_not_sealed_is_refused(session: Path, payloads: list[bytes]) -> None:
    with LogWriter(session) as log, pytest.raises(ValueError, match="sealed"):
        log.append([payloads[1] + b"\n"])


def test_a_write_that_fails_half_way_leaves_no_half_line(
    session: Path, payloads: list[bytes], event: Callable[[int], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    def half(fd: int, data: bytes) -> None:
        os.write(fd, data[: len(data) // 2])
        raise OSError(28, os.strerror(28))

    whole = (session / "events.jsonl").read_bytes()
    with LogWriter(session) as log:
        with monkeypatch.context() as patch:
            patch.setattr(eventlog, "write_all", half)
            with pytest.raises(StoreTrouble, match="disk is full") as error:
                log.append([seal(event(6))])
        assert error.value.retryable
        assert (session / "events.jsonl").read_bytes() == whole
        log.append([seal(event(6))])
    assert read(session) == [*payloads, event(6)]


def test_half_a_line_that_cannot_be_cut_off_goes_before_the_next_try(
    session: Path, payloads: list[bytes], event: Callable[[int], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    def half(fd: int, data: bytes) -> None:
        os.write(fd, data[:7])
        raise OSError(5, os.strerror(5))

    def stuck(fd: int, length: int) -> None:
        raise OSError(5, os.strerror(5))

    with LogWriter(session) as log:
        with monkeypatch.context() as patch:
            patch.setattr(eventlog, "write_all", half)
            patch.setattr(os, "ftruncate", stuck)
            with pytest.raises(StoreTrouble, match="reports an error"):
                log.append([seal(event(6))])
        assert (session / "events.jsonl").read_bytes().endswith(b"\n" + seal(event(6))[:7])
        log.append([seal(event(6))])
    assert read(session) == [*payloads, event(6)]
    assert read_log(session).sentences() == []


def test_after_a_failed_fsync_the_bytes_are_written_again(
    session: Path, payloads: list[bytes], event: Callable[[int], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(fd: int) -> None:
        raise OSError(5, os.strerror(5))

    with LogWriter(session) as log:
        with monkeypatch.context() as patch:
            patch.setattr(eventlog, "sync", fails)
            with pytest.raises(StoreTrouble):
                log.append([seal(event(6))])
        assert read(session) == payloads
        log.append([seal(event(6))])
    assert read(session) == [*payloads, event(6)]


def test_an_append_stopped_by_an_interrupt_can_be_made_again(
    session: Path, payloads: list[bytes], event: Callable[[int], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(fd: int, data: bytes) -> None:
        os.write(fd, data[:9])
        raise KeyboardInterrupt

    with LogWriter(session) as log:
        with monkeypatch.context() as patch:
            patch.setattr(eventlog, "write_all", stopped)
            with pytest.raises(KeyboardInterrupt):
                log.append([seal(event(6))])
        log.append([seal(event(6))])
    assert read(session) == [*payloads, event(6)]


def test_a_folder_that_is_gone_is_said_and_its_return_noticed(
    session: Path, payloads: list[bytes], event: Callable[[int], bytes]
) -> None:
    elsewhere = session.with_name("elsewhere")
    with LogWriter(session) as log:
        session.rename(elsewhere)
        for _again in range(2):
            with pytest.raises(StoreTrouble, match="is not there") as error:
                log.append([seal(event(6))])
            assert error.value.retryable
        assert read(elsewhere) == payloads
        elsewhere.rename(session)
        log.append([seal(event(6))])
    assert read(session) == [*payloads, event(6)]


def test_a_copy_put_in_place_of_the_log_is_taken_up(
    session: Path, payloads: list[bytes], event: Callable[[int], bytes]
) -> None:
    with LogWriter(session) as log:
        copy = session.with_name("copy")
        shutil.copytree(session, copy)
        shutil.rmtree(session)
        with pytest.raises(StoreTrouble):
            log.append([seal(event(6))])
        copy.rename(session)
        log.append([seal(event(6))])
    assert read(session) == [*payloads, event(6)]


@pytest.mark.parametrize("harm", ["longer", "shorter", "another file"])
def test_a_log_that_another_program_changed_is_left_alone(
    session: Path, event: Callable[[int], bytes], harm: str
) -> None:
    path = session / "events.jsonl"
    whole = path.read_bytes()
    changed = {
        "longer": whole + b"x",
        "shorter": whole[:-5],
        "another file": whole.replace(b"Just 5", b"Jusx 5"),
    }
    with LogWriter(session) as log:
        if harm == "another file":
            path.unlink()
        path.write_bytes(changed[harm])
        for _again in range(2):
            with pytest.raises(StoreTrouble, match="another program") as error:
                log.append([seal(event(6))])
            assert not error.value.retryable
    assert path.read_bytes() == changed[harm]


def test_a_rewrite_takes_words_and_damage_out(
    session: Path, payloads: list[bytes], event: Callable[[int], bytes]
) -> None:
    path = session / "events.jsonl"
    path.write_bytes(path.read_bytes().replace(b"Just 3", b"Jusx 3"))
    with LogWriter(session) as log:
        log.rewrite([seal(payload) for payload in (*payloads[:2], payloads[4])])
        log.append([seal(event(6))])
    assert read(session) == [*payloads[:2], payloads[4], event(6)]
    assert b"Jusx" not in path.read_bytes()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_rewrite_that_fails_leaves_the_old_log_in_use(
    session: Path, payloads: list[bytes], event: Callable[[int], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, data: bytes) -> None:
        raise StoreTrouble("full")

    with LogWriter(session) as log:
        with monkeypatch.context() as patch:
            patch.setattr(eventlog, "write_whole", full)
            with pytest.raises(StoreTrouble):
                log.rewrite([seal(payloads[0])])
        log.append([seal(event(6))])
    assert read(session) == [*payloads, event(6)]


def test_a_rewrite_of_which_only_the_folder_was_not_synced_can_go_on(
    session: Path, payloads: list[bytes], event: Callable[[int], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    def late(path: Path, data: bytes) -> None:
        path.write_bytes(data)
        raise StoreTrouble("the folder could not be synced")

    with LogWriter(session) as log:
        with monkeypatch.context() as patch:
            patch.setattr(eventlog, "write_whole", late)
            with pytest.raises(StoreTrouble):
                log.rewrite([seal(payloads[0])])
        log.append([seal(event(6))])
    assert read(session) == [payloads[0], event(6)]


def test_a_log_nobody_has_open_is_rewritten(session: Path, payloads: list[bytes]) -> None:
    rewrite(session, [seal(payloads[0])])
    assert read(session) == payloads[:1]


def test_leftovers_of_a_killed_run_go_at_opening(session: Path) -> None:
    (session / ".facilitator-0123456789abcdef.tmp").write_text("struck words")
    (session / "notes of mine.tmp").write_text("not ours")
    LogWriter(session).close()
    assert sorted(file.name for file in session.iterdir()) == [
        "events.jsonl",
        "notes of mine.tmp",
        "opening.json",
    ]
