"""The report on paper: a document of plain data, with page numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QRectF, QSizeF, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QFont, QPainter, QPalette, QTextDocument
from PySide6.QtWidgets import QWidget

from desktop_admin.gui.context import Context
from desktop_admin.gui.text import fill
from desktop_admin.reports.repair import RepairReport
from desktop_admin.sources.base import Report, SourceError

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_FONT_PT = 9.0
#: What the line with the page number takes of the height.
_FOOT = 28.0
_FOOT_PX = 11
_STYLE = (
    "h1 { font-size: 15pt; } h2 { font-size: 11pt; margin-top: 12px; }"
    "td, th { padding: 2px 8px 2px 0; } th { text-align: left; } .number { text-align: right; }"
)


class ReportPrinter(QObject):
    """Writes the document on a worker, shows it, and prints what is shown."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._window = parent
        #: Qt takes it for granted that the printer outlives its preview.
        self._printer: QPrinter | None = None

    def preview(self, report: RepairReport) -> None:
        """Show how the report looks on paper; from there it is printed."""
        language, zone = self._context.formats.language, self._context.formats.zone.key

        def work(_: Report) -> str:
            # Imported here: what writes sentences without Qt loads libraries the window starts
            # without.
            from desktop_admin.reports.document import written
            from desktop_admin.wording.words import Words

            return written(report, Words(language, zone))

        self._context.jobs.ask(work, self._show, self._failed, owner=self, topic="print")

    def _show(self, text: str) -> None:
        # Loaded when something is printed.
        from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog

        document = document_of(text, self)
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintPreviewDialog(self._printer, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        document.setParent(dialog)
        dialog.paintRequested.connect(document.paint)
        dialog.open()

    def _failed(self, error: SourceError) -> None:
        self._context.messages.fail(error)


class ReportDocument(QTextDocument):
    """A document that prints itself with a number on each page."""

    def paint(self, printer: QPrinter) -> None:
        """Print every page."""
        painter = QPainter(printer)
        page = QRectF(printer.pageLayout().paintRectPixels(printer.resolution()))
        page.moveTo(0, 0)
        # The document is measured in points of 1/96 inch, whatever the printer can do.
        scale = printer.resolution() / 96
        size = QSizeF(page.width() / scale, page.height() / scale)
        self.setPageSize(QSizeF(size.width(), size.height() - _FOOT))
        painter.scale(scale, scale)
        for number in range(self.pageCount()):
            if number:
                printer.newPage()
            self._paint_page(painter, number, size)
        painter.end()

    def _paint_page(self, painter: QPainter, number: int, size: QSizeF) -> None:
        height = size.height() - _FOOT
        painter.save()
        painter.translate(0, -number * height)
        shown = QRectF(0, number * height, size.width(), height)
        painter.setClipRect(shown)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = shown
        # Paper is white, whatever the window wears.
        context.palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
        self.documentLayout().draw(painter, context)
        painter.restore()
        text = QCoreApplication.translate("RepairReport", "Page %1 of %2")
        font = QFont(self.defaultFont())
        font.setPixelSize(_FOOT_PX)
        painter.setFont(font)
        painter.setPen(Qt.GlobalColor.black)
        foot = QRectF(0, height, size.width(), _FOOT)
        where = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
        painter.drawText(foot, where.value, fill(text, str(number + 1), str(self.pageCount())))


def document_of(text: str, parent: QObject | None = None) -> ReportDocument:
    """A document of what `written` wrote."""
    document = ReportDocument(parent)
    font = QFont(document.defaultFont())
    font.setPointSizeF(_FONT_PT)
    document.setDefaultFont(font)
    document.setDefaultStyleSheet(_STYLE)
    document.setHtml(text)
    return document
