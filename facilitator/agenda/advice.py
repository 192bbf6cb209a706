"""What a careful author would still add to an agenda that reads well: advice, never an error."""

from __future__ import annotations

from collections import Counter

from facilitator.agenda.lengths import group_size, natural_length
from facilitator.agenda.model import Agenda, Group, Stage
from facilitator.agenda.sentences import lone_brace, texts_of
from facilitator.words.durations import in_words
from facilitator.words.language import gettext as _
from facilitator.words.language import ngettext
from facilitator.words.visible import visible


def advice(agenda: Agenda) -> list[str]:
    """What is missing or doubtful in a good agenda, in sentences for its author; empty where nothing is."""
    said = [*_top_advice(agenda), *_length_advice(agenda)]
    for stage in agenda.stages:
        said += _stage_advice(stage)
    names = Counter(stage.name.casefold() for stage in agenda.stages)
    for stage in agenda.stages:
        if names.pop(stage.name.casefold(), 0) > 1:
            sentence = _("Several stages are called “{stage}”: people can go to them only by number or id.")
            said.append(sentence.format(stage=visible(stage.name)))
    return said


def _top_advice(agenda: Agenda) -> list[str]:
    missing = [key for key in ("language", "purpose", "minutes", "source") if not getattr(agenda, key)]
    if agenda.group == Group():
        missing.append("group")
    return [_("Not said at the top: {keys}.").format(keys=", ".join(missing))] if missing else []


def _stage_advice(stage: Stage) -> list[str]:
    said = [
        _("The stage “{stage}” has no “{key}”.").format(stage=visible(stage.name), key=key)
        for key in ("say_last", "say_stop")
        if not getattr(stage, key)
    ]
    if any(map(lone_brace, texts_of(stage))):
        sentence = _("The stage “{stage}” has a brace without its partner; placeholders look like {{giver}}.")
        said.append(sentence.format(stage=visible(stage.name)))
    if stage.optional and stage.protected:
        sentence = _("The stage “{stage}” is optional and protected: it is never left out.")
        said.append(sentence.format(stage=visible(stage.name)))
    return said


def _length_advice(agenda: Agenda) -> list[str]:
    if agenda.minutes is None or agenda.group.best is None:
        return []
    low, high = agenda.group.best_range or (agenda.group.best, agenda.group.best)
    present, others = group_size(agenda, agenda.group.best, agenda.group.best - 1)
    shortest, longest = natural_length(agenda, low, low - 1), natural_length(agenda, high, high - 1)
    if shortest - 1 <= agenda.minutes * 60 <= longest + 1:
        return []
    sentence = _("“minutes” says {said}, but the stages take {taken} with {people}.")
    people = ngettext("{n} person", "{n} people", present).format(n=present)
    total = in_words(natural_length(agenda, present, others))
    return [sentence.format(said=in_words(agenda.minutes * 60), taken=total, people=people)]
