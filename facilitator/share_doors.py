"""What lies behind `facilitator share`: minutes copied, saved, opened in the mail program, or sent.

Nothing goes before it was seen: to whom, how many, for which audience, all of the text, and one yes.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct

from facilitator.meeting.opening import look
from facilitator.minutes.document import Audience, Document
from facilitator.minutes.forms.making import make
from facilitator.minutes_doors import document_for
from facilitator.session.state import State
from facilitator.share.addresses import check_address, keep_address, read_addresses, recipient
from facilitator.share.drafts import leave_in, open_in_mail_program, open_links
from facilitator.share.letter import Letter
from facilitator.share.letters import file_stem, for_all, owners
from facilitator.share.outcome import Told, told
from facilitator.share.preview import audience_words, preview
from facilitator.share.saving import save_in, there
from facilitator.share.smtp import Account, Sending, send
from facilitator.share.whom import letter_to_pod, letters_to_owners, members
from facilitator.store.places import find_session
from facilitator.store.places import home as home_folder
from facilitator.store.trouble import PlaceError, StoreError
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible


class NothingWent(StoreError):  # noqa: N818 - told as a sentence
    """Why nothing left this computer."""


class Person(Struct, frozen=True):
    """How somebody at a terminal is asked: `yes` for a question, `page` to show lines, `text` for words."""

    yes: Callable[[str], bool]
    page: Callable[[Sequence[str]], None]
    text: Callable[[str], str]
    there: bool
    """Whether anybody is there to be asked."""


class Share(Struct, frozen=True, kw_only=True):
    """One session's minutes, as an audience may have them."""

    home: Path
    folder: Path
    state: State
    minutes: Document


def found(home: str | None, session: str, audience: Audience) -> Share:
    """The minutes to share. What was damaged in the log is told on stderr. Raises StoreError."""
    place = home_folder(home)
    folder = find_session(place, session)
    there = look(folder)
    for report in there.reports:
        print(report, file=sys.stderr)
    minutes = document_for(place, folder, there.state, audience)
    return Share(home=place, folder=folder, state=there.state, minutes=minutes)


def copy_short(home: str | None, session: str, audience: Audience) -> str:
    """Put the short text on the clipboard; says what came of it."""
    from facilitator.share.clipboard import copy

    text = make(found(home, session, audience).minutes, "chat").data.decode("utf-8")
    otherwise = _("facilitator minutes {session} --format chat prints it.").format(session=visible(session))
    return copy(text, _to_terminal, otherwise=otherwise)


def _to_terminal(text: str) -> None:
    """The terminal's own clipboard (OSC 52), where standard output is one."""
    if sys.stdout.isatty():
        from base64 import b64encode

        sys.stdout.write(f"\x1b]52;c;{b64encode(text.encode()).decode()}\x07")
        sys.stdout.flush()


def save(
    home: str | None, session: str, audience: Audience, forms: Sequence[str], target: str, *, force: bool
) -> list[str]:
    """Write the minutes into a folder, a file for each form; says where they lie. Raises StoreError."""
    if not target:
        raise PlaceError(_("No folder is named. Add --to FOLDER, or name one in the settings: share_folder."))
    folder = Path(target).expanduser()
    there(folder)
    said = save_in(folder, found(home, session, audience).minutes, forms, force=force)
    return [*said, _("Made {audience}.").format(audience=audience_words(audience))]


def letters_of(
    share: Share, person: Person, *, to: Sequence[str], only_owners: bool, attach: Sequence[str]
) -> list[Letter]:
    """The messages: for everybody of the pod, for the addresses in `to`, or one for each owner of a step.

    Who has no address is asked for where somebody is there to say it; Enter alone goes on without.
    Raises NothingWent, NobodyToWriteTo, WrongAddress.
    """
    minutes = share.minutes
    if only_owners:
        letters_to_owners(minutes, {})
        return letters_to_owners(minutes, _addresses(share, person, owners(minutes)))
    if to:
        return [for_all(minutes, [recipient(one) for one in to], attach)]
    if minutes.audience != "pod":
        raise NothingWent(
            _('Say who gets this: --for "Name <name@example.org>". The pod\'s own addresses are for the pod.')
        )
    names = members(share.state)
    if not names:
        raise NothingWent(_("Nobody is named in this session. Say who gets it: --for amina@example.org"))
    return letter_to_pod(minutes, share.state, _addresses(share, person, names), attach)


def _addresses(share: Share, person: Person, names: Sequence[str]) -> dict[str, str]:
    known = read_addresses(share.home)
    for name in names if person.there else ():
        if name in known:
            continue
        question = _("Address of {name} (Enter: none): ").format(name=visible(name))
        typed = person.text(question).strip()
        if typed:
            keep_address(share.home, name, typed)
            known[name] = check_address(typed)
    return known


def confirm(
    person: Person,
    letters: Sequence[Letter],
    audience: Audience,
    question: str,
    *,
    sure: bool,
    notes: Sequence[str] = (),
) -> None:
    """Show all of it and ask once; `notes` stand on top of it, and are printed where nothing is shown.

    Raises NothingWent without a yes, and where nobody is there to say it.
    """
    if sure:
        for line in notes:
            print(line)
        return
    if not person.there:
        raise NothingWent(_("Nobody is here to look at it first. Add --yes to go on without."))
    person.page(preview(letters, audience, notes))
    if not person.yes(question):
        raise NothingWent(_("Nothing was sent."))


def to_mail_program(letters: Sequence[Letter], share: Share, target: str | None, *, link: bool) -> list[str]:
    """Open the messages in the mail program, or leave them in the folder `target`; says what came of it."""
    if link:
        return open_links(letters)
    stem = file_stem(share.minutes)
    if target is not None:
        return leave_in(letters, stem, Path(target).expanduser())
    return open_in_mail_program(letters, stem, share.home)


def send_all(
    share: Share, account: Account, password: str, letters: Sequence[Letter], *, again: bool = False
) -> Told:
    """Send them; a second call sends to nobody twice. Raises CannotSend where nothing could go."""
    return told(send(account, password, letters, Sending(folder=share.folder, now=now, again=again)))


def now() -> datetime:
    """The wall clock, for what goes out."""
    return datetime.now(UTC)


def person_lines(home: str | None, name: str | None, address: str | None) -> list[str]:
    """The addresses that are known; or one of them remembered, or forgotten where it is empty."""
    place = home_folder(home)
    if name is not None and address is not None:
        keep_address(place, name, address)
        return [_("Remembered.") if address else _("Forgotten.")]
    known = read_addresses(place)
    lines = [f"{visible(one)} <{known[one]}>" for one in known if name is None or one == name]
    return lines or [_("No address is known yet.")]
