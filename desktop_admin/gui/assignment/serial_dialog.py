"""Terminals by a list of serial numbers: pasted, typed, or from a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from desktop_admin.domain.serials import (
    SerialLine,
    SerialState,
    SerialTable,
    find_terminals,
    read_csv,
    read_serials,
)
from desktop_admin.gui._built.ui_serial_list import Ui_SerialList
from desktop_admin.gui.assignment.move_rows import place_cell
from desktop_admin.gui.assignment.sentences import Assignment
from desktop_admin.gui.assignment.serial_file import Unread, text_of
from desktop_admin.gui.assignment.shop import Shop
from desktop_admin.gui.context import Context
from desktop_admin.gui.models.columns import Cell, Column, Row, Table, text_cell, write_rows
from desktop_admin.gui.models.rows import RowsModel
from desktop_admin.gui.text import fill, one_line
from desktop_admin.gui.widgets.table_page import PAUSE_MS
from desktop_admin.gui.widgets.table_view import TableView
from desktop_admin.sources.base import Report, SourceError

_SIZE = QSize(940, 560)
_LookedUp = tuple[Sequence[SerialLine], Sequence[Row]]


class SerialDialog(QDialog):
    """Shows what every line of the list names; goes on with the terminals that were found."""

    #: The ids of the terminals that were found.
    found = Signal(object)

    def __init__(self, parent: QWidget, context: Context, shop: Shop) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._shop = shop
        self.lines: Sequence[SerialLine] = ()
        #: What is to be said of where the list comes from.
        self._origin = ""
        self.ui = Ui_SerialList()
        self.ui.setupUi(self)
        self.setModal(True)
        self.setWindowTitle(self.ui.title.text())
        self.table = TableView(context.theme)
        self.table.setAccessibleName(self.ui.title.text())
        self.model = RowsModel(self)
        self._table = _table()
        self.model.show(self._table.columns, [])
        self.table.show_model(self.model)
        self.table.mark_sorted(0, Qt.SortOrder.AscendingOrder)
        self.model.sort_by(0, Qt.SortOrder.AscendingOrder)
        self.ui.card_layout.addWidget(self.table)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._connect()
        self.resize(_SIZE)
        self._read()
        self.ui.serials.setFocus()

    def _connect(self) -> None:
        ui = self.ui
        self._pause.timeout.connect(self._read)
        ui.serials.textChanged.connect(self._edited)
        ui.file.clicked.connect(self._choose_file)
        ui.cancel.clicked.connect(self.reject)
        ui.choose.clicked.connect(self._go_on)
        self.table.sort_wanted.connect(self.model.sort)

    @property
    def ids(self) -> list[int]:
        """The terminals that were found, each once."""
        found = (one for one in self.lines if one.state is SerialState.FOUND)
        return [one.terminal.id for one in found if one.terminal is not None]

    @Slot()
    def _edited(self) -> None:
        """Nothing is gone on with before the new list is looked up."""
        self._origin = ""
        self.ui.choose.setEnabled(False)
        self._pause.start()

    @Slot()
    def _read(self) -> None:
        """Look every serial up."""
        self._pause.stop()
        self.ui.choose.setEnabled(False)
        text, terminals = self.ui.serials.toPlainText(), self._shop.terminals
        table = self._table

        def work(_: Report) -> _LookedUp:
            serials = read_serials(text, [one.serial for one in terminals.values()])
            lines = find_terminals(serials, terminals.values())
            return lines, write_rows(table, list(enumerate(lines)), in_memory=True)

        self._context.jobs.ask(work, self._looked_up, self._not_read, owner=self, topic="serials")

    def _looked_up(self, found: _LookedUp) -> None:
        self.lines, rows = found
        self.model.show(self._table.columns, rows)
        self.table.fit_columns()
        states = Counter(one.state for one in self.lines)
        counted = Assignment().looked_up(
            states[SerialState.FOUND],
            states[SerialState.UNKNOWN] + states[SerialState.AMBIGUOUS],
            states[SerialState.TWICE],
        )
        said = (self._origin, counted if states else "")
        self.ui.summary.setText("\n".join(filter(None, said)))
        # Not while something newer waits to be looked up.
        self.ui.choose.setEnabled(bool(self.ids) and not self._pause.isActive())

    @Slot()
    def _choose_file(self) -> None:
        title = self.tr("A list of serial numbers")
        kinds = self.tr("Lists (*.csv *.txt);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self, title, "", kinds)
        if name:
            self.open_file(Path(name))

    def open_file(self, path: Path) -> None:
        """Read the serials of that file; they take the place of the list before."""
        known = [one.serial for one in self._shop.terminals.values()]
        self.ui.choose.setEnabled(False)

        def work(_: Report) -> SerialTable | Unread:
            text = text_of(path)
            return text if isinstance(text, Unread) else read_csv(text, known)

        self._context.jobs.ask(
            work, partial(self._file_read, path), self._not_read, owner=self, topic="file"
        )

    def _file_read(self, path: Path, found: SerialTable | Unread) -> None:
        name = one_line(path.name)
        if isinstance(found, Unread):
            self._take("", fill(self._why(found), name))
        elif not found.serials:
            self._take("", fill(self.tr("%1 holds no serial number."), name))
        else:
            self._take("\n".join(found.serials), self._told(found))

    def _take(self, text: str, origin: str) -> None:
        """Look up `text` in place of the list before; `origin` stays until it is edited."""
        self.ui.serials.setPlainText(text)
        self._origin = origin
        self._read()

    def _told(self, table: SerialTable) -> str:
        """Which column was read, where others were not."""
        if table.columns < 2:
            return ""
        if table.head:
            return fill(self.tr("Column read: “%1”."), one_line(table.head, 60))
        text = self.tr(
            "No column is headed as serial numbers: known ones were taken wherever they stand, "
            "on the other lines column %1 of %2 was read."
        )
        return fill(text, str(table.column), str(table.columns))

    def _why(self, reason: Unread) -> str:
        return {
            Unread.CLOSED: self.tr(
                "%1 cannot be opened. See whether the file is still there and not open in "
                "another program, then choose it again."
            ),
            Unread.TOO_LARGE: self.tr(
                "%1 is too large for a list of serial numbers: nothing of it was read. Save the "
                "column of serial numbers alone in a file."
            ),
        }.get(
            reason,
            self.tr(
                "%1 cannot be read as a list. Save the sheet in the format CSV (UTF-8), then "
                "choose that file; or copy its column of serial numbers and paste it here."
            ),
        )

    def _not_read(self, error: SourceError) -> None:
        self.ui.summary.setText(one_line(error.detail))

    @Slot()
    def _go_on(self) -> None:
        ids = self.ids
        if ids:
            self.accept()
            self.found.emit(ids)


_Numbered = tuple[int, SerialLine]


def _table() -> Table[_Numbered]:
    states = _states()
    columns: list[Column[_Numbered]] = [
        Column(
            "state",
            QCoreApplication.translate("Terminals", "State"),
            lambda one: states[one[1].state],
            max((cell.text for cell in states.values()), key=len),
            # What is to be looked at first, then as the list has it.
            sort=lambda one: (one[1].state is SerialState.FOUND, one[0]),
        ),
        Column(
            "serial",
            QCoreApplication.translate("Terminals", "Serial number"),
            lambda one: text_cell(one[1].serial),
            "0a1badae951f8473",
            sort=lambda one: one[1].serial,
            fixed_width_font=True,
        ),
        *_named_columns(),
    ]
    return Table(columns, lambda one: one[0], lambda _: "")


def _named_columns() -> list[Column[_Numbered]]:
    nowhere = place_cell(None)
    suggests = QCoreApplication.translate("Assignment", "Did you mean %1?")

    def terminal(one: _Numbered) -> Cell:
        line = one[1]
        if line.terminal is not None:
            return text_cell(line.terminal.name)
        near = ", ".join(one_line(each) for each in line.nearest)
        text = fill(suggests, near) if near else "—"
        return Cell(text, ink="muted", tooltip=text)

    def place(one: _Numbered) -> Cell:
        found = one[1].terminal
        if found is None:
            return Cell("")
        return nowhere if found.boutique_name is None else place_cell(found.boutique_name)

    return [
        Column(
            "terminal",
            QCoreApplication.translate("Terminals", "Terminal"),
            terminal,
            "Kin Market Gombe caisse 1",
            sort=lambda one: terminal(one).text,
            stretch=3,
            keep_end=True,
        ),
        Column(
            "boutique",
            QCoreApplication.translate("Terminals", "Boutique"),
            place,
            "Kin Market Gombe",
            sort=lambda one: place(one).text,
            stretch=2,
            keep_end=True,
        ),
    ]


def _states() -> dict[SerialState, Cell]:
    return {
        SerialState.FOUND: Cell(
            QCoreApplication.translate("Assignment", "Found"), icon="good", icon_ink="good"
        ),
        SerialState.UNKNOWN: Cell(
            QCoreApplication.translate("Assignment", "Unknown"), icon="warning", ink="error"
        ),
        SerialState.TWICE: Cell(
            QCoreApplication.translate("Assignment", "Twice"), icon="list", ink="muted"
        ),
        SerialState.AMBIGUOUS: Cell(
            QCoreApplication.translate("Assignment", "Ambiguous"),
            icon="warning",
            ink="error",
            tooltip=QCoreApplication.translate(
                "Assignment", "More than one terminal bears it, but for spaces around it."
            ),
        ),
    }
