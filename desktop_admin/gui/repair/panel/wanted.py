"""What the panel is to show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import repeat

from desktop_admin.domain.repair import Proposal, Selected
from desktop_admin.gui.repair.panel.reading import AnyPlan, AnyProposal


@dataclass(frozen=True, slots=True)
class Wanted:
    """A sale, or a group, of a plan, and where it is to go; None: nowhere yet, or not all to the
    same. Then `targets` may tell where each of them goes, a negative number where nowhere."""

    plan: AnyPlan
    proposals: Sequence[AnyProposal]
    target: int | None
    single: bool
    targets: Sequence[int] = ()

    def is_of(self, other: Wanted | None) -> bool:
        """Whether the other is of the same sales, wherever they go."""
        if other is None or other.plan is not self.plan or other.single is not self.single:
            return False
        mine, others = self.proposals, other.proposals
        return len(mine) == len(others) and mine[0] is others[0] and mine[-1] is others[-1]

    def aimed(self) -> list[Selected]:
        """The orphans among these sales that go somewhere, each with where that is. Takes a while:
        for workers."""
        targets: Iterable[int] = self.targets
        if self.target is not None:
            targets = repeat(self.target, len(self.proposals))
        return [
            Selected(one, target)
            for one, target in zip(self.proposals, targets, strict=False)
            if target >= 0 and isinstance(one, Proposal)
        ]
