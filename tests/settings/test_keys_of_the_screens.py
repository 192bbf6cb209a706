"""The keys of the screens, the list of actions, and what people are told of them are one and the same."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from textual.binding import Binding

import facilitator
from facilitator.app import FacilitatorApp
from facilitator.screens.agenda_editor import AgendaEditor
from facilitator.screens.close import CloseScreen
from facilitator.screens.closing_line import ClosingLine
from facilitator.screens.home import HomeScreen
from facilitator.screens.live import LiveScreen
from facilitator.screens.lobby import LobbyScreen
from facilitator.screens.minutes import MinutesScreen
from facilitator.screens.room import RoomApp
from facilitator.screens.search import SearchScreen
from facilitator.settings.actions import ACTIONS, key_written, written
from facilitator.settings.model import Settings

PLACES = (
    LiveScreen,
    CloseScreen,
    ClosingLine,
    LobbyScreen,
    MinutesScreen,
    AgendaEditor,
    HomeScreen,
    SearchScreen,
    FacilitatorApp,
    RoomApp,
)
CODE = Path(facilitator.__file__).parent


def bindings() -> list[Binding]:
    return [one for place in PLACES for one in place.BINDINGS if isinstance(one, Binding) and one.id]


def test_every_action_of_the_list_is_bound_on_a_screen_and_every_bound_one_is_in_the_list() -> None:
    assert {one.id for one in bindings()} == set(ACTIONS)
    for one in bindings():
        assert one.id is not None
        assert tuple(one.key.split(",")) == ACTIONS[one.id].keys


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("ctrl+n", "^N"),
        ("f2", "F2"),
        ("ctrl+f2", "^F2"),
        ("shift+f2", "Shift+F2"),
        ("escape", "Esc"),
        ("ctrl+g", "^G"),
    ],
)
def test_a_key_is_written_as_people_write_it(key: str, told: str) -> None:
    assert key_written(key) == told


def test_the_first_of_the_keys_that_were_given_is_named_and_else_the_usual_one() -> None:
    assert written("live.main", {}) == "^N"
    assert written("live.main", {"live.main": "f2,f3", "live.more": "f4"}) == "F2"
    assert written("lobby.back", {}) == "Esc"
    assert Settings(keys={"app.leave": "f10"}).key("app.leave") == "F10"


def test_nobody_can_ask_for_the_key_of_an_action_that_there_is_not() -> None:
    with pytest.raises(KeyError):
        Settings().key("live.mian")


def _words_of(file: Path) -> list[tuple[int, str]]:
    """Every text of a module with its line, those that only explain it left out."""
    tree = ast.parse(file.read_text("utf-8"))
    explaining = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    return [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in explaining
    ]


def test_no_sentence_names_a_key_that_a_person_may_have_changed() -> None:
    """`Settings.key` names it; here is what would look as if it were fixed."""
    found = [
        f"{file.relative_to(CODE)}:{line}: {text}"
        for file in sorted(CODE.rglob("*.py"))
        for line, text in _words_of(file)
        if re.search(r"(?<!\S)\^[A-Z]\b", text)
    ]
    assert found == []
