"""The door of `facilitator search`; no logic."""

from __future__ import annotations

from typing import Any

import click

from facilitator.cli_options import home_option
from facilitator.words.language import gettext as _

_KINDS = ("note", "question", "takeaway", "step", "decision", "later")


@click.command(
    help=_("Look through all meetings for lines that hold these words."),
    epilog=_(
        "Signs are never commands: they only part words. Words that begin with a hyphen go behind --. "
        "The first row of each line that was found begins with its meeting, for: facilitator minutes."
    ),
)
@click.argument("words", nargs=-1)
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice(_KINDS, case_sensitive=False),
    help=_("Only this kind of line; may be repeated."),
)
@click.option("--owner", metavar="NAME", default="", help=_("Only next steps of this person."))
@click.option(
    "--since", metavar="2026-01", default="", help=_("Only meetings from this day, month or year on.")
)
@click.option(
    "--until", metavar="2026-06", default="", help=_("Only meetings up to this day, month or year.")
)
@click.option("--open", "open_only", is_flag=True, help=_("Only next steps that nobody has marked as done."))
@click.option("--rehearsals", is_flag=True, help=_("Look through rehearsals as well."))
@click.option(
    "--all", "everything", is_flag=True, help=_("Show all lines; a terminal gets the newest 200 otherwise.")
)
@click.option("--timing", is_flag=True, help=_("Say on stderr how long it took."))
@home_option
@click.pass_obj
def search(outer_home: str | None, /, home: str | None, **wishes: Any) -> None:
    """Search all meetings."""
    from facilitator import search_doors

    search_doors.search(home or outer_home, **wishes)
