"""When it gets hard: of the ways out of a situation, the first whose command works in this very moment. Pure.

Whether a command works is not guessed: it is read and decided on like a typed line, and what comes of it is
thrown away.
"""

from __future__ import annotations

from facilitator.capture.commands import read_command
from facilitator.capture.complete import complete
from facilitator.capture.line import Command, Kept, read_line
from facilitator.capture.names import Roster
from facilitator.prompts.hard import Situation, Way
from facilitator.session import intents as it
from facilitator.session.decide import decide
from facilitator.session.refused import Refused
from facilitator.session.state import Moment, State
from facilitator.words.dates import from_stamp, zone_of


def way_now(state: State, now: Moment, situation: Situation) -> Way:
    """What to do and the command for it, with names in it; an empty command where none would work now."""
    for way in situation.ways:
        command = _filled(state, way.command)
        enough = len(state.here()) >= way.people
        if enough and (not way.command or (command and works(state, now, command))):
            return Way(do=way.do, command=command)
    return Way(do=situation.ways[-1].do)


def works(state: State, now: Moment, command: str) -> bool:
    """Whether this line would be carried out now; of half a line, whether anything behind it would be."""
    if not command.endswith(" "):
        return _is_taken(state, now, command)
    lines = complete(command, state) or (command + "x",)
    return any(_is_taken(state, now, line) for line in lines)


def _is_taken(state: State, now: Moment, line: str) -> bool:
    today = from_stamp(state.started_at or state.opened_at).astimezone(zone_of(state.zone)).date()
    reading = read_line(line, Roster(state.names()), today)
    try:
        if isinstance(reading, Command):
            wish = read_command(reading.name, reading.rest, state, today, now)
        elif isinstance(reading, Kept):
            wish = reading.intent
        else:
            return False
        if isinstance(wish, it.Intent):
            decide(state, wish, now)
    except Refused:
        return False
    return True


def _filled(state: State, command: str) -> str:
    """The command with the names of this meeting in it; empty where one is open or away."""
    gather = _gathering(state)
    values = {
        "{giver}": state.giver if state.giver in state.here() else "",
        "{keeper}": state.keeper if state.keeper in state.here() else "",
        "{gather}": state.find_stage(gather).name if gather else "",
    }
    for key, value in values.items():
        if key in command and not value:
            return ""
        command = command.replace(key, value)
    return command


def _gathering(state: State) -> str:
    """Id of the stage in which takeaways are gathered: the next one, else the last that there was."""
    ids = [item.id for item in state.plan]
    at = ids.index(state.place) if state.place in ids else 0
    found = [one for one in (*ids[at:], *ids[:at]) if state.find_stage(one).kind == "capture"]
    return found[0] if found else ""
