"""Workbooks: real numbers and times, frozen heads, filters, sums below; in constant memory."""

from __future__ import annotations

import errno
import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING
from zoneinfo import ZoneInfo

from desktop_admin.domain.local_time import by_the_clock
from desktop_admin.domain.money import as_amount
from desktop_admin.files import whole_file
from desktop_admin.reports.sheets import (
    LONGEST_CELL,
    Amount,
    Book,
    Cell,
    Counter,
    Fact,
    Header,
    Row,
    Share,
    Sheet,
    Total,
    spread,
)
from desktop_admin.sources.base import Report

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

#: A sheet of a workbook ends at 1 048 576 rows: what is longer goes on in another.
ROWS_A_SHEET = 1_048_000
#: What a workbook cannot hold: unpaired halves of a sign.
_HALVES = re.compile("[\ud800-\udfff]")
#: What the name of a sheet may not hold, and what XML has no way to write.
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f\x7f\ufffe\uffff]")
_LONGEST_NAME = 31
#: How workbooks call that paper.
_A4 = 9
#: How wide a moment is, with its seconds.
_MOMENT_WIDTH = 19
#: Before this year a spreadsheet knows no days.
_FIRST_YEAR = 1900


def write_xlsx(
    path: Path,
    book: Book,
    zone: ZoneInfo,
    report: Report,
    *,
    rows_a_sheet: int = ROWS_A_SHEET,
) -> None:
    """Write a workbook in constant memory: real numbers and times, frozen heads, filters, what it
    all comes to below, and what is said of it in a sheet of its own. Raises as `write_book`."""
    counter = Counter(book.count, report)
    with whole_file(path) as part:
        with part.open("wb") as file, _workbook(file, counter) as workbook:
            writer = _BookWriter(workbook, zone, counter, rows_a_sheet)
            told = {"title": _text(book.title), "subject": _text(book.subtitle)}
            workbook.set_properties(told)
            if book.about_first:
                writer.about(book)
            for place, sheet in enumerate(book.sheets):
                writer.sheet(sheet, opened=place == book.main and not book.about_first)
            if not book.about_first:
                writer.about(book)
        # What was asked to stop at the very end does stop.
        counter.tell()


@contextmanager
def _workbook(file: IO[bytes], counter: Counter) -> Iterator[Workbook]:
    """A workbook that is put together at the end, and thrown away where that is not reached."""
    # Imported here: reading commands do not need it.
    import xlsxwriter
    from xlsxwriter.exceptions import FileCreateError, FileSizeError

    with tempfile.TemporaryDirectory(prefix="workbook") as folder:
        options = {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "tmpdir": folder,
        }
        target = _Target(file, counter)
        workbook = xlsxwriter.Workbook(target, options)
        try:
            yield workbook
            workbook.close()
        except FileCreateError as error:
            raise OSError(*error.args[0].args) from error
        except FileSizeError as error:
            raise OSError(errno.EFBIG, "") from error
        finally:
            target.given_up = True
            # Else the files it is made of stay open, and cannot be removed. On a full disk what
            # they still hold cannot be written either, which was told before.
            for sheet in workbook.worksheets():
                with suppress(OSError):
                    sheet._opt_close()  # noqa: SLF001 - nothing else closes an unfinished one


class _Target:
    """What a workbook is packed into. Where that failed, the packer still tries to end it when it
    is forgotten: then nobody listens."""

    def __init__(self, file: IO[bytes], counter: Counter) -> None:
        self._file = file
        self._counter = counter
        self.given_up = False

    def write(self, data: bytes) -> int:
        if self.given_up:
            return len(data)
        # Packing a million rows takes a while, in which one may want to stop it.
        self._counter.tell()
        return self._file.write(data)

    def seek(self, place: int, whence: int = 0) -> int:
        return 0 if self.given_up else self._file.seek(place, whence)

    def tell(self) -> int:
        return 0 if self.given_up else self._file.tell()

    def flush(self) -> None:
        if not self.given_up:
            self._file.flush()


