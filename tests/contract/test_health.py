"""The figures of the check, exact to the cent and never added across currencies."""

from collections import Counter
from datetime import datetime, timedelta
from decimal import Decimal

import sqlalchemy as sa

from desktop_admin.domain.health import Cause, Scenario
from desktop_admin.domain.money import Amounts
from desktop_admin.sources.sql import shop as server
from desktop_admin.sources.sql.source import open_sql
from tests.contract.bench import Desk, without_references
from tests.contract.market import NOW
from tests.contract.rows import Rows, SaleRow, rows_of
from tests.shops import NOON, make_shop

_DAY = timedelta(hours=24)


def test_counts_and_amounts_are_those_of_the_rows(read_desk: Desk) -> None:
    rows = rows_of(read_desk)
    sales = list(rows.sales.values())
    orphans = [sale for sale in sales if sale.boutique is None]
    health = read_desk.source.health(NOW)
    assert health.at == NOW
    assert health.sales == len(sales)
    assert health.sold_last_24h == len([sale for sale in sales if sale.sold >= NOW - _DAY])
    if read_desk.migration == server.NEWEST:
        received = [sale for sale in sales if sale.received and sale.received >= NOW - _DAY]
        assert health.received_last_24h == len(received)
        assert health.rejected == len(rows.tables["inventory_venterejetee"])
    else:
        assert health.received_last_24h is None
        assert health.rejected == 0
    assert health.orphans == len(orphans)
    assert health.without_terminal == len([sale for sale in sales if sale.terminal is None])
    assert health.boutique_missing == 0
    assert health.amounts == rows.amounts(sales)
    assert health.orphan_amounts == rows.amounts(orphans)
    assert health.sales_by_boutique == rows.counted(lambda sale: sale.boutique)
    assert health.sales_by_terminal == rows.counted(lambda sale: sale.terminal)
    by_terminal = Counter(sale.terminal for sale in orphans if sale.terminal)
    assert health.orphans_by_terminal == by_terminal
    assert health.scenario is Scenario.B
    assert not health.healthy


def test_causes_share_the_orphans_out(read_desk: Desk) -> None:
    rows = rows_of(read_desk)
    health = read_desk.source.health(NOW)

    def cause(sale: SaleRow) -> Cause:
        if sale.terminal is None:
            return Cause.NO_TERMINAL
        home = rows.terminals[sale.terminal]["boutique_id"]
        return Cause.TERMINAL_WITHOUT_BOUTIQUE if home is None else Cause.NOT_LINKED

    orphans = [sale for sale in rows.sales.values() if sale.boutique is None]
    for one, figures in health.causes.items():
        mine = [sale for sale in orphans if cause(sale) is one]
        assert figures.sales == len(mine)
        assert figures.amounts == rows.amounts(mine)
        assert figures.last == max(sale.sold for sale in mine)
    assert sum(figures.sales for figures in health.causes.values()) == len(orphans)


def test_the_last_sales_come_with_their_lines(read_desk: Desk) -> None:
    rows = rows_of(read_desk)
    health = read_desk.source.health(NOW)

    def newest(sale: SaleRow) -> tuple[datetime, int]:
        return sale.sold, sale.id

    last = sorted(rows.sales.values(), key=newest, reverse=True)
    assert [sale.id for sale in health.last_sales] == [sale.id for sale in last[:10]]
    assert {
        id_: [(line.article_id, line.quantity) for line in lines]
        for id_, lines in health.lines.items()
    } == _lines(rows, {sale.id for sale in last[:10]})
    orphans = [sale.id for sale in last if sale.boutique is None]
    assert [sale.id for sale in health.orphan_samples] == orphans[:5]
    strays = [sale.id for sale in last if sale.terminal is None]
    assert [sale.id for sale in health.without_terminal_samples] == strays[:5]


def _lines(rows: Rows, sales: set[int]) -> dict[int, list[tuple[int, int]]]:
    found: dict[int, list[tuple[int, int]]] = {}
    for row in rows.lines.values():
        if row["vente_id"] in sales:
            line = (row["article_id"], row["quantite"])
            found.setdefault(row["vente_id"], []).append(line)
    return found


def test_dollars_stand_where_either_call_of_the_server_puts_them(url: str) -> None:
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        shop = make_shop(connection)
        place = shop.boutique()
        for total, dollars in (("12.34", 0), ("5", None), ("0", "7.35"), ("2800", "1.01")):
            shop.sale(
                boutique=place, currency="USD", amount=Decimal(total), montant_total_usd=dollars
            )
        shop.sale(boutique=place, amount=Decimal(2800), montant_total_usd="1.00")
        shop.sale(boutique=place, amount=Decimal("0.29"), currency="EUR")
        shop.sale(boutique=place, amount=Decimal(1000000), currency="USD", paid=False)
        shop.sale(boutique=place, amount=Decimal(1000000), currency="USD", cancelled=True)
        # Floats would not add up: a thousand times ten cents.
        tenth = Decimal("0.10")
        for _ in range(1000):
            shop.sale(boutique=place, currency="XAF", amount=tenth)
        shop.settle()
    engine.dispose()
    source = open_sql(url)
    health = source.health(NOW)
    figures = source.boutique_figures()
    source.close()
    expected = Amounts({"USD": 1234 + 500 + 735 + 101, "CDF": 280_000, "EUR": 29, "XAF": 10_000})
    assert health.amounts == expected
    assert figures[place].amounts == expected
    assert health.scenario is Scenario.C


def test_an_empty_shop_is_scenario_a(url: str) -> None:
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        make_shop(connection)
    engine.dispose()
    source = open_sql(url)
    health = source.health(NOW)
    assert (health.scenario, health.healthy, health.sales) == (Scenario.A, False, 0)
    assert health.amounts == Amounts()
    assert list(source.evidence().orphans) == []
    source.close()


def test_a_boutique_that_is_not_there_is_counted(desk: Desk) -> None:
    with desk.engine.connect() as connection, without_references(connection):
        connection.exec_driver_sql("UPDATE inventory_vente SET boutique_id = 999 WHERE id < 4")
        connection.commit()
    health = desk.source.health(NOW)
    assert health.boutique_missing == 3
    assert health.sales_by_boutique[999] == 3
    page = desk.source.sales([1])
    assert page[0] is not None
    assert (page[0].boutique_id, page[0].boutique_name) == (999, None)


def test_a_period_is_compared_to_the_microsecond(url: str) -> None:
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        shop = make_shop(connection)
        place = shop.boutique()
        for microseconds in (0, 1, 999_999):
            moment = NOON + timedelta(microseconds=microseconds)
            shop.sale(boutique=place, sold=moment, received=moment)
        shop.settle()
    engine.dispose()
    source = open_sql(url)
    assert source.health(NOON + _DAY).sold_last_24h == 3
    assert source.health(NOON + _DAY + timedelta(microseconds=1)).sold_last_24h == 2
    assert source.health(NOON + _DAY + timedelta(microseconds=2)).received_last_24h == 1
    source.close()
