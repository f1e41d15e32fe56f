"""Chips show their whole text, also once they are chosen and so written in bold."""

from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop_admin.gui.widgets.chips import ChipButton

TEXT = "Orphelines 414"


def test_a_chip_has_room_for_its_text_in_bold(qtbot: QtBot) -> None:
    chip, plain = ChipButton(TEXT), QPushButton(TEXT)
    qtbot.addWidget(chip)
    qtbot.addWidget(plain)
    bold = QFont(chip.font())
    bold.setWeight(QFont.Weight.DemiBold)
    frame = plain.sizeHint().width() - plain.fontMetrics().horizontalAdvance(TEXT)
    assert chip.sizeHint().width() >= frame + QFontMetrics(bold).horizontalAdvance(TEXT)
