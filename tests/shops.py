"""Small shops for tests, on every engine: tables as the server has them, rows with defaults.

    shop = make_shop(connection)
    matete = shop.boutique("Matete")
    till = shop.terminal(boutique=matete)
    rice = shop.article(boutique=matete)
    orphan = shop.sale(terminal=till, boutique=None, lines=[rice])

Each builder answers with the row's id. Further columns can be given by name; columns that the
chosen migration does not have yet are left out. Nothing is committed.
"""

import json
import uuid
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from desktop_admin.sources.sql import shop as server
from desktop_admin.sources.sql.types import Moment

#: Saturday noon in Kinshasa: when the first sale is made, where nothing else is said.
NOON = datetime(2026, 11, 21, 11, 0, tzinfo=UTC)
#: When boutiques, terminals and articles were made.
FOUNDED = datetime(2025, 1, 6, 8, 0, tzinfo=UTC)

#: An article, or an article with quantity, or with quantity and unit price.
Line = int | tuple[int, int] | tuple[int, int, Decimal | int]

_PAGE = 1_000
#: What a column of that kind holds where nothing else is said.
_ZERO: Mapping[type, Any] = {
    sa.Boolean: False,
    sa.Integer: 0,
    sa.BigInteger: 0,
    sa.Numeric: 0,
    sa.String: "",
    sa.CHAR: "",
    sa.Text: "",
}
_DEFAULTS: Mapping[str, Mapping[str, Any]] = {
    "auth_user": {"password": "!", "is_active": True},
    "inventory_commercant": {
        "est_actif": True,
        "type_abonnement": "GRATUIT",
        "max_boutiques": 100,
        "limite_articles_par_boutique": 1000,
        "taux_dollar": 2800,
    },
    "inventory_boutique": {
        "type_commerce": "GENERAL",
        "ville": "Kinshasa",
        "est_active": True,
        "devise": "CDF",
        "alerte_stock_bas": 5,
        "pos_autorise": True,
        "taux_dollar": 2800,
    },
    "inventory_client": {"est_actif": True, "version_app_maui": "1.4.2"},
    "inventory_article": {
        "prix_vente": 1500,
        "prix_achat": 1000,
        "quantite_stock": 100,
        "est_actif": True,
        "devise": "CDF",
        "version": 1,
    },
    "inventory_vente": {"paye": True, "mode_paiement": "CASH", "devise": "CDF"},
    "inventory_lignevente": {"quantite": 1, "prix_unitaire": 1500, "devise": "CDF"},
    "inventory_mouvementstock": {"type_mouvement": "VENTE", "quantite": -1},
    "inventory_venterejetee": {"raison_rejet": "OTHER", "action_requise": "NOTIFY_USER"},
}


def make_shop(connection: sa.Connection, migration: int = server.NEWEST) -> "Shop":
    """Make the server's tables as of that migration, and a shop to fill them."""
    metadata = server.schema(migration)
    if connection.dialect.name in ("mysql", "mariadb"):
        _check_at_once(metadata)
    metadata.create_all(connection)
    return Shop(connection, metadata, migration)


