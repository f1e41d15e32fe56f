"""Merchants, boutiques, terminals, and pages of sales with their lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from desktop_admin.domain.matching import in_order
from desktop_admin.domain.model import (
    Boutique,
    Merchant,
    RejectedSale,
    Sale,
    SaleLine,
    Terminal,
    TerminalSession,
)
from desktop_admin.domain.money import CDF, USD, plain
from desktop_admin.sources.sql.expressions import SaleColumns, is_depot
from desktop_admin.sources.sql.found import Found, column
from desktop_admin.sources.sql.types import cents

#: Ids in one statement; well under every engine's limit on parameters.
CHUNK = 2000


def chunks(ids: Sequence[int]) -> Sequence[Sequence[int]]:
    """`ids` in pieces that fit one statement."""
    return [ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK)]


def merchants(connection: sa.Connection, found: Found) -> list[Merchant]:
    """All merchants, by name."""
    table = found.merchant
    rate = table.c.get("taux_dollar")
    rows = connection.execute(
        sa.select(
            table.c.id,
            table.c.nom_entreprise,
            table.c.user_id,
            table.c.est_actif,
            (cents(rate) if rate is not None else sa.null()).label("rate"),
        ).order_by(table.c.id)
    )
    found_ones = [
        Merchant(
            row[0], row[1], row[2], bool(row[3]), plain(row[4]) if row[4] is not None else None
        )
        for row in rows
    ]
    # Here, not by the engine: each has an order of its own, and none knows that 2 is before 10.
    return sorted(found_ones, key=lambda one: in_order(one.name))


def boutiques(connection: sa.Connection, found: Found) -> list[Boutique]:
    """All boutiques and depots, by merchant and name."""
    table, owners = found.boutique, found.merchant
    rows = connection.execute(
        sa.select(
            table.c.id,
            table.c.nom,
            table.c.commercant_id,
            sa.func.coalesce(owners.c.nom_entreprise, ""),
            sa.func.coalesce(owners.c.user_id, 0),
            table.c.code_boutique,
            table.c.ville,
            table.c.adresse,
            table.c.est_active,
            is_depot(table),
            column(table, "pos_autorise", True),
        )
        .select_from(table.outerjoin(owners, owners.c.id == table.c.commercant_id))
        .order_by(table.c.id)
    )
    found_ones = [Boutique(*row[:8], *(bool(flag) for flag in row[8:])) for row in rows]
    return sorted(found_ones, key=lambda one: (in_order(one.merchant_name), in_order(one.name)))


def terminals(connection: sa.Connection, found: Found) -> list[Terminal]:
    """All terminals, by name."""
    table, places, owners = found.terminal, found.boutique, found.merchant
    rows = connection.execute(
        sa.select(
            table.c.id,
            table.c.nom_terminal,
            table.c.numero_serie,
            table.c.compte_proprietaire_id,
            table.c.boutique_id,
            places.c.nom,
            owners.c.nom_entreprise,
            table.c.est_actif,
            table.c.derniere_activite,
            table.c.version_app_maui,
            table.c.date_mise_a_jour,
        )
        .select_from(
            table.outerjoin(places, places.c.id == table.c.boutique_id).outerjoin(
                owners, owners.c.user_id == table.c.compte_proprietaire_id
            )
        )
        .order_by(table.c.id)
    )
    found_ones = [Terminal(*row[:7], bool(row[7]), *row[8:]) for row in rows]
    return sorted(found_ones, key=lambda one: in_order(one.name))


class SaleReader:
    """Pages of sales by id; the statement is made once."""

    def __init__(self, found: Found) -> None:
        sale = SaleColumns(found)
        boutique, terminal, merchant = found.boutique, found.terminal, found.merchant
        # The merchant of the boutique; of an orphan, the one who owns its terminal.
        owner = merchant.alias("owner")
        source = (
            found.sale.outerjoin(boutique, boutique.c.id == sale.boutique)
            .outerjoin(merchant, merchant.c.id == boutique.c.commercant_id)
            .outerjoin(terminal, terminal.c.id == sale.terminal)
            .outerjoin(owner, owner.c.user_id == terminal.c.compte_proprietaire_id)
        )
        self._id = sale.id
        self._statement = sa.select(
            sale.id,
            sale.number,
            sale.sold_at.label("sold_at"),
            sale.received_at.label("received_at"),
            sale.boutique,
            boutique.c.nom,
            sale.terminal,
            terminal.c.nom_terminal,
            terminal.c.numero_serie,
            terminal.c.boutique_id,
            sa.func.coalesce(merchant.c.nom_entreprise, owner.c.nom_entreprise),
            sale.payment,
            sale.paid,
            sale.cancelled.label("cancelled"),
            sale.currency.label("currency"),
            sale.cents.label("cents"),
        ).select_from(source)

    def read(self, connection: sa.Connection, ids: Sequence[int]) -> list[Sale | None]:
        """These sales, in this order; None for one that is gone."""
        by_id: dict[int, Sale] = {}
        for piece in chunks(ids):
            for row in connection.execute(self._statement.where(self._id.in_(piece))):
                by_id[row[0]] = _sale(row)
        return [by_id.get(id_) for id_ in ids]


def _sale(row: Any) -> Sale:
    return Sale._make((*row[:12], bool(row[12]), bool(row[13]), *row[14:]))


def lines(
    connection: sa.Connection, found: Found, ids: Sequence[int]
) -> Mapping[int, Sequence[SaleLine]]:
    """The lines of these sales, by sale id."""
    table, articles = found.line, found.article
    currency = column(table, "devise", CDF)
    dollars = table.c.get("prix_unitaire_usd")
    price: Any = table.c.prix_unitaire
    if dollars is not None:
        # The server stores the counter value too; only where the line's own price is missing
        # does the dollar column hold it.
        price = sa.case(
            ((currency == USD) & (table.c.prix_unitaire == 0) & (dollars > 0), dollars),
            else_=table.c.prix_unitaire,
        )
    statement = (
        sa.select(
            table.c.vente_id,
            table.c.article_id,
            sa.func.coalesce(articles.c.nom, ""),
            articles.c.boutique_id,
            table.c.quantite,
            cents(price),
            currency.label("currency"),
        )
        .select_from(table.outerjoin(articles, articles.c.id == table.c.article_id))
        .order_by(table.c.vente_id, table.c.id)
    )
    found_lines: defaultdict[int, list[SaleLine]] = defaultdict(list)
    for piece in chunks(ids):
        for row in connection.execute(statement.where(table.c.vente_id.in_(piece))):
            found_lines[row[0]].append(SaleLine(*row))
    return dict(found_lines)


def rejected(
    connection: sa.Connection, found: Found, since: datetime | None, until: datetime | None = None
) -> list[RejectedSale]:
    """Sales the server refused and noted, newest first."""
    table = found.rejected
    if table is None:
        return []
    statement = sa.select(
        table.c.id,
        table.c.vente_uid,
        table.c.date_tentative,
        table.c.raison_rejet,
        table.c.message_erreur,
        table.c.boutique_id,
        table.c.terminal_id,
        table.c.traitee,
    ).order_by(table.c.date_tentative.desc(), table.c.id.desc())
    if since is not None:
        statement = statement.where(table.c.date_tentative >= since)
    if until is not None:
        statement = statement.where(table.c.date_tentative <= until)
    return [RejectedSale(*row[:7], bool(row[7])) for row in connection.execute(statement)]


def sessions(
    connection: sa.Connection, found: Found, terminal: int, limit: int
) -> list[TerminalSession]:
    """When a terminal was logged in, newest first."""
    table = found.session
    if table is None:
        return []
    rows = connection.execute(
        sa.select(
            table.c.date_debut,
            table.c.date_fin,
            table.c.est_active,
            table.c.adresse_ip,
            table.c.version_app,
        )
        .where(table.c.client_id == terminal)
        .order_by(table.c.date_debut.desc(), table.c.id.desc())
        .limit(limit)
    )
    # PostgreSQL gives addresses as objects of their own.
    return [
        TerminalSession(row[0], row[1], bool(row[2]), str(row[3] or "").strip(), row[4] or "")
        for row in rows
    ]
