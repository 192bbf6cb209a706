"""Events as JSON and back, and what a version makes of lines it does not know."""

from __future__ import annotations

import json

import pytest
from session_play import PEOPLE, Play, capture, opened

from facilitator.session import events as ev
from facilitator.session import intents as it
from facilitator.session.codec import KNOWN, Misread, decode, encode, newer_format, undone_causes


def test_an_event_is_one_line_of_plain_json_with_its_type_first() -> None:
    play = Play()
    (event,) = play.do(capture("Zeile 1\nZeile 2 李娜 \u2028", speakers=(PEOPLE[2],)))
    payload = encode(event)
    assert payload.startswith(b'{"type":"note_captured","id":"c1.1","at":"2026-11-21T19:00:00.000Z","t":0.0,')
    assert b"\n" not in payload
    assert "李娜" in payload.decode()
    assert json.loads(payload)["text"] == "Zeile 1\nZeile 2 李娜 \u2028"
    assert decode(payload) == event


def test_the_opening_holds_all_that_the_session_depends_on() -> None:
    line = json.loads(encode(opened()))
    assert line["type"] == "session_opened"
    assert line["format"] == 1
    assert line["people"] == list(PEOPLE)
    assert [stage["id"] for stage in line["agenda"]["stages"]][:2] == ["arrive", "case"]
    assert (line["zone"], line["boot"], line["clock"]) == ("Africa/Dakar", "the-boot", 0.0)


def test_every_event_of_the_format_has_a_tag_of_its_own() -> None:
    assert len(KNOWN) == len(ev.AnyEvent.__args__)


def test_a_type_of_a_newer_version_is_skipped() -> None:
    assert decode(b'{"type":"mood_taken","mood":"calm"}') is None


def test_a_field_of_a_newer_version_is_skipped() -> None:
    assert decode(b'{"type":"paused","id":"a","colour":"blue"}') == ev.Paused(id="a")


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"{}",
        b"[]",
        b"nonsense",
        b'{"type":"note_captured"}',
        b'{"type":7}',
        b'{"type":"paused","t":"x"}',
    ],
)
def test_what_is_no_event_is_told(payload: bytes) -> None:
    with pytest.raises(Misread):
        decode(payload)


@pytest.mark.parametrize(
    ("payload", "format"),
    [(b'{"format":1}', None), (b'{"format":2}', 2), (b'{"format":"x"}', None), (b"{}", None), (b"x", None)],
)
def test_a_newer_format_is_known_by_its_number(payload: bytes, format: int | None) -> None:
    assert newer_format(payload) == format


def test_a_cause_that_was_done_again_is_not_undone() -> None:
    play = Play()
    play.do(it.Go(), it.Next(), it.Undo(), it.Redo(), it.Next(), it.Undo())
    lines = [json.loads(encode(event)) for event in play.events]
    assert undone_causes(lines) == {"c5"}
