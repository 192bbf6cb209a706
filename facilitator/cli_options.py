"""Options that many commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from facilitator.words.language import gettext as _

Command = Callable[..., Any]


class WholeSentences(click.Group):
    """A group that lists each of its commands with all that is said of it.

    Left to the library, "it sends nothing" was cut to "it sends...", which says the opposite.
    """

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands."""
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        rows = [(name, one.help or "") for name, one in commands if one is not None and not one.hidden]
        with formatter.section(_("Commands")):
            formatter.write_dl(rows)


def home_option(command: Command) -> Command:
    """`--home DIR`: where sessions and own agendas lie."""
    return click.option(
        "--home",
        metavar="DIR",
        default=None,
        help=_("Where sessions lie, instead of the usual place."),
    )(command)


def people_option(command: Command) -> Command:
    """`--people`: a number, or names."""
    return click.option(
        "--people", metavar='4 | "Amina, Bintou"', help=_("How many people, or their names.")
    )(command)


def length_options(command: Command) -> Command:
    """`--minutes` and `--until`."""
    until = click.option("--until", metavar="20:30", help=_("When the meeting is to end."))
    minutes = click.option("--minutes", metavar="45", help=_("How long the meeting may take."))
    return minutes(until(command))


def start_option(command: Command) -> Command:
    """`--start`: when the meeting begins."""
    return click.option("--start", metavar="19:00", help=_("When the meeting begins."))(command)
