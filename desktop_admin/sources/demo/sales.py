"""Eighteen months of sales as they should have been stored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import accumulate
from typing import NamedTuple

from desktop_admin.sources.demo import names
from desktop_admin.sources.demo.dice import Dice
from desktop_admin.sources.demo.rhythm import DAYS, demand, midnight, moment
from desktop_admin.sources.demo.shops import DemoArticle, DemoBoutique, DemoTerminal, World

SALES = 20_000

#: Made and thrown away, so that exactly `SALES` are left of those received in time.
_SPARE = 250

_LATE = 0.015
_UNPAID = 0.012
_CANCELLED = 0.014
_NEGOTIATED = 0.06
#: The server notes when it received a sale only since it knows this column.
_RECEPTION_KNOWN_AFTER = timedelta(days=100)
#: It writes stock movements since then.
_MOVEMENTS_AFTER = timedelta(days=40)


class DemoLine(NamedTuple):
    """One line; prices are in the sale's currency, `listed` in francs."""

    article: DemoArticle
    quantity: int
    price: Decimal
    listed: int
    reason: str


@dataclass(slots=True)
class DemoSale:
    """A sale with the boutique that made it, and what is stored of it."""

    sold: datetime
    received: datetime
    #: Where it was made: the truth.
    boutique: int
    #: What the server has stored as its boutique.
    stored: int | None
    terminal: int | None
    number: str
    currency: str
    lines: list[DemoLine]
    amount: Decimal
    payment: str
    version: str
    reception_known: bool
    #: Where the server received it from; empty where it noted nothing.
    address: str = ""
    has_lines: bool = True
    has_movements: bool = True
    #: Made by the older call, which keeps dollars in another column.
    older_call: bool = False
    paid: bool = True
    cancelled: str = ""
    cancelled_at: datetime | None = None
    #: A trouble was made of it already.
    taken: bool = False


def sell(world: World, dice: Dice, until: datetime) -> list[DemoSale]:
    """All sales received before `until`, in the order the server received them."""
    counter = _Counter(world, dice)
    sales = [
        sale
        for day in _days(world, dice)
        if (sale := counter.sell(day)) is not None and sale.received < until
    ]
    sales = dice.some(sales, SALES)
    sales.sort(key=lambda sale: (sale.received, sale.number))
    return sales


def _days(world: World, dice: Dice) -> list[date]:
    days = [world.first_day + timedelta(days=number) for number in range(DAYS + 1)]
    weights = [demand(day, number / DAYS) for number, day in enumerate(days)]
    return sorted(dice.choices(days, weights, k=SALES + _SPARE))


