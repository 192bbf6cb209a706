"""Which events follow from a wish. Pure: no clock of its own, no I/O.

What makes no sense now is `Refused` with a sentence, and there are no events.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from facilitator.agenda.fit import Fit, fit
from facilitator.session import events as ev
from facilitator.session import intents as it
from facilitator.session.evolve import last_cause
from facilitator.session.refused import Refused
from facilitator.session.rounds import is_round, next_person
from facilitator.session.state import Moment, Note, State
from facilitator.session.timing import stay
from facilitator.words.dates import from_stamp, to_stamp
from facilitator.words.durations import in_words
from facilitator.words.language import gettext as _

Events = list[ev.AnyEvent]

LONGEST_STAGE = 600 * 60.0
"""Seconds; no stage is longer than an agenda file may say (contract 4)."""


def decide(state: State, intent: it.Intent, now: Moment) -> Events:
    """The events that follow from this intent now, not yet stamped.

    Raises Refused with a sentence when it makes no sense now.
    """
    return _DECISIONS[type(intent)](state, intent, now)


def fitted(state: State, now: Moment) -> Fit:
    """The agenda fitted to those present and to the time asked for, as leaving the lobby now would do it."""
    here = state.here()
    others = [name for name in here if name != state.giver]
    seconds: float | None = None
    if state.until:
        # To the minute: a chair who begins a few seconds late has lost nothing worth trimming for.
        seconds = max(round((from_stamp(state.until) - now.at).total_seconds() / 60), 1) * 60.0
    elif state.minutes is not None:
        seconds = state.minutes * 60
    return fit(state.agenda, present=len(here), others=len(others), seconds=seconds)


def _need_running(state: State) -> None:
    if state.phase == "lobby":
        raise Refused(_("The meeting has not begun. /go begins it."))
    if state.phase == "closed":
        raise Refused(_("The meeting is closed. Its notes and minutes can still be mended."))


def _need_stage_name(state: State) -> str:
    return state.find_stage(state.stage).name


def _go(state: State, intent: it.Go, now: Moment) -> Events:
    if state.phase == "running":
        raise Refused(_("The meeting is already running. /next goes to the next stage."))
    if state.phase == "closed":
        _need_running(state)
    fit_now = fitted(state, now)
    if state.until:
        promised = state.until
    else:
        seconds = state.minutes * 60 if state.minutes is not None else fit_now.total
        promised = to_stamp(now.at + timedelta(seconds=seconds))
    return [
        ev.MeetingStarted(plan=fit_now.plan, dropped=fit_now.dropped, promised=promised),
        ev.StageEntered(stage=fit_now.plan[0].id, how="start"),
    ]


def _ids(state: State) -> list[str]:
    return [item.id for item in state.plan]


def _following(state: State) -> str:
    """Id of the stage that comes next; empty after the last."""
    if state.interrupted:
        return state.interrupted
    ids = _ids(state)
    place = ids.index(state.stage) + 1
    return ids[place] if place < len(ids) else ""


def _next(state: State, intent: it.Next, now: Moment) -> Events:
    _need_running(state)
    stage = _following(state)
    if not stage:
        name = _need_stage_name(state)
        raise Refused(_("{stage} is the last stage. /close ends the meeting.").format(stage=name))
    return [ev.StageEntered(stage=stage, how="return" if state.interrupted else "next")]


def _back(state: State, intent: it.Back, now: Moment) -> Events:
    _need_running(state)
    if state.interrupted:
        return [ev.StageEntered(stage=state.interrupted, how="return")]
    ids = _ids(state)
    place = ids.index(state.stage)
    if place == 0:
        raise Refused(_("{stage} is the first stage.").format(stage=_need_stage_name(state)))
    return [ev.StageEntered(stage=ids[place - 1], how="back")]


def _goto(state: State, intent: it.GoTo, now: Moment) -> Events:
    _need_running(state)
    wanted = intent.stage.strip()
    ids = _ids(state)
    target = ""
    if wanted.isdecimal():
        number = int(wanted) if len(wanted) < 5 else 0
        if not 1 <= number <= len(ids):
            raise Refused(_("There are stages 1 to {count}; /agenda lists them.").format(count=len(ids)))
        target = ids[number - 1]
    else:
        names = {state.find_stage(one).name.casefold(): one for one in ids}
        target = names.get(wanted.casefold(), wanted if wanted in ids else "")
        if not target:
            near = difflib.get_close_matches(wanted.casefold(), list(names), n=1, cutoff=0.0)
            nearest = state.find_stage(names[near[0]]).name if near else ""
            raise Refused(
                _("No stage is called {wanted}. The nearest is {nearest}.").format(
                    wanted=wanted, nearest=nearest
                )
            )
    if target == state.stage:
        raise Refused(_("{stage} is already running.").format(stage=_need_stage_name(state)))
    return [ev.StageEntered(stage=target, how="return" if target == state.interrupted else "goto")]


def _skip(state: State, intent: it.Skip, now: Moment) -> Events:
    _need_running(state)
    stage = _following(state)
    if not stage:
        name = _need_stage_name(state)
        raise Refused(_("{stage} is the last stage. /close ends the meeting.").format(stage=name))
    return [ev.StageEntered(stage=stage, how="skip", why=intent.why.strip())]


def _pause(state: State, intent: it.Pause, now: Moment) -> Events:
    _need_running(state)
    if state.paused_t is not None:
        raise Refused(_("The clock already stands still. /resume lets it run."))
    return [ev.Paused()]


def _resume(state: State, intent: it.Resume, now: Moment) -> Events:
    _need_running(state)
    if state.paused_t is None:
        raise Refused(_("The clock is running; there is nothing to resume."))
    return [ev.Unpaused()]


def _more(state: State, intent: it.More, now: Moment) -> Events:
    _need_running(state)
    if state.planned.get(state.stage, 0.0) + intent.seconds > LONGEST_STAGE:
        raise Refused(_("No stage can be longer than ten hours."))
    return [ev.TimeChanged(seconds=intent.seconds)]


def _less(state: State, intent: it.Less, now: Moment) -> Events:
    _need_running(state)
    planned = state.planned.get(state.stage, 0.0)
    if intent.seconds >= planned:
        raise Refused(
            _("{stage} has {length} in all; less than that can be taken. /next ends it.").format(
                stage=_need_stage_name(state), length=in_words(planned)
            )
        )
    return [ev.TimeChanged(seconds=-intent.seconds)]


def _started_ago(state: State, intent: it.Started, now: Moment) -> Events:
    _need_running(state)
    if len(state.visits) > 1:
        before = state.visits[-2]
        longest = before.seconds + stay(state, now.t)
        if intent.seconds > longest:
            raise Refused(
                _("{stage} itself began only {ago} ago; the next stage cannot be older.").format(
                    stage=state.find_stage(before.stage).name, ago=in_words(longest)
                )
            )
    return [ev.StageBackdated(seconds=intent.seconds)]


def _end_at(state: State, intent: it.EndAt, now: Moment) -> Events:
    _need_running(state)
    if from_stamp(intent.when) <= now.at:
        raise Refused(_("That time has already passed."))
    return [ev.EndMoved(promised=intent.when)]


def _person(state: State, name: str) -> str:
    """The person, refusing one who is not in the session."""
    if name not in state.names():
        near = difflib.get_close_matches(name, state.names(), n=1, cutoff=0.0)
        hint = _(" Did you mean {nearest}?").format(nearest=near[0]) if near else ""
        raise Refused(_("Nobody here is called {name}.").format(name=name) + hint)
    return name


def _present(state: State, name: str) -> str:
    if _person(state, name) not in state.here():
        raise Refused(_("{name} is away. /here {name} says who is back.").format(name=name))
    return name


def _turn(state: State, intent: it.Turn, now: Moment) -> Events:
    _need_running(state)
    if intent.name:
        name = _present(state, intent.name)
        if name == state.turn:
            raise Refused(_("It is already {name}'s turn.").format(name=name))
        return [ev.TurnTaken(name=name)]
    if not is_round(state):
        raise Refused(
            _("{stage} is not a round. /turn and a name gives somebody the turn.").format(
                stage=_need_stage_name(state)
            )
        )
    name = next_person(state)
    if not name:
        raise Refused(_("Everyone has been heard. /next goes to the next stage."))
    return [ev.TurnTaken(name=name)]


def _pass(state: State, intent: it.Pass, now: Moment) -> Events:
    _need_running(state)
    if not state.turn:
        raise Refused(_("It is nobody's turn, so nobody can pass."))
    return [ev.TurnPassed(name=state.turn)]


def _silence(state: State, intent: it.Silence, now: Moment) -> Events:
    _need_running(state)
    if state.find_stage(state.stage).kind == "silence":
        raise Refused(_("It is quiet already. /more gives the silence more time."))
    count = len(state.inserted) + 1
    taken = {*_ids(state), *state.inserted, *(stage.id for stage in state.agenda.stages)}
    while f"silence-{count}" in taken:
        count += 1
    return [ev.SilenceInserted(stage=f"silence-{count}", seconds=intent.seconds)]


def _here(state: State, intent: it.Here, now: Moment) -> Events:
    if _person(state, intent.name) in state.here():
        raise Refused(_("{name} is here already.").format(name=intent.name))
    return [ev.PersonArrived(name=intent.name)]


def _away(state: State, intent: it.Away, now: Moment) -> Events:
    if _person(state, intent.name) not in state.here():
        raise Refused(_("{name} is away already.").format(name=intent.name))
    return [ev.PersonLeft(name=intent.name)]


def _join(state: State, intent: it.Join, now: Moment) -> Events:
    if not intent.name.strip():
        raise Refused(_("Who joins? Write /join and a name."))
    if intent.name in state.here():
        raise Refused(_("{name} is here already.").format(name=intent.name))
    if intent.name in state.names():
        return [ev.PersonArrived(name=intent.name)]
    return [ev.GuestJoined(name=intent.name)]


_ROLES = {"chair": _("chair"), "keeper": _("record keeper"), "giver": _("case giver")}


def _give_role(state: State, intent: it.GiveRole, now: Moment) -> Events:
    _present(state, intent.name)
    if state.role(intent.role) == intent.name:
        raise Refused(_("{name} is {role} already.").format(name=intent.name, role=_ROLES[intent.role]))
    return [ev.RoleGiven(role=intent.role, name=intent.name)]


def _show_card(state: State, intent: it.ShowCard, now: Moment) -> Events:
    _need_running(state)
    return [ev.CardShown(dimension=intent.dimension, card=intent.card, text=intent.text)]


def _check_writing(state: State, text: str) -> None:
    if state.pens_down:
        raise Refused(_("Pens are down: nothing is written. /on takes them up again."))
    if not text.strip():
        raise Refused(_("There are no words to keep."))


def _noted(state: State, intent: it.Capture, number: int) -> ev.NoteCaptured:
    return ev.NoteCaptured(
        number=number,
        kind=intent.kind,
        text=intent.text,
        speakers=intent.speakers,
        owners=intent.owners,
        due=intent.due,
        pod_only=intent.pod_only,
        stage=state.stage if intent.stage is None else intent.stage,
        when=intent.when,
    )


def _capture(state: State, intent: it.Capture, now: Moment) -> Events:
    _check_writing(state, intent.text)
    return [_noted(state, intent, state.last_number + 1)]


def _capture_block(state: State, intent: it.CaptureBlock, now: Moment) -> Events:
    if not intent.lines:
        raise Refused(_("There are no words to keep."))
    for line in intent.lines:
        _check_writing(state, line.text)
    first = state.last_number + 1
    return [_noted(state, line, first + place) for place, line in enumerate(intent.lines)]


def note_of(state: State, number: int) -> Note:
    """The captured line of that number, or Refused with a sentence."""
    note = state.notes.get(number)
    if note is None:
        if number in state.struck:
            raise Refused(_("Line {number} was struck; its words are gone.").format(number=number))
        raise Refused(_("There is no line {number}.").format(number=number))
    return note


def _edit(state: State, intent: it.Edit, now: Moment) -> Events:
    note = note_of(state, intent.number)

    def chosen(new: Any, old: Any) -> Any:
        return old if new is None else new

    edited = ev.NoteEdited(
        number=note.number,
        kind=chosen(intent.kind, note.kind),
        text=chosen(intent.text, note.text),
        speakers=chosen(intent.speakers, note.speakers),
        owners=chosen(intent.owners, note.owners),
        due=chosen(intent.due, note.due),
        pod_only=chosen(intent.pod_only, note.pod_only),
    )
    if not edited.text.strip():
        raise Refused(_("A line needs words. /strike {number} takes it away.").format(number=note.number))
    fields = ("kind", "text", "speakers", "owners", "due", "pod_only")
    if all(getattr(edited, field) == getattr(note, field) for field in fields):
        raise Refused(_("Line {number} already reads like that.").format(number=note.number))
    if state.pens_down and edited.text != note.text:
        _check_writing(state, edited.text)
    return [edited]


def _undo(state: State, intent: it.Undo, now: Moment) -> Events:
    cause = last_cause(state)
    if not cause:
        raise Refused(_("There is nothing to take back."))
    return [ev.Undone(undone=cause)]


def _redo(state: State, intent: it.Redo, now: Moment) -> Events:
    if not state.undone:
        raise Refused(_("There is nothing to do again."))
    return [ev.Redone(redone=state.undone[-1].cause)]


def _strike(state: State, intent: it.Strike, now: Moment) -> Events:
    if intent.number is not None:
        return [ev.NoteStruck(number=note_of(state, intent.number).number)]
    if not state.notes:
        raise Refused(_("There is no line to strike."))
    return [ev.NoteStruck(number=max(state.notes))]


def _pens_down(state: State, intent: it.PensDown, now: Moment) -> Events:
    if state.pens_down:
        raise Refused(_("Pens are down already. /on takes them up again."))
    return [ev.PensPut(down=True)]


def _pens_up(state: State, intent: it.PensUp, now: Moment) -> Events:
    if not state.pens_down:
        raise Refused(_("Pens are up: lines are kept as you write them."))
    return [ev.PensPut(down=False)]


def _meet(state: State, intent: it.Meet, now: Moment) -> Events:
    if intent.when and from_stamp(intent.when) <= now.at:
        raise Refused(_("The next meeting must lie in the future."))
    return [ev.NextMeetingSet(when=intent.when, zone=intent.zone)]


def _next_role(state: State, intent: it.NextRole, now: Moment) -> Events:
    return [ev.NextRoleSet(role=intent.role, name=intent.name)]


def _settle_away(state: State, counted: bool) -> Events:
    if state.away is None:
        raise Refused(_("There is no time away to count."))
    return [ev.AwaySettled(counted=counted, seconds=state.away)]


def _count_away(state: State, intent: it.CountAway, now: Moment) -> Events:
    return _settle_away(state, True)


def _skip_away(state: State, intent: it.SkipAway, now: Moment) -> Events:
    return _settle_away(state, False)


def _say_read_back(state: State, intent: it.SayReadBack, now: Moment) -> Events:
    if state.read_back:
        raise Refused(_("They have been read back already."))
    return [ev.ReadBack()]


def _close(state: State, intent: it.Close, now: Moment) -> Events:
    if state.phase == "lobby":
        raise Refused(_("The meeting has not begun. /leave leaves it for later."))
    _need_running(state)
    return [ev.MeetingClosed()]


def _finalise(state: State, intent: it.Finalise, now: Moment) -> Events:
    if state.version:
        raise Refused(_("The minutes are final already."))
    closing: Events = _close(state, it.Close(), now) if state.phase != "closed" else []
    return [*closing, ev.MinutesFinalised(version=state.version + 1)]


_DECISIONS: dict[type, Callable[[State, Any, Moment], Events]] = {
    it.Go: _go,
    it.Next: _next,
    it.Back: _back,
    it.GoTo: _goto,
    it.Skip: _skip,
    it.Pause: _pause,
    it.Resume: _resume,
    it.More: _more,
    it.Less: _less,
    it.Started: _started_ago,
    it.EndAt: _end_at,
    it.Turn: _turn,
    it.Pass: _pass,
    it.Silence: _silence,
    it.Here: _here,
    it.Away: _away,
    it.Join: _join,
    it.GiveRole: _give_role,
    it.ShowCard: _show_card,
    it.Capture: _capture,
    it.CaptureBlock: _capture_block,
    it.Edit: _edit,
    it.Undo: _undo,
    it.Redo: _redo,
    it.Strike: _strike,
    it.PensDown: _pens_down,
    it.PensUp: _pens_up,
    it.Meet: _meet,
    it.NextRole: _next_role,
    it.CountAway: _count_away,
    it.SkipAway: _skip_away,
    it.SayReadBack: _say_read_back,
    it.Close: _close,
    it.Finalise: _finalise,
}
