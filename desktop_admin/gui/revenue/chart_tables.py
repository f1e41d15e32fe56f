"""The figures of each chart as a table, for whoever goes on working with them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from desktop_admin.domain.local_time import Grain
from desktop_admin.domain.revenue import Takings
from desktop_admin.gui.charts.data import SharesData
from desktop_admin.gui.charts.words import day_names
from desktop_admin.gui.revenue import words
from desktop_admin.gui.revenue.drawn import Drawing
from desktop_admin.gui.revenue.table import to_cents
from desktop_admin.gui.text import fill
from desktop_admin.reports.sheets import Amount, Cell, Header, Row

_NAME, _AMOUNT, _COUNT, _DAY = 28, 18, 10, 14


class ChartTable(NamedTuple):
    """Columns and rows."""

    headers: Sequence[Header]
    rows: Sequence[Row]


#: Makes it of what is drawn; None where there is nothing.
TableOf = Callable[[Drawing], ChartTable | None]


def lines_table(drawing: Drawing) -> ChartTable | None:
    """A row for each hour, day, week or month, a column for each line."""
    lines, grain = drawing.figures.lines, drawing.view.grain
    if not lines.values:
        return None
    headers = [Header(_step_name(grain), _DAY)]
    if grain is Grain.HOUR:
        headers.append(Header(words.grain_names()[Grain.HOUR], _COUNT))
    headers += [Header(drawing.name(one), _AMOUNT, right=True) for one in lines.values]
    rows: list[Row] = []
    for place, step in enumerate(lines.steps):
        start: list[Cell] = [step.date()]
        if grain is Grain.HOUR:
            start.append(f"{step:%H:%M}")
        made = [_amount(drawing, values[place]) for values in lines.values.values()]
        rows.append([*start, *made])
    return ChartTable(headers, rows)


def week_table(drawing: Drawing) -> ChartTable | None:
    """A row for each hour of the week in which there are sales."""
    week = drawing.figures.week
    if week is None:
        return None
    days = day_names()
    headers = [
        Header(QCoreApplication.translate("Revenue", "Day of the week"), _DAY),
        Header(words.grain_names()[Grain.HOUR], _COUNT),
        *_figures(drawing),
    ]
    rows: list[Row] = [
        [days[hour // 24], f"{hour % 24:02d}:00", *_told(drawing, week[hour])]
        for hour in sorted(week)
    ]
    return ChartTable(headers, rows)


def payments_table(drawing: Drawing) -> ChartTable | None:
    """A row for each payment."""
    name = QCoreApplication.translate("Revenue", "Payment")
    return _shares(drawing, name, drawing.shares(), drawing.figures.payments)


def certainty_table(drawing: Drawing) -> ChartTable | None:
    """What is certain, waits, is uncertain."""
    shares = drawing.certainty()
    if shares is None:
        return None
    name = QCoreApplication.translate("Revenue", "Certainty")
    headers = [Header(name, _NAME), _made(drawing)]
    return ChartTable(headers, [[one.name, _amount(drawing, one.value)] for one in shares.parts])


def _shares(
    drawing: Drawing, name: str, shares: SharesData, takings: Mapping[str, Takings]
) -> ChartTable:
    rows: list[Row] = [
        [part.name, *_told(drawing, takings[str(part.key)])] for part in shares.parts
    ]
    return ChartTable([Header(name, _NAME), *_figures(drawing)], rows)


def _figures(drawing: Drawing) -> Iterable[Header]:
    sales = QCoreApplication.translate("Revenue", "Sales")
    return (Header(sales, _COUNT, right=True), _made(drawing))


def _made(drawing: Drawing) -> Header:
    text = QCoreApplication.translate("Revenue", "Revenue (%1)")
    return Header(fill(text, drawing.view.measure.currency), _AMOUNT, right=True)


def _told(drawing: Drawing, takings: Takings) -> tuple[int, Amount]:
    measure = drawing.view.measure
    sales = takings.sales_in(measure.currencies)
    return sales, _amount(drawing, measure.value(takings.amounts))


def _amount(drawing: Drawing, value: int) -> Amount:
    return Amount(to_cents(value, drawing.view.measure.divisor))


def _step_name(grain: Grain) -> str:
    if grain is Grain.WEEK:
        return QCoreApplication.translate("Revenue", "Week from")
    return words.grain_names()[Grain.DAY if grain is Grain.HOUR else grain]
