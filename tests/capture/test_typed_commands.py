"""Every command of contract 2, as typed."""

from __future__ import annotations

from contextlib import suppress

import immutables
import pytest
from capture_meetings import NOW, PEOPLE, TODAY, state_of, with_notes
from hypothesis import given
from hypothesis import strategies as st

from facilitator.agenda.model import Planned
from facilitator.capture.commands import Ask, Leave, Prompt, Reopen, Wait, Wanted, read_command
from facilitator.capture.complete import complete
from facilitator.capture.grammar import COMMANDS, mark_lines
from facilitator.capture.line import Command, Kept, read_line
from facilitator.capture.names import Roster
from facilitator.session import intents as it
from facilitator.session.refused import Refused
from facilitator.session.state import Note, State

NOTES = with_notes(
    Note(number=3, kind="note", text="the treasurer", speakers=("Amina Diallo",)),
    Note(number=4, kind="step", text="call Puno", owners=("Ann Otieno",), due="2026-12-01"),
    struck=frozenset({5}),
)


def read(line: str, state: State = NOTES) -> Wanted:
    reading = read_line(line, Roster(state.names()), TODAY)
    if isinstance(reading, Kept):
        return reading.intent
    assert isinstance(reading, Command)
    return read_command(reading.name, reading.rest, state, TODAY, NOW)


def refusal(line: str, state: State = NOTES) -> str:
    with pytest.raises(Refused) as refused:
        read(line, state)
    return refused.value.sentence


CASES: list[tuple[str, Wanted]] = [
    ("/go", it.Go()),
    ("/next", it.Next()),
    ("/back", it.Back()),
    ("/goto 3", it.GoTo("3")),
    ("/goto Power lens", it.GoTo("3")),
    ("/goto power", it.GoTo("3")),
    ("/goto LENS", it.GoTo("3")),
    ("/goto journal", it.GoTo("4")),
    ("/skip", it.Skip()),
    ("/skip no time left", it.Skip("no time left")),
    ("/skip later", it.Skip(later=True)),
    ("/skip Later we are tired", it.Skip("we are tired", later=True)),
    ("/skip lateral thinking", it.Skip("lateral thinking")),
    ("/return", it.TakeUp()),
    ("/return 14", it.TakeUp(14)),
    ("/return #14", it.TakeUp(14)),
    ("/return lens", it.TakeUp(stage="power")),
    ("/pause", it.Pause()),
    ("/resume", it.Resume()),
    ("/more", it.More(120.0)),
    ("/more 3", it.More(180.0)),
    ("/less 1", it.Less(60.0)),
    ("/less 90s", it.Less(90.0)),
    ("/started 2", it.Started(120.0)),
    ("/end-at 20:30", it.EndAt("2026-11-21T20:30:00.000Z")),
    ("/turn", it.Turn()),
    ("/turn Amina", it.Turn("Amina Diallo")),
    ("/turn @amina", it.Turn("Amina Diallo")),
    ("/turn 李娜", it.Turn("李娜")),
    ("/turn Ann", it.Turn("Ann Otieno")),
    ("/pass", it.Pass()),
    ("/silence 3", it.Silence(180.0)),
    ("/silence 4:30", it.Silence(270.0)),
    ("/here Bríd", it.Here("Bríd Ní Dhálaigh")),
    ("/away Brid", it.Away("Bríd Ní Dhálaigh")),
    ("/giver 2 brid", it.GiveRole("giver", "Bríd Ní Dhálaigh", 2)),
    ("/giver 2. @Amina", it.GiveRole("giver", "Amina Diallo", 2)),
    ("/place phone", it.MeetIn("phone")),
    ("/place Room", it.MeetIn("room")),
    ("/join Fatou", it.Join("Fatou")),
    ("/join  Fatou   Diop", it.Join("Fatou Diop")),
    ("/join Ann", it.Join("Ann")),
    ("/chair Amina", it.GiveRole("chair", "Amina Diallo")),
    ("/lead", it.Lead()),
    ("/lead Fatou Bâ", it.Lead("Fatou Bâ")),
    ("/lead Dolores", it.Lead("Dolores Quispe Mamani")),
    ("/lead @Brid", it.Lead("Bríd Ní Dhálaigh")),
    ("/keeper Bríd", it.GiveRole("keeper", "Bríd Ní Dhálaigh")),
    ("/giver Dolores", it.GiveRole("giver", "Dolores Quispe Mamani")),
    ("/prompt", Prompt("")),
    ("/prompt region", Prompt("region")),
    ("/later", Ask("later")),
    ("/later pay for travel", it.Capture(kind="later", text="pay for travel")),
    ("/only her manager", it.Capture(kind="note", text="her manager", pod_only=True)),
    ("/edit 3", Reopen(3)),
    ("/edit 3 the banker", it.Edit(number=3, text="the banker")),
    ("/undo", it.Undo()),
    ("/redo", it.Redo()),
    ("/strike", it.Strike()),
    ("/strike 3", it.Strike(3)),
    ("/strike #3", it.Strike(3)),
    ("/off", it.PensDown()),
    ("/on", it.PensUp()),
    ("/meet 2026-12-17 15:00 UTC", it.Meet("2026-12-17T15:00:00.000Z", "UTC")),
    ("/close", it.Close()),
    ("/final", it.Finalise()),
    ("/leave", Leave()),
    ("/help", Ask("help")),
    ("/help /next", Ask("help", "next")),
    ("/say", Ask("say")),
    ("/time", Ask("time")),
    ("/who", Ask("who")),
    ("/agenda", Ask("agenda")),
    ("/notes", Ask("notes")),
    ("/quiet", Ask("quiet")),
    ("/wait 4:00", Wait(240.0)),
    ("／ＮＥＸＴ", it.Next()),
    ("/Goto 1", it.GoTo("1")),
]


