"""What the operator looks at of an answer, and the figures it comes to: pure values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from enum import Enum, auto

from desktop_admin.domain.attribution import Attribution
from desktop_admin.domain.local_time import Grain, bucket, hour_of, next_bucket, start_of
from desktop_admin.domain.matching import in_order
from desktop_admin.domain.measure import Measure
from desktop_admin.domain.model import Boutique
from desktop_admin.domain.money import Amounts
from desktop_admin.domain.revenue import (
    NOTHING,
    Takings,
    by_week_hour,
    minus,
    spent,
)
from desktop_admin.gui.revenue.reading import Answer

#: So many lines are drawn unless the operator picked boutiques.
FIRST_LINES = 3
#: More lines nobody can tell apart.
MOST_LINES = 10
#: What a table knows the sales without boutique, and the total, by.
NOWHERE, TOTAL = -1, -2


@dataclass(frozen=True, slots=True)
class View:
    """The operator's choices."""

    measure: Measure
    #: Minus the applied expenses.
    net: bool = False
    #: With the period before.
    compare: bool = True
    grain: Grain = Grain.DAY
    #: The boutiques drawn as lines, None among them for the sales of no boutique; empty: those
    #: that made most.
    picked: tuple[int | None, ...] = ()


class RowKind(Enum):
    """What a line of the table is."""

    BOUTIQUE = auto()
    #: The sales without boutique.
    NOWHERE = auto()
    TOTAL = auto()


@dataclass(frozen=True, slots=True)
class RevenueRow:
    """One line of the table. Every column adds up to the total's."""

    kind: RowKind
    boutique: Boutique | None
    #: Sales that count.
    sales: int
    #: What was made, each currency by itself; net where that is asked for.
    amounts: Amounts
    #: The same as the measure sees it.
    value: int
    #: In the period before; None: it is compared with nothing.
    before: int | None
    #: What a repair would bring, or of the sales without boutique take away; None: not known yet.
    coming: int | None
    #: How many sales those are.
    coming_sales: int = 0

    @property
    def after(self) -> int | None:
        """What it would be after the repair of what is certain."""
        return None if self.coming is None else self.value + self.coming

    @property
    def id(self) -> int:
        """What a table knows it by."""
        if self.boutique is not None:
            return self.boutique.id
        return NOWHERE if self.kind is RowKind.NOWHERE else TOTAL


