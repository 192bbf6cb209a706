"""Questions of the person at this desk: what is asked of the meeting and changes nothing in it."""

from __future__ import annotations

from facilitator.capture.commands import Ask, usage
from facilitator.capture.grammar import COMMANDS
from facilitator.meeting.at_hand import hard_lines, page_of, practice_lines
from facilitator.meeting.meeting import Meeting
from facilitator.meeting.open_steps import steps_lines
from facilitator.plain.course import Course
from facilitator.plain.telling import Telling
from facilitator.session import flat
from facilitator.words.dates import Times
from facilitator.words.language import gettext as _


class Questions:
    """Answers in flat lines."""

    def __init__(self, meeting: Meeting, tell: Telling, course: Course, times: Times) -> None:
        self._meeting = meeting
        self._tell = tell
        self._course = course
        self._times = times

    def answer(self, ask: Ask) -> None:
        """Say the answer."""
        state, now = self._meeting.state, self._meeting.moment()
        match ask.what:
            case "say":
                self._tell.say(flat.say_line(state, now))
            case "time":
                self._tell.say_all(flat.time_lines(state, now, self._times))
            case "who":
                self._tell.say_all(flat.who_lines(state))
            case "agenda":
                self._tell.say_all(flat.agenda_lines(state, now))
            case "notes":
                self._tell.say_all(flat.notes_lines(state, times=self._times))
            case "steps":
                self._tell.say_all(steps_lines(self._meeting, self._times))
            case "later":
                self._tell.say_all(flat.later_lines(state, now, self._times))
            case "late":
                self._tell.say_all(flat.offer_lines(state, now, self._times))
            case "sheet":
                self._tell.say_all(page_of(self._meeting))
            case "peek":
                self._tell.say_all(flat.peek_lines(state))
            case "hard":
                lines, command = hard_lines(self._meeting, ask.words)
                self._tell.say_all(lines)
                if command:
                    self._tell.say(_("The command: {command}").format(command=command))
                elif not ask.words:
                    self._tell.say(_("/hard and a number shows what to say and to do."))
            case "practices":
                self._tell.say_all(practice_lines(self._meeting))
            case "hints":
                self._tell.say(self._meeting.ear.switch_hints())
            case "voices":
                self._tell.say_all(self._meeting.ear.switch_voices(state, now.t))
                if self._meeting.ear.voices.listening:
                    self._tell.say(_("/voice and a name, or a digit, says who speaks; /voice alone: nobody."))
            case "airtime":
                self._tell.say_all(self._meeting.ear.lines(state, now.t))
            case "help":
                specs = [COMMANDS[ask.words]] if ask.words else COMMANDS.values()
                self._tell.say_all([usage(spec) for spec in specs])
            case "quiet":
                self._course.switch_quiet()
