"""What the frame shows at every width and in every place: nothing it promises is hidden."""

from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_admin.gui.app import Parts
from desktop_admin.gui.widgets.state_page import StatePage
from desktop_admin.sources.base import CannotConnect, SalesSource
from tests.conftest import ExpectLog
from tests.gui.fakes import small_shop
from tests.gui.windows import child, go, rested, window_over


def is_uncovered(widget: QWidget) -> bool:
    """Whether its middle is seen, with nothing of the window over it."""
    middle = widget.rect().center()
    window = widget.window()
    found = window.childAt(widget.mapTo(window, middle))
    return found is not None and (found is widget or widget.isAncestorOf(found))


def open_window(qtbot: QtBot, parts: Parts, *, width: int = 1300, height: int = 720) -> None:
    parts.window.resize(width, height)
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
        assert titles == ["Impossible de joindre la base de données"] * 2
        child(parts.window.current, QPushButton, "next_step").click()
        rested(qtbot, parts)
        assert len(tries) == 2
