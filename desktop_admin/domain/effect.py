"""What sending orphans to boutiques does to their revenue and their number of sales."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple, Protocol
from zoneinfo import ZoneInfo

from desktop_admin.domain.local_time import LAST
from desktop_admin.domain.model import Figures
from desktop_admin.domain.money import Amounts
from desktop_admin.domain.period import midnight
from desktop_admin.domain.preview import Weighed

_DAY = timedelta(days=1)
_NOTHING = Figures()


class Aimed(Protocol):
    """A proposal, and where its sale goes."""

    @property
    def proposal(self) -> Weighed:
        """The proposal."""

    @property
    def target(self) -> int:
        """The boutique."""


class Effect(NamedTuple):
    """One boutique before, and what comes to it. A number counts all sales; an amount those that
    are paid and not cancelled."""

    boutique_id: int
    sales_before: int
    #: How many come.
    sales: int
    before: Amounts
    added: Amounts

    @property
    def sales_after(self) -> int:
        """Its number of sales with those that come."""
        return self.sales_before + self.sales

    @property
    def after(self) -> Amounts:
        """Its amounts with those that come."""
        return self.before + self.added


def effects(aimed: Iterable[Aimed], figures: Mapping[int, Figures]) -> Sequence[Effect]:
    """What comes to each boutique, the one that gets most sales first. `figures`: boutiques as
    they are before, of the same period as the sales (`span`); one that is not in it has none."""
    sales: defaultdict[int, int] = defaultdict(int)
    cents: defaultdict[tuple[int, str], int] = defaultdict(int)
    for one in aimed:
        orphan, target = one.proposal.orphan, one.target
        sales[target] += 1
        if orphan.counts:
            cents[target, orphan.currency] += orphan.cents
    added: defaultdict[int, dict[str, int]] = defaultdict(dict)
    for (target, currency), amount in cents.items():
        added[target][currency] = amount
    found = [
        Effect(target, before.sales, count, before.amounts, Amounts(added.get(target, {})))
        for target, count in sales.items()
        for before in (figures.get(target, _NOTHING),)
    ]
    return sorted(found, key=lambda effect: (-effect.sales, effect.boutique_id))


def span(proposals: Iterable[Weighed], zone: ZoneInfo) -> tuple[datetime, datetime] | None:
    """The whole local days from the first of these sales to the last: since (included) and until
    (no longer in it), aware, in UTC. None where no sale has a date."""
    moments = [at for one in proposals if (at := one.orphan.sold_at) is not None]
    if not moments:
        return None
    first, last = min(moments), max(moments)
    try:
        return (
            midnight(first.astimezone(zone).date(), zone),
            midnight(last.astimezone(zone).date() + _DAY, zone),
        )
    except OverflowError:
        # A terminal whose clock says that the world begins or ends has no whole day.
        return first, min(last, LAST - _DAY) + _DAY
