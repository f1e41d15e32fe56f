"""Merchants, boutiques, terminals and sales, as every part of the product speaks of them.

Times are aware and in UTC. Amounts are cents with their currency. What comes in masses
(`Sale`) is a named tuple, because building a million frozen dataclasses costs seconds.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from desktop_admin.domain.money import Amounts, Money


@dataclass(frozen=True, slots=True)
class Merchant:
    """A merchant owns boutiques; `owner_id` is the user account that is the merchant."""

    id: int
    name: str
    owner_id: int
    active: bool
    #: Congolese francs for one dollar, today's; None where the database does not hold it.
    usd_rate: str | None = None


@dataclass(frozen=True, slots=True)
class Boutique:
    """A boutique sells; a depot (`depot`) only stores, and no terminal belongs there."""

    id: int
    name: str
    merchant_id: int
    merchant_name: str
    #: The user account of the merchant: what a terminal's `owner_id` is compared with.
    owner_id: int
    code: str
    city: str
    address: str
    active: bool
    depot: bool
    #: False where the merchant may not sell through terminals in this boutique.
    pos_allowed: bool


@dataclass(frozen=True, slots=True)
class Terminal:
    """An Android terminal; `boutique_id` is where it works at present, None where nowhere."""

    id: int
    name: str
    serial: str
    owner_id: int
    boutique_id: int | None
    boutique_name: str | None
    merchant_name: str | None
    active: bool
    last_activity: datetime | None
    app_version: str
    #: When the server last saved the terminal's row; it moves on with every assignment.
    updated_at: datetime | None


class SaleState(StrEnum):
    """What a table says of a sale first; the first that applies, in this order."""

    ORPHAN = "orphan"
    CANCELLED = "cancelled"
    UNPAID = "unpaid"
    PAID = "paid"


class Sale(NamedTuple):
    """One sale as a table shows it."""

    id: int
    number: str
    sold_at: datetime | None
    received_at: datetime | None
    boutique_id: int | None
    boutique_name: str | None
    terminal_id: int | None
    terminal_name: str | None
    terminal_serial: str | None
    #: Where the sale's terminal works at present.
    terminal_boutique_id: int | None
    merchant_name: str | None
    payment: str
    paid: bool
    cancelled: bool
    currency: str
    cents: int

    @property
    def state(self) -> SaleState:
        """Its state; an orphan is called one even when it is unpaid or cancelled."""
        if self.boutique_id is None:
            return SaleState.ORPHAN
        if self.cancelled:
            return SaleState.CANCELLED
        return SaleState.PAID if self.paid else SaleState.UNPAID

    @property
    def counts(self) -> bool:
        """Whether its amount counts: paid and not cancelled."""
        return self.paid and not self.cancelled

    @property
    def money(self) -> Money:
        """Its amount, whether paid or not."""
        return Money(self.currency, self.cents)


class SaleLine(NamedTuple):
    """One line of a sale; `unit_cents` is in the line's own currency."""

    sale_id: int
    article_id: int
    article_name: str
    article_boutique_id: int | None
    quantity: int
    unit_cents: int
    currency: str


class RejectedSale(NamedTuple):
    """A sale the server refused and left a trace of; it was never stored."""

    id: int
    number: str
    attempted_at: datetime | None
    reason: str
    message: str
    boutique_id: int
    terminal_id: int
    handled: bool


class TerminalSession(NamedTuple):
    """One time a terminal was logged in to the server."""

    started: datetime
    #: None while it lasts, or where the server was never told.
    ended: datetime | None
    active: bool
    address: str
    app_version: str


@dataclass(frozen=True, slots=True)
class Figures:
    """What a terminal or a boutique has to show: all its sales, and the money that counts."""

    #: All sales, whatever their state.
    sales: int = 0
    #: Sales of that terminal without a boutique; always 0 for a boutique.
    orphans: int = 0
    #: Paid and not cancelled, per currency.
    amounts: Amounts = Amounts()
    #: Paid and not cancelled orphan sales, per currency.
    orphan_amounts: Amounts = Amounts()
    last_sale: datetime | None = None
