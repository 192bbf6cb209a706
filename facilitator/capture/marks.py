"""The marks before a line: `~` and then one of `? ! > =`, or `\\` for the text as it is.

A mark counts only where white space follows, so `?!`, `>=5` and `~~x~~` are text. Full-width marks count like
their ASCII twins, by the same rule. What stands behind the mark is the body.
"""

from __future__ import annotations

import re
import unicodedata

from msgspec import Struct

from facilitator.session.events import NoteKind

MARKS: dict[str, NoteKind] = {"?": "question", "!": "takeaway", ">": "step", "=": "decision"}
"""The marks, in the order in which they are shown."""

_MARK_OF: dict[str, str] = {kind: mark for mark, kind in MARKS.items()}
_CYCLE: tuple[NoteKind, ...] = ("note", *MARKS.values())
_LATER = re.compile(r"[/／]later\s+", re.IGNORECASE)


class Marked(Struct, frozen=True, kw_only=True):
    """A line taken apart. `kind` is None where no mark says it; a verbatim body is text and nothing else."""

    kind: NoteKind | None = None
    pod_only: bool = False
    verbatim: bool = False
    body: str


def narrow(char: str) -> str:
    """The ASCII twin of a full-width character; any other character as it is."""
    return unicodedata.normalize("NFKC", char) if "！" <= char <= "～" else char


def split_marks(text: str, *, kinds: bool = True) -> Marked:
    """The marks and the body of a line; white space around it is left out, but still tells marks from text.

    A line that is still being typed may end behind its mark: "> " is a step whose body is empty. Without
    `kinds` only `~` and `\\` are marks.
    """
    line = text.lstrip()
    pod_only = len(line) > 1 and narrow(line[0]) == "~" != narrow(line[1])
    if pod_only:
        line = line[1:].lstrip()
    if line.startswith("\\") and line[1:].strip():
        return Marked(pod_only=pod_only, verbatim=True, body=line[1:].strip())
    kind = MARKS.get(narrow(line[:1]))
    if kinds and kind is not None and line[1:2].isspace():
        return Marked(kind=kind, pod_only=pod_only, body=line[1:].strip())
    return Marked(pod_only=pod_only, body=line.strip())


def put_mark(text: str, kind: NoteKind, *, pod_only: bool | None = None) -> str:
    """The line with the mark of this kind in place of the one it has (`later` has none: it is `/later`).

    `pod_only` puts or takes away the `~`; None leaves it. A body that would be read as something else without
    its mark gets a `\\`.
    """
    marked = split_marks(text)
    wanted = marked.pod_only if pod_only is None else pod_only
    mark = _MARK_OF.get(kind, "")
    body = marked.body
    if marked.verbatim:
        # The body was protected; a mark before it protects it from being a mark, but not from names.
        mark, body = (mark, body) if mark else ("", "\\" + body)
    elif not mark and _reads_otherwise(body):
        body = "\\" + body
    before = ("~ " if wanted else "") + (f"{mark} " if mark else "")
    return before + body


def next_mark(text: str) -> str:
    """The line as the next kind of note, for the key that changes what Enter will make of it."""
    if narrow(text.lstrip()[:1]) == "/":
        return text
    kind = split_marks(text).kind or "note"
    return put_mark(text, _CYCLE[(_CYCLE.index(kind) + 1) % len(_CYCLE)])


def turn_kind(text: str, step: int = 1) -> str:
    """A whole line as the next kind of note, or the one before: what Tab makes of a line that is mended.

    `later` is written as its command; other commands stay as they are.
    """
    later = _LATER.match(text)
    if later is None and narrow(text.lstrip()[:1]) == "/":
        return text
    line = text[later.end() :] if later else text
    kinds: tuple[NoteKind, ...] = (*_CYCLE, "later")
    kind = "later" if later else split_marks(line).kind or "note"
    following = kinds[(kinds.index(kind) + step) % len(kinds)]
    return "/later " + put_mark(line, "note") if following == "later" else put_mark(line, following)


def toggle_pod_only(text: str) -> str:
    """The line with a `~` first, or without the one it has, all else as it is."""
    later = _LATER.match(text)
    if later is not None:
        return later[0] + toggle_pod_only(text[later.end() :])
    if narrow(text.lstrip()[:1]) == "/":
        return text
    line = text.lstrip()
    if narrow(line[:1]) == "~" and narrow(line[1:2]) != "~":
        bare = line[1:].lstrip()
        return "\\" + bare if narrow(bare[:1]) in ("/", "~") else bare
    return "~ " + line


def _reads_otherwise(body: str) -> bool:
    """Whether a body with no mark before it would be read as a mark, a command or protected text."""
    marked = split_marks(body)
    if narrow(body[:1]) == "/" or (len(body) == 1 and narrow(body) == "?"):
        return True
    return marked.pod_only or marked.verbatim or marked.kind is not None
