"""The period all screens share."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop_admin.domain.clock import Clock
from desktop_admin.domain.period import Period, PeriodKind, chosen
from desktop_admin.gui.memory import Memory

_KEY = "period"


class PeriodChoice(QObject):
    """Which days the operator looks at; `changed` tells every screen. Begins with all there are,
    and with what was chosen the last time where that moves on with the calendar."""

    changed = Signal()

    def __init__(self, clock: Clock, zone: ZoneInfo, memory: Memory) -> None:
        super().__init__()
        self._clock = clock
        self.zone = zone
        self._memory = memory
        self.current = self._remembered()

    @property
    def today(self) -> date:
        """The present day in the shop's time zone."""
        return self._clock().astimezone(self.zone).date()

    @property
    def since(self) -> datetime | None:
        """The moment the period begins; None: no matter."""
        return self.current.since(self.zone)

    @property
    def until(self) -> datetime | None:
        """The moment after the period; None: no matter."""
        return self.current.until(self.zone)

    def choose(self, period: Period) -> None:
        """Look at this period from now on."""
        if period == self.current:
            return
        self.current = period
        if period.kind is not PeriodKind.FREE:
            self._memory.put(_KEY, period.kind.value)
        self.changed.emit()

    def choose_kind(self, kind: PeriodKind) -> None:
        """Look at the period of that kind, seen from today."""
        self.choose(chosen(kind, self.today))

    def move(self, by: int) -> None:
        """Look at the period before (-1) or after (1)."""
        period = self.current.moved(by)
        if period is not None:
            self.choose(period)

    def _remembered(self) -> Period:
        kind = self._memory.get(_KEY, PeriodKind.ALL.value)
        known = {one.value for one in PeriodKind} - {PeriodKind.FREE.value}
        return chosen(PeriodKind(kind if kind in known else PeriodKind.ALL), self.today)


def kind_name(kind: PeriodKind) -> str:
    """How people call that kind of period."""
    return {
        PeriodKind.ALL: QCoreApplication.translate("Period", "All dates"),
        PeriodKind.TODAY: QCoreApplication.translate("Period", "Today"),
        PeriodKind.YESTERDAY: QCoreApplication.translate("Period", "Yesterday"),
        PeriodKind.LAST_7_DAYS: QCoreApplication.translate("Period", "Last 7 days"),
        PeriodKind.LAST_30_DAYS: QCoreApplication.translate("Period", "Last 30 days"),
        PeriodKind.THIS_MONTH: QCoreApplication.translate("Period", "This month"),
        PeriodKind.LAST_MONTH: QCoreApplication.translate("Period", "Last month"),
        PeriodKind.THIS_YEAR: QCoreApplication.translate("Period", "This year"),
        PeriodKind.FREE: QCoreApplication.translate("Period", "Other days…"),
    }[kind]


def days_text(period: Period) -> str:
    """The days of a period as people write them: 1 – 29 octobre 2025."""
    first, last = period.first, period.last
    if first is None or last is None:
        return kind_name(PeriodKind.ALL)
    months = _months()
    if first == last:
        return f"{first.day} {months[first.month - 1]} {first.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} – {last.day} {months[last.month - 1]} {last.year}"
    end = f"{last.day} {months[last.month - 1]} {last.year}"
    if first.year == last.year:
        return f"{first.day} {months[first.month - 1]} – {end}"
    return f"{first.day} {months[first.month - 1]} {first.year} – {end}"


def month_text(day: date) -> str:
    """The month of a day: octobre 2025."""
    return f"{_months()[day.month - 1]} {day.year}"


def _months() -> list[str]:
    names = QCoreApplication.translate(
        "Period",
        "January,February,March,April,May,June,July,August,September,October,November,December",
    )
    return names.split(",")
