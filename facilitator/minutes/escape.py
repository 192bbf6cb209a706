r"""Typed text inside Markdown: any CommonMark or GFM reader shows it as it was typed, in one physical line.

Only what would be read as markup where it stands gets a backslash, because people also read and paste the
source: `14 (2)`, `snake_case`, `5 > 3`, `[sic]` and `a | b` stay as they are. What a backslash cannot save
(white space that readers trim, line separators) becomes a numeric entity. Nothing here makes raw HTML.

Two strengths. `escape` is for the one text of a line that a person wrote; it may leave a single `*` alone
since nothing closes it. `escape_part` is for the names around it and leaves nothing that could pair with
anything else on the line.

Sources: CommonMark 0.31 (flanking runs, backslash escapes, entities, block starts) and the GFM extensions
for strikethrough, task lists and autolinks.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, compress

from facilitator.words.visible import visible

# A line in which none of these stands is as it is, but for how it begins. One character is looked for in all
# lines at once, which takes next to no time; beside some of them another one must stand to make a mark.
_ALONE = tuple(bytes([sign]) for sign in b"\\`*_~<&$%")
_BESIDE = ((b"]", 1, b"([:{"), (b"[", 1, b"^"), (b"[", -1, b"^"))
_TOGETHER = (re.compile(rb":[A-Za-z0-9_+-]+:"), re.compile(rb"--"))

# Text without any of these is calm, but for how it begins and ends.
_STIRRING = re.compile(r"[\\*_`~\[\]<&$%#\u2028\u2029]|:(?! )|--|www\.", re.IGNORECASE)

# Each alternative is one character long, so that where a match begins is where the backslash goes.
_ANYWHERE = re.compile(
    r"\\(?=[!-/:-@\[-`{-~\u2028\u2029]|[\s\ufeff]*$)"
    r"|`"
    # A bracket alone is text, since no label is ever defined here; `](` and its kin make the link.
    r"|\](?=[(\[:{])|\[(?=\^)|(?<=\^)\["
    r"|<(?=[A-Za-z/!?]|[^\s<>]*@)"
    r"|&(?=#?\w+;)"
    r"|(?<![\w:]):(?=[A-Za-z0-9_+-]+:)"  # :smile:
    # Readers that make links show %C3%A9 and xn--… decoded: the text would no longer be what was typed.
    r"|(?<=\S)%(?=[0-9A-Fa-f]{2})|(?<=[xX][nN])-(?=-)"
)
# Where one of these stands, the pattern above is tried; looking for it everywhere takes ten times as long.
# One colon is no shortcode, and one hyphen is no xn--.
_SIGN = re.compile(r"[\\`\]\[<&%]")
_SIGN_TOO = re.compile(r"[\\`\]\[<&%:\-]")
_STAR = re.compile(r"\*+")
_TILDE = re.compile(r"~+")
_UNDERSCORE = re.compile(r"_+")

_BLOCK = re.compile(
    r"[-+*](?=\s|$)|>|\[.\](?=\s|$)|#{1,6}(?=[\s\ufeff]|$)|:::|~~~"
    r"|(?P<rule>[_*])(?: *(?P=rule)){2,} *$|-[- ]+$"
    r"|[0-9]{1,9}(?P<number>[.)])(?=\s|$)"
)
_CLOSING_HASHES = re.compile(r"(?:(?<= )|^)#(?=#*$)")
_ADDRESS = re.compile(r":(?=//)|www\.", re.IGNORECASE)

_SEPARATORS = re.compile("[\u2028\u2029]")
_TRIMMED = re.compile(r"[\s\ufeff]")


def escape(text: str, *, start: bool = False) -> str:
    """What a person wrote, for Markdown. `start`: it is the first thing in its block."""
    text = visible(text).strip(" ")
    return text if _is_calm(text, start) else _escape(text, start=start, alone=True)


def escape_all(texts: Sequence[str], starts: Sequence[bool]) -> list[str]:
    """What people wrote, each text as `escape` has it, in a fraction of the time."""
    escaped = [text.strip(" ") for text in texts]
    # In bytes a sign is found much sooner, and no part of another character looks like it.
    lines = "\n".join(escaped).encode("utf-8", "replace")
    ends = list(accumulate([len(line) + 1 for line in lines.split(b"\n")]))
    # Lines are looked up by where they end, so there must be no line feed in a text.
    if len(ends) != len(texts):
        return [escape(text, start=start) for text, start in zip(texts, starts, strict=True)]
    stirred = {bisect_right(ends, place) for place in _stirred(lines)}
    if not "".join(escaped).isprintable():
        stirred.update(number for number, text in enumerate(escaped) if not text.isprintable())
    begin = compress(range(len(escaped)), starts)
    stirred.update(number for number in begin if _BLOCK.match(escaped[number]))
    for number in stirred:
        text = visible(escaped[number]).strip(" ")
        escaped[number] = _escape(text, start=starts[number], alone=True)
    return escaped


def _stirred(lines: bytes) -> Iterator[int]:
    """Where in these lines something stands that may have to change."""
    for sign in _ALONE:
        yield from _places(lines, sign)
    for sign, where, others in _BESIDE:
        for place in _places(lines, sign):
            beside = max(place + where, 0)
            if lines[beside : beside + 1] in others:
                yield place
    for pattern in _TOGETHER:
        for match in pattern.finditer(lines):
            yield match.start()


def _places(lines: bytes, sign: bytes) -> Iterator[int]:
    place = lines.find(sign)
    while place >= 0:
        yield place
        place = lines.find(sign, place + 1)


def escape_part(text: str) -> str:
    """A name or another typed part beside the text of a line, for Markdown; also in bold and in headings."""
    text = visible(text).strip(" ")
    return text if _is_calm(text, True) else _escape(text, start=True, alone=False)


def _is_calm(text: str, start: bool) -> bool:
    edges = text[:1] + text[-1:]
    return not (
        _STIRRING.search(text)
        or any(sign.isspace() or sign == "\ufeff" for sign in edges)
        or (start and _BLOCK.match(text))
    )


def _escape(text: str, *, start: bool, alone: bool) -> str:
    marks = _paired(text, alone=alone)
    signs = _SIGN_TOO if text.count(":") > 1 or "--" in text else _SIGN
    for match in signs.finditer(text):
        if _ANYWHERE.match(text, match.start()):
            marks.add(match.start())
    if start:
        block = _BLOCK.match(text)
        if block:
            marks.add(block.start("number") if block["number"] else 0)
    if not alone:
        marks.update(match.start() for match in _CLOSING_HASHES.finditer(text))
        marks.update(index for index, sign in enumerate(text) if sign in "[]")
    entities = _entities(text)
    if "//" in text or "www." in text.lower():
        marks |= _broken_addresses(text, sorted(marks | entities), all_of_them=not alone)
    return _written(text, marks, entities)


def _broken_addresses(text: str, changed: list[int], *, all_of_them: bool) -> set[int]:
    """Where to break addresses so that no reader makes links of them.

    A calm address stays: a link to it reads the same. But readers take an address from the source, with its
    backslashes, as far as the next space; so one with anything changed in it must not be seen as an address.
    """
    marks: set[int] = set()
    for match in _ADDRESS.finditer(text):
        space = text.find(" ", match.end())
        following = bisect_left(changed, match.start())
        inside = following < len(changed) and (space < 0 or changed[following] <= space)
        if inside or all_of_them:
            marks.add(match.end() - 1)
    return marks


def _paired(text: str, *, alone: bool) -> set[int]:
    """Marks that work in pairs: where there is only one, or white space on both sides, it is text."""
    marks: set[int] = set()
    for sign, run in (("*", _STAR), ("~", _TILDE)):
        if sign in text:
            spans = [match.span() for match in run.finditer(text)]
            if alone:
                spans = [span for span in spans if not _spaced(text, *span)]
            if len(spans) > 1 or not alone:
                for span in spans:
                    marks.update(range(*span))
    if "_" in text:
        for match in _UNDERSCORE.finditer(text):
            if not ((alone and _spaced(text, *match.span())) or _inside_word(text, match)):
                marks.update(range(*match.span()))
    if "$" in text and (text.count("$") > 1 or not alone):
        marks.update(index for index, sign in enumerate(text) if sign == "$")
    return marks


def _spaced(text: str, first: int, last: int) -> bool:
    """Whether a space or an end of the text is on both sides of these characters."""
    return (not first or text[first - 1] == " ") and (last == len(text) or text[last] == " ")


def _inside_word(text: str, match: re.Match[str]) -> bool:
    return text[match.start() - 1 : match.start()].isalnum() and text[match.end() : match.end() + 1].isalnum()


def _entities(text: str) -> set[int]:
    """Where a character must be written by its number: separators of lines, and white space at either end."""
    places = set()
    if "\u2028" in text or "\u2029" in text:
        places = {match.start() for match in _SEPARATORS.finditer(text)}
    if not (_TRIMMED.match(text) or _TRIMMED.match(text[-1:])):
        return places
    for indexes in (range(len(text)), range(len(text) - 1, -1, -1)):
        for index in indexes:
            if not _TRIMMED.match(text, index):
                break
            places.add(index)
    return places


def _written(text: str, marks: set[int], entities: set[int]) -> str:
    pieces: list[str] = []
    last = 0
    for index in sorted(marks | entities if entities else marks):
        pieces.append(text[last:index])
        if index in entities:
            pieces.append(f"&#{ord(text[index])};")
            last = index + 1
        else:
            pieces.append("\\")
            last = index
    pieces.append(text[last:])
    return "".join(pieces)
