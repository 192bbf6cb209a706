"""A file is there whole, closed to others, or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.store import atomic
from facilitator.store.atomic import sweep, write_out, write_whole
from facilitator.store.trouble import PlaceError, StoreTrouble


@pytest.fixture
def umask() -> Iterator[None]:
    before = os.umask(0o027)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


@pytest.mark.parametrize("mask", [0, 0o077, 0o777])
def test_a_file_of_ours_is_closed_to_others_under_any_umask(tmp_path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        write_whole(tmp_path / "minutes.md", b"# Minutes")
    finally:
        os.umask(before)
    assert mode(tmp_path / "minutes.md") == 0o600


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "minutes.md"
    write_whole(path, b"old and long")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert names(tmp_path) == ["minutes.md"]


@pytest.mark.parametrize("step", ["write_all", "sync", "set_mode"])
@pytest.mark.parametrize("failure", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_failure_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, failure: BaseException
) -> None:
    def fails(*_arguments: object) -> None:
        raise failure

    path = tmp_path / "minutes.md"
    write_whole(path, b"old")
    monkeypatch.setattr(atomic, step, fails)
    with pytest.raises((StoreTrouble, KeyboardInterrupt)):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["minutes.md"]


def test_a_failed_rename_leaves_nothing_beside(tmp_path: Path) -> None:
    (tmp_path / "minutes.md").mkdir()
    with pytest.raises(StoreTrouble, match="is a folder"):
        write_whole(tmp_path / "minutes.md", b"new")
    assert names(tmp_path) == ["minutes.md"]


def test_the_data_is_on_disk_before_its_name_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    monkeypatch.setattr(atomic, "sync", lambda fd: seen.append("data"))
    monkeypatch.setattr(atomic, "sync_folder", lambda folder: seen.append("folder"))
    replace = os.replace

    def renamed(one: Path, other: Path) -> None:
        replace(one, other)
        seen.append("name")

    monkeypatch.setattr(os, "replace", renamed)
    write_whole(tmp_path / "minutes.md", b"new")
    assert seen == ["data", "name", "folder"]


def test_a_system_that_takes_a_byte_at_a_time_gets_them_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda fd, data: write(fd, data[:1]))
    write_whole(tmp_path / "minutes.md", "Ní Dhálaigh".encode())
    assert (tmp_path / "minutes.md").read_text("utf-8") == "Ní Dhálaigh"


def test_a_file_somebody_asked_for_obeys_the_umask(tmp_path: Path, umask: None) -> None:
    write_out(tmp_path / "out.md", b"text")
    assert mode(tmp_path / "out.md") == 0o640
    assert names(tmp_path) == ["out.md"]


def test_an_existing_file_is_replaced_only_with_force(tmp_path: Path, umask: None) -> None:
    path = tmp_path / "out.md"
    path.write_bytes(b"mine")
    path.chmod(0o664)
    with pytest.raises(PlaceError, match="--force"):
        write_out(path, b"text")
    assert path.read_bytes() == b"mine"
    write_out(path, b"text", force=True)
    assert (path.read_bytes(), mode(path)) == (b"text", 0o664)


def test_a_file_that_appears_meanwhile_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out.md"
    monkeypatch.setattr(atomic, "sync", lambda fd: path.write_bytes(b"mine"))
    with pytest.raises(PlaceError, match="--force"):
        write_out(path, b"text")
    assert path.read_bytes() == b"mine"
    assert names(tmp_path) == ["out.md"]


@pytest.mark.parametrize("there", [False, True])
def test_a_disk_without_hard_links_does_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bool
) -> None:
    def no_links(*_arguments: object) -> None:
        if there:
            (tmp_path / "out.md").write_bytes(b"mine")
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    if there:
        with pytest.raises(PlaceError, match="--force"):
            write_out(tmp_path / "out.md", b"text")
    else:
        write_out(tmp_path / "out.md", b"text")
    assert (tmp_path / "out.md").read_bytes() == (b"mine" if there else b"text")
    assert names(tmp_path) == ["out.md"]


def test_the_file_behind_a_link_is_replaced_and_the_link_stays(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_bytes(b"old")
    (tmp_path / "link.md").symlink_to("real.md")
    write_out(tmp_path / "link.md", b"new", force=True)
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_bytes() == b"new"


def test_a_device_is_written_to() -> None:
    write_out(Path(os.devnull), b"text")
    assert not Path(os.devnull).is_file()


def test_a_folder_or_no_folder_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(PlaceError, match="Name a file in it"):
        write_out(tmp_path, b"text", force=True)
    with pytest.raises(PlaceError, match="There is no folder"):
        write_out(tmp_path / "none" / "out.md", b"text")


def test_a_name_as_long_as_the_disk_allows_can_be_written(tmp_path: Path) -> None:
    write_out(tmp_path / ("m" * 250), b"text")
    assert names(tmp_path) == ["m" * 250]


def test_sweeping_takes_only_our_own_leftovers(tmp_path: Path) -> None:
    for name in (".facilitator-00ff.tmp", "a.tmp", ".facilitator", "minutes.md"):
        (tmp_path / name).touch()
    assert sweep(tmp_path) == 1
    assert names(tmp_path) == [".facilitator", "a.tmp", "minutes.md"]
