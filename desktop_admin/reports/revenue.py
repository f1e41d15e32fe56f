"""Revenue as text, JSON and CSV: each row a key, a boutique and a currency.

Every grouping tells the boutiques and the unattributed part apart, so that its rows add up to all
that was sold. Where nothing was sold there is no row."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from desktop_admin.domain.local_time import Grain, Span, bucket, spans
from desktop_admin.domain.money import Amounts, Money, plain
from desktop_admin.domain.revenue import Cell, Cut, Expense, TimeKey
from desktop_admin.reports.layout import Align, columns
from desktop_admin.sources.base import SalesSource
from desktop_admin.wording import revenue as wording
from desktop_admin.wording.plain import not_a_formula, one_line
from desktop_admin.wording.words import Words

#: The key of what has no boutique, and of sales whose time nobody can read.
UNATTRIBUTED, UNKNOWN = "unattributed", "unknown"
#: The columns of the CSV, and the keys of a row in JSON.
COLUMNS = ("key", "boutique_id", "name", "currency", "sales", "amount")
_DAY = timedelta(days=1)
#: What clocks do at one end of a period shows within this time of it.
_NEAR = 40 * _DAY
_HALF = _NEAR / 2
_EARLIEST, _LATEST = date.min + _NEAR, date.max - 2 * _NEAR


class By(StrEnum):
    """What revenue is grouped by, besides boutique and currency."""

    BOUTIQUE = "boutique"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    PAYMENT = "payment"


#: Which groupings expenses have a part in: they are noted by day and boutique.
SPENT_BY = frozenset({By.BOUTIQUE, By.DAY, By.WEEK, By.MONTH})
_TIMES: Mapping[By, tuple[TimeKey, Grain]] = {
    By.HOUR: (TimeKey.HOUR, Grain.HOUR),
    By.DAY: (TimeKey.DAY, Grain.DAY),
    By.WEEK: (TimeKey.DAY, Grain.WEEK),
    By.MONTH: (TimeKey.DAY, Grain.MONTH),
}


class NoExpensesError(Exception):
    """The database keeps no expenses, so there is no net revenue to tell."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for; `first` and `last` are days in `zone`, both included."""

    zone: ZoneInfo
    by: By = By.BOUTIQUE
    first: date | None = None
    last: date | None = None
    #: None: all of them.
    currencies: frozenset[str] | None = None
    #: Minus the expenses that were applied.
    net: bool = False


class Line(NamedTuple):
    """What one boutique sold in one currency, under one key."""

    key: str
    #: None: sales without boutique.
    boutique_id: int | None
    currency: str
    #: Paid and not cancelled.
    sales: int
    cents: int


@dataclass(frozen=True, slots=True)
class Revenue:
    """What was found."""

    wanted: Wanted
    lines: tuple[Line, ...]
    #: Of the boutiques that are in the database.
    names: Mapping[int, str]

    @property
    def totals(self) -> tuple[Line, ...]:
        """What the lines come to, a line for each currency."""
        return _by_currency(self.lines)

    @property
    def unattributed(self) -> tuple[Line, ...]:
        """The same of what has no boutique."""
        return _by_currency(one for one in self.lines if one.boutique_id is None)

    def name(self, boutique: int | None) -> str | None:
        """The boutique's name; None for no boutique, and for one that is not there."""
        return None if boutique is None else self.names.get(boutique)


def read(source: SalesSource, wanted: Wanted) -> Revenue:
    """Ask `source` for the revenue. Raises `NoExpensesError`."""
    cells: list[Cell] = []
    expenses: list[Expense] = []
    for since, until in moments(wanted.zone, wanted.first, wanted.last):
        time_key = _TIMES[wanted.by][0] if wanted.by in _TIMES else TimeKey.NONE
        cut = Cut(wanted.zone, since, until, time_key, by_payment=wanted.by is By.PAYMENT)
        if wanted.net:
            spent = source.expenses(cut)
            if spent is None:
                raise NoExpensesError
            expenses += spent
        cells += source.revenue(cut)
    names = {one.id: one.name for one in source.boutiques()}
    lines = lines_of(cells, expenses, wanted)
    return Revenue(wanted, tuple(sorted(lines, key=_order(wanted.by, names))), names)


