"""The forms there are, by the words that people type. Imports nothing, so that help does not."""

from __future__ import annotations

NAMES = ("md", "html", "txt", "chat", "json", "docx", "odt", "pdf", "ics")

BINARY = frozenset({"docx", "odt", "pdf"})
"""Forms that are no text, and mean nothing on a terminal."""

_ENDINGS = {
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".docx": "docx",
    ".odt": "odt",
    ".pdf": "pdf",
    ".ics": "ics",
}


def form_of(file: str) -> str | None:
    """The form that the name of a file asks for; None where it asks for none of ours.

    `.txt` asks for none: whoever writes minutes to such a file without another word has always got Markdown.
    """
    dot = file.rfind(".")
    return _ENDINGS.get(file[dot:].lower()) if dot >= 0 else None
