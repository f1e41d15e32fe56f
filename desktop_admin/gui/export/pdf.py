"""Books as PDF, off the window's thread, page by page."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import IO

from PySide6.QtCore import QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from desktop_admin.files import whole_file
from desktop_admin.gui.export.paper import UNITS_PER_INCH, Paper, Size, is_wide
from desktop_admin.gui.export.words import PaperWords
from desktop_admin.gui.formats import Formats
from desktop_admin.reports.sheets import Book, Counter
from desktop_admin.sources.base import Report

_MARGIN_MM = 12.0


def page_layout(book: Book) -> QPageLayout:
    """A4: upright where its tables fit, else across."""
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    size, unit = QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Unit.Millimeter
    upright = QPageLayout(size, QPageLayout.Orientation.Portrait, margins, unit)
    if not is_wide(book, size_of(upright)):
        return upright
    return QPageLayout(size, QPageLayout.Orientation.Landscape, margins, unit)


def size_of(layout: QPageLayout) -> Size:
    """What such a page leaves to write on."""
    area = layout.paintRectPixels(UNITS_PER_INCH)
    return Size(area.width(), area.height())


def paper_of(book: Book, formats: Formats, words: PaperWords) -> Paper:
    """A book laid out on its own pages."""
    return Paper(book, formats, words, size_of(page_layout(book)))


def write_pdf(path: Path, book: Book, formats: Formats, words: PaperWords, report: Report) -> None:
    """Write all tables of `book`, with what is said of them. Raises `OSError`, `RowsChanged`, and
    whatever `report` and the rows raise: then `path` is as it was."""
    layout = page_layout(book)
    paper = Paper(book, formats, words, size_of(layout))
    counter = Counter(book.count, report)
    with whole_file(path) as part, part.open("wb") as file:
        device = _Device(file)
        device.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(device)
        writer.setResolution(UNITS_PER_INCH)
        writer.setPageLayout(layout)
        writer.setTitle(book.title)
        writer.setCreator(words.program)
        painter = QPainter(writer)

        def new_page() -> None:
            device.check()
            if not writer.newPage():
                raise OSError(errno.EIO, "")

        try:
            paper.paint(painter, new_page, counter)
        finally:
            painter.end()
        device.check()
        counter.tell()


class _Device(QIODevice):
    """A file that remembers what went wrong: whoever paints is not told by Qt."""

    def __init__(self, file: IO[bytes]) -> None:
        super().__init__()
        self._file = file
        self._error: OSError | None = None

    def check(self) -> None:
        """Raise what went wrong, if anything did."""
        if self._error is not None:
            raise self._error

    def isSequential(self) -> bool:
        """It is written from its beginning to its end."""
        return True

    def writeData(self, data: bytes | bytearray | memoryview[int], length: int) -> int:
        """Write a piece."""
        if self._error is not None:
            return -1
        try:
            self._file.write(data[:length])
        except OSError as error:
            self._error = error
            return -1
        return length

    def readData(self, _length: int) -> bytes:
        """Nothing is read from it."""
        return b""
