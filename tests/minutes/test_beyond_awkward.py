"""Names, places and numbers as people really write them: what is listed, and what is let by."""

from __future__ import annotations

from unicodedata import category

import pytest

from facilitator.minutes.beyond.leftover import LEFT_OUT, Check, Hit
from facilitator.pod.ordinary import ordinary_words, shipped_phrases
from facilitator.pod.places import known_places

PEOPLE = (
    "Amina Diallo",
    "Bríd Ní Dhálaigh",
    "李娜",
    "Dolores Quispe Mamani",
    "Ann Otieno",
    "Annabel Otieno-Brandt",
    "فاطمة الزهراء",
    "Ольга Иванова",
    "Yiğit Şahin",
)


def check(among_capitals: bool = False) -> Check:
    return Check(
        dict.fromkeys(PEOPLE, "a member"),
        ["Fatou Sow"],
        {"Puno": "a region"},
        ordinary_words(),
        known_places(),
        phrases=shipped_phrases(),
        among_capitals=among_capitals,
    )


def hits(text: str, among_capitals: bool = False) -> list[Hit]:
    return check(among_capitals).hits(text)


def kinds(text: str, among_capitals: bool = False) -> list[tuple[str, str]]:
    return [(hit.surface, hit.kind) for hit in hits(text, among_capitals)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("O'Dhálaigh's paper", "O'Dhálaigh's"),
        ("Nic Dhálaigh", "Dhálaigh"),
        ("nidhalaigh wrote", "nidhalaigh"),
        ("李娜女士说", "李娜女士"),
        ("小娜说", "小娜"),
        ("李说不行", "李说"),
        ("otieno brandt", "otieno brandt"),
        ("OTIENO BRANDT", "OTIENO BRANDT"),
        ("Annabels Idee", "Annabels"),
        ("Annabelin ajatus", "Annabelin"),
        ("Annabel'den geldi", "Annabel'den"),
        ("Ольгиным планом", "Ольгиным"),
        ("لفاطمه", "لفاطمه"),
        ("A.O.-B. says", "A.O.-B"),
        ("a.o.b. says", "a.o.b"),
        ("Annabel O.-B. says", "Annabel O.-B"),
        ("Annabel O. says", "Annabel O"),
        ("A n n a b e l says", "A n n a b e l"),
        ("a-n-n-a-b-e-l", "a-n-n-a-b-e-l"),
        ("A.n.n.a.b.e.l", "A.n.n.a.b.e.l"),
        ("Anna bel says", "Anna bel"),
        ("Ann-abel says", "Ann-abel"),
        ("theannabelplan", "theannabelplan"),
        ("#AnnabelRocks", "AnnabelRocks"),
        ("annabel_rocks", "annabel"),
        ("Ann\u00adabel", "Ann\u00adabel"),
        ("Ann\u200d\u2060abel", "Ann\u200d\u2060abel"),
        ("A\u0301nnabel", "A\u0301nnabel"),
        ("Ａｎｎａｂｅｌ", "Ａｎｎａｂｅｌ"),
        ("Ⓐⓝⓝⓐⓑⓔⓛ", "Ⓐⓝⓝⓐⓑⓔⓛ"),
        ("ŞAHİN", "ŞAHİN"),
        ("Otieno, Ann", "Otieno, Ann"),
        ("1Ann2", "1Ann2"),
        ("write to annabel (at) coop dot org", "annabel (at) coop"),
        ("write to annabel at coop dot org", "annabel at coop dot org"),
    ],
)
def test_no_way_of_writing_a_name_passes(text: str, name: str) -> None:
    covered = {place for hit in hits(text) for place in range(hit.start, hit.end)}
    start = text.index(name)
    letters = [place for place in range(start, start + len(name)) if category(text[place])[0] in "LNS"]
    assert letters
    assert [text[place] for place in letters if place not in covered] == []


@pytest.mark.parametrize(
    ("text", "name", "people"),
    [
        ("ask Annie", "Annie", ("Annabel Otieno-Brandt", "Ann Otieno")),
        ("ask Bella", "Bella", ("Annabel Otieno-Brandt",)),
        ("ask Dolly", "Dolly", ("Dolores Quispe Mamani",)),
        ("ask Zuleika", "Zuleika", ()),
    ],
)
def test_what_a_word_may_be_short_for_is_told(text: str, name: str, people: tuple[str, ...]) -> None:
    (hit,) = hits(text)
    assert hit.surface == name
    assert set(hit.people) <= set(people)
    assert bool(hit.people) == bool(people)


