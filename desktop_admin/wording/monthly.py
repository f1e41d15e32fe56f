"""The words of a boutique's monthly sheet, the same on paper and in a workbook."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from desktop_admin.domain.money import Amounts, Money
from desktop_admin.domain.revenue import Comparison
from desktop_admin.wording.words import Words


class Labels(NamedTuple):
    """What figures and columns are called."""

    kind: str
    gross: str
    expenses: str
    net: str
    sales: str
    currency: str
    total: str
    day: str
    week: str
    payment: str
    by_day: str
    by_week: str
    by_payment: str
    #: For the workbook.
    boutique: str
    merchant: str
    month: str
    definition: str
    comparison: str
    unattributed: str
    week_from: str


def labels(words: Words) -> Labels:
    """In the language of `words`."""
    return Labels(
        kind=words.text("Monthly sheet"),
        gross=words.text("Gross revenue"),
        expenses=words.text("Expenses"),
        net=words.text("Net revenue"),
        sales=words.text("Sales"),
        currency=words.text("Currency"),
        total=words.text("Total"),
        day=words.text("Day"),
        week=words.text("Week, from Monday"),
        payment=words.text("Payment"),
        by_day=words.text("By day"),
        by_week=words.text("By week"),
        by_payment=words.text("By payment"),
        boutique=words.text("Boutique"),
        merchant=words.text("Merchant"),
        month=words.text("Month"),
        definition=words.text("Definition"),
        comparison=words.text("Comparison"),
        unattributed=words.text("Unattributed"),
        week_from=words.text("Week from"),
    )


def nothing(words: Words) -> str:
    """Nothing was sold."""
    return words.text("No paid and uncancelled sale in this month.")


def currency_by_day(words: Words, currency: str) -> str:
    """Over the chart of a currency."""
    return words.text("{currency} by day", currency=currency)


def page(words: Words, number: int, count: int) -> str:
    """At the foot of a page."""
    return words.text(
        "Page {number} of {count}", number=words.number(number), count=words.number(count)
    )


def foot(words: Words, at: datetime) -> str:
    """At the foot of every page: what the figures count, and of when they are."""
    return words.text(
        "Paid and uncancelled sales, each currency by itself · {moment}", moment=words.moment(at)
    )


def payment(words: Words, code: str) -> str:
    """How people call a way to pay; one that is not known by the server's code."""
    names = {
        "CASH": words.text("Cash"),
        "CARD": words.text("Card"),
        "MOBILE": words.text("Mobile money"),
        "": words.text("not told"),
    }
    return names.get(code, code)


def peak(words: Words, day: date, money: Money, *, best: bool) -> str:
    """The best or the weakest day."""
    named, amount = words.weekday(day, year=False), words.money(money)
    if best:
        return words.text("Best day: {day}, {amount}", day=named, amount=amount)
    return words.text("Weakest day: {day}, {amount}", day=named, amount=amount)


def before(words: Words, cents: int, earlier: int, comparison: Comparison) -> str:
    """What a currency came to in the month before, and the change since."""
    change = words.change(cents, earlier)
    amount = words.amount(earlier)
    month = words.month(comparison.first)
    if comparison.running:
        if change:
            return words.text(
                "{change} against {amount} in the same part of {month}",
                change=change,
                amount=amount,
                month=month,
            )
        return words.text("{amount} in the same part of {month}", amount=amount, month=month)
    if change:
        return words.text(
            "{change} against {amount} in {month}", change=change, amount=amount, month=month
        )
    return words.text("{amount} in {month}", amount=amount, month=month)


def before_label(words: Words, comparison: Comparison | None) -> str:
    """Over what the month is compared with."""
    if comparison is None:
        return words.text("Before")
    if comparison.running:
        return words.text("Same part of {month}", month=words.month(comparison.first))
    return words.month(comparison.first)


def unfinished(words: Words, at: datetime) -> str:
    """Beside a chart whose last day is not over."""
    return words.text("Hatched: the day that is not over, until {moment}", moment=words.moment(at))


def waiting(words: Words, sales: int, amounts: Amounts) -> str:
    """Sales without boutique that every witness places here; not counted."""
    return words.count(
        "{n} sale without boutique was made here by all evidence ({amounts}). It waits for the "
        "repair and is not counted on this sheet.",
        "{n} sales without boutique were made here by all evidence ({amounts}). They wait for the "
        "repair and are not counted on this sheet.",
        sales,
        amounts=words.amounts(amounts),
    )


def definition(words: Words, *, spends: bool) -> str:
    """What the figures of the sheet count."""
    if spends:
        return words.text(
            "Gross revenue: paid and uncancelled sales of this boutique, each currency by itself. "
            "Net revenue: minus the applied expenses of its cash reports."
        )
    return words.text(
        "Gross revenue: paid and uncancelled sales of this boutique, each currency by itself. The "
        "database keeps no expenses, so the net revenue is not known."
    )


def comparison(words: Words, told: Comparison | None, zone: ZoneInfo) -> str:
    """What the month is compared with; empty: nothing."""
    if told is None:
        return ""
    if not told.running:
        return words.text("Compared with {month}.", month=words.month(told.first))
    return words.text(
        "The month is not over: it is compared with the same part of the one before, {first} to "
        "{last}.",
        first=words.day(told.first),
        last=words.moment(told.until.astimezone(zone)),
    )


def made(words: Words, at: datetime, zone: ZoneInfo) -> str:
    """When the sheet was made, and whose days it tells."""
    return words.text(
        "Days are those of {zone}. Made on {moment}.", zone=zone.key, moment=words.moment(at)
    )
