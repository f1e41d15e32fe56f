"""The guard that fails a test for what it leaves behind sees each kind of it."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QThread, QThreadPool, QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.gui import leftovers


def everything() -> set[str]:
    leftovers.settle()
    return {*leftovers.top_level_widgets().values(), *leftovers.running_objects().values()}


@contextmanager
def seen(name: str) -> Iterator[None]:
    """What the body undoes is seen before, and no more after."""
    assert [found for found in everything() if name in found] != []
    yield
    assert [found for found in everything() if name in found] == []


def test_a_window_nobody_closed(qtbot: QtBot) -> None:
    window = QWidget()
    window.setObjectName("left behind")
    with seen("left behind"):
        window.deleteLater()
        del window


def test_a_timer_nobody_stopped(qtbot: QtBot) -> None:
    timer = QTimer()
    timer.setObjectName("ticking")
    timer.start(10_000)
    with seen("ticking"):
        timer.stop()


def test_a_thread_nobody_ended(qtbot: QtBot) -> None:
    thread = QThread()
    thread.setObjectName("running")
    thread.start()
    with seen("running"):
        thread.quit()
        thread.wait()


def test_a_job_nobody_waited_for(qtbot: QtBot) -> None:
    go_on = False

    def job() -> None:
        while not go_on:
            QThread.msleep(1)

    QThreadPool.globalInstance().start(job)
    assert leftovers.pool_jobs() == 1
    go_on = True
    leftovers.settle()
    assert leftovers.pool_jobs() == 0
