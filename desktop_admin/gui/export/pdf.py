"""Books as PDF, off the window's thread, page by page."""

from __future__ import annotations

import errno
from pathlib import Path

from PySide6.QtCore import QFile, QFileDevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from desktop_admin.files import whole_file
from desktop_admin.gui.export.layout import UNITS_PER_INCH, Size, is_wide
from desktop_admin.gui.export.paper import Paper
from desktop_admin.gui.export.words import PROGRAM, PaperWords
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.text import one_line
from desktop_admin.reports.sheets import Book, Counter
from desktop_admin.sources.base import Report

_MARGIN_MM = 12.0
#: So many bytes are tried to be written, to hear why it does not go.
_PROBE = 65_536


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
    with whole_file(path) as part:
        file = QFile(str(part))
        if not file.open(QFile.OpenModeFlag.WriteOnly):
            raise _error(file, part)
        try:
            _write(file, part, book, paper, layout, counter)
        finally:
            # Else it cannot be removed where it is not to be kept.
            file.close()
        _check(file, part)
        counter.tell()


def _write(
    file: QFile, part: Path, book: Book, paper: Paper, layout: QPageLayout, counter: Counter
) -> None:
    writer = QPdfWriter(file)
    writer.setResolution(UNITS_PER_INCH)
    writer.setPageLayout(layout)
    writer.setTitle(one_line(book.title))
    writer.setCreator(PROGRAM)
    painter = QPainter(writer)

    def new_page() -> None:
        _check(file, part)
        writer.newPage()

    try:
        paper.paint(painter, new_page, counter)
    finally:
        painter.end()


def _check(file: QFile, part: Path) -> None:
    """Whoever paints is not told that a disk is full: the file knows."""
    if file.error() is not QFileDevice.FileError.NoError:
        raise _error(file, part)


def _error(file: QFile, part: Path) -> OSError:
    """What went wrong, as Python calls it: it is asked to do the same."""
    told = file.errorString()
    try:
        with part.open("ab") as same:
            same.write(bytes(_PROBE))
    except OSError as error:
        return error
    return OSError(errno.EIO, told)
