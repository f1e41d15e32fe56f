"""Boutiques, their goods, and terminals with the history the shop's tables forget."""

import random
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from tests.truth.scenario import Scenario

START = datetime(2025, 10, 1, 6, 0, tzinfo=UTC)
LENGTH = timedelta(days=400)
END = START + LENGTH
#: When the old script ran.
SCRIPT_AT = START + LENGTH * 2 / 3
_ARTICLES = 6
_MONTH = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Place:
    """A boutique or depot; a deleted one has no row any more."""

    id: int
    merchant: int
    depot: bool
    active: bool
    articles: tuple[int, ...]


class Stay(NamedTuple):
    """Where a terminal really works from a moment on."""

    since: datetime
    boutique: int


class Skew(NamedTuple):
    """How far a terminal's clock is off during a time."""

    since: datetime
    until: datetime
    off: timedelta


@dataclass(slots=True)
class Till:
    """A terminal: where it really was, and what its row says."""

    id: int
    serial: str
    owner: int
    stays: list[Stay]
    #: What its row said, from a moment on.
    records: list[tuple[datetime, int | None]]
    weight: float
    #: Before that it was another row with the same serial, which is deleted.
    recreated: datetime = START
    active: bool = True
    updated: datetime = START
    batch: bool = False
    skews: list[Skew] = field(default_factory=list)
    outages: list[tuple[datetime, datetime]] = field(default_factory=list)

    def stay_at(self, moment: datetime) -> int:
        """The index of the stay at `moment`."""
        index = 0
        for number, stay in enumerate(self.stays):
            if stay.since <= moment:
                index = number
        return index

    def recorded_at(self, moment: datetime) -> int | None:
        """The boutique its row had at `moment`."""
        recorded = None
        for since, boutique in self.records:
            if since <= moment:
                recorded = boutique
        return recorded

    @property
    def present(self) -> int | None:
        """The boutique its row has at the end."""
        return self.recorded_at(END)

    def off(self, moment: datetime) -> timedelta:
        """How far its clock is off at `moment`."""
        for skew in self.skews:
            if skew.since <= moment < skew.until:
                return skew.off
        return timedelta(0)

    def online(self, moment: datetime) -> datetime:
        """When what was sold at `moment` can be sent."""
        for since, until in self.outages:
            if since <= moment < until:
                return until
        return moment


@dataclass(slots=True)
class World:
    """All there is before the first sale."""

    places: dict[int, Place]
    tills: list[Till]
    #: By article: its boutique, a depot, or none.
    articles: dict[int, int | None]
    ownerless: tuple[int, ...]
    #: A boutique whose row is gone.
    deleted: int | None = None


