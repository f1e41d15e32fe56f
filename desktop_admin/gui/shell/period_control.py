"""Where one chooses the days all screens look at: the period, the one before, the one after."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, QDate, QPoint, QSize, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCalendarWidget,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_admin.domain.period import Period, PeriodKind
from desktop_admin.gui.period import PeriodChoice, days_text, kind_name
from desktop_admin.gui.theme import Theme

ICON = 16


class PeriodControl(QWidget):
    """Shows the days that were chosen, between a step back and a step forward."""

    def __init__(self, theme: Theme, choice: PeriodChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
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
        for kind in PeriodKind:
            action = QAction(kind_name(kind), self.menu)
            action.triggered.connect(partial(self._chosen, kind))
            self.menu.addAction(action)
        choice.changed.connect(self._say)
        theme.changed.connect(self._colour)
        self._say()
        self._colour()

    @Slot()
    def open_menu(self) -> None:
        """Offer the periods."""
        self.menu.popup(self.shown.mapToGlobal(QPoint(0, self.shown.height() + 2)))

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
        dialog = FreePeriod(self._choice, self.window())
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


class FreePeriod(QDialog):
    """Asks for the first and the last day."""

    def __init__(self, choice: PeriodChoice, parent: QWidget) -> None:
        super().__init__(parent)
        self._choice = choice
        self.setWindowTitle(QCoreApplication.translate("Period", "Which days?"))
        today = choice.today
        current = choice.current
        self.first = self._field(current.first or today.replace(day=1))
        self.last = self._field(current.last or today)
        form = QFormLayout()
        form.setSpacing(8)
        form.addRow(QCoreApplication.translate("Period", "First day"), self.first)
        form.addRow(QCoreApplication.translate("Period", "Last day"), self.last)
        self._wrong = QLabel(
            QCoreApplication.translate("Period", "The last day comes before the first.")
        )
        self._wrong.setProperty("role", "error")
        self._wrong.hide()
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self._wrong)
        column.addWidget(buttons)

    def accept(self) -> None:
        """Look at these days, if they are in order."""
        first, last = _day(self.first), _day(self.last)
        if first > last:
            self._wrong.show()
            return
        self._choice.choose(Period(PeriodKind.FREE, first, last))
        super().accept()

    @staticmethod
    def _field(day: date) -> QDateEdit:
        field = QDateEdit(QDate(day.year, day.month, day.day))
        field.setCalendarPopup(True)
        calendar = field.calendarWidget()
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        return field


def _day(field: QDateEdit) -> date:
    shown = field.date()
    return date(shown.year(), shown.month(), shown.day())
