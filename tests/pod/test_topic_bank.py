"""Topics, practices and contacts as short TOML lists; the topic bank remembers what was used."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.agenda.edit.lines import NotEditableError
from facilitator.agenda.problem import AgendaError
from facilitator.pod.lists import Contact, Practice, Topic, parse_contacts, parse_practices, parse_topics
from facilitator.pod.topics import (
    add_topic,
    by_use,
    find_topic,
    in_words,
    keep_used,
    lines,
    mark_used,
    read_topics,
    topics_of,
    with_new,
)

BANK = """# Ours.
format = 1

# Asked for by many.
[[topic]]
title = "Saying no"   # to whom?
used = [2026-03-02]

[[topic]]
title = "Who speaks in our meetings"
about = "And who does not."

[[topic]]
title = "Money"
used = [2026-01-12, 2026-10-05] # twice
"""
DAY = date(2026, 11, 21)
TITLES = st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=20)


def topics(text: str = BANK) -> tuple[Topic, ...]:
    return parse_topics(text.encode(), "topics.toml")


def test_topics_never_used_come_first_and_the_last_used_last() -> None:
    assert [topic.title for topic in by_use(topics())] == ["Who speaks in our meetings", "Saying no", "Money"]
    assert in_words(topics()[2]) == "Money (used on Monday 5 October 2026)"
    assert in_words(topics()[1]) == "Who speaks in our meetings"


def test_marking_a_topic_changes_its_row_and_nothing_else() -> None:
    marked = mark_used(BANK, "money", DAY)
    assert "used = [2026-01-12, 2026-10-05, 2026-11-21] # twice" in marked
    assert marked.replace(", 2026-11-21", "") == BANK
    marked = mark_used(BANK, "who speaks in our MEETINGS", DAY)
    assert marked == BANK.replace('not."\n', 'not."\nused = [2026-11-21]\n')
    assert mark_used(marked, "Who speaks in our meetings", DAY) == marked
    with pytest.raises(KeyError):
        mark_used(BANK, "Elsewhere", DAY)


def test_a_bank_written_in_one_row_is_left_alone() -> None:
    text = 'format = 1\ntopic = [{ title = "Money" }]\n'
    with pytest.raises(NotEditableError):
        mark_used(text, "Money", DAY)
    with pytest.raises(NotEditableError):
        with_new(text, [Topic(title="New")])


def test_new_topics_join_at_the_end_and_those_there_keep_their_days() -> None:
    text, count = with_new(BANK, [Topic(title="MONEY"), Topic(title='A "no"', about="李娜", used=(DAY,))])
    assert count == 1
    assert text.startswith(BANK)
    assert find_topic(topics(text), 'a "no"') == Topic(title='A "no"', about="李娜", used=(DAY,))
    assert with_new(BANK, topics()) == (BANK, 0)


@given(st.lists(TITLES, unique_by=str.casefold))
def test_a_bank_made_of_topics_says_just_these(titles: list[str]) -> None:
    wanted = tuple(Topic(title=title) for title in titles)
    text, count = with_new("", wanted)
    assert count == len(wanted)
    assert topics(text) == wanted


def test_the_file_at_home_is_marked_and_stays_private(tmp_path: Path) -> None:
    assert read_topics(tmp_path) == ()
    file = tmp_path / "topics.toml"
    file.write_bytes(b"\xef\xbb\xbf" + BANK.encode())
    keep_used(tmp_path, "Money", DAY)
    assert DAY in read_topics(tmp_path)[2].used
    assert file.stat().st_mode & 0o777 == 0o600


def test_practices_and_contacts_are_read_strictly() -> None:
    assert parse_practices(b'format = 1\n[[practice]]\nname = "Ask first"\n', "p") == (
        Practice(name="Ask first"),
    )
    text = 'format = 1\n[[contact]]\nfor = "something serious"\nname = "Fatou"\nreach = "+221 33"\n'
    assert parse_contacts(text.encode(), "c") == (
        Contact(name="Fatou", reach="+221 33", concern="something serious"),
    )


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ('format = 1\n[[topic]]\ntitel = "x"\n', "t.toml:3:1", "Did you mean “title”?"),
        ("format = 1\n[[topic]]\n", "t.toml:2:1", "“title” is missing"),
        ('format = 1\n[[topic]]\ntitle = "x"\nused = ["2026"]\n', "t.toml:4:8", "a list of days"),
        (
            'format = 1\n[[topic]]\ntitle = "x"\n[[topic]]\ntitle = "X"\n',
            "t.toml:5:9",
            "in this list already",
        ),
        ('format = 1\n[topic]\ntitle = "x"\n', "t.toml:2:1", "two brackets"),
        ('format = 2\n[[topic]]\ntitle = "x"\n', "t.toml:1:10", "newer version"),
        ('title = "x"\n', "t.toml:1:1", "It belongs below [[topic]]."),
        ("format = \n", "t.toml:1:10", "A value is missing"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, place: str, words: str) -> None:
    with pytest.raises(AgendaError) as told:
        parse_topics(text.encode(), "t.toml")
    assert place in str(told.value)
    assert words in str(told.value)


def test_until_the_pod_has_a_list_those_of_the_program_stand_in_for_it(tmp_path: Path) -> None:
    shipped = topics_of(tmp_path)
    assert len(shipped) > 5
    assert all(topic.about.endswith("?") and not topic.used for topic in shipped)
    assert list(tmp_path.iterdir()) == []
    keep_used(tmp_path, shipped[0].title, DAY)
    mine = topics_of(tmp_path)
    assert (mine[-1].title, mine[-1].used) == (shipped[0].title, (DAY,))
    assert len(mine) == len(shipped)
    assert str(tmp_path / "topics.toml") in lines(tmp_path)[-1]


def test_a_topic_is_added_once_and_a_new_one_that_is_used_is_added(tmp_path: Path) -> None:
    (tmp_path / "topics.toml").write_text(BANK, "utf-8")
    assert add_topic(tmp_path, "Night shifts", "What do they take?")
    assert not add_topic(tmp_path, "NIGHT shifts")
    keep_used(tmp_path, '李娜\'s "own"', DAY)
    text = (tmp_path / "topics.toml").read_text("utf-8")
    assert text.startswith(BANK)
    assert [topic.title for topic in topics_of(tmp_path)][:2] == [
        "Who speaks in our meetings",
        "Night shifts",
    ]
    assert find_topic(topics_of(tmp_path), '李娜\'s "own"') == Topic(title='李娜\'s "own"', used=(DAY,))


def test_the_list_is_light_to_read() -> None:
    code = "import sys, facilitator.pod.topics; print({'tomlkit', 'tree_sitter'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
