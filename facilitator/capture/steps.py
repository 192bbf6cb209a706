"""What a next step says beside its words: `@Name` for owners, and at its end the day it is due.

A day with two readings, or one that does not exist, stays in the words; the step says so in `when`.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from msgspec import Struct

from facilitator.capture.names import Ambiguous, Found, Roster, Unknown
from facilitator.capture.speakers import Trouble
from facilitator.capture.when import LONGEST, Day, When, read_alone, read_when

_AT = re.compile("[@＠]")
_LEAD = re.compile(
    r"(?<!\S)(?:by|due|in|within|before|no later than"
    r"|d['’]ici|avant|pour|dans|sous|au plus tard|antes|para|en|dentro|a\S{0,1} m\S{2,3} tardar"
    r"|la (?:semaine|semana|pr\S{5,6}))\s",
    re.IGNORECASE,
)
"""Where a day may begin; `when` says whether it does. Accents may be one character or two."""
_AND = r"\s*[&+]|\s+(?:and|et|y|e)"
_BETWEEN = re.compile(rf"(?:\s*[,，、;]|{_AND})$", re.IGNORECASE)
_JOINED_TO = re.compile(rf"(?:{_AND})$", re.IGNORECASE)
_LEFT_OVER = " ,，、;；"
"""What stands before names and a day and is nothing without them."""
_IN_NAMES = "-'’‐‑·"
_LONGEST_JOINT = 10
_MORE_WORDS = 3
_LONGEST_NAME = 200
"""Characters: what is looked at, so that a very long line costs no more than its length."""


class Mention(Struct, frozen=True):
    """One `@name`: where it stands in the text, and who that is."""

    start: int
    end: int
    who: Found | Ambiguous | Unknown


class Step(Struct, frozen=True, kw_only=True):
    """A next step: its words without what was read from their end. `due` is an ISO date or empty."""

    text: str
    owners: tuple[str, ...] = ()
    due: str = ""
    when: When | None = None
    """What was read at its end: a day, two that can be meant, or one that does not exist."""
    troubles: tuple[Trouble, ...] = ()


def read_step(text: str, roster: Roster, today: date, chosen: date | None = None) -> Step:
    """The owners and the day in the words of a step.

    Trailing names and the day are taken out, in any order; an owner named earlier stays in the words, and so
    does a name that is nobody's. Words that would all be taken out stay. `chosen` is the day that is meant
    where the words have two readings.
    """
    mentions = find_mentions(text, roster)
    rest, when = _cut_tail(text, mentions, today, chosen)
    owners = dict.fromkeys(one.who.name for one in mentions if isinstance(one.who, Found))
    troubles = {one.who.text: one.who for one in mentions if not isinstance(one.who, Found)}
    return Step(
        text=rest or text.strip(),
        owners=tuple(owners),
        due=when.day.isoformat() if isinstance(when, Day) else "",
        when=when,
        troubles=tuple(troubles.values()),
    )


def find_mentions(text: str, roster: Roster) -> list[Mention]:
    """Every `@name` of a text, each as long as a name can be read; an e-mail address is none."""
    found: list[Mention] = []
    place = 0
    while at := _AT.search(text, place):
        place = at.end()
        mention = None if _continues_word(text[: at.start()]) else _mention(text, at.start(), roster)
        if mention is not None:
            found.append(mention)
            place = mention.end
    return found


def _continues_word(before: str) -> bool:
    """Whether an `@` after this is inside a word, as in an address. Scripts without spaces do not count."""
    last = before[-1:]
    if last and unicodedata.east_asian_width(last) in "WF":
        return False
    return last.isalnum() or last in ("_", "-", "+", "%")


def _mention(text: str, start: int, roster: Roster) -> Mention | None:
    first = start + 1
    longest: Mention | None = None
    words = 0
    for end in range(first + 1, min(len(text), first + _LONGEST_NAME) + 1):
        if text[end - 1].isspace():
            words += not text[end - 2].isspace()
            if end == first + 1 or words >= roster.most_words:
                break
            continue
        if end < len(text) and _in_name(text[end]):
            continue
        who = roster.find(text[first:end])
        if not isinstance(who, Unknown):
            longest = Mention(start, end, who)
    if longest is not None:
        return longest
    end = _end_of_word(text, first)
    if end == first:
        return None
    # Capital words behind an unknown name belong to it, so that a day before "@Fatou Diop" is trailing.
    for _more in range(_MORE_WORDS):
        further = _end_of_word(text, end + 1)
        word = text[end + 1 : further]
        if text[end : end + 1] != " " or not word[:1].isupper() or word.casefold() in ("by", "due", "in"):
            break
        end = further
    return Mention(start, end, Unknown(text[first:end]))


def _end_of_word(text: str, start: int) -> int:
    end = start
    while end < len(text) and _in_name(text[end]):
        end += 1
    return end


def _in_name(char: str) -> bool:
    return char.isalnum() or char in _IN_NAMES or unicodedata.category(char)[0] == "M"


def _cut_tail(
    text: str, mentions: list[Mention], today: date, chosen: date | None
) -> tuple[str, When | None]:
    """The text without its trailing names and day, and the day. It looks past what stays as it was typed."""
    ends = {mention.end: mention for mention in mentions}
    rest = text.rstrip()
    kept: list[str] = []
    when: When | None = None
    taken = False
    while rest:
        end = _end_of_item(rest, ends, when, today, after_item=taken)
        mention = ends.get(end)
        if mention is not None:
            before = text[: mention.start].rstrip()
            if _hangs_on(before, ends, today):
                break
            if isinstance(mention.who, Found):
                taken = True
            else:
                kept.append(rest[len(before) :])
            rest = before
            continue
        start, found = day_at_end(rest[:end], today)
        if found is None or when is not None:
            break
        when = found if chosen is None or isinstance(found, Day) else Day(chosen)
        before = rest[:start].rstrip()
        if not isinstance(when, Day):
            kept.append(rest[len(before) :])
        taken, rest = True, before
    rest = rest.rstrip(_LEFT_OVER) if taken and not kept else rest
    return (rest + "".join(reversed(kept))).strip(), when


def _hangs_on(before: str, ends: dict[int, Mention], today: date) -> bool:
    """Whether a name stands behind an `and` that joins it to the sentence, as in `talk to her and @Ann`."""
    joint = _JOINED_TO.search(before, max(len(before) - _LONGEST_JOINT, 0))
    if joint is None or joint.start() in ends:
        return False
    return day_at_end(before[: joint.start()], today)[1] is None


def _end_of_item(
    rest: str, ends: dict[int, Mention], when: When | None, today: date, *, after_item: bool
) -> int:
    """Where the last name or day ends: before a full stop, or before what joins it to one already taken."""
    whole = len(rest)
    places = [whole]
    if not after_item and rest[-1] in ".。":
        places.append(whole - 1)
    joint = _BETWEEN.search(rest, max(whole - _LONGEST_JOINT, 0)) if after_item else None
    if joint:
        places.append(joint.start())
    for place in places:
        if place in ends or (when is None and day_at_end(rest[:place], today)[1] is not None):
            return place
    return whole


def day_at_end(rest: str, today: date) -> tuple[int, When | None]:
    """Where the phrase begins that ends the text and says a day, and what it says; else its end and None."""
    offset = max(len(rest) - LONGEST, 0)
    for lead in _LEAD.finditer(rest, offset):
        found = read_when(rest[lead.start() :], today) or read_alone(
            rest[lead.start() :], rest[: lead.start()], today
        )
        if found is not None:
            return lead.start(), found
    return len(rest), None
