"""The commands that put kept lines elsewhere, join and divide them, and give them a kind or a day."""

from __future__ import annotations

import pytest
from capture_meetings import NOW, TODAY, with_notes

from facilitator.capture.commands import read_command
from facilitator.capture.complete import complete
from facilitator.capture.grammar import COMMANDS
from facilitator.capture.line import Command, read_line
from facilitator.capture.marks import toggle_pod_only, turn_kind
from facilitator.capture.names import Roster
from facilitator.session import intents as it
from facilitator.session.refused import Refused
from facilitator.session.state import Note

ANN = "Ann Otieno"
STATE = with_notes(
    Note(
        number=3, kind="note", text="She waits. Her deputy decides; he waits", speakers=(ANN,), stage="case"
    ),
    Note(number=4, kind="step", text="call Puno by next Tue", owners=(ANN,), stage="case"),
    Note(number=7, kind="takeaway", text="Ask Dolores FIRST", stage="arrive"),
    Note(number=8, kind="step", text="write", owners=(ANN,), due="2026-12-01", stage="case"),
)


def read(line: str) -> object:
    reading = read_line(line, Roster(STATE.names()), TODAY)
    assert isinstance(reading, Command)
    return read_command(reading.name, reading.rest, STATE, TODAY, NOW)


@pytest.mark.parametrize(
    ("line", "intent"),
    [
        ("/move 7 up", it.Move(number=7, how="up")),
        ("/move #7 DOWN", it.Move(number=7, how="down")),
        ("/move 7 above 4", it.Move(number=7, how="above", other=4)),
        ("/move 7 below #4", it.Move(number=7, how="below", other=4)),
        ("/move 7 to power lens", it.Move(number=7, how="to", stage="power")),
        ("/move 7 to 2", it.Move(number=7, how="to", stage="case")),
        ("/merge 7 8", it.Merge((7, 8))),
        ("/merge 7, 8 & 3", it.Merge((7, 8, 3))),
        ("/split 7 dolores first", it.Split(7, 4)),
        ("/split 7 at first", it.Split(7, 12)),
        ("/split 3", it.Split(3, 11)),
        ("/mark 3 takeaway", it.Edit(number=3, kind="takeaway")),
        ("/mark 3 ?", it.Edit(number=3, kind="question")),
        ("/mark 3 step", it.Edit(number=3, kind="step", owners=(ANN,), speakers=())),
        ("/mark 8 note", it.Edit(number=8, kind="note", owners=(), speakers=(ANN,), due="")),
        ("/mark 8 next step", it.Edit(number=8, kind="step")),
        ("/mark 3 later", it.Edit(number=3, kind="later")),
        ("/mark 3 pod-only", it.Edit(number=3, pod_only=True)),
        ("/mark 3 ~", it.Edit(number=3, pod_only=True)),
        ("/move 7 power lens", it.Move(number=7, how="to", stage="power")),
        ("/merge 7 and 8", it.Merge((7, 8))),
        ("/due 8 4 December", it.Edit(number=8, due="2026-12-04")),
        ("/due 8 le 25", it.Edit(number=8, due="2026-11-25")),
        ("/due 8 none", it.Edit(number=8, due="")),
        ("/due 4 2026-12-01", it.Edit(number=4, text="call Puno", due="2026-12-01")),
        ("/due 4 Friday", it.Edit(number=4, due="2026-11-27")),
    ],
)
def test_a_command_about_a_kept_line_is_read(line: str, intent: object) -> None:
    assert read(line) == intent


