"""What a search finds: whatever stands in the minutes, and nothing that was taken back or changed."""

from __future__ import annotations

import pytest
from meeting_room import PEOPLE, Room, append_to_log, kept, note
from searching import answer, found, held

from facilitator.session import intents as it
from facilitator.store.trouble import PlaceError


def test_accents_case_and_signs_do_not_matter(room: Room) -> None:
    held(room, "Bríd said: “the LEASE of the Café”", "nothing here")
    for text in ("brid", "BRÍD", "cafe lease", "“café”", 'lease" OR "x', "the-lease"):
        assert found(room.home, text) == (["Bríd said: “the LEASE of the Café”"] if "OR" not in text else [])


@pytest.mark.parametrize("text", ["李娜", "李", "娜", "看到李", "我看到李娜说"])
def test_chinese_is_found_by_any_characters_that_follow_one_another(room: Room, text: str) -> None:
    held(room, "我看到李娜说的话", "李先生和娜娜")
    assert "我看到李娜说的话" in found(room.home, text)


def test_characters_that_stand_apart_are_no_name(room: Room) -> None:
    held(room, "李先生和娜娜")
    assert found(room.home, "李娜") == []
    assert found(room.home, "李 娜") == ["李先生和娜娜"]


@pytest.mark.parametrize(
    "text", ["AND", "or", "NOT", "NEAR(", "NEAR(a b, 2)", "said:", "^a", "{said}", "a*", "-a", "+a"]
)
def test_what_looks_like_a_query_is_only_words(room: Room, text: str) -> None:
    held(room, "and or not near a b 2 said", "something else")
    assert found(room.home, text) == ["and or not near a b 2 said"]


def test_the_last_word_may_be_half_typed_on_the_screen_only(room: Room) -> None:
    held(room, "the harbour office")
    assert found(room.home, "harb") == []
    assert found(room.home, "office harb", typing=True) == ["the harbour office"]
    assert found(room.home, "offi harbour", typing=True) == []
    assert found(room.home, "harb ", typing=True) == []


def test_a_line_is_found_by_who_said_it_or_owns_it(room: Room) -> None:
    meeting = room.opened()
    kept(meeting, note("one", speakers=(PEOPLE[1],)), note("two", "step", owners=(PEOPLE[3],)))
    assert found(room.home, "dhalaigh") == ["one"]
    assert found(room.home, "two otieno") == ["two"]


def test_a_line_comes_with_its_meeting_its_stage_and_the_line_before(room: Room) -> None:
    meeting = room.opened(title="The lease")
    kept(meeting, note("who asked the tenants?", "question", speakers=(PEOPLE[2],)))
    kept(meeting, it.Next(), note("nobody did"), note("not once"))
    (hit,) = answer(room.home, "nobody").hits
    assert (hit.session, hit.title, hit.format) == (meeting.folder.name, "The lease", "InterVision")
    assert (hit.note.number, hit.note.kind, hit.note.stage, hit.note.before) == (2, "note", "Case told", "")
    (hit,) = answer(room.home, "once").hits
    assert hit.note.before == "2 nobody did"


def test_newest_meetings_come_first_and_in_a_meeting_the_best_lines(room: Room) -> None:
    held(room, "lease in the first", "the lease, the lease, always the lease")
    held(room, "lease in the second")
    assert found(room.home, "lease") == [
        "lease in the second",
        "the lease, the lease, always the lease",
        "lease in the first",
    ]


def test_kind_owner_and_open_steps(room: Room) -> None:
    meeting = room.opened()
    kept(meeting, note("call the office", "step", owners=(PEOPLE[3],), due="2026-12-01"))
    kept(meeting, note("write to all", "step", owners=(PEOPLE[4],)), note("call it off", "decision"))
    kept(meeting, note("call again"))
    assert sorted(found(room.home, "call", kinds=("step", "decision"))) == ["call it off", "call the office"]
    assert found(room.home, open_only=True) == ["call the office", "write to all"]
    assert found(room.home, owner="Ann") == ["call the office"]
    assert found(room.home, owner="Otieno-Brandt") == ["write to all"]
    assert found(room.home, "call", owner="Annabel") == []


