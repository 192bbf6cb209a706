"""The minutes as Markdown, with whatever was typed shown as typed.

One line, one physical line: nothing here may put a line break into what a person wrote.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import add, attrgetter
from typing import Any

from facilitator.minutes.beyond.notices import notice
from facilitator.minutes.course import StageTime
from facilitator.minutes.document import Attendee, Document, Line, NextTime
from facilitator.minutes.escape import escape, escape_all, escape_part
from facilitator.words.durations import taken
from facilitator.words.language import gettext as _


def to_markdown(document: Document) -> str:
    """The whole text, sections without content left out, ending with a line break."""
    lines: list[str] = []
    for block in _blocks(document):
        lines += block
        lines.append("")
    return "\n".join(lines)


def _blocks(document: Document) -> Iterator[list[str]]:
    yield from _head(document)
    if document.figures:
        yield [f"- {name}: {escape_part(figure)}" for name, figure in document.figures]
    yield from _section(_("Takeaways"), _said(document.takeaways, staged=True))
    yield from _section(_("Next steps"), _steps(document.steps))
    yield from _section(_("Decisions"), _said(document.decisions, staged=True))
    yield from _section(_("Questions"), _said(document.questions, staged=True))
    yield from _section(_("Kept for later"), _said(document.later, staged=True))
    if document.next_meeting:
        yield [f"## {_('Next meeting')}"]
        yield from _next_meeting(document.next_meeting)
    if document.notes:
        yield [f"## {_('Notes')}"]
        for group in document.notes:
            name = escape_part(group.stage)
            yield [f"### {name} · {group.time}" if group.time else f"### {name}"]
            yield _said(group.notes)
    yield from _section(_("Time"), [f"- {_time(row)}" for row in document.times])
    if document.since:
        yield [f"## {_('Corrected since version {n}').format(n=document.since)}"]
        changes = [f"- {escape_part(change)}" for change in document.changes]
        yield _said(document.corrected, staged=True) + changes
    if document.audience != "programme":
        yield ["---"]
        yield [_("These minutes were made by hand. They are not a transcript.")]


def _head(document: Document) -> Iterator[list[str]]:
    parts = [escape_part(part) for part in (document.format, document.title) if part]
    yield [f"# {' · '.join(parts)}"]
    if document.rehearsal:
        yield [_("**Rehearsal.** This was practice, not a real meeting.")]
    status = f"*{document.status}*"
    yield [f"{status} · {escape_part(document.span)}" if document.span else status]
    if document.final:
        yield [escape_part(document.final)]
    if document.agreed:
        names = ", ".join(map(escape_part, document.agreed))
        yield [_("Agreed to their own lines as they stand here: {names}.").format(names=names)]
    yield [notice(document.audience)]
    people = []
    if document.theme:
        people.append(f"- {_('Theme: {theme}').format(theme=escape_part(document.theme))}")
    if document.present:
        names = ", ".join(map(_attendee, document.present))
        people.append(f"- {_('Present: {names}').format(names=names)}")
    if document.absent:
        names = ", ".join(map(escape_part, document.absent))
        people.append(f"- {_('Absent: {names}').format(names=names)}")
    if people:
        yield people


def _attendee(person: Attendee) -> str:
    name = escape_part(person.name)
    return f"{name} ({', '.join(person.roles)})" if person.roles else name


def _section(heading: str, items: list[str]) -> Iterator[list[str]]:
    if items:
        yield [f"## {heading}"]
        yield items


def said(line: Line) -> str:
    """A line with who said it, as the inside of a list item."""
    before = _before(line.pod_only, line.speakers)
    return before + escape(line.text, start=not before)


def step(line: Line) -> str:
    """A next step with its owners, when it is due and whether it is done, as the inside of a list item."""
    before = _before_step(line.pod_only, line.owners, line.done_at)
    return before + escape(line.text) + _behind_step(line.due, line.done_at)


def _said(lines: tuple[Line, ...], *, staged: bool = False) -> list[str]:
    """The items of many lines, each as `said` has it; `staged`: with the stage behind it."""
    befores = _each(lines, _WHO, lambda who: "- " + _before(*who))
    texts = escape_all([line.text for line in lines], [before == "- " for before in befores])
    items = list(map(add, befores, texts))
    return list(map(add, items, _each(lines, _STAGE, _stage))) if staged else items


def _steps(lines: tuple[Line, ...]) -> list[str]:
    """The items of many steps, each as `step` has it, with the stage behind it."""
    befores = _each(lines, _WHOSE, lambda whose: "- " + _before_step(*whose))
    texts = escape_all([line.text for line in lines], [False] * len(lines))
    ends = _each(lines, _END, lambda end: _behind_step(end[0], end[1]) + _stage(end[2]))
    return list(map("".join, zip(befores, texts, ends, strict=True)))


_WHO, _WHOSE = attrgetter("pod_only", "speakers"), attrgetter("pod_only", "owners", "done_at")
_STAGE, _END = attrgetter("stage"), attrgetter("due", "done_at", "stage")


class _Made(dict[Any, str]):
    """What is made of each key, when it first comes: few people say the many lines of few stages."""

    def __init__(self, make: Callable[[Any], str]) -> None:
        self._make = make

    def __missing__(self, key: Any) -> str:
        self[key] = made = self._make(key)
        return made


def _each(lines: tuple[Line, ...], key: Callable[[Line], Any], make: Callable[[Any], str]) -> list[str]:
    return list(map(_Made(make).__getitem__, map(key, lines)))


def _before(pod_only: bool, speakers: tuple[str, ...]) -> str:
    mark = _mark(pod_only)
    return f"{mark}**{', '.join(map(escape_part, speakers))}:** " if speakers else mark


def _before_step(pod_only: bool, owners: tuple[str, ...], done_at: str) -> str:
    names = ", ".join(f"**{escape_part(name)}**" for name in owners) or f"**{_('Unassigned')}**"
    return f"{'[x]' if done_at else '[ ]'} {_mark(pod_only)}{names} — "


def _behind_step(due: str, done_at: str) -> str:
    by = " · " + _("by {date}").format(date=escape_part(due)) if due else ""
    return f"{by} · {_('done')}" if done_at else by


def _mark(pod_only: bool) -> str:
    return _("(pod only)") + " " if pod_only else ""


def _stage(name: str) -> str:
    return f" · {escape_part(name)}" if name else ""


def _next_meeting(following: NextTime) -> Iterator[list[str]]:
    if following.when:
        yield [escape_part(following.when)]
    if following.roles:
        yield [f"- {role}: {escape_part(name)}" for role, name in following.roles]


def _time(row: StageTime) -> str:
    stage = escape_part(row.stage)
    if row.taken is None:
        return _("{stage} was not held, planned {planned}").format(
            stage=stage, planned=taken(row.planned or 0.0)
        )
    if row.planned is None:
        return _("{stage} took {taken}").format(stage=stage, taken=taken(row.taken))
    values = {"stage": stage, "taken": taken(row.taken), "planned": taken(row.planned)}
    if row.added > 0:
        return _("{stage} took {taken}, planned {planned} and {change} added").format(
            change=taken(row.added), **values
        )
    if row.added < 0:
        return _("{stage} took {taken}, planned {planned} less {change}").format(
            change=taken(-row.added), **values
        )
    return _("{stage} took {taken}, planned {planned}").format(**values)
