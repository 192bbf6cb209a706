"""An agenda in flat lines, to be read before the meeting."""

from __future__ import annotations

from facilitator.agenda.lengths import group_size, natural_length, size_of
from facilitator.agenda.model import Agenda, Stage
from facilitator.agenda.sentences import placeholders, texts_of
from facilitator.words.durations import in_words
from facilitator.words.language import gettext as _
from facilitator.words.language import ngettext
from facilitator.words.visible import visible


def show(agenda: Agenda, present: int = 0) -> list[str]:
    """The agenda as flat lines, one stage a paragraph, for `present` people (0: its best group size)."""
    present, others = group_size(agenda, present, present - 1)
    lines = [agenda.title]
    if agenda.purpose:
        lines.append(agenda.purpose)
    lines.append(_about(agenda, present, others))
    if agenda.source:
        lines.append(_("Source: {source}").format(source=agenda.source))
    for number, stage in enumerate(agenda.stages, start=1):
        lines += ["", *_paragraph(number, stage, present, others)]
    if any(any(placeholders(text)) for stage in agenda.stages for text in texts_of(stage)):
        lines += ["", _("Words in braces, such as {giver}, become names during the meeting.")]
    return [visible(line) for line in lines]


def _about(agenda: Agenda, present: int, others: int) -> str:
    people = ngettext("{n} person", "{n} people", present).format(n=present)
    length = in_words(natural_length(agenda, present, others))
    sentence = _("It takes {length} with {people}.").format(length=length, people=people)
    group = agenda.group
    parts = []
    if group.min is not None:
        parts.append(_("at least {n}").format(n=group.min))
    if group.best_range is not None:
        parts.append(_("best {low} to {high}").format(low=group.best_range[0], high=group.best_range[1]))
    elif group.best is not None:
        parts.append(_("best {n}").format(n=group.best))
    if group.max is not None:
        parts.append(_("at most {n}").format(n=group.max))
    return sentence + (_(" People: {sizes}.").format(sizes=", ".join(parts)) if parts else "")


def _paragraph(number: int, stage: Stage, present: int, others: int) -> list[str]:
    marks = [_("optional")] if stage.optional else []
    marks += [_("keeps its time")] if stage.protected else []
    about = [_length(stage, present, others), _kind(stage), _cameras(stage), *marks]
    lines = [f"{number}. {stage.name}: {', '.join(about)}"]
    if stage.speaker:
        lines.append(_("Who speaks: {speaker}").format(speaker=stage.speaker))
    lines.append(_("To open: {sentence}").format(sentence=stage.say))
    if stage.say_last:
        lines.append(_("Last minute: {sentence}").format(sentence=stage.say_last))
    if stage.say_stop:
        lines.append(_("To stop: {sentence}").format(sentence=stage.say_stop))
    lines += [_("To think about: {question}").format(question=question) for question in stage.ask]
    lines += [_("Rule: {rule}").format(rule=rule) for rule in stage.rules]
    if stage.records:
        lines.append(_("In the minutes: {records}").format(records=", ".join(stage.records)))
    return lines


def _length(stage: Stage, present: int, others: int) -> str:
    size = size_of(stage, present, others)
    if not size.each:
        return in_words(size.seconds)
    each, total = in_words(size.share), in_words(size.seconds)
    if stage.per_other is not None:
        return _("{each} for each person but the case giver ({total})").format(each=each, total=total)
    return _("{each} for each person ({total})").format(each=each, total=total)


def _kind(stage: Stage) -> str:
    return {
        "talk": _("one person talks"),
        "round": _("a round, one after the other"),
        "discussion": _("discussion"),
        "silence": _("silence"),
        "writing": _("everybody writes"),
        "capture": _("results are written down"),
    }[stage.kind]


def _cameras(stage: Stage) -> str:
    return {
        "on": _("cameras on"),
        "off": _("cameras off"),
        "free": _("cameras as you like"),
    }[stage.cameras]
