"""Tells which keys do what."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QLabel, QWidget

from desktop_admin.gui._built.ui_keys import Ui_Keys


class Keys(QDialog):
    """The keys, as the menus name them, and beside each what it does."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        ui = Ui_Keys()
        ui.setupUi(self)
        entries = (
            (("Ctrl+K",), self.tr("Search everywhere")),
            (("Ctrl+F",), self.tr("Filter what is shown")),
            (("F5",), self.tr("Refresh")),
            (("Ctrl+Z",), self.tr("Take back the last change")),
            (("Ctrl+Y",), self.tr("Make again what was taken back last")),
            (("Ctrl+U",), self.tr("In the journal: take back, or make again, the row one is at")),
            (("Ctrl+Enter",), self.tr("Assign to…, or choose where sales go in the repair")),
            (("Space",), self.tr("In the repair: tick what is selected, or take the ticks away")),
            (("Del",), self.tr("In the overview: put a point off, with a reason")),
            (("F1",), self.tr("In the overview: what a figure counts")),
            (
                ("Left", "Right", "Return"),
                self.tr("In a chart: from figure to figure, and the sales behind it"),
            ),
            (("Ctrl+PgUp", "Ctrl+PgDown"), self.tr("The place before, the place after")),
            (("Alt+Left", "Alt+Right"), self.tr("The period before, the period after")),
            (("Ctrl+A", "Ctrl+C"), self.tr("Select all, copy")),
            (("Ctrl+E", "Ctrl+P"), self.tr("Copy or save all that is shown, print it")),
        )
        for row, (keys, meaning) in enumerate(entries):
            name = QLabel(", ".join(map(_name, keys)))
            name.setProperty("role", "strong")
            ui.keys.addWidget(name, row, 0)
            ui.keys.addWidget(QLabel(meaning), row, 1)
        ui.close.clicked.connect(self.accept)


def _name(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
