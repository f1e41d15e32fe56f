"""The revenue: what it costs to ask for, against the aggregates alone, and how late the window's
thread ever is while it is looked at in another way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, datetime
from functools import partial
from zoneinfo import ZoneInfo

from benchmarks import operator
from benchmarks.bare import Bare, connected
from benchmarks.databases import Databases
from benchmarks.measure import Result, compared, in_turns, timed
from benchmarks.window import Heart, lateness_of
from benchmarks.world import NOW
from desktop_admin.domain.local_time import Grain
from desktop_admin.domain.measure import Measure
from desktop_admin.domain.period import Period, PeriodKind, chosen
from desktop_admin.gui.app import Parts
from desktop_admin.gui.revenue.reading import Answer, Asked, read
from desktop_admin.gui.revenue.screen import RevenueScreen
from desktop_admin.gui.revenue.view import View, figures
from desktop_admin.sources.base import SalesSource
from desktop_admin.sources.sql.source import open_sql

Act = Callable[[], object]

KINSHASA = ZoneInfo("Africa/Kinshasa")
_GOAL = 2
#: What the shop's clock shows, in the words of each engine.
LOCAL = {
    "sqlite": "datetime(date_vente, '+1 hours')",
    "postgresql": "date_vente AT TIME ZONE 'Africa/Kinshasa'",
    "mysql": "date_add(date_vente, INTERVAL 1 HOUR)",
}
DAY = {"sqlite": "date({0})", "postgresql": "({0})::date", "mysql": "date({0})"}
HOUR = {
    "sqlite": "strftime('%Y-%m-%d %H', {0})",
    "postgresql": "date_trunc('hour', {0})",
    "mysql": "date_format({0}, '%Y-%m-%d %H')",
}
TOTALS = (
    "count(*), sum(CASE WHEN paye AND NOT est_annulee THEN 1 ELSE 0 END), "
    "sum(CASE WHEN paye AND NOT est_annulee THEN CASE WHEN devise = 'USD' AND "
    "montant_total_usd > 0 THEN montant_total_usd ELSE montant_total END ELSE 0 END)"
)


def measure_revenue(databases: Databases, repeat: int) -> list[Result]:
    """Everything the screen shows of all dates, and of a month with the month before; then the
    window over it."""
    results = []
    with closing(open_sql(databases.base)) as source, connected(databases.base) as bare:
        for name, period in (
            ("all dates", Period(PeriodKind.ALL)),
            ("a month, compared", chosen(PeriodKind.LAST_MONTH, NOW.date())),
        ):
            asked = Asked(period, KINSHASA, NOW)
            pairs = in_turns(
                partial(timed, partial(_ours, source, asked)),
                partial(timed, partial(_bare, bare, asked)),
                repeat,
            )
            results.append(compared(f"revenue: {name}", databases.name, pairs, _GOAL))
    return results + lateness_of(databases, repeat, "revenue", _acts)


def _ours(source: SalesSource, asked: Asked) -> object:
    answer: Answer = read(source, asked, "%1")
    return figures(answer, View(Measure("CDF"), grain=answer.fitting_grain), None)


def _bare(bare: Bare, asked: Asked) -> object:
    """What was taken by boutique, day or hour, payment and currency, and before by boutique."""
    time = DAY if asked.period.first is None else HOUR
    key = time[bare.engine].format(LOCAL[bare.engine])
    found = bare.rows(
        f"SELECT boutique_id, {key}, mode_paiement, devise, {TOTALS} FROM inventory_vente "
        f"{where(bare, asked.since, asked.until)} GROUP BY 1, 2, 3, 4"
    )
    comparison = asked.comparison
    if comparison is None:
        return found
    within = where(bare, comparison.since, comparison.until)
    return found, bare.rows(
        f"SELECT boutique_id, devise, {TOTALS} FROM inventory_vente {within} GROUP BY 1, 2"
    )


def where(bare: Bare, since: datetime | None, until: datetime | None) -> str:
    if since is None or until is None:
        return ""
    zone = "+00" if bare.engine == "postgresql" else ""
    first, last = (f"{moment:%Y-%m-%d %H:%M:%S}{zone}" for moment in (since, until))
    return f"WHERE date_vente >= '{first}' AND date_vente < '{last}'"


def _acts(parts: Parts, heart: Heart) -> Iterator[tuple[str, float]]:
    late = partial(heart.during, parts.context)
    parts.window.navigation.choose("revenue")
    operator.until_quiet(parts.context)
    screen = parts.window.current
    if not isinstance(screen, RevenueScreen):
        raise TypeError("the window shows no revenue")
    choices, grains = screen.choices.currencies, screen.grains.segments
    yield "read again", late(screen.refresh)
    yield "another currency", late(partial(choices.choose, "USD"))
    yield "converted", late(partial(choices.choose, "converted"))
    yield "by weeks", late(partial(grains.choose, Grain.WEEK.value))
    yield "by days", late(partial(grains.choose, Grain.DAY.value))
    yield "hours of the week", late(partial(grains.choose, "week_hours"))
    yield (
        "a shorter period",
        late(
            partial(
                parts.context.period.choose,
                Period(PeriodKind.FREE, date(NOW.year, NOW.month, 1), NOW.date()),
            )
        ),
    )
