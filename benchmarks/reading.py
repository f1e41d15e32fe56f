"""Questions: the check, the plan, the window's id vector and pages."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace

from benchmarks.bare import connected
from benchmarks.databases import Databases
from benchmarks.measure import Result, compared, in_turns, timed
from benchmarks.world import NOW
from desktop_admin.domain.repair import plan_repair
from desktop_admin.reports import check
from desktop_admin.sources.base import SaleQuery, SaleSort, SalesSource
from desktop_admin.sources.sql.source import open_sql
from desktop_admin.wording.words import Words

_PAGE = 256
#: Pages are read so fast that a few rounds would say little.
_PAGE_ROUNDS = 5
#: Nobody notices a page that comes so much later.
_PAGE_FLOOR = 0.005


def measure_check(databases: Databases, repeat: int) -> list[Result]:
    """The check with its report, against the queries it needs."""
    words = Words("fr")
    with closing(open_sql(databases.base)) as source, connected(databases.base) as bare:
        pairs = in_turns(
            lambda: timed(lambda: check.as_text(source.health(NOW), words)),
            lambda: timed(bare.check),
            repeat,
        )
    return [compared("check, with its report", databases.name, pairs, 3)]


def measure_plan(databases: Databases, repeat: int) -> list[Result]:
    """Evidence and plan, against the query that classifies orphans by their lines."""
    with closing(open_sql(databases.base)) as source, connected(databases.base) as bare:
        pairs = in_turns(
            lambda: timed(lambda: plan_repair(source.evidence())),
            lambda: timed(bare.classify),
            repeat,
        )
    return [compared("plan (all three witnesses)", databases.name, pairs, 5)]


def measure_window_queries(databases: Databases, repeat: int) -> list[Result]:
    """The id vector against its bare query; a jump to 90 % after any sort against the first
    page."""
    results = []
    with closing(open_sql(databases.base)) as source, connected(databases.base) as bare:
        pairs = in_turns(
            lambda: timed(lambda: source.sale_ids(SaleQuery())), lambda: timed(bare.vector), repeat
        )
        results.append(compared("id vector, all sales in order", databases.name, pairs, 1.5))
        pages = [_pages(source, sort, repeat) for sort in SaleSort]
        worst = max(pages, key=lambda one: one[1].figure)
        results.append(replace(worst[1], name=f"page at 90 %, worst sort ({worst[0]})"))
    return results


def _pages(source: SalesSource, sort: SaleSort, repeat: int) -> tuple[SaleSort, Result]:
    """A page at 90 % of a sort against its first page."""
    ids = source.sale_ids(SaleQuery(sort=sort))
    far = ids[int(len(ids) * 0.9) :][:_PAGE]
    pairs = in_turns(
        lambda: timed(lambda: source.sales(far)),
        lambda: timed(lambda: source.sales(ids[:_PAGE])),
        _PAGE_ROUNDS * repeat + 1,
    )
    # The first look at either finds its rows cold.
    kind = source.info().kind.value
    return sort, compared("page", kind, pairs[1:], 1.5, floor=_PAGE_FLOOR)
