r"""Typed text inside Markdown: any CommonMark or GFM reader shows it as it was typed, in one physical line.

Only what would be read as markup where it stands gets a backslash, because people also read and paste the
source: `14 (2)`, `snake_case`, `5 > 3`, `[sic]` and `a | b` stay as they are. What a backslash cannot save
(white space that readers trim, line separators) becomes a numeric entity. Nothing here makes raw HTML.

Two strengths. `escape` is for the one text of a line that a person wrote; it may leave a single `*` alone
since nothing closes it. `escape_part` is for the names around it and leaves nothing that could pair with
anything else on the line.

Two ways, of the same patterns. Nearly every text goes through them one after the other. Where it matters
what else was changed (in addresses, at the start of a block, for entities, for names), all places are found
first.

Sources: CommonMark 0.31 (flanking runs, backslash escapes, entities, block starts) and the GFM extensions
for strikethrough, task lists and autolinks.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import compress, pairwise
from operator import ne, or_

from facilitator.words.visible import visible

# A name without any of these is calm, but for how it begins and ends.
_STIRRING = re.compile(r"[\\*_`~\[\]<&$%#\u2028\u2029]|:(?! )|--|www\.", re.IGNORECASE)

# Signs that may need a backslash whatever else stands in the line, where they do, and what `re.sub` makes
# of them. Every pattern begins with its sign, since only then it is found quickly; none looks beyond its
# line, so that many lines can be gone through at once. The order is one in which the backslashes that were
# put in change nothing for those who come later: typed backslashes first, brackets before colons.
_ANYWHERE = tuple(
    (sign, re.compile(pattern, re.MULTILINE), rf"\\\{sign}" if sign == "\\" else rf"\\{sign}")
    for sign, pattern in (
        ("\\", r"\\(?=[!-/:-@\[-`{-~\u2028\u2029]|(?:[^\S\n]|\ufeff)*$)"),
        ("`", r"`"),
        # A bracket alone is text, since no label is ever defined here; `](` and its kin make the link.
        ("]", r"\](?=[(\[:{])"),
        ("[", r"\[(?:(?=\^)|(?<=\^\[))"),
        ("<", r"<(?=[A-Za-z/!?]|[^\s<>]*@)"),
        ("&", r"&(?=#?\w+;)"),
        (":", r":(?=[A-Za-z0-9_+-]+:)(?<![\w:]:)"),  # :smile:
        # Readers that make links show %C3%A9 and xn--… decoded: the text would no longer be what was typed.
        ("%", r"%(?<=\S%)(?=[0-9A-Fa-f]{2})"),
        ("-", r"-(?<=[xX][nN]-)(?=-)"),
    )
)

# Runs of signs, each of which gets a backslash. A run with a space or an end on both sides is no mark, nor is
# an underscore inside a word; what marks in pairs is none where it is alone in its line. They come behind
# the signs above, and change as little for each other.
_RUNS = tuple(
    (sign, re.compile(pattern), pairs)
    for sign, pattern, pairs in (
        ("_", r"_(?:(?<=[^\w \n]_)_*|(?<=[^\W_]_)_*(?!\w)|(?<![^ \n]_)_*(?=[^_ \n]))", False),
        ("*", r"\*(?:(?<=[^* \n]\*)\**|\**(?=[^* \n]))", True),
        ("~", r"~(?:(?<=[^~ \n]~)~*|~*(?=[^~ \n]))", True),
        ("$", r"\$", True),
    )
)
# Beside a name anything can stand, so that there every sign is a mark that can be one.
_IN_NAMES = re.compile(r"[*~$\[\]]|_(?:(?<!\w_)_*|_*(?!\w))|(?:(?<= )|^)#(?=#*$)")

_BLOCK = re.compile(
    r"[-+*](?=\s|$)|>|\[.\](?=\s|$)|#{1,6}(?=[\s\ufeff]|$)|:::|~~~"
    r"|(?P<rule>[_*])(?: *(?P=rule)){2,} *$|-[- ]+$"
    r"|[0-9]{1,9}(?P<number>[.)])(?=\s|$)"
)
_ADDRESS = re.compile(r":(?=//)|www\.", re.IGNORECASE)

_Span = tuple[int, int]

_SEPARATORS = re.compile("[\u2028\u2029]")
_TRIMMED = re.compile(r"[\s\ufeff]")


def escape(text: str, *, start: bool = False) -> str:
    """What a person wrote, for Markdown. `start`: it is the first thing in its block."""
    text = visible(text).strip(" ")
    if not text.isprintable() or _may_hold_address(text) or (start and _begins_block(text)):
        return _escape_places(text, start=start, alone=True)
    return _escape_lines(text)


def escape_all(texts: Sequence[str], starts: Sequence[bool]) -> list[str]:
    """What people wrote, each text as `escape` has it, in a fraction of the time."""
    calm = "".join(texts).isprintable()
    typed = [text.strip(" ") for text in (texts if calm else map(visible, texts))]
    # Nothing visible is a line feed, so the lines can be told apart again.
    escaped = _escape_lines("\n".join(typed)).split("\n") if typed else []
    places = range(len(typed))
    apart = {place for place in compress(places, starts) if _begins_block(typed[place])}
    if not calm:
        apart.update(place for place, text in enumerate(typed) if not text.isprintable())
    changed = compress(places, map(ne, typed, escaped))
    apart.update(place for place in changed if _may_hold_address(typed[place]))
    for place in apart:
        escaped[place] = _escape_places(typed[place], start=starts[place], alone=True)
    return escaped


def escape_part(text: str) -> str:
    """A name or another typed part beside the text of a line, for Markdown; also in bold and in headings."""
    text = visible(text).strip(" ")
    return text if _is_calm(text) else _escape_places(text, start=True, alone=False)


def _is_calm(part: str) -> bool:
    edges = part[:1] + part[-1:]
    return not (
        _STIRRING.search(part)
        or any(sign.isspace() or sign == "\ufeff" for sign in edges)
        or _BLOCK.match(part)
    )


def _begins_block(text: str) -> bool:
    # Most texts begin with a letter, and the look at it is far quicker than the pattern.
    return text[:1] in "-+*>[#:~_0123456789" and _BLOCK.match(text) is not None


def _may_hold_address(text: str) -> bool:
    return "//" in text or (("w." in text or "W." in text) and "www." in text.lower())


def _escape_lines(lines: str) -> str:
    """Printable texts, one a line, none of which begins a block."""
    for sign, pattern, escaped in _ANYWHERE:
        if sign in lines:
            lines = pattern.sub(escaped, lines)
    for sign, pattern, pairs in _RUNS:
        if sign in lines:
            runs = [run.span() for run in pattern.finditer(lines)]
            lines = _with_runs(lines, sign, _paired(lines, runs) if pairs else runs)
    return lines


def _paired(lines: str, runs: list[_Span]) -> list[_Span]:
    """The runs that are not alone in their line."""
    together = [lines.find("\n", one[1], other[0]) < 0 for one, other in pairwise(runs)]
    return list(compress(runs, map(or_, (False, *together), (*together, False))))


def _with_runs(lines: str, sign: str, runs: list[_Span]) -> str:
    pieces: list[str] = []
    last = 0
    for first, end in runs:
        pieces += lines[last:first], f"\\{sign}" * (end - first)
        last = end
    pieces.append(lines[last:])
    return "".join(pieces)


def _escape_places(text: str, *, start: bool, alone: bool) -> str:
    """Any visible text: all that changes is found in the text as it was typed, then changed at once."""
    marks = {run.start() for sign, one, _with in _ANYWHERE if sign in text for run in one.finditer(text)}
    for sign, pattern, pairs in _RUNS:
        runs = [run.span() for run in pattern.finditer(text)] if sign in text else []
        if not pairs or len(runs) > 1:
            marks.update(place for run in runs for place in range(*run))
    if not alone:
        marks.update(place for run in _IN_NAMES.finditer(text) for place in range(*run.span()))
    if start:
        block = _BLOCK.match(text)
        if block:
            marks.add(block.start("number") if block["number"] else 0)
    entities = _entities(text)
    if _may_hold_address(text):
        marks |= _broken_addresses(text, sorted(marks | entities), all_of_them=not alone)
    return _with(text, marks, entities)


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


def _with(text: str, marks: set[int], entities: set[int]) -> str:
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
