"""A deck of one card, as a pod would write it."""

from __future__ import annotations


def deck(title: str = "Rivers", language: str = "en") -> str:
    return f"""format = 1
title = "{title}"
language = "{language}"
source = "Us."
[[dimension]]
id = "water"
name = "Water"
[[card]]
id = "source"
dimension = "water"
text = "Where does it begin?"
"""
