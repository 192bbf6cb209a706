"""The flat-text twin of the screens: each function answers with lines of plain sentences.

Plain mode prints them, `/say /time /who /agenda /notes` repeat them, and the screens announce with them.
`times` is how the person who reads it has times and dates written.
"""

from __future__ import annotations

from datetime import date, timedelta

from facilitator.agenda.model import Stage
from facilitator.session.called import spoken
from facilitator.session.describe import GUEST_LEADS, KIND_WORDS, ROLE_WORDS
from facilitator.session.going_on import then_sentence
from facilitator.session.guide import end_sentence
from facilitator.session.later import TOPIC, kept_for_later, topic_now
from facilitator.session.milestones import Milestone
from facilitator.session.offers import offers, then_end
from facilitator.session.repeats import is_told_in, speaking_order
from facilitator.session.rounds import is_round, next_person
from facilitator.session.saying import camera_words, fill, say_now, unheard_names
from facilitator.session.state import Moment, Note, State
from facilitator.session.steps import is_done
from facilitator.session.timing import elapsed, remaining, to_come, turn_length, turn_remaining
from facilitator.session.together import group_lines, vote_now
from facilitator.words.dates import SAME, Times, zone_of
from facilitator.words.durations import in_words, short_minutes, taken
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible


def stage_line(state: State, now: Moment, times: Times = SAME) -> str:
    """Where we are: `Clarify. 3 of 10. 8 minutes, until 19:23. Cameras on. Members ask, Teresa answers.`"""
    stage = state.find_stage(state.stage)
    left = remaining(state, now.t)
    ids = [item.id for item in state.plan]
    parts = [f"{stage.name}."]
    if state.stage in ids:
        parts.append(_("{number} of {count}.").format(number=ids.index(state.stage) + 1, count=len(ids)))
    if left > 0:
        until = times.time((now.at + timedelta(seconds=left)).astimezone(zone_of(state.zone)))
        parts.append(_("{length}, until {until}.").format(length=in_words(left), until=until))
    else:
        parts.append(_("{length} over its time.").format(length=in_words(-left)))
    parts += [_capital(words) + "." for words in (camera_words(state, stage),) if words]
    if stage.speaker:
        parts.append(_capital(fill(state, stage.speaker)) + ".")
    if stage.private:
        parts.append(_("Nothing is recorded."))
    parts += [line + "." for line in group_lines(state)]
    return " ".join(parts)


def say_line(state: State, now: Moment) -> str:
    """What to say now."""
    if state.phase != "running":
        return idle_line(state)
    return _("Say: {sentence}").format(sentence=say_now(state, now.t))


def idle_line(state: State) -> str:
    """Where we are before the meeting begins and after it is closed."""
    if state.phase == "lobby":
        return _("The meeting has not begun. /go begins it.")
    return _("The meeting is closed.")


def time_lines(state: State, now: Moment, times: Times = SAME) -> list[str]:
    """How time stands: stage, time left, whose turn, what next."""
    if state.phase != "running":
        return [idle_line(state)]
    stage = state.find_stage(state.stage)
    left = remaining(state, now.t)
    if left > 0:
        first = _("{stage}, {length} left.").format(stage=stage.name, length=in_words(left))
    else:
        first = _("{stage}, {length} over.").format(stage=stage.name, length=in_words(-left))
    parts = [first]
    if state.paused_t is not None:
        parts.append(_("The clock stands still."))
    if state.turn:
        parts.append(turn_line(state, now))
    parts += [end_sentence(state, now, times), _("Next: {then}.").format(then=then_sentence(state))]
    return [" ".join(parts)]


def turn_line(state: State, now: Moment) -> str:
    """Whose turn it is, and how long it still has."""
    name = spoken(state, state.turn)
    if not turn_length(state):
        return _("{name} has the turn.").format(name=name)
    left = turn_remaining(state, now.t)
    if left > 0:
        return _("{name}'s turn, {length} left.").format(name=name, length=in_words(left))
    return _("{name}'s turn, {length} over.").format(name=name, length=in_words(-left))


