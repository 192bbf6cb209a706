"""What happened, in a sentence: for the row under the line, for plain mode, for undo and redo."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from facilitator.session import events as ev
from facilitator.session.order import in_meeting_order
from facilitator.session.state import Moment, State
from facilitator.session.timing import projected_end
from facilitator.words.dates import SAME, Times, from_stamp, local, zone_label, zone_of
from facilitator.words.durations import in_words
from facilitator.words.language import gettext as _
from facilitator.words.language import ngettext

KIND_WORDS = {
    "note": _("note"),
    "question": _("question"),
    "takeaway": _("takeaway"),
    "step": _("next step"),
    "decision": _("decision"),
    "later": _("kept for later"),
}

ROLE_WORDS = {"chair": _("chair"), "keeper": _("record keeper"), "giver": _("case giver")}


NAMED = 2
"""So many changed stages are named one by one; more would not fit into the row that says it."""

_MOVES = ev.STAGE_BEGINS | ev.MeetingClosed


GUEST_LEADS = _("guest facilitator")


def what_undo_did(events: Sequence[ev.AnyEvent], state: State) -> str:
    """What taking back these events changed; `state` is the one afterwards."""
    place = _where(events, state)
    if place:
        return _("Taken back. {where}").format(where=place)
    return _("Taken back: {what}.").format(what=_what(events))


def what_redo_did(events: Sequence[ev.AnyEvent], state: State) -> str:
    """What doing these events again changed; `state` is the one afterwards."""
    place = _where(events, state)
    if place:
        return _("Done again. {where}").format(where=place)
    return _("Done again: {what}.").format(what=_what(events))


def _where(events: Sequence[ev.AnyEvent], state: State) -> str:
    if not any(isinstance(event, _MOVES) for event in events):
        return ""
    if state.phase == "lobby":
        return _("We are in the lobby.")
    if state.phase == "closed":
        return _("The meeting is closed.")
    return _("We are in {stage} again, and its clock goes on.").format(
        stage=state.find_stage(state.stage).name
    )


def _what(events: Sequence[ev.AnyEvent]) -> str:
    joined = next((one for one in events if isinstance(one, ev.NotesMerged | ev.NoteSplit)), None)
    if joined is not None:
        return _word(joined)
    captured = [event.number for event in events if isinstance(event, ev.NoteCaptured)]
    if captured:
        if len(captured) == 1:
            return _("line {number}").format(number=captured[0])
        return _("lines {first} to {last}").format(first=captured[0], last=captured[-1])
    for event in events:
        word = _word(event)
        if word:
            return word
    return _("the last change")


def _word(event: ev.AnyEvent) -> str:
    match event:
        case ev.MeetingStarted():
            return _("the beginning of the meeting")
        case ev.StageEntered(how="back"):
            return _("the step back")
        case ev.StageEntered(how="return"):
            return _("the return from the silence")
        case ev.StageEntered():
            return _("going on to the stage")
        case ev.SilenceInserted():
            return _("the silence")
        case ev.TopicTakenUp(number=number):
            return _("taking up line {number}").format(number=number)
        case ev.StageTakenUp():
            return _("taking up the stage")
        case ev.Paused():
            return _("the pause")
        case ev.Unpaused():
            return _("letting the clock run")
        case ev.TimeChanged(seconds=seconds) if seconds > 0:
            return _("{length} more").format(length=in_words(seconds))
        case ev.TimeChanged(seconds=seconds):
            return _("{length} less").format(length=in_words(-seconds))
        case ev.StageBackdated():
            return _("the earlier beginning")
        case ev.EndMoved():
            return _("the new end of the meeting")
        case ev.PlanShifted():
            return _("the change of the plan")
        case ev.StageDropped():
            return _("leaving out a stage")
        case ev.StageAdded(stage=stage):
            return _("the added stage {stage}").format(stage=stage.name)
        case ev.StagesSwapped():
            return _("the other order of two stages")
        case ev.CaseAdded():
            return _("one more case or topic")
        case ev.RoundOrdered():
            return _("the order of the round")
        case ev.TurnTaken(name=name) | ev.TurnPassed(name=name):
            return _("{name}'s turn").format(name=name)
        case ev.PersonArrived(name=name):
            return _("{name} is here").format(name=name)
        case ev.PersonLeft(name=name):
            return _("{name} is away").format(name=name)
        case ev.GuestJoined(name=name):
            return _("{name} joins").format(name=name)
        case ev.RoleGiven(role=role, name=name):
            return _("{name} as {role}").format(name=name, role=ROLE_WORDS[role])
        case ev.LeadGiven(name=""):
            return _("the chair leads again")
        case ev.LeadGiven(name=name):
            return _("{name} leads").format(name=name)
        case ev.CardShown():
            return _("the card")
        case ev.NoteEdited(number=number):
            return _("the change to line {number}").format(number=number)
        case ev.NotesMerged(number=number, gone=gone):
            return _("making one line of {numbers}").format(numbers=_numbers((number, *gone)))
        case ev.NoteSplit(number=number):
            return _("making two lines of line {number}").format(number=number)
        case ev.NoteMoved(number=number):
            return _("moving line {number}").format(number=number)
        case ev.PensPut(down=down):
            return _("pens down") if down else _("pens up")
        case ev.NextMeetingSet():
            return _("the next meeting")
        case ev.NextRoleSet(role=role):
            return _("the next {role}").format(role=ROLE_WORDS[role])
        case ev.MeetingClosed():
            return _("closing the meeting")
        case ev.MinutesFinalised():
            return _("making the minutes final")
        case ev.AwaySettled():
            return _("what was said of the time away")
        case ev.ReadBack():
            return _("the reading back")
        case ev.RollCalled():
            return _("that everyone was here")
        case ev.LinesAgreed(name=name):
            return _("what {name} agreed to").format(name=name)
        case ev.BeyondApproved(giver=giver):
            return _("the yes of {name} to the text beyond the pod").format(name=giver)
        case ev.BeyondWithdrawn(giver=giver):
            return _("the withdrawn yes of {name}").format(name=giver)
    return ""


def kept_sentence(events: Sequence[ev.AnyEvent], times: Times = SAME) -> str:
    """`Kept 14, question, Leila.` for each captured line among these events."""
    said = []
    if any(isinstance(event, ev.NoteSplit) for event in events):
        return ""
    for event in events:
        if isinstance(event, ev.NoteCaptured):
            kind = KIND_WORDS[event.kind] if event.kind == "later" else event.kind
            parts = [str(event.number), kind]
            if event.pod_only:
                parts.append(_("pod only"))
            people = event.owners if event.kind == "step" and event.owners else event.speakers
            if event.due:
                due = times.day(date.fromisoformat(event.due))
                people = (*people, _("by {date}").format(date=due))
            said.append(_("Kept {what}.").format(what=", ".join([*parts, *people])))
    return "\n".join(said)


def happened(events: Sequence[ev.AnyEvent], state: State, times: Times = SAME) -> str:
    """What these events did, in sentences; of stage changes and captured lines nothing. May be empty."""
    joined = [event for event in events if isinstance(event, ev.NotesMerged | ev.NoteSplit)]
    return " ".join(filter(None, (_happened(event, state, times) for event in joined or events)))


def _happened(event: ev.AnyEvent, state: State, times: Times) -> str:
    match event:
        case ev.StageEntered(later=True):
            return _put_off(state)
        case ev.TopicTakenUp(number=number):
            back = state.find_stage(state.interrupted).name
            return _("Line {number} is taken up. Then back to {stage}.").format(number=number, stage=back)
        case ev.StageTakenUp(stage=stage_id):
            back = state.find_stage(state.interrupted).name
            return _("{stage} is taken up. Then back to {back}.").format(
                stage=state.find_stage(stage_id).name, back=back
            )
        case ev.Paused():
            return _("The clock stands still. /resume lets it run.")
        case ev.Unpaused():
            return _("The clock runs again.")
        case ev.TimeChanged(seconds=seconds):
            length = in_words(state.planned.get(state.stage, 0.0))
            stage = state.find_stage(state.stage).name
            if seconds > 0:
                return _("{more} more: {stage} now has {length} in all.").format(
                    more=in_words(seconds), stage=stage, length=length
                )
            return _("{less} less: {stage} now has {length} in all.").format(
                less=in_words(-seconds), stage=stage, length=length
            )
        case ev.StageBackdated():
            began = times.time(local(state.visits[-1].at, state.zone))
            return _("{stage} began at {time}.").format(stage=state.find_stage(state.stage).name, time=began)
        case ev.EndMoved():
            return _("The end is now promised for {time}.").format(
                time=times.time(local(state.promised, state.zone))
            )
        case ev.PlanShifted(shifts=shifts) if len(shifts) > NAMED:
            length = in_words(abs(sum(shift.seconds for shift in shifts)))
            return _("{n} stages to come are changed, by {length} in all. /peek shows them.").format(
                n=len(shifts), length=length
            )
        case ev.PlanShifted(shifts=shifts):
            parts = [
                _("{stage} now has {length}").format(
                    stage=state.find_stage(shift.stage).name,
                    length=in_words(state.planned.get(shift.stage, 0.0)),
                )
                for shift in shifts
            ]
            return ", ".join(parts) + "."
        case ev.StageDropped(stage=dropped):
            return _("{stage} is left out.").format(stage=state.find_stage(dropped).name)
        case ev.StageAdded(stage=stage):
            return _("{stage} comes next.").format(stage=stage.name)
        case ev.StagesSwapped(first=first, second=second):
            ids = [item.id for item in state.plan]
            return _("{number} is now {stage}, and {other_number} is {other}.").format(
                number=ids.index(second) + 1,
                stage=state.find_stage(second).name,
                other_number=ids.index(first) + 1,
                other=state.find_stage(first).name,
            )
        case ev.CaseAdded(plan=plan):
            more = in_words(sum(item.seconds for item in plan))
            end = projected_end(state, Moment(state.last_t, from_stamp(state.last_at)))
            return _("{stage} is added, {more} more. We then end at {time}.").format(
                stage=state.find_stage(plan[0].id).name,
                more=more,
                time=times.time(end.astimezone(zone_of(state.zone))),
            )
        case ev.RoundOrdered():
            return _("The round goes on in another order.")
        case ev.TurnPassed(name=name):
            return _("{name} passes.").format(name=name)
        case ev.PersonArrived(name=name):
            return _("{name} is here.").format(name=name)
        case ev.PersonLeft(name=name):
            return _("{name} is away.").format(name=name)
        case ev.GuestJoined(name=name):
            return _("{name} joins as a guest.").format(name=name)
        case ev.RoleGiven(role=role, name=name):
            return _("{name} is now {role}.").format(name=name, role=ROLE_WORDS[role])
        case ev.LeadGiven(name=""):
            return _("{name} leads again.").format(name=state.chair or _("The chair"))
        case ev.LeadGiven(name=name):
            return _("{name} leads now; /lead alone ends that.").format(name=name)
        case ev.CardShown(text=text):
            return _("Card: {text}").format(text=text)
        case ev.NoteEdited(number=number):
            return _("Line {number} is changed.").format(number=number)
        case ev.NotesMerged(number=number, gone=gone):
            return _("Line {number} now says what {others} said.").format(
                number=number, others=_numbers(gone)
            )
        case ev.NoteSplit(number=number, new=new):
            return _("Line {number} is two lines now: the rest is line {new}.").format(number=number, new=new)
        case ev.NoteMoved(number=number):
            return _stands(state, number)
        case ev.PensPut(down=True):
            return _("Pens down: nothing is written until /on.")
        case ev.PensPut():
            return _("Pens up: lines are kept again.")
        case ev.NextMeetingSet():
            return next_meeting_sentence(state, times)
        case ev.NextRoleSet(role=role, name=name):
            if not name:
                return _("Next time nobody is named {role} yet.").format(role=ROLE_WORDS[role])
            return _("Next time {name} is {role}.").format(name=name, role=ROLE_WORDS[role])
        case ev.AwaySettled(counted=True, seconds=seconds):
            return _("{length} away are counted.").format(length=in_words(seconds))
        case ev.AwaySettled():
            return _("The time away is left out.")
        case ev.ReadBack():
            return _("Takeaways and next steps have been read back.")
        case ev.RollCalled():
            return _("Everyone named was here.")
        case ev.LinesAgreed(name=name, numbers=numbers):
            return ngettext(
                "{name} agrees to line {numbers}.", "{name} agrees to lines {numbers}.", len(numbers)
            ).format(name=name, numbers=", ".join(map(str, numbers)))
        case ev.NotesForgotten():
            return _("Forgotten. Takeaways, next steps and decisions stay.")
        case ev.MinutesFinalised(version=version) if version > 1:
            return _("The minutes are final, version {version}.").format(version=version)
        case ev.MinutesFinalised():
            return _("The minutes are final.")
        case ev.BeyondApproved(giver=giver):
            return _("{name} says yes: this text may go beyond the pod.").format(name=giver)
        case ev.BeyondWithdrawn(giver=giver):
            return _("{name} takes the yes back: nothing goes beyond the pod.").format(name=giver)
    return ""


def _put_off(state: State) -> str:
    """What was kept for later by leaving it: the stage before, or the topic that it held."""
    before = state.visits[-2].stage if len(state.visits) > 1 else ""
    if before in state.put_off:
        sentence = _("{stage} is kept for later. /return takes it up.")
        return sentence.format(stage=state.find_stage(before).name)
    return _("The topic is kept for later again.")


def _numbers(numbers: Sequence[int]) -> str:
    """7 and 8; 7, 8 and 9."""
    words = [str(number) for number in numbers]
    if len(words) < 2:
        return "".join(words)
    return _("{numbers} and {last}").format(numbers=", ".join(words[:-1]), last=words[-1])


def _stands(state: State, number: int) -> str:
    """Where a line stands now: behind which one, and in which stage."""
    note = state.notes.get(number)
    if note is None:
        return ""
    stage = state.find_stage(note.stage).name if note.stage else _("Before the meeting")
    here = [one.number for one in in_meeting_order(state) if one.stage == note.stage]
    place = here.index(number)
    if place:
        sentence = _("Line {number} stands below line {other}, in {stage}.")
        return sentence.format(number=number, other=here[place - 1], stage=stage)
    return _("Line {number} stands first in {stage}.").format(number=number, stage=stage)


def next_meeting_sentence(state: State, times: Times = SAME) -> str:
    """When the pod meets next, with its zone."""
    meeting = state.next_meeting
    if not meeting.when:
        return _("No next meeting is set.")
    when = local(meeting.when, meeting.zone)
    return _("Next meeting: {date}, {time} {zone}.").format(
        date=times.day(when.date()), time=times.time(when), zone=zone_label(when, meeting.zone)
    )


def away_sentence(state: State) -> str:
    """The question about time away, with its two answers; empty when there is none."""
    if state.away is None:
        return ""
    return _("Away {length}: /count counts that, /skip leaves it out.").format(length=in_words(state.away))


def open_steps_sentence(state: State) -> str:
    """How many next steps have no owner yet; empty when all have one."""
    count = sum(1 for note in state.ordered_notes() if note.kind == "step" and not note.owners)
    if not count:
        return ""
    return ngettext("{n} step has no owner yet.", "{n} steps have no owner yet.", count).format(n=count)
