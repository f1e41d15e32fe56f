"""Preparing a database for changes: what that is, its statements, and doing it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from desktop_admin.gui._built.ui_prepare_dialog import Ui_PrepareDialog
from desktop_admin.gui.connection.fitting import fit_screen
from desktop_admin.gui.connection.result import ConnectionResult
from desktop_admin.gui.connection.words import Tone, Verdict, trouble_testing
from desktop_admin.gui.context import Context
from desktop_admin.gui.errors import explain
from desktop_admin.gui.shell.connection_view import why
from desktop_admin.gui.text import fill, one_line
from desktop_admin.sources.base import ReadOnlyReason, Refused, Report, SalesSource, SourceError

SIZE = QSize(720, 600)
_TAB = 4
SMALLEST = QSize(560, 420)


class PrepareDialog(QDialog):
    """Explains, shows the statements, and makes our tables where it is asked to."""

    #: The database can be changed from now on: the session should be looked at again.
    prepared = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Over the source that is open now; without one there is nothing to do but to close."""
        super().__init__(parent)
        self._ui = Ui_PrepareDialog()
        self._ui.setupUi(self)
        self.setMinimumSize(SMALLEST)
        fit_screen(self, SIZE)
        self._context = context
        self._source: SalesSource | None = context.session.source
        self._busy = False
        self.outcome = ConnectionResult(context.theme, self._ui.content)
        self._ui.lines.addWidget(self.outcome)
        font = context.theme.fixed_font()
        self._ui.sql.setFont(font)
        self._ui.sql.setTabStopDistance(_TAB * QFontMetricsF(font).horizontalAdvance(" "))
        self._ui.copy.clicked.connect(self._copy)
        self._ui.save.clicked.connect(self._choose_file)
        self._ui.close.clicked.connect(self.reject)
        self._ui.prepare.clicked.connect(self._prepare)
        for button in (self._ui.copy, self._ui.save):
            button.setEnabled(False)
        self._ui.prepare.setFocus()
        self._say_beforehand()
        self._read_statements()

    def reject(self) -> None:
        """Close, but not while tables are being made: one shall hear how it ended."""
        if not self._busy:
            super().reject()

    def _say_beforehand(self) -> None:
        """Whether it can be done here, before anybody tries."""
        info = self._context.session.info
        reason = info.read_only if info is not None else None
        done = info is not None and info.prepared
        hindered = reason not in (None, ReadOnlyReason.NOT_PREPARED)
        if done:
            self._say_done()
        elif hindered:
            self.outcome.say(
                Verdict(
                    Tone.WARNING,
                    self.tr("It cannot be done from here"),
                    self._hand_over(why(reason)),
                )
            )
        self._may_prepare(self._source is not None and not done and not hindered)

    def _may_prepare(self, may: bool) -> None:
        self._ui.prepare.setEnabled(may)
        if not may:
            self._ui.close.setDefault(True)
            self._ui.close.setFocus()

    def _hand_over(self, reason: str) -> str:
        advice = self.tr(
            "%1 Hand the statements above to whoever administers the database: run once, they "
            "do the same."
        )
        return fill(advice, reason)

    def _read_statements(self) -> None:
        source = self._source
        if source is None:
            return

        def read(_: Report) -> Sequence[str]:
            return source.preparation()

        self._context.jobs.ask(
            read, self._show_statements, self._no_statements, owner=self, topic="statements"
        )

    def _show_statements(self, statements: Sequence[str]) -> None:
        shown = "\n\n".join(f"{statement.strip()};" for statement in statements)
        self._ui.sql.setPlainText(f"{shown}\n")
        for button in (self._ui.copy, self._ui.save):
            button.setEnabled(True)

    def _no_statements(self, error: SourceError) -> None:
        self.outcome.say(trouble_testing(error), error.detail)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._ui.sql.toPlainText())
        self._ui.sql_said.setText(self.tr("Copied."))

    @Slot()
    def _choose_file(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Save the statements"),
            "desktop_admin.sql",
            self.tr("SQL files (*.sql);;All files (*)"),
        )
        if path:
            self.save_statements(Path(path))

    def save_statements(self, path: Path) -> None:
        """Write the statements into a file."""
        text = self._ui.sql.toPlainText()

        def write(_: Report) -> OSError | None:
            try:
                path.write_text(text, encoding="utf-8")
            except OSError as error:
                return error
            return None

        self._context.jobs.ask(write, self._written, self._no_statements, owner=self, topic="file")

    def _written(self, error: OSError | None) -> None:
        if error is None:
            self._ui.sql_said.setText(self.tr("Saved."))
            return
        said = fill(self.tr("The file could not be written: %1"), one_line(str(error)))
        self._ui.sql_said.setText(said)

    @Slot()
    def _prepare(self) -> None:
        source = self._source
        if source is None:
            return

        def work(_: Report) -> None:
            source.prepare()

        self._busy = True
        self._ui.prepare.setEnabled(False)
        self._ui.close.setEnabled(False)
        self.outcome.say(Verdict(Tone.BUSY, self.tr("Preparing…")))
        self._context.jobs.ask(work, self._done, self._failed, owner=self, topic="prepare")

    def _done(self, _: None) -> None:
        self._end()
        self._say_done()
        self._may_prepare(False)
        self.prepared.emit()

    def _say_done(self) -> None:
        self.outcome.say(
            Verdict(
                Tone.GOOD,
                self.tr("The database is prepared"),
                self.tr("Changes can be made from now on, and each can be taken back."),
            )
        )

    def _failed(self, error: SourceError) -> None:
        self._end()
        self._ui.prepare.setEnabled(True)
        said = explain(error)
        if isinstance(error, Refused):
            text = self._hand_over(self.tr("This login may not make tables."))
            verdict = Verdict(Tone.ERROR, self.tr("The database was not prepared"), text)
        else:
            verdict = Verdict(Tone.ERROR, said.title, said.meaning)
        self.outcome.say(verdict, error.detail)

    def _end(self) -> None:
        self._busy = False
        self._ui.close.setEnabled(True)
