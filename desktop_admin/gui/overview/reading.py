"""What the overview asks for, each part by itself; for workers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from desktop_admin.domain.local_time import (
    HOURS_A_DAY,
    Grain,
    bucket,
    local_hour,
    next_bucket,
    start_of,
)
from desktop_admin.domain.model import Boutique, RejectedSale, Terminal
from desktop_admin.domain.movement import Movers, movers
from desktop_admin.domain.overview import LATELY, Switch
from desktop_admin.domain.period import Period, PeriodKind, chosen
from desktop_admin.domain.revenue import (
    Cell,
    Comparison,
    Cut,
    Takings,
    TimeKey,
    by_boutique,
    compared,
    over_time,
    total,
)
from desktop_admin.domain.rhythm import HOURS_KNOWN
from desktop_admin.gui.overview.words import in_order
from desktop_admin.sources.arriving import NewestSales
from desktop_admin.sources.base import SalesSource

#: A sale that is received now may be dated a little later than this clock.
_AHEAD = timedelta(days=1)
#: Up to so many days are drawn by the hour, by the day, by the week.
_BY_HOUR, _BY_DAY, _BY_WEEK = 2, 92, 400


@dataclass(frozen=True, slots=True)
class Shop:
    """Who is there, and whose sales came last."""

    boutiques: Mapping[int, Boutique]
    terminals: Mapping[int, Terminal]
    newest: NewestSales
    #: Terminals that are switched off and sold lately.
    switched_off: Mapping[int, Switch]

    @property
    def last(self) -> Mapping[int, datetime]:
        """When the last sale of each terminal came, by its id."""
        newest = self.newest.terminals.items()
        return {id_: one.at for id_, one in newest if one.at is not None}


def read_shop(source: SalesSource, now: datetime) -> Shop:
    """Read terminals and boutiques, and the ends of their sales."""
    terminals = {one.id: one for one in source.terminals()}
    newest = source.newest_sales()
    off: dict[int, Switch] = {}
    for one in terminals.values():
        last = newest.terminals.get(one.id)
        sold = last.sold_at if last is not None else None
        if not one.active and sold is not None and now - sold < LATELY:
            bounds = [now - LATELY, now + _AHEAD]
            (figures,) = source.figures_between(bounds, terminal=one.id)
            if figures.sales:
                off[one.id] = Switch(figures.sales, figures.amounts, sold)
    boutiques = {one.id: one for one in source.boutiques()}
    return Shop(boutiques, terminals, newest, off)


@dataclass(frozen=True, slots=True)
class Revenue:
    """The sales of the period and of what it is compared with, by boutique and time."""

    period: Period
    comparison: Comparison | None
    cells: Sequence[Cell]
    before: Sequence[Cell]
    #: What the sales are drawn by, and when each step begins (naive local), of both.
    grain: Grain
    steps: Sequence[datetime]
    steps_before: Sequence[datetime]
    #: Whether the last step is not over.
    running: bool
    #: Which day it was, and what was sold on it, by boutique.
    day: date | None
    today: Mapping[int | None, Takings]
    #: What the cells come to, and those before.
    total: Takings
    total_before: Takings
    #: By currency: what was taken in each step, and which boutiques moved most.
    lines: Mapping[str, Sequence[int]]
    lines_before: Mapping[str, Sequence[int]]
    movers: Mapping[str, Movers]

    @property
    def currencies(self) -> list[str]:
        """Every currency that occurs, in the order in which people tell them."""
        return in_order({*self.total.amounts, *self.total_before.amounts})


def read_revenue(source: SalesSource, period: Period, now: datetime, zone: ZoneInfo) -> Revenue:
    """Count the sales of a period, of the one before, and of today: one pass over each."""
    comparison = compared(period, now, zone)
    days = _days(period)
    time = TimeKey.HOUR if days is not None and days <= _BY_HOUR else TimeKey.DAY
    cells = source.revenue(Cut(zone, period.since(zone), period.until(zone), time))
    before: Sequence[Cell] = ()
    if comparison is not None:
        before = source.revenue(Cut(zone, comparison.since, comparison.until, time))
    today = chosen(PeriodKind.TODAY, now.astimezone(zone).date())
    first, last = _ends(period, cells)
    grain = _grain(time, first, last)
    end = _end(last, cells, local_hour(now, zone)) if comparison and comparison.running else last
    steps = _steps(first, end, grain)
    steps_before = _steps_before(comparison, grain, len(steps))
    whole, whole_before = total(cells), total(before)
    codes = {*whole.amounts, *whole_before.amounts}
    return Revenue(
        period,
        comparison,
        cells,
        before,
        grain,
        steps,
        steps_before,
        running=_runs(steps, grain, now, zone),
        day=today.first,
        today=by_boutique(_of_today(source, period, cells, today, zone)),
        total=whole,
        total_before=whole_before,
        lines=_lines(cells, grain, steps, codes),
        lines_before=_lines(before, grain, steps_before, codes),
        movers={code: movers(cells, before, code) for code in codes} if comparison else {},
    )


def _lines(
    cells: Sequence[Cell], grain: Grain, steps: Sequence[datetime], codes: Collection[str]
) -> dict[str, list[int]]:
    """What was taken in each step, by currency."""
    taken: dict[tuple[str, datetime | None], int] = {}
    for (_, step), takings in over_time(cells, grain).items():
        for code, cents in takings.amounts.items():
            taken[code, step] = taken.get((code, step), 0) + cents
    return {code: [taken.get((code, step), 0) for step in steps] for code in codes}


def _runs(steps: Sequence[datetime], grain: Grain, now: datetime, zone: ZoneInfo) -> bool:
    """Whether the last step is not over."""
    local = now.astimezone(zone).replace(tzinfo=None)
    return bool(steps) and steps[-1] <= local < next_bucket(steps[-1], grain)


def _of_today(
    source: SalesSource, period: Period, cells: Sequence[Cell], today: Period, zone: ZoneInfo
) -> Sequence[Cell]:
    """The sales of today: those of the period that were counted anyway, where it has them."""
    begin = today.since(zone)
    if begin is None:
        return ()
    starts = period.first is None or begin >= (period.since(zone) or begin)
    ends = period.until(zone)
    if starts and (ends is None or begin < ends):
        first = local_hour(begin, zone)
        first -= first % HOURS_A_DAY
        return [one for one in cells if one.hour is not None and one.hour >= first]
    return source.revenue(Cut(zone, begin))


def _days(period: Period) -> int | None:
    if period.first is None or period.last is None:
        return None
    return (period.last - period.first).days + 1


def _ends(period: Period, cells: Sequence[Cell]) -> tuple[int, int]:
    """The first and the last hour that are drawn."""
    if period.first is not None and period.last is not None:
        first = (period.first.toordinal() - 1) * HOURS_A_DAY
        return first, period.last.toordinal() * HOURS_A_DAY - 1
    hours = [one.hour for one in cells if one.hour is not None]
    return (min(hours), max(hours)) if hours else (0, -1)


def _end(last: int, cells: Sequence[Cell], now: int) -> int:
    """The last hour that is drawn of a period that is not over: a terminal's clock may be ahead."""
    return max([min(last, now), *(one.hour for one in cells if one.hour is not None)])


