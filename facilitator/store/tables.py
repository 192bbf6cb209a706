"""Small TOML files of ours in the home folder, which people may mend by hand: read, or said why not."""

from __future__ import annotations

from typing import Any, TypeVar

from facilitator.words.language import gettext as _

_T = TypeVar("_T")


class NotATable(Exception):  # noqa: N818 - caught at once and told with the name of the file
    """Why the bytes of a file are no table of ours: a clause for a sentence that begins “because”."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def table_in(data: bytes, format: int | None = None) -> dict[str, Any]:
    """The table that these bytes hold; with a `format`, only if it is of that one or says none.

    Raises NotATable.
    """
    import tomllib

    try:
        table = tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise NotATable(_("it is not UTF-8 text")) from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise NotATable(_("it is not TOML: {reason}").format(reason=error)) from None
    if format is not None and table.get("format", format) != format:
        raise NotATable(_("its format is not {number}").format(number=format))
    return table


def read_as(kind: type[_T], data: bytes, format: int, otherwise: str) -> _T:
    """What these bytes hold, as a `kind`. `otherwise` is the clause where it is none; {reason} says why.

    Raises NotATable.
    """
    import msgspec

    try:
        return msgspec.convert(table_in(data, format), kind)
    except msgspec.ValidationError as error:
        raise NotATable(otherwise.format(reason=error)) from None
