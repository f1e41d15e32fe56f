"""The preview of a repair under the operator's hands: how late the window's thread ever is while
as many sales as there are orphans are opened, ticked, narrowed down and put in order.

The worst beat of each round counts, and of the rounds the median."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import Qt

from benchmarks import operator
from benchmarks.databases import Databases
from benchmarks.measure import Result
from benchmarks.window import Heart, lateness_of
from desktop_admin.gui.app import Parts
from desktop_admin.gui.repair.rows import Kind, Node
from desktop_admin.gui.repair.screen import RepairScreen

Act = Callable[[], object]


def measure_preview(databases: Databases, repeat: int) -> list[Result]:
    """The window's thread while a large preview is worked with, act by act."""
    return lateness_of(databases, repeat, "preview", _acts)


def _acts(parts: Parts, heart: Heart) -> Iterator[tuple[str, float]]:
    """What the operator does, and how late the thread was at worst."""
    late = partial(heart.during, parts.context)
    parts.window.navigation.choose("repair")
    operator.until_quiet(parts.context)
    screen = parts.window.current
    if not isinstance(screen, RepairScreen):
        raise TypeError("the window shows no repair")
    yield "analyse again", late(screen.refresh)
    tree, model = screen.tree, screen.model
    tops = [node for row in range(model.rowCount()) if (node := model.node(model.index(row, 0)))]
    yield "tick all", late(lambda: model.tick(tops, on=True))
    yield "untick all", late(lambda: model.tick(tops, on=False))
    yield "close", late(lambda: tree.collapse(model.index(0, 0)))
    yield "open", late(lambda: tree.expand(model.index(0, 0)))
    largest = _largest(screen)
    yield "open the largest group", late(lambda: tree.expand(model.index_of(largest)))
    yield "tick it", late(lambda: model.tick([largest], on=True))
    yield "open all", late(tree.open_all)
    down = Qt.SortOrder.DescendingOrder
    yield "sort", late(lambda: tree.sort_wanted.emit(2, down))
    yield "filter", late(partial(_filter, screen, "1"))
    yield "show all again", late(partial(_filter, screen, ""))


def _filter(screen: RepairScreen, text: str) -> None:
    screen.page.set_filter_text(text)
    screen.page.filter_changed.emit(text)


def _largest(screen: RepairScreen) -> Node:
    if screen.analysis is None:
        raise RuntimeError("nothing was analysed")
    sums = screen.analysis.look.scope.groups
    return Node(Kind.GROUP, max(range(len(sums)), key=lambda number: sums[number].sales))
