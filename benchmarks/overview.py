"""The overview: what its figures cost, against the aggregates alone, and how late the window's
thread ever is while they come.

The witnesses of the orphans are measured with the plan; they are no aggregate, and the overview
shows its figures without waiting for them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from functools import partial

from benchmarks import operator
from benchmarks.bare import Bare, connected
from benchmarks.databases import Databases
from benchmarks.measure import Result, compared, in_turns, timed
from benchmarks.revenue import DAY, HOUR, KINSHASA, LOCAL, TOTALS, where
from benchmarks.window import Heart, lateness_of
from benchmarks.world import NOW
from desktop_admin.domain.period import Period, PeriodKind, chosen
from desktop_admin.domain.revenue import compared as compared_with
from desktop_admin.domain.rhythm import HOURS_KNOWN
from desktop_admin.gui.app import Parts
from desktop_admin.gui.overview.concluding import Held, conclude
from desktop_admin.gui.overview.reading import read_revenue, read_rhythms, read_shop, read_whole
from desktop_admin.sources.base import SalesSource
from desktop_admin.sources.sql.source import open_sql

_GOAL = 2


def measure_overview(databases: Databases, repeat: int) -> list[Result]:
    """All figures of all dates, and of a month with the month before; then the window over it."""
    results = []
    with closing(open_sql(databases.base)) as source, connected(databases.base) as bare:
        for name, period in (
            ("all dates", Period(PeriodKind.ALL)),
            ("a month, compared", chosen(PeriodKind.LAST_MONTH, NOW.date())),
        ):
            pairs = in_turns(
                partial(timed, partial(_ours, source, period)),
                partial(timed, partial(_bare, bare, period)),
                repeat,
            )
            results.append(compared(f"overview: {name}", databases.name, pairs, _GOAL))
    return results + lateness_of(databases, repeat, "overview", _acts)


def _ours(source: SalesSource, period: Period) -> object:
    held = Held(
        read_shop(source, NOW),
        read_revenue(source, period, NOW, KINSHASA),
        read_whole(source, KINSHASA),
        read_rhythms(source, NOW, KINSHASA),
    )
    return conclude(held, {}, NOW, KINSHASA)


def _bare(bare: Bare, period: Period) -> object:
    """By boutique, day and currency, and before; by boutique and terminal; and when who sold."""
    day = DAY[bare.engine].format(LOCAL[bare.engine])
    hour = HOUR[bare.engine].format(LOCAL[bare.engine])
    by_day = f"SELECT boutique_id, {day}, devise, {TOTALS} FROM inventory_vente"
    asked = [f"{by_day} {where(bare, period.since(KINSHASA), period.until(KINSHASA))}"]
    comparison = compared_with(period, NOW, KINSHASA)
    if comparison is not None:
        asked.append(f"{by_day} {where(bare, comparison.since, comparison.until)}")
    lately = where(bare, NOW - timedelta(hours=HOURS_KNOWN), NOW + timedelta(days=1))
    return [
        *(bare.rows(f"{statement} GROUP BY 1, 2, 3") for statement in asked),
        bare.rows(
            f"SELECT boutique_id, client_maui_id, devise, {TOTALS} FROM inventory_vente "
            "GROUP BY 1, 2, 3"
        ),
        bare.rows(f"SELECT DISTINCT client_maui_id, {hour} FROM inventory_vente {lately}"),
    ]


def _acts(parts: Parts, heart: Heart) -> Iterator[tuple[str, float]]:
    """Everything is read and shown anew, the orphans' plan included."""
    parts.window.navigation.choose("overview")
    operator.until_quiet(parts.context)
    yield "read again", heart.during(parts.context, parts.window.refresh)
