"""The title, the bell and messages: the stage and its time, told when they change, and nobody's name."""

from __future__ import annotations

import re
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from told import PEOPLE, TITLE, Told, told_at

from facilitator.agenda.library import find, shipped_names
from facilitator.agenda.model import Agenda
from facilitator.outside import Outside, title_words
from facilitator.session import intents as it
from facilitator.session.milestones import between
from facilitator.settings.model import Settings
from facilitator.share.terminal import Terminal

KITTY = Terminal(titles=True, messages="osc99")


class Desk:
    """A terminal that writes down what it is told, and a meeting before it."""

    def __init__(
        self, told: Told | None = None, terminal: Terminal = KITTY, in_front: bool = True, **settings: Any
    ) -> None:
        self.told = told or Told()
        self.in_front = in_front
        self.written: list[str] = []
        self.rung = 0
        self.outside = Outside(terminal, Settings(**settings), self.written.append, self._ring)
        self._looked = self.told.t

    def _ring(self) -> None:
        self.rung += 1

    def wait(self, seconds: float, steps: int = 1) -> None:
        """So much time goes by, looked at in so many steps, as the screen does it."""
        for _step in range(steps):
            self.told.wait(seconds / steps)
            reached = between(self.told.state, self._looked, self.told.t)
            self.outside.reached(self.told.state, reached, in_front=self.in_front)
            self._looked = self.told.t
            self.outside.show(self.told.state, self.told.t)

    @property
    def titles(self) -> list[str]:
        return [one[4:-2] for one in self.written if one.startswith("\x1b]2;")]

    @property
    def messages(self) -> list[str]:
        return [part for one in self.written for part in re.findall(r"p=body;(.*?)\x1b", one)]


@pytest.mark.parametrize(
    ("gone", "title"),
    [
        (0, "Clarify · 8 min left"),
        (1, "Clarify · 8 min left"),
        (60, "Clarify · 7 min left"),
        (8 * 60 - 1, "Clarify · 1 min left"),
        (8 * 60, "Clarify · the time is up"),
        (9 * 60 - 1, "Clarify · the time is up"),
        (10 * 60 + 30, "Clarify · 2 min over"),
    ],
)
def test_the_title_is_the_stage_and_its_whole_minutes(gone: float, title: str) -> None:
    told = told_at("clarify")
    told.do(it.More(8 * 60 - told.state.planned["clarify"]))
    assert title_words(told.state, told.t + gone) == title


def test_a_pause_and_a_silence_are_said_in_words() -> None:
    told = told_at("pause")
    planned = told.state.planned["pause"]
    assert title_words(told.state, told.t) == f"Reflective pause · silence · {planned / 60:.0f} min left"
    assert title_words(told.state, told.t + planned) == (
        "Reflective pause · the silence is over · the time is up"
    )
    told = told_at("clarify")
    told.do(it.Pause())
    told.wait(600)
    assert title_words(told.state, told.t).startswith("Clarify · the clock stands still · ")


def test_before_and_after_the_meeting_it_is_the_name_of_the_program() -> None:
    desk = Desk()
    desk.outside.show(None)
    desk.wait(1)
    desk.told.do(it.Close())
    desk.outside.show(desk.told.state, desk.told.t)
    assert desk.titles[0] == desk.titles[-1] == "facilitator"
    assert len(desk.titles) == 3


def test_the_title_is_written_when_its_minute_changes_and_not_each_second() -> None:
    desk = Desk(told_at("clarify"))
    desk.wait(0)
    planned = desk.told.state.planned["clarify"]
    desk.wait(planned, steps=round(planned))
    assert len(desk.titles) == len(set(desk.titles)) == round(planned / 60) + 1


def test_a_terminal_without_titles_is_told_nothing() -> None:
    desk = Desk(terminal=Terminal())
    desk.wait(600, steps=10)
    assert desk.written == []


