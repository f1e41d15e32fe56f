"""Which boutique the sales without boutique would count for, as far as the evidence is certain.

So a repair's effect on the revenue is seen before it is made, and what nobody can say yet is told
apart from what is only waiting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from desktop_admin.domain.evidence import Confidence
from desktop_admin.domain.money import Amounts
from desktop_admin.domain.repair import Proposal
from desktop_admin.domain.revenue import Takings


@dataclass(frozen=True, slots=True)
class Part:
    """Some of the sales without boutique that count: paid and not cancelled."""

    amounts: Amounts = Amounts()
    ids: tuple[int, ...] = ()
    #: How many are in each currency.
    counts: Mapping[str, int] = Amounts()

    @property
    def takings(self) -> Takings:
        """What they come to."""
        return Takings(len(self.ids), self.amounts, len(self.ids), self.counts)


@dataclass(frozen=True, slots=True)
class Attribution:
    """The sales without boutique of a period, each in exactly one part."""

    #: By the boutique that every witness names.
    ready: Mapping[int, Part] = field(default_factory=dict)
    #: What needs a decision, or what no witness speaks of.
    undecided: Part = Part()

    @property
    def waiting(self) -> Part:
        """All that only waits for the repair."""
        return _joined(self.ready.values())

    @property
    def whole(self) -> Part:
        """All of them."""
        return _joined([self.waiting, self.undecided])


def attributed(
    proposals: Iterable[Proposal], since: datetime | None, until: datetime | None
) -> Attribution:
    """The proposals of a plan whose sales were made from `since` on and before `until` (aware;
    None: no matter) and count. A sale of unknown time is in no period but the whole."""
    cents: dict[int | None, dict[str, int]] = {}
    counts: dict[int | None, dict[str, int]] = {}
    ids: dict[int | None, list[int]] = {}
    for orphan, verdict in proposals:
        if not orphan.counts or not _within(orphan.sold_at, since, until):
            continue
        target = verdict.target if verdict.confidence is Confidence.CERTAIN else None
        ids.setdefault(target, []).append(orphan.sale_id)
        sums = cents.setdefault(target, {})
        sums[orphan.currency] = sums.get(orphan.currency, 0) + orphan.cents
        count = counts.setdefault(target, {})
        count[orphan.currency] = count.get(orphan.currency, 0) + 1
    parts = {
        target: Part(Amounts(cents[target]), tuple(ids[target]), counts[target]) for target in ids
    }
    undecided = parts.pop(None, Part())
    ready = {target: part for target, part in parts.items() if target is not None}
    return Attribution(ready, undecided)


def _within(moment: datetime | None, since: datetime | None, until: datetime | None) -> bool:
    if moment is None:
        return since is None and until is None
    return (since is None or moment >= since) and (until is None or moment < until)


def _joined(parts: Iterable[Part]) -> Part:
    amounts, ids, counts = Amounts(), list[int](), Counter[str]()
    for part in parts:
        amounts += part.amounts
        ids += part.ids
        counts.update(part.counts)
    return Part(amounts, tuple(ids), counts)
