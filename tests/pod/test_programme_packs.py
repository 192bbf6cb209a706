"""A programme's pack is added whole or not at all, and nothing in it is trusted."""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from decks import deck

from facilitator.agenda import own
from facilitator.agenda.skeleton import skeleton
from facilitator.pod import pack_adding
from facilitator.pod.pack_adding import add_pack
from facilitator.pod.pack_source import PackError
from facilitator.pod.topics import read_topics
from facilitator.store.trouble import StoreError, StoreTrouble

DECK = deck("Rivers")
TOPICS = 'format = 1\n[[topic]]\ntitle = "Money"\n[[topic]]\ntitle = "Saying no"\n'
GOOD = {
    "agendas/our-evening.toml": skeleton("our-evening").replace(
        'name = "Arrive"\n', 'name = "Arrive"\nbank = "dawn"\n'
    ),
    "agendas/banks/dawn.toml": 'format = 1\ntitle = "Dawn"\nquestions = ["What is new?"]\n',
    "decks/rivers.toml": DECK,
    "topics.toml": TOPICS,
    "practices.toml": 'format = 1\n[[practice]]\nname = "Ask first"\n',
    "contacts.toml": 'format = 1\n[[contact]]\nname = "Fatou"\nreach = "+221 33"\n',
    "README.md": "Hello.",
}


def folder(place: Path, files: Mapping[str, str | bytes]) -> Path:
    for name, text in files.items():
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return place


def zipped(path: Path, files: Mapping[str, str | bytes], top: str = "") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(top + name, text)
    return path


def files_in(home: Path) -> dict[str, bytes]:
    return {
        path.relative_to(home).as_posix(): path.read_bytes() for path in home.rglob("*") if path.is_file()
    }


@pytest.mark.parametrize("kind", ["folder", "zip", "zip of a folder"])
def test_a_good_pack_is_added_and_told(tmp_path: Path, kind: str) -> None:
    home = tmp_path / "home"
    if kind == "folder":
        pack = folder(tmp_path / "pack", GOOD)
    else:
        pack = zipped(tmp_path / "pack", GOOD, "our programme/" if kind != "zip" else "")
    lines = add_pack(home, pack)
    assert lines == [
        f"Added from {pack}:",
        "  agenda our-evening: Our evening, 45 min",
        "  question bank dawn: Dawn",
        "  deck rivers: Rivers, 1 card",
        "  2 topics",
        "  1 leadership practice",
        "  1 contact",
        "Not taken: README.md.",
    ]
    assert own.find(home, "our-evening").banks[0].title == "Dawn"
    assert set(files_in(home)) == set(GOOD) - {"README.md"}
    for path in home.rglob("*"):
        assert path.stat().st_mode & 0o077 == 0


def test_a_pack_added_again_changes_nothing(tmp_path: Path) -> None:
    pack = folder(tmp_path / "pack", GOOD)
    add_pack(tmp_path / "home", pack)
    before = files_in(tmp_path / "home")
    lines = add_pack(tmp_path / "home", pack)
    assert lines[0] == f"All of {pack} is there already:"
    assert lines[1] == "  agenda our-evening: Our evening, 45 min (there already)"
    assert "  0 new topics (2 there already)" in lines
    assert files_in(tmp_path / "home") == before


def test_nothing_is_overwritten_without_being_asked_and_then_nothing_is_written(tmp_path: Path) -> None:
    home = folder(tmp_path / "home", {"agendas/Our-Evening.toml": "mine", "contacts.toml": "mine too"})
    pack = folder(tmp_path / "pack", GOOD)
    with pytest.raises(PackError) as refused:
        add_pack(home, pack)
    assert "agendas/Our-Evening.toml, contacts.toml are in" in refused.value.sentence
    assert "--force" in refused.value.sentence
    assert set(files_in(home)) == {"agendas/Our-Evening.toml", "contacts.toml"}
    lines = add_pack(home, pack, force=True)
    assert "  agenda our-evening: Our evening, 45 min (replaced)" in lines
    assert own.find(home, "our-evening").title == "Our evening"


def test_topics_join_those_that_are_there_and_keep_their_days(tmp_path: Path) -> None:
    mine = 'format = 1\n[[topic]]\ntitle = "money"\nused = [2026-03-02] # a good evening\n'
    home = folder(tmp_path / "home", {"topics.toml": mine})
    lines = add_pack(home, folder(tmp_path / "pack", {"topics.toml": TOPICS}), force=True)
    assert lines[1] == "  1 new topic (1 there already)"
    assert [topic.title for topic in read_topics(home)] == ["money", "Saying no"]
    assert (home / "topics.toml").read_text("utf-8").startswith(mine.rstrip())


def test_a_shipped_name_is_told(tmp_path: Path) -> None:
    pack = folder(tmp_path / "pack", {"agendas/intervision.toml": skeleton("ours")})
    assert add_pack(tmp_path / "home", pack)[1].endswith("It stands in place of the shipped one.")


