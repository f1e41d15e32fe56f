"""What keys mean, where several views mean the same."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
#: Enter on the block of digits is held to be modified by that block.
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def is_plain_enter(event: QKeyEvent) -> bool:
    """Whether Enter was pressed, and nothing with it: it opens what is current."""
    return event.key() in _ENTER and event.modifiers() in _PLAIN
