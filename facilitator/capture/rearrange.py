"""Commands that put kept lines elsewhere, make one of several or two of one, or give them a kind or a day."""

from __future__ import annotations

import re
from datetime import date

from facilitator.capture.edit import kept_note, read_number
from facilitator.capture.marks import MARKS, narrow
from facilitator.capture.names import Roster, name_key
from facilitator.capture.stages import find_stage, stages_of
from facilitator.capture.steps import read_step
from facilitator.capture.when import Day, Either, read_any_day
from facilitator.session.events import NoteKind
from facilitator.session.intents import Edit, Merge, Move, Split
from facilitator.session.refused import Refused
from facilitator.session.state import Note, State
from facilitator.words.dates import long_date
from facilitator.words.language import gettext as _

KIND_NAMES: dict[str, NoteKind] = {
    "note": "note",
    "question": "question",
    "takeaway": "takeaway",
    "step": "step",
    "decision": "decision",
    "later": "later",
}
POD_ONLY = "pod-only"
OPEN = "open"
"""The word that takes pod-only away again."""
WAYS = ("up", "down", "above", "below", "to")

_SENTENCE_END = re.compile(r"(?:[.?!;](?=\s)|[。？！；])\s*(?=\S)")


def read_move(state: State, words: str) -> Move:
    """What `/move 7 up`, `down`, `above 4`, `below 4`, `to Clarify` wants."""
    number, *rest = words.split(maxsplit=1)
    note = kept_note(state, read_number(number))
    how, *where = (rest[0] if rest else "").split(maxsplit=1) or [""]
    match name_key(how), where:
        case "up", []:
            return Move(number=note.number, how="up")
        case "down", []:
            return Move(number=note.number, how="down")
        case ("above" | "below") as side, [other]:
            beside = kept_note(state, read_number(other)).number
            return Move(number=note.number, how="above" if side == "above" else "below", other=beside)
        case "to", [stage]:
            return Move(number=note.number, how="to", stage=_stage(state, stage))
    try:
        # "/move 7 Clarify" says enough.
        return Move(number=note.number, how="to", stage=_stage(state, " ".join(rest)))
    except Refused:
        pass
    raise Refused(
        _("Write /move {number} up, down, above 4, below 4 or to STAGE.").format(number=note.number)
    )


def _stage(state: State, words: str) -> str:
    return stages_of(state)[int(find_stage(state, words)) - 1].id


def read_merge(state: State, words: str) -> Merge:
    """What `/merge 7 8` wants: any number of lines, the one that stays first."""
    return Merge(
        tuple(
            kept_note(state, read_number(one)).number
            for one in re.split(r"[\s,，、&+]+", words)
            if one not in ("", "and")
        )
    )


def read_split(state: State, words: str) -> Split:
    """What `/split 7 WORDS` wants: the second line begins with these words; alone, behind a sentence."""
    number, *rest = words.split(maxsplit=1)
    note = kept_note(state, read_number(number))
    if not rest:
        end = _SENTENCE_END.search(note.text)
        if end is None:
            raise Refused(
                _("Write the words with which the second line begins: /split {number} WORDS.").format(
                    number=note.number
                )
            )
        return Split(note.number, end.end())
    sought = [rest[0], rest[0][3:]] if rest[0].casefold().startswith("at ") else [rest[0]]
    for one in sought:
        places = _places(note.text, one)
        if len(places) > 1:
            raise Refused(
                _("Line {number} has these words more than once. Write more of what follows.").format(
                    number=note.number
                )
            )
        if places:
            return Split(note.number, places[0])
    raise Refused(
        _("Line {number} does not have these words: {words}.").format(number=note.number, words=rest[0])
    )


def _places(text: str, words: str) -> list[int]:
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    return [match.start() for match in re.finditer(pattern, text, re.IGNORECASE)] if pattern else []


def read_due_command(state: State, words: str, roster: Roster, today: date) -> Edit:
    """What `/due 7 DAY` wants; `none` takes it away. A day that the line has in doubt leaves its words."""
    number, *rest = words.split(maxsplit=1)
    note = kept_note(state, read_number(number))
    if note.kind != "step":
        raise Refused(
            _("Line {number} is no next step. /mark {number} step makes it one.").format(number=note.number)
        )
    if not rest:
        raise Refused(
            _("Write a day: /due {number} Friday, or /due {number} none.").format(number=note.number)
        )
    if name_key(rest[0]) == "none":
        return Edit(number=note.number, due="")
    day = the_day(rest[0], today)
    read = read_step(note.text, roster, today)
    if isinstance(read.when, Either) and day in (read.when.first, read.when.second):
        settled = read_step(note.text, roster, today, day)
        if set(settled.owners) <= set(note.owners):
            return Edit(number=note.number, text=settled.text, due=day.isoformat())
    return Edit(number=note.number, due=day.isoformat())


def the_day(words: str, today: date) -> date:
    """The one day that these words name.

    Raises Refused where they name none, or one of two.
    """
    match read_any_day(words, today):
        case Day(day=day):
            return day
        case Either(words=said, first=first, second=second):
            raise Refused(
                _("{words} can be {first} or {second}. Write the day you mean.").format(
                    words=said, first=long_date(first), second=long_date(second)
                )
            )
    raise Refused(
        _("{words} names no day. Write Friday, 1 December, 2026-12-01 or in 2 weeks.").format(
            words=words.strip()
        )
    )


def read_mark(state: State, words: str) -> Edit:
    """What `/mark 7 takeaway`, `/mark 7 !`, `/mark 7 pod-only` wants."""
    number, *rest = words.split(maxsplit=1)
    note = kept_note(state, read_number(number))
    word = rest[0].strip() if rest else ""
    sign = narrow(word) if len(word) == 1 else word
    key = name_key(word)
    if sign == "~" or key in (POD_ONLY, "pod only", OPEN):
        return _for_whom(note, pod_only=key != OPEN)
    kind = MARKS.get(sign) or KIND_NAMES.get(key) or ("step" if key == "next step" else None)
    if kind is None:
        raise Refused(
            _("Write /mark {number} and one of: {kinds}.").format(
                number=note.number, kinds=", ".join((*KIND_NAMES, POD_ONLY, OPEN))
            )
        )
    return marked_as(note, kind)


def _for_whom(note: Note, *, pod_only: bool) -> Edit:
    """For the pod only, or open again; said twice it does not turn into the other."""
    if note.pod_only == pod_only:
        sentence = _("Line {number} is for the pod only already. /mark {number} open opens it to others.")
        if not pod_only:
            sentence = _("Line {number} is not for the pod only. /mark {number} pod-only keeps it there.")
        raise Refused(sentence.format(number=note.number))
    return Edit(number=note.number, pod_only=pod_only)


def marked_as(note: Note, kind: NoteKind) -> Edit:
    """The line as another kind. Who it is from is who does it, and the other way round."""
    if (kind == "step") == (note.kind == "step"):
        return Edit(number=note.number, kind=kind)
    if kind == "step":
        return Edit(number=note.number, kind=kind, owners=note.owners or note.speakers, speakers=())
    return Edit(number=note.number, kind=kind, speakers=note.speakers or note.owners, owners=(), due="")
