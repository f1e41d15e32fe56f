"""How large a dialog opens: small screens at 150 % have less room than one thinks."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

#: What the system's frame around a dialog takes.
_FRAME = QSize(16, 48)


def fit_screen(dialog: QDialog, wanted: QSize) -> None:
    """Open `dialog` in this size, or as large as its screen has room for."""
    room = dialog.screen().availableGeometry().size() - _FRAME
    dialog.resize(wanted.boundedTo(room).expandedTo(dialog.minimumSize()))
