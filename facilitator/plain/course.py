"""The course of a meeting, told: stages and turns as they begin, milestones when they are due."""

from __future__ import annotations

from facilitator.meeting.meeting import Meeting, Outcome
from facilitator.meeting.open_steps import open_hint
from facilitator.meeting.practice import practice_of
from facilitator.minutes.missing import missing
from facilitator.plain.telling import PATIENCE, Telling
from facilitator.session import events as ev
from facilitator.session import flat
from facilitator.session.describe import happened, kept_sentence
from facilitator.session.milestones import between
from facilitator.session.rounds import is_round
from facilitator.store.places import MINUTES
from facilitator.words.dates import Times, local
from facilitator.words.language import gettext as _


class Course:
    """Tells what happens in one meeting, and what only the clock brings."""

    def __init__(self, meeting: Meeting, tell: Telling, times: Times) -> None:
        self._meeting = meeting
        self._tell = tell
        self._times = times
        self._looked = meeting.moment().t
        self._quiet = False
        self._practice = practice_of(meeting)

    def look(self) -> None:
        """Announce what has become due, and what the disk has to say."""
        now = self._meeting.moment().t
        for milestone in between(self._meeting.state, self._looked, now):
            if not self._quiet or milestone.kind in ("time", "ten"):
                self._tell.say(flat.milestone_line(self._meeting.state, milestone))
        self._looked = now
        self._hint(now)
        self.tell_room()
        self._tell.kept()
        self._tell.trouble()

    def switch_quiet(self) -> None:
        """Call out time only, or everything again."""
        self._quiet = not self._quiet
        self._tell.say(
            _("Quiet: only time is called out. /quiet again ends that.")
            if self._quiet
            else _("All announcements are made again.")
        )

    def tell_room(self) -> None:
        """Say what goes less smoothly in a rehearsal."""
        if self._practice is not None:
            self._tell.say(self._practice.news())

    def came_of(self, outcome: Outcome) -> None:
        """What an intent came to."""
        kept = kept_sentence(outcome.events, self._times)
        if kept:
            self._tell.when_kept(outcome.mark, kept)
            return
        if not self._meeting.wait_kept(outcome.mark, PATIENCE):
            self._tell.trouble()
        sentence = happened(outcome.events, outcome.state, self._times)
        if sentence:
            self._tell.say(sentence)
        for event in outcome.events:
            if isinstance(event, ev.MeetingStarted) and self._practice is not None:
                self._tell.say_all(self._practice.begin())
            elif isinstance(event, ev.STAGE_BEGINS):
                self.enter_stage()
            elif isinstance(event, ev.TurnTaken | ev.Undone | ev.Redone):
                self._enter_turn(event)
            elif isinstance(event, ev.MeetingClosed):
                self._closed()

    def enter_stage(self) -> None:
        """The running stage, with what to say now."""
        state, now = self._meeting.state, self._meeting.moment()
        self._looked = now.t
        self._tell.say(flat.stage_line(state, now, self._times))
        consent = flat.consent_line(state)
        if consent:
            self._tell.say(consent)
        self._tell.say(flat.say_line(state, now))
        self._tell.say(flat.topic_line(state))
        self._tell.say(open_hint(self._meeting, self._times))
        if state.find_stage(state.stage).kind == "silence":
            self._tell.say(_("What is typed in this silence is kept as a note like any other."))
        if is_round(state):
            self._tell.say(flat.next_turn_line(state))

    def _enter_turn(self, event: ev.AnyEvent) -> None:
        state, now = self._meeting.state, self._meeting.moment()
        self._looked = now.t
        if isinstance(event, ev.TurnTaken) and state.turn:
            self._tell.say(flat.turn_line(state, now))
            if is_round(state):
                self._tell.say(flat.say_line(state, now))

    def _closed(self) -> None:
        state = self._meeting.state
        at = self._times.time(local(state.closed_at, state.zone))
        self._tell.say(_("The meeting is closed at {time}.").format(time=at))
        if self._meeting.settle():
            where = _("The draft minutes lie at {path}. Nothing has been sent.")
            if state.version:
                where = _("The final minutes lie at {path}. Nothing has been sent.")
            self._tell.say(where.format(path=self._meeting.folder / MINUTES))
        for gap in missing(state):
            self._tell.say(gap.sentence)

    def _hint(self, t: float) -> None:
        """A quiet hint, if hints are on: each is said once in a stage."""
        state = self._meeting.state
        notice = self._meeting.ear.put_away(state, t) if not self._quiet else None
        if notice is not None:
            self._tell.say(_("For you alone: {hint}").format(hint=notice.sentence))
