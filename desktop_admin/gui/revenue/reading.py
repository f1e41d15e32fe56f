"""What the screen of the revenue asks of the source, once for every view of it; for workers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from desktop_admin.domain.local_time import Grain, day_of
from desktop_admin.domain.measure import Rate, rates_of
from desktop_admin.domain.model import Boutique
from desktop_admin.domain.money import CDF, USD
from desktop_admin.domain.period import Period
from desktop_admin.domain.revenue import (
    Cell,
    Comparison,
    Cut,
    Expense,
    Takings,
    TimeKey,
    by_boutique,
    by_payment,
    compared,
)
from desktop_admin.gui.text import fill
from desktop_admin.sources.base import SalesSource

#: The longest period that is counted by hours, and the longest that is drawn by days.
HOURLY_DAYS = 31
DAILY_DAYS = 800
_WEEK, _MONTH = 7, 31


@dataclass(frozen=True, slots=True)
class Asked:
    """A period of the shop's zone, seen at a moment."""

    period: Period
    zone: ZoneInfo
    now: datetime

    @property
    def comparison(self) -> Comparison | None:
        """What it is compared with."""
        return compared(self.period, self.now, self.zone)

    @property
    def since(self) -> datetime | None:
        """The moment it begins; None: no matter."""
        return self.period.since(self.zone)

    @property
    def until(self) -> datetime | None:
        """The moment after it; None: no matter."""
        return self.period.until(self.zone)

    @property
    def running(self) -> bool:
        """Whether the period is not over."""
        today = self.now.astimezone(self.zone).date()
        first, last = self.period.first, self.period.last
        return (first is None or first <= today) and (last is None or today <= last)

    def cut(self, time: TimeKey, *, by_payment: bool = False) -> Cut:
        """The sales of the period, counted so."""
        return Cut(self.zone, self.since, self.until, time, by_payment)


@dataclass(frozen=True)
class Answer:
    """Everything the charts and the table are made of, whatever currency and grouping."""

    asked: Asked
    #: By hours or days, and by payment.
    cells: Sequence[Cell]
    time: TimeKey
    #: Of the comparison, by boutique alone.
    before: Sequence[Cell]
    #: None where the server keeps none.
    expenses: Sequence[Expense] | None
    expenses_before: Sequence[Expense] | None
    #: All boutiques, those too that are only named by sales or expenses and gone.
    boutiques: Mapping[int, Boutique]
    rates: Sequence[Rate]
    #: What occurs, francs and dollars first.
    currencies: tuple[str, ...]
    #: The first and last day that is drawn; None where there is no sale at all.
    days: tuple[date, date] | None

    @property
    def hourly(self) -> bool:
        """Whether it was counted by hours."""
        return self.time is TimeKey.HOUR

    @property
    def nothing(self) -> bool:
        """Whether no sale counts, in it or in what it is compared with."""
        return not any(cell.sales for cell in (*self.cells, *self.before))

    @cached_property
    def made(self) -> Mapping[int | None, Takings]:
        """By boutique id; None: the sales without boutique."""
        return by_boutique(self.cells)

    @cached_property
    def made_before(self) -> Mapping[int | None, Takings]:
        """The same of the comparison."""
        return by_boutique(self.before)

    @cached_property
    def newest(self) -> int | None:
        """The last hour, or hour in which a day begins, that has a sale."""
        return max((cell.hour for cell in self.cells if cell.hour is not None), default=None)

    @cached_property
    def payments(self) -> Mapping[str, Takings]:
        """By the code of the payment."""
        return by_payment(self.cells)

    @property
    def grains(self) -> tuple[Grain, ...]:
        """By what time can be drawn."""
        if self.days is None:
            return (Grain.DAY,)
        days = (self.days[1] - self.days[0]).days + 1
        found = []
        if self.time is TimeKey.HOUR:
            found.append(Grain.HOUR)
        if days <= DAILY_DAYS:
            found.append(Grain.DAY)
        if days > _WEEK:
            found.append(Grain.WEEK)
        if days > _MONTH:
            found.append(Grain.MONTH)
        return tuple(found)

    @property
    def fitting_grain(self) -> Grain:
        """By what time is drawn unless the operator says otherwise."""
        if self.days is None:
            return Grain.DAY
        days = (self.days[1] - self.days[0]).days + 1
        if days <= 2 and Grain.HOUR in self.grains:
            return Grain.HOUR
        if days <= 3 * _MONTH:
            return Grain.DAY
        return Grain.WEEK if days <= 400 else Grain.MONTH


def read(source: SalesSource, asked: Asked, gone: str) -> Answer:
    """Ask once for all of it; `gone`: how a boutique is called (%1: its id) that sales or expenses
    name and that is no longer there."""
    time = _time_of(asked.period)
    cut = asked.cut(time, by_payment=True)
    cells = source.revenue(cut)
    expenses = source.expenses(cut)
    before: Sequence[Cell] = ()
    before_spent: Sequence[Expense] | None = None if expenses is None else ()
    comparison = asked.comparison
    if comparison is not None:
        earlier = Cut(asked.zone, comparison.since, comparison.until)
        before = source.revenue(earlier)
        before_spent = source.expenses(earlier)
    return Answer(
        asked,
        cells,
        time,
        before,
        expenses,
        before_spent,
        _boutiques(source, [*cells, *before, *(expenses or ()), *(before_spent or ())], gone),
        rates_of(source.merchants()),
        _currencies([*cells, *before]),
        _days(asked, cells),
    )


def read_week(source: SalesSource, asked: Asked) -> Sequence[Cell]:
    """The period by the hours of the week, where it was not counted by hours anyway."""
    return source.revenue(asked.cut(TimeKey.WEEK_HOUR))


def _time_of(period: Period) -> TimeKey:
    if period.first is None or period.last is None:
        return TimeKey.DAY
    return TimeKey.HOUR if (period.last - period.first).days < HOURLY_DAYS else TimeKey.DAY


def _boutiques(
    source: SalesSource, named: Sequence[Cell | Expense], gone: str
) -> Mapping[int, Boutique]:
    found = {one.id: one for one in source.boutiques()}
    for id_ in {one.boutique_id for one in named if one.boutique_id is not None}:
        if id_ not in found:
            name = fill(gone, str(id_))
            found[id_] = Boutique(id_, name, 0, "", 0, "", "", "", False, False, False)
    return found


def _currencies(cells: Sequence[Cell]) -> tuple[str, ...]:
    found = {cell.currency for cell in cells if cell.sales}
    known = [code for code in (CDF, USD) if code in found]
    return (*known, *sorted(found.difference(known))) or (CDF,)


def _days(asked: Asked, cells: Sequence[Cell]) -> tuple[date, date] | None:
    """From the first to the last day that is drawn: of a running period until today."""
    hours = [cell.hour for cell in cells if cell.hour is not None]
    first, last = asked.period.first, asked.period.last
    if first is None or last is None:
        if not hours:
            return None
        return day_of(min(hours)), day_of(max(hours))
    today = asked.now.astimezone(asked.zone).date()
    end = max(first, min(last, today))
    if hours:
        # A zone's clock that was set back over midnight may show a day before or after.
        return min(first, day_of(min(hours))), max(end, day_of(max(hours)))
    return first, end
