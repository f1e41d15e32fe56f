"""PySide6 6.12.0 on Python 3.11 takes a reference from None at each call that returns nothing.

After some thousands of calls the process is gone, without a word. This test guards the choice of
the version in pyproject.toml.
"""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 2_000
NOISE = 50


def lost_references(call: Callable[[], object]) -> int:
    """How many references None lost while `call` was made CALLS times."""
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        call()
    return before - sys.getrefcount(None)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_calls_that_return_nothing_leave_none_alone(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    timer = QTimer(label)
    model = QStandardItemModel(label)
    model.appendRow(QStandardItem("sale"))
    plain = QObject(label)
    calls: dict[str, Callable[[], object]] = {
        "QLabel.setText": lambda: label.setText("x"),
        "QWidget.setEnabled": lambda: label.setEnabled(True),
        "QWidget.update": label.update,
        "QTimer.setInterval": lambda: timer.setInterval(10),
        "QObject.setObjectName": lambda: plain.setObjectName("x"),
        "QStandardItem.setText": lambda: model.item(0).setText("x"),
    }
    lost = {name: lost_references(call) for name, call in calls.items()}
    assert {name: count for name, count in lost.items() if count > NOISE} == {}
