"""A meeting without a screen: lines in, flat lines out, for a screen reader, a slow line, a pipe."""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path

import pytest
from running import Done, facilitator, terminal

POD = "Amina Diallo, Bríd Ní Dhálaigh, 李娜, Ann Otieno, Annabel Otieno-Brandt"
ROLES = ("--people", POD, "--chair", "Amina", "--keeper", "Bríd", "--giver", "李娜", "--title", "A board")
REHEARSE = ("run", "--plain", "--rehearse", "--speed", "0", *ROLES)
HELD = (*REHEARSE, "--now")


def held(home: Path, *lines: str) -> Done:
    """A rehearsal with these lines typed; it must end well."""
    done = facilitator(*HELD, home=home, typed="".join(line + "\n" for line in lines))
    assert (done.status, done.err) == (0, ""), done
    return done


def answers(home: Path, *lines: str) -> list[str]:
    """What was said after the meeting had begun, but for the farewell."""
    other = home / "nothing-typed"
    other.mkdir()
    before = held(other).out.splitlines()
    said = held(home, *lines).out.splitlines()
    # The greeting is as long as that of a meeting in which nothing is typed.
    return said[len(before) - 1 : -1]


def test_it_greets_with_the_format_the_people_and_what_to_say(tmp_path: Path) -> None:
    said = held(tmp_path).out
    assert said.startswith("InterVision. Session ")
    assert "This is a rehearsal." in said
    assert "Arrive. 1 of 10." in said
    assert "Say: " in said
    assert "The session is left open. facilitator resume " in said


def test_in_the_lobby_it_waits_for_go(tmp_path: Path) -> None:
    done = facilitator(*REHEARSE, home=tmp_path, typed="/next\n/away Ann\n/go\n")
    assert done.status == 0
    assert done.out.count("The meeting has not begun. /go begins it.") >= 2
    assert done.out.index("has not begun") < done.out.index("Arrive. 1 of 10.")


def test_every_line_is_told_as_kept_with_its_number_kind_and_names(tmp_path: Path) -> None:
    said = answers(
        tmp_path,
        "a line",
        "? 李娜: who signs",
        "! Amina, Bríd: ask for a date",
        "= yes",
        "> write the letter @Annabel",
        "~ in the pod",
        "/later the budget",
        "\\? as it is",
    )
    assert [line for line in said if line.startswith("Kept ")] == [
        "Kept 1, note.",
        "Kept 2, question, 李娜.",
        "Kept 3, takeaway, Amina Diallo, Bríd Ní Dhálaigh.",
        "Kept 4, decision.",
        "Kept 5, step, Annabel Otieno-Brandt.",
        "Kept 6, note, pod only.",
        "Kept 7, kept for later.",
        "Kept 8, note.",
    ]


def test_a_refused_line_prints_one_sentence_and_changes_no_exit_status(tmp_path: Path) -> None:
    wrong = ["/nxt", "/turn Teresa", "/goto 44", "/edit 9 words", "/back", "/wait soon", "/meet never"]
    said = answers(tmp_path, *wrong)
    assert len(said) == len(wrong), said
    assert not any(line.startswith("Kept") for line in said)


def test_an_empty_line_tells_stage_time_turn_and_what_comes_next(tmp_path: Path) -> None:
    (said,) = answers(tmp_path, "/turn Ann", "")[-1:]
    assert said.startswith("Arrive, 5 minutes left.")
    assert "Ann" in said
    assert "Case told" in said


def test_questions_are_answered_again_and_again(tmp_path: Path) -> None:
    typed = ["a line", "/say", "/time", "/who", "/agenda", "/notes", "/help", "?"]
    said = "\n".join(answers(tmp_path, *typed))
    assert "Say: " in said
    assert "Amina Diallo, chair." in said
    assert "Annabel Otieno-Brandt." in said
    assert re.search(r"^1\. Arrive, .* running for 0:00\.$", said, re.MULTILINE)
    assert re.search(r"^10\. Close, ", said, re.MULTILINE)
    assert "1, note: a line" in said
    assert "/next" in said
    assert ">" in said


def test_stages_and_turns_are_announced(tmp_path: Path) -> None:
    said = answers(tmp_path, "/turn", "/turn", "/pass", "/next")
    assert any(line.startswith("Bríd's turn, 1 minute left.") for line in said)
    assert any("passes" in line for line in said)
    assert any(line.startswith("Case told. 2 of 10.") for line in said)
    assert any("/off" in line for line in said), "the chair is to ask about notes of the case"


def test_half_the_last_minute_and_the_end_are_called_out(tmp_path: Path) -> None:
    said = "\n".join(answers(tmp_path, "/next", "/wait 4:00", "/wait 3:00", "/wait 1:00", "/wait 0:30"))
    places = [
        said.index(words) for words in ("Half of the time", "1 minute left", "is up. Say:", "30 seconds over")
    ]
    assert places == sorted(places)


