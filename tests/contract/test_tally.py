"""All sales counted and summed: what a repair must leave as it was."""

from collections.abc import Iterable

import sqlalchemy as sa

from desktop_admin.domain.money import Amounts
from desktop_admin.sources.base import Tally
from desktop_admin.sources.sql.source import open_sql
from tests.contract.bench import Desk
from tests.contract.changes import attach
from tests.contract.rows import Rows, SaleRow, rows_of
from tests.shops import make_shop


def _tally(sales: Iterable[SaleRow]) -> Tally:
    found = list(sales)
    return Tally(
        sales=len(found),
        orphans=sum(sale.boutique is None for sale in found),
        without_terminal=sum(sale.terminal is None for sale in found),
        amounts=Amounts((sale.currency, sale.cents) for sale in found),
        newest=max((sale.id for sale in found), default=None),
    )


def test_every_sale_is_in_it_whatever_its_state(read_desk: Desk) -> None:
    rows: Rows = rows_of(read_desk)
    found = read_desk.source.tally()
    assert found == _tally(rows.sales.values())
    assert found.amounts != rows.amounts(rows.sales.values()), "nothing is unpaid or cancelled"


def test_what_came_after_a_sale_is_left_out(read_desk: Desk) -> None:
    sales = rows_of(read_desk).sales
    for last in (0, min(sales), sorted(sales)[len(sales) // 2], max(sales), max(sales) + 1):
        wanted = _tally(sale for sale in sales.values() if sale.id <= last)
        assert read_desk.source.tally(last) == wanted


def test_a_repair_moves_nothing_but_the_orphans(any_desk: Desk) -> None:
    before = any_desk.source.tally()
    outcome = any_desk.source.apply(attach(any_desk))
    after = any_desk.source.tally(before.newest)
    assert outcome.applied == len(any_desk.market.orphans)
    assert (after.sales, after.amounts) == (before.sales, before.amounts)
    assert after.orphans == before.orphans - outcome.applied


def test_an_empty_shop_has_an_empty_tally(url: str) -> None:
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        make_shop(connection)
    engine.dispose()
    source = open_sql(url)
    try:
        assert source.tally() == source.tally(17) == Tally()
    finally:
        source.close()
