"""Finding names in a text, however they are written: in full, in part, inflected, without accents, joined.

What is looked for is an `Entry`: a person's name, of which every word counts, or words of the pod's glossary,
which count only together.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from facilitator.minutes.beyond.endings import (
    allowed,
    instead,
    is_semitic,
    longest_rest,
    spellings,
    stem,
    without_proclitics,
)
from facilitator.minutes.beyond.folding import APOSTROPHE, Word, fold, fold_char, words_of
from facilitator.minutes.beyond.matches import Match, apart, places_of, together
from facilitator.minutes.beyond.spelled import spelled
from facilitator.minutes.beyond.unspaced import forms

_JOINS = frozenset(" \u00a0\u202f\t-'._")
_MOST_BETWEEN = 3
_LONGEST_SUFFIX = 4
_MOST_INITIALS = 5
_ABBREVIATIONS = frozenset(("am", "eg", "ie", "pm", "ps", "aka", "zb", "pex"))
_MOST_WAYS = 64
"""Of writing one name as one word; a long name with many spellings would have thousands."""


class Entry(Struct, frozen=True):
    """Words to look for. `together`: only all of them, one after the other."""

    words: str
    together: bool = False


class _Part(Struct, frozen=True):
    """Parts `first` to `last` of an entry, written as one word."""

    entry: int
    first: int
    last: int


class _Run(Struct, frozen=True):
    """Words `start` to `end` of a text that are parts of one entry, one after the other."""

    entry: int
    first: int
    last: int
    start: int
    end: int
    rest: str


class Names:
    """All entries at once, to be found in any number of texts.

    `ordinary` are folded words of everyday language: a small-lettered one that only begins like a name (the
    market, where there is a Mark) is not a match.
    """

    def __init__(self, entries: Iterable[Entry], ordinary: frozenset[str] = frozenset()) -> None:
        self._ordinary = ordinary
        self._entries: list[Entry] = []
        self._parts: list[list[Word]] = []
        self._starts: list[frozenset[int]] = []
        self._quiet: list[frozenset[int]] = []
        self._spaced: dict[str, list[_Part]] = {}
        self._stems: dict[str, list[_Part]] = {}
        self._unspaced: dict[str, set[int]] = {}
        self._signs: list[tuple[str, int]] = []
        self._initials: dict[str, set[int]] = {}
        for entry in entries:
            self._add(entry)

    def find(self, text: str) -> list[Match]:
        """Every place where an entry may be meant, in order; no two share a letter."""
        words = words_of(text)
        found = [self._one(text, words, run) for run in self._runs(text, words)]
        for word in words:
            if word.unspaced:
                found += self._inside(word)
        for word in spelled(text, words, self._is_written, self._ordinary):
            found.append(Match(word.start, word.end, tuple(sorted(self._written_as(word.key)))))
        for sign, entry in self._signs:
            found += [Match(at, at + len(sign), (entry,)) for at in places_of(text, sign)]
        return apart(found)

    def _is_written(self, letters: str) -> bool:
        return bool(self._written_as(letters))

    def _written_as(self, letters: str) -> set[int]:
        """The entries of which these letters are a part; of words that count only together, all."""
        return {
            part.entry
            for part in self._spaced.get(letters, ())
            if not self._entries[part.entry].together
            or (part.first == 0 and part.last == len(self._parts[part.entry]) - 1)
        }

    def _add(self, entry: Entry) -> None:
        number = len(self._entries)
        words = unicodedata.normalize("NFC", entry.words)
        parts = words_of(words)
        spaced = [part for part in parts if not part.unspaced]
        self._entries.append(entry)
        self._parts.append(spaced)
        self._quiet.append(_quiet(words, spaced))
        self._starts.append(
            frozenset(place for place, part in enumerate(spaced) if not _follows(words, spaced, place))
        )
        if not parts and words.strip():
            self._signs.append((entry.words.strip(), number))
        self._add_spaced(number, words, spaced)
        self._add_unspaced(number, words, [part for part in parts if part.unspaced], entry.together)
        if not entry.together:
            self._add_initials(number, words, spaced)

    def _add_spaced(self, number: int, words: str, parts: list[Word]) -> None:
        written = [_written(words, part) for part in parts]
        for first in range(len(parts)):
            for last in range(first, len(parts)):
                part = _Part(number, first, last)
                ways = {""}
                for ways_of_one in written[first : last + 1]:
                    joined = sorted(before + way for before in ways for way in ways_of_one)
                    ways = set(joined[:_MOST_WAYS])
                for way in ways:
                    self._spaced.setdefault(way, []).append(part)
                    if stem(way):
                        self._stems.setdefault(stem(way), []).append(part)

    def _add_unspaced(self, number: int, words: str, parts: list[Word], together: bool) -> None:
        texts = [words[part.start : part.end] for part in parts]
        if together:
            ways: Iterable[str] = ["".join(texts)] if texts else []
        else:
            ways = [*("".join(texts[:count]) for count in range(2, len(texts) + 1))]
            ways = [*ways, *(form for text in texts for form in forms(text))]
        for way in ways:
            self._unspaced.setdefault(fold(way), set()).add(number)

    def _add_initials(self, number: int, words: str, parts: list[Word]) -> None:
        every = "".join(part.key[0] for part in parts)
        heads = "".join(parts[place].key[0] for place in sorted(self._starts[number]))
        for initials in {every, heads, every[:1] + every[-1:]}:
            if 2 <= len(initials) <= _MOST_INITIALS and initials.isalpha():
                self._initials.setdefault(initials, set()).add(number)

    def _runs(self, text: str, words: Sequence[Word]) -> Iterator[list[_Run]]:
        """Words of the text that are entries, the longest first; each word counts once."""
        place = 0
        while place < len(words):
            runs = self._runs_at(text, words, place) or self._initials_at(text, words, place)
            if runs:
                yield runs
                place = runs[0].end + 1
            else:
                place += 1

    def _runs_at(self, text: str, words: Sequence[Word], place: int) -> list[_Run]:
        open_runs = [
            _Run(part.entry, part.first, part.last, place, place, rest)
            for part, rest in self._part_of(text, words[place])
        ]
        whole: list[_Run] = []
        while open_runs:
            whole += [run for run in open_runs if self._counts(text, words, run)]
            end = open_runs[0].end + 1
            if end == len(words) or not _near(text, words[end - 1], words[end]):
                break
            following = [(part, rest) for part, rest in self._part_of(text, words[end])]
            open_runs = [
                _Run(run.entry, run.first, part.last, place, end, rest)
                for run in open_runs
                for part, rest in following
                if (part.entry, part.first) == (run.entry, run.last + 1)
            ]
        if not whole:
            return []
        most = max(run.end for run in whole)
        return [run for run in whole if run.end == most]

    def _part_of(self, text: str, word: Word) -> Iterator[tuple[_Part, str]]:
        """The parts of entries that a word of the text can be, each with the ending that it has here."""
        if word.unspaced:
            return
        for key in without_proclitics(word.key) if is_semitic(word.key) else (word.key,):
            for count in range(longest_rest(key) + 1):
                head, rest = key[: len(key) - count], key[len(key) - count :]
                if allowed(head, rest) and not self._is_ordinary(text, word, rest):
                    yield from ((part, rest) for part in self._spaced.get(head, ()))
                if instead(rest) and not self._is_ordinary(text, word, rest):
                    yield from ((part, rest) for part in self._stems.get(head, ()))

    def _is_ordinary(self, text: str, word: Word, rest: str) -> bool:
        return bool(rest) and word.key in self._ordinary and text[word.start].islower()

    def _counts(self, text: str, words: Sequence[Word], run: _Run) -> bool:
        """Whether these words alone are enough to be taken for the entry."""
        entry, parts = self._entries[run.entry], self._parts[run.entry]
        if entry.together:
            return run.first == 0 and run.last == len(parts) - 1
        if run.first == 0 and run.last == len(parts) - 1:
            return len(parts) > 1 or len(parts[0].key) > 1 or not text[words[run.start].start].islower()
        capital = not text[words[run.start].start].islower()
        quiet = self._quiet[run.entry]
        loud = [place for place in range(run.first, run.last + 1) if place not in quiet]
        if not loud:
            return capital
        return capital or len(loud) > 1 or len(parts[loud[0]].key) > 1

    def _initials_at(self, text: str, words: Sequence[Word], place: int) -> list[_Run]:
        letters, end = "", place
        word = words[place]
        typed = text[word.start : word.end]
        if len(word.key) > 1 and typed.isupper():
            letters = word.key
        elif len(word.key) == 1:
            letters = word.key
            while (
                end + 1 < len(words)
                and len(words[end + 1].key) == 1
                and text[words[end + 1].start].isupper() == typed.isupper()
                and _near(text, words[end], words[end + 1])
                and "." in text[words[end].end : words[end + 1].start]
            ):
                end += 1
                letters += words[end].key
                if len(letters) > _MOST_INITIALS:
                    return []
            if not typed.isupper() and letters in _ABBREVIATIONS:
                return []
        entries = self._initials.get(letters, ()) if len(letters) > 1 else ()
        return [_Run(entry, 0, 0, place, end, "") for entry in sorted(entries)]

    def _one(self, text: str, words: Sequence[Word], runs: list[_Run]) -> Match:
        """The match that these runs over the same words amount to: those who are meant best, as one."""
        best = max(map(self._fit, runs))
        meant = [run for run in runs if self._fit(run) == best]
        start = words[runs[0].start].start
        start = _with_prefix(text, self._with_initials_before(text, words, meant, start))
        last = self._with_initials_after(text, words, meant)
        end, suffix = _with_suffix(text, words, last, words[last].end)
        possessive = suffix == "s" or (not suffix and all(run.rest == "s" for run in meant))
        return Match(start, end, tuple(dict.fromkeys(run.entry for run in meant)), possessive)

    def _fit(self, run: _Run) -> tuple[bool, bool, bool]:
        """How well an entry fits: nothing added, its full name, whole words of it."""
        parts, starts = self._parts[run.entry], self._starts[run.entry]
        full = run.first == 0 and run.last == len(parts) - 1
        whole = run.first in starts and (run.last + 1 in starts or run.last + 1 == len(parts))
        return (not run.rest, full, whole)

    def _with_initials_before(self, text: str, words: Sequence[Word], runs: list[_Run], start: int) -> int:
        """Where a name begins whose first name is one letter: A. Otieno."""
        run, place = runs[0], runs[0].start
        parts, before = self._parts[run.entry], run.first - 1
        while place > 0 and before >= 0:
            word = words[place - 1]
            one = len(word.key) == 1 and text[word.start].isupper() and _near(text, word, words[place])
            heads = [at for at in range(before + 1) if parts[at].key[0] == word.key]
            if not one or not heads:
                break
            start, place, before = word.start, place - 1, heads[-1] - 1
        return start

    def _with_initials_after(self, text: str, words: Sequence[Word], runs: list[_Run]) -> int:
        """The number of the word with which a name ends whose last names are single letters: Annabel O.-B."""
        run, place = runs[0], runs[0].end
        parts, after = self._parts[run.entry], run.last + 1
        while place + 1 < len(words) and after < len(parts):
            word = words[place + 1]
            one = len(word.key) == 1 and text[word.start].isupper() and _near(text, words[place], word)
            heads = [at for at in range(after, len(parts)) if parts[at].key[0] == word.key]
            if not one or not heads:
                break
            place, after = place + 1, heads[0] + 1
        return place

    def _inside(self, word: Word) -> list[Match]:
        """The entries inside a word of a script without spaces."""
        found = []
        for form, entries in self._unspaced.items():
            for at in places_of(word.key, form):
                last = at + len(form)
                end = word.end if last == len(word.key) else word.marks[last]
                if end == word.marks[last - 1]:
                    end += 1
                found.append(Match(word.marks[at], end, tuple(sorted(entries))))
        return together(found)


def _written(words: str, part: Word) -> tuple[str, ...]:
    typed = words[part.start : part.end]
    ways = {fold(way) for way in spellings(typed)} | {part.key}
    if part.key.startswith("ال") and len(part.key) > 4:
        ways.add(part.key[2:])
    return tuple(sorted(ways))


def _quiet(words: str, parts: list[Word]) -> frozenset[int]:
    """Parts in small letters beside others with a capital: de, van der, bint. Alone they are no name."""
    small = {place for place, part in enumerate(parts) if words[part.start].islower()}
    return frozenset(small) if len(small) < len(parts) else frozenset()


def _follows(words: str, parts: list[Word], place: int) -> bool:
    """Whether a part belongs to the same word as the one before it: after a hyphen or an apostrophe."""
    if place == 0:
        return False
    between = words[parts[place - 1].end : parts[place].start]
    return not any(char.isspace() for char in between)


def _near(text: str, one: Word, other: Word) -> bool:
    between = text[one.end : other.start]
    return len(between) <= _MOST_BETWEEN and all(
        fold_char(char) in _JOINS or not fold_char(char) for char in between
    )


def _with_prefix(text: str, start: int) -> int:
    """Where a name begins with what an apostrophe joins to it in front: O'Dhálaigh."""
    if start < 2 or fold_char(text[start - 1]) != APOSTROPHE or not text[start - 2].isalpha():
        return start
    alone = start == 2 or not text[start - 3].isalnum()
    return start - 2 if alone else start


def _with_suffix(text: str, words: Sequence[Word], place: int, end: int) -> tuple[int, str]:
    """Where a name ends with what an apostrophe joins to it, and that: Annabel's, Annabel'in."""
    if end >= len(text) or fold_char(text[end]) != APOSTROPHE or place + 1 >= len(words):
        return end, ""
    following = words[place + 1]
    if following.start != end + 1 or len(following.key) > _LONGEST_SUFFIX:
        return end, ""
    return following.end, following.key
