"""Sales without terminal, and the terminals that may have made them.

Three witnesses are heard. **Number**: the serial of a terminal inside the invoice number.
**Address**: the network address that the sale came from, where one terminal alone was ever seen
under it. **Boutique**: the only terminal that worked in the sale's boutique at that time, or that
the one which the number names worked there too. `traces.py` says when each is silent.

Certain is only what the number says and another witness confirms. Address and boutique alone
tell where a sale was made, and not with what: a browser behind the same router, or a second
terminal that was deleted since (which is how most sales lose theirs), leaves the same two
traces. So they make a proposal that is deduced at most, however well they agree. A sale that by
its number was made in a browser, or by a terminal that is no longer there, gets none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple, Protocol

from desktop_admin.domain.changes import (
    Change,
    ChangeKind,
    ChangeSet,
    Entity,
    Expectation,
    Field,
    Group,
    Operator,
)
from desktop_admin.domain.evidence import Assignment, Confidence
from desktop_admin.domain.masses import undisturbed
from desktop_admin.domain.model import Boutique, Terminal
from desktop_admin.domain.money import Amounts
from desktop_admin.domain.repair import Caution


class StrayWitness(StrEnum):
    """Who speaks, the strongest first."""

    NUMBER = "number"
    ADDRESS = "address"
    BOUTIQUE = "boutique"


class StrayBasis(StrEnum):
    """What a testimony rests on, or why a witness is silent."""

    # Number
    SERIAL = "serial"
    UNKNOWN_SERIAL = "unknown_serial"
    NO_SERIAL = "no_serial"
    MADE_IN_BROWSER = "made_in_browser"
    # Address
    SESSION = "session"
    LAST_ADDRESS = "last_address"
    NO_ADDRESS = "no_address"
    OWN_ADDRESS = "own_address"
    UNKNOWN_ADDRESS = "unknown_address"
    SHARED_ADDRESS = "shared_address"
    INSTALLED_LATER = "installed_later"
    # Boutique
    ONLY_SELLER = "only_seller"
    ONLY_PRESENT = "only_present"
    SOLD_THERE = "sold_there"
    SEVERAL_TERMINALS = "several_terminals"
    NO_TERMINAL_THERE = "no_terminal_there"
    CHANGED_SINCE = "changed_since"
    NO_BOUTIQUE = "no_boutique"
    TIME_UNKNOWN = "time_unknown"
    # Address and boutique, where the number says that none of the terminals made the sale
    NOT_BY_TERMINAL = "not_by_terminal"


class StrayTestimony(NamedTuple):
    """What one witness says: one terminal, or none (silent)."""

    witness: StrayWitness
    basis: StrayBasis
    terminals: tuple[int, ...] = ()
    #: A weak testimony supports others, and is no contradiction to them.
    weak: bool = False


Heard = tuple[StrayTestimony, StrayTestimony, StrayTestimony]


class StrayVerdict(NamedTuple):
    """Which terminal made a sale: `options` has the one for certain and deduced, every candidate
    for a conflict (number before address before boutique), nothing where blocked."""

    confidence: Confidence
    options: tuple[int, ...]
    testimonies: Heard

    @property
    def target(self) -> int | None:
        """The terminal it gets by itself; None where somebody must decide."""
        sure = self.confidence in (Confidence.CERTAIN, Confidence.DEDUCED)
        return self.options[0] if sure else None


class Stray(NamedTuple):
    """A sale without terminal, as `Orphan` is one without boutique."""

    sale_id: int
    number: str
    sold_at: datetime | None
    received_at: datetime | None
    #: Always None: it is what is missing.
    terminal_id: None
    boutique_id: int | None
    paid: bool
    cancelled: bool
    currency: str
    cents: int
    #: The network address that the server received it from; empty where it noted none.
    address: str

    @property
    def counts(self) -> bool:
        """Whether its amount counts: paid and not cancelled."""
        return self.paid and not self.cancelled


class Sighting(NamedTuple):
    """A terminal seen under an address."""

    terminal_id: int
    #: From when to when it was logged in from there. Both None: its last address, at whatever
    #: time; `until` alone None: it still is.
    since: datetime | None = None
    until: datetime | None = None


class Seller(NamedTuple):
    """A terminal that sold in a boutique: between these moments, both of them sales."""

    terminal_id: int
    first: datetime
    last: datetime


@dataclass(frozen=True, slots=True)
class StrayEvidence:
    """Everything the witnesses say of all sales without terminal, gathered at `at`."""

    at: datetime
    strays: Sequence[Stray]
    terminals: Mapping[int, Terminal]
    boutiques: Mapping[int, Boutique]
    #: When terminals were set up, by id; one whose row does not tell is not in it.
    installed: Mapping[int, datetime]
    #: By address, of the addresses that occur in sales without terminal.
    sightings: Mapping[str, Sequence[Sighting]]
    #: By boutique id.
    sellers: Mapping[int, Sequence[Seller]]
    #: By terminal id, oldest first, as our journal knows them.
    assignments: Mapping[int, Sequence[Assignment]]


def weigh_stray(
    number: StrayTestimony, address: StrayTestimony, place: StrayTestimony
) -> StrayVerdict:
    """The verdict on three testimonies.

    Certain: the number names a terminal, another witness agrees, none disagrees. Deduced: those
    that speak agree. Conflict: they disagree. Blocked: none speaks. A weak testimony agrees or
    yields, it never contradicts."""
    heard = (number, address, place)
    speaking = [one for one in heard if one.terminals]
    if not speaking:
        return StrayVerdict(Confidence.BLOCKED, (), heard)
    firm = [one for one in speaking if not one.weak] or speaking
    named = tuple(dict.fromkeys(id_ for one in firm for id_ in one.terminals))
    if len(named) > 1:
        every = tuple(dict.fromkeys(id_ for one in speaking for id_ in one.terminals))
        return StrayVerdict(Confidence.CONFLICT, every, heard)
    agreeing = sum(one.terminals == named for one in speaking)
    sure = number.terminals == named and agreeing > 1
    return StrayVerdict(Confidence.CERTAIN if sure else Confidence.DEDUCED, named, heard)


class StrayProposal(NamedTuple):
    """One sale without terminal with its verdict, which those heard alike share."""

    orphan: Stray
    verdict: StrayVerdict


class StraySelected(NamedTuple):
    """A proposal that is to be done, and the terminal the sale gets."""

    proposal: StrayProposal
    target: int


class _Chosen(Protocol):
    """A proposal and its terminal, however they are kept."""

    @property
    def proposal(self) -> StrayProposal:
        """The proposal."""

    @property
    def target(self) -> int:
        """The terminal."""


@dataclass(frozen=True, slots=True)
class StrayPlan:
    """Every sale without terminal with its verdict, and what the verdicts were made from."""

    made_at: datetime
    proposals: Sequence[StrayProposal]
    terminals: Mapping[int, Terminal]
    boutiques: Mapping[int, Boutique]

    def counts(self) -> Mapping[Confidence, int]:
        """How many sales of each confidence."""
        counts = dict.fromkeys(Confidence, 0)
        for proposal in self.proposals:
            counts[proposal.verdict.confidence] += 1
        return counts

    def amounts(self, confidence: Confidence) -> Amounts:
        """Money of the paid, uncancelled sales of that confidence."""
        return Amounts(
            (sale.currency, sale.cents)
            for sale, verdict in self.proposals
            if verdict.confidence is confidence and sale.counts
        )

    def cautions(self, proposal: StrayProposal, target: int) -> tuple[Caution, ...]:
        """What must be said when this sale gets the terminal `target`."""
        boutique = self.boutiques.get(proposal.orphan.boutique_id or 0)
        terminal = self.terminals[target]
        if boutique is not None and boutique.owner_id != terminal.owner_id:
            return (Caution.OTHER_MERCHANT,)
        return ()


def stray_set(
    plan: StrayPlan, selected: Sequence[_Chosen], operator: Operator, change_set_id: str
) -> ChangeSet:
    """The change set that gives the selected sales their terminals, grouped by confidence,
    boutique and terminal. Every change expects the sale's boutique, and its being cancelled or
    not, to be as the plan saw them."""
    with undisturbed():
        groups: dict[tuple[Confidence, int | None, int], int] = {}
        changes = tuple(_changes(selected, groups))
        names = (Group(f"{sure}|boutique={one}|terminal={till}") for sure, one, till in groups)
        return ChangeSet(
            id=change_set_id,
            kind=ChangeKind.REPAIR,
            operator=operator,
            changes=changes,
            groups=tuple(names) or (Group("none"),),
            made_at=plan.made_at,
        )


def _changes(
    selected: Iterable[_Chosen], groups: dict[tuple[Confidence, int | None, int], int]
) -> Iterable[Change]:
    expecting: dict[tuple[int | None, bool], tuple[tuple[Expectation, int | None], ...]] = {}
    for one in selected:
        sale, verdict = one.proposal
        group = groups.setdefault((verdict.confidence, sale.boutique_id, one.target), len(groups))
        seen = (sale.boutique_id, sale.cancelled)
        expects = expecting.setdefault(
            seen,
            (
                (Expectation.CANCELLED, int(sale.cancelled)),
                (Expectation.BOUTIQUE, sale.boutique_id),
            ),
        )
        yield Change(Entity.SALE, sale.sale_id, Field.TERMINAL, None, one.target, expects, group)
