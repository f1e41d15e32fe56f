"""What a sale is, in SQL: its amount, whether it counts, the names around it."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from desktop_admin.domain.money import CDF, USD
from desktop_admin.sources.sql.found import Found, column
from desktop_admin.sources.sql.types import cents, to_the_letter

Element = sa.ColumnElement[Any]

#: What makes the next character of a pattern plain.
ESCAPE = "/"
#: No name, serial or number is longer.
_LONGEST = 1000


class SaleColumns:
    """The columns of `inventory_vente` by what they mean, whatever the database's age."""

    def __init__(self, found: Found, table: sa.FromClause | None = None) -> None:
        """`table`: the sales table or an alias of it."""
        sales: Any = table if table is not None else found.sale
        self.id: Element = sales.c.id
        self.number: Element = sales.c.numero_facture
        self.sold_at: Element = sales.c.date_vente
        self.received_at: Element = column(sales, "created_at", None)
        self.terminal: Element = sales.c.client_maui_id
        self.boutique: Element = sales.c.boutique_id
        self.payment: Element = to_the_letter(sales.c.mode_paiement)
        self.paid: Element = sales.c.paye
        self.cancelled: Element = column(sales, "est_annulee", False)
        self.currency: Element = to_the_letter(column(sales, "devise", CDF))
        self.cents = cents(self._amount(sales))

    def _amount(self, sales: Any) -> Element:
        """A sale in dollars holds them in `montant_total_usd` where that is positive, else in
        `montant_total`: the server's calls disagree on which."""
        total: Element = sales.c.montant_total
        dollars = sales.c.get("montant_total_usd")
        if dollars is None:
            return total
        return sa.case(((self.currency == USD) & (dollars > 0), dollars), else_=total)

    @property
    def counts(self) -> Element:
        """Whether the sale's amount counts: paid and not cancelled."""
        return sa.and_(self.paid, sa.not_(self.cancelled))


def bears(element: Element, text: str, dialect: str, *, first: bool = False) -> Element:
    """Whether `element` holds `text`, or begins with it, ignoring case; `%` and `_` are plain."""
    pattern = f"{escaped(text)}%" if first else f"%{escaped(text)}%"
    # SQLite takes no heed of case by itself, and lower() is a call for each row. MySQL takes some
    # by the collation of the column, which may be any.
    if dialect == "sqlite" or text.upper() == text.lower():
        return element.like(pattern, escape=ESCAPE)
    return sa.func.lower(element).like(sa.func.lower(pattern), escape=ESCAPE)


def escaped(text: str) -> str:
    """`text` for a pattern, each of its characters plain."""
    for one in (ESCAPE, "%", "_"):
        text = text.replace(one, ESCAPE + one)
    return text


def storable(text: str) -> bool:
    """Whether a database can hold `text` as a name or number at all: PostgreSQL takes no NUL,
    SQLite compares only up to it, and half a character (a lone surrogate) has no UTF-8. Of a long
    text SQLite refuses to make a pattern."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return "\0" not in text and len(text) <= _LONGEST


def is_depot(boutique: sa.Table) -> Element:
    """Whether a boutique is a depot; before there was a column for it, its trade said so."""
    flag = boutique.c.get("est_depot")
    return boutique.c.type_commerce == "DEPOT" if flag is None else flag
