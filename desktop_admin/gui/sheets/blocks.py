"""The parts of a sheet, from top to bottom: each knows its height and draws itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from PySide6.QtCore import QRectF

from desktop_admin.domain.money import Money
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.sheets.day_bars import DayChart
from desktop_admin.gui.sheets.pens import Canvas, Fonts, Ink, Letters, P
from desktop_admin.reports.monthly import CurrencyPart, MonthlySheet
from desktop_admin.wording import monthly as wording
from desktop_admin.wording.plain import one_line
from desktop_admin.wording.words import Words

_LINE = 12.5 * P
_ROW = 13.5 * P
_PAD = 5 * P
_CARD = 51 * P
_CARD_GAP = 8 * P
_TITLE = 17 * P
_CHART = 104 * P
_BETWEEN = 12 * P
#: What the name of the boutique may take of the width, and its lines.
_NAME_PART = 0.68
_NAME_LINES = 2
_PAYMENT_CUT = 60


class Block(Protocol):
    """A part that stands on one page."""

    @property
    def height(self) -> float:
        """How high it is."""

    def paint(self, canvas: Canvas, top: float) -> None:
        """Draw it."""


@dataclass(frozen=True)
class Writing:
    """What blocks are made with; for workers."""

    words: Words
    labels: wording.Labels
    formats: Formats
    fonts: Fonts
    width: float


class Head:
    """Whose sheet it is, and of which month."""

    def __init__(self, sheet: MonthlySheet, writing: Writing) -> None:
        self._writing = writing
        fonts, boutique = writing.fonts, sheet.boutique
        self._names = fonts.name.wrapped(boutique.name, writing.width * _NAME_PART, _NAME_LINES)
        told = (boutique.merchant_name, boutique.city, boutique.code)
        self._place = " · ".join(filter(None, map(str.strip, told)))
        self._month = writing.words.month(sheet.first)
        self._kind = writing.labels.kind

    @property
    def height(self) -> float:
        """How high it is."""
        return self._writing.fonts.name.height * len(self._names) + _LINE + 10 * P

    def paint(self, canvas: Canvas, top: float) -> None:
        """Draw it."""
        fonts, width = canvas.fonts, canvas.width
        tall = fonts.name.height
        right = QRectF(0, top, width, tall)
        canvas.write(fonts.month, right, self._month, right=True)
        below = QRectF(0, top + tall, width, _LINE)
        canvas.write(fonts.text, below, self._kind, Ink.MUTED, right=True)
        for number, name in enumerate(self._names):
            canvas.write(fonts.name, QRectF(0, top + number * tall, width, tall), name)
        end = top + tall * len(self._names)
        place = fonts.text.cut(self._place, width * _NAME_PART)
        canvas.write(fonts.text, QRectF(0, end, width, _LINE), place, Ink.MUTED)
        canvas.line(0, end + _LINE + 5 * P, width, end + _LINE + 5 * P)


class _Figure(NamedTuple):
    """One figure of a card."""

    name: str
    value: str
    letters: Letters
    #: What it takes of the card's width.
    part: float


class Card:
    """What one currency came to."""

    def __init__(self, sheet: MonthlySheet, part: CurrencyPart, writing: Writing) -> None:
        words, fonts, labels = writing.words, writing.fonts, writing.labels
        gross = words.money(Money(part.currency, part.cents))
        sales = _Figure(labels.sales, words.number(part.sales), fonts.figure, 0.14)
        if part.net is None or part.spent is None:
            self._figures = [_Figure(labels.gross, gross, fonts.figure, 0.44), sales]
        else:
            net = words.money(Money(part.currency, part.net))
            self._figures = [
                _Figure(labels.gross, gross, fonts.figure, 0.32),
                _Figure(labels.expenses, words.amount(part.spent), fonts.figure, 0.2),
                _Figure(labels.net, net, fonts.figure, 0.32),
                sales,
            ]
        self._before, self._ink = "", Ink.MUTED
        if part.before is not None and sheet.comparison is not None:
            self._before = wording.before(words, part.cents, part.before, sheet.comparison)
            if part.before > 0 and part.cents != part.before:
                self._ink = Ink.GOOD if part.cents > part.before else Ink.BAD

    @property
    def height(self) -> float:
        """How high it is."""
        return _CARD + _CARD_GAP

    def paint(self, canvas: Canvas, top: float) -> None:
        """Draw it."""
        fonts, width = canvas.fonts, canvas.width
        canvas.card(QRectF(0, top, width, _CARD), Ink.FILL)
        x = 2 * _PAD
        for figure in self._figures:
            room = (width - 2 * _PAD) * figure.part - 2 * _PAD
            name = QRectF(x, top + 6 * P, room, 10 * P)
            canvas.write(fonts.small, name, figure.name, Ink.MUTED)
            value = QRectF(x, top + 17 * P, room, 18 * P)
            _left_number(canvas, figure.letters, value, figure.value)
            x += room + 2 * _PAD
        before = QRectF(2 * _PAD, top + 36.5 * P, width - 4 * _PAD, 10 * P)
        canvas.write(fonts.text, before, self._before, self._ink)


def _left_number(
    canvas: Canvas, letters: Letters, where: QRectF, text: str, ink: Ink = Ink.TEXT
) -> None:
    if letters.width(text) > where.width():
        canvas.number(letters, where, text, ink)
    else:
        canvas.write(letters, where, text, ink)


class Told:
    """A sentence that must not be passed over, or says that there is nothing."""

    def __init__(self, text: str, writing: Writing, *, warns: bool) -> None:
        self._warns = warns
        room = writing.width - 4 * _PAD
        self._lines = writing.fonts.text.wrapped(text, room, 4)

    @property
    def height(self) -> float:
        """How high it is."""
        return self._box + _CARD_GAP

    @property
    def _box(self) -> float:
        return len(self._lines) * _LINE + 2 * _PAD

    def paint(self, canvas: Canvas, top: float) -> None:
        """Draw it."""
        fill, ink = (Ink.ORPHAN_FILL, Ink.ORPHAN) if self._warns else (Ink.FILL, Ink.MUTED)
        canvas.card(QRectF(0, top, canvas.width, self._box), fill)
        y = top + _PAD
        for line in self._lines:
            canvas.write(canvas.fonts.text, QRectF(2 * _PAD, y, canvas.width, _LINE), line, ink)
            y += _LINE


class Row(NamedTuple):
    """One line of a small table."""

    name: str
    sales: str
    amount: str
    share: str = ""


class Section:
    """One currency: its days as bars, its best and weakest, its weeks and ways to pay."""

    def __init__(self, sheet: MonthlySheet, part: CurrencyPart, writing: Writing) -> None:
        words, labels = writing.words, writing.labels
        self._writing = writing
        self._chart = DayChart(
            part, sheet.first, sheet.last, sheet.made_at.astimezone(sheet.zone).date()
        )
        self._title = wording.currency_by_day(words, one_line(part.currency, 20))
        today = part.unfinished
        running = any(one.day == today and one.sales for one in part.days)
        self._unfinished = wording.unfinished(words, sheet.made_at) if running else ""
        self._peaks = [
            wording.peak(words, day.day, Money(part.currency, day.cents), best=best)
            for day, best in ((part.best, True), (part.weakest, False))
            if day is not None
        ]
        weeks = [
            Row(
                words.short_days(one.first, one.last),
                words.number(one.sales) if one.sales else "–",
                words.amount(one.cents) if one.sales else "–",
            )
            for one in part.weeks
        ]
        payments = [
            Row(
                one_line(wording.payment(words, one.payment), _PAYMENT_CUT),
                words.number(one.sales),
                words.amount(one.cents),
                words.share(one.cents / part.cents) if part.cents > 0 and one.cents >= 0 else "",
            )
            for one in part.payments
        ]
        total = Row(labels.total, words.number(part.sales), words.amount(part.cents))
        sales, amount = labels.sales, one_line(part.currency, 20)
        self._tables = (
            (Row(labels.week, sales, amount), weeks, total),
            (Row(labels.payment, sales, amount), payments, total),
        )

    @property
    def height(self) -> float:
        """How high it is."""
        rows = max(len(rows) for _, rows, _ in self._tables) + 2
        return _TITLE + _CHART + _LINE + 6 * P + rows * _ROW + _BETWEEN

    def paint(self, canvas: Canvas, top: float) -> None:
        """Draw it."""
        fonts, width = canvas.fonts, canvas.width
        canvas.write(fonts.title, QRectF(0, top, width, _TITLE - 3 * P), self._title)
        beside = QRectF(0, top, width, _TITLE - 3 * P)
        canvas.write(fonts.small, beside, self._unfinished, Ink.MUTED, right=True)
        top += _TITLE
        self._chart.paint(canvas, QRectF(0, top, width, _CHART), self._writing.formats)
        top += _CHART + 2 * P
        peaks = " · ".join(self._peaks)
        _left_number(canvas, fonts.text, QRectF(0, top, width, _LINE), peaks, Ink.MUTED)
        top += _LINE + 4 * P
        half = (width - 16 * P) / 2
        for place, (head, rows, total) in enumerate(self._tables):
            _paint_table(canvas, place * (half + 16 * P), top, half, head, rows, total)


def _paint_table(
    canvas: Canvas,
    left: float,
    top: float,
    width: float,
    head: Row,
    rows: Sequence[Row],
    total: Row,
) -> None:
    canvas.fill(QRectF(left, top, width, _ROW), Ink.FILL)
    for place, row in enumerate([head, *rows, total]):
        y = top + place * _ROW
        strong = row in (head, total)
        letters = canvas.fonts.strong if strong else canvas.fonts.text
        shared = any(one.share for one in rows)
        end = width - (34 * P if shared else 0) - _PAD
        amount = QRectF(left + end - 92 * P, y, 92 * P, _ROW)
        sales = QRectF(left + end - 92 * P - 44 * P, y, 38 * P, _ROW)
        name = letters.cut(row.name, sales.left() - left - 2 * _PAD)
        canvas.write(letters, QRectF(left + _PAD, y, width, _ROW), name)
        canvas.number(letters, sales, row.sales)
        canvas.number(letters, amount, row.amount)
        share = QRectF(left + width - 34 * P, y, 34 * P - _PAD, _ROW)
        canvas.number(letters, share, row.share, Ink.MUTED)
        canvas.line(left, y + _ROW, left + width, y + _ROW)


class Days:
    """All days as a table, of a few currencies side by side."""

    def __init__(self, parts: Sequence[CurrencyPart], writing: Writing) -> None:
        words, labels = writing.words, writing.labels
        self._title = labels.by_day
        self._head = (
            labels.day,
            *(head for part in parts for head in (labels.sales, one_line(part.currency, 20))),
        )
        by_day = [{one.day: one for one in part.days} for part in parts]
        self._rows = []
        for day in sorted({one for days in by_day for one in days}):
            cells = [words.weekday(day, year=False)]
            for days in by_day:
                one = days.get(day)
                known = one is not None and one.sales
                cells += [
                    words.number(one.sales) if one is not None and known else "–",
                    words.amount(one.cents) if one is not None and known else "–",
                ]
            self._rows.append((cells, day.weekday() == 0))

    @property
    def height(self) -> float:
        """How high it is."""
        return _TITLE + (len(self._rows) + 1) * _ROW + _BETWEEN

    def paint(self, canvas: Canvas, top: float) -> None:
        """Draw it."""
        width = canvas.width
        canvas.write(canvas.fonts.title, QRectF(0, top, width, _TITLE - 3 * P), self._title)
        top += _TITLE
        canvas.fill(QRectF(0, top, width, _ROW), Ink.FILL)
        self._row(canvas, top, self._head, canvas.fonts.strong)
        for cells, monday in self._rows:
            top += _ROW
            # Weeks are told apart by their upper line.
            canvas.line(0, top, width, top, Ink.RULE if monday else Ink.GRID)
            self._row(canvas, top, cells, canvas.fonts.text)

    def _row(self, canvas: Canvas, top: float, cells: Sequence[str], letters: Letters) -> None:
        width = canvas.width
        room = (width - 130 * P) / (len(cells) // 2)
        name = letters.cut(cells[0], 126 * P)
        canvas.write(letters, QRectF(_PAD, top, width, _ROW), name)
        x = 130 * P
        for sales, amount in zip(cells[1::2], cells[2::2], strict=True):
            canvas.number(letters, QRectF(x, top, room * 0.3, _ROW), sales)
            figure = QRectF(x + room * 0.34, top, room * 0.66 - _PAD, _ROW)
            canvas.number(letters, figure, amount)
            x += room


class Notes:
    """What the figures count, of when they are, whose days they tell."""

    def __init__(self, sentences: Sequence[str], writing: Writing) -> None:
        self._lines = [
            line
            for sentence in sentences
            if sentence
            for line in writing.fonts.small.wrapped(sentence, writing.width, 3)
        ]

    @property
    def height(self) -> float:
        """How high it is."""
        return len(self._lines) * 10.5 * P + 6 * P

    def paint(self, canvas: Canvas, top: float) -> None:
        """Draw it."""
        for line in self._lines:
            canvas.write(
                canvas.fonts.small, QRectF(0, top, canvas.width, 10.5 * P), line, Ink.MUTED
            )
            top += 10.5 * P
