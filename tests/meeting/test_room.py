"""What the room may see, whatever happens: never a note, a title, a card, a name not yet heard."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import datetime
from typing import Any

import pytest
from closing_meetings import FakeClock
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from session_play import BEGIN, Play
from session_wishes import calmly

from facilitator.agenda.library import find, shipped
from facilitator.agenda.model import Agenda, Bank, Stage
from facilitator.meeting.clock import RehearsalClock
from facilitator.meeting.room.board import Board
from facilitator.meeting.room.face import Face, face
from facilitator.meeting.room.make import anchor_of, for_all, room_of
from facilitator.meeting.room.model import Anchor, Shown, to_json
from facilitator.meeting.room.page import page
from facilitator.meeting.room.watch import Seen
from facilitator.session import intents as it
from facilitator.session.refused import Refused
from facilitator.session.repeats import person_of
from facilitator.session.state import Card, NextMeeting, State

CHAIR, KEEPER, GIVER, *OTHERS = PEOPLE = (
    "Amina Quist",
    "Bríd Ní Dhálaigh",
    "李娜",
    "Dolores Wexford",
    "Emeka Zhou",
    "Farid Yilmaz",
)
SECRET = "hush"
"""Is in every word that is not for the room."""

AGENDA = Agenda(
    title="A small agenda",
    language="en",
    banks=(Bank(name="open", title="Openings", questions=("Which sound is it?", "Which colour?")),),
    stages=(
        Stage(
            id="arrive",
            name="Arrive",
            kind="round",
            per_person=1,
            say="Welcome. {name}, will you begin? You may always pass. Then comes {next}.",
            say_last="{name}, a last word.",
            say_stop="Thank you, {name}. Now {next}.",
            ask=("What is in your way, {name}?", "What did you put aside?", "Who follows {next}?"),
            speaker="each in turn, {chair} last, {name} first",
        ),
        Stage(
            id="case",
            name="Case told",
            kind="talk",
            minutes=8,
            say="This is for {giver}. {keeper} writes.",
            ask=("What would help {giver}?",),
            rules=("Ask {giver} first.",),
            speaker="{giver} alone",
        ),
        Stage(
            id="pause",
            name="Reflective pause",
            kind="silence",
            minutes=4,
            say="Now we are quiet.",
            say_stop="Welcome back. {next} will begin.",
            ask=("What I noticed",),
            cameras="off",
        ),
        Stage(id="offers", name="Offers", kind="round", per_other=2, say="{name}, please.", optional=True),
        Stage(
            id="mine",
            name="Your time",
            kind="talk",
            minutes=3,
            say="This is for {name}. Then {next}.",
            block="each",
            repeat="person",
        ),
        Stage(id="pairs", name="In pairs", kind="discussion", minutes=4, say="Two by two.", breakouts=2),
        Stage(
            id="trio",
            name="In threes",
            kind="talk",
            minutes=2,
            say="Now {name} speak. Then comes {next}.",
            block="trios",
            repeat="member",
            breakouts=3,
        ),
        Stage(
            id="talk",
            name="Talk",
            kind="discussion",
            minutes=5,
            say="Who decides?",
            vote=(5, 2, 1),
            bank="open",
        ),
        Stage(id="keep", name="Takeaways", kind="capture", minutes=5, say="What do you keep, {giver}?"),
    ),
)

people = st.sampled_from(PEOPLE)
secrets = st.text(max_size=6).map(lambda more: f"{SECRET} {more}")
captures = st.builds(
    it.Capture,
    kind=st.sampled_from(("note", "question", "takeaway", "step", "decision", "later")),
    text=secrets,
    speakers=st.lists(people, max_size=2, unique=True).map(tuple),
    owners=st.lists(people, max_size=2, unique=True).map(tuple),
    pod_only=st.booleans(),
)
wishes = st.one_of(
    captures,
    captures,
    st.builds(it.Edit, number=st.integers(1, 4), text=secrets),
    st.builds(it.Strike, st.integers(1, 4)),
    st.builds(it.ShowCard, secrets, secrets, secrets),
    st.builds(it.Skip, secrets, st.booleans()),
    st.builds(it.TakeUp, st.none() | st.integers(1, 4)),
    st.builds(it.Lead, people | st.just("")),
    st.builds(
        it.GoTo, st.sampled_from([*(stage.id for stage in AGENDA.stages), "mine#2", "trio#1", "trio#2"])
    ),
    st.builds(it.Silence, st.just(60.0)),
    st.builds(it.Turn, people | st.just("")),
    st.just(it.Pass()),
    st.builds(it.Away, people),
    st.builds(it.Here, people),
    st.builds(it.Join, st.sampled_from(("Gaëlle Huss", "Hedda Ito"))),
    st.builds(it.NextRole, st.sampled_from(("chair", "keeper", "giver")), people),
    st.sampled_from([it.Next(), it.Back(), it.Pause(), it.Resume(), it.Undo(), it.Redo(), it.Close()]),
    st.sampled_from([it.PensDown(), it.PensUp(), it.More(60.0), it.Less(30.0), it.Go()]),
)
meetings = st.lists(st.tuples(st.integers(0, 400), wishes), max_size=30)


def played(drawn: list[tuple[int, Any]]) -> Play:
    play = Play(
        agenda=AGENDA, people=PEOPLE, chair=CHAIR, keeper=KEEPER, giver=GIVER, title=f"{SECRET} and a board"
    )
    play.do(it.Go())
    for pause, wish in drawn:
        play.wait(pause)
        try:
            play.do(wish)
        except Refused:
            continue
    return play


def all_words(state: State, t: float) -> str:
    """Everything that leaves for the room: its file, its screen's words, its page."""
    room = room_of(state)
    anchor = Anchor(t=t, clock=0.0, boot="b", wall=0.0)
    said = [to_json(Shown(room=room, anchor=anchor)).decode()]
    for standing in ("here", "left", "gone", "over"):
        words = face(Seen(standing=standing, room=room, t=t))
        said += [str(words), page(words, written="19:04")]
    return "\n".join(said)


