"""What `agenda fit` and `agenda show --sheet | --prepare` print, word for word where it is ours."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from awkward_agendas import REPEATED
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from facilitator.agenda.fit import fit
from facilitator.agenda.library import find, shipped_names
from facilitator.agenda.model import Agenda, Group, Stage
from facilitator.agenda.prepare import prepare
from facilitator.agenda.read import parse_agenda
from facilitator.agenda.sheet import LINES, WIDTH, sheet
from facilitator.agenda.show_fit import show_fit
from facilitator.agenda.timetable import time_at, timetable
from facilitator.words.wrap import wrapped

INTERVISION = find("intervision")
SEVEN = datetime(2026, 11, 21, 19, 0, tzinfo=ZoneInfo("Africa/Dakar"))

PLAIN = Agenda(
    title="Ours",
    group=Group(min=2, best=4, max=6),
    stages=(
        Stage(id="a", name="Arrive", kind="round", per_person=1, say="Welcome, {name}."),
        Stage(id="t", name="Talk", kind="talk", minutes=10, say="Go on.", say_stop="Stop, {giver}."),
        Stage(id="o", name="Ørsted's 李 lens", kind="talk", minutes=5, say="If you like.", optional=True),
        Stage(id="c", name="Capture", kind="capture", minutes=6, say="And now?", protected=True),
    ),
)


def test_a_fit_says_when_what_begins_and_what_became_of_it() -> None:
    assert show_fit(PLAIN, 4, 16 * 60, SEVEN) == [
        "Ours, 4 people, 19:00 to 19:16, 16 minutes.",
        "",
        "19:00  3 min  Arrive            instead of 4 min",
        "19:03  7 min  Talk              instead of 10 min",
        "              Ørsted's 李 lens  left out",
        "19:10  6 min  Capture           keeps its time",
        "19:16         end",
        "",
        "By itself it takes 25 minutes with 4 people.",
        "2 stages are shorter, to end in time.",
        "These keep their time: Capture.",
        "Ørsted's 李 lens is left out: it is optional, and the time is too short for it.",
    ]


def test_what_cannot_fit_says_why_and_what_would_help() -> None:
    assert show_fit(PLAIN, 4, 8 * 60, SEVEN)[-3:] == [
        "Ørsted's 李 lens is left out: it is optional, and the time is too short for it.",
        "It cannot be done in 8 minutes. What keeps its time takes 6 minutes, "
        "all else at its shortest 6 minutes.",
        "It would run 4 minutes over. End later, or take an agenda with fewer stages.",
    ]


def test_a_fit_without_a_length_is_the_agenda_as_it_is() -> None:
    lines = show_fit(PLAIN, 0, None, None)
    assert lines[0] == "Ours, 4 people, 25 minutes."
    assert lines[2] == "00:00   4 min  Arrive"
    assert lines[-1] == "By itself it takes 25 minutes with 4 people."


def test_too_many_people_are_told_and_not_refused() -> None:
    assert "Ours is made for at most 6 people; you are 9. Two groups would give more time each." in show_fit(
        PLAIN, 9, None, None
    )


def test_a_repeated_stage_stands_there_each_time_with_its_own_length() -> None:
    lines = show_fit(parse_agenda(REPEATED.encode(), "x"), 4, 24 * 60, SEVEN)
    shares = [line for line in lines if "Share" in line]
    assert len(shares) == 2
    assert all("instead of 4 min" in line for line in shares)


@pytest.mark.parametrize("name", shipped_names())
@given(people=st.integers(1, 14), minutes=st.integers(5, 200) | st.none())
@settings(max_examples=4, deadline=None)
def test_the_timetable_adds_up_and_the_page_is_never_too_wide(
    name: str, people: int, minutes: int | None
) -> None:
    agenda = find(name)
    seconds = None if minutes is None else minutes * 60.0
    fitted = fit(agenda, people, max(people - 1, 1), seconds)
    rows = timetable(agenda, fitted, people)
    assert [row.begins for row in rows] == pytest.approx(
        [sum(one.seconds for one in rows[:place]) for place in range(len(rows))]
    )
    assert show_fit(agenda, people, seconds, SEVEN)
    lines = sheet(agenda, people, seconds=seconds, start=SEVEN)
    assert all(cell_len(line) <= WIDTH for line in lines)
    for row in rows:
        assert any(line.startswith(time_at(SEVEN, row.begins)) for line in lines)


def test_the_page_of_intervision_has_all_that_somebody_needs_who_takes_over() -> None:
    for people in (3, 5, 8):
        lines = sheet(INTERVISION, people, start=SEVEN)
        assert len(lines) <= LINES
        flat = " ".join(" ".join(lines).split())
        for stage in INTERVISION.stages:
            assert stage.name in flat
            opening = stage.say.split("{")[0].strip()
            assert opening in flat
        assert "19:00" in flat
        assert not any(brace in flat for brace in "{}")


def test_the_page_word_for_word() -> None:
    names = {"giver": "Dolores Quispe Mamani", "keeper": "李娜"}
    assert sheet(PLAIN, 4, start=SEVEN, names=names) == [
        "Ours · 19:00 to 19:25, 25 minutes · 4 people",
        "If the chair's line drops: whoever has this page goes on, by the clock.",
        "Chair: ____________ · Record keeper: 李娜 · Case giver: Dolores Quispe Mamani",
        "",
        "19:00  1 Arrive, 4 min (1 min each)",
        "       Open  Welcome, [name].",
        "",
        "19:04  2 Talk, 10 min",
        "       Open  Go on.",
        "       Stop  Stop, Dolores Quispe Mamani.",
        "",
        "19:14  3 Ørsted's 李 lens, 5 min",
        "       Open  If you like.",
        "",
        "19:19  4 Capture, 6 min",
        "       Open  And now?",
        "",
        "19:25  End",
        "",
        "[name] is the person whose turn it is, [next] the one after. Write takeaways and",
        "next steps down where you are; the record keeper puts them together.",
    ]


def test_without_a_start_the_page_counts_from_the_beginning() -> None:
    lines = sheet(PLAIN, 4)
    assert lines[4].startswith("00:00  1 Arrive")
    assert "Times count from the beginning." in " ".join(lines)


def test_a_repeated_stage_is_written_out_once() -> None:
    text = "\n".join(sheet(parse_agenda(REPEATED.encode(), "x"), 4, start=SEVEN))
    assert text.count("What do we think?") == 1
    assert "Help · 2 of 2" in text


def test_the_clock_of_a_page_goes_with_the_zone() -> None:
    late = datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    assert time_at(late, 60 * 60) == "02:30"


def test_the_case_giver_gets_four_questions() -> None:
    lines = prepare(INTERVISION)
    assert [line[:2] for line in lines if line[:1].isdecimal()] == ["1.", "2.", "3.", "4."]
    assert prepare(Agenda(title="Ours", stages=(PLAIN.stages[0],))) == [
        "Ours has no case giver, so there is nothing to prepare alone."
    ]


@given(st.text(max_size=200), st.integers(2, 40))
def test_wrapped_rows_fit_and_lose_no_word(text: str, width: int) -> None:
    rows = wrapped(text, width)
    assert all(cell_len(row) <= width for row in rows)
    assert "".join("".join(rows).split()) == "".join(text.split())
