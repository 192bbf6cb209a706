"""An agenda is fitted to the people who are there and to the time there is, and says what changed."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.agenda.fit import Fit, fit, size_advice
from facilitator.agenda.library import find
from facilitator.agenda.model import Agenda, Group, Stage

INTERVISION = find("intervision")


def stage(name: str, *, optional: bool = False, protected: bool = False, **length: float) -> Stage:
    return Stage(
        id=name, name=name.title(), kind="talk", say="Go.", optional=optional, protected=protected, **length
    )


def agenda_of(*stages: Stage, group: Group | None = None) -> Agenda:
    return Agenda(title="Ours", stages=stages, group=group or Group())


def seconds(fitted: Fit) -> dict[str, float]:
    return {item.id: item.seconds for item in fitted.plan}


def test_without_a_time_every_stage_takes_its_natural_length() -> None:
    fitted = fit(INTERVISION, 6, 5)
    assert seconds(fitted)["arrive"] == 360
    assert seconds(fitted)["reflections"] == 600
    assert next(item.each for item in fitted.plan if item.id == "reflections") == 120
    assert next(item.each for item in fitted.plan if item.id == "case") is None
    assert (fitted.total, fitted.needed, fitted.spare, fitted.short, fitted.changes) == (3780, 3780, 0, 0, ())


def test_with_nobody_named_it_is_fitted_to_the_best_group() -> None:
    assert fit(INTERVISION, 0, 0).total == 3600
    nobody = agenda_of(stage("a", per_person=1), stage("b", per_other=1))
    assert seconds(fit(nobody, 0, 0)) == {"a": 60, "b": 60}


def test_somebody_alone_still_has_a_plan() -> None:
    assert seconds(fit(INTERVISION, 1, 0))["reflections"] == 120


def test_the_time_it_needs_changes_nothing() -> None:
    fitted = fit(INTERVISION, 5, 4, 3600)
    assert (fitted.changes, fitted.dropped, fitted.spare, fitted.short) == ((), (), 0, 0)
    assert fitted.sentences == ("The agenda needs 60 minutes for 5 people.",)


def test_more_time_makes_stages_longer_up_to_half_as_long_again_and_names_the_rest() -> None:
    fitted = fit(INTERVISION, 5, 4, 5400)
    taken = seconds(fitted)
    assert taken["discussion"] == 1080
    assert (taken["pause"], taken["takeaways"], taken["journal"]) == (240, 300, 240)
    assert fitted.spare == 5400 - fitted.total > 0
    assert any("Left over" in sentence for sentence in fitted.sentences)
    assert any(sentence.startswith("Longer: Arrive") for sentence in fitted.sentences)


def test_less_time_makes_stages_shorter_in_proportion_and_keeps_the_protected_ones() -> None:
    fitted = fit(INTERVISION, 5, 4, 45 * 60)
    taken = seconds(fitted)
    assert (taken["pause"], taken["takeaways"], taken["journal"]) == (240, 300, 240)
    assert fitted.dropped == ()
    assert 2640 <= fitted.total <= 2700
    assert taken["case"] == taken["clarify"]
    assert 0.6 * 720 <= taken["discussion"] < 720
    assert any("keep their full time: Reflective pause, " in sentence for sentence in fitted.sentences)


def test_when_that_is_not_enough_the_optional_stage_goes_and_the_lobby_says_why() -> None:
    fitted = fit(INTERVISION, 5, 4, 40 * 60)
    assert fitted.dropped == ("power",)
    assert fitted.total <= 2400
    gone = next(change for change in fitted.changes if change.id == "power")
    assert (gone.name, gone.before, gone.after) == ("Power lens", 300, 0)
    assert gone.reason in fitted.sentences
    # What it gives back is shared out: the others lose less than they would have.
    assert seconds(fitted)["discussion"] > 0.6 * 720


def test_the_last_optional_stage_goes_first_and_no_more_than_needed() -> None:
    agenda = agenda_of(
        stage("a", minutes=10), stage("b", minutes=4, optional=True), stage("c", minutes=4, optional=True)
    )
    assert fit(agenda, 3, 2, 9.5 * 60).dropped == ("c",)
    assert fit(agenda, 3, 2, 6 * 60).dropped == ("b", "c")


def test_a_dropped_stage_makes_nothing_longer() -> None:
    agenda = agenda_of(stage("a", minutes=4), stage("b", minutes=30, optional=True))
    fitted = fit(agenda, 3, 2, 10 * 60)
    assert (seconds(fitted), fitted.spare) == ({"a": 240}, 360)


def test_what_cannot_fit_says_by_how_much_and_what_would_help() -> None:
    fitted = fit(INTERVISION, 5, 4, 20 * 60)
    assert fitted.short == fitted.total - 1200 > 0
    assert fitted.sentences[-1].startswith("Even so it runs 13 minutes over. Two things would help: ")
    assert seconds(fitted)["pause"] == 240


def test_an_agenda_of_optional_stages_keeps_its_first() -> None:
    fitted = fit(
        agenda_of(stage("a", minutes=5, optional=True), stage("b", minutes=5, optional=True)), 3, 2, 1
    )
    assert [item.id for item in fitted.plan] == ["a"]


def test_an_optional_stage_that_is_protected_stays() -> None:
    agenda = agenda_of(stage("a", minutes=5), stage("b", minutes=5, optional=True, protected=True))
    fitted = fit(agenda, 3, 2, 60)
    assert seconds(fitted)["b"] == 300
    assert fitted.dropped == ()


def test_a_second_too_few_does_not_lose_more_than_half_a_minute() -> None:
    fitted = fit(INTERVISION, 5, 4, 3599)
    assert 3570 <= fitted.total <= 3599
    assert len(fitted.changes) == 1


def test_a_time_that_is_no_number_is_refused() -> None:
    for wrong in (math.nan, math.inf):
        with pytest.raises(ValueError, match="not a length of time"):
            fit(INTERVISION, 5, 4, wrong)


def test_the_size_of_the_group_is_advised_and_never_refused() -> None:
    assert size_advice(INTERVISION, 5) == ""
    assert size_advice(INTERVISION, 0) == ""
    assert "3 people or more" in size_advice(INTERVISION, 2)
    assert "at most 8" in size_advice(INTERVISION, 9)
    assert size_advice(agenda_of(stage("a", minutes=1)), 400) == ""


lengths = st.one_of(
    st.integers(1, 40).map(lambda half: half / 2),
    st.floats(0.05, 90, allow_nan=False),
)


@st.composite
def stages(draw: st.DrawFn, number: int) -> Stage:
    key = draw(st.sampled_from(["minutes", "minutes", "per_person", "per_other"]))
    return stage(
        f"s{number}", optional=draw(st.booleans()), protected=draw(st.booleans()), **{key: draw(lengths)}
    )


@st.composite
def agendas(draw: st.DrawFn) -> Agenda:
    count = draw(st.integers(1, 12))
    return agenda_of(*[draw(stages(number)) for number in range(count)])


@given(
    agenda=agendas(),
    present=st.integers(0, 12),
    giver=st.booleans(),
    share=st.one_of(st.none(), st.floats(0, 3)),
)
def test_whatever_the_agenda_and_the_time_the_promises_of_fitting_hold(
    agenda: Agenda, present: int, giver: bool, share: float | None
) -> None:
    others = present - giver
    natural = fit(agenda, present, others)
    before = seconds(natural)
    given_time = None if share is None else share * natural.needed
    fitted = fit(agenda, present, others, given_time)
    after = seconds(fitted)
    by_id = {one.id: one for one in agenda.stages}

    assert fitted.needed == natural.total == natural.needed
    assert [*after] == [one.id for one in agenda.stages if one.id not in fitted.dropped]
    assert after
    assert all(length > 0 for length in after.values())
    assert all(by_id[gone].optional and not by_id[gone].protected for gone in fitted.dropped)
    assert all(after[one.id] == before[one.id] for one in agenda.stages if one.protected)
    assert fitted.total == pytest.approx(sum(after.values()))
    for item in fitted.plan:
        assert (item.each is None) == (by_id[item.id].minutes is not None)
        assert item.seconds <= 1.5 * before[item.id] + 1e-6
        least = min(60.0, before[item.id])
        assert item.seconds >= max(0.4 * before[item.id], least) - 1e-6
        natural_each = before[item.id] * (item.each or 0) / item.seconds
        assert item.each is None or item.each >= min(30.0, natural_each) - 1e-6
        if item.seconds != pytest.approx(before[item.id]):
            assert item.seconds % 30 == 0 if item.each is None else item.each % 15 == 0
    assert {change.id for change in fitted.changes} == {
        one.id for one in agenda.stages if after.get(one.id, 0) != pytest.approx(before[one.id])
    }

    if given_time is None:
        assert (fitted.spare, fitted.short, fitted.dropped) == (0, 0, ())
        return
    assert fitted.spare >= 0
    if fitted.short:
        assert fitted.total - fitted.short == pytest.approx(given_time)
        assert fitted.spare == 0
        assert "Two things would help" in fitted.sentences[-1]
    else:
        assert fitted.total <= given_time + 1e-6
        assert fitted.total + fitted.spare == pytest.approx(given_time)


@given(minutes=st.floats(5, 120), present=st.integers(3, 8))
def test_more_time_never_means_a_shorter_stage_or_a_lost_one(minutes: float, present: int) -> None:
    less = fit(INTERVISION, present, present - 1, minutes * 60)
    more = fit(INTERVISION, present, present - 1, (minutes + 10) * 60)
    assert set(more.dropped) <= set(less.dropped)
    assert more.total >= less.total or less.short


@given(minutes=st.floats(30, 100), present=st.integers(3, 8))
def test_little_is_left_over_while_a_stage_could_still_grow(minutes: float, present: int) -> None:
    fitted = fit(INTERVISION, present, present - 1, minutes * 60)
    taken, natural = seconds(fitted), seconds(fit(INTERVISION, present, present - 1))
    free = [one.id for one in INTERVISION.stages if not one.protected and one.id in taken]
    if fitted.spare > 15 * present and not fitted.dropped:
        assert all(taken[one] >= 1.5 * natural[one] - 30 for one in free)
