"""Revenue: what was sold, by the sale's own boutique, in the shop's own time.

"CA brut" is what is paid and not cancelled, each currency by itself; "CA net" is that minus the
expenses that were applied. Sales without boutique are in every total: their part is told apart,
never left out. The definition is that of the server's own reference dashboard.

One answer of the source, a list of cells, serves every grouping and every currency of it."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple, TypeVar
from zoneinfo import ZoneInfo

from desktop_admin.domain.local_time import Grain, bucket, week_hour
from desktop_admin.domain.money import Amounts
from desktop_admin.domain.period import Period, midnight

_Key = TypeVar("_Key", bound=Hashable)
_DAY = timedelta(days=1)


class TimeKey(StrEnum):
    """What time sales are counted by."""

    NONE = "none"
    HOUR = "hour"
    DAY = "day"
    #: The hour of the week, 0 to 167, Monday's first is 0.
    WEEK_HOUR = "week_hour"


@dataclass(frozen=True, slots=True)
class Cut:
    """Which sales are counted, and by what besides boutique and currency."""

    zone: ZoneInfo
    #: Sold at or after (aware, UTC).
    since: datetime | None = None
    #: Sold before (aware, UTC).
    until: datetime | None = None
    time: TimeKey = TimeKey.NONE
    by_payment: bool = False
    by_terminal: bool = False


class Cell(NamedTuple):
    """The sales of one boutique and one currency, and of one hour, payment and terminal where that
    was asked."""

    #: The sale's own; None: sales without boutique.
    boutique_id: int | None
    #: None where it was not asked, or the sale has none.
    terminal_id: int | None
    #: Hours since 0001-01-01 00:00 of the shop's time, of a day its first; or the hour of the
    #: week. None where it was not asked, or nobody can read when the sale was made.
    hour: int | None
    #: "" where it was not asked.
    payment: str
    currency: str
    #: Paid and not cancelled.
    sales: int
    #: What those come to.
    cents: int
    #: Whatever their state.
    all_sales: int


class Expense(NamedTuple):
    """What a boutique spent out of its till, as far as it was applied."""

    boutique_id: int
    #: Of the day of the cash report; as in `Cell`.
    hour: int | None
    currency: str
    cents: int


class Takings(NamedTuple):
    """What some sales come to, as far as they count."""

    sales: int = 0
    amounts: Amounts = Amounts()
    #: Whatever their state.
    all_sales: int = 0
    #: How many of those that count are in each currency.
    counts: Mapping[str, int] = Amounts()

    def sales_in(self, currencies: Iterable[str]) -> int:
        """How many of those that count are in any of these currencies."""
        return sum(self.counts.get(code, 0) for code in currencies)


NOTHING = Takings()


def total(cells: Iterable[Cell]) -> Takings:
    """What all cells come to."""
    return grouped(cells, _everything).get(None, NOTHING)


def by_boutique(cells: Iterable[Cell]) -> Mapping[int | None, Takings]:
    """Takings by boutique id; None: the sales without boutique."""
    return grouped(cells, lambda cell: cell.boutique_id)


def by_payment(cells: Iterable[Cell]) -> Mapping[str, Takings]:
    """Takings by the code of the payment."""
    return grouped(cells, lambda cell: cell.payment)


def by_week_hour(cells: Iterable[Cell]) -> Mapping[int, Takings]:
    """Takings by the hour of the week, from cells by hour or by hour of the week; sales of unknown
    time are in none."""
    known = (cell for cell in cells if cell.hour is not None)
    return grouped(known, lambda cell: week_hour(cell.hour or 0))


def over_time(
    cells: Iterable[Cell], grain: Grain
) -> Mapping[tuple[int | None, datetime | None], Takings]:
    """Takings by boutique id and the naive local time at which each hour, day, week or month
    begins; None for that: of unknown time."""
    starts: dict[int | None, datetime | None] = {None: None}

    def key(cell: Cell) -> tuple[int | None, datetime | None]:
        hour = cell.hour
        if hour is not None and hour not in starts:
            starts[hour] = bucket(hour, grain)
        return cell.boutique_id, starts[hour]

    return grouped(cells, key)


def grouped(cells: Iterable[Cell], key: Callable[[Cell], _Key]) -> dict[_Key, Takings]:
    """Takings by whatever `key` tells of a cell."""
    sums: dict[tuple[_Key, str], list[int]] = {}
    for cell in cells:
        at = key(cell), cell.currency
        found = sums.get(at)
        if found is None:
            sums[at] = [cell.sales, cell.cents, cell.all_sales]
        else:
            found[0] += cell.sales
            found[1] += cell.cents
            found[2] += cell.all_sales
    every: dict[_Key, int] = {}
    counts: dict[_Key, dict[str, int]] = {}
    money: dict[_Key, dict[str, int]] = {}
    for (place, currency), (sales, taken, all_sales) in sums.items():
        every[place] = every.get(place, 0) + all_sales
        count, amounts = counts.setdefault(place, {}), money.setdefault(place, {})
        if sales:
            count[currency], amounts[currency] = sales, taken
    return {
        place: Takings(sum(counts[place].values()), Amounts(money[place]), all_sales, counts[place])
        for place, all_sales in every.items()
    }


def spent(expenses: Iterable[Expense]) -> Mapping[int, Amounts]:
    """What was spent, by boutique id."""
    found: dict[int, dict[str, int]] = {}
    for expense in expenses:
        mine = found.setdefault(expense.boutique_id, {})
        mine[expense.currency] = mine.get(expense.currency, 0) + expense.cents
    return {boutique: Amounts(cents) for boutique, cents in found.items()}


def minus(amounts: Amounts, taken: Amounts) -> Amounts:
    """What is left of each currency; less than nothing where more was spent than sold."""
    return amounts + Amounts([(currency, -cents) for currency, cents in taken.items()])


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a period is compared with: the one before it, or the same elapsed part of that."""

    since: datetime
    until: datetime
    #: The days of it, both included.
    first: date
    last: date
    #: The period is not over yet, so it is compared with the same part of the one before.
    running: bool


def compared(period: Period, now: datetime, zone: ZoneInfo) -> Comparison | None:
    """What `period` is compared with at the moment `now` (aware).

    The period of the same length before it: a month with a month, a year with a year, else so
    many days with as many. Of a period that runs, only as much of the one before as has elapsed
    by the clock on the wall: the 29th at 15:20 ends the comparison on the 29th at 15:20, or with
    the shorter month. None for all dates, for a period without end, and one yet to come."""
    before = period.moved(-1)
    if before is None or before.first is None or before.last is None:
        return None
    if period.first is None or period.last is None:
        return None
    local = now.astimezone(zone).replace(tzinfo=None)
    if local.date() < period.first:
        return None
    since, until = midnight(before.first, zone), midnight(before.last + _DAY, zone)
    if local.date() > period.last:
        return Comparison(since, until, before.first, before.last, running=False)
    day = _same_day(period.first, period.last, before.first, local.date())
    same = datetime.combine(day, local.time(), zone)
    until = max(since, min(until, same.astimezone(UTC)))
    return Comparison(since, until, before.first, min(before.last, day), running=True)


def _same_day(first: date, last: date, before: date, today: date) -> date:
    """The day as far from `before` as today is from `first`: of whole years the same day of the
    same month, where there is one."""
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        year = before.year + today.year - first.year
        end = calendar.monthrange(year, today.month)[1]
        return date(year, today.month, min(today.day, end))
    return before + (today - first)


def _everything(_: Cell) -> None:
    return None
