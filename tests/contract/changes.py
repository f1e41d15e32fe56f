"""Change sets by hand, in few words."""

from dataclasses import replace
from typing import Any

from desktop_admin.domain.changes import (
    Change,
    ChangeKind,
    ChangeSet,
    Entity,
    Field,
    Group,
    Operator,
    new_id,
)
from tests.contract.bench import Desk

ME = Operator("Aline", "POSTE-1")
ALL = Group("all")


def sale_to(sale: int, boutique: int | None, before: int | None = None, **more: Any) -> Change:
    """A sale goes to a boutique."""
    return Change(Entity.SALE, sale, Field.BOUTIQUE, before, boutique, **more)


def till_to(terminal: int, boutique: int | None, before: int | None = None, **more: Any) -> Change:
    """A terminal goes to a boutique."""
    return Change(Entity.TERMINAL, terminal, Field.BOUTIQUE, before, boutique, **more)


def till_active(terminal: int, before: bool, after: bool, **more: Any) -> Change:
    """A terminal is switched on or off."""
    return Change(Entity.TERMINAL, terminal, Field.ACTIVE, int(before), int(after), **more)


def sale_of(sale: int, terminal: int | None, before: int | None = None, **more: Any) -> Change:
    """A sale gets its terminal."""
    return Change(Entity.SALE, sale, Field.TERMINAL, before, terminal, **more)


def change_set(*changes: Change, kind: ChangeKind = ChangeKind.ASSIGN, **more: Any) -> ChangeSet:
    """These changes as one set with a fresh id."""
    groups = more.pop("groups", (ALL,))
    return replace(ChangeSet(new_id(), kind, ME, changes, groups), **more)


def attach(desk: Desk) -> ChangeSet:
    """The market's plain orphans go to Matete."""
    market = desk.market
    return change_set(
        *(sale_to(sale, market.matete) for sale in market.orphans), kind=ChangeKind.REPAIR
    )
