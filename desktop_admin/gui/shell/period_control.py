"""Where one chooses the days all screens look at: the period, the one before, the one after."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, QSize, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from desktop_admin.domain.period import PeriodKind
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.period import PeriodChoice, days_text, kind_name
from desktop_admin.gui.theme import Theme

ICON = 16


class PeriodControl(QWidget):
    """Shows the days that were chosen, between a step back and a step forward."""

    def __init__(
        self, theme: Theme, choice: PeriodChoice, formats: Formats, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._formats = formats
        self._choice = choice
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.before = self._button(self.tr("The period before (Alt+Left)"))
        self.shown = QPushButton()
        self.shown.setProperty("role", "field")
        self.shown.setIconSize(QSize(ICON, ICON))
        self.after = self._button(self.tr("The period after (Alt+Right)"))
        for part in (self.before, self.shown, self.after):
            row.addWidget(part)
        self.before.clicked.connect(partial(choice.move, -1))
        self.after.clicked.connect(partial(choice.move, 1))
        self.shown.clicked.connect(self.open_menu)
        self.menu = QMenu(self)
        self._actions = self._make_actions()
        choice.changed.connect(self._say)
        theme.changed.connect(self._colour)
        self._say()
        self._colour()

    @Slot()
    def open_menu(self) -> None:
        """Offer the periods, the present one marked."""
        self._actions[self._choice.current.kind].setChecked(True)
        self.menu.popup(self.shown.mapToGlobal(QPoint(0, self.shown.height() + 2)))

    def _make_actions(self) -> dict[PeriodKind, QAction]:
        actions, group = {}, QActionGroup(self.menu)
        for kind in PeriodKind:
            action = QAction(kind_name(kind), self.menu)
            action.setCheckable(True)
            action.triggered.connect(partial(self._chosen, kind))
            group.addAction(action)
            self.menu.addAction(action)
            actions[kind] = action
        return actions

    def _button(self, tip: str) -> QPushButton:
        button = QPushButton()
        button.setProperty("role", "step")
        button.setIconSize(QSize(ICON, ICON))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        return button

    def _chosen(self, kind: PeriodKind, _checked: bool = False) -> None:
        if kind is not PeriodKind.FREE:
            self._choice.choose_kind(kind)
            return
        from desktop_admin.gui.shell.free_period import FreePeriod

        dialog = FreePeriod(self._choice, self._formats, self._theme, self.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def _say(self) -> None:
        period = self._choice.current
        text = days_text(period)
        self.shown.setText(f"{text} ")
        name = kind_name(period.kind) if period.kind is not PeriodKind.FREE else text
        tip = QCoreApplication.translate(
            "Period", "Which days the sales and the revenue are of. Orphans are always all shown."
        )
        self.shown.setToolTip(f"{name}\n{tip}")
        self.shown.setAccessibleName(text)
        self.before.setEnabled(period.moved(-1) is not None)
        self.after.setEnabled(period.moved(1) is not None)

    @Slot()
    def _colour(self) -> None:
        icons = self._theme.icons
        self.before.setIcon(icons.icon("chevron_left", "text", size=ICON))
        self.after.setIcon(icons.icon("chevron_right", "text", size=ICON))
        self.shown.setIcon(icons.icon("calendar", "muted", size=ICON))
