"""How the screen of the revenue calls what it shows."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from desktop_admin.domain.local_time import Grain, next_bucket
from desktop_admin.domain.measure import Measure, Rate
from desktop_admin.domain.money import Amounts
from desktop_admin.domain.period import Period, PeriodKind
from desktop_admin.domain.revenue import Comparison
from desktop_admin.gui.formats import NO_BREAK_SPACE, Formats
from desktop_admin.gui.period import days_text, month_text
from desktop_admin.gui.revenue.reading import Answer
from desktop_admin.gui.revenue.view import View
from desktop_admin.gui.text import fill, one_line
from desktop_admin.gui.widgets.table_screen import Words

_MINUTE = timedelta(minutes=1)
_NAME = 60


def words() -> Words:
    """The screen's own words."""
    return Words(
        title=QCoreApplication.translate("Revenue", "Revenue"),
        filter_hint=QCoreApplication.translate("Revenue", "Filter the boutiques…"),
        loading=QCoreApplication.translate("Revenue", "Adding up the sales…"),
        empty=QCoreApplication.translate("Revenue", "No sale in this database"),
        empty_meaning=QCoreApplication.translate(
            "Revenue", "As soon as a terminal sends a sale, what it brought is shown here."
        ),
        no_match=QCoreApplication.translate("Revenue", "No boutique matches"),
        no_match_meaning=QCoreApplication.translate(
            "Revenue", "Part of the name of a boutique or of its merchant is enough."
        ),
    )


def period_words() -> tuple[str, str, str]:
    """What is said where a period has no sale: what is the case, what it means, what helps."""
    return (
        QCoreApplication.translate("Revenue", "No sale in this period"),
        QCoreApplication.translate("Revenue", "There may be some on other days."),
        QCoreApplication.translate("Revenue", "Widen the period"),
    )


def nowhere() -> str:
    """The sales without boutique, where boutiques are named."""
    return QCoreApplication.translate("Revenue", "No boutique")


def gone() -> str:
    """A boutique that sales name and that is no longer there."""
    return QCoreApplication.translate("Revenue", "Boutique %1 (deleted)")


def grain_names() -> dict[Grain, str]:
    """By what time lines are drawn."""
    return {
        Grain.HOUR: QCoreApplication.translate("Revenue", "Hour"),
        Grain.DAY: QCoreApplication.translate("Revenue", "Day"),
        Grain.WEEK: QCoreApplication.translate("Revenue", "Week"),
        Grain.MONTH: QCoreApplication.translate("Revenue", "Month"),
    }


def days(first: date, last: date) -> str:
    """Days as people write them."""
    return days_text(Period(PeriodKind.FREE, first, last))


def step_text(step: datetime, grain: Grain) -> str:
    """One hour, day, week or month of a line."""
    if grain is Grain.HOUR:
        text = QCoreApplication.translate("Revenue", "%1, %2 to %3")
        end = next_bucket(step, grain)
        return fill(text, days(step.date(), step.date()), f"{step:%H:%M}", f"{end:%H:%M}")
    if grain is Grain.MONTH:
        return month_text(step.date())
    last = next_bucket(step, grain) - _MINUTE
    return days(step.date(), last.date())


def compared_text(comparison: Comparison, formats: Formats) -> str:
    """What the period is compared with, and until when of that where it runs."""
    text = days(comparison.first, comparison.last)
    if not comparison.running:
        return text
    until = QCoreApplication.translate("Revenue", "%1, until %2")
    return fill(until, text, formats.clock(comparison.until))


def period_text(answer: Answer) -> str:
    """The days of the period."""
    return days_text(answer.asked.period)


def rate_text(rate: Rate, formats: Formats) -> str:
    """1 USD = 2 300 CDF."""
    shown = formats.amount(rate.hundredths)
    if rate.hundredths % 100 == 0:
        shown = formats.whole(rate.hundredths)
    return f"1{NO_BREAK_SPACE}USD = {shown}{NO_BREAK_SPACE}CDF"


def whose(rate: Rate) -> str:
    """The merchants whose rate it is."""
    names = [one_line(name, _NAME) for name in rate.merchants[:3]]
    more = len(rate.merchants) - len(names)
    if more:
        text = QCoreApplication.translate("Revenue", "%1 and %2 more", "merchants")
        return fill(text, ", ".join(names), str(more))
    return ", ".join(names)


def measure_text(measure: Measure) -> str:
    """What the figures are in."""
    if measure.rate is None:
        return measure.currency
    return QCoreApplication.translate("Revenue", "CDF, dollars converted")


def definition(answer: Answer, view: View, everything: Amounts, formats: Formats) -> str:
    """What the figures count, in the sentences that apply; `everything`: all that was made."""
    said = [*_counted(view), *_converted(view.measure, everything, formats)]
    comparison = answer.asked.comparison
    if view.compare and comparison is not None and comparison.running:
        text = QCoreApplication.translate(
            "Revenue",
            "The period is not over: it is compared with the same part of the one before, %1.",
        )
        said.append(fill(text, compared_text(comparison, formats)))
    text = QCoreApplication.translate("Revenue", "Days and hours are those of %1.")
    return " ".join([*said, fill(text, formats.city)])


def _counted(view: View) -> list[str]:
    if not view.net:
        gross = QCoreApplication.translate(
            "Revenue",
            "Gross revenue: paid and uncancelled sales, by the sale’s own boutique; sales without "
            "boutique are in the total.",
        )
        return [gross]
    return [
        QCoreApplication.translate(
            "Revenue",
            "Net revenue: paid and uncancelled sales minus the applied expenses of the cash "
            "reports, on the day of the report; sales without boutique are in the total.",
        ),
        QCoreApplication.translate(
            "Revenue", "Payments, certainty and the hours of the week are gross."
        ),
    ]


def _converted(measure: Measure, everything: Amounts, formats: Formats) -> list[str]:
    rate = measure.rate
    if rate is None:
        return []
    text = QCoreApplication.translate(
        "Revenue",
        "Dollars are converted at today’s rate of %1: %2; the rates of the days of sale are "
        "not kept.",
    )
    said = [fill(text, whose(rate), rate_text(rate, formats))]
    apart = measure.left_out(everything)
    if apart:
        text = QCoreApplication.translate("Revenue", "Not in it, for want of a rate: %1.")
        said.append(fill(text, formats.moneys(apart)))
    return said
