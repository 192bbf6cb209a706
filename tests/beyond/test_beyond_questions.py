"""The questions before a text leaves the pod: what is asked, what each answer does, and what is kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from meeting_room import AGENDA, PEOPLE, FakeClock, Room, all_bytes, kept, log_of, note
from msgspec.structs import replace

from facilitator.beyond.desk import Desk, Stopped
from facilitator.beyond.terminal import ask
from facilitator.meeting.desk import take
from facilitator.meeting.forgetting import forget
from facilitator.meeting.opening import look
from facilitator.minutes.document import Document
from facilitator.pod.beyond import NotYet, released
from facilitator.pod.choices import recall_choices, remember_choices
from facilitator.session import intents as it
from facilitator.store.lock import SessionLock
from facilitator.store.trouble import StoreError

ANN, ANNABEL = PEOPLE[3], PEOPLE[4]
YES = ("", ANN)
"""The whole text is right; Ann, who gave the case, has said yes."""


class Pod:
    """A closed meeting in a home of its own, and somebody who answers questions about it."""

    def __init__(self, home: Path, *lines: it.Intent, **wanted: Any) -> None:
        self.home = home
        self.clock = FakeClock()
        self.room = Room(home)
        self.room.clock = self.clock
        meeting = self.room.opened(**wanted)
        kept(meeting, *lines, it.Close())
        self.folder = meeting.folder
        self.room.leave(meeting)
        self.said: list[str] = []

    def ask(self, *answers: str) -> Document:
        given = iter(answers)
        state = look(self.folder).state
        self.said = []
        desk = Desk(self.home, self.folder, state, self.clock, lambda: next(given, None), self.said.append)
        document = ask(desk)
        assert list(given) == []
        return document

    def released(self) -> Document:
        return released(self.home, self.folder, look(self.folder).state)

    def missing(self) -> str:
        with pytest.raises(NotYet) as told:
            self.released()
        return str(told.value)

    def asked(self) -> list[str]:
        """The words that were asked about."""
        return [line.partition(": ")[2].partition(",")[0] for line in self.said if " of " in line[:8]]


def texts(document: Document) -> list[str]:
    return [line.text for line in (*document.takeaways, *document.steps, *document.decisions)]


def pod(tmp_path: Path, *lines: it.Intent, **wanted: Any) -> Pod:
    return Pod(tmp_path / "home", *lines, **wanted)


def test_every_word_is_asked_once_and_the_text_goes_after_the_yes(tmp_path: Path) -> None:
    one = pod(
        tmp_path,
        note("Puno decides; ask Annabel", "takeaway"),
        note("go to Puno", "step", owners=(ANN,)),
        note("of the case", speakers=(ANN,)),
    )
    assert "Line 1, Puno: a word with a capital letter" in one.missing()
    assert "the yes of Ann Otieno, who gave the case" in one.missing()
    document = one.ask("", "a region", "", *YES)
    assert one.asked() == ["Puno", "Annabel"]
    assert texts(document) == ["a region decides; ask a member", "go to a region"]
    assert document.steps[0].owners == ("the case giver",)
    assert one.released() == document
    (said,) = [event for event in log_of(one.folder) if event["type"] == "beyond_approved"]
    assert said["giver"] == ANN
    assert len(said["digest"]) == 64
    assert "region" not in str(said)


def test_nothing_is_asked_twice_of_what_was_decided_in_another_meeting(tmp_path: Path) -> None:
    lines = (note("Puno and Oruro decide; ask Annabel", "takeaway"),)
    one = pod(tmp_path, *lines)
    one.ask("", "a region", "k", "", *YES)
    other = Pod(one.home, *lines, giver=ANNABEL)
    document = other.ask("", "", ANNABEL)
    assert other.asked() == []
    assert texts(document) == ["a region and Oruro decide; ask the case giver"]


def test_a_kept_name_is_asked_about_again_in_the_next_meeting(tmp_path: Path) -> None:
    lines = (note("we go with grace", "takeaway"),)
    one = pod(tmp_path, *lines, people=("Grace", ANN), chair="Grace", keeper="", giver=ANN)
    assert texts(one.ask("", "k", *YES)) == ["we go with grace"]
    other = Pod(one.home, *lines, people=("Grace", ANN), chair="Grace", keeper="", giver=ANN)
    assert "grace: a name of this meeting (Grace)" in other.missing()


def test_who_is_called_what_can_be_changed_but_not_to_a_name(tmp_path: Path) -> None:
    one = pod(tmp_path, note("go", "step", owners=(ANN, ANNABEL)))
    document = one.ask("2 Brid's friend", "x", "7 somebody", "2 a colleague", "", *YES)
    assert document.steps[0].owners == ("the case giver", "a colleague")
    assert "These words still hold Brid's. Type others." in one.said
    assert one.said.count("Type a number of the list, a space, and the words. Or Enter alone.") == 2


def test_words_with_a_name_in_them_are_not_taken_in_place_of_another(tmp_path: Path) -> None:
    one = pod(tmp_path, note("go to Puno", "takeaway"))
    assert texts(one.ask("Annabels town", "x@y.example", "a town", *YES)) == ["go to a town"]
    assert "These words still hold Annabels. Type others." in one.said


def test_a_line_stays_in_the_pod_and_comes_back_by_its_number(tmp_path: Path) -> None:
    one = pod(tmp_path, note("one", "takeaway"), note("two", "takeaway"), note("three", "takeaway"))
    assert texts(one.ask("1", "2", "1", "9", *YES)) == ["one", "three"]
    assert "There is no line 9 in this text." in one.said
    (said,) = [event for event in log_of(one.folder) if event["type"] == "beyond_approved"]
    assert said["left_out"] == [2]


def test_any_words_of_the_text_can_be_replaced_while_it_is_read(tmp_path: Path) -> None:
    one = pod(
        tmp_path,
        note("move it to the altiplano", "takeaway"),
        note("go to Puno", "step", owners=(ANN,)),
        note("I live on the altiplano", speakers=(ANN,)),
    )
    document = one.ask(
        "",
        "a town",
        "altiplano = the hills",
        "a town = a place",
        "the case giver = a member",
        "moon = sun",
        *YES,
    )
    assert texts(document) == ["move it to the the hills", "go to a place"]
    assert document.steps[0].owners == ("a member",)
    assert "“moon” does not stand in it." in one.said
    assert "moon" not in recall_choices(one.home).replaced
    assert "Words of the case stand in it again: altiplano. Could they say who it is?" in one.said


def test_without_a_yes_nothing_goes_and_what_was_decided_stays(tmp_path: Path) -> None:
    one = pod(tmp_path, note("go to Puno", "takeaway"))
    with pytest.raises(NotYet, match=r"Nothing is written yet\.\nMissing: the yes of Ann Otieno"):
        one.ask("a town", "", "")
    assert "Puno" not in one.missing()
    assert texts(one.ask(*YES)) == ["go to a town"]


@pytest.mark.parametrize("answers", [(), ("",), ("", "a town"), ("", "a town", ""), ("", "a town", "", "")])
def test_the_end_of_the_input_ends_the_questions_wherever_it_comes(
    tmp_path: Path, answers: tuple[str, ...]
) -> None:
    one = pod(tmp_path, note("go to Puno, ask Annabel", "takeaway"))
    with pytest.raises(Stopped, match="remembered"):
        one.ask(*answers)
    assert look(one.folder).state.beyond == ()
    assert len(recall_choices(one.home).replaced) == max(min(len(answers) - 1, 2), 0)


def test_only_the_full_name_of_who_is_asked_is_a_yes(tmp_path: Path) -> None:
    one = pod(tmp_path, note("kept", "takeaway"))
    one.ask("", "Ann", "yes", ANNABEL, "ANN  OTIENO")
    assert one.said.count("The yes of Ann Otieno is needed. Type that full name.") == 3
    assert [said.giver for said in look(one.folder).state.beyond] == [ANN]


def test_with_two_cases_the_text_goes_after_both_have_said_yes(tmp_path: Path) -> None:
    second = it.GiveRole("giver", ANNABEL, 2)
    one = pod(tmp_path, note("kept", "takeaway"), second, agenda=replace(AGENDA, cases=2))
    with pytest.raises(NotYet, match="the yes of Annabel Otieno-Brandt"):
        one.ask("", ANN, "")
    one.ask("", ANNABEL)
    assert [said.giver for said in look(one.folder).state.beyond] == [ANN, ANNABEL]


def test_a_changed_line_needs_a_new_yes(tmp_path: Path) -> None:
    one = pod(tmp_path, note("kept", "takeaway"))
    one.ask(*YES)
    meeting = one.room.resumed(one.folder)
    kept(meeting, it.Edit(number=1, text="kept well"))
    one.room.leave(meeting)
    assert "the yes of Ann Otieno" in one.missing()
    assert texts(one.ask(*YES)) == ["kept well"]
    assert one.ask() == one.released()


def test_a_session_that_is_open_elsewhere_takes_no_yes(tmp_path: Path) -> None:
    one = pod(tmp_path, note("kept", "takeaway"))
    lock = SessionLock(one.folder)
    lock.acquire()
    try:
        with pytest.raises(StoreError):
            one.ask(*YES)
    finally:
        lock.release()
    assert look(one.folder).state.beyond == ()


def test_pod_only_words_are_in_no_question_and_no_file_of_decisions(tmp_path: Path) -> None:
    one = pod(tmp_path, note("kept", "takeaway"), note("Zuleika is her manager", "takeaway", pod_only=True))
    one.ask(*YES)
    assert "Zuleika" not in "\n".join(one.said)
    assert b"Zuleika" not in all_bytes(one.home).replace(
        (one.folder / "events.jsonl").read_bytes(), b""
    ).replace((one.folder / "minutes.md").read_bytes(), b"")


def test_nothing_to_share_needs_no_yes_and_no_question(tmp_path: Path) -> None:
    one = pod(tmp_path, note("of the case", speakers=(ANN,)))
    assert texts(one.ask()) == []
    assert one.said == []


def test_a_struck_line_takes_the_decisions_about_its_words_along(tmp_path: Path) -> None:
    one = pod(tmp_path, note("the nephew of Zuleika", "takeaway"), note("go to Puno", "takeaway"))
    one.ask("a person", "a town", "nephew = relative", *YES)
    meeting = one.room.resumed(one.folder)
    take(meeting, "/edit 1 kept")
    answer = take(meeting, "/strike 1")
    assert any("is struck" in said for said in answer.said)
    one.room.leave(meeting)
    for word in (b"Zuleika", b"nephew", b"relative"):
        assert word not in all_bytes(one.home)
    assert recall_choices(one.home).replaced == {"Puno": "a town"}


def test_a_forgotten_case_takes_the_decisions_about_its_notes_along(tmp_path: Path) -> None:
    one = pod(tmp_path, note("Puno decides", "takeaway"), note("Zuleika's board", speakers=(ANN,)))
    one.ask("a town", *YES)
    remember_choices(one.home, recall_choices(one.home).keeping("Zuleika's"))
    forget(one.folder, one.clock)
    assert b"Zuleika" not in all_bytes(one.home)
    assert recall_choices(one.home).replaced == {"Puno": "a town"}


def test_whom_the_pod_writes_to_and_turns_to_is_known(tmp_path: Path) -> None:
    one = pod(tmp_path, note("ask fatou sow and hodan; the programme office; an office", "takeaway"))
    (one.home / "addresses.toml").write_text('"Fatou Sow" = "f@example.org"\n', "utf-8")
    (one.home / "contacts.toml").write_text(
        "format = 1\n"
        '[[contact]]\nname = "Hodan Ali"\nreach = "h@example.org"\n'
        '[[contact]]\nname = "Programme office"\nreach = "p@example.org"\n',
        "utf-8",
    )
    missing = one.missing()
    assert "Line 1, fatou sow: a name that the pod knows (Fatou Sow)" in missing
    assert "Line 1, hodan: a name that the pod knows (Hodan Ali)" in missing
    assert "Line 1, programme office: a word of the pod's list" in missing
    assert missing.count("Line 1, ") == 3


@pytest.mark.parametrize("name", ["addresses.toml", "contacts.toml"])
def test_nothing_goes_while_a_list_of_names_cannot_be_read(tmp_path: Path, name: str) -> None:
    one = pod(tmp_path, note("kept", "takeaway"))
    one.ask(*YES)
    (one.home / name).write_text("= broken", "utf-8")
    with pytest.raises(StoreError, match=rf"cannot be checked.*Mend or delete .*{name}"):
        one.released()


def test_what_may_be_a_short_name_stays_in_one_meeting_only(tmp_path: Path) -> None:
    lines = (note("ask Bella and Puno", "takeaway"),)
    one = pod(tmp_path, *lines)
    assert (
        "Line 1, Bella: a word with a capital letter, perhaps short for Annabel Otieno-Brandt"
        in one.missing()
    )
    assert texts(one.ask("", "k", "k", *YES)) == ["ask Bella and Puno"]
    other = Pod(one.home, *lines)
    assert "Bella" in other.missing()
    assert "Puno:" not in other.missing()


def test_lines_in_which_no_check_sees_a_name_are_pointed_out(tmp_path: Path) -> None:
    one = pod(tmp_path, note("我们下个月再决定", "takeaway"), note("我们听", "decision"))
    one.ask(*YES)
    assert (
        "No check finds an unknown name in a script without capital letters. Read these lines: 1, 2."
        in one.said
    )
