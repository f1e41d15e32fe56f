"""Which sales are selected: the rows one picked, or a frozen list of all that matched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop_admin.gui.context import Context
from desktop_admin.gui.jobs import Job, Priority
from desktop_admin.gui.models.sales import SalesModel
from desktop_admin.gui.widgets.selection import IdSet
from desktop_admin.gui.widgets.table_view import TableView
from desktop_admin.sources.base import Report, SaleQuery, SourceError, Totals

#: A selection that grows under the mouse is summed once it rests.
PAUSE_MS = 150


@dataclass(frozen=True, slots=True)
class Frozen:
    """Sales that stay selected whatever the table shows; none comes to them by itself."""

    ids: Sequence[int]
    at: datetime
    #: What they were all sales of; None: they were picked by hand.
    query: SaleQuery | None


class SaleSelection(QObject):
    """Knows which sales are selected and what they come to; `changed` tells of both."""

    changed = Signal()

    def __init__(
        self, context: Context, table: TableView, model: SalesModel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.frozen: Frozen | None = None
        #: None until they are added up.
        self.totals: Totals | None = None
        self.failed = False
        self._context = context
        self._table = table
        self._model = model
        self._job: Job[Totals] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        table.selected.connect(self._picked)

    @property
    def count(self) -> int:
        """How many sales are selected."""
        return len(self.frozen.ids) if self.frozen else self._table.selected_count()

    def ids(self) -> Sequence[int]:
        """Their ids, in the order of the table they were selected in; not to be changed."""
        return self.frozen.ids if self.frozen else self._table.selected_ids()

    def freeze(self, ids: Sequence[int], query: SaleQuery | None) -> None:
        """Select exactly these, and keep them."""
        at = self._context.clock()

        def work(_: Report) -> IdSet:
            return IdSet(ids)

        def made(members: IdSet) -> None:
            self.frozen = None
            self._table.clearSelection()
            self.frozen = Frozen(ids, at, query)
            self._model.mark(members)
            self._start()

        self._context.jobs.ask(
            work, made, self._not_done, owner=self, topic="freeze", priority=Priority.FIRST
        )

    @Slot()
    def clear(self) -> None:
        """Select nothing."""
        self._thaw()
        self._table.clearSelection()
        self._start()

    @Slot()
    def _picked(self) -> None:
        """Rows were picked by hand, or the model was filled anew, which picks none."""
        if self.frozen is not None and not self._table.selected_count():
            return
        self._thaw()
        self._start()

    def _thaw(self) -> None:
        if self.frozen is not None:
            self.frozen = None
            self._model.mark(())

    @Slot()
    def add_up_again(self) -> None:
        """The selected sales may come to something else now."""
        self._start()

    def _start(self) -> None:
        self.totals = None
        self.failed = False
        if self._job is not None:
            self._job.cancel()
        self._pause.start()
        self.changed.emit()

    @Slot()
    def _ask(self) -> None:
        source = self._context.session.source
        ids = self.ids()
        if source is None or not ids:
            return

        def work(report: Report) -> Totals:
            return source.totals(ids, report)

        self._job = self._context.jobs.ask(
            work, self._done, self._not_done, owner=self, topic="sum", priority=Priority.LATER
        )

    def _done(self, totals: Totals) -> None:
        self.totals = totals
        self.changed.emit()

    def _not_done(self, _: SourceError) -> None:
        # The table itself says what is wrong with the source; here there is just no sum.
        self.failed = True
        self.changed.emit()
