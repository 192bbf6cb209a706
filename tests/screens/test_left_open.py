"""How a meeting that was left is named: its day and time where it was held, and how far it came."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from home_rooms import SEVEN, held
from msgspec.structs import replace

from facilitator.meeting.opening import look
from facilitator.screens.left_open import about_words, is_of_today, offer_words
from facilitator.session.state import State
from facilitator.words.dates import Times


def left(home: Path, **more: object) -> State:
    return look(held(home, **more)).state  # type: ignore[arg-type]


def words(state: State, after: timedelta, times: Times | None = None) -> str:
    return offer_words(state, SEVEN + after, times or Times())


def test_the_day_is_said_as_people_say_it(tmp_path: Path) -> None:
    state = left(tmp_path)
    assert words(state, timedelta(hours=1)) == "Go on: InterVision, today 19:00, in Arrive"
    assert words(state, timedelta(hours=6)) == "Go on: InterVision, yesterday 19:00, in Arrive"
    assert words(state, timedelta(days=3)) == "Go on: InterVision, Sat 21 Nov 19:00, in Arrive"
    assert words(state, timedelta(days=90)) == "Go on: InterVision, 21 Nov 2026 19:00, in Arrive"


def test_where_a_sentence_stands_below_the_stage_is_said_there(tmp_path: Path) -> None:
    state = left(tmp_path)
    assert offer_words(state, SEVEN, alone=False) == "Go on: InterVision, today 19:00"
    assert about_words(state) == "It was left in Arrive, and not closed."


def test_day_and_time_are_written_as_the_settings_say(tmp_path: Path) -> None:
    state = left(tmp_path)
    times = Times("12h", "month-day")
    assert words(state, timedelta(days=3), times) == "Go on: InterVision, Sat Nov 21 7:00 pm, in Arrive"


def test_the_title_of_the_case_is_never_among_the_words(tmp_path: Path) -> None:
    assert "uncle" not in words(left(tmp_path), timedelta())


def test_a_meeting_across_midnight_is_still_the_one_of_today(tmp_path: Path) -> None:
    state = left(tmp_path)
    assert is_of_today(state, SEVEN + timedelta(hours=7))
    assert not is_of_today(state, SEVEN + timedelta(hours=13))


def test_neither_a_practice_nor_a_meeting_that_is_yet_to_come_is_the_one_of_today(tmp_path: Path) -> None:
    assert not is_of_today(left(tmp_path, rehearsal=True), SEVEN)
    assert not is_of_today(left(tmp_path, days=1), SEVEN)


def test_a_moment_is_compared_where_the_meeting_was_held(tmp_path: Path) -> None:
    state = left(tmp_path)
    early = SEVEN.replace(hour=1)
    began = early.isoformat().replace("+00:00", "Z")
    far = replace(state, started_at=began, zone="America/Bogota")
    assert is_of_today(far, early + timedelta(hours=3))
    assert words(far, early - SEVEN + timedelta(hours=3)) == "Go on: InterVision, today 20:00, in Arrive"
