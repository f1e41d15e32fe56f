"""An error nobody foresaw is said, once, and the program goes on."""

import threading
from pathlib import Path

from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from desktop_admin.gui.crash_dialog import CrashTeller


def messages() -> list[QMessageBox]:
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, QMessageBox) and widget.isVisible()
    ]


def test_a_crash_on_any_thread_is_told_once_at_a_time(qtbot: QtBot) -> None:
    teller = CrashTeller()
    worker = threading.Thread(target=teller.tell, args=(Path("crash-1.txt"),))
    worker.start()
    worker.join()
    teller.tell(Path("crash-2.txt"))
    qtbot.waitUntil(lambda: len(messages()) == 1)
    assert "crash-1.txt" in messages()[0].informativeText()
    messages()[0].close()
    qtbot.waitUntil(lambda: not messages())
    teller.tell(Path("crash-3.txt"))
    qtbot.waitUntil(lambda: len(messages()) == 1)
    messages()[0].close()
