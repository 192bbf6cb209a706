"""An agenda file is read strictly, and what is wrong is shown with its line and a caret."""

from pathlib import Path

import pytest
from rich.cells import cell_len

from facilitator.agenda.problem import AgendaError, Problem, UnreadableAgendaError
from facilitator.agenda.read import LARGEST, parse_agenda, read_agenda

TOP = 'format = 1\ntitle = "Short talk"\n'
STAGE = '[[stage]]\nid = "talk"\nname = "Talk"\nkind = "talk"\nminutes = 5\nsay = "Please begin."\n'
GOOD = TOP + STAGE


def problems(text: str | bytes) -> tuple[Problem, ...]:
    with pytest.raises(AgendaError) as caught:
        parse_agenda(text if isinstance(text, bytes) else text.encode(), "my.toml")
    return caught.value.problems


def only(text: str | bytes) -> Problem:
    found = problems(text)
    assert len(found) == 1, [one.sentence for one in found]
    return found[0]


def place(text: str | bytes) -> tuple[int, int]:
    one = only(text)
    return one.line, one.column


def test_the_least_that_an_agenda_needs() -> None:
    agenda = parse_agenda(GOOD.encode(), "folder/short-talk.toml")
    assert (agenda.name, agenda.title) == ("short-talk", "Short talk")
    stage = agenda.stages[0]
    assert (stage.minutes, stage.say, stage.say_stop, stage.ask) == (5.0, "Please begin.", "", ())


def test_all_that_an_agenda_may_say() -> None:
    text = """format = 1
title = "李娜's round"
language = "en"
purpose = "Hear everybody."
minutes = 12.5
source = "Ours."
group = { min = 2, best = [4, 6], max = 8 }
[[stage]]
id = "r"
name = "Round"
kind = "round"
per_other = 1.5
say = '''
First line,
  second line.'''
say_last = "One more, {name}."
say_stop = "Thank you, {name}. {next}?"
ask = ["What?", "Who, {giver}?"]
rules = "One rule."
records = ["questions", "takeaways"]
cameras = "free"
speaker = "all but {giver}; {keeper} writes, {chair} asks"
optional = true
protected = false
"""
    agenda = parse_agenda(text.encode(), "x.toml")
    assert (agenda.language, agenda.minutes, agenda.source) == ("en", 12.5, "Ours.")
    group = agenda.group
    assert (group.min, group.best, group.best_range, group.max) == (2, 5, (4, 6), 8)
    stage = agenda.stages[0]
    assert stage.say == "First line, second line."
    assert (stage.rules, stage.records) == (("One rule.",), ("questions", "takeaways"))
    assert (stage.per_other, stage.minutes, stage.optional, stage.cameras) == (1.5, None, True, "free")


def test_windows_line_ends_and_a_byte_order_mark_are_read() -> None:
    data = b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()
    assert parse_agenda(data, "x.toml").title == "Short talk"
    broken = (
        b"\xef\xbb\xbf"
        + GOOD.replace("\n", "\r\n").replace('"talk"\r\nminutes', '"tolk"\r\nminutes').encode()
    )
    assert place(broken) == (6, 8)


def test_a_problem_prints_its_place_its_line_and_a_caret() -> None:
    text = GOOD.replace("minutes = 5", "minutes = true")
    assert str(only(text)).splitlines() == [
        "my.toml:7:11: “minutes” is a number of minutes, but here is true or false.",
        "minutes = true",
        "          ^",
    ]


