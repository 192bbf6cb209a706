"""The harbour meeting: 90 minutes of six people, with names, languages and mishaps as they come.

`tests/data/harbour-intervision.txt` is plain-mode input; its first line holds the words of the command.
"""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from harbour_people import PEOPLE
from markdown_it import MarkdownIt
from markdown_it.token import Token

_FILE = Path(__file__).parent / "data" / "harbour-intervision.txt"
_ALL = _FILE.read_text(encoding="utf-8").splitlines()

WORDS = shlex.split(_ALL[0].removeprefix("#!"))
"""`run intervision --people … --now`"""

LINES = [line for line in _ALL if not line.startswith("#!")]
"""What is typed, a line each."""


STRUCK = "this line should not have been written: the treasurer's nephew has the contract"

REHEARSED = (*WORDS, "--rehearse", "--speed", "0")

_STAGES = (
    "Arrive",
    "Case told",
    "Clarify",
    "Reflective pause",
    "Reflections offered",
    "Open discussion",
    "Power lens",
    "Takeaways and next steps",
    "Journalling",
    "Close",
)
_DATES = re.compile(r" (by Friday|due 2026-12-01|in 2 weeks)$")


def recorded() -> list[tuple[str, str, str]]:
    """The lines to be found in the minutes: (stage, mark, words as typed without mark, name, owner, date)."""
    found: list[tuple[str, str, str]] = []
    stage, before = 0, 0
    for line in LINES:
        if line == "/next":
            before, stage = stage, stage + 1
        elif line == "/undo":
            stage = before
        elif line == "/strike":
            found.pop()
        elif not line.startswith("/"):
            found.append((_STAGES[stage], *_words(line)))
    return found


def _words(line: str) -> tuple[str, str]:
    mark = line[0] if line[:2] in ("? ", "! ", "= ", "> ", "~ ") else ""
    text = line[2:] if mark else line
    head, colon, rest = text.partition(": ")
    if colon and any(head in (person, *person.split()) for person in PEOPLE):
        text = rest
    if mark == ">":
        text = _DATES.sub("", text)
        text = re.sub(r"( @\w+)+$", "", text)
    return mark, text


SECTIONS = {"?": "Questions", "!": "Takeaways", "=": "Decisions", ">": "Next steps"}


def read_minutes(markdown: str) -> dict[str, list[str]]:
    """The items of the minutes under their headings, as a GitHub-like reader shows them."""
    tokens = MarkdownIt("gfm-like").parse(markdown)
    found: dict[str, list[str]] = {}
    heading, place = "", ""
    for number, token in enumerate(tokens):
        if token.type == "heading_open":
            words = _shown(tokens[number + 1])
            heading, place = (words, words) if token.tag != "h3" else ("Notes", words.rpartition(" · ")[0])
            found.setdefault(place, [])
        elif token.type == "list_item_open":
            inline = next(one for one in tokens[number:] if one.type == "inline")
            found.setdefault(place or heading, []).append(_shown(inline))
    return found


def _shown(inline: Token) -> str:
    said = ""
    for token in inline.children or []:
        assert token.type not in ("html_inline", "link_open", "em_open", "image", "s_open"), token
        said += token.content
    return said


def without_clock(markdown: str) -> str:
    """The minutes without times of day and without dates, which differ from one run to the next."""
    text = re.sub(r"\b\d\d:\d\d\b", "HH:MM", markdown)
    days = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
    return re.sub(rf"\b(?:{days}) \d+ \w+ \d{{4}}\b", "DATE", text)
