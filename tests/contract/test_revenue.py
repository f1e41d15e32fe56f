"""What was taken, against every row of the tables read in Python."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa

from desktop_admin.domain.local_time import (
    HOURS_A_WEEK,
    Grain,
    day_of,
    local_hour,
    next_bucket,
    spans,
    start_of,
)
from desktop_admin.domain.money import Amounts
from desktop_admin.domain.revenue import (
    Cell,
    Cut,
    TimeKey,
    by_boutique,
    by_week_hour,
    over_time,
    total,
)
from desktop_admin.sources.base import Behind, SaleFlag, SaleQuery
from desktop_admin.sources.sql.source import open_sql
from tests.contract.bench import Desk
from tests.contract.rows import SaleRow, rows_of
from tests.shops import make_shop

KINSHASA = ZoneInfo("Africa/Kinshasa")
ZONES = ["Africa/Kinshasa", "Asia/Kathmandu", "America/New_York", "Australia/Lord_Howe"]


def _wanted(
    desk: Desk, key: Callable[[SaleRow], Hashable], cut: Cut
) -> dict[Hashable, tuple[int, int, int]]:
    counts: defaultdict[Hashable, Counter[str]] = defaultdict(Counter)
    for sale in rows_of(desk).sales.values():
        if (cut.since is None or sale.sold >= cut.since) and (
            cut.until is None or sale.sold < cut.until
        ):
            found = counts[key(sale)]
            found["all"] += 1
            if sale.counts:
                found["sales"] += 1
                found["cents"] += sale.cents
    return {place: (one["sales"], one["cents"], one["all"]) for place, one in counts.items()}


def _found(cells: list[Cell]) -> dict[Hashable, tuple[int, int, int]]:
    found: dict[Hashable, tuple[int, int, int]] = {
        tuple(cell[:5]): (cell.sales, cell.cents, cell.all_sales) for cell in cells
    }
    assert len(found) == len(cells), "two cells of the same key"
    return found


@pytest.mark.parametrize("zone", ZONES)
def test_every_sale_is_in_the_cell_of_its_boutique_hour_payment_and_currency(
    read_desk: Desk, zone: str
) -> None:
    cut = Cut(ZoneInfo(zone), time=TimeKey.HOUR, by_payment=True, by_terminal=True)

    def key(sale: SaleRow) -> Hashable:
        hour = local_hour(sale.sold, cut.zone)
        return sale.boutique, sale.terminal, hour, sale.payment, sale.currency

    assert _found(list(read_desk.source.revenue(cut))) == _wanted(read_desk, key, cut)


@pytest.mark.parametrize("zone", ZONES)
def test_days_and_hours_of_the_week_are_those_of_the_shop(read_desk: Desk, zone: str) -> None:
    for time, of in (
        (TimeKey.DAY, lambda hour: hour - hour % 24),
        (TimeKey.WEEK_HOUR, lambda hour: hour % HOURS_A_WEEK),
    ):
        cut = Cut(ZoneInfo(zone), time=time)

        def key(sale: SaleRow, of: Callable[[int], int] = of, cut: Cut = cut) -> Hashable:
            return sale.boutique, None, of(local_hour(sale.sold, cut.zone)), "", sale.currency

        assert _found(list(read_desk.source.revenue(cut))) == _wanted(read_desk, key, cut)


def test_a_period_holds_what_was_sold_in_it_and_nothing_else(read_desk: Desk) -> None:
    moments = sorted(sale.sold for sale in rows_of(read_desk).sales.values())
    since, until = moments[len(moments) // 4], moments[len(moments) // 2]
    cut = Cut(ZoneInfo("Africa/Kinshasa"), since, until)

    def key(sale: SaleRow) -> Hashable:
        return sale.boutique, None, None, "", sale.currency

    found = list(read_desk.source.revenue(cut))
    assert _found(found) == _wanted(read_desk, key, cut)
    assert total(found).all_sales == sum(since <= moment < until for moment in moments)


def test_the_parts_of_all_boutiques_and_of_none_add_up_to_the_whole(read_desk: Desk) -> None:
    rows = rows_of(read_desk)
    cells = list(read_desk.source.revenue(Cut(ZoneInfo("UTC"), time=TimeKey.DAY)))
    whole = total(cells)
    assert whole.amounts == rows.amounts(rows.sales.values())
    parts = by_boutique(cells)
    assert sum((part.amounts for part in parts.values()), Amounts()) == whole.amounts
    orphans = rows.ids(lambda sale: sale.boutique is None)
    assert parts[None].all_sales == len(orphans)


def test_a_moment_just_before_the_hour_is_not_rounded_into_it(url: str) -> None:
    # SQLite's own functions round a fraction up to thousandths.
    late = datetime(2026, 11, 20, 22, 59, 59, 999_999, tzinfo=UTC)
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        shop = make_shop(connection)
        boutique = shop.boutique("Matete")
        till = shop.terminal(boutique=boutique)
        shop.sale(terminal=till, boutique=boutique, sold=late, total=1500)
    engine.dispose()
    source = open_sql(url)
    try:
        (cell,) = source.revenue(Cut(KINSHASA, time=TimeKey.HOUR))
        (day,) = source.revenue(Cut(KINSHASA, time=TimeKey.DAY))
    finally:
        source.close()
    assert cell.hour == local_hour(late, KINSHASA)
    assert str(start_of(cell.hour)) == "2026-11-20 23:00:00"
    assert day.hour is not None
    assert day_of(day.hour) == date(2026, 11, 20)


@pytest.mark.parametrize("zone", ["Africa/Kinshasa", "Europe/Paris"])
def test_a_sale_of_the_first_moment_that_can_be_told_is_counted_and_found_like_any_other(
    url: str, zone: str
) -> None:
    # A terminal that knows no date writes this one; other clocks were set far ahead.
    odd = [datetime(1, 1, 1, tzinfo=UTC), datetime(2150, 7, 1, 12, tzinfo=UTC)]
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        shop = make_shop(connection)
        boutique = shop.boutique("Matete")
        till = shop.terminal(boutique=boutique)
        for moment in (*odd, datetime(2026, 11, 20, 10, tzinfo=UTC)):
            shop.sale(terminal=till, boutique=boutique, sold=moment, total=1500)
    engine.dispose()
    source = open_sql(url)
    there = ZoneInfo(zone)
    try:
        points = over_time(source.revenue(Cut(there, time=TimeKey.HOUR)), Grain.HOUR)
        week = by_week_hour(source.revenue(Cut(there, time=TimeKey.WEEK_HOUR)))
        asked = [
            Behind(counted=True, spans=spans(there, start, next_bucket(start, Grain.HOUR)))
            for _, start in points
            if start is not None
        ]
        asked += [
            Behind(counted=True, week_hours=frozenset({hour}), zone=there) for hour in sorted(week)
        ]
        found = [len(source.sale_ids(SaleQuery(behind=one))) for one in asked]
    finally:
        source.close()
    assert {start.year for _, start in points if start is not None} == {1, 2026, 2150}
    assert found == [1] * 6


def test_expenses_that_were_applied_are_told_by_boutique_day_and_currency(url: str) -> None:
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        shop = make_shop(connection)
        matete, limete = shop.boutique("Matete"), shop.boutique("Limete")
        tills = shop.terminal(boutique=matete), shop.terminal(boutique=limete)

        def spend(place: int, amount: str, at: datetime, *, applied: bool, currency: str) -> None:
            shop.add_many(
                "inventory_rapportcaisse",
                [
                    {
                        "boutique_id": (matete, limete)[place],
                        "terminal_id": tills[place],
                        "date_rapport": at,
                        "depense": Decimal(amount),
                        "devise": currency,
                        "depense_appliquee": applied,
                        "created_at": at,
                        "updated_at": at,
                    }
                ],
            )

        evening = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)
        spend(0, "1500.50", evening, applied=True, currency="CDF")
        spend(0, "200.25", evening + timedelta(hours=3), applied=True, currency="CDF")
        spend(0, "7.10", evening, applied=True, currency="USD")
        spend(1, "999", evening, applied=False, currency="CDF")
        spend(1, "40", evening - timedelta(hours=1), applied=True, currency="CDF")
    engine.dispose()
    source = open_sql(url)
    try:
        found = source.expenses(Cut(KINSHASA, time=TimeKey.DAY))
        late = source.expenses(Cut(KINSHASA, since=evening))
    finally:
        source.close()
    assert found is not None
    assert late is not None
    told = {(one.boutique_id, day_of(one.hour or 0).day, one.currency): one.cents for one in found}
    assert told == {
        (matete, 21, "CDF"): 170_075,
        (matete, 21, "USD"): 710,
        (limete, 20, "CDF"): 4_000,
    }
    assert {(one.boutique_id, one.currency): one.cents for one in late} == {
        (matete, "CDF"): 170_075,
        (matete, "USD"): 710,
    }


@pytest.mark.parametrize(
    ("missing", "told"),
    [("devise", [("CDF", 15_025)]), ("depense", None), ("date_rapport", None)],
)
def test_expenses_of_another_age_are_in_francs_or_not_known(
    url: str, missing: str, told: list[tuple[str, int]] | None
) -> None:
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        shop = make_shop(connection)
        boutique = shop.boutique("Matete")
        row = {
            "boutique_id": boutique,
            "terminal_id": shop.terminal(boutique=boutique),
            "date_rapport": datetime(2026, 11, 20, 17, tzinfo=UTC),
            "depense": Decimal("150.25"),
            "devise": "CDF",
            "depense_appliquee": True,
        }
        shop.add_many("inventory_rapportcaisse", [row])
    with engine.begin() as connection:
        connection.exec_driver_sql(f"ALTER TABLE inventory_rapportcaisse DROP COLUMN {missing}")
    engine.dispose()
    source = open_sql(url)
    try:
        found = source.expenses(Cut(KINSHASA, time=TimeKey.DAY))
    finally:
        source.close()
    assert (None if found is None else [(one.currency, one.cents) for one in found]) == told


def test_where_no_expenses_are_kept_what_is_net_is_not_known(oldest_desk: Desk) -> None:
    assert oldest_desk.source.expenses(Cut(KINSHASA)) is None


def _behind(desk: Desk, query: SaleQuery) -> tuple[int, Amounts]:
    ids = desk.source.sale_ids(query)
    found = desk.source.totals(ids)
    return found.sales, found.amounts


@pytest.mark.parametrize("zone", ZONES)
def test_the_sales_behind_an_hour_of_the_week_are_those_that_were_counted_in_it(
    read_desk: Desk, zone: str
) -> None:
    cut = Cut(ZoneInfo(zone), time=TimeKey.WEEK_HOUR)
    cells = read_desk.source.revenue(cut)
    hours = by_week_hour(cells)
    for hour in sorted(hours)[::7]:
        asked = Behind(counted=True, week_hours=frozenset({hour}), zone=cut.zone)
        found = _behind(read_desk, SaleQuery(behind=asked))
        assert found == (hours[hour].sales, hours[hour].amounts)


@pytest.mark.parametrize("grain", list(Grain))
def test_the_sales_behind_a_stretch_of_time_are_those_that_were_counted_in_it(
    read_desk: Desk, grain: Grain
) -> None:
    cut = Cut(ZoneInfo("America/New_York"), time=TimeKey.HOUR)
    points = over_time(read_desk.source.revenue(cut), grain)
    for boutique, start in list(points)[:: max(1, len(points) // 12)]:
        assert start is not None
        asked = Behind(counted=True, spans=spans(cut.zone, start, next_bucket(start, grain)))
        of = (
            SaleQuery(flags=frozenset({SaleFlag.ORPHAN}), behind=asked)
            if boutique is None
            else SaleQuery(boutiques=frozenset({boutique}), behind=asked)
        )
        takings = points[boutique, start]
        assert _behind(read_desk, of) == (takings.sales, takings.amounts)


def test_single_sales_can_be_asked_for_however_many(read_desk: Desk) -> None:
    every = sorted(rows_of(read_desk).sales)
    for wanted in ((), tuple(every[::3]), tuple(every) * 3 + (10**12,)):
        found = read_desk.source.sale_ids(SaleQuery(behind=Behind(ids=wanted)))
        assert set(found) == set(wanted) & set(every)
        assert len(found) == len(set(found))


def test_what_has_a_boutique_can_be_asked_for(read_desk: Desk) -> None:
    takings = dict(by_boutique(read_desk.source.revenue(Cut(KINSHASA))))
    takings.pop(None)
    found = _behind(read_desk, SaleQuery(behind=Behind(counted=True, located=True)))
    assert found[0] == sum(one.sales for one in takings.values())
    assert found[1] == sum((one.amounts for one in takings.values()), Amounts())
