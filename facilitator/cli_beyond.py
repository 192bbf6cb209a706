"""The door of `facilitator beyond`: what a learning note needs before it may go, and taking a yes back."""

from __future__ import annotations

import click

from facilitator.cli_options import home_option
from facilitator.words.language import gettext as _


@click.command(help=_("Prepare what goes beyond the pod: no names, and a yes to exactly that text."))
@click.argument("session", required=False, default="last")
@click.option("--withdraw", metavar="NAME", help=_("Take back the yes of this person."))
@click.option("--words", is_flag=True, help=_("List what was decided about words."))
@click.option("--word", metavar="WORD", help=_('Look for a word from now on: "Annie = a member".'))
@click.option("--ask-again", metavar="WORD", help=_("Take back what was decided about a word."))
@home_option
@click.pass_obj
def beyond(
    outer_home: str | None,
    /,
    session: str,
    withdraw: str | None,
    words: bool,
    word: str | None,
    ask_again: str | None,
    home: str | None,
) -> None:
    """Ask for what is missing, take a yes back, or see to the words that are remembered."""
    from facilitator.audiences import beyond_lines, glossary_lines, withdraw_yes

    place = home or outer_home
    if words or word is not None or ask_again is not None:
        lines = glossary_lines(place, word, ask_again)
    else:
        lines = withdraw_yes(place, session, withdraw) if withdraw else beyond_lines(place, session)
    for line in lines:
        click.echo(line)
