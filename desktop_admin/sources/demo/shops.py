"""The demo's merchants, boutiques, terminals and articles, before anything is sold."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import NamedTuple

from desktop_admin.sources.demo import names
from desktop_admin.sources.demo.dice import Dice
from desktop_admin.sources.demo.rhythm import DAYS, midnight

TERMINALS = 300
_NEVER_ATTRIBUTED = 6
_MOVED = 26
_DETACHED = 8
_OPENED_LATER = 5
_CLOSED = 3
_FEWEST_TERMINALS = 3


@dataclass(slots=True)
class DemoBoutique:
    """A boutique or depot of the demo; `merchant` counts from 1 and is also the owner's id."""

    id: int
    merchant: int
    name: str
    trade: str
    city: str
    quarter: str
    address: str
    code: str
    opened: date
    closed: date | None = None
    depot: bool = False
    pos_allowed: bool = True
    weight: float = 1.0
    #: Share of its sales that are paid in dollars.
    dollars: float = 0.1


class Stay(NamedTuple):
    """Where a terminal works from a moment on; None: nowhere."""

    since: datetime
    boutique: int | None


@dataclass(slots=True)
class DemoTerminal:
    """A terminal with the history that the shop's own tables forget."""

    id: int
    name: str
    serial: str
    owner: int
    created: datetime
    version: str
    stays: list[Stay]
    weight: float = 1.0
    active: bool = True
    updated: datetime | None = None
    last_sale: datetime | None = None
    notes: str = ""

    @property
    def boutique(self) -> int | None:
        """Where it works at present."""
        return self.stays[-1].boutique

    @property
    def address(self) -> str:
        """The network address the server sees it under: in every third boutique all stand behind
        one router, elsewhere each has a telephone's network."""
        home = self.stays[0].boutique or 0
        return f"41.243.{home}.9" if home % 3 == 0 else f"10.24.{home}.{self.id % 250 + 1}"

    def during(self, start: datetime, end: datetime) -> int | None:
        """The boutique it worked for all through `start` to `end`; None where it moved."""
        here: int | None = None
        for stay in self.stays:
            if stay.since <= start:
                here = stay.boutique
            elif stay.since < end:
                return None
        return here


class DemoArticle(NamedTuple):
    """An article as one boutique (None: nobody yet) has it in stock."""

    id: int
    boutique: int | None
    code: str
    name: str
    price: int
    weight: int
    in_dollars: bool
    stock: int


@dataclass(slots=True)
class World:
    """Everything there is on the demo's last day."""

    today: date
    first_day: date
    boutiques: list[DemoBoutique] = field(default_factory=list)
    terminals: list[DemoTerminal] = field(default_factory=list)
    articles: list[DemoArticle] = field(default_factory=list)

    @property
    def selling(self) -> list[DemoBoutique]:
        """All boutiques but the depots, closed ones included."""
        return [boutique for boutique in self.boutiques if not boutique.depot]

    def stock_of(self, boutique: int | None) -> list[DemoArticle]:
        """The articles of one boutique."""
        return [article for article in self.articles if article.boutique == boutique]


def build_world(today: date, dice: Dice) -> World:
    """The shop as it stood through the eighteen months before `today`."""
    world = World(today, today - timedelta(days=DAYS))
    _open_boutiques(world, dice)
    _install_terminals(world, dice)
    _move_terminals(world, dice)
    _stock_articles(world, dice)
    return world


def _open_boutiques(world: World, dice: Dice) -> None:
    for merchant, house in enumerate(names.HOUSES, start=1):
        prefix = house.account[:3].upper()
        places = [(f"Dépôt central {house.prefix}", "Kinshasa", "Limete Industriel, 1re Rue")]
        places += [(f"{house.prefix} {name}", city, street) for name, city, street in house.places]
        for number, (name, city, street) in enumerate(places):
            boutique = DemoBoutique(
                id=len(world.boutiques) + 1,
                merchant=merchant,
                name=name,
                trade=house.trade if number else "DEPOT",
                city=city,
                quarter=name.removeprefix(house.prefix).strip() if number else "Limete",
                address=street,
                code=f"{prefix}_BOUT_{number + 1:03}",
                opened=world.first_day - timedelta(days=dice.randrange(30, 400)),
                depot=number == 0,
                weight=dice.uniform(0.5, 1.8) * (1.0 if city == "Kinshasa" else 0.6),
                dollars=_dollars(name, house.trade, dice),
            )
            world.boutiques.append(boutique)
    changed = dice.sample(world.selling, _OPENED_LATER + _CLOSED + 1)
    for boutique in changed[:_OPENED_LATER]:
        boutique.opened = world.first_day + timedelta(days=dice.randrange(60, 420))
    for boutique in changed[_OPENED_LATER:-1]:
        boutique.closed = world.today - timedelta(days=dice.randrange(40, 200))
    changed[-1].pos_allowed = False


def _dollars(name: str, trade: str, dice: Dice) -> float:
    """Rich quarters and expensive goods are paid in dollars more often."""
    share = {"ELECTRONIQUE": 0.4, "SUPERMARCHE": 0.15, "PHARMACIE": 0.08}.get(trade, 0.04)
    return share * (1.8 if "Gombe" in name else dice.uniform(0.6, 1.2))


