"""One month of one boutique: what its sheet tells. Read once for all boutiques, as plain values."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import NamedTuple, TypeVar
from zoneinfo import ZoneInfo

from desktop_admin.domain.attribution import Part, attributed
from desktop_admin.domain.local_time import day_of
from desktop_admin.domain.model import Boutique
from desktop_admin.domain.money import CDF, USD, Amounts
from desktop_admin.domain.period import Period, PeriodKind
from desktop_admin.domain.repair import Proposal
from desktop_admin.domain.revenue import (
    NOTHING,
    Cell,
    Comparison,
    Cut,
    Expense,
    Takings,
    TimeKey,
    by_boutique,
    compared,
    spent,
)
from desktop_admin.reports.revenue import moments
from desktop_admin.sources.base import SalesSource

_Key = TypeVar("_Key", bound=Hashable)
_DAY = timedelta(days=1)
_WEEK = 7


class DayTakings(NamedTuple):
    """What was sold on a day, in one currency."""

    day: date
    sales: int
    cents: int


class WeekTakings(NamedTuple):
    """What was sold in the days of a week that are in the month, both included."""

    first: date
    last: date
    sales: int
    cents: int


class PaymentTakings(NamedTuple):
    """What was paid one way; `payment` is the server's code."""

    payment: str
    sales: int
    cents: int


@dataclass(frozen=True, slots=True)
class CurrencyPart:
    """Everything that is told of one currency. Amounts are before expenses but `net`."""

    currency: str
    sales: int
    cents: int
    #: None where the server keeps no expenses.
    spent: int | None
    #: In the month before, or the same elapsed part of it; None: it is compared with nothing.
    before: int | None
    #: Every day that has begun.
    days: tuple[DayTakings, ...]
    weeks: tuple[WeekTakings, ...]
    #: The largest first.
    payments: tuple[PaymentTakings, ...]
    #: The day that is not over; None: all are.
    unfinished: date | None = None

    @property
    def net(self) -> int | None:
        """Minus the expenses that were applied; None where nobody knows them."""
        return None if self.spent is None else self.cents - self.spent

    @property
    def best(self) -> DayTakings | None:
        """The day that brought most; None where nothing was sold."""
        return max(self._sold, key=lambda one: (one.cents, one.day), default=None)

    @property
    def weakest(self) -> DayTakings | None:
        """The day that brought least, of those that are over and on which something was sold; None
        where there is no other than the best."""
        over = [one for one in self._sold if one.day != self.unfinished]
        found = min(over, key=lambda one: (one.cents, one.day), default=None)
        return None if found == self.best else found

    @property
    def _sold(self) -> list[DayTakings]:
        return [one for one in self.days if one.sales]


@dataclass(frozen=True, slots=True)
class MonthlySheet:
    """What one sheet tells."""

    boutique: Boutique
    first: date
    last: date
    zone: ZoneInfo
    made_at: datetime
    #: The month is not over.
    running: bool
    comparison: Comparison | None
    #: Whether the server keeps expenses.
    spends: bool
    #: Francs and dollars first.
    parts: tuple[CurrencyPart, ...]
    #: Sales without boutique of this month that every witness places here; None: not known.
    waiting: Part | None

    @property
    def sales(self) -> int:
        """Those that count, in all currencies."""
        return sum(part.sales for part in self.parts)


@dataclass(frozen=True, slots=True)
class Month:
    """The month of all boutiques, in one answer of the source."""

    first: date
    last: date
    zone: ZoneInfo
    made_at: datetime
    comparison: Comparison | None
    boutiques: Mapping[int, Boutique]
    cells: Mapping[int | None, Sequence[Cell]]
    before: Mapping[int | None, Takings]
    #: None where the server keeps none.
    expenses: Mapping[int, Amounts] | None
    waiting: Mapping[int, Part] | None = field(default=None)

    @property
    def today(self) -> date:
        """The day on which it was made."""
        return self.made_at.astimezone(self.zone).date()

    @property
    def running(self) -> bool:
        """Whether the month is not over."""
        return self.today <= self.last


def month_of(day: date) -> tuple[date, date]:
    """The first and the last day of its month."""
    return day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1])


