"""Which stage is meant in `/goto`: its number, its name or id, or whole words of its name."""

from __future__ import annotations

import re
import unicodedata

from facilitator.agenda.model import Stage
from facilitator.capture.names import Ambiguous, Found, Roster, either, name_key
from facilitator.session.refused import Refused
from facilitator.session.state import State
from facilitator.words.language import gettext as _


def stages_of(state: State) -> list[Stage]:
    """The stages of this meeting in order; before it has begun, all of its agenda."""
    if not state.plan:
        return list(state.agenda.stages)
    return [state.find_stage(planned.id) for planned in state.plan]


def find_stage(state: State, words: str) -> str:
    """The stage that is meant, as its number from 1. Raises Refused where it is none, or more than one."""
    stages = stages_of(state)
    wanted = unicodedata.normalize("NFKC", words).strip()
    if re.fullmatch("[0-9]{1,9}", wanted):
        if not 1 <= int(wanted) <= len(stages):
            raise Refused(
                _("There is no stage {number}. The stages are 1 to {last}; /agenda lists them.").format(
                    number=int(wanted), last=len(stages)
                )
            )
        return str(int(wanted))
    for place, stage in enumerate(stages, start=1):
        if name_key(wanted) in (name_key(stage.id), name_key(stage.name)):
            return str(place)
    roster = Roster([stage.name for stage in stages])
    found = roster.find(wanted)
    if isinstance(found, Found):
        return str(roster.names.index(found.name) + 1)
    if isinstance(found, Ambiguous):
        raise Refused(
            _("{words} can be {names}. Write the full name or the number.").format(
                words=found.text, names=either(found.names)
            )
        )
    _refuse_left_out(state, wanted)
    nearest = roster.near(wanted)
    if not nearest:
        raise Refused(_("No stage is called {words}. /agenda lists them.").format(words=found.text))
    raise Refused(
        _("No stage is called {words}. Did you mean {nearest}?").format(words=found.text, nearest=nearest)
    )


def find_two_stages(state: State, words: str) -> tuple[str, str]:
    """The two stages that are meant, as their numbers; between names a comma, which may be left out.

    Raises Refused where there are not two.
    """
    parts = [part for part in re.split("[,，、]", words) if part.strip()]
    if len(parts) == 1:
        parts = _parted(state, words.split())
    if len(parts) != 2:
        raise Refused(_("Write two stages: /swap 6 7, or their names with a comma between."))
    return find_stage(state, parts[0]), find_stage(state, parts[1])


def _parted(state: State, words: list[str]) -> list[str]:
    """The words cut where a stage stands on either side; none where there is no such place."""
    for place in range(1, len(words)):
        parts = [" ".join(words[:place]), " ".join(words[place:])]
        try:
            found = {find_stage(state, part) for part in parts}
        except Refused:
            continue
        if len(found) == 2:
            return parts
    # Two words that are no stages are refused with the nearest of each.
    return words if len(words) == 2 else []


def _refuse_left_out(state: State, words: str) -> None:
    left_out = [stage for stage in state.agenda.stages if stage.id in state.dropped]
    for stage in left_out:
        if name_key(words) in (name_key(stage.id), name_key(stage.name)):
            raise Refused(_("{stage} was left out of this meeting to fit the time.").format(stage=stage.name))
