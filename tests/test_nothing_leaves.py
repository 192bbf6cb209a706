"""What must not leave the pod does not: every form and every way out, looked into with other readers."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from running import Done, facilitator

from facilitator.beyond.desk import Desk
from facilitator.beyond.terminal import ask
from facilitator.meeting.clock import SystemClock
from facilitator.meeting.opening import look
from facilitator.minutes.forms.names import NAMES
from facilitator.store.places import all_sessions

pytestmark = pytest.mark.slow

GIVER = "Dolores Quispe Mamani"
PEOPLE = f"Amina Diallo, Bríd Ní Dhálaigh, 李娜, {GIVER}, Ann Otieno, Annabel Otieno-Brandt"
AGENDA = """format = 1
title = "The Zanele round in Nairobi"
language = "en"
purpose = "Cases of the Thandiwe fund."
minutes = 20
group = { min = 2, best = 6, max = 12 }
source = "Ours."

[[stage]]
id = "case"
name = "Thandiwe tells"
kind = "talk"
minutes = 10
say = "The floor is with {giver}."

[[stage]]
id = "keep"
name = "What Wanjiru keeps"
kind = "capture"
minutes = 10
say = "What do you keep?"
"""
LINES = """Dolores: the treasurer Ximena lives in Cochabamba
~ Ximena is her sister
! ask O'Dhálaigh's board and ANNABEL's, and A.O.-B., before Annie goes to nairobi
! 谢谢李娜女士, and ask 王芳 (mayor of ndiobène, aged 34) or سعاد
~! a quiet takeaway about Ximena
! Otieno Brandt, Annabel’s, Ｄｏｌｏｒｅｓ, A n n a b e l; bríd.nidhalaigh@coop.example, wa.me/2217712
> Ann, Annabel: call +221 77 123 45 67, then 12 moi avenue by Friday
> find Zuleika @Brid due 2026-12-01
= the Ministry of Water and UNHCR hear #annabel4board; DE89 3704 0044 0532 0130 00
! struck Wilhelmina
/strike
! undone Oluwaseun
/undo
/join Fatoumata Sow
! Fatoumata's point: listen
/meet 2026-12-17 15:00 Africa/Nairobi
/close
"""
SECRETS = (
    """
Amina, Diallo, Bríd, Brid, Dhálaigh, Dhalaigh, 李娜, Dolores, Quispe, Mamani, Otieno, Annabel, ANNABEL, Brandt
A.O.-B, Annie, 王芳, سعاد, ndiobène, Ｄｏｌｏｒｅｓ, Zuleika, Wilhelmina, Oluwaseun, Fatoumata, Sow, Ximena
Cochabamba, Zanele, Nairobi, nairobi, Thandiwe, Wanjiru, Ministry, UNHCR, coop.example, 2217712, A n n a b e l
77 123 45 67, moi avenue, DE89, a quiet, secret title, 15:00, aged 34, annabel4board, Africa/
""".strip()
    .replace("\n", ", ")
    .split(", ")
)


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with one closed meeting; nobody has decided anything about it."""
    home = tmp_path_factory.mktemp("leaves")
    agenda = home / "zanele.toml"
    agenda.write_text(AGENDA, "utf-8")
    done = facilitator(
        *("run", str(agenda), "--people", PEOPLE, "--chair", "Amina", "--giver", "Dolores"),
        *("--title", "A secret title of Ximena", "--now", "--plain"),
        home=home,
        typed=LINES,
        FACILITATOR_HOME=str(home / "home"),
    )
    assert done.status == 0, done
    return home / "home"


@pytest.fixture(scope="module")
def agreed(closed: Path) -> Iterator[Path]:
    """The same home after all that is offered was taken and the giver has said yes; as it was afterwards."""
    (folder,) = all_sessions(closed)
    log = (folder / "events.jsonl").read_bytes()
    said: list[str] = []

    def read() -> str:
        return GIVER if "type the full name" in said[-1] else ""

    ask(Desk(closed, folder, look(folder).state, SystemClock(), read, said.append))
    yield closed
    (folder / "events.jsonl").write_bytes(log)
    (closed / "beyond.toml").unlink()


def run(home: Path, *words: str) -> Done:
    return facilitator(*words, home=home, FACILITATOR_HOME=str(home))


