"""Which columns a table shows, in which order, how wide: as the operator arranged them.

Knows no Qt. What is remembered outlives columns: an unknown key is skipped, a new column stands
where its definition puts it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from desktop_admin.gui.memory import Json
from desktop_admin.gui.models.columns import WAITING, Cell, Column, Row

#: So many texts of a column are measured, those that seem widest.
_MEASURED = 8
#: Letters that take about half the room of others.
_NARROW = frozenset(" .,:;'’|/()[]-·!ijltfrI\u00a0\u202f")
#: Of so many names one may be longer than its column.
_LONGER = 4
_LONGEST_NAME = 40
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


@dataclass(frozen=True, slots=True)
class Yielding:
    """Columns that are left out, the first ones first, until every other one has room: a name for
    `keep` of its sample where it is mentioned, else for what its column says."""

    columns: tuple[str, ...]
    keep: Mapping[str, float] = field(default_factory=dict)


def left_out(
    gives_way: Iterable[Yielding],
    columns: Sequence[Column[Any]],
    widths: Mapping[str, int],
    room: int,
) -> frozenset[str]:
    """What has to go until the rest of `columns` has room; `widths` holds the one of each
    sample."""
    gone: set[str] = set()
    for group in gives_way:
        for key in group.columns:
            if key in widths and _needed(group, columns, widths, gone) > room:
                gone.add(key)
    return frozenset(gone)


def _needed(
    group: Yielding, columns: Sequence[Column[Any]], widths: Mapping[str, int], gone: set[str]
) -> float:
    return sum(
        widths[column.key] * (group.keep.get(column.key, column.keep) if column.stretch else 1)
        for column in columns
        if column.key not in gone
    )


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
    widths = read_widths(value.get("widths"))
    return ColumnLayout(
        tuple(order),
        frozenset(hidden),
        {key: width for key, width in widths.items() if key in usual.order},
    )


def read_widths(value: object) -> dict[str, int]:
    """Widths by column that were written once; whatever is none is passed over."""
    return {
        key: width
        for key, width in (value.items() if isinstance(value, Mapping) else ())
        if isinstance(key, str) and isinstance(width, int) and 0 < width < _WIDEST
    }


def measured(columns: Sequence[Column[Any]], rows: Sequence[Row]) -> list[Column[Any]]:
    """The columns with samples of what stands in these rows, so that no number or date is cut and
    none takes room it does not need; names, which stretch, get what most of them need. What is
    still being read keeps the sample of its definition. For workers."""
    return [
        _measured(column, [row.cells[place] for row in rows])
        for place, column in enumerate(columns)
    ]


def _measured(column: Column[Any], cells: Sequence[Cell]) -> Column[Any]:
    if not cells or column.key == "state" or any(cell is WAITING for cell in cells):
        return column
    texts = sorted({f"{one.text} {one.unit}".rstrip() for one in cells}, key=_by_length)
    if not column.stretch:
        # In a font where all letters are alike, more of them are wider.
        widest = "\n".join(texts[-1:]) if column.fixed_width_font else longest(texts)
        return replace(column, sample=widest)
    usual = texts[(len(texts) - 1) * (_LONGER - 1) // _LONGER][:_LONGEST_NAME]
    return replace(column, sample=max(column.sample, usual, key=len))


def longest(texts: Iterable[str]) -> str:
    """A sample as wide as the widest of these; more letters are not always wider."""
    return "\n".join(sorted(set(texts), key=_about)[-_MEASURED:])


def _about(text: str) -> tuple[float, str]:
    """About how wide a text is, in letters."""
    return len(text) - sum(sign in _NARROW for sign in text) / 2, text


def _by_length(text: str) -> tuple[int, str]:
    # The same texts make the same sample, in whatever order they come.
    return len(text), text


def _strings(value: object) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []
