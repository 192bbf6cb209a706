"""An agenda in flat lines, to be read before the meeting."""

from __future__ import annotations

from facilitator.agenda.blocks import blocks_of, times_of
from facilitator.agenda.cameras import camera_sentence, camera_words
from facilitator.agenda.kinds import kinds
from facilitator.agenda.lengths import Size, group_size, natural_length, size_of
from facilitator.agenda.model import Agenda, Stage
from facilitator.agenda.questions import find_bank
from facilitator.agenda.sentences import placeholders, texts_of
from facilitator.agenda.themes import theme_words
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
    if agenda.when:
        lines.append(_("When to use it: {when}").format(when=agenda.when))
    lines.append(_about(agenda, present, others))
    if agenda.source:
        lines.append(_("Source: {source}").format(source=agenda.source))
    if agenda.terms:
        lines.append(_("Terms: {terms}").format(terms=agenda.terms))
    number = 1
    for block, stages in blocks_of(agenda.stages):
        if block:
            lines += ["", _block(number, stages, times_of(stages[0], present, agenda.cases))]
        for stage in stages:
            paragraph = _paragraph(number, stage, agenda, present, others)
            lines += ["", *(_said(line, stage, agenda) for line in paragraph)]
            number += 1
    used = {one for stage in agenda.stages for text in texts_of(stage) for one in placeholders(text)}
    if used - {"cameras", "theme"}:
        lines += ["", _("Words in braces, such as {giver}, become names during the meeting.")]
    return [visible(line) for line in lines]


def _said(line: str, stage: Stage, agenda: Agenda) -> str:
    """A line with what the chair will say where nobody's name is needed for that."""
    line = line.replace("{cameras}", camera_sentence(stage.cameras, agenda.place))
    return line.replace("{theme}", theme_words(agenda))


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


def _block(first: int, stages: list[Stage], times: int) -> str:
    each = {
        "person": _("each person"),
        "case": _("each case"),
        "member": _("each member of a small group, all groups at once"),
    }[stages[0].repeat or "case"]
    many = ngettext("{n} time", "{n} times", times).format(n=times)
    if len(stages) == 1:
        return _("Stage {first} is run for {each}, {many}.").format(first=first, each=each, many=many)
    return _("Stages {first} to {last} are run together for {each}, {many}.").format(
        first=first, last=first + len(stages) - 1, each=each, many=many
    )


def _paragraph(number: int, stage: Stage, agenda: Agenda, present: int, others: int) -> list[str]:
    size = size_of(stage, present, others, agenda.cases)
    about = [
        _length(stage, size),
        kinds()[stage.kind],
        camera_words(stage.cameras, agenda.place),
        *_marks(stage),
    ]
    lines = [f"{number}. {stage.name}: {', '.join(filter(None, about))}"]
    if stage.speaker:
        lines.append(_("Who speaks: {speaker}").format(speaker=stage.speaker))
    lines.append(_("To open: {sentence}").format(sentence=stage.say))
    if stage.say_last:
        lines.append(_("Last minute: {sentence}").format(sentence=stage.say_last))
    if stage.say_stop:
        lines.append(_("To stop: {sentence}").format(sentence=stage.say_stop))
    lines += [_("To think about: {question}").format(question=question) for question in stage.ask]
    lines += [_("Rule: {rule}").format(rule=rule) for rule in stage.rules]
    bank = find_bank(agenda.banks, stage.bank)
    if bank is not None:
        lines.append(
            _("Questions to choose from: {bank} ({n})").format(bank=bank.title, n=len(bank.questions))
        )
    if stage.vote:
        more = ", ".join(in_words(minutes * 60) for minutes in stage.vote[1:])
        lines.append(_("When the time is up, a vote for more: {more}").format(more=more))
    if stage.records:
        lines.append(_("In the minutes: {records}").format(records=", ".join(stage.records)))
    return lines


def _marks(stage: Stage) -> list[str]:
    marks = []
    if stage.breakouts is not None:
        marks.append(_("in groups of {n}").format(n=stage.breakouts))
    if stage.keep_groups:
        marks.append(_("in the same groups as before"))
    if stage.private:
        marks.append(_("private"))
    if stage.optional:
        marks.append(_("optional"))
    if stage.protected:
        marks.append(_("keeps its time"))
    return marks


def _length(stage: Stage, size: Size) -> str:
    length = _once(stage, size)
    if not stage.block:
        return length
    return _("{length}, each time").format(length=length)


def _once(stage: Stage, size: Size) -> str:
    """How long it is, the one time or each time that it is run."""
    if not size.each:
        return in_words(size.share)
    each, total = in_words(size.share), in_words(size.share * size.count)
    if stage.repeat == "person" and stage.per_other is not None:
        return _("{each} for each of the others ({total})").format(each=each, total=total)
    if stage.per_other is not None:
        return _("{each} for each person but the case giver ({total})").format(each=each, total=total)
    return _("{each} for each person ({total})").format(each=each, total=total)
