"""Saves files off the window's thread, whole or not at all."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_admin.gui.context import Context
from desktop_admin.gui.messages import MessageKind
from desktop_admin.gui.text import fill, one_line
from desktop_admin.reports.sheets import RowsChanged
from desktop_admin.sources.base import ConnectionLost, Report, SourceError

#: Writes a file; hears how far it is, and may be cancelled.
Write = Callable[[Path, Report], None]

#: Where the folder is remembered that was saved to last.
_FOLDER = "export.folder"
#: Writing takes minutes where there is much: workers are left for what one looks at meanwhile.
_AT_ONCE = 2


class FileKind(NamedTuple):
    """A kind of file: its ending, and how the dialog calls it: Excel workbook (*.xlsx)."""

    ending: str
    name: str


class Saver(QObject):
    """Asks where, writes on a worker, tells how it ended."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._window = parent
        self._waiting: deque[tuple[str, Path, Write]] = deque()
        context.jobs.tasks_changed.connect(self._go_on)

    def ask(self, title: str, name: str, at: datetime, kind: FileKind, write: Write) -> None:
        """Ask for a file of that kind, called `name` with the day and time of `at` if nothing
        else is chosen, and save there; the work is called `title`."""
        local = at.astimezone(self._context.formats.zone)
        suggested = self._folder() / f"{name}-{local:%Y-%m-%d-%H%M}{kind.ending}"
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, str(suggested), kind.name)
        if not chosen:
            return
        path = Path(chosen)
        self._context.memory.put(_FOLDER, str(path.parent))
        if path.suffix.lower() == kind.ending:
            self.save(title, path, write)
            return
        path = path.with_name(path.name + kind.ending)
        if _is_there(path):
            # The dialog has asked about the name without its ending.
            self._ask_to_replace(title, path, write)
        else:
            self.save(title, path, write)

    def _ask_to_replace(self, title: str, path: Path, write: Write) -> None:
        # Loaded when it is asked.
        from desktop_admin.gui.widgets.question import Answer, Question, Weight

        answers = (
            Answer("stay", self.tr("Cancel"), Weight.STAY),
            Answer("replace", self.tr("Replace"), Weight.LOSS),
        )
        asked = fill(self.tr("“%1” is already there"), one_line(path.name))
        meaning = self.tr("What it holds would be lost.")
        act = partial(self._replace, title, path, write)
        Question(self._context.theme, self._window, asked, meaning, answers, act).open()

    def _replace(self, title: str, path: Path, write: Write, answer: str) -> None:
        if answer == "replace":
            self.save(title, path, write)

    def save(self, title: str, path: Path, write: Write) -> None:
        """Write `path` on a worker; the work is called `title`. Where enough is under way, once
        some of that has ended."""
        if self._busy:
            self._waiting.append((title, path, write))
            text = self.tr("“%1” is written as soon as other work has ended.")
            self._context.messages.say(fill(text, one_line(path.name)))
        else:
            self._start(title, path, write)

    @property
    def _busy(self) -> bool:
        return len(self._context.jobs.tasks) >= _AT_ONCE

    @Slot()
    def _go_on(self) -> None:
        while self._waiting and not self._busy:
            self._start(*self._waiting.popleft())

    def _start(self, title: str, path: Path, write: Write) -> None:
        def work(report: Report) -> OSError | RowsChanged | None:
            try:
                write(path, report)
            except (OSError, RowsChanged) as error:
                return error
            return None

        self._context.jobs.ask(
            work,
            partial(self._ended, path),
            self._failed,
            owner=self,
            title=title,
            on_stopped=self._stopped,
        )

    def _folder(self) -> Path:
        """Where one saved the last time. Whether that is still there is for the dialog to see: a
        share that is gone would hold the window up."""
        held = self._context.memory.get(_FOLDER, "")
        if held:
            return Path(held)
        place = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(place))

    def _ended(self, path: Path, error: OSError | RowsChanged | None) -> None:
        messages = self._context.messages
        if error is None:
            text = fill(self.tr("Saved: %1"), one_line(str(path)))
            messages.say(text, action=self.tr("Open"), on_action=partial(_open, path))
            return
        # Loaded when something goes wrong.
        from desktop_admin.gui.export.troubles import changed_meanwhile, trouble

        text = trouble(error, path) if isinstance(error, OSError) else changed_meanwhile()
        messages.say(text, MessageKind.ERROR)

    def _failed(self, error: SourceError) -> None:
        # Loaded when something goes wrong.
        from desktop_admin.gui.errors import explain
        from desktop_admin.gui.export.troubles import unanswered

        if isinstance(error, ConnectionLost):
            self._context.session.lose(error)
        self._context.messages.say(unanswered(explain(error).sentences), MessageKind.ERROR)

    def _stopped(self) -> None:
        self._context.messages.say(self.tr("Cancelled. Nothing was saved."), MessageKind.WARNING)


def _is_there(path: Path) -> bool:
    """Whether a file would be replaced. What is wrong with a name or a folder is told by whoever
    writes."""
    try:
        return path.exists()
    except OSError:
        return False


def _open(path: Path) -> None:
    """Open a file with what the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
