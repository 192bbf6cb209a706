"""The program's own two themes: one quiet accent, warnings in another hue, everything else plain."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="facilitator-dark",
    primary="#7fb5a6",
    secondary="#8aa9c9",
    accent="#8fc9ba",
    warning="#e3b261",
    error="#e08a7d",
    success="#9fca8a",
    foreground="#dcdfe0",
    background="#15191a",
    surface="#1b2021",
    panel="#242b2c",
    dark=True,
)

LIGHT = Theme(
    name="facilitator-light",
    primary="#1d6f62",
    secondary="#38597a",
    accent="#1b6a5d",
    warning="#8a5a00",
    error="#a03325",
    success="#3d6b1f",
    foreground="#20282a",
    background="#fafaf7",
    surface="#f1f2ee",
    panel="#e4e7e2",
    dark=False,
)
