"""The revenue of the period by how sure it is: a bar, and its three parts in words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop_admin.domain.movement import Sureness
from desktop_admin.gui.charts.numbers import percents
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.overview.words import money
from desktop_admin.gui.text import tooltip
from desktop_admin.gui.theme import Theme

_HEIGHT = 10
_SWATCH = 10
#: The colour and the pattern of each part: they are told apart without colour too.
_LOOKS = (
    ("accent", Qt.BrushStyle.SolidPattern),
    ("orphan", Qt.BrushStyle.BDiagPattern),
    ("error", Qt.BrushStyle.DiagCrossPattern),
)
_LEAST = 2.0


class SurenessStrip(QWidget):
    """Certain, to be attributed, uncertain."""

    def __init__(self, theme: Theme, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(6)
        self._bar = _Bar(theme)
        column.addWidget(self._bar)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        names = (
            (self.tr("Certain"), self.tr("Sales that have their boutique.")),
            (
                self.tr("To be attributed"),
                self.tr("Orphan sales that two witnesses place: repaired in one go."),
            ),
            (self.tr("Uncertain"), self.tr("Orphan sales that need a decision.")),
        )
        self._amounts: list[QLabel] = []
        self._parts: list[QLabel] = []
        self._names = [name for name, _ in names]
        for row, (name, meaning) in enumerate(names):
            swatch = _Swatch(theme, row)
            label, amount, part = QLabel(name), QLabel(), QLabel()
            for one in (label, amount, part):
                one.setTextFormat(Qt.TextFormat.PlainText)
                one.setProperty("role", "caption")
                one.setToolTip(tooltip(meaning))
            amount.setProperty("role", "note_text")
            right = Qt.AlignmentFlag.AlignRight
            grid.addWidget(swatch, row, 0)
            grid.addWidget(label, row, 1)
            grid.addWidget(amount, row, 2, right)
            grid.addWidget(part, row, 3, right)
            self._amounts.append(amount)
            self._parts.append(part)

    def show_sureness(self, found: Sureness, currency: str) -> None:
        """Show these parts of a revenue in `currency`."""
        shares = percents([max(0, cents) for cents in found])
        told = []
        for place, cents in enumerate(found):
            amount = money(self._formats, currency, cents)
            part = self._formats.percent(shares[place])
            self._amounts[place].setText(amount)
            self._parts[place].setText(part)
            told.append(f"{self._names[place]}: {amount} ({part})")
        self._bar.show_parts(found)
        self.setAccessibleName(", ".join(told))


class _Bar(QWidget):
    """The three parts of a whole, from left to right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._parts: tuple[int, ...] = ()
        self.setFixedHeight(_HEIGHT)
        theme.changed.connect(self.update)

    def show_parts(self, parts: tuple[int, ...]) -> None:
        """Show these."""
        self._parts = parts
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A part that is not nothing is seen, however small it is."""
        parts = [max(0, one) for one in self._parts]
        whole = sum(parts)
        painter = QPainter(self)
        if not whole:
            painter.fillRect(self.rect(), self._theme.tokens.colour("border"))
            return
        least = [_LEAST if one else 0.0 for one in parts]
        room = self.width() - sum(least)
        x = 0.0
        for place, one in enumerate(parts):
            width = least[place] + room * one / whole
            _paint(painter, self._theme, place, QRectF(x, 0, width, self.height()))
            x += width


class _Swatch(QWidget):
    """The look of one part."""

    def __init__(self, theme: Theme, place: int) -> None:
        super().__init__()
        self._theme = theme
        self._place = place
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(_SWATCH, _SWATCH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        _paint(QPainter(self), self._theme, self._place, QRectF(self.rect()))


def _paint(painter: QPainter, theme: Theme, place: int, rect: QRectF) -> None:
    token, pattern = _LOOKS[place]
    colours = theme.tokens
    if pattern is not Qt.BrushStyle.SolidPattern:
        painter.fillRect(rect, colours.colour(f"{token}_tint"))
    painter.fillRect(rect, QBrush(colours.colour(token), pattern))
