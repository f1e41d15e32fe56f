"""How revenue moved between two periods, and how sure it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from desktop_admin.domain.attribution import attributed
from desktop_admin.domain.repair import Plan
from desktop_admin.domain.revenue import Cell, by_boutique, total

#: A boutique fell or rose where it changed by a tenth at least; less is every week's luck.
_PART = 10
_MOST = 3
_THOUSAND = 1000


class Mover(NamedTuple):
    """A boutique whose revenue fell or rose, in one currency."""

    boutique_id: int
    before: int
    now: int

    @property
    def difference(self) -> int:
        """How much more it is, in cents; less than nothing: how much less."""
        return self.now - self.before


class Movers(NamedTuple):
    """The boutiques that lost most, and those that gained most, each the furthest first."""

    fallen: Sequence[Mover]
    risen: Sequence[Mover]


def movers(now: Iterable[Cell], before: Iterable[Cell], currency: str) -> Movers:
    """The boutiques whose revenue in `currency` changed most, by the amount, between two periods
    that can be compared. Sales without boutique are no boutique's."""
    held, were = by_boutique(now), by_boutique(before)
    found = []
    for id_ in {*held, *were}:
        if id_ is None:
            continue
        mover = Mover(
            id_,
            were[id_].amounts[currency] if id_ in were else 0,
            held[id_].amounts[currency] if id_ in held else 0,
        )
        if mover.difference and abs(mover.difference) * _PART >= abs(mover.before):
            found.append(mover)
    found.sort(key=lambda one: (one.difference, one.boutique_id))
    fallen = [one for one in found if one.difference < 0][:_MOST]
    risen = [one for one in found[::-1] if one.difference > 0][:_MOST]
    return Movers(fallen, risen)


def change(now: int, before: int) -> int | None:
    """By how many thousandths of `before` it is more now, rounded; None where there is nothing
    to compare with."""
    if before <= 0:
        return None
    twice = 2 * _THOUSAND * (now - before)
    sign = -1 if twice < 0 else 1
    return sign * ((abs(twice) + before) // (2 * before))


class Sureness(NamedTuple):
    """Revenue of one currency by how sure it is; the three add up to all of it."""

    #: Of sales that have their boutique.
    certain: int
    #: Of orphans that two witnesses place: they are repaired in one go.
    to_attribute: int
    #: Of orphans that somebody must decide about.
    uncertain: int


def sureness(
    cells: Iterable[Cell], plan: Plan, since: datetime | None, until: datetime | None
) -> Mapping[str, Sureness]:
    """The revenue of a period by how sure it is, by currency. `cells`: all sales of the period."""
    held = list(cells)
    whole = total(held).amounts
    without = total(cell for cell in held if cell.boutique_id is None).amounts
    attribution = attributed(plan.proposals, since, until)
    placed, open_ = attribution.waiting.amounts, attribution.undecided.amounts
    return {
        code: _parts(cents, without[code], placed[code], open_[code])
        for code, cents in whole.items()
        if cents
    }


def _parts(whole: int, without: int, placed: int, open_: int) -> Sureness:
    if placed + open_ != without:
        # A plan may be a moment older than the cells: no more is placed than there is. Where it is
        # not, amounts below nothing may leave less of all than of what is placed.
        placed = min(placed, without) if without >= 0 else without
    return Sureness(whole - without, placed, without - placed)
