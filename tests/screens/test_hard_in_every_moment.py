"""When it gets hard: whatever the moment, the command that is named really works in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from closing_meetings import BRID, DOLORES, PEOPLE
from live_desk import at, meeting_in

from facilitator.agenda.library import find
from facilitator.capture.complete import complete
from facilitator.meeting.at_hand import hard_lines
from facilitator.meeting.desk import take
from facilitator.meeting.meeting import Meeting
from facilitator.prompts.hard import moments
from facilitator.session import intents as it
from facilitator.session.rounds import next_person

SITUATIONS = [one.id for one in moments()]


def lobby(home: Path) -> Meeting:
    meeting = meeting_in(home)
    meeting.submit(it.Undo())
    assert meeting.state.phase == "lobby"
    return meeting


def heard(home: Path) -> Meeting:
    """At the end of a round, when everyone has been heard."""
    meeting = meeting_in(home, stage="reflections")
    while next_person(meeting.state):
        meeting.submit(it.Turn())
    return meeting


def topic(home: Path) -> Meeting:
    meeting = meeting_in(home, "/later who pays", stage="discussion")
    meeting.submit(it.TakeUp())
    return meeting


def alone(home: Path) -> Meeting:
    meeting = meeting_in(home, stage="discussion")
    for name in meeting.state.here()[2:]:
        meeting.submit(it.Away(name))
    return meeting


MOMENTS = {
    "lobby": lobby,
    "round": lambda home: meeting_in(home, "/turn"),
    "heard": heard,
    "case": lambda home: meeting_in(home, stage="case"),
    "silence": lambda home: meeting_in(home, stage="pause"),
    "inserted silence": lambda home: meeting_in(home, "/silence 1"),
    "paused": lambda home: meeting_in(home, "/next", "/pause"),
    "pens down": lambda home: meeting_in(home, "/off", stage="case"),
    "takeaways": lambda home: meeting_in(home, stage="takeaways"),
    "last": lambda home: meeting_in(home, stage="close"),
    "last, pens down": lambda home: meeting_in(home, "/off", stage="close"),
    "topic": topic,
    "two": alone,
    "no giver": lambda home: meeting_in(home, f"/away {DOLORES}", f"/away {BRID}", stage="discussion"),
    "troika": lambda home: meeting_in(home, "/next", "/next", agenda=find("troika")),
    "groups": lambda home: meeting_in(home, "/next", "/next", agenda=find("troika-groups")),
    "lean coffee": lambda home: meeting_in(home, agenda=find("lean-coffee")),
    "last of no takeaways": lambda home: meeting_in(home, stage="all", agenda=find("heard-seen-respected")),
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_the_command_of_every_situation_works_in_that_moment(moment: str, tmp_path: Path) -> None:
    meeting = MOMENTS[moment](tmp_path)
    for number, one in enumerate(SITUATIONS, 1):
        lines, command = hard_lines(meeting, str(number))
        assert len(lines) == 3, one
        assert "{" not in " ".join([*lines, command]), one
        if not command:
            continue
        before = meeting.state
        whole = [command] if not command.endswith(" ") else [*complete(command, before), command + "x"]
        taken = [line for line in whole if not take(meeting, line).refused]
        assert taken, (one, command)
        while len(meeting.state.visits) != len(before.visits) or meeting.state.depth > before.depth:
            meeting.submit(it.Undo())
    meeting.leave()


def key(home: Path, moment: str, situation: str) -> str:
    return hard_lines(MOMENTS[moment](home), str(SITUATIONS.index(situation) + 1))[1]


@pytest.mark.parametrize(
    ("moment", "situation", "command"),
    [
        ("case", "tears", "/pause"),
        ("paused", "tears", "/resume"),
        ("lobby", "tears", ""),
        ("round", "one-voice", "/turn"),
        ("heard", "one-voice", "/add round 5"),
        ("case", "one-voice", "/add round 5"),
        ("case", "advice", "/later "),
        ("pens down", "advice", ""),
        ("case", "nobody", "/silence 1"),
        ("silence", "nobody", "/more 1"),
        ("paused", "giver-drops", f"/away {DOLORES}"),
        ("case", "chair-drops", f"/chair {BRID}"),
        ("no giver", "chair-drops", "/chair "),
        ("pens down", "concerns-us", "/giver "),
        ("pens down", "serious", "/pause"),
        ("lobby", "no-case", "/go"),
        ("case", "two-of-us", "/away "),
        ("two", "two-of-us", "/agenda"),
        ("case", "giver-stops", "/goto Takeaways and next steps"),
        ("takeaways", "giver-stops", "! "),
        ("troika", "giver-stops", f"/goto Client returns · 1 of {len(PEOPLE)}"),
        ("last of no takeaways", "giver-stops", "! "),
    ],
)
def test_what_the_key_does_depends_on_the_moment(
    moment: str, situation: str, command: str, tmp_path: Path
) -> None:
    assert key(tmp_path, moment, situation) == command


@pytest.mark.parametrize("stage", ["arrive", "pause", "discussion", "close"])
async def test_one_key_the_number_and_enter_do_it_on_the_screen(stage: str, tmp_path: Path) -> None:
    async with at(meeting_in(tmp_path, stage="" if stage == "arrive" else stage)) as desk:
        await desk.press("ctrl+s")
        await desk.type("1")
        await desk.press("enter")
        assert "Key: Enter, for /pause." in desk.seen()
        await desk.press("enter")
        assert desk.meeting.state.paused_t is not None
        assert desk.line == ""