@pytest.mark.parametrize("before", ["李娜说 ", "\t", "e\u0301 ", "👩‍👧 ", "plain "])
def test_the_caret_stands_under_its_character_whatever_stands_before(before: str) -> None:
    text = GOOD.replace("Please begin.", before.replace("\t", "") + "{nobody}").replace(
        "say =", before[:1] * (before == "\t") + "say ="
    )
    lines = str(only(text)).splitlines()
    shown = lines[-2]
    at = shown.index("{nobody}")
    assert lines[-1] == " " * cell_len(shown[:at]) + "^"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("format = 1\n", ""), (1, 1)),
        (("format = 1", "format = 2"), (1, 10)),
        (("format = 1", "format = 0"), (1, 10)),
        (("format = 1", "format = 1.0"), (1, 10)),
        (("format = 1", "format = true"), (1, 10)),
        (('title = "Short talk"\n', ""), (1, 1)),
        (('"Short talk"', '"  "'), (2, 9)),
        (('"Short talk"', "[]"), (2, 9)),
        (('id = "talk"\n', ""), (3, 1)),
        (('name = "Talk"\n', ""), (3, 1)),
        (('kind = "talk"\n', ""), (3, 1)),
        (('say = "Please begin."\n', ""), (3, 1)),
        (("minutes = 5\n", ""), (3, 1)),
        (("minutes = 5", "minutes = 5\nper_person = 1"), (8, 1)),
        (("minutes = 5", 'minutes = "5"'), (7, 11)),
        (("minutes = 5", "minutes = 0"), (7, 11)),
        (("minutes = 5", "minutes = -1"), (7, 11)),
        (("minutes = 5", "minutes = 600.5"), (7, 11)),
        (("minutes = 5", "minutes = nan"), (7, 11)),
        (("minutes = 5", "minutes = inf"), (7, 11)),
        (("minutes = 5", "minutes = 0x" + "F" * 300), (7, 11)),
        (("minutes = 5", "minutes = 5\ncameras = 'dark'"), (8, 11)),
        (("minutes = 5", "minutes = 5\nask = 'What?'"), (8, 7)),
        (("minutes = 5", "minutes = 5\nask = ['a', '']"), (8, 13)),
        (("minutes = 5", "minutes = 5\nrules = [\n  'a',\n  3,\n]"), (10, 3)),
        (("minutes = 5", "minutes = 5\noptional = 1"), (8, 12)),
        (("minutes = 5", "minutes = 5\nnote.deep = 1"), (8, 1)),
        (('kind = "talk"', 'kind = "tlak"'), (6, 8)),
        (('kind = "talk"', 'kindd = 1\nkind = "talk"'), (6, 1)),
        (("[[stage]]", "minutes = true\n[[stage]]"), (3, 11)),
        (("[[stage]]", "group = 4\n[[stage]]"), (3, 9)),
        (("[[stage]]", "group = {best = [6, 4]}\n[[stage]]"), (3, 17)),
        (("[[stage]]", "group = {min = 5, max = 3}\n[[stage]]"), (3, 25)),
        (("[[stage]]", "group = {min = true}\n[[stage]]"), (3, 16)),
        (("[[stage]]", "[group]\nmost = 8\n[[stage]]"), (4, 1)),
        (("Please begin.", "Please, {someone}, begin."), (8, 16)),
        (("Please begin.", "Please, { giver }, begin."), (8, 16)),
        (("Please begin.", "Please, {}, begin."), (8, 16)),
    ],
)
def test_one_slip_is_one_problem_at_its_place(change: tuple[str, str], expected: tuple[int, int]) -> None:
    assert change[0] in GOOD
    assert place(GOOD.replace(*change, 1)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("format = 1\ntitle = \n", (2, 9)),
        ('format = 1\ntitle = "Talk\n', (2, 14)),
        ('format = 1\ntitle = "a "quoted" word"\n', (2, 13)),
        ('format = 1\ntitle = """Talk\nand so on\n', (2, 9)),
        ("format = 1\ntitle = '''Talk\nand so on\n", (2, 9)),
        (STAGE + "ask = [\n  'a',\n  'b'\n", (7, 7)),
        ("format = 1\nformat = 1\n", (2, 1)),
        (STAGE + STAGE.replace("[[stage]]", "name = 'x'"), (7, 1)),
        ('format = 1\ntitle = "a\\z"\n', (2, 11)),
        ("just some words\n", (1, 6)),
        ("format = 1\n[group]\nmin = 1\n[group]\n", (4, 1)),
        ("x = " + "9" * 5000, (1, 5)),
        (b'format = 1\ntitle = "caf\xe9"\n', (2, 13)),
        ("title = 'Übung'".encode("utf-16"), (1, 1)),
    ],
)
def test_what_is_not_toml_is_shown_where_it_stops_being_toml(
    text: str | bytes, expected: tuple[int, int]
) -> None:
    first = problems(text)[0]
    assert (first.line, first.column) == expected


def test_lists_in_lists_without_end_are_no_traceback() -> None:
    assert only("x = " + "[" * 50_000).line == 1