class _BookWriter:
    """Writes the sheets of one workbook, row by row."""

    def __init__(
        self, workbook: Workbook, zone: ZoneInfo, counter: Counter, rows_a_sheet: int
    ) -> None:
        self._workbook = workbook
        self._zone = zone
        self._counter = counter
        self._rows_a_sheet = rows_a_sheet
        self._names: set[str] = set()
        #: Of the sheet at hand: the columns that hold moments, and of those that hold amounts or
        #: whole numbers the largest, in cents or as it is.
        self._moments: set[int] = set()
        self._largest: dict[int, int] = {}
        self._longest: dict[int, int] = {}
        formats = {"": "", "money": "#,##0.00", "share": "0.0%", "moment": "dd/mm/yyyy hh:mm:ss"}
        formats["day"] = "dd/mm/yyyy"
        self._formats = _formats(workbook, formats, {})
        self._strong = _formats(workbook, formats, {"bold": True, "top": 1})
        self._bold = workbook.add_format({"bold": True})
        self._head = workbook.add_format({"bold": True, "bottom": 1, "bg_color": "#F2F4F7"})
        self._wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})

    def sheet(self, sheet: Sheet, *, opened: bool) -> None:
        """Write one table, what it comes to last; a long one goes on in further sheets."""
        made = self._begun(sheet)
        if opened:
            made.activate()
        last, columns = 0, len(sheet.headers) - 1
        for row in self._counter.rows(sheet):
            if last == self._rows_a_sheet:
                made.autofilter(0, 0, last, columns)
                self._fit(made, sheet.headers)
                made = self._begun(sheet)
                last = 0
            last += 1
            self._row(made, last, row)
        made.autofilter(0, 0, last, columns)
        # An empty row keeps them out of what is filtered and sorted.
        for line, total in enumerate(sheet.totals(), start=last + 2):
            self._total(made, line, total, len(sheet.headers))
        self._fit(made, sheet.headers)

    def about(self, book: Book) -> None:
        """Write what is said of the tables."""
        if not book.facts:
            return
        name, what, value = book.about
        made = self._added(name, (Header(what, 34), Header(value, 100)))
        for line, fact in enumerate(book.facts, start=1):
            self._fact(made, line, fact)

    def _begun(self, sheet: Sheet) -> Worksheet:
        return self._added(sheet.name, sheet.headers)

    def _fit(self, made: Worksheet, headers: Sequence[Header]) -> None:
        """Make room for moments and numbers: in a column that is too narrow for one, a spreadsheet
        shows hashes in its place, or 1E+06."""
        wanted = {place: len(f"-{number}") for place, number in self._longest.items()}
        wanted |= dict.fromkeys(self._moments, _MOMENT_WIDTH)
        for place, cents in self._largest.items():
            wanted[place] = len(f"-{cents // 100:,}.00")
        for place, width in wanted.items():
            if width > headers[place].width:
                made.set_column(place, place, width)

    def _added(self, name: str, headers: Sequence[Header]) -> Worksheet:
        made = self._workbook.add_worksheet(self._free_name(name))
        self._moments.clear()
        self._largest.clear()
        self._longest.clear()
        made.freeze_panes(1, 0)
        made.repeat_rows(0)
        made.set_landscape()
        made.set_paper(_A4)
        # As wide as a page, and as long as it gets.
        made.fit_to_pages(1, 0)
        for place, header in enumerate(headers):
            made.set_column(place, place, header.width)
            made.write_string(0, place, _text(header.name), self._head)
        return made

    def _free_name(self, name: str) -> str:
        """A name that a workbook takes, and has not got yet."""
        bare = _NOT_IN_NAMES.sub(" ", _text(name)).strip("' ") or "1"
        found, number = _cut(bare, _LONGEST_NAME), 1
        while found.lower() in self._names:
            number += 1
            end = f" ({number})"
            found = _cut(bare, _LONGEST_NAME - len(end)) + end
        self._names.add(found.lower())
        return found

    def _row(self, made: Worksheet, line: int, row: Row) -> None:
        formats = self._formats
        for place, cell in enumerate(row):
            if cell is not None:
                self._cell(made, line, place, cell, formats)

    def _fact(self, made: Worksheet, line: int, fact: Fact) -> None:
        made.write_string(line, 0, _text(fact.name), self._bold)
        if isinstance(fact.value, str):
            made.write_string(line, 1, _text(fact.value), self._wrapped)
        else:
            self._cell(made, line, 1, fact.value, self._formats)

    def _total(self, made: Worksheet, line: int, total: Total, columns: int) -> None:
        where = spread(total, columns)
        cells = {**total.cells, where.name.start: total.name}
        if where.number is not None:
            cells[where.number] = total.number
        for place in range(max(columns, where.name.start + 1)):
            cell = cells.get(place)
            if cell is None:
                made.write_blank(line, place, None, self._strong[""])
            else:
                self._cell(made, line, place, cell, self._strong)

    def _cell(
        self, made: Worksheet, line: int, place: int, cell: Cell, formats: dict[str, Format]
    ) -> None:
        if isinstance(cell, str):
            made.write_string(line, place, _text(cell), formats[""])
        elif isinstance(cell, Amount):
            cents = cell.cents
            if abs(cents) > self._largest.get(place, 0):
                self._largest[place] = abs(cents)
            made.write_number(line, place, float(as_amount(cents)), formats["money"])
        elif isinstance(cell, datetime):
            self._moment(made, line, place, _local(cell, self._zone), formats)
        elif isinstance(cell, date):
            self._day(made, line, place, cell, formats)
        elif isinstance(cell, Share):
            made.write_number(line, place, cell.hundredths / 10_000, formats["share"])
        elif cell is not None:
            if abs(cell) > self._longest.get(place, 0):
                self._longest[place] = abs(cell)
            made.write_number(line, place, cell, formats[""])

    def _day(
        self, made: Worksheet, line: int, place: int, day: date, formats: dict[str, Format]
    ) -> None:
        if day.year < _FIRST_YEAR:
            made.write_string(line, place, day.isoformat(), formats[""])
        else:
            made.write_datetime(line, place, day, formats["day"])

    def _moment(
        self, made: Worksheet, line: int, place: int, local: datetime, formats: dict[str, Format]
    ) -> None:
        if local.year < _FIRST_YEAR:
            made.write_string(line, place, local.isoformat(" ", "seconds"), formats[""])
        else:
            self._moments.add(place)
            made.write_datetime(line, place, local.replace(microsecond=0), formats["moment"])


def _formats(
    workbook: Workbook, numbers: dict[str, str], more: dict[str, object]
) -> dict[str, Format]:
    """A format for each kind of cell; none where nothing is to be said of it."""
    return {
        kind: workbook.add_format({**({"num_format": code} if code else {}), **more})
        if code or more
        else None
        for kind, code in numbers.items()
    }


def _cut(name: str, longest: int) -> str:
    """The beginning of a name, at most so long as spreadsheets count, which is in halves."""
    while len(name.encode("utf-16-le")) > 2 * longest:
        name = name[:-1]
    return name.strip("' ")


def _text(text: str) -> str:
    """What a cell of a workbook can hold of a text."""
    cut = text[:LONGEST_CELL]
    if not cut.isprintable():
        cut = _HALVES.sub("\ufffd", cut)
    # So written, the library takes a text for marked up.
    return f"{cut} " if cut.startswith("<r>") and cut.endswith("</r>") else cut


def _local(moment: datetime, zone: ZoneInfo) -> datetime:
    return by_the_clock(moment, zone).replace(tzinfo=None)
