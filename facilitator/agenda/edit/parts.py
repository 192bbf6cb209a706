"""An agenda file cut into parts that can change places: its head, each stage with its comments, other tables.

A part keeps its own text to the byte. The line ends and blank lines behind it belong to the place and not to
the part, so that a file in which stages change places still looks as its author spaced it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence

from msgspec import Struct

from facilitator.agenda.edit.lines import NotEditableError, end_of_head, end_of_table, names_of, tables
from facilitator.words.language import gettext as _

STAGE = "stage"

_BLANKS = re.compile(rb"(?:[ \t]*\r?\n)*[ \t]*\Z")
_BLANK_LINES = re.compile(rb"\n(?:[ \t]*\r?\n)+")


class Part(Struct, frozen=True):
    """A piece of a file: its text without the line ends behind it, and those line ends."""

    text: str
    after: str
    table: tuple[str, ...] = ()
    """The names in its header; empty for the head of the file and for comments at its end."""

    @property
    def is_stage(self) -> bool:
        """Whether this is a stage."""
        return self.table == (STAGE,)


def split(text: str) -> tuple[Part, ...]:
    """The parts of a file that is good TOML; the first is its head, which may be empty.

    Raises NotEditableError where stages are written in a way that cannot be taken apart.
    """
    data = text.encode("utf-8")
    starts: list[tuple[int, tuple[str, ...]]] = []
    content = end_of_head(data)
    for node in tables(data):
        path = names_of(node)
        if path[0] == STAGE and len(path) > 1:
            # A table inside a stage belongs to it.
            if not starts or starts[-1][1] != (STAGE,):
                raise _unusual()
        else:
            starts.append((_lead(data, content, node.start_byte), path))
        content = end_of_table(data, node)
    bounds = [(0, ()), *starts, (_lead(data, content, len(data)), ())]
    cuts = [*(at for at, _path in bounds[1:]), len(data)]
    parts = tuple(_part(data[at:until], path) for (at, path), until in zip(bounds, cuts, strict=True))
    _verify(text, parts)
    return parts


def join(parts: Sequence[Part]) -> str:
    """The file that these parts make."""
    return "".join(part.text + part.after for part in parts)


def stage_places(parts: Sequence[Part]) -> list[int]:
    """Where the stages are among the parts, in order."""
    return [place for place, part in enumerate(parts) if part.is_stage]


def line_end(text: str) -> str:
    """How this file ends its lines."""
    return "\r\n" if "\r\n" in text else "\n"


def _part(data: bytes, path: tuple[str, ...]) -> Part:
    blanks = _BLANKS.search(data)
    cut = blanks.start() if blanks else len(data)
    return Part(data[:cut].decode("utf-8"), data[cut:].decode("utf-8"), path)


def _lead(data: bytes, content: int, header: int) -> int:
    """Where the comments begin that lead to the header at `header`, after content that ends at `content`.

    Comments right below the content are the content's; what stands behind the first blank line leads to the
    header. Where there is no blank line, all of them do. Before all content, only the last block does.
    """
    between = data[content:header]
    blanks = list(_BLANK_LINES.finditer(between))
    if blanks:
        return content + blanks[0 if content else -1].end()
    if not content:
        return 0 if header < len(data) else header
    return content + between.find(b"\n") + 1 if b"\n" in between else header


def _verify(text: str, parts: Sequence[Part]) -> None:
    """What was cut must say, part by part, what the file says; else nothing here may touch it."""
    try:
        whole = tomllib.loads(text).get(STAGE, [])
        single = [tomllib.loads(part.text)[STAGE][0] for part in parts if part.is_stage]
    except (tomllib.TOMLDecodeError, KeyError, IndexError, TypeError) as error:
        raise _unusual() from error
    if join(parts) != text or not isinstance(whole, list) or single != whole:
        raise _unusual()


def _unusual() -> NotEditableError:
    return NotEditableError(
        _(
            "The stages of this file are written in an unusual way. "
            "Change it with a text editor, or begin each stage with [[stage]]."
        )
    )
