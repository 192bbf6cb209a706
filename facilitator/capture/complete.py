"""What a half-typed line can become: commands, and the names, stages and dimensions that go into them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from facilitator.capture.grammar import COMMANDS
from facilitator.capture.line import split_command
from facilitator.capture.marks import narrow, split_marks
from facilitator.capture.names import name_key
from facilitator.capture.stages import stages_of
from facilitator.session.later import kept_for_later
from facilitator.session.state import State
from facilitator.session.timing import to_come

_NEWEST = 9
"""So many numbers of kept lines are offered."""


def complete(text: str, state: State, dimensions: Sequence[str] = ()) -> tuple[str, ...]:
    """Whole lines that the half-typed one can become, best first; none where nothing is to be completed."""
    line = text.lstrip()
    before = text[: len(text) - len(line)]
    found = _command(line, state, dimensions) if narrow(line[:1]) == "/" else _note(line, state, "note")
    return tuple(before + one for one in dict.fromkeys(found) if one != line)


def _command(line: str, state: State, dimensions: Sequence[str]) -> list[str]:
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
            return [before + one for one in _matching(rest, [stage.name for stage in stages_of(state)])]
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


def _numbered(command: str, rest: str, line: str, state: State) -> list[str]:
    number, *words = rest.split(maxsplit=1)[:2] or [""]
    if command == "edit" and number.isdecimal() and (words or (rest and line[-1].isspace())):
        note = state.notes.get(int(number)) if len(number) < 10 else None
        if note is None:
            return []
        return [f"{number} {one}" for one in _note(words[0] if words else "", state, note.kind)]
    newest = [str(one) for one in sorted(state.notes, reverse=True)]
    after = " " if command == "edit" else ""
    return [one + after for one in newest if one.startswith(rest)][:_NEWEST]


def _kept(rest: str, state: State) -> list[str]:
    """What can be taken up, the last one kept first: numbers of topics, names of stages."""
    kept = reversed(kept_for_later(state))
    words = [str(one.number) if one.number else state.find_stage(one.stage).name for one in kept]
    return _matching(rest, words)


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
    # Of several names before the colon, the last is being typed.
    cut = max(body.rfind(sign) for sign in ",，、") + 1
    begun = body[cut:].strip()
    if not begun:
        return []
    head = line[: len(line.rstrip()) - len(body[cut:].lstrip())]
    return [f"{head}{name}: " for name in _matching(begun, names)]


def _last_at(line: str) -> tuple[str, str, str]:
    """The line up to its last `@`, the `@`, and the name begun after it; all empty where there is none."""
    place = max(line.rfind("@"), line.rfind("＠"))
    if place < 0 or (place and line[place - 1].isalnum() and line[place - 1].isascii()):
        return "", "", ""
    begun = line[place + 1 :]
    if begun[:1].isspace() or begun != begun.rstrip():
        return "", "", ""
    return line[:place], line[place], begun


def _matching(begun: str, names: Iterable[str]) -> list[str]:
    """The names that begin so, then those of which a later word does."""
    key = name_key(begun)
    keyed = [(name, name_key(name)) for name in names]
    first = [name for name, whole in keyed if whole.startswith(key)]
    later = [name for name, whole in keyed if not whole.startswith(key) and f" {key}" in f" {whole}"]
    return first + later
