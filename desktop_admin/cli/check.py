"""`check`: what the old `verifier` told."""

import typer

from desktop_admin.cli.console import OK, PROBLEMS, say, say_json
from desktop_admin.cli.options import Format, header, of_format, of_source
from desktop_admin.cli.session import Session
from desktop_admin.reports import check as check_report


def add(app: typer.Typer, session: Session) -> None:
    """Add the command to `app`."""
    words = session.words
    source_option, format_option = of_source(words), of_format(words)

    @app.command(help=words.text("Count everything, find orphan sales, say what is wrong."))
    def check(source: str = source_option, format: Format = format_option) -> int:  # noqa: A002 - the option's name
        with session.source(source, read_only=True) as opened:
            health = opened.health(session.clock())
            if format is Format.JSON:
                say_json({"source": opened.info().place, **check_report.as_json(health)})
            else:
                say(header(opened.info(), words))
                say(check_report.as_text(health, words))
        return OK if health.healthy else PROBLEMS
