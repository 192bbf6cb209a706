"""The minutes as Markdown, with whatever was typed shown as typed.

One line, one physical line: nothing here may put a line break into what a person wrote.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import add

from facilitator.minutes.beyond.notices import notice
from facilitator.minutes.course import StageTime
from facilitator.minutes.document import Attendee, Document, Line, NextTime
from facilitator.minutes.escape import escape, escape_all, escape_part
from facilitator.words.durations import taken
from facilitator.words.language import gettext as _


def to_markdown(document: Document) -> str:
    """The whole text, sections without content left out, ending with a line break."""
    return "\n\n".join("\n".join(block) for block in _blocks(document)) + "\n"


def _blocks(document: Document) -> Iterator[list[str]]:
    yield from _head(document)
    if document.figures:
        yield [f"- {name}: {escape_part(figure)}" for name, figure in document.figures]
    yield from _section(_("Takeaways"), map(_staged, document.takeaways))
    yield from _section(_("Next steps"), map(_staged_step, document.steps))
    yield from _section(_("Decisions"), map(_staged, document.decisions))
    yield from _section(_("Questions"), map(_staged, document.questions))
    yield from _section(_("Kept for later"), map(_staged, document.later))
    if document.next_meeting:
        yield [f"## {_('Next meeting')}"]
        yield from _next_meeting(document.next_meeting)
    if document.notes:
        yield [f"## {_('Notes')}"]
        for group in document.notes:
            name = escape_part(group.stage)
            yield [f"### {name} · {group.time}" if group.time else f"### {name}"]
            yield _notes(group.notes)
    yield from _section(_("Time"), map(_time, document.times))
    if document.since:
        yield [f"## {_('Corrected since version {n}').format(n=document.since)}"]
        lines = [*map(_staged, document.corrected), *map(escape_part, document.changes)]
        yield [f"- {line}" for line in lines]
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


def _section(heading: str, lines: Iterable[str]) -> Iterator[list[str]]:
    items = [f"- {line}" for line in lines]
    if items:
        yield [f"## {heading}"]
        yield items


def _mark(line: Line) -> str:
    return _("(pod only)") + " " if line.pod_only else ""


def said(line: Line) -> str:
    """A line with who said it, as the inside of a list item."""
    before = _before(line.pod_only, line.speakers)
    return before + escape(line.text, start=not before)


def _notes(lines: tuple[Line, ...]) -> list[str]:
    """The items of many lines: few people say them, so each beginning is made once."""
    said_by = {who: f"- {_before(*who)}" for who in {(line.pod_only, line.speakers) for line in lines}}
    befores = [said_by[line.pod_only, line.speakers] for line in lines]
    texts = escape_all([line.text for line in lines], [before == "- " for before in befores])
    return list(map(add, befores, texts))


def _before(pod_only: bool, speakers: tuple[str, ...]) -> str:
    mark = _("(pod only)") + " " if pod_only else ""
    return f"{mark}**{', '.join(map(escape_part, speakers))}:** " if speakers else mark


def _stage(line: Line) -> str:
    return f" · {escape_part(line.stage)}" if line.stage else ""


def _staged(line: Line) -> str:
    return f"{said(line)}{_stage(line)}"


def _staged_step(line: Line) -> str:
    return f"{step(line)}{_stage(line)}"


def step(line: Line) -> str:
    """A next step with its owners, when it is due and whether it is done, as the inside of a list item."""
    owners = ", ".join(f"**{escape_part(name)}**" for name in line.owners) or f"**{_('Unassigned')}**"
    due = " · " + _("by {date}").format(date=escape_part(line.due)) if line.due else ""
    box, done = ("[x]", f" · {_('done')}") if line.done_at else ("[ ]", "")
    return f"{box} {_mark(line)}{owners} — {escape(line.text)}{due}{done}"


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
