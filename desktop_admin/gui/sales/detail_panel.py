"""The panel beside the table: the sale one looks at, or what several selected ones come to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QFrame, QWidget

from desktop_admin.domain.evidence import Verdict
from desktop_admin.domain.model import Sale
from desktop_admin.gui._built.ui_sale_detail import Ui_SaleDetail
from desktop_admin.gui.context import Context
from desktop_admin.gui.errors import explain
from desktop_admin.gui.jobs import Job, Priority
from desktop_admin.gui.models.columns import Cell
from desktop_admin.gui.sales.columns import SaleCells
from desktop_admin.gui.sales.detail import (
    SUMMED_UP,
    SaleDetail,
    Summary,
    read_detail,
    read_summary,
    read_verdict,
)
from desktop_admin.gui.sales.detail_body import SaleSections
from desktop_admin.gui.sales.orphan_words import OrphanText, OrphanWords
from desktop_admin.gui.sales.selection import SaleSelection
from desktop_admin.gui.text import one_line, tooltip
from desktop_admin.gui.touched import Touched
from desktop_admin.gui.widgets import sections
from desktop_admin.gui.widgets.flow_layout import FlowLayout
from desktop_admin.sources.base import Report, SourceError

ICON = 16
#: Arrow keys that run through the rows ask once they rest.
PAUSE_MS = 80
#: An answer that takes longer is said to be awaited.
PATIENCE_MS = 200


class DetailPanel(QFrame):
    """Shows what is selected; reads it itself, off the GUI thread."""

    close_wanted = Signal()
    #: The orphans among these sales (ids) shall go to a boutique: its id, or None to be asked.
    assign_wanted = Signal(object, object)

    def __init__(self, context: Context, cells: SaleCells, selection: SaleSelection) -> None:
        super().__init__()
        self._context = context
        self._cells = cells
        self._selection = selection
        self._ids: Sequence[int] = ()
        self._detail: SaleDetail | None = None
        self._verdict: Verdict | None = None
        self._suggested: int | None = None
        self._job: Job[SaleDetail] | Job[Summary] | None = None
        self._sections = SaleSections(context, cells, self)
        self._orphans = OrphanWords(context, self)
        self._ui = Ui_SaleDetail()
        self._ui.setupUi(self)
        ui = self._ui
        buttons = FlowLayout(ui.orphan_buttons)
        for button in (ui.assign, ui.assign_other):
            buttons.addWidget(button)
        for button in (ui.copy, ui.close):
            button.setIconSize(QSize(ICON, ICON))
        ui.copy.clicked.connect(self._copy)
        ui.close.clicked.connect(self.close_wanted)
        ui.assign.clicked.connect(self._assign)
        ui.assign_other.clicked.connect(self._assign_other)
        self._pause = self._timer(PAUSE_MS)
        self._pause.timeout.connect(self._read)
        self._patience = self._timer(PATIENCE_MS)
        self._patience.timeout.connect(self._say_reading)
        selection.changed.connect(self._selection_changed)
        context.theme.changed.connect(self._dress)
        context.session.changed.connect(self._say_rights)
        self._dress()
        self._say_nothing()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what was selected while nobody saw it."""
        super().showEvent(event)
        self._pause.start()

    def touched(self, touched: Touched) -> None:
        """Rows were changed: read again what shows one of them."""
        sale = self._detail.sale if self._detail else None
        mine = len(self._ids) > 1 or (sale is not None and sale.terminal_id in touched.terminals)
        if mine or not touched.sales.isdisjoint(self._ids[:1]):
            self._ids = ()
            self._pause.start()

    # What is selected.
    @Slot()
    def _selection_changed(self) -> None:
        if self.isVisible():
            self._pause.start()

    @Slot()
    def _read(self) -> None:
        """Ask for what is selected, unless it is shown already, or nobody sees it."""
        if not self.isVisible():
            return
        selection = self._selection
        count = selection.count
        if count > SUMMED_UP:
            self._ids = ()
            self._show_many(count)
            return
        ids = list(selection.ids())
        if ids == list(self._ids):
            if len(ids) > 1:
                self._say_sum(len(ids))
            return
        self._drop()
        self._ids = ids
        if not ids:
            self._say_nothing()
        elif len(ids) == 1:
            self._ask_one(ids[0])
        else:
            self._say_sum(len(ids))
            self._ask_several(ids)

    def _drop(self) -> None:
        """Whatever is awaited is of something else."""
        if self._job is not None:
            self._job.cancel()
        self._detail = self._verdict = self._suggested = None

    def _ask_one(self, id_: int) -> None:
        source = self._context.session.source
        if source is None:
            return

        def work(_: Report) -> SaleDetail:
            return read_detail(source, id_)

        self._patience.start()
        self._job = self._context.jobs.ask(
            work, self._show_one, self._failed, owner=self, topic="detail", priority=Priority.FIRST
        )

    def _ask_several(self, ids: Sequence[int]) -> None:
        source = self._context.session.source
        if source is None:
            return

        def work(_: Report) -> Summary:
            return read_summary(source, ids)

        self._patience.start()
        self._job = self._context.jobs.ask(
            work, self._show_several, self._failed, owner=self, topic="detail"
        )

    def _ask_verdict(self, sale: Sale) -> None:
        source = self._context.session.source
        if source is None:
            return

        def work(report: Report) -> Verdict | None:
            return read_verdict(source, sale, report)

        self._context.jobs.ask(
            work, self._heard, self._not_heard, owner=self, topic="verdict", priority=Priority.LATER
        )

    # What is shown.
    def _show_one(self, detail: SaleDetail) -> None:
        self._patience.stop()
        self._detail = detail
        sale = detail.sale
        self._fill(self._sections.of_sale(detail))
        if sale is None:
            self._head(self._cells.gone.text, "", self._cells.gone)
            self._ui.orphan.hide()
            return
        money = self._context.formats.money(sale.money)
        self._head(sale.number, money, self._cells.states[sale.state], copies=True)
        if sale.boutique_id is None:
            self._say_orphan(self._orphans.of_sale(sale, detail, None))
            self._ask_verdict(sale)
        else:
            self._ui.orphan.hide()

    def _heard(self, verdict: Verdict | None) -> None:
        detail = self._detail
        if verdict is None or detail is None or detail.sale is None:
            return
        if detail.sale.boutique_id is None:
            self._suggested = verdict.target
            self._say_orphan(self._orphans.of_sale(detail.sale, detail, verdict))

    def _not_heard(self, _: SourceError) -> None:
        """The witnesses only advise: without them the sale is shown all the same."""

    def _show_several(self, summary: Summary) -> None:
        self._patience.stop()
        self._say_sum(summary.sales)
        self._fill(self._sections.of_several(summary))
        if summary.orphans:
            self._say_orphan(self._orphans.of_several(summary.orphans, summary.sales))
        else:
            self._ui.orphan.hide()

    def _show_many(self, count: int) -> None:
        self._drop()
        self._patience.stop()
        self._say_sum(count)
        limit = self._context.formats.count(SUMMED_UP)
        self._fill([sections.note(self._orphans.too_many(limit))])
        self._say_orphan(self._orphans.of_several(None, count))

    def _say_sum(self, count: int) -> None:
        totals = self._selection.totals
        formats = self._context.formats
        amounts = "\n".join(map(formats.money, totals.amounts.moneys())) if totals else "…"
        self._head(self.tr("%Ln sale(s) selected", "", count), amounts, Cell(""))

    def _say_nothing(self) -> None:
        self._patience.stop()
        self._head(self.tr("No sale selected"), "", Cell(""))
        self._ui.orphan.hide()
        self._fill([sections.note(self.tr("Select a sale to see its articles and its journal."))])

    @Slot()
    def _say_reading(self) -> None:
        self._ui.orphan.hide()
        self._fill([sections.note(self.tr("Reading…"))])

    def _failed(self, error: SourceError) -> None:
        self._patience.stop()
        self._ids = ()
        self._ui.orphan.hide()
        self._fill([sections.note(explain(error).sentences)])

    def _head(self, title: str, amount: str, state: Cell, *, copies: bool = False) -> None:
        ui = self._ui
        # It may be broken after each of its parts.
        ui.number.setText(one_line(title).replace("-", "-\u200b"))
        ui.number.setAccessibleName(one_line(title))
        ui.number.setToolTip(tooltip(title))
        ui.copy.setVisible(copies)
        ui.amount.setText(amount)
        ui.amount.setVisible(bool(amount))
        ui.state.setText(state.text)
        ui.state_icon.setVisible(bool(state.icon))
        if state.icon:
            ink = state.icon_ink or state.ink or "text"
            ratio = self.devicePixelRatio()
            icons = self._context.theme.icons
            ui.state_icon.setPixmap(icons.pixmap(state.icon, ink, ICON, ratio))
        ui.state.setToolTip(tooltip(state.tooltip))

    def _say_orphan(self, said: OrphanText) -> None:
        ui = self._ui
        ui.orphan_title.setText(said.title)
        ui.orphan_text.setText(said.text)
        ui.orphan_text.setVisible(bool(said.text))
        ui.assign.setText(said.assign.replace("&", "&&"))
        ui.assign_other.setVisible(self._suggested is not None)
        self._say_rights()
        ui.orphan.show()

    @Slot()
    def _say_rights(self) -> None:
        why_not = self._context.changes.why_not()
        for button in (self._ui.assign, self._ui.assign_other):
            button.setEnabled(not why_not)
            button.setToolTip(tooltip(why_not))

    def _fill(self, widgets: Sequence[QWidget]) -> None:
        layout = self._ui.sections
        sections.empty(layout)
        for widget in widgets:
            layout.addWidget(widget)
        layout.addStretch(1)
        self._ui.scroll.verticalScrollBar().setValue(0)

    # What the buttons do.
    @Slot()
    def _copy(self) -> None:
        if self._detail is not None and self._detail.sale is not None:
            QGuiApplication.clipboard().setText(self._detail.sale.number)
            self._context.messages.say(self.tr("Sale number copied"))

    @Slot()
    def _assign(self) -> None:
        self.assign_wanted.emit(self._told(), self._suggested)

    @Slot()
    def _assign_other(self) -> None:
        self.assign_wanted.emit(self._told(), None)

    def _told(self) -> Sequence[int]:
        """The sales the panel speaks of: another row may just have been selected."""
        return self._ids or self._selection.ids()

    @Slot()
    def _dress(self) -> None:
        icons, ratio = self._context.theme.icons, self.devicePixelRatio()
        self._ui.copy.setIcon(icons.icon("copy", "muted", size=ICON))
        self._ui.close.setIcon(icons.icon("close", "muted", size=ICON))
        self._ui.orphan_icon.setPixmap(icons.pixmap("orphan", "orphan", ICON, ratio))
        self._ids = ()
        self._pause.start()

    def _timer(self, interval: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        return timer
