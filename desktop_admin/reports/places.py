"""Boutiques as a table that leaves the program."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from desktop_admin.domain.model import Boutique, Figures
from desktop_admin.reports.sheets import Amount, Header, Row
from desktop_admin.wording.words import Words


class Place(NamedTuple):
    """A boutique with what it has to show."""

    boutique: Boutique
    terminals: int
    figures: Figures


def table(
    words: Words, places: Sequence[Place], currencies: Sequence[str]
) -> tuple[list[Header], list[Row]]:
    """A row for each, with a column for its revenue in each currency."""
    headers = [
        Header(words.text("Merchant"), 28, keep_end=True),
        Header(words.text("Boutique"), 28, keep_end=True),
        Header(words.text("State"), 12),
        Header(words.text("City"), 16),
        Header(words.text("Terminals"), 10, right=True),
        Header(words.text("Sales"), 10, right=True),
    ]
    headers += [
        Header(words.text("Revenue ({currency})", currency=code), 18, right=True)
        for code in currencies
    ]
    states = (words.text("closed"), words.text("open"), words.text("depot"))
    rows: list[Row] = [
        [
            boutique.merchant_name,
            boutique.name,
            states[2] if boutique.depot else states[boutique.active],
            boutique.city,
            terminals,
            figures.sales,
            *(Amount(figures.amounts[code]) for code in currencies),
        ]
        for boutique, terminals, figures in places
    ]
    return headers, rows
