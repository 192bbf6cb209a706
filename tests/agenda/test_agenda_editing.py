"""Editing keeps what it does not change to the byte, and undo gives all of it back."""

from __future__ import annotations

import re
import tomllib

import pytest
from awkward_agendas import ALL, COMMENTED, COMPACT, INTERVISION, OLD_LINE_ENDS, REPEATED
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.agenda.edit.content import SetBreakouts, SetItems, SetLength, SetMark, SetRepeat, SetText
from facilitator.agenda.edit.lines import NotEditableError
from facilitator.agenda.edit.operation import EditRefusedError, Operation
from facilitator.agenda.edit.order import Add, Delete, Duplicate, Move, Split
from facilitator.agenda.edit.parts import join, split
from facilitator.agenda.edit.top import SetCases, SetGroup, SetMinutes, SetTop
from facilitator.agenda.editing import Editing, begin, do, judge, redo, undo
from facilitator.agenda.problem import AgendaError

WORDS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="{}"), max_size=30
) | st.sampled_from(
    [
        'Bríd "Ní" Dhálaigh',
        "李娜",
        "{giver}, please",
        "{nobody}",
        "",
        "a\\b",
        "# no comment",
        "[[stage]]",
        "x\r\ny",
    ]
)
STAGES = st.integers(0, 9)
MINUTES = st.sampled_from([0.5, 1.0, 1.25, 2.0, 4.0, 7.5, 12.0, 600.0, 0.0, 700.0])
TYPED = st.builds(
    SetText, STAGES, st.sampled_from(["name", "say", "say_last", "say_stop", "speaker"]), WORDS
) | st.builds(
    SetItems, STAGES, st.sampled_from(["ask", "rules", "records"]), st.lists(WORDS, max_size=4).map(tuple)
)
OPERATIONS: st.SearchStrategy[Operation] = st.one_of(
    st.builds(Move, STAGES, st.sampled_from([-1, 1])),
    st.builds(Delete, STAGES),
    st.builds(Duplicate, STAGES),
    st.builds(Split, STAGES, MINUTES),
    st.builds(Add, STAGES),
    st.builds(SetText, STAGES, st.sampled_from(["name", "say", "say_last", "say_stop", "speaker"]), WORDS),
    st.builds(SetText, STAGES, st.just("kind"), st.sampled_from(["talk", "round", "silence", "song"])),
    st.builds(SetText, STAGES, st.just("cameras"), st.sampled_from(["on", "off", "aside", ""])),
    st.builds(
        SetItems, STAGES, st.sampled_from(["ask", "rules", "records"]), st.lists(WORDS, max_size=4).map(tuple)
    ),
    st.builds(SetMark, STAGES, st.sampled_from(["optional", "protected", "private"]), st.booleans()),
    st.builds(SetLength, STAGES, st.sampled_from(["minutes", "per_person", "per_other"]), MINUTES),
    st.builds(SetRepeat, STAGES, st.sampled_from(["", "person", "case"])),
    st.builds(SetBreakouts, STAGES, st.sampled_from([None, 2, 4, 500])),
    st.builds(
        SetTop,
        st.sampled_from(["title", "language", "purpose", "when", "place", "source", "terms"]),
        WORDS | st.just("room"),
    ),
    st.builds(SetMinutes, MINUTES),
    st.builds(SetCases, st.integers(0, 3)),
    st.builds(
        SetGroup,
        st.none() | st.integers(1, 5),
        st.none() | st.integers(1, 6) | st.tuples(st.integers(1, 6), st.integers(1, 6)),
        st.none() | st.integers(4, 9),
    ),
)


def tried(editing: Editing, operation: Operation) -> Editing:
    """The editing after it, or the same where the stage is not there or it is refused."""
    number = getattr(operation, "stage", getattr(operation, "after", 0))
    if number >= len(tomllib.loads(editing.text)["stage"]):
        return editing
    try:
        return do(editing, operation)[0]
    except EditRefusedError:
        return editing


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(sorted(ALL)), st.lists(OPERATIONS, max_size=6))
def test_undo_gives_back_the_same_bytes_and_redo_does_it_all_again(
    name: str, operations: list[Operation]
) -> None:
    first = editing = begin("ours", ALL[name])
    seen = [editing.text]
    for operation in operations:
        editing = tried(editing, operation)
        if editing.text != seen[-1]:
            seen.append(editing.text)
    assert len(editing.past) == len(seen) - 1
    for text in reversed(seen[:-1]):
        editing, _words = undo(editing)
        assert editing.text == text
    assert editing.text == first.text
    assert not editing.changed
    for text in seen[1:]:
        editing, _words = redo(editing)
        assert editing.text == text


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(sorted(ALL)), st.lists(OPERATIONS, max_size=5))
def test_a_good_agenda_stays_good_and_its_line_ends_stay_as_they_are(
    name: str, operations: list[Operation]
) -> None:
    editing = begin("ours", ALL[name])
    for operation in operations:
        editing = tried(editing, operation)
        assert judge(editing).agenda is not None, judge(editing).wrong
        assert join(split(editing.text)) == editing.text
        if name == "old line ends":
            assert not re.search(r"(?<!\r)\n", editing.text)


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(sorted(ALL)), OPERATIONS.filter(lambda one: not isinstance(one, Delete)))
def test_comments_outlive_every_operation_but_deleting(name: str, operation: Operation) -> None:
    text = ALL[name]
    comments = [
        part.strip()
        for part in re.findall(r"(?m)(?<=[\s])#[^\n]*|^#[^\n]*", text)
        if "no comment" not in part
    ]
    after = tried(begin("ours", text), operation).text
    key = getattr(operation, "key", None)
    for comment in comments:
        if comment in ("# perhaps",) and key == "optional":
            # The line of the mark goes, with what was said about it.
            continue
        if comment in ("# really", "# and then", "# four", "# one") and key in ("ask",):
            continue
        if comment == "# four" and isinstance(operation, SetGroup):
            continue
        assert comment in after, comment


