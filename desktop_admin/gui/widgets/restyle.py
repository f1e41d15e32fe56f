"""The style sheet looks at a property only when it dresses a widget."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def restyle(*widgets: QWidget) -> None:
    """Dress these widgets anew, because a property that the style sheet asks for has changed."""
    for widget in widgets:
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)
