"""Every clause of the capture line (contract 2), on typed lines."""

from __future__ import annotations

import pytest
from capture_meetings import ROSTER, TODAY
from hypothesis import given
from hypothesis import strategies as st

from facilitator.capture.line import Blank, Command, Kept, Marks, read_line
from facilitator.capture.names import Roster
from facilitator.session.intents import Capture

AMINA, BRID, NA = "Amina Diallo", "Bríd Ní Dhálaigh", "李娜"
DOLORES, ANN, ANNABEL = "Dolores Quispe Mamani", "Ann Otieno", "Annabel Otieno-Brandt"


def kept(line: str, **options: object) -> Kept:
    reading = read_line(line, ROSTER, TODAY, **options)  # type: ignore[arg-type]
    assert isinstance(reading, Kept)
    return reading


def note(text: str, *speakers: str, kind: str = "note", pod_only: bool = False) -> Capture:
    return Capture(kind=kind, text=text, speakers=speakers, pod_only=pod_only)  # type: ignore[arg-type]


@pytest.mark.parametrize("line", ["", " ", "\t", "\u3000\u00a0"])
def test_white_space_is_blank(line: str) -> None:
    assert read_line(line, ROSTER, TODAY) == Blank()


@pytest.mark.parametrize("line", ["?", " ? ", "？", "?\u3000"])
def test_a_lone_question_mark_asks_for_the_marks(line: str) -> None:
    assert read_line(line, ROSTER, TODAY) == Marks()


@pytest.mark.parametrize(
    ("line", "kind", "text"),
    [
        ("? who signs", "question", "who signs"),
        ("! ask for a date", "takeaway", "ask for a date"),
        ("= advice waits", "decision", "advice waits"),
        ("> call Puno", "step", "call Puno"),
        ("  ?   who signs  ", "question", "who signs"),
        ("?\u3000who signs", "question", "who signs"),
        ("?\u00a0who signs", "question", "who signs"),
        ("？ who signs", "question", "who signs"),
        ("！\u3000ask", "takeaway", "ask"),
        ("＝ advice", "decision", "advice"),
        ("＞ call", "step", "call"),
        ("? ! who", "question", "! who"),
        ("? ? who", "question", "? who"),
        ("> ~ call", "step", "~ call"),
        ("! /next", "takeaway", "/next"),
        ("? \\who", "question", "\\who"),
    ],
)
def test_a_mark_and_a_space_give_the_kind_and_nothing_more_is_a_mark(line: str, kind: str, text: str) -> None:
    assert kept(line).intent == note(text, kind=kind)


@pytest.mark.parametrize(
    "line",
    [
        "?!",
        "?! what",
        ">=5",
        ">= 5",
        "~~x~~",
        "～～x",
        "~～ x",
        "?who",
        "!important",
        "=5",
        "？谁",
        "！",
        "!",
        ">",
        "=",
        "~",
        "-> next",
        "text ? more",
        "who? me",
        "😀 fine",
        "1 > 0",
    ],
)
def test_what_only_looks_like_a_mark_is_text(line: str) -> None:
    assert kept(line).intent == note(line)


@pytest.mark.parametrize(
    ("line", "kind", "text"),
    [
        ("~ her manager", "note", "her manager"),
        ("~her manager", "note", "her manager"),
        ("～her manager", "note", "her manager"),
        ("～　her manager", "note", "her manager"),
        ("~ ? who", "question", "who"),
        ("~? who", "question", "who"),
        ("~\u00a0! keep", "takeaway", "keep"),
        ("～？ who", "question", "who"),
        ("~ ?who", "note", "?who"),
        ("~ ~ who", "note", "~ who"),
        ("~ ?", "note", "?"),
        ("~\\? who", "note", "? who"),
        ("~ \\Ann: who", "note", "Ann: who"),
        ("~ /next", "note", "/next"),
        ("/only her manager", "note", "her manager"),
        ("/ONLY ? who", "question", "who"),
        ("／only　? who", "question", "who"),
        ("/only ~ her manager", "note", "her manager"),
        ("/only \\? who", "note", "? who"),
        ("/only /next", "note", "/next"),
    ],
)
def test_a_tilde_first_or_only_keeps_a_line_in_the_pod(line: str, kind: str, text: str) -> None:
    reading = kept(line)
    assert reading.intent == note(text, kind=kind, pod_only=True)
    assert "stays in the pod" in reading.echo


