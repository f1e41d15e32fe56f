"""The report of a repair in place of its preview, until another analysis is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop_admin.gui.repair.applying import Applying
from desktop_admin.gui.shell.screen import Status
from desktop_admin.gui.taking_back import Part
from desktop_admin.gui.touched import Touched

if TYPE_CHECKING:
    from desktop_admin.gui.repair.report.page import ReportPage
    from desktop_admin.gui.repair.screen import RepairScreen
    from desktop_admin.reports.repair import RepairReport


class Reporting(QObject):
    """Shows the report, and leaves it for a new analysis: by the operator's wish, or because the
    repair was taken back."""

    def __init__(self, screen: RepairScreen, applying: Applying) -> None:
        super().__init__(screen)
        self._screen = screen
        self._page: ReportPage | None = None
        #: The sales that the report tells of; none: no report is shown.
        self._told: frozenset[int] = frozenset()
        self._applying = applying
        applying.reported.connect(self._show)
        applying.unreported.connect(self.leave)

    @property
    def is_shown(self) -> bool:
        """Whether a report stands where the preview would."""
        return self._page is not None

    def touched(self, touched: Touched) -> bool:
        """Sales were changed; whether the preview need not look. Where the repair that is told
        was taken back here, its report is of no use any more."""
        if not self.is_shown:
            return self._applying.concluding
        if self._told & touched.sales and not touched.elsewhere:
            self.leave()
        return True

    @Slot(object)
    def _show(self, report: RepairReport) -> None:
        # Loaded when there is a report: the preview is painted without it.
        from desktop_admin.gui.repair.report.page import ReportPage

        screen = self._screen
        page = ReportPage(screen.context, screen)
        page.analyse_wanted.connect(self.leave)
        page.undo_wanted.connect(self._take_back)
        page.ready.connect(screen.status_changed)
        page.show_report(report)
        self._told = frozenset(one.sale_id for one in report.changed)
        self._put(page)

    @Slot()
    def _take_back(self) -> None:
        """Take back what the report tells of, whatever was changed in this window since."""
        page = self._page
        if page is not None and page.report is not None and page.content is not None:
            outcome, text = page.report.outcome, page.content.headline
            back = self._screen.context.changes.back
            back.undo_part(Part(outcome.change_set, text, outcome.applied))

    def status(self) -> Status | None:
        """What the status line says of the report; None where none is shown."""
        return self._page.status() if self._page is not None else None

    @Slot()
    def leave(self) -> None:
        """Analyse again, and show what is left."""
        self._told = frozenset()
        self._put(None)
        self._screen.refresh()
        self._screen.take_focus()

    def _put(self, page: ReportPage | None) -> None:
        screen = self._screen
        if self._page is not None:
            self._page.hide()
            self._page.deleteLater()
        self._page = page
        screen.page.setVisible(page is None)
        layout = screen.layout()
        if page is not None and layout is not None:
            layout.addWidget(page)
            page.show()
            page.setFocus()
        screen.status_changed.emit()
