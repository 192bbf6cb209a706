"""What a programme gets: figures, and not one word of anybody."""

from __future__ import annotations

import pytest
from minutes_meetings import AGENDA, PEOPLE, meeting, note, the_next
from msgspec.structs import replace

from facilitator.minutes.beyond.programme import programme
from facilitator.minutes.markdown import to_markdown
from facilitator.minutes.short import short_of
from facilitator.session.state import Person

CAPTURED = (
    note(1, "case words", speakers=(PEOPLE[2],)),
    note(2, "question words", "question"),
    note(3, "takeaway words", "takeaway"),
    note(4, "decision words", "decision"),
    note(5, "step words", "step", owners=(PEOPLE[4],), due="2026-12-01"),
    note(6, "quiet words", "step", pod_only=True),
    note(7, "topic words", "later"),
)


def test_the_programme_reads_date_length_format_people_and_steps() -> None:
    assert to_markdown(programme(meeting(*CAPTURED), ("InterVision",))) == (
        "# InterVision\n\n"
        "*Draft* · Saturday 21 November 2026\n\n"
        "Figures of one meeting of a pod. What was said stays with its members.\n\n"
        "- Length: 62 minutes\n"
        "- Present: 5 people\n"
        "- Next steps: 1\n"
    )


def test_no_name_title_word_hour_or_place_is_in_it() -> None:
    state = meeting(*CAPTURED, next_meeting=the_next(chair="李娜"), people=(*map(Person, PEOPLE),))
    state = replace(state, agenda=replace(AGENDA, title="The Puno board again", name="puno-board"))
    for text in (
        to_markdown(programme(state, ("InterVision",))),
        short_of(programme(state, ("InterVision",))),
    ):
        for word in ("words", "A board", "Puno", "puno", "Dakar", "UTC", "19:0", "December", *PEOPLE):
            assert word not in text
        assert "An agenda of their own" in text


@pytest.mark.parametrize(
    ("changes", "length"),
    [
        ({"closed_at": "", "phase": "running"}, "still open"),
        ({"started_at": "", "closed_at": "", "phase": "lobby", "visits": ()}, "not begun yet"),
        ({"closed_at": "2026-11-21T19:01:20.000Z"}, "1 minute"),
    ],
)
def test_the_length_is_told_as_far_as_it_is_known(changes: dict[str, object], length: str) -> None:
    assert programme(meeting(**changes)).figures[0] == ("Length", length)


def test_who_was_never_there_is_not_counted() -> None:
    people = (*(Person(name) for name in PEOPLE[:3]), Person(PEOPLE[3], here=False))
    assert programme(meeting(people=people)).figures[1] == ("Present", "3 people")