@pytest.mark.parametrize(("line", "wanted"), CASES, ids=[line for line, _wanted in CASES])
def test_a_command_is_what_it_says(line: str, wanted: Wanted) -> None:
    assert read(line) == wanted


def test_every_command_of_the_contract_is_there_with_usage_and_help() -> None:
    contract = (
        "go next back goto skip pause resume more less started end-at turn pass silence here away join chair",
        "keeper giver prompt later only edit undo redo strike off on meet close final leave help say time",
        "who agenda notes wait count quiet",
    )
    assert set(" ".join(contract).split()) <= set(COMMANDS)
    for spec in COMMANDS.values():
        assert spec.usage.startswith(f"/{spec.name}")
        assert spec.help.endswith(".")
    assert all(any(mark in line for line in mark_lines()) for mark in "?!>=~\\/")


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("/nxet", "No command /nxet. Did you mean /next?"),
        ("/paus", "No command /paus. Did you mean /pause?"),
        ("/zzzzzz", "No command /zzzzzz. /help lists them."),
        ("/quit", "No command /quit. Did you mean /leave?"),
        ("/goto Qqqq", "No stage is called Qqqq. /agenda lists them."),
        ("/turn Amin", "Nobody here is called Amin. Did you mean Amina Diallo?"),
        ("/away An", "Nobody here is called An. Did you mean Ann Otieno?"),
        ("/chair Fatou Diallo", "Nobody here is called Fatou Diallo. Did you mean Amina Diallo?"),
        ("/goto lense", "No stage is called lense. Did you mean Power lens?"),
        ("/goto 5", "There is no stage 5. The stages are 1 to 4; /agenda lists them."),
        ("/goto 0", "There is no stage 0. The stages are 1 to 4; /agenda lists them."),
        ("/edit 9 words", "There is no line 9. /notes lists them."),
        ("/edit 5 words", "Line 5 was struck; its words are gone."),
        ("/edit three words", "three is not the number of a line. /notes lists them."),
        ("/edit 3 /next", "A command cannot be the text of a line. Write \\ before it to keep it as words."),
        ("/place garden", "Write /place and one of: video, phone, room."),
        ("/count", "There is no time away to count."),
        ("/help nxet", "No command /nxet. Did you mean /next?"),
        ("/next please", "No words go after /next. Write /next."),
        (
            "/join Amina Diallo",
            "Amina Diallo is in this session already. /here Amina Diallo says who is back.",
        ),
        (
            "/join Ａmina  diallo",
            "Amina Diallo is in this session already. /here Amina Diallo says who is back.",
        ),
        ("/join Fatou, Moussa", "Write one name after /join, without commas and colons."),
        ("/silence long", "long is not a length of time. Write minutes, such as 4, or 4:30, or 90s."),
    ],
)
def test_wrong_words_are_refused_with_what_is_nearest(line: str, sentence: str) -> None:
    assert refusal(line) == sentence


@pytest.mark.parametrize("name", [spec.name for spec in COMMANDS.values() if spec.needed])
def test_a_command_without_the_words_it_needs_says_what_to_write(name: str) -> None:
    assert refusal(f"/{name}") == f"/{name} needs more words. Write {COMMANDS[name].usage}."


