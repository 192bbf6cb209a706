"""What lies behind `facilitator minutes`: a session's minutes for an audience, in a form, at a place."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from facilitator import audiences
from facilitator.meeting.opening import look
from facilitator.minutes.document import Audience, Document
from facilitator.minutes.forms.making import make
from facilitator.minutes.forms.names import BINARY, form_of
from facilitator.session.refused import Refused
from facilitator.session.state import State
from facilitator.share.named import named
from facilitator.store.atomic import write_out
from facilitator.store.places import find_session
from facilitator.store.places import home as home_folder
from facilitator.store.trouble import StoreError, StoreTrouble, shown
from facilitator.words.language import gettext as _

_WRITABLE = 0o222
"""The bits of a file's mode of which one is set where anybody may write to it."""


class NoPlace(StoreError):  # noqa: N818 - it names the situation, as the sentence does
    """There is nowhere to put such a file."""


def hand_over(
    home: str | None,
    session: str,
    *,
    form: str | None,
    audience: Audience,
    timing: bool,
    target: str | None,
    running: str | None,
    force: bool,
) -> None:
    """Print a session's minutes, write them to a file, or put their short form into a running document.

    What was damaged in the log, and what a form cannot show, is told on stderr. Raises StoreError,
    and Refused where the words do not go together.
    """
    if running is not None and (target is not None or form is not None):
        raise Refused(_("--append takes neither --to nor --format: the ending of its file says .md or .txt."))
    if target == "-":
        # As everywhere else where files are named: the standard output.
        target = None
    form = form or (form_of(target) if target is not None else None) or "md"
    if target is None and running is None and form in BINARY and sys.stdout.isatty():
        raise NoPlace(_("A {form} file is not text for a terminal. Add --to FILE.{form}.").format(form=form))
    place = home_folder(home)
    folder = find_session(place, session)
    found = look(folder)
    for report in found.reports:
        print(report, file=sys.stderr)
    minutes = document_for(place, folder, found.state, audience, timing=timing)
    if running is not None:
        append_to(Path(running), minutes, force=force)
        return
    made = make(minutes, form)
    if target is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(made.data)
        sys.stdout.buffer.flush()
    else:
        write_out(Path(target), made.data, force)
    if made.notice:
        print(made.notice, file=sys.stderr)


def append_to(path: Path, minutes: Document, *, force: bool) -> None:
    """Put the short minutes into a document that runs on, and say what became of it. Raises StoreError."""
    from facilitator.minutes.running import appended

    ending = path.suffix.lower()
    if ending not in (".md", ".markdown", ".txt"):
        raise NoPlace(
            _("{path} is neither .md nor .txt. Only such a document can run on.").format(path=shown(path))
        )
    old = _read(path)
    done = appended(old or "", minutes, plain=ending == ".txt", force=force, place=shown(path))
    write_out(path, done.text.encode("utf-8", "replace"), force=old is not None)
    said = _("{path}: the part of this session is new.") if done.replaced else _("{path}: added on top.")
    print(said.format(path=shown(path)))


def _read(path: Path) -> str | None:
    """The text of a document; None: there is none. Raises StoreError."""
    try:
        if path.exists() and not path.is_file():
            raise NoPlace(_("{path} is not a file. Name a .md or .txt file.").format(path=shown(path)))
        if path.exists() and not (path.stat().st_mode & _WRITABLE and os.access(path, os.W_OK)):
            # Another file could take its place all the same; but somebody has said that it is to stay.
            raise NoPlace(
                _("{path} may only be read. Allow writing to it, or name another file.").format(
                    path=shown(path)
                )
            )
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StoreTrouble.from_error(error, path) from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise NoPlace(
            _("{path}, line {line}, is not UTF-8 text. Save it as UTF-8 and try again.").format(
                path=shown(path), line=line
            )
        ) from None


def document_for(
    home: Path, folder: Path, state: State, audience: Audience, *, timing: bool = False
) -> Document:
    """The minutes of the session in `folder` as this audience may have them.

    Raises NotYet and StoreError, as `audiences.document_for` does. Only the pod is told which session it is:
    the name of a folder holds the hour, and the name of an agenda of one's own. For others a key that tells
    nothing keeps one session apart from another.
    """
    return named(audiences.document_for(home, folder, state, audience, timing=timing), folder)
