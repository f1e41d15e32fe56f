"""What leaves the program: tables of values with what is said of them. Knows no file and no Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import NamedTuple

from desktop_admin.domain.money import as_amount
from desktop_admin.sources.base import Progress, Report, Step

#: The longest text a cell of a spreadsheet takes; longer text is cut there, not in a CSV.
LONGEST_CELL = 32_767
#: After so many rows it is told how far the writing is, and asked whether to go on.
_TOLD_EVERY = 500


class Amount(NamedTuple):
    """An amount in cents, written with two decimals."""

    cents: int

    def plain(self) -> str:
        """With a point and two decimals."""
        return str(as_amount(self.cents))


class Share(NamedTuple):
    """A part of a whole in hundredths of a percent: 1234 is 12.34 %."""

    hundredths: int


#: A day is one of the shop's; a moment is told in the shop's time.
Cell = str | int | datetime | date | Amount | Share | None
Row = Sequence[Cell]
Rows = Iterable[Row]


class Header(NamedTuple):
    """A column: its name, and its width in characters."""

    name: str
    width: int
    #: Numbers stand at the right of their column.
    right: bool = False
    #: Where a text has no room, its end tells more than its middle.
    keep_end: bool = False
    #: Whether there is a place for it on paper, which is narrower than a screen.
    on_paper: bool = True
    #: Its numbers name something and count nothing.
    names: bool = False


class Total(NamedTuple):
    """A line below a table: what is summed there, of how many rows, and the sums by column."""

    name: str
    cells: Mapping[int, Cell] = {}
    number: int | None = None


class Fact(NamedTuple):
    """Something that is said of what leaves: the period, a filter, a definition."""

    name: str
    value: Cell


def _nothing() -> Sequence[Total]:
    return ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table. Its rows are made while they are written, so that they never lie in memory."""

    name: str
    headers: Sequence[Header]
    #: Begins with the first row, each time it is called.
    rows: Callable[[], Rows]
    #: How many rows there are.
    count: int
    #: What the rows come to; asked for when all of them were read.
    totals: Callable[[], Sequence[Total]] = _nothing
    #: How many lines the totals take at most.
    most_totals: int = 0
    #: How many lines of text a row has on paper.
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Book:
    """Tables that leave together, and what is said of them."""

    title: str
    sheets: Sequence[Sheet]
    facts: Sequence[Fact] = ()
    #: The sheet that is opened first, and that a CSV holds.
    main: int = 0
    #: How the sheet of the facts is called, and its two columns.
    about: tuple[str, str, str] = ("About", "What", "Value")
    about_first: bool = False
    #: What is said on every page of paper beside the title.
    subtitle: str = ""

    @property
    def count(self) -> int:
        """How many rows all tables have."""
        return sum(sheet.count for sheet in self.sheets)


class SumNames(NamedTuple):
    """How sums are called: of what counts and of all, with {currency} in it; and without any."""

    paid: str
    every: str
    paid_count: str
    every_count: str


class Sums:
    """What sales come to, added up as they go by: each currency by itself, what counts (paid and
    not cancelled) apart from all of them."""

    def __init__(self) -> None:
        self._every: dict[str, list[int]] = {}
        self._paid: dict[str, list[int]] = {}

    def add(self, currency: str, cents: int, *, counts: bool) -> None:
        """One more sale."""
        for found in (self._every, self._paid) if counts else (self._every,):
            held = found.get(currency)
            if held is None:
                found[currency] = [1, cents]
            else:
                held[0] += 1
                held[1] += cents

    def totals(self, names: SumNames, amount: int | None, currency: int | None) -> list[Total]:
        """Two lines for each currency; `amount` and `currency` are the columns these stand in.
        Where there is no column for amounts, how many sales there are."""
        if amount is None:
            paid, every = (sum(held[0] for held in of.values()) for of in (self._paid, self._every))
            return [Total(names.paid_count, {}, paid), Total(names.every_count, {}, every)]
        found = []
        for code in sorted(self._every):
            for name, of in ((names.paid, self._paid), (names.every, self._every)):
                count, cents = of.get(code, (0, 0))
                cells: dict[int, Cell] = {amount: Amount(cents)}
                if currency is not None:
                    cells[currency] = code
                found.append(Total(name.replace("{currency}", code), cells, count))
        return found


def summed(name: str, headers: Sequence[Header], rows: Iterable[Row]) -> Total:
    """The sum of each column of numbers; each column of amounts is of one currency."""
    cells: dict[int, Cell] = {}
    for row in rows:
        for place, (header, cell) in enumerate(zip(headers, row, strict=True)):
            if not header.right or header.names:
                continue
            known = cells.get(place)
            if isinstance(cell, Amount):
                cells[place] = Amount(
                    cell.cents + (known.cents if isinstance(known, Amount) else 0)
                )
            elif isinstance(cell, int):
                cells[place] = cell + (known if isinstance(known, int) else 0)
    return Total(name, cells)


class RowsChanged(Exception):
    """What is written is no longer what was looked at."""


class Counter:
    """Tells how far the writing of all tables of a book is, and asks whether to go on."""

    def __init__(self, total: int, report: Report) -> None:
        self._total = total
        self._report = report
        self._done = 0

    def rows(self, sheet: Sheet) -> Iterator[Row]:
        """The rows of a table. Raises `Cancelled`; and `RowsChanged` where they are not as many
        as were looked at."""
        number = 0
        for row in sheet.rows():
            if number % _TOLD_EVERY == 0:
                self.tell(number)
            number += 1
            if number > sheet.count:
                break
            yield row
        if number != sheet.count:
            raise RowsChanged
        self._done += number

    def tell(self, further: int = 0) -> None:
        """Say how far it is. Raises `Cancelled`."""
        self._report(Progress(Step.WRITING, self._done + further, self._total))


def held(book: Book, report: Report) -> Book:
    """The same book with all its rows in memory: for few."""
    counter = Counter(book.count, report)
    return replace(book, sheets=[_held(sheet, counter) for sheet in book.sheets])


def _held(sheet: Sheet, counter: Counter) -> Sheet:
    rows = list(counter.rows(sheet))
    totals = sheet.totals()
    return replace(sheet, rows=lambda: rows, totals=lambda: totals)


class Spread(NamedTuple):
    """Where the parts of a total stand among the columns of its table."""

    #: The columns its name may take: from the first free one to the one before the next figure.
    name: range
    #: Where the number of rows stands apart from the name; None: there is no column for it.
    number: int | None


def spread(total: Total, columns: int) -> Spread:
    """The name stands in the first free columns, the number in the last of them; where all columns
    have figures, the name stands behind them."""
    free = [place for place in range(columns) if place not in total.cells]
    if not free:
        return Spread(range(columns, columns + 1), None)
    first = free[0]
    end = next((place for place in range(first, columns) if place in total.cells), columns)
    if total.number is None or end - first < 2:
        return Spread(range(first, end), None)
    return Spread(range(first, end - 1), end - 1)
