"""`undo`: take back a change set."""

from typing import Any

import typer

from desktop_admin.cli.console import OK, PROBLEMS, progressing, say, say_json
from desktop_admin.cli.options import Format, of_format, of_source
from desktop_admin.cli.session import Session
from desktop_admin.domain.changes import Outcome, new_id
from desktop_admin.domain.journal import EntryFilter
from desktop_admin.domain.undo import standing, undo_set
from desktop_admin.reports import journal as journal_report


def add(app: typer.Typer, session: Session) -> None:
    """Add the command to `app`."""
    words = session.words
    source_option, format_option = of_source(words), of_format(words)
    which: Any = typer.Argument(metavar="CHANGE_SET", help=words.text("Its id in the journal."))

    @app.command(help=words.text("Take back a change set, as far as nothing changed since."))
    def undo(
        change_set: str = which,
        source: str = source_option,
        format: Format = format_option,  # noqa: A002 - the option's name
    ) -> int:
        with session.source(source) as opened:
            entries = opened.journal(EntryFilter(change_set=change_set))
            if not entries:
                raise typer.BadParameter(
                    words.text("the journal has no such change set"), param_hint="CHANGE_SET"
                )
            rows = standing(opened.journal_rows(change_set))
            if not rows and entries[0].applied:
                if format is Format.JSON:
                    say_json(journal_report.undo_json(change_set, Outcome("", 0, (), None)))
                else:
                    say(words.text("It was taken back already. Nothing was changed."))
                return PROBLEMS
            taken_back = undo_set(entries[0], rows, session.operator, new_id())
            with progressing(words) as report:
                outcome = opened.apply(taken_back, report)
        if format is Format.JSON:
            say_json(journal_report.undo_json(change_set, outcome))
        else:
            say(journal_report.undo_text(outcome, words))
        return PROBLEMS if outcome.left_alone else OK
