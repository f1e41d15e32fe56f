"""A chart on paper, looked at before it is printed."""

from __future__ import annotations

from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from desktop_admin.gui.charts.figure import Figure
from desktop_admin.gui.charts.writing import PER_INCH, page_layout, pages_on
from desktop_admin.gui.export.printing import PaperPreview, pages_wanted


class ChartPreview(PaperPreview):
    """The pages of a figure."""

    def __init__(self, figure: Figure, window: QWidget) -> None:
        self._figure = figure
        super().__init__(figure.title, page_layout(figure), window)

    def paint(self, printer: QPrinter) -> None:
        painter = QPainter(printer)
        try:
            scale = printer.resolution() / PER_INCH
            painter.scale(scale, scale)
            pages = pages_on(self._figure, printer.pageLayout())
            wanted = pages_wanted(printer, len(pages))
            for number in wanted:
                if number != wanted.start:
                    printer.newPage()
                pages[number].paint(painter)
        finally:
            painter.end()
