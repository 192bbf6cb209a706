"""What events did, in sentences: for the row under the line and for plain mode."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.session import events as ev
from facilitator.session.describe.lines import changed_sentence, numbers_said, place_sentence
from facilitator.session.describe.standing import next_meeting_sentence
from facilitator.session.describe.steps import done_sentence
from facilitator.session.describe.words import PLACE_WORDS, ROLE_WORDS
from facilitator.session.state import Moment, State
from facilitator.session.timing import projected_end
from facilitator.words.dates import SAME, Times, from_stamp, local, zone_of
from facilitator.words.durations import in_words
from facilitator.words.language import gettext as _
from facilitator.words.language import ngettext

NAMED = 2
"""So many changed stages are named one by one; more would not fit into the row that says it."""


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
            return _joins(state, name)
        case ev.RoleGiven(name=name, case=case) if case:
            return _("{name} gives case {number}.").format(name=name, number=case)
        case ev.PlaceChanged(place=place):
            return _("You meet {place} now.").format(place=PLACE_WORDS[place])
        case ev.RoleGiven(role=role, name=name):
            return _("{name} is now {role}.").format(name=name, role=ROLE_WORDS[role])
        case ev.LeadGiven(name=""):
            return _("{name} leads again.").format(name=state.chair or _("The chair"))
        case ev.LeadGiven(name=name):
            return _("{name} leads now; /lead alone ends that.").format(name=name)
        case ev.CardShown(text=text):
            return _("Card: {text}").format(text=text)
        case ev.NoteEdited():
            return changed_sentence(event, times)
        case ev.NotesMerged(number=number, gone=gone):
            return _("Line {number} now says what {others} said.").format(
                number=number, others=numbers_said(gone)
            )
        case ev.NoteSplit(number=number, new=new):
            return _("Line {number} is two lines now: the rest is line {new}.").format(number=number, new=new)
        case ev.NoteMoved(number=number):
            return place_sentence(state, number)
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
            return _("The time away is left out. To leave this stage, /skip once more.")
        case ev.ReadBack():
            return _("Takeaways and next steps have been read back.")
        case ev.RollCalled():
            return _("Everyone named was here.")
        case ev.LinesAgreed(name=name, numbers=numbers):
            return ngettext(
                "{name} agrees to line {numbers}.", "{name} agrees to lines {numbers}.", len(numbers)
            ).format(name=name, numbers=", ".join(map(str, numbers)))
        case ev.StepDone(numbers=numbers, done=done):
            return done_sentence(numbers, done)
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


def _joins(state: State, name: str) -> str:
    """A guest joins. Who was called so before is meant by another name from now on, and that is said."""
    said = _("{name} joins as a guest.").format(name=name)
    first = name.casefold()
    same = next((one for one in state.names() if one != name and first in one.casefold().split()), "")
    if not same:
        return said
    known = _("{name} alone means the guest now; for {other} write the whole name.")
    return f"{said} {known.format(name=name, other=same)}"
