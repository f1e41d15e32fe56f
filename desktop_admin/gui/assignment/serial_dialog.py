"""Terminals by a list of serial numbers: pasted, typed, or from a file."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from desktop_admin.domain.serials import (
    SerialLine,
    SerialState,
    find_terminals,
    read_csv,
    read_serials,
)
from desktop_admin.gui._built.ui_serial_list import Ui_SerialList
from desktop_admin.gui.assignment.move_rows import place_cell
from desktop_admin.gui.assignment.sentences import Assignment
from desktop_admin.gui.assignment.shop import Shop
from desktop_admin.gui.context import Context
from desktop_admin.gui.models.columns import Cell, Column, Table, text_cell, write_rows
from desktop_admin.gui.models.rows import RowsModel
from desktop_admin.gui.text import fill, one_line
from desktop_admin.gui.widgets.table_page import PAUSE_MS
from desktop_admin.gui.widgets.table_view import TableView
from desktop_admin.sources.base import Report, SourceError

_SIZE = QSize(820, 520)
#: A larger file is no list of serial numbers.
MOST_BYTES = 2_000_000


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
        ui.serials.textChanged.connect(self._pause.start)
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
    def _read(self) -> None:
        """Look every serial up."""
        serials = read_serials(self.ui.serials.toPlainText())
        self.lines = find_terminals(serials, self._shop.terminals.values())
        rows = write_rows(self._table, list(enumerate(self.lines)), in_memory=True)
        self.model.show(self._table.columns, rows)
        self.table.fit_columns()
        states = [one.state for one in self.lines]
        self.ui.summary.setText(
            Assignment().looked_up(
                states.count(SerialState.FOUND),
                states.count(SerialState.UNKNOWN) + states.count(SerialState.AMBIGUOUS),
                states.count(SerialState.TWICE),
            )
            if states
            else ""
        )
        self.ui.choose.setEnabled(bool(self.ids))

    @Slot()
    def _choose_file(self) -> None:
        title = self.tr("A list of serial numbers")
        kinds = self.tr("Lists (*.csv *.txt);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self, title, "", kinds)
        if name:
            self.open_file(Path(name))

    def open_file(self, path: Path) -> None:
        """Read the serials of that file."""
        known = [one.serial for one in self._shop.terminals.values()]

        def work(_: Report) -> list[str] | None:
            text = _text_of(path)
            return None if text is None else read_csv(text, known)

        self._context.jobs.ask(
            work, partial(self._file_read, path), self._not_read, owner=self, topic="file"
        )

    def _file_read(self, path: Path, serials: list[str] | None) -> None:
        if serials is None:
            text = self.tr("%1 cannot be read as a list.")
            self.ui.summary.setText(fill(text, one_line(path.name)))
            return
        self.ui.serials.setPlainText("\n".join(serials))
        self._read()

    def _not_read(self, error: SourceError) -> None:
        self.ui.summary.setText(one_line(error.detail))

    @Slot()
    def _go_on(self) -> None:
        self._read()
        ids = self.ids
        if ids:
            self.accept()
            self.found.emit(ids)


def _text_of(path: Path) -> str | None:
    """The text of a file; None where it cannot be read, or is none."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError:
        return None
    if len(content) > MOST_BYTES or b"\0" in content:
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        # What Excel writes on a French Windows.
        return content.decode("cp1252", errors="replace")


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
    suggests = QCoreApplication.translate("Assignment", "Did you mean %1?")

    def terminal(one: _Numbered) -> Cell:
        line = one[1]
        if line.terminal is not None:
            return text_cell(line.terminal.name)
        near = ", ".join(one_line(each) for each in line.nearest)
        return Cell(fill(suggests, near) if near else "—", ink="muted")

    def place(one: _Numbered) -> Cell:
        found = one[1].terminal
        return place_cell(found.boutique_name) if found is not None else Cell("")

    return [
        Column(
            "terminal",
            QCoreApplication.translate("Terminals", "Terminal"),
            terminal,
            "Kin Market Gombe caisse 1",
            sort=lambda one: terminal(one).text,
            stretch=3,
        ),
        Column(
            "boutique",
            QCoreApplication.translate("Terminals", "Boutique"),
            place,
            "Kin Market Gombe",
            sort=lambda one: place(one).text,
            stretch=2,
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
