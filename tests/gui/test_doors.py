"""The ways in and out of the window: first start, connections, preparing, colours, language."""

import argparse
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

import pytest
import sqlalchemy as sa
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_admin import settings
from desktop_admin.domain.clock import frozen_clock
from desktop_admin.gui.app import LAST, Run, way_to
from desktop_admin.gui.connection.dialog import ConnectionDialog
from desktop_admin.gui.connection.prepare import PrepareDialog
from desktop_admin.gui.connection.welcome import WelcomePage
from desktop_admin.gui.context import Restart
from desktop_admin.gui.memory import Memory
from desktop_admin.gui.preferences import Preferences
from desktop_admin.gui.shell.menus import settings_menu
from desktop_admin.gui.shell.window import MainWindow
from desktop_admin.gui.theme import Scheme
from desktop_admin.sources.sql.source import open_sql
from tests.gui.fakes import NOW, small_shop
from tests.gui.windows import child, label_text, rested, window_over
from tests.shops import make_shop

T = TypeVar("T")


def _window() -> MainWindow | None:
    """The window one sees, once its frame stands and it has somewhere to go."""
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)]
    return next((one for one in found if one.isVisible()), None)


class When(QObject):
    """Acts as soon as something is there, inside a program that runs its own loop."""

    def __init__(self, find: Callable[[], T | None], act: Callable[[T], object]) -> None:
        super().__init__()
        self._find, self._act = find, act
        self._timer = QTimer(self, interval=20)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        found = self._find()
        if found is not None:
            self._timer.stop()
            self._act(found)


def _welcome() -> WelcomePage | None:
    window = _window()
    return window.findChild(WelcomePage) if window is not None else None


def _entered(not_again: MainWindow | None = None) -> MainWindow | None:
    """The window one sees, once it shows a place, unless it is `not_again`."""
    window = _window()
    if window is None or window is not_again:
        return None
    return window if window.navigation.current else None


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(settings.HOME_VARIABLE, str(tmp_path))
    return tmp_path


def _run(source: str | None = None) -> Run:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    arguments = argparse.Namespace(source=source, theme=None, language="fr")
    path = settings.default_path()
    return Run(application, arguments, Preferences(settings.load(path).settings, path))


