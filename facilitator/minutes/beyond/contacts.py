"""E-mail addresses, phone numbers, links and accounts in a text. Wide on purpose: a person decides."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

from msgspec import Struct

ContactKind = Literal["email", "phone", "link", "handle", "number"]

# Each begins where a word does and has a longest part, so that a long line without spaces takes no long time.
_EMAIL = re.compile(r"(?<![^\s@<>()\[\],;:\"])[^\s@<>()\[\],;:\"]+[@＠][^\s@<>()\[\],;:\"]+\.[^\W\d_]{2,}")
_LINK = re.compile(
    r"\b[a-z][a-z0-9+.\-]{0,20}://[^\s<>\"]+|\b(?:mailto|tel|skype|whatsapp):[^\s<>\"]+", re.IGNORECASE
)
_SITE = re.compile(r"(?<![\w@])(?:[^\W_](?:[\w\-]{0,62}[^\W_])?\.){1,9}[^\W\d_]{2,24}\b(?:[/?#:][^\s<>\"]*)?")
_SAID = re.compile(
    r"(?<![\w.\-])[\w.\-]{1,64}\s?[(\[{]\s?(?:at|@|arroba|chez)\s?[)\]}]\s?[\w\-]+"
    r"(?:\s?(?:\.|[(\[{]\s?(?:dot|punto|point|ponto)\s?[)\]}])\s?[\w\-]+)*"
    r"|(?<![\w.\-])[\w.\-]{1,64} (?:at|arroba) [\w\-]+ (?:dot|punto|point|ponto) [\w\-]+",
    re.IGNORECASE,
)
"""An address as people write it for readers and not for programs: ann (at) coop dot org."""
_HASHTAG = re.compile(r"(?<![\w&/#])[#＃][^\W\d]\w+")
_HANDLE = re.compile(r"(?<![\w@＠])[@＠][\w][\w.\-]*(?:#\d{2,})?|(?<![\w/.])\w[\w.]{0,63}#\d{4}\b")
_PHONE = re.compile(r"(?<![\w.,])(?:[+＋]\s?)?\(?\d(?:[\s().\-‐‑–—/_*·]{0,3}\d){6,}(?![^\W_])")
_PAIRS = re.compile(r"(?<![\w.,:/\-])\d\d(?:([ .\-])\d\d)(?:\1\d\d)+(?![\w:])")
_ACCOUNT = re.compile(
    r"(?<!\w)[a-z]{2}\d{2}(?:\s?[a-z0-9]{4}){3,7}(?:\s?[a-z0-9]{1,3})?(?!\w)", re.IGNORECASE
)
"""A bank account by its international number (IBAN, ISO 13616)."""
_POINT = re.compile(r"(?<![\w.])[-−+]?\d{1,3}\.\d{3,}°?\s?[NSns]?\s?[,;/ ]\s?[-−+]?\d{1,3}\.\d{3,}(?!\w)")
"""A place on a map, as numbers of degrees."""
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_SHORT_DATE = re.compile(r"(?:0[1-9]|[12]\d|3[01])([ .\-/])(?:0[1-9]|1[0-2])\1(?:\d\d|\d{4})")
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
        ("email", _SAID),
        ("link", _SITE),
        ("handle", _HANDLE),
        ("handle", _HASHTAG),
        ("number", _ACCOUNT),
        ("number", _POINT),
        ("phone", _PHONE),
        ("phone", _PAIRS),
    )
    for kind, pattern in kinds:
        for match in pattern.finditer(text):
            end = match.start() + len(match[0].rstrip(_END) if kind != "phone" else match[0].rstrip(" ("))
            if (kind == "phone" and _is_no_number(match[0])) or (
                pattern is _ACCOUNT and not _is_account(match[0])
            ):
                continue
            if all(end <= one.start or one.end <= match.start() for one in found):
                found.append(Contact(kind, match.start(), end))
    return sorted(found, key=lambda one: one.start)


def _is_no_number(text: str) -> bool:
    """A date as programs write it has as many digits as a phone number."""
    plain = unicodedata.normalize("NFKC", text).strip(" ()")
    if _SHORT_DATE.fullmatch(plain):
        return True
    return _DATE.sub("", plain).strip(" -/–") == ""


def _is_account(text: str) -> bool:
    """Whether the two digits of an IBAN check the rest, so that no other word is taken for one."""
    plain = "".join(text.split()).upper()
    if not 15 <= len(plain) <= 34 or not plain.isascii():
        return False
    return int("".join(str(int(char, 36)) for char in plain[4:] + plain[:4])) % 97 == 1
