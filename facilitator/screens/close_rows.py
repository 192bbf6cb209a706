"""Which region of the close screen gets how many rows, and how the list of what is missing is laid out."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from textual.content import Content

from facilitator.screens.closing import Item
from facilitator.screens.closing_questions import Question
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
    beside: bool = False


def plan_rows(width: int, height: int, wanted: int, *, asked: bool, trouble: bool = False) -> Rows:
    """The rows of each region on a screen of that size; together no more than `height` (from 3 on).

    `wanted` is how many rows the list of what is missing could use, `asked` whether there is a question. A
    trouble of the disk comes before all but the line and its hint.
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
        rows["side"] = rows["text"]
    return Rows(**rows, beside=beside)


class Side(Struct, frozen=True, kw_only=True):
    """The list: what is missing, what is left out, what only the chair sees, what was damaged."""

    items: tuple[Item, ...]
    left_out: str
    chair: tuple[str, ...]
    reports: tuple[str, ...] = ()

    def rows_wanted(self) -> int:
        """Rows that all of it takes, one each."""
        return 1 + max(len(self.items), 1) + bool(self.left_out) + bool(self.chair) + len(self.reports)

    def stacked(self, width: int, height: int) -> Content:
        """Below the text: one row for each thing, the end dropped, what only the chair sees always last."""
        foot = [Content.styled(_("Only you see this: ") + " ".join(self.chair), "$text-muted")]
        foot = foot if self.chair and height >= 3 else []
        if self.left_out and height >= 5:
            foot.insert(0, Content.styled(self.left_out, "$text-muted"))
        foot = [Content.styled(one, "$text-warning") for one in self.reports[: max(height - 3, 0)]] + foot
        head = [Content.styled(ruled(_("Before it goes"), width), "$text-muted")]
        head = head if height - len(foot) > 1 else []
        room = max(height - len(foot) - len(head), 1)
        body = self._items()
        if len(body) > room:
            rest = _("and {n} more").format(n=len(body) - room + 1)
            body = [*body[: room - 1], Content.styled(f"  … {rest}", "$text-muted")] if room > 1 else body[:1]
        rows = [*head, *body, *foot][: max(height, 1)]
        return Content("\n").join(row.truncate(width, ellipsis=True) for row in rows)

    def beside(self) -> Content:
        """Beside the text: everything, wrapped."""
        rows = [Content.styled(_("Before it goes"), "bold $text-accent"), Content(""), *self._items()]
        for report in self.reports:
            rows += [Content(""), Content.styled(report, "$text-warning")]
        if self.left_out:
            told = _("It is in the full minutes, for the pod.")
            rows += [Content(""), Content.styled(f"{self.left_out} {told}", "$text-muted")]
        if self.chair:
            rows += [Content(""), Content.styled(_("Only you see this"), "bold $text-muted")]
            rows += [Content.styled(line, "$text-muted") for line in self.chair]
            rows.append(Content.styled(_("Who spoke when is not stored."), "$text-muted"))
        return Content("\n").join(rows)

    def _items(self) -> list[Content]:
        if not self.items:
            return [Content.styled("  " + _("Nothing is missing."), "$text-muted")]
        return [_item(item) for item in self.items]


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
