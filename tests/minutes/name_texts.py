"""What hypothesis draws for the check of names: rosters in many scripts, and texts that hold one name."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from hypothesis import strategies as st

_LATIN = "aábcçdeéfgğhiíjklłmnñoóøöpqrsşštuúüvwxyýzž"
_CYRILLIC = "абвгдежзийклмнопрстуфхцчшщыэюя"
_GREEK = "αβγδεζηθικλμνξοπρστυφχψω"
_ARABIC = "ابتثجحخدرزسشصطعفقكلمنهوية"
_DEVANAGARI = "कखगचजटडतदनपबमरलवसह"
_HAN = "李王张刘陈杨黄赵周吴娜明华丽强磊军洋勇艳"
_HANGUL = "김이박최정강민수지영호준"
_THAI = "กขคงจชตทนบปพมยรลวสห"

_FILLER_SPACED = (
    "", " ", ", ", ". ", "(", ") ", " - ", "/", ' "', "” ", "? ", "! ", ": ", "; ", "—", "…", " then ",
    " we said ", " و ", " мы ", " 我们说 ", " 12 ", "\u00a0", "\u200b ", "\t", "*", "[", "]", "<em>", " 👍 ",
)  # fmt: skip


class Drawn(NamedTuple):
    """A roster, and a text in which `said` (a name, a part of one, a variant) stands from `start` on."""

    people: tuple[str, ...]
    text: str
    start: int
    said: str


def _word(letters: str, most: int = 9, capital: bool = False) -> st.SearchStrategy[str]:
    words = st.text(alphabet=letters, min_size=2, max_size=most)
    return words.map(lambda word: word[0].upper() + word[1:]) if capital else words


_latin = _word(_LATIN, capital=True)
_cased = st.one_of(_latin, _latin, _word(_CYRILLIC, capital=True), _word(_GREEK, capital=True))
_double = st.tuples(_latin, st.sampled_from("-'’‑"), _latin).map("".join)
_spaced = st.one_of(_cased, _cased, _double, _word(_ARABIC), _word(_DEVANAGARI))
spaced_names = st.lists(_spaced, min_size=1, max_size=4).map(" ".join)
unspaced_names = st.one_of(_word(_HAN, 4), _word(_HANGUL, 4), _word(_THAI, 6))
names = st.one_of(spaced_names, spaced_names, unspaced_names)
rosters = st.lists(names, min_size=1, max_size=5, unique_by=str.casefold).map(tuple)


def bare(text: str) -> str:
    """Without accents, as somebody types who has no key for them."""
    apart = unicodedata.normalize("NFKD", text)
    return "".join(char for char in apart if not unicodedata.combining(char))


_ways = st.sampled_from(
    (
        str,
        str.lower,
        str.upper,
        bare,
        lambda name: bare(name).upper(),
        lambda name: unicodedata.normalize("NFD", name),
        lambda name: name.replace(" ", "  "),
        lambda name: name.replace(" ", "-"),
        lambda name: name.replace(" ", "_"),
        lambda name: name[0] + "\u200b" + name[1:],
        lambda name: name.replace("'", "’"),
    )
)
_endings = st.sampled_from(("", "", "'s", "’s"))
_inflected = st.sampled_from(("s",))


def _short_forms(name: str) -> list[str]:
    words = name.split()
    return [
        " ".join(words[first:last])
        for first in range(len(words))
        for last in range(first + 1, len(words) + 1)
    ] + [
        part
        for word in words
        for part in word.replace("'", "-").replace("’", "-").replace("‑", "-").split("-")
    ]


@st.composite
def named_texts(draw: st.DrawFn) -> Drawn:
    """A roster and a text around one of its names: in full or in part, in some way of writing it."""
    people = draw(rosters)
    name = draw(st.sampled_from(people))
    spaced = not ("\u0e00" <= name[0] <= "\u0eff" or "\u3400" <= name[0] <= "\ud7ff")
    part = draw(st.sampled_from([form for form in _short_forms(name) if len(form) > 1]))
    said = draw(_ways)(part)
    if spaced and said[-1].isalpha():
        said += draw(st.one_of(_endings, _inflected))
        before, after = draw(st.sampled_from(_FILLER_SPACED)), draw(st.sampled_from(_FILLER_SPACED))
    else:
        # Nothing stands between the words of these scripts.
        before, after = (
            draw(st.text(alphabet=_HAN + _THAI + "的是了。", max_size=6)),
            draw(st.text(alphabet=_HAN + _THAI + "的是了。", max_size=6)),
        )
    return Drawn(people, before + said + after, len(before), said)
