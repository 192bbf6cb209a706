"""The same session without a screen: lines in, flat lines out.

No cursor movement and no box characters: for a screen reader, a slow line, a pipe. A line is answered once it
is on disk. Milestones are announced while waiting for input; a silence is silent.
"""

from __future__ import annotations

import os
import queue
import threading
from typing import TextIO

from facilitator.capture.commands import (
    Action,
    Ask,
    KeepIn,
    Leave,
    Readback,
    Reopen,
    ShareOut,
    Take,
    Wait,
    usage,
)
from facilitator.capture.grammar import COMMANDS, mark_lines
from facilitator.meeting.at_hand import hard_lines, page_of, practice_lines
from facilitator.meeting.clock import RehearsalClock
from facilitator.meeting.desk import Answer, take, take_offer
from facilitator.meeting.meeting import Meeting, Outcome
from facilitator.meeting.moving import move
from facilitator.meeting.practice import practice_of
from facilitator.minutes.missing import missing
from facilitator.session import events as ev
from facilitator.session import flat
from facilitator.session import intents as it
from facilitator.session.decide import fitted
from facilitator.session.describe import away_sentence, happened, kept_sentence
from facilitator.session.milestones import between, next_after
from facilitator.session.rounds import is_round
from facilitator.store.places import MINUTES
from facilitator.words.dates import SAME, Times, local
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible

LOOK_EVERY = 1.0
"""Seconds between two looks at the clock when nothing is due: the disk may have news."""

AFTER_CLOSE = 0.5
"""Seconds that lines behind a `/close` are waited for, where they come through a pipe."""

PATIENCE = 2.0
"""Seconds to wait for the disk before saying that a line is held in memory."""


