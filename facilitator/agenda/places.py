"""Where the things in a TOML file stand: from a path of keys to a line and a column.

The grammar is tree-sitter's. This module is imported only when there is something to point at.
"""

from __future__ import annotations

import tomllib
from typing import Literal

import tree_sitter_toml
from tree_sitter import Language, Node, Parser

from facilitator.agenda.text import Position, Text

Path = tuple[str | int, ...]
"""Keys and, in arrays, positions from 0: `("stage", 2, "say")`."""

Part = Literal["key", "value"]

_DEEPEST = 6
"""No agenda nests deeper; what does is wrong higher up already."""


class Places:
    """The places of the keys and values of one TOML text, and what stands in it twice."""

    def __init__(self, data: bytes) -> None:
        self._text = Text(data)
        self._keys: dict[Path, Node] = {}
        self._values: dict[Path, Node] = {}
        self._tables: set[Path] = set()
        self._elements: dict[Path, int] = {}
        self.repeated: list[tuple[Path, Position, Position]] = []
        """What is given again: its path, where it stands first, where it stands again."""
        root = Parser(Language(tree_sitter_toml.language())).parse(data).root_node
        for node in root.named_children:
            if node.type == "pair":
                self._pair(node, ())
            elif node.type in ("table", "table_array_element"):
                self._table(node)

    def find(self, path: Path, part: Part = "key", needle: str = "") -> Position:
        """Where `path` stands; for a missing thing the table it is missing from, else line 1.

        `needle` is a piece of the value to point at, if it is written in there as it is.
        """
        if path in self._values and (part == "value" or path not in self._keys):
            node = self._values[path]
            inside = (node.text or b"").find(needle.encode("utf-8")) if needle else 0
            return self._text.at(node.start_byte + max(inside, 0))
        if path in self._keys:
            return self._text.at(self._keys[path].start_byte)
        return self.find(path[:-1]) if path else Position(1, 1)

    def _table(self, node: Node) -> None:
        parts = _parts(node)
        if not parts:
            return
        path: Path = ()
        names = _names(parts[0])
        for name in names[:-1]:
            path = self._last_element((*path, name))
            self._keys.setdefault(path, node)
        path = (*path, *names[-1:])
        if node.type == "table_array_element":
            self._keys.setdefault(path, node)
            self._elements[path] = self._elements.get(path, -1) + 1
            path = self._last_element(path)
        elif path in self._tables or path in self._values:
            self._again(path, node)
        self._tables.add(path)
        self._keys.setdefault(path, node)
        for part in parts[1:]:
            if part.type == "pair":
                self._pair(part, path)

    def _last_element(self, path: Path) -> Path:
        return (*path, self._elements[path]) if path in self._elements else path

    def _pair(self, node: Node, path: Path) -> None:
        parts = _parts(node)
        if len(parts) < 2 or len(path) > _DEEPEST:
            return
        key, value = parts[:2]
        for name in _names(key):
            path = (*path, name)
            if path in self._values:
                self._again(path, key)
                return
            self._keys.setdefault(path, key)
        self._value(value, path)

    def _value(self, node: Node, path: Path) -> None:
        self._values[path] = node
        if len(path) > _DEEPEST:
            return
        if node.type == "array":
            for index, child in enumerate(_parts(node)):
                self._value(child, (*path, index))
        elif node.type == "inline_table":
            for child in _parts(node):
                self._pair(child, path)

    def _again(self, path: Path, node: Node) -> None:
        first = self._keys.get(path, node)
        self.repeated.append((path, self._text.at(first.start_byte), self._text.at(node.start_byte)))


def _parts(node: Node) -> list[Node]:
    return [child for child in node.named_children if child.type != "comment"]


def _names(key: Node) -> list[str]:
    """The single names of a possibly dotted key, as TOML understands them."""
    names: list[str] = []
    pending = [key]
    while pending:
        node = pending.pop()
        text = (node.text or b"").decode("utf-8", "replace")
        if node.type == "dotted_key":
            pending.extend(reversed(node.named_children))
        elif node.type == "quoted_key":
            names.append(_unquoted(text))
        else:
            names.append(text)
    return names


def _unquoted(key: str) -> str:
    try:
        return next(iter(tomllib.loads(f"{key} = 0")))
    except tomllib.TOMLDecodeError:
        return key
