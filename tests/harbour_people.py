"""The people of the harbour meeting: accents, another script, one name within another, a hyphen."""

from __future__ import annotations

PEOPLE = (
    "Amina Diallo",
    "Bríd Ní Dhálaigh",
    "李娜",
    "Dolores Quispe Mamani",
    "Ann Otieno",
    "Annabel Otieno-Brandt",
)
