"""The rail of wide screens: the running order with clock times, how the end stands, and who is here."""

from __future__ import annotations

from datetime import timedelta

from textual.content import Content
from textual.widgets import Static

from facilitator.session.describe import ROLE_WORDS
from facilitator.session.state import Moment, State
from facilitator.session.timing import remaining, to_come
from facilitator.widgets.rows import RAIL_WIDTH
from facilitator.words.dates import SAME, Times, local, zone_of
from facilitator.words.durations import taken
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible

NAME = RAIL_WIDTH - 3 - 2 - 7 - 7
"""Cells for the name of a stage, where times of day have five characters."""


class Rail(Static):
    """Text only; the running stage is marked by a word-sized sign and by weight."""

    DEFAULT_CSS = f"Rail {{ width: {RAIL_WIDTH}; height: 100%; padding-right: 3; }}"

    def __init__(self, id: str = "rail") -> None:
        super().__init__("", id=id, markup=False)
        self._last: tuple[object, ...] = ()

    def show(self, state: State, now: Moment, times: Times = SAME) -> None:
        """Show this meeting's order and people; painted when the minute or the meeting changed."""
        minute = int(now.at.timestamp() // 60)
        roles = (state.chair, state.lead, state.keeper, state.giver)
        facts = (
            state.stage,
            state.people,
            state.plan,
            state.planned,
            state.visits,
            state.put_off,
            *roles,
            minute,
        )
        if facts == self._last:
            return
        self._last = facts
        rows = [Content(""), *order_rows(state, now, times), Content(""), *people_rows(state)]
        self.update(Content("\n").join(rows))


def order_rows(state: State, now: Moment, times: Times = SAME) -> list[Content]:
    """The stages with the clock times at which they began or will begin, and their lengths."""
    zone = zone_of(state.zone)
    began = {visit.stage: local(visit.at, state.zone) for visit in reversed(state.visits)}
    at = now.at.astimezone(zone) + timedelta(seconds=max(remaining(state, now.t), 0.0))
    rows, coming = [], set(to_come(state))
    here = state.stage if any(item.id == state.stage for item in state.plan) else state.place
    name_width = NAME - (times.width - SAME.width)
    for item in state.plan:
        stage = state.find_stage(item.id)
        running = item.id == here
        length = state.planned.get(item.id, item.seconds)
        after = item.id in coming and not running
        if after:
            # Also for a stage that was left for an earlier one: what counts is when it comes again.
            start = times.column(at)
        elif item.id in state.put_off:
            start = _("later").rjust(times.width)
        else:
            start = times.column(began[item.id]) if item.id in began else " " * times.width
        if item.id in coming:
            at += timedelta(seconds=max(length - state.spent.get(item.id, 0.0), 0.0))
        name = Content(visible(stage.name)).truncate(name_width, ellipsis=True, pad=True)
        style = "bold $text-accent" if running else ("" if after else "dim")
        sign = "▸ " if running else "  "
        rows.append(Content.assemble(sign, f"{start}  ", name, f" {taken(length):>6}").stylize(style))
    return rows


def people_rows(state: State) -> list[Content]:
    """Everybody in the meeting with their roles, and who is away."""
    rows = [Content.styled("  " + _("Here"), "dim")]
    for person in state.people:
        roles = [ROLE_WORDS[role] for role in ("chair", "keeper", "giver") if state.role(role) == person.name]
        if person.name == state.lead:
            roles.append(_("leads"))
        if not person.here:
            roles.append(_("away"))
        row = Content.assemble(
            "  ",
            (visible(person.name), "" if person.here else "dim"),
            ("  " + ", ".join(roles), "dim"),
        )
        rows.append(row.truncate(RAIL_WIDTH - 4, ellipsis=True))
    return rows
