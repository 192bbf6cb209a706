"""Where things lie on disk: the home folder, and one folder a session (contract 1)."""

from __future__ import annotations

import os
import re
import unicodedata
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

import msgspec

from facilitator.store.atomic import sync_folder
from facilitator.store.lines import unseal
from facilitator.store.moved import moved
from facilitator.store.trouble import PlaceError, StoreTrouble, shown
from facilitator.words.dates import from_stamp
from facilitator.words.language import gettext as _

Kind = Literal["sessions", "rehearsals"]
KINDS: tuple[Kind, ...] = ("sessions", "rehearsals")

EVENTS = "events.jsonl"
OPENING = "opening.json"
MINUTES = "minutes.md"
DRAFT = "draft.txt"
LOCK = "lock"
ROOM = "room.json"
"""What the room sees: there only while a program has the session open."""

SENT = "sent.json"
"""Who was sent what: addresses, instants and digests, no words."""

PAGE = "page.txt"
"""The page to go on with, where no clipboard surely took it: the plan and its sentences, no notes."""

PRIVATE_FOLDER = 0o700
_NAME = re.compile(r"(\d{4}-\d{2}-\d{2}-\d{4})-.+")
_LONGEST_SLUG = 40
_LONGEST_WORD = 200
_LONGEST_OPENING = 4_000_000
# Folder names carry local times; two of them may be a whole turn of the zones (UTC-12 to UTC+14) apart.
_ZONES_APART = timedelta(hours=26)


def home(given: str | Path | None = None) -> Path:
    """The home folder, absolute: `given` (`--home`), else FACILITATOR_HOME, else the platform's place.

    Makes nothing. Raises PlaceError where `~name` names nobody.
    """
    word = str(given) if given else os.environ.get("FACILITATOR_HOME", "")
    if not word:
        import platformdirs

        word = platformdirs.user_data_dir("facilitator", appauthor=False)
    try:
        return Path(os.path.abspath(Path(word).expanduser()))
    except RuntimeError:
        raise PlaceError(
            _("The home folder {folder} cannot be found. Give its whole path.").format(folder=shown(word))
        ) from None


def make_home(folder: Path) -> None:
    """Make the home folder with `sessions/` and `rehearsals/`, closed to others (0700).

    Folders that are there keep their modes, and so do the parents. Raises PlaceError.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        for each in (folder, *(folder / kind for kind in KINDS)):
            make_private(each)
    except OSError as error:
        raise PlaceError(StoreTrouble.from_error(error, Path(error.filename or folder)).sentence) from error


def new_session_folder(home: Path, kind: Kind, local_start: datetime, name: str) -> Path:
    """Make and return a new session folder such as `sessions/2026-11-21-1900-intervision`.

    `name` is the agenda's, never the case title; it goes through `slug`. On a clash `-2`, `-3`… follows; two
    programs that start in the same minute never share a folder. Raises PlaceError.
    """
    make_home(home)
    parent = home / kind
    stem = f"{local_start:%Y-%m-%d-%H%M}-{slug(name)}"
    number = 1
    while True:
        folder = parent / (stem if number == 1 else f"{stem}-{number}")
        try:
            os.mkdir(folder, PRIVATE_FOLDER)
            os.chmod(folder, PRIVATE_FOLDER)
            sync_folder(parent)
        except FileExistsError:
            number += 1
        except OSError as error:
            raise PlaceError(StoreTrouble.from_error(error, folder).sentence) from error
        else:
            return folder


def slug(text: str) -> str:
    """A short name for a folder: small ASCII letters, digits and hyphens; `meeting` where nothing is left."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode("ascii")
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return words[:_LONGEST_SLUG].rstrip("-") or "meeting"


def all_sessions(home: Path) -> list[Path]:
    """Every session folder, rehearsals included, newest by start first. Raises PlaceError."""
    return sorted(_folders(home), key=_newest, reverse=True)


def find_session(home: Path, word: str) -> Path:
    """The session folder that a person means: a folder, the name of one in `home`, or `last`.

    Raises PlaceError that names the nearest.
    """
    if not word or "\0" in word:
        raise PlaceError(_("Name a session: its folder, its name, or last."))
    folders = _folders(home)
    if word == "last":
        return _last(home, folders)
    named = [folder for folder in folders if folder.name == word]
    if len(named) > 1:
        raise PlaceError(
            _("{word} is both a session and a rehearsal. Give the whole folder: {first} or {second}.").format(
                word=shown(word), first=shown(named[0]), second=shown(named[1])
            )
        )
    if named:
        return named[0]
    path = Path(os.path.abspath(os.path.expanduser(word)))
    if is_session(path):
        return path
    raise PlaceError(_no_such(home, word, path, folders))


