"""Every sale as it really was, and as it came to be stored."""

import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import accumulate

from tests.truth.scenario import Scenario
from tests.truth.world import END, SCRIPT_AT, START, Place, Till, World

_SEEN_WITH_MOVEMENTS = 0.7


@dataclass(slots=True)
class Sold:
    """A sale: what is true of it, and below what the database says."""

    till: Till
    stay: int
    boutique: int
    at: datetime
    received: datetime
    id: int = 0
    shown: datetime = START
    created: datetime | None = None
    stored: int | None = None
    terminal: int | None = None
    number: str = ""
    lines: tuple[int, ...] = ()
    movements: tuple[int, ...] = ()
    orphan: bool = False


class Trade:
    """Makes the sales of one world."""

    def __init__(self, scenario: Scenario, world: World, dice: random.Random) -> None:
        self._scenario = scenario
        self._world = world
        self._dice = dice

    def run(self) -> list[Sold]:
        """All sales, orphans among them, in the order the server received them."""
        sales = self._sell()
        sales.sort(key=lambda sale: (sale.received, sale.at, sale.till.id))
        known_from = int(len(sales) * self._scenario.reception_unknown)
        for id_, sale in enumerate(sales, start=1):
            sale.id = id_
            self._store(sale)
            if id_ > known_from:
                sale.created = sale.received
        self._orphan(sales)
        for sale in sales:
            self._spoil(sale)
        self._run_the_script(sales)
        return sales

    def _chance(self, share: float) -> bool:
        return self._dice.random() < share

    def _sell(self) -> list[Sold]:
        dice = self._dice
        tills = self._world.tills
        weights = list(accumulate(till.weight for till in tills))
        sales: list[Sold] = []
        while len(sales) < self._scenario.sales:
            till = dice.choices(tills, cum_weights=weights)[0]
            born = till.stays[0].since
            at = born + dice.random() * (END - born)
            at = at.replace(microsecond=at.microsecond // 1000 * 1000)
            moments = [at]
            if till.batch:
                # A whole basket of sales that the terminal stamps with one second.
                moments = [at.replace(microsecond=0)] * dice.randint(1, 6)
            sales += [self._sold(till, moment) for moment in moments]
        return sales[: self._scenario.sales]

    def _sold(self, till: Till, at: datetime) -> Sold:
        stay = till.stay_at(at)
        delay = timedelta(milliseconds=self._dice.randrange(1_500, 60_000))
        boutique = till.stays[stay].boutique
        return Sold(till, stay, boutique, at, till.online(at) + delay)

    def _store(self, sale: Sold) -> None:
        """What the server makes of a sound sale: the terminal's boutique at reception."""
        clock = sale.at + sale.till.off(sale.at)
        sale.shown = min(clock, sale.received)
        if self._scenario.sold_is_received:
            sale.shown = sale.received
        sale.number = self._number(sale.till.serial.strip(), clock)
        sale.terminal = sale.till.id if sale.received >= sale.till.recreated else None
        sale.stored = sale.till.recorded_at(sale.received)
        shelf = self._world.places[sale.boutique].articles
        sale.lines = tuple(self._dice.choices(shelf, k=self._dice.randint(1, 3)))
        if self._chance(_SEEN_WITH_MOVEMENTS):
            sale.movements = sale.lines

    def _number(self, serial: str, clock: datetime) -> str:
        stamp = f"{clock.astimezone(UTC):%Y%m%d%H%M%S}{clock.microsecond // 1000:03}"
        return f"{serial}-{stamp}-{self._dice.getrandbits(32):08x}"

    def _orphan(self, sales: list[Sold]) -> None:
        """Lose the boutique of some sales, and of all the sales of some stays."""
        share = self._scenario.clusters
        lost = {
            (till.id, stay)
            for till in self._world.tills
            if len(till.stays) > 1
            for stay in range(len(till.stays))
            if self._chance(share)
        }
        for sale in sales:
            whole = (sale.till.id, sale.stay) in lost
            if whole or sale.stored is None or self._chance(self._scenario.orphans):
                sale.orphan, sale.stored = True, None

    def _spoil(self, sale: Sold) -> None:
        """Take goods, terminal and number away, or put strange ones in their place."""
        scenario = self._scenario
        if not sale.orphan:
            if self._chance(scenario.bare_attributed):
                sale.lines = sale.movements = ()
            elif self._chance(scenario.borrowed):
                self._borrow(sale)
            return
        self._spoil_goods(sale)
        if sale.terminal is not None and self._chance(scenario.without_terminal):
            self._lose_terminal(sale)

    def _spoil_goods(self, sale: Sold) -> None:
        scenario, throw = self._scenario, self._dice.random()
        kinds = accumulate(
            (
                scenario.bare,
                scenario.movements_only,
                scenario.depot_goods,
                scenario.ownerless_goods,
                scenario.two_boutiques,
                scenario.borrowed,
            )
        )
        kind = next((number for number, upto in enumerate(kinds) if throw < upto), None)
        if kind == 0:
            sale.lines = sale.movements = ()
        elif kind == 1:
            sale.movements, sale.lines = sale.lines, ()
        elif kind == 2:
            depots = [place for place in self._world.places.values() if place.depot]
            if depots:
                self._sell_from(sale, self._dice.choice(depots))
        elif kind == 3:
            sale.lines, sale.movements = self._world.ownerless[:1], ()
        elif kind == 4:
            other = self._other(sale).articles[:1]
            sale.lines, sale.movements = sale.lines + other, ()
        elif kind == 5:
            self._borrow(sale)

    def _borrow(self, sale: Sold) -> None:
        self._sell_from(sale, self._other(sale))

    def _other(self, sale: Sold) -> Place:
        others = [
            place
            for place in self._world.places.values()
            if not place.depot and place.id != sale.boutique
        ]
        return self._dice.choice(others)

    def _sell_from(self, sale: Sold, place: Place) -> None:
        goods = tuple(self._dice.choices(place.articles, k=len(sale.lines)))
        sale.lines, sale.movements = goods, goods if sale.movements else ()

    def _lose_terminal(self, sale: Sold) -> None:
        """No terminal: the number has its serial, a boutique (right, unknown or a depot's), or
        nothing."""
        sale.terminal = None
        throw = self._dice.random()
        if throw < 0.35:
            return
        if throw < 0.65:
            sale.number = self._number("WEB", sale.at)
            return
        named = sale.boutique
        if throw > 0.97:
            named = 1 if self._chance(0.5) else 999_999
        tail = self._dice.randrange(1_000)
        sale.number = f"VENTE-{named}-{sale.shown.astimezone(UTC):%Y%m%d%H%M%S}-{tail}{sale.id}"

    def _run_the_script(self, sales: list[Sold]) -> None:
        """Attach orphans as the old script did: to their terminal's boutique of that day."""
        for sale in sales:
            if sale.orphan and sale.terminal is not None and sale.received < SCRIPT_AT:
                then = sale.till.recorded_at(SCRIPT_AT)
                if then is not None and self._chance(self._scenario.script):
                    sale.orphan, sale.stored = False, then
