"""What formats bring to a running meeting: whose time it is, cases, small groups, questions, votes."""

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace
from rehearsing import Rehearsal, people

from facilitator.agenda.library import find
from facilitator.agenda.model import Agenda, Stage
from facilitator.capture.names import Roster, person
from facilitator.minutes.course import in_meeting_order, stage_order, stage_times
from facilitator.minutes.document import document
from facilitator.session import intents as it
from facilitator.session.codec import decode, encode
from facilitator.session.evolve import fold
from facilitator.session.flat import consent_line, milestone_line
from facilitator.session.milestones import milestones
from facilitator.session.purge import compacted
from facilitator.session.refused import Refused
from facilitator.session.repeats import person_of
from facilitator.session.rounds import round_order
from facilitator.session.timing import remaining

TROIKA, TWO_CASES, COFFEE = find("troika"), find("intervision-two-cases"), find("lean-coffee")
HSR, FOURS, ROADMAP = find("heard-seen-respected"), find("1-2-4-all"), find("roadmap")
A, B, C, D = people(4)


def clients(meeting: Rehearsal) -> list[str]:
    """Whose time each repetition of Troika is, as things stand."""
    ids = [item.id for item in meeting.state.plan if item.id.startswith("share#")]
    return [person_of(meeting.state, one) for one in ids]


def refused(meeting: Rehearsal, intent: it.Intent) -> str:
    with pytest.raises(Refused) as caught:
        meeting.do(intent)
    return caught.value.sentence


def test_everyone_is_client_once_and_the_chair_last() -> None:
    meeting = Rehearsal(TROIKA, (A, B, C))
    meeting.to("share#1")
    assert clients(meeting) == [B, C, A]
    assert meeting.guide().stage == "Client shares · 1 of 3"
    assert "Bríd" in meeting.guide().say
    meeting.to("confer#2")
    assert meeting.guide().say.startswith("李娜 only listens now.")
    assert meeting.guide().then.startswith("Client returns · 2 of 3")


def test_whoever_leaves_before_their_time_loses_it_and_nobody_else_does() -> None:
    meeting = Rehearsal(TROIKA, (A, B, C, D))
    meeting.to("confer#1")
    meeting.do(it.Away(C))
    assert clients(meeting) == [B, D, A, ""]
    meeting.to("share#2")
    assert "Annabel" in meeting.guide().say


def test_whoever_comes_late_takes_a_time_that_is_free() -> None:
    meeting = Rehearsal(TROIKA, (A, B, C))
    meeting.to("return#1")
    meeting.do(it.Away(C), it.Join("Fatou Bâ"))
    assert clients(meeting) == [B, "Fatou Bâ", A]


def test_going_away_in_the_middle_does_not_make_it_somebody_elses_time() -> None:
    meeting = Rehearsal(TROIKA, (A, B, C))
    meeting.to("confer#1")
    meeting.do(it.Away(B))
    assert clients(meeting) == [B, C, A]
    meeting.do(it.Here(B))
    assert clients(meeting) == [B, C, A]


def test_the_chair_may_give_the_time_to_another_as_it_begins_and_everyone_still_has_theirs() -> None:
    meeting = Rehearsal(TROIKA, (A, B, C))
    meeting.to("share#1")
    meeting.do(it.Turn(A))
    assert clients(meeting) == [A, B, C]
    # Later the turn is only a turn: a consultant speaks.
    meeting.to("confer#1")
    meeting.do(it.Turn(C))
    assert clients(meeting) == [A, B, C]
    # Nobody takes a second time before all have had one.
    meeting.to("share#2")
    meeting.do(it.Turn(A))
    assert clients(meeting) == [A, B, C]


def test_undo_gives_the_time_back() -> None:
    meeting = Rehearsal(TROIKA, (A, B, C))
    meeting.to("share#1")
    meeting.do(it.Turn(C))
    assert clients(meeting) == [C, B, A]
    meeting.do(it.Undo())
    assert clients(meeting) == [B, C, A]