class _Counter:
    """Where customers are served: knows who is open, and what is in stock."""

    def __init__(self, world: World, dice: Dice) -> None:
        self._world = world
        self._dice = dice
        self._day: date | None = None
        self._open: list[DemoBoutique] = []
        self._open_weights: list[float] = []
        self._tills: dict[int, list[DemoTerminal]] = {}
        self._shelves = {boutique.id: world.stock_of(boutique.id) for boutique in world.boutiques}
        self._popular = {
            id_: list(accumulate(article.weight for article in shelf))
            for id_, shelf in self._shelves.items()
        }

    def sell(self, day: date) -> DemoSale | None:
        """One sale on that day; None where everything is shut."""
        if day != self._day:
            self._open_doors(day)
        if not self._open:
            return None
        boutique = self._dice.choices(self._open, cum_weights=self._open_weights)[0]
        tills = self._tills[boutique.id]
        terminal = self._dice.choices(tills, [till.weight for till in tills])[0]
        sold = moment(day, boutique.trade, self._dice)
        return self._sale(sold, boutique, terminal)

    def _open_doors(self, day: date) -> None:
        """Find the boutiques that are open, and the terminals that spend that day in them."""
        self._day = day
        start, end = midnight(day), midnight(day + timedelta(days=1))
        self._tills = {}
        for terminal in self._world.terminals:
            if terminal.created < start:
                here = terminal.during(start, end)
                if here is not None:
                    self._tills.setdefault(here, []).append(terminal)
        self._open = [
            boutique
            for boutique in self._world.selling
            if boutique.id in self._tills
            and boutique.opened <= day
            and (boutique.closed is None or day < boutique.closed)
        ]
        self._open_weights = list(accumulate(boutique.weight for boutique in self._open))

    def _sale(self, sold: datetime, boutique: DemoBoutique, terminal: DemoTerminal) -> DemoSale:
        dice = self._dice
        currency = "USD" if dice.happens(boutique.dollars) else "CDF"
        lines = list(self._basket(boutique, currency))
        age = sold - midnight(self._world.first_day)
        sale = DemoSale(
            sold=sold,
            received=sold + self._delay(),
            boutique=boutique.id,
            stored=boutique.id,
            terminal=terminal.id,
            number=number(terminal.serial, sold, dice),
            currency=currency,
            lines=lines,
            amount=sum((line.price * line.quantity for line in lines), Decimal(0)),
            payment=_payment(boutique, dice),
            version=terminal.version,
            reception_known=age >= _RECEPTION_KNOWN_AFTER,
            address=terminal.address if age >= _RECEPTION_KNOWN_AFTER else "",
            has_movements=age >= _MOVEMENTS_AFTER,
            older_call=currency == "USD" and dice.happens(0.12),
        )
        self._end(sale)
        return sale

    def _basket(self, boutique: DemoBoutique, currency: str) -> Iterator[DemoLine]:
        dice = self._dice
        shelf = self._shelves[boutique.id]
        count = dice.choices((1, 2, 3, 4, 5), cum_weights=(42, 70, 86, 95, 100))[0]
        chosen = dice.choices(shelf, cum_weights=self._popular[boutique.id], k=count)
        rate = names.HOUSES[boutique.merchant - 1].rate
        for article in dict.fromkeys(chosen):
            quantity = dice.choices((1, 2, 3, 5, 10), cum_weights=(60, 82, 92, 98, 100))[0]
            if article.price > 20_000:
                quantity = 1
            price, reason = article.price, ""
            if dice.happens(_NEGOTIATED):
                price = max(100, int(round(price * dice.uniform(0.85, 0.96), -2)))
                reason = dice.choice(names.DISCOUNT_REASONS)
            unit = Decimal(price)
            if currency == "USD":
                unit = max((unit / rate).quantize(Decimal("0.01")), Decimal("0.01"))
            yield DemoLine(article, quantity, unit, article.price, reason)

    def _delay(self) -> timedelta:
        """Seconds as a rule, days where there was no network."""
        if self._dice.happens(_LATE):
            return timedelta(seconds=self._dice.randrange(4 * 3600, 5 * 86_400))
        return timedelta(seconds=self._dice.randrange(2, 75))

    def _end(self, sale: DemoSale) -> None:
        """Leave a few sales unpaid, and cancel others."""
        dice = self._dice
        if dice.happens(_UNPAID):
            sale.paid = False
        elif dice.happens(_CANCELLED):
            sale.cancelled = dice.choice(names.CANCEL_REASONS)
            sale.cancelled_at = sale.received + timedelta(minutes=dice.randrange(2, 90))


def number(serial: str, sold: datetime, dice: Dice) -> str:
    """An invoice number as terminals make them; "WEB" as the serial for the browser's."""
    stamp = sold.strftime("%Y%m%d%H%M%S")
    return f"{serial}-{stamp}{sold.microsecond // 1000:03}-{dice.getrandbits(32):08x}"


def _payment(boutique: DemoBoutique, dice: Dice) -> str:
    card = 16 if boutique.trade in ("SUPERMARCHE", "ELECTRONIQUE") else 2
    return dice.choices(("MOBILE", "CARD", "CASH"), cum_weights=(26, 26 + card, 100))[0]
