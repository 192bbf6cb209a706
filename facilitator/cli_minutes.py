"""The door of `facilitator minutes`, no logic."""

from __future__ import annotations

from typing import Any

import click

from facilitator.cli_options import home_option
from facilitator.minutes.forms.names import NAMES
from facilitator.words.language import gettext as _


@click.command(
    help=_("Print a session's minutes, write them to a file, or add them to a document that runs on.")
)
@click.argument("session")
@click.option(
    "--format",
    "form",
    type=click.Choice(NAMES),
    help=_("In which form; else as the ending of FILE says (not .txt), else md. chat is the short text."),
)
@click.option(
    "--audience",
    type=click.Choice(("pod", "beyond", "programme")),
    default="pod",
    help=_("For whom: pod when absent."),
)
@click.option("--timing", is_flag=True, help=_("Add planned and taken times."))
@click.option("--to", "target", metavar="FILE", help=_("Write to this file; - is the standard output."))
@click.option(
    "--append", "running", metavar="FILE", help=_("Put the short minutes on top of this .md or .txt, once.")
)
@click.option("--force", is_flag=True, help=_("Overwrite the file, or a part that somebody changed."))
@home_option
@click.pass_obj
def minutes(outer_home: str | None, /, session: str, home: str | None, **words: Any) -> None:
    """Hand over a session's minutes."""
    from facilitator.minutes_doors import hand_over

    hand_over(home or outer_home, session, **words)