def test_a_log_read_again_is_the_same_meeting() -> None:
    meeting = Rehearsal(HSR, people(7))
    for _said in meeting.whole_meeting():
        pass
    lines = [encode(event) for event in meeting.events]
    again = fold(event for event in map(decode, lines) if event is not None)
    assert again == meeting.state
    closed = fold(event for event in map(decode, compacted(lines)) if event is not None)
    assert [visit.stage for visit in closed.visits] == [visit.stage for visit in again.visits]


def test_in_a_round_about_somebody_the_others_speak_and_that_person_listens() -> None:
    meeting = Rehearsal(ROADMAP, (A, B, C))
    meeting.to("feedback#1")
    assert round_order(meeting.state) == (C, A)
    assert meeting.guide().listening == "Bríd"
    assert "to Bríd" in meeting.guide().say
    meeting.do(it.Turn(C))
    assert meeting.guide().clock_note == "李娜, left of 2 min"
    meeting.wait(125)
    assert meeting.guide().say == "Thank you. We go on with Amina."
    meeting.to("feedback#3")
    assert round_order(meeting.state) == (B, C)


def test_a_round_for_everyone_in_a_block_leaves_nobody_out() -> None:
    stages = (Stage(id="r", name="R", kind="round", per_person=1, say="{name}?", block="b", repeat="person"),)
    meeting = Rehearsal(Agenda(title="Ours", stages=stages), (A, B, C))
    meeting.to("r#1")
    assert round_order(meeting.state) == (B, C, A)
    assert meeting.guide().listening == ""


def test_each_case_has_its_giver() -> None:
    meeting = Rehearsal(TWO_CASES, (A, B, C, D), givers=(B, C))
    meeting.to("case#1")
    assert (meeting.state.giver, "Bríd" in meeting.guide().say) == (B, True)
    meeting.to("reflections#1")
    assert B not in round_order(meeting.state)
    meeting.to("case#2")
    assert (meeting.state.giver, "李娜" in meeting.guide().say) == (C, True)
    meeting.to("reflections#2")
    assert (C in round_order(meeting.state), B in round_order(meeting.state)) == (False, True)
    while meeting.state.stage != "takeaways#1":
        meeting.do(it.Back())
    assert meeting.state.giver == B


def test_each_giver_is_asked_about_notes_and_named_in_the_minutes() -> None:
    meeting = Rehearsal(TWO_CASES, (A, B, C, D), givers=(B, C))
    asked = []
    meeting.do(it.Go())
    for item in meeting.state.plan[1:]:
        meeting.do(it.Next())
        if consent_line(meeting.state):
            asked.append((item.id, consent_line(meeting.state)))
    assert [one for one, _line in asked] == ["case#1", "case#2"]
    assert "First ask Bríd:" in asked[0][1]
    assert "First ask 李娜:" in asked[1][1]
    meeting.do(it.Close())
    present = {one.name: one.roles for one in document(meeting.state).present}
    assert (present[B], present[C], present[D]) == (("case giver",), ("case giver",), ("record keeper",))


def test_a_case_without_a_giver_says_so_until_somebody_is_named() -> None:
    meeting = Rehearsal(TWO_CASES, (A, B, C, D))
    meeting.to("case#2")
    assert "our case giver" in meeting.guide().say
    meeting.do(it.GiveRole("giver", D))
    assert "Annabel" in meeting.guide().say
    meeting.to("reflections#2")
    assert D not in round_order(meeting.state)
    assert meeting.state.givers == (B, D)


def test_the_giver_of_the_second_case_can_be_named_in_the_lobby() -> None:
    meeting = Rehearsal(TWO_CASES, (A, B, C, D), roles=False)
    meeting.do(it.GiveRole("giver", B), it.GiveRole("giver", C, case=2))
    assert (meeting.state.giver, meeting.state.givers) == (B, (B, C))
    assert "already" in refused(meeting, it.GiveRole("giver", C, case=2))
    assert refused(meeting, it.GiveRole("giver", C, case=3)) == "There are 2 cases."
    meeting.to("case#2")
    assert meeting.state.giver == C