def test_only_reads_its_words_as_a_line() -> None:
    intent = kept("/only > call Puno @Ann by fri").intent
    assert intent == Capture(kind="step", text="call Puno", owners=(ANN,), due="2026-11-27", pod_only=True)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("\\? who", "? who"),
        ("\\Ann: who", "Ann: who"),
        ("\\/next", "/next"),
        ("\\\\x", "\\x"),
        ("\\~ x", "~ x"),
        ("\\> call @Ann by Friday", "> call @Ann by Friday"),
        ("\\", "\\"),
        ("  \\ x ", "x"),
    ],
)
def test_a_backslash_first_is_the_text_as_it_is(line: str, text: str) -> None:
    assert kept(line).intent == note(text)
    assert kept(line).remarks == ()


@pytest.mark.parametrize(
    ("line", "text", "names"),
    [
        ("Amina: good", "good", (AMINA,)),
        ("Amina, Bríd: good", "good", (AMINA, BRID)),
        ("amina，brid、李娜：好", "好", (AMINA, BRID, NA)),
        ("Ann : good", "good", (ANN,)),
        ("Ann\u00a0: good", "good", (ANN,)),
        ("Ann:good", "good", (ANN,)),
        ("Ann Otieno: good", "good", (ANN,)),
        ("Annabel: good", "good", (ANNABEL,)),
        ("Quispe Mamani: good", "good", (DOLORES,)),
        ("Ann, ann: good", "good", (ANN,)),
        ("Ann: Amina: good", "Amina: good", (ANN,)),
        ("Ann: ? good", "? good", (ANN,)),
        ("Ann: what I want: a date", "what I want: a date", (ANN,)),
        ("Ann: @Amina by Friday", "@Amina by Friday", (ANN,)),
    ],
)
def test_people_before_a_colon_are_who_said_it(line: str, text: str, names: tuple[str, ...]) -> None:
    assert kept(line).intent == note(text, *names)
    assert kept(f"? {line}").intent == note(text, *names, kind="question")
    assert kept(f"~ = {line}").intent == note(text, *names, kind="decision", pod_only=True)
    assert kept(line).remarks == ()


@pytest.mark.parametrize(
    "line",
    [
        "Amin: good",
        "Fatou: good",
        "An: good",
        "Ann, Fatou: good",
        "Fatou Diop: good",
        "王芳：好",
        "किरण: good",
    ],
)
def test_an_unknown_name_stays_as_typed_with_one_sentence(line: str) -> None:
    reading = kept(line)
    assert reading.intent == note(line)
    assert len(reading.remarks) == 1
    assert reading.remarks[0].startswith("Nobody here is called ")


def test_an_ambiguous_name_stays_as_typed_with_one_sentence() -> None:
    roster = Roster(["Ann Otieno", "Ann Smith"])
    reading = read_line("Ann: good", roster, TODAY)
    assert reading == Kept(
        intent=note("Ann: good"),
        remarks=("Ann can be Ann Otieno or Ann Smith: the line is kept as typed.",),
        echo="a note",
    )


@pytest.mark.parametrize(
    "line",
    [
        "http://example.org/a is the page",
        "10:30 we begin",
        "at 10: we begin",
        "Opening question: which sound belongs to your morning?",
        "this line should not have been written: the treasurer's nephew",
        "however, this: is a sentence",
        "S/ 40,000: too much",
        ": nothing before",
        "Ann said: no",
        "a@b.org: the address",
        "Ann:",
        "Ann: ",
    ],
)
def test_words_before_a_colon_that_are_no_name_are_text(line: str) -> None:
    reading = kept(line)
    assert reading.intent == note(line.strip())
    assert reading.remarks == ()


