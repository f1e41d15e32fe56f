"""The sum of the selected sales, made off the GUI thread."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop_admin.domain.money import Amounts
from desktop_admin.gui.context import Context
from desktop_admin.gui.jobs import Job, Priority
from desktop_admin.sources.base import Progress, Report, SalesSource, SourceError, Step

CHUNK = 256
#: A selection that grows under the mouse is summed once it rests.
PAUSE_MS = 150


class SelectionSum(QObject):
    """Sums the selected sales whenever they change; `amounts` is None until that is done."""

    changed = Signal()

    def __init__(
        self, context: Context, selected: Callable[[], Sequence[int]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self.amounts: Amounts | None = None
        self.failed = False
        self._context = context
        self._job: Job[Amounts] | None = None
        self._selected = selected
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask)

    @Slot()
    def start(self) -> None:
        """The selection is another now."""
        self.amounts = None
        self.failed = False
        if self._job is not None:
            self._job.cancel()
        self._pause.start()

    @Slot()
    def _ask(self) -> None:
        source = self._context.session.source
        ids = self._selected()
        if source is None or not ids:
            return

        def work(report: Report) -> Amounts:
            return sum_of(source, ids, report)

        self._job = self._context.jobs.ask(
            work, self._done, self._not_done, owner=self, topic="sum", priority=Priority.LATER
        )

    def _done(self, amounts: Amounts) -> None:
        self.amounts = amounts
        self.changed.emit()

    def _not_done(self, _: SourceError) -> None:
        # The table itself says what is wrong with the source; here there is just no sum.
        self.failed = True
        self.changed.emit()


def sum_of(source: SalesSource, ids: Sequence[int], report: Report) -> Amounts:
    """What these sales come to, paid and uncancelled ones, each currency by itself."""
    cents: dict[str, int] = defaultdict(int)
    for start in range(0, len(ids), CHUNK):
        report(Progress(Step.READING, start, len(ids)))
        for sale in source.sales(ids[start : start + CHUNK]):
            if sale is not None and sale.counts:
                cents[sale.currency] += sale.cents
    return Amounts(cents)
