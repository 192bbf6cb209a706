"""The lobby in plain lines: Enter alone takes what is suggested; only names must be typed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from facilitator.agenda.library import find
from facilitator.meeting.opening import Wanted
from facilitator.plain_lobby import ask
from facilitator.pod.remembered import remember
from facilitator.pod.topics import add_topic


class Typed:
    """Lines as a person types them; None when there are no more."""

    interactive = True

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)

    def get(self, timeout: float | None) -> object:
        return next(self._lines, None)


def asked(home: Path, lines: list[str], agenda: str = "intervision") -> tuple[Wanted | None, list[str]]:
    said: list[str] = []
    wanted = Wanted(agenda=find(agenda), zone="UTC")
    return ask(home, wanted, Typed(lines), said.append), said  # type: ignore[arg-type]


def test_only_names_must_be_typed(tmp_path: Path) -> None:
    chosen, _said = asked(tmp_path, ["Ann Otieno, 李娜, Bríd Ní Dhálaigh", "", "", "", "", ""])
    assert chosen is not None
    assert chosen.people == ("Ann Otieno", "李娜", "Bríd Ní Dhálaigh")
    assert (chosen.chair, chosen.keeper, chosen.giver) == ("Ann Otieno", "李娜", "Bríd Ní Dhálaigh")
    assert chosen.title == ""


def test_the_people_of_the_last_meeting_are_suggested(tmp_path: Path) -> None:
    remember(tmp_path, ("Ann", "Bo", "Cy"), chair="Ann", keeper="Bo", giver="Cy")
    chosen, said = asked(tmp_path, ["", "", "", "", "", ""])
    assert chosen is not None
    assert chosen.people == ("Ann", "Bo", "Cy")
    assert any("Ann, Bo, Cy" in line for line in said)


def test_a_wrong_answer_is_asked_again_with_a_sentence(tmp_path: Path) -> None:
    chosen, said = asked(tmp_path, ["Ann, Ann", "Ann, Bo", "Zoe", "Bo", "", "", "", ""])
    assert chosen is not None
    assert chosen.chair == "Bo"
    assert any("twice" in line for line in said)
    assert any("Zoe" in line for line in said)


@pytest.mark.parametrize("lines", [[], ["Ann, Bo"], ["Ann, Bo", "", ""]])
def test_the_end_of_input_opens_nothing(tmp_path: Path, lines: list[str]) -> None:
    chosen, _said = asked(tmp_path, lines)
    assert chosen is None


def test_place_and_theme_are_said_at_any_question_which_is_then_asked_again(tmp_path: Path) -> None:
    lines = [
        "Ann, Bo, Cy",
        "/place phone",
        "/theme",
        "/theme 2",
        "／place moon",
        "/dance",
        "",
        "",
        "",
        "",
        "",
    ]
    chosen, said = asked(tmp_path, lines)
    assert chosen is not None
    assert (chosen.place, chosen.theme) == ("phone", "Saying no")
    assert chosen.question
    assert said[0].startswith("The meeting is a video call: /place video, /place phone or /place room")
    assert "The meeting is a phone call." in said
    assert any(line.startswith("1. When good people leave.") for line in said)
    assert "Write /place video, /place phone or /place room." in said
    assert "Here only /place and /theme are commands." in said
    assert sum(line.startswith("Who chairs?") for line in said) == 6


def test_a_format_for_a_theme_asks_for_it_with_the_topics_and_no_case_giver(tmp_path: Path) -> None:
    add_topic(tmp_path, "Night shifts")
    lines = ["Ann, Bo, Cy", "", "", "", "13", ""]
    chosen, said = asked(tmp_path, lines, "themed-discussion")
    assert chosen is not None
    assert (chosen.theme, chosen.giver) == ("Night shifts", "")
    assert "13. Night shifts." in said
    assert not any("case" in line for line in said)


def test_each_case_has_its_own_question(tmp_path: Path) -> None:
    lines = ["Ann, Bo, Cy", "", "", "2", "Cy", "Ann", "", ""]
    chosen, said = asked(tmp_path, lines, "intervision-two-cases")
    assert chosen is not None
    assert chosen.givers == ("Cy", "Ann")
    assert any(line.startswith("Who gives case 2?") for line in said)
