"""Revenue as one counts it by hand, sale by sale: plain Python that shares nothing with the
product but the tables, and sales that are as awkward as sales can be."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from tests.clocks import ZONES, moments

#: Of which all sales are; None: of no boutique, of no terminal.
BOUTIQUES, TERMINALS = (1, 2, 3), (1, 2)


@dataclass(frozen=True)
class Sold:
    """One sale as its row tells it."""

    at: datetime
    boutique: int | None
    terminal: int | None
    payment: str
    paid: bool
    cancelled: bool
    currency: str
    total: Decimal
    dollars: Decimal | None

    @property
    def counts(self) -> bool:
        return self.paid and not self.cancelled

    @property
    def cents(self) -> int:
        amount = self.total
        if self.currency == "USD" and self.dollars is not None and self.dollars > 0:
            amount = self.dollars
        return int((amount * 100).to_integral_value(ROUND_HALF_UP))


@dataclass(frozen=True)
class Spent:
    """One expense as its cash report tells it."""

    at: datetime
    boutique: int
    currency: str
    amount: Decimal
    applied: bool


@dataclass(frozen=True)
class Case:
    """A shop, and what is asked of it."""

    zone: ZoneInfo
    sales: tuple[Sold, ...]
    expenses: tuple[Spent, ...]
    first: date | None
    last: date | None

    def local(self, moment: datetime) -> datetime:
        return moment.astimezone(self.zone)

    def inside(self, moment: datetime) -> bool:
        day = self.local(moment).date()
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    def counted(self) -> list[Sold]:
        return [one for one in self.sales if one.counts and self.inside(one.at)]

    def spent(self) -> list[Spent]:
        return [one for one in self.expenses if one.applied and self.inside(one.at)]


def key_of(case: Case, by: str) -> Callable[[datetime, int | None, str], str]:
    """What a row is called that a sale or an expense is in."""

    def key(moment: datetime, boutique: int | None, payment: str) -> str:
        at = case.local(moment)
        year, week, _ = at.isocalendar()
        return {
            "boutique": "unattributed" if boutique is None else str(boutique),
            "payment": payment,
            "hour": f"{at.year:04}-{at.month:02}-{at.day:02}T{at.hour:02}:00",
            "day": f"{at.year:04}-{at.month:02}-{at.day:02}",
            "week": f"{year:04}-W{week:02}",
            "month": f"{at.year:04}-{at.month:02}",
        }[by]

    return key


#: Key, boutique and currency, and the sales and cents of it.
Rows = dict[tuple[str, int | None, str], tuple[int, int]]


def expected(case: Case, by: str, *, net: bool = False) -> Rows:
    """The rows that there have to be."""
    key = key_of(case, by)
    found: Rows = {}
    parts: list[tuple[tuple[str, int | None, str], int, int]] = [
        ((key(one.at, one.boutique, one.payment), one.boutique, one.currency), 1, one.cents)
        for one in case.counted()
    ]
    if net:
        parts += [
            ((key(one.at, one.boutique, ""), one.boutique, one.currency), 0, -int(one.amount * 100))
            for one in case.spent()
        ]
    for place, sales, cents in parts:
        before = found.get(place, (0, 0))
        found[place] = (before[0] + sales, before[1] + cents)
    return found


def by_currency(parts: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Cents by currency."""
    found: dict[str, int] = {}
    for currency, cents in parts:
        found[currency] = found.get(currency, 0) + cents
    return found


CENTS = st.one_of(
    st.integers(-200_000, 5_000_000),
    st.sampled_from([0, 1, -1, 29, 57, 115, 999_999_999_999, -999_999_999_999, 100_000_000_010]),
)
AMOUNTS = CENTS.map(lambda cents: Decimal(cents).scaleb(-2))
CURRENCIES = st.sampled_from(["CDF", "CDF", "USD", "USD", "EUR", "cdf"])
PAYMENTS = st.sampled_from(["CASH", "CARD", "MOBILE_MONEY", "cash", "", "Chèque", "Cheque"])


@st.composite
def sold(draw: st.DrawFn, zone: ZoneInfo, year: int) -> Sold:
    """A sale of about that year."""
    return Sold(
        at=draw(moments(zone, year)),
        boutique=draw(st.sampled_from([*BOUTIQUES, None])),
        terminal=draw(st.sampled_from([*TERMINALS, None])),
        payment=draw(PAYMENTS),
        paid=draw(st.sampled_from([True, True, True, False])),
        cancelled=draw(st.sampled_from([False, False, False, True])),
        currency=draw(CURRENCIES),
        total=draw(AMOUNTS),
        dollars=draw(st.none() | AMOUNTS),
    )


@st.composite
def spent(draw: st.DrawFn, zone: ZoneInfo, year: int) -> Spent:
    """An expense of about that year."""
    return Spent(
        at=draw(moments(zone, year)),
        boutique=draw(st.sampled_from(BOUTIQUES)),
        currency=draw(CURRENCIES),
        amount=draw(AMOUNTS),
        applied=draw(st.booleans()),
    )


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Sales and expenses of one zone within a year or two, and a period beside or around them."""
    zone = draw(ZONES)
    year = draw(st.integers(1971, 2060))
    sales: list[Sold] = draw(st.lists(sold(zone, year), max_size=12))
    later: list[Sold] = draw(st.just([]) | st.lists(sold(zone, year + 1), max_size=3))
    sales += later
    expenses: list[Spent] = draw(st.lists(spent(zone, year), max_size=4))
    told = [*(one.at for one in sales), *(one.at for one in expenses)]
    days = [at.astimezone(zone).date() for at in told] or [date(year, 3, 1)]
    around = st.sampled_from(days).flatmap(
        lambda day: st.integers(-2, 2).map(lambda by: day + timedelta(days=by))
    )
    first, last = draw(st.none() | around), draw(st.none() | around)
    if first is not None and last is not None and first > last:
        first, last = last, first
    return Case(zone, tuple(sales), tuple(expenses), first, last)


def utc(moment: datetime) -> datetime:
    """The moment as the server stores it."""
    return moment.astimezone(UTC)
