"""Reading the settings file. What is wrong is told all at once; what is good beside it is still taken."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from pathlib import Path as FilePath
from typing import get_args

from msgspec import Struct

from facilitator.agenda import values
from facilitator.agenda.keys import Key, read_keys
from facilitator.agenda.library import shipped_names
from facilitator.agenda.located import refused, table_of
from facilitator.agenda.problem import AgendaError
from facilitator.agenda.values import Finding, Path
from facilitator.settings.actions import Action
from facilitator.settings.keys import Given, check_keys, split_keys
from facilitator.settings.model import THEMES, USUAL_AGENDA, Notifications, Settings
from facilitator.words.dates import ClockFormat, DateFormat
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible


class Known(Struct, frozen=True):
    """What only the screen knows, asked for only where a file speaks of it.

    Without it (plain lines have no screen) themes and keys are taken as they are written.
    """

    themes: Callable[[], Collection[str]]
    actions: Callable[[], Mapping[str, Action]]
    typing: Callable[[], Collection[str]]
    """Keys that a line of text needs for itself."""


class Reading(Struct, frozen=True):
    """The settings as far as they are good, and what is wrong with the rest."""

    settings: Settings
    error: AgendaError | None = None


def read_settings(data: bytes, file: str, known: Known | None = None) -> Reading:
    """The settings in these bytes; `file` is what the messages call it.

    A value that is wrong is left at its default; of wrong keys all are, since half a keymap is none.
    """
    try:
        table = table_of(data, file, "[keys]")
    except AgendaError as error:
        return Reading(Settings(), error)
    found: list[Finding] = []
    read = read_keys(table, (), _keys_of(known), found, _("the settings"))
    given: list[Given] = read.pop("keys", None) or []
    good = {key: value for key, value in read.items() if value is not None}
    # A key of a key: what stands under [keys] and is no text was found wrong while it was read.
    wrong = [one for one in found if one.path[0] == "keys"]
    if known is not None and given:
        wrong += check_keys(given, known.actions(), known.typing())
    if not wrong:
        good["keys"] = {one.id: ",".join(split_keys(one.keys)) for one in given}
    found = [one for one in found if one not in wrong] + wrong
    return Reading(Settings(**good), refused(data, file, found) if found else None)


def _keys_of(known: Known | None) -> dict[str, Key]:
    return {
        "theme": Key(_theme(known)),
        "bell": Key(values.yes_or_no),
        "quiet_hints": Key(values.yes_or_no),
        "notifications": Key(values.one_of(*get_args(Notifications))),
        "date_format": Key(values.one_of(*get_args(DateFormat))),
        "clock_format": Key(values.one_of(*get_args(ClockFormat))),
        "default_agenda": Key(_agenda),
        "share_folder": Key(_maybe_text),
        "mail_host": Key(_maybe_text),
        "mail_port": Key(values.whole(0, 65_535)),
        "mail_security": Key(values.one_of("starttls", "tls", "none")),
        "mail_user": Key(_maybe_text),
        "mail_from": Key(_maybe_text),
        "keys": Key(_given),
    }


def _theme(known: Known | None) -> values.Reader:
    def read(value: object, path: Path, found: list[Finding]) -> object | None:
        if known is None:
            return values.text(value, path, found)
        if value in THEMES:
            return value
        return values.one_of(*THEMES, *(one for one in known.themes() if one not in THEMES))(
            value, path, found
        )

    return read


def _maybe_text(value: object, path: Path, found: list[Finding]) -> str | None:
    """A text, or an empty one: nothing is named."""
    return "" if value == "" else values.text(value, path, found)


def _agenda(value: object, path: Path, found: list[Finding]) -> str | None:
    name = values.text(value, path, found)
    if name is None or name.casefold() in shipped_names() or _is_file(name):
        return name
    near = values.nearest(name, shipped_names(), cutoff=0.5) or USUAL_AGENDA
    sentence = _("There is no agenda and no file called “{name}”. Did you mean “{near}”?")
    found.append(Finding(path, sentence.format(name=visible(name), near=near), on_value=True))
    return None


def _is_file(name: str) -> bool:
    try:
        path = FilePath(name).expanduser()
        return path.is_file() or path.with_name(path.name + ".toml").is_file()
    except (OSError, ValueError, RuntimeError):
        # A name that no file can have: there is no such file.
        return False


def _given(value: object, path: Path, found: list[Finding]) -> list[Given] | None:
    """The table of keys; `live.main = "f2"` and `"live.main" = "f2"` say the same."""
    if not isinstance(value, dict):
        sentence = _('“keys” is a table: write [keys], and below it lines such as live.main = "f2".')
        found.append(Finding(path, sentence, on_value=True))
        return None
    given: list[Given] = []
    for name, inside in value.items():
        if isinstance(inside, dict) and "." not in name:
            pairs = [(f"{name}.{last}", (*path, name, last), one) for last, one in inside.items()]
        else:
            pairs = [(name, (*path, name), inside)]
        for id, place, keys in pairs:
            text = values.text(keys, place, found)
            if text is not None:
                given.append(Given(id, text, place))
    return given
