"""A real mouse and a real keyboard on a real (virtual) screen, by xdotool."""

import os
import shutil
import subprocess
import sys

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

#: Programs of a desktop look slower than a test: so long between two events.
PAUSE_MS = 60


def needs_a_screen() -> None:
    """Skip where there is no X screen or nothing to move its mouse."""
    if sys.platform != "linux" or shutil.which("xdotool") is None:
        pytest.skip("needs xdotool")
    if QGuiApplication.platformName() != "xcb" or not os.environ.get("DISPLAY"):
        pytest.skip("needs an X screen")


def click(qtbot: QtBot, widget: QWidget, at: QPoint | None = None, *held: str) -> None:
    """Move the mouse there and click, while the keys `held` are pressed."""
    place = widget.mapToGlobal(at if at is not None else widget.rect().center())
    ratio = widget.devicePixelRatio()
    _run("mousemove", str(int(place.x() * ratio)), str(int(place.y() * ratio)))
    qtbot.wait(PAUSE_MS)
    downs = [part for key in held for part in ("keydown", key)]
    ups = [part for key in held for part in ("keyup", key)]
    _run(*downs, "click", "1", *ups)
    qtbot.wait(PAUSE_MS)


def drag(qtbot: QtBot, start: QWidget, at: QPoint, end: QWidget, to: QPoint) -> None:
    """Press there, carry, rest a moment, and let go here. The program's own loop of the drag
    runs meanwhile, so the mouse is moved by another process."""
    first, last = (
        widget.mapToGlobal(place) * widget.devicePixelRatio()
        for widget, place in ((start, at), (end, to))
    )
    steps = ["mousemove", str(first.x()), str(first.y()), "sleep", "0.1", "mousedown", "1"]
    for step in range(1, 13):
        along = first + (last - first) * step / 12
        steps += ["sleep", "0.04", "mousemove", str(along.x()), str(along.y())]
    steps += ["sleep", "0.3", "mouseup", "1"]
    with subprocess.Popen(["xdotool", *steps]) as moving:
        qtbot.waitUntil(lambda: moving.poll() is not None, timeout=20_000)
    assert moving.returncode == 0
    qtbot.wait(PAUSE_MS)


def write(qtbot: QtBot, text: str) -> None:
    """Type a text."""
    _run("type", "--delay", "20", text)
    qtbot.wait(PAUSE_MS)


def press(qtbot: QtBot, keys: str) -> None:
    """Press a key or several, as xdotool calls them: ctrl+2."""
    _run("key", keys)
    qtbot.wait(PAUSE_MS)


def _run(*arguments: str) -> None:
    subprocess.run(["xdotool", *arguments], check=True, timeout=20)
