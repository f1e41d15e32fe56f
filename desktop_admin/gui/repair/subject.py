"""What is repaired, as the screen names it: orphans and their boutiques, or sales without
terminal and their terminals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop_admin.domain.matching import folded
from desktop_admin.domain.model import Boutique, Terminal
from desktop_admin.domain.preview import Weighed
from desktop_admin.domain.repair import Plan, Proposal
from desktop_admin.domain.scope import Labels
from desktop_admin.domain.stray import StrayPlan, StrayProposal
from desktop_admin.gui.text import one_line

_NAME = 60


@dataclass(frozen=True, slots=True)
class SubjectWords:
    """The words of a list, so that workers need not translate."""

    no_terminal: str
    no_boutique: str
    #: Where sales are that lack what they are to get.
    nowhere: str
    #: Where sales of one group go to different places.
    several: str
    #: How the column is called that says where sales go.
    route: str

    @classmethod
    def here(cls, *, strays: bool) -> SubjectWords:
        """In the language of the window."""
        return cls(
            QCoreApplication.translate("Repair", "Without terminal"),
            QCoreApplication.translate("Repair", "Without boutique"),
            QCoreApplication.translate("Repair", "no terminal")
            if strays
            else QCoreApplication.translate("Repair", "no boutique"),
            QCoreApplication.translate("Repair", "several terminals")
            if strays
            else QCoreApplication.translate("Repair", "several boutiques"),
            QCoreApplication.translate("Repair", "Boutique and proposed terminal")
            if strays
            else QCoreApplication.translate("Repair", "Terminal and target boutique"),
        )


@dataclass(frozen=True, slots=True)
class Subject:
    """The names of a plan. Plain values, so that workers may use it too."""

    words: SubjectWords
    terminals: Mapping[int, Terminal]
    boutiques: Mapping[int, Boutique]
    #: Whether the sales lack their terminal; else they lack their boutique.
    strays: bool
    #: Merchants by the account of their owner.
    merchants: Mapping[int, int]
    #: The terminals that numbers name, by sale id.
    named: Mapping[int, int]

    @classmethod
    def of(cls, plan: Plan | StrayPlan, words: SubjectWords) -> Subject:
        """The names of `plan`."""
        return cls(
            words,
            plan.terminals,
            plan.boutiques,
            isinstance(plan, StrayPlan),
            {one.owner_id: one.merchant_id for one in plan.boutiques.values()},
            plan.named_terminals if isinstance(plan, Plan) else {},
        )

    def origin(self, id_: int | None) -> str:
        """The terminal of orphans, the boutique of sales without terminal."""
        return self.boutique(id_) if self.strays else self.terminal(id_)

    def target(self, id_: int | None) -> str:
        """Where they go."""
        return self.terminal(id_) if self.strays else self.boutique(id_)

    @property
    def nowhere(self) -> str:
        """Where they are now."""
        return self.words.nowhere

    def icon(self, origin: int | None) -> str:
        """The icon before where they come from."""
        if self.strays:
            return "boutique" if origin is not None else "orphan"
        return "terminal" if origin is not None else "without_terminal"

    def terminal(self, id_: int | None) -> str:
        """A terminal's name."""
        if id_ is None:
            return self.words.no_terminal
        found = self.terminals.get(id_)
        return one_line(found.name, _NAME) if found else str(id_)

    def boutique(self, id_: int | None) -> str:
        """A boutique's name."""
        if id_ is None:
            return self.words.no_boutique
        found = self.boutiques.get(id_)
        return one_line(found.name, _NAME) if found else str(id_)

    def labels(self, one: Weighed) -> Labels:
        """What a sale is found by besides its number."""
        terminals, boutiques = self._terminals(one), self._boutiques(one)
        owners = {
            found.owner_id
            for held, ids in ((self.terminals, terminals), (self.boutiques, boutiques))
            for id_ in ids
            if (found := held.get(id_)) is not None
        }
        names = [
            *(f"{self.terminal(id_)}\n{self._serial(id_)}" for id_ in terminals),
            *map(self.boutique, boutiques),
        ]
        return Labels(
            folded("\n".join(names)),
            terminals,
            boutiques,
            frozenset(self.merchants[one] for one in owners if one in self.merchants),
        )

    def _terminals(self, one: Weighed) -> frozenset[int]:
        if isinstance(one, StrayProposal):
            return frozenset(one.verdict.options)
        if isinstance(one, Proposal):
            sale = one.orphan
            named = sale.terminal_id or self.named.get(sale.sale_id)
            return frozenset() if named is None else frozenset({named})
        raise TypeError(one)

    def _boutiques(self, one: Weighed) -> frozenset[int]:
        if isinstance(one, StrayProposal):
            own = one.orphan.boutique_id
            return frozenset() if own is None else frozenset({own})
        return frozenset(one.verdict.options)

    def _serial(self, id_: int) -> str:
        found = self.terminals.get(id_)
        return found.serial if found else ""


def origin_of(one: Weighed) -> int | None:
    """The terminal of an orphan, the boutique of a sale without terminal."""
    if isinstance(one, StrayProposal):
        return one.orphan.boutique_id
    if isinstance(one, Proposal):
        return one.orphan.terminal_id
    raise TypeError(one)
