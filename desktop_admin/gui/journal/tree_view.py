"""The tree of the journal: opened by mouse and keyboard, taken back by button, menu and key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyleOptionViewItem, QTreeView

from desktop_admin.gui.journal.rows import ABOUT, ACTION, NAMED, WHOLE, Key, Kind, Node
from desktop_admin.gui.journal.tree_delegate import JournalDelegate
from desktop_admin.gui.journal.tree_model import JournalModel
from desktop_admin.gui.theme import Theme
from desktop_admin.gui.widgets.column_layout import Yielding, left_out
from desktop_admin.gui.widgets.keys import is_plain_enter
from desktop_admin.gui.widgets.table_header import TableHeader
from desktop_admin.gui.widgets.table_view import fitted, sample_width

INDENT = 18
CHEVRON = 14
#: What goes first where there is little room.
GIVES_WAY = (Yielding(("who", "count", "about"), {"move": 0.8}),)


@dataclass(frozen=True, slots=True)
class TreePlace:
    """What one looks at: the current row, and which row stands at the top, how far down."""

    current: Key | None
    first: Key | None
    offset: int


class JournalTree(QTreeView):
    """Days, entries, groups, rows."""

    #: Another row is current, or none.
    current_changed = Signal()
    #: A row shall be taken back or made again; carries its `Node`.
    act_wanted = Signal(object)
    #: The row was double-clicked, or Enter pressed on it, and nothing is below it.
    opened = Signal(object)
    #: The row that shows more was chosen; carries its `Node`.
    more_wanted = Signal(object)
    #: A context menu is wanted there, in the view's own coordinates.
    menu_wanted = Signal(QPoint)

    def __init__(self, theme: Theme, model: JournalModel) -> None:
        super().__init__()
        self._theme = theme
        self._journal = model
        #: What the operator has opened, by key.
        self._open: set[Key] = set()
        self.setHeader(TableHeader(theme, self))
        self.cells = JournalDelegate(theme, self)
        self.setItemDelegate(self.cells)
        self.setModel(model)
        _dress(self)
        self.expanded.connect(self._expanded)
        self.collapsed.connect(self._collapsed)
        model.filled.connect(self._filled)
        self.clicked.connect(self._clicked)
        self.doubleClicked.connect(self._chosen)
        self.selectionModel().currentRowChanged.connect(self._current_changed)
        theme.changed.connect(self.viewport().update)

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

    # Columns.
    def fit_columns(self) -> None:
        """Share the room out; where it is too little, leave out what may give way."""
        columns = self._journal.columns
        room = self.viewport().width()
        widths = {one.key: sample_width(one, self, self._theme) for one in columns}
        widths["time"] += INDENT
        gone = left_out(GIVES_WAY, columns, widths, room)
        shown = [one for one in columns if one.key not in gone]
        shared = fitted([widths[one.key] for one in shown], shown, room)
        header = self.header()
        for place, column in enumerate(columns):
            header.setSectionHidden(place, column.key in gone)
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Fixed)
        for column, width in zip(shown, shared, strict=True):
            header.resizeSection(columns.index(column), width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns into the new width."""
        super().resizeEvent(event)
        self.fit_columns()

    # What the keyboard and the mouse ask for.
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens what is current."""
        if is_plain_enter(event):
            self._chosen(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu: at the mouse, or from the keyboard at the current row."""
        place = event.pos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            place = self.visualRect(self.currentIndex()).bottomLeft()
        self.menu_wanted.emit(place)

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

    @Slot()
    def _current_changed(self) -> None:
        # The line around the current row goes across all its cells.
        self.viewport().update()
        self.current_changed.emit()

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
        if not node.opens:
            return
        name = "chevron_down" if self.isExpanded(index) else "chevron_right"
        ratio = painter.device().devicePixelRatio()
        pixmap = self._theme.icons.pixmap(name, "muted", CHEVRON, ratio)
        left = rect.right() - INDENT + (INDENT - CHEVRON) // 2 + 1
        painter.drawPixmap(left, rect.top() + (rect.height() - CHEVRON) // 2, pixmap)


def _dress(view: QTreeView) -> None:
    """How the tree looks, and what the mouse may do in it."""
    view.setUniformRowHeights(True)
    view.setIndentation(INDENT)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setExpandsOnDoubleClick(False)
    view.setTabKeyNavigation(False)
    header = view.header()
    header.setSectionsClickable(False)
    header.setStretchLastSection(False)
    header.setSectionsMovable(False)
