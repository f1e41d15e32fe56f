"""What the check tells: figures and codes, from which reports make sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop_admin.domain.model import Boutique, Sale, SaleLine, Terminal
from desktop_admin.domain.money import Amounts


class Scenario(StrEnum):
    """The reading that support staff know by these letters."""

    #: No sale at all: nothing reaches the server.
    A = "A"
    #: Sales, some of them without boutique.
    B = "B"
    #: Sales, none without boutique; what is not seen is hidden by the page.
    C = "C"


class Cause(StrEnum):
    """Why an orphan has no boutique, as far as its terminal tells."""

    #: The sale has no terminal: an older call of the server stored it.
    NO_TERMINAL = "no_terminal"
    #: Its terminal works nowhere at present.
    TERMINAL_WITHOUT_BOUTIQUE = "terminal_without_boutique"
    #: Its terminal has a boutique: the server did not link the sale.
    NOT_LINKED = "not_linked"


@dataclass(frozen=True, slots=True)
class CauseFigures:
    """How much a cause explains."""

    sales: int
    amounts: Amounts
    last: datetime | None


@dataclass(frozen=True, slots=True)
class Health:
    """The state of a shop's database at `at`. Counts count all sales; amounts are of paid and
    uncancelled ones."""

    at: datetime
    sales: int
    #: By the terminals' clocks.
    sold_last_24h: int
    #: By the server's clock; None where the database does not know it.
    received_last_24h: int | None
    orphans: int
    without_terminal: int
    #: Sales whose boutique is not in the database at all.
    boutique_missing: int
    amounts: Amounts
    orphan_amounts: Amounts
    causes: Mapping[Cause, CauseFigures]
    rejected: int
    last_sales: Sequence[Sale]
    orphan_samples: Sequence[Sale]
    without_terminal_samples: Sequence[Sale]
    lines: Mapping[int, Sequence[SaleLine]]
    boutiques: Sequence[Boutique]
    terminals: Sequence[Terminal]
    #: All sales, by boutique id and by terminal id.
    sales_by_boutique: Mapping[int, int]
    sales_by_terminal: Mapping[int, int]
    orphans_by_terminal: Mapping[int, int]

    @property
    def scenario(self) -> Scenario:
        """A, B or C."""
        if not self.sales:
            return Scenario.A
        return Scenario.B if self.orphans else Scenario.C

    @property
    def terminals_without_boutique(self) -> Sequence[Terminal]:
        """Active or not: their sales are refused, or stored without boutique."""
        return [terminal for terminal in self.terminals if terminal.boutique_id is None]

    @property
    def healthy(self) -> bool:
        """The success criteria: sales arrive, each with a boutique and a terminal, and every
        active terminal has a boutique to sell for."""
        stranded = any(terminal.active for terminal in self.terminals_without_boutique)
        troubles = self.orphans + self.without_terminal + self.boutique_missing
        return self.sales > 0 and not troubles and not stranded
