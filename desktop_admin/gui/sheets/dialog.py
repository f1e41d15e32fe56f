"""Monthly sheets: of which month, of which boutiques, as what, into which folder."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, QStandardPaths, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from desktop_admin.domain.model import Boutique
from desktop_admin.gui._built.ui_sheets_dialog import Ui_SheetsDialog
from desktop_admin.gui.connection.fitting import fit_screen
from desktop_admin.gui.context import Context
from desktop_admin.gui.jobs import Job
from desktop_admin.gui.period import month_text
from desktop_admin.gui.sheets import writing
from desktop_admin.gui.sheets.asking import existing_question
from desktop_admin.gui.sheets.boutique_list import BoutiqueList
from desktop_admin.gui.sheets.writing import Kind, Looked, Order, Written
from desktop_admin.gui.text import fill, one_line
from desktop_admin.sources.base import ConnectionLost, Report, SourceError, Step

_SIZE, _SMALLEST = QSize(640, 620), QSize(480, 400)
#: So many months back can be chosen.
_MONTHS = 60
_LOOK_MS = 100
_FOLDER, _KINDS = "sheets.folder", "sheets.kinds"


class SheetsDialog(QDialog):
    """Writes the sheets while it is open; stopped, it keeps what is written whole."""

    def __init__(self, context: Context, parent: QWidget, boutique: int | None = None) -> None:
        """`boutique`: the only one that is ticked; None: all that are open."""
        super().__init__(parent)
        self.setModal(True)
        self._context = context
        self._only = boutique
        self._job: Job[Written] | None = None
        self.ui = Ui_SheetsDialog()
        self.ui.setupUi(self)
        self.setMinimumSize(_SMALLEST)
        fit_screen(self, _SIZE)
        self.boutiques = BoutiqueList(context.theme, self.ui.search, self.ui.options)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._fill()
        self._connect()
        self._show_work()
        self._read()

    def reject(self) -> None:
        """Stop the work, where there is some; else close."""
        if self._job is not None:
            self._job.stop()
            self._show_work()
            return
        super().reject()

    def done(self, result: int) -> None:
        """Close, and go."""
        super().done(result)
        self.deleteLater()

    @property
    def month(self) -> date:
        """The first day of the chosen month."""
        found: date = self.ui.month.currentData()
        return found

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """As what it is written."""
        boxes = ((Kind.PDF, self.ui.pdf), (Kind.XLSX, self.ui.xlsx))
        return tuple(kind for kind, box in boxes if box.isChecked())

    @property
    def order(self) -> Order:
        """What is asked for."""
        folder = Path(self.ui.folder.text().strip())
        return Order(self.month, self.boutiques.chosen, folder, self.kinds)

    # What there is to choose from.
    def _fill(self) -> None:
        ui, memory = self.ui, self._context.memory
        today = self._context.period.today
        for back in range(_MONTHS):
            months = today.year * 12 + today.month - 1 - back
            first = date(months // 12, months % 12 + 1, 1)
            ui.month.addItem(month_text(first), first)
        ui.month.setCurrentIndex(self._meant_month(today))
        place = QStandardPaths.StandardLocation.DocumentsLocation
        ui.folder.setText(memory.get(_FOLDER, "") or QStandardPaths.writableLocation(place))
        kinds = memory.get(_KINDS, Kind.PDF.value).split()
        ui.pdf.setChecked(Kind.PDF.value in kinds)
        ui.xlsx.setChecked(Kind.XLSX.value in kinds)

    def _meant_month(self, today: date) -> int:
        """The month in which the window's period ends; of all dates the last one that is over."""
        last = self._context.period.current.last
        if last is None:
            return 1
        last = min(last, today)
        back = (today.year - last.year) * 12 + today.month - last.month
        return min(back, _MONTHS - 1)

    def _connect(self) -> None:
        ui = self.ui
        self.boutiques.changed.connect(self._say)
        ui.all.clicked.connect(self.boutiques.tick_all)
        ui.none.clicked.connect(self.boutiques.tick_none)
        ui.choose.clicked.connect(self._choose_folder)
        ui.folder.textChanged.connect(self._say)
        ui.pdf.toggled.connect(self._say)
        ui.xlsx.toggled.connect(self._say)
        ui.cancel.clicked.connect(self.reject)
        ui.write.clicked.connect(self.look)
        self._timer.timeout.connect(self._show_work)

    def _read(self) -> None:
        source = self._context.session.source
        if source is None:
            return
        # So that what waits for the repair can be told of each boutique.
        self._context.orphans.ask()

        def work(_: Report) -> list[Boutique]:
            return [one for one in source.boutiques() if not one.depot]

        self._context.jobs.ask(work, self._offer, self._failed, owner=self, topic="boutiques")

    def _offer(self, boutiques: Sequence[Boutique]) -> None:
        self.boutiques.offer(boutiques, self._only)

    @Slot()
    def _choose_folder(self) -> None:
        title = self.tr("Where the sheets are written")
        chosen = QFileDialog.getExistingDirectory(self, title, self.ui.folder.text())
        if chosen:
            self.ui.folder.setText(chosen)

    @Slot()
    def _say(self) -> None:
        """What is chosen, and whether it can be written."""
        count = len(self.order.boutiques)
        self.ui.chosen.setText(self.tr("%Ln boutique(s) chosen", "", count))
        self._complain("")
        self._allow()

    def _allow(self) -> None:
        order = self.order
        whole = order.boutiques and order.kinds and self.ui.folder.text().strip()
        self.ui.write.setEnabled(bool(whole) and self._job is None)

    def _complain(self, text: str) -> None:
        self.ui.said.setText(text)
        self.ui.said.setVisible(bool(text))

    # Writing.
    @Slot()
    def look(self) -> None:
        """See which files exist, ask about them, and write."""
        source, order = self._context.session.source, self.order
        if source is None or not self.ui.write.isEnabled():
            return
        self._context.memory.put(_FOLDER, str(order.folder))
        self._context.memory.put(_KINDS, " ".join(kind.value for kind in order.kinds))
        self._complain("")
        self.ui.write.setEnabled(False)

        def work(_: Report) -> Looked:
            return writing.look(source, order)

        self._context.jobs.ask(
            work, partial(self._looked, order), self._failed, owner=self, topic="look"
        )

    def _looked(self, order: Order, looked: Looked) -> None:
        self._allow()
        if looked.missing:
            text = self.tr("The folder “%1” is not there. Choose another one.")
            self._complain(fill(text, one_line(str(order.folder))))
            return
        if not looked.existing:
            self._write(order, looked)
            return
        existing_question(self._context, self, looked, partial(self._answered, order, looked))

    def _answered(self, order: Order, looked: Looked, answer: str) -> None:
        if answer in ("keep", "replace"):
            self._write(order, looked, replace=answer == "replace")

    def _write(self, order: Order, looked: Looked, *, replace: bool = False) -> None:
        source = self._context.session.source
        if source is None:
            return
        wanted = Order(order.month, order.boutiques, order.folder, order.kinds, replace)
        plan, formats = self._context.orphans.plan, self._context.formats
        now = self._context.clock()

        def work(report: Report) -> Written:
            proposals = None if plan is None else plan.proposals
            return writing.write(source, wanted, looked.targets, formats, now, proposals, report)

        self._job = self._context.jobs.ask(
            work,
            partial(self._written, wanted),
            self._failed,
            owner=self,
            topic="write",
            title=self.tr("Monthly sheets"),
            on_stopped=self._ended,
        )
        self._show_work()

    def _show_work(self) -> None:
        """How far the work is."""
        job, ui = self._job, self.ui
        busy = job is not None
        for widget in (ui.month, ui.card, ui.folder, ui.choose, ui.pdf, ui.xlsx):
            widget.setEnabled(not busy)
        ui.progress.setVisible(busy)
        ui.step.setVisible(busy)
        if job is None:
            self._timer.stop()
            ui.cancel.setText(self.tr("Close"))
            ui.cancel.setEnabled(True)
            self._allow()
            return
        self._timer.start()
        ui.write.setEnabled(False)
        ui.cancel.setText(self.tr("Stop"))
        ui.cancel.setEnabled(not job.stopping)
        far = job.progress
        if far is None or far.step is not Step.WRITING:
            ui.progress.setRange(0, 0)
            ui.step.setText(self.tr("Adding up the sales…"))
            return
        ui.progress.setRange(0, far.total)
        ui.progress.setValue(far.done)
        count = self._context.formats.count
        ui.step.setText(fill(self.tr("%1 of %2"), count(far.done + 1), count(far.total)))

    def _written(self, order: Order, written: Written) -> None:
        self._ended()
        done = len(written.written)
        if written.error is not None:
            self._complain(self._trouble(written, written.error))
            return
        if written.stopped:
            text = self.tr("Stopped. %Ln file(s) were written and are whole.", "", done)
            self._complain(text)
            return
        told = self.tr("%Ln file(s) written to %1", "", done)
        if written.kept:
            told = self.tr("%Ln file(s) written to %1; those that existed were kept", "", done)
        self._context.messages.say(
            fill(told, one_line(str(order.folder))),
            action=self.tr("Open the folder"),
            on_action=partial(_open, order.folder),
        )
        self.accept()

    def _trouble(self, written: Written, error: OSError) -> str:
        path = written.failed
        name = one_line(path.name) if path is not None else ""
        why = one_line(error.strerror or type(error).__name__)
        text = self.tr("“%1” could not be written (%2).")
        if isinstance(error, PermissionError):
            # Of a full disk that would lead astray.
            text = self.tr(
                "“%1” could not be written (%2). See whether it is open in another program."
            )
        done = self.tr("%Ln file(s) were written before.", "", len(written.written))
        return "\n".join((fill(text, name, why), done))

    def _ended(self) -> None:
        self._job = None
        self._show_work()

    def _failed(self, error: SourceError) -> None:
        # Loaded when something goes wrong.
        from desktop_admin.gui.errors import explain

        self._ended()
        if isinstance(error, ConnectionLost):
            self._context.session.lose(error)
        self._complain(explain(error).sentences)


def _open(folder: Path) -> None:
    """Open a folder with what the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
