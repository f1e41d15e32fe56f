"""What is printed, looked at before: a table, or whatever paints itself on pages."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Qt
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


def pages_wanted(printer: QPrinter, count: int) -> range:
    """Which of so many pages are to be printed, counted from 0: whoever paints leaves out the
    others, not the printer."""
    if printer.printRange() is not QPrinter.PrintRange.PageRange:
        return range(count)
    return range(max(printer.fromPage(), 1) - 1, min(printer.toPage() or count, count))


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
        turning = _Turning(printer, painter, pages_wanted(printer, paper.pages))
        try:
            scale = printer.resolution() / UNITS_PER_INCH
            painter.scale(scale, scale)
            turning.open()
            paper.paint(painter, turning.turn, Counter(self._book.count, silently))
        finally:
            painter.end()


class _Turning:
    """Turns the pages of what can only be painted from the first to the last."""

    def __init__(self, printer: QPrinter, painter: QPainter, wanted: range) -> None:
        self._printer = printer
        self._painter = painter
        self._wanted = wanted
        self._page = 0

    def turn(self) -> None:
        """Go on to the next page."""
        self._page += 1
        if self._page in self._wanted and self._page != self._wanted.start:
            self._printer.newPage()
        self.open()

    def open(self) -> None:
        """Let what is painted now be seen where this page is wanted, and nowhere else."""
        if self._page in self._wanted:
            self._painter.setClipping(False)
        else:
            self._painter.setClipRect(QRectF())
