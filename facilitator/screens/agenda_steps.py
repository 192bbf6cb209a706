"""One step after another on an agenda: carried out, taken back, written in the line, kept, saved.

What is not saved is kept after every step, so that nothing is lost whatever happens.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace
from textual import on

from facilitator.agenda.drafts import ChangedElsewhere, drop_draft, keep_draft, save
from facilitator.agenda.edit.operation import Changed, EditRefusedError, Operation
from facilitator.agenda.editing import Editing, do, judge, redo, undo
from facilitator.screens import agenda_words as words
from facilitator.screens.agenda_view import AgendaView
from facilitator.store.trouble import StoreError, shown
from facilitator.widgets.line import CaptureLine
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible


class AgendaSteps(AgendaView):
    """What is done to the file, and to the line in which texts are written."""

    def _do(self, make: Callable[[], Operation]) -> bool:
        """Carry out one operation; False where it is refused, which is said."""
        try:
            self.editing, changed = do(self.editing, make())
        except EditRefusedError as refused:
            self._refuse(str(refused))
            return False
        if changed.words:
            self._keep_draft()
        self._say(changed.words)
        self._show_changed(changed)
        return True

    def _step(self, back: Callable[[Editing], tuple[Editing, str]], more: str) -> None:
        try:
            self.editing, said = back(self.editing)
        except EditRefusedError as refused:
            self._refuse(str(refused))
            return
        self._keep_draft()
        self._say(said + more)
        count = len(words.tables(self.editing))
        if self._stage is not None and self._stage >= count:
            self._stage = None
        self._place = min(self._place, count)
        self._judged = judge(self.editing)
        self.look()

    def action_undo(self) -> None:
        """Take the last step back."""
        again = _("{redo} does it again.").format(redo=self.settings.key("edit.redo"))
        self._step(undo, " " + again)

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._step(redo, "")

    def _show_changed(self, changed: Changed) -> None:
        self._judged = judge(self.editing)
        if self._stage is None and changed.at is not None:
            self._place = changed.at + 1
            self.look(at=self._place)
        else:
            self.look()

    def _keep_draft(self) -> None:
        """Keep what is not saved, behind the keys."""
        home, file, text = self.app.home, self.file, self.editing.text

        def keep() -> None:
            try:
                keep_draft(home, file, text)
            except StoreError as error:
                self.app.call_from_thread(self._refuse, error.sentence)

        self.run_worker(keep, thread=True, group="draft", exclusive=True, exit_on_error=False)

    def action_save(self) -> None:
        """Put the file in its place. One that was changed elsewhere is replaced at the second press."""
        if self._taking is not None:
            self.action_take()
            if self._taking is not None:
                return
        if not self.editing.changed and not self.file.copies:
            self._say(_("There is nothing new to save."))
            self._show_hint()
            return
        try:
            self.file = save(self.app.home, self.file, self.editing.text, force=self._asked == "save")
        except ChangedElsewhere as error:
            self._asked = "save"
            again = _("{save} once more replaces it.").format(save=self.settings.key("edit.save"))
            self._refuse(f"{error.sentence} {again}", keep=True)
            return
        except StoreError as error:
            self._refuse(error.sentence)
            return
        self.editing = replace(self.editing, saved=self.editing.text)
        self._say(_("Saved in {path}.").format(path=shown(self.file.path)))
        self.look()

    def action_leave(self) -> None:
        """What the key for leaving does, for a click on the key row."""
        self.app.action_leave()

    def ask_leave(self) -> bool:
        """At once where all is saved; else at the second press, and what is not saved is kept."""
        if not self.editing.changed or self._asked == "leave":
            return True
        self._asked = "leave"
        said = _("Not saved yet. {save} saves. {leave} again leaves; your changes are kept.")
        save, leave = self.settings.key("edit.save"), self.settings.key("app.leave")
        self._refuse(said.format(save=save, leave=leave), keep=True)
        return False

    def left(self) -> str:
        """Keep what is not saved; returns the sentence for the terminal."""
        if self._taking is not None and self.line.text.strip():
            self._try_quietly(self._taking)
        if not self.editing.changed:
            drop_draft(self.file)
            return ""
        try:
            keep_draft(self.app.home, self.file, self.editing.text)
        except StoreError as error:
            return _("Your changes could not be kept: {why}").format(why=error.sentence)
        return _("Your changes are kept, but not saved. facilitator agenda edit {name} goes on.").format(
            name=visible(self.file.name)
        )

    # The line.

    def _try_quietly(self, make: Callable[[str], Operation]) -> None:
        """Take a half-written row along, where it can be."""
        try:
            self.editing, _changed = do(self.editing, make(self.line.text))
        except EditRefusedError:
            return

    def _ask(self, label: str, help: str, text: str, make: Callable[[str], Operation]) -> None:
        self._taking = make
        self.set_class(True, "-asking")
        self.question.update(label)
        self.help_row.update(help)
        self._say("")
        self._show_hint()
        self.line.put(text)
        self.line.focus()
        self._show_keys()

    @on(CaptureLine.Sent)
    def action_take(self) -> None:
        """Enter: keep what was written."""
        self._keep(self.line.text)

    @on(CaptureLine.Pasted)
    def _pasted(self, message: CaptureLine.Pasted) -> None:
        field = self._field() if self._stage is not None else None
        if field is not None and field.key.partition("-")[0] in ("ask", "rules", "records"):
            self._keep(self.line.text + message.text)
        else:
            self.line.insert(" ".join(message.text.split()))

    @on(CaptureLine.Asked)
    def _asked_of_line(self, message: CaptureLine.Asked) -> None:
        if message.key == "escape":
            self._written()
            self.look()

    def _keep(self, text: str) -> None:
        make = self._taking
        if make is None or not self._do(lambda: make(text)):
            return
        self._written()
        self.look()

    def _written(self) -> None:
        self._taking = None
        self._trouble = False
        self.set_class(False, "-asking")
        self.rows.focus()

    # One step.
