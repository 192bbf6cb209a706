"""What the words behind `/share` ask for. Pure."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from facilitator.minutes.document import Audience
from facilitator.minutes.forms.names import NAMES

What = Literal["list", "copy", "mail", "save", "send", "beyond", "withdraw", "address"]

WORDS = ("mail", "owners", "save", "send", "copy", "beyond")
"""What can stand right behind `/share`, for completion."""


_AUDIENCES: dict[str, Audience] = {"beyond": "beyond", "programme": "programme"}


class Wish(Struct, frozen=True, kw_only=True):
    """How the minutes are to be taken along."""

    what: What
    audience: Audience = "pod"
    owners: bool = False
    """A message for each owner of a step, with only hers."""
    again: bool = False
    """What may have arrived goes once more."""
    forms: tuple[str, ...] = ()
    name: str = ""
    """Whose address is given, or who takes a yes back."""
    address: str = ""


def read_wish(words: str) -> Wish | None:
    """What is wanted: `mail owners`, `save html`, `send again`, `Ann a@b.org`; None: nobody can tell."""
    name, _space, last = words.strip().rpartition(" ")
    if "@" in last and name.strip():
        return Wish(what="address", name=name.strip().lstrip("@＠"), address=last)
    first, _space, rest = words.strip().partition(" ")
    if first.casefold() == "beyond" and rest.casefold().startswith("withdraw"):
        return Wish(what="withdraw", name=rest[len("withdraw") :].strip())
    said = [one.casefold() for one in words.split()]
    acts = [one for one in said if one in ("copy", "mail", "save", "send")]
    forms = tuple(one for one in said if one in NAMES)
    audiences = [audience for word, audience in _AUDIENCES.items() if word in said]
    known = {*acts, *forms, *_AUDIENCES, "owners", "again"}
    if len(acts) > 1 or len(audiences) > 1 or any(one not in known for one in said):
        return None
    if not said:
        return Wish(what="list")
    if not acts and audiences == ["beyond"] and len(said) == 1:
        return Wish(what="beyond")
    if not acts and "owners" not in said:
        return None
    act: What = acts[0] if acts else "mail"  # type: ignore[assignment]
    if (forms and act != "save") or ("again" in said and act != "send"):
        return None
    return Wish(
        what=act,
        audience=audiences[0] if audiences else "pod",
        owners="owners" in said,
        again="again" in said,
        forms=forms,
    )
