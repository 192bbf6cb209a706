"""The doors of `facilitator share`: one function a command, no logic."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import click

from facilitator.cli_options import WholeSentences, home_option
from facilitator.minutes.forms.names import NAMES
from facilitator.words.language import gettext as _

if TYPE_CHECKING:
    from facilitator.minutes.document import Audience
    from facilitator.share_doors import Person

Command = Callable[..., Any]


@click.group(
    cls=WholeSentences,
    help=_("Copy, save or mail a session's minutes. Nothing goes before you have seen it."),
)
def share() -> None:
    """Copy, save or mail a session's minutes."""


def _audience(command: Command) -> Command:
    return click.option(
        "--audience",
        type=click.Choice(("pod", "beyond", "programme")),
        default="pod",
        help=_("For whom: pod when absent."),
    )(command)


def _mail_options(command: Command) -> Command:
    options = (
        click.option(
            "--owners", is_flag=True, help=_("One message for each owner, with only her next steps.")
        ),
        click.option(
            "--for", "to", multiple=True, metavar="ADDRESS", help=_("Who gets it, instead of the pod.")
        ),
        click.option("--attach", multiple=True, type=click.Choice(NAMES), help=_("A form to attach.")),
        click.option("--yes", is_flag=True, help=_("Do not show it first and ask.")),
    )
    for option in reversed(options):
        command = option(command)
    return command


@share.command("copy", help=_("Put the short text on the clipboard."))
@click.argument("session")
@_audience
@home_option
@click.pass_obj
def copy(outer_home: str | None, /, session: str, audience: Audience, home: str | None) -> None:
    """Copy the short text."""
    from facilitator.share_doors import copy_short

    click.echo(copy_short(home or outer_home, session, audience))


@share.command("save", help=_("Save the minutes in the folder that the settings name, or in another."))
@click.argument("session")
@click.option(
    "--format", "forms", multiple=True, type=click.Choice(NAMES), help=_("In which form; md when absent.")
)
@click.option("--to", "target", metavar="FOLDER", help=_("The folder."))
@click.option("--force", is_flag=True, help=_("Replace files that are there."))
@_audience
@home_option
@click.pass_obj
def save(
    outer_home: str | None,
    /,
    session: str,
    forms: tuple[str, ...],
    target: str | None,
    force: bool,
    audience: Audience,
    home: str | None,
) -> None:
    """Save the minutes in a folder."""
    from facilitator import share_doors
    from facilitator.share_settings import share_folder

    folder = target if target is not None else share_folder()
    for line in share_doors.save(
        home or outer_home, session, audience, forms or ("md",), folder, force=force
    ):
        click.echo(line)


@share.command("mail", help=_("Open the minutes as a message in your mail program; it sends nothing."))
@click.argument("session")
@click.option("--to", "target", metavar="FOLDER", help=_("Leave the message there as an .eml file instead."))
@click.option("--link", is_flag=True, help=_("Through a mailto: address, where there is no other way."))
@_mail_options
@_audience
@home_option
@click.pass_obj
def mail(
    outer_home: str | None,
    /,
    session: str,
    target: str | None,
    link: bool,
    yes: bool,
    audience: Audience,
    home: str | None,
    **words: Any,
) -> None:
    """Open the minutes in the mail program."""
    from facilitator import share_doors as doors
    from facilitator.share.preview import no_address

    found = doors.found(home or outer_home, session, audience)
    person = _person()
    letters = _letters(found, person, **words)
    notes = [one for one in (no_address(letters),) if one]
    doors.confirm(person, letters, audience, _("Open it in your mail program?"), sure=yes, notes=notes)
    for line in doors.to_mail_program(letters, found, target, link=link):
        click.echo(line)


@share.command("send", help=_("Send the minutes from your own mail account, to each person once."))
@click.argument("session")
@click.option("--again", is_flag=True, help=_("Also to those of whom it is not known whether they have it."))
@_mail_options
@_audience
@home_option
@click.pass_obj
def send(
    outer_home: str | None,
    /,
    session: str,
    again: bool,
    yes: bool,
    audience: Audience,
    home: str | None,
    **words: Any,
) -> int:
    """Send the minutes."""
    from facilitator import share_doors as doors
    from facilitator.share.outcome import had_before, had_words
    from facilitator.share.post import read_post
    from facilitator.share.preview import no_address
    from facilitator.share.whom import sendable
    from facilitator.share_settings import account, password

    found = doors.found(home or outer_home, session, audience)
    sender = account()
    person = _person()
    letters = _letters(found, person, **words)
    going = sendable(letters)
    notes = [no_address(letters, sending=True)] if len(going) < len(letters) or letters[0].without else []
    if not yes:
        notes += had_words(had_before(going, read_post(found.folder)))
    doors.confirm(person, going, audience, _("Send it now?"), sure=yes, notes=notes)
    said = doors.send_all(found, sender, password(sender, person), going, again=again)
    for line in said.lines:
        click.echo(line)
    return 0 if said.all_have_it else 1


@share.command(
    "people", help=_("The mail addresses that are known; with a name and an address, remember it.")
)
@click.argument("name", required=False)
@click.argument("address", required=False)
@home_option
@click.pass_obj
def people(outer_home: str | None, /, name: str | None, address: str | None, home: str | None) -> None:
    """List addresses, or remember one."""
    from facilitator.share_doors import person_lines

    for line in person_lines(home or outer_home, name, address):
        click.echo(line)


def _letters(found: Any, person: Person, owners: bool, to: Sequence[str], attach: Sequence[str]) -> Any:
    from facilitator.share_doors import letters_of

    return letters_of(found, person, to=to, only_owners=owners, attach=attach)


def _person() -> Person:
    from facilitator.share_doors import Person

    def page(lines: Sequence[str]) -> None:
        click.echo_via_pager("\n".join(lines) + "\n")

    def text(question: str) -> str:
        return str(click.prompt(question, default="", show_default=False, prompt_suffix=""))

    there = sys.stdin.isatty() and sys.stdout.isatty()
    return Person(lambda question: click.confirm(question, default=False), page, text, there)
