"""The doors: one function a command, no logic. Contract 3 says what each takes and how it ends.

Exit 0: done; 1: it could not be done; 2: the words were wrong. Errors are one or two sentences on stderr.
"""

from __future__ import annotations

import io
import os
import sys
from typing import Any

import click

from facilitator import __version__
from facilitator.cli_agenda import agenda
from facilitator.cli_beyond import beyond
from facilitator.cli_done import done
from facilitator.cli_minutes import minutes
from facilitator.cli_options import WholeSentences, home_option
from facilitator.cli_search import search
from facilitator.cli_share import share
from facilitator.words.language import gettext as _


def run_command(words: list[str]) -> int:
    """Run one command line and return the exit status; no traceback reaches a person."""
    _open_missing_streams()
    _streams_in_utf8()
    try:
        result = program.main(args=list(map(_in_utf8, words)), prog_name="facilitator", standalone_mode=False)
        # Here, where what comes of it can be told: at the end of the program it cannot.
        sys.stdout.flush()
        return result if isinstance(result, int) else 0
    except click.UsageError as error:
        return _fail(_wrong_words(error), 2)
    except click.Abort:
        return 1
    except click.ClickException as error:
        return _fail(error.format_message(), error.exit_code)
    except BrokenPipeError:
        # The reader of our output went away; there is nobody left to tell.
        sys.stdout = io.StringIO()
        return 1
    except KeyboardInterrupt:
        return 1
    except Exception as error:  # noqa: BLE001 - told right below
        return _told(error, words)


def _told(error: Exception, words: list[str]) -> int:
    """Tell an error of ours, or of our output, in its sentence; any other is a fault of the program.

    A traceback of that would show what somebody typed, and stay in the terminal's scroll-back.
    """
    # Imported here, so that help and version load none of it.
    from facilitator.agenda.problem import AgendaError
    from facilitator.session.refused import Refused
    from facilitator.store.trouble import StoreError

    if isinstance(error, Refused):
        return _fail(error.sentence, 2)
    if isinstance(error, AgendaError | StoreError):
        return _fail(str(error), 1)
    if isinstance(error, OSError) and error.filename is None:
        # Files tell of their own trouble, above; what is left is our output, for which there is no room.
        # What is still held back for it must not fail once more when the program ends.
        sys.stdout = io.StringIO()
        why = error.strerror or type(error).__name__
        said = _("The output could not be written: {why}. Free some space there, or choose another place.")
        return _fail(said.format(why=why), 1)
    from facilitator.fault import fault_sentence
    from facilitator.store.places import home

    return _fail(fault_sentence(home(_home_in(words)), error), 1)


def _home_in(words: list[str]) -> str | None:
    """What `--home` says in these words, which may never have been read to their end."""
    for place, word in enumerate(words):
        if word == "--home" and place + 1 < len(words):
            return words[place + 1]
        if word.startswith("--home="):
            return word.removeprefix("--home=")
    return None


def _fail(sentence: str, status: int) -> int:
    try:
        print(sentence, file=sys.stderr, flush=True)
    except OSError:
        # Nobody can be told; the status still says it, if nothing is held back that fails at the end.
        sys.stderr = io.StringIO()
    return status


def _wrong_words(error: click.UsageError) -> str:
    """What is wrong with the words, and where the right ones stand."""
    command = error.ctx.command_path if error.ctx is not None else "facilitator"
    message = error.format_message().strip()
    if "\n" in message:
        # The library answers a group without a command with its whole help.
        message = _("One more word is needed after {command}.").format(command=command)
    if not message.endswith((".", "?")):
        message += "."
    return _("{message} What can be said is in: {command} --help").format(message=message, command=command)


def _open_missing_streams() -> None:
    """A program that was started with a closed stream reads and writes nothing there, and does not fail."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 - open to the end


def _in_utf8(word: str) -> str:
    """A word of the command line as UTF-8 where its bytes are that, whatever the locale took them for."""
    try:
        return os.fsencode(word).decode("utf-8")
    except UnicodeError:
        return word


def _streams_in_utf8() -> None:
    """Text is UTF-8 under any locale; what cannot be said in it is replaced, never fatal."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


@click.group(
    cls=WholeSentences,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help=_("Carries a peer-mentoring pod through its meeting and leaves minutes behind."),
    epilog=_("Without a command, the home screen opens."),
)
@click.version_option(__version__, "-V", "--version", message="facilitator %(version)s")
@home_option
@click.pass_context
def program(context: click.Context, home: str | None) -> int | None:
    """The home screen, where no command is given."""
    if context.invoked_subcommand is not None:
        context.obj = home
        return None
    from facilitator.doors import open_home

    return open_home(home)


