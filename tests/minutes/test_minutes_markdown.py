"""The layout of the minutes, line by line."""

from __future__ import annotations

import random

import immutables
from awkward_texts import AWKWARD
from minutes_meetings import PEOPLE, READERS, inline_texts, meeting, note, the_next

from facilitator.agenda.model import Planned
from facilitator.minutes.beyond.note import note as beyond
from facilitator.minutes.document import Document, Line
from facilitator.minutes.escape import escape_part
from facilitator.minutes.markdown import said, step, to_markdown
from facilitator.minutes.render import render
from facilitator.session.state import Person

WHOLE = """\
# InterVision · A board that agrees and then does nothing

*Draft* · Saturday 21 November 2026, 19:00–20:02 (Africa/Dakar, UTC+0)

For the members of this pod; please do not pass on.

- Present: Amina Diallo (chair), Bríd Ní Dhálaigh (record keeper), Ann Otieno (case giver)
- Absent: 李娜

## Takeaways

- **Ann Otieno:** ask for a date · Takeaways and next steps

## Next steps

- [ ] **Ann Otieno** — send the template (owner) · by Tuesday 1 December 2026 · Takeaways and next steps
- [ ] **Ann Otieno**, **Amina Diallo** — find out what a bus costs · Takeaways and next steps
- [ ] **Unassigned** — share the paragraph · Takeaways and next steps

## Decisions

- advice waits · Clarify

## Questions

- **Amina Diallo, Ann Otieno:** who signs? · Clarify

## Kept for later

- the budget · Case told

## Next meeting

Thursday 17 December 2026, 15:00 UTC

- Chair: 李娜
- Case giver: Ann Otieno

## Notes

### Case told · 19:05

- **Ann Otieno:** two signatures, treasurer + president | never me
- (pod only) her former manager

### Clarify · 19:17

- nobody said this

---

These minutes were made by hand. They are not a transcript.
"""


def test_the_whole_minutes() -> None:
    last = "takeaways"
    state = meeting(
        note(1, "two signatures, treasurer + president | never me", speakers=("Ann Otieno",)),
        note(2, "her former manager", pod_only=True),
        note(3, "who signs?", "question", "clarify", speakers=("Amina Diallo", "Ann Otieno")),
        note(4, "nobody said this", stage="clarify"),
        note(5, "advice waits", "decision", "clarify"),
        note(6, "the budget", "later"),
        note(7, "ask for a date", "takeaway", last, speakers=("Ann Otieno",)),
        note(8, "share the paragraph", "step", last),
        note(9, "send the template (owner)", "step", last, owners=("Ann Otieno",), due="2026-12-01"),
        note(10, "find out what a bus costs", "step", last, owners=("Ann Otieno", "Amina Diallo")),
        people=(
            Person("Amina Diallo"),
            Person("Bríd Ní Dhálaigh"),
            Person("李娜", here=False),
            Person("Ann Otieno"),
        ),
        next_meeting=the_next(chair="李娜", giver="Ann Otieno"),
    )
    assert render(state) == WHOLE


def test_empty_sections_are_left_out() -> None:
    markdown = render(meeting())
    assert "##" not in markdown
    assert markdown.count("\n\n\n") == 0


def test_without_a_title_the_heading_is_the_format() -> None:
    assert render(meeting(title="")).startswith("# InterVision\n\n*Draft*")


def test_final_minutes_and_a_rehearsal_say_so_near_the_top() -> None:
    lines = render(meeting(version=1, rehearsal=True)).splitlines()
    assert lines[2] == "**Rehearsal.** This was practice, not a real meeting."
    assert lines[4].startswith("*Final, version 1* · Saturday 21 November 2026")


