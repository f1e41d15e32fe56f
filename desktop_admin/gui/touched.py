"""Which rows a change touches, so that exactly those are read again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop_admin.domain.changes import Entity, Field


@dataclass(frozen=True, slots=True)
class Touched:
    """Which rows were changed, by id; `elsewhere`: by another window or computer."""

    terminals: frozenset[int] = frozenset()
    sales: frozenset[int] = frozenset()
    #: Boutiques that gained or lost one of them.
    boutiques: frozenset[int] = frozenset()
    elsewhere: bool = False


def touched_by(
    values: Iterable[tuple[Entity, int, Field, int | None, int | None]], *, elsewhere: bool = False
) -> Touched:
    """What changes of these values touch: entity, id, field, before, after."""
    terminals: set[int] = set()
    sales: set[int] = set()
    boutiques: set[int] = set()
    for entity, id_, field, before, after in values:
        (terminals if entity is Entity.TERMINAL else sales).add(id_)
        if field is Field.BOUTIQUE:
            boutiques.update(one for one in (before, after) if one is not None)
        elif field is Field.TERMINAL:
            terminals.update(one for one in (before, after) if one is not None)
    return Touched(frozenset(terminals), frozenset(sales), frozenset(boutiques), elsewhere)
