"""What only the chair hears of: quiet hints, and shares of airtime on request. All of it lives in memory."""

from __future__ import annotations

from facilitator.meeting.voices import Voices
from facilitator.session.called import spoken
from facilitator.session.goes import turns_of_stay
from facilitator.session.noticing import Notice, notices
from facilitator.session.state import State
from facilitator.words.durations import in_words
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible

KEYS = 9
"""People who have a key of their own, from 1 on; the others are marked with /voice and the name."""


def name_speaks(state: State, name: str) -> str:
    """What is said once a voice is marked."""
    return _("{name} speaks.").format(name=spoken(state, name)) if name else _("Nobody speaks.")


class ChairsEar:
    """Voices and hints of one meeting. Hints are off until somebody wants them."""

    def __init__(self) -> None:
        self.voices = Voices()
        self.hints_on = False
        self._put_away: list[tuple[str, Notice]] = []
        """Hints that were put away, with their stage: nothing of them comes again there."""

    def notice(self, state: State, t: float) -> Notice | None:
        """The quiet hint that is due now, if hints are on; mostly none."""
        if not self.hints_on or state.phase != "running":
            return None
        goes = self.voices.goes_of_stay() or turns_of_stay(state)
        return next((one for one in notices(state, goes, t) if not self._was_put_away(state, one)), None)

    def put_away(self, state: State, t: float) -> Notice | None:
        """The hint that is due now has been read: it does not come again in this stage."""
        notice = self.notice(state, t)
        if notice is not None:
            self._put_away.append((state.stage, notice))
        return notice

    def _was_put_away(self, state: State, notice: Notice) -> bool:
        """Whether it, or one that named these people among others, was put away in this stage."""
        return any(
            stage == state.stage and one.kind == notice.kind and {*notice.names} <= {*one.names}
            for stage, one in self._put_away
        )

    def keys(self, state: State) -> tuple[tuple[str, str], ...]:
        """The key of each person here, and who it is; the keys stay the same when somebody goes."""
        here = state.here()
        numbered = enumerate(state.names()[:KEYS], 1)
        return tuple((str(number), name) for number, name in numbered if name in here)

    def key(self, state: State, character: str, t: float) -> bool:
        """A digit says who speaks: its person, or nobody (0, and the digit of who speaks already).

        False where it is none of these keys, or where nobody speaks aloud: then it is text.
        """
        people = dict(self.keys(state))
        if not self.voices.listening or state.phase != "running":
            return False
        if state.find_stage(state.stage).kind in ("silence", "writing"):
            return False
        if character == "0" or (character in people and people[character] == self.voices.now):
            self.voices.hush(t)
        elif character in people:
            self.voices.speaks(people[character], t)
        else:
            return False
        return True

    def row(self, state: State) -> str:
        """Who speaks, and the key of each person, in one row; empty while nobody listens."""
        if not self.voices.listening or state.find_stage(state.stage).kind in ("silence", "writing"):
            return ""
        now = spoken(state, self.voices.now) if self.voices.now else _("nobody")
        keys = "  ".join(f"{key} {spoken(state, name)}" for key, name in self.keys(state))
        return visible(_("Speaks: {name}  ·  {keys}  0 nobody").format(name=now, keys=keys))

    def switch_hints(self) -> str:
        """Hints on, or off again; says which."""
        self.hints_on = not self.hints_on
        if self.hints_on:
            return _("Quiet hints are on, for you alone. /hints again ends them.")
        return _("Quiet hints are off.")

    def switch_voices(self, state: State, t: float) -> list[str]:
        """Listen to voices, or no longer; says which keys there are."""
        voices = self.voices
        voices.listening = not voices.listening
        if not voices.listening:
            voices.hush(t)
            return [_("Nobody's voice is marked any more. /airtime has the shares so far.")]
        keys = ", ".join(f"{key} {visible(spoken(state, name))}" for key, name in self.keys(state))
        return [
            _("Who speaks? {keys}, 0 nobody. For you alone, in memory only.").format(keys=keys),
        ]

    def lines(self, state: State, t: float) -> list[str]:
        """The shares of airtime, for the chair alone."""
        shares = self.voices.shares(t)
        if not shares:
            return [_("Nobody's voice is marked yet. /voices begins that, or /voice and a name.")]
        lines = [_("For you alone, in memory only. Silence counts for nobody.")]
        for one in shares:
            sentence = _("{name}: {length}, {percent} percent.")
            lines.append(
                sentence.format(
                    name=visible(one.name), length=in_words(round(one.seconds)), percent=round(one.part * 100)
                )
            )
        marked = {one.name for one in shares}
        silent = [visible(name) for name in state.here() if name not in marked]
        if silent:
            lines.append(_("Not marked yet: {names}.").format(names=", ".join(silent)))
        return lines
