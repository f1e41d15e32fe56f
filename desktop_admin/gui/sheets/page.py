"""A sheet laid out on pages of paper, and painted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from desktop_admin.gui.formats import Formats
from desktop_admin.gui.sheets.blocks import Block, Card, Days, Head, Notes, Section, Told, Writing
from desktop_admin.gui.sheets.pens import Canvas, Fonts, Ink, P
from desktop_admin.reports.monthly import MonthlySheet
from desktop_admin.wording import monthly as wording
from desktop_admin.wording.plain import one_line
from desktop_admin.wording.words import Words

_FOOT = 16 * P
_RUNNING = 18 * P
#: So many currencies stand side by side in the table of the days.
_SIDE_BY_SIDE = 2


class _Placed(NamedTuple):
    block: Block
    top: float


class SheetPages:
    """The pages of one sheet, laid out for a size in tenths of a point; for workers."""

    def __init__(
        self, sheet: MonthlySheet, words: Words, formats: Formats, width: float, height: float
    ) -> None:
        self._words = words
        self._fonts = Fonts()
        self._width, self._height = width, height
        writing = Writing(words, wording.labels(words), formats, self._fonts, width)
        self._name, self._month = one_line(sheet.boutique.name), words.month(sheet.first)
        self._foot = wording.foot(words, sheet.made_at)
        self.title = f"{self._name} · {self._month}"
        self._pages = _paginated(_blocks(sheet, writing), height - _FOOT)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def paint(self, painter: QPainter, new_page: Callable[[], object]) -> None:
        """Paint every page; `new_page` is called between two."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        canvas = Canvas(painter, self._fonts, self._width)
        for number, page in enumerate(self._pages):
            if number:
                new_page()
                self._paint_running(canvas)
            for block, top in page:
                block.paint(canvas, top)
            self._paint_foot(canvas, number)

    def _paint_running(self, canvas: Canvas) -> None:
        """Whose sheet it is and of which month, on the pages that follow."""
        where, small = QRectF(0, 0, self._width, _RUNNING - 6 * P), self._fonts.small
        name = small.cut(self._name, self._width - small.width(self._month) - 12 * P)
        canvas.write(small, where, name, Ink.MUTED)
        canvas.write(small, where, self._month, Ink.MUTED, right=True)

    def _paint_foot(self, canvas: Canvas, number: int) -> None:
        top = self._height - _FOOT
        canvas.line(0, top, self._width, top)
        where = QRectF(0, top + 3 * P, self._width, _FOOT - 3 * P)
        canvas.write(self._fonts.small, where, self._foot, Ink.MUTED)
        page = wording.page(self._words, number + 1, self.count)
        canvas.write(self._fonts.small, where, page, Ink.MUTED, right=True)


def _blocks(sheet: MonthlySheet, writing: Writing) -> list[Block]:
    words = writing.words
    found: list[Block] = [Head(sheet, writing)]
    if not sheet.parts:
        found.append(Told(wording.nothing(words), writing, warns=False))
    found += [Card(sheet, part, writing) for part in sheet.parts]
    if sheet.waiting is not None and sheet.waiting.ids:
        text = wording.waiting(words, len(sheet.waiting.ids), sheet.waiting.amounts)
        found.append(Told(text, writing, warns=True))
    sold = [part for part in sheet.parts if part.sales]
    found += [Section(sheet, part, writing) for part in sold]
    found += [
        Days(sold[start : start + _SIDE_BY_SIDE], writing)
        for start in range(0, len(sold), _SIDE_BY_SIDE)
    ]
    sentences = [
        wording.definition(words, spends=sheet.spends),
        wording.comparison(words, sheet.comparison, sheet.zone),
        wording.made(words, sheet.made_at, sheet.zone),
    ]
    found.append(Notes(sentences, writing))
    return found


def _paginated(blocks: Sequence[Block], room: float) -> list[list[_Placed]]:
    """The blocks one below the other, each whole on a page."""
    pages: list[list[_Placed]] = [[]]
    top = 0.0
    for block in blocks:
        if pages[-1] and top + block.height > room:
            pages.append([])
            top = _RUNNING
        pages[-1].append(_Placed(block, top))
        top += block.height
    return pages
