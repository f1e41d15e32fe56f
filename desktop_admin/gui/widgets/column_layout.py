"""Which columns a table shows, in which order, how wide: as the operator arranged them.

Knows no Qt. What is remembered outlives columns: an unknown key is skipped, a new column stands
where its definition puts it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from desktop_admin.gui.memory import Json
from desktop_admin.gui.models.columns import Column

#: Wider than any screen: a remembered width beyond it is no width.
_WIDEST = 4_000


@dataclass(frozen=True, slots=True)
class ColumnLayout:
    """Every column's key in the order of the screen, those that are hidden, and the widths the
    operator chose; without any, columns fit the window."""

    order: tuple[str, ...]
    hidden: frozenset[str]
    widths: Mapping[str, int] = field(default_factory=dict)

    def shown(self) -> tuple[str, ...]:
        """The keys of the columns one sees, from left to right."""
        return tuple(key for key in self.order if key not in self.hidden)


def usual_layout(columns: Sequence[Column[Any]]) -> ColumnLayout:
    """How a table looks before anybody arranged it."""
    hidden = frozenset(column.key for column in columns if not column.shown)
    return ColumnLayout(tuple(column.key for column in columns), hidden)


def write_layout(layout: ColumnLayout) -> dict[str, Json]:
    """The layout as JSON holds it."""
    order: list[Json] = [*layout.order]
    hidden: list[Json] = [*sorted(layout.hidden)]
    return {"order": order, "hidden": hidden, "widths": {**layout.widths}}


def read_layout(value: object, columns: Sequence[Column[Any]]) -> ColumnLayout:
    """A layout that was written once, for these columns; whatever else `value` is, the usual."""
    usual = usual_layout(columns)
    if not isinstance(value, Mapping):
        return usual
    order = [key for key in _strings(value.get("order")) if key in usual.order]
    order = list(dict.fromkeys(order))
    known = set(order)
    for place, key in enumerate(usual.order):
        if key not in known:
            order.insert(min(place, len(order)), key)
    hidden = {key for key in _strings(value.get("hidden")) if key in usual.order}
    hidden |= usual.hidden - known
    if len(hidden) >= len(order):
        hidden = set(usual.hidden)
    widths = value.get("widths")
    return ColumnLayout(
        tuple(order),
        frozenset(hidden),
        {
            key: width
            for key, width in (widths.items() if isinstance(widths, Mapping) else ())
            if key in usual.order and isinstance(width, int) and 0 < width < _WIDEST
        },
    )


def _strings(value: object) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []
