"""Every failure of a disk is a sentence or two that say what to do."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from facilitator.store.trouble import StoreTrouble


@pytest.mark.parametrize("number", sorted(errno.errorcode))
def test_every_error_of_the_system_is_said(number: int) -> None:
    trouble = StoreTrouble.from_error(OSError(number, os.strerror(number)), Path("events.jsonl"))
    assert "events.jsonl" in trouble.sentence
    assert trouble.sentence.endswith(".")
    assert 1 <= trouble.sentence.count(". ") + 1 <= 2
    assert trouble.errno == number


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EIO, errno.ENOENT, errno.EACCES])
def test_what_may_pass_is_worth_another_try(number: int) -> None:
    assert StoreTrouble.from_error(OSError(number, "x"), Path("f")).retryable


def test_a_trouble_stays_itself() -> None:
    trouble = StoreTrouble("said already", retryable=False)
    assert StoreTrouble.from_error(trouble, Path("f")) is trouble


def test_an_error_without_a_number_is_said_too() -> None:
    assert "OSError" in StoreTrouble.from_error(OSError(), Path("f")).sentence
