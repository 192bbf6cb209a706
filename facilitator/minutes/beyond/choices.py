"""What people have decided about words: which stay, and what stands in place of which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from facilitator.minutes.beyond.leftover import Hit, HitKind

AS_OFFERED = ""
"""In place of these words stands what is offered: for a person, her role in that meeting."""

_NAMES = ("person", "known")


def may_be_somebody(kind: HitKind, people: Sequence[str]) -> bool:
    """Whether what was found may be a person of the meeting or of the pod: decided anew in each meeting."""
    return kind in _NAMES or bool(people)


class Here(Struct, frozen=True):
    """What was decided for one meeting: words for people in place of those offered, and names that stay."""

    roles: Mapping[str, str] = field(default_factory=dict)
    kept: frozenset[str] = frozenset()


class Choices(Struct, frozen=True):
    """All decisions. `replaced` holds what stands in place of words as typed, `kept` words that stay.

    The words of `replaced` are the pod's glossary too: in another form they are asked about.
    """

    replaced: Mapping[str, str] = field(default_factory=dict)
    kept: frozenset[str] = frozenset()
    here: Here = Here()

    def stays(self, hit: Hit) -> bool:
        """Whether somebody decided that this stays.

        A name that stays does so in one meeting only: in another one it may be the person.
        """
        return hit.surface in (self.here.kept if may_be_somebody(hit.kind, hit.people) else self.kept)

    def instead(self, hit: Hit) -> str | None:
        """What somebody decided to put in its place; None where that is not decided."""
        words = self.replaced.get(hit.surface)
        return hit.offered if words == AS_OFFERED else words

    def glossary(self) -> dict[str, str]:
        """The words that are looked for, with what is to stand in their place."""
        return {words: instead for words, instead in self.replaced.items() if instead != AS_OFFERED}
