"""What a source tells of sales as they come in: the part of `SalesSource` for the overview."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo


class NewSale(NamedTuple):
    """A sale as far as it tells that sales come in."""

    sale_id: int
    boutique_id: int | None
    terminal_id: int | None
    sold_at: datetime | None
    #: By the server's clock; None where it noted none.
    received_at: datetime | None

    @property
    def at(self) -> datetime | None:
        """When it came: received, or where nobody knows that, sold."""
        return self.received_at or self.sold_at


class NewestSales(NamedTuple):
    """The sale that came last, in all and by place. What never sold is not in it."""

    newest: NewSale | None
    boutiques: Mapping[int, NewSale]
    terminals: Mapping[int, NewSale]


class Arrival(NamedTuple):
    """An hour of the shop's wall clock (`domain.local_time`) in which a terminal's sales came."""

    terminal_id: int
    hour: int


class ArrivalQuestions(Protocol):
    """Each call as `SalesSource` promises."""

    def newest_sales(self) -> NewestSales:
        """The newest sales, looked up at the ends of indexes: costs next to nothing."""

    def arrivals(self, zone: ZoneInfo, since: datetime, until: datetime) -> Sequence[Arrival]:
        """In which hours sales came, by terminal, of the sales sold at or after `since` and before
        `until`: when the server received them, or where nobody knows that, when they were sold."""
