"""Every shipped agenda is rehearsed from first to last stage, with few people and with many."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from rehearsing import BRACES, Rehearsal, people

from facilitator.agenda.advice import advice
from facilitator.agenda.fit import fit
from facilitator.agenda.lengths import natural_length
from facilitator.agenda.library import find, matching, shipped, shipped_names
from facilitator.agenda.model import Agenda, Stage
from facilitator.session.evolve import fold
from facilitator.words.dates import to_stamp

NAMES = shipped_names()
AGENDAS = {name: find(name) for name in NAMES}
STAGES = [(name, stage) for name, agenda in AGENDAS.items() for stage in agenda.stages]

MOST_HERE = 24
"""For agendas that name no largest group."""

IN_THE_ISSUE = {
    "1-2-4-all",
    "action-learning",
    "blank",
    "case-clinic",
    "case-clinic-short",
    "common-project",
    "conversation-cafe",
    "final-assessment",
    "heard-seen-respected",
    "input-session",
    "intervision",
    "intervision-large",
    "intervision-two-cases",
    "kick-off",
    "lean-coffee",
    "mentor-first-talk",
    "mentor-monthly",
    "opening-round",
    "peer-assist",
    "progress-check",
    "roadmap",
    "themed-discussion",
    "troika",
    "troika-groups",
    "what-so-what-now-what",
    "wise-crowds",
    "working-out-loud",
}


def sizes(agenda: Agenda) -> list[int]:
    group = agenda.group
    best = group.best_range or (group.best, group.best)
    return sorted({size for size in (group.min, *best, group.best, group.max or MOST_HERE) if size})


SIZED = [(name, size) for name, agenda in AGENDAS.items() for size in sizes(agenda)]


def test_every_way_of_meeting_is_there() -> None:
    assert set(NAMES) == IN_THE_ISSUE


@pytest.mark.parametrize("name", NAMES)
def test_each_says_what_it_is_for_when_to_use_it_for_whom_and_on_what_terms(name: str) -> None:
    agenda = AGENDAS[name]
    for text in (agenda.title, agenda.purpose, agenda.when, agenda.source, agenda.terms):
        assert len(text) > 4
    assert agenda.language == "en"
    assert agenda.group.min is not None
    assert agenda.group.best is not None


@pytest.mark.parametrize("name", NAMES)
def test_a_careful_author_has_nothing_to_add(name: str) -> None:
    assert advice(AGENDAS[name]) == []


@pytest.mark.parametrize("name", NAMES)
def test_its_minutes_are_what_its_best_group_takes(name: str) -> None:
    agenda = AGENDAS[name]
    best = agenda.group.best or 0
    assert agenda.minutes is not None
    assert natural_length(agenda, best, best - 1) == pytest.approx(agenda.minutes * 60, abs=180)


@pytest.mark.parametrize(("name", "stage"), STAGES, ids=lambda one: one if isinstance(one, str) else one.id)
def test_every_stage_has_three_sentences_short_enough_to_be_read_aloud(name: str, stage: Stage) -> None:
    for sentence in (stage.say, stage.say_last, stage.say_stop):
        assert 0 < len(sentence) <= 140
        assert sentence == sentence.strip()
        assert sentence[-1] in ".?!"
    assert len({stage.say, stage.say_last, stage.say_stop}) == 3
    assert stage.ask or stage.bank
    assert stage.rules
    assert stage.speaker


@pytest.mark.parametrize(("name", "stage"), STAGES, ids=lambda one: one if isinstance(one, str) else one.id)
def test_what_is_quiet_or_private_leaves_nothing_in_the_minutes(name: str, stage: Stage) -> None:
    if stage.private or stage.kind == "silence":
        assert not stage.records
    if stage.kind == "capture":
        assert stage.records


@pytest.mark.parametrize(("name", "size"), SIZED)
@pytest.mark.parametrize("roles", [True, False], ids=["roles", "no-roles"])
def test_it_is_held_from_first_to_last_stage(name: str, size: int, roles: bool) -> None:
    agenda = AGENDAS[name]
    meeting = Rehearsal(agenda, people(size), roles)
    for said in meeting.whole_meeting():
        assert not BRACES.search(said), said
        assert "  " not in said
    state = meeting.state
    assert state.phase == "closed"
    assert [visit.stage for visit in state.visits] == [item.id for item in state.plan]
    assert len({item.id for item in state.plan}) == len(state.plan)
    assert len({state.find_stage(item.id).name for item in state.plan}) == len(state.plan)
    assert fold(meeting.events) == state


@pytest.mark.parametrize("name", [name for name in NAMES if AGENDAS[name].place == "video"])
@pytest.mark.parametrize("place", ["phone", "room"])
def test_away_from_video_nobody_is_asked_about_cameras(name: str, place: str) -> None:
    agenda = AGENDAS[name]
    meeting = Rehearsal(replace(agenda, place=place), people(agenda.group.best or 3))
    for said in meeting.whole_meeting():
        assert "camera" not in said.casefold(), said


@pytest.mark.parametrize(
    "name", [name for name in NAMES if any(s.repeat == "person" for s in AGENDAS[name].stages)]
)
def test_everyone_has_the_time_that_is_theirs_exactly_once(name: str) -> None:
    agenda = AGENDAS[name]
    names = people(agenda.group.max or 4)
    meeting = Rehearsal(agenda, names)
    for _said in meeting.whole_meeting():
        pass
    assert sorted(meeting.state.whose.values()) == sorted(names)
    # The chair comes last, as in rounds.
    assert (
        meeting.state.whose[max(meeting.state.whose, key=lambda key: int(key.rpartition("#")[2]))] == names[0]
    )


@given(
    name=st.sampled_from(NAMES),
    present=st.integers(0, 14),
    share=st.one_of(st.none(), st.floats(0.2, 2)),
)
def test_each_fits_into_the_time_there_is_or_says_by_how_much_it_does_not(
    name: str, present: int, share: float | None
) -> None:
    agenda = AGENDAS[name]
    natural = fit(agenda, present, max(present - 1, 0))
    time = None if share is None else share * natural.needed
    fitted = fit(agenda, present, max(present - 1, 0), time)
    by_id = {item.id: item for item in natural.plan}
    kept = {stage.id for stage in agenda.stages if stage.protected}
    assert {item.id for item in fitted.plan} <= set(by_id)
    assert [item.id for item in fitted.plan] == [
        item.id for item in natural.plan if item.id.partition("#")[0] not in fitted.dropped
    ]
    for item in fitted.plan:
        base = item.id.partition("#")[0]
        assert item.seconds > 0
        assert item.seconds == next(one.seconds for one in fitted.plan if one.id.partition("#")[0] == base)
        if base in kept:
            assert item.seconds == by_id[item.id].seconds
    assert fitted.total == pytest.approx(sum(item.seconds for item in fitted.plan))
    if time is not None:
        least = fit(agenda, present, max(present - 1, 0), 1).total
        assert fitted.total <= max(time, least) + 1e-6
        assert fitted.short == pytest.approx(max(fitted.total - time, 0), abs=1e-6)


def test_agendas_are_found_by_people_minutes_and_words() -> None:
    def names(**wanted: object) -> set[str]:
        return {one.name for one in matching(**wanted)}  # type: ignore[arg-type]

    assert names() == set(NAMES)
    assert names(people=2) >= {"mentor-monthly", "roadmap"}
    assert "intervision" not in names(people=2)
    assert names(people=9) >= {"intervision-large", "lean-coffee"}
    assert "troika" not in names(people=9)
    assert names(minutes=12) >= {"1-2-4-all", "opening-round"}
    assert "intervision" not in names(minutes=12)
    # Sixty minutes can be held in three quarters of an hour.
    assert "intervision" in names(minutes=45)
    assert names(purpose="mentor mentee first") == {"mentor-first-talk"}
    assert names(purpose="CAFE") == {"conversation-cafe"}
    assert names(people=3, minutes=30, purpose="help") >= {"troika"}
    assert names(purpose="no such words at all") == set()
    assert {one.name: one.when for one in shipped()}["troika"]


def test_nothing_in_a_rehearsal_depends_on_the_machine() -> None:
    def log() -> list[object]:
        meeting = Rehearsal(AGENDAS["heard-seen-respected"], people(9))
        return [list(meeting.whole_meeting()), to_stamp(meeting.now().at)]

    assert log() == log()
