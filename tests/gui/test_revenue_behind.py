"""The sales behind every mark of every chart come to the figure that was clicked."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from desktop_admin.domain.attribution import attributed
from desktop_admin.domain.local_time import Grain
from desktop_admin.domain.measure import Measure
from desktop_admin.domain.money import Amounts
from desktop_admin.domain.period import Period, PeriodKind, chosen
from desktop_admin.domain.repair import Plan, plan_repair
from desktop_admin.domain.revenue import by_week_hour
from desktop_admin.gui.charts.geometry import Mark, MarkKind
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.revenue.behind import Ledger, Told
from desktop_admin.gui.revenue.drawn import Drawing
from desktop_admin.gui.revenue.reading import Answer, Asked, read, read_week
from desktop_admin.gui.revenue.view import NOWHERE, TOTAL, View, figures, fits
from desktop_admin.gui.sales.narrowing import Narrowing
from desktop_admin.sources.base import SalesSource
from desktop_admin.sources.sql.source import open_sql

KINSHASA = ZoneInfo("Africa/Kinshasa")
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
NOW = datetime(2026, 11, 22, 15, 20, tzinfo=UTC)
TODAY = NOW.astimezone(KINSHASA).date()


@pytest.fixture(scope="module")
def source(demo_file: Path) -> Iterator[SalesSource]:
    found = open_sql(f"sqlite:///{demo_file}", read_only=True)
    yield found
    found.close()


@pytest.fixture(scope="module")
def plan(source: SalesSource) -> Plan:
    return plan_repair(source.evidence())


def _drawing(answer: Answer, view: View, plan: Plan, source: SalesSource) -> Drawing:
    attribution = attributed(plan.proposals, answer.asked.since, answer.asked.until)
    assert fits(answer, attribution), "the plan speaks of other sales than were counted"
    week = None if answer.hourly else by_week_hour(read_week(source, answer.asked))
    found = figures(answer, view, attribution, week)
    return Drawing(answer, view, found, attribution, Formats.of("en", KINSHASA.key), {})


def _marks(drawing: Drawing) -> Iterator[tuple[Told | None, int]]:
    """Every mark of every chart with the figure it shows."""
    ledger, drawn = Ledger(drawing, DAYS), drawing.drawn()
    for bar in drawn.bars.bars:
        shown = {MarkKind.VALUE: bar.value}
        if bar.hatched:
            shown[MarkKind.HATCHED] = bar.hatched
        if bar.before is not None:
            shown[MarkKind.BEFORE] = bar.before
        for kind, value in shown.items():
            yield ledger.bar(Mark(kind, bar.key)), value
    for series in drawn.lines.series:
        for step, point in enumerate(series.values):
            yield ledger.point(Mark(MarkKind.POINT, series.key, step)), point or 0
    for part in drawn.payments.parts:
        yield ledger.payment(Mark(MarkKind.PART, part.key)), part.value
    assert drawn.certainty is not None
    for part in drawn.certainty.parts:
        yield ledger.certainty(Mark(MarkKind.PART, part.key)), part.value
    assert drawn.heat is not None
    for hour, value in drawn.heat.values.items():
        yield ledger.hour(Mark(MarkKind.HOUR, hour)), value


def _come_to(source: SalesSource, told: Told) -> tuple[int, Amounts]:
    """What the sales come to that the screen of the sales shows for it."""
    anywhere = datetime(1999, 1, 1, tzinfo=UTC), datetime(1999, 1, 2, tzinfo=UTC)
    query = Narrowing.behind(told.figure).query(*anywhere)
    totals = source.totals(source.sale_ids(query))
    return totals.sales, totals.amounts


PERIODS = {
    "this month": chosen(PeriodKind.THIS_MONTH, TODAY),
    "a few days": Period(PeriodKind.FREE, TODAY.replace(day=3), TODAY.replace(day=5)),
    "all dates": Period(PeriodKind.ALL),
}


@pytest.mark.parametrize(
    ("name", "currency"),
    [
        ("all dates", "CDF"),
        ("this month", "converted"),
        ("a few days", "CDF"),
        ("a few days", "USD"),
    ],
)
def test_the_sales_behind_every_mark_come_to_its_figure(
    source: SalesSource, plan: Plan, name: str, currency: str
) -> None:
    answer = read(source, Asked(PERIODS[name], KINSHASA, NOW), "%1")
    measure = Measure("CDF", answer.rates[0]) if currency == "converted" else Measure(currency)
    located = {id_: one.sales for id_, one in answer.made.items() if id_ is not None}
    busiest = max(located, key=lambda id_: located[id_])
    grain = {"this month": Grain.WEEK, "a few days": Grain.HOUR}.get(name, Grain.MONTH)
    view = View(measure, grain=grain, picked=(busiest, None))
    seen = 0
    for told, value in _marks(_drawing(answer, view, plan, source)):
        assert told is not None
        sales, amounts = _come_to(source, told)
        assert (measure.value(amounts), sales) == (value, told.sales), told.figure.told
        seen += 1
    assert seen > 40


def test_the_lines_of_the_table_lead_to_their_sales(source: SalesSource, plan: Plan) -> None:
    answer = read(source, Asked(PERIODS["this month"], KINSHASA, NOW), "%1")
    drawing = _drawing(answer, View(Measure("CDF")), plan, source)
    ledger, found = Ledger(drawing, DAYS), drawing.figures
    assert found.nowhere is not None
    for id_, row in (
        *((row.id, row) for row in found.rows),
        (NOWHERE, found.nowhere),
        (TOTAL, found.total),
    ):
        _, amounts = _come_to(source, ledger.row(id_))
        assert amounts["CDF"] == row.value
    whole = source.totals(
        source.sale_ids(Narrowing().query(answer.asked.since, answer.asked.until))
    )
    assert found.total.amounts == whole.amounts, "the total is not all that was sold"


def test_every_column_of_the_table_adds_up_to_its_total(source: SalesSource, plan: Plan) -> None:
    answer = read(source, Asked(PERIODS["this month"], KINSHASA, NOW), "%1")
    for net in (False, True):
        found = _drawing(answer, View(Measure("CDF"), net=net), plan, source).figures
        assert found.nowhere is not None
        rows = [*found.rows, found.nowhere]
        total = found.total
        assert total.value == sum(row.value for row in rows)
        assert total.before == sum(row.before or 0 for row in rows)
        assert total.sales == sum(row.sales for row in rows)
        assert total.coming == sum(row.coming or 0 for row in rows) == 0
        assert total.after == total.value
        assert total.amounts == sum((row.amounts for row in rows), Amounts())


def test_net_is_gross_minus_what_was_spent_and_applied(source: SalesSource, plan: Plan) -> None:
    answer = read(source, Asked(PERIODS["this month"], KINSHASA, NOW), "%1")
    assert answer.expenses
    gross, net = (
        _drawing(answer, View(Measure("CDF"), net=net), plan, source).figures
        for net in (False, True)
    )
    spent = sum(one.cents for one in answer.expenses if one.currency == "CDF")
    assert spent > 0
    assert gross.total.value - net.total.value == spent
    lines = (sum(map(sum, one.lines.values.values())) for one in (gross, net))
    assert next(lines) > next(lines)
