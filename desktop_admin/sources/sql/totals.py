"""What a list of sales comes to, also a million of them; and what occurs in sales."""

from __future__ import annotations

from collections import Counter as Counts
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress
from typing import NamedTuple

import sqlalchemy as sa

from desktop_admin.domain.money import Amounts
from desktop_admin.sources.base import Progress, Report, SaleChoices, Step, Totals
from desktop_admin.sources.sql.around import among
from desktop_admin.sources.sql.expressions import SaleColumns
from desktop_admin.sources.sql.figures import Counter
from desktop_admin.sources.sql.found import Found

#: Ids are looked at in blocks of so many (a power of two).
_BITS = 14
_BLOCK = 1 << _BITS
#: So many ids in a row are summed in one statement: a fraction of a second.
_SPAN = 8 * _BLOCK
_OTHERS = bytes((1, 0)) + bytes(254)


class _Ids(NamedTuple):
    """A list of ids as the database sums it fastest: everything in `spans` (both ends belong to
    them) and `listed`, without what is `missing` from the spans."""

    spans: list[tuple[int, int]]
    listed: list[int]
    missing: list[int]


def totals(connection: sa.Connection, found: Found, ids: Sequence[int], report: Report) -> Totals:
    """What these sales come to. A list of nearly all sales takes no longer than one pass."""
    counter, key = Counter(connection, found), SaleColumns(found).id
    arranged = _arranged(ids)
    asked = [
        *((1, key.between(*span)) for span in arranged.spans),
        *((1, some) for some in among(key, arranged.listed)),
        *((-1, some) for some in among(key, arranged.missing)),
    ]
    counts, amounts = Counts[str](), Counts[str]()
    for done, (sign, which) in enumerate(asked):
        report(Progress(Step.READING, done, len(asked)))
        for currency, sales, cents in counter.money(which):
            counts[currency] += sign * sales
            amounts[currency] += sign * cents
    # A currency of which all sales were taken off again is not among them.
    there = {currency: amounts[currency] for currency, count in counts.items() if count}
    return Totals(counts.total(), Amounts(there))


def _arranged(ids: Iterable[int]) -> _Ids:
    blocks: defaultdict[int, bytearray] = defaultdict(lambda: bytearray(_BLOCK))
    for id_ in ids:
        blocks[id_ >> _BITS][id_ & _BLOCK - 1] = 1
    found = _Ids([], [], [])
    for number in sorted(blocks):
        block = blocks[number]
        low, high = block.find(1), block.rfind(1) + 1
        inside, start = block[low:high], number << _BITS
        those = range(start + low, start + high)
        if inside.count(1) * 3 < len(inside) * 2:
            found.listed.extend(compress(those, inside))
            continue
        found.missing.extend(compress(those, inside.translate(_OTHERS)))
        found.spans.append((those[0], those[-1]))
    return found._replace(spans=list(_joined(found.spans)))


def _joined(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans that follow each other made one, as far as one statement should go."""
    first = last = None
    for low, high in spans:
        if first is not None and last is not None and low == last + 1 and high - first < _SPAN:
            last = high
            continue
        if first is not None and last is not None:
            yield first, last
        first, last = low, high
    if first is not None and last is not None:
        yield first, last


def choices(connection: sa.Connection, found: Found) -> SaleChoices:
    """The payments and currencies that occur."""
    sale = SaleColumns(found)
    payments, currencies = (
        tuple(sorted(connection.execute(sa.select(column).distinct()).scalars()))
        for column in (sale.payment.label("value"), sale.currency.label("value"))
    )
    return SaleChoices(payments, currencies)
