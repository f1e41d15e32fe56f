"""Tables as CSV and XLSX: numbers are numbers, times local times, text never a formula.

A file appears under its name only when it is complete."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from desktop_admin.domain.money import as_amount
from desktop_admin.files import whole_file
from desktop_admin.wording.plain import not_a_formula
from desktop_admin.wording.words import Words


class Amount(NamedTuple):
    """An amount in cents, written with two decimals."""

    cents: int


Cell = str | int | datetime | Amount | None
Rows = Iterable[Sequence[Cell]]

#: The longest text a cell of a spreadsheet takes; longer text is cut there, not in a CSV.
_LONGEST_CELL = 32_767


class Header(NamedTuple):
    """A column: its name, and its width in characters."""

    name: str
    width: int


def write_table(path: Path, headers: Sequence[Header], rows: Rows, words: Words) -> None:
    """Write to `path`, as XLSX or, whatever else its ending, as CSV. Raises `OSError`."""
    write: Callable[[Path, Sequence[Header], Rows, Words], None] = write_csv
    if path.suffix.lower() == ".xlsx":
        write = write_xlsx
    write(path, headers, rows, words)


def write_csv(path: Path, headers: Sequence[Header], rows: Rows, words: Words) -> None:
    """A CSV that the language's spreadsheets open by a double click: UTF-8 with its mark, the
    language's separator and decimal sign."""
    with whole_file(path) as part, part.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=words.separator)
        writer.writerow([header.name for header in headers])
        zone = ZoneInfo(words.zone)
        for row in rows:
            writer.writerow([_csv_cell(cell, words.decimal, zone) for cell in row])


def _csv_cell(cell: Cell, decimal: str, zone: ZoneInfo) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Amount):
        return str(as_amount(cell.cents)).replace(".", decimal)
    if isinstance(cell, datetime):
        return _local(cell, zone).isoformat(" ", "seconds")
    return not_a_formula(cell) if isinstance(cell, str) else str(cell)


def write_xlsx(path: Path, headers: Sequence[Header], rows: Rows, words: Words) -> None:
    """A workbook of one sheet, in constant memory: real numbers and times, frozen header,
    filter."""
    # Imported here: reading commands do not need it.
    import xlsxwriter

    with whole_file(path) as part:
        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        with xlsxwriter.Workbook(str(part), options) as workbook:
            sheet = workbook.add_worksheet()
            bold = workbook.add_format({"bold": True})
            money = workbook.add_format({"num_format": "#,##0.00"})
            moment = workbook.add_format({"num_format": "dd/mm/yyyy hh:mm:ss"})
            zone = ZoneInfo(words.zone)
            sheet.freeze_panes(1, 0)
            for place, header in enumerate(headers):
                sheet.set_column(place, place, header.width)
                sheet.write_string(0, place, header.name, bold)
            last = 0
            for last, row in enumerate(rows, start=1):
                for place, cell in enumerate(row):
                    if isinstance(cell, Amount):
                        sheet.write_number(last, place, float(as_amount(cell.cents)), money)
                    elif isinstance(cell, datetime):
                        sheet.write_datetime(last, place, _local(cell, zone), moment)
                    elif isinstance(cell, int):
                        sheet.write_number(last, place, cell)
                    elif cell is not None:
                        sheet.write_string(last, place, cell[:_LONGEST_CELL])
            sheet.autofilter(0, 0, last, len(headers) - 1)


def _local(moment: datetime, zone: ZoneInfo) -> datetime:
    return moment.astimezone(zone).replace(tzinfo=None)
