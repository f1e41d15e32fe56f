"""How wide the columns of a table are on paper, and the letters they are written in."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

from desktop_admin.gui.text import one_line
from desktop_admin.reports.paper import Band, Width, shared, shrunk
from desktop_admin.reports.sheets import Book, Header, Sheet

#: Everything is measured in tenths of a point.
UNITS_PER_INCH = 720
POINT = 10
NAME, TEXT = 10 * POINT, 8.5 * POINT
LINE = 12 * POINT
PADDING = 4 * POINT
GAP = 14 * POINT
#: What a row is higher than its lines of text.
_BETWEEN = 2.5 * POINT
#: Letters that are made smaller do not become so in quite the same measure.
_SPARE = 1.02
#: A column of so many letters is shown whole; of a wider one at least this part.
_WHOLE = 18
_KEPT = 0.45
#: So many texts are remembered as they fit into a column.
_REMEMBERED = 4_000


class Size(NamedTuple):
    """What there is to write on, in tenths of a point."""

    width: float
    height: float


def _font(size: float, *, bold: bool = False) -> QFont:
    font = QFont()
    font.setPixelSize(round(size))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    # Signs that stand in for others, as some fonts have them, can be neither found nor copied.
    font.clearFeatures()
    for tag in ("calt", "liga"):
        font.setFeature(QFont.Tag(tag), 0)
    return font


class Pen:
    """A font with its measures."""

    def __init__(self, size: float, *, bold: bool = False) -> None:
        self.font = _font(size, bold=bold)
        self.metrics = QFontMetricsF(self.font)
        #: From the top of a line of `height` to the line its letters stand on.
        self.ascent, self.descent = self.metrics.ascent(), self.metrics.descent()

    def advance(self, text: str) -> float:
        """How wide a text is."""
        return self.metrics.horizontalAdvance(text)

    def cut(self, text: str, width: float, *, keep_end: bool = False) -> str:
        """A text that fits."""
        if self.advance(text) <= width:
            return text
        mode = Qt.TextElideMode.ElideMiddle if keep_end else Qt.TextElideMode.ElideRight
        return self.metrics.elidedText(text, mode, width)

    def base(self, top: float, height: float) -> float:
        """Where the letters stand that are in the middle of a line."""
        return top + (height + self.ascent - self.descent) / 2


class Column(NamedTuple):
    """A column on paper."""

    place: int
    header: Header
    x: float
    width: float
    seen: dict[str, str]


class TableLayout:
    """One sheet, laid out for a width."""

    def __init__(self, sheet: Sheet, width: float) -> None:
        self.sheet = sheet
        places = [place for place, header in enumerate(sheet.headers) if header.on_paper]
        pens = Pen(TEXT), Pen(TEXT, bold=True)
        wanted = [_wanted(sheet.headers[place], *pens) for place in places]
        factor = shrunk(wanted, width)
        self.pen, self.strong = Pen(TEXT * factor), Pen(TEXT * factor, bold=True)
        self.line = LINE * factor
        self.row = self.line * sheet.lines + _BETWEEN * factor
        self.head = self.line + PADDING
        scaled = [Width(one.wanted * factor, one.least * factor, one.stretches) for one in wanted]
        self.columns: list[Column] = []
        x = 0.0
        for place, wide in zip(places, shared(scaled, width), strict=True):
            self.columns.append(Column(place, sheet.headers[place], x, wide, {}))
            x += wide
        self.wants = sum(one.wanted for one in wanted)

    def band(self, *, titled: bool) -> Band:
        """What it takes on pages."""
        rows = max(self.sheet.count, 1)
        title = NAME + GAP if titled else 0.0
        return Band(title, self.head, rows, self.row, self.sheet.most_totals, gap=GAP)


def _wanted(header: Header, pen: Pen, strong: Pen) -> Width:
    room = 2 * PADDING
    head = strong.advance(one_line(header.name)) * _SPARE + room
    body = header.width * pen.advance("0") + room
    if header.right or header.width <= _WHOLE:
        # Numbers, times and short words are never cut.
        return Width(max(head, body), max(head, body), stretches=False)
    return Width(max(head, body), max(min(head, body), body * _KEPT), stretches=True)


def fitting(pen: Pen, column: Column, text: str) -> str:
    """A text as it fits into its column; many rows share theirs."""
    found = column.seen.get(text)
    if found is None:
        if len(column.seen) >= _REMEMBERED:
            column.seen.clear()
        room = column.width - 2 * PADDING
        found = column.seen[text] = pen.cut(text, room, keep_end=column.header.keep_end)
    return found


def is_wide(book: Book, portrait: Size) -> bool:
    """Whether its tables want more room than upright paper has."""
    return any(TableLayout(sheet, portrait.width).wants > portrait.width for sheet in book.sheets)
