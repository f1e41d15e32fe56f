"""The tree of a preview: opened a page at a time, ticked by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter

from desktop_admin.domain.evidence import Confidence
from desktop_admin.domain.preview import GroupKey
from desktop_admin.gui.models.columns import Column
from desktop_admin.gui.repair.rows import Kind, Node
from desktop_admin.gui.repair.tree_delegate import PreviewDelegate
from desktop_admin.gui.repair.tree_model import PreviewModel
from desktop_admin.gui.theme import Theme
from desktop_admin.gui.widgets.cell_delegate import PADDING
from desktop_admin.gui.widgets.check_delegate import BOX
from desktop_admin.gui.widgets.column_layout import Yielding
from desktop_admin.gui.widgets.column_tree import INDENT, ColumnTree
from desktop_admin.gui.widgets.keys import is_plain_enter

#: Where all groups together have more rows than these, opening all opens no sales.
ALL_AT_ONCE = 2_000
#: What goes first where there is little room; names keep most of theirs.
GIVES_WAY = (
    Yielding(("confidence",), {"name": 0.6, "evidence": 1.0}),
    Yielding(("evidence", "period"), {"name": 0.6, "evidence": 0.5}),
)


@dataclass(frozen=True, slots=True)
class TreePlace:
    """What one looks at, by what it is of, so that it outlives another plan."""

    #: The sale or the group that is current.
    sale: int | None
    group: GroupKey | None
    scrolled: int


class PreviewTree(ColumnTree):
    """Confidences, groups, sales."""

    #: The row was double-clicked, or Enter pressed on it; carries its `Node`.
    opened = Signal(object)
    #: Another order is wanted: column and Qt.SortOrder.
    sort_wanted = Signal(int, object)

    def __init__(self, theme: Theme, model: PreviewModel) -> None:
        super().__init__(theme, GIVES_WAY)
        self._preview = model
        #: What is open: confidences by their number, groups by what they are of.
        self._open: set[GroupKey | int] = set()
        self._known = False
        self._delegate = PreviewDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.follow_current()
        header = self.header()
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(-1, Qt.SortOrder.DescendingOrder)
        header.sectionClicked.connect(self._header_clicked)
        self.clicked.connect(self._clicked)
        self.doubleClicked.connect(self._chosen)
        self.expanded.connect(self._opened)
        self.collapsed.connect(self._closed)

    def columns(self) -> Sequence[Column[object]]:
        """The columns of what is shown."""
        return self._preview.columns

    def before_first(self) -> int:
        """Two steps of the tree, and a box."""
        return 2 * INDENT + BOX + PADDING

    # What one looks at.
    @property
    def current(self) -> Node | None:
        """The row one is at."""
        return self._preview.node(self.currentIndex())

    def selected(self) -> Sequence[Node]:
        """The rows that are selected, from top to bottom."""
        rows = sorted(
            self.selectionModel().selectedRows(), key=lambda row: self.visualRect(row).y()
        )
        return [node for row in rows if (node := self._preview.node(row)) is not None]

    def remember(self) -> TreePlace:
        """What is current and scrolled to."""
        rows, current = self._preview.rows, self.current
        scrolled = self.verticalScrollBar().value()
        sale = group = None
        if rows is not None and current is not None and current.kind is Kind.SALE:
            sale = rows.look.preview.items[current.number].orphan.sale_id
        if rows is not None and current is not None and current.kind is not Kind.CONFIDENCE:
            group = rows.group(current).key
        return TreePlace(sale, group, scrolled)

    def recall(self, place: TreePlace | None) -> None:
        """Open again what was open, at first the confidences, and show what was remembered."""
        model, rows = self._preview, self._preview.rows
        if rows is None:
            return
        if not self._known:
            self._known = True
            self._open.update(range(len(Confidence)))
        by_key = rows.look.preview.by_key
        for key in list(self._open):
            if isinstance(key, int):
                self.expand(model.index_of(Node(Kind.CONFIDENCE, key)))
            elif key in by_key:
                self.expand(model.index_of(Node(Kind.GROUP, by_key[key])))
        index = self._remembered(place)
        self.setCurrentIndex(index if index.isValid() else model.index(0, 0))
        if place is not None:
            self.verticalScrollBar().setValue(place.scrolled)

    def _remembered(self, place: TreePlace | None) -> QModelIndex:
        model, rows = self._preview, self._preview.rows
        if place is None or rows is None:
            return QModelIndex()
        preview = rows.look.preview
        at = preview.places.get(place.sale) if place.sale is not None else None
        if at is not None:
            index = model.index_of(Node(Kind.SALE, at))
            if index.isValid():
                return index
        number = None if place.group is None else preview.by_key.get(place.group)
        return QModelIndex() if number is None else model.index_of(Node(Kind.GROUP, number))

    @Slot(QModelIndex)
    def _opened(self, index: QModelIndex) -> None:
        self._open.update(self._keys(index))

    @Slot(QModelIndex)
    def _closed(self, index: QModelIndex) -> None:
        self._open.difference_update(self._keys(index))

    def _keys(self, index: QModelIndex) -> Sequence[GroupKey | int]:
        """What a row that opens is of."""
        node, rows = self._preview.node(index), self._preview.rows
        if node is None or rows is None:
            return ()
        return [node.number if node.kind is Kind.CONFIDENCE else rows.group(node).key]

    def open_all(self) -> None:
        """Open every group; where that would be too much to look at, the confidences."""
        rows, model = self._preview.rows, self._preview
        if rows is None:
            return
        groups = [number for top in rows.top for number in rows.groups_of(rows.code(top))]
        whole = sum(rows.count(Node(Kind.GROUP, number)) for number in groups[:ALL_AT_ONCE])
        for top in rows.top:
            self.expand(model.index_of(top))
        if len(groups) + whole <= ALL_AT_ONCE:
            for number in groups:
                self.expand(model.index_of(Node(Kind.GROUP, number)))

    def close_all(self) -> None:
        """Close every group."""
        rows, model = self._preview.rows, self._preview
        if rows is None:
            return
        for top in rows.top:
            for number in rows.groups_of(rows.code(top)):
                self.collapse(model.index_of(Node(Kind.GROUP, number)))

    # What the keyboard and the mouse ask for.
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks what is selected, Enter opens what is current."""
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self._preview.toggle(self.selected())
        elif is_plain_enter(event):
            self._chosen(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def drawBranches(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint what is left of a row's box: its ground, and the arrow that opens it."""
        node = self._preview.node(index)
        if node is None:
            return
        selected = self.selectionModel().isSelected(index)
        self._delegate.paint_row(painter, rect, node, index, selected)
        if node.kind <= Kind.GROUP:
            self.paint_chevron(painter, rect, index)

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        node = self._preview.node(index)
        if node is not None and node.kind is Kind.MORE:
            self._preview.show_more(index)

    @Slot(QModelIndex)
    def _chosen(self, index: QModelIndex) -> None:
        node = self._preview.node(index)
        if node is None:
            return
        if node.kind is Kind.MORE:
            self._preview.show_more(index)
        else:
            self.opened.emit(node)

    @Slot(int)
    def _header_clicked(self, section: int) -> None:
        self.sort_wanted.emit(section, self.header().sortIndicatorOrder())
