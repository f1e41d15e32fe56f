"""The legend of a chart for the head of its card."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_admin.gui.charts import legend
from desktop_admin.gui.charts.drawing import Canvas, Faces, QtMeasure
from desktop_admin.gui.charts.legend import Entry
from desktop_admin.gui.text import one_line
from desktop_admin.gui.theme import Theme


class LegendBar(QWidget):
    """Says in one line what the colours of a chart stand for, at the right end of its place."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._faces = Faces(self.font())
        self._measure = QtMeasure(self._faces)
        self._entries: tuple[Entry, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Say these; `chart.legend()` has them."""
        self._entries = tuple(one._replace(name=one_line(one.name)) for one in entries)
        self.setAccessibleName(", ".join(one.name for one in self._entries))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(legend.one_line(self._entries, self._measure)) + 1, round(legend.LINE))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, round(legend.LINE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        room = legend.one_line(self._entries, self._measure)
        left = max(self.width() - room - 1, 0.0)
        items, _ = legend.flowing(self._entries, left, 0, room + 1, self._measure)
        painter = QPainter(self)
        canvas = Canvas(painter, self._theme.tokens, self._faces, self.devicePixelRatioF())
        # What has no room is left out whole: the chart tells it where one points.
        canvas.legend(item for item in items if item.rect.right <= self.width() + 1)
        painter.end()
