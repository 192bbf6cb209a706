"""The door of `facilitator done`; no logic."""

from __future__ import annotations

import click

from facilitator.cli_options import home_option
from facilitator.words.language import gettext as _


@click.command(
    help=_(
        "Say that next steps of an earlier meeting are done: its session, and the numbers of their lines."
    ),
    epilog=_("Without words it lists the next steps that are open, those of the newest meeting first."),
)
@click.argument("session", required=False)
@click.argument("numbers", nargs=-1, metavar="[NUMBER]...")
@click.option("--not-done", is_flag=True, help=_("They are not done after all."))
@click.option("--owner", metavar="NAME", default="", help=_("List only the next steps of this person."))
@home_option
@click.pass_obj
def done(
    outer_home: str | None,
    /,
    session: str | None,
    numbers: tuple[str, ...],
    not_done: bool,
    owner: str,
    home: str | None,
) -> None:
    """Mark steps as done, or list the open ones."""
    from facilitator import done_doors

    place = home or outer_home
    troubles: list[str] = []
    if session and numbers:
        if owner:
            raise click.UsageError(_("--owner lists next steps; it says nothing of which are done."))
        lines = done_doors.mark(place, session, _lines_of(numbers), done=not not_done)
    elif not_done:
        raise click.UsageError(_("Say which: facilitator done SESSION NUMBER --not-done."))
    else:
        lines, troubles = done_doors.open_lines(place, session, owner)
    for line in lines:
        click.echo(line)
    for trouble in troubles:
        click.echo(trouble, err=True)


def _lines_of(words: tuple[str, ...]) -> tuple[int, ...]:
    for word in words:
        if not (word.isascii() and word.isdecimal() and len(word) < 10):
            said = _("{word} is not the number of a line. facilitator done without words lists them.")
            raise click.UsageError(said.format(word=word))
    return tuple(map(int, words))
