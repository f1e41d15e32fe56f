"""What the frame shows at every width and in every place: nothing it promises is hidden."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_admin import settings
from desktop_admin.domain.period import PeriodKind
from desktop_admin.gui.app import Parts
from desktop_admin.gui.connection.dialog import ConnectionDialog
from desktop_admin.gui.preferences import Preferences
from desktop_admin.gui.shell.keys_dialog import Keys
from desktop_admin.gui.widgets.state_page import StatePage
from desktop_admin.sources.base import CannotConnect, Refused, SalesSource
from tests.conftest import ExpectLog
from tests.gui.fakes import small_shop
from tests.gui.windows import child, go, label_text, rested, window_over


def is_uncovered(widget: QWidget) -> bool:
    """Whether its middle is seen, with nothing of the window over it."""
    middle = widget.rect().center()
    window = widget.window()
    found = window.childAt(widget.mapTo(window, middle))
    return found is not None and (found is widget or widget.isAncestorOf(found))


def open_window(qtbot: QtBot, parts: Parts, *, size: tuple[int, int] = (1300, 720)) -> None:
    parts.window.resize(*size)
    with qtbot.waitExposed(parts.window):
        parts.window.activateWindow()
    rested(qtbot, parts)


# The message.
def test_a_message_stays_over_the_place_one_goes_to(qtbot: QtBot) -> None:
    with window_over(qtbot, small_shop()) as parts:
        open_window(qtbot, parts)
        taken_back: list[bool] = []
        parts.context.messages.say(
            "Assigné.", action="Annuler", on_action=lambda: taken_back.append(True)
        )
        action = parts.window.toast.action
        for place in ("sales", "assignment", "sales"):
            go(qtbot, parts, place)
            assert is_uncovered(action), place
        action.click()
        assert taken_back == [True]


# No connection.
def test_a_place_first_opened_without_connection_says_why_and_offers_another_try(
    qtbot: QtBot, expect_log: ExpectLog
) -> None:
    expect_log("WARNING .*cannot open Kinshasa")
    tries: list[bool] = []

    def refuse() -> SalesSource:
        tries.append(True)
        raise CannotConnect("refused", step="port")

    with window_over(qtbot, refuse) as parts:
        open_window(qtbot, parts)
        titles = []
        for place in ("assignment", "sales"):
            screen = go(qtbot, parts, place)
            titles.append(screen.page.findChildren(StatePage)[0].accessibleName())
            assert child(screen.page, QPushButton, "next_step").isVisible()
            other = child(screen.page, QPushButton, "other_step")
            assert other.text() == "Modifier la connexion…"
        assert titles == ["Impossible de joindre la base de données"] * 2
        child(parts.window.current, QPushButton, "next_step").click()
        rested(qtbot, parts)
        assert len(tries) == 2


def test_a_password_that_is_wrong_or_was_not_kept_is_asked_for(
    qtbot: QtBot, expect_log: ExpectLog
) -> None:
    expect_log("WARNING .*cannot open Kinshasa")

    def refuse() -> SalesSource:
        raise Refused("password authentication failed", step="login")

    saved = settings.Connection("Kinshasa", "postgresql://me@db/boutiques")
    preferences = Preferences(settings.Settings(connections=(saved,)))
    with window_over(qtbot, refuse, preferences=preferences) as parts:
        open_window(qtbot, parts)
        screen = go(qtbot, parts, "sales")
        step = child(screen.page, QPushButton, "next_step")
        assert step.text() == "Saisir le mot de passe…"
        assert child(screen.page, QPushButton, "other_step").text() == "Réessayer"
        qtbot.waitUntil(step.hasFocus)
        QTest.keyClick(step, Qt.Key.Key_Return)
        dialog = parts.window.findChildren(ConnectionDialog)[0]
        password = child(dialog, QLineEdit, "password")
        qtbot.waitUntil(password.hasFocus)
        assert child(dialog, QLineEdit, "name").text() == "Kinshasa"
        dialog.reject()


# The top of the window.
SIZES = [(1440, 900), (1366, 768), (1180, 700), (1093, 614), (1000, 560), (880, 520)]


def look_at_the_top(parts: Parts) -> None:
    """Fails where something is missing at the top of the window, or cut off."""
    window = parts.window
    name = child(window, QLabel, "connection_name")
    if not name.isVisible():
        name = child(window, QLabel, "here_name")
    assert name.text() == "Kinshasa"
    assert is_uncovered(name)
    state = name.objectName().replace("_name", "_state")
    assert is_uncovered(child(window, QLabel, state))
    tag = child(window, QFrame, "access")
    assert is_uncovered(child(tag, QLabel, "production"))
    assert child(tag, QLabel, "production").text() == "Production"
    assert is_uncovered(child(tag, QLabel, "access_icon"))
    assert tag.accessibleName() == "Production, Lecture et écriture"
    assert "Lecture et écriture" in tag.toolTip()
    assert is_uncovered(window.period.shown)
    assert is_uncovered(window.search)
    assert is_uncovered(child(window, QPushButton, "refresh"))
    bar = child(window, QFrame, "top_bar")
    shown = [one for one in bar.findChildren(QWidget) if one.isVisible()]
    assert all(one.mapTo(bar, one.rect().topRight()).x() < bar.width() for one in shown)
    layout = bar.layout()
    assert layout is not None
    assert layout.minimumSize().width() <= bar.width()


@pytest.mark.parametrize("size", SIZES)
def test_the_top_says_where_one_is_and_what_one_may_do_at_every_width(
    qtbot: QtBot, size: tuple[int, int]
) -> None:
    with window_over(qtbot, small_shop(), production=True) as parts:
        open_window(qtbot, parts, size=size)
        updated = child(parts.window, QLabel, "updated")
        look_at_the_top(parts)
        assert updated.isVisible()
        parts.context.period.choose_kind(PeriodKind.THIS_MONTH)
        rested(qtbot, parts)
        look_at_the_top(parts)
        assert is_uncovered(updated)
        parts.window.bar.say_news("Nouvelles ventes · 3 orphelines de plus", "")
        rested(qtbot, parts)
        look_at_the_top(parts)
        news = child(parts.window, QPushButton, "news")
        assert is_uncovered(news)
        assert news.accessibleName() == "Nouvelles ventes · 3 orphelines de plus"
        parts.window.bar.say_news("", "")
        assert not news.isVisible()


def test_the_age_says_less_before_it_goes(qtbot: QtBot) -> None:
    with window_over(qtbot, small_shop(), "en", production=True) as parts:
        said = []
        for size in SIZES:
            open_window(qtbot, parts, size=size)
            said.append(label_text(parts.window, "updated"))
        assert said[0] == "Updated just now"
        assert said[-1] == "just now"


def test_the_short_name_opens_the_connections_too(qtbot: QtBot) -> None:
    with window_over(qtbot, small_shop()) as parts:
        open_window(qtbot, parts, size=(880, 520))
        chip = child(parts.window, QFrame, "here")
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert menu.y() >= chip.mapToGlobal(chip.rect().bottomLeft()).y()
        menu.close()


# The navigation.
@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("count", ["", "4", "12 480"])
def test_a_count_never_lies_over_a_name_and_no_room_is_wasted(
    qtbot: QtBot, language: str, count: str
) -> None:
    with window_over(qtbot, small_shop(), language) as parts:
        open_window(qtbot, parts)
        navigation = parts.window.navigation
        for key in navigation.buttons:
            navigation.show_badge(key, count, "")
        rested(qtbot, parts)
        room = []
        for key, button in navigation.buttons.items():
            navigation.choose(key)
            font = QFont(button.font())
            font.setWeight(QFont.Weight.DemiBold)
            name = QFontMetrics(font).horizontalAdvance(button.accessibleName())
            ends = 10 + button.iconSize().width() + 4 + name
            badge = button.findChildren(QLabel)[0]
            room.append((badge.x() if count else button.width()) - ends)
        assert min(room) >= 8
        assert min(room) <= 60


# The words.
def test_the_status_line_says_whose_time_is_shown(qtbot: QtBot) -> None:
    with window_over(qtbot, small_shop(), "en") as parts:
        assert label_text(parts.window, "status_zone") == "Kinshasa time, UTC+1"


def test_the_key_that_assigns_has_one_name(qtbot: QtBot) -> None:
    with window_over(qtbot, small_shop()) as parts:
        screen = go(qtbot, parts, "assignment")
        screen.page.table.selectRow(0)
        rested(qtbot, parts)
        button = child(screen, QPushButton, "assign_to")
        assert "Ctrl+Entrée" in button.toolTip()
        parts.window.doors.open_settings(child(parts.window, QPushButton, "settings"))
        told = QApplication.activePopupWidget()
        assert isinstance(told, QMenu)
        told.actions()[-1].trigger()
        told.close()
        keys = parts.window.findChildren(Keys)[-1]
        assert "Ctrl+Entrée" in [label.text() for label in keys.findChildren(QLabel)]
        keys.reject()
