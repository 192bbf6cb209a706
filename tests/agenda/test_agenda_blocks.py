"""Stages that stand in a block are planned once for each person or case, all times equally long."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.agenda.blocks import find_planned, laid_out, named, planned_names
from facilitator.agenda.fit import fit
from facilitator.agenda.library import find
from facilitator.agenda.model import Agenda, Repeat, Stage

TROIKA, TWO_CASES = find("troika"), find("intervision-two-cases")


def stage(name: str, block: str = "", repeat: Repeat | None = None, **more: object) -> Stage:
    length = {} if {"minutes", "per_person", "per_other"} & more.keys() else {"minutes": 5}
    return Stage(
        id=name, name=name.title(), kind="talk", say="Go.", block=block, repeat=repeat, **length, **more
    )  # type: ignore[arg-type]


def agenda_of(*stages: Stage, cases: int = 1) -> Agenda:
    return Agenda(title="Ours", stages=stages, cases=cases)


def ids(agenda: Agenda, present: int) -> list[str]:
    return [item.id for item in fit(agenda, present, present - 1).plan]


def test_a_block_is_run_from_its_first_stage_to_its_last_and_then_again() -> None:
    assert ids(TROIKA, 3) == [
        "question",
        *(f"{one}#{n}" for n in (1, 2, 3) for one in ("share", "clarify", "confer", "return")),
        "close",
    ]


def test_two_blocks_side_by_side_do_not_mix() -> None:
    agenda = agenda_of(
        stage("a", "one", "case"), stage("b", "two", "person"), stage("c", "two", "person"), cases=2
    )
    assert ids(agenda, 2) == ["a#1", "a#2", "b#1", "c#1", "b#2", "c#2"]


def test_the_published_lengths_come_out() -> None:
    assert fit(TROIKA, 3, 2).total == 30 * 60
    assert fit(TROIKA, 4, 3).total == 39 * 60
    assert fit(TWO_CASES, 5, 4).total == 90 * 60
    assert fit(find("wise-crowds"), 4, 3).total == 60 * 60
    assert fit(find("roadmap"), 5, 4).total == 84 * 60


def test_others_in_a_block_for_each_person_are_all_but_that_person() -> None:
    agenda = agenda_of(stage("round", "turn", "person", per_other=1))
    fitted = fit(agenda, 4, 4)
    assert [(item.seconds, item.each) for item in fitted.plan] == [(180, 60)] * 4


def test_an_optional_stage_of_a_block_goes_every_time_and_the_lobby_hears_of_it_once() -> None:
    agenda = agenda_of(
        stage("tell", "c", "case", minutes=10), stage("lens", "c", "case", minutes=5, optional=True), cases=3
    )
    fitted = fit(agenda, 4, 3, 30 * 60)
    assert fit(agenda, 4, 3, 30 * 60).dropped == ()
    fitted = fit(agenda, 4, 3, 20 * 60)
    assert fitted.dropped == ("lens",)
    assert [item.id for item in fitted.plan] == ["tell#1", "tell#2", "tell#3"]
    assert [change.id for change in fitted.changes] == ["tell", "lens"]
    gone = fitted.changes[1]
    assert (gone.before, gone.after) == (15 * 60, 0)


def test_a_planned_id_leads_back_to_its_stage() -> None:
    placed = find_planned(TROIKA, "share#2")
    assert (placed.stage.id, placed.number) == ("share", 2)
    assert named(placed, 3).name == "Client shares · 2 of 3"
    assert named(placed, 3).id == "share#2"
    assert named(find_planned(TROIKA, "share#1"), 1).name == "Client shares"
    assert named(find_planned(TROIKA, "close"), 1).name == "Close"


@pytest.mark.parametrize("wanted", ["close#1", "nobody", "share#", "share#x", "share#²", "#1", ""])
def test_an_id_that_nothing_is_planned_under_is_not_found(wanted: str) -> None:
    with pytest.raises(KeyError):
        find_planned(TROIKA, wanted)


@st.composite
def agendas(draw: st.DrawFn) -> Agenda:
    stages: list[Stage] = []
    for block in range(draw(st.integers(1, 4))):
        repeat = draw(st.sampled_from([None, "person", "case"]))
        for number in range(draw(st.integers(1, 3))):
            length = draw(st.sampled_from(["minutes", "per_person", "per_other"]))
            stages.append(
                stage(
                    f"s{block}-{number}",
                    f"b{block}" if repeat else "",
                    repeat,
                    optional=draw(st.booleans()),
                    protected=draw(st.booleans()),
                    **{length: draw(st.integers(1, 30).map(lambda half: half / 2))},
                )
            )
    return agenda_of(*stages, cases=draw(st.integers(1, 4)))


@given(agenda=agendas(), present=st.integers(1, 9), share=st.one_of(st.none(), st.floats(0.1, 2)))
def test_whatever_is_repeated_every_time_is_as_long_and_the_promises_of_fitting_hold(
    agenda: Agenda, present: int, share: float | None
) -> None:
    others = max(present - 1, 1)
    natural = fit(agenda, present, others)
    time = None if share is None else share * natural.needed
    fitted = fit(agenda, present, others, time)
    by_id = {one.id: one for one in agenda.stages}
    before = {item.id: item.seconds for item in natural.plan}

    kept = [one for one in agenda.stages if one.id not in fitted.dropped]
    assert [item.id for item in fitted.plan] == [one.id for one in laid_out(kept, present, agenda.cases)]
    assert len({item.id for item in fitted.plan}) == len(fitted.plan)
    assert all(by_id[gone].optional and not by_id[gone].protected for gone in fitted.dropped)
    lengths: dict[str, set[float]] = {}
    for item in fitted.plan:
        base = find_planned(agenda, item.id).stage
        lengths.setdefault(base.id, set()).add(item.seconds)
        assert (item.each is None) == (base.minutes is not None)
        if base.protected:
            assert item.seconds == before[item.id]
        assert item.seconds <= 1.5 * before[item.id] + 1e-6
        assert item.seconds >= max(0.4 * before[item.id], min(60.0, before[item.id])) - 1e-6
    assert all(len(several) == 1 for several in lengths.values())
    assert fitted.total == pytest.approx(sum(item.seconds for item in fitted.plan))
    assert fitted.needed == pytest.approx(natural.total)
    if time is None:
        assert (fitted.dropped, fitted.changes, fitted.short) == ((), (), 0)
    elif fitted.short:
        assert fitted.total - fitted.short == pytest.approx(time)
        # It runs over only where nothing more could be taken away.
        assert fitted.total == pytest.approx(fit(agenda, present, others, 1).total)
    else:
        assert fitted.total <= time + 1e-6
        assert fitted.total + fitted.spare == pytest.approx(time)


@pytest.mark.parametrize("minutes", range(25, 45))
def test_a_step_that_all_times_take_counts_as_often_as_it_is_taken(minutes: int) -> None:
    agenda = agenda_of(
        stage("a", "x", "person", minutes=3), stage("b", "x", "person", minutes=5), stage("c", minutes=7)
    )
    fitted = fit(agenda, 4, 3, minutes * 60)
    assert fitted.total <= minutes * 60
    assert fitted.spare < 4 * 30


def test_a_plan_is_told_by_names() -> None:
    planned = [item.id for item in fit(TROIKA, 3, 2).plan]
    names = planned_names(TROIKA, planned)
    assert list(names) == planned
    assert names["return#3"] == "Client returns · 3 of 3"
    assert names["close"] == "Close"
