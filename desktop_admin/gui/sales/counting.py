"""How many sales there are, beside those that are shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from desktop_admin.sources.base import SaleFlag, SaleQuery, SaleSort, SalesSource


@dataclass(frozen=True, slots=True)
class Counts:
    """How many sales there are: in the period, with the filters, and of these by flag."""

    total: int
    matching: int
    flags: Mapping[SaleFlag, int]


def count(source: SalesSource, query: SaleQuery, *, shown: int, total: int | None) -> Counts:
    """Count what `query` leaves apart from its flags. `shown`: how many it leaves with them;
    `total`: how many there are in its period, where that is known. For workers."""
    narrow = replace(query, flags=frozenset(), sort=SaleSort.ID, descending=False)
    everything = SaleQuery(since=query.since, until=query.until, sort=SaleSort.ID, descending=False)
    matching = shown if not query.flags else len(source.sale_ids(narrow))
    if narrow == everything:
        total = matching
    elif total is None:
        total = len(source.sale_ids(everything))
    return Counts(total, matching, source.flag_counts(narrow))
