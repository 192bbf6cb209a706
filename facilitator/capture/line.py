"""A typed line, read: what Enter will make of it (contract 2)."""

from __future__ import annotations

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from facilitator.capture import sentences
from facilitator.capture.grammar import COMMANDS
from facilitator.capture.marks import narrow, split_marks
from facilitator.capture.names import Roster, name_key
from facilitator.capture.speakers import Attributed, read_speakers
from facilitator.capture.steps import Step, read_step
from facilitator.capture.when import Day, Either, Impossible
from facilitator.session.events import NoteKind
from facilitator.session.intents import Capture
from facilitator.words.dates import SAME, Times
from facilitator.words.language import gettext as _


class Blank(Struct, frozen=True):
    """Nothing but white space: does nothing (in plain mode it is answered)."""


class Marks(Struct, frozen=True):
    """A lone `?`: the marks are wanted."""


class Doubt(Struct, frozen=True):
    """A step whose day has two readings: what was typed, and the step with the one and with the other."""

    when: Either
    choices: tuple[Capture, Capture]


class Kept(Struct, frozen=True, kw_only=True):
    """A line to keep. `remarks` is at most one sentence; `echo` is for the row under the line."""

    intent: Capture
    remarks: tuple[str, ...] = ()
    echo: str = ""
    slip: str = ""
    """A sentence about a day that does not exist; it stays in the words."""
    doubt: Doubt | None = None
    """A day with two readings. The intent has it as typed, and no due date."""

    def said(self, number: int) -> tuple[str, ...]:
        """All there is to say once the line is kept under this number as it was typed."""
        doubt = sentences.both_days(self.doubt.when, number) if self.doubt else ""
        return (*self.remarks, *filter(None, (self.slip, doubt)))


class Command(Struct, frozen=True):
    """A line that begins with `/`: the command's name in small letters, and the words after it."""

    name: str
    rest: str


Reading = Blank | Marks | Kept | Command


def read_line(
    text: str,
    roster: Roster,
    today: date,
    *,
    kind: NoteKind = "note",
    pod_only: bool = False,
    times: Times = SAME,
) -> Reading:
    """What a typed line is. `today` is the session's local date; `times` is how the echo writes a date.

    `kind` and `pod_only` are what a line without marks becomes, where the screen has been told so.
    """
    line = text.strip()
    if not line:
        return Blank()
    if len(line) == 1 and narrow(line) == "?":
        return Marks()
    if narrow(line[0]) != "/":
        kept = read_note(line, roster, today, kind=kind, pod_only=pod_only, times=times)
        bare = line.casefold()
        if kind == "note" and bare in COMMANDS and not kept.remarks:
            return Kept(intent=kept.intent, remarks=(sentences.bare_command(bare),), echo=kept.echo)
        return kept
    name, rest = split_command(line[1:])
    if rest and name == "only":
        return read_note(rest, roster, today, kind=kind, pod_only=True, times=times)
    if rest and name == "later":
        return read_note(rest, roster, today, kind="later", pod_only=pod_only, marks=False)
    return Command(name, rest)


def read_note(
    line: str,
    roster: Roster,
    today: date,
    *,
    kind: NoteKind = "note",
    pod_only: bool = False,
    marks: bool = True,
    times: Times = SAME,
) -> Kept:
    """A line that is kept whatever it says, commands too. Without `marks` only `~` and `\\` count."""
    marked = split_marks(line.strip(), kinds=marks)
    pod_only = pod_only or marked.pod_only
    if marked.verbatim:
        return _kept(Capture(kind=kind, text=marked.body, pod_only=pod_only))
    kind = marked.kind or kind
    attributed = read_speakers(marked.body, roster)
    if kind != "step":
        intent = Capture(kind=kind, text=attributed.text, speakers=attributed.names, pod_only=pod_only)
        return _kept(intent, sentences.remark(attributed.troubles, unassigned=False))
    return _step(attributed, roster, today, pod_only, times)


def _step(attributed: Attributed, roster: Roster, today: date, pod_only: bool, times: Times) -> Kept:
    def read(chosen: date | None = None) -> tuple[Step, Capture]:
        step = read_step(attributed.text, roster, today, chosen)
        owners = tuple(dict.fromkeys((*attributed.names, *step.owners)))
        return step, Capture(kind="step", text=step.text, owners=owners, due=step.due, pod_only=pod_only)

    step, intent = read()
    remarks = sentences.remark((*attributed.troubles, *step.troubles), unassigned=not intent.owners)
    match step.when:
        case Impossible() as when:
            slip = sentences.no_such_day(when)
            return Kept(intent=intent, remarks=remarks, echo=sentences.echo(intent), slip=slip)
        case Either(first=first, second=second) as when:
            doubt = Doubt(when, (read(first)[1], read(second)[1]))
            echo = f"{sentences.echo(intent)} · {sentences.which_day(when)}"
            return Kept(intent=intent, remarks=remarks, echo=echo, doubt=doubt)
        case Day(language=language):
            return Kept(intent=intent, remarks=remarks, echo=sentences.echo(intent, language, times))
    return _kept(intent, remarks)


def _kept(intent: Capture, remarks: tuple[str, ...] = ()) -> Kept:
    return Kept(intent=intent, remarks=remarks, echo=sentences.echo(intent))


def brief_echo(kept: Kept) -> str:
    """How the line is read, in few words, for a row that has more to say: "a takeaway, pod only"."""
    if not kept.intent.pod_only:
        return kept.echo
    return _("{what}, pod only").format(what=sentences.echo(replace(kept.intent, pod_only=False)))


def split_command(words: str) -> tuple[str, str]:
    """What stands behind the `/`: the command's name, folded, and the words after it."""
    if not words or words[0].isspace():
        return "", words.strip()
    name, *rest = words.split(maxsplit=1)
    return name_key(name), rest[0].strip() if rest else ""