class Shop:
    """Fills the tables of one database; `merchant` 1 is made with the first boutique."""

    def __init__(self, connection: sa.Connection, metadata: sa.MetaData, migration: int) -> None:
        self.connection = connection
        self.tables = metadata.tables
        self.migration = migration
        self._next: dict[str, int] = {}
        self._serials: dict[int, str] = {}
        self._numbers: dict[int, str] = {}
        self._owners: dict[int, int] = {}
        self._merchants: dict[int, int] = {}

    def merchant(self, name: str | None = None, **columns: Any) -> int:
        """A merchant with a user account of the same id."""
        id_ = self._take("inventory_commercant", columns)
        user = columns.setdefault("user_id", id_)
        email = columns.setdefault("email", f"merchant{id_}@example.com")
        self.add_many("auth_user", [{"id": user, "username": f"merchant{id_}", "email": email}])
        self._owners[id_] = user
        return self._add(
            "inventory_commercant",
            nom_entreprise=name or f"Merchant {id_}",
            nom_responsable=f"Manager {id_}",
            **columns,
        )

    def boutique(
        self,
        name: str | None = None,
        *,
        merchant: int | None = None,
        depot: bool = False,
        active: bool = True,
        **columns: Any,
    ) -> int:
        """A boutique, or a depot, of that merchant, or of the first one."""
        if merchant is None:
            merchant = next(iter(self._owners), None) or self.merchant()
        id_ = self._take("inventory_boutique", columns)
        self._merchants[id_] = merchant
        values: dict[str, Any] = {
            "nom": name or f"{'Depot' if depot else 'Boutique'} {id_}",
            "code_boutique": f"B_{id_:05}",
            "commercant_id": merchant,
            "est_active": active,
            "est_depot": depot,
            "type_commerce": "DEPOT" if depot else "GENERAL",
        }
        return self._add("inventory_boutique", **values | columns)

    def terminal(
        self,
        serial: str | None = None,
        *,
        boutique: int | None = None,
        owner: int | None = None,
        active: bool = True,
        updated: datetime = FOUNDED,
        **columns: Any,
    ) -> int:
        """A terminal; its owner is the boutique's merchant, or the first one."""
        id_ = self._take("inventory_client", columns)
        if owner is None:
            merchant = self._merchants.get(boutique or 0) or next(iter(self._owners), None)
            owner = self._owners[merchant or self.merchant()]
        self._serials[id_] = serial if serial is not None else f"SN{id_:04}"
        values = {
            "nom_terminal": f"Till {id_}",
            "numero_serie": self._serials[id_],
            "boutique_id": boutique,
            "compte_proprietaire_id": owner,
            "est_actif": active,
            "date_mise_a_jour": updated,
        }
        return self._add("inventory_client", **values | columns)

    def article(
        self, name: str | None = None, *, boutique: int | None = None, **columns: Any
    ) -> int:
        """An article in that boutique's stock."""
        id_ = self._take("inventory_article", columns)
        values = {
            "nom": name or f"Article {id_}",
            "code": f"A{id_:06}",
            "qr_code": f"ART-{id_}",
            "boutique_id": boutique,
        }
        return self._add("inventory_article", **values | columns)

    def sale(
        self,
        *,
        terminal: int | None = None,
        boutique: int | None = None,
        lines: Sequence[Line] = (),
        number: str | None = None,
        sold: datetime | None = None,
        received: datetime | None = None,
        amount: Decimal | int | None = None,
        currency: str = "CDF",
        paid: bool = True,
        cancelled: bool = False,
        **columns: Any,
    ) -> int:
        """A sale a minute after the last; its amount the lines' sum, its number the usual one."""
        id_ = self._take("inventory_vente", columns)
        sold = sold or NOON + timedelta(minutes=id_)
        unpacked = [_unpack(line) for line in lines]
        if amount is None:
            amount = sum((quantity * price for _, quantity, price in unpacked), Decimal(0))
        self._numbers[id_] = number if number is not None else self._number(terminal, sold, id_)
        values = {
            "numero_facture": self._numbers[id_],
            "date_vente": sold,
            "created_at": received or sold + timedelta(seconds=5),
            "montant_total": amount,
            "devise": currency,
            "paye": paid,
            "est_annulee": cancelled,
            "date_annulation": sold + timedelta(hours=1) if cancelled else None,
            "client_maui_id": terminal,
            "boutique_id": boutique,
        }
        self._add("inventory_vente", **values | columns)
        for article, quantity, price in unpacked:
            line = {"vente_id": id_, "article_id": article, "devise": currency}
            self._add("inventory_lignevente", quantite=quantity, prix_unitaire=price, **line)
        return id_

    def movement(self, article: int, *, sale: int | None = None, **columns: Any) -> int:
        """A stock movement of that article; of a sale, it bears its invoice number."""
        values = {"article_id": article, "reference_document": self._numbers.get(sale or 0, "")}
        return self._add("inventory_mouvementstock", **values | columns)

    def rejected(
        self,
        number: str,
        *,
        terminal: int,
        boutique: int,
        reason: str = "OTHER",
        at: datetime = NOON,
        **columns: Any,
    ) -> int:
        """A sale that the server refused, with the trace it left."""
        values = {
            "vente_uid": number,
            "raison_rejet": reason,
            "date_tentative": at,
            "created_at": at,
            "terminal_id": terminal,
            "boutique_id": boutique,
            "donnees_vente": {"numero_facture": number, "lignes": []},
        }
        return self._add("inventory_venterejetee", **values | columns)

    def add_many(self, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
        """Insert many rows, each completed with defaults; those without an `id` get the next."""
        described = self.tables[table]
        insert = sa.insert(described)
        page: list[dict[str, Any]] = []
        for row in rows:
            page.append(self._complete(described, row))
            if len(page) == _PAGE:
                self.connection.execute(insert, page)
                page.clear()
        if page:
            self.connection.execute(insert, page)

    def settle(self) -> None:
        """Let the server's own inserts go on after our ids (PostgreSQL counts apart)."""
        if self.connection.dialect.name != "postgresql":
            return
        for name, last in self._next.items():
            sequence = sa.func.pg_get_serial_sequence(name, "id")
            self.connection.execute(sa.select(sa.func.setval(sequence, last - 1)))

    def _add(self, table: str, **columns: Any) -> int:
        row = self._complete(self.tables[table], columns)
        self.connection.execute(sa.insert(self.tables[table]), [row])
        return int(row["id"])

    def _take(self, table: str, columns: dict[str, Any]) -> int:
        """The row's id: the given one, or the next; noted in `columns`."""
        id_ = columns.get("id")
        if id_ is None:
            id_ = columns["id"] = self._next.get(table, 1)
        self._next[table] = max(self._next.get(table, 1), id_ + 1)
        return int(id_)

    def _complete(self, table: sa.Table, row: Mapping[str, Any]) -> dict[str, Any]:
        given = dict(row)
        self._take(table.name, given)
        defaults = _DEFAULTS.get(table.name, {})
        complete = {
            column.name: given[column.name]
            if column.name in given
            else defaults.get(column.name, None if column.nullable else _default(column))
            for column in table.columns
        }
        payload = complete.get("donnees_vente")
        if payload is not None and self.connection.dialect.name != "postgresql":
            complete["donnees_vente"] = json.dumps(payload)
        return complete

    def _number(self, terminal: int | None, sold: datetime, id_: int) -> str:
        serial = self._serials.get(terminal or 0, "WEB")
        stamp = f"{sold.astimezone(UTC):%Y%m%d%H%M%S}{sold.microsecond // 1000:03}"
        return f"{serial}-{stamp}-{id_:08x}"


def _check_at_once(metadata: sa.MetaData) -> None:
    """MySQL has no deferred references: there they are checked row by row."""
    for table in metadata.tables.values():
        for constraint in table.foreign_key_constraints:
            constraint.deferrable = constraint.initially = None


def _unpack(line: Line) -> tuple[int, int, Decimal | int]:
    if isinstance(line, int):
        return line, 1, 1500
    return line if len(line) == 3 else (*line, 1500)


def _default(column: sa.Column[Any]) -> Any:
    """What a NOT NULL column holds where nobody cares."""
    if column.name.startswith("cle_api"):
        return str(uuid.uuid4())
    if isinstance(column.type, Moment):
        return FOUNDED
    return _ZERO[type(column.type)]
