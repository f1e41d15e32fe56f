"""A page with a table: title, filter, chips, banner, rows, and what stands where rows would."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QHideEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSplitter, QStackedWidget, QWidget

from desktop_admin.gui._built.ui_table_page import Ui_TablePage
from desktop_admin.gui.errors import Explanation
from desktop_admin.gui.theme import Theme
from desktop_admin.gui.widgets.chips import Chips
from desktop_admin.gui.widgets.state_page import StatePage, StateText
from desktop_admin.gui.widgets.table_view import TableView

if TYPE_CHECKING:
    from desktop_admin.gui.export.bar import ExportBar

#: How long typing must pause before the filter is applied.
PAUSE_MS = 200
#: How wide the field is beside other filters.
FIELD = 220
_NARROW_FILTER = 120
_GAP = 8
#: What Qt calls the action behind a field's clear button; its own icon knows no dark.
CLEAR = "_q_qlineeditclearaction"


class TablePage(QWidget):
    """The layout all screens with a table share; what it shows is the screen's."""

    #: The text of the filter, once typing has paused.
    filter_changed = Signal(str)
    #: The button of the state page or the banner was pressed.
    next_step = Signal()
    other_step = Signal()

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, rows: QWidget | None = None
    ) -> None:
        """`rows`: what shows the rows, where that is not a plain table."""
        super().__init__(parent)
        self._theme = theme
        self._ui = Ui_TablePage()
        self._ui.setupUi(self)
        self.rows = rows if rows is not None else TableView(theme)
        self._state = StatePage(theme)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.rows)
        self._stack.addWidget(self._state)
        self._ui.card_layout.addWidget(self._stack)
        self._ui.banner.hide()
        self._wants_focus = False
        self._chips: Chips | None = None
        self._lens = QAction(self)
        self._ui.filter.addAction(self._lens, QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._typed)
        self._ui.filter.textChanged.connect(self._pause.start)
        self._ui.filter.returnPressed.connect(self._typed)
        self._state.next_step.connect(self.next_step)
        self._state.other_step.connect(self.other_step)
        self._ui.banner_retry.clicked.connect(self.next_step)
        theme.changed.connect(self._colour)
        self._colour()

    @property
    def table(self) -> TableView:
        """The rows as a table, which most of these pages have."""
        if not isinstance(self.rows, TableView):
            raise TypeError(self.rows)
        return self.rows

    @property
    def filter_text(self) -> str:
        """What the filter field holds."""
        return self._ui.filter.text().strip()

    def name(self, title: str, filter_hint: str) -> None:
        """Say what the page shows and what its filter looks through."""
        self._ui.title.setText(title)
        self._ui.filter.setPlaceholderText(filter_hint)
        self._ui.filter.setAccessibleName(filter_hint)
        self.rows.setAccessibleName(title)

    def add_chips(self, chips: Chips) -> None:
        """Put the chips under the filter."""
        self._ui.chips.addWidget(chips, 1)

    def add_before_chips(self, part: QWidget) -> None:
        """Put something at the left end of the chips."""
        self._ui.chips.insertWidget(0, part, 0, Qt.AlignmentFlag.AlignVCenter)

    def add_behind_chips(self, button: QWidget) -> None:
        """Put a button at the right end of the chips."""
        self._ui.chips.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def add_filters(self, filters: QWidget) -> None:
        """Put filters beside the field; they may take several lines."""
        row = self._ui.filters
        self._ui.filter.setFixedWidth(FIELD)
        row.setAlignment(self._ui.filter, Qt.AlignmentFlag.AlignTop)
        row.removeItem(self._ui.filters_rest)
        row.addWidget(filters, 1)

    def add_action(self, action: QWidget) -> None:
        """Put a button at the right end of the header."""
        self._ui.header_layout.addWidget(action)

    def add_exports(self, bar: ExportBar) -> None:
        """Put the buttons by which the table leaves there; they give way to the others."""
        self.add_action(bar)
        bar.fit_into(self._ui.header)

    def add_beside_title(self, part: QWidget) -> None:
        """Put something between the title and what is said beside it."""
        self._ui.header_layout.insertWidget(1, part)

    def add_notice(self, notice: QWidget) -> None:
        """Put something that is said of the rows above them."""
        self._ui.page.insertWidget(self._ui.page.indexOf(self._ui.card), notice)

    def put_above(self, part: QWidget) -> None:
        """Put something between the title and the filters."""
        self._ui.page.insertWidget(1, part)

    def put_below(self, part: QWidget) -> None:
        """Put something under the rows."""
        self._ui.page.addWidget(part)

    def put_beside(self, side: QWidget) -> QSplitter:
        """Put something to the right of the rows; returns what divides the room."""
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(12)
        splitter.setChildrenCollapsible(False)
        self._ui.page.replaceWidget(self._ui.card, splitter)
        splitter.addWidget(self._ui.card)
        splitter.addWidget(side)
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 0)
        self._ui.page.setStretchFactor(splitter, 1)
        return splitter

    def order_tabs(self, widgets: Iterable[QWidget]) -> None:
        """Let the Tab key go from the field through these to the rows."""
        before: QWidget = self._ui.filter
        for widget in (*widgets, self.rows):
            QWidget.setTabOrder(before, widget)
            before = widget

    @property
    def rows_area(self) -> QWidget:
        """What holds the rows and whatever stands beside them."""
        beside = self._ui.card.parentWidget()
        return beside if isinstance(beside, QSplitter) else self._ui.card

    def set_filter_text(self, text: str) -> None:
        """Put `text` into the filter field; tells nobody."""
        self._ui.filter.setText(text)
        self._pause.stop()

    def be_bare(self) -> None:
        """Draw no frame around rows that have frames of their own."""
        self._ui.card.setProperty("role", "plain_box")
        self._ui.card_layout.setContentsMargins(0, 0, 0, 0)

    def hide_filter(self) -> None:
        """Show what there is nothing to look for in."""
        self._ui.filter.hide()

    def be_part(self, chips: Chips) -> None:
        """Be one part of a page that has its own title and margins; the chips stand beside the
        filter."""
        self._ui.header.hide()
        self._ui.page.setContentsMargins(0, 0, 0, 0)
        self.add_filters(chips)
        self._chips = chips

    def fit_filter(self) -> None:
        """Leave the field what the chips beside it do not need for one line; their icons give way
        before they take a second one."""
        chips, field = self._chips, self._ui.filter
        if chips is None:
            return
        beside = self.width() - _GAP
        icons = beside - chips.width_of_line(icons=True) >= _NARROW_FILTER
        room = beside - chips.width_of_line(icons=icons)
        chips.show_icons(icons)
        field.setFixedWidth(max(_NARROW_FILTER, min(room, FIELD)))
        chip = next(iter(chips.buttons.values())).sizeHint().height()
        around = max(0, (field.sizeHint().height() - chip) // 2)
        chips.setContentsMargins(0, around, 0, around)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the line of the filter out again."""
        super().resizeEvent(event)
        self.fit_filter()

    def show_counts(self, text: str) -> None:
        """Say next to the title how many there are."""
        self._ui.counts.setText(text)

    def clear_filter(self) -> None:
        """Empty the filter field and apply that at once."""
        self._ui.filter.clear()
        self._typed()

    def focus_filter(self) -> None:
        """Put the cursor into the filter field."""
        self._ui.filter.setFocus()
        self._ui.filter.selectAll()

    def take_focus(self) -> None:
        """Let the keyboard work on the rows; as soon as there are some."""
        self._wants_focus = not self.shows_rows
        if self.shows_rows:
            self.rows.setFocus()
        elif self._state.has_next_step:
            self._state.setFocus()
        else:
            self._ui.filter.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rows that come while one is elsewhere leave the keyboard there."""
        super().hideEvent(event)
        self._wants_focus = False

    def show_rows(self) -> None:
        """Show the table."""
        self._stack.setCurrentWidget(self.rows)
        if self._wants_focus and not self.filter_text:
            self.rows.setFocus()
        self._wants_focus = False

    def show_state(self, text: StateText) -> None:
        """Show this in place of the table."""
        had_focus = self.rows.hasFocus()
        self._state.say(text)
        self._stack.setCurrentWidget(self._state)
        if text.next_step and self._wants_focus and not self.filter_text:
            self._state.setFocus()
        elif had_focus:
            self._ui.filter.setFocus()

    @property
    def shows_rows(self) -> bool:
        """Whether rows are shown, not what stands where they would."""
        return self._stack.currentWidget() is self.rows

    def warn(self, explanation: Explanation) -> None:
        """Say above the rows, which stay, that they are not of now."""
        self._ui.banner_text.setText(f"{explanation.title}\n{explanation.meaning}")
        self._ui.banner.show()

    def calm(self) -> None:
        """Take the warning away."""
        self._ui.banner.hide()

    @Slot()
    def _typed(self) -> None:
        self._pause.stop()
        self.filter_changed.emit(self.filter_text)

    @Slot()
    def _colour(self) -> None:
        icons = self._theme.icons
        self._lens.setIcon(icons.icon("filter", "muted", size=16))
        clear = self._ui.filter.findChild(QAction, CLEAR)
        if isinstance(clear, QAction):
            clear.setIcon(icons.icon("close", "muted", size=16))
        ratio = self.devicePixelRatio()
        self._ui.banner_icon.setPixmap(icons.pixmap("warning", "error", 18, ratio))