def test_said_twice_pod_only_does_not_open_a_line_again() -> None:
    state = with_notes(Note(number=6, kind="note", text="not for others", pod_only=True, stage="arrive"))
    assert read_command("mark", "6 open", state, TODAY, NOW) == it.Edit(number=6, pod_only=False)
    for word in ("~", "pod-only", "Pod only"):
        with pytest.raises(Refused, match=r"^Line 6 is for the pod only already\. /mark 6 open opens it"):
            read_command("mark", f"6 {word}", state, TODAY, NOW)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("/move 7", "Write /move 7 up, down, above 4, below 4 or to STAGE."),
        ("/move 7 sideways", "Write /move 7 up"),
        ("/move 7 up 2", "Write /move 7 up"),
        ("/move 7 above 9", "There is no line 9."),
        ("/move 9 up", "There is no line 9."),
        ("/move 7 to Lunch", "No stage is called Lunch. /agenda lists them."),
        ("/move 7 to Arrife", "No stage is called Arrife. Did you mean Arrive?"),
        ("/merge 7 x", "x is not the number of a line."),
        ("/split 3 zebra", "Line 3 does not have these words: zebra."),
        ("/split 3 waits", "Line 3 has these words more than once."),
        ("/split 7", "Write the words with which the second line begins: /split 7 WORDS."),
        ("/mark 3 thing", "Write /mark 3 and one of: note, question,"),
        ("/mark 3", "Write /mark 3 and one of"),
        ("/mark 3 open", "Line 3 is not for the pod only. /mark 3 pod-only keeps it there."),
        ("/move 7 5 6", "Write /move 7 up"),
        ("/due 3 Friday", "Line 3 is no next step. /mark 3 step makes it one."),
        ("/due 8", "Write a day: /due 8 Friday, or /due 8 none."),
        ("/due 8 next Tue", "next Tue can be Tuesday 24 November 2026 or Tuesday 1 December 2026."),
        ("/due 8 soon", "soon names no day."),
        ("/due 8 31 June", "31 June names no day."),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_can(line: str, sentence: str) -> None:
    with pytest.raises(Refused) as refused:
        read(line)
    assert refused.value.sentence.startswith(sentence)


@pytest.mark.parametrize("name", ["move", "merge", "split", "mark", "due"])
def test_each_needs_the_number_of_a_line(name: str) -> None:
    with pytest.raises(Refused) as refused:
        read(f"/{name}")
    assert COMMANDS[name].usage in refused.value.sentence


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("nid", ["Bríd Ní Dhálaigh: "]),
        ("ni dh", ["Bríd Ní Dhálaigh: "]),
        ("NÍ DHÁ", ["Bríd Ní Dhálaigh: "]),
        ("李", ["李娜: "]),
        ("li", []),
        ("a", []),
        ("Ann ", ["Ann Otieno: "]),
        ("Ann O", ["Ann Otieno: "]),
        ("Well, am", []),
        ("Ann, nid", ["Ann, Bríd Ní Dhálaigh: "]),
        ("> call @nid", ["> call @Bríd Ní Dhálaigh "]),
        ("/turn nid", ["/turn Bríd Ní Dhálaigh"]),
        ("/goto power l", ["/goto Power lens"]),
        ("/goto casetold", ["/goto Case told"]),
        ("/drop arr", []),
        ("/drop p", ["/drop Power lens"]),
        ("/add dec", ["/add decisions "]),
        ("/order qu", ["/order quiet"]),
        ("/order lot", []),
        ("/hard silent", ["/hard Somebody is silent"]),
        ("/move 7 ", [f"/move 7 {way}" for way in ("up", "down", "above ", "below ", "to ")]),
        ("/move 7 to po", ["/move 7 to Power lens"]),
        ("/move 7 above ", [f"/move 7 above {number}" for number in (8, 4, 3)]),
        ("/merge 7 ", ["/merge 7 8", "/merge 7 4", "/merge 7 3"]),
        ("/mark 7 q", ["/mark 7 question"]),
        ("/due 8 fr", ["/due 8 Friday"]),
        ("/split 7 ", []),
    ],
)
def test_names_and_arguments_complete_in_any_script(typed: str, lines: list[str]) -> None:
    assert list(complete(typed, STATE, (), {"hard": ("Somebody is silent", "It gets loud")})) == lines


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("she waits", "? she waits"),
        ("? she waits", "! she waits"),
        ("~ ! Ann: one", "~ > Ann: one"),
        ("> x", "= x"),
        ("= x", "/later x"),
        ("~ = x", "/later ~ x"),
        ("/later x", "x"),
        ("/later ~ x", "~ x"),
        ("/turn Ann", "/turn Ann"),
    ],
)
def test_the_kind_of_a_whole_line_goes_round(line: str, following: str) -> None:
    assert turn_kind(line) == following
    assert turn_kind(following, -1) == line


@pytest.mark.parametrize(
    ("line", "other"),
    [("x", "~ x"), ("> x", "~ > x"), ("/later x", "/later ~ x"), ("Ann: x", "~ Ann: x")],
)
def test_the_pod_only_mark_is_put_on_any_line_and_taken_away(line: str, other: str) -> None:
    assert toggle_pod_only(line) == other
    assert toggle_pod_only(other) == line
