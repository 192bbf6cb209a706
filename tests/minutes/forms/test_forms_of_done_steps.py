"""A next step that is done says so in words, in every form of the minutes."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import immutables
import pytest
import vobject
from minutes_meetings import PEOPLE, meeting, note, the_next

from facilitator.minutes.beyond.consent import fingerprint
from facilitator.minutes.beyond.note import note as learning_note
from facilitator.minutes.document import document
from facilitator.minutes.forms.making import make
from facilitator.minutes.missing import missing
from facilitator.minutes.running_part import markdown_part, text_part
from facilitator.minutes.short import short_text
from facilitator.session.state import State

DONE_AT = "2026-11-28T09:30:00.500Z"


def held(*done: int, **more: object) -> State:
    return meeting(
        note(1, "send it", "step", owners=PEOPLE[2:3], due="2026-12-01"),
        note(2, "share it", "step"),
        note(3, "dates", "takeaway"),
        done=immutables.Map(dict.fromkeys(done, DONE_AT)),
        **more,
    )


def steps_in(text: str) -> list[str]:
    return [line for line in text.splitlines() if "send it" in line or "share it" in line]


def test_markdown_ticks_the_box_and_says_it() -> None:
    first, second = steps_in(make(document(held(1)), "md").data.decode())
    assert first == "- [x] **李娜** — send it · by Tuesday 1 December 2026 · done · Case told"
    assert second == "- [ ] **Unassigned** — share it · Case told"


@pytest.mark.parametrize("form", ["txt", "html", "chat", "docx", "odt"])
def test_other_forms_say_it_of_the_step_that_is_done_and_of_no_other(form: str) -> None:
    def text(*done: int) -> str:
        data = make(document(held(*done)), form).data
        if form in ("docx", "odt"):
            from io import BytesIO
            from zipfile import ZipFile

            archive = ZipFile(BytesIO(data))
            return archive.read("word/document.xml" if form == "docx" else "content.xml").decode()
        return data.decode()

    before, after = text(), text(1)
    assert "done" not in before.partition("send it")[2].partition("share it")[0]
    assert "done" in after.partition("send it")[2].partition("share it")[0]
    assert after.count("done") == before.count("done") + 1


def test_the_short_text_and_the_shared_document_say_it_too() -> None:
    (first, _second) = steps_in(short_text(held(1)))
    assert first == "– 李娜: send it, by Tuesday 1 December 2026, done"
    assert "- [x] **李娜** — send it · by Tuesday 1 December 2026 · done" in markdown_part(document(held(1)))
    assert "– 李娜 — send it · by Tuesday 1 December 2026 · done" in text_part(document(held(1)))


def test_json_has_it_for_programs() -> None:
    first, second = json.loads(make(document(held(1)), "json").data)["steps"]
    assert (first["done"], first["done_at"]) == (True, DONE_AT)
    assert (second["done"], second["done_at"]) == (False, "")


def test_in_a_calendar_the_task_is_completed_at_the_instant_at_which_that_was_said() -> None:
    read = vobject.readOne(make(document(held(1)), "ics").data.decode())
    read.validate(raiseException=True)
    first, second = read.contents["vtodo"]
    assert first.status.value == "COMPLETED"
    assert first.completed.value == datetime(2026, 11, 28, 9, 30, tzinfo=UTC)
    assert second.status.value == "NEEDS-ACTION"
    assert "completed" not in second.contents


def test_of_a_step_that_is_done_neither_owner_nor_date_is_missing() -> None:
    def gaps(state: State) -> list[int | None]:
        return [gap.number for gap in missing(state) if gap.kind in ("owner", "date")]

    assert gaps(held()) == [2, 2]
    assert gaps(held(2)) == []


def test_a_line_that_is_no_step_any_more_says_nothing_of_it() -> None:
    state = held(3, next_meeting=the_next())
    assert "done" not in make(document(state), "md").data.decode()


def test_what_goes_beyond_the_pod_is_the_text_that_was_approved_whatever_is_done_since() -> None:
    before, after = learning_note(held()).document, learning_note(held(1)).document
    assert fingerprint(after) == fingerprint(before)
    assert make(after, "md").data == make(before, "md").data
