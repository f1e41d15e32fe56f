"""Copies the selected sales, with the columns one sees, for a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from desktop_admin.domain.model import Sale
from desktop_admin.gui.context import Context
from desktop_admin.gui.messages import MessageKind
from desktop_admin.gui.models.columns import Column
from desktop_admin.gui.models.copying import copied_line, head_line
from desktop_admin.gui.models.pages import PAGE
from desktop_admin.gui.sales.paging import each_page
from desktop_admin.gui.text import fill
from desktop_admin.sources.base import Report, SourceError

#: The clipboard is no file: more rows than these make every program that looks at it crawl.
LIMIT = 100_000


class SaleCopier(QObject):
    """Reads the sales on a worker, then puts them on the clipboard."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def copy(self, ids: Sequence[int], columns: Sequence[Column[Sale]]) -> None:
        """Copy these sales."""
        context, source = self._context, self._context.session.source
        if source is None or not ids:
            return
        if len(ids) > LIMIT:
            text = self.tr(
                "%Ln sale(s) are too many to copy: narrow them down to %1.", "", len(ids)
            )
            text = fill(text, context.formats.count(LIMIT))
            context.messages.say(text, MessageKind.WARNING)
            return
        formats = context.formats

        def work(report: Report) -> tuple[str, int]:
            lines = [head_line(columns)]
            for sales in each_page(source, ids, report):
                lines += [copied_line(columns, sale, formats) for sale in sales]
            return "\n".join(lines) + "\n", len(lines) - 1

        context.jobs.ask(
            work,
            self._copied,
            self._failed,
            owner=self,
            topic="copy",
            title=self.tr("Copying the sales") if len(ids) > PAGE else "",
        )

    def _copied(self, answer: tuple[str, int]) -> None:
        text, count = answer
        QGuiApplication.clipboard().setText(text)
        self._context.messages.say(
            self.tr("%Ln sale(s) copied, with the columns’ names", "", count)
        )

    def _failed(self, error: SourceError) -> None:
        self._context.messages.fail(error)
