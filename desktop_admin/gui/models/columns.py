"""A table is a list of columns over a value; its rows are written once, on a worker."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Generic, NamedTuple, TypeVar

from PySide6.QtCore import Qt

from desktop_admin.domain.matching import folded, in_order
from desktop_admin.gui.text import CELL_LIMIT, one_line
from desktop_admin.reports.sheets import Cell as Exported
from desktop_admin.sources.base import SaleSort

T = TypeVar("T")


class Role(IntEnum):
    """What a cell can be asked for besides Qt's own roles."""

    ID = Qt.ItemDataRole.UserRole.value + 1
    #: The name of the icon in front of the text, or nothing.
    ICON = Qt.ItemDataRole.UserRole.value + 2
    #: The token that colours text and icon, or nothing.
    INK = Qt.ItemDataRole.UserRole.value + 3
    #: The token family that tints the whole row, or nothing.
    TINT = Qt.ItemDataRole.UserRole.value + 4
    #: What follows the text in a quieter colour: a currency.
    UNIT = Qt.ItemDataRole.UserRole.value + 5


class Cell(NamedTuple):
    """One cell, ready to be painted; its text is one line and plain."""

    text: str
    icon: str = ""
    ink: str = ""
    unit: str = ""
    tooltip: str = ""
    strong: bool = False
    #: The token of the icon alone, where the text has another.
    icon_ink: str = ""


#: Stands where a text is still being read.
WAITING = Cell("…", ink="muted")


class Row(NamedTuple):
    """One row, ready to be painted. `keys` sorts it by each column, where that is done here."""

    id: int
    cells: tuple[Cell, ...]
    tint: str = ""
    keys: tuple[Any, ...] = ()
    #: What the filter field looks through, folded.
    haystack: str = ""
    #: What the row was written of, for menus.
    value: Any = None


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """One column: its header, how a value becomes a cell, and how rows are put in order by it.

    `sample` is a text as wide as most, or several lines of which the widest counts; `stretch` is
    its share of what the window leaves over.
    """

    key: str
    header: str
    cell: Callable[[T], Cell]
    sample: str
    sort: SaleSort | Callable[[T], Any] | None = None
    stretch: int = 0
    #: To how much of its sample a column that stretches may shrink.
    keep: float = 0.5
    right: bool = False
    fixed_width_font: bool = False
    tooltip: str = ""
    #: Whether some of its texts are bold.
    strong: bool = False
    #: Whether an icon stands before its text.
    icons: bool = False
    #: Where there is no room, the end tells more than the middle.
    keep_end: bool = False
    #: Whether the first click on the header puts the greatest on top.
    descending_first: bool = False
    #: Whether it is shown before the operator has chosen columns.
    shown: bool = True
    #: What goes into a copy, a file or onto paper: a value; None: its text.
    export: Callable[[T], Exported] | None = None
    #: A text as wide as most of that, where it is wider than the sample.
    widest: str = ""
    #: What the tooltip of a cell tells where the cell holds none: written when it is asked for.
    hint: Callable[[T], str] | None = None


@dataclass(frozen=True, slots=True)
class Table(Generic[T]):
    """All columns of a table over `T`, and what concerns a whole row."""

    columns: Sequence[Column[T]]
    id_of: Callable[[T], int]
    tint_of: Callable[[T], str]


def write_rows(table: Table[T], values: Iterable[T], *, in_memory: bool) -> list[Row]:
    """Write the rows of `values`; `in_memory` ones can also be sorted and filtered. For workers."""
    rows: list[Row] = []
    for value in values:
        cells = tuple(column.cell(value) for column in table.columns)
        keys: tuple[Any, ...] = ()
        haystack = ""
        if in_memory:
            keys = tuple(
                sort_key(column.sort(value)) if callable(column.sort) else 0
                for column in table.columns
            )
            haystack = folded("\n".join(cell.text for cell in cells))
        rows.append(Row(table.id_of(value), cells, table.tint_of(value), keys, haystack, value))
    return rows


def text_cell(text: str, *, ink: str = "", tooltip: str = "") -> Cell:
    """A cell for a text from the database; what is cut off stands in its tooltip."""
    shown = one_line(text)
    return Cell(shown, ink=ink, tooltip=tooltip or (text if len(text) > CELL_LIMIT else ""))


def sort_key(value: object) -> tuple[bool, Any]:
    """What puts values of one column in order: nothing comes first, "Caisse 2" before 10."""
    if value is None:
        return (False, 0)
    if isinstance(value, str):
        return (True, in_order(value))
    return (True, value)
