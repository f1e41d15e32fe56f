"""What charts say of themselves."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop_admin.gui.charts.time_axis import TimeWords
from desktop_admin.gui.formats import Formats


@dataclass(frozen=True, slots=True)
class Words:
    """Every sentence of a chart in the operator's language, so that workers need not translate."""

    formats: Formats
    times: TimeWords
    days: tuple[str, ...]
    nothing: str
    page: str
    counted: str
    orphan: str
    before: str
    boutiques: str
    lines: str
    shares: str
    heat: str
    share: str
    sales: str

    @classmethod
    def here(cls, formats: Formats) -> Words:
        """In the language of the window."""
        return cls(
            formats=formats,
            times=_times(),
            days=day_names(),
            nothing=QCoreApplication.translate("Charts", "No sale in this period"),
            page=QCoreApplication.translate("Charts", "Page %1 of %2"),
            counted=QCoreApplication.translate("Charts", "Counted"),
            orphan=QCoreApplication.translate("Charts", "Orphan"),
            before=QCoreApplication.translate("Charts", "Before"),
            boutiques=QCoreApplication.translate(
                "Charts", "Bars: %1 in all. The highest is %2 with %3, the lowest %4 with %5."
            ),
            lines=QCoreApplication.translate(
                "Charts", "Lines: %1, from %2 to %3. The highest point is %4 of %5, on %6."
            ),
            shares=QCoreApplication.translate("Charts", "Parts of a whole: %1."),
            heat=QCoreApplication.translate(
                "Charts", "Hours of the week. The strongest is %1 with %2."
            ),
            share=QCoreApplication.translate("Charts", "Share"),
            sales=QCoreApplication.translate("Charts", "Sales"),
        )


def _times() -> TimeWords:
    months = QCoreApplication.translate("Charts", "Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec")
    days = QCoreApplication.translate("Charts", "Mon,Tue,Wed,Thu,Fri,Sat,Sun")
    return TimeWords(tuple(months.split(",")), tuple(days.split(",")))


def day_names() -> tuple[str, ...]:
    """The days of the week, Monday first."""
    names = QCoreApplication.translate(
        "Charts", "Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday"
    )
    return tuple(names.split(","))