def test_a_step_that_is_done_is_open_no_more_and_one_that_was_taken_back_is_open_again(room: Room) -> None:
    meeting = room.opened()
    kept(meeting, note("call the office", "step"), note("write to all", "step"), note("send it", "step"))
    assert found(room.home, open_only=True) == ["call the office", "write to all", "send it"]
    kept(meeting, it.MarkDone((1, 2)))
    assert found(room.home, open_only=True) == ["send it"]
    assert [hit.note.done for hit in answer(room.home, kinds=("step",)).hits] == [True, True, False]
    kept(meeting, it.MarkDone((2,), done=False))
    assert found(room.home, open_only=True) == ["write to all", "send it"]
    kept(meeting, it.Edit(number=3, kind="note"), it.Strike(2))
    assert found(room.home, open_only=True) == []
    assert found(room.home, kinds=("step",)) == ["call the office"]


def test_since_and_until_are_days_of_the_meeting(room: Room) -> None:
    folders = [held(room, "lease") for _day in range(3)]
    days = [folder.name[:10] for folder in folders]
    assert [hit.day for hit in answer(room.home, "lease").hits] == days[::-1]
    assert [hit.day for hit in answer(room.home, "lease", since=days[1]).hits] == [days[2], days[1]]
    assert [hit.day for hit in answer(room.home, "lease", until=days[0]).hits] == [days[0]]
    assert [hit.day for hit in answer(room.home, "lease", since=days[1], until=days[1]).hits] == [days[1]]
    assert len(answer(room.home, "lease", since=days[0][:4]).hits) == 3


def test_rehearsals_are_left_out_unless_they_are_asked_for(room: Room) -> None:
    held(room, "lease in earnest")
    held(room, "lease for practice", rehearsal=True, speed=0.0)
    assert found(room.home, "lease") == ["lease in earnest"]
    assert sorted(found(room.home, "lease", rehearsals=True)) == ["lease for practice", "lease in earnest"]
    assert found(room.home, "lease") == ["lease in earnest"]


def test_what_was_taken_back_mended_or_struck_is_found_as_it_stands_now(room: Room) -> None:
    meeting = room.opened()
    kept(meeting, note("first word"), note("second word"), note("third word"))
    assert found(room.home, "word") == ["first word", "second word", "third word"]
    kept(meeting, it.Edit(number=1, text="first saying"), it.Undo(), it.Redo())
    kept(meeting, note("fourth word"), it.Undo(), it.Strike(3))
    assert found(room.home, "word") == ["second word"]
    assert found(room.home, "saying") == ["first saying"]
    kept(meeting, it.Redo())
    assert sorted(found(room.home, "word")) == ["fourth word", "second word"]
    kept(meeting, it.Undo(), it.Close())
    assert found(room.home, "word") == ["second word"]


def test_a_meeting_that_is_open_in_another_window_is_searched_as_far_as_it_is_on_the_disk(room: Room) -> None:
    meeting = room.opened()
    kept(meeting, note("one word"))
    assert found(room.home, "word") == ["one word"]
    kept(meeting, note("another word"))
    assert found(room.home, "word") == ["one word", "another word"]


def test_what_of_a_meeting_cannot_be_read_is_told_also_when_the_index_knows_it(room: Room) -> None:
    good = held(room, "lease")
    damaged = held(room, "lease again")
    append_to_log(damaged, b'{"type":"note_captured","number":"nonsense"}')
    lost = held(room, "lease, lost")
    (lost / "events.jsonl").write_bytes(b"nothing\n")
    (lost / "opening.json").unlink()
    for _again in range(2):
        told = answer(room.home, "lease")
        assert len(told.hits) == 2
        assert [place.partition("/")[2] for place, _trouble in told.troubles] == [lost.name, damaged.name]
        assert "makes no sense" in told.troubles[1][1]
    assert told.read == 0
    assert good.name in {hit.session for hit in told.hits}


def test_a_home_without_meetings_stays_as_it_is(room: Room) -> None:
    told = answer(room.home, "lease")
    assert (told.hits, told.sessions) == ([], 0)
    assert not room.home.exists()
    room.home.mkdir()
    (room.home / "sessions").write_text("in the way")
    with pytest.raises(PlaceError):
        answer(room.home, "lease")


def test_a_wish_for_nothing_finds_nothing(room: Room) -> None:
    held(room, "lease")
    assert answer(room.home).hits == []
    assert answer(room.home).sessions == 1
