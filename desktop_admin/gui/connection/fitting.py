"""How large a dialog opens and grows: small screens at 150 % have less room than one thinks."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QScrollArea, QWidget

#: What the system's frame around a dialog takes.
_FRAME = QSize(16, 48)


def fit_screen(dialog: QDialog, wanted: QSize) -> None:
    """Open `dialog` in this size, or as large as its screen has room for."""
    room = dialog.screen().availableGeometry().size() - _FRAME
    dialog.resize(wanted.boundedTo(room).expandedTo(dialog.minimumSize()))


def show_whole(dialog: QDialog, scroll: QScrollArea, page: QWidget, part: QWidget) -> None:
    """Make an open `dialog` so tall that all of the `page` in `scroll` is seen; what the screen
    has no room for is scrolled to, as far as `part`."""
    room = scroll.viewport().height()
    layout = page.layout()
    height = layout.totalHeightForWidth(page.width()) if layout is not None else page.height()
    _grow(dialog, height - room)
    page.resize(page.width(), max(height, room))
    scroll.ensureWidgetVisible(part, 0, 16)


def _grow(dialog: QDialog, by: int) -> None:
    if by <= 0:
        return
    fit_screen(dialog, dialog.size() + QSize(0, by))
    screen, frame = dialog.screen().availableGeometry(), dialog.frameGeometry()
    below = frame.top() + dialog.height() + _FRAME.height() - screen.bottom()
    if below > 0:
        dialog.move(frame.left(), max(screen.top(), frame.top() - below))
