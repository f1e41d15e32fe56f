"""The model of the journal: days and entries; what is below an entry is read when it is opened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, Signal

from desktop_admin.gui.journal.rows import Key, Kind, Node, every
from desktop_admin.gui.models.columns import Cell, Column
from desktop_admin.gui.models.table_model import LEFT, RIGHT, Index, told_of
from desktop_admin.gui.text import tooltip

_NOWHERE = QModelIndex()
_PLAIN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_LEAF = _PLAIN | Qt.ItemFlag.ItemNeverHasChildren
_HEADING = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren


class JournalModel(QAbstractItemModel):
    """Shows rows that were written on a worker, and asks for what is below them."""

    #: What is below a row shall be read; carries a `Wanted`.
    wanted = Signal(object)
    #: What is below that row is there now; carries its `Key`.
    filled = Signal(object)

    def __init__(self, columns: Sequence[Column[object]], waiting: str) -> None:
        super().__init__()
        self.columns = columns
        self._waiting = waiting
        self._top: Sequence[Node] = ()
        self._nodes: dict[int, Node] = {}
        self._by_key: dict[Key, Node] = {}
        self._last = 0

    @property
    def top(self) -> Sequence[Node]:
        """Days and entries, from top to bottom."""
        return self._top

    # What is shown.
    def show(self, top: Sequence[Node]) -> None:
        """Show these days and entries. What was read below one of them stays there until it was
        read anew."""
        self.beginResetModel()
        before = self._by_key
        self._nodes, self._by_key = {}, {}
        for node in top:
            old = before.get(node.key)
            if old is not None and old.known:
                node.children, node.known, node.fresh = old.children, True, False
        self._top = top
        self._adopt(None, top)
        for node in every(top):
            if node.kind is not Kind.ENTRY:
                node.fresh = False
        self.endResetModel()

    def fill(self, key: Key, nodes: Sequence[Node], *, first: bool) -> None:
        """Put these rows below that one: in place of what stood there, or after it."""
        above = self._by_key.get(key)
        if above is None:
            return
        index = self.index_of(above)
        known = {one.key: one for one in above.children}
        kept = [] if first else [one for one in above.children if one.kind is not Kind.MORE]
        for node in nodes:
            old = known.get(node.key)
            if old is not None and old.known:
                node.children, node.known = old.children, True
        if above.children:
            gone = above.children[len(kept) :]
            if gone:
                self.beginRemoveRows(index, len(kept), len(above.children) - 1)
                for node in every(gone):
                    self._nodes.pop(node.number, None)
                    self._by_key.pop(node.key, None)
                above.children = kept
                self.endRemoveRows()
        if nodes:
            self.beginInsertRows(index, len(kept), len(kept) + len(nodes) - 1)
            above.children = [*kept, *nodes]
            self._adopt(above, above.children)
            self.endInsertRows()
        above.known = above.fresh = True
        self.filled.emit(key)

    def failed(self, key: Key) -> None:
        """What is below that row could not be read: it is asked for again when it is opened."""
        above = self._by_key.get(key)
        if above is not None:
            above.fresh = False

    def open(self, index: Index) -> None:
        """A row was opened: what is below it is asked for, unless that is known already."""
        node = self.node(index)
        if node is None or not node.opens or node.fresh:
            return
        node.fresh = True
        if not node.known and not node.children:
            cells = (Cell(self._waiting, ink="muted"), *[Cell("")] * (len(self.columns) - 1))
            waiting = Node(Kind.WAITING, ("waiting", *node.key), cells)
            self.beginInsertRows(self.index_of(node), 0, 0)
            node.children = [waiting]
            self._adopt(node, node.children)
            self.endInsertRows()
        self.wanted.emit(node.wanted())

    def _adopt(self, parent: Node | None, nodes: Sequence[Node]) -> None:
        for row, node in enumerate(nodes):
            node.parent, node.row = parent, row
            if self._nodes.get(node.number) is not node:
                self._last += 1
                node.number = self._last
                self._nodes[node.number] = node
            self._by_key[node.key] = node
            self._adopt(node, node.children)

    # Rows by what they are.
    def node(self, index: Index) -> Node | None:
        """What stands there."""
        return self._nodes.get(index.internalId()) if index.isValid() else None

    def index_of(self, node: Node | None, column: int = 0) -> QModelIndex:
        """Where that row stands."""
        if node is None or self._nodes.get(node.number) is not node:
            return QModelIndex()
        return self.createIndex(node.row, column, node.number)

    def index_of_key(self, key: Key) -> QModelIndex:
        """Where the row of that key stands; invalid where it is not shown."""
        return self.index_of(self._by_key.get(key))

    # The tree as Qt asks for it.
    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        """The cell at that place below `parent`."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, self._below(parent)[row].number)

    def parent(self, index: Index = _NOWHERE) -> Any:
        """What that row is below of."""
        node = self.node(index)
        return self.index_of(node.parent) if node is not None else QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many rows are below that one."""
        return 0 if parent.column() > 0 else len(self._below(parent))

    def _below(self, parent: Index) -> Sequence[Node]:
        if not parent.isValid():
            return self._top
        node = self.node(parent)
        return node.children if node is not None else ()

    def hasChildren(self, parent: Index = _NOWHERE) -> bool:
        """Whether anything is below that row; asked before it is known what."""
        node = self.node(parent)
        if node is None:
            return bool(self._top) and not parent.isValid()
        return node.opens and parent.column() <= 0

    def columnCount(self, _parent: Index = _NOWHERE) -> int:
        """How many columns there are."""
        return len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings of days are not selected."""
        node = self.node(index)
        if node is None:
            return Qt.ItemFlag.NoItemFlags
        if node.kind is Kind.DAY:
            return _HEADING
        return _PLAIN if node.opens else _LEAF

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One property of a cell."""
        node = self.node(index)
        if node is None:
            return None
        cell = node.cells[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{cell.text} {cell.unit}".strip()
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and index.column() == 0:
            return self.described(node)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(cell.tooltip) or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if self.columns[index.column()].right else LEFT
        return None

    @staticmethod
    def described(node: Node) -> str:
        """A whole row in one line, for those who do not see it."""
        parts = [f"{cell.text} {cell.unit}".strip() for cell in node.cells[1:]]
        return ", ".join(part for part in (*parts, node.why) if part)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """What its header tells of a column."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        return told_of(self.columns[section], role)
