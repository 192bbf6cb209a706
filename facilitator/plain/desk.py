"""A desk without a screen: takes lines until the session is closed, left, or the input ends."""

from __future__ import annotations

from typing import TextIO

from facilitator.capture.commands import (
    Action,
    KeepIn,
    Leave,
    Readback,
    Reopen,
    ShareOut,
    Take,
    Wait,
)
from facilitator.capture.grammar import mark_lines
from facilitator.meeting.clock import RehearsalClock
from facilitator.meeting.desk import Answer, take, take_offer
from facilitator.meeting.meeting import Meeting
from facilitator.meeting.moving import move
from facilitator.plain.course import Course
from facilitator.plain.lines import Lines
from facilitator.plain.questions import Questions
from facilitator.plain.telling import Telling
from facilitator.session import flat
from facilitator.session import intents as it
from facilitator.session.decide import fitted
from facilitator.session.describe import away_sentence
from facilitator.session.milestones import next_after
from facilitator.words.dates import SAME, Times
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible

LOOK_EVERY = 1.0
"""Seconds between two looks at the clock when nothing is due: the disk may have news."""

AFTER_CLOSE = 0.5
"""Seconds that lines behind a `/close` are waited for, where they come through a pipe."""


class Plain:
    """One session in plain lines. `read` gives the next line, or None at the end of input."""

    def __init__(self, meeting: Meeting, lines: Lines, out: TextIO, times: Times = SAME) -> None:
        """`times` is how the person at this desk has times and dates written."""
        self.meeting = meeting
        self._lines = lines
        self._times = times
        self._tell = Telling(meeting, out)
        self._course = Course(meeting, self._tell, times)
        self._questions = Questions(meeting, self._tell, self._course, times)
        self._careful = 0
        """The offer that touches protected time and waits to be taken once more."""

    def run(self, *, begin: bool) -> bool:
        """Run until the session is closed, left, or the input ends. False when something is not on disk."""
        self._greet(begin)
        if begin and self.meeting.state.phase == "lobby":
            self._shown(Answer(outcome=self.meeting.submit(it.Go())))
            self._course.tell_room()
        done = self._converse()
        kept = self.meeting.leave()
        self._tell.kept()
        if not kept:
            self._tell.say(
                _("Not everything could be written: {why}").format(
                    why=self.meeting.trouble or _("the disk did not answer in time.")
                )
            )
        elif not done:
            self._tell.say(
                _("The session is left open. facilitator resume {name} goes on with it.").format(
                    name=self.meeting.folder.name
                )
            )
        return kept

    def _converse(self) -> bool:
        """Take lines until there are no more; True when the meeting is closed at the end."""
        while True:
            closed = self.meeting.state.phase == "closed"
            if closed and self._lines.interactive:
                return True
            line = self._lines.get(AFTER_CLOSE if closed else self._wait())
            if line is Lines.NOTHING_YET:
                if closed:
                    return True
                self._course.look()
                continue
            if line is None:
                return closed
            self._course.look()
            answer = take(self.meeting, str(line))
            if isinstance(answer.action, Leave):
                return closed
            self._shown(answer)

    def _wait(self) -> float:
        """Seconds until something may have to be said."""
        if isinstance(self.meeting.clock, RehearsalClock) and self.meeting.state.speed != 1.0:
            return 0.05 if self.meeting.state.speed else LOOK_EVERY
        t = self.meeting.moment().t
        due = next_after(self.meeting.state, t)
        return LOOK_EVERY if due is None else min(max(due - t, 0.01), LOOK_EVERY)

    def _greet(self, begin: bool) -> None:
        state = self.meeting.state
        self._tell.say(
            _("{format}. Session {name}.").format(format=state.agenda.title, name=self.meeting.folder.name)
        )
        if state.rehearsal:
            self._tell.say(_("This is a rehearsal."))
        for report in self.meeting.reports:
            self._tell.say(report)
        if state.phase == "lobby":
            for line in (*flat.who_lines(state), *fitted(state, self.meeting.moment()).sentences):
                self._tell.say(line)
            if not begin:
                self._tell.say(flat.idle_line(state))
        elif state.phase == "running":
            self._course.enter_stage()
            if away_sentence(state):
                self._tell.say(away_sentence(state))
        else:
            self._tell.say(flat.idle_line(state))
        if self.meeting.drafted:
            self._tell.say(_("Half typed when you left: {line}").format(line=self.meeting.drafted))

    def _shown(self, answer: Answer) -> None:
        """Say what came of a line."""
        if answer.refused:
            self._tell.say(answer.refused)
        elif answer.blank:
            self._tell.say_all(flat.time_lines(self.meeting.state, self.meeting.moment(), self._times))
        elif answer.marks:
            self._tell.say_all(mark_lines())
        elif answer.ask is not None:
            self._questions.answer(answer.ask)
        elif answer.action is not None:
            self._acted(answer.action)
        elif answer.outcome is not None:
            self._course.came_of(answer.outcome)
            self._tell.say_all(answer.said)
        else:
            self._tell.say_all(answer.said)

    def _acted(self, action: Action) -> None:
        state = self.meeting.state
        clock = self.meeting.clock
        match action:
            case Wait(seconds=seconds) if isinstance(clock, RehearsalClock):
                clock.advance(seconds)
                self._course.look()
            case Readback():
                if state.phase == "running" and not state.read_back:
                    self.meeting.submit(it.SayReadBack())
                self._tell.say_all(flat.readback_lines(state, self._times))
            case Take(number=number):
                answer = take_offer(self.meeting, number, careful=self._careful == number)
                self._careful = number if answer.refused else 0
                self._shown(answer)
            case Reopen(number=number):
                self._tell.say(flat.note_line(state.notes[number], self._times))
                self._tell.say(_("/edit {number} and new words change it.").format(number=number))
            case ShareOut(words=words):
                said = _("facilitator share mail {session} opens the minutes in your mail program.")
                if words.startswith("beyond"):
                    said = _("facilitator beyond {session} asks for all that such a text needs.")
                self._tell.say(said.format(session=visible(self.meeting.folder.name)))
            case KeepIn(folder=folder):
                self._tell.say(move(self.meeting, folder))
