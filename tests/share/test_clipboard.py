from __future__ import annotations

import subprocess
import sys
import threading

import pyperclip
import pytest

from facilitator.share.clipboard import copy

TEXT = "Takeaways\n– a [/] b [x] **c** | <script> @Élodie 李娜 \\ - [ ]"
AT_THE_DESK: dict[str, str] = {}
ELSEWHERE = "facilitator minutes last --format chat prints it."


class Terminal:
    """Takes what OSC 52 hands over."""

    def __init__(self) -> None:
        self.taken: list[str] = []

    def __call__(self, text: str) -> None:
        self.taken.append(text)


@pytest.fixture
def terminal() -> Terminal:
    return Terminal()


def failing(error: Exception) -> object:
    def fail(text: str) -> None:
        raise error

    return fail


def test_the_clipboard_takes_the_text_and_the_terminal_is_left_alone(
    monkeypatch: pytest.MonkeyPatch, terminal: Terminal
) -> None:
    taken: list[str] = []
    monkeypatch.setattr(pyperclip, "copy", taken.append)

    said = copy(TEXT, terminal, otherwise=ELSEWHERE, environment=AT_THE_DESK)

    assert (taken, terminal.taken) == ([TEXT], [])
    assert said == "Copied to the clipboard."


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (pyperclip.PyperclipException("no mechanism"), "There is no clipboard here."),
        (FileNotFoundError("xclip"), "The clipboard did not take it."),
    ],
)
def test_without_a_clipboard_the_terminal_gets_it_and_the_sentence_says_that_this_may_fail(
    monkeypatch: pytest.MonkeyPatch, terminal: Terminal, error: Exception, why: str
) -> None:
    monkeypatch.setattr(pyperclip, "copy", failing(error))

    said = copy(TEXT, terminal, otherwise=ELSEWHERE, environment=AT_THE_DESK)

    assert terminal.taken == [TEXT]
    assert said.startswith(why)
    assert "try to paste" in said
    assert "not every terminal takes it" in said
    assert said.endswith(ELSEWHERE)


def test_without_pyperclip_the_terminal_gets_it(monkeypatch: pytest.MonkeyPatch, terminal: Terminal) -> None:
    monkeypatch.setitem(sys.modules, "pyperclip", None)
    assert "try to paste" in copy(TEXT, terminal, environment=AT_THE_DESK)
    assert terminal.taken == [TEXT]


def test_a_clipboard_that_hangs_is_not_waited_for(
    monkeypatch: pytest.MonkeyPatch, terminal: Terminal
) -> None:
    let_go = threading.Event()
    monkeypatch.setattr(pyperclip, "copy", lambda text: let_go.wait())
    try:
        said = copy(TEXT, terminal, environment=AT_THE_DESK, patience=0.02)
    finally:
        let_go.set()
    assert said.startswith("The clipboard did not answer.")
    assert terminal.taken == [TEXT]


@pytest.mark.parametrize("name", ["SSH_CONNECTION", "SSH_TTY"])
def test_over_a_remote_login_the_terminal_gets_it_too(
    monkeypatch: pytest.MonkeyPatch, terminal: Terminal, name: str
) -> None:
    taken: list[str] = []
    monkeypatch.setattr(pyperclip, "copy", taken.append)

    said = copy(TEXT, terminal, environment={name: "somewhere"})

    assert (taken, terminal.taken) == ([TEXT], [TEXT])
    assert "the computer that facilitator runs on" in said
    assert "try to paste" in said


def test_a_terminal_that_fails_is_told_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pyperclip, "copy", failing(pyperclip.PyperclipException("none")))

    def broken(text: str) -> None:
        raise OSError("gone")

    said = copy(TEXT, broken, otherwise=ELSEWHERE, environment=AT_THE_DESK)
    assert "could not be asked" in said
    assert said.endswith(ELSEWHERE)


def test_pyperclip_is_loaded_only_when_something_is_copied() -> None:
    code = "import sys, facilitator.share.clipboard; print('pyperclip' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