@program.command(help=_("Run a meeting. AGENDA is a shipped name or a file; intervision when absent."))
@click.argument("agenda", required=False)
@click.option("--people", metavar='"Amina, Bintou"', help=_("Who is in the pod, with commas between."))
@click.option("--chair", metavar="NAME", help=_("Who chairs."))
@click.option("--keeper", metavar="NAME", help=_("Who keeps the record."))
@click.option("--giver", metavar="NAME", help=_("Who gives the case; several names where there are several."))
@click.option("--title", metavar="TITLE", default="", help=_("A title for the minutes; never on the screen."))
@click.option("--minutes", metavar="60", help=_("How long the meeting may take."))
@click.option("--until", metavar="20:30", help=_("When the meeting is to end, instead of --minutes."))
@click.option("--place", type=click.Choice(["video", "phone", "room"]), help=_("Where you meet."))
@click.option("--cases", metavar="2", help=_("How many cases or topics, where stages are run for each."))
@click.option("--theme", metavar="THEME", default="", help=_("What it is about: a topic of yours, or new."))
@click.option("--now", is_flag=True, help=_("Begin at once, without the lobby."))
@click.option("--plain", is_flag=True, help=_("Plain lines in and out, without a screen."))
@click.option("--rehearse", is_flag=True, help=_("Keep it as a rehearsal."))
@click.option("--speed", metavar="60", help=_("In a rehearsal: how many seconds go by in one."))
@home_option
@click.pass_obj
def run(outer_home: str | None, /, home: str | None, **words: Any) -> int:
    """Run a meeting."""
    from facilitator.doors import run_meeting

    return run_meeting(home or outer_home, **words)


@program.command(help=_("Practise alone: people come late and talk on. Afterwards: where the time went."))
@click.argument("agenda", required=False)
@click.option(
    "--people", metavar='"Amina, Bintou"', help=_("Who is there, the chair first; else five invented.")
)
@click.option("--speed", metavar="60", help=_("How many seconds go by in one; 12 when absent."))
@click.option("--minutes", metavar="60", help=_("How long the meeting may take."))
@click.option("--plain", is_flag=True, help=_("Plain lines in and out, without a screen."))
@click.option("--seed", metavar="TEXT", help=_("The same text gives the same mishaps."))
@click.option(
    "--report",
    metavar="[SESSION]",
    is_flag=False,
    flag_value="last",
    help=_("Only say where the time of a session went: of the last rehearsal, or of this one."),
)
@home_option
@click.pass_obj
def rehearse(
    outer_home: str | None, /, agenda: str | None, report: str | None, home: str | None, **words: Any
) -> int:
    """Practise alone."""
    from facilitator import rehearse as door

    if report is None:
        return door.rehearse(home or outer_home, agenda, **words)
    for line in door.report_lines(home or outer_home, report):
        click.echo(line)
    return 0


@program.command(help=_("Say where the settings lie, what each is now, and what it is for."))
@click.option("--write", is_flag=True, help=_("Make the file, with the defaults; one that is there stays."))
@home_option
def settings(write: bool, home: str | None) -> int:
    """Print the settings, or make the file."""
    from facilitator.doors import settings_lines

    lines, wrong = settings_lines(write)
    for line in lines:
        click.echo(line)
    return _fail(wrong, 1) if wrong else 0


@program.command(help=_("Go on with a session: a folder, its name, or last (which is meant when absent)."))
@click.argument("session", required=False, default="last")
@click.option("--plain", is_flag=True, help=_("Plain lines in and out, without a screen."))
@click.option("--away", type=click.Choice(["count", "skip"]), help=_("Count the time away, or leave it out."))
@home_option
@click.pass_obj
def resume(outer_home: str | None, /, session: str, plain: bool, away: str | None, home: str | None) -> int:
    """Go on with a session."""
    from facilitator.doors import resume_meeting

    return resume_meeting(home or outer_home, session, plain=plain, away=away or "")


@program.command(help=_("Let a session's notes go for good; takeaways, next steps and decisions stay."))
@click.argument("session")
@click.option("--notes", is_flag=True, help=_("Only the notes: questions, topics and the title stay too."))
@click.option("--yes", is_flag=True, help=_("Do not ask whether it is meant."))
@home_option
@click.pass_obj
def forget(outer_home: str | None, /, session: str, notes: bool, yes: bool, home: str | None) -> int:
    """Let the notes of a case go."""
    from facilitator.doors import forget_case

    def sure(question: str) -> bool:
        return yes or not sys.stdin.isatty() or click.confirm(question, default=False)

    lines = forget_case(home or outer_home, session, whole=not notes, sure=sure)
    for line in lines:
        click.echo(line)
    return 0


@program.command(help=_("List the sessions, newest first."))
@home_option
@click.pass_obj
def sessions(outer_home: str | None, home: str | None) -> None:
    """List the sessions."""
    from facilitator.doors import session_lines

    for line in session_lines(home or outer_home):
        click.echo(line)


@program.command(help=_("Hand in lines written elsewhere: a file, or - for standard input."))
@click.argument("session")
@click.argument("file")
@home_option
@click.pass_obj
def add(outer_home: str | None, /, session: str, file: str, home: str | None) -> int:
    """Hand in lines that were written elsewhere."""
    from facilitator.doors import add_lines

    return add_lines(home or outer_home, session, file)


@program.command(help=_("Show the room what it may see: a second window to share, or a page for a browser."))
@click.argument("session", required=False)
@click.option("--html", metavar="FILE", help=_("Keep this page current instead; open it in a browser."))
@click.option("--force", is_flag=True, help=_("Overwrite the file if it is there."))
@home_option
@click.pass_obj
def view(
    outer_home: str | None, /, session: str | None, html: str | None, force: bool, home: str | None
) -> int:
    """Show the room what it may see."""
    from facilitator.view import view_room

    return view_room(home or outer_home, session, html, force=force)


program.add_command(agenda)
program.add_command(beyond)
program.add_command(done)
program.add_command(search)
program.add_command(share)
program.add_command(minutes)
