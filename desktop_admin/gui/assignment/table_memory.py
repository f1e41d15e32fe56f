"""How the terminals are sorted, narrowed down and laid out, from one day to the next."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot

from desktop_admin.gui.assignment.terminal_columns import Quick
from desktop_admin.gui.assignment.terminal_table import TerminalTable
from desktop_admin.gui.assignment.terminals_model import TerminalsModel
from desktop_admin.gui.memory import Memory
from desktop_admin.gui.widgets.chips import Chips
from desktop_admin.gui.widgets.column_layout import read_widths

_QUICK = "assignment.quick"
_SORT = "assignment.sort"
_DOWN = "assignment.sort_down"
_WIDTHS = "assignment.widths"


class TableMemory(QObject):
    """Puts the table as it was, then remembers what the operator makes of it."""

    def __init__(
        self, memory: Memory, table: TerminalTable, model: TerminalsModel, chips: Chips
    ) -> None:
        super().__init__(table)
        self._memory = memory
        self._table = table
        self._model = model
        down = memory.get(_DOWN, False)
        order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        table.mark_sorted(memory.get(_SORT, 0), order)
        model.sort_by(memory.get(_SORT, 0), order)
        quick = memory.get(_QUICK, Quick.ALL.value)
        if quick in chips.buttons:
            chips.buttons[quick].setChecked(True)
        table.keep_widths(read_widths(memory.table(_WIDTHS)))
        table.layout_changed.connect(self._arranged)
        table.sort_wanted.connect(self._sort)
        chips.chosen.connect(self._narrow)

    @Slot(int, object)
    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        self._model.sort(column, order)
        self._memory.put(_SORT, column)
        self._memory.put(_DOWN, order is Qt.SortOrder.DescendingOrder)

    @Slot()
    def _arranged(self) -> None:
        widths = self._table.widths_now()
        self._table.keep_widths(widths)
        self._memory.put(_WIDTHS, {**widths})

    @Slot(str)
    def _narrow(self, key: str) -> None:
        self._memory.put(_QUICK, key)
