"""Where the time went: stages against their plan, turns over their time, silences kept or cut."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from msgspec.structs import replace

from facilitator.agenda.model import Agenda, Stage
from facilitator.minutes.spent import time_lines, turn_times
from facilitator.session import events as ev
from facilitator.session import intents as it
from facilitator.session.decide import decide
from facilitator.session.evolve import evolve
from facilitator.session.purge import state_compacted
from facilitator.session.state import Moment, State

PEOPLE = ("Amina Diallo", "Bríd Ní Dhálaigh", "李娜")
BEGIN = datetime(2026, 11, 21, 19, 0, tzinfo=UTC)
AGENDA = Agenda(
    name="small",
    title="A small agenda",
    stages=(
        Stage(id="arrive", name="Arrive", kind="round", per_person=1, say="Welcome."),
        Stage(id="pause", name="Pause", kind="silence", minutes=4, say="Quiet."),
        Stage(id="talk", name="Talk", kind="discussion", minutes=5, say="Who decides?"),
    ),
)


def played(*steps: tuple[float, it.Intent]) -> State:
    """A meeting in which each intent came at its second."""
    opened = ev.SessionOpened(agenda=AGENDA, people=PEOPLE, chair=PEOPLE[0], at="2026-11-21T19:00:00.000Z")
    state = evolve(None, opened)
    for number, (t, intent) in enumerate(steps):
        now = Moment(t, BEGIN + timedelta(seconds=t))
        for event in decide(state, intent, now):
            stamped = replace(event, id=f"{number}", cause=f"{number}", t=t, at=now.at.isoformat())
            state = evolve(state, stamped)
    return state


ROUND: tuple[tuple[float, it.Intent], ...] = (
    (0, it.Go()),
    (0, it.Turn("李娜")),
    (100, it.Turn("Bríd Ní Dhálaigh")),
    (160, it.Turn("Amina Diallo")),
    (200, it.Next()),
)


def test_the_whole_meeting_in_lines() -> None:
    state = played(*ROUND, (330, it.Next()), (690, it.Close()))
    assert time_lines(state) == [
        "The meeting: planned 12:00, took 11:30. It ended when promised.",
        "Arrive: planned 3:00, took 3:20, 0:20 over.",
        "Pause: planned 4:00, took 2:10, 1:50 less.",
        "Talk: planned 5:00, took 6:00, 1:00 over.",
        "1 turn of 3 was over its time.",
        "Arrive: 1 turn over, by 0:40.",
        "Pause: the silence was cut, 2:10 of 4:00.",
    ]


def test_a_silence_that_was_kept_is_said_to_be() -> None:
    lines = time_lines(played(*ROUND, (440, it.Next()), (740, it.Close())))
    assert "Pause: the silence was kept." in lines


def test_names_are_not_in_it_and_not_needed() -> None:
    state = played(*ROUND, (330, it.Next()), (690, it.Close()))
    assert time_lines(state_compacted(state)) == time_lines(state)
    assert not any(name.split()[0] in line for line in time_lines(state) for name in PEOPLE)


def test_a_pause_is_nobodys_turn() -> None:
    state = played(
        (0, it.Go()), (0, it.Turn("李娜")), (10, it.Pause()), (500, it.Resume()), (530, it.Turn(PEOPLE[1]))
    )
    assert [one.taken for one in turn_times(state)] == [40.0]


def test_a_turn_that_was_undone_counts_for_nothing() -> None:
    state = played((0, it.Go()), (0, it.Turn("李娜")), (90, it.Turn(PEOPLE[1])), (95, it.Undo()))
    assert turn_times(state) == ()


def test_time_given_on_purpose_is_named() -> None:
    lines = time_lines(played(*ROUND[:1], (10, it.More(120)), (300, it.Next()), (600, it.Close())))
    assert "Arrive: planned 3:00, took 5:00, 2:00 over. 2 minutes were given on purpose." in lines
    assert "Talk: planned 5:00, not held." in lines


def test_an_end_that_was_missed_is_told() -> None:
    state = played(*ROUND, (330, it.Next()), (1020, it.Close()))
    assert time_lines(state)[0].endswith("It ended 5 minutes late.")


def test_a_meeting_that_is_still_open_says_so() -> None:
    assert time_lines(played(*ROUND))[-1] == "Pause still runs."
    assert time_lines(played()) == ["The meeting has not begun: no time was taken."]
