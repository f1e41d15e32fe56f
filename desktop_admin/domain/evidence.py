"""The three witnesses of an orphan sale, and how they are weighed.

**Goods**: the boutiques of the articles on the lines, and of the stock movements that bear the
invoice number. **Place**: the boutique the terminal worked for at that moment (`place.py`).
**Number**: a boutique id inside the invoice number. What they say is `Testimony`; `weigh` makes
a `Verdict` of it, a pure function of the three.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple, Protocol

from desktop_admin.domain.invoice import read_number
from desktop_admin.domain.model import Boutique, Terminal


class Witness(StrEnum):
    """Who speaks, the strongest first."""

    GOODS = "goods"
    PLACE = "place"
    NUMBER = "number"


class Basis(StrEnum):
    """What a testimony rests on, or why a witness is silent."""

    # Goods
    LINES = "lines"
    MOVEMENTS = "movements"
    LINES_AND_MOVEMENTS = "lines_and_movements"
    NO_GOODS = "no_goods"
    GOODS_OF_DEPOT = "goods_of_depot"
    # Place
    JOURNAL = "journal"
    SALES_AROUND = "sales_around"
    SALE_BEFORE_AND_PRESENT = "sale_before_and_present"
    UNCHANGED_SINCE = "unchanged_since"
    PRESENT = "present"
    NO_TERMINAL = "no_terminal"
    TERMINAL_WITHOUT_BOUTIQUE = "terminal_without_boutique"
    MOVED_AROUND = "moved_around"
    CLOCKS_DISAGREE = "clocks_disagree"
    EDITED_SINCE = "edited_since"
    IN_DEPOT = "in_depot"
    # Number
    BOUTIQUE_IN_NUMBER = "boutique_in_number"
    NO_BOUTIQUE_IN_NUMBER = "no_boutique_in_number"
    UNKNOWN_BOUTIQUE_IN_NUMBER = "unknown_boutique_in_number"


class Testimony(NamedTuple):
    """What one witness says: no boutique (silent), one, or several (goods only)."""

    witness: Witness
    basis: Basis
    boutiques: tuple[int, ...] = ()
    #: How many lines or movements stand behind each boutique; sales around for place.
    counts: tuple[int, ...] = ()
    #: A weak testimony supports others, and is no contradiction to them.
    weak: bool = False


class Confidence(StrEnum):
    """How sure a verdict is."""

    CERTAIN = "certain"
    DEDUCED = "deduced"
    CONFLICT = "conflict"
    BLOCKED = "blocked"


class Verdict(NamedTuple):
    """Where an orphan belongs: `options` has the one boutique for certain and deduced, every
    candidate for a conflict (goods before place before number), nothing where blocked."""

    confidence: Confidence
    options: tuple[int, ...]
    testimonies: tuple[Testimony, Testimony, Testimony]

    @property
    def target(self) -> int | None:
        """The boutique it goes to by itself; None where somebody must decide."""
        sure = self.confidence in (Confidence.CERTAIN, Confidence.DEDUCED)
        return self.options[0] if sure else None


class Orphan(NamedTuple):
    """A sale without boutique. Times are aware or None; cents are its amount, paid or not."""

    sale_id: int
    number: str
    sold_at: datetime | None
    received_at: datetime | None
    terminal_id: int | None
    paid: bool
    cancelled: bool
    currency: str
    cents: int

    @property
    def counts(self) -> bool:
        """Whether its amount counts: paid and not cancelled."""
        return self.paid and not self.cancelled


#: A sale of the same terminal, just before or after, in one number: the id of its boutique, or,
#: where it is an orphan too, minus its own id. None: the terminal has no such sale.
Beside = int | None


class Neighbour(NamedTuple):
    """The same with its id, where its own goods are wanted; `boutique_id` None: an orphan."""

    sale_id: int
    boutique_id: int | None


#: Just before, just after; None where the terminal has no such sale.
Neighbours = tuple[Neighbour | None, Neighbour | None]


#: Boutique id (None: an article of no boutique) and number of lines or movements.
GoodsCount = tuple[int | None, int]


class Assignment(NamedTuple):
    """A terminal's change of boutique, as our journal knows it."""

    at: datetime
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything the witnesses say, of all orphans, gathered at `at` in a few set-wise queries."""

    at: datetime
    orphans: Sequence[Orphan]
    #: By sale id, also for neighbours that needed a look at their own goods.
    lines: Mapping[int, tuple[GoodsCount, ...]]
    movements: Mapping[int, tuple[GoodsCount, ...]]
    #: By sale id: the terminal's sales just before and just after, in order of sale time; where
    #: the terminal has a home, only of orphans for which that tells more. An orphan that agrees
    #: with the home may be passed over.
    beside: Mapping[int, tuple[Beside, Beside]]
    #: By sale id: the same with their ids, for orphans that their goods do not place.
    neighbours: Mapping[int, Neighbours]
    #: By sale id, where the sale was received, or its number made, at quite another time:
    #: the sales around that other moment.
    neighbours_by_other_clock: Mapping[int, Sequence[Neighbours]]
    terminals: Mapping[int, Terminal]
    boutiques: Mapping[int, Boutique]
    #: By terminal id, oldest first.
    assignments: Mapping[int, Sequence[Assignment]]
    #: By sale id: the terminal named by the serial inside the number, where a sale has none.
    named_terminals: Mapping[int, int]
    #: By terminal id: the one boutique of all its attributed sales. An orphan of such a terminal
    #: that is not in `beside` was sold between two of these, and its goods come from there.
    homes: Mapping[int, int] = field(default_factory=dict)


class Numbered(Protocol):
    """A sale with an invoice number, and perhaps a terminal."""

    @property
    def sale_id(self) -> int:
        """Its id."""

    @property
    def number(self) -> str:
        """Its invoice number."""

    @property
    def terminal_id(self) -> int | None:
        """Its terminal."""


def name_terminals(orphans: Iterable[Numbered], terminals: Iterable[Terminal]) -> dict[int, int]:
    """Terminals by the serial inside the invoice number, by sale id, where a sale has none.
    Case counts, as it does for the server. Spaces around a stored serial do not (HTTP strips
    them), unless two terminals would then be one."""
    by_serial: dict[str, int | None] = {}
    for terminal in terminals:
        serial = terminal.serial.strip()
        by_serial[serial] = None if serial in by_serial else terminal.id
    return {
        orphan.sale_id: terminal_id
        for orphan in orphans
        if orphan.terminal_id is None
        and (serial_named := read_number(orphan.number).serial) is not None
        and (terminal_id := by_serial.get(serial_named.strip())) is not None
    }


def weigh(goods: Testimony, place: Testimony, number: Testimony) -> Verdict:
    """The verdict on three testimonies.

    Certain: two witnesses agree and none disagrees. Deduced: exactly one speaks. Conflict:
    they disagree, or the goods come from two boutiques. Blocked: none speaks. A weak testimony
    agrees or yields, it never contradicts."""
    testimonies = (goods, place, number)
    speaking = [testimony for testimony in testimonies if testimony.boutiques]
    if not speaking:
        return Verdict(Confidence.BLOCKED, (), testimonies)
    firm = [testimony for testimony in speaking if not testimony.weak] or speaking
    named = tuple(dict.fromkeys(id_ for testimony in firm for id_ in testimony.boutiques))
    if len(named) > 1:
        every = tuple(dict.fromkeys(id_ for one in speaking for id_ in one.boutiques))
        return Verdict(Confidence.CONFLICT, every, testimonies)
    agreeing = sum(testimony.boutiques == named for testimony in speaking)
    confidence = Confidence.CERTAIN if agreeing > 1 else Confidence.DEDUCED
    return Verdict(confidence, named, testimonies)