@pytest.mark.parametrize("text", ALL.values(), ids=list(ALL))
def test_the_parts_make_the_file_again(text: str) -> None:
    parts = split(text)
    assert join(parts) == text
    assert sum(part.is_stage for part in parts) == len(tomllib.loads(text)["stage"])


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(sorted(ALL)), TYPED)
def test_a_text_is_there_as_it_was_typed_and_no_other_stage_changes(
    name: str, operation: SetText | SetItems
) -> None:
    before = tomllib.loads(ALL[name])["stage"]
    editing = tried(begin("ours", ALL[name]), operation)
    if not editing.changed:
        return
    after = tomllib.loads(editing.text)["stage"]
    changed = [number for number, stage in enumerate(before) if stage != after[number]]
    assert changed == [operation.stage]
    typed, got = operation.value, after[operation.stage].get(operation.key, "")
    wanted = [typed] if isinstance(typed, str) else [one for one in typed if one.strip()]
    given_back = [got] if isinstance(got, str) else got
    assert [one.split() for one in given_back] == [one.split() for one in wanted]


def test_a_stage_moves_with_its_comments_and_the_spacing_stays() -> None:
    moved = Move(0, 1).apply(COMMENTED).text
    assert moved.index("# --- first half ---") > moved.index('id = "tell"')
    assert moved.index("# Arriving takes time.") + len("# Arriving takes time.\n") == moved.index(
        "[[stage]]   # one"
    )
    assert moved.index("# below the first") > moved.index('id = "arrive"')
    assert moved.endswith("optional = true # perhaps\n\n# The end.\n")
    assert Move(1, -1).apply(moved).text == COMMENTED


def test_the_last_stage_moves_up_in_a_file_without_a_line_end() -> None:
    moved = Move(1, -1).apply(COMPACT).text
    assert moved.splitlines()[2:4] == ["# now b", "[[stage]]"]
    assert [stage["id"] for stage in tomllib.loads(moved)["stage"]] == ["b", "a"]
    assert not moved.endswith("\n")


def test_a_stage_moves_past_a_whole_block_and_never_into_it() -> None:
    ids = [stage["id"] for stage in tomllib.loads(Move(0, 1).apply(REPEATED).text)["stage"]]
    assert ids == ["share", "help", "begin", "close"]
    with pytest.raises(EditRefusedError, match="“Help” is repeated together with its neighbours"):
        Move(2, 1).apply(REPEATED)


def test_a_value_changes_in_its_place_and_keeps_what_is_said_beside_it() -> None:
    assert "per_person = 2 # each" in SetLength(0, "per_person", 2).apply(COMMENTED).text
    assert "minutes = 3 # each" in SetLength(0, "minutes", 3).apply(COMMENTED).text
    asked = SetItems(0, "ask", ("How are you?", "And your mother?", "What is new?")).apply(COMMENTED).text
    assert '"How are you?", # really\n    # and then\n' in asked
    assert tomllib.loads(asked)["stage"][0]["ask"][1] == "And your mother?"


def test_a_new_key_stands_where_a_person_would_write_it() -> None:
    changed = SetText(1, "say_stop", "Thank you, {giver}.").apply(COMMENTED).text
    assert '# this is no comment, {giver}"""\n  say_stop = "Thank you, {giver}."\nrules' in changed
    assert 'per_person = 1 # each\nsay = "Welcome, {name}."\nsay_last = "Soon."\nask' in (
        SetText(0, "say_last", "Soon.").apply(COMMENTED).text
    )
    assert '\r\nsay_last = "Soon."\r\n' in SetText(0, "say_last", "Soon.").apply(OLD_LINE_ENDS).text