def inside(data: bytes) -> str:
    """All that a file holds: its parts, its properties, and what a reader shows of it."""
    said = data.decode("utf-8", "replace")
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            said += "".join(name + parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    if data[:4] == b"%PDF":
        pdf = PdfReader(io.BytesIO(data))
        said += "".join(page.extract_text() for page in pdf.pages) + str(pdf.metadata) + str(pdf.xmp_metadata)
    return said


def found_in(text: str) -> list[str]:
    return [secret for secret in SECRETS if secret in text]


@pytest.mark.parametrize("form", NAMES)
def test_without_a_yes_no_form_is_made_and_nothing_there_is_touched(
    closed: Path, tmp_path: Path, form: str
) -> None:
    there = tmp_path / f"there.{form}"
    there.write_text("as it was")
    for target in (tmp_path / f"new.{form}", there):
        done = run(
            closed,
            *("minutes", "last", "--audience", "beyond", "--format", form, "--force", "--to", str(target)),
        )
        assert (done.status, done.out) == (1, ""), done
        assert "Missing: the yes of" in done.err
    assert [path.name for path in tmp_path.iterdir()] == [there.name]
    assert there.read_text() == "as it was"


def test_every_word_is_told_with_its_line(closed: Path) -> None:
    told = run(closed, "minutes", "last", "--audience", "beyond").err.splitlines()
    for number, words in (
        (3, "O'Dhálaigh's"), (3, "ANNABEL's"), (3, "A.O.-B"), (3, "Annie"), (3, "nairobi"),
        (4, "李娜女士"), (4, "王芳"), (4, "mayor of ndiobène"), (4, "aged 34"), (4, "سعاد"),
        (6, "Otieno Brandt"), (6, "Ｄｏｌｏｒｅｓ"), (6, "A n n a b e l"), (6, "wa.me/2217712"),
        (6, "bríd.nidhalaigh@coop.example"), (7, "+221 77 123 45 67"), (7, "12 moi avenue"), (8, "Zuleika"),
        (9, "Ministry of Water and UNHCR"), (9, "#annabel4board"), (9, "DE89 3704 0044 0532 0130 00"),
    ):  # fmt: skip
        assert any(line.startswith(f"Line {number}, {words}: ") for line in told), (number, words)
    assert any(line.startswith("The title of the agenda, Zanele: ") for line in told)
    for words in ("Wilhelmina", "Oluwaseun", "Ximena", "Cochabamba", "quiet", "Thandiwe"):
        assert words not in "\n".join(told)


@pytest.mark.parametrize(
    "way",
    [
        ("minutes", "last", "--append", "{there}/run.md"),
        ("minutes", "last", "--append", "{there}/run.txt", "--force"),
        ("share", "copy", "last"),
        ("share", "save", "last", "--to", "{there}", "--format", "md", "--format", "pdf", "--force"),
        ("share", "mail", "last", "--to", "{there}", "--for", "x@example.org", "--yes", "--attach", "docx"),
        ("beyond", "last"),
    ],
)
def test_without_a_yes_there_is_no_other_way_out(closed: Path, tmp_path: Path, way: tuple[str, ...]) -> None:
    for name in ("run.md", "run.txt"):
        (tmp_path / name).write_text("as it was")
    words = [word.format(there=tmp_path) for word in way]
    done = run(closed, *words, *(() if way[0] == "beyond" else ("--audience", "beyond")))
    assert (done.status, done.out) == (1, ""), done
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {
        "run.md": "as it was",
        "run.txt": "as it was",
    }


@pytest.mark.parametrize("audience", ["beyond", "programme"])
@pytest.mark.parametrize("form", NAMES)
def test_no_name_is_in_any_form_or_its_properties(
    agreed: Path, tmp_path: Path, form: str, audience: str
) -> None:
    target = tmp_path / f"note.{form}"
    done = run(
        agreed, "minutes", "last", "--audience", audience, "--format", form, "--to", str(target), "--timing"
    )
    if (form, audience) == ("ics", "programme"):
        assert (done.status, target.exists()) == (1, False)
        return
    assert done.status == 0, done
    text = inside(target.read_bytes())
    assert found_in(text + done.out) == []
    if audience == "beyond" and form not in ("ics", "pdf", "odt"):
        assert "a member" in text


@pytest.mark.parametrize("audience", ["beyond", "programme"])
def test_no_name_goes_on_the_other_ways_either(agreed: Path, tmp_path: Path, audience: str) -> None:
    running = tmp_path / "run.md"
    assert run(agreed, "minutes", "last", "--audience", audience, "--append", str(running)).status == 0
    out = tmp_path / "out"
    out.mkdir()
    words = ("--audience", audience, "--to", str(out))
    assert run(agreed, "share", "save", "last", *words, "--format", "html").status == 0
    mailed = ("--for", "x@example.org", "--yes", "--attach", "docx")
    assert run(agreed, "share", "mail", "last", *words, *mailed).status == 0
    files = [running, *out.iterdir()]
    assert len(files) == 3
    for path in files:
        assert found_in(path.name + inside(path.read_bytes())) == []


def test_one_letter_more_and_the_yes_is_gone(agreed: Path, tmp_path: Path) -> None:
    (folder,) = all_sessions(agreed)
    log = folder / "events.jsonl"
    before = log.read_bytes()
    assert run(agreed, "minutes", "last", "--audience", "beyond").status == 0
    assert facilitator(
        *("resume", folder.name, "--plain"),
        home=agreed,
        typed="/edit 12 Fatoumata's point: listen!\n/leave\n",
        FACILITATOR_HOME=str(agreed),
    ).status == 0  # fmt: skip
    done = run(agreed, "minutes", "last", "--audience", "beyond", "--to", str(tmp_path / "x.md"))
    log.write_bytes(before)
    assert (done.status, done.out, list(tmp_path.iterdir())) == (1, "", [])
    assert f"Missing: the yes of {GIVER}" in done.err


def test_a_programme_reads_figures_and_nothing_else(agreed: Path) -> None:
    lines = run(agreed, "minutes", "last", "--audience", "programme", "--format", "chat").out.splitlines()
    assert lines[0].startswith("An agenda of their own, ")
    assert lines[1] == "Figures of one meeting of a pod. What was said stays with its members."
    assert [line.partition(":")[0] for line in lines[2:]] == ["Length", "Present", "Next steps"]
