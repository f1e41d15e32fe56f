"""Real windows for tests, over sources in memory, taken down to the last timer."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_admin import settings
from desktop_admin.domain.clock import frozen_clock
from desktop_admin.gui.app import Parts, Way, assemble
from desktop_admin.gui.language import fall_silent, speak
from desktop_admin.gui.memory import Memory
from desktop_admin.gui.preferences import Preferences
from desktop_admin.gui.shell.screen import Screen
from desktop_admin.gui.widgets.table_screen import TableScreen
from desktop_admin.sources.base import SalesSource
from tests.gui.fakes import NOW, FakeSource

#: So long the window's own pauses are at most.
PAUSE_MS = 300
#: So often work that ends may call for other work by way of the event loop.
LOOKS = 4

W = TypeVar("W", bound=QWidget)


@contextmanager
def window_over(
    qtbot: QtBot,
    source: FakeSource | Callable[[], SalesSource],
    language: str = "fr",
    theme: settings.Theme = settings.Theme.LIGHT,
    **others: Any,
) -> Iterator[Parts]:
    """A window over `source` (or what opens it), shown and connecting. It stands where the operator
    was the last time: at `place`, or as `memory` tells."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    installed = speak(application, language)
    opener = source if callable(source) else source.as_source
    parts = assemble(
        application,
        way=Way("Kinshasa", opener, production=others.get("production", False)),
        clock=others.get("clock", frozen_clock(NOW)),
        language=language,
        preferences=others.get("preferences", Preferences(settings.Settings(theme=theme))),
        memory=others.get("memory") or _at(others.get("place", "assignment")),
    )
    parts.window.resize(1300, 720)
    parts.start()
    try:
        qtbot.waitUntil(lambda: bool(parts.window.navigation.current))
        yield parts
    finally:
        if isinstance(source, FakeSource) and source.gate is not None:
            source.gate.set()
        assert parts.stop()
        parts.window.close()
        parts.window.deleteLater()
        fall_silent(application, installed)
        application.setStyleSheet("")
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _at(place: str) -> Memory:
    memory = Memory()
    memory.put("window.place", place)
    return memory


def rested(qtbot: QtBot, parts: Parts, looks: int = LOOKS) -> None:
    """Wait until the window has no work under way, and none that painting or a pause in what is
    typed will ask for: it is looked at so many times, 10 ms apart."""
    quiet = 0

    def rests() -> bool:
        nonlocal quiet
        quiet = 0 if parts.context.jobs.busy or _is_pausing(parts) else quiet + 1
        return quiet > looks

    qtbot.waitUntil(rests)


def _is_pausing(parts: Parts) -> bool:
    """Whether something waits a moment before it asks."""
    timers = parts.window.findChildren(QTimer)
    return any(
        timer.isActive() and timer.isSingleShot() and timer.interval() <= PAUSE_MS
        for timer in timers
    )


def go(qtbot: QtBot, parts: Parts, key: str) -> TableScreen:
    """Go to a place and wait for its rows."""
    parts.window.navigation.choose(key)
    rested(qtbot, parts)
    return table_screen(parts.window.current)


def table_screen(screen: Screen) -> TableScreen:
    assert isinstance(screen, TableScreen)
    return screen


def child(parent: QWidget, kind: type[W], name: str) -> W:
    """The child of that name, as the form calls it."""
    found = parent.findChild(kind, name)
    assert isinstance(found, kind), name
    return found


def label_text(parent: QWidget, name: str) -> str:
    """What a label of the form says."""
    return child(parent, QLabel, name).text()


def texts(screen: TableScreen, column: int) -> list[str]:
    """What a column says, from top to bottom."""
    model = screen.page.table.table_model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def watched(screen: TableScreen) -> QAbstractItemModelTester:
    """A tester that fails the test at the first wrong signal of the screen's model."""
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    return QAbstractItemModelTester(screen.page.table.table_model(), mode, screen)
