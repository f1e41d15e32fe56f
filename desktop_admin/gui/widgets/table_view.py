"""The table of every screen."""

from __future__ import annotations

import math
from array import array
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QTreeView, QWidget

from desktop_admin.gui.models.columns import Column
from desktop_admin.gui.models.table_model import TableModel
from desktop_admin.gui.theme import Theme
from desktop_admin.gui.widgets.cell_delegate import GAP, ICON, PADDING, CellDelegate
from desktop_admin.gui.widgets.column_layout import ColumnLayout, Yielding, left_out
from desktop_admin.gui.widgets.selection import Places, Remembered
from desktop_admin.gui.widgets.table_header import ARROW_ROOM, TableHeader

ROW_HEIGHT = 28


class TableView(QTableView):
    """Rows of a `TableModel`: selected whole, kept by id, columns that fill the width."""

    #: Which rows are selected has changed.
    selected = Signal()
    #: A header was clicked: column and Qt.SortOrder.
    sort_wanted = Signal(int, object)
    #: Columns were moved, shown, hidden, or made wider, by the operator.
    layout_changed = Signal()
    #: Ctrl+C.
    copy_wanted = Signal()
    #: Ctrl+A, where `freezes` leaves to the screen what all of a long table means.
    everything_wanted = Signal()
    #: The mouse takes selected rows along, where `carries` says that something takes them.
    drag_wanted = Signal()
    #: A context menu is wanted there, in the view's own coordinates.
    menu_wanted = Signal(QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fitted: tuple[str, ...] = ()
        #: Once the operator has moved a border, widths are theirs.
        self._widths_chosen = False
        self._sorted = (0, Qt.SortOrder.AscendingOrder)
        self.freezes = False
        self.carries = False
        #: What is left out where there is no room for all.
        self.gives_way: Sequence[Yielding] = ()
        self._left_out: frozenset[str] = frozenset()
        #: Set while columns are arranged by the program, not by hand.
        self._arranging = False
        self.setHorizontalHeader(TableHeader(theme, self))
        self.setItemDelegate(CellDelegate(theme, self))
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(ROW_HEIGHT)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setSortIndicatorShown(True)
        header.sectionClicked.connect(self._header_clicked)
        header.sectionResized.connect(self._resized_by_hand)
        header.setSectionsMovable(True)
        header.sectionMoved.connect(self._moved_by_hand)
        header.sectionHandleDoubleClicked.connect(self.fit_again)
        theme.changed.connect(self.viewport().update)

    def show_model(self, model: TableModel) -> None:
        """Show this model; called once."""
        self.setModel(model)
        self.selectionModel().selectionChanged.connect(self.selected)
        # The line around the current row goes across all its cells.
        self.selectionModel().currentRowChanged.connect(self.viewport().update)
        self.fit_columns()

    def table_model(self) -> TableModel:
        """The model that is shown."""
        model = self.model()
        if not isinstance(model, TableModel):
            raise TypeError(model)
        return model

    # Selection, by id.
    def selected_count(self) -> int:
        """How many rows are selected."""
        ranges = self.selectionModel().selection()
        return sum(ranges.at(n).height() for n in range(ranges.count()))

    def selected_ids(self) -> Sequence[int]:
        """The ids of the selected rows, in the order of the table."""
        model = self.table_model()
        ranges = self.selectionModel().selection()
        ids: array[int] = array("q")
        bounds = sorted((ranges.at(n).top(), ranges.at(n).bottom()) for n in range(ranges.count()))
        for top, bottom in bounds:
            ids.extend(model.ids_between(top, bottom))
        return ids

    def remember(self) -> Remembered:
        """What one looks at now."""
        model = self.table_model()
        total = model.rowCount()
        if not total:
            return Remembered()
        current = self.currentIndex()
        top = self.rowAt(0) if self.verticalScrollBar().value() else -1
        return Remembered(
            self.selected_ids(),
            model.ids_between(current.row(), current.row())[0] if current.isValid() else None,
            model.ids_between(top, top)[0] if top >= 0 else None,
        )

    def recall(self, places: Places, *, keep_scroll: bool = True) -> None:
        """Select and show again what was remembered, without a jump of the view."""
        model = self.table_model()
        last = model.columnCount() - 1
        chosen = QItemSelection()
        for first, end in places.runs:
            chosen.select(model.index(first, 0), model.index(end, last))
        command = QItemSelectionModel.SelectionFlag.ClearAndSelect
        selection = self.selectionModel()
        if places.current is not None:
            quiet = QItemSelectionModel.SelectionFlag.NoUpdate
            selection.setCurrentIndex(model.index(places.current, 0), quiet)
        if places.runs:
            selection.select(chosen, command)
        else:
            # A model that was filled anew tells nobody that what was selected is no more.
            self.selected.emit()
        if keep_scroll and places.top is not None:
            self.verticalScrollBar().setValue(places.top)
        elif not keep_scroll:
            self.scrollToTop()

    # Columns.
    def mark_sorted(self, column: int, order: Qt.SortOrder) -> None:
        """Show the arrow over the column the rows are sorted by."""
        self._sorted = (column, order)
        self.horizontalHeader().setSortIndicator(column, order)

    def columns_shown(self) -> list[Column[object]]:
        """The columns one sees, from left to right."""
        columns, header = self.table_model().columns, self.horizontalHeader()
        places = (header.logicalIndex(visual) for visual in range(header.count()))
        return [columns[place] for place in places if not header.isSectionHidden(place)]

    def layout_now(self) -> ColumnLayout:
        """How the columns are arranged."""
        columns, header = self.table_model().columns, self.horizontalHeader()
        places = [header.logicalIndex(visual) for visual in range(header.count())]
        hidden = frozenset(columns[place].key for place in places if header.isSectionHidden(place))
        widths = {}
        if self._widths_chosen:
            shown = (place for place in places if not header.isSectionHidden(place))
            widths = {columns[place].key: header.sectionSize(place) for place in shown}
        order = tuple(columns[place].key for place in places)
        return ColumnLayout(order, hidden - self._left_out, widths)

    def show_layout(self, layout: ColumnLayout) -> None:
        """Arrange the columns so; tells nobody."""
        header = self.horizontalHeader()
        places = {column.key: place for place, column in enumerate(self.table_model().columns)}
        self._arranging = True
        for visual, key in enumerate(layout.order):
            header.moveSection(header.visualIndex(places[key]), visual)
        for key, place in places.items():
            header.setSectionHidden(place, key in layout.hidden)
        self._left_out = frozenset()
        self._widths_chosen = bool(layout.widths)
        self._fitted = ()
        if layout.widths:
            self._fitted = tuple(column.key for column in self.columns_shown())
            for key, place in places.items():
                width = layout.widths.get(key) or self._sample_width(
                    self.table_model().columns[place]
                )
                if key not in layout.hidden:
                    header.resizeSection(place, width)
        self._arranging = False
        self.fit_columns()

    def fit_columns(self) -> None:
        """Give each column the width of its sample, share out what is left; where there is too
        little, leave out what may give way."""
        every = {column.key: column for column in self.table_model().columns}
        places = {key: place for place, key in enumerate(every)}
        wanted = self._wanted()
        if not wanted or (self._widths_chosen and wanted == self._fitted):
            return
        self._fitted = wanted
        room = self.viewport().width()
        widths = {key: self._sample_width(every[key]) for key in wanted}
        self._left_out = left_out(self.gives_way, [every[key] for key in wanted], widths, room)
        shown = [every[key] for key in wanted if key not in self._left_out]
        shared = fitted([widths[column.key] for column in shown], shown, room)
        header = self.horizontalHeader()
        self._arranging = True
        for key in wanted:
            header.setSectionHidden(places[key], key in self._left_out)
        for column, width in zip(shown, shared, strict=True):
            header.resizeSection(places[column.key], width)
        self._arranging = False

    def _wanted(self) -> tuple[str, ...]:
        """The columns to show where there is room, from left to right."""
        return self.layout_now().shown()

    # What the keyboard and the mouse ask for.
    def selectAll(self) -> None:
        """Select every row, or leave to the screen what that means."""
        if self.freezes:
            self.everything_wanted.emit()
        else:
            super().selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy all that is selected, not the one cell that Qt would."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The button for the menu leaves alone what is shown as selected."""
        index = self.indexAt(event.position().toPoint())
        wants_menu = event.button() is Qt.MouseButton.RightButton and index.isValid()
        if wants_menu and self.table_model().is_marked(index.row()):
            quiet = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(index, quiet)
            return
        if self.carries:
            # From a row that is not selected yet, the mouse selects on.
            self.setDragEnabled(index.isValid() and self.selectionModel().isSelected(index))
        super().mousePressEvent(event)

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Leave to the screen what is carried."""
        if self.carries:
            self.drag_wanted.emit()
        else:
            super().startDrag(actions)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu: at the mouse, or from the keyboard at the current row."""
        place = event.pos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            place = self.visualRect(self.currentIndex()).bottomLeft()
        self.menu_wanted.emit(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns into the new width."""
        super().resizeEvent(event)
        if self.model() is not None:
            self.fit_columns()

    def _sample_width(self, column: Column[object]) -> int:
        return sample_width(column, self, self._theme)

    @Slot(int)
    def _header_clicked(self, section: int) -> None:
        """The header has moved its arrow by itself; say so, or put the arrow back."""
        header = self.horizontalHeader()
        if self.table_model().columns[section].sort is None:
            header.setSortIndicator(*self._sorted)
            return
        self._sorted = (section, header.sortIndicatorOrder())
        self.sort_wanted.emit(*self._sorted)

    @Slot()
    def _resized_by_hand(self) -> None:
        if not self._arranging and QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            self._widths_chosen = True
            self.layout_changed.emit()

    @Slot()
    def _moved_by_hand(self) -> None:
        if not self._arranging:
            self.layout_changed.emit()
            self.viewport().update()

    @Slot()
    def fit_again(self) -> None:
        """Let columns fit the window again, after the operator made them wider or narrower."""
        self._widths_chosen = False
        self.fit_columns()
        self.layout_changed.emit()


def sample_width(column: Column[Any], view: QTableView | QTreeView, theme: Theme) -> int:
    """How wide a column is that shows its sample and its header whole."""
    font = theme.fixed_font() if column.fixed_width_font else QFont(view.font())
    if column.strong or column.key == "state":
        # In the state, what needs attention is bold.
        font.setWeight(QFont.Weight.DemiBold)
    metrics = QFontMetrics(font)
    text = max(metrics.horizontalAdvance(line) for line in column.sample.split("\n"))
    # As the header writes it.
    header = view.horizontalHeader() if isinstance(view, QTableView) else view.header()
    named = QFont(header.font())
    named.setWeight(QFont.Weight.Medium)
    head = QFontMetrics(named).horizontalAdvance(column.header) + ARROW_ROOM
    with_icon = ICON + GAP if column.icons or column.key == "state" else 0
    return max(text + with_icon, head) + 2 * PADDING + 2


def fitted(widths: Sequence[int], columns: Sequence[Column[Any]], room: int) -> list[int]:
    """Share out the room that is left, or that is missing, among columns that stretch."""
    left = room - sum(widths)
    if left >= 0:
        whole = sum(column.stretch for column in columns) or 1
        parts = [column.stretch / whole for column in columns]
        return [width + int(left * part) for width, part in zip(widths, parts, strict=True)]
    can_give = [
        width * (1 - column.keep) if column.stretch else 0.0
        for width, column in zip(widths, columns, strict=True)
    ]
    give = min(1.0, -left / (sum(can_give) or 1))
    return [width - math.ceil(can * give) for width, can in zip(widths, can_give, strict=True)]
