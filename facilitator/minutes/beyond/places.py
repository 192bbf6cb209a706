"""Countries, cities and languages in a text, in whatever letters they are written.

A place with a capital letter is found without this; one that is typed in small letters, or in a script that
has no capitals, is only found by knowing it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from facilitator.minutes.beyond.endings import is_semitic, without_proclitics
from facilitator.minutes.beyond.folding import Word, fold, words_of

_SHORTEST = 4
"""Letters of a place in a script with capitals: shorter ones are words of some language almost always."""

_SHORTEST_LATER = 3
_LATER = "\u0590"
"""Hebrew, Arabic, and scripts after them in Unicode, which have no capitals."""

_SHORTEST_SIGNS = 2

_PARTS = re.compile(r"\s[-–—&]\s|\s*[()（）,;/]\s*")
"""What stands between the parts of a name in lists: Congo (Kinshasa), Bosnia & Herzegovina."""

_ENDINGS = """
n ns an ans ian ians i is ese lese nese
no na nos nas ano ana anos anas eno ena enos enas ense enses
ais aise aises lais laise en ens enne ennes ien iens ienne iennes
er ers erin erinnen isch ische ischen
"""
"""English; Spanish and Portuguese; French; German."""

_OF_A_LAND = frozenset(_ENDINGS.split())
"""What a land's name ends in where its people or their things are meant: kenyan, sénégalaise."""

_OF_ANY = frozenset(("", "s"))

_OTHER_WORDS = """
acre ascension atlantic bliss canary center central chili christmas continental creek easter east eastern
fines fries general gothic grenade guinea heard indie island islands jersey knox lets meta midway more
mountain north oral pacific polish pools regina resolute reunion slave soul south swiss troll turks
universal virgin vote wake west western beja basa cita corso cree damas esclave fins franca gajo gana
granada iban latin latina latino lima madeira
madera madura mandar mari navidad nome odia principe recife rombo rosario salta salvador sena seul soga tati
tigre vaso vaticano venda viro voto male marshall palmer pole dari saba sasa gine kita asli
مالي माली 수단 인도 가나 이란
"""
"""English; Spanish, French, Portuguese; others. Last: of money, gardener, means, walkway, going, called."""

_EVERYDAY = frozenset(map(fold, _OTHER_WORDS.split()))
"""Words for other things that, in small letters, are almost never the place; folded."""

_ARTICLES = frozenset(("la", "el", "le", "les", "los", "las", "the", "il", "de", "het", "den"))

_LONGEST = 5
"""Words of one place at most."""

_KATAKANA = ("\u30a0", "\u30ff")


class Places:
    """Names of places, to be found in any number of texts.

    `lands` are those whose people are called by an ending; `others` are cities and languages.
    """

    def __init__(self, lands: Iterable[str] = (), others: Iterable[str] = ()) -> None:
        self._spaced: dict[tuple[str, ...], bool] = {}
        self._unspaced: set[str] = set()
        for name in others:
            self._add(name, is_land=False)
        for name in lands:
            self._add(name, is_land=True)
        self._longest_sign = max(map(len, self._unspaced), default=0)

    def find(self, text: str, ordinary: frozenset[str] = frozenset()) -> list[tuple[int, int]]:
        """Where a place stands, (start, end) each, in order; no two share a letter.

        `ordinary` are folded words of everyday language, which are no places.
        """
        found: list[tuple[int, int]] = []
        words = words_of(text)
        place = 0
        while place < len(words):
            count = 0 if words[place].unspaced else self._count_at(text, words, place, ordinary)
            if count:
                found.append((words[place].start, words[place + count - 1].end))
            elif words[place].unspaced:
                found += self._inside(words[place])
            place += count or 1
        return found

    def _add(self, name: str, *, is_land: bool) -> None:
        for part in _PARTS.split(name):
            words = words_of(part)
            key = tuple(word.key for word in words)
            if _says_something_else(key):
                continue
            if not key or len(key) > _LONGEST:
                continue
            if any(word.unspaced for word in words):
                sign = "".join(key)
                if len(sign) >= _SHORTEST_SIGNS and sign not in _EVERYDAY:
                    self._unspaced.add(sign)
            elif len("".join(key)) >= (_SHORTEST if key[0] < _LATER else _SHORTEST_LATER):
                self._spaced[key] = is_land

    def _count_at(self, text: str, words: list[Word], place: int, ordinary: frozenset[str]) -> int:
        """How many words from here on are one place; 0: none."""
        for count in range(min(_LONGEST, len(words) - place), 0, -1):
            span = words[place : place + count]
            if any(word.unspaced for word in span) or not _together(text, span):
                continue
            key = tuple(word.key for word in span)
            if count == 1 and (key[0] in _EVERYDAY or key[0] in ordinary):
                continue
            if any(self._is_place(way) for way in _ways(key)):
                return count
        return 0

    def _is_place(self, key: tuple[str, ...]) -> bool:
        if key in self._spaced:
            return True
        before, last = key[:-1], key[-1]
        for cut in range(_SHORTEST, len(last)):
            rest = last[cut:]
            head = (*before, last[:cut])
            land = self._spaced.get(head)
            if land is None or (len(head) == 1 and head[0] in _EVERYDAY):
                continue
            if rest in _OF_ANY or (land and rest in _OF_A_LAND):
                return True
        return False

    def _inside(self, word: Word) -> Iterator[tuple[int, int]]:
        at = 0
        while at < len(word.key):
            for length in range(min(self._longest_sign, len(word.key) - at), _SHORTEST_SIGNS - 1, -1):
                end = at + length
                if word.key[at:end] in self._unspaced and _whole(word, at, end):
                    yield word.marks[at], word.marks[end - 1] + 1
                    at += length
                    break
            else:
                at += 1


def _says_something_else(key: tuple[str, ...]) -> bool:
    """Whether a place of several words reads as something else in small letters: la reunión."""
    return len(key) > 1 and all(word in _ARTICLES or word in _EVERYDAY for word in key)


def _ways(key: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """A name as it stands, and without what Arabic and Hebrew join to its beginning."""
    yield key
    if is_semitic(key[0]):
        yield from ((first, *key[1:]) for first in without_proclitics(key[0])[1:])


def _together(text: str, words: list[Word]) -> bool:
    between = (text[one.end : other.start] for one, other in pairwise(words))
    return all(len(part) <= 2 and not part.strip(" -'’.&\u00a0") for part in between)


def _whole(word: Word, start: int, end: int) -> bool:
    """Whether a word of kana is not a part of a longer one, and one of Hangul begins what it stands in."""
    first = word.key[start]
    if _KATAKANA[0] <= first <= _KATAKANA[1]:
        around = word.key[start - 1 : start] + word.key[end : end + 1]
        return not any(_KATAKANA[0] <= char <= _KATAKANA[1] for char in around)
    if "\u1100" <= first <= "\u11ff":
        # Hangul is folded into letters: the end of the place must be the end of a syllable.
        return start == 0 and (end == len(word.key) or word.marks[end] != word.marks[end - 1])
    return True