def _grain(time: TimeKey, first: int, last: int) -> Grain:
    if time is TimeKey.HOUR:
        return Grain.HOUR
    days = (last - first) // HOURS_A_DAY + 1
    if days <= _BY_DAY:
        return Grain.DAY
    return Grain.WEEK if days <= _BY_WEEK else Grain.MONTH


def _steps(first: int, last: int, grain: Grain) -> list[datetime]:
    found: list[datetime] = []
    if last < first:
        return found
    step, end = bucket(first, grain), start_of(last)
    while step <= end:
        found.append(step)
        step = next_bucket(step, grain)
    return found


def _steps_before(comparison: Comparison | None, grain: Grain, count: int) -> list[datetime]:
    if comparison is None or not count:
        return []
    step = bucket((comparison.first.toordinal() - 1) * HOURS_A_DAY, grain)
    found = [step]
    while len(found) < count:
        found.append(next_bucket(found[-1], grain))
    return found


@dataclass(frozen=True, slots=True)
class Whole:
    """All sales there are, by boutique and terminal, and what the server refused."""

    cells: Sequence[Cell]
    #: Those that nobody has dealt with, newest first.
    rejected: Sequence[RejectedSale]


def read_whole(source: SalesSource, zone: ZoneInfo) -> Whole:
    """Count all sales in one pass."""
    rejected = [one for one in source.rejected_sales() if not one.handled]
    return Whole(source.revenue(Cut(zone, by_terminal=True)), rejected)


@dataclass(frozen=True, slots=True)
class Rhythms:
    """In which hours of the last weeks sales came, by terminal."""

    hours: Mapping[int, frozenset[int]]


def read_rhythms(source: SalesSource, now: datetime, zone: ZoneInfo) -> Rhythms:
    """Read when sales came; what it tells changes with every hour and is worked out anew."""
    since = now - timedelta(hours=HOURS_KNOWN)
    found: defaultdict[int, set[int]] = defaultdict(set)
    for one in source.arrivals(zone, since, now + _AHEAD):
        found[one.terminal_id].add(one.hour)
    return Rhythms({id_: frozenset(hours) for id_, hours in found.items()})
