"""A command, read: what somebody wants of the meeting, asks of the screen, or does beside it (contract 2)."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from datetime import date
from typing import Literal

from msgspec import Struct

from facilitator.capture import rearrange
from facilitator.capture.durations import read_duration
from facilitator.capture.edit import kept_note, read_edit, read_number
from facilitator.capture.grammar import COMMANDS, Spec
from facilitator.capture.instants import next_time, read_meeting
from facilitator.capture.line import Kept, read_line
from facilitator.capture.names import Ambiguous, Found, Roster, fold_space, name_key, person
from facilitator.capture.people import split_names
from facilitator.capture.stages import find_stage, find_two_stages, stages_of
from facilitator.session import intents as it
from facilitator.session.refused import Refused
from facilitator.session.state import Moment, State
from facilitator.words.language import gettext as _

DEFAULT_MORE = 120.0
"""Seconds that /more alone gives."""

Question = Literal[
    "say",
    "time",
    "who",
    "agenda",
    "notes",
    "help",
    "quiet",
    "late",
    "peek",
    "hard",
    "practices",
    "hints",
    "voices",
    "airtime",
    "later",
    "sheet",
]


class Ask(Struct, frozen=True):
    """Something the views answer. `words` are what came after `/help`."""

    what: Question
    words: str = ""


class Leave(Struct, frozen=True):
    """Leave; the session stays open."""


class Wait(Struct, frozen=True):
    """In a rehearsal: let so many seconds go by."""

    seconds: float


class Prompt(Struct, frozen=True):
    """A card is wanted; the dimension is as typed, and empty where none was said."""

    dimension: str


class ShowPractice(Struct, frozen=True):
    """One of the leadership practices is to be read aloud: its number, or words of its name."""

    words: str


class Voice(Struct, frozen=True):
    """This person speaks now, for the chair's own eyes; an empty name: nobody does."""

    name: str


class Reopen(Struct, frozen=True):
    """A kept line is to be opened in the line."""

    number: int


class Readback(Struct, frozen=True):
    """Takeaways and next steps are to be read back to the group."""


class Take(Struct, frozen=True):
    """One of the offers is taken, by its number (from 1)."""

    number: int


class KeepIn(Struct, frozen=True):
    """The session is to be kept in another folder from now on."""

    folder: str


class ShareOut(Struct, frozen=True):
    """The minutes are to be taken along; the words say how."""

    words: str


Action = ShareOut | Leave | Wait | Prompt | ShowPractice | Voice | Reopen | Readback | KeepIn | Take
Wanted = it.Intent | Ask | Action


class Call(Struct, frozen=True):
    """A command and all that it needs to be read."""

    name: str
    rest: str
    state: State
    roster: Roster
    today: date
    now: Moment


def read_command(name: str, rest: str, state: State, today: date, now: Moment) -> Wanted:
    """What a command wants. `today` is the session's local date.

    Raises Refused for words that are wrong, naming the nearest right ones.
    """
    spec = COMMANDS.get(name)
    if spec is None:
        raise Refused(_unknown(name))
    rest = rest.strip()
    if rest and spec.takes == "nothing":
        raise Refused(_("No words go after /{name}. Write {usage}.").format(name=name, usage=spec.usage))
    if not rest and spec.needed:
        raise Refused(_("/{name} needs more words. Write {usage}.").format(name=name, usage=spec.usage))
    return _READERS[name](Call(name, rest, state, Roster(state.names()), today, now))


def _unknown(name: str) -> str:
    if not name:
        return _("Write a command right after the /. /help lists them.")
    if not any(char.isalpha() for char in name) or "/" in name:
        return _("No command /{name}. To keep a line that begins with /, write \\ before it.").format(
            name=name
        )
    begun = [known for known in COMMANDS if known.startswith(name)]
    near = begun or difflib.get_close_matches(name, COMMANDS, n=1, cutoff=0.0)
    return _("No command /{name}. Did you mean /{nearest}?").format(name=name, nearest=near[0])


def _plain(intent: it.Intent) -> Callable[[Call], Wanted]:
    return lambda call: intent


def _ask(call: Call) -> Ask:
    words = name_key(call.rest.lstrip("/／"))
    if words and words not in COMMANDS:
        raise Refused(_unknown(words))
    # The table of readers gives this only the names of questions.
    return Ask(_QUESTIONS[call.name], words)


