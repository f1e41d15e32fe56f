"""Lets a chart leave: to the clipboard, into a file, onto paper."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAction, QGuiApplication, QImage, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from desktop_admin.gui.charts.chart import Chart
from desktop_admin.gui.charts.data import Frame
from desktop_admin.gui.charts.figure import Figure
from desktop_admin.gui.charts.writing import Kind, as_image, write
from desktop_admin.gui.context import Context
from desktop_admin.gui.export.saver import FileKind, Saver
from desktop_admin.sources.base import Report, SourceError

_NOT_IN_NAMES = re.compile(r"[^\w]+")
_NAME_MOST = 60


class ChartExporter(QObject):
    """Does what the menu offers; the pictures are made on workers."""

    def __init__(self, context: Context, window: QWidget) -> None:
        """`window`: what dialogs stand over."""
        super().__init__(window)
        self._context = context
        self._window = window
        self._saver = Saver(context, window)

    def copy(self, figure: Figure) -> None:
        """Put it on the clipboard, as a picture."""

        def work(_: Report) -> QImage:
            return as_image(figure)

        self._context.jobs.ask(work, self._copied, self._failed, owner=self, topic="copy")

    def save(self, figure: Figure, kind: Kind) -> None:
        """Ask where to, and save."""
        name = file_name(figure.title) or self.tr("chart")
        now = self._context.clock()
        self._saver.ask(figure.title, name, now, _kinds()[kind], partial(write, figure, kind))

    def save_as(self, figure: Figure, kind: Kind, path: Path) -> None:
        """Save there."""
        self._saver.save(figure.title, path, partial(write, figure, kind))

    def print(self, figure: Figure) -> None:
        """Show how it looks on paper; from there it is printed."""
        # Loaded when something is printed.
        from desktop_admin.gui.charts.printing import ChartPreview

        ChartPreview(figure, self._window).open()

    def _copied(self, image: QImage) -> None:
        QGuiApplication.clipboard().setImage(image)
        self._context.messages.say(self.tr("Copied as a picture"))

    def _failed(self, error: SourceError) -> None:
        self._context.messages.fail(error)


class ChartWays(QObject):
    """The ways out of one chart: a menu, which a right click and the menu key open too, and
    Ctrl+C. `frame` tells what stands around it now."""

    def __init__(
        self, context: Context, chart: Chart[Any], frame: Callable[[], Frame], window: QWidget
    ) -> None:
        super().__init__(chart)
        self._context = context
        self._chart = chart
        self._frame = frame
        self.exporter = ChartExporter(context, window)
        self.menu = QMenu(chart)
        self.actions = self._fill()
        self.menu.aboutToShow.connect(self._allow)
        chart.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        chart.customContextMenuRequested.connect(self._open)
        context.theme.changed.connect(self._colour)
        self._colour()

    @property
    def figure(self) -> Figure | None:
        """What would leave; None: nothing is there yet."""
        return self._chart.figure(self._frame())

    def _fill(self) -> dict[str, QAction]:
        copy = self.menu.addAction(QCoreApplication.translate("Charts", "&Copy as a picture"))
        copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._chart.addAction(copy)
        copy.triggered.connect(self._copy)
        self.menu.addSeparator()
        found = {"copy": copy}
        for kind, name in _names().items():
            action = self.menu.addAction(name)
            action.triggered.connect(partial(self._save, kind))
            found[kind.value] = action
        self.menu.addSeparator()
        found["print"] = self.menu.addAction(QCoreApplication.translate("Charts", "&Print…"))
        found["print"].triggered.connect(self._print)
        return found

    @Slot()
    def _copy(self) -> None:
        figure = self.figure
        if figure is not None:
            self.exporter.copy(figure)

    def _save(self, kind: Kind, _checked: bool = False) -> None:
        figure = self.figure
        if figure is not None:
            self.exporter.save(figure, kind)

    @Slot()
    def _print(self) -> None:
        figure = self.figure
        if figure is not None:
            self.exporter.print(figure)

    @Slot(QPoint)
    def _open(self, at: QPoint) -> None:
        self.menu.popup(self._chart.mapToGlobal(at))

    @Slot()
    def _allow(self) -> None:
        there = self._chart.picture is not None
        for action in self.actions.values():
            action.setEnabled(there)

    @Slot()
    def _colour(self) -> None:
        for key in ("copy", "print"):
            self.actions[key].setIcon(self._context.theme.icons.icon(key, "muted"))


def file_name(title: str) -> str:
    """A title as part of the name of a file, on any system."""
    return _NOT_IN_NAMES.sub("-", title).strip("-")[:_NAME_MOST].strip("-").lower()


def _names() -> dict[Kind, str]:
    return {
        Kind.PNG: QCoreApplication.translate("Charts", "Picture (P&NG)…"),
        Kind.SVG: QCoreApplication.translate("Charts", "Drawing (&SVG)…"),
        Kind.PDF: QCoreApplication.translate("Charts", "Document (P&DF)…"),
    }


def _kinds() -> dict[Kind, FileKind]:
    return {
        Kind.PNG: FileKind(
            Kind.PNG.value, QCoreApplication.translate("Charts", "PNG picture (*.png)")
        ),
        Kind.SVG: FileKind(
            Kind.SVG.value, QCoreApplication.translate("Charts", "SVG drawing (*.svg)")
        ),
        Kind.PDF: FileKind(
            Kind.PDF.value, QCoreApplication.translate("Charts", "PDF document (*.pdf)")
        ),
    }
