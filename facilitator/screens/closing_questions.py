"""How each thing that is missing is asked for. Pure."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from facilitator.minutes.missing import Gap
from facilitator.minutes.unnamed import strangers
from facilitator.pod.remembered import Remembered
from facilitator.pod.rotation import suggest
from facilitator.session.called import spoken
from facilitator.session.events import Role
from facilitator.session.state import State
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible

Kind = Literal[
    "owner",
    "date",
    "takeaway",
    "read_back",
    "attendance",
    "people",
    "next_meeting",
    "chair",
    "keeper",
    "giver",
    "name",
    "speaker",
    "consent",
    "agree",
    "agree_case",
    "forget",
]

Key = tuple[Kind, int | None, str]
"""What makes a question this one and no other: its kind, the line and the person that it is about."""


class Question(Struct, frozen=True, kw_only=True):
    """One question. `words` may hold `{what}`, which stands for `what` and may be shortened to fit."""

    kind: Kind
    words: str
    how: str
    """How to answer, for the hint row."""
    what: str = ""
    number: int | None = None
    """The captured line it is about, if it is about one."""
    suggestion: str = ""
    """What Tab writes on an empty line."""
    who: str = ""
    """Whom it is put to, where it is put to one person."""

    @property
    def key(self) -> Key:
        """What makes it this question and no other."""
        return (self.kind, None if self.kind == "speaker" else self.number, self.who)


def about(gap: Gap, state: State) -> Question:
    """How this gap is asked for."""
    alone = _("Enter alone leaves it open.")
    note = state.notes.get(gap.number) if gap.number is not None else None
    what = visible(note.text) if note is not None else ""
    match gap.kind:
        case "owner":
            words, how = (
                _("Who takes “{what}”?"),
                _("A name, or several with commas; the day behind it: Ann by Friday."),
            )
        case "date":
            words, how = _("When is “{what}” due?"), _("Friday, 1 December, 2026-12-01 or in 2 weeks.")
        case "takeaway":
            giver = visible(spoken(state, state.giver)) if state.giver else _("the case giver")
            words = _("What does {giver} keep?").replace("{giver}", giver)
            how = _("Enter keeps it as a takeaway.")
        case "read_back":
            return Question(
                kind="read_back",
                words=_("Have you read it back?"),
                how=_("Read takeaways and next steps aloud, then press Enter. Esc leaves it open."),
            )
        case "attendance" if not state.people:
            words, how = _("Who was here?"), _("Full names, with commas.")
            return Question(kind="people", words=words, how=f"{how} {alone}")
        case "attendance":
            return Question(
                kind="attendance",
                words=_("Who was away?"),
                how=_("Names, with commas. Enter alone: everyone was here. Esc leaves it open."),
            )
        case "name":
            stranger = next(one for one in strangers(state) if one.number == gap.number)
            words = _("Who is {name} in “{what}”?").replace("{name}", visible(stranger.name))
            how = _("A name of this session; /join adds a guest first.")
        case "speaker":
            words, how = _("Who said “{what}”?"), _("A name. Esc leaves all such lines as they are.")
        case "next_meeting":
            words, how = (
                _("When do you meet next?"),
                _("17 Dec 15:00, or with a zone: 17 Dec 15:00 UTC."),
            )
    return Question(kind=gap.kind, words=words, how=f"{how} {alone}", what=what, number=gap.number)


def who_is(role: Role, state: State) -> Question:
    """How it is asked who has a role next time, with who would be next if it goes round."""
    words = {
        "chair": _("Who chairs next time?"),
        "keeper": _("Who keeps the record next time?"),
        "giver": _("Who brings the next case?"),
    }[role]
    name = next_in_turn(role, state)
    how = (
        _("Tab writes {name}, who would be next.").replace("{name}", visible(name)) if name else _("A name.")
    )
    alone = _("Enter alone leaves it open.")
    return Question(kind=role, words=words, how=f"{how} {alone}", suggestion=name)


def next_in_turn(role: Role, state: State) -> str:
    """Who would have a role next time if it goes round; empty where nobody is left.

    Guests are left out while there are members, and so is who has another role next time already. It is the
    rule by which the next lobby will suggest somebody.
    """
    people = tuple(one.name for one in state.people if not one.guest) or state.names()
    now = Remembered(people=people, chair=state.chair, keeper=state.keeper, giver=state.giver)
    following = state.next_meeting
    named = {"chair": following.chair, "keeper": following.keeper, "giver": following.giver}
    taken = [name for other, name in named.items() if other != role and name]
    return suggest(role, people, now, taken=taken).name