_QUESTIONS: dict[str, Question] = {
    "say": "say",
    "time": "time",
    "who": "who",
    "agenda": "agenda",
    "notes": "notes",
    "help": "help",
    "quiet": "quiet",
    "late": "late",
    "peek": "peek",
    "hints": "hints",
    "voices": "voices",
    "airtime": "airtime",
    "sheet": "sheet",
}


def _person(call: Call) -> str:
    return person(call.roster, call.rest.lstrip("@＠"))


def _here(call: Call) -> it.Intent:
    if name_key(call.rest) == "all" and not isinstance(call.roster.find(call.rest), Found):
        return it.CallRoll()
    return it.Here(_person(call))


def _join(call: Call) -> it.Intent:
    name = fold_space(call.rest)
    if any(char in name for char in ",，、:：@＠"):
        raise Refused(_("Write one name after /join, without commas and colons."))
    if call.roster.has(name):
        known = person(call.roster, name)
        raise Refused(
            _("{name} is in this session already. /here {name} says who is back.").format(name=known)
        )
    return it.Join(name)


def _lead(call: Call) -> it.Intent:
    """Who leads in the chair's place: a name that is nobody's yet is a guest's, unless it is nearly one."""
    if not call.rest:
        return it.Lead()
    name = fold_space(call.rest.lstrip("@＠"))
    if isinstance(found := call.roster.find(name), Found):
        return it.Lead(found.name)
    words = {name_key(word): one for one in call.state.names() for word in (one, *one.split())}
    near = difflib.get_close_matches(name_key(name), words, n=1, cutoff=0.75)
    if near or isinstance(found, Ambiguous):
        return it.Lead(person(call.roster, name))
    _join(call)
    return it.Lead(name)


def _skip(call: Call) -> it.Intent:
    if call.state.away is not None and not call.rest:
        return it.SkipAway()
    first, *why = call.rest.split(maxsplit=1) or [""]
    if name_key(first) == "later":
        return it.Skip(why[0] if why else "", later=True)
    return it.Skip(call.rest)


def _return(call: Call) -> it.Intent:
    words = call.rest.removeprefix("#").strip()
    if not words:
        return it.TakeUp()
    if words.isdecimal():
        return it.TakeUp(read_number(words))
    number = int(find_stage(call.state, words))
    return it.TakeUp(stage=call.state.plan[number - 1].id if call.state.plan else "")


def _later(call: Call) -> Wanted:
    return _capture(call) if call.rest else Ask("later")


def _count(call: Call) -> it.Intent:
    if call.state.away is None:
        raise Refused(_("There is no time away to count."))
    return it.CountAway()


def _capture(call: Call) -> it.Intent:
    reading = read_line(f"/{call.name} {call.rest}", call.roster, call.today)
    if not isinstance(reading, Kept):
        raise Refused(_("There are no words to keep."))
    return reading.intent


def _edit(call: Call) -> Wanted:
    number, *text = call.rest.split(maxsplit=1)
    note = kept_note(call.state, read_number(number))
    return read_edit(note, text[0], call.roster, call.today) if text else Reopen(note.number)


def _take(call: Call) -> Take:
    # The screen writes "/take " itself; whoever types all of what the offers say means the same.
    number = call.rest.removeprefix("/take").strip()
    if not number.isdecimal() or len(number) > 3:
        raise Refused(_("Write /take and the number of an offer; /late lists them."))
    return Take(int(number))


def _drop(call: Call) -> it.Intent:
    number = int(find_stage(call.state, call.rest))
    return it.DropStage(call.state.plan[number - 1].id)


def _add(call: Call) -> it.Intent:
    kind, *length = call.rest.split(maxsplit=1)
    if name_key(kind) in ("case", "topic"):
        return it.AddCase(read_duration(length[0]) if length else 0.0)
    return it.AddStage(name_key(kind), read_duration(length[0]) if length else 300.0)


def _swap(call: Call) -> it.Intent:
    first, second = find_two_stages(call.state, call.rest)
    ids = [stage.id for stage in stages_of(call.state)]
    return it.SwapStages(ids[int(first) - 1], ids[int(second) - 1])


