"""E-mail addresses, phone numbers, links and handles in a text. Wide on purpose: a person decides."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

from msgspec import Struct

ContactKind = Literal["email", "phone", "link", "handle"]

_EMAIL = re.compile(r"[^\s@<>()\[\],;:\"]+[@＠][^\s@<>()\[\],;:\"]+\.[^\W\d_]{2,}")
_LINK = re.compile(
    r"\b[a-z][a-z0-9+.\-]*://[^\s<>\"]+|\b(?:mailto|tel|skype|whatsapp):[^\s<>\"]+", re.IGNORECASE
)
_SITE = re.compile(r"(?<![\w@])(?:[^\W_](?:[\w\-]*[^\W_])?\.)+[^\W\d_]{2,24}\b(?:[/?#:][^\s<>\"]*)?")
_HANDLE = re.compile(r"(?<![\w@＠])[@＠][\w][\w.\-]*(?:#\d{2,})?|(?<![\w/])\b\w[\w.]*#\d{4}\b")
_PHONE = re.compile(r"(?<![\w.,])(?:[+＋]\s?)?\(?\d(?:[\s\u00a0().\-–/]{0,2}\d){6,}(?!\w)")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_END = ".,;:!?)]}'’”\""


class Contact(Struct, frozen=True):
    """Something in a text by which somebody can be reached, and where it stands."""

    kind: ContactKind
    start: int
    end: int


def contacts(text: str) -> list[Contact]:
    """All of them, in order; what lies inside a longer one is not told again."""
    found: list[Contact] = []
    kinds: tuple[tuple[ContactKind, re.Pattern[str]], ...] = (
        ("link", _LINK),
        ("email", _EMAIL),
        ("link", _SITE),
        ("handle", _HANDLE),
        ("phone", _PHONE),
    )
    for kind, pattern in kinds:
        for match in pattern.finditer(text):
            end = match.start() + len(match[0].rstrip(_END) if kind != "phone" else match[0].rstrip(" ("))
            if kind == "phone" and _is_no_number(match[0]):
                continue
            if all(end <= one.start or one.end <= match.start() for one in found):
                found.append(Contact(kind, match.start(), end))
    return sorted(found, key=lambda one: one.start)


def _is_no_number(text: str) -> bool:
    """A date as programs write it has as many digits as a phone number."""
    plain = unicodedata.normalize("NFKC", text).strip(" ()")
    return _DATE.sub("", plain).strip(" -/–") == ""
