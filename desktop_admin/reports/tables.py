"""Tables as CSV and XLSX: numbers are numbers, times local times, text never a formula.

A file appears under its name only when it is complete."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from desktop_admin.domain.money import as_amount
from desktop_admin.files import whole_file
from desktop_admin.sources.base import Progress, Report, Step
from desktop_admin.wording.plain import not_a_formula
from desktop_admin.wording.words import Words

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet


class Amount(NamedTuple):
    """An amount in cents, written with two decimals."""

    cents: int


Cell = str | int | datetime | Amount | None
Rows = Iterable[Sequence[Cell]]

#: The longest text a cell of a spreadsheet takes; longer text is cut there, not in a CSV.
_LONGEST_CELL = 32_767
#: After so many rows it is told how far the writing is, and asked whether to go on.
_TOLD_EVERY = 500


class Header(NamedTuple):
    """A column: its name, and its width in characters."""

    name: str
    width: int


class Sheet(NamedTuple):
    """One table of a workbook, by its name."""

    name: str
    headers: Sequence[Header]
    rows: Rows


def told(rows: Rows, total: int, report: Report) -> Iterator[Sequence[Cell]]:
    """`rows` as they are, while `report` hears how many of `total` are written, and may cancel:
    then nothing appears under the file's name."""
    for number, row in enumerate(rows):
        if number % _TOLD_EVERY == 0:
            report(Progress(Step.WRITING, number, total))
        yield row


def write_table(path: Path, headers: Sequence[Header], rows: Rows, words: Words) -> None:
    """Write to `path`, as XLSX or, whatever else its ending, as CSV. Raises `OSError`."""
    write_book(path, [Sheet("", headers, rows)], words)


def write_book(path: Path, sheets: Sequence[Sheet], words: Words, main: int = 0) -> None:
    """Write all `sheets` to `path` as XLSX, open at the one numbered `main`; whatever else its
    ending, only that one, as CSV. Raises `OSError`, and whatever `rows` raise."""
    if path.suffix.lower() == ".xlsx":
        _write_xlsx(path, sheets, words, main)
    else:
        _write_csv(path, sheets[main], words)


def _write_csv(path: Path, sheet: Sheet, words: Words) -> None:
    """A CSV that the language's spreadsheets open by a double click: UTF-8 with its mark, the
    language's separator and decimal sign."""
    with whole_file(path) as part, part.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=words.separator)
        writer.writerow([header.name for header in sheet.headers])
        zone = ZoneInfo(words.zone)
        for row in sheet.rows:
            writer.writerow([_csv_cell(cell, words.decimal, zone) for cell in row])


def _csv_cell(cell: Cell, decimal: str, zone: ZoneInfo) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Amount):
        return str(as_amount(cell.cents)).replace(".", decimal)
    if isinstance(cell, datetime):
        return _local(cell, zone).isoformat(" ", "seconds")
    return not_a_formula(cell) if isinstance(cell, str) else str(cell)


def _write_xlsx(path: Path, sheets: Sequence[Sheet], words: Words, main: int) -> None:
    """A workbook in constant memory: real numbers and times, frozen headers, filters."""
    # Imported here: reading commands do not need it.
    import xlsxwriter

    with whole_file(path) as part:
        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        with xlsxwriter.Workbook(str(part), options) as workbook:
            writer = _SheetWriter(workbook, ZoneInfo(words.zone))
            for place, sheet in enumerate(sheets):
                made = workbook.add_worksheet(sheet.name or None)
                if place == main:
                    made.activate()
                writer.write(made, sheet)


class _SheetWriter:
    """Writes the sheets of one workbook, row by row."""

    def __init__(self, workbook: Workbook, zone: ZoneInfo) -> None:
        self._zone = zone
        self._bold = workbook.add_format({"bold": True})
        self._money = workbook.add_format({"num_format": "#,##0.00"})
        self._moment = workbook.add_format({"num_format": "dd/mm/yyyy hh:mm:ss"})

    def write(self, made: Worksheet, sheet: Sheet) -> None:
        """Write one sheet."""
        made.freeze_panes(1, 0)
        for place, header in enumerate(sheet.headers):
            made.set_column(place, place, header.width)
            made.write_string(0, place, header.name, self._bold)
        last = 0
        for last, row in enumerate(sheet.rows, start=1):
            for place, cell in enumerate(row):
                self._write_cell(made, last, place, cell)
        made.autofilter(0, 0, last, len(sheet.headers) - 1)

    def _write_cell(self, made: Worksheet, row: int, place: int, cell: Cell) -> None:
        if isinstance(cell, Amount):
            made.write_number(row, place, float(as_amount(cell.cents)), self._money)
        elif isinstance(cell, datetime):
            made.write_datetime(row, place, _local(cell, self._zone), self._moment)
        elif isinstance(cell, int):
            made.write_number(row, place, cell)
        elif cell is not None:
            made.write_string(row, place, cell[:_LONGEST_CELL])


def _local(moment: datetime, zone: ZoneInfo) -> datetime:
    return moment.astimezone(zone).replace(tzinfo=None)
