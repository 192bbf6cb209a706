"""The one door to the forms: a document and the name of a form to the bytes of a file."""

from __future__ import annotations

from msgspec import Struct

from facilitator.minutes.document import Document


class Made(Struct, frozen=True):
    """The bytes of a file, and what a person should know about it in a sentence (empty: nothing)."""

    data: bytes
    notice: str = ""


def make(document: Document, form: str) -> Made:
    """The minutes in this form (one of `names.NAMES`). Texts are UTF-8.

    Raises NotInstalled where the form needs a library that is not there, NothingToEnter where a calendar
    would be empty, ValueError for no form of ours.
    """
    match form:
        case "docx":
            from facilitator.minutes.forms.docx import to_docx

            return Made(to_docx(document))
        case "odt":
            from facilitator.minutes.forms.odt import to_odt

            return Made(to_odt(document))
        case "pdf":
            from facilitator.minutes.forms.pdf import to_pdf

            return Made(*to_pdf(document))
        case "json":
            from facilitator.minutes.forms.data import to_json

            return Made(to_json(document))
        case "ics":
            from facilitator.minutes.forms.calendar import to_calendar

            return Made(to_calendar(document))
    # A half of a character (a lone surrogate) is the only thing that UTF-8 cannot say.
    return Made(_text(document, form).encode("utf-8", "replace"))


def _text(document: Document, form: str) -> str:
    match form:
        case "md":
            from facilitator.minutes.markdown import to_markdown

            return to_markdown(document)
        case "html":
            from facilitator.minutes.forms.html import to_html

            return to_html(document)
        case "txt":
            from facilitator.minutes.forms.text import to_text

            return to_text(document)
        case "chat":
            from facilitator.minutes.short import short_of

            return short_of(document) + "\n"
    raise ValueError(form)
