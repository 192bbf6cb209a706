"""No name passes the check, however it is written; each is found with what belongs to it."""

from __future__ import annotations

import pytest
from harbour_people import PEOPLE as HARBOUR
from hypothesis import example, given, settings
from name_texts import Drawn, named_texts, rosters

from facilitator.minutes.beyond.leftover import Check
from facilitator.minutes.beyond.names import Entry, Names

PEOPLE = (
    *HARBOUR,
    "Bintou Sow",
    "Grace",
    "Will Mars",
    "王小明",
    "佐藤 花子",
    "김민수",
    "สมชาย ใจดี",
    "فاطمة الزهراء",
    "Łukasz Müller",
    "Søren O'Brien",
    "Ольга Иванова",
    "Maria de la Cruz",
)
roomy = settings(deadline=None, max_examples=400)


def found(text: str, people: tuple[str, ...] = PEOPLE) -> list[tuple[str, tuple[str, ...]]]:
    matches = Names(map(Entry, people)).find(text)
    return [(text[one.start : one.end], tuple(people[number] for number in one.entries)) for one in matches]


def unflagged(drawn: Drawn) -> str:
    """What of the name that was put into the text no hit covers."""
    check = Check(dict.fromkeys(drawn.people, "a member"))
    covered = {place for hit in check.hits(drawn.text) for place in range(hit.start, hit.end)}
    places = range(drawn.start, drawn.start + len(drawn.said))
    return "".join(
        drawn.text[place] for place in places if place not in covered and drawn.text[place].isalnum()
    )


@roomy
@given(named_texts())
@example(Drawn(("Bríd Ní Dhálaigh",), "so Ni Dhalaigh said", 3, "Ni Dhalaigh"))
@example(Drawn(("李娜",), "我看到李娜一个", 3, "李娜"))
def test_no_name_and_no_part_of_one_passes_unflagged(drawn: Drawn) -> None:
    assert unflagged(drawn) == ""


@roomy
@given(rosters)
def test_every_full_name_is_taken_for_its_own_person(people: tuple[str, ...]) -> None:
    names = Names(map(Entry, people))
    for number, name in enumerate(people):
        meant = {entry for match in names.find(f"x: {name}.") for entry in match.entries}
        assert number in meant


@pytest.mark.parametrize(
    ("text", "surface", "who"),
    [
        ("Annabel's idea", "Annabel's", "Annabel Otieno-Brandt"),
        ("Annabels Idee", "Annabels", "Annabel Otieno-Brandt"),
        ("Bintous Frage", "Bintous", "Bintou Sow"),
        ("with ANNABEL", "ANNABEL", "Annabel Otieno-Brandt"),
        ("Ni Dhalaigh wrote", "Ni Dhalaigh", "Bríd Ní Dhálaigh"),
        ("NÍ DHÁLAIGH wrote", "NÍ DHÁLAIGH", "Bríd Ní Dhálaigh"),
        ("a Bhríd, a chara", "Bhríd", "Bríd Ní Dhálaigh"),
        ("ask Brandt", "Brandt", "Annabel Otieno-Brandt"),
        ("ask otienobrandt", "otienobrandt", "Annabel Otieno-Brandt"),
        ("B. Ní Dhálaigh", "B. Ní Dhálaigh", "Bríd Ní Dhálaigh"),
        ("see D.Q.M. for it", "D.Q.M", "Dolores Quispe Mamani"),
        ("z Aminą i Aminy", "Aminą", "Amina Diallo"),
        ("Mueller agrees", "Mueller", "Łukasz Müller"),
        ("Lukasz agrees", "Lukasz", "Łukasz Müller"),
        ("Soren agrees", "Soren", "Søren O'Brien"),
        ("OBrien agrees", "OBrien", "Søren O'Brien"),
        ("с Ольгой", "Ольгой", "Ольга Иванова"),
        ("我看到李娜一个没有主人的决定", "李娜", "李娜"),
        ("小明说", "小明", "王小明"),
        ("王老师说", "王老师", "王小明"),
        ("花子さん", "花子さん", "佐藤 花子"),
        ("민수가 말했다", "민수", "김민수"),
        ("คุณสมชายบอกว่า", "สมชาย", "สมชาย ใจดี"),
        ("وقالت فاطمه", "فاطمه", "فاطمة الزهراء"),
        ("قلنا لفاطمة", "لفاطمة", "فاطمة الزهراء"),
        ("fatou, bintou_sow", "bintou_sow", "Bintou Sow"),
        ("An\u200bna\u200bbel said", "An\u200bna\u200bbel", "Annabel Otieno-Brandt"),
        ("he trusted in grace", "grace", "Grace"),
        ("we will see", "will", "Will Mars"),
        ("on Mars", "Mars", "Will Mars"),
    ],
)
def test_a_name_is_found_with_what_belongs_to_it(text: str, surface: str, who: str) -> None:
    hits = dict(found(text))
    assert surface in hits, hits
    assert who in hits[surface]


@pytest.mark.parametrize("text", ["annual leave", "the dialogue", "a maths test", "de la mar", "intou"])
def test_other_words_that_only_look_alike_are_let_by(text: str) -> None:
    assert found(text) == []


def test_who_can_be_meant_by_a_part_of_two_names_is_told_the_better_fit_first() -> None:
    assert found("Otieno") == [("Otieno", ("Ann Otieno",))]
    assert found("Otieno", ("Ann Otieno", "Bea Otieno")) == [("Otieno", ("Ann Otieno", "Bea Otieno"))]
    assert found("Ann Otieno") == [("Ann Otieno", ("Ann Otieno",))]
    assert found("Annabel Otieno") == [("Annabel Otieno", ("Annabel Otieno-Brandt",))]


def test_two_people_side_by_side_are_two_hits() -> None:
    assert [said for said, _who in found("Grace Amina Diallo")] == ["Grace", "Amina Diallo"]


def test_a_small_word_of_everyday_language_is_no_name_with_an_ending() -> None:
    check = Check({"Mark Will": "a member"}, ordinary=frozenset({"market", "willing"}))
    assert [hit.surface for hit in check.hits("the market, willing; Market, marks")] == ["Market", "marks"]


def test_words_of_the_glossary_count_only_together() -> None:
    names = Names([Entry("Puno seed bank", together=True)])
    text = "PUNO Seed-Banks, the seed bank, Puno"
    assert [text[one.start : one.end] for one in names.find(text)] == ["PUNO Seed-Banks"]
