"""A text as the words it is found by. Pure.

Names and words are compared as in the capture line: NFKD, casefold, no combining marks. Letters that Unicode
does not take apart are the plain ones that people write where their keyboard lacks them, so that `Lodz` finds
Łódź. What is between words only separates them. Chinese, Japanese, Korean and the scripts of South-East Asia
do not part their words with spaces, so that each of their characters is a word of its own, and a word of them
is looked for as characters that follow one another.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from facilitator.words.names import is_mark

_PLAIN = {
    "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i", "ŧ": "t",
    "ŋ": "n", "ɓ": "b", "ɗ": "d", "ɖ": "d", "ɛ": "e", "ɔ": "o", "ə": "e", "ǝ": "e", "ɣ": "g", "ɲ": "n",
    "ƙ": "k", "ƴ": "y", "ʋ": "v", "ƒ": "f",
    # Letters by their kind, and apostrophes to whoever types them.
    "ʼ": "'", "ʻ": "'",
}  # fmt: skip
"""Letters of Europe and Africa, folded, and how they are written without them."""

_ASCII = re.compile("[a-z0-9]+")
_LATIN = re.compile("[a-z0-9\u0300-\u036f]+")
_SIGNS = "\u00a1\u00ab\u00bb\u00bf" + "".join(map(chr, range(0x2010, 0x2028)))
_ELSEWHERE = re.compile(f"[^\x00-\x7f\u0300-\u036f{_SIGNS}]")
"""What Latin letters, their marks and the usual signs of a sentence are not, once they are folded."""
_ELSEWHERE_TYPED = re.compile("[^\x00-\u0237\u0300-\u036f\u2010-\u2027]")
_TO_WORDS = bytes(code if chr(code).isalnum() or code == 0x0A else 0x20 for code in range(0x80)).ljust(256)

# Unicode's scripts are not in the standard library; these blocks hold those that are written without spaces.
_ALONE = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x3005, 0x3007),  # 々 〆 〇
    (0x3040, 0x312F),  # Hiragana, Katakana, Bopomofo
    (0x31F0, 0x31FF),  # more Katakana
    (0x3400, 0x9FFF),  # Han
    (0xAC00, 0xD7A3),  # Hangul
    (0xF900, 0xFAFF),  # more Han
    (0x1B000, 0x1B16F),  # more kana
    (0x20000, 0x3FFFF),  # more Han
)


class _Kept(dict[int, str]):
    """What becomes of each character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = becomes = _becomes(code)
        return becomes


class _Unmarked(dict[int, str]):
    """Each character as itself, marks as nothing."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = becomes = "" if is_mark(char) else char
        return becomes


_BARE, _PARTED = _Unmarked(), _Kept()


def tokens(text: str) -> list[str]:
    """The words of a text in their order, folded. Each is of letters, digits and signs, without a space."""
    if text.isascii():
        return _ASCII.findall(text.lower())
    folded = _folded(text)
    if _ELSEWHERE.search(folded) is None:
        # Nearly every line: the same as below, several times quicker.
        return " ".join(_LATIN.findall(folded)).encode("ascii", "ignore").decode("ascii").split()
    # Hangul comes out of this in parts; together again, a syllable is one character.
    whole = unicodedata.normalize("NFC", folded.translate(_BARE))
    return whole.translate(_PARTED).split()


def words_of(texts: Sequence[str]) -> list[str]:
    """The words of each text, with spaces between them: `tokens` of many texts at once, and far quicker."""
    together = "\n".join(texts)
    if _ELSEWHERE_TYPED.search(together) is not None:
        return _each_its_way(texts)
    folded = _folded(together)
    if folded.count("\n") != len(texts) - 1 or _ELSEWHERE.search(folded) is not None:
        return [" ".join(tokens(text)) for text in texts]
    for sign in _SIGNS:
        folded = folded.replace(sign, " ")
    # What is left beside ASCII are marks, which go.
    plain = folded.encode("ascii", "ignore").translate(_TO_WORDS).decode("ascii")
    return plain.split("\n")


def _each_its_way(texts: Sequence[str]) -> list[str]:
    """The same, where some texts are of other scripts: the others still go together."""
    alone = {at: " ".join(tokens(text)) for at, text in enumerate(texts) if _ELSEWHERE_TYPED.search(text)}
    latin = iter(words_of([text for at, text in enumerate(texts) if at not in alone]))
    return [alone[at] if at in alone else next(latin) for at in range(len(texts))]


def _folded(text: str) -> str:
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    # One look for each letter through all lines is quicker than one at each letter of the lines.
    for letter, plain in _PLAIN.items():
        folded = folded.replace(letter, plain)
    return folded


def _becomes(code: int) -> str:
    """A character of a word as itself, one that is a word alone between spaces, any other a space."""
    char = chr(code)
    kind = unicodedata.category(char)
    if kind[0] == "S" and code > 0x7F:
        return f" {char} "
    if kind[0] not in "LNM" and kind not in ("Co", "Cn"):
        return " "
    return f" {char} " if any(first <= code <= last for first, last in _ALONE) else char
