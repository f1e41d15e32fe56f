"""The table of terminals: quick filters, and rows that can be dragged away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QObject, Qt

from desktop_admin.gui.assignment.carrying import TERMINALS, pack
from desktop_admin.gui.models.rows import RowsModel
from desktop_admin.gui.models.table_model import Index


class TerminalsModel(RowsModel):
    """Terminals as rows; what is dragged are their ids."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._left: frozenset[int] | None = None
        #: Whether terminals may be moved over this connection.
        self.may_move = False

    def narrow(self, ids: frozenset[int] | None) -> None:
        """Show only these terminals of those the text filter leaves; None: all."""
        self.beginResetModel()
        self._left = ids
        self._arrange()
        self.endResetModel()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be selected, and dragged where anything can be changed."""
        flags = super().flags(index)
        drags = self.may_move and index.isValid()
        return flags | Qt.ItemFlag.ItemIsDragEnabled if drags else flags

    def mimeTypes(self) -> list[str]:
        """What a drag carries."""
        return [TERMINALS]

    def mimeData(self, indexes: Sequence[Index]) -> QMimeData:
        """The terminals of these cells."""
        rows = sorted({index.row() for index in indexes})
        return pack(id_ for row in rows for id_ in self.ids_between(row, row))

    def supportedDragActions(self) -> Qt.DropAction:
        """Terminals are moved, never copied."""
        return Qt.DropAction.MoveAction

    def _arrange(self) -> None:
        super()._arrange()
        if self._left is not None:
            self._order = [place for place in self._order if self._rows[place].id in self._left]