def who_lines(state: State) -> list[str]:
    """Who is here with which role, who is away; in a round who was heard and who is to come."""
    lines = []
    for person in state.people:
        marks = [ROLE_WORDS[role] for role in ("chair", "keeper", "giver") if state.role(role) == person.name]
        if person.name == state.lead:
            marks.append(_("{role}, leads now").format(role=GUEST_LEADS))
        elif person.guest:
            marks.append(_("guest"))
        if not person.here:
            marks.append(_("away"))
        lines.append(", ".join([visible(person.name), *marks]) + ".")
    if not lines:
        lines.append(_("Nobody is named yet. /join and a name adds somebody."))
    if state.phase == "running" and is_round(state):
        heard = [spoken(state, name) for name in state.heard]
        if heard:
            lines.append(_("Heard: {names}.").format(names=", ".join(heard)))
        waiting = unheard_names(state)
        if waiting:
            lines.append(_("To come: {names}.").format(names=", ".join(waiting)))
    if state.phase == "running":
        lines += [line + "." for line in group_lines(state)]
    return lines


def agenda_lines(state: State, now: Moment) -> list[str]:
    """The stages with their minutes: done, running, to come."""
    plan = state.plan
    if not plan:
        return [f"{number}. {stage.name}." for number, stage in enumerate(state.agenda.stages, 1)]
    lines = []
    for number, item in enumerate(plan, 1):
        stage = state.find_stage(item.id)
        planned = short_minutes(state.planned.get(item.id, item.seconds))
        line = f"{number}. {stage.name}, {planned}"
        spent = elapsed(state, now.t, item.id)
        if item.id == state.stage and state.phase == "running":
            line += ", " + _("running for {time}").format(time=taken(spent))
        elif spent:
            line += ", " + _("took {time}").format(time=taken(spent))
        lines.append(line + ".")
    return lines


def note_line(note: Note, times: Times = SAME, *, done: bool = False) -> str:
    """A captured line with its number, as plain text; a next step that is `done` says so."""
    parts = [str(note.number), KIND_WORDS[note.kind]]
    if note.pod_only:
        parts.append(_("pod only"))
    if done:
        parts.append(_("done"))
    people = note.owners if note.kind == "step" else note.speakers
    head = ", ".join([*parts, *people])
    tail = ""
    if note.due:
        tail = " · " + _("by {date}").format(date=times.day(date.fromisoformat(note.due)))
    return visible(f"{head}: {note.text}{tail}")


def notes_lines(state: State, newest: int = 12, times: Times = SAME) -> list[str]:
    """The newest captured lines."""
    notes = state.ordered_notes()[-newest:]
    lines = [note_line(note, times, done=is_done(state, note.number)) for note in notes]
    return lines or [_("Nothing is kept yet.")]


AFTER = 0.01
"""Seconds behind a milestone at which its sentence is looked up: the one for after it, not for before."""


def milestone_line(state: State, milestone: Milestone) -> str:
    """What is said at a milestone, with the sentence to read aloud where there is one."""
    words = milestone_words(state, milestone)
    if milestone.kind == "ten" or (milestone.kind in ("time", "turn-time") and not _is_silent(state)):
        if milestone.kind == "time" and is_round(state) and state.turn:
            return words
        said = _("Say: {sentence}").format(sentence=say_now(state, milestone.t + AFTER))
        vote = vote_words(state) if milestone.kind == "time" and not is_round(state) else ""
        return " ".join(filter(None, (words, said, vote)))
    return words


def milestone_words(state: State, milestone: Milestone) -> str:
    """A milestone in a few words."""
    stage = state.find_stage(state.stage)
    match milestone.kind:
        case "half":
            return _("Half of the time is left: {length}.").format(length=in_words(milestone.left))
        case "cue":
            return _("{length} left.").format(length=_capital(in_words(milestone.left)))
        case "ten":
            return _("Ten seconds.")
        case "time" if _is_silent(state):
            return _("The silence is over.")
        case "time":
            return _("Time for {stage} is up.").format(stage=stage.name)
        case "offer" if vote_now(state):
            return vote_words(state)
        case "offer":
            return _("30 seconds over. /more gives time, /next goes on, /later keeps a topic.")
        case "turn-last":
            return _("{name}: 30 seconds left.").format(name=spoken(state, state.turn))
        case "turn-time":
            return _("{name}'s time is up.").format(name=spoken(state, state.turn))


