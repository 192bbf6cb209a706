"""Events as compact JSON and back. The checksum of contract 1 is put on and taken off by the store."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from facilitator.session import events as ev

_encoder = msgspec.json.Encoder()
_decoder: msgspec.json.Decoder[ev.AnyEvent] = msgspec.json.Decoder(ev.AnyEvent)
_typed = msgspec.json.Decoder(dict[str, object])

KNOWN = frozenset(
    str(one.__struct_config__.tag) for one in ev.AnyEvent.__args__ if one.__struct_config__.tag is not None
)


class Misread(Exception):  # noqa: N818 - caught at once and told as a damaged line
    """A line whose checksum holds but whose content is no event of this format."""


def encode(event: ev.AnyEvent) -> bytes:
    """The event as one compact JSON object: type, envelope, then its own fields."""
    return _encoder.encode(event)


def decode(payload: bytes) -> ev.AnyEvent | None:
    """The event, or None for a type of a newer version, which is kept and skipped.

    Raises Misread for anything else that is no event.
    """
    try:
        return _decoder.decode(payload)
    except msgspec.DecodeError as error:
        try:
            kind = _typed.decode(payload).get("type")
        except msgspec.DecodeError:
            raise Misread(str(error)) from error
        if isinstance(kind, str) and kind not in KNOWN:
            return None
        raise Misread(str(error)) from error


def newer_format(payload: bytes) -> int | None:
    """The format number of an opening line that this version does not know yet; None where it does."""
    try:
        number = _typed.decode(payload).get("format")
    except msgspec.DecodeError:
        return None
    return number if isinstance(number, int) and number > ev.FORMAT else None


def undone_causes(payloads: Iterable[dict[str, object]]) -> set[str]:
    """The causes that stay undone after all these lines."""
    undone: set[str] = set()
    for line in payloads:
        if line.get("type") == "undone":
            undone.add(str(line.get("undone")))
        elif line.get("type") == "redone":
            undone.discard(str(line.get("redone")))
    return undone
