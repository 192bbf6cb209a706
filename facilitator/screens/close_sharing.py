"""Taking the minutes along, as the close screen does it: clipboards, programs and servers take time."""

from __future__ import annotations

import asyncio
import shlex

from textual import work

from facilitator.meeting.meeting import Meeting
from facilitator.screens.close_view import CloseView
from facilitator.screens.effects import Effect
from facilitator.screens.preparing import Pending
from facilitator.share.account import asked_for, known_password
from facilitator.share.clipboard import copy
from facilitator.store.places import home
from facilitator.store.trouble import PlaceError, shown
from facilitator.words.language import gettext as _


class CloseSharing(CloseView):
    """What waits is carried out beside the screen, one thing at a time; the line stays free meanwhile."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(meeting)
        self._password: asyncio.Future[str | None] | None = None
        """The password that is being asked for."""

    def apply_shared(self, effect: Effect) -> None:
        """Show what came of sharing: said, shown, and copied where there is something to copy."""
        if effect.line is not None:
            self._put(effect.line or self.typing.back() or "")
            self._draft()
        self._again, self._captured, self._said = ("", ""), ("", 0), effect.hint
        if effect.sheet or not self.sharing.waits:
            self._show_sheet(effect.sheet)
        self.look()
        if effect.copy:
            self._copy(effect.copy, self.printed_by() if effect.copy == self._short else "")

    def carry_out_shared(self) -> None:
        """Enter on an empty line: do what was shown. While something is on its way nothing else goes."""
        if self.sharing.round is not None:
            self.apply_shared(self.sharing.answered(""))
        elif self._busy:
            self._said = self._busy
            self._show_foot()
        else:
            pending = self.sharing.take()
            if pending is not None:
                self._show_sheet(())
                self._carry_out(pending)

    @work(group="share", exit_on_error=False)
    async def _carry_out(self, pending: Pending) -> None:
        self._busy = _("One moment: it is on its way.")
        self._said = self._busy
        self.look()
        try:
            password = await self._password_for(pending)
            if password is None:
                effect = Effect(hint=_("Nothing was sent."))
            else:
                effect = await asyncio.to_thread(self.sharing.carried_out, pending, password)
        finally:
            self._busy = ""
        if self.is_attached:
            self.apply_shared(effect)

    async def _password_for(self, pending: Pending) -> str | None:
        """The password of the account, asked for in a hidden line where nobody knows it; None: not said."""
        account = pending.account
        if account is None or not account.user:
            return ""
        # A keyring may ask for its own password first, and take its time.
        known = await asyncio.to_thread(known_password, account)
        if known.text:
            return known.text
        self._said = known.trouble or _("Enter sends it. Esc: nothing is sent. It is not kept anywhere.")
        typed = await self._hidden(asked_for(account))
        self._said = self._busy
        self._show_foot()
        return typed or None

    async def _hidden(self, question: str) -> str | None:
        from facilitator.widgets.hidden import HiddenLine

        self._password = asyncio.get_running_loop().create_future()
        hidden = HiddenLine(self._password_typed)
        self._hiding = question
        self.line.display = False
        await self.query_one("#close-linebox").mount(hidden)
        hidden.focus()
        self._show_foot()
        try:
            return await self._password
        finally:
            self._hiding, self._password = "", None
            if self.is_attached:
                await hidden.remove()
                self.line.display = True
                self.line.focus()

    def _password_typed(self, typed: str | None) -> None:
        if self._password is not None and not self._password.done():
            self._password.set_result(typed)

    def printed_by(self) -> str:
        """The command that prints the short text, in a sentence, for who has no clipboard."""
        command = _("facilitator minutes {session} --format chat prints it too.")
        return command.replace("{session}", self.session_words())

    def session_words(self) -> str:
        """How the session is named in a command: by its name in the usual home, else by its folder."""
        folder = self.meeting.folder
        try:
            usual = folder.parent.parent == home()
        except PlaceError:
            usual = False
        return shown(folder.name) if usual else shlex.quote(shown(folder))

    @work(exclusive=True, group="copy", exit_on_error=False)
    async def _copy(self, text: str, otherwise: str) -> None:
        """In a thread, since a clipboard may hang; the terminal is written to from here."""
        handed: list[str] = []
        sentence = await asyncio.to_thread(copy, text, handed.append, otherwise=otherwise)
        for one in handed:
            self.app.copy_to_clipboard(one)
        self._again, self._captured, self._said = ("", ""), ("", 0), sentence
        if text == self._short:
            self.sharing.done.add("copy")
        self.look()
