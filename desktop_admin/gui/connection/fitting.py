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


def grow(dialog: QDialog, by: int) -> None:
    """Make an open `dialog` taller by so many pixels, as far as its screen has room."""
    if by <= 0:
        return
    fit_screen(dialog, dialog.size() + QSize(0, by))
    screen, frame = dialog.screen().availableGeometry(), dialog.frameGeometry()
    below = frame.top() + dialog.height() + _FRAME.height() - screen.bottom()
    if below > 0:
        dialog.move(frame.left(), max(screen.top(), frame.top() - below))
