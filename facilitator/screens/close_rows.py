"""Which region of the close screen gets how many rows, and how the list of what is missing is laid out."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from textual.content import Content

from facilitator.screens.closing import Item
from facilitator.screens.closing_questions import Question
from facilitator.share.ways import Way, ways_in_a_row
from facilitator.words.language import gettext as _

BESIDE_FROM = 100
"""Columns from which what is missing stands beside the short text."""

ABOVE_BELOW = 60
"""Columns below which a question stands above the line, not left of it."""

_ORDER: tuple[tuple[str, int], ...] = (
    ("question", 1),
    ("text", 1),
    ("keys", 1),
    ("side", 1),
    ("header", 1),
    ("text", 2),
    ("side", 2),
    ("status", 1),
    ("hint", 1),
    ("text", 3),
    ("gap", 1),
    ("side", 4),
    ("text", 5),
    ("line", 1),
)


class Rows(Struct, frozen=True, kw_only=True):
    """Rows of each region. With `beside` the list stands beside the text and has as many rows as it."""

    header: int = 0
    gap: int = 0
    heading: int = 1
    text: int = 0
    side: int = 0
    status: int = 0
    question: int = 0
    line: int = 1
    hint: int = 1
    keys: int = 0
    ways: int = 0
    """Rows for what can be done with the minutes, below text and list where these stand beside each other."""
    beside: bool = False


def plan_rows(
    width: int, height: int, wanted: int, *, asked: bool, trouble: bool = False, ways: int = 0
) -> Rows:
    """The rows of each region on a screen of that size; together no more than `height` (from 3 on).

    `wanted` is how many rows the list of what is missing could use, `asked` whether there is a question,
    `ways` how many rows all that can be done would take. A trouble of the disk comes before all but the line
    and its hint.
    """
    beside = width >= BESIDE_FROM and height >= 16
    rows = {"heading": 1, "line": 1, "hint": 1}
    left = height - 3
    order = [("status", 1), *_ORDER] if trouble else list(_ORDER)
    for name, count in order:
        if name == "question" and (not asked or width >= ABOVE_BELOW):
            continue
        most = {"side": 0 if beside else wanted, "status": 2 if trouble else 1}.get(
            name, count + rows.get(name, 0)
        )
        given = max(min(count, left, most - rows.get(name, 0)), 0)
        rows[name] = rows.get(name, 0) + given
        left -= given
    if left > 0 and not beside:
        more = min(max(wanted - rows["side"], 0), left // 3)
        rows["side"] += more
        left -= more
    rows["text"] = rows.get("text", 0) + max(left, 0)
    if beside:
        rows["ways"] = ways if rows["text"] >= ways + 8 else 0
        rows["text"] -= rows["ways"]
        rows["side"] = rows["text"]
    return Rows(**rows, beside=beside)


class Side(Struct, frozen=True, kw_only=True):
    """The list: what is missing, what is left out, what only the chair sees, what was damaged."""

    items: tuple[Item, ...]
    left_out: str
    chair: tuple[str, ...]
    reports: tuple[str, ...] = ()
    ways: tuple[Way, ...] = ()
    """What can be done with the minutes."""
    settled: bool = False
    """Whether nothing is asked any more, so that what can be done comes first."""

    def rows_wanted(self) -> int:
        """Rows that all of it takes, one each."""
        listed = len(self.ways) if self.settled else max(len(self.items), 1)
        return 1 + listed + bool(self.left_out) + bool(self.chair) + len(self.reports)

    def stacked(self, width: int, height: int) -> Content:
        """Below the text: one row for each thing, the end dropped, what only the chair sees always last."""
        foot = [Content.styled(_("Only you see this: ") + " ".join(self.chair), "$text-muted")]
        spare = height - 1 - (len(self.ways) if self.settled else 0)
        foot = foot if self.chair and height >= 3 and spare >= 1 else []
        if self.left_out and height >= 5 and spare >= 2:
            foot.insert(0, Content.styled(self.left_out, "$text-muted"))
        foot = [Content.styled(one, "$text-warning") for one in self.reports[: max(height - 3, 0)]] + foot
        head = [Content.styled(self._headed(width), "$text-muted")]
        head = head if height - len(foot) > 1 else []
        room = max(height - len(foot) - len(head), 1)
        body = self._ways(room) if self.settled and self.ways else self._items()
        if len(body) > room:
            rest = _("and {n} more").format(n=len(body) - room + 1)
            body = [*body[: room - 1], Content.styled(f"  … {rest}", "$text-muted")] if room > 1 else body[:1]
        rows = [*head, *body, *foot][: max(height, 1)]
        return Content("\n").join(row.truncate(width, ellipsis=True) for row in rows)

    def beside(self) -> Content:
        """Beside the text: everything, wrapped."""
        parts = [self._before_it_goes()]
        if self.ways and not self.settled:
            parts.append([Content.styled(ways_in_a_row(self.ways)[0], "$text-muted")])
        for report in self.reports:
            parts.append([Content.styled(report, "$text-warning")])
        if self.chair:
            lines = [*self.chair, _("Who spoke when is not stored.")]
            head = Content.styled(_("Only you see this"), "bold $text-muted")
            parts.append([head, *(Content.styled(line, "$text-muted") for line in lines)])
        return Content("\n\n").join(Content("\n").join(part) for part in parts)

    def _before_it_goes(self) -> list[Content]:
        head = Content.styled(_("Before it goes"), "bold $text-accent")
        rows = [head, Content(""), *self._items()]
        if self.left_out:
            told = _("It is in the full minutes, for the pod.")
            rows += [Content(""), Content.styled(f"{self.left_out} {told}", "$text-muted")]
        return rows

    def _headed(self, width: int) -> str:
        """What the list is about; before it is settled with what can be done then, where that fits."""
        if self.settled and self.ways:
            return ruled(_("Take it along"), width)
        head = _("Before it goes")
        for short in ways_in_a_row(self.ways) if self.ways else ():
            room = width - Content(f"{head}  {short}").cell_length
            if room >= 2:
                return f"{head} {'─' * room} {short}"
        return ruled(head, width)

    def below(self, width: int) -> Content:
        """Below text and list, where these stand beside each other: all that can be done."""
        rows = [Content.styled(self._headed(width), "$text-muted"), *self._ways(len(self.ways))]
        return Content("\n").join(row.truncate(width, ellipsis=True) for row in rows)

    def _waiting_ways(self) -> Content | None:
        """What needs something first, in one row."""
        waiting = ", ".join(way.key for way in self.ways if not way.works)
        if not waiting:
            return None
        said = _("{ways}: /share says what they need.").format(ways=waiting)
        return Content.styled(f"  {said}", "$text-muted")

    def _ways(self, room: int) -> list[Content]:
        """What can be done in so many rows at most; what needs something first is one row where it must."""
        wide = max(len(way.key) for way in self.ways)
        rows = [_way(way, wide) for way in self.ways]
        waiting = [way for way in self.ways if not way.works]
        if len(rows) > room and len(waiting) > 1 and (said := self._waiting_ways()):
            rows = [*rows[: len(rows) - len(waiting)], said]
        return rows

    def _items(self) -> list[Content]:
        if not self.items:
            return [Content.styled("  " + _("Nothing is missing."), "$text-muted")]
        return [_item(item) for item in self.items]


def _way(way: Way, wide: int) -> Content:
    if not way.works or way.done:
        return Content.styled(f"  {way.key:<{wide}}  {way.what}", "$text-muted")
    return Content.assemble("  ", (f"{way.key:<{wide}}", "bold"), f"  {way.what}")


def _item(item: Item) -> Content:
    if item.now:
        return Content.assemble(("▸ ", "$text-accent"), (item.words, "bold"))
    if item.quiet:
        return Content.styled("  " + _("left open: ") + item.words, "$text-muted")
    return Content("  " + item.words)


def question_words(question: Question, cells: int) -> Content:
    """The question in so many cells at most: what it is about is shortened first."""
    if "{what}" not in question.words:
        return Content(question.words).truncate(cells, ellipsis=True)
    frame = Content(question.words.replace("{what}", "")).cell_length
    about = Content(question.what).truncate(max(cells - frame, 2), ellipsis=True)
    return Content(question.words.replace("{what}", about.plain)).truncate(cells, ellipsis=True)


def in_a_row(left: str, rights: Sequence[str], width: int) -> str:
    """A text at the beginning of a row, and the first of others that fits at its end."""
    for right in rights:
        space = width - Content(left).cell_length - Content(right).cell_length
        if space >= 2:
            return f"{left}{' ' * space}{right}"
    return left


def ruled(words: str, width: int) -> str:
    """Words with a line behind them, to the end of the row."""
    room = width - Content(words).cell_length - 1
    return f"{words} {'─' * room}" if room > 0 else words
