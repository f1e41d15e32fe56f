"""The tree of boutiques: terminals are dropped here, and what that would do is painted in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyleOptionViewItem, QTreeView

from desktop_admin.gui.assignment.carrying import unpack
from desktop_admin.gui.assignment.drag import drag_terminals
from desktop_admin.gui.assignment.hint_painter import paint_hint
from desktop_admin.gui.assignment.hints import Hint, hint_of
from desktop_admin.gui.assignment.nodes import Key, Kind
from desktop_admin.gui.assignment.tree_delegate import TreeDelegate
from desktop_admin.gui.assignment.tree_model import TreeModel
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.theme import Theme
from desktop_admin.gui.widgets.cell_delegate import GAP, ICON, PADDING
from desktop_admin.gui.widgets.keys import is_plain_enter
from desktop_admin.gui.widgets.table_header import TableHeader

INDENT = 16
CHEVRON = 14
#: How long one rests over a closed row until it opens.
OPENS_AFTER_MS = 700
#: Below this a name is no name: columns of amounts go first.
NAME_WIDTH = 190
#: How much of the width boutiques get, unless they need less.
SHARE = 0.38
_TERMINALS = 1
_FIRST_AMOUNT = 3


@dataclass(frozen=True, slots=True)
class TreePlace:
    """What one looks at, by key, so that it outlives every refresh."""

    open: frozenset[Key]
    selected: frozenset[Key]
    current: Key | None
    scrolled: int


class BoutiqueTree(QTreeView):
    """Merchants, boutiques, terminals. What is dropped is told by the model's signal."""

    #: The row was double-clicked, or Enter pressed on it; carries its `Key`.
    opened = Signal(object)
    #: Terminals are carried over a place that takes them, or no longer.
    ready_changed = Signal(bool)
    #: A drag from here has ended.
    drag_ended = Signal()

    def __init__(self, theme: Theme, formats: Formats, model: TreeModel) -> None:
        super().__init__()
        self._theme = theme
        self._formats = formats
        self._tree = model
        self._known: frozenset[Key] = frozenset()
        self._open: frozenset[Key] = frozenset()
        #: The place below the mouse while terminals are carried.
        self._target: Key | None = None
        self.hint: Hint | None = None
        #: What is carried over the tree, and where: rows move under a mouse that rests at the edge.
        self._over: tuple[QMimeData, QPoint] | None = None
        self._ready = False
        self.counted = False
        self.dragging = False
        self.setHeader(TableHeader(theme, self))
        _dress(self)
        self._delegate = TreeDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self._opening = QTimer(self)
        self._opening.setSingleShot(True)
        self._opening.setInterval(OPENS_AFTER_MS)
        self._opening.timeout.connect(self._open_target)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.doubleClicked.connect(self._chosen)
        self.selectionModel().currentChanged.connect(self.viewport().update)
        theme.changed.connect(self.viewport().update)

    # What one looks at.
    def remember(self) -> TreePlace:
        """What is open, selected and scrolled to."""
        model = self._tree
        if not model.narrowed:
            keys = [*model.keys(Kind.MERCHANT), *model.keys(Kind.BOUTIQUE)]
            self._open = frozenset(key for key in keys if self.isExpanded(model.index_of(key)))
        node = model.node(self.currentIndex())
        rows = self.selectionModel().selectedRows()
        selected = frozenset(found.key for row in rows if (found := model.node(row)))
        current = node.key if node is not None else None
        return TreePlace(self._open, selected, current, self.verticalScrollBar().value())

    def recall(self, place: TreePlace) -> None:
        """Open, select and show again what was remembered. A merchant that is seen for the first
        time is open; while a filter is set, all are."""
        model = self._tree
        merchants = frozenset(model.keys(Kind.MERCHANT))
        wanted = place.open | (merchants - self._known)
        self._open |= merchants - self._known
        self._known |= merchants
        for key in wanted | merchants if model.narrowed else wanted:
            self.setExpanded(model.index_of(key), True)
        chosen = QItemSelection()
        last = model.columnCount() - 1
        for key in place.selected:
            index = model.index_of(key)
            if index.isValid():
                chosen.select(index, model.index_of(key, last))
        selection = self.selectionModel()
        if place.current is not None:
            quiet = QItemSelectionModel.SelectionFlag.NoUpdate
            selection.setCurrentIndex(model.index_of(place.current), quiet)
        selection.select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.verticalScrollBar().setValue(place.scrolled)

    def show_key(self, key: Key) -> None:
        """Select that row and bring it into sight."""
        index = self._tree.index_of(key)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def selected_keys(self) -> Sequence[Key]:
        """The rows that are selected, from top to bottom."""
        nodes = [self._tree.node(row) for row in self.selectionModel().selectedRows()]
        return [node.key for node in sorted(filter(None, nodes), key=lambda one: one.number)]

    # Columns.
    def fit_columns(self) -> None:
        """Names take what figures leave; where that is too little, amounts are hidden."""
        columns = self._tree.columns
        if not columns:
            return
        header = self.header()
        wide = self._sample_widths()
        hidden = hidden_places(wide, self.viewport().width())
        for place, width in enumerate(wide):
            header.setSectionHidden(place, place in hidden)
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Fixed)
            if place:
                header.resizeSection(place, width)
        used = sum(width for place, width in enumerate(wide) if place and place not in hidden)
        header.resizeSection(0, max(NAME_WIDTH // 2, self.viewport().width() - used))

    def share_of(self, room: int) -> int:
        """How wide it shall be beside the terminals: no wider than it takes to read every name
        and figure."""
        edges = self.verticalScrollBar().sizeHint().width() + 2
        names, *figures = self._sample_widths() or [0]
        names += 2 * INDENT + ICON + GAP
        return min(int(room * SHARE), max(NAME_WIDTH, names) + sum(figures) + edges)

    def _sample_widths(self) -> list[int]:
        metrics = QFontMetrics(self.font())
        return [
            max(map(metrics.horizontalAdvance, (*column.sample.split("\n"), column.header)))
            + 2 * PADDING
            + 2
            for column in self._tree.columns
        ]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns into the new width."""
        super().resizeEvent(event)
        self.fit_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens what is current."""
        if is_plain_enter(event):
            self._chosen(self.currentIndex())
            return
        super().keyPressEvent(event)

    # Painting.
    def drawRow(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a row, and its note over the figures."""
        super().drawRow(painter, option, index)
        node = self._tree.node(index)
        if node is not None and self._tree.note_of(node) is not None:
            here = self._tree.index_of(node.key)
            left = self.visualRect(here).left()
            self._delegate.paint_noted(painter, self._row_rect(here), left, self._tree, node)

    def drawBranches(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint what is left of a row's name: its ground, and the arrow that opens it."""
        node = self._tree.node(index)
        if node is None:
            return
        here = self._tree.index_of(node.key)
        selected = self.selectionModel().isSelected(here)
        self._delegate.paint_ground(painter, rect, here, selected=selected)
        if not node.children:
            return
        name = "chevron_down" if self.isExpanded(here) else "chevron_right"
        ratio = painter.device().devicePixelRatio()
        pixmap = self._theme.icons.pixmap(name, "muted", CHEVRON, ratio)
        left = rect.right() - INDENT + (INDENT - CHEVRON) // 2 + 1
        painter.drawPixmap(left, rect.top() + (rect.height() - CHEVRON) // 2, pixmap)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, and over those below the target what letting go would do."""
        super().paintEvent(event)
        if self.hint is None or self._target is None:
            return
        painter = QPainter(self.viewport())
        painter.setFont(self.font())
        index = self._tree.index_of(self._target)
        indent = self.visualRect(index).left()
        room = self.viewport().rect()
        paint_hint(painter, self._theme, self.hint, self._row_rect(index), room, indent)
        painter.end()

    def _row_rect(self, index: QModelIndex) -> QRect:
        rect = self.visualRect(index)
        return QRect(0, rect.top(), self.viewport().width(), rect.height())

    # Dragging.
    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Carry the selected terminals."""
        if not self._tree.may_move:
            return
        self.dragging = True
        try:
            drag_terminals(self, self._theme, self._tree.mimeData(self.selectedIndexes()))
        finally:
            self.dragging = False
            self.carry(())
            self._forget_target()
            self.drag_ended.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Terminals are welcome, somewhere."""
        super().dragEnterEvent(event)
        ids = unpack(event.mimeData())
        self.carry(ids)
        event.setAccepted(bool(ids))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Say what letting go here would do, and let the mouse show whether it may."""
        # Scrolls at the edges.
        super().dragMoveEvent(event)
        at = event.position().toPoint()
        if self._hover(event.mimeData(), at):
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Nothing would happen any more."""
        super().dragLeaveEvent(event)
        self._forget_target()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand over what was dropped; the question comes once the mouse is free."""
        index = self.indexAt(event.position().toPoint())
        self._forget_target()
        self.carry(())
        self.setState(QAbstractItemView.State.NoState)
        action = Qt.DropAction.MoveAction
        if self._tree.dropMimeData(event.mimeData(), action, -1, -1, index):
            event.setDropAction(action)
            event.accept()
        else:
            event.ignore()

    def carry(self, ids: Sequence[int]) -> None:
        """Terminals are on their way: say of every place what it would ask for."""
        self._tree.carry(ids)
        self.viewport().update()

    def _hover(self, carried: QMimeData, at: QPoint) -> bool:
        """Look at what is below the mouse; whether it takes what is carried."""
        self._over = (carried, at)
        model = self._tree
        place = model.place_of(self.indexAt(at))
        index = QModelIndex() if place is None else model.index_of(place.key)
        ids = unpack(carried)
        takes = model.canDropMimeData(carried, Qt.DropAction.MoveAction, -1, -1, index)
        key = None if place is None else place.key
        if key != self._target:
            self._target = key
            self._opening.start()
        self.hint = None
        if place is not None and ids and model.may_move:
            found = model.judge(ids, place.target)
            name = place.cells[0].text
            self.hint = hint_of(found, name, self._formats, counted=self.counted)
        model.hinted = key if self.hint is not None else None
        self._set_ready(takes)
        self.viewport().update()
        return takes

    def _forget_target(self) -> None:
        self._opening.stop()
        self._over = None
        self._target = None
        self.hint = None
        self._tree.hinted = None
        self._set_ready(False)
        self.viewport().update()

    @Slot()
    def _scrolled(self) -> None:
        """The hint is always of what is below the mouse."""
        if self._over is not None:
            self._hover(*self._over)

    def _set_ready(self, ready: bool) -> None:
        if ready != self._ready:
            self._ready = ready
            self.ready_changed.emit(ready)

    @Slot()
    def _open_target(self) -> None:
        if self._target is not None:
            self.expand(self._tree.index_of(self._target))

    @Slot(QModelIndex)
    def _chosen(self, index: QModelIndex) -> None:
        node = self._tree.node(index)
        if node is not None:
            self.opened.emit(node.key)


def _dress(view: QTreeView) -> None:
    """How the tree looks, and what the mouse may do in it."""
    view.setUniformRowHeights(True)
    view.setIndentation(INDENT)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setExpandsOnDoubleClick(False)
    view.setDragEnabled(True)
    view.setAcceptDrops(True)
    view.setDropIndicatorShown(False)
    view.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
    view.setDefaultDropAction(Qt.DropAction.MoveAction)
    header = view.header()
    header.setSectionsClickable(False)
    header.setStretchLastSection(False)
    header.setSectionsMovable(False)
    header.setSortIndicatorShown(False)


def hidden_places(wide: Sequence[int], room: int) -> set[int]:
    """Which columns there is no room for: amounts after the first currency, then how many
    terminals, which one sees by opening a boutique, then the first amount."""
    amounts = range(_FIRST_AMOUNT, len(wide))
    left = set(range(1, len(wide)))
    for place in (*reversed(amounts[1:]), _TERMINALS, *amounts[:1]):
        if room - sum(wide[one] for one in left) >= NAME_WIDTH:
            break
        left.discard(place)
    return set(range(1, len(wide))) - left
