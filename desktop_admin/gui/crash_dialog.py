"""Says that something went wrong which nobody foresaw, and where it is written."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QMessageBox

from desktop_admin.gui.text import fill


class CrashTeller(QObject):
    """Tells of crash reports, one message at a time, and lets the program go on meanwhile."""

    _told = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._message: QMessageBox | None = None
        self._told.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def tell(self, report: Path) -> None:
        """Show where `report` is; may be called on any thread."""
        self._told.emit(report)

    @Slot(object)
    def _show(self, report: Path) -> None:
        if self._message is not None:
            return
        message = QMessageBox()
        message.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        message.setWindowTitle("Boutique Admin")
        message.setIcon(QMessageBox.Icon.Critical)
        message.setTextFormat(Qt.TextFormat.PlainText)
        message.setText(self.tr("Something went wrong that was not foreseen"))
        message.setInformativeText(
            fill(
                self.tr(
                    "No change is half made. You can go on; if it happens again, close the "
                    "program, and send this report to support:\n%1"
                ),
                str(report),
            )
        )
        message.finished.connect(self._forget)
        self._message = message
        message.open()

    @Slot()
    def _forget(self) -> None:
        self._message = None
