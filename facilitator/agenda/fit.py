"""Fitting an agenda to the people who are there and to the time there is.

Protected stages keep their time. The others grow or shrink in proportion; the optional ones go when shrinking
is not enough. Pure; all times are seconds.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from msgspec import Struct

from facilitator.agenda.blocks import laid_out
from facilitator.agenda.lengths import MOST, Size, fit_shares, group_size, size_of
from facilitator.agenda.model import Agenda, Planned
from facilitator.words.durations import in_words, short_minutes
from facilitator.words.language import gettext as _
from facilitator.words.language import ngettext

TRIMMED = 0.6
"""Stages shrink to this part of their length before an optional one is dropped."""

LEAST = 0.4
"""They shrink to this part when nothing is left to drop."""

_NAMED = 30.0
"""Spare time shorter than this is only what rounding leaves."""

_CLOSE = 1e-6


class Change(Struct, frozen=True, kw_only=True):
    """A stage that is not as the agenda has it, all its times together. `after` is 0 for one left out."""

    id: str
    name: str
    before: float
    after: float
    reason: str
    """A sentence for the lobby."""


class Fit(Struct, frozen=True, kw_only=True):
    """An agenda as it can be held. `total` plus `spare` is the time there is, unless it is `short`."""

    plan: tuple[Planned, ...]
    """The stages that take place, in order; those of a block once for each time, as `share#1`, `share#2` …"""
    dropped: tuple[str, ...] = ()
    """Ids of the optional stages left out, in order. In a block a stage is left out every time."""
    changes: tuple[Change, ...] = ()
    needed: float
    """What the whole agenda takes by itself, with these people."""
    total: float
    spare: float = 0.0
    short: float = 0.0
    """By how much the meeting runs over even so."""
    sentences: tuple[str, ...] = ()
    """What changed and why, for the lobby."""


def fit(agenda: Agenda, present: int, others: int, seconds: float | None = None) -> Fit:
    """The agenda for `present` people, `others` of them not the case giver, in so many `seconds`.

    Without `seconds` it takes its natural length. With nobody given, the group that the agenda is best for
    is assumed. Raises ValueError for a time that is no finite number.
    """
    if seconds is not None and not math.isfinite(seconds):
        raise ValueError(f"not a length of time: {seconds}")
    present, others = group_size(agenda, present, others)
    sizes = [size_of(stage, present, others, agenda.cases) for stage in agenda.stages]
    needed = math.fsum(size.seconds for size in sizes)
    shares = {size.stage.id: size.share for size in sizes} if seconds is None else _shares(sizes, seconds)
    kept = [size for size in sizes if size.stage.id in shares]
    by_id = {size.stage.id: size for size in kept}
    plan = tuple(
        _planned(by_id[one.stage.id], one.id, shares[one.stage.id])
        for one in laid_out([size.stage for size in kept], present, agenda.cases)
    )
    total = math.fsum(item.seconds for item in plan)
    left = 0.0 if seconds is None else seconds - total
    changes = _changes(sizes, {size.stage.id: shares[size.stage.id] * size.weight for size in kept})
    return Fit(
        plan=plan,
        dropped=tuple(size.stage.id for size in sizes if size.stage.id not in shares),
        changes=changes,
        needed=needed,
        total=total,
        spare=max(left, 0.0),
        short=-left if left < -_CLOSE else 0.0,
        sentences=_sentences(sizes, changes, present, needed, seconds, left),
    )


def size_advice(agenda: Agenda, present: int) -> str:
    """One sentence where the group is smaller or larger than the agenda is made for; else empty."""
    group = agenda.group
    if group.min is not None and 0 < present < group.min:
        sentence = _("{agenda} is made for {least} people or more; you are {n}.")
        return sentence.format(agenda=agenda.title, least=group.min, n=present)
    if group.max is not None and present > group.max:
        sentence = _(
            "{agenda} is made for at most {most} people; you are {n}. Two groups would give more time each."
        )
        return sentence.format(agenda=agenda.title, most=group.max, n=present)
    return ""


def _shares(sizes: Sequence[Size], seconds: float) -> dict[str, float]:
    """The share of each stage that takes place, by id. Only where nothing helps do they exceed `seconds`."""
    keep = list(sizes)
    shares = _try(keep, seconds, TRIMMED, MOST)
    for size in [size for size in reversed(sizes) if size.stage.optional and not size.stage.protected]:
        if shares is not None or len(keep) == 1:
            break
        keep.remove(size)
        # What a dropped stage gives back makes up for what the others lost; it makes nothing longer.
        shares = _try(keep, seconds, TRIMMED, 1.0)
    if shares is None:
        shares = _try(keep, seconds, LEAST, 1.0)
    if shares is None:
        shares = {size.stage.id: size.share if size.stage.protected else size.least(LEAST) for size in keep}
    return shares


def _try(sizes: Sequence[Size], seconds: float, ratio: float, most: float) -> dict[str, float] | None:
    free = [size for size in sizes if not size.stage.protected]
    fixed = {size.stage.id: size.share for size in sizes if size.stage.protected}
    budget = seconds - math.fsum(size.seconds for size in sizes if size.stage.protected)
    fitted = fit_shares(free, budget, ratio, most)
    if fitted is None:
        return None
    return fixed | {size.stage.id: share for size, share in zip(free, fitted, strict=True)}


def _planned(size: Size, planned_id: str, share: float) -> Planned:
    return Planned(id=planned_id, seconds=share * size.count, each=share if size.each else None)


def _changes(sizes: Sequence[Size], planned: dict[str, float]) -> tuple[Change, ...]:
    changes = []
    for size in sizes:
        after = planned.get(size.stage.id, 0.0)
        if abs(after - size.seconds) <= _CLOSE:
            continue
        if size.stage.id not in planned:
            reason = _("{stage} is left out: it is optional, and the time is too short for it.")
        elif after > size.seconds:
            reason = _("{stage} is longer, because there is more time than the agenda needs.")
        else:
            reason = _("{stage} is shorter, so that the meeting ends on time.")
        name = size.stage.name
        changes.append(
            Change(
                id=size.stage.id,
                name=name,
                before=size.seconds,
                after=after,
                reason=reason.format(stage=name),
            )
        )
    return tuple(changes)


def _sentences(
    sizes: Sequence[Size],
    changes: Sequence[Change],
    present: int,
    needed: float,
    seconds: float | None,
    left: float,
) -> tuple[str, ...]:
    people = ngettext("{n} person", "{n} people", present).format(n=present)
    said = [_("The agenda needs {length} for {people}.").format(length=in_words(needed), people=people)]
    if seconds is None:
        return tuple(said)
    if abs(seconds - needed) >= _NAMED:
        said[0] = _("The agenda needs {length} for {people}; this meeting has {time}.").format(
            length=in_words(needed), people=people, time=in_words(seconds)
        )
    longer = [f"{one.name} {short_minutes(one.after)}" for one in changes if one.after > one.before]
    shorter = [f"{one.name} {short_minutes(one.after)}" for one in changes if 0 < one.after < one.before]
    if longer:
        said.append(_("Longer: {stages}.").format(stages=", ".join(longer)))
    if shorter:
        said.append(_("Shorter: {stages}.").format(stages=", ".join(shorter)))
    said.extend(one.reason for one in changes if not one.after)
    protected = [size.stage.name for size in sizes if size.stage.protected]
    if changes and protected:
        said.append(_("These keep their full time: {stages}.").format(stages=", ".join(protected)))
    if left >= _NAMED:
        said.append(_("Left over, in no stage: {length}.").format(length=in_words(left)))
    if left < -_CLOSE:
        over = math.ceil(-left / 60 - _CLOSE) * 60
        said.append(
            _(
                "Even so it runs {length} over. Two things would help: end {length} later, "
                "or use an agenda with fewer stages."
            ).format(length=in_words(over))
        )
    return tuple(said)
