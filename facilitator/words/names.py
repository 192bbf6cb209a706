"""Names as people compare them: accents, capitals and the width of characters make no difference."""

from __future__ import annotations

import unicodedata

# Phones and word processors put these in place of what a keyboard has; nobody means another name by them.
_SAME = str.maketrans({"’": "'", "ʼ": "'", "‐": "-", "‑": "-"})


def is_mark(char: str) -> bool:
    """Whether a character adds nothing to which name it is: combining marks and invisible format characters.

    Vowel signs of Indic scripts and of Thai are of category M as well, but have combining class 0: without
    them Kiran and Karan would be the same name. So the class decides, not the category.
    """
    if unicodedata.combining(char):
        return True
    return char == "\u034f" or "\ufe00" <= char <= "\ufe0f" or unicodedata.category(char) == "Cf"


def name_key(text: str) -> str:
    """What names are compared by: NFKD, casefold, no combining marks, white space folded."""
    if text.isascii():
        return " ".join(text.casefold().split())
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    bare = "".join(char for char in folded if not is_mark(char))
    return " ".join(bare.translate(_SAME).split())


def fold_space(text: str) -> str:
    """The text with every run of white space as one space, and none around it."""
    return " ".join(text.split())