def read(
    source: SalesSource,
    month: date,
    zone: ZoneInfo,
    now: datetime,
    proposals: Iterable[Proposal] | None = None,
) -> Month:
    """Ask for the month of that day, of all boutiques at once; `proposals`: of the plan of all
    orphans, where there is one."""
    first, last = month_of(month)
    cells: list[Cell] = []
    expenses: list[Expense] | None = []
    stretches: list[tuple[datetime | None, datetime | None]] = []
    for since, until in moments(zone, first, last):
        cut = Cut(zone, since, until, TimeKey.DAY, by_payment=True)
        cells += source.revenue(cut)
        taken = source.expenses(cut)
        expenses = None if taken is None or expenses is None else [*expenses, *taken]
        stretches.append((since, until))
    comparison = compared(Period(PeriodKind.FREE, first, last), now, zone)
    before: Sequence[Cell] = ()
    if comparison is not None:
        before = source.revenue(Cut(zone, comparison.since, comparison.until))
    return Month(
        first,
        last,
        zone,
        now,
        comparison,
        {one.id: one for one in source.boutiques()},
        _grouped(cells, lambda cell: cell.boutique_id),
        by_boutique(before),
        None if expenses is None else spent(expenses),
        None if proposals is None else _waiting(list(proposals), stretches, cells),
    )


def _waiting(
    proposals: Sequence[Proposal],
    stretches: Iterable[tuple[datetime | None, datetime | None]],
    cells: Iterable[Cell],
) -> Mapping[int, Part] | None:
    """What waits for the repair, by boutique; None where the plan does not speak of the very sales
    that were counted: it is older than they are."""
    found: dict[int, Part] = {}
    sales, amounts = 0, Amounts()
    for since, until in stretches:
        attribution = attributed(proposals, since, until)
        for boutique, part in attribution.ready.items():
            known = found.get(boutique, Part())
            found[boutique] = Part(known.amounts + part.amounts, known.ids + part.ids)
        whole = attribution.whole
        sales, amounts = sales + len(whole.ids), amounts + whole.amounts
    nowhere = by_boutique(cells).get(None, NOTHING)
    return found if (sales, amounts) == (nowhere.sales, nowhere.amounts) else None


def sheet(month: Month, boutique: int) -> MonthlySheet:
    """The sheet of one boutique; asks nothing."""
    cells = month.cells.get(boutique, ())
    taken = Amounts() if month.expenses is None else month.expenses.get(boutique, Amounts())
    before = month.before.get(boutique, NOTHING).amounts
    by_currency = _grouped((cell for cell in cells if cell.sales), lambda cell: cell.currency)
    codes = {*by_currency, *taken, *before}
    known = [code for code in (CDF, USD) if code in codes]
    return MonthlySheet(
        boutique=month.boutiques[boutique],
        first=month.first,
        last=month.last,
        zone=month.zone,
        made_at=month.made_at,
        running=month.running,
        comparison=month.comparison,
        spends=month.expenses is not None,
        parts=tuple(
            _part(
                month,
                code,
                by_currency.get(code, ()),
                None if month.expenses is None else taken[code],
                None if month.comparison is None else before[code],
            )
            for code in (*known, *sorted(codes.difference(known)))
        ),
        waiting=None if month.waiting is None else month.waiting.get(boutique, Part()),
    )


def _part(
    month: Month, currency: str, cells: Sequence[Cell], taken: int | None, before: int | None
) -> CurrencyPart:
    by_day = _grouped(cells, lambda cell: None if cell.hour is None else day_of(cell.hour))
    end = min(month.last, max(month.today, max(filter(None, by_day), default=month.first)))
    # A month that is yet to come has no day.
    length = (end - month.first).days + 1 if month.today >= month.first or by_day else 0
    days = tuple(
        DayTakings(day, *_sum(by_day.get(day, ())))
        for day in (month.first + number * _DAY for number in range(length))
    )
    by_payment = _grouped(cells, lambda cell: cell.payment)
    payments = [PaymentTakings(code, *_sum(some)) for code, some in by_payment.items()]
    payments.sort(key=lambda one: (-one.cents, one.payment))
    sales, cents = _sum(cells)
    return CurrencyPart(
        currency,
        sales,
        cents,
        taken,
        before,
        days,
        _weeks(days),
        tuple(payments),
        month.today if month.running else None,
    )


def _weeks(days: Sequence[DayTakings]) -> tuple[WeekTakings, ...]:
    by_week = _grouped(days, lambda one: (one.day.toordinal() - 1) // _WEEK)
    return tuple(
        WeekTakings(
            some[0].day,
            some[-1].day,
            sum(one.sales for one in some),
            sum(one.cents for one in some),
        )
        for some in by_week.values()
    )


def _sum(cells: Iterable[Cell]) -> tuple[int, int]:
    found = list(cells)
    return sum(cell.sales for cell in found), sum(cell.cents for cell in found)


_Value = TypeVar("_Value")


def _grouped(values: Iterable[_Value], key: Callable[[_Value], _Key]) -> dict[_Key, list[_Value]]:
    found: dict[_Key, list[_Value]] = {}
    for value in values:
        found.setdefault(key(value), []).append(value)
    return found