@pytest.mark.parametrize("name", shipped_names())
def test_no_shipped_agenda_puts_a_name_or_the_case_into_title_or_message(name: str) -> None:
    told = Told(agenda=find(name))
    desk = Desk(told, in_front=False, notifications="desktop")
    while told.state.phase == "running":
        desk.wait(told.state.planned[told.state.stage] + 61, steps=40)
        told.do(it.Turn(PEOPLE[1]))
        desk.wait(1)
        told.do(it.Close() if told.state.stage == told.state.plan[-1].id else it.Next())
    assert desk.titles
    assert desk.messages
    parts = {part for person in PEOPLE for part in person.split()} | {TITLE}
    for words in (*desk.titles, *desk.messages):
        assert not [part for part in parts if part in words]


def called(agenda: Agenda, name: str) -> Agenda:
    """The same agenda with its first stage called so."""
    first, *others = agenda.stages
    return msgspec.structs.replace(agenda, stages=(msgspec.structs.replace(first, name=name), *others))


@pytest.mark.parametrize(
    "name", ["Amina's story", "About Ní Dhálaigh", "ANN speaks", "给李娜的时间", "Otieno-Brandt, first"]
)
def test_a_stage_of_an_own_agenda_called_after_somebody_here_is_told_by_its_number(name: str) -> None:
    told = Told(agenda=called(find("intervision"), name))
    assert title_words(told.state, told.t).startswith("Stage 1 · ")


@pytest.mark.parametrize("name", ["Annotate the plan", "Amin has it", "Grand rounds"])
def test_a_name_inside_another_word_is_no_name(name: str) -> None:
    told = Told(agenda=called(find("intervision"), name))
    assert title_words(told.state, told.t).startswith(name)


@given(st.lists(st.text().filter(str.strip), min_size=1, max_size=4))
def test_no_note_is_ever_told(lines: list[str]) -> None:
    told, same = told_at("clarify"), told_at("clarify")
    for line in lines:
        told.note(line)
    assert title_words(told.state, told.t) == title_words(same.state, same.t)


def moments(**settings: Any) -> Desk:
    """Clarify and the reflective pause from first to last second, with another window in front."""
    desk = Desk(told_at("clarify"), in_front=False, **settings)
    desk.wait(desk.told.state.planned["clarify"] + 120, steps=300)
    desk.told.do(it.GoTo("pause"))
    desk.wait(desk.told.state.planned["pause"] + 30, steps=100)
    return desk


def test_in_another_window_one_is_called_at_one_minute_at_the_time_and_at_the_end_of_a_silence() -> None:
    desk = moments(notifications="desktop")
    assert desk.messages == [
        "Clarify: 1 minute left.",
        "Clarify: the time is up.",
        "Reflective pause: the silence is over.",
    ]
    assert desk.rung == 1, "the end of a silence sounds as ever, and only once"


def test_the_bell_calls_instead_where_that_is_wished() -> None:
    desk = moments(notifications="bell")
    assert desk.messages == []
    assert desk.rung == 3


def test_unless_it_is_wished_there_is_only_the_bell_at_the_end_of_a_silence() -> None:
    desk = moments()
    assert desk.messages == []
    assert desk.rung == 1


def test_a_terminal_that_has_no_messages_rings_and_is_written_nothing_that_it_could_show() -> None:
    desk = moments(notifications="desktop", terminal=Terminal(titles=True))
    assert desk.rung == 3
    assert len(desk.written) == len(desk.titles)


def test_in_tmux_which_may_drop_a_message_the_bell_is_rung_too() -> None:
    desk = moments(notifications="desktop", terminal=Terminal(messages="osc777", tmux=True))
    assert desk.rung == 3
    assert len(desk.written) == 3


@pytest.mark.parametrize("way", ["off", "bell", "desktop"])
def test_while_the_terminal_is_in_front_nobody_is_called(way: str) -> None:
    desk = Desk(told_at("clarify"), notifications=way)
    desk.wait(desk.told.state.planned["clarify"] + 120, steps=300)
    assert desk.rung == 0
    assert desk.messages == []


def test_after_the_lid_was_shut_one_is_called_once() -> None:
    desk = Desk(told_at("clarify"), in_front=False, notifications="desktop")
    desk.wait(3600)
    assert desk.messages == ["Clarify: the time is up."]


def test_somebodys_own_turn_calls_nobody() -> None:
    desk = Desk(in_front=False, notifications="desktop")
    desk.told.do(it.Turn(PEOPLE[1]))
    desk.wait(50, steps=50)
    assert desk.messages == []
    assert desk.rung == 0
