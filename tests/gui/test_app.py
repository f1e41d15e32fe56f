"""The start: the shell is painted before any library of a database is loaded."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_admin import settings
from desktop_admin.domain.clock import frozen_clock
from desktop_admin.gui.app import open_named, source_name
from desktop_admin.gui.errors import explain
from desktop_admin.gui.language import fall_silent, speak
from desktop_admin.gui.preferences import Preferences
from desktop_admin.sources import base
from desktop_admin.sources.base import CannotConnect, Refused
from tests.gui.fakes import NOW
from tests.gui.windows import go, label_text, window_over

FIRST_PAINT = """
import sys
from PySide6.QtWidgets import QApplication
from desktop_admin.domain.clock import system_clock
from desktop_admin.gui.app import Way, assemble
from desktop_admin.gui.language import speak

application = QApplication([])
speak(application, "fr")
parts = assemble(application, way=Way("x", lambda: None), clock=system_clock, language="fr")

def painted():
    heavy = ("sqlalchemy", "psycopg", "pymysql", "keyring", "requests", "xlsxwriter")
    print(sorted(name for name in heavy if name in sys.modules))
    application.quit()

parts.window.painted.connect(painted)
parts.window.show()
application.exec()
"""


def test_no_database_library_is_loaded_at_the_first_paint() -> None:
    shown = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT], check=True, capture_output=True, text=True, timeout=60
    )
    assert shown.stdout.strip() == "[]"


def test_the_demo_opens_and_shows_its_orphans(qtbot: QtBot) -> None:
    with window_over(
        qtbot, lambda: open_named("demo", Preferences(settings.Settings()), frozen_clock(NOW))
    ) as parts:
        qtbot.waitUntil(lambda: parts.context.session.source is not None, timeout=60_000)
        sales = go(qtbot, parts, "sales")
        assert sales.total() == 20_000
        terminals = go(qtbot, parts, "assignment")
        assert terminals.page.table.model().index(0, 0).data() == "Sans boutique"
        assert label_text(parts.window, "access_text") == "Lecture et écriture"


def test_a_name_nobody_saved_and_a_password_in_a_url_are_refused() -> None:
    chosen = settings.Settings()
    clock = frozen_clock(NOW)
    with pytest.raises(CannotConnect):
        open_named("Kinshasa", Preferences(chosen), clock)
    with pytest.raises(Refused) as refused:
        open_named("postgresql://u:secret@h/d", Preferences(chosen), clock)
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize(
    ("target", "name"),
    [
        ("sqlite:////tmp/caf%C3%A9/shop.sqlite3", "shop.sqlite3"),
        ("postgresql://mbuyi:secret@db.example/shops", "shops"),
        ("postgresql://db.example", "postgresql://db.example"),
        ("Production", "Production"),
        ("demo", "Demo shop"),
    ],
)
def test_a_connection_has_a_short_name_without_a_password(target: str, name: str) -> None:
    assert source_name(target) == name


STEPS = [
    "file",
    "address",
    "port",
    "tls",
    "login",
    "database",
    "rights",
    "connections",
    "damaged",
    "disk_full",
    "password_in_url",
]
KINDS = [
    base.CannotConnect,
    base.ConnectionLost,
    base.Busy,
    base.NotAsExpected,
    base.NotPrepared,
    base.ReadOnly,
    base.Refused,
    base.SourceError,
]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_error_has_its_sentences(qapp: QApplication, language: str) -> None:
    installed = speak(qapp, language)
    try:
        said = {explain(kind()) for kind in KINDS} | {
            explain(base.Refused(step=step)) for step in STEPS
        }
        missing = explain(base.NotAsExpected(expected=("inventory_vente",), found=()))
        assert "inventory_vente" in missing.meaning
        assert all(each.title and each.meaning for each in said)
        assert len({each.meaning for each in said}) >= len(STEPS) + 6
    finally:
        fall_silent(qapp, installed)


def test_every_form_is_used() -> None:
    forms = {path.stem for path in (Path(__file__).parents[2] / "ui").glob("*.ui")}
    code = "".join(
        path.read_text(encoding="utf-8")
        for path in (Path(__file__).parents[2] / "desktop_admin/gui").rglob("*.py")
    )
    assert all(f"ui_{form}" in code for form in forms)