def vote_words(state: State) -> str:
    """What the two answers to a vote are done with; empty where there is no vote."""
    minutes = vote_now(state) / 60
    return _("Thumbs up: /more {minutes:g}. Down: /next.").format(minutes=minutes) if minutes else ""


def _is_silent(state: State) -> bool:
    return state.find_stage(state.stage).kind == "silence"


def consent_line(state: State) -> str:
    """What the chair asks the case giver before the case is told; empty in any other stage."""
    if not is_told_in(state, state.stage) or state.pens_down:
        return ""
    return fill(
        state,
        _("First ask {giver}: notes of the case too, or only what you take away? /off puts the pens down."),
    )


def next_turn_line(state: State) -> str:
    """Who would be next in a round, with the command for it; empty where nobody is."""
    person = next_person(state) if state.phase == "running" else ""
    return _("Next is {name}: /turn gives the turn.").format(name=spoken(state, person)) if person else ""


def topic_line(state: State) -> str:
    """The topic that is held now, for the chair to read aloud; empty where there is none."""
    topic = topic_now(state) if state.phase == "running" else None
    if topic is None:
        return ""
    return visible(_("Topic, line {number}: {text}").format(number=topic.number, text=topic.text))


def later_lines(state: State, now: Moment, times: Times = SAME) -> list[str]:
    """What is kept for later, and what taking it up would do."""
    lines = []
    for kept in kept_for_later(state):
        if kept.number:
            lines.append(note_line(state.notes[kept.number], times))
        else:
            sentence = _("{stage}, a stage. /return {stage} takes it up.")
            lines.append(sentence.format(stage=state.find_stage(kept.stage).name))
    if not lines:
        return [_("Nothing is kept for later. /later TEXT keeps a topic, /skip later keeps this stage.")]
    if state.phase != "running" or all(not kept.number for kept in kept_for_later(state)):
        return lines
    sentence = _("/return and a number takes a topic up for {length}, then we go on here. {end}")
    lines.append(sentence.format(length=in_words(TOPIC), end=then_end(state, now, -TOPIC, times)))
    return lines


def offer_lines(state: State, now: Moment, times: Times = SAME) -> list[str]:
    """What can be done about the end of the meeting, numbered, each with its effect."""
    found = offers(state, now, times)
    if not found:
        return [end_sentence(state, now, times) + " " + _("Nothing needs to be done about the time.")]
    lines = [end_sentence(state, now, times)] if state.phase == "running" else []
    for number, offer in enumerate(found, 1):
        lines.append(f"{number}. {offer.sentence}")
        if offer.aloud:
            lines.append(_("Say: {sentence}").format(sentence=offer.aloud))
    return [*lines, _("/take and a number does it. Nothing changes before that.")]


def peek_lines(state: State) -> list[str]:
    """The stages to come, with what to say in each."""
    lines = []
    for stage_id in to_come(state):
        stage = state.find_stage(stage_id)
        length = short_minutes(state.planned.get(stage_id, 0.0))
        lines.append(f"{stage.name}, {length}.")
        first = _first_of(state, stage)
        sentence = fill(state, stage.say, name=first, following=first, stage=stage)
        lines.append(_("Say: {sentence}").format(sentence=sentence))
    return lines or [_("This is the last stage.")]


def _first_of(state: State, stage: Stage) -> str:
    """Who would begin a round still to come; empty for what is no round."""
    if stage.kind != "round":
        return ""
    order = [name for name in speaking_order(state) if stage.per_other is None or name != state.giver]
    return next(iter(order), "")


def readback_lines(state: State, times: Times = SAME) -> list[str]:
    """Takeaways and next steps to be read aloud, and the steps that nobody owns yet."""
    lines = []
    for note in state.ordered_notes():
        if note.kind in ("takeaway", "step", "decision"):
            done = is_done(state, note.number)
            lines.append(note_line(note, times, done=done))
            if note.kind == "step" and not note.owners and not done:
                lines.append(_("Line {number} has no owner: who takes it?").format(number=note.number))
    return lines or [_("There is no takeaway and no next step to read back yet.")]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
