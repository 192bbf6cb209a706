"""The file behind the editing screen: saved as it was found, and never without the draft of what was not."""

from __future__ import annotations

from pathlib import Path

import pytest
from awkward_agendas import COMMENTED, OLD_LINE_ENDS

from facilitator.agenda import drafts, own
from facilitator.agenda.drafts import ChangedElsewhere, editing_of, keep_draft, open_file, save
from facilitator.agenda.edit.content import SetLength
from facilitator.agenda.edit.lines import NotEditableError
from facilitator.agenda.editing import do
from facilitator.agenda.problem import AgendaError
from facilitator.agenda.skeleton import skeleton
from facilitator.store.trouble import StoreTrouble

LONGER = SetLength(1, "minutes", 20)


def at(path: Path, text: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def opened(home: Path, word: str | Path) -> drafts.AgendaFile:
    return open_file(home, own.source(home, str(word)))


def test_a_file_elsewhere_is_saved_where_it_lies_with_its_mark_line_ends_and_mode(tmp_path: Path) -> None:
    file = at(tmp_path / "shared" / "evening.toml", b"\xef\xbb\xbf" + OLD_LINE_ENDS.encode())
    file.chmod(0o644)
    link = tmp_path / "link.toml"
    link.symlink_to(file)
    found = opened(tmp_path / "home", link)
    editing, _changed = do(editing_of(found), LONGER)
    save(tmp_path / "home", found, editing.text)
    wanted = OLD_LINE_ENDS.replace("minutes = 12", "minutes = 20").replace("minutes = 21", "minutes = 29")
    assert link.is_symlink()
    assert file.read_bytes() == b"\xef\xbb\xbf" + wanted.encode()
    assert file.stat().st_mode & 0o777 == 0o644
    assert not (tmp_path / "home" / "agendas" / "evening.toml").exists()


def test_an_own_agenda_meant_by_its_path_stays_private(tmp_path: Path) -> None:
    own.keep(tmp_path, "ours", skeleton("ours").encode())
    found = opened(tmp_path, own.path_for(tmp_path, "ours"))
    assert found.own
    save(tmp_path, found, found.text + "# more\n")
    assert own.path_for(tmp_path, "ours").stat().st_mode & 0o777 == 0o600


def test_files_of_the_same_name_have_drafts_of_their_own(tmp_path: Path) -> None:
    one, two = (at(tmp_path / folder / "x.toml", COMMENTED) for folder in ("a", "b"))
    keep_draft(tmp_path / "home", opened(tmp_path / "home", one), COMMENTED + "# one\n")
    assert opened(tmp_path / "home", one).draft.endswith("# one\n")
    assert opened(tmp_path / "home", two).draft == ""
    assert own.own_files(tmp_path / "home") == {}


def test_a_draft_goes_when_the_file_is_saved_and_stays_when_that_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own.keep(tmp_path, "ours", skeleton("ours").encode())
    found = opened(tmp_path, "ours")
    text = found.text + "# more\n"
    keep_draft(tmp_path, found, text)

    def full(*_words: object) -> None:
        raise StoreTrouble("The disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr(drafts, "write_whole", full)
        with pytest.raises(StoreTrouble):
            save(tmp_path, found, text)
    assert opened(tmp_path, "ours").draft == text
    save(tmp_path, found, text)
    assert opened(tmp_path, "ours").draft == ""


def test_a_draft_that_makes_no_sense_keeps_nobody_from_the_file(tmp_path: Path) -> None:
    own.keep(tmp_path, "ours", skeleton("ours").encode())
    found = opened(tmp_path, "ours")
    keep_draft(tmp_path, found, "title = ")
    assert editing_of(opened(tmp_path, "ours")).text == found.text
    found.draft_path.write_bytes(b"\xff\xfe")
    assert editing_of(opened(tmp_path, "ours")).text == found.text


def test_a_file_that_changed_or_went_away_is_not_replaced_unasked(tmp_path: Path) -> None:
    own.keep(tmp_path, "ours", skeleton("ours").encode())
    found = opened(tmp_path, "ours")
    found.path.unlink()
    with pytest.raises(ChangedElsewhere, match=r"ours\.toml was changed outside"):
        save(tmp_path, found, found.text)
    save(tmp_path, found, found.text, force=True)
    assert found.path.read_bytes() == found.data


def test_a_copy_of_a_shipped_one_does_not_replace_one_that_came_meanwhile(tmp_path: Path) -> None:
    found = opened(tmp_path, "intervision")
    assert found.copies
    own.copy(tmp_path, "intervision")
    with pytest.raises(ChangedElsewhere):
        save(tmp_path, found, found.text)


def test_what_cannot_be_edited_says_why(tmp_path: Path) -> None:
    with pytest.raises(AgendaError, match=r"x\.toml:1:"):
        opened(tmp_path, at(tmp_path / "x.toml", "title = "))
    with pytest.raises(AgendaError, match="not UTF-8"):
        opened(tmp_path, at(tmp_path / "y.toml", b"title = '\xff'"))
    with pytest.raises(NotEditableError, match="no stage"):
        editing_of(opened(tmp_path, at(tmp_path / "z.toml", "format = 1\n")))
