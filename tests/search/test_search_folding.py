"""Words are compared as names are: accents and case count for nothing; some scripts have no spaces."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from facilitator.capture.names import name_key
from facilitator.search.folding import tokens, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ní Dhálaigh", ["ni", "dhalaigh"]),
        ("Otieno-Brandt’s", ["otieno", "brandt", "s"]),
        ("Straße ＡＢＣ ﬁne", ["strasse", "abc", "fine"]),
        ("“who decides?” — 50 %", ["who", "decides", "50"]),
        ("我看到李娜。", ["我", "看", "到", "李", "娜"]),
        ("がんばる", ["か", "ん", "は", "る"]),
        ("한국은", ["한", "국", "은"]),
        ("ประชุม", ["ป", "ร", "ะ", "ช", "ม"]),
        ("किरण कारण", ["किरण", "कारण"]),
        ("€50 👍🏽 →", ["€", "50", "👍", "🏽", "→"]),
        ("co\u00adoperate a_b", ["cooperate", "a", "b"]),
        ("\x00\x1b[31m", ["31m"]),
        ('NEAR( "a" AND -b* ^c : d {e}', ["near", "a", "and", "b", "c", "d", "e"]),
        ("Łódź, Sørensen, Œuvre, Đặng", ["lodz", "sorensen", "oeuvre", "dang"]),
        ("Ɗan Ƙano, Ɛkua, Ŋgọzi", ["dan", "kano", "ekua", "ngozi"]),
        ("Ka\u02bciulani ka'iulani", ["ka", "iulani", "ka", "iulani"]),
        ("", []),
    ],
)
def test_a_text_is_its_folded_words(text: str, words: list[str]) -> None:
    assert tokens(text) == words


@given(st.text(max_size=30))
@example("İI ıi")
def test_case_and_form_of_the_letters_do_not_matter(text: str) -> None:
    assert tokens(text.casefold()) == tokens(text)


@given(st.text(max_size=20), st.text(max_size=20))
def test_names_that_are_the_same_are_the_same_words(one: str, other: str) -> None:
    if name_key(one) == name_key(other):
        assert tokens(one) == tokens(other)
    assert tokens(name_key(one)) == tokens(one)


latin = st.one_of(
    st.characters(max_codepoint=0x17F),
    st.characters(min_codepoint=0x300, max_codepoint=0x36F),
    st.characters(min_codepoint=0x2010, max_codepoint=0x2027),
)


@given(st.text(latin, max_size=30))
def test_plain_letters_take_a_short_way_to_the_same_words(text: str) -> None:
    assert [*tokens(text), "李"] == tokens(f"{text} 李")


@given(st.lists(st.one_of(st.text(latin, max_size=12), st.text(max_size=4), st.just("a\nb")), max_size=6))
def test_many_texts_at_once_are_the_same_words(texts: list[str]) -> None:
    assert [words.split() for words in words_of(texts)] == [tokens(text) for text in texts]


@given(st.lists(st.text(max_size=12), max_size=6))
def test_sqlite_parts_the_words_no_further(texts: list[str]) -> None:
    words = [one for text in texts for one in tokens(text)]
    assert all(one and one.isspace() is False and '"' not in one for one in words)
    sql = sqlite3.connect(":memory:")
    sql.execute("CREATE VIRTUAL TABLE t USING fts5 (a, tokenize='ascii')")
    sql.execute("CREATE VIRTUAL TABLE v USING fts5vocab (t, 'instance')")
    sql.execute("INSERT INTO t VALUES (?)", (" ".join(words),))
    assert [row[0] for row in sql.execute("SELECT term FROM v ORDER BY offset")] == words
    sql.close()