def _order(call: Call) -> it.Intent:
    """By lot (the same for the same second), the quiet ones first, as they sit, or as named."""
    from facilitator.session.rounds import quiet_first, round_order

    word = name_key(call.rest)
    names = list(round_order(call.state))
    if word in ("", "quiet"):
        return it.OrderRound(quiet_first(call.state))
    if word == "turn":
        return it.OrderRound(tuple(name for name in call.state.here() if name in names))
    if word == "lot":
        from random import Random

        Random(int(call.now.at.timestamp())).shuffle(names)
        return it.OrderRound(tuple(sorted(names, key=lambda name: name == call.state.leader)))
    first = [person(call.roster, name) for name in split_names(call.rest)]
    return it.OrderRound((*first, *(name for name in names if name not in first)))


def _agree(call: Call) -> it.Intent:
    words = call.rest.replace(",", " ").split()
    count = 0
    while count < len(words) and words[-1 - count].isdecimal():
        count += 1
    name = " ".join(words[: len(words) - count])
    numbers = tuple(map(read_number, words[len(words) - count :]))
    return it.Agree(person(call.roster, name.lstrip("@＠")), numbers)


def _voice(call: Call) -> Voice:
    names = call.state.names()
    if call.rest.isascii() and call.rest.isdecimal() and len(call.rest) < 3 and int(call.rest) <= len(names):
        return Voice(names[int(call.rest) - 1] if int(call.rest) else "")
    return Voice(_person(call) if call.rest else "")


def _wait(call: Call) -> Wait:
    if not call.state.rehearsal:
        raise Refused(_("/wait works in a rehearsal only."))
    return Wait(read_duration(call.rest))


_READERS: dict[str, Callable[[Call], Wanted]] = {
    "go": _plain(it.Go()),
    "next": _plain(it.Next()),
    "back": _plain(it.Back()),
    "goto": lambda call: it.GoTo(find_stage(call.state, call.rest)),
    "skip": _skip,
    "pause": _plain(it.Pause()),
    "resume": _plain(it.Resume()),
    "more": lambda call: it.More(read_duration(call.rest) if call.rest else DEFAULT_MORE),
    "less": lambda call: it.Less(read_duration(call.rest)),
    "started": lambda call: it.Started(read_duration(call.rest)),
    "end-at": lambda call: it.EndAt(next_time(call.rest, call.state.zone, call.now.at)),
    "turn": lambda call: it.Turn(_person(call) if call.rest else ""),
    "pass": _plain(it.Pass()),
    "silence": lambda call: it.Silence(read_duration(call.rest)),
    "take": _take,
    "drop": _drop,
    "add": _add,
    "order": _order,
    "swap": _swap,
    "hard": lambda call: Ask("hard", call.rest),
    "here": _here,
    "practices": lambda call: ShowPractice(call.rest) if call.rest else Ask("practices"),
    "voice": _voice,
    "away": lambda call: it.Away(_person(call)),
    "join": _join,
    "chair": lambda call: it.GiveRole("chair", _person(call)),
    "lead": _lead,
    "keeper": lambda call: it.GiveRole("keeper", _person(call)),
    "giver": lambda call: it.GiveRole("giver", _person(call)),
    "prompt": lambda call: Prompt(call.rest),
    "later": _later,
    "return": _return,
    "only": _capture,
    "edit": _edit,
    "move": lambda call: rearrange.read_move(call.state, call.rest),
    "merge": lambda call: rearrange.read_merge(call.state, call.rest),
    "split": lambda call: rearrange.read_split(call.state, call.rest),
    "mark": lambda call: rearrange.read_mark(call.state, call.rest),
    "due": lambda call: rearrange.read_due_command(call.state, call.rest, call.roster, call.today),
    "undo": _plain(it.Undo()),
    "redo": _plain(it.Redo()),
    "strike": lambda call: it.Strike(read_number(call.rest) if call.rest else None),
    "off": _plain(it.PensDown()),
    "on": _plain(it.PensUp()),
    "meet": lambda call: it.Meet(*read_meeting(call.rest, call.state.zone, call.today)),
    "count": _count,
    "agree": _agree,
    "close": _plain(it.Close()),
    "final": _plain(it.Finalise()),
    "leave": lambda call: Leave(),
    "readback": lambda call: Readback(),
    "share": lambda call: ShareOut(call.rest),
    "keep-in": lambda call: KeepIn(call.rest),
    **dict.fromkeys(_QUESTIONS, _ask),
    "wait": _wait,
}


def usage(spec: Spec) -> str:
    """A command as one line of help."""
    return _("{usage}: {help}").format(usage=spec.usage, help=spec.help)
