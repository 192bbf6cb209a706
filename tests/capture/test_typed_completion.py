"""What a half-typed line can become."""

import immutables
import pytest
from capture_meetings import PEOPLE, with_notes
from hypothesis import given
from hypothesis import strategies as st

from facilitator.capture.complete import complete
from facilitator.session.state import Note, Person

DIMENSIONS = ("region", "gender", "real power")
STATE = with_notes(
    Note(number=3, kind="note", text="x"),
    Note(number=14, kind="step", text="y"),
    people=tuple(Person(name, here=name != "李娜") for name in PEOPLE),
    heard_in=immutables.Map({"case": ("Ann Otieno",)}),
)


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("/ne", ["/next"]),
        ("/PA", ["/pause", "/pass"]),
        ("/tu", ["/turn "]),
        ("/zz", []),
        ("/turn ann", ["/turn Annabel Otieno-Brandt", "/turn Ann Otieno"]),
        ("/turn otieno", ["/turn Annabel Otieno-Brandt", "/turn Ann Otieno"]),
        ("/here ", ["/here 李娜"]),
        ("/away dha", ["/away Bríd Ní Dhálaigh"]),
        ("/goto p", ["/goto Power lens"]),
        ("/prompt re", ["/prompt region", "/prompt real power"]),
        ("/help ne", ["/help next"]),
        ("/strike ", ["/strike 14", "/strike 3"]),
        ("/edit 1", ["/edit 14 "]),
        ("/edit 3 Ami", ["/edit 3 Amina Diallo: "]),
        ("/edit 14 call @Ami", ["/edit 14 call @Amina Diallo "]),
        ("/only > call @bri", ["/only > call @Bríd Ní Dhálaigh "]),
        ("/later Dol", ["/later Dolores Quispe Mamani: "]),
        ("dol", ["Dolores Quispe Mamani: "]),
        ("? dol", ["? Dolores Quispe Mamani: "]),
        ("~ ? brid", ["~ ? Bríd Ní Dhálaigh: "]),
        ("李", ["李娜: "]),
        ("Amina, bri", ["Amina, Bríd Ní Dhálaigh: "]),
        ("> call @dol", ["> call @Dolores Quispe Mamani "]),
        ("> call ＠李", ["> call ＠李娜 "]),
        ("call @dol", []),
        ("\\dol", []),
        ("Ann: dol", []),
        ("", []),
        ("> write to a@d", []),
        ("hello", []),
    ],
)
def test_a_half_typed_line_completes(typed: str, lines: list[str]) -> None:
    assert list(complete(typed, STATE, DIMENSIONS)) == lines


def test_every_person_is_offered_after_a_bare_at_those_here_first() -> None:
    lines = complete("> call @", STATE)
    assert [line.removeprefix("> call @").strip() for line in lines] == [
        *(name for name in PEOPLE if name != "李娜"),
        "李娜",
    ]


@given(
    st.text(max_size=25)
    | st.lists(st.sampled_from(["/", "edit", "3", " ", "@", "Ann", "> ", "~", ":"])).map("".join)
)
def test_any_text_has_an_answer(typed: str) -> None:
    assert typed not in complete(typed, STATE, DIMENSIONS)
