"""What is printed, looked at before: a table, or whatever paints itself on pages."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from desktop_admin.gui.export.layout import UNITS_PER_INCH, Size
from desktop_admin.gui.export.paper import Paper
from desktop_admin.gui.export.pdf import page_layout
from desktop_admin.gui.export.words import PaperWords
from desktop_admin.gui.formats import Formats
from desktop_admin.reports.sheets import Book, Counter
from desktop_admin.sources.base import silently


class PaperPreview(QObject):
    """Shows pages before they are printed; deletes itself when it is closed. Subclasses paint."""

    def __init__(self, title: str, layout: QPageLayout, window: QWidget) -> None:
        super().__init__(window)
        #: Qt takes it for granted that the printer outlives its preview.
        self.printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self.printer.setPageOrientation(layout.orientation())
        self.printer.setPageMargins(layout.margins(), layout.units())
        self.printer.setDocName(title)
        self.dialog = QPrintPreviewDialog(self.printer, window)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.destroyed.connect(self.deleteLater)
        self.dialog.paintRequested.connect(self.paint)

    def open(self) -> None:
        """Show it, over the window."""
        self.dialog.open()

    def paint(self, printer: QPrinter) -> None:
        """Paint all pages as that paper has room for them."""
        raise NotImplementedError


class Preview(PaperPreview):
    """The pages of a book that is in memory."""

    def __init__(self, book: Book, formats: Formats, words: PaperWords, window: QWidget) -> None:
        self._book = book
        self._formats = formats
        self._words = words
        super().__init__(book.title, page_layout(book), window)

    def paint(self, printer: QPrinter) -> None:
        area = printer.pageLayout().paintRectPixels(UNITS_PER_INCH)
        paper = Paper(self._book, self._formats, self._words, Size(area.width(), area.height()))
        painter = QPainter(printer)
        try:
            scale = printer.resolution() / UNITS_PER_INCH
            painter.scale(scale, scale)
            paper.paint(painter, printer.newPage, Counter(self._book.count, silently))
        finally:
            painter.end()
