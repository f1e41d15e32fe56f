"""A small chart of sales by month."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop_admin.domain.model import Figures
from desktop_admin.gui.assignment.bars import lay_out, top_of
from desktop_admin.gui.assignment.sentences import Assignment
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.text import tooltip
from desktop_admin.gui.theme import Theme

_HEIGHT = 92
_BELOW = 16
_LEFT = 44


class BarsView(QWidget):
    """Bars for how many sales there were; the orphans among them are marked. The numbers are in
    the tooltip of each month, and read out as one sentence."""

    def __init__(self, theme: Theme, formats: Formats) -> None:
        super().__init__()
        self._theme = theme
        self._formats = formats
        self._months: Sequence[date] = ()
        self._figures: Sequence[Figures] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Low and wide."""
        return QSize(400, _HEIGHT)

    def show_figures(self, months: Sequence[date], figures: Sequence[Figures]) -> None:
        """Show a bar for each month."""
        self._months, self._figures = months, figures
        told = (self._told(number) for number in range(len(figures)))
        self.setAccessibleDescription("; ".join(told))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the axis, the bars, and the months below them."""
        painter = QPainter(self)
        colours = self._theme.tokens
        room = self._room()
        painter.setFont(self.font())
        painter.fillRect(room.left(), room.bottom() + 1, room.width(), 1, colours.colour("border"))
        values = [one.sales for one in self._figures]
        top = top_of(values)
        painter.setPen(colours.colour("muted"))
        right = Qt.AlignmentFlag.AlignRight
        if any(values):
            painter.drawText(QRect(0, room.top() - 2, _LEFT - 8, 16), right, self._count(top))
            painter.fillRect(room.left(), room.top(), room.width(), 1, colours.colour("grid"))
        orphans = [one.orphans for one in self._figures]
        for number, bar in enumerate(lay_out(values, orphans, room.width(), room.height())):
            left, down = room.left() + bar.left, room.top() + bar.top
            painter.fillRect(left, down, bar.width, bar.height, colours.colour("accent"))
            low = down + bar.height - bar.part
            painter.fillRect(left, low, bar.width, bar.part, colours.colour("orphan"))
            place = QRect(left - 12, room.bottom() + 3, bar.width + 24, _BELOW)
            painter.setPen(colours.colour("muted"))
            month = self._months[number].strftime("%m/%y")
            painter.drawText(place, Qt.AlignmentFlag.AlignHCenter, month)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Tell the numbers of the month below the mouse."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            room = self._room()
            count = len(self._figures)
            place = (event.pos().x() - room.left()) * count // max(1, room.width())
            if 0 <= place < count:
                QToolTip.showText(event.globalPos(), tooltip(self._told(place)), self)
            return True
        return super().event(event)

    def _room(self) -> QRect:
        return self.rect().adjusted(_LEFT, 4, -4, -_BELOW - 4)

    def _count(self, number: int) -> str:
        return self._formats.count(number)

    def _told(self, place: int) -> str:
        one = self._figures[place]
        month = self._months[place].strftime("%m/%Y")
        moneys = self._formats.moneys(one.amounts.moneys())
        said = Assignment().sold(one.sales, one.orphans)
        return "\n".join(part for part in (f"{month}: {said}", moneys) if part)
