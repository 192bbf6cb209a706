"""The settings file: what is good in it counts, and what is wrong is shown at its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.theme import BUILTIN_THEMES

from facilitator.keymap import KNOWN, actions, typing
from facilitator.settings.model import THEMES, Settings
from facilitator.settings.read import read_settings
from facilitator.settings.show import as_lines, commented
from facilitator.theme import DARK, LIGHT
from facilitator.words.dates import Times


def wrong(text: str) -> str:
    """What a person reads about this file; it has to be wrong."""
    error = read_settings(text.encode(), "s.toml", KNOWN).error
    assert error is not None
    return str(error)


def test_every_setting_is_read() -> None:
    text = 'theme = "nord"\nbell = false\nquiet_hints = true\ndefault_agenda = "troika"\n'
    text += 'notifications = "desktop"\ndate_format = "month-day"\nclock_format = "12h"\n'
    text += '[keys]\nlive.main = "F2"\n'
    reading = read_settings(text.encode(), "s.toml", KNOWN)
    assert reading.error is None
    assert reading.settings == Settings(
        theme="nord",
        bell=False,
        quiet_hints=True,
        default_agenda="troika",
        notifications="desktop",
        date_format="month-day",
        clock_format="12h",
        keys={"live.main": "f2"},
    )
    assert reading.settings.times == Times(clock="12h", order="month-day")


def test_an_empty_file_is_the_defaults() -> None:
    assert read_settings(b"", "s.toml", KNOWN).settings == Settings()


def test_a_quoted_id_says_the_same_as_a_dotted_one() -> None:
    dotted = read_settings(b'[keys]\nlive.main = "f2, f3"\n', "s.toml", KNOWN)
    quoted = read_settings(b'[keys]\n"live.main" = "f2,f3"\n', "s.toml", KNOWN)
    assert dotted == quoted
    assert dotted.settings.keys == {"live.main": "f2,f3"}


WRONG = [
    ('theme = "nrod"', "s.toml:1:9: “nrod” is not known for “theme”", "Did you mean “nord”?"),
    ("theme = 3", "s.toml:1:9: ", "“theme” is one of"),
    ("\nbell = 1", "s.toml:2:8: “bell” is true or false, but here is a number.", ""),
    ("bel = true", "s.toml:1:1: “bel” is not a key of the settings. Did you mean “bell”?", ""),
    ('default_agenda = "intervison"', "s.toml:1:18: There is no agenda", "Did you mean “intervision”?"),
    ('notifications = "dektop"', "s.toml:1:17: “dektop” is not known", "Did you mean “desktop”?"),
    ("notifications = true", "s.toml:1:17: “notifications” is one of: off, bell, desktop", ""),
    ('clock_format = "12"', "s.toml:1:16: “12” is not known for “clock_format”. It is one of: 24h, 12h.", ""),
    ("clock_format = 12", "s.toml:1:16: “clock_format” is one of: 24h, 12h", ""),
    ('date_format = "mdy"', "s.toml:1:15: “mdy” is not known", "day-month, month-day, year-month-day."),
    ('keys = "f2"', "s.toml:1:8: “keys” is a table", ""),
    ("[keys]\nlive.main = 2", "s.toml:2:13: “main” is a text in quotation marks, but here is a number.", ""),
    (
        '[keys]\nlive.mian = "f2"',
        "s.toml:2:1: There is no action “live.mian”; the nearest is “live.main”",
        "",
    ),
    ('[keys]\nlive.main = "a"', "s.toml:2:13: “a” is needed for typing.", ""),
    ('[keys]\nlive.main = "ctrl+a"', "s.toml:2:13: “ctrl+a” is needed for typing.", ""),
    ('[keys]\nlive.main = "enter"', "s.toml:2:13: “enter” is needed for typing.", ""),
    ('[keys]\nlive.main = "f7"', "s.toml:2:13: “f7” is needed for typing.", ""),
    ('[keys]\nlive.main = "ctrl+m"', "s.toml:2:13: “ctrl+m” is needed by the terminal.", ""),
    ('[keys]\nlive.main = "hyper+q"', "s.toml:2:13: “hyper+q” is no key that can be given.", ""),
    ('[keys]\nlive.main = ", "', "s.toml:2:13: “live.main” has no key.", ""),
    ('[keys]\nlive.main = "f2"\n"live.main" = "f3"', "s.toml:3:1: “live.main” is given twice", ""),
    ('[keys]\nlive.main = "ctrl+g"', "s.toml:2:13: “ctrl+g” is both “live.main”", "“live.more”"),
    ('[keys]\nlive.main = "f2"\nclose.copy = "f2"\napp.leave = "f2"', "s.toml:2:13: “f2” is both", ""),
    ('[keys]\nlive.main = "ctrl+q"', "s.toml:2:13: “ctrl+q” is both", "“app.leave”"),
    ('[keys]\nedit.save = "ctrl+q"', "s.toml:2:13: “ctrl+q” is both “edit.save”", "“app.leave”"),
    ('[keys]\napp.leave = "ctrl+y"', "s.toml:2:13: “ctrl+y” is needed for typing.", ""),
    ('[keys]\nclose.copy = "ctrl+f"', "s.toml:2:14: “ctrl+f” is both “close.copy”", "“close.minutes”"),
    ("theme", "s.toml:1:6: After the key comes “=”", ""),
    ("= 3", "s.toml:1:1: ", ""),
]


@pytest.mark.parametrize(("text", "place", "more"), WRONG, ids=[text for text, *_ in WRONG])
def test_what_is_wrong_is_told_with_its_place_its_line_and_a_caret(text: str, place: str, more: str) -> None:
    said = wrong(text)
    assert place in said
    assert more in said
    assert "^" in said.splitlines()[2]
    assert "stage" not in said.replace("live.stage", "")


def test_one_wrong_value_leaves_the_others_as_they_are_written() -> None:
    reading = read_settings(b'theme = "nord"\nbell = "no"\n[keys]\nlive.more = "f4"\n', "s.toml", KNOWN)
    assert reading.settings == Settings(theme="nord", keys={"live.more": "f4"})


def test_one_wrong_key_leaves_all_keys_at_their_defaults() -> None:
    reading = read_settings(b'[keys]\nlive.main = "f2"\nlive.more = "x"\n', "s.toml", KNOWN)
    assert reading.settings.keys == {}


def test_two_actions_may_change_places_and_screens_that_never_meet_may_share_a_key() -> None:
    text = b'[keys]\nlive.main = "ctrl+t"\nlive.stage = "ctrl+n"\nclose.where = "ctrl+t"\n'
    assert read_settings(text, "s.toml", KNOWN).error is None


def test_the_default_keys_do_not_clash_and_can_be_written_out() -> None:
    lines = "".join(f'{one.id} = "{",".join(one.keys)}"\n' for one in actions().values())
    reading = read_settings(f"[keys]\n{lines}".encode(), "s.toml", KNOWN)
    assert reading.error is None


def test_the_file_that_is_made_says_what_counts_without_it() -> None:
    text = commented(actions().values())
    assert read_settings(text.encode(), "s.toml", KNOWN) == read_settings(b"", "s.toml", KNOWN)
    # With every # of a setting taken away it still says the same, and all of it is good.
    spoken = "\n".join(line.removeprefix("# ") if " = " in line else line for line in text.splitlines())
    reading = read_settings(spoken.encode(), "s.toml", KNOWN)
    assert reading.error is None, reading.error
    assert len(reading.settings.keys) == len(actions())


def test_each_setting_is_shown_with_its_value_its_default_and_what_it_is_for() -> None:
    lines = as_lines(Settings(bell=False, keys={"live.main": "f2"}), actions().values())
    assert any(line.startswith("bell = false") and line.endswith("Default: true.") for line in lines)
    assert 'live.main = "f2"  Next person or stage. Default: "ctrl+n".' in lines


def test_our_themes_go_by_the_names_that_the_screen_has_for_them() -> None:
    assert (DARK.name, LIGHT.name) == THEMES
    assert set(BUILTIN_THEMES) <= set(KNOWN.themes())


def test_plain_lines_know_no_themes_and_take_them_as_they_are_written() -> None:
    assert read_settings(b'theme = "of-next-year"', "s.toml").error is None


def test_the_keys_of_a_text_line_are_known() -> None:
    assert {"ctrl+a", "ctrl+e", "ctrl+k", "left", "enter"} <= set(typing())


@given(st.text(max_size=200))
def test_no_text_is_too_strange_to_be_told(text: str) -> None:
    reading = read_settings(text.encode("utf-8", "replace"), "s.toml", KNOWN)
    assert reading.error is None or ":" in str(reading.error)


@given(
    st.dictionaries(
        st.sampled_from(sorted(actions())),
        st.sampled_from(["f2", "f3", "ctrl+b", "ctrl+g", "ctrl+n", "ctrl+q"]),
    )
)
def test_keys_that_are_taken_never_clash_on_one_screen(keys: dict[str, str]) -> None:
    lines = "".join(f'{id} = "{key}"\n' for id, key in keys.items())
    reading = read_settings(f"[keys]\n{lines}".encode(), "s.toml", KNOWN)
    if reading.error is not None:
        return
    for screen in ("live", "close", "lobby", "minutes", "edit"):
        bound = [
            key
            for one in actions().values()
            if one.id.split(".")[0] in (screen, "app")
            for key in reading.settings.keys.get(one.id, ",".join(one.keys)).split(",")
        ]
        assert len(bound) == len(set(bound))
