"""The close screen: what the pod will read, what is missing in it, and how it is taken along.

Nothing is sent from here: the short text is copied, the full minutes lie in a file. What is missing is asked
for one thing at a time, left of the line; every answer is an intent. There is no dialog and no toast.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from msgspec.structs import replace
from textual import on
from textual.binding import BindingType
from textual.widgets import TextArea

from facilitator.meeting.desk import carry_out
from facilitator.meeting.meeting import Meeting, Outcome
from facilitator.minutes.render import render
from facilitator.screens.close_sharing import CloseSharing
from facilitator.screens.effects import Effect
from facilitator.screens.palette import CommandProvider
from facilitator.session import events as ev
from facilitator.session import intents as it
from facilitator.session.describe import kept_sentence
from facilitator.store.places import MINUTES
from facilitator.store.trouble import shown
from facilitator.widgets.bound import bound
from facilitator.widgets.line import CaptureLine
from facilitator.words.language import gettext as _
from facilitator.words.language import ngettext
from facilitator.words.visible import visible


class CloseScreen(CloseSharing):
    """After the meeting: read, mend, copy, leave."""

    COMMANDS = {CommandProvider}
    AUTO_FOCUS = "#line"

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("close.copy", "copy"),
        bound("close.minutes", "minutes"),
        bound("close.where", "where"),
        bound("close.only", "only"),
        bound("close.undo", "take_back"),
        bound("close.drop", "drop_step"),
        bound("close.final", "final"),
    ]

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(meeting)
        self._stop: Callable[[], None] | None = None

    def on_mount(self) -> None:
        """Begin to watch the meeting. What was half typed when a closed session was left is in the line."""
        self._stop = self.meeting.subscribe(self._happened)
        self.line.taker, self.line.asker = self._sent, self._pressed
        self.line.ahead = self._went_ahead
        past = self.meeting.state.past
        if past is not None and isinstance(past.event, ev.SessionResumed):
            self._put(self.meeting.drafted)
        self._said = self.app.take_notice()
        self._ready = True
        self.look()

    def on_unmount(self) -> None:
        """Stop watching the meeting."""
        if self._stop is not None:
            self._stop()

    def on_screen_resume(self) -> None:
        """Back from the full minutes: show what the disk has done meanwhile."""
        self.look()

    def on_resize(self) -> None:
        """Give every region its rows for the new size."""
        self.look()

    def _apply(self, effect: Effect) -> None:
        if effect.leave:
            self.app.leave()
            return
        if self.typing.was_struck() and effect.line is None:
            effect = replace(effect, line="")
        if effect.share is not None:
            shared, typed = self.sharing.ask(effect.share), self.line.text
            if shared.line is None and typed.lstrip().startswith(("/share", "/beyond")):
                self.typing.refused.refuse(typed)
            self.apply_shared(shared)
            return
        if effect.line is not None:
            # Words that the palette put aside come back once its command is done.
            self._put(effect.line or self.typing.back() or "")
        # A strike has emptied the draft, whatever else was half typed.
        self._draft()
        self._said = effect.hint
        self._show_sheet(effect.sheet)
        self.look()

    def _happened(self, outcome: Outcome) -> None:
        self._mark = outcome.mark
        if outcome.state.phase != "closed":
            self.app.meeting_moved_on()
            return
        kept = kept_sentence(outcome.events, self.app.settings.times).split("\n")
        self._captured = (" ".join(map(visible, kept)), outcome.mark)

    def _sent(self, typed: str) -> None:
        self._again, self._captured = ("", ""), ("", 0)
        if self.meeting.state.phase != "closed":
            return
        self.meeting.drafted = ""
        if self.typing.editing is not None:
            self._apply(self.typing.sent(typed))
        elif not typed.strip() and self.sharing.waits:
            self.carry_out_shared()
        elif self.sharing.takes(typed):
            self.apply_shared(self.sharing.answered(typed))
        elif not typed.strip():
            self._apply(self.closing.entered())
        elif self.closing.is_answer(typed):
            self._answered(typed)
        else:
            self._apply(self.typing.sent(typed))

    def _answered(self, typed: str) -> None:
        effect = self.closing.answer(typed)
        waits = self.closing.waits(typed)
        if effect.line is None:
            # It stays, to be mended; whoever types on behind it begins another line.
            self.typing.refused.refuse(typed, self.closing.goes_on)
        self._apply(Effect(hint=waits.sentence(self.app.settings.times)) if waits else effect)

    def _went_ahead(self, more: str) -> None:
        effect = self.typing.went_ahead(self.line.text, more)
        if effect is not None:
            self._apply(effect)

    @on(CaptureLine.Pasted)
    def _pasted(self, message: CaptureLine.Pasted) -> None:
        self._apply(self.typing.pasted(message.text))

    @on(TextArea.Changed, "#line")
    def _changed(self) -> None:
        if self.line.text == self._seen:
            return
        self._seen = self.line.text
        self._again, self._captured, self._said = ("", ""), ("", 0), ""
        self.typing.typed()
        if not self.sharing.takes(self.line.text):
            self.sharing.let_be()
        self._draft()
        self._show_foot()

    def _pressed(self, key: str) -> None:
        match key:
            case "escape":
                self._escape()
            case "up" | "down" | "shift+up" | "shift+down" | "alt+up" | "alt+down":
                self._apply(self.typing.walked(key))
            case "backspace" if self.line.text:
                self._apply(self.typing.join())
            case "ctrl+j":
                self._apply(self.typing.divide(self.line.cursor_location[1]))
            case "right":
                self._written(self.typing.complete(self.line.text))
            case "pageup" | "pagedown":
                step = 1 if key == "pagedown" else -1
                if self.sheet.display:
                    self.sheet.scroll_lines(step)
                else:
                    self.scroll_box.scroll_relative(y=step * max(self._rows.text - 1, 1), animate=False)
            case "tab" | "shift+tab":
                self._tab(backwards=key == "shift+tab")

    def _tab(self, *, backwards: bool) -> None:
        typed = self.line.text
        if self.sharing.waits:
            self._written(self.sharing.suggestion() or None if not typed.strip() else None)
            return
        answering = self.closing.question() is not None and self.typing.editing is None
        if self.typing.waits() is not None:
            self.typing.tab(typed)
            waiting = self.typing.waits()
            self._said, self._captured = waiting.sentence() if waiting else "", ("", 0)
            self._show_foot()
            return
        if self.closing.waits(typed) is not None:
            self.closing.tab(typed)
            turned = self.closing.waits(typed)
            self._said = turned.sentence(self.app.settings.times) if turned else ""
            self._show_foot()
            return
        if answering and (not typed.strip() or self.closing.is_answer(typed)):
            written = self.closing.tab(typed)
        else:
            written = self.typing.tab(typed, backwards)
        self._written(written)

    def _written(self, written: str | None) -> None:
        if written is not None:
            self._put(written)
            self._draft()
            self._said = ""
        self._show_foot()

    def _escape(self) -> None:
        self._again = ("", "")
        shared = self.sharing.waits
        self.sharing.let_be()
        if shared:
            self._show_sheet(())
        elif self.typing.stop_waiting() or self.closing.stop_waiting(self.line.text):
            # Back to the line, which stands as it was typed.
            pass
        elif self.typing.refused.let_go(self.line.text):
            self._put("")
            self.meeting.draft("")
        elif self.sheet.display:
            self._show_sheet(())
        elif self.typing.escape():
            self._put(self.typing.back() or "")
            self._draft()
        elif (text := self.typing.back()) is not None:
            self._put(text)
            self._draft()
        elif not self.line.text.strip() and self.closing.question() is not None:
            self._apply(self.closing.escaped())
            return
        self._said = ""
        self.look()

    def _asks_again(self, id: str, sentence: str) -> bool:
        """Ask for the key of an action again ({key} in the sentence); True when that is what was pressed."""
        pressed = self._again[0] == id
        asked = sentence.replace("{key}", self.app.settings.key(id))
        self._again = ("", "") if pressed else (id, asked)
        self._said = ""
        self._show_foot()
        return pressed

    def action_only(self) -> None:
        """The line being typed, or the note that is mended, stays in the pod, or not."""
        self._written(self.typing.toggle_pod_only(self.line.text))
        self._said = ""
        self._show_foot()

    def action_copy(self) -> None:
        """Put the short text on the clipboard."""
        self._copy(self._short, self.printed_by())

    def action_minutes(self) -> None:
        """Show the minutes in full."""
        from facilitator.screens.minutes import MinutesScreen

        state = self.meeting.state
        title = _("Final minutes") if state.version else _("Draft minutes")
        self.app.push_screen(MinutesScreen(render(state), self._where(), title))

    def action_where(self) -> None:
        """Say where the minutes lie; once more copies that."""
        where = self._where()
        asked = _("{path}   {key} again copies this.").replace("{path}", shown(where))
        if self._asks_again("close.where", asked):
            self._copy(where, shown(where))

    def _where(self) -> str:
        return str(self.meeting.folder / MINUTES)

    def action_take_back(self) -> None:
        """Undo the last thing, also the closing."""
        self._again, self._captured = ("", ""), ("", 0)
        # The live screen, if it comes back, takes over what is half typed here.
        self.meeting.drafted = self.line.text
        effect = self.typing.do(it.Undo())
        if self.meeting.state.phase == "closed":
            self._apply(effect)

    def action_final(self) -> None:
        """Make the minutes final, after one more press."""
        state = self.meeting.state
        if state.version and not state.corrected:
            self._again, self._said = ("", ""), _("The minutes are final already.")
            self._show_foot()
            return
        count = len(self.closing.gaps())
        sentence = _("{key} again makes the minutes final.")
        if count:
            still = ngettext("{n} thing is still missing.", "{n} things are still missing.", count)
            sentence = f"{still.format(n=count)} {sentence}"
        if self._asks_again("close.final", sentence):
            answer = carry_out(self.meeting, it.Finalise())
            self._said = answer.refused or _("The minutes are final.") + " " + self.sent_words()
            self.look()

    def action_drop_step(self) -> None:
        """In the consent round: strike the step that is asked about, after one more press."""
        asked = self.closing.question()
        if asked is None or asked.kind != "agree":
            return
        sentence = _("{key} again strikes line {number}: its words are gone for good.")
        if self._asks_again("close.drop", sentence.replace("{number}", str(asked.number))):
            self._apply(self.closing.agreement.drop(asked))

    def action_done(self) -> None:
        """Leave, as the key for it does."""
        self.app.action_leave()

    def ask_leave(self) -> bool:
        """Whether the screen may be left; asks once while something would be lost from sight."""
        if self.meeting.trouble:
            said = _("Not everything is on disk. {key} again leaves all the same.")
            return self._asks_again("app.leave", said)
        if self._busy:
            said = _("Messages are on their way still. {key} again leaves.")
            return self._asks_again("app.leave", said)
        if self.line.text.strip():
            said = _("The line is not kept yet: Enter keeps it. {key} again leaves.")
            return self._asks_again("app.leave", said)
        return True

    def insert_command(self, text: str) -> None:
        """Put a command into the line (from the palette); what was typed comes back after it, or by Esc."""
        self.typing.put_aside(self.line.text)
        self._put(text)
        self.line.focus()
        self._show_foot()

    def run_line(self, text: str) -> None:
        """Carry out a whole command (from the palette); what is being typed stays."""
        self.typing.put_aside(self.line.text)
        effect = self.typing.sent(text)
        self._apply(replace(effect, line=self.typing.back() or ""))
