"""The screen, the command line and the monthly sheets tell the same figures of one database."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from desktop_admin.domain.money import Amounts
from desktop_admin.domain.period import Period, PeriodKind
from desktop_admin.domain.revenue import minus, spent
from desktop_admin.gui.revenue.reading import Asked, read
from desktop_admin.reports import monthly
from desktop_admin.reports import revenue as told
from desktop_admin.reports.revenue import By, Wanted
from desktop_admin.sources.sql.source import SqlSource, open_sql
from tests.gui.fakes import NOW

MONTHS = [date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 1)]


@pytest.fixture
def source(demo_file: Path) -> Iterator[SqlSource]:
    opened = open_sql(f"sqlite:///{demo_file}", read_only=True)
    yield opened
    opened.close()


def on_the_screen(
    source: SqlSource, month: date, zone: ZoneInfo, *, net: bool
) -> Mapping[int | None, Amounts]:
    first, last = monthly.month_of(month)
    answer = read(source, Asked(Period(PeriodKind.FREE, first, last), zone, NOW), "%1")
    taken = spent(answer.expenses or ()) if net else {}
    places = {*answer.made, *taken}
    return {
        place: minus(
            answer.made[place].amounts if place in answer.made else Amounts(),
            taken.get(place, Amounts()) if place is not None else Amounts(),
        )
        for place in places
    }


def on_the_command_line(
    source: SqlSource, month: date, zone: ZoneInfo, by: By, *, net: bool
) -> Mapping[int | None, Amounts]:
    first, last = monthly.month_of(month)
    found: dict[int | None, Amounts] = {}
    for line in told.read(source, Wanted(zone, by, first, last, None, net)).lines:
        known = found.get(line.boutique_id, Amounts())
        found[line.boutique_id] = known + Amounts([(line.currency, line.cents)])
    return found


def without_zeros(found: Mapping[int | None, Amounts]) -> dict[int | None, dict[str, int]]:
    amounts = {
        place: {currency: cents for currency, cents in one.items() if cents}
        for place, one in found.items()
    }
    return {place: one for place, one in amounts.items() if one}


@pytest.mark.parametrize("zone", ["Africa/Kinshasa", "America/New_York"])
@pytest.mark.parametrize("month", MONTHS)
@pytest.mark.parametrize("net", [False, True])
def test_every_boutique_has_the_same_month_everywhere(
    source: SqlSource, zone: str, month: date, net: bool
) -> None:
    there = ZoneInfo(zone)
    screen = without_zeros(on_the_screen(source, month, there, net=net))
    assert screen
    for by in (By.BOUTIQUE, By.DAY, By.MONTH):
        line = on_the_command_line(source, month, there, by, net=net)
        assert without_zeros(line) == screen
    read_month = monthly.read(source, month, there, NOW)
    sheets: dict[int | None, Amounts] = {
        boutique: Amounts(
            (part.currency, (part.net or 0) if net else part.cents)
            for part in monthly.sheet(read_month, boutique).parts
        )
        for boutique in read_month.boutiques
    }
    assert without_zeros(sheets) == {
        place: one for place, one in screen.items() if place is not None
    }