def is_session(folder: Path) -> bool:
    """Whether a session lies in this folder: its log, or at least its opening."""
    try:
        return (folder / EVENTS).is_file() or (folder / OPENING).is_file()
    except OSError:
        return False


def home_of(folder: Path) -> Path | None:
    """The home folder that a session folder lies in; None where it lies elsewhere."""
    return folder.parent.parent if folder.parent.name in KINDS else None


def make_private(folder: Path) -> None:
    """Make a folder for its owner alone (0700); one that is there keeps its mode. Raises StoreTrouble."""
    try:
        os.mkdir(folder, PRIVATE_FOLDER)
        # mkdir is subject to the umask, which may take away what we need ourselves.
        os.chmod(folder, PRIVATE_FOLDER)
    except OSError as error:
        if not (isinstance(error, FileExistsError) and os.path.isdir(folder)):
            raise StoreTrouble.from_error(error, folder) from error


def _folders(home: Path) -> list[Path]:
    found: list[Path] = []
    for kind in KINDS:
        parent = home / kind
        try:
            with os.scandir(parent) as entries:
                found += [parent / each.name for each in entries if not each.name.startswith(".")]
        except FileNotFoundError:
            continue
        except OSError as error:
            raise PlaceError(StoreTrouble.from_error(error, parent).sentence) from error
    gone = moved(home)
    if gone:
        # What a moved session left behind is old; where its new folder is out of reach, it is all there is.
        now = {home / place: folder for place, folder in gone.items() if is_session(folder)}
        found = [*(folder for folder in found if folder not in now), *now.values()]
    return [folder for folder in found if is_session(folder)]


def _last(home: Path, folders: list[Path]) -> Path:
    if not folders:
        raise PlaceError(
            _("There is no session in {home} yet. Start one with: facilitator run").format(home=shown(home))
        )
    named = [(folder, _start_by_name(folder)) for folder in folders]
    newest = max(start for _folder, start in named)
    # Only sessions that could be the newest are looked into, so that a long history costs nothing.
    near = [
        folder for folder, start in named if newest - start <= _ZONES_APART or not _NAME.match(folder.name)
    ]
    return max(near, key=_newest)


def _newest(folder: Path) -> tuple[datetime, float, str]:
    """What sessions are ordered by: the start in the opening or by the name, then the folder's age."""
    try:
        made = folder.stat().st_ctime
    except OSError:
        made = 0.0
    return _start_by_event(folder) or _start_by_name(folder), made, folder.name


def _start_by_event(folder: Path) -> datetime | None:
    for name in (OPENING, EVENTS):
        try:
            with open(folder / name, "rb") as stream:
                opening = unseal(stream.readline(_LONGEST_OPENING))
            return from_stamp(str(msgspec.json.decode(opening, type=dict[str, object]).get("at", "")))
        except (OSError, ValueError):
            continue
    return None


def _start_by_name(folder: Path) -> datetime:
    match = _NAME.fullmatch(folder.name)
    try:
        return datetime.strptime(match[1] if match else "", "%Y-%m-%d-%H%M").astimezone(UTC)
    except (ValueError, OverflowError, OSError):
        return datetime.min.replace(tzinfo=UTC)


def _no_such(home: Path, word: str, path: Path, folders: list[Path]) -> str:
    import difflib

    if len(word) > _LONGEST_WORD:
        word = word[:_LONGEST_WORD] + "…"
    near = difflib.get_close_matches(
        word.rstrip("/\\"), sorted({folder.name for folder in folders}), n=1, cutoff=0.5
    )
    if near:
        return _("There is no session {word}. The nearest is {nearest}.").format(
            word=shown(word), nearest=near[0]
        )
    if os.path.isdir(path):
        return _(
            "{folder} is a folder, but no session lies in it. List them with: facilitator sessions"
        ).format(folder=shown(path))
    if folders:
        return _("There is no session {word}. List them with: facilitator sessions").format(word=shown(word))
    return _("There is no session {word}: none lies in {home} yet. Start one with: facilitator run").format(
        word=shown(word), home=shown(home)
    )
