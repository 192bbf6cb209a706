"""Which keys the footer shows now, and what they are called. Pure."""

from __future__ import annotations

from facilitator.session.called import spoken
from facilitator.session.going_on import MainStep, stage_step
from facilitator.session.guide import Guide
from facilitator.session.intents import Next, Turn
from facilitator.session.state import State
from facilitator.session.timing import to_come
from facilitator.settings.model import USUAL, Settings
from facilitator.widgets.keys import KeyHint
from facilitator.words.language import gettext as _

MOST = 6
"""Keys in the footer: those that matter now. All else is a command."""

SHORT = 16
"""Characters of a stage that a short row has room for."""


def all_keys(settings: Settings = USUAL) -> KeyHint:
    """What leads to every key and command; it stands where the row has no room for all."""
    return KeyHint(settings.key("app.all"), _("All"), "app.command_palette")


def _short(state: State, step: MainStep) -> str:
    """The main key where the row is short: the person whose turn it will be, or the stage."""
    match step.intent:
        case Turn(name):
            return spoken(state, name)
        case Next():
            stage = to_stage(state)
            return stage if len(stage) <= SHORT else _("Next stage")
        case _:
            return ""


def to_stage(state: State) -> str:
    """What going to the next stage is called beside another main key: short."""
    coming = to_come(state)
    return state.find_stage(coming[0]).name if coming else stage_step(state).label


def asks_for_cards(state: State) -> bool:
    """Whether cards are what the help key is for first: in the power lens, or when one is shown."""
    return state.stage == "power" or state.card is not None


def key_hints(
    state: State, seen: Guide, step: MainStep, covered: bool, settings: Settings = USUAL
) -> tuple[KeyHint, ...]:
    """At most six keys as they stand in the row; where it is too short, the highest `rank` goes first."""
    key = settings.key
    early = seen.kind == "silence" and not seen.over
    main = KeyHint(key("live.main"), _("End early") if early else step.label, "main", 0, _short(state, step))
    if covered:
        return (main, KeyHint("Esc", _("Uncover"), "cover", 1))
    if seen.kind == "silence":
        return (main, KeyHint(key("live.more"), _("1 more minute"), "more", 1))
    hints = [main]
    if isinstance(step.intent, Turn):
        hints.append(KeyHint(key("live.stage"), to_stage(state), "stage", 4, _("Stage")))
    if seen.over and seen.vote:
        hints.append(KeyHint(key("live.more"), _("Up: {n:g} more min").format(n=seen.vote / 60), "more", 1))
    elif seen.offer or seen.over:
        hints.append(KeyHint(key("live.more"), _("2 more min"), "more", 1, _("+2 min")))
    elif seen.late:
        hints.append(KeyHint(key("live.more"), _("Catch up"), "more", 1))
    elif asks_for_cards(state):
        hints.append(KeyHint(key("live.help"), _("A card"), "help_me", 1))
    elif seen.spare:
        hints.append(KeyHint(key("live.more"), _("Extra time"), "more", 1))
    if all(hint.action != "help_me" for hint in hints):
        # In a few letters where the row is full: whoever needs it looks for the word.
        hard = _("It gets hard") if len(hints) < 2 else _("Hard")
        hints.append(KeyHint(key("live.help"), hard, "help_me", 2, _("Hard")))
    pens = _("Pens up") if state.pens_down else _("Pens down")
    hints.append(KeyHint(key("live.pens"), pens, "pens", 2, _("Pens")))
    hints += [KeyHint(key("live.undo"), _("Undo"), "take_back", 5), KeyHint("Esc", _("Cover"), "cover", 3)]
    if len(hints) < MOST:
        hints.append(KeyHint("/", _("Commands"), "commands", 6))
    while len(hints) > MOST:
        hints.remove(max(hints, key=lambda hint: hint.rank))
    return tuple(hints)
