"""Tables on paper: drawn row by row, so that a million of them take no memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from desktop_admin.gui.export.cells import on_paper
from desktop_admin.gui.export.layout import (
    GAP,
    LINE,
    NAME,
    PADDING,
    POINT,
    TEXT,
    Column,
    Pen,
    Size,
    TableLayout,
    fitting,
)
from desktop_admin.gui.export.words import PROGRAM, PaperWords
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.text import fill, one_line
from desktop_admin.reports.paper import Band, Stretch, count_pages, laid, wrapped
from desktop_admin.reports.sheets import Book, Cell, Counter, Header, Row, Total, spread

_TITLE, _SMALL = 14 * POINT, 7.5 * POINT
_FOOT = 16 * POINT
_RUNNING = 16 * POINT
#: The names of facts take so much of the width.
_FACT_NAME = 0.26
_FACT_NAME_MOST = 150 * POINT
#: A fact takes at most so many lines.
_FACT_LINES = 4
#: A fact without a value heads those that follow, and stands so many lines high.
_HEADED = 1.6
_INK, _QUIET, _RULE, _FILL = (QColor(one) for one in ("#1B2430", "#5B6675", "#D5DBE3", "#F1F3F6"))
#: How a fact is written.
_PLAIN = Header("", 0)


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
        self._title, self._name = Pen(_TITLE, bold=True), Pen(NAME, bold=True)
        self._text, self._strong = Pen(TEXT), Pen(TEXT, bold=True)
        self._small = Pen(_SMALL)
        self._facts = [self._fact(fact.name, fact.value) for fact in book.facts]
        self._tables = [TableLayout(sheet, size.width) for sheet in book.sheets]
        titled = len(book.sheets) > 1
        heights = [fact.height for fact in self._facts]
        self._bands = [Band(0, 0, len(heights), LINE, 0, heights, GAP)] if heights else []
        self._first = _TITLE + GAP
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
            base = small.base(0, _RUNNING - PADDING)
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
        height = LINE * (len(lines) or _HEADED)
        return _Line(one_line(name), lines, height)

    @property
    def _fact_name(self) -> float:
        return min(self._size.width * _FACT_NAME, _FACT_NAME_MOST)

    def _paint_facts(self, painter: QPainter, stretch: Stretch) -> None:
        top, name_room = self._top(stretch), self._fact_name
        for fact in self._facts[stretch.start : stretch.stop]:
            base = self._text.base(top, LINE)
            if fact.lines:
                room = name_room - PADDING
                self._write(painter, self._text, 0, base, fact.name, room, ink=_QUIET)
            else:
                base += fact.height - LINE
                self._write(painter, self._strong, 0, base, fact.name, self._size.width)
            for number, line in enumerate(fact.lines):
                self._write(painter, self._text, name_room, base + number * LINE, line)
            top += fact.height

    # A table.
    def _paint_table(
        self, painter: QPainter, table: TableLayout, stretch: Stretch, rows: Iterator[Row]
    ) -> None:
        top = self._top(stretch)
        if stretch.title and self._bands[stretch.band].title:
            base = self._name.base(top, NAME + PADDING)
            name = one_line(table.sheet.name)
            self._write(painter, self._name, 0, base, name, self._size.width)
        if stretch.title:
            top += self._bands[stretch.band].title
        self._paint_head(painter, table, top)
        top += table.head
        if not table.sheet.count:
            base = table.pen.base(top, table.row)
            nothing = self._words.nothing
            self._write(painter, table.pen, PADDING, base, nothing, self._size.width, ink=_QUIET)
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

    def _paint_head(self, painter: QPainter, table: TableLayout, top: float) -> None:
        painter.fillRect(QRectF(0, top, self._size.width, table.head), _FILL)
        painter.setPen(_INK)
        painter.setFont(table.strong.font)
        base = table.strong.base(top, table.head)
        for column in table.columns:
            room = column.width - 2 * PADDING
            name = table.strong.cut(one_line(column.header.name), room)
            x = column.x + PADDING
            if column.header.right:
                x += room - table.strong.advance(name)
            painter.drawText(QPointF(x, base), name)

    def _paint_row(self, painter: QPainter, table: TableLayout, top: float, row: Row) -> None:
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
                painter.drawText(QPointF(column.x + PADDING, base), fitting(pen, column, text))
        painter.setPen(_RULE)
        bottom = top + table.row
        painter.drawLine(QPointF(0, bottom), QPointF(self._size.width, bottom))

    def _paint_number(
        self, painter: QPainter, pen: Pen, column: Column, base: float, text: str
    ) -> None:
        """A number at the right, a moment at the left; where it has no room it is written
        narrower: a number that is cut is another number."""
        room, wide = column.width - 2 * PADDING, pen.advance(text)
        left = column.x + PADDING
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
        self, painter: QPainter, table: TableLayout, column: Column, base: float, text: str
    ) -> None:
        pen, room = table.pen, column.width - 2 * PADDING

        def elide(rest: str) -> str:
            return pen.cut(rest, room, keep_end=column.header.keep_end)

        for number, line in enumerate(wrapped(text, room, table.sheet.lines, pen.advance, elide)):
            painter.drawText(QPointF(column.x + PADDING, base + number * table.line), line)

    def _paint_total(self, painter: QPainter, table: TableLayout, top: float, total: Total) -> None:
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
                painter.drawText(QPointF(column.x + PADDING, base), text)
        covered = [table.columns[place] for place in where.name if place < len(table.columns)]
        if covered:
            room = sum(column.width for column in covered) - 2 * PADDING
            name = pen.cut(one_line(total.name), room)
            painter.drawText(QPointF(covered[0].x + PADDING, base), name)

    def _write(
        self,
        painter: QPainter,
        pen: Pen,
        x: float,
        base: float,
        text: str,
        room: float | None = None,
        ink: QColor = _INK,
    ) -> None:
        painter.setFont(pen.font)
        painter.setPen(ink)
        painter.drawText(QPointF(x, base), text if room is None else pen.cut(text, room))
