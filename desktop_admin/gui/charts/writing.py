"""Charts as files: pictures of points, of lines, and pages; made in memory, then written whole."""

from __future__ import annotations

import errno
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageWriter, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from desktop_admin.files import whole_file
from desktop_admin.gui.charts.figure import WIDTH, Figure, Page
from desktop_admin.sources.base import Progress, Report, Step, silently

#: A picture of points has so many for each of the screen's, so that print looks sharp too.
SCALE = 2
#: A figure is measured in these parts of an inch.
PER_INCH = 96
_DOTS_PER_INCH = 1200
_MARGIN_MM = 12.0
_PROGRAM = "Boutique Admin"


class Kind(StrEnum):
    """A kind of file, by its ending."""

    PNG = ".png"
    SVG = ".svg"
    PDF = ".pdf"


def write(figure: Figure, kind: Kind, path: Path, report: Report = silently) -> None:
    """Write `figure` as a file. For workers. Raises `OSError`, and what `report` raises: then
    `path` is as it was."""
    report(Progress(Step.WRITING))
    data = as_bytes(figure, kind, report)
    with whole_file(path) as part:
        part.write_bytes(data)
        report(Progress(Step.WRITING))


def as_bytes(figure: Figure, kind: Kind, report: Report = silently) -> bytes:
    """The content of such a file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if kind is Kind.PNG:
        writer = QImageWriter(buffer, b"png")
        if not writer.write(as_image(figure)):
            raise OSError(errno.ENOMEM, writer.errorString())
    elif kind is Kind.SVG:
        _draw_svg(figure, buffer)
    else:
        _draw_pdf(figure, buffer, report)
    return bytes(buffer.data().data())


def as_image(figure: Figure, scale: int = SCALE) -> QImage:
    """A picture of points on white."""
    width, height = WIDTH, round(figure.height())
    image = QImage(QSize(width, height) * scale, QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(PER_INCH * scale / 0.0254))
    image.setDotsPerMeterY(round(PER_INCH * scale / 0.0254))
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(scale, scale)
    figure.paint(painter, width, height)
    painter.end()
    return image


def page_layout(figure: Figure) -> QPageLayout:
    """A4: across, unless the figure is higher than such a page."""
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    size, unit = QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Unit.Millimeter
    across = QPageLayout(size, QPageLayout.Orientation.Landscape, margins, unit)
    if figure.height() <= across.paintRectPixels(PER_INCH).height():
        return across
    return QPageLayout(size, QPageLayout.Orientation.Portrait, margins, unit)


def pages_on(figure: Figure, layout: QPageLayout) -> list[Page]:
    """The pages of a figure on such paper."""
    area = layout.paintRectPixels(PER_INCH)
    return figure.pages(area.width(), area.height())


def _draw_svg(figure: Figure, buffer: QBuffer) -> None:
    size = QSize(WIDTH, round(figure.height()))
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(PER_INCH)
    generator.setSize(size)
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setTitle(figure.title)
    generator.setDescription(_PROGRAM)
    painter = QPainter(generator)
    painter.fillRect(0, 0, size.width(), size.height(), Qt.GlobalColor.white)
    figure.paint(painter, size.width(), size.height())
    painter.end()


def _draw_pdf(figure: Figure, buffer: QBuffer, report: Report) -> None:
    layout = page_layout(figure)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS_PER_INCH)
    writer.setPageLayout(layout)
    writer.setTitle(figure.title)
    writer.setCreator(_PROGRAM)
    painter = QPainter(writer)
    painter.scale(_DOTS_PER_INCH / PER_INCH, _DOTS_PER_INCH / PER_INCH)
    try:
        for number, page in enumerate(pages_on(figure, layout)):
            report(Progress(Step.WRITING))
            if number:
                writer.newPage()
            page.paint(painter)
    finally:
        painter.end()