def test_without_people_no_name_is_missed() -> None:
    reading = read_line("Fatou: good", Roster([]), TODAY)
    assert isinstance(reading, Kept)
    assert reading.remarks == ()


@pytest.mark.parametrize(
    ("line", "text", "owners", "due"),
    [
        ("> Amina: call Puno due 2026-12-01", "call Puno", (AMINA,), "2026-12-01"),
        ("> call Puno @Amina by Friday", "call Puno", (AMINA,), "2026-11-27"),
        ("> call Puno by Friday @Amina", "call Puno", (AMINA,), "2026-11-27"),
        ("> call Puno @Amina by Friday @Bríd", "call Puno", (AMINA, BRID), "2026-11-27"),
        ("> call Puno in 2 weeks @Dolores @Annabel", "call Puno", (DOLORES, ANNABEL), "2026-12-05"),
        ("> call Puno @Ann Otieno by fri", "call Puno", (ANN,), "2026-11-27"),
        ("> call Puno @Dolores Quispe Mamani", "call Puno", (DOLORES,), ""),
        ("> call Puno @李娜", "call Puno", (NA,), ""),
        ("> 写标题 ＠李娜 due 2026-12-01", "写标题", (NA,), "2026-12-01"),
        ("> 请@李娜 写标题", "请@李娜 写标题", (NA,), ""),
        ("> ask @Ann for the form by Friday", "ask @Ann for the form", (ANN,), "2026-11-27"),
        (
            "> ask @Ann, @Amina and @Bríd about it",
            "ask @Ann, @Amina and @Bríd about it",
            (ANN, AMINA, BRID),
            "",
        ),
        ("> call Puno @Ann, @Amina and @Bríd", "call Puno", (ANN, AMINA, BRID), ""),
        ("> Bríd: ask @Ann @Bríd @Ann", "ask", (BRID, ANN), ""),
        ("> Amina, Bríd: call Puno", "call Puno", (AMINA, BRID), ""),
        ("> call Puno by Friday.", "call Puno", (), "2026-11-27"),
        ("> call Puno @Ann.", "call Puno", (ANN,), ""),
        ("> call Puno, by Friday", "call Puno", (), "2026-11-27"),
        ("> call Puno; @Ann", "call Puno", (ANN,), ""),
        ("> talk to Puno and @Ann by Friday", "talk to Puno and @Ann", (ANN,), "2026-11-27"),
        ("> parler à Puno et @Ann", "parler à Puno et @Ann", (ANN,), ""),
        ("> llamar a Puno @Ann y @Amina", "llamar a Puno", (ANN, AMINA), ""),
        ("> call (@Ann) back", "call (@Ann) back", (ANN,), ""),
        ("> call Puno BY FRIDAY", "call Puno", (), "2026-11-27"),
        ("> call Puno by Friday due 2026-12-01", "call Puno by Friday", (), "2026-12-01"),
        ("> call Puno by phone", "call Puno by phone", (), ""),
        ("> share the by-law", "share the by-law", (), ""),
        ("> call Puno by 5pm", "call Puno by 5pm", (), ""),
        ("> do the due diligence", "do the due diligence", (), ""),
        ("> call by phone by Friday", "call by phone", (), "2026-11-27"),
        ("> by Friday call Puno", "by Friday call Puno", (), ""),
        ("> call Puno by 2026-02-30", "call Puno by 2026-02-30", (), ""),
        ("> standby Friday", "standby Friday", (), ""),
        ("> write to a@b.org", "write to a@b.org", (), ""),
        ("> write to ann@otieno.org by Friday", "write to ann@otieno.org", (), "2026-11-27"),
        ("> meet @ Ann", "meet @ Ann", (), ""),
        ("> @Ann by Friday", "@Ann by Friday", (ANN,), "2026-11-27"),
        ("> Ann: @Amina", "@Amina", (ANN, AMINA), ""),
        ("> by Friday", "by Friday", (), "2026-11-27"),
        ("> Ann: ? who", "? who", (ANN,), ""),
        (
            "> Ann: send Dolores the two-line motion template (owner + date) due 2026-12-01",
            "send Dolores the two-line motion template (owner + date)",
            (ANN,),
            "2026-12-01",
        ),
        (
            "> find out what a bus from Potosí costs @Dolores @Annabel in 2 weeks",
            "find out what a bus from Potosí costs",
            (DOLORES, ANNABEL),
            "2026-12-05",
        ),
    ],
)
def test_a_step_has_owners_and_a_day(line: str, text: str, owners: tuple[str, ...], due: str) -> None:
    reading = kept(line)
    assert reading.intent == Capture(kind="step", text=text, owners=owners, due=due)
    assert reading.remarks == ()


