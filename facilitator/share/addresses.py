"""Where people of the pod can be written to: `addresses.toml` in the home folder, private (0600).

It may be mended by hand. A file that cannot be understood is never replaced.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from facilitator.share.letter import Recipient
from facilitator.store.atomic import write_whole
from facilitator.store.places import make_home
from facilitator.store.tables import NotATable, table_in
from facilitator.store.trouble import StoreError, shown
from facilitator.store.whole import read_whole
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible

FILE = "addresses.toml"
_LARGEST = 1_000_000
"""Bytes: more than that was not written here."""


class WrongAddress(StoreError):  # noqa: N818 - told as a sentence
    """A text that is no address of a mailbox, or a file of addresses that cannot be understood."""


def check_address(text: str) -> str:
    """The address, if a mailbox can be called that: `amina@example.org`. Raises WrongAddress."""
    # Imported here: nothing else needs the mail package of Python, and it is large.
    from email.errors import MessageError
    from email.headerregistry import Address

    address = text.strip()
    try:
        parsed = Address(addr_spec=address)
    except (MessageError, ValueError, IndexError):
        parsed = None
    if (
        not address.isascii()
        or parsed is None
        or not parsed.username
        or not parsed.domain
        or parsed.addr_spec != address
    ):
        raise WrongAddress(
            _("{text} is no mail address. It looks like amina@example.org.").format(text=visible(text))
        )
    return address


def recipient(text: str) -> Recipient:
    """Somebody as mail programs write it: `Amina Diallo <amina@example.org>`, or the address alone.

    Raises WrongAddress.
    """
    name, open_, rest = text.partition("<")
    if open_:
        return Recipient(name.strip().strip('"'), check_address(rest.strip().removesuffix(">")))
    return Recipient("", check_address(text))


def read_addresses(home: Path) -> dict[str, str]:
    """The address of each person by full name; empty where there are none yet.

    Raises WrongAddress, and StoreTrouble where the disk does not give the file.
    """
    path = home / FILE
    data = read_whole(path, _LARGEST)
    if data is None:
        return {}
    try:
        table = table_in(data)
    except NotATable as wrong:
        raise _unreadable(path, _("{why}.").format(why=visible(wrong.why))) from None
    found: dict[str, str] = {}
    for name, address in table.items():
        if not isinstance(address, str):
            sentence = _('“{name}” has no address in quotation marks: "Amina Diallo" = "amina@example.org"')
            raise _unreadable(path, sentence.format(name=visible(name)))
        try:
            found[name] = check_address(address)
        except WrongAddress as wrong:
            raise _unreadable(path, wrong.sentence) from None
    return found


def keep_address(home: Path, name: str, address: str) -> None:
    """Remember where somebody can be written to; an empty address forgets it. Raises StoreError."""
    addresses = read_addresses(home)
    if address:
        addresses[name] = check_address(address)
    else:
        addresses.pop(name, None)
    _write(home, addresses)


def _write(home: Path, addresses: Mapping[str, str]) -> None:
    import tomli_w

    make_home(home)
    write_whole(home / FILE, tomli_w.dumps(dict(sorted(addresses.items()))).encode())


def _unreadable(path: Path, why: str) -> WrongAddress:
    return WrongAddress(
        _("{path} cannot be used: {why} Mend or delete it.").format(path=shown(path), why=why)
    )
