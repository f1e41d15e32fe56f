"""What a source tells of revenue: the part of `SalesSource` that counts what was taken."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    # The window is painted before any of these is needed.
    from desktop_admin.domain.revenue import Cell, Cut, Expense


class RevenueQuestions(Protocol):
    """Counted by the source, grouped and compared by `domain.revenue`."""

    def revenue(self, cut: Cut) -> Sequence[Cell]:
        """All sales of the cut in one pass, a cell for each combination that occurs, in no order:
        orphans too, unpaid and cancelled ones in `all_sales` only. The same on every engine, to
        the cent."""

    def expenses(self, cut: Cut) -> Sequence[Expense] | None:
        """The applied expenses of the cut, by boutique, currency and the moment of their cash
        report; None where the server keeps none, or not which were applied: what is net is then
        not known."""