def test_quiet_mutes_all_but_time(tmp_path: Path) -> None:
    said = "\n".join(answers(tmp_path, "/next", "/quiet", "/wait 9:00"))
    assert "Time for Case told is up" in said
    for words in ("Half of the time", "1 minute left", "30 seconds over"):
        assert words not in said


def test_a_silence_is_silent_until_ten_seconds_before_its_end(tmp_path: Path) -> None:
    said = answers(tmp_path, "/goto 4", "/wait 3:45", "/wait 0:06", "/wait 0:10")
    begun = next(place for place, line in enumerate(said) if line.startswith("Reflective pause."))
    # The stage, the sentence to say, and that there is no private page here; then nothing.
    after = said[begun + 3 :]
    assert after[0].startswith("Ten seconds.")
    assert after[1:] == ["The silence is over."]


def test_what_is_written_in_a_silence_is_a_note_and_says_so_once(tmp_path: Path) -> None:
    said = answers(tmp_path, "/goto 4", "one", "two")
    assert sum("a note like any other" in line for line in said) == 1


def test_the_end_of_input_and_leave_leave_the_session_open(tmp_path: Path) -> None:
    held(tmp_path, "a line")
    assert "open, in Arrive" in facilitator("sessions", home=tmp_path).out
    done = facilitator("resume", "--plain", home=tmp_path, typed="/notes\n/leave\nnot read any more\n")
    assert "1, note: a line" in done.out
    assert "Kept" not in done.out
    assert done.status == 0


def test_close_ends_it_and_says_where_the_draft_lies_and_what_is_missing(tmp_path: Path) -> None:
    said = held(tmp_path, "> somebody should ask", "/close").out
    assert "The meeting is closed at " in said
    assert "minutes.md" in said
    assert "Nothing has been sent." in said
    assert "has no owner" in said
    assert "left open" not in said


def test_leave_behind_a_close_or_final_does_not_call_the_meeting_open(tmp_path: Path) -> None:
    said = held(tmp_path, "! a", "/close", "/leave").out
    assert "The draft minutes lie at " in said
    assert "left open" not in said
    said = held(tmp_path, "! a", "/final", "/leave").out
    assert "The final minutes lie at " in said
    assert "draft" not in said
    assert "left open" not in said


def test_lines_behind_a_close_still_mend_the_minutes(tmp_path: Path) -> None:
    held(tmp_path, "a lin", "/close", "/edit 1 a line", "! one more", "/meet 2027-01-14 15:00 UTC", "/final")
    minutes = facilitator("minutes", "last", home=tmp_path).out
    assert "a line" in minutes
    assert "one more" in minutes
    assert "Thursday 14 January 2027, 15:00 UTC" in minutes
    assert "*Final" in minutes


def test_there_is_no_escape_no_box_and_no_carriage_return_in_what_it_says(tmp_path: Path) -> None:
    said = held(
        tmp_path,
        "an escape \x1b[31mred\x1b[0m and a bell \x07",
        "a tab\tand a null \x00",
        "/notes",
        "/agenda",
        "/help",
        "/next",
        "/goto 4",
        "/wait 5:00",
        "/close",
    ).out
    assert not re.search("[─-▟]", said)
    bad = {char for char in said if unicodedata.category(char) == "Cc"} - {"\n"}
    assert not bad
    assert "an escape ␛[31mred␛[0m and a bell ␇" in said


def test_a_block_of_lines_typed_at_once_is_kept_in_order(tmp_path: Path) -> None:
    lines = [f"line {number}" for number in range(1, 201)]
    said = held(tmp_path, *lines).out
    assert [int(one) for one in re.findall(r"^Kept (\d+), note\.$", said, re.MULTILINE)] == [*range(1, 201)]


def test_what_was_half_typed_on_the_screen_is_told_on_resuming(tmp_path: Path) -> None:
    held(tmp_path)
    (folder,) = tmp_path.rglob("rehearsals/*")
    (folder / "draft.txt").write_text("李娜: half a li", encoding="utf-8")
    done = facilitator("resume", "--plain", home=tmp_path)
    assert "李娜: half a li" in done.out


def test_time_away_is_asked_about_in_a_sentence(tmp_path: Path) -> None:
    facilitator("run", "--plain", "--now", home=tmp_path)
    (lock,) = tmp_path.rglob("lock")
    lock.write_text("another-boot 1.0\n")
    os.utime(lock, (lock.stat().st_mtime - 600, lock.stat().st_mtime - 600))
    done = facilitator("resume", "--plain", home=tmp_path, typed="/count\n\n")
    assert "/count" in done.out
    assert "/skip" in done.out
    assert "10 minutes" in done.out


