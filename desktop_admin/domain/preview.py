"""A plan as it is looked at: its sales in groups, and sums over any of them.

Which of its sales are meant is said by a mask: one byte a sale, 0 or 1, in the order of the
preview. So a hundred thousand of them are picked, combined and summed in a few milliseconds."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import compress
from typing import NamedTuple, Protocol

from desktop_admin.domain.evidence import Confidence
from desktop_admin.domain.masses import undisturbed
from desktop_admin.domain.money import Amounts


class WeighedSale(Protocol):
    """The sale of a proposal, as far as a preview needs it."""

    @property
    def sale_id(self) -> int:
        """Its id."""

    @property
    def number(self) -> str:
        """Its invoice number."""

    @property
    def sold_at(self) -> datetime | None:
        """When it was made, by the terminal."""

    @property
    def currency(self) -> str:
        """The code of its currency."""

    @property
    def cents(self) -> int:
        """Its amount in hundredths."""

    @property
    def counts(self) -> bool:
        """Whether its amount counts: paid and not cancelled."""


class Weighing(Protocol):
    """What was found of a sale: how sure, and where it can go."""

    @property
    def confidence(self) -> Confidence:
        """How sure."""

    @property
    def options(self) -> tuple[int, ...]:
        """The candidates, the best first."""


class Weighed(Protocol):
    """A proposal: an orphan with its boutiques, or a sale without terminal with its terminals."""

    @property
    def orphan(self) -> WeighedSale:
        """The sale."""

    @property
    def verdict(self) -> Weighing:
        """What was found of it."""


class GroupKey(NamedTuple):
    """What the sales of a group have in common."""

    confidence: Confidence
    #: The terminal of orphans, the boutique of sales without terminal; None: none.
    origin: int | None
    #: Where they can go.
    options: tuple[int, ...]


class Sum(NamedTuple):
    """How many sales, and what the paid and uncancelled ones come to."""

    sales: int
    amounts: Amounts


class Group(NamedTuple):
    """Sales that are shown together: those of a preview from `start` up to `stop`."""

    number: int
    key: GroupKey
    start: int
    stop: int
    first: datetime | None
    last: datetime | None


@dataclass(frozen=True)
class Preview:
    """All proposals of a plan, in order of their groups, the newest sale of each first."""

    items: Sequence[Weighed]
    groups: Sequence[Group]
    #: By sale id.
    places: Mapping[int, int]
    #: By currency: what each sale counts for, 0 where it is of another one.
    cents: Mapping[str, Sequence[int]]

    @classmethod
    def of(
        cls, proposals: Iterable[Weighed], origin_of: Callable[[Weighed], int | None]
    ) -> Preview:
        """The preview of these proposals; `origin_of`: a sale's terminal, or its boutique."""
        with undisturbed():
            grouped: defaultdict[GroupKey, list[Weighed]] = defaultdict(list)
            for one in proposals:
                verdict = one.verdict
                grouped[GroupKey(verdict.confidence, origin_of(one), verdict.options)].append(one)
            items: list[Weighed] = []
            groups = []
            for number, key in enumerate(sorted(grouped, key=_in_order)):
                found = sorted(grouped[key], key=_moment, reverse=True)
                start, stop = len(items), len(items) + len(found)
                times = [at for one in found if (at := one.orphan.sold_at) is not None]
                ends = (times[-1], times[0]) if times else (None, None)
                groups.append(Group(number, key, start, stop, *ends))
                items += found
            places = {one.orphan.sale_id: place for place, one in enumerate(items)}
            return cls(items, groups, places, _cents(items))

    @cached_property
    def every(self) -> bytes:
        """The mask of all sales."""
        return bytes([1]) * len(self.items)

    @cached_property
    def by_key(self) -> Mapping[GroupKey, int]:
        """The numbers of the groups."""
        return {group.key: group.number for group in self.groups}

    def stretch(self, start: int, stop: int) -> bytes:
        """The mask of the sales from `start` up to `stop`."""
        return bytes(start) + bytes([1]) * (stop - start) + bytes(len(self.items) - stop)

    def these(self, places: Iterable[int]) -> bytes:
        """The mask of the sales at these places."""
        mask = bytearray(len(self.items))
        for place in places:
            mask[place] = 1
        return bytes(mask)

    def of_sales(self, ids: Iterable[int]) -> bytes:
        """The mask of these sales, as far as they are here."""
        return self.these(place for id_ in ids if (place := self.places.get(id_)) is not None)

    def sum(self, mask: bytes, start: int = 0, stop: int | None = None) -> Sum:
        """What the sales of a mask come to, those from `start` up to `stop`."""
        stop = len(mask) if stop is None else stop
        sales = mask.count(1, start, stop)
        if not sales:
            return Sum(0, Amounts())
        part = mask[start:stop]
        counted = {
            code: sum(compress(cents[start:stop], part)) for code, cents in self.cents.items()
        }
        return Sum(sales, Amounts({code: total for code, total in counted.items() if total}))


def _in_order(key: GroupKey) -> tuple[int, int, tuple[int, ...]]:
    return list(Confidence).index(key.confidence), key.origin or 0, key.options


def _moment(one: Weighed) -> tuple[float, int]:
    at = one.orphan.sold_at
    return (float("-inf") if at is None else at.timestamp(), one.orphan.sale_id)


def _cents(items: Sequence[Weighed]) -> dict[str, Sequence[int]]:
    found: dict[str, array[int]] = {}
    for place, one in enumerate(items):
        sale = one.orphan
        if sale.counts:
            if sale.currency not in found:
                found[sale.currency] = array("q", bytes(8 * len(items)))
            found[sale.currency][place] = sale.cents
    return {code: found[code] for code in sorted(found)}


def both(one: bytes, other: bytes) -> bytes:
    """What is in both masks."""
    return (_bits(one) & _bits(other)).to_bytes(len(one), "little")


def either(one: bytes, other: bytes) -> bytes:
    """What is in one mask or the other."""
    return (_bits(one) | _bits(other)).to_bytes(len(one), "little")


def without(one: bytes, other: bytes) -> bytes:
    """What is in the first mask and not in the other."""
    return (_bits(one) & ~_bits(other)).to_bytes(len(one), "little")


def _bits(mask: bytes) -> int:
    return int.from_bytes(mask, "little")