def names_in(words: str) -> set[str]:
    return {name for name in (*PEOPLE, "Gaëlle Huss", "Hedda Ito") if name.split()[0] in words}


@calmly
@given(meetings)
def test_whatever_happens_no_word_of_note_title_card_or_reason_reaches_the_room(drawn: Any) -> None:
    play = played(drawn)
    assert SECRET not in all_words(play.state, play.t)


@calmly
@given(meetings)
def test_whatever_happens_nobody_is_named_but_whose_turn_it_is_and_the_roles(drawn: Any) -> None:
    play = played(drawn)
    if play.state.stage.startswith(("pairs", "trio")):
        return
    whose = person_of(play.state, play.state.stage) if play.state.stage else ""
    allowed = {CHAIR, KEEPER, GIVER, play.state.turn, play.state.lead, whose}
    assert names_in(all_words(play.state, play.t)) <= allowed


@calmly
@given(meetings)
def test_the_room_is_the_same_whatever_was_noted_and_whoever_was_heard(drawn: Any) -> None:
    """Not only do the words stay away: nothing that depends on them shows either."""
    state = played(drawn).state
    other = replace(
        state,
        title="another title",
        notes=type(state.notes)(),
        struck=type(state.struck)(),
        last_number=99,
        card=Card("power", "p1", "another card"),
        reasons=type(state.reasons)(),
        heard_in=state.heard_in.set(state.stage, PEOPLE),
        passed_in=state.passed_in.set(state.stage, PEOPLE[:2]),
        next_meeting=NextMeeting(when="2027-01-01T10:00:00.000Z", chair="Zoë"),
        pens_down=not state.pens_down,
        read_back=not state.read_back,
        promised="",
        undone=(),
        past=None,
    )
    assert room_of(other) == room_of(state)


def test_the_room_sees_that_a_topic_is_held_and_not_which() -> None:
    play = played([(0, it.GoTo("talk")), (0, it.Capture(kind="later", text=f"{SECRET} who pays"))])
    play.do(it.TakeUp())
    assert room_of(play.state).stage == "A topic kept for later"
    assert SECRET not in all_words(play.state, play.t)


