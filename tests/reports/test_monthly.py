"""A monthly sheet tells what plain Python counts, of any boutique, month and zone."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import openpyxl
import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_admin.domain.repair import plan_repair
from desktop_admin.reports.monthly import CurrencyPart, MonthlySheet, month_of, read, sheet
from desktop_admin.reports.monthly_book import book_of
from desktop_admin.reports.tables import save_book
from desktop_admin.sources.sql.source import SqlSource, open_sql
from desktop_admin.wording.words import Words
from tests.contract.plain import BOUTIQUES, Case, by_currency, cases
from tests.contract.test_revenue_proof import stall_at
from tests.shops import Shop, make_shop

KINSHASA = ZoneInfo("Africa/Kinshasa")
#: A Tuesday afternoon.
NOW = datetime(2026, 11, 17, 14, 20, tzinfo=UTC)


@contextmanager
def shop_at(path: Path) -> Iterator[tuple[Shop, int, int]]:
    """A shop to be filled: Gombe and Limete, a terminal at each."""
    engine = sa.create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        shop = make_shop(connection)
        gombe, limete = shop.boutique("Gombe"), shop.boutique("Limete")
        shop.terminal("SN-1", boutique=gombe)
        shop.terminal("SN-2", boutique=limete)
        yield shop, gombe, limete
    engine.dispose()


@contextmanager
def source_at(path: Path) -> Iterator[SqlSource]:
    source = open_sql(f"sqlite:///{path}", read_only=True)
    try:
        yield source
    finally:
        source.close()


def at(day: int, hour: int = 12, month: int = 11) -> datetime:
    """A moment by the shop's clock."""
    return datetime(2026, month, day, hour, tzinfo=KINSHASA).astimezone(UTC)


def one(path: Path, month: date, boutique: int, *, now: datetime = NOW) -> MonthlySheet:
    with source_at(path) as source:
        return sheet(read(source, month, KINSHASA, now), boutique)


def francs(found: MonthlySheet) -> CurrencyPart:
    return next(part for part in found.parts if part.currency == "CDF")


def test_days_weeks_and_payments_of_a_month_are_told(tmp_path: Path) -> None:
    path = tmp_path / "shop.sqlite3"
    with shop_at(path) as (shop, gombe, limete):
        for day, amount, payment in ((1, 100, "CASH"), (2, 50, "CARD"), (8, 25, "CASH")):
            shop.sale(
                terminal=1,
                boutique=gombe,
                amount=amount,
                sold=at(day, month=9),
                mode_paiement=payment,
            )
        shop.sale(terminal=1, boutique=gombe, amount=7, currency="USD", sold=at(8, month=9))
        shop.sale(terminal=2, boutique=limete, amount=999, sold=at(8, month=9))
        shop.sale(terminal=1, boutique=gombe, amount=999, sold=at(8, month=9), paid=False)
        shop.sale(terminal=1, boutique=gombe, amount=300, sold=at(31, month=8))
    found = one(path, date(2026, 9, 17), gombe)
    assert (found.first, found.last, found.running) == (date(2026, 9, 1), date(2026, 9, 30), False)
    assert [part.currency for part in found.parts] == ["CDF", "USD"]
    part = francs(found)
    assert (part.sales, part.cents, part.before) == (3, 17_500, 30_000)
    assert len(part.days) == 30
    assert part.days[7][1:] == (1, 2_500)
    # 2026-09-01 is a Tuesday: its week has six days of the month.
    assert [week[:4] for week in part.weeks[:2]] == [
        (date(2026, 9, 1), date(2026, 9, 6), 2, 15_000),
        (date(2026, 9, 7), date(2026, 9, 13), 1, 2_500),
    ]
    assert part.weeks[-1][:2] == (date(2026, 9, 28), date(2026, 9, 30))
    assert [tuple(one) for one in part.payments] == [("CASH", 2, 12_500), ("CARD", 1, 5_000)]
    assert [one.day.day for one in (part.best, part.weakest) if one is not None] == [1, 8]


def test_a_month_that_runs_is_compared_with_the_same_part_of_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / "shop.sqlite3"
    with shop_at(path) as (shop, gombe, _):
        # NOW is the 17th at 15:20 by the shop's clock.
        sold = (
            (17, 15, 10, 17),
            (17, 16, 10, 99),
            (30, 9, 10, 99),
            (5, 9, 11, 20),
            (17, 15, 11, 2),
        )
        for day, hour, month, amount in sold:
            shop.sale(terminal=1, boutique=gombe, amount=amount, sold=at(day, hour, month))
    found = one(path, date(2026, 11, 1), gombe)
    part = francs(found)
    assert found.running
    assert part.before == 1_700
    assert (part.sales, part.cents) == (2, 2_200)
    assert part.days[-1].day == date(2026, 11, 17), "days to come are not told"
    assert part.unfinished == date(2026, 11, 17)
    assert part.weakest is None, "a day that runs is not the weakest yet"
    assert part.weeks[-1][:2] == (date(2026, 11, 16), date(2026, 11, 17))


