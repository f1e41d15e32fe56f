"""What has moved since a plan was made.

A change set is judged again inside its transaction, so a plan gone stale does no harm; but what
it shows is then not what would be done, and the operator is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from desktop_admin.domain.model import Boutique
from desktop_admin.domain.repair import Plan
from desktop_admin.domain.stray import StrayPlan

#: No boutique has this id.
_NO_MORE = -1


class Mark(NamedTuple):
    """What a change of a sale relies on: its terminal (of an orphan) or its boutique (of a sale
    without terminal), and whether it is cancelled."""

    other: int | None
    cancelled: bool


class Standing(NamedTuple):
    """What a boutique is, as far as a plan relies on it."""

    merchant_id: int
    active: bool
    depot: bool


@dataclass(frozen=True, slots=True)
class Seen:
    """All orphans, or all sales without terminal, and the places, as they are now."""

    #: By sale id.
    sales: Mapping[int, Mark]
    #: Where each terminal works.
    terminals: Mapping[int, int | None]
    boutiques: Mapping[int, Standing]


@dataclass(frozen=True, slots=True)
class Moved:
    """What is no longer as a plan saw it."""

    #: Sales of the plan that were repaired or deleted, were cancelled or no longer are, or are of
    #: another terminal (boutique, of sales without terminal): they would be left alone.
    gone: frozenset[int] = frozenset()
    #: How many have come that the plan does not know.
    new: int = 0
    #: Terminals of the plan that work elsewhere now, or are no more.
    terminals: frozenset[int] = frozenset()
    #: Boutiques of the plan that opened, closed, changed hands, or are no more.
    boutiques: frozenset[int] = frozenset()

    @property
    def anything(self) -> bool:
        """Whether the plan is stale."""
        return bool(self.gone or self.new or self.terminals or self.boutiques)


def moved_since(plan: Plan | StrayPlan, now_seen: Seen) -> Moved:
    """What has moved since `plan` was made; `now_seen` is the source's `orphans_now` for a plan
    of orphans, `strays_now` for one of sales without terminal."""
    return _strays_moved(plan, now_seen) if isinstance(plan, StrayPlan) else _moved(plan, now_seen)


def _moved(plan: Plan, seen: Seen) -> Moved:
    orphans = [one.orphan for one in plan.proposals]
    marks = {one.sale_id: (one.terminal_id, one.cancelled) for one in orphans}
    origins = {one.terminal_id for one in orphans} | set(plan.named_terminals.values())
    targets = set().union(*{one.verdict.options for one in plan.proposals})
    moved = frozenset(
        id_
        for id_ in origins
        if id_ is not None
        and id_ in plan.terminals
        and seen.terminals.get(id_, _NO_MORE) != plan.terminals[id_].boutique_id
    )
    return Moved(*_sales(marks, seen), moved, _boutiques(plan.boutiques, targets, seen))


def _strays_moved(plan: StrayPlan, seen: Seen) -> Moved:
    """Where a terminal works is nothing that giving it a sale relies on; that it exists, is."""
    strays = [one.orphan for one in plan.proposals]
    marks = {one.sale_id: (one.boutique_id, one.cancelled) for one in strays}
    origins = {one.boutique_id for one in strays}
    targets = set().union(*{one.verdict.options for one in plan.proposals})
    no_more = frozenset(targets & plan.terminals.keys() - seen.terminals.keys())
    return Moved(*_sales(marks, seen), no_more, _boutiques(plan.boutiques, origins, seen))


def _sales(marks: Mapping[int, tuple[int | None, bool]], seen: Seen) -> tuple[frozenset[int], int]:
    """Sales that are not what they were, and how many are new."""
    now = seen.sales
    # A mark is a tuple of the same two values, so both compare as they are.
    gone = frozenset(id_ for id_, mark in marks.items() if now.get(id_) != mark)
    return gone, len(now.keys() - marks.keys())


def _boutiques(
    planned: Mapping[int, Boutique], concerned: Iterable[int | None], seen: Seen
) -> frozenset[int]:
    return frozenset(
        id_
        for id_ in concerned
        if id_ is not None
        and (was := planned.get(id_)) is not None
        and seen.boutiques.get(id_) != Standing(was.merchant_id, was.active, was.depot)
    )
