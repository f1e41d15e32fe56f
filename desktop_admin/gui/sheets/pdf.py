"""A sheet as PDF, whole or not at all; for workers."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from desktop_admin.files import whole_file
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.sheets.page import SheetPages
from desktop_admin.gui.sheets.pens import UNITS_PER_INCH
from desktop_admin.reports.monthly import MonthlySheet
from desktop_admin.wording.words import Words

_MARGIN_MM = 13.0


def page_layout() -> QPageLayout:
    """A4, upright."""
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    size, unit = QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Unit.Millimeter
    return QPageLayout(size, QPageLayout.Orientation.Portrait, margins, unit)


def write_pdf(path: Path, sheet: MonthlySheet, words: Words, formats: Formats) -> None:
    """Write one sheet. Raises `OSError`: then `path` is as it was."""
    # Drawn in memory, where Qt cannot fail unheard; a sheet is small.
    data = pdf_of(sheet, words, formats)
    with whole_file(path) as part:
        part.write_bytes(data)


def pdf_of(sheet: MonthlySheet, words: Words, formats: Formats) -> bytes:
    """One sheet as the content of a file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    layout = page_layout()
    area = layout.paintRectPixels(UNITS_PER_INCH)
    pages = SheetPages(sheet, words, formats, area.width(), area.height())
    writer = QPdfWriter(buffer)
    writer.setResolution(UNITS_PER_INCH)
    writer.setPageLayout(layout)
    writer.setTitle(pages.title)
    writer.setCreator("Boutique Admin")
    painter = QPainter(writer)
    try:
        pages.paint(painter, writer.newPage)
    finally:
        painter.end()
    buffer.close()
    return bytes(buffer.data().data())