def test_the_first_start_offers_the_demo_and_a_connection_and_nothing_else(
    qtbot: QtBot, home: Path
) -> None:
    seen: dict[str, object] = {}

    def look(page: WelcomePage) -> None:
        window = page.window()
        assert isinstance(window, MainWindow)
        seen["buttons"] = [b.text().replace("&", "") for b in page.findChildren(QPushButton)]
        seen["name"] = label_text(window, "connection_name")
        seen["places"] = window.navigation.isEnabled()
        QTest.keyClick(window, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
        window.navigation.step(1)
        seen["place"] = window.navigation.current
        window.close()

    watch = When(_welcome, look)
    assert _run().until_closed() == 0
    watch.deleteLater()
    assert seen["buttons"] == ["Essayer la démonstration", "Se connecter à une base"]
    assert seen["name"] == "Aucune connexion"
    assert seen["places"] is False
    assert seen["place"] == "", "there is no next place where one is nowhere yet"


def test_the_demo_is_opened_from_the_welcome_and_again_the_next_time(
    qtbot: QtBot, home: Path
) -> None:
    names: list[str] = []

    def choose(page: WelcomePage) -> None:
        watches.append(When(_entered, look))
        page.demo_wanted.emit()

    def look(window: MainWindow) -> None:
        names.append(label_text(window, "connection_name"))
        window.close()

    watches = [When(_welcome, choose)]
    assert _run().until_closed() == 0
    for watch in watches:
        watch.deleteLater()
    assert names == ["Démonstration"]
    assert Memory(home / "window.json").get(LAST, "") == "demo"


def test_a_connection_is_chosen_from_the_corner(qtbot: QtBot, home: Path) -> None:
    with window_over(qtbot, small_shop()) as parts:
        rested(qtbot, parts)
        saved = settings.Connection("Siège & fils", "sqlite:////data/shop.sqlite3")
        parts.context.preferences.settings = settings.Settings(connections=(saved,))
        wanted: list[Restart] = []
        parts.context.ways.restart_wanted.connect(wanted.append)
        child(parts.window, QWidget, "connection").pressed.emit()  # type: ignore[attr-defined]
        menu = _open_menu(parts.window)
        texts = [action.text() for action in menu.actions() if action.text()]
        assert "Siège && fils" in texts
        _action(menu, "Siège && fils").trigger()
        assert wanted == [Restart(source="Siège & fils")]
        menu.close()


def test_the_dialog_of_the_connections_opens_from_the_corner(qtbot: QtBot, home: Path) -> None:
    with window_over(qtbot, small_shop()) as parts:
        rested(qtbot, parts)
        parts.window.doors.manage()
        dialog = parts.window.findChild(ConnectionDialog)
        assert dialog is not None
        assert dialog.isVisible()
        dialog.reject()


def test_a_database_is_prepared_from_the_window_and_can_be_changed_then(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "shop.sqlite3"
    engine = sa.create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        make_shop(connection).terminal(boutique=None)
    engine.dispose()
    url = f"sqlite:///{path}"
    with window_over(qtbot, lambda: open_sql(url, clock=frozen_clock(NOW))) as parts:
        qtbot.waitUntil(lambda: parts.context.session.source is not None)
        rested(qtbot, parts)
        assert not parts.context.changes.may_write
        parts.window.doors.prepare()
        dialog = parts.window.findChild(PrepareDialog)
        assert dialog is not None
        rested(qtbot, parts)
        child(dialog, QPushButton, "prepare").click()
        qtbot.waitUntil(lambda: parts.context.changes.may_write)
        assert label_text(parts.window, "access_text") == "Lecture et écriture"
        dialog.reject()
        rested(qtbot, parts)
    with closing(open_sql(url)) as source:
        assert source.info().prepared


def test_colours_change_at_once_and_are_kept(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    preferences = Preferences(settings.Settings(), path)
    with window_over(qtbot, small_shop(), preferences=preferences) as parts:
        rested(qtbot, parts)
        menu = settings_menu(parts.context, parts.window)
        _action(menu, "Sombre").trigger()
        assert parts.context.theme.scheme is Scheme.DARK
        assert settings.load(path).settings.theme is settings.Theme.DARK
        menu.deleteLater()


def test_another_language_builds_the_window_anew(qtbot: QtBot, home: Path) -> None:
    names: list[str] = []

    def change(window: MainWindow) -> None:
        names.append(window.windowTitle())
        names.append(child(window, QPushButton, "settings").text().replace("&", ""))
        menu = settings_menu(window.context, window)
        _action(menu, "English").trigger()
        watches.append(When(lambda: _entered(not_again=window), look))

    def look(window: MainWindow) -> None:
        names.append(child(window, QPushButton, "settings").text().replace("&", ""))
        window.close()

    watches = [When(_entered, change)]
    assert _run("demo").until_closed() == 0
    for watch in watches:
        watch.deleteLater()
    assert names[1:] == ["Réglages", "Settings"]
    assert settings.load(settings.default_path()).settings.language == "en"


def test_production_is_known_from_the_saved_connection() -> None:
    saved = settings.Connection("Kinshasa", "sqlite:////data/shop.sqlite3", production=True)
    preferences = Preferences(settings.Settings(connections=(saved,)))
    assert way_to("Kinshasa", preferences).production
    assert not way_to("demo", preferences).production
    assert way_to(None, preferences).opener is None


def _open_menu(window: QWidget) -> QMenu:
    return next(menu for menu in window.findChildren(QMenu) if menu.isVisible())


def _action(menu: QMenu, text: str) -> QAction:
    found = [one for one in menu.findChildren(QAction) if one.text() == text]
    return found[0] if found else next(one for one in menu.actions() if one.text() == text)