@dataclass(frozen=True, slots=True)
class Lines:
    """What was made over time, by boutique id (None: no boutique)."""

    steps: tuple[datetime, ...]
    values: Mapping[int | None, tuple[int, ...]]
    running: bool


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything one view shows."""

    rows: Sequence[RevenueRow]
    nowhere: RevenueRow | None
    total: RevenueRow
    lines: Lines
    payments: Mapping[str, Takings]
    #: By the hour of the week; None: it was not asked yet.
    week: Mapping[int, Takings] | None

    def row(self, boutique: int | None) -> RevenueRow | None:
        """The line of a boutique, or of the sales without one."""
        if boutique is None:
            return self.nowhere
        return next((row for row in self.rows if row.id == boutique), None)


def figures(
    answer: Answer,
    view: View,
    attribution: Attribution | None,
    week: Mapping[int, Takings] | None = None,
) -> Figures:
    """The figures of a view; no question is asked for it."""
    rows = _rows(answer, view, attribution)
    places = [row for row in rows if row.kind is RowKind.BOUTIQUE]
    nowhere = next((row for row in rows if row.kind is RowKind.NOWHERE), None)
    if week is None and answer.hourly:
        week = by_week_hour(answer.cells)
    return Figures(
        places,
        nowhere,
        _total(answer, view, rows),
        _lines(answer, view, _drawn(view, places)),
        answer.payments,
        week,
    )


def fits(answer: Answer, attribution: Attribution) -> bool:
    """Whether a plan speaks of the very sales without boutique that were counted: it may be older,
    or newer."""
    nowhere = answer.made.get(None, NOTHING)
    whole = attribution.whole
    return (nowhere.sales, nowhere.amounts) == (len(whole.ids), whole.amounts)


def _rows(answer: Answer, view: View, attribution: Attribution | None) -> list[RevenueRow]:
    made, earlier = answer.made, answer.made_before
    taken = spent(answer.expenses or ()) if view.net else {}
    taken_before = spent(answer.expenses_before or ()) if view.net else {}
    compares = view.compare and answer.asked.comparison is not None
    measure = view.measure
    rows = []
    for boutique in answer.boutiques.values():
        takings, past = made.get(boutique.id, NOTHING), earlier.get(boutique.id, NOTHING)
        ready = attribution.ready.get(boutique.id) if attribution else None
        spends = boutique.id in taken or boutique.id in taken_before
        has_any = takings.sales or past.sales or ready or spends
        if not has_any and (boutique.depot or not boutique.active):
            continue
        amounts = minus(takings.amounts, taken.get(boutique.id, Amounts()))
        before = minus(past.amounts, taken_before.get(boutique.id, Amounts()))
        rows.append(
            RevenueRow(
                RowKind.BOUTIQUE,
                boutique,
                takings.sales,
                amounts,
                measure.value(amounts),
                measure.value(before) if compares else None,
                None if attribution is None else measure.value(ready.amounts if ready else {}),
                len(ready.ids) if ready else 0,
            )
        )
    rows.sort(key=_most_first)
    lost = made.get(None, NOTHING)
    if lost.sales or earlier.get(None, NOTHING).sales:
        rows.append(_nowhere(lost, earlier.get(None, NOTHING), view, attribution, compares))
    return rows


def _nowhere(
    lost: Takings, past: Takings, view: View, attribution: Attribution | None, compares: bool
) -> RevenueRow:
    waiting = attribution.waiting if attribution else None
    return RevenueRow(
        RowKind.NOWHERE,
        None,
        lost.sales,
        lost.amounts,
        view.measure.value(lost.amounts),
        view.measure.value(past.amounts) if compares else None,
        None if waiting is None else -view.measure.value(waiting.amounts),
        len(waiting.ids) if waiting else 0,
    )


def _total(answer: Answer, view: View, rows: Sequence[RevenueRow]) -> RevenueRow:
    sales = sum(one.sales for one in answer.made.values())
    amounts = sum((row.amounts for row in rows), Amounts())
    compares = view.compare and answer.asked.comparison is not None
    before = sum(row.before or 0 for row in rows) if compares else None
    known = all(row.coming is not None for row in rows)
    return RevenueRow(
        RowKind.TOTAL,
        None,
        sales,
        amounts,
        view.measure.value(amounts),
        before,
        sum(row.coming or 0 for row in rows) if known else None,
    )


def _most_first(row: RevenueRow) -> tuple[int, object]:
    name = row.boutique.name if row.boutique else ""
    return -(row.value + (row.coming or 0)), in_order(name)


def _drawn(view: View, places: Sequence[RevenueRow]) -> tuple[int | None, ...]:
    if view.picked:
        rank = {row.id: place for place, row in enumerate(places)}
        every = sorted(
            view.picked, key=lambda key: rank.get(NOWHERE if key is None else key, len(rank))
        )
        return tuple(every[:MOST_LINES])
    return tuple(row.id for row in places[:FIRST_LINES] if row.sales)


def _lines(answer: Answer, view: View, drawn: Sequence[int | None]) -> Lines:
    steps = _steps(answer, view.grain)
    place_of = {step: place for place, step in enumerate(steps)}
    sums = {boutique: [0] * len(steps) for boutique in drawn}
    places: dict[int, int | None] = {}

    def place(hour: int) -> int | None:
        if hour not in places:
            places[hour] = place_of.get(bucket(hour, view.grain))
        return places[hour]

    weight = view.measure.weight
    for cell in answer.cells:
        mine = sums.get(cell.boutique_id)
        if mine is not None and cell.hour is not None and (at := place(cell.hour)) is not None:
            mine[at] += cell.cents * weight(cell.currency)
    for expense in answer.expenses or () if view.net else ():
        mine = sums.get(expense.boutique_id)
        if mine is not None and expense.hour is not None:
            at = place(expense.hour)
            if at is not None:
                mine[at] -= expense.cents * weight(expense.currency)
    running = bool(steps) and answer.asked.running
    return Lines(steps, {boutique: tuple(one) for boutique, one in sums.items()}, running)


def _steps(answer: Answer, grain: Grain) -> tuple[datetime, ...]:
    """When each hour, day, week or month begins that is drawn, as naive local time."""
    if answer.days is None:
        return ()
    first, last = answer.days
    local = answer.asked.now.astimezone(answer.asked.zone).replace(tzinfo=None)
    until = min(datetime.combine(last, time(23)), max(local, datetime.combine(last, time())))
    if answer.newest is not None:
        # A terminal's clock may be ahead of this one.
        until = max(until, start_of(answer.newest))
    step = bucket(hour_of(datetime.combine(first, time())), grain)
    steps = []
    while step <= until:
        steps.append(step)
        step = next_bucket(step, grain)
    return tuple(steps)
