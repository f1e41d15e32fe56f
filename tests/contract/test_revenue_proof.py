"""Any sales, any zone, any period: to the cent what plain Python counts, on every engine."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import partial
from itertools import product
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa
from hypothesis import Phase, example, given, settings

from desktop_admin.domain.local_time import Grain, bucket, next_bucket, spans
from desktop_admin.domain.money import Amounts
from desktop_admin.domain.revenue import Cell, Cut, TimeKey, by_week_hour, grouped
from desktop_admin.reports.revenue import SPENT_BY, By, NoExpensesError, Wanted, read
from desktop_admin.sources.base import Behind, SaleFlag, SaleQuery
from desktop_admin.sources.sql import shop as server
from desktop_admin.sources.sql.source import SqlSource, open_sql
from tests.contract.bench import Bench
from tests.contract.fixtures import only_sqlite
from tests.contract.plain import (
    BOUTIQUES,
    TERMINALS,
    Case,
    Sold,
    Spent,
    by_currency,
    cases,
    expected,
    utc,
)
from tests.shops import Shop, make_shop

#: HYPOTHESIS_PROFILE=long tries others each time, and many more.
LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"
#: How many shops are made up: a file takes a tenth of a second, a server several.
EXAMPLES = {"sqlite": 25, "postgresql": 8, "mariadb": 8}
#: Texts that no server writes; SQLite itself makes a moment of the last ones.
NO_MOMENTS = ("jadis", "", "5", "2026-13-45", "99999999", "2461365.5", "now", "12:00", "2026-11-20")
NEWFOUNDLAND = ZoneInfo("America/St_Johns")


class Stall:
    """A shop whose sales and expenses are others for each case."""

    def __init__(self, url: str, migration: int = server.NEWEST) -> None:
        self._engine = sa.create_engine(url)
        self._migration = migration
        with self._engine.begin() as connection:
            shop = make_shop(connection, migration)
            for id_ in BOUTIQUES:
                shop.boutique(f"Boutique {id_}", id=id_)
            for id_ in TERMINALS:
                shop.terminal(boutique=1, id=id_)
            shop.settle()
        self.source: SqlSource = open_sql(url, read_only=True)

    def close(self) -> None:
        self.source.close()
        self._engine.dispose()

    def write(self, *statements: str) -> None:
        """What somebody does to the rows by hand."""
        with self._engine.begin() as connection:
            for statement in statements:
                connection.exec_driver_sql(statement)

    def fill(self, case: Case) -> None:
        """Make the sales and expenses those of the case."""
        with self._engine.begin() as connection:
            shop = Shop(connection, server.schema(self._migration), self._migration)
            tables = ["inventory_vente"]
            if "inventory_rapportcaisse" in shop.tables:
                tables.append("inventory_rapportcaisse")
            for name in tables:
                connection.execute(sa.delete(shop.tables[name]))
            shop.add_many("inventory_vente", map(_sale_row, range(1, 10_000), case.sales))
            if "inventory_rapportcaisse" in tables:
                shop.add_many("inventory_rapportcaisse", map(_expense_row, case.expenses))


def _sale_row(id_: int, sale: Sold) -> dict[str, Any]:
    return {
        "id": id_,
        "numero_facture": f"N{id_}",
        "date_vente": utc(sale.at),
        "created_at": utc(sale.at),
        "montant_total": sale.total,
        "montant_total_usd": sale.dollars,
        "devise": sale.currency,
        "paye": sale.paid,
        "est_annulee": sale.cancelled,
        "mode_paiement": sale.payment,
        "boutique_id": sale.boutique,
        "client_maui_id": sale.terminal,
    }


def _expense_row(expense: Any) -> dict[str, Any]:
    return {
        "date_rapport": utc(expense.at),
        "depense": expense.amount,
        "devise": expense.currency,
        "depense_appliquee": expense.applied,
        "boutique_id": expense.boutique,
        "terminal_id": TERMINALS[0],
    }


@contextmanager
def stall_at(url: str, migration: int = server.NEWEST) -> Iterator[Stall]:
    made = Stall(url, migration)
    try:
        yield made
    finally:
        made.close()


def rows_of(stall: Stall, wanted: Wanted) -> dict[tuple[str, int | None, str], tuple[int, int]]:
    found = read(stall.source, wanted)
    made = {(one.key, one.boutique_id, one.currency): (one.sales, one.cents) for one in found.lines}
    assert len(made) == len(found.lines), "two rows of the same key"
    return made


def check(stall: Stall, case: Case) -> None:
    """Every grouping is what is expected, and its parts are the whole."""
    stall.fill(case)
    whole = by_currency((one.currency, one.cents) for one in case.counted())
    nowhere = by_currency(
        (one.currency, one.cents) for one in case.counted() if one.boutique is None
    )
    for by in By:
        wanted = Wanted(case.zone, by, case.first, case.last)
        found = read(stall.source, wanted)
        assert rows_of(stall, wanted) == expected(case, by.value), by
        parts = by_currency((one.currency, one.cents) for one in found.lines)
        assert parts == whole, f"the parts of {by} are not the whole"
        assert {one.currency: one.cents for one in found.totals} == whole
        assert {one.currency: one.cents for one in found.unattributed} == nowhere
        assert sum(one.sales for one in found.totals) == len(case.counted())
    for by in SPENT_BY:
        wanted = Wanted(case.zone, by, case.first, case.last, net=True)
        assert rows_of(stall, wanted) == expected(case, by.value, net=True), f"net by {by}"


def check_cells(stall: Stall, case: Case) -> None:
    """Every cell of the source is there once, by hour, payment and terminal; and so are the hours
    of the week."""
    cut = Cut(case.zone, time=TimeKey.HOUR, by_payment=True, by_terminal=True)
    cells = stall.source.revenue(cut)
    keys = [
        (one.boutique_id, one.terminal_id, one.hour, one.payment, one.currency) for one in cells
    ]
    assert len(set(keys)) == len(keys), "two cells of the same key"
    assert sum(one.all_sales for one in cells) == len(case.sales)
    counted = [one for one in case.sales if one.counts]
    assert sum(one.sales for one in cells) == len(counted)
    week = by_week_hour(stall.source.revenue(Cut(case.zone, time=TimeKey.WEEK_HOUR)))
    assert week == by_week_hour(cells)
    by_hand: dict[int, Amounts] = {}
    for one in counted:
        at = case.local(one.at)
        place = at.weekday() * 24 + at.hour
        by_hand[place] = by_hand.get(place, Amounts()) + Amounts([(one.currency, one.cents)])
    assert {place: one.amounts for place, one in week.items() if one.sales} == by_hand


def check_behind(stall: Stall, case: Case) -> None:
    """The sales behind some of the figures, asked for one by one, come to those figures."""
    cells = stall.source.revenue(Cut(case.zone, time=TimeKey.HOUR, by_payment=True))
    for number, grain in enumerate(Grain):
        points = grouped(
            [cell for cell in cells if cell.hour is not None],
            partial(_point, grain),
        )
        for boutique, payment, currency, start in list(points)[number::5][:3]:
            takings = points[boutique, payment, currency, start]
            found = spans(case.zone, start, next_bucket(start, grain))
            query = SaleQuery(
                flags=frozenset({SaleFlag.ORPHAN} if boutique is None else ()),
                boutiques=None if boutique is None else frozenset({boutique}),
                payments=frozenset({payment}),
                currencies=frozenset({currency}),
                behind=Behind(counted=True, spans=found),
            )
            totals = stall.source.totals(stall.source.sale_ids(query))
            assert (totals.sales, totals.amounts) == (takings.sales, takings.amounts), grain
    week = by_week_hour(cells)
    for hour in list(week)[:2]:
        asked = Behind(counted=True, week_hours=frozenset({hour}), zone=case.zone)
        totals = stall.source.totals(stall.source.sale_ids(SaleQuery(behind=asked)))
        assert (totals.sales, totals.amounts) == (week[hour].sales, week[hour].amounts)


def _point(grain: Grain, cell: Cell) -> tuple[int | None, str, str, datetime]:
    assert cell.hour is not None
    return cell.boutique_id, cell.payment, cell.currency, bucket(cell.hour, grain)


def twice_over_midnight() -> Case:
    """The clocks of Newfoundland were set back from one minute past midnight to the evening."""
    sales = [
        Sold(
            datetime(2010, 11, 7, hour, minute, 30, tzinfo=UTC),
            boutique=1,
            terminal=1,
            payment="CASH",
            paid=True,
            cancelled=False,
            currency="CDF",
            total=Decimal(hour * 100 + minute),
            dollars=None,
        )
        for hour, minute in ((2, 29), (2, 30), (2, 31), (3, 0), (3, 29), (3, 30), (3, 31))
    ]
    return Case(NEWFOUNDLAND, tuple(sales), (), date(2010, 11, 7), date(2010, 11, 7))


def twice_over_midnight_within(first: date, last: date) -> Case:
    """The same in the middle of a long time, so many days from one of its ends."""
    return replace(twice_over_midnight(), first=first, last=last)


def of_all_letters() -> Case:
    """Codes that differ by a letter, an accent, a space; spent and sold."""
    noon = datetime(2026, 11, 20, 11, tzinfo=UTC)
    sales = [
        Sold(noon, 1, 1, payment, True, False, currency, Decimal(number), None)
        for number, (payment, currency) in enumerate(
            product(("CASH", "cash", "Chèque", "Cheque", "CASH "), ("CDF", "cdf", "Cdf")), start=1
        )
    ]
    expenses = [
        Spent(noon, 1, currency, Decimal(amount), applied=True)
        for currency, amount in (("CDF", 1), ("cdf", 10), ("CDF ", 100), ("Cdf", 1000))
    ]
    return Case(ZoneInfo("Africa/Kinshasa"), tuple(sales), tuple(expenses), None, None)


@pytest.mark.slow
def test_every_grouping_is_to_the_cent_what_plain_python_counts(bench: Bench, url: str) -> None:
    with stall_at(url) as stall:

        @given(cases())
        @example(twice_over_midnight())
        @example(twice_over_midnight_within(date(2010, 9, 27), date(2011, 6, 1)))
        @example(twice_over_midnight_within(date(2010, 3, 1), date(2010, 12, 17)))
        @example(of_all_letters())
        @settings(
            max_examples=EXAMPLES[bench.name] * (20 if LONG else 1),
            derandomize=not LONG,
            deadline=None,
            database=None,
            # To make a failing shop smaller takes minutes.
            phases=[one for one in Phase if one is not Phase.shrink],
        )
        def holds(case: Case) -> None:
            check(stall, case)
            check_cells(stall, case)
            check_behind(stall, case)

        holds()


@only_sqlite
@pytest.mark.slow
def test_in_an_older_database_every_sale_is_in_francs_and_none_is_cancelled(
    bench: Bench, url: str
) -> None:
    with stall_at(url, server.OLDEST) as stall:

        @given(cases())
        @settings(max_examples=20, derandomize=not LONG, deadline=None, database=None)
        def holds(case: Case) -> None:
            meant = [
                replace(one, currency="CDF", cancelled=False, dollars=None) for one in case.sales
            ]
            stall.fill(case)
            older = replace(case, sales=tuple(meant), expenses=())
            for by in By:
                wanted = Wanted(case.zone, by, case.first, case.last)
                assert rows_of(stall, wanted) == expected(older, by.value), by
                if by in SPENT_BY:
                    with pytest.raises(NoExpensesError):
                        read(stall.source, replace(wanted, net=True))

        holds()


@only_sqlite
def test_what_is_no_moment_is_in_no_period_and_moves_no_other_sale(bench: Bench, url: str) -> None:
    zone = ZoneInfo("America/New_York")
    summer, winter = (datetime(2026, month, 15, 23, 30, tzinfo=UTC) for month in (7, 12))
    sales = tuple(
        Sold(moment, 1, 1, "CASH", True, False, "CDF", Decimal(100), None)
        for moment in (summer, winter, *[summer] * len(NO_MOMENTS))
    )
    case = Case(zone, sales, (), None, None)
    with stall_at(url) as stall:
        stall.fill(case)
        stall.write(
            *(
                f"UPDATE inventory_vente SET date_vente = '{text}' WHERE id = {id_}"
                for id_, text in enumerate(NO_MOMENTS, start=3)
            )
        )
        rows = rows_of(stall, Wanted(zone, By.HOUR))
        assert rows.pop(("unknown", 1, "CDF")) == (len(NO_MOMENTS), 10_000 * len(NO_MOMENTS))
        assert rows == {
            ("2026-07-15T19:00", 1, "CDF"): (1, 10_000),
            ("2026-12-15T18:00", 1, "CDF"): (1, 10_000),
        }
        for first, last in ((date(2026, 1, 1), None), (None, date(2026, 12, 31))):
            found = rows_of(stall, Wanted(zone, By.MONTH, first, last))
            assert {key for key, *_ in found} <= {"2026-07", "2026-12", "unknown"}
            assert found["2026-07", 1, "CDF"] == found["2026-12", 1, "CDF"] == (1, 10_000)
        read_back = stall.source.sales(range(1, 3 + len(NO_MOMENTS)))
        assert [one and one.sold_at for one in read_back] == [
            summer,
            winter,
            *[None] * len(NO_MOMENTS),
        ]