def _install_terminals(world: World, dice: Dice) -> None:
    homes = list(world.selling) * _FEWEST_TERMINALS
    weights = [boutique.weight for boutique in world.selling]
    rest = TERMINALS - _NEVER_ATTRIBUTED - len(homes)
    homes += dice.choices(world.selling, weights, k=rest)
    homes.sort(key=lambda boutique: boutique.id)
    ranks: dict[int, int] = {}
    for boutique in homes:
        rank = ranks[boutique.id] = ranks.get(boutique.id, 0) + 1
        opened = max(boutique.opened, world.first_day - timedelta(days=20))
        if rank > _FEWEST_TERMINALS:
            opened += timedelta(days=dice.randrange(0, 300))
        opened = min(opened, (boutique.closed or world.today) - timedelta(days=30))
        terminal = _terminal(world, f"{boutique.name} caisse {rank}", boutique, opened, dice)
        terminal.weight = 1.0 / (rank + 0.6)
        if dice.happens(0.35):
            terminal.name = f"{terminal.name} ({dice.choice(names.CASHIERS)})"
    for _ in range(_NEVER_ATTRIBUTED):
        opened = world.today - timedelta(days=dice.randrange(15, 90))
        name = f"Terminal neuf {len(world.terminals) + 1}"
        _terminal(world, name, None, opened, dice, owner=1 + dice.randrange(4))


def _terminal(
    world: World,
    name: str,
    boutique: DemoBoutique | None,
    opened: date,
    dice: Dice,
    owner: int = 0,
) -> DemoTerminal:
    """Set up a terminal in the quiet hours of that day."""
    created = midnight(opened) + timedelta(minutes=dice.randrange(300, 390))
    number = len(world.terminals) + 1
    home = boutique.id if boutique else None
    terminal = DemoTerminal(
        id=number,
        name=name,
        serial=_serial(number, dice),
        owner=boutique.merchant if boutique else owner,
        created=created,
        version=dice.choices(("2.0.1", "1.4.2", "1.4.1", "1.3.5", ""), (40, 30, 15, 10, 2))[0],
        stays=[Stay(created, home)],
        updated=created,
    )
    world.terminals.append(terminal)
    return terminal


def _serial(number: int, dice: Dice) -> str:
    """Serials of the three makes that are in use; some hold dashes."""
    make = dice.randrange(3)
    if make == 0:
        return f"VB{dice.randrange(20, 26)}{dice.randrange(1000):03}K{number:04}"
    if make == 1:
        return f"{dice.letters(7)}-{number}"
    return f"N5-{dice.randrange(100_000, 999_999)}-{number:03}"


def _move_terminals(world: World, dice: Dice) -> None:
    """Move some terminals, some of them twice; detach others."""
    standing = {boutique.id for boutique in world.selling if not boutique.closed}
    movable = [terminal for terminal in world.terminals if terminal.boutique in standing]
    chosen = dice.sample(movable, _MOVED + _DETACHED)
    for index, terminal in enumerate(chosen[:_MOVED]):
        moments = sorted(_during(world, terminal, dice) for _ in range(2 if index < 6 else 1))
        if index % 5 == 4:
            moments[-1] = midnight(world.today - timedelta(days=dice.randrange(3, 25)))
            moments[-1] += timedelta(minutes=dice.randrange(480, 1_000))
        for step, moment in enumerate(moments):
            stranger = index in (10, 11) and step == 0
            back = index in (0, 1) and step == 1
            target = terminal.stays[0].boutique if back else None
            _move(world, terminal, moment, dice, stranger=stranger, target=target)
    for terminal in chosen[_MOVED:]:
        moment = midnight(world.today - timedelta(days=dice.randrange(5, 120)))
        moment += timedelta(minutes=dice.randrange(480, 1_000))
        terminal.stays.append(Stay(moment, None))
        terminal.updated = moment


def _during(world: World, terminal: DemoTerminal, dice: Dice) -> datetime:
    """A working hour in the middle of a terminal's life."""
    first = max(terminal.created, midnight(world.first_day))
    days = (midnight(world.today) - first).days
    day = first.date() + timedelta(days=dice.randrange(days // 5, max(days - 5, days // 5 + 1)))
    return midnight(day) + timedelta(minutes=dice.randrange(480, 1_000))


def _move(
    world: World,
    terminal: DemoTerminal,
    moment: datetime,
    dice: Dice,
    *,
    stranger: bool,
    target: int | None,
) -> None:
    """Give a terminal to another open boutique: its merchant's, or a `stranger`'s."""
    if target is None:
        target = dice.choice(
            [
                boutique.id
                for boutique in world.selling
                if not boutique.closed
                and boutique.opened < moment.date()
                and boutique.id != terminal.boutique
                and (boutique.merchant != terminal.owner) == stranger
            ]
        )
    terminal.stays.append(Stay(moment, target))
    terminal.updated = moment
    terminal.notes = "déplacé"


def _stock_articles(world: World, dice: Dice) -> None:
    for boutique in world.boutiques:
        house = names.HOUSES[boutique.merchant - 1]
        share = 1.0 if boutique.depot else dice.uniform(0.7, 0.95)
        for number, good in enumerate(house.goods):
            if dice.happens(share) or number == 0:
                _stock(world, boutique.id, number, good, dice)
    for number, good in enumerate(names.FOOD[:3]):
        _stock(world, None, number, good, dice)


def _stock(world: World, boutique: int | None, number: int, good: names.Good, dice: Dice) -> None:
    price = int(round(good.price * dice.uniform(0.96, 1.06), -2))
    article = DemoArticle(
        id=len(world.articles) + 1,
        boutique=boutique,
        code=f"6{boutique or 0:03}{number:05}{dice.randrange(10_000):04}",
        name=good.name,
        price=max(price, 100),
        weight=good.weight,
        in_dollars=dice.happens(0.7),
        stock=dice.randrange(12, 400),
    )
    world.articles.append(article)
