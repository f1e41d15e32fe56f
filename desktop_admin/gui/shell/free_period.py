"""Asks for the first and the last day of a period that has no name."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QSize, Qt, Slot
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QDialog, QToolButton, QWidget

from desktop_admin.domain.period import Period, PeriodKind
from desktop_admin.gui._built.ui_free_period import Ui_FreePeriod
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.period import PeriodChoice
from desktop_admin.gui.theme import Theme

ICON = 16
_SMALLEST = QSize(286, 230)


class FreePeriod(QDialog):
    """Two days, each typed or picked from a calendar, as the rest of the window writes days."""

    def __init__(
        self, choice: PeriodChoice, formats: Formats, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._choice = choice
        self._ui = Ui_FreePeriod()
        self._ui.setupUi(self)
        ui, today, current = self._ui, choice.today, choice.current
        self.first, self.last = ui.first, ui.last
        days = (current.first or today.replace(day=1), current.last or today)
        for field, day in zip((self.first, self.last), days, strict=True):
            field.setDisplayFormat(formats.day_entry)
            field.setDate(QDate(day.year, day.month, day.day))
            dress(field.calendarWidget(), theme)
            field.dateChanged.connect(self._look)
        ui.cancel.clicked.connect(self.reject)
        ui.accept.clicked.connect(self.accept)
        self._look()

    def accept(self) -> None:
        """Look at these days."""
        self._choice.choose(Period(PeriodKind.FREE, _day(self.first), _day(self.last)))
        super().accept()

    @Slot()
    def _look(self) -> None:
        """Days that are not in order are said while they are typed."""
        wrong = _day(self.first) > _day(self.last)
        said = self.tr("The last day comes before the first.")
        # The line is kept free: the buttons do not move under one's hand.
        self._ui.wrong.setText(said if wrong else " ")
        self._ui.accept.setEnabled(not wrong)


def dress(calendar: QCalendarWidget, theme: Theme) -> None:
    """A calendar in the colours of the window, with weeks as people here count them."""
    calendar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    calendar.setContentsMargins(1, 1, 1, 1)
    calendar.setMinimumSize(_SMALLEST)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    quiet, plain = QTextCharFormat(), QTextCharFormat()
    quiet.setForeground(theme.tokens.colour("muted"))
    quiet.setBackground(theme.tokens.colour("surface"))
    plain.setForeground(theme.tokens.colour("text"))
    calendar.setHeaderTextFormat(quiet)
    for day in Qt.DayOfWeek:
        # Shops are open on Sundays too: no day is red.
        calendar.setWeekdayTextFormat(day, plain)
    for name, icon in (("prevmonth", "chevron_left"), ("nextmonth", "chevron_right")):
        button = calendar.findChild(QToolButton, f"qt_calendar_{name}")
        if isinstance(button, QToolButton):
            button.setIcon(theme.icons.icon(icon, "text", size=ICON))


def _day(field: QDateEdit) -> date:
    shown = field.date()
    return date(shown.year(), shown.month(), shown.day())
