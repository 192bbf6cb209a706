"""Reading decks strictly: whatever is not as it should be is one sentence with the file and the card.

A deck in another language lies beside the English one and carries it in its name: `power-lens.fr.toml`.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from facilitator.prompts.deck import FORMAT, GIVER, LONGEST, Card, Deck, DeckError, Dimension
from facilitator.words.language import gettext as _
from facilitator.words.visible import visible

SHIPPED = ("power-lens", "in-the-meeting")
"""The decks that come with the program, in the order in which cards are offered."""

_FOLDER = Path(__file__).parent / "decks"
_T = TypeVar("_T")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_BRACES = re.compile(r"\{[^{}]*\}?|\}")


class _File(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A deck as its file has it; cards and dimensions are converted one by one, to name the one at fault."""

    format: int
    title: str
    language: str
    source: str
    aliases: tuple[str, ...] = ()
    dimension: tuple[dict[str, Any], ...]
    card: tuple[dict[str, Any], ...]


@cache
def shipped(language: str = "en") -> tuple[Deck, ...]:
    """The decks that come with the program, in that language where they exist in it, else in English."""
    there = {path.name: path for path in _FOLDER.glob("*.toml")}
    return tuple(
        read_deck(there.get(f"{name}.{language}.toml", _FOLDER / f"{name}.toml")) for name in SHIPPED
    )


def deck_files() -> tuple[Path, ...]:
    """The files of all shipped decks, in every language."""
    return tuple(sorted(_FOLDER.glob("*.toml")))


def read_deck(path: Path) -> Deck:
    """The deck in that file. Raises DeckError."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise DeckError(
            _("{file}: the deck cannot be read ({why}).").format(file=path.name, why=error.strerror or error)
        ) from error
    return parse_deck(raw, path.name)


def parse_deck(raw: bytes, file: str) -> Deck:
    """The deck in these bytes; `file` is what errors call it. Raises DeckError."""
    try:
        table = tomllib.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise DeckError(
            _("{file}: the deck is not UTF-8 text; save it as UTF-8.").format(file=file)
        ) from error
    except (ValueError, RecursionError) as error:
        # tomllib also gives up on lists in lists in lists, and on numbers of thousands of digits.
        raise DeckError(_("{file}: this is not TOML: {why}.").format(file=file, why=error)) from error
    _check_format(table, file)
    top = _convert(table, _File, file)
    dimensions = tuple(
        _convert(each, Dimension, _place(file, _("dimension"), number, each))
        for number, each in enumerate(top.dimension, 1)
    )
    cards = tuple(
        _convert(each, Card, _place(file, _("card"), number, each)) for number, each in enumerate(top.card, 1)
    )
    _check_dimensions(dimensions, file)
    _check_cards(cards, dimensions, file)
    return Deck(
        name=file.split(".")[0],
        title=top.title,
        language=top.language,
        source=top.source,
        aliases=top.aliases,
        dimensions=dimensions,
        cards=cards,
    )


def _place(file: str, what: str, number: int, table: dict[str, Any]) -> str:
    """Where a table is, in words: `power-lens.toml, card 3 (region-rules)`."""
    named = table.get("id")
    called = f" ({visible(named)})" if isinstance(named, str) and named else ""
    return f"{file}, {what} {number}{called}"


def _convert(table: Any, into: type[_T], place: str) -> _T:
    try:
        return msgspec.convert(table, into, strict=True)
    except msgspec.ValidationError as error:
        raise DeckError(_("{place}: {why}.").format(place=place, why=_explain(str(error)))) from error


def _explain(message: str) -> str:
    """What msgspec found, in the words of somebody who writes decks."""
    unknown = re.match(r"Object contains unknown field `(.*)`", message, re.DOTALL)
    if unknown:
        return _('there is no key "{key}" here; take it out').format(key=visible(unknown[1]))
    missing = re.match(r"Object missing required field `(.*)`", message, re.DOTALL)
    if missing:
        return _('the key "{key}" is missing; add it').format(key=missing[1])
    key = re.search(r" - at `\$\.(\w+)", message)
    wrong = re.match(r"Expected `(\w+)[^`]*`, got `(\w+)", message)
    if key and wrong:
        words = {"str": _("text"), "int": _("a whole number"), "array": _("a list"), "object": _("a table")}
        return _('"{key}" should be {wanted} and is {found}').format(
            key=key[1], wanted=words.get(wrong[1], wrong[1]), found=words.get(wrong[2], wrong[2])
        )
    if key and key[1] == "for":
        return _('"for" should be "room" or "chair"')
    return message


def _check_format(table: dict[str, Any], file: str) -> None:
    number = table.get("format")
    if isinstance(number, int) and number != FORMAT:
        raise DeckError(
            _("{file}: the deck has format {number}; this program reads format {known}.").format(
                file=file, number=number, known=FORMAT
            )
        )


def _check_dimensions(dimensions: tuple[Dimension, ...], file: str) -> None:
    known: set[str] = set()
    for number, dimension in enumerate(dimensions, 1):
        place = _place(file, _("dimension"), number, {"id": dimension.id})
        _check_id(dimension.id, known, place)
        if not dimension.name.strip():
            raise DeckError(_("{place}: the name is empty; write one.").format(place=place))
        known.add(dimension.id)


def _check_cards(cards: tuple[Card, ...], dimensions: tuple[Dimension, ...], file: str) -> None:
    named = {dimension.id for dimension in dimensions}
    ids: set[str] = set()
    texts: dict[str, str] = {}
    for number, card in enumerate(cards, 1):
        place = _place(file, _("card"), number, {"id": card.id})
        _check_id(card.id, ids, place)
        ids.add(card.id)
        if card.dimension not in named:
            raise DeckError(
                _('{place}: no [[dimension]] of this deck has the id "{dimension}".').format(
                    place=place, dimension=visible(card.dimension)
                )
            )
        _check_text(card.text, place)
        if card.text in texts:
            raise DeckError(
                _("{place}: its text is also that of {other}; change one of them.").format(
                    place=place, other=texts[card.text]
                )
            )
        texts[card.text] = card.id
    empty = named - {card.dimension for card in cards}
    if empty:
        raise DeckError(
            _('{file}: the dimension "{dimension}" has no card; add one or take it out.').format(
                file=file, dimension=min(empty)
            )
        )


def _check_id(identity: str, known: set[str], place: str) -> None:
    if not _ID.fullmatch(identity):
        raise DeckError(_("{place}: an id is small letters, digits and hyphens.").format(place=place))
    if identity in known:
        raise DeckError(_("{place}: this id is taken already; choose another.").format(place=place))


def _check_text(text: str, place: str) -> None:
    if not text.strip() or text != " ".join(text.split()) or text != visible(text):
        raise DeckError(
            _("{place}: the text should be one line without spaces around it.").format(place=place)
        )
    if len(text) > LONGEST:
        raise DeckError(
            _("{place}: the text has {length} characters; {longest} is the most.").format(
                place=place, length=len(text), longest=LONGEST
            )
        )
    for found in _BRACES.findall(text):
        if found != GIVER:
            raise DeckError(
                _("{place}: {found} is no placeholder; {giver} is the only one.").format(
                    place=place, found=found, giver=GIVER
                )
            )
