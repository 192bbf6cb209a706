"""The lobby in plain lines: Enter alone takes what is suggested; only names must be typed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from facilitator.agenda.library import find
from facilitator.meeting.opening import Wanted
from facilitator.plain_lobby import ask
from facilitator.pod.remembered import remember


class Typed:
    """Lines as a person types them; None when there are no more."""

    interactive = True

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)

    def get(self, timeout: float | None) -> object:
        return next(self._lines, None)


def asked(home: Path, lines: list[str]) -> tuple[Wanted | None, list[str]]:
    said: list[str] = []
    wanted = Wanted(agenda=find("intervision"), zone="UTC")
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
