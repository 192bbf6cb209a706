"""What a half-typed line can become: commands, and the names, stages and dimensions that go into them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from facilitator.agenda.model import PLACES
from facilitator.capture.grammar import COMMANDS
from facilitator.capture.line import split_command
from facilitator.capture.marks import narrow, split_marks
from facilitator.capture.names import Found, Roster, name_key
from facilitator.capture.people import split_names
from facilitator.capture.rearrange import KIND_NAMES, OPEN, POD_ONLY, WAYS
from facilitator.capture.stages import stages_of
from facilitator.session.added import KINDS
from facilitator.session.events import NoteKind
from facilitator.session.later import kept_for_later
from facilitator.session.rounds import round_order
from facilitator.session.state import Note, State
from facilitator.session.steps import is_done, open_steps
from facilitator.session.timing import to_come

_NEWEST = 9
"""So many numbers of kept lines are offered."""

DAYS = ("tomorrow", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""What is offered as a day; far more is read."""

_NOTHING: Mapping[str, Sequence[str]] = MappingProxyType({})


def complete(
    text: str,
    state: State,
    dimensions: Sequence[str] = (),
    words: Mapping[str, Sequence[str]] = _NOTHING,
    kind: NoteKind = "note",
) -> tuple[str, ...]:
    """Whole lines that the half-typed one can become, best first; none where nothing is to be completed.

    `words` are what commands take that the state does not know, by the command's name; `kind` is what a line
    without a mark becomes.
    """
    line = text.lstrip()
    before = text[: len(text) - len(line)]
    command = narrow(line[:1]) == "/"
    found = _command(line, state, dimensions, words) if command else _note(line, state, kind)
    return tuple(before + one for one in dict.fromkeys(found) if one != line)


def _command(
    line: str, state: State, dimensions: Sequence[str], words: Mapping[str, Sequence[str]]
) -> list[str]:
    name, rest = split_command(line[1:])
    spaced = line[-1].isspace() or bool(rest)
    if not spaced:
        begun = [spec for spec in COMMANDS.values() if spec.name.startswith(name)]
        return [f"/{spec.name}" + ("" if spec.takes == "nothing" else " ") for spec in begun]
    spec = COMMANDS.get(name)
    if spec is None:
        return []
    before = f"/{spec.name} "
    match spec.takes:
        case "person" | "guest" if spec.name != "join":
            return [before + one for one in _matching(rest, _people_for(spec.name, state))]
        case "stage" if spec.name == "swap":
            return [before + one for one in _two_stages(rest, state)]
        case "stage":
            return [before + one for one in _matching(rest, _stages_for(spec.name, state))]
        case "dimension":
            return [before + one for one in _matching(rest, dimensions)]
        case "command":
            return [before + one for one in COMMANDS if one.startswith(name_key(rest))]
        case "number":
            return [before + one for one in _numbered(spec.name, rest, line, state)]
        case "kept":
            return [before + one for one in _kept(rest, state)]
        case "line":
            return [before + one for one in _note(rest, state, "note")]
        case "words" if spec.name == "later":
            return [before + one for one in _note(rest, state, "later")]
        case "words" if spec.name == "add":
            return [f"{before}{one} " for one in _matching(rest, KINDS)] if rest not in KINDS else []
        case "words" if spec.name == "place":
            return [before + one for one in _matching(rest, PLACES) if one != state.agenda.place]
        case "words" if spec.name == "order":
            return [before + one for one in _in_a_round(rest, state)]
        case "words" if spec.name in words:
            return [before + one for one in _matching(rest, words[spec.name])]
        case _:
            return []


def _two_stages(rest: str, state: State) -> list[str]:
    """Of two stages with a comma between, the one that is being typed; only those still to come."""
    cut = max(rest.rfind(sign) for sign in ",，、") + 1
    back = (state.interrupted, state.outer)
    names = [state.find_stage(one).name for one in to_come(state) if one not in back]
    head = rest[:cut] + " " if cut else ""
    found = [head + one for one in _matching(rest[cut:], names) if one not in rest[:cut]]
    return found if cut else [one + ", " for one in found]


def _people_for(command: str, state: State) -> tuple[str, ...]:
    """Those for whom a command makes sense come first, and are the only ones for /here and /away."""
    here = state.here()
    away = tuple(name for name in state.names() if name not in here)
    if command == "here":
        return away
    if command == "turn":
        return (
            *(one for one in here if one not in state.heard),
            *(one for one in here if one in state.heard),
        )
    return here


def _stages_for(command: str, state: State) -> list[str]:
    stages = stages_of(state)
    if command == "drop":
        ahead = to_come(state)
        stages = [stage for stage in stages if stage.id in ahead]
    return [stage.name for stage in stages]


def _in_a_round(rest: str, state: State) -> list[str]:
    """The orders that /order knows, and names behind the last comma."""
    cut = max(rest.rfind(sign) for sign in ",，、") + 1
    head = rest[:cut] + (" " if cut else "")
    orders = () if cut else ("lot", "quiet", "turn")
    return [head + one for one in _matching(rest[cut:].strip(), (*orders, *round_order(state)))]


