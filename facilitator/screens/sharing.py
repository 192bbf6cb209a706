"""Taking the minutes along from the close screen: shown whole first, then one Enter. Knows no Textual."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from facilitator.capture.names import Found
from facilitator.meeting.desk import roster_of
from facilitator.meeting.meeting import Meeting
from facilitator.minutes.document import Document, document
from facilitator.minutes.forms.making import make
from facilitator.screens.effects import Effect
from facilitator.share.addresses import check_address, keep_address, read_addresses
from facilitator.share.drafts import open_in_mail_program
from facilitator.share.letter import Letter, Recipient
from facilitator.share.letters import file_stem, for_all, for_owners, owners
from facilitator.share.preview import preview
from facilitator.store.atomic import write_out
from facilitator.store.trouble import StoreError, shown
from facilitator.words.language import gettext as _
from facilitator.words.language import ngettext
from facilitator.words.visible import visible


class Sharing:
    """What waits for Enter, and what came of it. `folder` is where the settings say minutes are saved."""

    def __init__(self, meeting: Meeting, home: Path, folder: str) -> None:
        self.meeting = meeting
        self.home = home
        self.folder = folder
        self._waits: Callable[[], list[str]] | None = None

    @property
    def waits(self) -> bool:
        """Whether Enter on an empty line would do something that was shown."""
        return self._waits is not None

    def let_be(self) -> None:
        """Nothing of what was shown is to happen."""
        self._waits = None

    def ask(self, words: str) -> Effect:
        """Show what `/share` with these words would do."""
        self._waits = None
        try:
            return self._asked(words.strip())
        except StoreError as trouble:
            return Effect(hint=visible(trouble.sentence))

    def confirmed(self) -> Effect:
        """Enter: do what was shown."""
        act, self._waits = self._waits, None
        if act is None:
            return Effect()
        try:
            return Effect(hint=" ".join(act()))
        except StoreError as trouble:
            return Effect(hint=visible(trouble.sentence))

    def _asked(self, words: str) -> Effect:
        match words.casefold():
            case "" | "mail":
                return self._mail(self._for_pod)
            case "owners":
                return self._mail(self._for_owners)
            case "save":
                return self._save()
        name, _space, address = words.rpartition(" ")
        found = roster_of(self.meeting.state).find(name.strip().lstrip("@＠"))
        if "@" in address and isinstance(found, Found):
            keep_address(self.home, found.name, check_address(address))
            return Effect(hint=_("The address of {name} is remembered.").format(name=visible(found.name)))
        return Effect(
            hint=_("Write /share mail, /share owners, /share save, or /share NAME name@example.org.")
        )

    def _minutes(self) -> Document:
        return replace(document(self.meeting.state), session=self.meeting.folder.name)

    def _mail(self, make_letters: Callable[[Document], list[Letter] | str]) -> Effect:
        minutes = self._minutes()
        letters = make_letters(minutes)
        if isinstance(letters, str):
            return Effect(hint=letters)
        stem = file_stem(minutes)
        self._waits = lambda: open_in_mail_program(letters, stem, self.home)
        return Effect(
            hint=_("Enter opens it in your mail program; nothing is sent. Esc leaves it."),
            sheet=tuple(preview(letters, minutes.audience)),
        )

    def _for_pod(self, minutes: Document) -> list[Letter] | str:
        names = tuple(one.name for one in self.meeting.state.people if not one.guest)
        known = read_addresses(self.home)
        without = [name for name in names if name not in known]
        if without:
            return self._unknown(without)
        if not names:
            return _("Nobody is named, so there is nobody to write to.")
        return [for_all(minutes, [Recipient(name, known[name]) for name in names])]

    def _for_owners(self, minutes: Document) -> list[Letter] | str:
        names = owners(minutes)
        known = read_addresses(self.home)
        without = [name for name in names if name not in known]
        if without:
            return self._unknown(without)
        return for_owners(minutes, known) or _("No next step has an owner, so there is nobody to write to.")

    @staticmethod
    def _unknown(names: list[str]) -> str:
        said = ngettext("No address of {names} is known.", "No addresses of {names} are known.", len(names))
        how = _("Write /share {name} and the address.").format(name=visible(names[0]))
        return f"{said.format(names=', '.join(map(visible, names)))} {how}"

    def _save(self) -> Effect:
        if not self.folder:
            return Effect(
                hint=_(
                    "No folder is named yet. That is share_folder in the settings; "
                    "facilitator settings says where they lie."
                )
            )
        minutes = self._minutes()
        name = f"{file_stem(minutes)}{f'-v{minutes.version}' if minutes.version else '-draft'}.md"
        path = Path(self.folder).expanduser() / name
        text = make(minutes, "md").data

        def save() -> list[str]:
            write_out(path, text, force=minutes.version == 0)
            return [_("Saved: {path}").format(path=shown(path))]

        self._waits = save
        return Effect(
            hint=_("Enter saves this as {path}. Esc leaves it.").format(path=shown(path)),
            sheet=tuple(map(visible, text.decode("utf-8").splitlines())),
        )
