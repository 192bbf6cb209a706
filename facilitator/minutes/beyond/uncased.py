"""Words in scripts without capital letters: where nothing in the writing shows that a word is a name.

In a line that is otherwise written with capitals every such word is worth a question: mostly it is a name. In
a line wholly in such a script only what stands beside a title (Ms, Doctor) can be told from other words.
"""

from __future__ import annotations

import re

from facilitator.minutes.beyond.folding import fold, is_unspaced, words_of

_FIRST = "\u0590"
"""Hebrew and all that come after: before it stand Latin, Greek, Cyrillic and Armenian, and signs like º."""

_SIGNS = "\u1100"
"""From here on a character says more than a letter does."""

_TITLES = """
السيد السيدة الآنسة الأستاذ الأستاذة الدكتور الدكتورة دكتور دكتورة الشيخ الشيخة الحاج الحاجة الأخ الأخت أبو
آقای خانم دکتر جناب
גברת הרב אדון
श्री श्रीमती सुश्री डॉ कुमारी জনাব বেগম শ্রী শ্রীমতী ডাঃ
አቶ ወይዘሮ ወይዘሪት ዶክተር ბატონი ქალბატონი
"""
"""Arabic; Persian; Hebrew; Hindi and Bengali; Amharic and Georgian."""

_BEFORE = frozenset(map(fold, _TITLES.split()))
"""Titles before a name, in scripts that put spaces between words; folded."""

_AFTER = frozenset(map(fold, ("जी", "साहब", "بیگم", "صاحب", "صاحبہ", "씨", "님")))
"""The same after it."""

_HAN = re.compile(
    r"[\u3400-\u9fff]{1,3}(?:女士|先生|小姐|太太|老师|老師|教授|博士|医生|醫生|主任|经理|經理|院长|院長|校长|校長|同学|同學)"
)
_JAPANESE = re.compile(
    r"(?:[\u3400-\u9fff々]{1,4}|[\u30a0-\u30ff]{2,10}|[\u3041-\u309f]{2,4})(?:さん|様|さま|君|くん|ちゃん|氏|先輩|先生)"
)
_NOBODY = re.compile(r".*(?:皆|お客|たく|母|父|姉|兄|お子|みな)(?:さん|様|さま)")
_HANGUL = re.compile(r"[\uac00-\ud7a3]{2,4}\s?(?:씨|님|선생님|교수님)(?=[\s은는이가을를의께도와과에,.!?]|$)")
_THAI = re.compile(r"(?:คุณ|นางสาว|นาง|นาย|ครู|อาจารย์|ดร\.)[\u0e00-\u0e7f]{2,12}")

_SIGNS_A_WORD = 2
_LETTERS_A_WORD = 4
"""Of a script without spaces, that say about as much as one word of another: signs and syllables; letters."""

_MOST_WORDS = 2
"""Of such a script between words of another one: more are a sentence and not a name."""


def uncased(text: str, *, among_capitals: bool = False) -> list[tuple[int, int]]:
    """Where words stand that may be a name though no capital shows it, (start, end), in order.

    `among_capitals`: the whole of which this is one line is mostly in letters with capitals.
    """
    runs = _runs(text)
    if among_capitals or not runs or not is_wholly_uncased(text):
        return runs
    titled = _titled(text)
    if not any(char.isalpha() and not _is_uncased(char) for char in text):
        return titled
    short = [run for run in runs if _weight(text[slice(*run)]) <= _MOST_WORDS]
    return sorted([*titled, *(one for one in short if all(_apart(one, other) for other in titled))])


def is_wholly_uncased(text: str) -> bool:
    """Whether most of a text is in a script without capitals, so that no check sees an unknown name in it."""
    cased = sum(not _is_uncased(text[word.start]) and not word.key.isdecimal() for word in words_of(text))
    return _weight(text) > cased


def _weight(text: str) -> float:
    """How many words of such scripts a text holds, about."""
    weight = 0.0
    for word in words_of(text):
        if not _is_uncased(text[word.start]):
            continue
        if not word.unspaced:
            weight += 1
        else:
            letters = len(set(word.marks))
            weight += max(letters / (_SIGNS_A_WORD if text[word.start] >= _SIGNS else _LETTERS_A_WORD), 1)
    return weight


def _apart(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[1] <= other[0] or other[1] <= one[0]


def _runs(text: str) -> list[tuple[int, int]]:
    """Words of such a script that stand side by side, as one."""
    found: list[tuple[int, int]] = []
    for word in words_of(text):
        if not _is_uncased(text[word.start]):
            continue
        if found and not text[found[-1][1] : word.start].strip(" \u200c\u200d\u00a0·・-'’"):
            found[-1] = (found[-1][0], word.end)
        else:
            found.append((word.start, word.end))
    return found


def _is_uncased(char: str) -> bool:
    # Georgian has capitals in Unicode, but no sentence and no name begins with one.
    georgian = "\u10d0" <= char <= "\u10ff"
    return char >= _FIRST and char.isalpha() and (georgian or char.lower() == char.upper())


def _titled(text: str) -> list[tuple[int, int]]:
    """A title with the one or two words, or the few signs, that it stands beside."""
    found = [match.span() for pattern in (_HAN, _HANGUL, _THAI) for match in pattern.finditer(text)]
    found += [match.span() for match in _JAPANESE.finditer(text) if not _NOBODY.fullmatch(match[0])]
    words = [word for word in words_of(text) if not is_unspaced(word.key[0])]
    for place, word in enumerate(words):
        if word.key in _BEFORE and place + 1 < len(words):
            found.append((word.start, _end(text, words[place + 1].end)))
        elif word.key in _AFTER and place > 0:
            found.append((words[place - 1].start, word.end))
    joined: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _end(text: str, end: int) -> int:
    """After the second name as well, where one follows the first."""
    following = next(iter(words_of(text[end:])), None)
    if following is None or text[end : end + following.start].strip(" "):
        return end
    return end + following.end