def test_in_groups_by_one_clock_the_room_sees_whose_turn_it_is_in_each_and_who_is_with_them() -> None:
    play = played([(0, it.GoTo("trio#1"))])
    room = room_of(play.state)
    assert len(room.groups) == 2
    assert all("'s turn, with " in line for line in room.groups)
    assert room.turn == " and ".join(line.partition(": ")[2].partition("'s")[0] for line in room.groups)
    assert room.say.startswith(f"Now {room.turn} speak.")
    assert "Then comes" not in room.say


def at(play: Play) -> Face:
    return face(Seen(standing="here", room=room_of(play.state), t=play.t))


def meeting() -> Play:
    return played([])


def test_a_running_stage_shows_name_instruction_clock_and_questions() -> None:
    play = meeting()
    play.do(it.Next())
    play.wait(75)
    shown = at(play)
    assert (shown.name, shown.clock, shown.clock_note) == ("Case told", "6:45", "left of 8 min")
    assert shown.say == "This is for 李娜. Bríd writes."
    assert shown.ask == ("What would help 李娜?",)
    assert shown.about == "李娜 alone · cameras on"
    assert (shown.agenda, shown.place) == ("A small agenda", "2 of 16")


def test_an_instruction_leaves_out_the_sentences_that_call_one_person() -> None:
    shown = at(meeting())
    assert shown.say == "Welcome. You may always pass."
    assert shown.ask == ("What did you put aside?",)


def test_a_sentence_that_only_calls_one_person_leaves_no_instruction() -> None:
    state = meeting().state
    assert for_all(state, "{name}, please.") == ""
    assert for_all(state, "欢迎。{name}，请开始。大家请听。") == "欢迎。大家请听。"
    assert for_all(state, "Say “I.” Then {next} goes on.") == "Say “I.”"


def test_in_a_round_the_clock_is_that_of_the_turn() -> None:
    play = meeting()
    play.do(it.Turn(OTHERS[0]))
    play.wait(20)
    shown = at(play)
    assert (shown.turn, shown.clock, shown.clock_note) == ("Now: Dolores", "0:40", "left of 1 min")
    play.wait(50)
    assert (at(play).clock, at(play).clock_note, at(play).over) == ("0:10", "over the 1 min", True)


def test_in_a_block_for_each_person_it_says_whose_time_it_is_and_not_who_follows() -> None:
    play = meeting()
    play.do(it.GoTo("mine#1"))
    assert (at(play).turn, at(play).say) == ("Now: Bríd", "This is for Bríd.")
    play.do(it.Next())
    assert at(play).turn == "Now: 李娜"


def test_small_groups_are_told_by_name_and_only_those_who_are_here() -> None:
    play = meeting()
    play.do(it.Away(OTHERS[2]), it.GoTo("pairs"))
    groups = at(play).ask
    assert [line.partition(":")[0] for line in groups] == ["Group 1", "Group 2"]
    assert names_in(" ".join(groups)) == set(PEOPLE) - {OTHERS[2]}


def test_questions_of_a_bank_are_shown_and_the_vote_when_the_time_is_up() -> None:
    play = meeting()
    play.do(it.GoTo("talk"))
    assert set(at(play).ask) == {"Which sound is it?", "Which colour?"}
    assert at(play).say == "Who decides?"
    play.wait(301)
    assert at(play).say == "The time is up. Thumbs, please: up for 2 minutes more, down to go on."


def test_a_pause_stops_the_clock_and_says_so() -> None:
    play = meeting()
    play.do(it.Next())
    play.wait(60)
    play.do(it.Pause())
    play.wait(500)
    assert (at(play).clock, at(play).clock_note) == ("7:00", "The clock stands still.")
    play.do(it.Resume())
    play.wait(60)
    assert at(play).clock == "6:00"


def test_coming_back_to_a_stage_goes_on_with_what_is_left_of_it() -> None:
    play = meeting()
    play.do(it.Next())
    play.wait(60)
    play.do(it.Next())
    play.wait(30)
    play.do(it.Back())
    play.wait(60)
    assert at(play).clock == "6:00"


