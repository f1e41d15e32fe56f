"""Asks why a problem can wait."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from desktop_admin.gui._built.ui_put_off import Ui_PutOff
from desktop_admin.gui.widgets.flow_layout import FlowLayout

_WIDTH = 560
#: So many letters of the font one has chosen stand in a line.
_LETTERS = 72


class PutOffDialog(QDialog):
    """Asks for a reason, typed or picked; without one nothing is put off."""

    #: Carries the reason.
    given = Signal(str)

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._ui = Ui_PutOff()
        self._ui.setupUi(self)
        self._ui.title.setText(title)
        row = FlowLayout(self._ui.suggestions, 6)
        for text in self._suggestions():
            button = QPushButton(text)
            button.setProperty("role", "small")
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._pick, text))
            row.addWidget(button)
        self._ui.cancel.setAutoDefault(False)
        self._ui.reason.textChanged.connect(self._typed)
        self._ui.cancel.clicked.connect(self.reject)
        self._ui.put_off.clicked.connect(self._give)
        self._typed()
        self._fit()
        self._ui.reason.setFocus()

    def _fit(self) -> None:
        """As high as its texts are at its width."""
        policy = self._ui.suggestions.sizePolicy()
        policy.setHeightForWidth(True)
        self._ui.suggestions.setSizePolicy(policy)
        layout = self.layout()
        if layout is not None:
            width = max(_WIDTH, self.fontMetrics().averageCharWidth() * _LETTERS)
            self.setFixedSize(width, layout.totalHeightForWidth(width))

    def _suggestions(self) -> tuple[str, ...]:
        return (
            self.tr("Being dealt with"),
            self.tr("To be settled with the merchant"),
            self.tr("The terminal is being repaired"),
            self.tr("Known, and of no importance"),
        )

    def _pick(self, text: str, _checked: bool = False) -> None:
        self._ui.reason.setText(text)
        self._ui.reason.setFocus()

    @Slot()
    def _typed(self) -> None:
        self._ui.put_off.setEnabled(bool(self._ui.reason.text().strip()))

    @Slot()
    def _give(self) -> None:
        self.given.emit(self._ui.reason.text().strip())
        self.accept()
