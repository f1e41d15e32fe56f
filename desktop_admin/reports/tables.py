"""Tables as CSV and XLSX: numbers are numbers, times local times, text never a formula.

A file appears under its name only when it is complete."""

from __future__ import annotations

import csv
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from desktop_admin.domain.local_time import by_the_clock
from desktop_admin.domain.money import as_amount
from desktop_admin.files import whole_file
from desktop_admin.reports.sheets import Amount, Book, Cell, Counter, Share, Sheet
from desktop_admin.reports.workbook import write_xlsx
from desktop_admin.sources.base import Report, silently
from desktop_admin.wording.plain import not_a_formula

if TYPE_CHECKING:
    from desktop_admin.wording.words import Words

XLSX, CSV = ".xlsx", ".csv"


class Dialect(NamedTuple):
    """How a CSV is written; with a mark that says it is UTF-8, whichever it is: without it,
    spreadsheets take the accents for something else."""

    separator: str
    decimal: str


#: As spreadsheets that speak French open it by a double click, and as all others do.
FRENCH, INTERNATIONAL = Dialect(";", ","), Dialect(",", ".")


def dialect_of(language: str) -> Dialect:
    """The one that the spreadsheets of a language open."""
    return FRENCH if language == "fr" else INTERNATIONAL


def write_book(
    path: Path,
    book: Book,
    zone: ZoneInfo,
    dialect: Dialect = INTERNATIONAL,
    report: Report = silently,
) -> None:
    """Write all tables of `book` to `path` as XLSX; whatever else its ending, only the main one,
    as CSV. Raises `OSError`, `RowsChanged`, and whatever `report` and the rows raise: then `path`
    is as it was."""
    if path.suffix.lower() == XLSX:
        write_xlsx(path, book, zone, report)
    else:
        write_csv(path, book.sheets[book.main], zone, dialect, report)


def save_book(path: Path, book: Book, words: Words, report: Report = silently) -> None:
    """The same, with a CSV as spreadsheets of the language open it."""
    write_book(path, book, ZoneInfo(words.zone), dialect_of(words.language), report)


def write_csv(path: Path, sheet: Sheet, zone: ZoneInfo, dialect: Dialect, report: Report) -> None:
    """Write one table: its head and its rows, nothing else. Raises as `write_book`."""
    counter = Counter(sheet.count, report)
    with whole_file(path) as part:
        with part.open("w", encoding="utf-8-sig", errors="replace", newline="") as file:
            writer = csv.writer(file, delimiter=dialect.separator)
            writer.writerow([not_a_formula(header.name) for header in sheet.headers])
            decimal = dialect.decimal
            for row in counter.rows(sheet):
                writer.writerow([csv_cell(cell, decimal, zone) for cell in row])
        # What was asked to stop while the last rows were written does stop.
        counter.tell()


def csv_cell(cell: Cell, decimal: str, zone: ZoneInfo) -> str:
    """One cell as a CSV holds it."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return not_a_formula(cell)
    if isinstance(cell, Amount):
        return cell.plain().replace(".", decimal)
    if isinstance(cell, Share):
        return f"{as_amount(cell.hundredths)}%".replace(".", decimal)
    if isinstance(cell, datetime):
        return by_the_clock(cell, zone).replace(tzinfo=None).isoformat(" ", "seconds")
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell)
