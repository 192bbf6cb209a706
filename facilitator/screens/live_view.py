"""What the live screen shows: the present moment, in regions that keep their rows."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from textual.content import Content

from facilitator.meeting.meeting import Meeting
from facilitator.meeting.open_steps import is_opening
from facilitator.meeting.tries import Tries
from facilitator.screens import live_words as words
from facilitator.screens.live_hint import HintRow, Standing, with_clearing
from facilitator.screens.live_keys import all_keys, key_hints
from facilitator.screens.live_layout import LiveLayout
from facilitator.screens.stillness import time_words
from facilitator.screens.typing import Typing
from facilitator.session.going_on import main_step
from facilitator.session.guide import Guide, guide
from facilitator.session.milestones import between
from facilitator.session.rounds import is_round
from facilitator.session.state import Moment
from facilitator.session.timing import remaining
from facilitator.session.together import group_lines
from facilitator.widgets.wrapping import apart
from facilitator.words.dates import zone_of
from facilitator.words.language import gettext as _

if TYPE_CHECKING:
    from facilitator.app import FacilitatorApp

HINT_INDENT = 15
"""Cells left and right of a hint that stands under the line; a longer one takes the whole row."""


class LiveView(LiveLayout):
    """What is seen; `LiveScreen` adds what is done."""

    app: FacilitatorApp

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self.meeting = meeting
        self.hints = HintRow(meeting.state.speed)
        self.tries = Tries(meeting)
        self._typing: Typing | None = None
        self._looked = meeting.moment().t
        self._notes_asked = ""
        """The place in the plan before which the case giver was asked about notes, by a key."""
        self._mark = 0
        """The watermark at which the newest note is on disk."""
        self.open_before = ""
        """That next steps of earlier meetings are open; empty once that was seen, or while there are none."""

    @property
    def typing(self) -> Typing:
        """The state behind the line."""
        if self._typing is None:
            self._typing = Typing(self.meeting, self.app.scratch, self.app.settings)
        return self._typing

    def look(self) -> None:
        """Show the present moment. Called by the app's ticker, and after everything that happens."""
        state = self.meeting.state
        if state.phase != "running":
            return
        now = self.meeting.moment()
        reached = between(state, self._looked, now.t)
        for milestone in reached:
            self.hints.reached(state, milestone)
        self.app.outside.reached(state, reached, in_front=self.app.app_focus)
        self._looked = now.t
        self.app.outside.show(state, now.t)
        seen = guide(state, now, self.app.settings.times)
        if self._silent != (seen.kind == "silence"):
            self._silent = seen.kind == "silence"
            self.lay_out()
        self.set_class(seen.over, "-over")
        self.set_class(seen.late, "-late")
        if self._silent:
            self._show_silence(seen, now)
        else:
            self._show_stage(seen, now)
            self._show_notes()
            if self.rail.display:
                self.rail.show(state, now, self.app.settings.times)
        self._show_status()
        self.show_foot(seen)

    def _show_notes(self) -> None:
        kept, times = self.meeting.is_kept(self._mark), self.app.settings.times
        self.notes.show(self.meeting.state, kept, self.typing.editing, times)

    def kept_changed(self) -> None:
        """The disk has news: a line is kept, or there is trouble."""
        if self.is_mounted and self.meeting.state.phase == "running":
            self._show_notes()
            self._show_status()
            self.show_foot()

    def _show_silence(self, seen: Guide, now: Moment) -> None:
        state = self.meeting.state
        if self.still.display:
            end = now.at + timedelta(seconds=max(remaining(state, now.t), 0.0))
            room = self.size.height - self._rows.foot
            until = self.app.settings.times.time(end.astimezone(zone_of(state.zone)))
            self.still.show(state, seen, now.t, until, (self.size.width, room))
        else:
            self._put("header", apart(seen.stage, " ".join(time_words(seen)), self.main_width()))

    def _show_stage(self, seen: Guide, now: Moment) -> None:
        state, width = self.meeting.state, self.main_width()
        time_of_day = self.app.settings.times.time(now.at.astimezone(zone_of(state.zone)))
        self._put("header", apart(words.header_words(state, seen), time_of_day, width))
        if self._rows.big_clock:
            self._put("name", seen.stage)
            self._put("about", seen.about)
            if self._shown.get("clock") != seen.clock:
                self._shown["clock"] = seen.clock
                self.clock.update(seen.clock)
            self._put("clocknote", seen.clock_note)
        else:
            self._put("name", apart(*words.small_stage(seen, bool(self._rows.header)), width))
        self.say.show(f"“{seen.say}”")
        turn, groups = words.turn_words(seen), group_lines(state, short=True)
        company = words.BETWEEN.join(groups)
        alone = not turn and self.turn_row.has_room(company, width, self._rows.turn)
        if not turn and (alone or self._covered):
            # Covered, there is no other row for who is with whom.
            self.turn_row.show(company, _("Groups") if company else "")
        else:
            self.turn_row.show(turn, _("Turn") if turn else "")
        mine = self.app.scratch.lines if is_round(state) else ()
        self.hold.show(words.held(state, seen, mine, () if alone else groups))
        self.then.show(words.then_words(seen, width))
        self._put("end", seen.end)

    def _status(self) -> str:
        meeting = self.meeting
        return words.status_words(meeting.state, meeting.trouble, meeting.waiting, self.app.settings)

    def _show_status(self) -> None:
        """The row above the line: a quiet rule when all is well, plain words when not."""
        status = self._status()
        self.status.set_class(bool(status), "-words")
        self._put("divider2", status or "─" * self.size.width)

    def show_foot(self, seen: Guide | None = None) -> None:
        """The word left of the line, the hint under it, and the keys."""
        state, now = self.meeting.state, self.meeting.moment()
        seen = seen if seen is not None else guide(state, now, self.app.settings.times)
        text = self.line.text
        self.line.browsed, self.line.turned = self.typing.is_untouched(text), self.typing.is_turned(text)
        self._put("kind", "" if self._covered else self.typing.word(text))
        hint = self.hints.covered_words(now.t) if self._covered else self._hint(seen, now, text)
        wide = Content(hint).cell_length > self.size.width - HINT_INDENT
        self.hint.set_class(wide, "-wide")
        self._put("hint", hint)
        self.fit_hint(hint)
        hints = key_hints(state, seen, main_step(state), self._covered, self.app.settings)
        self.keys.show(hints, self.size.width - 2 * self.sides(), all_keys(self.app.settings))

    def _hint(self, seen: Guide, now: Moment, text: str) -> str:
        notice = self.meeting.ear.notice(self.meeting.state, now.t)
        standing = Standing(
            state=self.meeting.state,
            t=now.t,
            text=text,
            echo=self.typing.echo(text),
            for_me=self.typing.for_me,
            offer=seen.offer,
            status="" if self._rows.divider2 else self._status(),
            trouble=bool(self.meeting.trouble),
            settings=self.app.settings,
            happening=self.app.happening(),
            to_try=self.tries.words(self.app.settings.key),
            notes_asked=bool(self.meeting.state.place) and self._notes_asked == self.meeting.state.place,
            notice=notice.sentence if notice is not None else "",
            open_before=self.open_before if is_opening(self.meeting.state) else "",
            voices=self.meeting.ear.row(self.meeting.state),
        )
        said = self.hints.words(standing)
        if self.typing.refused.stands(text):
            return with_clearing(said, self.size.width - 2 * self.sides())
        return said
