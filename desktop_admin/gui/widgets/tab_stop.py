"""A group of buttons of which one is pressed in is one stop of the Tab key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QButtonGroup


def keep_one_tab_stop(group: QButtonGroup) -> None:
    """Let Tab stop at the chosen button alone; the arrow keys move inside the group.

    Qt does so only once a button has been given the keyboard.
    """
    for button in group.buttons():
        _follow(button, button.isChecked())
    group.buttonToggled.connect(_follow)


def _follow(button: QAbstractButton, chosen: bool) -> None:
    policy = button.focusPolicy().value
    tab = Qt.FocusPolicy.TabFocus.value
    button.setFocusPolicy(Qt.FocusPolicy(policy | tab if chosen else policy & ~tab))
