"""`prepare`: make the tables of the journal, by an explicit act."""

from typing import Any

import typer

from desktop_admin.cli.console import OK, say
from desktop_admin.cli.options import of_source
from desktop_admin.cli.session import Session


def add(app: typer.Typer, session: Session) -> None:
    """Add the command to `app`."""
    words = session.words
    source_option = of_source(words)
    sql_option: Any = typer.Option(
        False, "--sql", help=words.text("Print the statements instead of running them.")
    )

    @app.command(help=words.text("Make the journal's tables, once, so that changes can be made."))
    def prepare(source: str = source_option, sql: bool = sql_option) -> int:
        with session.source(source, read_only=sql) as opened:
            if sql:
                say(";\n\n".join(opened.preparation()) + ";")
                return OK
            if opened.info().prepared:
                say(words.text("This database was already prepared. Nothing was changed."))
                return OK
            opened.prepare()
            say(
                words.text(
                    "Prepared: the journal's tables are there, all named desktop_admin_…. "
                    "The shops' own tables were not touched."
                )
            )
        return OK
