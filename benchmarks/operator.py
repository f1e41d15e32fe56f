"""What an operator does in the window all day, played without a hand."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent
from PySide6.QtWidgets import QDialog

from desktop_admin.gui.assignment.carrying import pack
from desktop_admin.gui.assignment.screen import AssignmentScreen
from desktop_admin.gui.context import Context
from desktop_admin.gui.sales.screen import SalesScreen
from desktop_admin.gui.shell.window import MainWindow
from desktop_admin.sources.base import SaleFlag, SaleSort

_REST_S = 0.3
_PATIENCE_S = 120.0
_FRAME_S = 0.016
_SCROLLS = 60
_LOOK_MS = 2
#: How many terminals are dragged, and by how many pixels at a time.
_CARRIED = 3
_STEP = 7
_ACROSS = 120


def all_day(context: Context, window: MainWindow, done: Callable[[], None]) -> None:
    """Look around in everything there is, then call `done`."""
    until_quiet(context)
    sales = open_sales(context, window)
    scroll(sales)
    for sort in (SaleSort.AMOUNT, SaleSort.BOUTIQUE):
        sort_by(sales, sort)
        until_quiet(context)
        jump(sales, 0.5)
        until_quiet(context)
    filter_for(sales, SaleFlag.ORPHAN)
    until_quiet(context)
    sales.page.table.selectAll()
    until_quiet(context)
    filter_for(sales, None)
    until_quiet(context)
    sales.page.table.selectAll()
    until_quiet(context)
    terminals = open_terminals(context, window)
    carried = drag_about(terminals)
    if context.changes.may_write:
        assign(context, terminals, *carried)
    QTimer.singleShot(0, done)


def open_sales(context: Context, window: MainWindow) -> SalesScreen:
    """Go to the sales and wait for them."""
    window.navigation.choose("sales")
    until_quiet(context)
    sales = window.current
    if not isinstance(sales, SalesScreen):
        raise TypeError("the window shows no sales")
    return sales


def open_terminals(context: Context, window: MainWindow) -> AssignmentScreen:
    """Go to the terminals and wait for them."""
    window.navigation.choose("assignment")
    until_quiet(context)
    terminals = window.current
    if not isinstance(terminals, AssignmentScreen):
        raise TypeError("the window shows no terminals")
    return terminals


def drag_about(screen: AssignmentScreen) -> tuple[list[int], int]:
    """Carry terminals over every boutique one sees; answers with them and the first that takes
    them."""
    boutiques = [one for one in screen.shop.boutiques.values() if one.active and not one.depot]
    target = boutiques[0]
    others = (one for one in screen.shop.terminals.values() if one.boutique_id != target.id)
    ids = [one.id for one in others if one.owner_id == target.owner_id][:_CARRIED]
    tree = screen.boutiques.view
    tree.carry(ids)
    held = (Qt.DropAction.MoveAction, pack(ids), Qt.MouseButton.LeftButton)
    none = Qt.KeyboardModifier.NoModifier
    QCoreApplication.sendEvent(tree.viewport(), QDragEnterEvent(QPoint(20, 5), *held, none))
    for down in range(5, tree.viewport().height(), _STEP):
        move = QDragMoveEvent(QPoint(_ACROSS, down), *held, none)
        QCoreApplication.sendEvent(tree.viewport(), move)
        turn(time.monotonic() + _FRAME_S)
    QCoreApplication.sendEvent(tree.viewport(), QDragLeaveEvent())
    tree.carry(())
    return ids, target.id


def assign(context: Context, screen: AssignmentScreen, ids: list[int], target: int) -> None:
    """Assign these terminals, and take it back."""
    screen.work.assign(ids, target)
    until_quiet(context)
    for dialog in screen.window().findChildren(QDialog):
        dialog.accept()
    until_quiet(context)
    if context.changes.last is None:
        raise RuntimeError("nothing was assigned")
    context.changes.back.confirm = lambda _text, _values, go_on: go_on()
    context.changes.undo_last()
    until_quiet(context)


def jump(sales: SalesScreen, share: float) -> None:
    """Drag the scroll bar there: 0 is the top, 1 the end."""
    bar = sales.page.table.verticalScrollBar()
    bar.setValue(int(bar.maximum() * share))


def scroll(sales: SalesScreen) -> None:
    """Page up from near the end, a page with every picture."""
    jump(sales, 0.9)
    bar = sales.page.table.verticalScrollBar()
    for _ in range(_SCROLLS):
        bar.setValue(bar.value() - bar.pageStep())
        turn(time.monotonic() + _FRAME_S)


def sort_by(sales: SalesScreen, sort: SaleSort) -> None:
    """Click on the header of that column."""
    columns = sales.model.columns
    place = next(n for n, column in enumerate(columns) if column.sort is sort)
    sales.page.table.horizontalHeader().sectionClicked.emit(place)


def filter_for(sales: SalesScreen, flag: SaleFlag | None) -> None:
    """Click on a chip; None: on the one for all sales."""
    sales.chips.choose(flag.value if flag else "all")


def until_quiet(context: Context) -> None:
    """Let the window work until nothing is under way, nor asked for by painting."""
    turn_while(lambda: context.jobs.busy, _REST_S)


def turn_while(busy: Callable[[], bool], rest: float = 0.0) -> None:
    """Let the window work while `busy`, and until it was not for `rest` seconds. Raises
    `TimeoutError`."""
    begun = rested = time.monotonic()
    # A loop that sleeps, as the program's own does: one that asks without end would take the
    # interpreter from the workers.
    loop = QEventLoop()

    def look() -> None:
        nonlocal rested
        now = time.monotonic()
        if busy():
            rested = now
        elif now - rested >= rest:
            loop.quit()
        if now - begun > _PATIENCE_S:
            loop.exit(1)

    timer = QTimer()
    timer.setInterval(_LOOK_MS)
    timer.timeout.connect(look)
    timer.start()
    code = loop.exec()
    timer.stop()
    if code:
        raise TimeoutError("the window does not come to rest")


def turn(until: float) -> None:
    """Let the window work until then."""
    turn_while(lambda: time.monotonic() < until)
