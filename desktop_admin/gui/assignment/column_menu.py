"""Which columns of the terminals one sees."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from desktop_admin.gui.assignment.terminal_table import ALWAYS, TerminalTable


def columns_menu(table: TerminalTable, parent: QWidget) -> QMenu:
    """A tick for each column, and the way back to what the window has room for."""
    menu = QMenu(QCoreApplication.translate("Terminals", "Columns"), parent)
    for place, column in enumerate(table.table_model().columns):
        action = menu.addAction(column.header.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(not table.isColumnHidden(place))
        action.setEnabled(column.key != ALWAYS)
        action.toggled.connect(partial(table.show_column, column.key))
    menu.addSeparator()
    fits = QCoreApplication.translate("Terminals", "Fit to the window")
    menu.addAction(fits).triggered.connect(table.fit_again)
    return menu
