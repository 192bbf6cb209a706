"""The short text for a chat: date, takeaways, next steps, decisions, next meeting; nothing of the case.

Plain lines without Markdown, since each chat reads other marks: a dash (–) begins a line. Nothing that is for
the pod only, no notes, no questions and no case title ever come here.
"""

from __future__ import annotations

import unicodedata
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from facilitator.minutes.beyond.notices import notice
from facilitator.minutes.document import Document, Line, document
from facilitator.session.state import State
from facilitator.words.language import gettext as _
from facilitator.words.language import ngettext
from facilitator.words.visible import visible

LIMIT = 1500
"""Characters. The text stays below it: longer messages are folded or cut by chats."""


class _Item(Struct, frozen=True):
    """A line: only `text` may be shortened, never who or by when."""

    text: str
    before: str = ""
    after: str = ""

    def __len__(self) -> int:
        return len(self.before) + len(self.text) + len(self.after)

    def __str__(self) -> str:
        return f"– {self.before}{self.text}{self.after}"


class _Section(Struct, frozen=True):
    heading: str
    items: tuple[_Item, ...]
    left_out: int = 0

    def __str__(self) -> str:
        lines = [self.heading, *map(str, self.items)]
        if self.left_out:
            lines.append(
                ngettext(
                    "… and {n} more, in the minutes", "… and {n} more, in the minutes", self.left_out
                ).format(n=self.left_out)
            )
        return "\n".join(lines)


def short_text(state: State, limit: int = LIMIT) -> str:
    """The text to paste into the pod's chat, shorter than `limit` characters.

    Too long, it loses whole lines from the end of its longest section and says how many. A person's words are
    shortened only where one line alone takes more than a third of the room.
    """
    return short_of(document(state), limit)


def short_of(minutes: Document, limit: int = LIMIT) -> str:
    """The same of minutes for any audience. Others than the pod are told what it is that they have."""
    head = _head(minutes)
    sections = _sections(minutes)
    if not sections and not minutes.figures:
        sentence = _("There are no takeaways, next steps or decisions to share here.")
        head = f"{head}\n\n{sentence}"
    foot = _next_meeting(minutes)
    return _fitted(head, sections, foot, limit)


def _head(minutes: Document) -> str:
    lines = [", ".join(visible(part) for part in (minutes.format, minutes.date) if part)]
    if minutes.rehearsal:
        lines.append(_("This was a rehearsal, not a real meeting."))
    if minutes.audience != "pod":
        lines.append(notice(minutes.audience))
    lines.extend(f"{name}: {visible(figure)}" for name, figure in minutes.figures)
    return "\n".join(lines)


def _sections(minutes: Document) -> list[_Section]:
    found = (
        (_("Takeaways"), tuple(map(_said, _open(minutes.takeaways)))),
        (_("Next steps"), tuple(map(_step, _open(minutes.steps)))),
        (_("Decisions"), tuple(map(_said, _open(minutes.decisions)))),
    )
    return [_Section(heading, items) for heading, items in found if items]


def _open(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    return tuple(line for line in lines if not line.pod_only)


def _said(line: Line) -> _Item:
    names = visible(", ".join(line.speakers))
    return _Item(visible(line.text), before=f"{names}: " if names else "")


def _step(line: Line) -> _Item:
    names = visible(", ".join(line.owners)) or _("Unassigned")
    due = ", " + _("by {date}").format(date=visible(line.due)) if line.due else ""
    done = ", " + _("done") if line.done_at else ""
    return _Item(visible(line.text), before=f"{names}: ", after=due + done)


def _next_meeting(minutes: Document) -> str:
    following = minutes.next_meeting
    if following is None:
        return ""
    lines = [_("Next meeting")]
    if following.when:
        lines.append(following.when)
    lines.extend(f"{role}: {visible(name)}" for role, name in following.roles)
    return "\n".join(lines)


def _joined(head: str, sections: list[_Section], foot: str) -> str:
    return "\n\n".join(part for part in (head, *map(str, sections), foot) if part)


def _fitted(head: str, sections: list[_Section], foot: str, limit: int) -> str:
    text = _joined(head, sections, foot)
    if len(text) < limit:
        return text
    sections = [_with_short_lines(section, limit // 3) for section in sections]
    while len(text := _joined(head, sections, foot)) >= limit:
        most = max(
            (section for section in sections if len(section.items) > 1),
            key=lambda section: sum(map(len, section.items)),
            default=None,
        )
        if most is None:
            break
        place = sections.index(most)
        sections[place] = replace(most, items=most.items[:-1], left_out=most.left_out + 1)
    if len(text) < limit:
        return text
    # One line a section and still too long: the lines share what room there is.
    lines = list(chain.from_iterable(section.items for section in sections))
    frame = len(text) - sum(map(len, lines))
    room = (limit - 1 - frame) // max(len(lines), 1)
    sections = [_with_short_lines(section, max(room, 1)) for section in sections]
    return _cut(_joined(head, sections, foot), limit - 1)


def _with_short_lines(section: _Section, room: int) -> _Section:
    return replace(section, items=tuple(_with_room(item, room) for item in section.items))


def _with_room(item: _Item, room: int) -> _Item:
    if len(item) <= room:
        return item
    return replace(item, text=_cut(item.text, max(room - len(item.before) - len(item.after), 1)))


def _cut(text: str, room: int) -> str:
    """At most so many characters, an ellipsis for the rest: after a whole word where one ends near by."""
    if len(text) <= room:
        return text
    end = max(room - 1, 0)
    space = text.rfind(" ", max(end - 40, 0), end + 1)
    if space > 0:
        end = space
    while 0 < end < len(text) and _continues(text[end]):
        end -= 1
    return text[:end].rstrip() + "…" if room > 0 else ""


def _continues(sign: str) -> bool:
    """Whether a character belongs to the one before it: an accent, a joiner, a variation."""
    return unicodedata.combining(sign) != 0 or unicodedata.category(sign) in ("Mn", "Me", "Mc", "Cf")
