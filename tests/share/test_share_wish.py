"""What the words behind `/share` ask for."""

from __future__ import annotations

import pytest

from facilitator.share.wish import Wish, read_wish


@pytest.mark.parametrize(
    ("words", "wish"),
    [
        ("", Wish(what="list")),
        ("mail", Wish(what="mail")),
        ("Owners", Wish(what="mail", owners=True)),
        ("mail owners", Wish(what="mail", owners=True)),
        ("send owners", Wish(what="send", owners=True)),
        ("send again", Wish(what="send", again=True)),
        ("save html docx", Wish(what="save", forms=("html", "docx"))),
        ("copy beyond", Wish(what="copy", audience="beyond")),
        ("mail programme", Wish(what="mail", audience="programme")),
        ("beyond", Wish(what="beyond")),
        ("beyond ", Wish(what="beyond")),
        ("beyond withdraw Ann", Wish(what="withdraw", name="Ann")),
        ("beyond withdraw", Wish(what="withdraw")),
        ("Ann Otieno ann@example.org", Wish(what="address", name="Ann Otieno", address="ann@example.org")),
        ("@Ann ann@example.org", Wish(what="address", name="Ann", address="ann@example.org")),
    ],
)
def test_words_are_understood(words: str, wish: Wish) -> None:
    assert read_wish(words) == wish


@pytest.mark.parametrize(
    "words", ["everything", "mail save", "mail again", "mail html", "programme", "again", "ann@example.org"]
)
def test_what_nobody_can_tell_is_none(words: str) -> None:
    assert read_wish(words) is None
