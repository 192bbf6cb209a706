"""Editing an agenda; each step can be taken back. It holds the text now, and the texts before and after.

Nothing here knows a screen or a disk. A step never makes a good agenda bad: it is refused with a sentence.
"""

from __future__ import annotations

import tomllib

from msgspec import Struct
from msgspec.structs import replace

from facilitator.agenda.advice import advice
from facilitator.agenda.banks import Banks
from facilitator.agenda.check import check
from facilitator.agenda.edit.lines import NotEditableError
from facilitator.agenda.edit.operation import Changed, EditRefusedError, Operation
from facilitator.agenda.edit.parts import split
from facilitator.agenda.edit.top import SetMinutes
from facilitator.agenda.lengths import group_size, natural_length
from facilitator.agenda.located import table_of
from facilitator.agenda.model import Agenda
from facilitator.agenda.problem import AgendaError
from facilitator.agenda.values import Finding
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible


class Step(Struct, frozen=True):
    """A text that was left by a step, and what the step did."""

    text: str
    words: str


class Judged(Struct, frozen=True):
    """What the check says of a text: the agenda where it is a good one, what is wrong, what is advised."""

    agenda: Agenda | None
    wrong: tuple[str, ...] = ()
    stages: frozenset[int] = frozenset()
    """The numbers of the stages, from 0, in which something is wrong."""
    advice: tuple[str, ...] = ()


class Editing(Struct, frozen=True, kw_only=True):
    """An agenda file being changed. `text` is what the file would hold if it were saved now."""

    name: str
    """The stem of the file."""
    text: str
    saved: str
    """What the file holds on the disk."""
    banks: Banks
    """The question banks that its stages may name."""
    past: tuple[Step, ...] = ()
    future: tuple[Step, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether there is something to save."""
        return self.text != self.saved


def begin(name: str, text: str, *, draft: str = "", banks: Banks | None = None) -> Editing:
    """Start from a file, or go on from a `draft` that was not saved: undo then gives the file back.

    Raises AgendaError for a file that is no TOML, and NotEditableError for one that cannot be taken apart.
    """
    for one in filter(None, (text, draft)):
        taken_apart(name, one)
    editing = Editing(name=name, text=text, saved=text, banks=banks or Banks())
    if draft and draft != text:
        words = _("The changes that were not saved last time.")
        editing = replace(editing, text=draft, past=(Step(text, words),))
    return editing


def do(editing: Editing, operation: Operation) -> tuple[Editing, Changed]:
    """The editing after one operation, and what it did.

    Raises EditRefusedError where it makes no sense, or where the agenda would not be good any more.
    """
    try:
        changed = operation.apply(editing.text)
        changed = _with_minutes(editing, operation, changed)
    except NotEditableError as error:
        raise EditRefusedError(str(error)) from error
    if changed.text == editing.text:
        return editing, replace(changed, words="")
    before, after = judge(editing).wrong, judge(editing, changed.text).wrong
    if len(after) > len(before):
        raise EditRefusedError(next(one for one in after if one not in before))
    past = (*editing.past, Step(editing.text, changed.words))
    return replace(editing, text=changed.text, past=past, future=()), changed


def undo(editing: Editing) -> tuple[Editing, str]:
    """The editing before its last step, and what was taken back."""
    if not editing.past:
        raise EditRefusedError(_("There is nothing to take back."))
    *rest, last = editing.past
    future = (Step(editing.text, last.words), *editing.future)
    said = _("Taken back: {words}").format(words=last.words)
    return replace(editing, text=last.text, past=tuple(rest), future=future), said


def redo(editing: Editing) -> tuple[Editing, str]:
    """The editing with the step that was taken back, and what it did."""
    if not editing.future:
        raise EditRefusedError(_("There is nothing to do again."))
    first, *rest = editing.future
    past = (*editing.past, Step(editing.text, first.words))
    said = _("Done again: {words}").format(words=first.words)
    return replace(editing, text=first.text, past=past, future=tuple(rest)), said


def judge(editing: Editing, text: str | None = None) -> Judged:
    """Whether the text now (or another of the same file) is a good agenda, and what is wrong or missing."""
    try:
        table = tomllib.loads(editing.text if text is None else text)
        agenda, found = check(table, editing.name, editing.banks)
    except tomllib.TOMLDecodeError as error:
        return Judged(None, (visible(str(error)),))
    except AgendaError as error:
        # A question bank beside the agenda is not good.
        return Judged(None, (str(error).splitlines()[0],))
    if agenda is not None:
        return Judged(agenda, advice=tuple(advice(agenda)))
    stages = frozenset(one.path[1] for one in found if _in_stage(one) and isinstance(one.path[1], int))
    return Judged(None, tuple(map(_told, found)), stages)


def taken_apart(name: str, text: str) -> None:
    """See whether a text can be edited here. Raises AgendaError or NotEditableError."""
    # Where it is no TOML, this says so with its place.
    table = table_of(text.encode("utf-8"), name + ".toml")
    if not table.get("stage"):
        raise NotEditableError(_("There is no stage in this file. A stage begins with [[stage]]."))
    split(text)


def _in_stage(finding: Finding) -> bool:
    return finding.path[:1] == ("stage",) and len(finding.path) > 1


def _told(finding: Finding) -> str:
    if not _in_stage(finding):
        return finding.sentence
    number = int(finding.path[1]) + 1
    return _("Stage {number}: {sentence}").format(number=number, sentence=finding.sentence)


def _with_minutes(editing: Editing, operation: Operation, changed: Changed) -> Changed:
    """The planned minutes go along with the stages, where the file says just what its stages take."""
    if isinstance(operation, SetMinutes) or changed.text == editing.text:
        return changed
    before, after = judge(editing).agenda, judge(editing, changed.text).agenda
    if before is None or after is None or before.minutes is None:
        return changed
    taken, takes = _natural(before), _natural(after)
    if abs(before.minutes - taken) > 1e-6 or abs(takes - taken) < 1e-6:
        return changed
    try:
        along = SetMinutes(round(takes, 4)).apply(changed.text)
    except EditRefusedError:
        # More than a meeting can take; the advice says that the two differ.
        return changed
    return replace(changed, text=along.text)


def _natural(agenda: Agenda) -> float:
    present, others = group_size(agenda, 0, 0)
    return natural_length(agenda, present, others) / 60
