"""After a strike the words are nowhere in the folder, and what is out of reach is said."""

from __future__ import annotations

from pathlib import Path

from facilitator.store.draft import Draft
from facilitator.store.eventlog import LogWriter, read_log
from facilitator.store.lines import seal
from facilitator.store.purge import purge


def test_struck_words_are_nowhere_in_the_folder(session: Path) -> None:
    path = session / "events.jsonl"
    path.write_bytes(
        path.read_bytes() + seal(b'{"type":"note","text":"secret"}') + b'{"secret half\n{"torn secret'
    )
    reading = read_log(session)
    draft = Draft(session)
    draft.write("more secret")
    with LogWriter(session, reading) as log:
        (session / ".facilitator-00.tmp").write_bytes(b"secret")
        log.rewrite([seal(payload) for _n, payload in reading.payloads if b"secret" not in payload])
        draft.empty()
        said = purge(session)
    assert len(read_log(session).payloads) == 5
    assert all(b"secret" not in file.read_bytes() for file in session.iterdir())
    assert len(said) == 2
    assert "backups" in said[0]


def test_files_of_others_are_named_and_left(session: Path) -> None:
    (session / "events.jsonl~").write_bytes(b"an editor's copy")
    assert purge(session)[2:] == (
        "One file in this folder is not from this program and was not touched: events.jsonl~.",
    )
    for name in ("a\x1b[2J", "b", "c"):
        (session / name).touch()
    assert purge(session)[2].endswith("not touched: a␛[2J, b, c ….")
    assert purge(session)[2].startswith("4 files")
