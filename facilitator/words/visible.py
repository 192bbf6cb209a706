"""Text that somebody typed, made safe to show: control characters become pictures, nothing else changes."""

from __future__ import annotations

_PICTURES = {code: 0x2400 + code for code in range(0x20)}
_PICTURES[0x09] = 0x20
_PICTURES[0x7F] = 0x2421
# Unicode has no pictures for the C1 controls; SYMBOL FOR SUBSTITUTE FORM TWO stands for all of them.
_PICTURES.update(dict.fromkeys(range(0x80, 0xA0), 0x2426))


def visible(text: str) -> str:
    """The text with control characters (Unicode Cc) as U+2400 pictures and a tab as a space."""
    # No control character is printable, and nearly every text is: the look is far quicker than the change.
    return text if text.isprintable() else text.translate(_PICTURES)


def quoted(text: str, longest: int = 48) -> str:
    """A text as a sentence says it again: safe, and cut short: what the sentence asks for is behind it."""
    shown = visible(text)
    return shown if len(shown) <= longest else shown[: longest - 1].rstrip() + "…"
