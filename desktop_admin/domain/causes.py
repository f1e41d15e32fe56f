"""What orphans have in common that other sales have not, so that the source is mended too; and
whether they are still being made.

A value (an app version, an address, a merchant, a stretch of days) is told as a cause where its
sales are orphaned at least three times as often as all others, where this is no chance, and where
it explains a tenth of all orphans at least. Of a few orphans, or where hardly any sale is none,
nothing can be told. The strongest is the one without which most orphans would not be.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from math import sqrt
from typing import NamedTuple

from desktop_admin.domain.evidence import Assignment
from desktop_admin.domain.model import Terminal
from desktop_admin.domain.place import worked_for
from desktop_admin.domain.repair import Plan

#: With fewer orphans, or fewer sales that are none, nothing is told.
LEAST_ORPHANS = 20
LEAST_OTHERS = 20
#: Of fewer orphans a value is no cause.
LEAST_OF_CAUSE = 10
_LEAST_OF_DAY = 5
#: The part of all orphans that a cause has to explain.
_SHARE = 0.1
#: How much oftener than other sales those of a cause are orphaned.
_TIMES = 3
#: By how many standard deviations: thousands of values are looked at, one in a million is luck.
_SURENESS = 5
#: Of one kind, no more causes than that.
_MOST = 3
_DAY = timedelta(days=1)

#: "Still" means within this time; a fault that was mended last week is not told as one.
RECENTLY = timedelta(days=3)
#: An assignment may come while a sale is under way.
_GRACE = timedelta(minutes=5)
#: A single orphan may be an accident.
_LEAST_STILL = 2


class Trait(StrEnum):
    """What a sale has that may be why it is an orphan."""

    VERSION = "version"
    ADDRESS = "address"
    MERCHANT = "merchant"
    #: The local day of the sale.
    DAY = "day"


class Count(NamedTuple):
    """How many sales, and how many of them are orphans."""

    orphans: int
    sales: int


NO_SALES = Count(0, 0)


@dataclass(frozen=True, slots=True)
class Traits:
    """All sales counted by what may be why they are orphans."""

    all: Count = NO_SALES
    #: By app version and by address; values with fewer than `LEAST_OF_CAUSE` orphans may be
    #: left out. Empty: sales that tell none.
    versions: Mapping[str, Count] = field(default_factory=dict)
    addresses: Mapping[str, Count] = field(default_factory=dict)
    #: By merchant id: the owner of the sale's terminal, else of its boutique.
    merchants: Mapping[int, Count] = field(default_factory=dict)
    days: Mapping[date, Count] = field(default_factory=dict)
    #: By merchant id.
    merchant_names: Mapping[int, str] = field(default_factory=dict)


class CommonCause(NamedTuple):
    """A value that orphans have in common; `part` are the sales that have it, of `all`."""

    trait: Trait
    #: The version, the address or the merchant as they are stored; for days the first, in ISO.
    name: str
    part: Count
    all: Count
    #: How many orphans there would not be, were its sales orphaned as seldom as the others.
    excess: float
    #: Of a merchant.
    merchant_id: int | None = None
    #: Of a stretch of days; both belong to it.
    first: date | None = None
    last: date | None = None

    @property
    def share(self) -> float:
        """Its part of all orphans, from 0 to 1."""
        return self.part.orphans / self.all.orphans

    @property
    def usual(self) -> float:
        """Its part of all sales, from 0 to 1."""
        return self.part.sales / self.all.sales


def common_causes(traits: Traits) -> Sequence[CommonCause]:
    """What stands out among the orphans, the strongest first; nothing where nothing does."""
    whole = traits.all
    if whole.orphans < LEAST_ORPHANS or whole.sales - whole.orphans < LEAST_OTHERS:
        return ()
    kinds = (
        _named(Trait.VERSION, traits.versions, whole),
        # A sale whose address nobody noted is of no address.
        _named(Trait.ADDRESS, {name: one for name, one in traits.addresses.items() if name}, whole),
        _of_merchants(traits, whole),
        _stretches(traits.days, whole),
    )
    return _strongest(cause for kind in kinds for cause in _strongest(kind)[:_MOST])


def _named(trait: Trait, counted: Mapping[str, Count], whole: Count) -> Iterator[CommonCause]:
    for name, part in counted.items():
        if _explains(part, whole) and _stands_out(part, whole):
            yield CommonCause(trait, name, part, whole, _excess(part, whole))


def _of_merchants(traits: Traits, whole: Count) -> Iterator[CommonCause]:
    for id_, part in traits.merchants.items():
        if _explains(part, whole) and _stands_out(part, whole):
            name = traits.merchant_names.get(id_, str(id_))
            yield CommonCause(Trait.MERCHANT, name, part, whole, _excess(part, whole), id_)


def _strongest(causes: Iterable[CommonCause]) -> list[CommonCause]:
    return sorted(causes, key=lambda one: (-one.excess, one.trait, one.name))


def _explains(part: Count, whole: Count) -> bool:
    return part.orphans >= max(LEAST_OF_CAUSE, _SHARE * whole.orphans)


def _others_rate(part: Count, whole: Count) -> float:
    """How often the sales that are not of that part are orphaned; rather too often, where there
    are few of them."""
    orphans, sales = whole.orphans - part.orphans, whole.sales - part.sales
    return min((orphans + 1) / (sales + 1), 1.0)


def _excess(part: Count, whole: Count) -> float:
    return part.orphans - part.sales * _others_rate(part, whole)


def _stands_out(part: Count, whole: Count) -> bool:
    if whole.sales - part.sales < LEAST_OTHERS:
        return False
    expected = part.sales * _others_rate(part, whole)
    return part.orphans >= _TIMES * expected and part.orphans - expected >= _SURENESS * sqrt(
        expected
    )


def _stretches(days: Mapping[date, Count], whole: Count) -> Iterator[CommonCause]:
    """Days that stand out, those that follow each other as one; a day may lie between them on
    which everything was shut."""
    outstanding = sorted(
        day
        for day, count in days.items()
        if count.orphans >= _LEAST_OF_DAY and _stands_out(count, whole)
    )
    runs: list[list[date]] = []
    for day in outstanding:
        if runs and day - runs[-1][-1] <= 2 * _DAY:
            runs[-1].append(day)
        else:
            runs.append([day])
    for run in runs:
        first, last = run[0], run[-1]
        inside = [count for day, count in days.items() if first <= day <= last]
        part = Count(sum(one.orphans for one in inside), sum(one.sales for one in inside))
        if _explains(part, whole) and _stands_out(part, whole):
            yield CommonCause(
                *(Trait.DAY, first.isoformat(), part, whole, _excess(part, whole)),
                first=first,
                last=last,
            )


@dataclass(frozen=True, slots=True)
class StillMade:
    """A terminal with a boutique whose sales were lately stored without one all the same."""

    terminal_id: int
    #: Where it works.
    boutique_id: int
    count: int
    #: When the last of them was received, or where nobody knows that, sold.
    last: datetime


def still_made(plan: Plan, now: datetime) -> Sequence[StillMade]:
    """Terminals whose orphans of the last days prove that the server does not link them, the
    latest first.

    An orphan proves it where its terminal had a boutique when the server received it: the
    terminal's row, which every assignment saves, was not saved since, or our journal says that it
    worked somewhere at that moment. A row that was saved after the sale proves nothing: that may
    have been the assignment. Where nobody knows when a sale was received, the moment it was sold
    stands for it, which is never later: the server does not take dates of the future."""
    found: defaultdict[int, list[datetime]] = defaultdict(list)
    for orphan, _ in plan.proposals:
        terminal = plan.terminals.get(orphan.terminal_id) if orphan.terminal_id else None
        moment = orphan.received_at or orphan.sold_at
        if terminal is None or moment is None or not now - RECENTLY <= moment <= now + _GRACE:
            continue
        if _had_boutique(moment, terminal, plan.assignments.get(terminal.id, ())):
            found[terminal.id].append(moment)
    if sum(map(len, found.values())) < _LEAST_STILL:
        return ()
    made = [
        StillMade(id_, plan.terminals[id_].boutique_id or 0, len(moments), max(moments))
        for id_, moments in found.items()
    ]
    return sorted(made, key=lambda one: (one.last, one.count, -one.terminal_id), reverse=True)


def _had_boutique(moment: datetime, terminal: Terminal, history: Sequence[Assignment]) -> bool:
    if terminal.boutique_id is None:
        return False
    before = moment - _GRACE
    if terminal.updated_at is not None and terminal.updated_at <= before:
        return True
    return bool(history) and worked_for(history, before, terminal.boutique_id) is not None
