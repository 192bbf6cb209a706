"""The line: what it will become, what came of it, and what stays private."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from closing_meetings import ANN, LINES
from live_desk import meeting_in
from told import AWKWARD

from facilitator.meeting.meeting import Meeting
from facilitator.meeting.scratch import Scratch
from facilitator.screens.effects import Effect
from facilitator.screens.typing import Typing
from facilitator.session import intents as it

Begin = Callable[..., Typing]


@pytest.fixture
def begin(tmp_path: Path) -> Iterator[Begin]:
    """A line in a meeting that has gone to a stage, with these lines kept before it."""
    meetings: list[Meeting] = []

    def begun(stage: str = "", *lines: str) -> Typing:
        meetings.append(meeting_in(tmp_path / str(len(meetings)), *lines, stage=stage))
        typing = Typing(meetings[-1], Scratch())
        typing.settle("")
        return typing

    yield begun
    for meeting in meetings:
        meeting.leave()


def send(typing: Typing, text: str) -> Effect:
    """Type a text and press Enter, as the screen does."""
    effect = typing.sent(text)
    if effect.line is not None:
        typing.settle(effect.line)
    return effect


def texts(typing: Typing) -> list[str]:
    return [note.text for note in typing.meeting.state.ordered_notes()]


def test_tab_changes_the_word_left_of_the_line_and_comes_round_again(begin: Begin) -> None:
    typing = begin("clarify")
    words = []
    for _press in range(7):
        words.append(typing.word("who decides"))
        assert typing.tab("who decides") is None
    assert words == ["note", "question", "takeaway", "next step", "decision", "later", "note"]
    typing.tab("x", backwards=True)
    assert typing.word("x") == "note"


def test_enter_makes_of_the_line_what_the_word_said_and_the_next_one_is_a_note(begin: Begin) -> None:
    typing = begin("clarify")
    typing.tab("")
    send(typing, "who decides")
    assert typing.meeting.state.notes[1].kind == "question"
    assert typing.word("") == "note"


def test_a_key_that_does_something_else_leaves_the_kind_alone(begin: Begin) -> None:
    typing = begin("clarify")
    typing.tab("")
    typing.do(it.More(60))
    send(typing, "/more 1")
    assert typing.word("who decides") == "question"


def test_the_word_follows_the_marks(begin: Begin) -> None:
    typing = begin("clarify")
    for text, word in (
        ("? who", "question"),
        ("! one", "takeaway"),
        ("> call", "next step"),
        ("= so", "decision"),
        ("~ her manager", "pod only"),
        ("/next", "command"),
        ("/later the budget", "later"),
        ("?! what", "note"),
    ):
        assert typing.word(text) == word


def test_tab_completes_commands_and_names(begin: Begin) -> None:
    typing = begin("clarify")
    assert typing.tab("/tur") == "/turn "
    assert typing.tab("/turn Ann") == f"/turn {ANN}"
    assert typing.tab("> call Puno @Dol") == "> call Puno @Dolores Quispe Mamani "
    assert typing.tab("/mi") == "/mine "
    assert typing.tab("/nothing") is None
    assert typing.word("") == "note"


def test_an_owner_is_completed_where_tab_made_the_line_a_step(begin: Begin) -> None:
    typing = begin("clarify")
    assert typing.tab("call Puno @Dol") is None
    for _press in range(2):
        typing.tab("call Puno")
    assert typing.word("call Puno") == "next step"
    assert typing.complete("call Puno @Dol") == "call Puno @Dolores Quispe Mamani "
    assert typing.tab("call Puno @dol") == "call Puno @Dolores Quispe Mamani "
    assert typing.tab("mail d@Dol") is None


def test_the_row_under_the_line_echoes_owner_and_day(begin: Begin) -> None:
    typing = begin("takeaways")
    assert typing.echo("> send it @Ann Otieno due 2026-12-01") == "Ann Otieno · due Tuesday 1 December 2026"
    assert "/turn" in typing.echo("/tu")
    assert typing.echo("?") == "Enter shows the marks."


def test_a_lone_question_mark_shows_the_marks(begin: Begin) -> None:
    effect = send(begin(), "?")
    assert effect.line == ""
    assert effect.sheet


def test_an_empty_line_says_how_time_stands(begin: Begin) -> None:
    assert "left" in send(begin("clarify"), "").hint


def test_a_refused_command_stays_in_the_line(begin: Begin) -> None:
    effect = send(begin(), "/nxet")
    assert effect.line is None
    assert "Did you mean /next?" in effect.hint


@pytest.mark.parametrize("more", ["t", "the board met", "李", "/", "> ", "?", "~"])
def test_what_is_typed_on_behind_a_refused_command_is_a_line_of_its_own(begin: Begin, more: str) -> None:
    typing = begin("clarify")
    typing.sent("/shaer mail")
    assert typing.went_ahead("/shaer mail", more) == Effect(line="")
    send(typing, "the board met")
    assert texts(typing) == ["the board met"]
    assert typing.walked("up").line == "/shaer mail"
    assert typing.reopen().line == "the board met"


@pytest.mark.parametrize(
    ("refused", "more"),
    [
        ("/clo", "s"),
        ("/turn Anabe", " "),
        ("/turn An", "n"),
        ("/goto Clar", "i"),
        ("/silence", " 3"),
        ("/more x", "2"),
        ("/end-at 20", ":"),
        ("/due 7 ", "F"),
    ],
)
def test_what_goes_on_with_a_refused_command_mends_it(begin: Begin, refused: str, more: str) -> None:
    typing = begin("clarify", "> Ann: call the board")
    assert typing.sent(refused).line is None
    assert typing.went_ahead(refused, more) is None


def test_a_refused_command_that_was_typed_again_rightly_does_not_come_back(begin: Begin) -> None:
    typing = begin("clarify", "the board met")
    typing.sent("/mroe 2")
    typing.went_ahead("/mroe 2", "/")
    send(typing, "/more 2")
    assert typing.walked("up").line == "the board met"


def test_a_refused_command_is_put_away_once(begin: Begin) -> None:
    typing = begin("clarify")
    typing.sent("/mroe 2")
    assert not typing.refused.let_go("something else")
    assert typing.refused.let_go("/mroe 2")
    assert not typing.refused.let_go("/mroe 2")


def test_a_folder_that_takes_nothing_is_said_and_the_line_stays_to_be_mended(
    begin: Begin, tmp_path: Path
) -> None:
    typing = begin()
    effect = send(typing, "/keep-in /dev/null")
    assert effect.line is None
    assert "Choose another folder." in effect.hint
    assert send(typing, f"/keep-in {tmp_path}").line == ""


def test_with_pens_down_the_line_stays_and_the_word_says_so(begin: Begin) -> None:
    typing = begin("case")
    send(typing, "/off")
    assert typing.word("her words") == "pens down"
    effect = send(typing, "her words")
    assert effect.line is None
    assert effect.hint.startswith("Pens are down: nothing is written.")
    assert typing.pasted("one\ntwo").hint.startswith("Pens are down")
    assert texts(typing) == []
    assert typing.word("/on") == "command"
    send(typing, "/on")
    assert send(typing, "her words").line == ""


def test_the_last_note_is_reopened_mended_and_remarked(begin: Begin) -> None:
    typing = begin("clarify", *LINES)
    opened = typing.reopen()
    assert opened.line == "> share the by-law paragraph"
    assert typing.word(opened.line) == "edit 8"
    assert send(typing, "! share it with Ann").line == ""
    note = typing.meeting.state.notes[8]
    assert (note.kind, note.text) == ("takeaway", "share it with Ann")
    assert typing.editing is None


def test_any_note_is_reopened_by_its_number(begin: Begin) -> None:
    typing = begin("clarify", *LINES)
    effect = send(typing, "/edit 3")
    assert effect.line == "? who signs the payments"
    assert typing.escape()
    assert typing.meeting.state.notes[3].text == "who signs the payments"
    assert "There is no line 99." in send(typing, "/edit 99").hint


def test_escape_leaves_a_reopened_note_as_it_was_and_so_does_enter_without_a_change(begin: Begin) -> None:
    typing = begin("clarify", *LINES)
    before = typing.meeting.state.notes
    typing.reopen()
    assert typing.escape()
    assert not typing.escape()
    effect = send(typing, str(typing.reopen().line))
    assert effect == Effect(line="", hint="Line 8 stays as it was.")
    assert typing.meeting.state.notes == before
    assert typing.editing is None


def test_there_may_be_nothing_to_reopen(begin: Begin) -> None:
    typing = begin()
    assert typing.reopen() == Effect(hint="Nothing is written yet.")
    assert typing.editing is None


def test_awkward_text_is_reopened_as_it_was_typed(begin: Begin) -> None:
    typing = begin("clarify")
    send(typing, f"\\{AWKWARD}")
    assert send(typing, str(typing.reopen().line)).hint == "Line 1 stays as it was."
    assert texts(typing) == [AWKWARD]


def test_a_paste_keeps_every_line_and_one_undo_takes_all_of_it_back(begin: Begin) -> None:
    typing = begin("clarify", "before")
    lines = [f"line {number} {AWKWARD}" for number in range(200)]
    effect = typing.pasted("\r\n".join(lines))
    assert texts(typing) == ["before", *lines]
    assert effect.line is None
    assert effect.hint.startswith("200 lines are kept. ^R takes all of it back.")
    typing.do(it.Undo())
    assert texts(typing) == ["before"]


def test_in_a_silence_a_line_without_a_mark_is_for_me(begin: Begin) -> None:
    typing = begin("pause")
    assert typing.word("") == typing.word("Ann: she never says no") == "for me"
    send(typing, AWKWARD)
    assert typing.scratch.lines == (AWKWARD,)
    assert texts(typing) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("? who", "question"),
        ("! one", "takeaway"),
        ("> call", "step"),
        ("= so", "decision"),
        ("~ hers", "note"),
    ],
)
def test_in_a_silence_marked_lines_go_to_the_meeting(begin: Begin, text: str, kind: str) -> None:
    typing = begin("pause")
    send(typing, text)
    assert [note.kind for note in typing.meeting.state.ordered_notes()] == [kind]
    assert typing.scratch.lines == ()
    assert typing.word("") == "for me", "and the next line is private again"


def test_in_a_silence_commands_go_to_the_meeting(begin: Begin) -> None:
    typing = begin("pause")
    send(typing, "/later the budget")
    send(typing, "/more 1")
    assert typing.meeting.state.notes[1].kind == "later"
    assert typing.meeting.state.planned["pause"] == 300


def test_a_paste_in_a_silence_is_divided_in_the_same_way(begin: Begin) -> None:
    typing = begin("pause")
    typing.pasted("mine\n! ours\nmine too\n")
    assert typing.scratch.lines == ("mine", "mine too")
    assert texts(typing) == ["ours"]


def test_text_half_typed_when_a_silence_begins_stays_a_note(begin: Begin) -> None:
    typing = begin("clarify")
    typing.settle("the deputy wai")
    typing.meeting.submit(it.Next())
    typing.settle("the deputy wai")
    assert typing.word("the deputy waited") == "note"
    assert typing.drafted("the deputy waited") == "the deputy waited"
    send(typing, "the deputy waited")
    assert texts(typing) == ["the deputy waited"]
    assert typing.word("next thought") == "for me"


def test_text_begun_in_a_silence_stays_private_when_it_ends(begin: Begin) -> None:
    typing = begin("pause")
    typing.meeting.submit(it.Next())
    typing.settle("what I noti")
    assert typing.word("what I noticed") == "for me"
    assert typing.drafted("what I noticed") == ""
    send(typing, "what I noticed")
    assert typing.scratch.lines == ("what I noticed",)
    assert texts(typing) == []
    assert typing.word("a note again") == "note"


def test_tab_in_a_silence_makes_a_note_on_purpose_and_comes_back_to_private(begin: Begin) -> None:
    typing = begin("pause")
    words = []
    for _press in range(8):
        words.append(typing.word("x"))
        typing.tab("x")
    assert words == ["for me", "note", "question", "takeaway", "next step", "decision", "later", "for me"]
    assert typing.drafted("x") == "x", "it is a note now"
    send(typing, "kept for all")
    assert texts(typing) == ["kept for all"]


def test_a_private_line_becomes_a_note_only_on_purpose(begin: Begin) -> None:
    typing = begin("pause")
    send(typing, "one")
    send(typing, "two")
    typing.meeting.submit(it.Next())
    typing.settle("")
    assert send(typing, "/mine").sheet == ("1. one", "2. two")
    effect = send(typing, "/mine 2")
    assert effect.line == "two"
    assert typing.drafted("two") == ""
    assert typing.scratch.lines == ("one", "two")
    assert typing.escape(), "and one may think again"
    assert texts(typing) == []
    send(typing, "/mine 2")
    send(typing, "two, in better words")
    assert texts(typing) == ["two, in better words"]
    assert typing.scratch.lines == ("one",)


def test_a_private_line_that_became_a_command_or_was_emptied_stays_private(begin: Begin) -> None:
    typing = begin("pause")
    send(typing, "one")
    typing.meeting.submit(it.Next())
    send(typing, "/mine 1")
    typing.settle("")
    send(typing, "another note")
    assert typing.scratch.lines == ("one",)
    assert "no private line 7" in send(typing, "/mine 7").hint
    assert "no private line x" in send(typing, "/mine x").hint


def test_journalling_records_nothing(begin: Begin) -> None:
    typing = begin("journal")
    send(typing, "where have I met this")
    assert texts(typing) == []
    assert typing.drafted("half a thou") == ""


def test_a_command_from_the_palette_gives_the_line_back_as_it_was(begin: Begin) -> None:
    typing = begin("clarify")
    typing.tab("")
    typing.pod_only = True
    typing.put_aside("who deci")
    assert typing.word("/turn ") == "command"
    assert typing.drafted("/turn An") == "who deci"
    send(typing, "/turn Ann")
    assert typing.back() == "who deci"
    assert (typing.kind, typing.pod_only) == ("question", True)
    assert typing.back() is None


def test_a_private_line_stays_private_while_a_command_from_the_palette_is_typed(begin: Begin) -> None:
    typing = begin("pause")
    typing.put_aside("what I noti")
    assert typing.drafted("/more 1") == ""
    send(typing, "/next")
    typing.settle(typing.back() or "")
    assert typing.word("what I noticed") == "for me"


def test_a_note_that_is_being_mended_stays_so_while_a_command_is_run(begin: Begin) -> None:
    typing = begin("clarify", *LINES)
    typing.reopen(4)
    assert typing.run("/more 1").line is None
    typing.put_aside("! a wish is n")
    send(typing, "/turn Ann")
    assert typing.back() == "! a wish is n"
    assert typing.editing == 4


def test_steps_without_an_owner_are_asked_for_when_read_back(begin: Begin) -> None:
    typing = begin("takeaways", *LINES)
    effect = typing.do(it.SayReadBack())
    assert "4, takeaway: a decision without an owner is a wish" in effect.sheet
    assert effect.sheet.count("Line 8 has no owner: who takes it?") == 1
    assert not any("treasurer" in line for line in effect.sheet)


def test_what_undo_and_strike_did_is_said(begin: Begin) -> None:
    typing = begin("", *LINES)
    assert "line 8" in typing.do(it.Undo()).hint
    assert send(typing, "/strike 2").hint.startswith("Line 2 is struck")


def test_leaving_and_asking(begin: Begin) -> None:
    typing = begin("clarify", *LINES)
    assert send(typing, "/leave").leave
    for command in ("/say", "/time", "/who", "/agenda", "/notes", "/help", "/help turn", "/quiet"):
        effect = send(typing, command)
        assert effect.line == ""
        assert effect.sheet
