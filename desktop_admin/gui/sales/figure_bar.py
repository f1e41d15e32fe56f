"""The bar over the rows that says which figure they are behind."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from desktop_admin.gui._built.ui_figure_bar import Ui_FigureBar
from desktop_admin.gui.sales.narrowing import Narrowing
from desktop_admin.gui.text import fill, one_line, tooltip
from desktop_admin.gui.theme import Theme

ICON = 16


class FigureBar(QFrame):
    """Says whose figure the rows add up to, or that fewer of them are shown."""

    clear_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ui = Ui_FigureBar()
        self._ui.setupUi(self)
        self._ui.clear.clicked.connect(self.clear_wanted)
        self.hide()
        theme.changed.connect(self._colour)
        self._colour()

    def say(self, narrowing: Narrowing) -> None:
        """Say what the rows are behind; hide where it is no figure."""
        figure = narrowing.figure
        self.setVisible(figure is not None)
        if figure is None:
            return
        text = self.tr("The sales behind this figure: %1")
        if narrowing.narrowed_further:
            text = self.tr("Some of the sales behind this figure: %1")
        self._ui.text.setText(fill(text, one_line(figure.told)))
        tip = self.tr("The period of the window does not matter here: a figure has its own time.")
        self.setToolTip(tooltip(tip))

    @Slot()
    def _colour(self) -> None:
        ratio = self.devicePixelRatio()
        self._ui.icon.setPixmap(self._theme.icons.pixmap("revenue", "accent", ICON, ratio))
