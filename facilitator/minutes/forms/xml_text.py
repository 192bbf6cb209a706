"""What XML and HTML cannot hold."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NO_CHARACTER = re.compile(
    "[\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
    + "]"
)


def fit_for_xml(text: str) -> str:
    """The text with U+FFFD for the few characters that XML 1.0 forbids (controls are pictures already)."""
    return _FORBIDDEN.sub("\ufffd", text)


def fit_for_html(text: str) -> str:
    """The same for HTML, which forbids the signs that Unicode has set aside for no use, on every plane."""
    return _NO_CHARACTER.sub("\ufffd", text)
