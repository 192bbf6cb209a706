"""What is answered to a captured line: one sentence about its names, and the echo of how it is read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from facilitator.capture.calendar import Language, written
from facilitator.capture.names import Ambiguous, either
from facilitator.capture.speakers import Trouble
from facilitator.capture.when import Either, Impossible
from facilitator.session.intents import Capture
from facilitator.words.dates import SAME, Times, brief_date, long_date
from facilitator.words.language import gettext as _


def remark(troubles: Sequence[Trouble], *, unassigned: bool) -> tuple[str, ...]:
    """One sentence about names that are nobody's, or more than one person's; none where there is no trouble.

    `unassigned` says that it is a step which therefore has no owner.
    """
    if not troubles:
        return ()
    unclear = [one for one in troubles if isinstance(one, Ambiguous)]
    words = either([one.text for one in troubles])
    if len(troubles) == 1 and unclear:
        said = _("{words} can be {names}").format(words=words, names=either(unclear[0].names))
    elif unclear:
        said = _("It is not clear who is meant by {words}").format(words=words)
    else:
        said = _("Nobody here is called {words}").format(words=words)
    if unassigned:
        return (_("{said}: the step is kept as typed, unassigned.").format(said=said),)
    return (_("{said}: the line is kept as typed.").format(said=said),)


def bare_command(name: str) -> str:
    """The sentence for a line that is a command's name without its `/`."""
    return _("Kept as a note. The command is /{name}.").format(name=name)


def no_such_day(found: Impossible) -> str:
    """The sentence about a day that does not exist."""
    return _("There is no {words}: the step is kept as typed, without a due date.").format(words=found.words)


def which_day(found: Either) -> str:
    """The question that a line waits with: "next Tue: 24 Nov or 1 Dec?"."""
    return _("{words}: {first} or {second}?").format(
        words=found.words,
        first=brief_date(found.first, found.second),
        second=brief_date(found.second, found.first),
    )


def both_days(found: Either, number: int) -> str:
    """The sentence about a kept step whose day has two readings, and the command that sets one."""
    return _("{words} can be {first} or {second}: no due date yet. /due {number} {day} sets one.").format(
        words=found.words,
        first=long_date(found.first),
        second=long_date(found.second),
        number=number,
        day=found.first.isoformat(),
    )


def echo(line: Capture, language: Language = "en", times: Times = SAME) -> str:
    """How the line was read: "Ann Otieno · due Friday 27 November 2026"; the day in its writer's words."""
    parts = [_what(line)]
    if line.due:
        parts.append(_("due {day}").format(day=written(date.fromisoformat(line.due), language, times)))
    if line.pod_only:
        parts.append(_("stays in the pod: not in the short text, not in anything for others"))
    return " · ".join(parts)


def _what(line: Capture) -> str:
    names = ", ".join(line.owners if line.kind == "step" else line.speakers)
    named = {
        "note": _("a note from {names}"),
        "question": _("a question from {names}"),
        "takeaway": _("a takeaway from {names}"),
        "decision": _("a decision from {names}"),
        "later": _("kept for later, from {names}"),
        "step": "{names}",
    }
    alone = {
        "note": _("a note"),
        "question": _("a question, not yet anybody's"),
        "takeaway": _("a takeaway"),
        "decision": _("a decision"),
        "later": _("kept for later"),
        "step": _("a next step, not yet anybody's"),
    }
    return named[line.kind].format(names=names) if names else alone[line.kind]