def test_lists_and_sizes_are_written_as_by_hand() -> None:
    text = SetItems(1, "rules", ("One speaks.", "Others listen.")).apply(COMMENTED).text
    assert 'rules = [\n    "One speaks.",\n    "Others listen.",\n]\n' in text
    text = SetItems(1, "records", ("takeaways",)).apply(COMMENTED).text
    assert 'records = ["takeaways"]' in text
    text = SetGroup(3, (4, 6), 8).apply(COMPACT).text
    assert 'title="Kurz"\n\n[group]\nmin = 3\nbest = [4, 6]\nmax = 8\n\n[[stage]]' in text


def test_the_id_follows_the_name_where_it_was_made_from_it() -> None:
    stage = tomllib.loads(SetText(0, "name", "Ankommen in Ruhe").apply(COMMENTED).text)["stage"][0]
    assert (stage["id"], stage["name"]) == ("ankommen-in-ruhe", "Ankommen in Ruhe")
    stage = tomllib.loads(SetText(1, "name", "Pause").apply(INTERVISION).text)["stage"][1]
    assert stage["id"] == "case"


def test_a_split_stage_takes_as_long_as_before() -> None:
    text = Split(1, 5).apply(COMMENTED).text
    one, two = tomllib.loads(text)["stage"][1:3]
    assert (one["name"], one["minutes"], two["name"], two["minutes"], two["id"]) == (
        "Tell",
        5,
        "Tell 2",
        7,
        "tell-2",
    )
    with pytest.raises(EditRefusedError, match="has 12 min"):
        Split(1, 12).apply(COMMENTED)


def test_a_new_stage_between_two_of_a_block_joins_it() -> None:
    inside = tomllib.loads(Add(1).apply(REPEATED).text)["stage"][2]
    behind = tomllib.loads(Add(2).apply(REPEATED).text)["stage"][3]
    assert (inside["block"], inside["repeat"]) == ("turn", "case")
    assert "block" not in behind


def test_the_planned_minutes_go_along_when_they_were_right() -> None:
    editing, _changed = do(begin("intervision", INTERVISION), SetLength(1, "minutes", 10))
    assert tomllib.loads(editing.text)["minutes"] == 62
    own = INTERVISION.replace("minutes = 60", "minutes = 75", 1)
    editing, _changed = do(begin("intervision", own), SetLength(1, "minutes", 10))
    assert tomllib.loads(editing.text)["minutes"] == 75


def test_a_vote_goes_along_with_the_minutes() -> None:
    editing, _changed = do(begin("x", REPEATED), SetLength(2, "minutes", 8))
    assert "vote = [8, 2, 1]" in editing.text
    editing, _changed = do(begin("x", REPEATED), SetLength(2, "per_person", 2))
    assert "vote" not in editing.text


def test_what_would_make_the_agenda_bad_is_refused_with_a_sentence() -> None:
    editing = begin("x", REPEATED)
    with pytest.raises(EditRefusedError, match="the sizes grow from min to best to max"):
        do(editing, SetGroup(5, 3, 2))
    with pytest.raises(EditRefusedError, match=r"nearest is \{name\}"):
        do(editing, SetText(0, "say", "Welcome, {nam}."))
    with pytest.raises(EditRefusedError, match="cannot be empty"):
        do(editing, SetText(0, "name", " "))
    one = begin("x", COMPACT[: COMPACT.index("# now b")])
    with pytest.raises(EditRefusedError, match="at least one stage"):
        do(one, Delete(0))


def test_a_broken_file_can_be_mended_step_by_step() -> None:
    broken = COMPACT.replace('kind="talk"', 'kind="tolk"').replace('say="Still."', 'say="Still, {gvier}."')
    editing, _changed = do(begin("x", broken), SetText(0, "kind", "talk"))
    assert len(judge(editing).wrong) == 1
    editing, _changed = do(editing, SetText(1, "say", "Still."))
    assert judge(editing).agenda is not None


def test_a_draft_is_one_step_from_the_saved_file() -> None:
    editing = begin("x", COMPACT, draft=COMMENTED)
    assert editing.changed
    assert editing.text == COMMENTED
    assert undo(editing)[0].text == COMPACT


@pytest.mark.parametrize(
    "text",
    [
        'format = 1\ntitle = "x"\nstage = [{id = "a", name = "A", kind = "talk", minutes = 1, say = "!"}]\n',
        'format = 1\ntitle = "x"\n',
    ],
)
def test_a_file_that_cannot_be_taken_apart_is_left_alone(text: str) -> None:
    with pytest.raises(NotEditableError, match=r"\[\[stage\]\]"):
        begin("x", text)


def test_a_file_that_is_no_toml_says_where() -> None:
    with pytest.raises(AgendaError, match=r"x\.toml:2:"):
        begin("x", "format = 1\ntitle = \n")
