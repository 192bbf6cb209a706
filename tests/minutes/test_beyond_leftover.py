"""What the check lists besides names: addresses, numbers, links, the pod's words, capital letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.minutes.beyond.leftover import LEFT_OUT, Check
from facilitator.pod.ordinary import ordinary_words

ROLES = {"Dolores Quispe Mamani": "the case giver", "Ann Otieno": "a member", "Amina Diallo": "the chair"}


def hits(text: str, **more: object) -> list[tuple[str, str, str]]:
    check = Check(ROLES, ordinary=ordinary_words(), **more)  # type: ignore[arg-type]
    return [(hit.surface, hit.kind, hit.offered) for hit in check.hits(text)]


def surfaces(text: str, **more: object) -> list[str]:
    return [surface for surface, _kind, _offered in hits(text, **more)]


@pytest.mark.parametrize(
    ("text", "surface", "kind"),
    [
        ("write to ann.otieno@coop.example, please", "ann.otieno@coop.example", "email"),
        ("write to 李娜@例え.テスト.", "李娜@例え.テスト", "email"),
        ("call +221 77 123 45 67.", "+221 77 123 45 67", "phone"),
        ("call (077) 123-4567 now", "(077) 123-4567", "phone"),
        ("call 0771234567", "0771234567", "phone"),
        ("call ٠٧٧١٢٣٤٥٦٧", "٠٧٧١٢٣٤٥٦٧", "phone"),
        ("see https://coop.example/a?b=c#d, then", "https://coop.example/a?b=c#d", "link"),
        ("see www.coop.example/minutes.", "www.coop.example/minutes", "link"),
        ("see coop.example", "coop.example", "link"),
        ("on t.me/seedpod", "t.me/seedpod", "link"),
        ("mailto:x@y.example now", "mailto:x@y.example", "link"),
        ("ask @seed_pod there", "@seed_pod", "handle"),
        ("ask ＠seedpod there", "＠seedpod", "handle"),
        ("ask seedpod#1234 there", "seedpod#1234", "handle"),
    ],
)
def test_how_somebody_can_be_reached_is_listed_as_one_thing(text: str, surface: str, kind: str) -> None:
    assert [(said, what) for said, what, _offered in hits(text)] == [(surface, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "by 2026-12-01",
        "S/ 40,000",
        "1,000,000 seeds",
        "19:00–20:02",
        "§ 14 (2)",
        "e.g. this",
        "3.5 to 4.5",
        "38",
    ],
)
def test_dates_amounts_and_times_are_no_phone_numbers(text: str) -> None:
    assert surfaces(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("invite the Puno seed bank", ["Puno"]),
        ("Puno owned it", ["Puno"]),
        ("the San Marcos Women's Fund pays", ["San Marcos Women's Fund"]),
        ("we asked UNHCR and Farm Radio", ["UNHCR", "Farm Radio"]),
        ("she uses WhatsApp and iPhone", ["WhatsApp", "iPhone"]),
        ("at Potosí's office", ["Potosí's"]),
        ("in Düsseldorf-Bilk", ["Düsseldorf-Bilk"]),
        ("в Москве решили", ["Москве"]),
        ("We move it. Who decides? Ask them", []),
        ("do NOT move it", []),
        ("by Friday 4 December", []),
        ("I think I'm late", []),
    ],
)
def test_words_with_a_capital_letter_are_listed_where_they_may_be_a_name(text: str, found: list[str]) -> None:
    assert surfaces(text) == found


def test_what_a_person_leaves_of_a_capitalised_name_is_still_listed() -> None:
    assert hits("the Amina Diallo Prize in Puno") == [
        ("Amina Diallo", "person", "the chair"),
        ("Prize", "capital", LEFT_OUT),
        ("Puno", "capital", LEFT_OUT),
    ]


def test_words_of_the_pod_are_found_in_any_form_and_offered_what_was_decided() -> None:
    glossary = {"Puno": "a region", "seed bank": "a group", "Amina Fund": "a fund"}
    assert hits("the seed-banks of PUNO, puno's, the Amina Fund", glossary=glossary) == [
        ("seed-banks", "word", "a group's"),
        ("PUNO", "word", "a region"),
        ("puno's", "word", "a region's"),
        ("Amina Fund", "word", "a fund"),
    ]


def test_people_are_offered_as_their_roles_in_the_form_that_stands_there() -> None:
    assert hits("Dolores says. Ann's plan, with dolores and Fatous", known=["Fatou Sow", "Ann Otieno"]) == [
        ("Dolores", "person", "The case giver"),
        ("Ann's", "person", "A member's"),
        ("dolores", "person", "the case giver"),
        ("Fatous", "known", "somebody else's"),
    ]


@given(st.text(max_size=60))
def test_hits_are_in_order_share_no_letter_and_stand_where_they_say(text: str) -> None:
    end = 0
    for hit in Check(ROLES, ["Fatou Sow"], {"seed bank": ""}).hits(text):
        assert end <= hit.start < hit.end
        assert text[hit.start : hit.end] == hit.surface
        assert hit.offered
        end = hit.end
