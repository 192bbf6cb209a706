"""Operations on what an agenda says of itself: texts, minutes, cases, the size of the group."""

from __future__ import annotations

import tomllib
from typing import Literal

from msgspec.structs import replace

from facilitator.agenda import values
from facilitator.agenda.edit.content import read_text
from facilitator.agenda.edit.lines import remove, set_value
from facilitator.agenda.edit.operation import GROUP_ORDER, TOP_ORDER, Changed, EditRefusedError, Operation
from facilitator.agenda.edit.parts import Part, join, line_end, split
from facilitator.words.language import gettext as _

Top = Literal["title", "language", "purpose", "when", "place", "source", "terms"]


class SetTop(Operation, frozen=True):
    """A text at the top of the file: title, language, purpose, when to use it, place, source, terms."""

    key: Top
    value: str

    def apply(self, text: str) -> Changed:
        """The file with the text, or without it where it is empty."""
        value = read_text(self.key, self.value, needed=self.key == "title")
        words = _("The title is changed.") if self.key == "title" else _("The agenda is changed.")
        return _changed_head(text, self.key, value, words)


class SetMinutes(Operation, frozen=True):
    """The minutes that the whole agenda is planned for."""

    minutes: float

    def apply(self, text: str) -> Changed:
        """The file with that figure."""
        found: list[values.Finding] = []
        values.minutes(self.minutes, ("minutes",), found)
        if found:
            raise EditRefusedError(_("A meeting takes more than 0 and at most 600 minutes."))
        words = _("The whole agenda is planned for {n} min.").format(n=f"{self.minutes:g}")
        return _changed_head(text, "minutes", float(self.minutes), words)


class SetCases(Operation, frozen=True):
    """How many cases there are, for stages that are run again for each."""

    cases: int

    def apply(self, text: str) -> Changed:
        """The file with that number."""
        words = _("The number of cases is {n}.").format(n=self.cases)
        return _changed_head(text, "cases", None if self.cases == 1 else self.cases, words)


class SetGroup(Operation, frozen=True):
    """For how many people an agenda is made: at least, best (one number, or from and to), at most."""

    least: int | None = None
    best: int | tuple[int, int] | None = None
    most: int | None = None

    def apply(self, text: str) -> Changed:
        """The file with these sizes."""
        sizes = dict(zip(GROUP_ORDER, (self.least, self.best, self.most), strict=True))
        parts = list(split(text))
        place = next((place for place, part in enumerate(parts) if part.table == ("group",)), None)
        if place is None:
            if "group" in tomllib.loads(parts[0].text):
                raise EditRefusedError(
                    _("The sizes of the group are written in one row. Change them with a text editor.")
                )
            place, gap = 1, line_end(text) * 2
            parts[0] = replace(parts[0], after=gap)
            parts.insert(place, Part("[group]", gap, ("group",)))
        new = parts[place].text
        for key, size in sizes.items():
            new = remove(new, key) if size is None else set_value(new, key, size, GROUP_ORDER)
        parts[place] = replace(parts[place], text=new)
        return Changed(join(parts), _("The size of the group is changed."))


def _changed_head(text: str, key: str, value: str | float | int | None, words: str) -> Changed:
    parts = list(split(text))
    head = parts[0]
    new = (
        remove(head.text, key)
        if value is None or value == ""
        else set_value(head.text, key, value, TOP_ORDER)
    )
    parts[0] = replace(head, text=new, after=head.after or line_end(text) * 2)
    return Changed(join(parts), words)
