"""The doors of `facilitator agenda`: one function a command, no logic."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import click

from facilitator.cli_options import WholeSentences, home_option, length_options, people_option, start_option
from facilitator.words.language import gettext as _


@click.group(cls=WholeSentences, help=_("Find, show, check, make and change agendas."))
def agenda() -> None:
    """Find, show, check, make and change agendas."""


@agenda.command("list", help=_("The agendas to choose from: your own, then those of the program."))
@people_option
@click.option("--minutes", metavar="45", help=_("Only what can be done in this time, the nearest first."))
@click.option("--purpose", metavar="WORDS", help=_("Only those that speak of this, such as “listen”."))
@home_option
@click.pass_obj
def list_agendas(outer_home: str | None, /, home: str | None, **wishes: str | None) -> None:
    """List the agendas."""
    from facilitator.agenda_doors import list_lines

    _say(list_lines(home or outer_home, **wishes))


@agenda.command("show", help=_("An agenda with its sentences, to read before the meeting."))
@click.argument("name", metavar="AGENDA")
@click.option("--sheet", is_flag=True, help=_("One page with times, for when the chair's line drops."))
@click.option("--prepare", is_flag=True, help=_("Four questions for the person who brings the case."))
@people_option
@start_option
@length_options
@home_option
@click.pass_obj
def show(outer_home: str | None, /, name: str, home: str | None, **options: Any) -> None:
    """Show an agenda."""
    from facilitator.agenda_doors import show_lines

    _say(show_lines(home or outer_home, name, **options))


@agenda.command("fit", help=_("How an agenda is held by so many people in so much time, and why so."))
@click.argument("name", metavar="AGENDA")
@people_option
@length_options
@start_option
@home_option
@click.pass_obj
def fit(outer_home: str | None, /, name: str, home: str | None, **options: str | None) -> None:
    """Fit an agenda."""
    from facilitator.agenda_doors import fit_lines

    _say(fit_lines(home or outer_home, name, **options))


@agenda.command("check", help=_("Check agendas, files or names, and say what is wrong and where."))
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@home_option
@click.pass_obj
def check(outer_home: str | None, /, files: tuple[str, ...], home: str | None) -> int:
    """Check agenda files."""
    from facilitator.agenda_doors import check_agendas

    return check_agendas(home or outer_home, files)


@agenda.command("new", help=_("Make an agenda of your own, with four stages to begin from."))
@click.argument("name")
@home_option
@click.pass_obj
def new(outer_home: str | None, /, name: str, home: str | None) -> None:
    """Make an agenda."""
    from facilitator.agenda_doors import new_agenda

    _say(new_agenda(home or outer_home, name))


@agenda.command(
    "copy", help=_("Copy an agenda to your own, to be changed. Without NAME yours is used instead.")
)
@click.argument("source", metavar="AGENDA")
@click.argument("name", required=False)
@home_option
@click.pass_obj
def copy(outer_home: str | None, /, source: str, name: str | None, home: str | None) -> None:
    """Copy an agenda."""
    from facilitator.agenda_doors import copy_agenda

    _say(copy_agenda(home or outer_home, source, name))


@agenda.command("edit", help=_("Change an agenda on a screen. A shipped one becomes your own when you save."))
@click.argument("name", metavar="AGENDA")
@people_option
@start_option
@home_option
@click.pass_obj
def edit(
    outer_home: str | None, /, name: str, people: str | None, start: str | None, home: str | None
) -> int:
    """Edit an agenda."""
    from facilitator.agenda_doors import edit_agenda

    return edit_agenda(home or outer_home, name, people, start)


@agenda.command(
    "add", help=_("Add a programme's pack, a folder or a zip file: agendas, decks, topics and more.")
)
@click.argument("pack")
@click.option("--force", is_flag=True, help=_("Replace files of the same name."))
@home_option
@click.pass_obj
def add(outer_home: str | None, /, pack: str, force: bool, home: str | None) -> None:
    """Add a pack."""
    from facilitator.agenda_doors import add_pack

    _say(add_pack(home or outer_home, pack, force))


@agenda.command("topics", help=_("The pod's topics, those not used for longest first; or add one."))
@click.option("--add", metavar="TOPIC", help=_("Add this topic."))
@click.option("--about", metavar="QUESTION", help=_("What it asks of everyone, in a sentence."))
@home_option
@click.pass_obj
def topics(outer_home: str | None, /, add: str | None, about: str | None, home: str | None) -> None:
    """List the topics, or add one."""
    from facilitator.agenda_doors import topic_lines

    _say(topic_lines(home or outer_home, add, about))


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)
