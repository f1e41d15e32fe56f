"""What follows from everything that was read so far; for workers, because a plan may be large."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from desktop_admin.domain.local_time import local_hour
from desktop_admin.domain.movement import Sureness, sureness
from desktop_admin.domain.overview import (
    Found,
    Problem,
    ProblemKind,
    Verdict,
    arriving,
    invisible,
    problems,
    silences_of,
    verdict,
)
from desktop_admin.domain.put_off import Parted, PutOff, parted
from desktop_admin.domain.repair import Plan
from desktop_admin.domain.revenue import Takings
from desktop_admin.domain.rhythm import Silence, silence
from desktop_admin.gui.overview.reading import Revenue, Rhythms, Shop, Whole


@dataclass(frozen=True, slots=True)
class Held:
    """Everything that was read, each part None until it is there."""

    shop: Shop | None = None
    revenue: Revenue | None = None
    whole: Whole | None = None
    rhythms: Rhythms | None = None
    plan: Plan | None = None


@dataclass(frozen=True, slots=True)
class Conclusion:
    """What is shown of it."""

    problems: tuple[Problem, ...]
    parted: Parted
    silences: Mapping[int, Silence]
    #: Boutiques that usually sell at this hour and are silent, their terminals taken together.
    silent_boutiques: frozenset[int]
    invisible: Takings | None
    verdict: Verdict
    #: By currency; None while it is not known.
    sureness: Mapping[str, Sureness] | None
    #: What that is of; another one may be shown meanwhile.
    revenue: Revenue | None

    def sureness_of(self, revenue: Revenue) -> Mapping[str, Sureness] | None:
        """How sure this revenue is; None while that is not known."""
        return self.sureness if revenue is self.revenue else None


def conclude(
    held: Held, put_offs: Mapping[ProblemKind, PutOff], now: datetime, zone: ZoneInfo
) -> Conclusion:
    """Everything that follows at `now`."""
    shop, whole = held.shop, held.whole
    hours = _hours(held, zone)
    silences: Mapping[int, Silence] | None = None
    if hours is not None and shop is not None:
        silences = silences_of(hours, shop.terminals, now, zone)
    found = Found(
        terminals=shop.terminals if shop is not None else None,
        switched_off=shop.switched_off if shop is not None else None,
        plan=held.plan,
        cells=whole.cells if whole is not None else None,
        rejected=len(whole.rejected) if whole is not None else None,
        silences=silences,
    )
    every = problems(found, now)
    apart = parted(every, put_offs)
    newest = shop.newest.newest if shop is not None else None
    at = newest.at if newest is not None else None
    coming = arriving(hours, silences, at, now, zone)
    return Conclusion(
        every,
        apart,
        silences or {},
        _silent_boutiques(held, hours, now, zone),
        invisible(found),
        verdict(found, len(apart.waiting), coming),
        _sureness(held, zone),
        held.revenue,
    )


def _hours(held: Held, zone: ZoneInfo) -> Mapping[int, Collection[int]] | None:
    """In which hours sales came, those included that came since that was read."""
    if held.rhythms is None or held.shop is None:
        return None
    found: dict[int, Collection[int]] = {**held.rhythms.hours}
    for id_, newest in held.shop.newest.terminals.items():
        if newest.at is not None:
            found[id_] = {*found.get(id_, ()), local_hour(newest.at, zone)}
    return found


def _silent_boutiques(
    held: Held, hours: Mapping[int, Collection[int]] | None, now: datetime, zone: ZoneInfo
) -> frozenset[int]:
    shop = held.shop
    if shop is None or hours is None:
        return frozenset()
    sold: dict[int, set[int]] = {}
    for id_, terminal in shop.terminals.items():
        if terminal.boutique_id is not None:
            sold.setdefault(terminal.boutique_id, set()).update(hours.get(id_, ()))
    for id_, newest in shop.newest.boutiques.items():
        if newest.at is not None and id_ in sold:
            sold[id_].add(local_hour(newest.at, zone))
    at = local_hour(now, zone)
    return frozenset(id_ for id_, when in sold.items() if silence(when, at) is not None)


def _sureness(held: Held, zone: ZoneInfo) -> Mapping[str, Sureness] | None:
    revenue, plan = held.revenue, held.plan
    if revenue is None or plan is None:
        return None
    period = revenue.period
    return sureness(revenue.cells, plan, period.since(zone), period.until(zone))
