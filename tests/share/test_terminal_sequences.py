"""What a terminal is told beside the screen: safe whatever is in it, and only where it is understood."""

from __future__ import annotations

import re
import unicodedata

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.share.terminal import (
    Messages,
    Terminal,
    message,
    terminal_of,
    title,
    title_given_back,
    title_kept,
)

AWKWARD = "a\x1b]2;b\x07 c\x9d\x9c\n\td\x7f ; e\u202e 李娜"


@pytest.mark.parametrize(
    ("environment", "way"),
    [
        ({"TERM": "xterm-kitty"}, "osc99"),
        ({"TERM": "xterm-256color", "KITTY_WINDOW_ID": "3"}, "osc99"),
        ({"TERM": "xterm-ghostty"}, "osc777"),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "ghostty"}, "osc777"),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"}, "osc777"),
        ({"TERM": "foot"}, "osc777"),
        ({"TERM": "foot-extra"}, "osc777"),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"}, "osc9"),
        ({"TERM": "xterm-256color", "LC_TERMINAL": "iTerm2", "SSH_TTY": "/dev/pts/1"}, "osc9"),
        ({"TERM": "tmux-256color", "TMUX": "/tmp/t", "WEZTERM_PANE": "0"}, "osc777"),
        ({"TERM": "screen-256color", "STY": "1.pts", "KITTY_WINDOW_ID": "3"}, ""),
        ({"TERM": "xterm-kitty", "ZELLIJ": "0"}, ""),
        ({"TERM": "xterm-256color", "WT_SESSION": "6"}, ""),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, ""),
        ({"TERM": "xterm-256color", "VTE_VERSION": "7600"}, ""),
        ({"TERM": "xterm-256color"}, ""),
        ({"TERM": "footloose"}, ""),
        ({}, ""),
    ],
    ids=str,
)
def test_a_message_goes_only_to_terminals_that_are_known_to_take_it(
    environment: dict[str, str], way: Messages
) -> None:
    terminal = terminal_of(environment)
    assert terminal.messages == way
    assert bool(message(terminal, "facilitator", "Clarify: 1 minute left.")) is bool(way)


def test_terminals_without_a_title_get_none() -> None:
    for term in ("", "dumb", "linux", "unknown"):
        assert not terminal_of({"TERM": term}).titles
    for term in ("xterm", "tmux-256color", "screen", "alacritty", "rxvt-unicode"):
        assert terminal_of({"TERM": term}).titles
    assert not terminal_of({}).titles
    assert terminal_of({}, windows=True).titles


def test_a_title_is_what_a_terminal_shows_and_the_screen_stays_as_it_was() -> None:
    screen = pyte.Screen(80, 24)
    stream = pyte.Stream(screen)
    stream.feed("before" + title_kept() + title("Clarify · 6 min left"))
    assert screen.title == "Clarify · 6 min left"
    stream.feed(title_given_back() + " after")
    assert screen.title == ""
    assert screen.display[0].rstrip() == "before after"


def test_each_terminal_gets_its_own_form() -> None:
    said = ("facilitator", "Clarify; now: 1 minute left.")
    assert message(Terminal(messages="osc9"), *said) == (
        "\x1b]9;facilitator: Clarify; now: 1 minute left.\x1b\\"
    )
    assert message(Terminal(messages="osc777"), *said) == (
        "\x1b]777;notify;facilitator;Clarify, now: 1 minute left.\x1b\\"
    )
    assert message(Terminal(messages="osc99"), *said) == (
        "\x1b]99;i=facilitator:o=unfocused:d=0;facilitator\x1b\\"
        "\x1b]99;i=facilitator:o=unfocused:p=body;Clarify; now: 1 minute left.\x1b\\"
    )


@pytest.mark.parametrize("way", ["osc9", "osc777", "osc99"])
def test_in_tmux_each_part_goes_in_an_envelope_that_holds_exactly_it(way: Messages) -> None:
    plain = message(Terminal(messages=way), "facilitator", AWKWARD)
    wrapped = message(Terminal(messages=way, tmux=True), "facilitator", AWKWARD)
    envelopes = re.findall(r"\x1bPtmux;(.*?)(?<!\x1b)\x1b\\", wrapped, re.DOTALL)
    assert "".join(one.replace("\x1b\x1b", "\x1b") for one in envelopes) == plain
    assert wrapped.count("\x1bPtmux;") == (2 if way == "osc99" else 1)


def inside(sequence: str) -> list[str]:
    """The words between the beginnings and ends of sequences; all of it must be such sequences."""
    assert re.fullmatch(r"(\x1b\][0-9]+;[^\x1b]*\x1b\\)+", sequence, re.DOTALL)
    return re.findall(r"\x1b\][0-9]+;([^\x1b]*)\x1b\\", sequence)


@given(st.text(), st.sampled_from(["osc9", "osc777", "osc99"]))
def test_nothing_in_the_words_is_obeyed_by_a_terminal_or_turns_what_follows(text: str, way: Messages) -> None:
    for sequence in (title(text), message(Terminal(messages=way), text, text)):
        for words in inside(sequence):
            assert not {unicodedata.category(one) for one in words} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
            assert len(words) <= 500


def test_awkward_words_stay_readable() -> None:
    assert title(AWKWARD) == "\x1b]2;a␛]2;b␇ c␦␦ d␡ ; e 李娜\x1b\\"


def test_a_long_title_is_cut_and_says_so() -> None:
    (words,) = inside(title("a" * 300))
    assert len(words) == 80
    assert words.endswith("a…")