def test_a_silence_shows_whole_minutes_then_seconds_then_calls_back() -> None:
    play = meeting()
    play.do(it.GoTo("pause"))
    play.wait(61)
    assert (at(play).clock, at(play).clock_note, at(play).quiet) == ("3", "minutes", True)
    assert at(play).say == "Now we are quiet."
    play.wait(170)
    assert (at(play).clock, at(play).clock_note) == ("9", "seconds")
    assert at(play).say == "Welcome back."
    play.wait(20)
    assert (at(play).clock, at(play).clock_note, at(play).ask) == ("", "The silence is over.", ())


def test_before_and_after_the_meeting_it_says_so_and_nothing_more() -> None:
    play = Play(agenda=AGENDA, people=PEOPLE, chair=CHAIR, title=SECRET)
    assert at(play).name == "We begin soon"
    play.do(it.Go(), it.Close())
    shown = face(Seen(standing="over", room=room_of(play.state)))
    assert (shown.name, shown.clock, shown.say) == ("The meeting is over", "", "")


def test_where_the_chairs_program_is_gone_no_time_is_guessed() -> None:
    play = meeting()
    shown = face(Seen(standing="gone", room=room_of(play.state), t=play.t))
    assert shown.name == "Arrive"
    assert (shown.clock, shown.turn, shown.say, shown.ask) == ("", "", "", ())
    assert "no longer answers" in shown.notice


def test_control_characters_show_as_pictures() -> None:
    stage = replace(AGENDA.stages[1], name="Case\x1b[2J", say="a\tb\x07")
    play = Play(agenda=replace(AGENDA, stages=(stage,)), people=PEOPLE)
    play.do(it.Go())
    assert (at(play).name, at(play).say) == ("Case␛[2J", "A b␇")


@pytest.mark.parametrize("name", [one.name for one in shipped()])
def test_every_stage_of_the_shipped_agendas_tells_the_room_what_to_do(name: str) -> None:
    play = Play(agenda=find(name), people=PEOPLE, chair=CHAIR, keeper=KEEPER, giver=GIVER)
    play.do(it.Go())
    while play.state.phase == "running":
        shown = at(play)
        assert shown.name
        assert shown.say or shown.about
        assert "{" not in str(shown)
        try:
            play.do(it.Next())
        except Refused:
            play.do(it.Close())


class Ticking(FakeClock):
    def wall(self) -> datetime:
        return BEGIN


def test_a_captured_line_is_no_news_for_the_room_but_a_turn_is() -> None:
    play, board, clock = meeting(), Board(), Ticking()
    assert board.news(play.state, anchor_of(clock, 0.0))
    play.do(it.Capture(kind="note", text="a line"))
    clock.gone += 5
    assert board.news(play.state, anchor_of(clock, 5.0)) is None
    play.do(it.Turn(GIVER))
    data = board.news(play.state, anchor_of(clock, 5.0))
    assert data is not None
    assert json.loads(data)["room"]["turn"] == "李娜"


def test_a_clock_that_was_moved_by_hand_is_news() -> None:
    play, board, real = meeting(), Board(), Ticking()
    clock = RehearsalClock(0, BEGIN, real)
    assert board.news(play.state, anchor_of(clock, clock.seconds()))
    real.gone += 30
    assert board.news(play.state, anchor_of(clock, clock.seconds())) is None
    clock.advance(240)
    assert board.news(play.state, anchor_of(clock, clock.seconds()))


def test_what_shows_the_room_never_loads_the_session() -> None:
    """It cannot show what it cannot read: not the state, not the log's events, not the minutes."""
    code = (
        "import sys, facilitator.view, facilitator.screens.room, facilitator.meeting.room.publish\n"
        "rooms = ('session', 'minutes', 'capture', 'doors', 'meeting.meeting', 'store.eventlog')\n"
        "kept = tuple('facilitator.' + room for room in rooms)\n"
        "print([name for name in sys.modules if name.startswith(kept)])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
