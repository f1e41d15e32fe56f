"""`journal`: what was changed, by whom, and whether the chain holds."""

from typing import Any

import typer

from desktop_admin.cli.console import OK, PROBLEMS, complain, say, say_json
from desktop_admin.cli.options import Format, of_format, of_source
from desktop_admin.cli.session import Session
from desktop_admin.domain.journal import EntryFilter
from desktop_admin.reports import journal as journal_report
from desktop_admin.wording import changes as change_words


def add(app: typer.Typer, session: Session) -> None:
    """Add the command to `app`."""
    words = session.words
    source_option, format_option = of_source(words), of_format(words)
    limit_option: Any = typer.Option(50, min=1, help=words.text("How many entries."))
    which: Any = typer.Argument(
        None, metavar="[CHANGE_SET]", help=words.text("Show what this one changed, row by row.")
    )

    @app.command(help=words.text("Show what was changed, by whom, and whether the journal holds."))
    def journal(
        change_set: str | None = which,
        source: str = source_option,
        limit: int = limit_option,
        format: Format = format_option,  # noqa: A002 - the option's name
    ) -> int:
        with session.source(source, read_only=True) as opened:
            found = opened.check_journal()
            if change_set is not None:
                rows = opened.journal_rows(change_set)
                if format is Format.JSON:
                    say_json(journal_report.rows_json(rows))
                else:
                    say(journal_report.rows_text(rows, words))
            else:
                entries = opened.journal(EntryFilter(limit=limit))
                if format is Format.JSON:
                    say_json(journal_report.entries_json(entries, found))
                else:
                    say(journal_report.entries_text(entries, found, words))
        if change_set is not None and found.fault is not None:
            complain(change_words.check(words, found))
        return OK if found.fault is None else PROBLEMS