@pytest.mark.parametrize("words", [(), ("--plain",)])
def test_a_title_is_in_the_minutes_and_never_said(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = facilitator(*HELD, *words, home=tmp_path, typed="/say\n/time\n/agenda\n/close\n")
    assert "A board" not in done.out
    assert "A board" in facilitator("minutes", "last", home=tmp_path).out


def test_time_is_called_out_while_it_waits_for_a_line(tmp_path: Path) -> None:
    hurried = ("run", "--now", "--plain", "--rehearse", "--speed", "1200", *ROLES)
    with terminal(*hurried, home=tmp_path) as one:
        one.until_says("Half of the time")
        one.until_says("is up")
        one.type("a line\r")
        one.until_says("Kept 1, note.")
        one.type("/close\r")
        assert one.ended() == 0


def test_what_a_pack_has_is_there_in_plain_lines_too(tmp_path: Path) -> None:
    home = tmp_path / ".local/share/facilitator"
    (home / "decks").mkdir(parents=True)
    (home / "decks" / "bad.toml").write_text("format = 1\n")
    (home / "contacts.toml").write_text('format = 1\n[[contact]]\nname = "Fatou"\nreach = "+221 33"\n')
    (home / "practices.toml").write_text('format = 1\n[[practice]]\nname = "Ask first"\n')
    said = held(tmp_path, "/hard serious", "/practices", "/practices 1", "/prompt", "/prompt").out
    assert "Turn to: Fatou, +221 33" in said
    assert "1. Ask first\nCard: Ask first\nCard: " in said
    assert said.count("Left out: bad.toml: ") == 1


def test_hints_and_shares_are_said_on_request_only(tmp_path: Path) -> None:
    spoken = [line for name in ["/voice 3", "/voice Bríd"] * 3 for line in (name, "/wait 1")]
    said = answers(tmp_path, "/goto 6", *spoken, "/hints", *spoken, "/airtime")
    told = [line for line in said if line.startswith("For you alone: For ")]
    assert told == ["For you alone: For 6 minutes only Bríd and 李娜 spoke."]
    assert said.index(told[0]) > said.index("Quiet hints are on, for you alone. /hints again ends them.")
    assert said[-3:] == [
        "李娜: 6 minutes, 50 percent.",
        "Bríd Ní Dhálaigh: 6 minutes, 50 percent.",
        "Not marked yet: Amina Diallo, Ann Otieno, Annabel Otieno-Brandt.",
    ]
    for log in tmp_path.rglob("events.jsonl"):
        assert not any(word in log.read_text() for word in ("turn_taken", '"voice', "hint"))


def test_the_rest_of_the_meeting_is_said_on_one_page(tmp_path: Path) -> None:
    said = answers(tmp_path, "/goto close", "/sheet")
    assert any(line.startswith("InterVision · ") for line in said)
    assert any("10 Close, 1 min" in line for line in said)
    assert not any("Arrive" in line for line in said)


def test_times_and_dates_are_written_as_they_were_settled_and_minutes_the_same_for_everybody(
    tmp_path: Path,
) -> None:
    file = tmp_path / "s.toml"
    file.write_text('clock_format = "12h"\ndate_format = "month-day"\n')
    typed = "> call the bank @Bríd by 2026-12-01\n/notes\n/time\n/meet 2026-12-17 15:00 UTC\n/close\n"
    done = facilitator(*HELD, home=tmp_path, typed=typed, FACILITATOR_CONFIG=str(file))
    assert (done.status, done.err) == (0, "")
    assert "Kept 1, step, Bríd Ní Dhálaigh, by Tuesday, December 1, 2026." in done.out
    assert "call the bank · by Tuesday, December 1, 2026" in done.out
    assert "Next meeting: Thursday, December 17, 2026, 3:00 pm UTC." in done.out
    assert re.search(r"We end at [0-9]{1,2}:[0-9]{2} [ap]m\.", done.out)
    assert re.search(r"minutes, until [0-9]{1,2}:[0-9]{2} [ap]m\.", done.out)
    assert re.search(r"closed at [0-9]{1,2}:[0-9]{2} [ap]m\.", done.out)
    (folder,) = tmp_path.rglob("rehearsals/*")
    minutes = (folder / "minutes.md").read_text("utf-8")
    assert "Tuesday 1 December 2026" in minutes
    assert "Thursday 17 December 2026, 15:00 UTC" in minutes
    for printed in ((), ("--format", "chat")):
        again = facilitator("minutes", "last", *printed, home=tmp_path, FACILITATOR_CONFIG=str(file)).out
        assert not re.search(r"[0-9] [ap]m\b|December 1,", minutes + again)
    assert not re.search(r"[0-9] [ap]m\b|December 1,", (folder / "events.jsonl").read_text("utf-8"))


def test_what_is_wrong_with_the_settings_is_said_once_and_the_meeting_is_held(tmp_path: Path) -> None:
    file = tmp_path / "s.toml"
    file.write_text('clock_format = "twelve"\n')
    done = facilitator(*HELD, home=tmp_path, typed="/close\n", FACILITATOR_CONFIG=str(file))
    assert done.status == 0
    assert done.err.startswith("s.toml:1:16: “twelve” is not known for “clock_format”")
    assert done.err.count("\n") == 1
