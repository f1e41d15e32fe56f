"""The tree of the journal: opened by mouse and keyboard, taken back by button, menu and key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

from desktop_admin.gui.journal.rows import ABOUT, ACTION, NAMED, WHOLE, Key, Kind, Node
from desktop_admin.gui.journal.tree_delegate import JournalDelegate
from desktop_admin.gui.journal.tree_model import JournalModel
from desktop_admin.gui.models.columns import Column
from desktop_admin.gui.theme import Theme
from desktop_admin.gui.widgets.column_layout import Yielding
from desktop_admin.gui.widgets.column_tree import INDENT, ColumnTree
from desktop_admin.gui.widgets.keys import is_plain_enter

#: What goes first where there is little room.
GIVES_WAY = (Yielding(("who", "count", "about"), {"move": 0.8}),)


@dataclass(frozen=True, slots=True)
class TreePlace:
    """What one looks at: the current row, and which row stands at the top, how far down."""

    current: Key | None
    first: Key | None
    offset: int


class JournalTree(ColumnTree):
    """Days, entries, groups, rows."""

    #: A row shall be taken back or made again; carries its `Node`.
    act_wanted = Signal(object)
    #: The row was double-clicked, or Enter pressed on it, and nothing is below it.
    opened = Signal(object)
    #: The row that shows more was chosen; carries its `Node`.
    more_wanted = Signal(object)

    def __init__(self, theme: Theme, model: JournalModel) -> None:
        super().__init__(theme, GIVES_WAY)
        self._journal = model
        #: What the operator has opened, by key.
        self._open: set[Key] = set()
        self.cells = JournalDelegate(theme, self)
        self.setItemDelegate(self.cells)
        self.setModel(model)
        self.follow_current()
        self.expanded.connect(self._expanded)
        self.collapsed.connect(self._collapsed)
        model.filled.connect(self._filled)
        self.clicked.connect(self._clicked)
        self.doubleClicked.connect(self._chosen)

    def columns(self) -> Sequence[Column[object]]:
        """The columns of the journal."""
        return self._journal.columns

    # What one looks at.
    @property
    def current(self) -> Node | None:
        """The row one is at."""
        return self._journal.node(self.currentIndex())

    def selected(self) -> Sequence[Node]:
        """The rows that are selected."""
        rows = self.selectionModel().selectedRows()
        return [node for row in rows if (node := self._journal.node(row)) is not None]

    def remember(self) -> TreePlace:
        """Where one is."""
        node, top = self.current, self.indexAt(QPoint(0, 0))
        first = self._journal.node(top)
        offset = self.visualRect(top).top() if first is not None else 0
        return TreePlace(
            None if node is None else node.key, None if first is None else first.key, offset
        )

    def recall(self, place: TreePlace, *, anchored: bool) -> None:
        """Open again what was open, and be where one was; `anchored`: the row at the top stays
        where it was, whatever came above it."""
        for key in list(self._open):
            index = self._journal.index_of_key(key)
            if index.isValid():
                self.setExpanded(index, True)
                self._journal.open(index)
        if place.current is not None:
            self.setCurrentIndex(self._journal.index_of_key(place.current))
        if not anchored or place.first is None:
            return
        first = self._journal.index_of_key(place.first)
        if first.isValid():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(first).top() - place.offset)

    def show_key(self, key: Key) -> None:
        """Open that row and go there."""
        index = self._journal.index_of_key(key)
        if index.isValid():
            self.setCurrentIndex(index)
            self.setExpanded(index, True)
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)

    @Slot(QModelIndex)
    def _expanded(self, index: QModelIndex) -> None:
        node = self._journal.node(index)
        if node is not None:
            self._open.add(node.key)
            self._journal.open(index)

    @Slot(QModelIndex)
    def _collapsed(self, index: QModelIndex) -> None:
        node = self._journal.node(index)
        if node is not None:
            self._open.discard(node.key)

    @Slot(object)
    def _filled(self, key: Key) -> None:
        """What was open below a row that was read anew is open again."""
        node = self._journal.node(self._journal.index_of_key(key))
        for child in node.children if node is not None else ():
            if child.key in self._open:
                self.setExpanded(self._journal.index_of(child), True)
                self._journal.open(self._journal.index_of(child))

    # What the keyboard and the mouse ask for.
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens what is current."""
        if is_plain_enter(event):
            self._chosen(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        node = self._journal.node(index)
        if node is None:
            return
        if node.kind in (Kind.MORE, Kind.OLDER):
            self.more_wanted.emit(node)
        elif index.column() == ACTION and node.act is not None:
            self.act_wanted.emit(node)

    @Slot(QModelIndex)
    def _chosen(self, index: QModelIndex) -> None:
        node = self._journal.node(index)
        if node is None or (index.column() == ACTION and node.act is not None):
            return
        here = self._journal.index_of(node)
        if node.opens:
            self.setExpanded(here, not self.isExpanded(here))
        elif node.kind in (Kind.MORE, Kind.OLDER):
            self.more_wanted.emit(node)
        else:
            self.opened.emit(node)

    # Painting.
    def drawRow(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a row, and over it what goes across several columns."""
        super().drawRow(painter, option, index)
        node = self._journal.node(index)
        if node is None or node.kind is Kind.ENTRY:
            return
        first = self.visualRect(self._journal.index_of(node))
        right = self.viewport().width()
        if node.kind not in WHOLE:
            header = self.header()
            # Nothing stands beside the name of a group.
            over = NAMED if node.kind in (Kind.ROW, Kind.LEFT) else (*NAMED, ABOUT)
            places = [place for place in over if not header.isSectionHidden(place)]
            last = self._journal.index_of(node, places[-1])
            right = self.visualRect(last).right()
        left = first.left() - (INDENT if node.kind in WHOLE and node.parent is None else 0)
        left = max(left, 0)
        rect = QRect(left, first.top(), right - left, first.height())
        self.cells.paint_whole(painter, rect, node)

    def drawBranches(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint what is left of a row: its ground, and the arrow that opens it."""
        node = self._journal.node(index)
        if node is None:
            return
        selected = self.selectionModel().isSelected(index)
        self.cells.paint_row(painter, rect, node, index, selected)
        if node.opens:
            self.paint_chevron(painter, rect, index)
