"""What lies behind `facilitator search`."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence

from facilitator.search.finder import Answer, Finder
from facilitator.search.record import session_at
from facilitator.search.told import flat
from facilitator.search.wish import Wish, check_order, is_called, period, phrases_of
from facilitator.session.events import NoteKind
from facilitator.session.refused import Refused
from facilitator.store.places import home as home_folder
from facilitator.words.language import gettext as _
from facilitator.words.language import ngettext
from facilitator.words.visible import visible

MOST = 200
"""So many lines are shown at a terminal; nobody reads further, but adds another word."""


def search(
    home: str | None,
    words: Sequence[str],
    *,
    kinds: tuple[NoteKind, ...] = (),
    owner: str = "",
    since: str = "",
    until: str = "",
    open_only: bool = False,
    rehearsals: bool = False,
    everything: bool = False,
    timing: bool = False,
) -> None:
    """Print the lines that are looked for, two rows each; one sentence where there are none.

    Somebody at a terminal gets as many of the newest as can be looked through, unless `everything` is wanted;
    a file or another program always gets all. What could not be read is told on stderr, and with `timing` how
    long it took from here to the last line.
    """
    began = time.perf_counter()
    text = " ".join(words)
    wish = Wish(
        phrases=phrases_of(text),
        kinds=kinds,
        owner=owner.strip(),
        since=period(since) if since else "",
        until=period(until) if until else "",
        open_only=open_only,
        rehearsals=rehearsals,
    )
    check_order(wish.since, wish.until)
    if wish.is_empty or (text.strip() and not wish.phrases):
        raise Refused(
            _("There is no word to look for. Give one, or --kind, --owner, --since, --until or --open.")
        )
    finder = Finder(home_folder(home))
    try:
        answer = finder.find(wish, MOST if sys.stdout.isatty() and not everything else None)
        nobody = "" if answer.found or not wish.owner else _nobody(finder, wish)
    finally:
        finder.close()
    sys.stdout.write("".join(flat(answer.hits)))
    closing = nobody or _closing(answer)
    if closing:
        sys.stdout.write(f"{closing}\n")
    sys.stdout.flush()
    for place, trouble in answer.troubles:
        print(f"{visible(session_at(place))}: {trouble}", file=sys.stderr)
    if timing:
        print(_timing(time.perf_counter() - began, answer), file=sys.stderr)


def _closing(answer: Answer) -> str:
    """What is said behind the lines; nothing where all of them are there."""
    if not answer.found:
        return nothing_found(answer)
    if answer.found == len(answer.hits):
        return ""
    return _(
        "These are the newest {shown} of {found} lines. "
        "Add another word to find fewer, or --all to see all of them."
    ).format(shown=len(answer.hits), found=answer.found)


def _nobody(finder: Finder, wish: Wish) -> str:
    """Why nothing was found, where no step at all is of somebody who is called so; else empty."""
    steps = finder.find(Wish(kinds=("step",), rehearsals=wish.rehearsals)).hits
    owners = dict.fromkeys(name for hit in steps for name in hit.note.owners)
    if not owners or is_called(list(owners), wish.owner):
        return ""
    # Imported here: nearly every search finds something.
    from facilitator.agenda.values import nearest

    parts = {word: name for name in owners for word in (*name.split(), name)}
    near = parts.get(nearest(wish.owner, parts))
    said = _("No next step is of anybody called {name}.").format(name=visible(wish.owner))
    return f"{said} " + _("The nearest is {name}.").format(name=visible(near)) if near else said


def nothing_found(answer: Answer) -> str:
    """Why there is nothing to show."""
    if not answer.sessions:
        return _("There are no meetings to look through yet.")
    return ngettext(
        "Nothing was found in {n} meeting.", "Nothing was found in {n} meetings.", answer.sessions
    ).format(n=answer.sessions)


def _timing(seconds: float, answer: Answer) -> str:
    """How long it took inside the program, in milliseconds, and what was done in that time."""
    return _("{ms} ms (lines: {found}, meetings: {sessions}, read anew: {read})").format(
        ms=f"{seconds * 1e3:.1f}", found=answer.found, sessions=answer.sessions, read=answer.read
    )
