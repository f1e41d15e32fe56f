"""The buttons over the screen, and what is said there of what can be done."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeySequence

from desktop_admin.gui._built.ui_assignment_page import Ui_AssignmentPage
from desktop_admin.gui.assignment.terminal_table import TerminalTable
from desktop_admin.gui.context import Context
from desktop_admin.gui.session import State
from desktop_admin.gui.shell.doors import Doors
from desktop_admin.gui.text import fill, tooltip
from desktop_admin.sources.base import ReadOnlyReason

_ICON = 16


class Buttons(QObject):
    """Says of each button whether it can be pressed, and why not."""

    def __init__(
        self, context: Context, ui: Ui_AssignmentPage, table: TerminalTable, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._ui = ui
        self._table = table
        table.selected.connect(self.selection_changed)
        context.session.changed.connect(self.rights_changed)
        context.changes.working_changed.connect(self.selection_changed)
        context.theme.changed.connect(self._colour)
        ui.prepare.clicked.connect(self._prepare)
        self._colour()
        self.rights_changed()

    @Slot()
    def selection_changed(self) -> None:
        """Terminals can be assigned where some are selected."""
        why_not = self._context.changes.why_not()
        chosen = bool(self._table.selected_count())
        working = self._context.changes.working
        button = self._ui.assign_to
        button.setEnabled(chosen and not why_not and not working)
        keys = QKeySequence("Ctrl+Enter").toString(QKeySequence.SequenceFormat.NativeText)
        can = fill(self.tr("Choose the boutique from a list (%1)"), keys)
        tip = can if chosen else self.tr("Select terminals first.")
        button.setToolTip(tooltip(why_not or tip))

    @Slot()
    def rights_changed(self) -> None:
        """Where nothing can be changed, say why in place of how, and offer what helps."""
        context, ui = self._context, self._ui
        why_not = context.changes.why_not()
        ui.assign_list.setEnabled(not why_not)
        ui.assign_list.setToolTip(tooltip(why_not))
        info = context.session.info
        never = bool(why_not) and context.session.state is State.OPEN
        hint = self.tr("Drag terminals onto a boutique, or choose it from a list.")
        ui.assignment_hint.setText("" if never else hint)
        ui.assignment_hint.setToolTip(tooltip(ui.assignment_hint.text()))
        ui.read_only_text.setText(why_not)
        ui.read_only_room.setVisible(never)
        can_help = info is not None and info.read_only is ReadOnlyReason.NOT_PREPARED
        ui.prepare.setVisible(can_help)
        self.selection_changed()

    @Slot()
    def _prepare(self) -> None:
        """Open what prepares the database for changes."""
        doors = self._ui.prepare.window().findChild(
            Doors, options=Qt.FindChildOption.FindDirectChildrenOnly
        )
        if isinstance(doors, Doors):
            doors.prepare()

    @Slot()
    def _colour(self) -> None:
        ratio = self._ui.read_only_icon.devicePixelRatio()
        lock = self._context.theme.icons.pixmap("lock", "accent", _ICON, ratio)
        self._ui.read_only_icon.setPixmap(lock)
