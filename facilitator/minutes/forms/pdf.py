"""The minutes as a tagged PDF, set by Typst: fonts come with it, and it shapes every script.

Typst is asked for PDF/UA first, because it then names each character for which no font has a glyph. Where
there is one, the same is made again without that promise, with its boxes, and the characters are told.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec.structs import asdict

from facilitator.minutes.document import Document
from facilitator.minutes.forms.direction import is_right_to_left
from facilitator.minutes.forms.needed import needed
from facilitator.minutes.forms.outline import Outline, Section, Words, outline, runs_right_to_left
from facilitator.words.dates import from_stamp
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible

if TYPE_CHECKING:
    from typst import TypstError

_NO_GLYPH = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_NUMBERED = re.compile(r"\\u\{([0-9a-f]+)\}")
_SHOWN = 20
"""Characters: how many are named before the rest is only counted."""


def to_pdf(document: Document) -> tuple[bytes, str]:
    """The whole file, and a sentence about characters without a glyph (empty: all have one).

    Raises NotInstalled.
    """
    with needed("PDF"):
        import typst
    template = files("facilitator.minutes.forms").joinpath("pdf.typ").read_bytes()
    data = msgspec.json.encode(_page(outline(document))).decode("utf-8", "replace")
    stamp = from_stamp(document.as_of).astimezone(UTC).replace(microsecond=0) if document.as_of else 0

    compiler = typst.Compiler(sys_inputs={"outline": data})
    try:
        made, told = compiler.compile(template, format="pdf", pdf_standards="ua-1", timestamp=stamp), ""
    except typst.TypstError as error:
        told = _told(_without_glyph(error))
        made = compiler.compile(template, format="pdf", pdf_standards=[], timestamp=stamp)
    if not isinstance(made, bytes):
        raise TypeError(type(made))
    return made, told


def _page(page: Outline) -> dict[str, Any]:
    """The outline as the template reads it: each line with its direction, and each run of it."""
    return {"language": page.language, "title": _line(page.title), "foot": _line(page.foot), **_under(page)}


def _under(part: Outline | Section) -> dict[str, Any]:
    return {
        "paragraphs": list(map(_line, part.paragraphs)),
        "items": list(map(_line, part.items)),
        "sections": [{"heading": _line(one.heading), **_under(one)} for one in part.sections],
    }


def _line(words: Words) -> dict[str, Any]:
    runs = [{**asdict(run), "from_right": is_right_to_left(run.text)} for run in words]
    return {"from_right": runs_right_to_left(words), "runs": runs}


def _without_glyph(error: TypstError) -> list[str]:
    """The characters that the error names, each once, without those that nobody would see anyway."""
    named = "".join(match[1] for match in _NO_GLYPH.finditer(error.diagnostic))
    signs = _NUMBERED.sub(lambda match: chr(int(match[1], 16)), named)
    return [sign for sign in dict.fromkeys(signs) if unicodedata.category(sign) not in ("Cf", "Mn", "Zs")]


def _told(missing: list[str]) -> str:
    if not missing:
        return ""
    signs = visible("".join(missing[:_SHOWN])) + ("…" if len(missing) > _SHOWN else "")
    return _(
        "No font on this machine can draw {signs}, so boxes stand in their place in the PDF. "
        "Install a font that has them, for example a Noto font, and make it again."
    ).format(signs=signs)
