"""The model of the preview: confidences, groups and sales, each with a box to tick."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt, Signal

from desktop_admin.domain.choice import Choice, Ticks
from desktop_admin.gui.models.columns import Cell, Column, Role
from desktop_admin.gui.models.table_model import LEFT, RIGHT, Index, told_of
from desktop_admin.gui.repair.cells import Cells, Route, columns_of
from desktop_admin.gui.repair.reading import Sheet
from desktop_admin.gui.repair.rows import MORE, Kind, Look, Node, Order, Rows
from desktop_admin.gui.text import tooltip

_NOWHERE = QModelIndex()
_KINDS = tuple(Kind)
_SPREAD = len(Kind)
_PLAIN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_LEAF = _PLAIN | Qt.ItemFlag.ItemNeverHasChildren
_CHECKABLE = Qt.ItemFlag.ItemIsUserCheckable


class PreviewModel(QAbstractItemModel):
    """Shows a `Look`; ticking a box makes another one."""

    #: Something was ticked or not, or goes elsewhere: carries the new `Choice`.
    chosen = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Rows | None = None
        self._cells: Cells | None = None
        self._columns: Sequence[Column[object]] = ()

    @property
    def columns(self) -> Sequence[Column[object]]:
        """The columns, from left to right."""
        return self._columns

    @property
    def look(self) -> Look | None:
        """What is shown."""
        return None if self._rows is None else self._rows.look

    # What is shown.
    def show(self, look: Look, sheet: Sheet, order: Order | None) -> None:
        """Show these rows in that order."""
        self.beginResetModel()
        self._rows, self._cells = Rows(look, order), sheet.cells
        self._columns = columns_of(sheet.cells, sheet.samples)
        self.endResetModel()

    def reorder(self, order: Order) -> None:
        """The same rows in another order."""
        if self._rows is not None:
            self.beginResetModel()
            self._rows = Rows(self._rows.look, order)
            self.endResetModel()

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self._rows = self._cells = None
        self._columns = ()
        self.endResetModel()

    def choose(self, look: Look, nodes: Sequence[Node] = ()) -> None:
        """The same rows, chosen otherwise; `nodes`: those that one is at."""
        rows = self._rows
        if rows is None:
            return
        rows.look = look
        last = self.columnCount() - 1
        # Of hundreds of groups a view would look at each: it is told of the upper rows and of those
        # one is at, and paints anew what it shows.
        for top in range(rows.count(None)):
            self.dataChanged.emit(self.index(top, 0), self.index(top, last))
        for node in nodes:
            index = self.index_of(node)
            if index.isValid() and node.kind is not Kind.CONFIDENCE:
                self.dataChanged.emit(index, index.siblingAtColumn(last))

    def show_more(self, index: Index) -> None:
        """Show the next sales of the group whose last row this is."""
        node, rows = self.node(index), self._rows
        if node is None or rows is None or node.kind is not Kind.MORE:
            return
        parent, group = self.parent(index), node.number
        shown, left = rows.shown(group), rows.more(group)
        # The row that asks says something else afterwards: it goes, and stands below them again.
        self.beginRemoveRows(parent, shown, shown)
        rows.offer_more(group, offered=False)
        self.endRemoveRows()
        self.beginInsertRows(parent, shown, shown + min(left, MORE) - 1)
        rows.show_more(group)
        self.endInsertRows()
        if left > MORE:
            self.beginInsertRows(parent, shown + MORE, shown + MORE)
            rows.offer_more(group, offered=True)
            self.endInsertRows()

    # Rows by what they are.
    def node(self, index: Index) -> Node | None:
        """What stands there."""
        if not index.isValid():
            return None
        number, kind = divmod(index.internalId(), _SPREAD)
        return Node(_KINDS[kind], number)

    def index_of(self, node: Node, column: int = 0) -> QModelIndex:
        """Where that row stands; invalid where it is not shown."""
        row = None if self._rows is None else self._rows.row_of(node)
        if row is None:
            return QModelIndex()
        return self.createIndex(row, column, node.number * _SPREAD + node.kind)

    @property
    def rows(self) -> Rows | None:
        """Which rows stand where."""
        return self._rows

    # What is painted.
    def cell_of(self, node: Node, column: int) -> Cell:
        """What to paint in that column of a row."""
        if self._cells is None or self._rows is None:
            return Cell("")
        if column == 0:
            return self._cells.name(self._rows, node)
        return self._cells.write(self._rows, node)[column - 1]

    def route_of(self, node: Node, column: int) -> Route | None:
        """Where the sales of a row go, where that is told in this column."""
        last = len(self._columns) - 1
        rows, cells = self._rows, self._cells
        if rows is None or cells is None or column not in (0, last):
            return None
        return cells.route(rows.look, rows, node, named=column == 0)

    def check_of(self, node: Node) -> Qt.CheckState | None:
        """How the box of a row stands; None: it has none."""
        rows = self._rows
        if rows is None or node.kind is Kind.MORE:
            return None
        look = rows.look
        if node.kind is Kind.SALE:
            ticked = look.choice.ticked[node.number] and look.choice.doable[node.number]
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        ticks = self._ticks(rows, node)
        if not ticks.ticked:
            return Qt.CheckState.Unchecked
        whole = ticks.ticked == ticks.shown
        return Qt.CheckState.Checked if whole else Qt.CheckState.PartiallyChecked

    def can_tick(self, node: Node) -> bool:
        """Whether anything of that row can be ticked: it has a target, and is as it was."""
        rows = self._rows
        if rows is None or node.kind is Kind.MORE:
            return False
        if node.kind is Kind.SALE:
            return bool(rows.look.choice.aimed[node.number] > rows.look.choice.gone[node.number])
        return self._ticks(rows, node).doable > 0

    def _ticks(self, rows: Rows, node: Node) -> Ticks:
        summary = rows.look.summary
        if node.kind is Kind.GROUP:
            return summary.groups[node.number]
        return summary.confidences[rows.code(node)]

    # What is chosen.
    def mask_of(self, node: Node) -> bytes:
        """The sales of a row, as far as they are shown."""
        rows = self._rows
        if rows is None:
            return b""
        preview, scope = rows.look.preview, rows.look.scope
        if node.kind is Kind.SALE:
            return preview.these([node.number])
        if node.kind is Kind.CONFIDENCE:
            found = [preview.groups[number] for number in rows.groups_of(rows.code(node))]
        else:
            found = [rows.group(node)]
        mask = bytearray(len(preview.items))
        for group in found:
            mask[group.start : group.stop] = scope.shown[group.start : group.stop]
        return bytes(mask)

    def tick(self, nodes: Sequence[Node], *, on: bool) -> None:
        """Tick these rows, or take their ticks away."""
        look = self.look
        if look is None or not nodes:
            return
        choice: Choice = look.choice
        for node in nodes:
            choice = choice.tick(self.mask_of(node), on=on)
        if choice.ticked != look.choice.ticked:
            self.chosen.emit(choice)

    def toggle(self, nodes: Sequence[Node]) -> None:
        """Tick these rows; where all are ticked, take the ticks away."""
        can = [node for node in nodes if self.can_tick(node)]
        if can:
            on = any(not self._is_full(node) for node in can)
            self.tick(can, on=on)

    def _is_full(self, node: Node) -> bool:
        """Whether all that can be ticked of a row is."""
        rows = self._rows
        if rows is None:
            return False
        if node.kind is Kind.SALE:
            return self.check_of(node) is Qt.CheckState.Checked
        ticks = self._ticks(rows, node)
        return ticks.ticked == ticks.doable

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a box, as a screen reader does."""
        node = self.node(index)
        if role != Qt.ItemDataRole.CheckStateRole or node is None or not self.can_tick(node):
            return False
        self.tick([node], on=Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows that can be ticked; sales have nothing below them."""
        node = self.node(index)
        if node is None:
            return Qt.ItemFlag.NoItemFlags
        plain = _LEAF if node.kind >= Kind.SALE else _PLAIN
        return plain | _CHECKABLE if self.can_tick(node) and index.column() == 0 else plain

    # The tree as Qt asks for it.
    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        """The cell at that place below `parent`."""
        rows = self._rows
        if rows is None or not self.hasIndex(row, column, parent):
            return QModelIndex()
        node = rows.at(self.node(parent), row)
        return self.createIndex(row, column, node.number * _SPREAD + node.kind)

    def parent(self, index: Index = _NOWHERE) -> Any:
        """What that row is below of."""
        node = self.node(index)
        above = self._rows.parent(node) if node is not None and self._rows is not None else None
        return QModelIndex() if above is None else self.index_of(above)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many rows are below that one."""
        if self._rows is None or parent.column() > 0:
            return 0
        return self._rows.count(self.node(parent))

    def hasChildren(self, parent: Index = _NOWHERE) -> bool:
        """Whether anything is below that row; asked before it is known what."""
        node = self.node(parent)
        if node is None or self._rows is None:
            return self.rowCount() > 0
        return node.kind <= Kind.GROUP and parent.column() <= 0

    def columnCount(self, _parent: Index = _NOWHERE) -> int:
        """How many columns there are."""
        return len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One property of a cell."""
        node = self.node(index)
        if node is None:
            return None
        column = index.column()
        if role == Qt.ItemDataRole.CheckStateRole:
            # As a number: what hands it on to screen readers knows no other.
            check = self.check_of(node) if column == 0 else None
            return None if check is None else check.value
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            route = self.route_of(node, column)
            text = route.text if route is not None else self.cell_of(node, column).text
            told = column == 0 and role == Qt.ItemDataRole.AccessibleTextRole
            return self._told(node, text) if told else text
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(self.cell_of(node, column).tooltip) or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if self._columns[column].right else LEFT
        return node.number if role == Role.ID else None

    def _told(self, node: Node, text: str) -> str:
        """The name of a row for who does not see its box: of the three states a box has, screen
        readers are told two."""
        partly = self.check_of(node) is Qt.CheckState.PartiallyChecked
        return f"{text}, {self._cells.said.partly}" if partly and self._cells else text

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """What its header tells of a column."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        return told_of(self._columns[section], role)