@pytest.mark.parametrize(
    ("line", "text", "owners", "due", "named"),
    [
        ("> call Puno @Fatou", "call Puno @Fatou", (), "", "Fatou"),
        ("> call Puno @Ami by Friday", "call Puno @Ami", (), "2026-11-27", "Ami"),
        ("> call Puno by Friday @Fatou", "call Puno @Fatou", (), "2026-11-27", "Fatou"),
        ("> call Puno by Friday @Fatou Diop", "call Puno @Fatou Diop", (), "2026-11-27", "Fatou Diop"),
        ("> call Puno @Fatou By Friday", "call Puno @Fatou", (), "2026-11-27", "Fatou"),
        ("> call Puno @Ann @Fatou", "call Puno @Fatou", (ANN,), "", "Fatou"),
        ("> ask @Fatou about it", "ask @Fatou about it", (), "", "Fatou"),
        ("> Fatou: call Puno by Friday", "Fatou: call Puno", (), "2026-11-27", "Fatou"),
        ("> Fatou: call @Moussa", "Fatou: call @Moussa", (), "", "Fatou or Moussa"),
    ],
)
def test_an_unknown_owner_stays_as_typed(
    line: str, text: str, owners: tuple[str, ...], due: str, named: str
) -> None:
    reading = kept(line)
    assert reading.intent == Capture(kind="step", text=text, owners=owners, due=due)
    end = "the line is kept as typed." if owners else "the step is kept as typed, unassigned."
    assert reading.remarks == (f"Nobody here is called {named}: {end}",)


def test_an_ambiguous_owner_leaves_the_step_unassigned() -> None:
    reading = read_line("> call @Ann by Friday", Roster(["Ann Otieno", "Ann Smith"]), TODAY)
    assert isinstance(reading, Kept)
    assert reading.intent == Capture(kind="step", text="call @Ann", due="2026-11-27")
    assert reading.remarks == ("Ann can be Ann Otieno or Ann Smith: the step is kept as typed, unassigned.",)


@pytest.mark.parametrize(
    "line", ["ask @Ann by Friday", "? ask @Ann by Friday", "! @Ann in 2 weeks", "= due 2026-12-01"]
)
def test_owners_and_days_are_for_steps_only(line: str) -> None:
    intent = kept(line).intent
    assert intent.owners == ()
    assert intent.due == ""
    assert intent.text == line.lstrip("?!= ")


@pytest.mark.parametrize(
    ("line", "echo"),
    [
        ("> call Puno @Ann by fri", "Ann Otieno · due Friday 27 November 2026"),
        ("> call Puno", "a next step, not yet anybody's"),
        ("? who decides", "a question, not yet anybody's"),
        ("? Ann: who decides", "a question from Ann Otieno"),
        ("hello", "a note"),
    ],
)
def test_the_echo_says_how_a_line_was_read(line: str, echo: str) -> None:
    assert kept(line).echo == echo