def test_all_that_is_wrong_is_told_at_once_with_places_and_nothing_is_added(tmp_path: Path) -> None:
    bad = {
        **GOOD,
        "agendas/our-evening.toml": skeleton("x").replace("minutes = 8", "minutes = 0"),
        "agendas/two words.toml": skeleton("y"),
        "decks/rivers.toml": DECK.replace('"source"\nd', '"Source!"\nd'),
        "decks/broken.toml": "format = \n",
        "topics.toml": TOPICS.replace("title", "titel", 1),
    }
    with pytest.raises(PackError) as refused:
        add_pack(tmp_path / "home", zipped(tmp_path / "p.zip", bad))
    told = refused.value.sentence
    assert "p.zip/agendas/our-evening.toml:" in told
    assert "p.zip/agendas/two words.toml: a file's name has no spaces" in told
    assert "p.zip/decks/rivers.toml:8:1: card 1 (Source!): an id is small letters" in told
    assert "p.zip/decks/broken.toml: this is not TOML" in told
    assert "p.zip/topics.toml:3:1: “titel” is not a key" in told
    assert told.splitlines()[-1].startswith("Nothing was added from")
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize(
    "name",
    [
        "../evil.toml",
        "/etc/evil.toml",
        "agendas/../../evil.toml",
        "C:/evil.toml",
        "agendas\\..\\e.toml",
        "a/../b",
    ],
)
def test_a_name_that_leads_outside_refuses_the_whole_pack(tmp_path: Path, name: str) -> None:
    pack = zipped(tmp_path / "p.zip", {**GOOD, name: "x"})
    with pytest.raises(PackError, match="would lie outside"):
        add_pack(tmp_path / "home", pack)
    assert [path.name for path in tmp_path.iterdir()] == ["p.zip"]


def test_links_are_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret.toml"
    secret.write_text("format = 1")
    pack = folder(tmp_path / "pack", {"decks/rivers.toml": DECK})
    (pack / "agendas").mkdir()
    (pack / "agendas" / "a.toml").symlink_to(secret)
    with pytest.raises(PackError, match=r"agendas/a\.toml in .* is a link"):
        add_pack(tmp_path / "home", pack)
    archive = tmp_path / "p.zip"
    with zipfile.ZipFile(archive, "w") as made:
        link = zipfile.ZipInfo("topics.toml")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        made.writestr(link, str(secret))
    with pytest.raises(PackError, match=r"topics\.toml in .* is a link"):
        add_pack(tmp_path / "home", archive)


def test_a_zip_file_with_a_password_says_so(tmp_path: Path) -> None:
    pack = zipped(tmp_path / "p.zip", {"topics.toml": TOPICS})
    data = bytearray(pack.read_bytes())
    # The first bit of the flags in the directory at the end.
    data[data.index(b"PK\x01\x02") + 8] |= 1
    pack.write_bytes(data)
    with pytest.raises(PackError, match="needs a password"):
        add_pack(tmp_path / "home", pack)


def test_a_zip_file_that_claims_to_be_small_is_cut_off(tmp_path: Path) -> None:
    bomb = zipped(tmp_path / "p.zip", {"topics.toml": b"#" * 30_000_000})
    assert bomb.stat().st_size < 100_000
    with pytest.raises(PackError, match="larger than 256 kB"):
        add_pack(tmp_path / "home", bomb)


def test_a_name_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    pack = zipped(tmp_path / "p.zip", {"agendas/a.toml": skeleton("a"), "agendas/A.toml": skeleton("b")})
    with pytest.raises(PackError, match="the same file on many machines"):
        add_pack(tmp_path / "home", pack)
    with zipfile.ZipFile(tmp_path / "q.zip", "w") as made:
        made.writestr("topics.toml", TOPICS)
        with pytest.warns(UserWarning, match="Duplicate name"):
            made.writestr("topics.toml", TOPICS)
    with pytest.raises(PackError, match="twice"):
        add_pack(tmp_path / "home", tmp_path / "q.zip")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 no more", b"plain text", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_pack_says_so(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "p.zip"
    file.write_bytes(data)
    with pytest.raises(PackError):
        add_pack(tmp_path / "home", file)
    with pytest.raises(StoreError):
        add_pack(tmp_path / "home", tmp_path / "nowhere")
    with pytest.raises(PackError, match=r"Nothing in .* can be added"):
        add_pack(tmp_path / "home", folder(tmp_path / "empty", {"README.md": "x"}))


def test_a_zip_file_with_flipped_bytes_never_ends_in_a_traceback(tmp_path: Path) -> None:
    whole = bytearray(zipped(tmp_path / "p.zip", GOOD).read_bytes())
    for place in range(0, len(whole), 13):
        broken = bytearray(whole)
        broken[place] ^= 0x5A
        (tmp_path / "q.zip").write_bytes(broken)
        try:
            add_pack(tmp_path / f"home{place}", tmp_path / "q.zip")
        except StoreError as told:
            assert told.sentence  # noqa: PT017 - both ends are good ones
            assert not (tmp_path / f"home{place}").exists()


def test_a_disk_that_fails_halfway_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = folder(tmp_path / "home", {"agendas/our-evening.toml": "mine"})
    before = files_in(home)
    real = pack_adding.write_whole
    written: list[Path] = []

    def failing(path: Path, data: bytes) -> None:
        written.append(path)
        if len(written) == 4:
            raise StoreTrouble("The disk is full.")
        real(path, data)

    monkeypatch.setattr(pack_adding, "write_whole", failing)
    with pytest.raises(StoreTrouble, match=r"The disk is full"):
        add_pack(home, folder(tmp_path / "pack", GOOD), force=True)
    assert files_in(home) == before
