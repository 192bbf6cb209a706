"""Putting a session's part into a document that runs on: on top, once, whatever else stands there. Pure.

The part lies between two lines that name the session. The last one carries a check of what lies between, so
that words which somebody wrote into the part are never replaced unasked.
"""

from __future__ import annotations

import re
from hashlib import sha256

from msgspec import Struct

from facilitator.minutes.document import Document
from facilitator.minutes.running_part import heading, markdown_part, text_part
from facilitator.store.trouble import StoreError
from facilitator.words.language import gettext as _

_BOM = "\ufeff"
_FRONT = re.compile(r"---[ \t]*\r?\n(?:(?:[\w.\-]+:|[ \t]|- |#).*\r?\n|\r?\n)*---[ \t]*\r?\n")


class NotAppended(StoreError):  # noqa: N818 - it names the situation, as the sentence does
    """The document is as it was; the sentence says why."""


class Appended(Struct, frozen=True):
    """The document with the part in it; `replaced`: it had one of this session before."""

    text: str
    replaced: bool


class _Part(Struct, frozen=True):
    """The first line, what lies between, and how the last line begins and ends around its check."""

    first: str
    between: tuple[str, ...]
    last: tuple[str, str]
    name: str

    def lines(self) -> list[str]:
        return [self.first, *self.between, _check(list(self.between)).join(self.last)]


def appended(old: str, document: Document, *, plain: bool, force: bool = False, place: str = "") -> Appended:
    """The document `old` with this session's part: where it stood before, else on top.

    `plain`: text and not Markdown. `force`: a part that somebody changed is replaced too. `place` names the
    document in sentences. Raises NotAppended.
    """
    part = _text(document) if plain else _markdown(document)
    bom, old = (_BOM, old[1:]) if old.startswith(_BOM) else ("", old)
    ending = re.search(r"\r?\n", old)
    newline = ending[0] if ending else "\n"
    ours = newline.join(part.lines()) + newline
    lines = _lines(old)
    found = _found(lines, part, force=force, place=place)
    if found is not None:
        first, last = found
        before, after = "".join(lines[:first]), "".join(lines[last + 1 :])
        if not after and not lines[last].endswith("\n"):
            ours = ours.removesuffix(newline)
        return Appended(bom + before + ours + after, True)
    front = "" if plain else _front(old)
    rest = old[len(front) :]
    apart = newline if rest and not rest.startswith(newline) else ""
    return Appended(bom + front + (newline if front else "") + ours + apart + rest, False)


def _markdown(document: Document) -> _Part:
    # Two hyphens would end the comment.
    name = re.sub("-{2,}", "-", _name(document))
    return _Part(
        f"<!-- facilitator: {name} -->",
        tuple(markdown_part(document)),
        (f"<!-- facilitator: end of {name}, ", " -->"),
        name,
    )


def _text(document: Document) -> _Part:
    name = _name(document)
    return _Part(
        f"{heading(document)} [{name}]", tuple(text_part(document)), (f"[end of {name}, ", "]"), name
    )


def _name(document: Document) -> str:
    """The session's name, or what stands for it, with nothing in it that could end a marker."""
    if name := document.session or document.key[:16]:
        return re.sub(r"[^\w.\-]", "_", name)
    raise NotAppended(
        _("The opening of this session cannot be read, so its part could not be found again. Use --to.")
    )


def _marks(part: _Part) -> str:
    """How a line begins that marks a part, of whichever session."""
    return "<!-- facilitator: " if part.first.startswith("<!--") else "[end of "


def _check(between: list[str]) -> str:
    return sha256("\n".join(between).encode("utf-8", "replace")).hexdigest()[:8]


def _lines(text: str) -> list[str]:
    """The lines with their ends; only line feeds end one."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _front(text: str) -> str:
    """What must stay first: the settings that some programs keep at the head of a Markdown file."""
    found = _FRONT.match(text)
    return found[0] if found else ""


def _found(lines: list[str], part: _Part, *, force: bool, place: str) -> tuple[int, int] | None:
    """From which line to which this session's part stands; None: it does not."""
    bare = [line.rstrip(" \t\r\n") for line in lines]
    begins = part.first if part.first.startswith("<!--") else f" [{part.name}]"
    starts = [number for number, line in enumerate(bare) if line.endswith(begins)]
    ends = [number for number, line in enumerate(bare) if line.startswith(part.last[0])]
    if not starts and not ends:
        return None
    if len(starts) != 1 or len(ends) != 1 or starts[0] > ends[0]:
        raise NotAppended(
            _(
                "{place} does not show where the part of this session begins and ends. "
                "Delete that part with the lines that name {session}, then try again."
            ).format(place=place, session=part.name)
        )
    first, last = starts[0], ends[0]
    if any(line.startswith(_marks(part)) for line in bare[first + 1 : last]):
        # Replacing this part would take away what is there of another meeting, so no --force helps.
        raise NotAppended(
            _(
                "In {place} another part stands inside the part of {session}. "
                "Move it out of there, then try again."
            ).format(place=place, session=part.name)
        )
    between = [line.rstrip("\r\n") for line in lines[first + 1 : last]]
    if not force and _check(between).join(part.last) != bare[last]:
        raise NotAppended(
            _(
                "Somebody has changed the part of this session in {place}, so it was left alone. "
                "Copy what you want to keep, then add --force to replace it."
            ).format(place=place)
        )
    return first, last
