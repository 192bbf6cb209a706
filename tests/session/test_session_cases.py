"""Cases and topics while a meeting runs: one more, one left out, each with its giver."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from session_play import PEOPLE, Play

from facilitator.agenda.library import find
from facilitator.session import intents as it
from facilitator.session.codec import decode, encode
from facilitator.session.describe import happened
from facilitator.session.evolve import fold
from facilitator.session.refused import Refused
from facilitator.session.saying import about

COFFEE = replace(find("lean-coffee"), cases=3)
TWO = find("intervision-two-cases")


def running(agenda: object = COFFEE, **more: object) -> Play:
    play = Play(agenda=agenda, giver="", **more)
    play.do(it.Go())
    return play


def ids(play: Play) -> list[str]:
    return [item.id for item in play.state.plan]


def test_a_further_topic_comes_behind_the_others_and_says_when_we_then_end() -> None:
    play = running()
    events = play.do(it.AddCase())
    assert ids(play)[3:7] == ["topic#1", "topic#2", "topic#3", "topic#4"]
    assert happened(events, play.state) == ("Topic · 4 of 4 is added, 5 minutes more. We then end at 19:34.")
    play.do(it.Undo())
    assert ids(play)[3:6] == ["topic#1", "topic#2", "topic#3"]
    assert play.state.agenda.cases == 3


def test_a_further_case_runs_all_its_stages_as_long_as_the_last_one_or_as_long_as_said() -> None:
    play = running(TWO)
    before = {item.id: item.seconds for item in play.state.plan}
    play.do(it.AddCase())
    added = [item for item in play.state.plan if item.id.endswith("#3")]
    assert [item.seconds for item in added] == [
        seconds for stage, seconds in before.items() if stage.endswith("#2")
    ]
    play.do(it.Undo())
    play.do(it.AddCase(600.0))
    assert sum(item.seconds for item in play.state.plan if item.id.endswith("#3")) == pytest.approx(600)
    play.do(it.GiveRole("giver", PEOPLE[2], 3))
    assert play.state.givers[2] == PEOPLE[2]


def test_what_is_added_late_is_still_to_come() -> None:
    play = running()
    play.do(it.GoTo("Commitments"))
    play.do(it.AddCase())
    assert ids(play).index("topic#4") == ids(play).index("commitments") + 1
    play.do(it.Next())
    assert play.state.stage == "topic#4"


def test_where_nothing_is_run_for_each_case_none_can_be_added() -> None:
    with pytest.raises(Refused, match="/add discussion"):
        running(find("intervision")).do(it.AddCase())
    with pytest.raises(Refused, match="20"):
        running(replace(COFFEE, cases=20)).do(it.AddCase())


@pytest.mark.parametrize("gone", ["topic#2", "topic#3"])
def test_a_topic_left_out_takes_no_other_with_it(gone: str) -> None:
    play = running()
    events = play.do(it.DropStage(gone))
    assert happened(events, play.state).endswith("is left out.")
    assert all(play.state.find_stage(one).name for one in ids(play))
    while play.state.stage != "close":
        play.do(it.Next())
    assert gone not in [visit.stage for visit in play.state.visits]


def test_the_log_gives_the_same_again() -> None:
    play = running()
    play.do(it.AddCase())
    again = fold(decoded for event in play.events if (decoded := decode(encode(event))) is not None)
    assert again.plan == play.state.plan
    assert again.planned == play.state.planned


def test_the_giver_of_a_later_case_is_named_beforehand_by_number() -> None:
    play = running(TWO)
    first = play.do(it.GiveRole("giver", PEOPLE[1]))
    events = play.do(it.GiveRole("giver", PEOPLE[2], 2))
    assert happened(first, play.state) == f"{PEOPLE[1]} is now case giver."
    assert happened(events, play.state) == f"{PEOPLE[2]} gives case 2."
    assert play.state.giver == PEOPLE[1]
    assert play.refused(it.GiveRole("giver", PEOPLE[0], 3)) == "There are 2 cases."
    while play.state.stage != "case#2":
        play.do(it.Next())
    assert play.state.giver == PEOPLE[2]


def test_the_place_changes_while_the_meeting_runs_and_the_cameras_with_it() -> None:
    play = Play(agenda=find("intervision"))
    play.do(it.Go())
    assert "ameras" in about(play.state, play.state.find_stage(play.state.stage))
    events = play.do(it.MeetIn("phone"))
    assert happened(events, play.state) == "You meet by phone now."
    assert "ameras" not in about(play.state, play.state.find_stage(play.state.stage))
    assert play.refused(it.MeetIn("phone")) == "You meet by phone already."
    assert fold(play.events).agenda.place == "phone"
    play.do(it.Undo())
    assert play.state.agenda.place == "video"
