"""The settings file on disk: where it lies, reading it, and making one to fill in."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from msgspec import Struct

from facilitator.agenda.located import LARGEST
from facilitator.agenda.problem import AgendaError, UnreadableAgendaError
from facilitator.settings.actions import Action
from facilitator.settings.model import Settings
from facilitator.settings.read import Known, read_settings
from facilitator.settings.show import commented
from facilitator.store.atomic import write_out
from facilitator.store.trouble import PlaceError, StoreTrouble, shown
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible

FILE = "settings.toml"
ELSEWHERE = "FACILITATOR_CONFIG"
"""The variable that names another file."""


class Loaded(Struct, frozen=True):
    """The settings of this person, as far as they are good."""

    path: Path
    settings: Settings
    there: bool
    """Whether there is such a file."""
    error: AgendaError | None = None

    @property
    def sentence(self) -> str:
        """What is wrong first, in one short line with its place; empty when all is well.

        It has to fit into a row of the screen: the whole path and the rest stand in `error`.
        """
        if self.error is None:
            return ""
        if not self.error.problems:
            return self.error.sentence
        first = self.error.problems[0]
        place = f"{visible(self.path.name)}:{first.line}:{first.column}"
        said = _("{place}: {sentence} Until then the default counts.")
        return said.format(place=place, sentence=first.sentence)


def settings_path() -> Path:
    """Where the settings of this person lie, whether or not they are there."""
    word = os.environ.get(ELSEWHERE, "")
    if word:
        return Path(os.path.abspath(word))
    # Imported here: a third of the time that `--version` takes.
    import platformdirs

    return Path(platformdirs.user_config_dir("facilitator", appauthor=False)) / FILE


def load_settings(known: Known | None = None) -> Loaded:
    """The settings of this person; the defaults where there is no file, or where it is wrong."""
    path = settings_path()
    try:
        with open(path, "rb") as stream:
            data = stream.read(LARGEST + 1)
    except (FileNotFoundError, NotADirectoryError):
        return Loaded(path, Settings(), False)
    except OSError as error:
        sentence = _("The settings {path} cannot be read: {reason}. The usual ones are used.")
        said = sentence.format(path=shown(path), reason=visible(error.strerror or str(error)))
        return Loaded(path, Settings(), True, UnreadableAgendaError(said))
    reading = read_settings(data, str(path), known)
    return Loaded(path, reading.settings, True, reading.error)


def settings_told(say: Callable[[str], None]) -> Settings:
    """The settings for plain lines; `say` is told in a sentence what is wrong with them, if anything is."""
    loaded = load_settings()
    if loaded.error is not None:
        say(loaded.sentence)
    return loaded.settings


def write_settings(actions: Iterable[Action]) -> Path:
    """Make the settings file with the defaults, commented. Returns where it lies.

    A file that is there stays as it is. Raises StoreError.
    """
    path = settings_path()
    if os.path.lexists(path):
        raise PlaceError(_("{path} is there already; it stays as it is.").format(path=shown(path)))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreTrouble.from_error(error, path.parent) from error
    write_out(path, commented(actions).encode())
    return path
