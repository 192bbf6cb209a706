"""Small TOML files of ours in the home folder, which people may mend by hand: read, or said why not."""

from __future__ import annotations

from typing import Any

from facilitator.words.language import gettext as _


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
