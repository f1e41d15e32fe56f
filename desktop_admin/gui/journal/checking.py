"""Checks the journal's chain off the window's thread, and says what was found."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from desktop_admin.gui.context import Context
from desktop_admin.gui.messages import MessageKind
from desktop_admin.sources.base import Report, SourceError


class JournalChecker(QObject):
    """One check at a time."""

    #: A check begins or has ended.
    working_changed = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.working = False

    @Slot()
    def check(self) -> None:
        """Check every entry and row."""
        source = self._context.session.source
        if source is None or self.working:
            return
        language, zone = self._context.language, self._context.formats.zone.key

        def work(report: Report) -> tuple[bool, str]:
            # Imported here: what writes sentences loads libraries the window starts without.
            from desktop_admin.wording.changes import check
            from desktop_admin.wording.words import Words

            found = source.check_journal(report)
            return found.fault is None, check(Words(language, zone), found)

        self._context.jobs.ask(
            work,
            self._checked,
            self._failed,
            owner=self,
            title=self.tr("Checking the journal"),
            on_stopped=self._stopped,
        )
        self._be(working=True)

    def _checked(self, answer: tuple[bool, str]) -> None:
        self._be(working=False)
        intact, text = answer
        self._context.messages.say(text, MessageKind.DONE if intact else MessageKind.ERROR)

    def _failed(self, error: SourceError) -> None:
        self._be(working=False)
        self._context.messages.fail(error)

    def _stopped(self) -> None:
        self._be(working=False)
        text = self.tr("Cancelled. The journal was not checked to its end.")
        self._context.messages.say(text, MessageKind.WARNING)

    def _be(self, *, working: bool) -> None:
        self.working = working
        self.working_changed.emit()
