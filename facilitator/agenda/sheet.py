"""An agenda on one page: what begins when and what to read aloud, so that anyone can go on with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from facilitator.agenda.cameras import camera_sentence
from facilitator.agenda.fit import fit
from facilitator.agenda.lengths import group_size
from facilitator.agenda.model import Agenda, Stage
from facilitator.agenda.sentences import placeholders, texts_of
from facilitator.agenda.themes import theme_words
from facilitator.agenda.timetable import Row, span, time_at, timetable
from facilitator.words.durations import short_minutes
from facilitator.words.language import gettext as _
from facilitator.words.language import ngettext
from facilitator.words.visible import visible
from facilitator.words.wrap import wrapped

LINES = 60
"""A page."""

WIDTH = 80
_INDENT = 7
_LABEL = 6

_DETAILS = ("open", "stop", "speaker", "last", "ask", "rule", "space")
"""What a page shows, the most needed first; the last ones go where the page is too small."""


def sheet(
    agenda: Agenda,
    present: int = 0,
    *,
    seconds: float | None = None,
    start: datetime | None = None,
    names: Mapping[str, str] | None = None,
) -> list[str]:
    """The page, as lines of at most 80 cells; a long agenda takes more than the 60 lines of one page.

    `present` 0 is the group that the agenda is best for. Without `start` times count from the beginning.
    `names` may have `chair`, `keeper` and `giver`, or `givers` where there are several, and
    `lead` where a guest facilitator leads.
    """
    people, others = group_size(agenda, present, present - 1)
    fitted = fit(agenda, people, others, seconds)
    top = top_lines(agenda, people, span(start, fitted.total), names or {})
    return page(agenda, timetable(agenda, fitted, people), fitted.total, top, start=start, names=names)


def page(
    agenda: Agenda,
    rows: Sequence[Row],
    total: float,
    top: Sequence[str],
    *,
    first: int = 1,
    start: datetime | None = None,
    names: Mapping[str, str] | None = None,
) -> list[str]:
    """These stages under these first lines, as `sheet` has them. They take `total` seconds; `first` is the
    number of the first one.
    """
    foot = _foot(rows, start is not None)
    ends = [f"{time_at(start, round(total / 60) * 60)}  {_('End')}"]
    for count in range(len(_DETAILS), 0, -1):
        body = _body(agenda, rows, start, names or {}, _DETAILS[:count], first)
        lines = [*top, "", *body, *ends, "", *foot]
        if len(lines) <= LINES:
            break
    return [visible(line) for line in lines]


def top_lines(agenda: Agenda, people: int, when: str, names: Mapping[str, str]) -> list[str]:
    """The first lines of a page: what, when, how many, for whom it is, and who does what."""
    there = ngettext("{n} person", "{n} people", people).format(n=people)
    roles = [(_("Chair"), names.get("chair")), (_("Record keeper"), names.get("keeper"))]
    if names.get("lead"):
        roles.insert(1, (_("Guest facilitator"), names.get("lead")))
    if names.get("givers"):
        roles.append((_("Case givers"), names.get("givers")))
    elif names.get("giver") or "giver" in _used(agenda.stages):
        roles.append((_("Case giver"), names.get("giver")))
    about = [agenda.title, theme_words(agenda)] if agenda.theme else [agenda.title]
    return [
        *wrapped(" · ".join((*about, when, there)), WIDTH),
        *wrapped(_("If the chair's line drops: whoever has this page goes on, by the clock."), WIDTH),
        *wrapped(" · ".join(f"{role}: {name or '_' * 12}" for role, name in roles), WIDTH),
    ]


def _foot(rows: Sequence[Row], clock: bool) -> list[str]:
    said = []
    if _used([row.stage for row in rows]) & {"name", "next"}:
        said.append(_("[name] is the person whose turn it is, [next] the one after."))
    if not clock:
        said.append(_("Times count from the beginning."))
    said.append(_("Write takeaways and next steps down where you are; the record keeper puts them together."))
    return wrapped(" ".join(said), WIDTH)


def _used(stages: Sequence[Stage]) -> set[str]:
    """The placeholders in these stages."""
    return {inside for stage in stages for text in texts_of(stage) for inside in placeholders(text)}


def _body(
    agenda: Agenda,
    rows: Sequence[Row],
    start: datetime | None,
    names: Mapping[str, str],
    details: Sequence[str],
    first: int,
) -> list[str]:
    lines: list[str] = []
    read: set[int] = set()
    for number, row in enumerate(rows, start=first):
        stage = row.stage
        about = short_minutes(row.seconds)
        if row.each is not None:
            about += " " + _("({each} each)").format(each=short_minutes(row.each))
        speaker = _filled(stage, stage.speaker, agenda, names) if "speaker" in details else ""
        head = " · ".join(filter(None, (f"{number} {stage.name}, {about}", speaker)))
        head, *rest = wrapped(head, WIDTH - _INDENT)
        lines += [f"{time_at(start, row.begins)}  {head}", *(" " * _INDENT + one for one in rest)]
        # What is run again has the same sentences as the first time.
        again = row.number in read
        read.add(row.number)
        for detail, label, text in (
            ()
            if again
            else (
                ("open", _("Open"), stage.say),
                ("last", _("Last"), stage.say_last),
                ("stop", _("Stop"), stage.say_stop),
                ("ask", _("Ask"), " · ".join(stage.ask)),
                ("rule", _("Rule"), " · ".join(stage.rules)),
            )
        ):
            if detail in details and text:
                lines += _labelled(label, _filled(stage, text, agenda, names))
        if "space" in details:
            lines.append("")
    return lines


def _labelled(label: str, text: str) -> list[str]:
    parts = wrapped(text, WIDTH - _INDENT - _LABEL)
    labels = [label, *[""] * (len(parts) - 1)]
    return [f"{'':{_INDENT}}{name:<{_LABEL}}{part}" for name, part in zip(labels, parts, strict=True)]


def _filled(stage: Stage, text: str, agenda: Agenda, names: Mapping[str, str]) -> str:
    """A sentence with the names that are known, and with brackets where one is to be put in."""
    values = {
        "giver": names.get("giver") or _("[case giver]"),
        "chair": names.get("lead") or names.get("chair") or _("[chair]"),
        "keeper": names.get("keeper") or _("[record keeper]"),
        "name": _("[name]"),
        "next": _("[next]"),
        "cameras": camera_sentence(stage.cameras, agenda.place),
        "theme": theme_words(agenda),
    }
    for key, value in values.items():
        text = text.replace(f"{{{key}}}", value)
    return text
