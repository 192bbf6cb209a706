"""The guide to agenda files says all that a file may say, and what it shows is true."""

import re
from pathlib import Path

from facilitator.agenda import check
from facilitator.agenda.banks import parse_bank, shipped_bank_names
from facilitator.agenda.library import find, shipped_names
from facilitator.agenda.model import CAMERAS, KINDS, PLACES
from facilitator.agenda.read import parse_agenda
from facilitator.agenda.sentences import PLACEHOLDERS

GUIDE = (Path(__file__).parents[2] / "docs" / "agendas.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```toml\n(.*?)```", GUIDE, re.DOTALL)


def test_every_key_and_every_word_a_key_can_hold_is_told() -> None:
    for key in (*check._TOP, *check._STAGE, *check._GROUP):
        assert f"`{key}`" in GUIDE or key == "stage"
    for word in (*KINDS, *CAMERAS, *PLACES):
        assert f'"{word}"' in GUIDE or f"`{word}`" in GUIDE
    for placeholder in PLACEHOLDERS:
        assert f"`{{{placeholder}}}`" in GUIDE
    for bank in shipped_bank_names():
        assert f"`{bank}`" in GUIDE


def test_the_library_is_listed_with_its_sizes_and_minutes() -> None:
    rows = re.findall(r"^\| `([\w-]+)` \| [^|]+ \| ([^|]+) \| (\d+) \|$", GUIDE, re.MULTILINE)
    listed = {name: (people, int(minutes)) for name, people, minutes in rows}
    assert sorted(listed) == shipped_names()
    for name in shipped_names():
        agenda = find(name)
        low, high = agenda.group.min, agenda.group.max
        people = f"{low} and more" if high is None else str(low) if low == high else f"{low}–{high}"
        assert listed[name] == (people, agenda.minutes)


def test_its_examples_are_read() -> None:
    small, block, bank, vote = EXAMPLES
    assert parse_agenda(small.encode(), "our-evening.toml").name == "our-evening"
    top = 'format = 1\ntitle = "Ours"\n'
    assert len(parse_agenda((top + block).encode(), "ours.toml").stages) == 2
    assert len(parse_bank(bank.encode(), "evening.toml").questions) == 2
    stage = '[[stage]]\nid = "a"\nname = "A"\nkind = "talk"\nsay = "Hi."\n'
    assert parse_agenda((top + stage + vote).encode(), "ours.toml").stages[0].vote == (5, 2, 1)


def test_its_links_lead_to_its_headings() -> None:
    headings = {
        re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")
        for title in re.findall(r"^## (.+)$", GUIDE, re.MULTILINE)
    }
    assert set(re.findall(r"\(#([\w-]+)\)", GUIDE)) <= headings
