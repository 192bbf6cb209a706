"""The door of `facilitator beyond`: what a learning note needs before it may go, and taking a yes back."""

from __future__ import annotations

import click

from facilitator.cli_options import home_option
from facilitator.words.language import gettext as _


@click.command(help=_("Prepare what goes beyond the pod: no names, and a yes to exactly that text."))
@click.argument("session", required=False, default="last")
@click.option("--withdraw", metavar="NAME", help=_("Take back the yes of this person."))
@home_option
@click.pass_obj
def beyond(outer_home: str | None, /, session: str, withdraw: str | None, home: str | None) -> None:
    """Ask for what is missing, or take a yes back."""
    from facilitator.audiences import beyond_lines, withdraw_yes

    place = home or outer_home
    lines = withdraw_yes(place, session, withdraw) if withdraw else beyond_lines(place, session)
    for line in lines:
        click.echo(line)
