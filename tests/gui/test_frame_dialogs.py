"""What the frame opens: menus that mark what is present, dialogs of one look."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, QRect, Qt
from PySide6.QtGui import QAction, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDateEdit, QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from desktop_admin import settings
from desktop_admin.domain.period import PeriodKind
from desktop_admin.gui.app import Parts
from desktop_admin.gui.preferences import Preferences
from desktop_admin.gui.sales.views_button import ViewsButton
from desktop_admin.gui.shell.free_period import FreePeriod
from desktop_admin.gui.theme import Theme
from desktop_admin.gui.widgets.filter_button import FilterButton
from desktop_admin.gui.widgets.question import Answer, Question, Weight
from tests.gui.fakes import small_shop
from tests.gui.windows import child, go, rested, window_over

THEMES = [settings.Theme.LIGHT, settings.Theme.DARK]


def popup() -> QMenu:
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def marked(menu: QMenu, theme: Theme) -> list[str]:
    """The entries before whose names something is drawn in the accent."""
    picture = menu.grab().toImage()
    accent = theme.tokens.colour("accent").rgb()

    def is_marked(action: QAction) -> bool:
        row = menu.actionGeometry(action)
        return any(
            picture.pixel(x, y) == accent
            for x in range(row.left(), row.left() + 28)
            for y in range(row.top(), row.bottom())
        )

    return [action.text() for action in menu.actions() if is_marked(action)]


@pytest.mark.parametrize("theme", THEMES)
def test_the_present_period_is_marked_in_its_menu(qtbot: QtBot, theme: settings.Theme) -> None:
    with window_over(qtbot, small_shop(), theme=theme) as parts:
        rested(qtbot, parts)
        control, dress = parts.window.period, parts.context.theme
        for kind, name in (
            (PeriodKind.ALL, "Toutes les dates"),
            (PeriodKind.THIS_MONTH, "Ce mois-ci"),
        ):
            parts.context.period.choose_kind(kind)
            control.open_menu()
            assert marked(popup(), dress) == [name]
            popup().close()
        parts.window.period.before.click()
        control.open_menu()
        assert marked(popup(), dress) == ["D’autres jours…"]
        popup().close()


@pytest.mark.parametrize("theme", THEMES)
def test_the_present_connection_is_marked_in_its_menu(qtbot: QtBot, theme: settings.Theme) -> None:
    saved = settings.Settings(
        theme=theme,
        connections=(settings.Connection(name="Kin", url="sqlite:///kin.sqlite3"),),
    )
    with window_over(qtbot, small_shop(), preferences=Preferences(saved)) as parts:
        rested(qtbot, parts)
        parts.context.session.key = "Kin"
        parts.window.doors.open_connections(parts.window.where.menu_place())
        assert marked(popup(), parts.context.theme) == ["Kin"]
        popup().close()


# Days that have no name.
def ask_days(qtbot: QtBot, parts: Parts) -> FreePeriod:
    control = parts.window.period
    control.open_menu()
    action = popup().actions()[-1]
    popup().close()
    action.trigger()
    found = parts.window.findChildren(FreePeriod)[-1]
    qtbot.waitUntil(found.isVisible)
    return found


@pytest.mark.parametrize(("language", "first"), [("fr", "01/11/2026"), ("en", "2026-11-01")])
def test_days_are_asked_for_as_the_window_writes_them(
    qtbot: QtBot, language: str, first: str
) -> None:
    with window_over(qtbot, small_shop(), language) as parts:
        rested(qtbot, parts)
        dialog = ask_days(qtbot, parts)
        assert dialog.first.text() == first
        accept, cancel = child(dialog, QPushButton, "accept"), child(dialog, QPushButton, "cancel")
        assert cancel.x() < accept.x()
        assert accept.property("role") == "primary"
        dialog.last.setDate(QDate(2026, 10, 1))
        assert not accept.isEnabled()
        dialog.last.setDate(QDate(2026, 11, 3))
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        current = parts.context.period.current
        assert (current.first, current.last) == (date(2026, 11, 1), date(2026, 11, 3))


def test_giving_up_keeps_the_period_and_its_mark(qtbot: QtBot) -> None:
    with window_over(qtbot, small_shop()) as parts:
        rested(qtbot, parts)
        ask_days(qtbot, parts).reject()
        assert parts.context.period.current.kind is PeriodKind.ALL
        parts.window.period.open_menu()
        assert marked(popup(), parts.context.theme) == ["Toutes les dates"]
        popup().close()


@pytest.mark.parametrize("theme", THEMES)
def test_fields_of_days_have_the_border_of_all_fields(qtbot: QtBot, theme: settings.Theme) -> None:
    with window_over(qtbot, small_shop(), theme=theme) as parts:
        rested(qtbot, parts)
        dialog = ask_days(qtbot, parts)
        child(dialog, QPushButton, "cancel").setFocus()
        colours = parts.context.theme.tokens
        for field in dialog.findChildren(QDateEdit):
            picture = field.grab().toImage()
            middle = picture.height() // 2
            for x in (0, picture.width() - 1):
                assert picture.pixelColor(x, middle) == colours.colour("control_border")
        dialog.reject()


# Questions.
@pytest.mark.parametrize("theme", THEMES)
def test_a_question_looks_like_every_dialog_and_enter_changes_nothing(
    qtbot: QtBot, theme: settings.Theme
) -> None:
    with window_over(qtbot, small_shop(), theme=theme) as parts:
        rested(qtbot, parts)
        heard: list[str] = []
        answers = [
            Answer("delete", "Supprimer", Weight.LOSS),
            Answer("stay", "Garder", Weight.STAY),
        ]
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape, None):
            dress = parts.context.theme
            question = Question(
                dress, parts.window, "<b>Kin</b> ?", "Oublié.", answers, heard.append
            )
            question.open()
            qtbot.waitUntil(question.isVisible)
            assert "<b>Kin</b> ?" in [one.text() for one in question.findChildren(QLabel)]
            assert question.buttons["stay"].isDefault()
            assert question.buttons["stay"].x() < question.buttons["delete"].x()
            icon = child(question, QLabel, "icon").pixmap().toImage()
            drawn = dress.icons.pixmap("warning", "orphan", 24, question.devicePixelRatio())
            assert icon == drawn.toImage()
            if key is None:
                # The keyboard was moved there on purpose.
                question.buttons["delete"].setFocus()
                QTest.keyClick(question.buttons["delete"], Qt.Key.Key_Return)
            else:
                QTest.keyClick(question, key)
        assert heard == ["stay", "stay", "delete"]


# Small things that are drawn.
@pytest.mark.parametrize("theme", THEMES)
def test_the_edge_of_a_message_is_straight_and_ends_in_round_corners(
    qtbot: QtBot, theme: settings.Theme
) -> None:
    with window_over(qtbot, small_shop(), theme=theme) as parts:
        go(qtbot, parts, "sales")
        parts.context.messages.say("Assigné.")
        toast = parts.window.toast
        picture = toast.grab().toImage()
        good = parts.context.theme.tokens.colour("good")
        for y in range(6, toast.height() - 6):
            assert [picture.pixelColor(x, y) == good for x in range(6)] == [True] * 4 + [False] * 2
        # No row of the edge is wider than the others, and the corners are open.
        for y in range(toast.height()):
            assert picture.pixelColor(5, y) != good
        assert picture.pixelColor(0, 0) != good


def test_all_buttons_that_open_something_have_the_same_arrow(qtbot: QtBot) -> None:
    with window_over(qtbot, small_shop()) as parts:
        screen = go(qtbot, parts, "sales")
        views = screen.findChildren(ViewsButton)[0]
        other = next(one for one in screen.findChildren(FilterButton) if one.isVisible())

        def arrow(button: QPushButton) -> QImage:
            return button.grab(QRect(button.width() - 26, 6, 22, button.height() - 12)).toImage()

        assert arrow(views) == arrow(other)
