"""What lies behind `facilitator search`."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence

from facilitator.search.finder import Answer, Finder
from facilitator.search.record import session_at
from facilitator.search.told import hit_lines
from facilitator.search.wish import Wish, period, phrases_of
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
    if wish.is_empty or (text.strip() and not wish.phrases):
        raise Refused(
            _("There is no word to look for. Give one, or --kind, --owner, --since, --until or --open.")
        )
    finder = Finder(home_folder(home))
    try:
        answer = finder.find(wish)
    finally:
        finder.close()
    sys.stdout.write("".join(f"{line}\n" for line in _lines(answer)))
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
