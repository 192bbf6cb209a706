"""Changing single values in a piece of TOML, so that all the rest of it stays as it was written.

Places come from tree-sitter, values are written by tomlkit. Only what edits files imports this module.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Sequence
from datetime import date
from typing import Any, cast

import tomlkit
import tree_sitter_toml
from tree_sitter import Language, Node, Parser

from facilitator.agenda.problem import AgendaError
from facilitator.words.language import gettext as _

Single = str | int | float | bool | date
Value = Single | tuple[Single, ...]

_LONGEST_ROW = 100
"""Characters up to which a list stands in one row."""

_INDENT = re.compile(rb"[ \t]*")


class NotEditableError(AgendaError):
    """A file, or a value in it, is written in a way that cannot be changed here."""

    def __init__(self, sentence: str) -> None:
        super().__init__((), sentence)


def tables(data: bytes) -> list[Node]:
    """The tables with a header, in order."""
    root = _parse(data)
    return [node for node in root.named_children if node.type in ("table", "table_array_element")]


def names_of(table: Node) -> tuple[str, ...]:
    """The names in the header of a table."""
    header = next(child for child in table.named_children if child.type != "comment")
    try:
        found = tomllib.loads(f"{(header.text or b'').decode('utf-8')} = 0")
    except tomllib.TOMLDecodeError as error:
        raise _unusual() from error
    names = []
    while isinstance(found, dict):
        name, value = next(iter(found.items()))
        names.append(name)
        found = value
    return tuple(names)


def end_of_head(data: bytes) -> int:
    """Where the last line with a key before the first table ends; 0 where there is none."""
    pairs = [node for node in _parse(data).named_children if node.type == "pair"]
    return _line_end(data, pairs[-1].end_byte) if pairs else 0


def end_of_table(data: bytes, table: Node) -> int:
    """Where the last line of a table ends that is more than a comment; its line end is not in it."""
    last = next(child for child in reversed(table.children) if child.type != "comment")
    return _line_end(data, last.end_byte)


def set_value(text: str, key: str, value: Value, order: Sequence[str]) -> str:
    """The piece with this value for `key`: in its place, or as a new line where `order` has it.

    `text` is one table with or without a header; only keys directly below it are looked at.
    """
    data = text.encode("utf-8")
    pair = _pairs(data).get(key)
    if pair is None:
        return _insert(data, key, value, order)
    old = _value_node(pair)
    written = (old.text or b"").decode("utf-8")
    new = _rewritten(written, value)
    return _spliced(data, old.start_byte, old.end_byte, new)


def remove(text: str, key: str) -> str:
    """The piece without the lines of `key`; the same where it is not there."""
    data = text.encode("utf-8")
    pair = _pairs(data).get(key)
    if pair is None:
        return text
    start = data.rfind(b"\n", 0, pair.start_byte) + 1
    end = data.find(b"\n", pair.end_byte)
    if end < 0:
        # The last line goes together with the line end before it.
        start = max(start - 1, 0)
        if start and data[start - 1 : start] == b"\r":
            start -= 1
        return _spliced(data, start, len(data), "")
    return _spliced(data, start, end + 1, "")


def rename_key(text: str, key: str, other: str, value: Value) -> str:
    """The piece in which `key` has become `other` with this value, in the same place."""
    data = text.encode("utf-8")
    pair = _pairs(data)[key]
    name = pair.named_children[0]
    old = _value_node(pair)
    changed = _spliced(data, old.start_byte, old.end_byte, written_value(value))
    return _spliced(changed.encode("utf-8"), name.start_byte, name.end_byte, other)


def written_value(value: Value) -> str:
    """A value as one writes it by hand."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(round(value, 4))
    if isinstance(value, str):
        return tomlkit.string(value).as_string()
    if isinstance(value, date):
        return value.isoformat()
    items = [written_value(one) for one in value]
    row = f"[{', '.join(items)}]"
    if len(items) < 2 or (len(row) <= _LONGEST_ROW and not any(isinstance(one, str) for one in value)):
        return row
    return "[\n" + "".join(f"    {item},\n" for item in items) + "]"


