"""A line says whether it is still what was written."""

from __future__ import annotations

import json
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.store.lines import DamagedLine, salvage, seal, unseal, unseal_all

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
events = st.dictionaries(st.text(), values, min_size=1, max_size=5)


def encoded(event: object) -> bytes:
    return json.dumps(event, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


@given(events)
def test_what_was_sealed_comes_back(event: dict[str, object]) -> None:
    payload = encoded(event)
    line = seal(payload)
    assert unseal(line) == unseal(line[:-1]) == payload
    assert unseal_all([line[:-1]]) == [payload]


@given(events)
def test_the_line_is_json_with_the_checksum_last(event: dict[str, object]) -> None:
    line = seal(encoded(event))
    assert line.endswith(b"}\n")
    members = json.loads(line)
    assert list(members)[-1] == "crc" or "crc" in event
    assert members["crc"] == zlib.crc32(encoded(event))


@given(events, st.data())
def test_any_single_flipped_bit_is_noticed(event: dict[str, object], data: st.DataObject) -> None:
    line = bytearray(seal(encoded(event)))
    bit = data.draw(st.integers(0, len(line) * 8 - 1))
    line[bit // 8] ^= 1 << bit % 8
    with pytest.raises(DamagedLine):
        unseal(bytes(line))


@given(st.binary(max_size=200))
def test_rubbish_is_damaged_and_nothing_worse(rubbish: bytes) -> None:
    with pytest.raises(DamagedLine):
        unseal(rubbish)
    assert salvage(rubbish) == []


@pytest.mark.parametrize("wrong", [b"", b"{}", b"[1]", b'{"a":1', b'{"a":\n1}', b'"a"'])
def test_only_one_whole_object_can_be_sealed(wrong: bytes) -> None:
    with pytest.raises(ValueError, match="one JSON object"):
        seal(wrong)


def test_the_error_never_shows_the_line() -> None:
    with pytest.raises(DamagedLine) as error:
        unseal(b'{"text":"a secret","crc":1}\n')
    assert "secret" not in str(error.value)


def test_two_lines_whose_newline_is_damaged_are_both_found() -> None:
    one, two = b'{"type":"a","text":"x"}', b'{"type":"b","text":"{\\"type\\":"}'
    joined = seal(one)[:-1] + b"\x0b" + seal(two)[:-1]
    assert [payload for _start, _end, payload in salvage(joined)] == [one, two]


def test_an_event_behind_zeros_is_found() -> None:
    one = b'{"type":"a","text":"x"}'
    assert salvage(b"\0" * 9 + seal(one)) == [(9, 9 + len(seal(one)) - 1, one)]


def test_a_line_made_to_be_slow_is_given_up() -> None:
    assert salvage(b'{"type":' * 20_000 + b',"crc":1}' * 200) == []
