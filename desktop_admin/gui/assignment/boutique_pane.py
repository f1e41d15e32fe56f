"""The right side of the screen: the boutiques with their filter."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from desktop_admin.gui.assignment.nodes import Key, Kind
from desktop_admin.gui.assignment.tree_model import TreeModel
from desktop_admin.gui.assignment.tree_view import BoutiqueTree
from desktop_admin.gui.context import Context
from desktop_admin.gui.widgets.state_page import StatePage, StateText
from desktop_admin.gui.widgets.table_header import HEIGHT
from desktop_admin.gui.widgets.table_page import CLEAR, PAUSE_MS
from desktop_admin.gui.widgets.table_view import ROW_HEIGHT

#: As high as Qt lets anything be.
_NO_LIMIT = 16_777_215


class BoutiquePane(QObject):
    """Connects the filter field to the tree; neither belongs to it."""

    def __init__(self, context: Context, field: QLineEdit, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = context.theme
        self._field = field
        self.model = TreeModel(self)
        self.view = BoutiqueTree(context.theme, context.formats, self.model)
        #: Stands below the row that detaches, where the filter leaves no boutique.
        self.nothing = StatePage(context.theme)
        self.nothing.hide()
        self.nothing.next_step.connect(self._show_all)
        self.model.modelReset.connect(self._settle)
        self._lens = QAction(self)
        field.addAction(self._lens, QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._filter)
        field.textChanged.connect(self._pause.start)
        field.returnPressed.connect(self._filter)
        self._theme.changed.connect(self._colour)
        self._colour()

    def show(self, key: Key) -> None:
        """Select that row, whatever the filter leaves out, and let the keyboard go on there."""
        self._field.clear()
        self._filter()
        self.view.show_key(key)
        self.view.setFocus()

    @Slot()
    def _show_all(self) -> None:
        self._field.clear()
        self._filter()
        self._field.setFocus()

    @Slot()
    def _settle(self) -> None:
        """Show the boutiques, or say that none is left."""
        nothing = self.model.narrowed and not self.model.keys(Kind.BOUTIQUE)
        if nothing and self.nothing.isHidden():
            self.nothing.say(
                StateText(
                    "filter",
                    self.tr("No boutique matches the filter"),
                    self.tr("Part of a name, a merchant, a code or a terminal is enough."),
                    self.tr("Show all"),
                )
            )
        self.nothing.setVisible(nothing)
        self.view.setMaximumHeight(HEIGHT + ROW_HEIGHT if nothing else _NO_LIMIT)

    @Slot()
    def _filter(self) -> None:
        self._pause.stop()
        place = self.view.remember()
        self.model.filter(self._field.text())
        self.view.recall(place)

    @Slot()
    def _colour(self) -> None:
        icons = self._theme.icons
        self._lens.setIcon(icons.icon("filter", "muted", size=16))
        clear = self._field.findChild(QAction, CLEAR)
        if isinstance(clear, QAction):
            clear.setIcon(icons.icon("close", "muted", size=16))