def company(meeting: Rehearsal) -> list[set[str]]:
    """Who is with whom, by full name, as it is said: names are said as short as they are clear."""
    roster = Roster(meeting.state.names())
    groups = [line.partition(": ")[2].split(", ") for line in meeting.guide().groups]
    return [{person(roster, name) for name in group} for group in groups]


def test_small_groups_are_named_and_change_from_stage_to_stage() -> None:
    stages = tuple(
        Stage(id=one, name=one.title(), kind="discussion", minutes=5, say="Go.", breakouts=2) for one in "abc"
    )
    meeting = Rehearsal(Agenda(title="Ours", stages=stages), people(6))
    met = []
    for one in "abc":
        meeting.to(one)
        assert len(meeting.guide().groups) == 3
        met += [frozenset(group) for group in company(meeting)]
    assert len(set(met)) == 9
    assert sorted(name for group in met[:3] for name in group) == sorted(people(6))


def test_pairs_stay_together_where_the_agenda_says_so_and_become_fours() -> None:
    meeting = Rehearsal(HSR, people(8))
    meeting.to("first-story")
    pairs = meeting.guide().groups
    meeting.to("second-story")
    assert meeting.guide().groups == pairs
    meeting.to("fours")
    fours = [line.partition(": ")[2] for line in meeting.guide().groups]
    assert len(fours) == 2
    for pair in pairs:
        names = pair.partition(": ")[2].split(", ")
        assert any(all(name in four.split(", ") for name in names) for four in fours)
    meeting.to("all")
    assert meeting.guide().groups == ()


def test_a_line_that_drops_does_not_mix_the_groups_anew() -> None:
    meeting = Rehearsal(FOURS, people(6))
    meeting.to("pairs")
    before = company(meeting)
    gone = next(iter(before[0]))
    meeting.do(it.Away(gone))
    after = company(meeting)
    assert len(after) == 2
    assert all(any(pair <= group for group in after) for pair in before[1:])
    meeting.do(it.Here(gone), it.Join("Fatou Bâ"))
    later = company(meeting)
    assert all(any(pair <= group for group in later) for pair in before)
    assert any("Fatou Bâ" in group for group in later)


def test_a_bank_offers_three_questions_and_other_ones_the_second_time() -> None:
    stages = tuple(
        Stage(id=one, name=one.title(), kind="talk", minutes=5, say="Go.", bank="opening") for one in "ab"
    )
    banks = find("opening-round").banks
    meeting = Rehearsal(Agenda(title="Ours", stages=stages, banks=banks), (A, B))
    meeting.to("a")
    first = meeting.guide().ask
    meeting.to("b")
    second = meeting.guide().ask
    assert len({*first, *second}) == 6
    assert {*first, *second} <= set(banks[0].questions)


def test_another_meeting_has_other_questions() -> None:
    def asked(day: int) -> tuple[str, ...]:
        meeting = Rehearsal(find("opening-round"), (A, B), begin=datetime(2026, 11, day, 19, 0, tzinfo=UTC))
        meeting.to("prompt")
        return meeting.guide().ask

    assert len({asked(day) for day in range(1, 9)}) > 4


def test_flat_text_says_how_each_answer_to_a_vote_is_typed() -> None:
    meeting = Rehearsal(find("lean-coffee"), people(4))
    meeting.to("topic#1")
    for more in ("2", "1"):
        (time_up,) = [one for one in milestones(meeting.state) if one.kind == "time"]
        assert milestone_line(meeting.state, time_up).endswith(f"Thumbs up: /more {more}. Down: /next.")
        (late,) = [one for one in milestones(meeting.state) if one.kind == "offer"]
        assert milestone_line(meeting.state, late) == f"Thumbs up: /more {more}. Down: /next."
        meeting.wait(late.t - meeting.t)
        meeting.do(it.More(meeting.guide().vote))
    (time_up,) = [one for one in milestones(meeting.state) if one.kind == "time"]
    assert "Thumbs" not in milestone_line(meeting.state, time_up)


