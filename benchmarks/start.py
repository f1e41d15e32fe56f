"""How soon the window is there, and how much memory the whole program takes.

Each start is a process of its own, as it is for the operator; ours and a bare PySide6 window take
turns."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time

from benchmarks.databases import Databases
from benchmarks.measure import Result, compared, in_turns
from benchmarks.memory import without_password
from desktop_admin.credentials import PASSWORD_VARIABLE
from desktop_admin.settings import HOME_VARIABLE

_SHELL_GOAL = 2.5
_MEMORY_GOAL_MB = 300
_NO_PYC = "PYTHONDONTWRITEBYTECODE"

#: A window with nothing in it; tells the clock when it has been painted.
_BARE = """
import os, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, tell)

def tell():
    print(time.time(), flush=True)
    os._exit(0)

application = QApplication(sys.argv[:1])
window = Window()
window.resize(1440, 900)
window.show()
application.exec()
"""
#: The program as it is started; tells the clock, and which libraries it has loaded by then.
_OURS = """
import os, sys, time
from PySide6.QtCore import QTimer
from desktop_admin.gui import app
from desktop_admin.gui.shell.window import MainWindow

def tell():
    now = time.time()
    heavy = {"sqlalchemy", "psycopg", "pymysql", "keyring"} & set(sys.modules)
    print(now, *heavy, flush=True)
    os._exit(0)

class Told(MainWindow):
    def paintEvent(self, event):
        QTimer.singleShot(0, tell)
        super().paintEvent(event)

app.MainWindow = Told
app.main(sys.argv[1:])
"""
#: The program at work in the sales, then its peak memory.
_AT_WORK = """
import json, pathlib, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desktop_admin.gui import app
from desktop_admin.gui.shell.window import MainWindow
from benchmarks.operator import all_day

class Worked(MainWindow):
    def __init__(self, context):
        super().__init__(context)
        self.painted.connect(self.begin)

    def begin(self):
        QTimer.singleShot(0, lambda: all_day(self.context, self, tell))

def tell():
    status = pathlib.Path("/proc/self/status").read_text()
    peak = next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))
    print(json.dumps({"kilobytes": int(peak)}), flush=True)
    QApplication.instance().closeAllWindows()

app.MainWindow = Worked
sys.exit(app.main(sys.argv[1:]))
"""


def measure_start(databases: Databases, repeat: int) -> list[Result]:
    """The shell painted, against a bare window; the whole program's peak after work in a
    million sales."""
    source, password = without_password(databases.base)
    _painted(_OURS, password, source)
    pairs = in_turns(
        lambda: _painted(_OURS, password, source), lambda: _painted(_BARE, password), repeat
    )
    peak = json.loads(_run(_AT_WORK, password, source))["kilobytes"] / 1000
    return [
        compared("window: shell painted", databases.name, pairs, _SHELL_GOAL),
        Result(
            "peak memory of the whole program",
            databases.name,
            f"{peak:.0f} MB",
            "",
            peak,
            _MEMORY_GOAL_MB,
            unit="MB",
        ),
    ]


def _painted(program: str, password: str, *arguments: str) -> float:
    """Seconds from the start of the process to its first painting."""
    begun = time.time()
    told = _run(program, password, *arguments).split()
    if len(told) > 1:
        raise RuntimeError(f"loaded before the first painting: {told[1:]}")
    return float(told[0]) - begun


def _run(program: str, password: str, *arguments: str) -> str:
    with tempfile.TemporaryDirectory() as home:
        child = subprocess.run(
            [sys.executable, "-c", program, *arguments],
            env={
                # Compiled modules are kept, as in an installed program.
                **{key: value for key, value in os.environ.items() if key != _NO_PYC},
                "QT_QPA_PLATFORM": "offscreen",
                PASSWORD_VARIABLE: password,
                HOME_VARIABLE: home,
            },
            capture_output=True,
            text=True,
            check=False,
        )
    if child.returncode or not child.stdout:
        raise RuntimeError(f"the window failed: {child.stderr}")
    return child.stdout.splitlines()[-1]
