"""Days in words: English, French and Spanish; what has two readings, what does not exist, what is no day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from capture_meetings import ROSTER, TODAY
from hypothesis import given
from hypothesis import strategies as st

from facilitator.capture.calendar import written
from facilitator.capture.dates import read_due
from facilitator.capture.line import Kept, read_note
from facilitator.capture.rearrange import the_day
from facilitator.capture.when import Day, Either, Impossible, read_alone, read_when
from facilitator.session.refused import Refused

DAYS = [
    # English
    ("by Friday", "2026-11-27"),
    ("by this Friday", "2026-11-27"),
    ("by next Saturday", "2026-11-28"),
    ("by Friday next week", "2026-11-27"),
    ("by Friday 27th", "2026-11-27"),
    ("by the 25th", "2026-11-25"),
    ("by the 31st", "2026-12-31"),
    ("by the 3rd of December", "2026-12-03"),
    ("before the end of the month", "2026-11-30"),
    ("by the end of next month", "2026-12-31"),
    ("by end of January", "2027-01-31"),
    ("due end of the year", "2026-12-31"),
    ("by the day after tomorrow", "2026-11-23"),
    ("before Friday", "2026-11-27"),
    ("no later than 1 December", "2026-12-01"),
    ("in two weeks", "2026-12-05"),
    ("within 3 days", "2026-11-24"),
    ("in a fortnight", "2026-12-05"),
    ("by 25/12", "2026-12-25"),
    ("by 4/4", "2027-04-04"),
    # French
    ("d'ici vendredi", "2026-11-27"),
    ("d’ici vendredi", "2026-11-27"),
    ("D'ICI LA FIN DU MOIS", "2026-11-30"),
    ("d'ici à la fin du mois", "2026-11-30"),
    ("d'ici au 1er décembre", "2026-12-01"),
    ("d'ici fin novembre", "2026-11-30"),
    ("d'ici deux semaines", "2026-12-05"),
    ("avant le 3 décembre", "2026-12-03"),
    ("avant le 3 de\u0301cembre 2027", "2027-12-03"),
    ("avant le vendredi 4 decembre", "2026-12-04"),
    ("pour le 25", "2026-11-25"),
    ("pour demain", "2026-11-22"),
    ("pour après-demain", "2026-11-23"),
    ("pour le 3/4", "2027-04-03"),
    ("au plus tard vendredi", "2026-11-27"),
    ("dans trois jours", "2026-11-24"),
    ("dans 2 mois", "2027-01-21"),
    ("by vendredi", "2026-11-27"),
    ("due le 3 décembre", "2026-12-03"),
    # Spanish
    ("antes del viernes", "2026-11-27"),
    ("para el viernes", "2026-11-27"),
    ("para el 3 de diciembre", "2026-12-03"),
    ("antes del 3 de diciembre de 2027", "2027-12-03"),
    ("para mañana", "2026-11-22"),
    ("para pasado mañana", "2026-11-23"),
    ("para el miercoles", "2026-11-25"),
    ("para el miércoles", "2026-11-25"),
    ("a más tardar el 1 de diciembre", "2026-12-01"),
    ("antes de fin de mes", "2026-11-30"),
    ("para finales de enero", "2027-01-31"),
    ("para el viernes de la semana que viene", "2026-11-27"),
    ("en dos semanas", "2026-12-05"),
    ("dentro de 3 días", "2026-11-24"),
    ("para el 3/4", "2027-04-03"),
    ("due el viernes", "2026-11-27"),
]

EITHER = [
    ("by next Tue", "next Tue", "2026-11-24", "2026-12-01"),
    ("by next Friday", "next Friday", "2026-11-27", "2026-12-04"),
    ("pour mardi prochain", "mardi prochain", "2026-11-24", "2026-12-01"),
    ("para el próximo martes", "el próximo martes", "2026-11-24", "2026-12-01"),
    ("para el martes que viene", "el martes que viene", "2026-11-24", "2026-12-01"),
    ("by 3/4", "3/4", "2027-04-03", "2027-03-04"),
    ("by 3/4/2028", "3/4/2028", "2028-04-03", "2028-03-04"),
    ("by the 15th", "the 15th", "2026-12-15", "2026-11-15"),
    ("pour le 15", "le 15", "2026-12-15", "2026-11-15"),
    ("antes del 15", "15", "2026-12-15", "2026-11-15"),
    ("by next week", "next week", "2026-11-27", "2026-11-23"),
    ("antes de la semana que viene", "la semana que viene", "2026-11-27", "2026-11-23"),
    ("avant la fin de la semaine", "la fin de la semaine", "2026-11-22", "2026-11-27"),
    ("by next month", "next month", "2026-12-31", "2026-12-01"),
    ("dans quinze jours", "quinze jours", "2026-12-05", "2026-12-06"),
]

NO_SUCH_DAY = [
    "by 31 June",
    "due 2026-02-30",
    "by 2026-13-01",
    "by 30 February",
    "by Friday 1 December 2026",
    "by 29 Feb 2027",
    "avant le 31 juin",
    "para el 30 de febrero",
    "by 31/11",
]

NO_DAY = [
    # Words that are also names of days or months, and what looks like the beginning of a day.
    *("by May", "by mars", "by March", "by sea", "by second", "by the second", "by a", "by me", "by set"),
    *("by Fr", "by 5", "by 5pm", "by noon", "by 50/60", "by 40 people", "by phone", "by-law", "by 24/7/365"),
    *("before lunch", "before we meet", "within reach", "in time", "in May", "in the sun", "due diligence"),
    *("pour mars", "pour 15", "pour 15 personnes", "pour Mai", "pour tous", "pour la seconde", "avant midi"),
    *("avant tout", "d'ici", "d'ici là", "dans le mois", "dans la salle", "sous peu", "en mars", "en mai"),
    *("para mar", "para el mar", "antes del mar", "para la segunda", "para 15", "para todos", "para marzo"),
    *("para la mañana", "en mayo", "en la segunda", "dentro de poco", "a más tardar", "antes de comer"),
    *("vendredi", "viernes", "next Tue", "on Friday", "le 15", "el 15", "fin du mois"),
]


@pytest.mark.parametrize(("typed", "day"), DAYS)
def test_a_day_in_words_is_read_whatever_its_language(typed: str, day: str) -> None:
    found = read_when(typed, TODAY)
    assert isinstance(found, Day), found
    assert found.day.isoformat() == day


def test_the_reading_that_lies_ahead_goes_first() -> None:
    assert read_when("by 12/1/2026", TODAY) == Either("12/1/2026", date(2026, 12, 1), date(2026, 1, 12))
    assert read_when("by 1/12/2026", TODAY) == Either("1/12/2026", date(2026, 12, 1), date(2026, 1, 12))
    assert read_when("by 12/1", TODAY) == Either("12/1", date(2027, 1, 12), date(2026, 12, 1))


@pytest.mark.parametrize(("typed", "words", "first", "second"), EITHER)
def test_what_has_two_readings_is_answered_with_both(typed: str, words: str, first: str, second: str) -> None:
    found = read_when(typed, TODAY)
    assert isinstance(found, Either), found
    assert (found.words, found.first.isoformat(), found.second.isoformat()) == (words, first, second)
    kept = read_note(f"> call Puno {typed} @Ann Otieno", ROSTER, TODAY)
    assert (kept.intent.text, kept.intent.due) == (f"call Puno {typed}", ""), "kept as typed"
    assert kept.doubt is not None
    assert [one.due for one in kept.doubt.choices] == [first, second]
    assert {(one.text, one.owners) for one in kept.doubt.choices} == {("call Puno", ("Ann Otieno",))}
    (said,) = kept.said(7)
    assert words in said
    assert f"/due 7 {first}" in said


@pytest.mark.parametrize("typed", NO_SUCH_DAY)
def test_a_day_that_does_not_exist_stays_and_one_sentence_says_so(typed: str) -> None:
    assert isinstance(read_when(typed, TODAY), Impossible)
    kept = read_note(f"> call Puno {typed}", ROSTER, TODAY)
    assert (kept.intent.text, kept.intent.due) == (f"call Puno {typed}", "")
    (said,) = kept.said(7)
    assert said.startswith("There is no ")
    assert said.endswith("without a due date.")


@pytest.mark.parametrize("typed", NO_DAY)
def test_no_day_is_made_of_ordinary_words(typed: str) -> None:
    assert read_when(typed, TODAY) is None
    kept = read_note(f"> call Puno {typed}", ROSTER, TODAY)
    assert (kept.intent.text, kept.intent.due, kept.said(7)) == (f"call Puno {typed}", "", ())


def test_next_week_in_spanish_and_french_needs_no_word_before_it_but_is_no_day_after_about() -> None:
    for words in ("la semana que viene", "la próxima semana", "la semaine prochaine"):
        kept = read_note(f"> llamar a Puno {words}", ROSTER, TODAY)
        assert kept.doubt is not None
        assert kept.doubt.choices[0].text == "llamar a Puno"
    assert read_note("> hablar de la semana que viene", ROSTER, TODAY).doubt is None
    assert read_alone("la semaine prochaine", "parler de ", TODAY) is None
    assert read_note("> look at it next week", ROSTER, TODAY).doubt is None


def test_said_on_its_own_weekday_next_has_one_reading() -> None:
    tuesday = date(2026, 11, 24)
    assert read_when("by next Tue", tuesday) == Day(date(2026, 12, 1))
    monday = date(2026, 11, 23)
    assert read_when("by next Tue", monday) == Either("next Tue", date(2026, 11, 24), date(2026, 12, 1))


@pytest.mark.parametrize(
    ("line", "echo"),
    [
        ("> x by Friday", "due Friday 27 November 2026"),
        ("> x d'ici vendredi", "due vendredi 27 novembre 2026"),
        ("> x avant le 1er décembre", "due mardi 1er décembre 2026"),
        ("> x para el viernes", "due viernes 27 de noviembre de 2026"),
        ("> x by next Tue", "next Tue: 24 Nov or 1 Dec?"),
        ("> x by 3/1", "3/1: 3 Jan or 1 Mar?"),
        ("> x para el martes que viene", "el martes que viene: 24 Nov or 1 Dec?"),
    ],
)
def test_the_echo_writes_the_day_out_in_the_words_of_its_writer(line: str, echo: str) -> None:
    assert read_note(line, ROSTER, TODAY).echo == f"a next step, not yet anybody's · {echo}"


def test_a_name_behind_a_day_and_a_full_stop_are_read_as_before() -> None:
    for line in ("> appeler d'ici vendredi @Ann Otieno", "> appeler @Ann Otieno d'ici vendredi."):
        intent = read_note(line, ROSTER, TODAY).intent
        assert (intent.text, intent.owners, intent.due) == ("appeler", ("Ann Otieno",), "2026-11-27")


def test_the_line_as_it_is_has_no_day() -> None:
    assert read_note("\\> call by next Tue", ROSTER, TODAY).doubt is None
    assert read_note("call by next Tue", ROSTER, TODAY).doubt is None, "only steps have a day"


def test_one_day_is_asked_for_and_two_are_refused_with_both() -> None:
    assert the_day("le 25", TODAY) == date(2026, 11, 25)
    assert the_day("Friday", TODAY) == date(2026, 11, 27)
    with pytest.raises(Refused) as refusal:
        the_day("next Tue", TODAY)
    assert "Tuesday 24 November 2026 or Tuesday 1 December 2026" in refusal.value.sentence
    with pytest.raises(Refused):
        the_day("soon", TODAY)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.sampled_from([typed for typed, _day in DAYS]))
def test_a_day_in_words_lies_ahead_whenever_it_is_said(today: date, typed: str) -> None:
    found = read_when(typed, today)
    if isinstance(found, Day) and "2027" not in typed:
        assert today <= found.day <= today + timedelta(days=366 * 8)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.sampled_from([one[0] for one in EITHER]))
def test_two_readings_are_two_different_days(today: date, typed: str) -> None:
    found = read_when(typed, today)
    assert isinstance(found, Day | Either)
    assert isinstance(found, Day) or found.first != found.second


@given(st.text(max_size=70), st.dates())
def test_what_was_read_before_reads_the_same(typed: str, today: date) -> None:
    for lead in ("by ", "due ", "in ", "pour ", "para el ", ""):
        strict = read_due(lead + typed, today)
        found = read_when(lead + typed, today)
        assert strict is None or found == Day(strict)


PIECES = st.sampled_from(
    [
        "by",
        "due",
        "before",
        "in",
        "d'ici",
        "avant",
        "pour",
        "para",
        "antes",
        "de",
        "del",
        "el",
        "le",
        "la",
        "the",
        "next",
        "end",
        "of",
        "month",
        "15",
        "3/4",
        "31",
        "june",
        "mars",
        "mar",
        "sun",
        "may",
        "vendredi",
        "viernes",
        "week",
        "semaine",
        "semana",
        "que",
        "viene",
        "prochain",
        "2026",
        "décembre",
        "de",
        "@Ann",
    ]
)


@given(st.lists(PIECES, max_size=7), st.dates())
def test_no_word_of_a_step_is_lost_whatever_day_is_read_in_it(words: list[str], today: date) -> None:
    text = "call " + " ".join(words)
    kept = read_note(f"> {text}", ROSTER, today)
    assert isinstance(kept, Kept)
    if not kept.intent.due:
        left = kept.intent.text.split()
        assert [word for word in text.split() if word != "@Ann"] == [word for word in left if word != "@Ann"]


@given(st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_the_long_date_is_written_in_three_languages(day: date) -> None:
    for language in ("en", "fr", "es"):
        assert str(day.year) in written(day, language)  # type: ignore[arg-type]
