"""A command, read, by the table of its subject."""

from __future__ import annotations

from datetime import date

from facilitator.capture.commands import asking, clock, closing, lines, people, stages
from facilitator.capture.commands.asking import no_such_command
from facilitator.capture.commands.call import Call
from facilitator.capture.commands.wanted import Wanted
from facilitator.capture.grammar import COMMANDS, Spec
from facilitator.capture.names import Roster
from facilitator.session.refused import Refused
from facilitator.session.state import Moment, State
from facilitator.words.language import gettext as _

_READERS = {
    **stages.READERS,
    **clock.READERS,
    **people.READERS,
    **lines.READERS,
    **closing.READERS,
    **asking.READERS,
}


def read_command(name: str, rest: str, state: State, today: date, now: Moment) -> Wanted:
    """What a command wants. `today` is the session's local date.

    Raises Refused for words that are wrong, naming the nearest right ones.
    """
    spec = COMMANDS.get(name)
    if spec is None:
        raise Refused(no_such_command(name))
    rest = rest.strip()
    if rest and spec.takes == "nothing":
        raise Refused(_("No words go after /{name}. Write {usage}.").format(name=name, usage=spec.usage))
    if not rest and spec.needed:
        raise Refused(_("/{name} needs more words. Write {usage}.").format(name=name, usage=spec.usage))
    return _READERS[name](Call(name, rest, state, Roster(state.names()), today, now))


def usage(spec: Spec) -> str:
    """A command as one line of help."""
    return _("{usage}: {help}").format(usage=spec.usage, help=spec.help)
