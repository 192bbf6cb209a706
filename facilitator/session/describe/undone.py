"""What undo and redo did, in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.session import events as ev
from facilitator.session.describe.lines import numbers_said
from facilitator.session.describe.steps import done_words
from facilitator.session.describe.words import ROLE_WORDS
from facilitator.session.state import State
from facilitator.words.durations import in_words
from facilitator.words.language import gettext as _

_MOVES = ev.STAGE_BEGINS | ev.MeetingClosed


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
        case ev.RoleGiven(name=name, case=case) if case:
            return _("{name} for case {number}").format(name=name, number=case)
        case ev.PlaceChanged():
            return _("the other place")
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
            return _("making one line of {numbers}").format(numbers=numbers_said((number, *gone)))
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
        case ev.StepDone(numbers=numbers, done=done):
            return done_words(numbers, done)
        case ev.BeyondApproved(giver=giver):
            return _("the yes of {name} to the text beyond the pod").format(name=giver)
        case ev.BeyondWithdrawn(giver=giver):
            return _("the withdrawn yes of {name}").format(name=giver)
    return ""
