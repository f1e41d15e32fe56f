"""The command line: replaces the two old scripts, and serves whatever a script needs.

Exit codes: 0 all is well or done, 1 problems or orphans left, 2 usage, 3 the source cannot be
reached or read, 4 refused (read-only, not prepared, conflict), 130 cancelled.
"""

import getpass
import os
import socket
import sys
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import typer

from desktop_admin import __version__, logs, opening, settings
from desktop_admin.cli import check, connections, demo, journal, prepare, repair, revenue, undo
from desktop_admin.cli.console import (
    CANCELLED,
    OK,
    UNREACHABLE,
    USAGE,
    choose_language,
    complain,
    say,
    tell,
)
from desktop_admin.cli.options import Language
from desktop_admin.cli.session import Session
from desktop_admin.crash import CrashHook
from desktop_admin.domain.changes import Operator
from desktop_admin.domain.clock import Clock, frozen_clock, system_clock
from desktop_admin.sources.base import Cancelled, SourceError
from desktop_admin.wording.words import Words

NOW_VARIABLE = "BOUTIQUE_ADMIN_NOW"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    saved = settings.load(settings.default_path()).settings
    # Taken out wherever it stands: the help texts need it before the rest is understood.
    language, given = choose_language(given, saved.language)
    session = Session(
        words=Words(language, saved.time_zone),
        settings=saved,
        clock=_clock(),
        operator=Operator(getpass.getuser(), socket.gethostname()),
    )
    logs.start(settings.log_dir())
    hook = CrashHook(settings.log_dir())
    hook.install()
    try:
        return _run(make_app(session), given, session.words)
    finally:
        hook.uninstall()
        logs.stop()


def _clock() -> Clock:
    """The system's clock, or the moment that the environment names, so that runs repeat."""
    moment = os.environ.get(NOW_VARIABLE)
    return frozen_clock(datetime.fromisoformat(moment)) if moment else system_clock


def _run(app: typer.Typer, arguments: Sequence[str], words: Words) -> int:
    try:
        answer = app(args=list(arguments), standalone_mode=False, prog_name="desktop-admin")
    except SourceError as failure:
        return tell(words, failure)
    except opening.PasswordInTarget:
        complain(
            words.text(
                "A password on the command line can be read by others. Leave it out of the URL: "
                "it is taken from the credential store, from the environment variable "
                "BOUTIQUE_ADMIN_PASSWORD, or asked for."
            )
        )
        return USAGE
    except (Cancelled, KeyboardInterrupt, typer.Abort):
        complain(words.text("Cancelled. Nothing was changed."))
        return CANCELLED
    except typer.TyperException as misuse:
        complain(misuse.format_message())
        complain(words.text("“desktop-admin --help” tells what there is."))
        return USAGE
    except OSError as failure:
        complain(words.text("The file cannot be written: {detail}", detail=failure))
        return UNREACHABLE
    return answer if isinstance(answer, int) else OK


def make_app(session: Session) -> typer.Typer:
    """The commands, with their help in the session's language."""
    words = session.words
    app = typer.Typer(
        help=words.text("Finds sales that no shop can see, repairs them, and can undo it."),
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    language: Any = typer.Option(None, help=words.text("Language of texts and numbers."))
    version: Any = typer.Option(
        False, "--version", is_eager=True, callback=_say_version, help=words.text("The version.")
    )

    @app.callback()
    def root(language: Language | None = language, version: bool = version) -> None:
        # Both were dealt with before: the help texts need the language.
        del language, version

    for command in (check, revenue, repair, undo, journal, prepare, connections, demo):
        command.add(app, session)
    return app


def _say_version(wanted: bool) -> None:
    if wanted:
        say(f"Boutique Admin {__version__}")
        raise typer.Exit
