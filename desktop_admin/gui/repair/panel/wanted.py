"""What the panel is to show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_admin.gui.repair.panel.reading import AnyPlan, AnyProposal


@dataclass(frozen=True, slots=True)
class Wanted:
    """A sale, or a group, of a plan, and where it is to go; None: nowhere yet, or not all to the
    same."""

    plan: AnyPlan
    proposals: Sequence[AnyProposal]
    target: int | None
    single: bool

    def is_of(self, other: Wanted | None) -> bool:
        """Whether the other is of the same sales, wherever they go."""
        if other is None or other.plan is not self.plan or other.single is not self.single:
            return False
        mine, others = self.proposals, other.proposals
        return len(mine) == len(others) and mine[0] is others[0] and mine[-1] is others[-1]