@pytest.mark.parametrize(
    ("line", "name", "rest"),
    [
        ("/next", "next", ""),
        ("/NEXT", "next", ""),
        ("  /next  ", "next", ""),
        ("／ｎｅｘｔ", "next", ""),
        ("/goto  Power lens ", "goto", "Power lens"),
        ("/goto\u00a03", "goto", "3"),
        ("/nxet", "nxet", ""),
        ("/", "", ""),
        ("/ next", "", "next"),
        ("/only", "only", ""),
        ("/later ", "later", ""),
        ("/home/ann is full", "home/ann", "is full"),
    ],
)
def test_a_slash_first_is_a_command(line: str, name: str, rest: str) -> None:
    assert read_line(line, ROSTER, TODAY) == Command(name, rest)


@pytest.mark.parametrize(
    ("line", "intent"),
    [
        ("/later pay for travel", note("pay for travel", kind="later")),
        ("/later Ann: pay for travel", note("pay for travel", ANN, kind="later")),
        ("/later ? who pays", note("? who pays", kind="later")),
        ("/later ~ who pays", note("who pays", kind="later", pod_only=True)),
        ("/later \\Ann: who", note("Ann: who", kind="later")),
    ],
)
def test_later_keeps_a_topic(line: str, intent: Capture) -> None:
    assert kept(line).intent == intent


def test_a_bare_command_word_is_a_note_and_says_so() -> None:
    reading = kept("Next")
    assert reading.intent == note("Next")
    assert reading.remarks == ("Kept as a note. The command is /next.",)


def test_the_screen_can_say_what_a_line_without_marks_becomes() -> None:
    assert kept("call Puno @Ann", kind="step").intent == Capture(kind="step", text="call Puno", owners=(ANN,))
    assert kept("! keep", kind="step").intent == note("keep", kind="takeaway")
    assert kept("keep", pod_only=True).intent == note("keep", pod_only=True)
    assert kept("\\? keep", kind="decision").intent == note("? keep", kind="decision")


ANY = st.text(
    st.one_of(st.sampled_from("?!>=~\\/@:：，, .@～？＞　\u00a0\tabAnn"), st.characters(codec="utf-8")),
    max_size=60,
)
PIECES = (
    "? ! > = ~ \\ /only /later @Ann @李娜 @Fatou Ann: by due in Friday 2026-12-01 2 weeks call Puno , . @",
    "a@b.org Dolores Quispe: and Fatou:",
)
WORDS = st.lists(st.sampled_from(" ".join(PIECES).split()), max_size=9).map(" ".join)


@given(ANY | WORDS)
def test_any_text_is_read_without_an_error(line: str) -> None:
    for kind in ("note", "step"):
        reading = read_line(line, ROSTER, TODAY, kind=kind)  # type: ignore[arg-type]
        assert isinstance(reading, Blank | Marks | Kept | Command)
        if isinstance(reading, Kept):
            assert reading.intent.text == reading.intent.text.strip() != ""
            assert reading.intent.text in line or reading.intent.kind == "step"
            assert len(reading.remarks) <= 1
            assert len(set(reading.intent.owners)) == len(reading.intent.owners)


@given(ANY)
def test_a_line_without_mark_colon_or_slash_stands_as_typed(line: str) -> None:
    typed = line.strip()
    if not typed or typed[0] in "?!>=~\\/？！＞＝～／＼" or ":" in typed or "：" in typed:
        return
    assert kept(line).intent == note(typed)


@given(ANY | WORDS)
def test_behind_a_backslash_everything_is_verbatim(line: str) -> None:
    reading = kept("\\" + line)
    assert reading.intent == note(line.strip() or "\\")


@given(WORDS)
def test_a_step_loses_only_words_at_its_end(words: str) -> None:
    reading = kept("> " + words) if words.strip() else None
    if reading is not None and reading.intent.kind == "step":
        left = reading.intent.text.split()
        given_words = iter(words.split())
        assert all(word in given_words for word in left)
