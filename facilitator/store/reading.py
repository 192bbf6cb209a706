"""Reading `events.jsonl` whatever has happened to it. Reading never changes a file.

- A tail that is torn off, or filled with zeros by a power cut, is `cut`. It was never said to be kept.
- A damaged line elsewhere is `set_aside` by number; every other line is read. It stays in the file until the
  next rewrite (strike or close), which leaves it out.
- Lines that a damaged newline joined are both read, and the number is in `mended`.
- Without a usable first line, `opening` comes from `opening.json`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from facilitator.store.atomic import write_whole
from facilitator.store.lines import DamagedLine, salvage, seal, unseal, unseal_all
from facilitator.store.places import EVENTS, OPENING
from facilitator.store.trouble import StoreTrouble, shown
from facilitator.store.whole import read_whole
from facilitator.words.language import gettext as _
from facilitator.words.language import ngettext

_OPENING_START = b'{"type":"session_opened"'


@dataclass(frozen=True, slots=True)
class LogReading:
    """What a log holds. What people typed is left out of the repr, so that no trace shows it."""

    folder: Path
    payloads: list[tuple[int, bytes]] = field(repr=False)
    """The events as JSON bytes without `crc`, each after the number of its line (from 1), in file order."""
    opening: bytes | None = field(default=None, repr=False)
    """The opening from `opening.json` where the log has lost its own; it then goes before `payloads`."""
    cut: bytes = field(default=b"", repr=False)
    """The torn tail, which is not part of the log."""
    set_aside: tuple[int, ...] = ()
    """Lines of which something is lost."""
    mended: tuple[int, ...] = ()
    """Lines that were joined by damage, with nothing lost."""
    size: int = 0
    """Bytes in the file as it was read."""
    good: int = 0
    """Bytes before the torn tail."""
    ends_whole: bool = True
    """The last good line has its newline."""

    def sentences(self) -> list[str]:
        """What a person should know about the state of this file; empty when all is well."""
        name = EVENTS
        said = []
        if self.opening is not None:
            said.append(
                _("The first line of {name} is missing or damaged; it was read from {opening}.").format(
                    name=name, opening=OPENING
                )
            )
        if self.set_aside:
            said.append(
                ngettext(
                    "Line {numbers} of {name} is damaged and is left out; all other lines are read.",
                    "Lines {numbers} of {name} are damaged and are left out; all other lines are read.",
                    len(self.set_aside),
                ).format(numbers=", ".join(map(str, self.set_aside)), name=name)
            )
        if self.mended:
            said.append(
                ngettext(
                    "The end of line {numbers} of {name} is damaged, but nothing in it is lost.",
                    "The ends of lines {numbers} of {name} are damaged, but nothing in them is lost.",
                    len(self.mended),
                ).format(numbers=", ".join(map(str, self.mended)), name=name)
            )
        if self.cut:
            said.append(
                ngettext(
                    "The end of {name} was not written whole: the last {n} byte is left out.",
                    "The end of {name} was not written whole: the last {n} bytes are left out.",
                    len(self.cut),
                ).format(name=name, n=len(self.cut))
            )
        return said


class LogUnreadable(StoreTrouble):
    """No opening is left, so the session cannot be opened. `reading` is what can still be read."""

    def __init__(self, sentence: str, reading: LogReading) -> None:
        super().__init__(sentence, retryable=False)
        self.reading = reading


def write_opening(folder: Path, payload: bytes) -> None:
    """Keep the opening a second time, sealed as in the log, as `opening.json`. Raises StoreTrouble."""
    write_whole(folder / OPENING, seal(payload))


def read_log(folder: Path) -> LogReading:
    """Read the log in a session folder.

    Raises StoreTrouble where the disk fails, and its child LogUnreadable where no opening is left.
    """
    data = read_whole(folder / EVENTS)
    reading = parse(folder, data or b"")
    if reading.payloads and reading.payloads[0][1].startswith(_OPENING_START):
        return reading
    opening = _opening(folder)
    if opening is None:
        raise LogUnreadable(_why_not(folder, data), reading)
    # What line 1 held is not lost after all.
    set_aside = tuple(number for number in reading.set_aside if number != 1)
    return replace(reading, opening=opening, set_aside=set_aside)


def parse(folder: Path, data: bytes) -> LogReading:
    """What the bytes of a log hold, without recourse to any other file."""
    lines = data.split(b"\n")
    # What stands here in a log that is well is nothing; after a power cut, half a line, zeros, or both.
    tail = lines.pop()
    whole = unseal_all(lines)
    set_aside: list[int] = []
    mended: list[int] = []
    payloads = _one_by_one(lines, set_aside, mended) if whole is None else list(enumerate(whole, 1))
    good = len(data) - len(tail)
    ends_whole = True
    rescued = salvage(tail) if tail else []
    if rescued:
        last = len(lines) + 1
        payloads += [(last, payload) for _start, _end, payload in rescued]
        good += rescued[-1][1]
        ends_whole = False
        if _loses(tail[: rescued[-1][1]], rescued):
            set_aside.append(last)
        elif len(rescued) > 1:
            mended.append(last)
    return LogReading(
        folder=folder,
        payloads=payloads,
        cut=data[good:],
        set_aside=tuple(set_aside),
        mended=tuple(mended),
        size=len(data),
        good=good,
        ends_whole=ends_whole,
    )


def _one_by_one(lines: list[bytes], set_aside: list[int], mended: list[int]) -> list[tuple[int, bytes]]:
    payloads: list[tuple[int, bytes]] = []
    for number, line in enumerate(lines, 1):
        try:
            payloads.append((number, unseal(line)))
        except DamagedLine:
            rescued = salvage(line)
            payloads += [(number, payload) for _start, _end, payload in rescued]
            (set_aside if _loses(line, rescued) else mended).append(number)
    return payloads


def _loses(line: bytes, rescued: list[tuple[int, int, bytes]]) -> bool:
    """Whether more than the newlines between joined lines is damaged."""
    return len(line) - sum(end - start for start, end, _payload in rescued) > len(rescued)


def _opening(folder: Path) -> bytes | None:
    data = read_whole(folder / OPENING)
    try:
        payload = unseal(data or b"")
    except DamagedLine:
        return None
    return payload if payload.startswith(_OPENING_START) else None


def _why_not(folder: Path, data: bytes | None) -> str:
    if data is None and not (folder / OPENING).exists():
        return _("No session lies in {folder}. List them with: facilitator sessions").format(
            folder=shown(folder)
        )
    return _(
        "The beginning of {name} in {folder} is damaged and {opening} cannot be read either, so this session "
        "cannot be opened. Nothing was changed; put back a copy of {opening} if you have one."
    ).format(name=EVENTS, folder=shown(folder), opening=OPENING)