def test_when_the_time_is_up_the_group_votes_for_two_minutes_then_for_one_then_goes_on() -> None:
    meeting = Rehearsal(COFFEE, people(5))
    meeting.to("topic#1")
    assert meeting.guide().vote == 120
    assert "Thumbs" not in meeting.guide().say
    meeting.wait(300)
    assert meeting.guide().say == "The time is up. Thumbs, please: up for 2 minutes more, down to go on."
    meeting.do(it.More(meeting.guide().vote))
    assert remaining(meeting.state, meeting.t) == 120
    meeting.wait(120)
    assert "1 minute more" in meeting.guide().say
    meeting.do(it.More(meeting.guide().vote))
    meeting.wait(60)
    assert meeting.guide().vote == 0
    assert meeting.guide().say == "Thank you. We close this topic and take the next one."
    meeting.do(it.Next())
    assert meeting.guide().stage == "Topic · 2 of 6"
    assert meeting.guide().vote == 120


def test_what_is_private_takes_no_plain_line() -> None:
    meeting = Rehearsal(TROIKA, (A, B, C))
    private = replace(
        TROIKA,
        stages=(
            *TROIKA.stages,
            Stage(id="j", name="J", kind="writing", minutes=2, say="Write.", private=True),
        ),
    )
    meeting = Rehearsal(private, (A, B, C))
    meeting.to("j")
    assert meeting.guide().private
    assert "nothing is recorded" in meeting.guide().about
    assert "J is private" in refused(meeting, it.Capture(kind="note", text="dear diary"))
    assert "J is private" in refused(meeting, it.CaptureBlock((it.Capture(kind="note", text="dear diary"),)))
    meeting.do(it.Capture(kind="decision", text="We meet on Friday."))
    meeting.do(
        it.Capture(kind="note", text="Handed in later.", stage="close", when="2026-11-21T19:20:00.000Z")
    )
    assert len(meeting.state.notes) == 2


def test_lines_of_a_block_stand_in_the_minutes_where_they_were_said() -> None:
    meeting = Rehearsal(TROIKA, (A, B, C))
    meeting.to("return#1")
    meeting.do(it.Capture(kind="takeaway", text="Ask first.", speakers=(B,)))
    meeting.to("return#2")
    meeting.do(it.Capture(kind="takeaway", text="Rest.", speakers=(C,)))
    meeting.do(it.Capture(kind="note", text="Handed in.", stage="return#3", when="2026-11-21T19:01:00.000Z"))
    assert [note.text for note in in_meeting_order(meeting.state)] == ["Ask first.", "Rest.", "Handed in."]
    order = stage_order(meeting.state)
    assert order.index("return#2") < order.index("share#3") < order.index("return#3") < order.index("close")
    meeting.do(it.Close())
    rows = {row.stage: row for row in stage_times(meeting.state)}
    assert rows["Client returns · 3 of 3"].taken is None
    assert rows["Client shares · 3 of 3"].planned == 120


def test_a_silence_put_into_a_block_leads_back_into_the_same_time() -> None:
    meeting = Rehearsal(TROIKA, (A, B, C))
    meeting.to("confer#2")
    meeting.do(it.Silence(60))
    assert meeting.guide().then == "Back to Consultants confer · 2 of 3"
    assert "{" not in meeting.guide().say
    meeting.do(it.Next())
    assert meeting.state.stage == "confer#2"
    assert clients(meeting)[:2] == [B, C]


def test_goto_finds_a_stage_of_a_block_by_its_number_its_name_and_its_id() -> None:
    meeting = Rehearsal(TROIKA, (A, B, C))
    meeting.to("share#1")
    for words in ("6", "client shares · 2 of 3", "share#2"):
        meeting.do(it.GoTo(words))
        assert meeting.state.stage == "share#2"
        meeting.do(it.Undo())
