"""The meeting that the tests of the minutes share, built by hand, and what readers make of Markdown."""

from __future__ import annotations

from typing import Any

import immutables
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

from facilitator.agenda.model import Agenda, Planned, Stage
from facilitator.session.state import NextMeeting, Note, Person, State, Visit

AGENDA = Agenda(
    name="intervision",
    title="InterVision",
    stages=(
        Stage(id="arrive", name="Arrive", kind="round", per_person=1, say="Welcome."),
        Stage(id="case", name="Case told", kind="talk", minutes=8, say="The floor is yours."),
        Stage(id="clarify", name="Clarify", kind="discussion", minutes=8, say="Facts first."),
        Stage(
            id="power", name="Power lens", kind="discussion", minutes=5, say="Who holds it?", optional=True
        ),
        Stage(
            id="takeaways",
            name="Takeaways and next steps",
            kind="capture",
            minutes=5,
            say="What do you keep?",
        ),
    ),
)

PEOPLE = ("Amina Diallo", "Bríd Ní Dhálaigh", "李娜", "Ann Otieno", "Annabel Otieno-Brandt")


def note(number: int, text: str, kind: Any = "note", stage: str = "case", **more: Any) -> Note:
    return Note(number=number, kind=kind, text=text, stage=stage, **more)


def notes(*captured: Note) -> immutables.Map[int, Note]:
    return immutables.Map({one.number: one for one in captured})


def meeting(*captured: Note, **changes: Any) -> State:
    """A closed meeting of an hour in Dakar, with these lines."""
    values: dict[str, Any] = {
        "agenda": AGENDA,
        "title": "A board that agrees and then does nothing",
        "zone": "Africa/Dakar",
        "opened_at": "2026-11-21T18:58:00.000Z",
        "started_at": "2026-11-21T19:00:00.000Z",
        "closed_at": "2026-11-21T20:02:30.000Z",
        "phase": "closed",
        "people": tuple(Person(name) for name in PEOPLE),
        "chair": "Amina Diallo",
        "keeper": "Bríd Ní Dhálaigh",
        "giver": "Ann Otieno",
        "plan": (
            Planned(id="arrive", seconds=300),
            Planned(id="case", seconds=480),
            Planned(id="clarify", seconds=480),
            Planned(id="takeaways", seconds=300),
        ),
        "planned": immutables.Map({"arrive": 300.0, "case": 600.0, "clarify": 480.0, "takeaways": 300.0}),
        "visits": (
            Visit("arrive", "2026-11-21T19:00:00.000Z", 320.0),
            Visit("case", "2026-11-21T19:05:20.000Z", 620.0),
            Visit("clarify", "2026-11-21T19:17:00.000Z", 480.0),
            Visit("takeaways", "2026-11-21T19:50:00.000Z", 300.0),
        ),
        "notes": notes(*captured),
        "last_number": max((one.number for one in captured), default=0),
    }
    return State(**(values | changes))


def the_next(**more: str) -> NextMeeting:
    return NextMeeting(**({"when": "2026-12-17T15:00:00.000Z", "zone": "UTC"} | more))


def _gfm() -> MarkdownIt:
    reader = MarkdownIt("gfm-like")
    for plugin in (tasklists_plugin, footnote_plugin, deflist_plugin, dollarmath_plugin):
        reader.use(plugin)
    return reader


READERS = {
    "commonmark": MarkdownIt("commonmark"),
    "gfm": MarkdownIt("gfm-like"),
    "gfm with what readers add": _gfm(),
}


def inline_texts(reader: MarkdownIt, markdown: str) -> dict[str, list[str]]:
    """The texts of all list items and of all headings, in order.

    Fails where typed text became anything but text, a link that reads the same, or our own bold and italics.
    """
    found: dict[str, list[str]] = {"list_item": [], "heading": []}
    depth: list[str] = []
    for token in reader.parse(markdown):
        assert token.type in BLOCKS, token
        if token.nesting == 1:
            depth.append(token.type.removesuffix("_open"))
        elif token.nesting == -1:
            depth.pop()
        elif token.type == "inline":
            for kind in found.keys() & set(depth):
                found[kind].append("".join(map(_text, token.children or [])))
    return found


BLOCKS = {
    f"{name}_{end}"
    for name in ("bullet_list", "list_item", "paragraph", "heading")
    for end in ("open", "close")
} | {"inline", "hr"}
INLINE = {"text", "link_open", "link_close", "strong_open", "strong_close", "em_open", "em_close"}


def _text(token: Token) -> str:
    if token.type == "html_inline" and "task-list-item-checkbox" in token.content:
        return "[ ]"
    assert token.type in INLINE, token
    return token.content