def moments(
    zone: ZoneInfo, first: date | None, last: date | None
) -> Iterator[tuple[datetime | None, datetime | None]]:
    """The stretches of time in which the shop's clock shows a day from `first` to `last`, both
    included, and no other: one, but where the clock was set back over midnight; none where it
    skipped those days. None: without end on that side."""
    first = None if first is None or first.year == date.min.year else first
    last = None if last is None or last.year == date.max.year else last
    if first is not None and last is not None and last - first <= 2 * _NEAR:
        yield from _spans(zone, first, last)
        return
    # Of a long time only the ends are looked at: between them no day is left out. What the clock
    # does at the other end of what is looked at is of no matter.
    begins, ends = list[Span](), list[Span]()
    if first is not None:
        far = min(first, _LATEST) + _NEAR
        middle = max(far - _HALF, first)
        begins = [one for one in _spans(zone, first, far) if one.since.date() <= middle]
    if last is not None:
        far = max(last, _EARLIEST) - _NEAR
        middle = min(far + _HALF, last)
        ends = [one for one in _spans(zone, far, last) if one.until.date() >= middle]
    if (first is not None and not begins) or (last is not None and not ends):
        return
    yield from begins[:-1]
    yield (begins[-1].since if begins else None), (ends[0].until if ends else None)
    yield from ends[1:]


def _spans(zone: ZoneInfo, first: date, last: date) -> tuple[Span, ...]:
    return spans(zone, datetime.combine(first, time()), datetime.combine(last, time()) + _DAY)


def lines_of(cells: Iterable[Cell], expenses: Iterable[Expense], wanted: Wanted) -> Iterator[Line]:
    """The lines that these cells and expenses come to, in no order."""
    key = _key(wanted.by)
    sold = (
        (key(one), one.boutique_id, one.currency, one.sales, one.cents)
        for one in cells
        if one.sales
    )
    # An expense has a cell's boutique and hour, which is all that its keys are made of.
    spent = (
        (
            key(Cell(one.boutique_id, None, one.hour, "", one.currency, 0, 0, 0)),
            one.boutique_id,
            one.currency,
            0,
            -one.cents,
        )
        for one in expenses
    )
    which = wanted.currencies
    for line in _summed([*sold, *spent]):
        if which is None or line.currency in which:
            yield line


def _summed(parts: Iterable[tuple[str, int | None, str, int, int]]) -> tuple[Line, ...]:
    found: dict[tuple[str, int | None, str], list[int]] = {}
    for key, boutique, currency, sales, cents in parts:
        sums = found.setdefault((key, boutique, currency), [0, 0])
        sums[0] += sales
        sums[1] += cents
    return tuple(Line(*place, *sums) for place, sums in found.items())


def _by_currency(lines: Iterable[Line]) -> tuple[Line, ...]:
    sums = _summed(("", None, one.currency, one.sales, one.cents) for one in lines)
    return tuple(sorted(sums, key=lambda one: one.currency))


def _key(by: By) -> Callable[[Cell], str]:
    if by is By.BOUTIQUE:
        return lambda cell: UNATTRIBUTED if cell.boutique_id is None else str(cell.boutique_id)
    if by is By.PAYMENT:
        return lambda cell: cell.payment
    grain = _TIMES[by][1]
    known: dict[int | None, str] = {None: UNKNOWN}

    def of_time(cell: Cell) -> str:
        hour = cell.hour
        if hour is not None and hour not in known:
            known[hour] = time_key(bucket(hour, grain), grain)
        return known[hour]

    return of_time


def time_key(start: datetime, grain: Grain) -> str:
    """What an hour, day, week or month is called that begins at `start` (naive local time)."""
    if grain is Grain.HOUR:
        return start.isoformat(timespec="minutes")
    if grain is Grain.DAY:
        return start.date().isoformat()
    if grain is Grain.WEEK:
        year, week, _ = start.isocalendar()
        return f"{year:04}-W{week:02}"
    return f"{start.year:04}-{start.month:02}"


def _order(by: By, names: Mapping[int, str]) -> Callable[[Line], tuple[Any, ...]]:
    """By boutique: each currency by itself, the largest first; else by key, then by name. What has
    no boutique comes last."""

    def place(line: Line) -> tuple[Any, ...]:
        boutique = line.boutique_id
        nowhere = boutique is None
        name = names.get(boutique or 0, "").casefold()
        if by is By.BOUTIQUE:
            return line.currency, nowhere, -line.cents, name, boutique or 0
        return line.key == UNKNOWN, line.key, nowhere, name, boutique or 0, line.currency

    return place


