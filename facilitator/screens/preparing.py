"""What is made ready before anybody is asked: messages, files, a sending, each with all that it says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from facilitator.meeting.meeting import Meeting
from facilitator.minutes.document import Audience, Document, document
from facilitator.minutes.forms.making import make
from facilitator.pod.beyond import NotYet, released
from facilitator.screens.effects import Effect
from facilitator.settings.model import Settings
from facilitator.share.account import account_of
from facilitator.share.addresses import read_addresses
from facilitator.share.drafts import open_in_mail_program
from facilitator.share.letter import Letter
from facilitator.share.letters import file_stem, for_all
from facilitator.share.named import named
from facilitator.share.outcome import had_before, had_words, in_short, told
from facilitator.share.post import read_post
from facilitator.share.preview import no_address, preview, without_address
from facilitator.share.saving import file_name, save_in, there
from facilitator.share.smtp import Account, Sending, apart, send
from facilitator.share.whom import NobodyToWriteTo, letter_to_pod, letters_to_owners, sendable
from facilitator.share.wish import Wish
from facilitator.store.trouble import PlaceError, StoreError, shown
from facilitator.words.language import gettext as _
from facilitator.words.language import ngettext
from facilitator.words.visible import visible


class Pending(Struct, frozen=True, kw_only=True):
    """What is shown as `sheet` and waits for Enter.

    `act` may take its time; it is given the password of `account`. Raises StoreError.
    """

    way: str
    """Its name among the ways."""
    act: Callable[[str], Effect]
    how: str
    """What Enter does, in a sentence."""
    sheet: tuple[str, ...]
    account: Account | None = None
    """The account whose password it takes."""
    wish: Wish = Wish(what="list")
    missing: tuple[str, ...] = ()
    """Whose address could still be said."""


class Preparing:
    """Makes what can be done with the minutes of one meeting ready. Nothing goes from here by itself."""

    def __init__(self, meeting: Meeting, home: Path, settings: Settings, now: Callable[[], datetime]) -> None:
        self.meeting = meeting
        self.home = home
        self.settings = settings
        self._now = now

    def prepared(self, wish: Wish) -> Pending:
        """What a wish to mail, send or save would do. Raises StoreError."""
        match wish.what:
            case "mail":
                return self._mail(wish)
            case "send":
                return self._send(wish)
        return self._save(wish)

    def short(self, audience: Audience) -> str:
        """The text for the chat. Raises StoreError where it may not go."""
        return make(self._minutes(audience), "chat").data.decode("utf-8")

    def _mail(self, wish: Wish) -> Pending:
        minutes, letters = self._letters(wish)
        stem = file_stem(minutes)
        return Pending(
            way="owners" if wish.owners else "mail",
            act=lambda _password: Effect(hint=" ".join(open_in_mail_program(letters, stem, self.home))),
            how=_("Enter opens it in your mail program; nothing is sent. Esc leaves it."),
            sheet=tuple(preview(letters, minutes.audience, _some(no_address(letters)))),
            wish=wish,
            missing=without_address(letters),
        )

    def _send(self, wish: Wish) -> Pending:
        account = account_of(self.settings)
        minutes, letters = self._letters(wish)
        going = sendable(letters)
        how = Sending(folder=self.meeting.folder, now=self._now, again=wish.again)

        def act(password: str) -> Effect:
            went = send(account, password, going, how)
            return Effect(hint=in_short(went), sheet=told(went, "/share send again").lines)

        had = had_before(going, read_post(self.meeting.folder))
        count = len(apart(going)) - len(had)
        if not count:
            raise NobodyToWriteTo(_("Everybody with an address has it already."))
        said = ngettext("Enter sends {n} message.", "Enter sends {n} messages.", count)
        notes = [
            _("From {account}, to each person apart.").format(account=visible(account.sender.address)),
            *_some(no_address(letters, sending=True)),
            *had_words(had),
        ]
        return Pending(
            way="send",
            act=act,
            how=f"{said.format(n=count)} " + _("Esc leaves it."),
            sheet=tuple(preview(going, minutes.audience, notes)),
            account=account,
            wish=wish,
            missing=without_address(letters),
        )

    def _save(self, wish: Wish) -> Pending:
        if not self.settings.share_folder:
            raise PlaceError(
                _(
                    "No folder is named yet. That is share_folder in the settings; "
                    "facilitator settings says where they lie."
                )
            )
        folder = Path(self.settings.share_folder).expanduser()
        there(folder)
        minutes, forms = self._minutes(wish.audience), wish.forms or ("md",)
        path = folder / file_name(minutes, forms[0])
        said = _("Enter saves this as {path}. Esc leaves it.")
        if path.exists():
            said = _("Enter saves this in place of {path}. Esc leaves it.")
        text = make(minutes, "md").data.decode("utf-8")
        return Pending(
            way="save",
            act=lambda _password: Effect(hint=" ".join(save_in(folder, minutes, forms, force=True))),
            how=said.format(path=shown(path)),
            sheet=tuple(map(visible, text.splitlines())),
            wish=wish,
        )

    def _minutes(self, audience: Audience = "pod") -> Document:
        """Raises NotYet where a text may not go beyond the pod, and StoreError."""
        state, folder = self.meeting.state, self.meeting.folder
        if audience == "programme":
            from facilitator.minutes.beyond.programme import programme
            from facilitator.pod.ordinary import shipped_titles

            return named(programme(state, shipped_titles()), folder)
        if audience == "pod":
            return named(document(state), folder)
        try:
            return named(released(self.home, folder, state), folder)
        except NotYet:
            raise StoreError(
                _("This text may not go beyond the pod yet. /beyond asks about all that is missing.")
            ) from None

    def _letters(self, wish: Wish) -> tuple[Document, list[Letter]]:
        minutes, addresses = self._minutes(wish.audience), read_addresses(self.home)
        if wish.owners:
            return minutes, letters_to_owners(minutes, addresses)
        if wish.audience != "pod":
            # The addresses that are known are the pod's own.
            return minutes, [for_all(minutes, ())]
        return minutes, letter_to_pod(minutes, self.meeting.state, addresses)


def _some(sentence: str) -> list[str]:
    return [sentence] if sentence else []
