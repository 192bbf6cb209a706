"""What lies behind `facilitator search`."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence

from facilitator.search.finder import Answer, Finder
from facilitator.search.record import session_at
from facilitator.search.told import hit_lines
from facilitator.search.wish import Wish, check_order, is_called, period, phrases_of
from facilitator.session.events import NoteKind
from facilitator.session.refused import Refused
from facilitator.store.places import home as home_folder
from facilitator.words.language import gettext as _
from facilitator.words.language import ngettext
from facilitator.words.visible import visible


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
    timing: bool = False,
) -> None:
    """Print the lines that are looked for, two rows each; one sentence where there are none.

    What could not be read is told on stderr, and with `timing` how long it took from here to the last line.
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
        answer = finder.find(wish)
        nobody = "" if answer.hits or not wish.owner else _nobody(finder, wish)
    finally:
        finder.close()
    sys.stdout.write("".join(f"{line}\n" for line in ([nobody] if nobody else _lines(answer))))
    sys.stdout.flush()
    for place, trouble in answer.troubles:
        print(f"{visible(session_at(place))}: {trouble}", file=sys.stderr)
    if timing:
        print(_timing(time.perf_counter() - began, answer), file=sys.stderr)


def _lines(answer: Answer) -> Iterator[str]:
    for hit in answer.hits:
        yield from hit_lines(hit)
    if not answer.hits:
        yield nothing_found(answer)


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
        ms=f"{seconds * 1e3:.1f}", found=len(answer.hits), sessions=answer.sessions, read=answer.read
    )