def as_json(revenue: Revenue) -> dict[str, Any]:
    """Everything, in codes and figures; amounts are text with two decimals."""
    wanted = revenue.wanted
    nowhere = {one.currency: one for one in revenue.unattributed}
    return {
        "definition": wording.NET if wanted.net else wording.GROSS,
        "net": wanted.net,
        "by": wanted.by.value,
        "zone": wanted.zone.key,
        "from": wanted.first.isoformat() if wanted.first else None,
        "to": wanted.last.isoformat() if wanted.last else None,
        "rows": [dict(zip(COLUMNS, _cells(line, revenue), strict=True)) for line in revenue.lines],
        "totals": [
            {
                "currency": one.currency,
                "sales": one.sales,
                "amount": plain(one.cents),
                "unattributed_sales": nowhere[one.currency].sales if one.currency in nowhere else 0,
                "unattributed_amount": plain(
                    nowhere[one.currency].cents if one.currency in nowhere else 0
                ),
            }
            for one in revenue.totals
        ],
    }


def _cells(line: Line, revenue: Revenue) -> tuple[str | int | None, ...]:
    name = revenue.name(line.boutique_id)
    return line.key, line.boutique_id, name, line.currency, line.sales, plain(line.cents)


def as_csv(revenue: Revenue) -> str:
    """The rows for programs: commas, points, the names of the columns first."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for line in revenue.lines:
        key, boutique, name, currency, *rest = _cells(line, revenue)
        texts = [not_a_formula(str(one or "")) for one in (key, name, currency)]
        writer.writerow([texts[0], boutique, *texts[1:], *rest])
    return out.getvalue().rstrip("\n")


def as_text(revenue: Revenue, words: Words) -> str:
    """Everything for a console, in words; the definition stands above the figures."""
    wanted = revenue.wanted
    lines = [
        wording.definition(words, net=wanted.net),
        words.text(
            "Period: {period} · time zone {zone}",
            period=wording.period(words, wanted.first, wanted.last),
            zone=wanted.zone.key,
        ),
        "",
        *_table(revenue, words),
        *missing(revenue, words),
    ]
    if revenue.lines:
        lines += ["", words.text("Total, each currency by itself:"), *_totals(revenue, words)]
    return "\n".join(lines)


def _table(revenue: Revenue, words: Words) -> list[str]:
    if not revenue.lines:
        return [words.text("No paid and uncancelled sale in this period.")]
    by = revenue.wanted.by
    head = [words.text("Boutique"), words.text("Id"), words.text("Sales"), words.text("Revenue")]
    sides = [Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT]
    if by is not By.BOUTIQUE:
        head.insert(0, wording.heading(words, by))
        sides.insert(0, Align.LEFT)
    rows = [head]
    for line in revenue.lines:
        row = [
            _named(revenue, line.boutique_id, words),
            "" if line.boutique_id is None else str(line.boutique_id),
            words.number(line.sales),
            words.money(Money(line.currency, line.cents)),
        ]
        if by is not By.BOUTIQUE:
            unknown = words.text("unknown time")
            key = unknown if line.key == UNKNOWN and by in _TIMES else one_line(line.key, 40)
            row.insert(0, key)
        rows.append(row)
    return columns(rows, sides)


def _named(revenue: Revenue, boutique: int | None, words: Words) -> str:
    if boutique is None:
        return words.text("Unattributed")
    name = revenue.name(boutique)
    if name is None:
        return words.text("Boutique {id}, which is not there", id=boutique)
    return one_line(name, 40)


def _totals(revenue: Revenue, words: Words) -> list[str]:
    nowhere = {one.currency: one for one in revenue.unattributed}
    rows = []
    for one in revenue.totals:
        row = [
            words.money(Money(one.currency, one.cents)),
            words.count("{n} sale", "{n} sales", one.sales),
        ]
        if one.currency in nowhere:
            part = nowhere[one.currency]
            money = Amounts([(part.currency, part.cents)])
            row.append(words.text("of which unattributed: {amounts}", amounts=words.amounts(money)))
        rows.append(row)
    return columns(rows, [Align.RIGHT, Align.RIGHT])


def missing(revenue: Revenue, words: Words) -> list[str]:
    """What is to be said of currencies that were asked for and did not occur."""
    asked = revenue.wanted.currencies or frozenset()
    there = {line.currency for line in revenue.lines}
    return [
        words.text("No sale in {currency} in this period.", currency=one_line(one, 20))
        for one in sorted(asked - there)
    ]