def test_a_short_form_of_one_person_is_offered_her_role() -> None:
    assert [hit.offered for hit in hits("ask Dolly and Zuleika")] == ["a member", LEFT_OUT]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the nairobi office", [("nairobi", "place")]),
        ("kenyans and the peruvian board", [("kenyans", "place"), ("peruvian", "place")]),
        ("nigeria's farms", [("nigeria", "place")]),
        ("une femme sénégalaise", [("sénégalaise", "place")]),
        ("in cote d’ivoire", [("cote d’ivoire", "place")]),
        ("LA PAZ, hong kong", [("LA PAZ", "place"), ("hong kong", "place")]),
        ("she speaks swahili", [("swahili", "place")]),
        ("在内罗毕开会", [("内罗毕", "place")]),
        ("نجتمع في السنغال", [("السنغال", "place")]),
        ("ケニアで会う", [("ケニア", "place")]),
        ("the village of ndiobène", [("village of ndiobène", "place")]),
        ("the mayor of ndiobène", [("mayor of ndiobène", "office")]),
        ("the minister of water", [("minister of water", "office")]),
        ("the ministry of water", [("ministry of water", "organisation")]),
        ("la universidad de cuzco", [("universidad de cuzco", "organisation")]),
        ("at 12 moi avenue", [("12 moi avenue", "address")]),
        ("rue de la paix 5", [("rue de la paix 5", "address")]),
        ("p.o. box 123", [("p.o. box 123", "address")]),
        ("plot 14, kiambu road", [("plot 14", "address"), ("kiambu road", "address")]),
        ("she is 34 years old", [("34 years old", "age")]),
        ("a 34-year-old", [("34-year-old", "age")]),
        ("aged 34", [("aged 34", "age")]),
        ("turned 40 in May", [("turned 40", "age")]),
        ("DE89 3704 0044 0532 0130 00", [("DE89 3704 0044 0532 0130 00", "number")]),
        ("gb29nwbk60161331926819", [("gb29nwbk60161331926819", "number")]),
        ("at -1.2921, 36.8219", [("-1.2921, 36.8219", "number")]),
        ("077_123_4567", [("077_123_4567", "phone")]),
        ("077 / 123 45 67", [("077 / 123 45 67", "phone")]),
        ("call 12 34 56", [("12 34 56", "phone")]),
        ("wa.me/221771234567", [("wa.me/221771234567", "link")]),
        ("in #seedbanks", [("#seedbanks", "handle")]),
        ("ask the WHO", [("WHO", "capital")]),
        ("US decides", [("US", "capital")]),
    ],
)
def test_places_offices_and_numbers_are_listed_in_small_letters_too(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert kinds(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("王芳 agrees", ["王芳"]),
        ("王小明 agrees", ["王小明"]),
        ("ask سعاد about it", ["سعاد"]),
        ("ask สมหญิง about it", ["สมหญิง"]),
        ("רות said it", ["רות"]),
        ("谢谢王芳女士", ["谢王芳女士"]),
        ("تحدثت السيدة سعاد حسين", ["السيدة سعاد حسين"]),
        ("田中さんに聞く", ["田中さん"]),
        ("皆さんに聞く", []),
        ("श्रीमती गीता ने कहा", ["श्रीमती गीता ने"]),
        ("我们下个月再决定", []),
        ("نقرر في الشهر القادم", []),
    ],
)
def test_names_without_capitals_are_listed_where_they_stand_out(text: str, found: list[str]) -> None:
    assert [surface for surface, kind in kinds(text) if kind == "script"] == found


def test_in_a_text_with_capitals_every_other_script_is_listed() -> None:
    assert kinds("谢谢王芳", among_capitals=True) == [("谢谢王芳", "script")]
    assert kinds("the 1º step, ½ done", among_capitals=True) == []


@pytest.mark.parametrize(
    "text",
    [
        "A decision without an owner and a date is a wish",
        "Say the number first, then the story",
        "Don't call it a problem; call it a question",
        '"Papers" and "mood" are prepared by different people',
        "Who decides? Who pays? Who owns it? WHO PAYS?",
        "I'm going to write one page by Friday 1 December",
        "Rotate the chair each month. Delegation is work.",
        "OK, we do it this way; YES to a shorter agenda",
        "Use the Power lens before Takeaways and next steps",
        "The road is long; school of thought, state of the art, on the road again",
        "She turned 40 pages in 2 hours; rooms 3 and 4",
        "Version 2.3.4 of it, §14 (2), 19:00–20:30, 2026-12-01, 10-12-26".replace("Version", "The version"),
        "La reunión empieza a las 9; cada una lleva una pregunta",
        "Une décision sans date reste un vœu",
        "we vote early, more in the south, heard from the soul, polish the text",
        "e.g. this, i.e. that, 3 a.m.",
        "examination, contamination, annotate, announce",
    ],
)
def test_everyday_lines_are_let_by(text: str) -> None:
    assert kinds(text) == []


def test_a_long_line_takes_no_long_time_to_come_through() -> None:
    # Each of these made one of the patterns look at every part of the line for every other part.
    for text in ("a-" * 4000, "1 " * 4000, "d'" * 4000, "x@" * 3000, "1-" * 4000, "village of de " * 500):
        assert len(hits(text)) <= len(text)
