"""The half-typed line comes back as it was."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from facilitator.store.draft import Draft
from facilitator.store.trouble import StoreTrouble


@pytest.mark.parametrize("text", ["> Amina: ask 李娜 about", "two\nlines ", "", " Ní Dhálaigh: "])
def test_a_draft_comes_back(tmp_path: Path, text: str) -> None:
    Draft(tmp_path).write(text)
    assert Draft(tmp_path).read() == text
    assert (tmp_path / "draft.txt").read_bytes() == text.encode()
    assert stat.S_IMODE((tmp_path / "draft.txt").stat().st_mode) == 0o600


def test_no_draft_is_an_empty_line(tmp_path: Path) -> None:
    assert Draft(tmp_path).read() == ""


def test_an_emptied_draft_is_nowhere(tmp_path: Path) -> None:
    Draft(tmp_path).write("a secret")
    Draft(tmp_path).empty()
    assert Draft(tmp_path).read() == ""
    assert all(b"secret" not in file.read_bytes() for file in tmp_path.iterdir())


def test_a_damaged_draft_is_still_a_line(tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_bytes("Bintou: N\xed".encode("latin-1") + b"\0" * 30)
    assert Draft(tmp_path).read() == "Bintou: N\ufffd"


def test_a_draft_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(StoreTrouble, match="is not there"):
        Draft(tmp_path / "none").write("text")
    (tmp_path / "draft.txt").mkdir()
    with pytest.raises(StoreTrouble, match="is a folder"):
        Draft(tmp_path).read()


def test_the_same_line_is_not_written_twice_but_another_is(tmp_path: Path) -> None:
    draft = Draft(tmp_path)
    draft.write("text")
    (tmp_path / "draft.txt").unlink()
    draft.write("text")
    assert draft.read() == ""
    draft.write("text!")
    assert draft.read() == "text!"


def test_a_line_that_could_not_be_written_is_tried_again(tmp_path: Path) -> None:
    folder = tmp_path / "gone"
    draft = Draft(folder)
    with pytest.raises(StoreTrouble):
        draft.write("text")
    folder.mkdir()
    draft.write("text")
    assert draft.read() == "text"