def test_a_boutique_that_only_spent_has_a_sheet_below_nothing(tmp_path: Path) -> None:
    path = tmp_path / "shop.sqlite3"
    with shop_at(path) as (shop, gombe, limete):
        spent = {
            "boutique_id": gombe,
            "terminal_id": 1,
            "date_rapport": at(3),
            "depense": Decimal("12.50"),
            "devise": "CDF",
            "depense_appliquee": True,
        }
        shop.add_many("inventory_rapportcaisse", [spent])
    found = one(path, date(2026, 11, 1), gombe)
    part = francs(found)
    assert found.spends
    assert (part.sales, part.cents, part.spent, part.net) == (0, 0, 1_250, -1_250)
    assert part.best is None
    assert one(path, date(2026, 11, 1), limete).parts == ()
    assert one(path, date(2027, 3, 1), gombe).parts == ()


def test_sales_that_only_wait_for_the_repair_are_told_and_not_counted(tmp_path: Path) -> None:
    path = tmp_path / "shop.sqlite3"
    with shop_at(path) as (shop, gombe, _):
        rice = shop.article("Riz", boutique=gombe)
        for day in (3, 4):
            shop.sale(terminal=1, boutique=gombe, lines=[rice], sold=at(day, 9))
            shop.sale(terminal=1, lines=[rice], sold=at(day, 10))
            shop.sale(terminal=1, boutique=gombe, lines=[rice], sold=at(day, 11))
        shop.sale(terminal=1, lines=[rice], sold=at(3, 10, 10))
    with source_at(path) as source:
        plan = plan_repair(source.evidence())
        month = read(source, date(2026, 11, 1), KINSHASA, NOW, plan.proposals)
        assert read(source, date(2026, 11, 1), KINSHASA, NOW).waiting is None
        part = [one for one in plan.proposals if one.orphan.sale_id != month.waiting[gombe].ids[0]]  # type: ignore[index]  # there is one
        stale = read(source, date(2026, 11, 1), KINSHASA, NOW, part)
        assert stale.waiting is None, "a plan of other sales says nothing of these"
    found = sheet(month, gombe)
    assert found.waiting is not None
    assert (len(found.waiting.ids), found.waiting.amounts["CDF"]) == (2, 300_000)
    assert francs(found).sales == 4


@pytest.mark.slow
def test_any_month_of_any_zone_is_what_plain_python_counts(tmp_path: Path) -> None:
    (tmp_path / "shop.sqlite3").touch()
    with stall_at(f"sqlite:///{tmp_path / 'shop.sqlite3'}") as stall:

        @given(cases(), st.data())
        @settings(max_examples=60, deadline=None, database=None)
        def holds(case: Case, data: st.DataObject) -> None:
            stall.fill(case)
            days = [case.local(one.at).date() for one in case.sales] or [date(2026, 3, 1)]
            first, last = month_of(data.draw(st.sampled_from(days)))
            mine = replace(case, first=first, last=last)
            now = datetime.combine(last, datetime.min.time(), UTC) + timedelta(days=40)
            month = read(stall.source, first, case.zone, now)
            for boutique in BOUTIQUES:
                _compare(sheet(month, boutique), mine, boutique)

        holds()


def _compare(found: MonthlySheet, case: Case, boutique: int) -> None:
    sales = [one for one in case.counted() if one.boutique == boutique]
    spent = [one for one in case.spent() if one.boutique == boutique]
    made = by_currency((one.currency, one.cents) for one in sales)
    taken = by_currency((one.currency, int(one.amount * 100)) for one in spent)
    for part in found.parts:
        mine = [one for one in sales if one.currency == part.currency]
        assert (part.sales, part.cents) == (len(mine), made.get(part.currency, 0))
        assert part.spent == taken.get(part.currency, 0)
        by_day: dict[date, int] = {}
        for one in mine:
            day = case.local(one.at).date()
            by_day[day] = by_day.get(day, 0) + one.cents
        assert {one.day: one.cents for one in part.days if one.sales} == by_day
        for told in (part.days, part.weeks, part.payments):
            assert _sums(told) == (part.sales, part.cents)
    assert {part.currency for part in found.parts} >= made.keys() | taken.keys()


def _sums(told: Sequence[object]) -> tuple[int, int]:
    pairs = [(getattr(one, "sales"), getattr(one, "cents")) for one in told]  # noqa: B009 - three types have both
    return sum(pair[0] for pair in pairs), sum(pair[1] for pair in pairs)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_workbook_holds_the_same_numbers_as_numbers_and_days(
    tmp_path: Path, language: str
) -> None:
    path = tmp_path / "shop.sqlite3"
    with shop_at(path) as (shop, gombe, _):
        for day, amount in ((1, "1000.10"), (2, "2000.20")):
            shop.sale(terminal=1, boutique=gombe, amount=Decimal(amount), sold=at(day, month=9))
        shop.sale(terminal=1, boutique=gombe, amount=7, currency="USD", sold=at(2, month=9))
    found = one(path, date(2026, 9, 1), gombe)
    words = Words(language)
    file = tmp_path / "fiche.xlsx"
    save_book(file, book_of(found, words), words)
    book = openpyxl.load_workbook(file)
    summary, days, weeks, payments, *_ = book.worksheets
    assert [cell.value for cell in summary[2]][:3] == ["CDF", 2, 3000.3]
    assert days["A2"].value.isoformat() == "2026-09-01T00:00:00"
    assert (days["C2"].value, days["C3"].value, days["E3"].value) == (1000.1, 2000.2, 7)
    assert weeks["A2"].value.isoformat() == "2026-09-01T00:00:00"
    assert payments["C2"].value == 3000.3
    last = [cell.value for cell in list(days.rows)[-1]]
    assert last[2] == 3000.3
