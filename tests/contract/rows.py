"""What a source has to answer, worked out in Python from every row of the tables."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Any

import sqlalchemy as sa

from desktop_admin.domain.money import Amounts
from desktop_admin.sources.sql import shop as server
from tests.contract.bench import Desk


@dataclass(frozen=True)
class SaleRow:
    """One sale as it is meant, whatever the schema's age."""

    id: int
    number: str
    sold: datetime
    received: datetime | None
    boutique: int | None
    terminal: int | None
    payment: str
    paid: bool
    cancelled: bool
    currency: str
    cents: int

    @property
    def counts(self) -> bool:
        return self.paid and not self.cancelled


class Rows:
    """Everything that is in the shop's tables."""

    def __init__(self, desk: Desk) -> None:
        self.tables: dict[str, dict[int, Mapping[str, Any]]] = {}
        with desk.engine.connect() as connection:
            for name, table in server.schema(desk.migration).tables.items():
                found = connection.execute(sa.select(table).order_by(table.c.id)).mappings()
                self.tables[name] = {row["id"]: dict(row) for row in found}
        self.merchants = self.tables["inventory_commercant"]
        self.boutiques = self.tables["inventory_boutique"]
        self.terminals = self.tables["inventory_client"]
        self.articles = self.tables["inventory_article"]
        self.lines = self.tables["inventory_lignevente"]
        self.sales = {id_: _sale(row) for id_, row in self.tables["inventory_vente"].items()}

    def ids(self, condition: Callable[[SaleRow], bool]) -> set[int]:
        """The sales that meet `condition`."""
        return {sale.id for sale in self.sales.values() if condition(sale)}

    def amounts(self, sales: Iterable[SaleRow]) -> Amounts:
        """The money of those that count."""
        return Amounts((sale.currency, sale.cents) for sale in sales if sale.counts)

    def texts(self, sale: SaleRow) -> list[str]:
        """Where the search looks."""
        found = [sale.number]
        if sale.terminal is not None:
            terminal = self.terminals[sale.terminal]
            found += [terminal["nom_terminal"], terminal["numero_serie"]]
        if sale.boutique is not None:
            found.append(self.boutiques[sale.boutique]["nom"])
        return found

    def counted(self, key: Callable[[SaleRow], int | None]) -> dict[int, int]:
        """How many sales there are of each, leaving out those of none."""
        counts = Counter(map(key, self.sales.values()))
        return {id_: count for id_, count in counts.items() if id_ is not None}


@cache
def rows_of(desk: Desk) -> Rows:
    """The rows of a desk that nobody changes, read once."""
    return Rows(desk)


def _sale(row: Mapping[str, Any]) -> SaleRow:
    currency = row.get("devise", "CDF")
    dollars = row.get("montant_total_usd") or Decimal(0)
    amount = dollars if currency == "USD" and dollars > 0 else row["montant_total"]
    return SaleRow(
        id=row["id"],
        number=row["numero_facture"],
        sold=row["date_vente"],
        received=row.get("created_at"),
        boutique=row["boutique_id"],
        terminal=row["client_maui_id"],
        payment=row["mode_paiement"],
        paid=row["paye"],
        cancelled=row.get("est_annulee", False),
        currency=currency,
        cents=int((amount * 100).to_integral_value(ROUND_HALF_UP)),
    )