def test_timing_is_added_only_when_asked_for() -> None:
    state = meeting(plan=(Planned(id="arrive", seconds=300), Planned(id="power", seconds=300)))
    assert "## Time" not in render(state)
    assert render(state, timing=True).split("## Time\n\n")[1].split("\n\n")[0].splitlines() == [
        "- Arrive took 5:20, planned 5:00",
        "- Case told took 10:20, planned 10:00",
        "- Clarify took 8:00, planned 8:00",
        "- Power lens was not held, planned 5:00",
        "- Takeaways and next steps took 5:00, planned 5:00",
    ]
    assert "- Case told took 10:20, planned 8:00 and 2:00 added\n" in render(meeting(), timing=True)


def test_timing_says_what_was_taken_away_and_what_was_never_planned() -> None:
    state = meeting(plan=(Planned(id="case", seconds=700),), planned=immutables.Map({"case": 580.0}))
    markdown = render(state, timing=True)
    assert "- Case told took 10:20, planned 11:40 less 2:00\n" in markdown
    assert "- Arrive took 5:20\n" in markdown


def test_a_pod_only_step_and_question_carry_the_mark() -> None:
    markdown = render(
        meeting(
            note(1, "a", "step", pod_only=True), note(2, "b", "question", speakers=("李娜",), pod_only=True)
        )
    )
    assert "- [ ] (pod only) **Unassigned** — a" in markdown
    assert "- (pod only) **李娜:** b" in markdown


def test_beyond_the_pod_no_line_speaks_to_its_members() -> None:
    markdown = to_markdown(beyond(meeting(note(1, "x"))).document)
    assert "members of this pod" not in markdown
    assert "A board" not in markdown


def test_a_note_without_a_speaker_that_begins_like_a_block_is_read_as_typed() -> None:
    typed = ["# no heading", "1. no list", "- no item", "> no quote", "[ ] no task", "```", "---"]
    state = meeting(*(note(i, text) for i, text in enumerate(typed)))
    for reader in READERS.values():
        assert inline_texts(reader, render(state))["list_item"][1:] == typed


def test_a_note_is_one_physical_line_whatever_was_in_it() -> None:
    markdown = render(meeting(note(1, "one\ntwo\r\nthree\u2028four\x0bfive\x85six\u2029seven")))
    assert sum("one" in line or "seven" in line for line in markdown.splitlines()) == 1


def test_the_minutes_of_two_thousand_notes_hold_the_last_of_them() -> None:
    text = "what struck me *twice*: you prepare the papers & they prepare the mood_of_it [again], https://a.org/x_y"
    state = meeting(*(note(i, f"{text} {i}", speakers=("Bríd Ní Dhálaigh",)) for i in range(1, 2001)))
    items = inline_texts(READERS["gfm"], render(state))["list_item"]
    assert f"Bríd Ní Dhálaigh: {text} 2000" in items


def test_many_lines_at_once_read_as_each_of_them_alone() -> None:
    dice = random.Random(4)
    lines = tuple(
        Line(
            number,
            "".join(dice.choices(AWKWARD, k=6)),
            speakers=tuple(dice.sample(PEOPLE, dice.randint(0, 2))),
            owners=tuple(dice.sample(PEOPLE, dice.randint(0, 2))),
            due=dice.choice(["", "Friday *4* December 2026"]),
            stage=dice.choice(["", "Case told", "Who_ holds_ it"]),
            pod_only=dice.random() < 0.2,
        )
        for number in range(1, 300)
    )
    minutes = Document(audience="pod", format="InterVision", status="Draft", takeaways=lines, steps=lines)
    written = to_markdown(minutes).splitlines()
    ends = [f" · {escape_part(line.stage)}" if line.stage else "" for line in lines]
    assert [f"- {said(line)}{end}" for line, end in zip(lines, ends, strict=True)] == part(
        written, "Takeaways"
    )
    assert [f"- {step(line)}{end}" for line, end in zip(lines, ends, strict=True)] == part(
        written, "Next steps"
    )


def part(lines: list[str], heading: str) -> list[str]:
    """The items under a heading."""
    first = lines.index(f"## {heading}") + 2
    return lines[first : lines.index("", first)]
