"""The document as headings, paragraphs and lists: the order of the Markdown, for forms that have a structure.

Typed words stand in runs of their own, already visible (no control characters), so that a form can keep
their white space and let each find its own direction of writing. Our own words stand between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from facilitator.minutes.beyond.notices import notice
from facilitator.minutes.course import StageTime
from facilitator.minutes.document import Attendee, Document, Line, NextTime
from facilitator.minutes.forms.direction import is_right_to_left
from facilitator.words.durations import taken
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible


class Run(Struct, frozen=True):
    """Words in one manner. `typed`: somebody wrote them, or an agenda says them; one direction of writing."""

    text: str
    typed: bool = False
    strong: bool = False
    soft: bool = False
    """Beside the point, such as the stage in which something was said: in a quieter colour."""
    leads: bool = False
    """The line is there for these words: it is written in their direction."""


Words = tuple[Run, ...]


class Section(Struct, frozen=True, kw_only=True):
    """A heading with what stands under it, in this order. Any part may be empty."""

    heading: Words
    paragraphs: tuple[Words, ...] = ()
    items: tuple[Words, ...] = ()
    sections: tuple[Section, ...] = ()


class Outline(Struct, frozen=True, kw_only=True):
    """The whole: a title (the heading of level 1), what stands before the sections, these, and the foot."""

    language: str
    title: Words
    paragraphs: tuple[Words, ...]
    items: tuple[Words, ...]
    sections: tuple[Section, ...]
    foot: Words
    """Empty where there is nothing to say."""


def runs_right_to_left(words: Words) -> bool:
    """Whether the whole line is to be written from right to left, as the words that lead it are."""
    return any(run.leads and is_right_to_left(run.text) for run in words)


def plain(words: Words) -> str:
    """The words without their manner."""
    return "".join(run.text for run in words)


def outline(document: Document) -> Outline:
    """What the minutes say, in order; sections without content are left out."""
    titles = [_typed(part) for part in (document.format, document.title) if part]
    if titles:
        titles[-1] = replace(titles[-1], leads=True)
    return Outline(
        language=document.language,
        title=tuple(_joined(titles, " · ")),
        paragraphs=tuple(_lead(document)),
        items=tuple(_people(document)),
        sections=tuple(_sections(document)),
        foot=_foot(document),
    )


def _foot(document: Document) -> Words:
    # Figures are counted, not written by anybody.
    if document.audience == "programme":
        return ()
    return (Run(_("These minutes were made by hand. They are not a transcript."), soft=True),)


def said(line: Line) -> Words:
    """A line with who said it."""
    names = _joined([_typed(name, strong=True) for name in line.speakers], ", ", strong=True)
    before = [*names, Run(":", strong=True), Run(" ")] if line.speakers else []
    return (*_mark(line), *before, _typed(line.text, leads=True))


def step(line: Line) -> Words:
    """A next step with its owners, when it is due and whether it is done."""
    owners = [_typed(name, strong=True) for name in line.owners] or [Run(_("Unassigned"), strong=True)]
    words = [*_mark(line), *_joined(owners, ", "), Run(" — "), _typed(line.text, leads=True)]
    if line.due:
        # One run: in a line from right to left the date would else stand on the wrong side of its word.
        words += [Run(" · "), _typed(_("by {date}").format(date=line.due))]
    if line.done_at:
        words.append(Run(f" · {_('done')}"))
    return tuple(words)


def next_time(following: NextTime) -> tuple[tuple[Words, ...], tuple[Words, ...]]:
    """The next meeting as paragraphs and items."""
    when = ((_typed(following.when),),) if following.when else ()
    return when, tuple((Run(f"{role}: "), _typed(name)) for role, name in following.roles)


def filled(sentence: str, **values: Words) -> Words:
    """A sentence of ours (already translated) with words put into its places, each of them named once."""
    places = sorted((sentence.find(f"{{{name}}}"), name) for name in values)
    runs: list[Run] = []
    last = 0
    for place, name in places:
        if place < 0:
            continue
        runs += [Run(sentence[last:place]), *values[name]]
        last = place + len(name) + 2
    runs.append(Run(sentence[last:]))
    return tuple(run for run in runs if run.text)


def _typed(text: str, *, strong: bool = False, soft: bool = False, leads: bool = False) -> Run:
    return Run(visible(text).strip(" "), typed=True, strong=strong, soft=soft, leads=leads)


def _own(sentence: str, *, strong: bool = False) -> Words:
    return (Run(sentence, strong=strong),)


def _joined(runs: Iterable[Run], between: str, *, strong: bool = False) -> list[Run]:
    """The runs with words of ours between them."""
    joined: list[Run] = []
    for run in runs:
        if joined:
            joined.append(Run(between, strong=strong))
        joined.append(run)
    return joined


def _lead(document: Document) -> Iterator[Words]:
    if document.rehearsal:
        rehearsal = _("Rehearsal."), _("This was practice, not a real meeting.")
        yield (Run(rehearsal[0], strong=True), Run(f" {rehearsal[1]}"))
    yield (Run(document.status), *((Run(" · "), _typed(document.span)) if document.span else ()))
    if document.final:
        yield (_typed(document.final),)
    if document.agreed:
        names = tuple(_joined(map(_typed, document.agreed), ", "))
        yield filled(_("Agreed to their own lines as they stand here: {names}."), names=names)
    yield _own(notice(document.audience))


def _people(document: Document) -> Iterator[Words]:
    for name, figure in document.figures:
        yield (Run(f"{name}: "), _typed(figure))
    if document.theme:
        yield filled(_("Theme: {theme}"), theme=(_typed(document.theme),))
    if document.present:
        people: list[Run] = []
        for person in document.present:
            people += [*([Run(", ")] if people else []), *_attendee(person)]
        yield filled(_("Present: {names}"), names=tuple(people))
    if document.absent:
        names = _joined(map(_typed, document.absent), ", ")
        yield filled(_("Absent: {names}"), names=tuple(names))


def _attendee(person: Attendee) -> Words:
    roles = f" ({', '.join(person.roles)})" if person.roles else ""
    return (_typed(person.name), *((Run(roles),) if roles else ()))


def _mark(line: Line) -> Words:
    return (Run(_("(pod only)") + " "),) if line.pod_only else ()


def _with_stage(words: Words, line: Line) -> Words:
    return (*words, Run(" · ", soft=True), _typed(line.stage, soft=True)) if line.stage else words


def _sections(document: Document) -> Iterator[Section]:
    for heading, lines, manner in (
        (_("Takeaways"), document.takeaways, said),
        (_("Next steps"), document.steps, step),
        (_("Decisions"), document.decisions, said),
        (_("Questions"), document.questions, said),
        (_("Kept for later"), document.later, said),
    ):
        if lines:
            items = tuple(_with_stage(manner(line), line) for line in lines)
            yield Section(heading=_own(heading), items=items)
    if document.next_meeting:
        when, roles = next_time(document.next_meeting)
        yield Section(heading=_own(_("Next meeting")), paragraphs=when, items=roles)
    if document.notes:
        groups = tuple(
            Section(
                heading=(
                    _typed(group.stage, leads=True),
                    *((Run(f" · {group.time}"),) if group.time else ()),
                ),
                items=tuple(map(said, group.notes)),
            )
            for group in document.notes
        )
        yield Section(heading=_own(_("Notes")), sections=groups)
    if document.times:
        yield Section(heading=_own(_("Time")), items=tuple(map(_time, document.times)))
    if document.since:
        told = [_with_stage(said(line), line) for line in document.corrected]
        told += [_own(change) for change in document.changes]
        corrected = _own(_("Corrected since version {n}").format(n=document.since))
        yield Section(heading=corrected, items=tuple(told))


def _time(row: StageTime) -> Words:
    stage = (_typed(row.stage),)
    if row.taken is None:
        planned = _own(taken(row.planned or 0.0))
        return filled(_("{stage} was not held, planned {planned}"), stage=stage, planned=planned)
    took = _own(taken(row.taken))
    if row.planned is None:
        return filled(_("{stage} took {taken}"), stage=stage, taken=took)
    values = {"stage": stage, "taken": took, "planned": _own(taken(row.planned))}
    if row.added > 0:
        sentence = _("{stage} took {taken}, planned {planned} and {change} added")
        return filled(sentence, change=_own(taken(row.added)), **values)
    if row.added < 0:
        sentence = _("{stage} took {taken}, planned {planned} less {change}")
        return filled(sentence, change=_own(taken(-row.added)), **values)
    return filled(_("{stage} took {taken}, planned {planned}"), **values)
