"""The minutes as JSON keep the promise of `docs/minutes.schema.json`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from awkward_texts import AWKWARD_TEXT
from hypothesis import given, settings
from minutes_meetings import PEOPLE, meeting, note, the_next
from msgspec.structs import replace

from facilitator.minutes.document import document
from facilitator.minutes.forms.data import schema, to_json
from facilitator.session.state import Person, State
from facilitator.words.visible import visible

PUBLISHED = json.loads(Path(__file__).parents[3].joinpath("docs/minutes.schema.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(PUBLISHED, format_checker=jsonschema.FormatChecker())


def read(state: State, **changes: Any) -> dict[str, Any]:
    """The JSON of a meeting, valid by the published schema, with no field that it does not name."""
    data = json.loads(to_json(replace(document(state, timing=True), **changes)))
    VALIDATOR.validate(data)
    strictly(data, PUBLISHED["$defs"]["Minutes"])
    return data


def strictly(data: Any, part: dict[str, Any]) -> None:
    """No field is there that the schema does not name."""
    if "$ref" in part:
        part = PUBLISHED["$defs"][part["$ref"].rpartition("/")[2]]
    if isinstance(data, list):
        for one in data:
            strictly(one, part.get("items", {}))
    elif isinstance(data, dict):
        for option in part.get("anyOf", [part]):
            if "$ref" in option:
                option = PUBLISHED["$defs"][option["$ref"].rpartition("/")[2]]
            if option.get("type") == "object":
                assert set(data) == set(option["properties"])
                for name, value in data.items():
                    strictly(value, option["properties"][name])


def test_the_published_schema_is_one_and_is_what_the_program_writes() -> None:
    jsonschema.Draft202012Validator.check_schema(PUBLISHED)
    assert schema() == PUBLISHED


def test_the_names_of_the_fields_stay() -> None:
    # Other programs rely on these. A change here needs a new `version`.
    assert {name: list(part["properties"]) for name, part in PUBLISHED["$defs"].items()} == {
        "Minutes": [
            *("version", "audience", "language", "key", "session", "format", "title", "status", "final"),
            *("rehearsal", "as_of", "began", "ended", "zone", "date", "span", "present", "absent"),
            *("takeaways", "steps", "decisions", "questions", "kept_for_later", "next_meeting"),
            *("notes", "times", "theme", "figures", "made_final", "agreed", "since", "corrected", "changes"),
        ],
        "Figure": ["name", "value"],
        "Person": ["name", "roles"],
        "Said": ["number", "text", "speakers", "stage", "pod_only"],
        "Step": ["number", "text", "owners", "due", "due_words", "stage", "pod_only", "done", "done_at"],
        "NextMeeting": ["at", "zone", "when", "roles"],
        "Role": ["role", "name"],
        "StageNotes": ["stage", "time", "notes"],
        "StageTime": ["stage", "planned", "added", "taken"],
    }
    assert all(part["required"] == list(part["properties"]) for part in PUBLISHED["$defs"].values())


def test_it_says_everything_with_dates_and_instants_for_programs() -> None:
    state = meeting(
        note(1, "who signs?", "question", "clarify", speakers=("李娜",)),
        note(2, "send it", "step", owners=PEOPLE[:2], due="2026-12-01", pod_only=True),
        note(3, "by and by", "step", due="soon"),
        note(4, "said", stage="case"),
        next_meeting=the_next(zone="Africa/Dakar", chair="李娜"),
        last_at="2026-11-21T20:02:30.000Z",
        version=2,
    )
    data = read(state, session="2026-11-21-1900-intervision")
    assert data["version"] == 1
    assert (data["status"], data["final"]) == ("Final, version 2", 2)
    assert data["session"] == "2026-11-21-1900-intervision"
    assert data["began"] == "2026-11-21T19:00:00.000Z"
    assert data["questions"][0]["speakers"] == ["李娜"]
    assert data["steps"][0] == {
        "number": 2,
        "text": "send it",
        "owners": ["Amina Diallo", "Bríd Ní Dhálaigh"],
        "due": "2026-12-01",
        "due_words": "Tuesday 1 December 2026",
        "stage": "Case told",
        "pod_only": True,
        "done": False,
        "done_at": "",
    }
    assert (data["steps"][1]["due"], data["steps"][1]["due_words"]) == ("", "soon")
    assert data["next_meeting"]["at"] == "2026-12-17T15:00:00.000Z"
    assert data["next_meeting"]["roles"] == [{"role": "Chair", "name": "李娜"}]
    assert data["notes"] == [
        {
            "stage": "Case told",
            "time": "19:05",
            "notes": [{"number": 4, "text": "said", "speakers": [], "stage": "Case told", "pod_only": False}],
        }
    ]
    assert data["times"][1] == {"stage": "Case told", "planned": 480.0, "added": 120.0, "taken": 620.0}


@settings(max_examples=60, deadline=None)
@given(AWKWARD_TEXT, AWKWARD_TEXT)
def test_whatever_was_typed_comes_back_as_it_is_shown(text: str, name: str) -> None:
    lines = (note(1, text, "step", owners=(name,)), note(2, text, "takeaway"))
    data = read(meeting(*lines, people=(Person(name),), title=text))
    assert data["steps"][0]["text"] == data["takeaways"][0]["text"] == data["title"] == visible(text)
    assert data["steps"][0]["owners"] == [data["present"][0]["name"]] == [visible(name)]


def test_a_file_that_breaks_the_promise_is_found_by_the_schema() -> None:
    data = read(meeting(note(1, "x")))
    for broken in ({"version": 2}, {"audience": "all"}, {"notes": None}, {"final": "1"}):
        with pytest.raises(jsonschema.ValidationError):
            VALIDATOR.validate(data | broken)
    del data["steps"]
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate(data)
