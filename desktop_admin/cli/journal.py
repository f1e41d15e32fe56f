"""`journal`: what was changed, by whom, and whether the chain holds."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import typer

from desktop_admin.cli.console import OK, PROBLEMS, complain, progressing, say, say_json
from desktop_admin.cli.options import Format, of_format, of_source
from desktop_admin.cli.session import Session
from desktop_admin.domain.changes import ChangeKind
from desktop_admin.domain.journal import EntryFilter
from desktop_admin.domain.period import Period, PeriodKind
from desktop_admin.reports import journal as journal_report
from desktop_admin.sources.base import SalesSource
from desktop_admin.wording import changes as change_words
from desktop_admin.wording.words import Words


class Kind(StrEnum):
    """What entries are for."""

    ASSIGN = ChangeKind.ASSIGN.value
    ACTIVATE = ChangeKind.ACTIVATE.value
    REPAIR = ChangeKind.REPAIR.value
    UNDO = ChangeKind.UNDO.value


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries were asked for, as they were typed."""

    operators: list[str]
    kinds: list[Kind]
    terminal: str | None
    sale: str | None
    boutique: int | None
    first: datetime | None
    last: datetime | None
    text: str
    limit: int

    def filter(self, source: SalesSource, words: Words) -> EntryFilter:
        """What to ask the source for; raises `BadParameter` for what the shop does not have."""
        since, until = self._between(words)
        return EntryFilter(
            since=since,
            until=until,
            operators=frozenset(self.operators) or None,
            kinds=frozenset(ChangeKind(one.value) for one in self.kinds) or None,
            terminal=self._terminal(source, words),
            sale=self._sale(source, words),
            boutique=self.boutique,
            text=self.text,
            limit=self.limit,
        )

    def _between(self, words: Words) -> tuple[datetime | None, datetime | None]:
        """Whole days in the shop's time zone, the last one included."""
        first, last = (one.date() if one else None for one in (self.first, self.last))
        try:
            period = Period(PeriodKind.FREE, first, last)
        except ValueError:
            told = words.text("the last day comes before the first")
            raise typer.BadParameter(told, param_hint="--to") from None
        zone = ZoneInfo(words.zone)
        return period.since(zone), period.until(zone)

    def _terminal(self, source: SalesSource, words: Words) -> int | None:
        if self.terminal is None:
            return None
        found = [one.id for one in source.terminals() if one.serial == self.terminal]
        if not found:
            raise typer.BadParameter(
                words.text("there is no terminal with this serial"), param_hint="--terminal"
            )
        return found[0]

    def _sale(self, source: SalesSource, words: Words) -> int | None:
        if self.sale is None:
            return None
        found = [one.id for one in source.search(self.sale).sales if one.number == self.sale]
        if not found:
            raise typer.BadParameter(words.text("no sale has this number"), param_hint="--sale")
        return found[0]


class _Options:
    """The command's options, with their help."""

    def __init__(self, words: Words) -> None:
        text, option = words.text, typer.Option
        day = ["%Y-%m-%d"]
        self.which: Any = typer.Argument(
            None, metavar="[CHANGE_SET]", help=text("Show what this one changed, row by row.")
        )
        self.limit: Any = option(50, min=1, help=text("How many entries."))
        self.operator: Any = option([], help=text("Only what this person did; may be repeated."))
        self.kind: Any = option([], help=text("Only entries of this kind; may be repeated."))
        self.terminal: Any = option(
            None, metavar="SERIAL", help=text("Only what was done to this terminal and its sales.")
        )
        self.sale: Any = option(
            None, metavar="NUMBER", help=text("Only what was done to this sale.")
        )
        self.boutique: Any = option(
            None, metavar="ID", help=text("Only what came to this boutique or left it.")
        )
        self.first: Any = option(None, "--from", formats=day, help=text("From this day on."))
        self.last: Any = option(None, "--to", formats=day, help=text("Up to this day, included."))
        self.text: Any = option("", help=text("Only entries that say this, or changed what does."))
        self.export: Any = option(
            None,
            metavar="FILE",
            dir_okay=False,
            help=text("Write the entries with all their rows to this CSV or XLSX file."),
        )


def add(app: typer.Typer, session: Session) -> None:
    """Add the command to `app`."""
    words = session.words
    source_option, format_option = of_source(words), of_format(words)
    options = _Options(words)

    @app.command(help=words.text("Show what was changed, by whom, and whether the journal holds."))
    def journal(
        change_set: str | None = options.which,
        source: str = source_option,
        limit: int = options.limit,
        operator: list[str] = options.operator,
        kind: list[Kind] = options.kind,
        terminal: str | None = options.terminal,
        sale: str | None = options.sale,
        boutique: int | None = options.boutique,
        first: datetime | None = options.first,
        last: datetime | None = options.last,
        text: str = options.text,
        export: Path | None = options.export,
        format: Format = format_option,  # noqa: A002 - the option's name
    ) -> int:
        wanted = Wanted(operator, kind, terminal, sale, boutique, first, last, text, limit)
        with session.source(source, read_only=True) as opened:
            found = opened.check_journal()
            if change_set is not None:
                _show_rows(opened, change_set, words, format)
            else:
                which = wanted.filter(opened, words)
                entries = opened.journal(which)
                if format is Format.JSON:
                    say_json(journal_report.entries_json(entries, found))
                else:
                    say(journal_report.entries_text(entries, found, words))
                if export is not None:
                    with progressing(words) as report:
                        journal_report.save(export, opened, which, words, report)
        if change_set is not None and found.fault is not None:
            complain(change_words.check(words, found))
        return OK if found.fault is None else PROBLEMS


def _show_rows(source: SalesSource, change_set: str, words: Words, shown: Format) -> None:
    rows = source.journal_rows(change_set)
    if shown is Format.JSON:
        say_json(journal_report.rows_json(rows))
    else:
        say(journal_report.rows_text(rows, words, journal_report.names_of(source, rows)))