class Builder:
    """Builds the world of one scenario; the same dice give the same world."""

    def __init__(self, scenario: Scenario, dice: random.Random) -> None:
        self._scenario = scenario
        self._dice = dice
        self._articles: dict[int, int | None] = {}
        self._places: dict[int, Place] = {}

    def build(self) -> World:
        """Everything, moves included."""
        merchants = range(1, self._scenario.merchants + 1)
        for merchant in merchants if self._scenario.depots else ():
            self._place(merchant, depot=True)
        for number in range(self._scenario.boutiques):
            self._place(merchants[number % len(merchants)], depot=False)
        ownerless = self._stock(None, 3)
        tills = [self._till(number) for number in range(1, self._scenario.terminals + 1)]
        deleted = max(self._places) if self._scenario.dangling else None
        return World(self._places, tills, self._articles, ownerless, deleted)

    def _chance(self, share: float) -> bool:
        return self._dice.random() < share

    def _place(self, merchant: int, *, depot: bool) -> None:
        id_ = len(self._places) + 1
        active = depot or not self._chance(self._scenario.closed)
        self._places[id_] = Place(id_, merchant, depot, active, self._stock(id_, _ARTICLES))

    def _stock(self, boutique: int | None, count: int) -> tuple[int, ...]:
        first = len(self._articles) + 1
        articles = range(first, first + count)
        self._articles.update(dict.fromkeys(articles, boutique))
        return tuple(articles)

    def _till(self, id_: int) -> Till:
        dice, scenario = self._dice, self._scenario
        home = dice.choice([place for place in self._places.values() if not place.depot])
        created = START
        if self._chance(0.3):
            created += dice.random() * LENGTH / 2
        till = Till(
            id=id_,
            serial=self._serial(id_),
            owner=home.merchant,
            stays=[Stay(created, home.id)],
            records=[(created, home.id)],
            weight=dice.random() + 0.2,
            active=not self._chance(scenario.inactive),
            updated=created,
            batch=self._chance(scenario.batches),
        )
        if self._chance(scenario.moved):
            self._move(till)
        if self._chance(scenario.never_attributed):
            till.records = [(created, None)]
        elif self._chance(scenario.detached):
            till.updated = self._between(till.records[-1][0], END)
            till.records.append((till.updated, None))
        if self._chance(scenario.recreated):
            till.recreated = self._between(created, END)
            till.updated = max(till.updated, till.recreated)
        if self._chance(scenario.renamed):
            till.updated = self._between(till.updated, END)
        self._disturb(till)
        return till

    def _serial(self, id_: int) -> str:
        if not self._scenario.strange_serials:
            return f"T{id_:04}X"
        base = (id_ + 5) // 6
        return (
            f"SN{base}",
            f"SN{base}-1",
            f"SN{base}-1-20260101",
            f" Kin {base} ",
            f"abc-{base}x",
            f"ABC-{base}x",
        )[id_ % 6]

    def _between(self, since: datetime, until: datetime) -> datetime:
        return since + self._dice.random() * (until - since)

    def _move(self, till: Till) -> None:
        moments = sorted(
            self._between(till.stays[0].since + timedelta(days=5), END)
            for _ in range(self._dice.randint(1, self._scenario.moves))
        )
        for moment in moments:
            till.stays.append(Stay(moment, self._target(till)))
            self._note(till)

    def _note(self, till: Till) -> None:
        """Record the last move: at once, later, ahead, or with nothing in between."""
        noted, target = till.stays[-1]
        lag = timedelta(days=self._scenario.lag_days) * self._dice.random()
        latest = till.records[-1][0]
        if self._chance(self._scenario.lagging):
            way = self._dice.randrange(3)
            if way == 0:
                noted = min(noted + lag, END)
            else:
                noted = max(noted - lag, latest)
                if way == 2:
                    till.records.append((noted, None))
                    noted = till.stays[-1].since
        noted = max(noted, latest)
        till.records.append((noted, target))
        if not self._chance(self._scenario.moved_unsaved):
            till.updated = noted

    def _target(self, till: Till) -> int:
        here = till.stays[-1].boutique
        if len(till.stays) > 1 and self._chance(self._scenario.returning):
            before = till.stays[-2].boutique
            if before != here:
                return before
        abroad = self._chance(self._scenario.abroad)
        others = [place for place in self._places.values() if not place.depot and place.id != here]
        wanted = [place for place in others if (place.merchant != till.owner) == abroad]
        return self._dice.choice(wanted or others).id

    def _disturb(self, till: Till) -> None:
        """Take the network away for a while, and put the clock wrong."""
        dice, scenario = self._dice, self._scenario
        if self._chance(scenario.outages):
            for _ in range(dice.randint(1, 3)):
                since = self._between(till.stays[0].since, END)
                if len(till.stays) > 1 and self._chance(0.5):
                    moved = dice.choice(till.stays[1:]).since
                    since = moved - dice.random() * timedelta(days=scenario.outage_days) / 2
                lasting = timedelta(days=scenario.outage_days) * (0.1 + 0.9 * dice.random())
                till.outages.append((since, min(since + lasting, END)))
        if self._chance(scenario.wrong_clocks):
            off = dice.choice((-400, -150, -60, -20, -3, -1, 1, 40, 200)) * timedelta(days=1)
            since, until = START, END
            if self._chance(0.7):
                since = self._between(START, END - _MONTH)
                until = self._between(since, END)
            till.skews.append(Skew(since, until, off + dice.random() * timedelta(hours=20)))
