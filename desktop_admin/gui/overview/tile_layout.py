"""Tiles side by side, as wide as they need and together as wide as there is room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from desktop_admin.gui.widgets.flow_layout import FlowLayout

GAP = 8


class TileLayout(FlowLayout):
    """Fills lines with tiles of one height; what is left of a line is shared out among them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, GAP)

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Place every tile, or only find out how high that would be."""
        y = rect.y()
        for line in self._lines(rect.width()):
            height = max(item.sizeHint().height() for item in line)
            if move:
                self._place(line, QRect(rect.x(), y, rect.width(), height))
            y += height + self.spacing()
        return max(0, y - self.spacing() - rect.y())

    def _lines(self, width: int) -> Iterator[Sequence[QLayoutItem]]:
        """The tiles in as few lines as there is room for, about as many in each."""
        items = self._shown()
        lines = list(_filled(items, width, self.spacing()))
        if len(lines) > 1:
            # A last tile alone would be as wide as the page.
            share = -(-len(items) // len(lines))
            even: list[Sequence[QLayoutItem]] = [
                items[at : at + share] for at in range(0, len(items), share)
            ]
            if all(_wide(line, self.spacing()) <= width for line in even):
                lines = even
        yield from lines

    def _place(self, line: Sequence[QLayoutItem], rect: QRect) -> None:
        wanted = [item.sizeHint().width() for item in line]
        room = rect.width() - self.spacing() * (len(line) - 1)
        spare, x = room - sum(wanted), rect.x()
        for at, (item, width) in enumerate(zip(line, wanted, strict=True)):
            left = len(line) - at
            # What is left over goes to all alike, to the last pixel.
            more = spare // left if spare > 0 else 0
            spare -= more
            width = min(width + more, room)
            item.setGeometry(QRect(QPoint(x, rect.y()), QSize(width, rect.height())))
            x += width + self.spacing()


def _filled(items: Sequence[QLayoutItem], width: int, gap: int) -> Iterator[Sequence[QLayoutItem]]:
    line: list[QLayoutItem] = []
    for item in items:
        if line and _wide([*line, item], gap) > width:
            yield line
            line = []
        line.append(item)
    if line:
        yield line


def _wide(line: Sequence[QLayoutItem], gap: int) -> int:
    return sum(item.sizeHint().width() for item in line) + gap * (len(line) - 1)
