"""A chart on paper, looked at before it is printed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from desktop_admin.gui.charts.figure import Figure
from desktop_admin.gui.charts.writing import PER_INCH, page_layout, pages_on


class ChartPreview(QObject):
    """Shows the pages of a figure; deletes itself when it is closed."""

    def __init__(self, figure: Figure, window: QWidget) -> None:
        super().__init__(window)
        self._figure = figure
        layout = page_layout(figure)
        #: Qt takes it for granted that the printer outlives its preview.
        self.printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self.printer.setPageOrientation(layout.orientation())
        self.printer.setPageMargins(layout.margins(), layout.units())
        self.printer.setDocName(figure.title)
        self.dialog = QPrintPreviewDialog(self.printer, window)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.destroyed.connect(self.deleteLater)
        self.dialog.paintRequested.connect(self.paint)

    def open(self) -> None:
        """Show it, over the window."""
        self.dialog.open()

    def paint(self, printer: QPrinter) -> None:
        """Paint all pages as that paper has room for them."""
        painter = QPainter(printer)
        try:
            scale = printer.resolution() / PER_INCH
            painter.scale(scale, scale)
            for number, page in enumerate(pages_on(self._figure, printer.pageLayout())):
                if number:
                    printer.newPage()
                page.paint(painter)
        finally:
            painter.end()