class Plain:
    """One session in plain lines. `read` gives the next line, or None at the end of input."""

    def __init__(self, meeting: Meeting, lines: Lines, out: TextIO, times: Times = SAME) -> None:
        """`times` is how the person at this desk has times and dates written."""
        self.meeting = meeting
        self._lines = lines
        self._out = out
        self._times = times
        self._looked = meeting.moment().t
        self._quiet = False
        self._practice = practice_of(meeting)
        self._unkept: list[tuple[int, str]] = []
        self._told_trouble = ""
        self._careful = 0
        """The offer that touches protected time and waits to be taken once more."""

    def run(self, *, begin: bool) -> bool:
        """Run until the session is closed, left, or the input ends. False when something is not on disk."""
        self._greet(begin)
        if begin and self.meeting.state.phase == "lobby":
            self._shown(Answer(outcome=self.meeting.submit(it.Go())))
            self._tell_room()
        done = self._converse()
        kept = self.meeting.leave()
        self._tell_kept()
        if not kept:
            self._say(
                _("Not everything could be written: {why}").format(
                    why=self.meeting.trouble or _("the disk did not answer in time.")
                )
            )
        elif not done:
            self._say(
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
                self._look()
                continue
            if line is None:
                return closed
            self._look()
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

    def _look(self) -> None:
        """Announce what has become due, and what the disk has to say."""
        now = self.meeting.moment().t
        for milestone in between(self.meeting.state, self._looked, now):
            if not self._quiet or milestone.kind in ("time", "ten"):
                self._say(flat.milestone_line(self.meeting.state, milestone))
        self._looked = now
        self._notice(now)
        self._tell_room()
        self._tell_kept()
        self._tell_trouble()

    def _notice(self, t: float) -> None:
        """A quiet hint, if hints are on: each is said once in a stage."""
        state = self.meeting.state
        notice = self.meeting.ear.put_away(state, t) if not self._quiet else None
        if notice is not None:
            self._say(_("For you alone: {hint}").format(hint=notice.sentence))

    def _tell_room(self) -> None:
        """Say what goes less smoothly in a rehearsal."""
        if self._practice is not None:
            self._say(self._practice.news())

    def _greet(self, begin: bool) -> None:
        state = self.meeting.state
        self._say(
            _("{format}. Session {name}.").format(format=state.agenda.title, name=self.meeting.folder.name)
        )
        if state.rehearsal:
            self._say(_("This is a rehearsal."))
        for report in self.meeting.reports:
            self._say(report)
        if state.phase == "lobby":
            for line in (*flat.who_lines(state), *fitted(state, self.meeting.moment()).sentences):
                self._say(line)
            if not begin:
                self._say(flat.idle_line(state))
        elif state.phase == "running":
            self._enter_stage()
            if away_sentence(state):
                self._say(away_sentence(state))
        else:
            self._say(flat.idle_line(state))
        if self.meeting.drafted:
            self._say(_("Half typed when you left: {line}").format(line=self.meeting.drafted))

    def _shown(self, answer: Answer) -> None:
        """Say what came of a line."""
        if answer.refused:
            self._say(answer.refused)
        elif answer.blank:
            self._say_all(flat.time_lines(self.meeting.state, self.meeting.moment(), self._times))
        elif answer.marks:
            self._say_all(mark_lines())
        elif answer.ask is not None:
            self._asked(answer.ask)
        elif answer.action is not None:
            self._acted(answer.action)
        elif answer.outcome is not None:
            self._came_of(answer.outcome)
            self._say_all(answer.said)
        else:
            self._say_all(answer.said)

    def _asked(self, ask: Ask) -> None:
        state, now = self.meeting.state, self.meeting.moment()
        match ask.what:
            case "say":
                self._say(flat.say_line(state, now))
            case "time":
                self._say_all(flat.time_lines(state, now, self._times))
            case "who":
                self._say_all(flat.who_lines(state))
            case "agenda":
                self._say_all(flat.agenda_lines(state, now))
            case "notes":
                self._say_all(flat.notes_lines(state, times=self._times))
            case "later":
                self._say_all(flat.later_lines(state, now, self._times))
            case "late":
                self._say_all(flat.offer_lines(state, now, self._times))
            case "sheet":
                self._say_all(page_of(self.meeting))
            case "peek":
                self._say_all(flat.peek_lines(state))
            case "hard":
                lines, command = hard_lines(self.meeting, ask.words)
                self._say_all(lines)
                if command:
                    self._say(_("The command: {command}").format(command=command))
                elif not ask.words:
                    self._say(_("/hard and a number shows what to say and to do."))
            case "practices":
                self._say_all(practice_lines(self.meeting))
            case "hints":
                self._say(self.meeting.ear.switch_hints())
            case "voices":
                self._say_all(self.meeting.ear.switch_voices(state, now.t))
                if self.meeting.ear.voices.listening:
                    self._say(_("/voice and a name, or a digit, says who speaks; /voice alone: nobody."))
            case "airtime":
                self._say_all(self.meeting.ear.lines(state, now.t))
            case "help":
                specs = [COMMANDS[ask.words]] if ask.words else COMMANDS.values()
                self._say_all([usage(spec) for spec in specs])
            case "quiet":
                self._quiet = not self._quiet
                self._say(
                    _("Quiet: only time is called out. /quiet again ends that.")
                    if self._quiet
                    else _("All announcements are made again.")
                )

    def _acted(self, action: Action) -> None:
        state = self.meeting.state
        clock = self.meeting.clock
        match action:
            case Wait(seconds=seconds) if isinstance(clock, RehearsalClock):
                clock.advance(seconds)
                self._look()
            case Readback():
                if state.phase == "running" and not state.read_back:
                    self.meeting.submit(it.SayReadBack())
                self._say_all(flat.readback_lines(state, self._times))
            case Take(number=number):
                answer = take_offer(self.meeting, number, careful=self._careful == number)
                self._careful = number if answer.refused else 0
                self._shown(answer)
            case Reopen(number=number):
                self._say(flat.note_line(state.notes[number], self._times))
                self._say(_("/edit {number} and new words change it.").format(number=number))
            case ShareOut():
                said = _("facilitator share mail {session} opens the minutes in your mail program.")
                self._say(said.format(session=visible(self.meeting.folder.name)))
            case KeepIn(folder=folder):
                self._say(move(self.meeting, folder))

    def _came_of(self, outcome: Outcome) -> None:
        kept = kept_sentence(outcome.events, self._times)
        if kept:
            self._await_kept(outcome.mark, kept)
            return
        if not self.meeting.wait_kept(outcome.mark, PATIENCE):
            self._tell_trouble()
        sentence = happened(outcome.events, outcome.state, self._times)
        if sentence:
            self._say(sentence)
        for event in outcome.events:
            if isinstance(event, ev.MeetingStarted) and self._practice is not None:
                self._say_all(self._practice.begin())
            elif isinstance(event, ev.STAGE_BEGINS):
                self._enter_stage()
            elif isinstance(event, ev.TurnTaken | ev.Undone | ev.Redone):
                self._enter_turn(event)
            elif isinstance(event, ev.MeetingClosed):
                self._closed()

    def _enter_stage(self) -> None:
        state, now = self.meeting.state, self.meeting.moment()
        self._looked = now.t
        self._say(flat.stage_line(state, now, self._times))
        consent = flat.consent_line(state)
        if consent:
            self._say(consent)
        self._say(flat.say_line(state, now))
        self._say(flat.topic_line(state))
        if state.find_stage(state.stage).kind == "silence":
            self._say(_("What is typed in this silence is kept as a note like any other."))
        if is_round(state):
            self._say(flat.next_turn_line(state))

    def _enter_turn(self, event: ev.AnyEvent) -> None:
        state, now = self.meeting.state, self.meeting.moment()
        self._looked = now.t
        if isinstance(event, ev.TurnTaken) and state.turn:
            self._say(flat.turn_line(state, now))
            if is_round(state):
                self._say(flat.say_line(state, now))

    def _closed(self) -> None:
        state = self.meeting.state
        at = self._times.time(local(state.closed_at, state.zone))
        self._say(_("The meeting is closed at {time}.").format(time=at))
        if self.meeting.settle():
            where = _("The draft minutes lie at {path}. Nothing has been sent.")
            if state.version:
                where = _("The final minutes lie at {path}. Nothing has been sent.")
            self._say(where.format(path=self.meeting.folder / MINUTES))
        for gap in missing(state):
            self._say(gap.sentence)

    def _await_kept(self, mark: int, sentence: str) -> None:
        if self._unkept or not self.meeting.wait_kept(mark, PATIENCE):
            self._unkept.append((mark, sentence))
            self._tell_kept()
            self._tell_trouble()
            return
        self._say_all(sentence.split("\n"))

    def _tell_kept(self) -> None:
        while self._unkept and self.meeting.is_kept(self._unkept[0][0]):
            self._say_all(self._unkept.pop(0)[1].split("\n"))

    def _tell_trouble(self) -> None:
        trouble = self.meeting.trouble
        if trouble == self._told_trouble:
            return
        self._told_trouble = trouble
        if trouble:
            self._say(
                _("Not on disk yet: {why} Lines are held in memory and tried again.").format(why=trouble)
            )
            self._say(_("/keep-in and a folder goes on in another place."))
        else:
            self._say(_("The disk takes everything again."))

    def _say_all(self, lines: list[str] | tuple[str, ...]) -> None:
        for line in lines:
            self._say(line)

    def _say(self, line: str) -> None:
        if line:
            self._out.write(visible(line) + "\n")
            self._out.flush()


class Lines:
    """Lines of standard input, read in a thread of their own so that the clock can be watched meanwhile."""

    NOTHING_YET = object()

    def __init__(self, fd: int, interactive: bool) -> None:
        self.interactive = interactive
        self._queue: queue.Queue[str | None] = queue.Queue()
        threading.Thread(target=self._read, args=(fd,), name="facilitator-input", daemon=True).start()

    def get(self, timeout: float | None) -> object:
        """The next line, None at the end of input, or NOTHING_YET when none came within `timeout` seconds.

        Without a timeout it waits.
        """
        try:
            return self._queue.get(timeout=timeout)
        except queue.Empty:
            return Lines.NOTHING_YET

    def _read(self, fd: int) -> None:
        # Not through sys.stdin: its lock would still be held by this thread when the program ends.
        begun = b""
        while True:
            try:
                data = os.read(fd, 65536)
            except OSError:
                # The terminal went away: that is the end of input.
                data = b""
            *lines, begun = (begun + data).split(b"\n")
            for line in lines:
                self._queue.put(_text(line))
            if not data:
                break
        if begun:
            self._queue.put(_text(begun))
        self._queue.put(None)


def _text(line: bytes) -> str:
    return line.decode("utf-8", "replace").rstrip("\r\n")