def _rewritten(written: str, value: Value) -> str:
    """A new value in the style of the old one: a list keeps its comments, or its one row."""
    same = list(value) if isinstance(value, tuple) else value
    old = tomllib.loads(f"old = {written}")["old"]
    if old == same and isinstance(old, bool) == isinstance(same, bool):
        return written
    if isinstance(value, tuple) and written.startswith("["):
        kept = _list_with_comments(written, value)
        if kept is not None:
            return kept
        row = f"[{', '.join(written_value(one) for one in value)}]"
        if "\n" not in written and len(row) <= _LONGEST_ROW:
            return row
    return written_value(value)


def _list_with_comments(written: str, wanted: tuple[Single, ...]) -> str | None:
    if "#" not in written:
        return None
    document = tomlkit.parse(f"list = {written}")
    found = cast("Any", document["list"])
    old = [one.unwrap() for one in found]
    steps = difflib.SequenceMatcher(None, old, list(wanted), autojunk=False).get_opcodes()
    for what, start, end, begin, until in reversed(steps):
        if what == "equal":
            continue
        common = min(end - start, until - begin)
        for place in reversed(range(start + common, end)):
            del found[place]
        for offset in range(common):
            found[start + offset] = wanted[begin + offset]
        for offset in range(common, until - begin):
            found.insert(start + offset, wanted[begin + offset])
    changed = document.as_string().removeprefix("list = ").rstrip("\n")
    try:
        same = tomllib.loads(f"list = {changed}") == {"list": list(wanted)}
    except tomllib.TOMLDecodeError:
        same = False
    return changed if same else None


def _insert(data: bytes, key: str, value: Value, order: Sequence[str]) -> str:
    pairs = _pairs(data)
    end = "\r\n" if b"\r\n" in data else "\n"
    before = [pairs[one] for one in order[: order.index(key) if key in order else None] if one in pairs]
    behind = max(before, key=lambda pair: pair.end_byte, default=None)
    if behind is None and not pairs and not tables(data):
        text = data.decode("utf-8")
        return f"{text}{end if text else ''}{key} = {written_value(value)}"
    if behind is None:
        header = next(iter(tables(data)), None)
        if header is None:
            first = min(pairs.values(), key=lambda pair: pair.start_byte)
            return _spliced(data, first.start_byte, first.start_byte, f"{key} = {written_value(value)}{end}")
        brackets = [child for child in header.children if child.type in ("]", "]]")]
        at, indent = brackets[0].end_byte, b""
    else:
        at = behind.end_byte
        start = data.rfind(b"\n", 0, behind.start_byte) + 1
        found = _INDENT.match(data, start)
        indent = found[0] if found else b""
    stop = _line_end(data, at)
    line = f"{end}{indent.decode()}{key} = {written_value(value)}"
    return _spliced(data, stop, stop, line)


def _line_end(data: bytes, at: int) -> int:
    """The end of the line that `at` is in, before its line end."""
    found = data.find(b"\n", at)
    if found < 0:
        return len(data)
    return found - 1 if data[found - 1 : found] == b"\r" else found


def _spliced(data: bytes, start: int, end: int, new: str) -> str:
    if b"\r\n" in data:
        new = new.replace("\r\n", "\n").replace("\n", "\r\n")
    return (data[:start] + new.encode("utf-8") + data[end:]).decode("utf-8")


def _pairs(data: bytes) -> dict[str, Node]:
    """The plain keys directly below the header, or of a piece without one."""
    root = _parse(data)
    table = next((node for node in root.named_children if node.type.startswith("table")), root)
    found: dict[str, Node] = {}
    for node in table.named_children:
        if node.type != "pair":
            continue
        name = node.named_children[0]
        text = (name.text or b"").decode("utf-8")
        if name.type == "quoted_key":
            text = next(iter(tomllib.loads(f"{text} = 0")))
        elif name.type == "dotted_key":
            continue
        found[text] = node
    return found


def _value_node(pair: Node) -> Node:
    return [child for child in pair.named_children if child.type != "comment"][1]


def _parse(data: bytes) -> Node:
    root = Parser(Language(tree_sitter_toml.language())).parse(data).root_node
    if root.has_error:
        raise _unusual()
    return root


def _unusual() -> NotEditableError:
    return NotEditableError(_("This file is written in an unusual way. Change it with a text editor."))
