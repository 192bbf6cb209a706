"""One event as one line of `events.jsonl`: a JSON object whose last member `crc` guards all the others.

A *payload* is the compact JSON object as UTF-8 bytes, without `crc`. Its CRC-32 goes into the line.
"""

from __future__ import annotations

import re
from zlib import crc32

_MARK = b',"crc":'
_END = re.compile(rb',"crc":[0-9]{1,10}\}')
_START = b'{"type":'
_MOST_STARTS = 64


class DamagedLine(ValueError):  # noqa: N818 - it names the situation
    """The line is not what was written. The message never holds the line."""

    def __init__(self) -> None:
        super().__init__("the line does not agree with its checksum")


def seal(payload: bytes) -> bytes:
    """The line, newline included, that keeps `payload`.

    Raises ValueError for anything that cannot be one line: no JSON object, an empty one, a raw newline.
    """
    if payload[:1] != b"{" or payload[-1:] != b"}" or len(payload) < 3 or b"\n" in payload:
        raise ValueError("an event must be one JSON object on one line")
    return b'%b,"crc":%d}\n' % (payload[:-1], crc32(payload))


def unseal(line: bytes) -> bytes:
    """The payload of a line, with or without its newline. Raises DamagedLine."""
    head, _, tail = line.removesuffix(b"\n").rpartition(_MARK)
    payload = head + b"}"
    if not head or tail != b"%d}" % crc32(payload):
        raise DamagedLine
    return payload


def unseal_all(lines: list[bytes]) -> list[bytes] | None:
    """The payloads of many lines without newlines, or None as soon as one is damaged.

    This is what makes reopening a long meeting quick, hence `unseal` written out once more.
    """
    payloads: list[bytes] = []
    add = payloads.append
    for line in lines:
        head, _, tail = line.rpartition(_MARK)
        payload = head + b"}"
        if tail != b"%d}" % crc32(payload):
            return None
        add(payload)
    return payloads


def salvage(damaged: bytes) -> list[tuple[int, int, bytes]]:
    """Whole events inside a line that is not whole: (start, end, payload), in order.

    A damaged newline joins two lines of which nothing is lost; zeros from a power cut may stand before one.
    """
    found: list[tuple[int, int, bytes]] = []
    done = 0
    for match in _END.finditer(damaged):
        for start in _starts(damaged, done, match.start()):
            try:
                payload = unseal(damaged[start : match.end()])
            except DamagedLine:
                continue
            found.append((start, match.end(), payload))
            done = match.end()
            break
    return found


def _starts(damaged: bytes, low: int, high: int) -> list[int]:
    starts = [low]
    at = damaged.find(_START, low + 1, high)
    # The bound keeps a file that was made to be slow from being slow.
    while at >= 0 and len(starts) < _MOST_STARTS:
        starts.append(at)
        at = damaged.find(_START, at + 1, high)
    return starts
