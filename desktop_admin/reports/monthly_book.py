"""A monthly sheet as tables: what each currency came to, its days, weeks and ways to pay."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_admin.reports.monthly import (
    CurrencyPart,
    DayTakings,
    MonthlySheet,
    PaymentTakings,
    WeekTakings,
)
from desktop_admin.reports.sheets import Amount, Book, Cell, Fact, Header, Row, Sheet, summed
from desktop_admin.wording import monthly as wording
from desktop_admin.wording.words import Words

_Taken = DayTakings | WeekTakings | PaymentTakings

_AMOUNT, _COUNT, _DAY, _NAME = 18, 10, 14, 24


def book_of(sheet: MonthlySheet, words: Words) -> Book:
    """The tables of one sheet, with what is said of it."""
    labels = wording.labels(words)
    month = words.month(sheet.first)
    return Book(
        title=f"{sheet.boutique.name} · {month}",
        sheets=[
            _summary(sheet, words, labels),
            _days(sheet, labels),
            _weeks(sheet, labels),
            _payments(sheet, words, labels),
        ],
        facts=_facts(sheet, words, labels),
        about=(labels.kind, labels.kind, month),
    )


def _facts(sheet: MonthlySheet, words: Words, labels: wording.Labels) -> list[Fact]:
    boutique = sheet.boutique
    found = [
        Fact(labels.boutique, boutique.name),
        Fact(labels.merchant, boutique.merchant_name),
        Fact(labels.month, words.month(sheet.first)),
        Fact(labels.definition, wording.definition(words, spends=sheet.spends)),
    ]
    compared = wording.comparison(words, sheet.comparison, sheet.zone)
    if compared:
        found.append(Fact(labels.comparison, compared))
    if sheet.waiting is not None and sheet.waiting.ids:
        told = wording.waiting(words, len(sheet.waiting.ids), sheet.waiting.amounts)
        found.append(Fact(labels.unattributed, told))
    found.append(Fact(labels.kind, wording.made(words, sheet.made_at, sheet.zone)))
    return found


def _summary(sheet: MonthlySheet, words: Words, labels: wording.Labels) -> Sheet:
    before = wording.before_label(words, sheet.comparison)
    rows: list[Row] = [
        (
            part.currency,
            part.sales,
            Amount(part.cents),
            None if part.spent is None else Amount(part.spent),
            None if part.net is None else Amount(part.net),
            None if part.before is None else Amount(part.before),
        )
        for part in sheet.parts
    ]
    headers = [
        Header(labels.currency, _COUNT),
        Header(labels.sales, _COUNT, right=True),
        *(
            Header(name, _AMOUNT, right=True)
            for name in (labels.gross, labels.expenses, labels.net, before)
        ),
    ]
    # Currencies are not added: there is no sum.
    return Sheet(words.month(sheet.first), headers, lambda: rows, len(rows))


def _days(sheet: MonthlySheet, labels: wording.Labels) -> Sheet:
    by_day = [{one.day: one for one in part.days} for part in sheet.parts]
    rows: list[Row] = [
        [day, *_cells([days.get(day) for days in by_day])]
        for day in sorted({day for days in by_day for day in days})
    ]
    return _table(labels.by_day, labels.day, _DAY, sheet.parts, rows, labels)


def _weeks(sheet: MonthlySheet, labels: wording.Labels) -> Sheet:
    by_week = [{one.first: one for one in part.weeks} for part in sheet.parts]
    rows: list[Row] = [
        [week, *_cells([weeks.get(week) for weeks in by_week])]
        for week in sorted({week for weeks in by_week for week in weeks})
    ]
    return _table(labels.by_week, labels.week_from, _DAY, sheet.parts, rows, labels)


def _payments(sheet: MonthlySheet, words: Words, labels: wording.Labels) -> Sheet:
    by_code = [{one.payment: one for one in part.payments} for part in sheet.parts]
    codes = list(dict.fromkeys(code for payments in by_code for code in payments))
    rows: list[Row] = [
        [
            wording.payment(words, code),
            *_cells([payments.get(code) for payments in by_code]),
        ]
        for code in codes
    ]
    return _table(labels.by_payment, labels.payment, _NAME, sheet.parts, rows, labels)


def _cells(taken: Sequence[_Taken | None]) -> list[Cell]:
    cells: list[Cell] = []
    for one in taken:
        cells += [0, Amount(0)] if one is None else [one.sales, Amount(one.cents)]
    return cells


def _table(
    name: str,
    first: str,
    width: int,
    parts: Sequence[CurrencyPart],
    rows: Sequence[Row],
    labels: wording.Labels,
) -> Sheet:
    headers = [Header(first, width)]
    for part in parts:
        headers += [
            Header(f"{labels.sales} {part.currency}", _COUNT, right=True),
            Header(part.currency, _AMOUNT, right=True),
        ]
    return Sheet(
        name,
        headers,
        lambda: rows,
        len(rows),
        totals=lambda: [summed(labels.total, headers, rows)],
        most_totals=1,
    )