@pytest.mark.parametrize("line", ["//", "/home/ann is full", "/3"])
def test_a_line_that_only_begins_with_a_slash_is_told_how_to_be_kept(line: str) -> None:
    assert "write \\ before it" in refusal(line)


def test_a_name_of_two_people_is_refused_with_both() -> None:
    people = tuple(person for person in NOTES.people if not person.name.startswith("Annabel"))
    state = state_of(people=(*people, type(people[0])("Ann Smith")))
    assert refusal("/turn Ann", state) == "Ann can be Ann Otieno or Ann Smith. Write the full name."


def test_time_away_is_counted_or_left_out_while_it_is_open() -> None:
    away = state_of(away=300.0)
    assert read("/count", away) == it.CountAway()
    assert read("/skip", away) == it.SkipAway()
    assert read("/skip no time left", away) == it.Skip("no time left")


def test_waiting_is_for_rehearsals() -> None:
    assert refusal("/wait 4", state_of(rehearsal=False)) == "/wait works in a rehearsal only."


def test_stages_are_numbered_as_this_meeting_has_them() -> None:
    plan = tuple(Planned(id=one, seconds=60.0) for one in ("arrive", "case", "journal"))
    state = state_of(plan=plan, dropped=("power",))
    assert read("/goto journalling", state) == it.GoTo("3")
    assert refusal("/goto power lens", state) == "Power lens was left out of this meeting to fit the time."
    assert read("/goto power", state_of(phase="lobby", plan=())) == it.GoTo("3")


@pytest.mark.parametrize(
    ("line", "edit"),
    [
        (
            "/edit 3 ? Ann: who pays",
            it.Edit(number=3, kind="question", text="who pays", speakers=("Ann Otieno",)),
        ),
        ("/edit 3 Bríd: it is she", it.Edit(number=3, text="it is she", speakers=("Bríd Ní Dhálaigh",))),
        ("/edit 3 ~ the treasurer", it.Edit(number=3, text="the treasurer", pod_only=True)),
        ("/edit 3 \\? who", it.Edit(number=3, text="? who")),
        ("/edit 4 call Oruro", it.Edit(number=4, text="call Oruro")),
        ("/edit 4 call Oruro by fri", it.Edit(number=4, text="call Oruro", due="2026-11-27")),
        ("/edit 4 call Oruro @Amina", it.Edit(number=4, text="call Oruro", owners=("Amina Diallo",))),
        ("/edit 4 ! call early", it.Edit(number=4, kind="takeaway", text="call early", owners=(), due="")),
        (
            "/edit 3 > call her @Ann",
            it.Edit(number=3, kind="step", text="call her", owners=("Ann Otieno",), speakers=()),
        ),
        (
            "/edit 3 > call her",
            it.Edit(number=3, kind="step", text="call her", owners=("Amina Diallo",), speakers=()),
        ),
        ("/edit 3 ?", it.Edit(number=3, text="?")),
    ],
)
def test_an_edit_changes_only_what_its_text_says(line: str, edit: it.Edit) -> None:
    assert read(line) == edit


@given(
    name=st.sampled_from([*COMMANDS, "nxet", ""]),
    rest=st.text(max_size=30)
    | st.sampled_from([*PEOPLE, "3", "3 ? x", "4:30", "2026-12-17 15:00 UTC", "20:30"]),
)
def test_any_words_after_a_command_are_read_or_refused(name: str, rest: str) -> None:
    with suppress(Refused):
        assert isinstance(read_command(name, rest, NOTES, TODAY, NOW), Wanted)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("/lead Aminna", "Amina Diallo"),
        ("/lead Dolores Quispee", "Dolores Quispe Mamani"),
        ("/lead Fatou, Zoe", "one name"),
    ],
)
def test_a_slip_of_the_pen_makes_no_guest_who_leads(line: str, said: str) -> None:
    assert said in refusal(line)


def test_a_topic_or_a_stage_that_is_kept_is_completed_the_last_one_first() -> None:
    state = with_notes(
        Note(number=3, kind="later", text="who pays", t=10.0),
        Note(number=8, kind="later", text="the board", t=20.0),
        Note(number=9, kind="later", text="taken up", t=30.0),
        put_off=immutables.Map({"power": 15.0}),
        taken_up=immutables.Map({9: "topic-1"}),
    )
    assert complete("/return ", state) == ("/return 8", "/return Power lens", "/return 3")
