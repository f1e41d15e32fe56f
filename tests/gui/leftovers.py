"""Finds what a test of the window left behind: windows, threads, jobs and timers."""

import gc

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QWidget

PATIENCE_MS = 30_000


def top_level_widgets() -> dict[int, str]:
    """Every living top-level widget of the program, by its address, with a name to show."""
    return {
        shiboken6.getCppPointer(widget)[0]: _name(widget)
        for widget in QApplication.topLevelWidgets()
        if shiboken6.isValid(widget)
    }


def running_objects() -> dict[int, str]:
    """Every running QThread and active QTimer that Python holds, with a name to show."""
    found: dict[int, str] = {}
    for item in gc.get_objects():
        if type(item).__module__ == "weakref" or not isinstance(item, QThread | QTimer):
            continue
        if shiboken6.isValid(item) and _is_running(item):
            found[id(item)] = _name(item)
    return found


def settle() -> None:
    """Deliver what is due: deferred deletions, and the ends of jobs already cancelled."""
    QThreadPool.globalInstance().waitForDone(PATIENCE_MS)
    for _ in range(3):
        gc.collect()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QCoreApplication.processEvents()


def pool_jobs() -> int:
    """How many jobs the shared thread pool still runs."""
    return QThreadPool.globalInstance().activeThreadCount()


def _is_running(item: QThread | QTimer) -> bool:
    if isinstance(item, QTimer):
        return item.isActive()
    return item.isRunning() and item is not QThread.currentThread()


def _name(item: QObject) -> str:
    title = item.windowTitle() if isinstance(item, QWidget) else ""
    return f"{type(item).__qualname__} {item.objectName()!r} {title!r}"
