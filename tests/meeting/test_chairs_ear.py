"""Shares of airtime and quiet hints are the chair's alone: in memory, on request, and in no file at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from meeting_room import PEOPLE, Room, all_bytes

from facilitator.agenda.model import Agenda, Stage
from facilitator.meeting.desk import take
from facilitator.meeting.meeting import Meeting
from facilitator.meeting.voices import Voices
from facilitator.session import intents as it

AMINA, BRID, LI_NA, ANN, ANNABEL = PEOPLE
TALK = Agenda(
    name="talk",
    title="Talk",
    stages=(
        Stage(id="talk", name="Talk", kind="discussion", minutes=20, say="Let us talk."),
        Stage(id="still", name="Still", kind="silence", minutes=2, say="Quiet."),
    ),
)


@pytest.fixture
def meeting(room: Room) -> Meeting:
    return room.opened(agenda=TALK)


def shares(meeting: Meeting) -> dict[str, int]:
    return {one.name: round(one.seconds) for one in meeting.ear.voices.shares(meeting.moment().t)}


def press(room: Room, meeting: Meeting, *keys: str, each: float = 30) -> None:
    """These keys, so many seconds after one another."""
    for key in keys:
        assert meeting.ear.key(meeting.state, key, meeting.moment().t), key
        room.clock.on(each)


def test_one_key_says_who_speaks_and_silence_is_nobodys(room: Room, meeting: Meeting) -> None:
    meeting.ear.switch_voices(meeting.state, 0)
    press(room, meeting, "2", "0", "3", "2", "2")
    assert shares(meeting) == {BRID: 60, LI_NA: 30}
    assert meeting.ear.voices.now == ""


def test_the_shares_are_told_on_request(room: Room, meeting: Meeting) -> None:
    assert meeting.ear.lines(meeting.state, 0) == [
        "Nobody's voice is marked yet. /voices begins that, or /voice and a name."
    ]
    take(meeting, "/voice Bríd")
    room.clock.on(90)
    take(meeting, "/voice 3")
    room.clock.on(30)
    take(meeting, "/voice")
    assert meeting.ear.lines(meeting.state, meeting.moment().t) == [
        "For you alone, in memory only. Silence counts for nobody.",
        "Bríd Ní Dhálaigh: 1 minute 30 seconds, 75 percent.",
        "李娜: 30 seconds, 25 percent.",
        "Not marked yet: Amina Diallo, Ann Otieno, Annabel Otieno-Brandt.",
    ]


def test_a_wrong_key_that_is_mended_at_once_costs_nobody_anything(room: Room, meeting: Meeting) -> None:
    meeting.ear.switch_voices(meeting.state, 0)
    press(room, meeting, "2", each=1)
    press(room, meeting, "3", each=30)
    assert shares(meeting) == {LI_NA: 31}


def test_keys_are_digits_only_while_voices_are_marked_and_people_may_speak(
    room: Room, meeting: Meeting
) -> None:
    ear = meeting.ear
    assert not ear.key(meeting.state, "2", 0)
    ear.switch_voices(meeting.state, 0)
    for character in ("6", "9", "a", " ", "/", "２", ""):
        assert not ear.key(meeting.state, character, 0)
    meeting.submit(it.Away(BRID))
    assert not ear.key(meeting.state, "2", 0)
    assert ear.key(meeting.state, "3", 0)
    meeting.submit(it.Next())
    assert not ear.key(meeting.state, "3", 0)
    assert ear.row(meeting.state) == ""


def test_turns_pauses_and_stages_say_who_speaks_as_well(room: Room, meeting: Meeting) -> None:
    meeting.ear.switch_voices(meeting.state, 0)
    meeting.submit(it.Turn(ANN))
    room.clock.on(20)
    meeting.submit(it.Pause())
    room.clock.on(500)
    meeting.submit(it.Resume())
    press(room, meeting, "1", each=10)
    meeting.submit(it.Next())
    room.clock.on(100)
    assert shares(meeting) == {ANN: 20, AMINA: 10}


def test_turns_alone_begin_no_shares(room: Room, meeting: Meeting) -> None:
    meeting.submit(it.Turn(ANN))
    room.clock.on(20)
    assert shares(meeting) == {}


def test_who_speaks_is_in_no_file_and_gone_at_close(room: Room, meeting: Meeting) -> None:
    assert meeting.settle()
    before = all_bytes(room.home)
    meeting.ear.switch_voices(meeting.state, 0)
    meeting.ear.switch_hints()
    depth, state = meeting.state.depth, meeting.state
    for name in (*PEOPLE, "", "/hints", "/airtime", "/voices"):
        take(meeting, name if name.startswith("/") else f"/voice {name}")
        room.clock.on(40)
    assert meeting.settle()
    assert meeting.state is state
    assert meeting.state.depth == depth
    assert all_bytes(room.home) == before
    meeting.submit(it.Close())
    assert meeting.ear.voices.shares(meeting.moment().t) == ()
    assert not meeting.ear.voices.listening


def test_a_voice_that_cannot_be_is_refused_with_a_sentence(room: Room) -> None:
    lobby = room.opened(agenda=TALK, go=False)
    assert take(lobby, "/voice Ann").refused == "Who speaks is marked while the meeting runs."
    meeting = room.opened(agenda=TALK)
    meeting.submit(it.Away(ANN))
    assert take(meeting, "/voice Ann").refused.startswith("Ann Otieno is away.")
    assert "Did you mean" in take(meeting, "/voice Teresa").refused
    assert "Nobody here" in take(meeting, "/voice 77").refused


def test_hints_are_off_until_they_are_wanted_and_one_put_away_stays_away(
    room: Room, meeting: Meeting
) -> None:
    ear = meeting.ear
    ear.switch_voices(meeting.state, 0)
    press(room, meeting, *["2", "3"] * 3, each=60)
    now = meeting.moment().t
    assert ear.notice(meeting.state, now) is None
    assert ear.switch_hints() == "Quiet hints are on, for you alone. /hints again ends them."
    first = ear.put_away(meeting.state, now)
    assert first is not None
    assert first.kind == "two"
    # 李娜 goes on for twice her share of twenty minutes.
    second = ear.put_away(meeting.state, now + 420)
    assert second is not None
    assert (second.kind, second.names) == ("long", (LI_NA,))
    press(room, meeting, "0", each=0)
    later = now + 420
    unheard = ear.put_away(meeting.state, later)
    assert unheard is not None
    assert (unheard.kind, unheard.names) == ("unheard", (ANN, ANNABEL))
    press(room, meeting, "4", "0", each=10)
    # Annabel is still not heard, but that was told.
    assert ear.notice(meeting.state, later) is None
    assert ear.switch_hints() == "Quiet hints are off."


lengths = st.integers(0, 500_000).map(lambda thousandths: thousandths / 1000)
"""Seconds, to the millisecond as the session's own clock counts them."""


@given(st.lists(st.tuples(st.sampled_from(("", *PEOPLE)), lengths), max_size=30))
def test_shares_add_up_to_what_was_not_silent(pressed: list[tuple[str, float]]) -> None:
    voices, t, spoken = Voices(), 0.0, 0.0
    for name, seconds in pressed:
        if name:
            voices.speaks(name, t)
        else:
            voices.hush(t)
        t += seconds
        spoken += seconds if name else 0.0
    found = voices.shares(t)
    assert sum(one.seconds for one in found) == pytest.approx(spoken)
    assert sum(one.part for one in found) == pytest.approx(1.0 if spoken else 0.0)
