"""The program's own themes can be read: words have enough contrast, dark and light."""

from __future__ import annotations

import pytest
from textual.color import Color
from textual.theme import Theme

from facilitator.theme import DARK, LIGHT

ENOUGH = 4.5
"""What the Web Content Accessibility Guidelines ask of text (level AA)."""


def brightness(colour: Color) -> float:
    def part(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    return 0.2126 * part(colour.r / 255) + 0.7152 * part(colour.g / 255) + 0.0722 * part(colour.b / 255)


def contrast(first: str, second: str) -> float:
    light, dark = sorted((brightness(Color.parse(one)) for one in (first, second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
def test_every_colour_of_words_can_be_read_on_the_background(theme: Theme) -> None:
    for words in (theme.foreground, theme.accent, theme.warning, theme.error, theme.success):
        assert words
        assert theme.background
        assert contrast(words, theme.background) >= ENOUGH
