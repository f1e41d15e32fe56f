"""A group of buttons of which one is pressed in is one stop of the Tab key."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QLayout


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


def buttons_in(layout: QLayout) -> Iterator[QAbstractButton]:
    """Every button in a layout, and in those within it, in their order."""
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget = item.widget() if item is not None else None
        inner = widget.layout() if widget is not None else item.layout() if item else None
        if isinstance(widget, QAbstractButton):
            yield widget
        elif inner is not None:
            yield from buttons_in(inner)
