"""Tables on paper: drawn row by row, so that a million of them take no memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from desktop_admin.gui.export.cells import on_paper
from desktop_admin.gui.export.words import PROGRAM, PaperWords
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.text import fill, one_line
from desktop_admin.reports.paper import (
    Band,
    Stretch,
    Width,
    count_pages,
    laid,
    shared,
    shrunk,
    wrapped,
)
from desktop_admin.reports.sheets import Book, Cell, Counter, Header, Row, Sheet, Total, spread

#: Everything is measured in tenths of a point.
UNITS_PER_INCH = 720
_POINT = 10
_TITLE, _NAME, _TEXT, _SMALL = 14 * _POINT, 10 * _POINT, 8.5 * _POINT, 7.5 * _POINT
_LINE = 12 * _POINT
_PADDING = 4 * _POINT
#: What a row is higher than its lines of text.
_BETWEEN = 2.5 * _POINT
_GAP = 14 * _POINT
_FOOT = 16 * _POINT
_RUNNING = 16 * _POINT
#: The names of facts take so much of the width.
_FACT_NAME = 0.26
_FACT_NAME_MOST = 150 * _POINT
#: A fact takes at most so many lines.
_FACT_LINES = 4
#: A fact without a value heads those that follow, and stands so many lines high.
_HEADED = 1.6
#: Letters that are made smaller do not become so in quite the same measure.
_SPARE = 1.02
_INK, _QUIET, _RULE, _FILL = (QColor(one) for one in ("#1B2430", "#5B6675", "#D5DBE3", "#F1F3F6"))
#: A column of so many letters is shown whole; of a wider one at least this part.
_WHOLE = 18
_KEPT = 0.45
#: How a fact is written.
_PLAIN = Header("", 0)
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


class _Pen:
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


class _Column(NamedTuple):
    """A column on paper."""

    place: int
    header: Header
    x: float
    width: float
    seen: dict[str, str]


class _Table:
    """One sheet, laid out for a width."""

    def __init__(self, sheet: Sheet, width: float) -> None:
        self.sheet = sheet
        places = [place for place, header in enumerate(sheet.headers) if header.on_paper]
        pens = _Pen(_TEXT), _Pen(_TEXT, bold=True)
        wanted = [_wanted(sheet.headers[place], *pens) for place in places]
        factor = shrunk(wanted, width)
        self.pen, self.strong = _Pen(_TEXT * factor), _Pen(_TEXT * factor, bold=True)
        self.line = _LINE * factor
        self.row = self.line * sheet.lines + _BETWEEN * factor
        self.head = self.line + _PADDING
        scaled = [Width(one.wanted * factor, one.least * factor, one.stretches) for one in wanted]
        self.columns: list[_Column] = []
        x = 0.0
        for place, wide in zip(places, shared(scaled, width), strict=True):
            self.columns.append(_Column(place, sheet.headers[place], x, wide, {}))
            x += wide
        self.wants = sum(one.wanted for one in wanted)

    def band(self, *, titled: bool) -> Band:
        """What it takes on pages."""
        rows = max(self.sheet.count, 1)
        title = _NAME + _GAP if titled else 0.0
        return Band(title, self.head, rows, self.row, self.sheet.most_totals, gap=_GAP)


def _wanted(header: Header, pen: _Pen, strong: _Pen) -> Width:
    room = 2 * _PADDING
    head = strong.advance(one_line(header.name)) * _SPARE + room
    body = header.width * pen.advance("0") + room
    if header.right or header.width <= _WHOLE:
        # Numbers, times and short words are never cut.
        return Width(max(head, body), max(head, body), stretches=False)
    return Width(max(head, body), max(min(head, body), body * _KEPT), stretches=True)


@dataclass(frozen=True, slots=True)
class _Line:
    """A fact, its value broken into lines."""

    name: str
    lines: Sequence[str]
    height: float


class Paper:
    """A book laid out for one size of paper."""

    def __init__(self, book: Book, formats: Formats, words: PaperWords, size: Size) -> None:
        self._book = book
        self._formats = formats
        self._words = words
        self._size = size
        self._title, self._name = _Pen(_TITLE, bold=True), _Pen(_NAME, bold=True)
        self._text, self._strong = _Pen(_TEXT), _Pen(_TEXT, bold=True)
        self._small = _Pen(_SMALL)
        self._facts = [self._fact(fact.name, fact.value) for fact in book.facts]
        self._tables = [_Table(sheet, size.width) for sheet in book.sheets]
        titled = len(book.sheets) > 1
        heights = [fact.height for fact in self._facts]
        self._bands = [Band(0, 0, len(heights), _LINE, 0, heights, _GAP)] if heights else []
        self._first = _TITLE + _GAP
        self._shift = len(self._bands)
        self._bands += [table.band(titled=titled) for table in self._tables]
        self._body = size.height - _FOOT - _RUNNING
        self.pages = count_pages(self._bands, self._first, self._body)

    def paint(self, painter: QPainter, new_page: Callable[[], object], counter: Counter) -> None:
        """Paint every page; `counter` hears of each row, and may stop it."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        page = 0
        self._open_page(painter, page)
        rows: Iterator[Row] = iter(())
        for stretch in laid(self._bands, self._first, self._body):
            while page < stretch.page:
                page += 1
                new_page()
                self._open_page(painter, page)
            if stretch.band < self._shift:
                self._paint_facts(painter, stretch)
                continue
            table = self._tables[stretch.band - self._shift]
            if stretch.title:
                rows = counter.rows(table.sheet)
            self._paint_table(painter, table, stretch, rows)

    # A page.
    def _open_page(self, painter: QPainter, page: int) -> None:
        width, height = self._size
        small, book = self._small, self._book
        title = one_line(book.title)
        if page == 0:
            self._write(painter, self._title, 0, self._title.base(0, _TITLE), title, width)
        else:
            told = " · ".join(part for part in (title, one_line(book.subtitle)) if part)
            base = small.base(0, _RUNNING - _PADDING)
            self._write(painter, small, 0, base, told, width, ink=_QUIET)
        top = height - _FOOT
        painter.setPen(_RULE)
        painter.drawLine(QPointF(0, top), QPointF(width, top))
        base = small.base(top, _FOOT)
        count = self._formats.count
        number = fill(self._words.page, count(page + 1), count(self.pages))
        self._write(painter, small, 0, base, PROGRAM, width / 2, ink=_QUIET)
        x = width - small.advance(number)
        self._write(painter, small, x, base, number, width, ink=_QUIET)

    def _top(self, stretch: Stretch) -> float:
        return stretch.top + (_RUNNING if stretch.page else 0.0)

    # What is said of the tables.
    def _fact(self, name: str, value: Cell) -> _Line:
        room = self._size.width - self._fact_name
        text = on_paper(value, _PLAIN, self._formats)

        def elide(rest: str) -> str:
            return self._text.cut(rest, room)

        lines = wrapped(text, room, _FACT_LINES, self._text.advance, elide)
        height = _LINE * (len(lines) or _HEADED)
        return _Line(one_line(name), lines, height)

    @property
    def _fact_name(self) -> float:
        return min(self._size.width * _FACT_NAME, _FACT_NAME_MOST)

    def _paint_facts(self, painter: QPainter, stretch: Stretch) -> None:
        top, name_room = self._top(stretch), self._fact_name
        for fact in self._facts[stretch.start : stretch.stop]:
            base = self._text.base(top, _LINE)
            if fact.lines:
                room = name_room - _PADDING
                self._write(painter, self._text, 0, base, fact.name, room, ink=_QUIET)
            else:
                base += fact.height - _LINE
                self._write(painter, self._strong, 0, base, fact.name, self._size.width)
            for number, line in enumerate(fact.lines):
                self._write(painter, self._text, name_room, base + number * _LINE, line)
            top += fact.height

    # A table.
    def _paint_table(
        self, painter: QPainter, table: _Table, stretch: Stretch, rows: Iterator[Row]
    ) -> None:
        top = self._top(stretch)
        if stretch.title and self._bands[stretch.band].title:
            base = self._name.base(top, _NAME + _PADDING)
            name = one_line(table.sheet.name)
            self._write(painter, self._name, 0, base, name, self._size.width)
        if stretch.title:
            top += self._bands[stretch.band].title
        self._paint_head(painter, table, top)
        top += table.head
        if not table.sheet.count:
            base = table.pen.base(top, table.row)
            nothing = self._words.nothing
            self._write(painter, table.pen, _PADDING, base, nothing, self._size.width, ink=_QUIET)
            # So that what comes to the rows meanwhile is noticed here too.
            next(rows, None)
            top += table.row
        painter.setFont(table.pen.font)
        for _ in range(stretch.start, min(stretch.stop, table.sheet.count)):
            self._paint_row(painter, table, top, next(rows))
            top += table.row
        if stretch.tail:
            # Whether there are more rows than there were.
            next(rows, None)
            for total in table.sheet.totals():
                self._paint_total(painter, table, top, total)
                top += table.row

    def _paint_head(self, painter: QPainter, table: _Table, top: float) -> None:
        painter.fillRect(QRectF(0, top, self._size.width, table.head), _FILL)
        painter.setPen(_INK)
        painter.setFont(table.strong.font)
        base = table.strong.base(top, table.head)
        for column in table.columns:
            room = column.width - 2 * _PADDING
            name = table.strong.cut(one_line(column.header.name), room)
            x = column.x + _PADDING
            if column.header.right:
                x += room - table.strong.advance(name)
            painter.drawText(QPointF(x, base), name)

    def _paint_row(self, painter: QPainter, table: _Table, top: float, row: Row) -> None:
        pen = table.pen
        base = pen.base(top, table.line + (table.row - table.line * table.sheet.lines))
        painter.setPen(_INK)
        for column in table.columns:
            cell = row[column.place]
            text = on_paper(cell, column.header, self._formats)
            if not text:
                continue
            if column.header.right or not isinstance(cell, str):
                self._paint_number(painter, pen, column, base, text)
            elif table.sheet.lines > 1:
                self._paint_lines(painter, table, column, base, text)
            else:
                painter.drawText(QPointF(column.x + _PADDING, base), _fitting(pen, column, text))
        painter.setPen(_RULE)
        bottom = top + table.row
        painter.drawLine(QPointF(0, bottom), QPointF(self._size.width, bottom))

    def _paint_number(
        self, painter: QPainter, pen: _Pen, column: _Column, base: float, text: str
    ) -> None:
        """A number at the right, a moment at the left; where it has no room it is written
        narrower: a number that is cut is another number."""
        room, wide = column.width - 2 * _PADDING, pen.advance(text)
        left = column.x + _PADDING
        if wide <= room:
            x = left + room - wide if column.header.right else left
            painter.drawText(QPointF(x, base), text)
            return
        painter.save()
        painter.translate(left, base)
        painter.scale(room / wide, 1.0)
        painter.drawText(QPointF(0, 0), text)
        painter.restore()

    def _paint_lines(
        self, painter: QPainter, table: _Table, column: _Column, base: float, text: str
    ) -> None:
        pen, room = table.pen, column.width - 2 * _PADDING

        def elide(rest: str) -> str:
            return pen.cut(rest, room, keep_end=column.header.keep_end)

        for number, line in enumerate(wrapped(text, room, table.sheet.lines, pen.advance, elide)):
            painter.drawText(QPointF(column.x + _PADDING, base + number * table.line), line)

    def _paint_total(self, painter: QPainter, table: _Table, top: float, total: Total) -> None:
        places = {column.place: number for number, column in enumerate(table.columns)}
        shown = Total(
            total.name,
            {places[place]: cell for place, cell in total.cells.items() if place in places},
            total.number,
        )
        where = spread(shown, len(table.columns))
        pen = table.strong
        base = pen.base(top, table.row)
        painter.setPen(_INK)
        painter.setFont(pen.font)
        cells = dict(shown.cells)
        if where.number is not None:
            cells[where.number] = total.number
        for place, cell in cells.items():
            column = table.columns[place]
            text = on_paper(cell, column.header, self._formats)
            if column.header.right or place == where.number:
                self._paint_number(painter, pen, column, base, text)
            else:
                painter.drawText(QPointF(column.x + _PADDING, base), text)
        covered = [table.columns[place] for place in where.name if place < len(table.columns)]
        if covered:
            room = sum(column.width for column in covered) - 2 * _PADDING
            name = pen.cut(one_line(total.name), room)
            painter.drawText(QPointF(covered[0].x + _PADDING, base), name)

    def _write(
        self,
        painter: QPainter,
        pen: _Pen,
        x: float,
        base: float,
        text: str,
        room: float | None = None,
        ink: QColor = _INK,
    ) -> None:
        painter.setFont(pen.font)
        painter.setPen(ink)
        painter.drawText(QPointF(x, base), text if room is None else pen.cut(text, room))


def _fitting(pen: _Pen, column: _Column, text: str) -> str:
    """A text as it fits into its column; many rows share theirs."""
    found = column.seen.get(text)
    if found is None:
        if len(column.seen) >= _REMEMBERED:
            column.seen.clear()
        room = column.width - 2 * _PADDING
        found = column.seen[text] = pen.cut(text, room, keep_end=column.header.keep_end)
    return found


def is_wide(book: Book, portrait: Size) -> bool:
    """Whether its tables want more room than upright paper has."""
    return any(_Table(sheet, portrait.width).wants > portrait.width for sheet in book.sheets)