def _numbered(command: str, rest: str, line: str, state: State) -> list[str]:
    number, *words = rest.split(maxsplit=1)[:2] or [""]
    if command != "strike" and number.isdecimal() and (words or (rest and line[-1].isspace())):
        note = state.notes.get(int(number)) if len(number) < 10 else None
        if note is None:
            return []
        begun = words[0] if words else ""
        return [f"{number} {one}" for one in _about(command, note, begun, line[-1].isspace(), state)]
    newest = [str(one) for one in sorted(_lines_for(command, state), reverse=True)]
    after = "" if command in ("strike", "done", "not-done") else " "
    return [one + after for one in newest if one.startswith(rest)][:_NEWEST]


def _lines_for(command: str, state: State) -> Iterable[int]:
    """The numbers of the lines for which a command makes sense."""
    if command == "done":
        return [note.number for note in open_steps(state)]
    if command == "not-done":
        return [number for number in state.done if is_done(state, number)]
    return state.notes


def _kept(rest: str, state: State) -> list[str]:
    """What can be taken up, the last one kept first: numbers of topics, names of stages."""
    kept = reversed(kept_for_later(state))
    words = [str(one.number) if one.number else state.find_stage(one.stage).name for one in kept]
    return _matching(rest, words)


def _about(command: str, note: Note, begun: str, spaced: bool, state: State) -> list[str]:
    """What can stand behind the number of a line in this command."""
    match command:
        case "edit":
            return _note(begun, state, note.kind)
        case "move":
            return _ways(note, begun, spaced, state)
        case "merge":
            others = [str(one) for one in sorted(state.notes, reverse=True) if one != note.number]
            return [one for one in others if one.startswith(begun)][:_NEWEST]
        case "mark":
            return _matching(
                begun, (*(one for one in KIND_NAMES if one != note.kind), OPEN if note.pod_only else POD_ONLY)
            )
        case "due":
            return _matching(begun, DAYS)
    return []


def _ways(note: Note, begun: str, spaced: bool, state: State) -> list[str]:
    how, *where = begun.split(maxsplit=1) or [""]
    if not where and not (how and spaced):
        return [one if one in ("up", "down") else f"{one} " for one in WAYS if one.startswith(how)]
    words = where[0] if where else ""
    if how == "to":
        return [f"to {one}" for one in _matching(words, [stage.name for stage in stages_of(state)])]
    if how in ("above", "below"):
        others = [str(one) for one in sorted(state.notes, reverse=True) if one != note.number]
        return [f"{how} {one}" for one in others if one.startswith(words)][:_NEWEST]
    return []


def _note(line: str, state: State, kind: str) -> list[str]:
    marked = split_marks(line)
    if marked.verbatim:
        return []
    names = (*state.here(), *(name for name in state.names() if name not in state.here()))
    if (marked.kind or kind) == "step":
        head, at, begun = _last_at(line)
        if at:
            return [f"{head}{at}{name} " for name in _matching(begun, names)]
    body = marked.body
    if not body or ":" in body or "：" in body:
        return []
    # Of several names before the colon, the last is being typed; those before it are people's.
    cut = max(body.rfind(sign) for sign in ",，、") + 1
    begun = body[cut:].strip()
    roster = Roster(names)
    if not _is_enough(begun) or not all(
        isinstance(roster.find(one), Found) for one in split_names(body[:cut])
    ):
        return []
    head = line[: len(line.rstrip()) - len(body[cut:].lstrip())]
    return [f"{head}{name}: " for name in _matching(begun, names, whole=line[-1].isspace())]


def _is_enough(begun: str) -> bool:
    """Whether so much of a name says whom it is: one letter begins too many lines, one of 李娜 does not."""
    letters = [char for char in begun if char.isalnum()]
    return len(letters) > 1 or any(unicodedata.east_asian_width(char) in "WF" for char in letters)


def _last_at(line: str) -> tuple[str, str, str]:
    """The line up to its last `@`, the `@`, and the name begun after it; all empty where there is none."""
    place = max(line.rfind("@"), line.rfind("＠"))
    if place < 0 or (place and line[place - 1].isalnum() and line[place - 1].isascii()):
        return "", "", ""
    begun = line[place + 1 :]
    if begun[:1].isspace() or begun != begun.rstrip():
        return "", "", ""
    return line[:place], line[place], begun


def _matching(begun: str, names: Iterable[str], *, whole: bool = False) -> list[str]:
    """The names that begin so, then those of which a later word does, then those that do without spaces.

    With `whole` the last word is typed in full.
    """
    key = name_key(begun) + (" " if whole else "")
    joined = key if key.isalpha() else ""
    ranks: tuple[list[str], list[str], list[str]] = ([], [], [])
    for name in names:
        full = name_key(name) + (" " if whole else "")
        words = full.split()
        if full.startswith(key):
            ranks[0].append(name)
        elif f" {key}" in f" {full}":
            ranks[1].append(name)
        elif joined and any("".join(words[first:]).startswith(joined) for first in range(len(words))):
            ranks[2].append(name)
    return [name for rank in ranks for name in rank]
