"""What is asked before terminals are changed: what is now, what will be, what to know."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QSize, Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLabel, QStackedWidget, QWidget

from desktop_admin.gui._built.ui_assign_dialog import Ui_AssignDialog
from desktop_admin.gui.assignment.move_rows import Change, rows_of
from desktop_admin.gui.context import Context
from desktop_admin.gui.models.rows import RowsModel
from desktop_admin.gui.widgets.table_header import HEIGHT
from desktop_admin.gui.widgets.table_view import ROW_HEIGHT, TableView

#: So many rows are in sight however much else is said; more where there is room.
FEWEST = 3
_ICON = 16
_SIZE = QSize(760, 420)
#: As wide as it becomes where the screen is too low for every line.
_WIDEST = 1040
#: What the frame around a window takes of the screen's height.
_FRAME = 40


@dataclass(frozen=True, slots=True)
class Note:
    """One sentence that must be read, with its icon and colour."""

    text: str
    ink: str = "orphan"
    icon: str = "warning"


@dataclass(frozen=True, slots=True)
class Asked:
    """Everything one confirmation says."""

    title: str
    #: What the button says that does it.
    apply: str
    changes: Sequence[Change]
    notes: Sequence[Note] = ()
    #: What has to be ticked before it can be done.
    confirmations: Sequence[str] = ()
    unchanged: str = ""

    @property
    def doubtful(self) -> bool:
        """Whether to leave it is the safer answer."""
        return bool(self.notes or self.confirmations)


class ConfirmDialog(QDialog):
    """Asks; `accepted` means yes."""

    def __init__(self, parent: QWidget, context: Context, asked: Asked) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.context = context
        self.asked = asked
        self.ui = Ui_AssignDialog()
        self.ui.setupUi(self)
        self.setWindowTitle(asked.title)
        self.setModal(True)
        self.stack = QStackedWidget()
        self.moves = _table(context, asked.title)
        self._model = RowsModel(self)
        self.stack.addWidget(self.moves)
        self.ui.card_layout.addWidget(self.stack)
        self._boxes: list[QCheckBox] = []
        self._fill()
        self.ui.cancel.clicked.connect(self.reject)
        self.ui.apply.clicked.connect(self.accept)
        self.resize(_SIZE)

    @property
    def confirmed(self) -> bool:
        """Whether everything that has to be confirmed is."""
        return all(box.isChecked() for box in self._boxes)

    def _fill(self) -> None:
        ui, asked = self.ui, self.asked
        ui.title.setText(asked.title)
        ui.apply.setText(asked.apply)
        columns, rows = rows_of(asked.changes)
        self._model.sort_by(0, Qt.SortOrder.AscendingOrder)
        self._model.show(columns, rows)
        self.moves.show_model(self._model)
        self.moves.sort_wanted.connect(self._model.sort)
        self.stack.setMinimumHeight(HEIGHT + min(len(rows), FEWEST) * ROW_HEIGHT + 2)
        ui.orphans.hide()
        ui.past.hide()
        ui.unchanged.setText(asked.unchanged)
        ui.unchanged.setVisible(bool(asked.unchanged))
        self.say_notes(asked.notes)
        for text in asked.confirmations:
            box = QCheckBox(text)
            box.toggled.connect(self._confirmed_changed)
            ui.confirmations.addWidget(box)
            self._boxes.append(box)
        careful = asked.doubtful
        # Enter presses the button the keyboard is at; anywhere else it gives the careful answer.
        ui.cancel.setDefault(careful)
        ui.apply.setDefault(not careful)
        (ui.cancel if careful else ui.apply).setFocus()
        self._confirmed_changed()

    def make_room(self) -> None:
        """Grow to what has to be said, as far as the screen has room."""
        layout = self.layout()
        if layout is None:
            return
        layout.activate()
        room = self.screen().availableGeometry().size()
        self.resize(roomy(self.size(), room, layout.totalHeightForWidth))

    def showEvent(self, event: QShowEvent) -> None:
        """Have room for every sentence."""
        super().showEvent(event)
        self.make_room()

    def say_notes(self, notes: Sequence[Note]) -> None:
        """Show these sentences."""
        self.ui.notes.setVisible(bool(notes))
        icons, ratio = self.context.theme.icons, self.devicePixelRatio()
        for note in notes:
            row = QHBoxLayout()
            row.setSpacing(8)
            icon = QLabel()
            icon.setPixmap(icons.pixmap(note.icon, note.ink, _ICON, ratio))
            icon.setAlignment(Qt.AlignmentFlag.AlignTop)
            text = QLabel(note.text)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.setWordWrap(True)
            row.addWidget(icon)
            row.addWidget(text, 1)
            self.ui.notes_layout.addLayout(row)

    @Slot()
    def _confirmed_changed(self) -> None:
        self.ui.apply.setEnabled(self.confirmed)
        tip = QCoreApplication.translate("Assignment", "Tick what has to be confirmed first.")
        self.ui.apply.setToolTip("" if self.confirmed else tip)


def _table(context: Context, name: str) -> TableView:
    table = TableView(context.theme)
    table.setAccessibleName(name)
    table.mark_sorted(0, Qt.SortOrder.AscendingOrder)
    return table


def roomy(size: QSize, screen: QSize, height_for: Callable[[int], int]) -> QSize:
    """How large a dialog of `size` becomes so that every line is seen: higher, and where the
    screen is too low for that, wider, because longer lines are fewer."""
    most, width = screen.height() - _FRAME, size.width()
    if height_for(width) > most:
        width = max(width, min(screen.width() - _FRAME, _WIDEST))
    return QSize(width, min(max(size.height(), height_for(width)), most))
