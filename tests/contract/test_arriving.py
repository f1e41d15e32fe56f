"""Sales as they come in, against every row of the tables read in Python."""

from collections import defaultdict
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa

from desktop_admin.domain.local_time import local_hour
from desktop_admin.sources.sql.source import open_sql
from tests.contract.bench import Desk
from tests.contract.rows import rows_of
from tests.shops import NOON, make_shop


def test_the_newest_sale_of_each_place_is_the_one_that_came_last(read_desk: Desk) -> None:
    sales = rows_of(read_desk).sales
    found = read_desk.source.newest_sales()
    assert found.newest is not None
    assert found.newest.sale_id == max(sales)
    for place, held in (("boutique", found.boutiques), ("terminal", found.terminals)):
        wanted = defaultdict(list)
        for sale in sales.values():
            if getattr(sale, place) is not None:
                wanted[getattr(sale, place)].append(sale.received or sale.sold)
        assert {id_: one.at for id_, one in held.items()} == {
            id_: max(moments) for id_, moments in wanted.items()
        }


@pytest.mark.parametrize("zone", ["Africa/Kinshasa", "Asia/Kathmandu", "America/New_York"])
def test_sales_come_in_the_hours_in_which_the_server_received_them(
    read_desk: Desk, zone: str
) -> None:
    since, until, clock = NOON - timedelta(days=40), NOON, ZoneInfo(zone)
    found = read_desk.source.arrivals(clock, since, until)
    assert len(set(found)) == len(found)
    assert {tuple(one) for one in found} == {
        (sale.terminal, local_hour(sale.received or sale.sold, clock))
        for sale in rows_of(read_desk).sales.values()
        if sale.terminal is not None and since <= sale.sold < until
    }
    assert found


def test_nothing_came_where_nothing_was_sold(url: str) -> None:
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        shop = make_shop(connection)
        shop.terminal(boutique=shop.boutique("Matete"))
    engine.dispose()
    source = open_sql(url)
    assert source.newest_sales() == (None, {}, {})
    assert source.arrivals(ZoneInfo("UTC"), NOON - timedelta(days=40), NOON) == []
    source.close()
