"""The model of the tree of boutiques, with the rules of what may be dropped where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, Qt, Signal

from desktop_admin.domain.assign import Consequences, Guard, consequences
from desktop_admin.domain.matching import folded
from desktop_admin.gui.assignment.carrying import TERMINALS, pack, unpack
from desktop_admin.gui.assignment.nodes import Key, Kind, Node, narrow, walk
from desktop_admin.gui.assignment.shop import Shop
from desktop_admin.gui.models.columns import Cell, Column, Role
from desktop_admin.gui.models.table_model import LEFT, RIGHT, Index, told_of
from desktop_admin.gui.text import tooltip

_NOWHERE = QModelIndex()
# What a row is good for, asked for with every cell that is painted: terminals can be dragged,
# places take them.
_STILL = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_MOVABLE = {
    Kind.NOWHERE: _STILL | Qt.ItemFlag.ItemIsDropEnabled,
    Kind.MERCHANT: _STILL,
    Kind.BOUTIQUE: _STILL | Qt.ItemFlag.ItemIsDropEnabled,
    Kind.TERMINAL: _STILL | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled,
}


class Drop(NamedTuple):
    """Terminals that were dropped, and the boutique they shall go to; None: nowhere."""

    terminals: tuple[int, ...]
    target: int | None


class TreeModel(QAbstractItemModel):
    """Merchants, their boutiques, and the terminals there."""

    #: Terminals were dropped on a row that takes them; carries a `Drop`.
    dropped = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns: Sequence[Column[object]] = ()
        self._all: Sequence[Node] = ()
        self._top: list[Node] = []
        self._nodes: list[Node] = []
        self._rows: dict[Key, Node] = {}
        self._words: tuple[str, ...] = ()
        self._shop = Shop()
        self._now = datetime.min.replace(tzinfo=UTC)
        self._judged: dict[tuple[tuple[int, ...], int | None], Consequences] = {}
        #: What the boutiques are filtered by, as it was typed.
        self.filter_text = ""
        #: Whether terminals may be moved over this connection.
        self.may_move = False
        #: Terminals that are being dragged.
        self.carried: tuple[int, ...] = ()
        #: The row below which it is painted what letting go would do.
        self.hinted: Key | None = None
        self._owners: set[int] = set()
        #: How what has to be confirmed is noted.
        self.notes: Mapping[Guard, Cell] = {}

    @property
    def columns(self) -> Sequence[Column[object]]:
        """The columns, from left to right."""
        return self._columns

    @property
    def narrowed(self) -> bool:
        """Whether the filter leaves something out."""
        return bool(self._words)

    def show(
        self, shop: Shop, now: datetime, columns: Sequence[Column[object]], top: Sequence[Node]
    ) -> None:
        """Show these rows, filtered as before; drops are judged by `shop` at `now`."""
        self.beginResetModel()
        self._shop, self._now = shop, now
        self._columns, self._all = columns, top
        self._arrange()
        self.endResetModel()

    def filter(self, text: str) -> None:
        """Show only boutiques in which every word of `text` occurs."""
        self.filter_text = text.strip()
        self.beginResetModel()
        self._words = tuple(folded(text).split())
        self._arrange()
        self.endResetModel()

    # Rows by what they are.
    def node(self, index: Index) -> Node | None:
        """What stands there."""
        if not index.isValid() or not 0 <= index.internalId() < len(self._nodes):
            return None
        return self._nodes[index.internalId()]

    def index_of(self, key: Key, column: int = 0) -> QModelIndex:
        """Where that row stands; invalid where it is not shown."""
        node = self._rows.get(key)
        return QModelIndex() if node is None else self.createIndex(node.row, column, node.number)

    def keys(self, kind: Kind) -> list[Key]:
        """All rows of that kind that are shown, from top to bottom."""
        return [node.key for node in self._nodes if node.key.kind is kind]

    # What may be dropped.
    def place_of(self, index: Index) -> Node | None:
        """The row that takes terminals there: the boutique itself, that of a terminal, or the row
        that detaches; None of a merchant, and beside the rows."""
        node = self.node(index)
        if node is not None and node.key.kind is Kind.TERMINAL:
            node = node.parent
        return None if node is None or node.key.kind is Kind.MERCHANT else node

    def carry(self, ids: Sequence[int]) -> None:
        """These terminals are on their way; none: no longer."""
        self.carried = tuple(ids)
        self._owners = {one.owner_id for one in self._shop.chosen(ids)}

    def note_of(self, node: Node) -> Cell | None:
        """What stands in place of a row's figures: why no terminal goes there, or, while some are
        carried, what would have to be confirmed; nothing where that is painted below it anyhow.
        Asked for each row that is painted: the whole judgement on each place would take too
        long."""
        if node.key == self.hinted:
            return None
        if node.key.kind is Kind.NOWHERE:
            return node.note if self.may_move else None
        boutique = self._shop.boutiques.get(node.key.id)
        if node.note is not None or not self.carried or boutique is None:
            return node.note
        if node.key.kind is not Kind.BOUTIQUE:
            return None
        if self._owners - {boutique.owner_id}:
            return self.notes.get(Guard.OTHER_MERCHANT)
        return None if boutique.pos_allowed else self.notes.get(Guard.POS_FORBIDDEN)

    def judge(self, terminals: Iterable[int], target: int | None) -> Consequences:
        """What it would mean to send these terminals there."""
        key = (tuple(terminals), target)
        found = self._judged.get(key)
        if found is None:
            shop = self._shop
            figures = shop.by_terminal or {}
            chosen = shop.chosen(key[0])
            found = consequences(chosen, target, shop.boutiques, figures, self._now)
            self._judged[key] = found
        return found

    def canDropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, _row: int, _column: int, parent: Index
    ) -> bool:
        """Whether terminals that are carried may go to the place of that row."""
        place = self.place_of(parent)
        ids = unpack(data)
        if not self.may_move or place is None or not ids:
            return False
        found = self.judge(ids, place.target)
        return bool(found.moves) and found.refusal is None

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Tell that terminals were dropped; nothing is changed by that."""
        place = self.place_of(parent)
        if place is None or not self.canDropMimeData(data, action, row, column, parent):
            return False
        self.dropped.emit(Drop(tuple(unpack(data)), place.target))
        return True

    def mimeTypes(self) -> list[str]:
        """What a drag carries."""
        return [TERMINALS]

    def mimeData(self, indexes: Sequence[Index]) -> QMimeData:
        """The terminals among these rows."""
        nodes = [self.node(index) for index in indexes if index.column() == 0]
        return pack(node.key.id for node in nodes if node and node.key.kind is Kind.TERMINAL)

    def supportedDropActions(self) -> Qt.DropAction:
        """Terminals are moved, never copied."""
        return Qt.DropAction.MoveAction

    def supportedDragActions(self) -> Qt.DropAction:
        """The same."""
        return Qt.DropAction.MoveAction

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Terminals can be dragged, places take them."""
        node = self.node(index)
        if node is None:
            return Qt.ItemFlag.NoItemFlags
        return _MOVABLE[node.key.kind] if self.may_move else _STILL

    # The tree as Qt asks for it.
    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        """The cell at that place below `parent`."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, self._below(parent)[row].number)

    def parent(self, index: Index = _NOWHERE) -> Any:
        """What that row is below of."""
        node = self.node(index)
        above = node.parent if node is not None else None
        return QModelIndex() if above is None else self.createIndex(above.row, 0, above.number)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many rows are below that one."""
        return 0 if parent.column() > 0 else len(self._below(parent))

    def columnCount(self, _parent: Index = _NOWHERE) -> int:
        """How many columns there are."""
        return len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One property of a cell."""
        node = self.node(index)
        if node is None:
            return None
        cell = self.cell_of(node, index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(cell.tooltip) or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if index.column() else LEFT
        if role == Qt.ItemDataRole.AccessibleTextRole:
            note = None if index.column() else self.note_of(node)
            return f"{cell.text}, {note.text}" if note is not None else cell.text
        return node.key.id if role == Role.ID else None

    def cell_of(self, node: Node, column: int) -> Cell:
        """What to paint in that column of a row."""
        return node.cells[column]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """What its header tells of a column."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        return told_of(self._columns[section], role)

    def _below(self, parent: Index) -> Sequence[Node]:
        if not parent.isValid():
            return self._top
        node = self.node(parent)
        return node.children if node is not None else ()

    def _arrange(self) -> None:
        self._judged.clear()
        self._top = narrow(self._all, self._words)
        self._nodes = list(walk(self._top))
        self._rows = {node.key: node for node in self._nodes}
        for number, node in enumerate(self._nodes):
            node.number = number
