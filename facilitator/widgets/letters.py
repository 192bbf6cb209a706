"""Large letters drawn with half blocks, for a window that is shared on a call.

Terminals have one size of type, so what is to be read from afar is drawn. Only plain Latin capitals, digits
and a few marks are drawn; for all other words `drawn` answers None, and they are shown as they are.
"""

from __future__ import annotations

from functools import cache

_GLYPHS = """
A .#. #.# ### #.# #.#
B ##. #.# ##. #.# ##.
C .## #.. #.. #.. .##
D ##. #.# #.# #.# ##.
E ### #.. ##. #.. ###
F ### #.. ##. #.. #..
G .### #... #.## #..# .###
H #.# #.# ### #.# #.#
I # # # # #
J ..# ..# ..# #.# .#.
K #..# #.#. ##.. #.#. #..#
L #.. #.. #.. #.. ###
M #...# ##.## #.#.# #...# #...#
N #..# ##.# #.## #..# #..#
O .##. #..# #..# #..# .##.
P ##. #.# ##. #.. #..
Q .##. #..# #..# #.## .###
R ##. #.# ##. #.# #.#
S .## #.. .#. ..# ##.
T ### .#. .#. .#. .#.
U #.# #.# #.# #.# ###
V #.# #.# #.# #.# .#.
W #...# #...# #.#.# ##.## #...#
X #.# #.# .#. #.# #.#
Y #.# #.# .#. .#. .#.
Z ### ..# .#. #.. ###
0 ### #.# #.# #.# ###
1 .#. ##. .#. .#. ###
2 ##. ..# .#. #.. ###
3 ##. ..# .#. ..# ##.
4 #.# #.# ### ..# ..#
5 ### #.. ##. ..# ##.
6 .## #.. ##. #.# .#.
7 ### ..# .#. .#. .#.
8 ### #.# ### #.# ###
9 .#. #.# .## ..# ##.
- .. .. ## .. ..
– ... ... ### ... ...
/ ..# ..# .#. #.. #..
: . # . # .
. . . . . #
, .. .. .. .# #.
! # # # . #
? ##. ..# .#. ... .#.
' # # . . .
’ # # . . .
& .#.. #.#. .#.. #.#. .#.#
"""
"""One character a line: five rows of pixels from top to bottom."""

SMALL_ROWS = 3
LARGE_ROWS = 5
_SPACE = ("..",) * 5
_HALVES = {"..": " ", "#.": "▀", ".#": "▄", "##": "█"}


@cache
def _glyphs() -> dict[str, tuple[str, ...]]:
    lines = (line.split() for line in _GLYPHS.split("\n") if line)
    return {character: tuple(rows) for character, *rows in lines} | {" ": _SPACE}


def drawn(words: str, width: int, *, lines: int = 1) -> tuple[str, ...] | None:
    """The words in letters three rows high, in at most so many lines of letters, an empty row between them.

    None where they do not fit into `width` cells, or hold a character that is not drawn.
    """
    broken = _broken(words, width)
    if broken is None or len(broken) > lines:
        return None
    rows: list[str] = []
    for pixels in broken:
        rows += [""] if rows else []
        padded = (*pixels, "." * len(pixels[0]))
        rows += [
            "".join(_HALVES[above + below] for above, below in zip(padded[row], padded[row + 1], strict=True))
            for row in (0, 2, 4)
        ]
    return tuple(rows)


def drawn_large(words: str, width: int) -> tuple[str, ...] | None:
    """The same in one line of letters five rows high, each pixel two cells wide."""
    pixels = _pixels(words)
    if pixels is None or 2 * len(pixels[0]) > width:
        return None
    return tuple(row.replace(".", "  ").replace("#", "██") for row in pixels)


def _pixels(words: str) -> tuple[str, ...] | None:
    glyphs = _glyphs()
    found = [glyphs.get(character) for character in words.upper()]
    known = [glyph for glyph in found if glyph is not None]
    if not known or len(known) < len(found):
        return None
    return tuple(".".join(glyph[row] for glyph in known) for row in range(5))


def _broken(words: str, width: int) -> list[tuple[str, ...]] | None:
    """Pixels of each line, broken between words; None where that cannot be."""
    lines: list[tuple[str, ...]] = []
    line = ""
    for word in words.split():
        longer = f"{line} {word}".strip()
        pixels = _pixels(longer)
        if pixels is None:
            return None
        if len(pixels[0]) <= width:
            line = longer
            continue
        alone = _pixels(word)
        whole = _pixels(line)
        if whole is None or alone is None or len(alone[0]) > width:
            return None
        lines.append(whole)
        line = word
    last = _pixels(line)
    return [*lines, last] if last is not None else None