def test_a_key_given_twice_names_the_first() -> None:
    one = only(GOOD + 'say = "Again."\n')
    assert (one.line, one.column) == (9, 1)
    assert "line 8" in one.sentence


def test_an_id_taken_twice_is_shown_at_the_second() -> None:
    one = only(GOOD + STAGE)
    assert (one.line, one.column) == (10, 6)
    assert "stage 1" in one.sentence


@pytest.mark.parametrize(
    ("key", "meant"),
    [("sayy", "say"), ("per_persons", "per_person"), ("Name", "name"), ("protect", "protected")],
)
def test_an_unknown_key_names_the_nearest(key: str, meant: str) -> None:
    assert f"“{meant}”?" in only(f"{GOOD}{key} = 1\n").sentence


def test_a_key_in_the_wrong_place_is_told_where_it_belongs() -> None:
    assert "above the first [[stage]]" in only(GOOD + 'source = "x"\n').sentence
    assert "below a [[stage]]" in only('protected = "x"\n' + GOOD).sentence


def test_an_unknown_placeholder_names_the_nearest() -> None:
    assert "{giver}" in only(GOOD.replace("Please", "{givr}")).sentence


def test_a_file_from_the_future_says_so_and_nothing_else() -> None:
    one = only('format = 7\nnovel = true\n[[stage]]\nshape = "round"\n')
    assert "newer" in one.sentence


@pytest.mark.parametrize(
    "stages", ["", "stage = []\n", "stage = 3\n", "[stage]\nid = 'x'\n", "stage = ['a']\n"]
)
def test_without_a_stage_written_as_a_stage_there_is_no_agenda(stages: str) -> None:
    assert "[[stage]]" in only(TOP + stages).sentence


def test_an_empty_file_is_told_all_it_lacks_at_line_one() -> None:
    found = problems(b"")
    assert {(one.line, one.column) for one in found} == {(1, 1)}
    assert len(found) == 3


def test_several_problems_are_told_at_once_in_order_of_place() -> None:
    text = (
        GOOD.replace("minutes = 5", "minutes = -5\nhat = 1")
        .replace("title", "titel")
        .replace('"talk"\nname', '""\nname')
    )
    found = problems(text)
    assert [one.line for one in found] == [1, 2, 4, 7, 8]
    shown = str(AgendaError(found))
    assert shown.count("^") == 5
    assert shown.index("titel") < shown.index("hat = 1")


def test_stages_written_as_a_list_of_tables_are_located_too() -> None:
    text = TOP + 'stage = [{id = "a", name = "A", kind = "talk", minutes = 1, say = "Hi", cameras = "x"}]\n'
    one = only(text)
    assert text.splitlines()[2][one.column - 1 :].startswith('"x"')


def test_control_characters_in_a_shown_line_are_pictures() -> None:
    shown = str(only(GOOD.replace("[[stage]]", '"a\\u001b[2J" = 1\n[[stage]]')))
    assert "\x1b" not in shown


def test_a_very_long_line_is_shown_around_the_caret() -> None:
    shown = str(only(GOOD.replace("Please begin.", "word " * 500 + "{wrong}" + " word" * 500))).splitlines()
    assert len(shown[-2]) < 250
    assert shown[-2][len(shown[-1]) - 1 :].startswith("{wrong}")


def test_a_file_is_read_from_disk_and_called_as_it_was_called(tmp_path: Path) -> None:
    path = tmp_path / "Besuch bei Bríd.toml"
    path.write_text(GOOD.replace("minutes", "minuts"), encoding="utf-8")
    with pytest.raises(AgendaError) as caught:
        read_agenda(path)
    assert str(caught.value).startswith(f"{path}:7:1: ") or str(caught.value).startswith(f"{path}:3:1: ")
    path.write_text(GOOD, encoding="utf-8")
    assert read_agenda(str(path)).name == "Besuch bei Bríd"


def test_what_cannot_be_read_says_so_in_a_sentence(tmp_path: Path) -> None:
    large = tmp_path / "large.toml"
    large.write_bytes(b"#" * (LARGEST + 1))
    for path in (tmp_path / "none.toml", tmp_path, large, "a\0b"):
        with pytest.raises(UnreadableAgendaError) as caught:
            read_agenda(path)
        assert str(caught.value).endswith((".", "?"))
        assert "\n" not in str(caught.value)
