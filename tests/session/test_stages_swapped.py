"""Two stages to come change places: no time is lost, and everything that looks ahead follows."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from session_play import AGENDA, Play

from facilitator.agenda.model import Stage
from facilitator.capture.commands import read_command
from facilitator.capture.complete import complete
from facilitator.session import intents as it
from facilitator.session.describe import happened, what_undo_did
from facilitator.session.evolve import events_of
from facilitator.session.flat import agenda_lines, peek_lines
from facilitator.session.going_on import then_sentence
from facilitator.session.refused import Refused
from facilitator.session.timing import projected_end, remaining
from facilitator.widgets.rail import order_rows

PLAN = ["arrive", "case", "pause", "offers", "lens", "keep"]


def ids(play: Play) -> list[str]:
    return [item.id for item in play.state.plan]


def begun(*intents: it.Intent) -> Play:
    play = Play()
    play.do(it.Go(), *intents)
    return play


def wish(play: Play, words: str) -> it.Intent:
    read = read_command("swap", words, play.state, play.at.date(), play.now())
    assert isinstance(read, it.SwapStages)
    return read


@pytest.mark.parametrize(
    "words",
    [
        "3 5",
        "5 3",
        "3, 5",
        "Reflective pause, Lens",
        "lens reflective pause",
        "3 Lens",
        "pause、lens",
    ],
)
def test_two_stages_are_named_by_number_or_name(words: str) -> None:
    play = begun()
    (event,) = play.do(wish(play, words))
    assert ids(play) == ["arrive", "case", "lens", "offers", "pause", "keep"]
    assert happened([event], play.state) == "3 is now Lens, and 5 is Reflective pause."


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("6", "Write two stages"),
        ("3 4 5", "Write two stages"),
        ("3, 4, 5", "Write two stages"),
        ("3 9", "There is no stage 9"),
        ("Lens, Takeoff", "Did you mean Takeaways"),
        ("lens takeoff", "Did you mean Takeaways"),
    ],
)
def test_words_that_are_not_two_stages_are_refused_with_what_to_write(words: str, why: str) -> None:
    play = begun()
    with pytest.raises(Refused) as refused:
        wish(play, words)
    assert why in refused.value.sentence


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        ("pause", "pause", "Name two stages: /swap 6 7."),
        ("case", "lens", "Case told is running. Only stages still to come can change places."),
        ("lens", "arrive", "Arrive is past. Only stages still to come can change places."),
        ("lens", "nowhere", "Only stages still to come can change places; /agenda lists them."),
    ],
)
def test_what_runs_or_is_past_keeps_its_place(first: str, second: str, why: str) -> None:
    play = begun(it.Next())
    assert play.refused(it.SwapStages(first, second)) == why


def test_a_stage_that_a_silence_interrupts_is_running() -> None:
    play = begun(it.Next(), it.Silence(60.0))
    assert "Case told is running" in play.refused(it.SwapStages("case", "lens"))
    play.do(it.SwapStages("pause", "lens"), it.Next(), it.Next())
    assert play.state.stage == "lens"


def test_before_the_meeting_and_after_it_nothing_changes_places() -> None:
    play = Play()
    assert play.refused(it.SwapStages("pause", "lens"))
    play.do(it.Go(), it.Close())
    assert play.refused(it.SwapStages("pause", "lens"))


def test_stages_that_are_run_again_keep_their_place() -> None:
    shares = Stage(id="share", name="Share", kind="talk", minutes=2, say="Go on.", block="b", repeat="person")
    play = Play(agenda=replace(AGENDA, stages=(*AGENDA.stages[:2], shares, *AGENDA.stages[2:])))
    play.do(it.Go())
    why = play.refused(it.SwapStages("share#2", "lens"))
    assert why.endswith("is run together with others, more than once. It keeps its place.")


def test_each_keeps_its_time_and_the_end_stays_where_it_was() -> None:
    play = begun(it.Next())
    before = projected_end(play.state, play.now())
    play.do(it.SwapStages("pause", "offers"))
    assert projected_end(play.state, play.now()) == before
    assert then_sentence(play.state).startswith("Offers · 8 min")
    play.do(it.Next())
    assert (play.state.stage, remaining(play.state, play.t)) == ("offers", 480.0)


def test_what_looks_ahead_follows_with_its_times() -> None:
    play = begun(it.Next(), it.SwapStages("pause", "keep"))
    rows = [row.plain.split() for row in order_rows(play.state, play.now())]
    assert [(row[0], row[1]) for row in rows[2:]] == [
        ("19:08", "Takeaways"),
        ("19:13", "Offers"),
        ("19:21", "Lens"),
        ("19:26", "Reflective"),
    ]
    assert agenda_lines(play.state, play.now())[2] == "3. Takeaways, 5 min."
    assert peek_lines(play.state)[0] == "Takeaways, 5 min."


def test_it_is_taken_back_and_done_again() -> None:
    play = begun()
    (event,) = play.do(it.SwapStages("pause", "lens"))
    swapped = ids(play)
    touched = events_of(play.state, event.cause)
    play.do(it.Undo())
    assert ids(play) == PLAN
    assert what_undo_did(touched, play.state) == "Taken back: the other order of two stages."
    play.do(it.Redo())
    assert ids(play) == swapped


def test_tab_offers_the_stages_still_to_come_one_after_the_other() -> None:
    play = begun(it.Next())
    assert complete("/swap ", play.state)[0] == "/swap Reflective pause, "
    assert complete("/swap le", play.state) == ("/swap Lens, ",)
    assert complete("/swap Lens, off", play.state) == ("/swap Lens, Offers",)
    assert not any("Case told" in line for line in complete("/swap ", play.state))
