"""Chips show their whole text, also once they are chosen and so written in bold."""

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_admin.gui.widgets.chips import ChipButton


def test_a_chip_has_room_for_its_text_in_bold(qtbot: QtBot, qapp: QApplication) -> None:
    button = ChipButton("Orphelines 414")
    qtbot.addWidget(button)
    for family in [button.font().family(), *QFontDatabase.families()[:8]]:
        button.setFont(QFont(family, 10))
        usual = button.sizeHint().width()
        bold = QFont(button.font())
        bold.setWeight(QFont.Weight.DemiBold)
        button.setFont(bold)
        assert usual >= super(ChipButton, button).sizeHint().width()
