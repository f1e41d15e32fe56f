"""Which sales of a preview are looked at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from typing import NamedTuple

from desktop_admin.domain.evidence import Confidence
from desktop_admin.domain.matching import folded
from desktop_admin.domain.money import Amounts
from desktop_admin.domain.preview import Group, Preview, Sum, Weighed, WeighedSale


class Labels(NamedTuple):
    """What a sale is found by besides its number: names, and ids."""

    text: str
    terminals: frozenset[int]
    boutiques: frozenset[int]
    merchants: frozenset[int]


#: The labels of one sale of a group; all sales of a group that has an origin share theirs.
LabelsOf = Callable[[Weighed], Labels]


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Which sales of a preview are looked at; everything that is set must hold."""

    #: Words that occur in a sale's number or its labels.
    text: str = ""
    terminals: frozenset[int] | None = None
    boutiques: frozenset[int] | None = None
    merchants: frozenset[int] | None = None
    #: Sold at or after, and before (aware, UTC).
    since: datetime | None = None
    until: datetime | None = None
    currency: str | None = None
    #: In cents of whatever currency the sale has, both included.
    at_least: int | None = None
    at_most: int | None = None
    confidences: frozenset[Confidence] | None = None

    @property
    def nothing(self) -> bool:
        """Whether it leaves out nothing."""
        return self == Narrowing()


@dataclass(frozen=True, slots=True)
class Scope:
    """What is looked at of a preview. What is not looked at is not applied either."""

    narrowing: Narrowing
    shown: bytes
    #: What each group comes to as it is shown, and what each confidence does.
    groups: Sequence[Sum]
    confidences: Mapping[Confidence, Sum]

    @property
    def total(self) -> Sum:
        """What all that is shown comes to."""
        return _added(self.confidences.values())


def scope_of(preview: Preview, narrowing: Narrowing, labels_of: LabelsOf) -> Scope:
    """What `narrowing` leaves of a preview."""
    shown = preview.every
    if not narrowing.nothing:
        words = folded(narrowing.text).split()
        mask = bytearray(len(preview.items))
        for group in preview.groups:
            _narrow_group(preview, group, narrowing, words, labels_of, mask)
        shown = bytes(mask)
    groups = [preview.sum(shown, group.start, group.stop) for group in preview.groups]
    found: defaultdict[Confidence, list[Sum]] = defaultdict(list)
    for group, summed in zip(preview.groups, groups, strict=True):
        found[group.key.confidence].append(summed)
    confidences = {code: _added(found[code]) for code in Confidence}
    return Scope(narrowing, shown, groups, confidences)


def _narrow_group(
    preview: Preview,
    group: Group,
    narrowing: Narrowing,
    words: Sequence[str],
    labels_of: LabelsOf,
    mask: bytearray,
) -> None:
    if narrowing.confidences is not None and group.key.confidence not in narrowing.confidences:
        return
    alike = group.key.origin is not None
    labels = labels_of(preview.items[group.start])
    if alike and not _labelled(labels, narrowing):
        return
    left = [word for word in words if word not in labels.text]
    for place in range(group.start, group.stop):
        one = preview.items[place]
        if not alike:
            labels = labels_of(one)
            if not _labelled(labels, narrowing):
                continue
            left = [word for word in words if word not in labels.text]
        mask[place] = _fits(one.orphan, narrowing, left)


def _labelled(labels: Labels, narrowing: Narrowing) -> bool:
    asked = (
        (narrowing.terminals, labels.terminals),
        (narrowing.boutiques, labels.boutiques),
        (narrowing.merchants, labels.merchants),
    )
    return all(wanted is None or not wanted.isdisjoint(held) for wanted, held in asked)


def _fits(sale: WeighedSale, narrowing: Narrowing, words: Sequence[str]) -> bool:
    if narrowing.since is not None and (sale.sold_at is None or sale.sold_at < narrowing.since):
        return False
    if narrowing.until is not None and (sale.sold_at is None or sale.sold_at >= narrowing.until):
        return False
    if narrowing.currency is not None and sale.currency != narrowing.currency:
        return False
    if narrowing.at_least is not None and sale.cents < narrowing.at_least:
        return False
    if narrowing.at_most is not None and sale.cents > narrowing.at_most:
        return False
    if not words:
        return True
    number = folded(sale.number)
    return all(word in number for word in words)


def _added(sums: Iterable[Sum]) -> Sum:
    listed = list(sums)
    amounts = reduce(lambda total, one: total + one.amounts, listed, Amounts())
    return Sum(sum(one.sales for one in listed), amounts)
