"""Bytes to a TOML table, or the place where they stop being one."""

from __future__ import annotations

import re
import tomllib

from msgspec import Struct

from facilitator.agenda.text import Position, Text
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible

_BOM = b"\xef\xbb\xbf"
_AT = re.compile(r"\s*\((?:at line (?P<line>\d+), column (?P<column>\d+)|at end of document)\)$")

_TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|(?P<open_text>"""|\'\'\')'
    r'|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|\#[^\n]*|(?P<open>[\[{])|(?P<shut>[\]}])',
    re.DOTALL,
)


class Wrong(Struct, frozen=True):
    """A sentence and its place."""

    position: Position
    sentence: str


class NotTomlError(Exception):
    """The bytes are no TOML: `wrong` says where and why, in order of place."""

    def __init__(self, wrong: list[Wrong]) -> None:
        super().__init__(wrong[0].sentence)
        self.wrong = wrong


def without_bom(data: bytes) -> bytes:
    """The bytes without the mark that some editors put in front of UTF-8."""
    return data.removeprefix(_BOM)


def read_toml(data: bytes, header: str = "[[stage]]") -> dict[str, object]:
    """The table that the bytes hold; `header` is how a table begins in such a file. Raises NotTomlError."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        sentence = _("This is not UTF-8 text. Save the file again with the encoding UTF-8.")
        raise NotTomlError([Wrong(Text(data).at(error.start), sentence)]) from error
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise NotTomlError(_located(str(error), text, data, header)) from error
    except RecursionError as error:
        sentence = _("Lists stand inside lists here, more deeply than can be read. Write them flat.")
        raise NotTomlError([Wrong(_opened(text, data), sentence)]) from error
    except ValueError as error:
        # Python refuses to read integers of thousands of digits.
        long = re.search(rb"[0-9_]{400,}", data)
        sentence = _("This number is too long to be read.")
        raise NotTomlError([Wrong(Text(data).at(long.start() if long else 0), sentence)]) from error


def _located(message: str, text: str, data: bytes, header: str) -> list[Wrong]:
    if message.startswith(("Cannot overwrite", "Cannot declare", "Duplicate inline")):
        repeated = _repeated(data)
        if repeated:
            return repeated
    found = _AT.search(message)
    bare = message[: found.start()] if found else message
    if found and found["line"]:
        position = Position(int(found["line"]), int(found["column"]))
        if bare.startswith(("Unescaped", "Invalid hex", "Escaped character")):
            # tomllib points behind the escape.
            backslash = Text(data).line(position.line).rfind("\\", 0, position.column - 1)
            position = Position(position.line, backslash + 1) if backslash >= 0 else position
    else:
        position = _opened(text, data)
    return [Wrong(position, _sentence(bare, header))]


def _repeated(data: bytes) -> list[Wrong]:
    from facilitator.agenda.places import Places

    return [
        Wrong(
            again,
            _("“{key}” is given twice; the first is on line {line}. Keep one of them.").format(
                key=visible(str(path[-1])), line=first.line
            ),
        )
        for path, first, again in sorted(Places(data).repeated, key=lambda one: one[2])
    ]


def _opened(text: str, data: bytes) -> Position:
    """Where the text, list or table begins that is still open at the end; else the last written place."""
    pending: list[int] = []
    for token in _TOKEN.finditer(text):
        if token["open_text"]:
            pending.append(token.start())
            break
        if token["open"]:
            pending.append(token.start())
        elif token["shut"] and pending:
            pending.pop()
    places = Text(data)
    return places.at(len(text[: pending[-1]].encode("utf-8"))) if pending else places.last_written()


def _sentence(message: str, header: str) -> str:
    for beginning, sentence in _sentences(header):
        if message.startswith(beginning):
            return sentence
    return _("This is not TOML: {message}.").format(message=visible(message))


def _sentences(header: str) -> tuple[tuple[str, str], ...]:
    """What tomllib says, by its beginning, in words for somebody who does not know TOML."""
    backslash = _("A backslash in a text is written twice: \\\\.")
    return (
        (
            "Invalid statement",
            _(
                "A line begins with a key and “=”, with {header}, or with # for a comment. This does not."
            ).format(header=header),
        ),
        (
            "Expected newline or end of document",
            _('Something is left over after the value. A quotation mark inside a text is written \\".'),
        ),
        ("Expected '=' after a key", _("After the key comes “=” and then its value.")),
        ("Invalid value", _("A value is missing here or cannot be read. A text stands in quotation marks.")),
        ("Invalid initial character for a key", _("A key is missing here.")),
        ("Unterminated string", _("This text has no quotation mark at its end.")),
        ("Illegal character '\\n'", _("This text has no quotation mark at the end of its line.")),
        ("Expected \"'''\"", _("This text has no ''' at its end.")),
        ("Illegal character", _("This character cannot be in a text. Delete it.")),
        ("Found invalid character", _("This character cannot be here. Delete it.")),
        ("Unescaped '\\'", backslash),
        ("Invalid hex value", backslash),
        ("Escaped character is not", _("There is no character of this number.")),
        (
            "Unclosed array",
            _("This list is not closed: a comma between its parts, or “]” at its end, is missing."),
        ),
        ("Unclosed inline table", _("This table is not closed: a comma, or the closing brace, is missing.")),
        ("Expected ']]'", _("A stage begins with [[stage]], with two brackets at each end.")),
        ("Expected ']'", _("The closing bracket is missing here.")),
        (
            "Cannot declare",
            _("This table is begun twice. A table begins with {header}.").format(header=header),
        ),
        ("Cannot overwrite", _("This key is given twice. Keep one of them.")),
        ("Duplicate inline table key", _("This key is given twice. Keep one of them.")),
        ("Cannot mutate", _("This key adds to a table that is complete already.")),
        ("Cannot redefine", _("This key adds to a table that is complete already.")),
        ("Invalid date or datetime", _("There is no such date.")),
    )
