"""Reading and writing everything the screen shows, on a worker."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desktop_admin.gui.assignment.nodes import Node, build, each_node
from desktop_admin.gui.assignment.shop import Shop
from desktop_admin.gui.assignment.terminal_columns import (
    Quick,
    TerminalCells,
    lines_of,
    quick_ids,
    terminal_table,
)
from desktop_admin.gui.assignment.tree_cells import TreeCells, tree_columns
from desktop_admin.gui.models.columns import Column, Row, write_rows
from desktop_admin.gui.text import one_line
from desktop_admin.gui.widgets.column_layout import longest, measured


@dataclass(frozen=True, slots=True)
class Written:
    """A shop with the rows that show it."""

    shop: Shop
    columns: Sequence[Column[Any]]
    rows: Sequence[Row]
    tree_columns: Sequence[Column[object]]
    tree: Sequence[Node]
    quick: Mapping[Quick, frozenset[int]]


def written(
    read: Callable[[], Shop], terminal_cells: TerminalCells, tree_cells: TreeCells
) -> Written:
    """Read a shop and write its rows."""
    shop = read()
    currencies = shop.currencies()
    table = terminal_table(terminal_cells, currencies)
    rows = write_rows(table, lines_of(shop, terminal_cells.now), in_memory=True)
    names = longest(one_line(one.name) for one in shop.boutiques.values())
    cells = tree_cells.with_currencies(currencies)
    tree = build(shop, cells)
    name, *figures = tree_columns(cells, names)
    shown = [Row(node.key.id, node.cells[1:]) for node in each_node(tree)]
    return Written(
        shop=shop,
        columns=measured(table.columns, rows),
        rows=rows,
        tree_columns=[name, *measured(figures, shown)],
        tree=tree,
        quick=quick_ids(shop, terminal_cells.now),
    )
