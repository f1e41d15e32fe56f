"""What was taken, answered on one database."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_admin.domain.masses import undisturbed
from desktop_admin.domain.revenue import Cell, Cut, Expense
from desktop_admin.sources.sql.connected import Connected
from desktop_admin.sources.sql.takings import Till


class RevenueAnswers(Connected):
    """See `RevenueQuestions` for what each method promises."""

    def revenue(self, cut: Cut) -> Sequence[Cell]:
        with undisturbed(), self._reading() as connection:
            return Till(connection, self._found).cells(cut)

    def expenses(self, cut: Cut) -> Sequence[Expense] | None:
        with undisturbed(), self._reading() as connection:
            return Till(connection, self._found).expenses(cut)
