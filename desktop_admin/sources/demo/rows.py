"""The demo's world as rows of the server's tables."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from desktop_admin.sources.demo import names
from desktop_admin.sources.demo.dice import Dice
from desktop_admin.sources.demo.expenses import expenses
from desktop_admin.sources.demo.rhythm import midnight
from desktop_admin.sources.demo.sales import DemoLine, DemoSale
from desktop_admin.sources.demo.shops import World
from desktop_admin.sources.demo.troubles import Rejected

Row = Mapping[str, Any]

#: Begins what Django writes where no password can ever match.
_UNUSABLE = "!"

#: Names of the server's migrations that say how new its schema is.
_MIGRATIONS = ("0001_initial", "0063_fix_inventaire_ecart_prix_unitaire")


def text(moment: datetime | None) -> str | None:
    """A moment as Django writes it into SQLite: naive UTC, no fraction where it is zero."""
    return None if moment is None else moment.replace(tzinfo=None).isoformat(" ")


def tables(
    world: World, sales: list[DemoSale], rejected: list[Rejected], dice: Dice
) -> Iterator[tuple[str, Sequence[Row]]]:
    """Every table with its rows, parents first."""
    founded = midnight(world.first_day) - timedelta(days=420)
    yield "django_migrations", list(_migrations(founded))
    yield "auth_user", list(_users(founded))
    yield "inventory_commercant", list(_merchants(founded))
    yield "inventory_boutique", list(_boutiques(world, dice))
    yield "inventory_client", list(_terminals(world, dice))
    yield "inventory_article", list(_articles(world))
    sale_rows, line_rows, movement_rows = _sales(world, sales)
    yield "inventory_vente", sale_rows
    yield "inventory_lignevente", line_rows
    yield "inventory_mouvementstock", movement_rows
    yield "inventory_venterejetee", list(_rejected(rejected))
    yield "inventory_sessionclientmaui", list(_sessions(world))
    yield "inventory_rapportcaisse", list(expenses(world, text))


def _migrations(founded: datetime) -> Iterator[Row]:
    for id_, name in enumerate(_MIGRATIONS, start=1):
        yield {"id": id_, "app": "inventory", "name": name, "applied": text(founded)}


def _users(founded: datetime) -> Iterator[Row]:
    for id_, house in enumerate(names.HOUSES, start=1):
        first, _, last = house.manager.partition(" ")
        yield {
            "id": id_,
            "password": _UNUSABLE,
            "last_login": None,
            "is_superuser": 0,
            "username": house.account,
            "first_name": first,
            "last_name": last,
            "email": f"{house.account}@example.com",
            "is_staff": 0,
            "is_active": 1,
            "date_joined": text(founded),
        }


def _merchants(founded: datetime) -> Iterator[Row]:
    for id_, house in enumerate(names.HOUSES, start=1):
        yield {
            "id": id_,
            "nom_entreprise": house.name,
            "nom_responsable": house.manager,
            "email": f"{house.account}@example.com",
            "telephone": f"+243 81 000 0{id_:03}",
            "adresse": f"{house.places[0][2]}, {house.places[0][1]}",
            "numero_registre_commerce": f"CD/KIN/RCCM/00-B-{id_:05}",
            "numero_fiscal": f"A000000{id_}X",
            "est_actif": 1,
            "date_creation": text(founded),
            "date_mise_a_jour": text(founded),
            "type_abonnement": "ENTREPRISE",
            "max_boutiques": 50,
            "limite_articles_par_boutique": 5000,
            "notes_admin": "",
            "user_id": id_,
            "taux_dollar": house.rate,
        }


def _boutiques(world: World, dice: Dice) -> Iterator[Row]:
    for boutique in world.boutiques:
        opened = midnight(boutique.opened) + timedelta(hours=8)
        closed = midnight(boutique.closed) + timedelta(hours=17) if boutique.closed else None
        yield {
            "id": boutique.id,
            "nom": boutique.name,
            "description": "Dépôt central de stockage" if boutique.depot else "",
            "type_commerce": boutique.trade,
            "adresse": boutique.address,
            "ville": boutique.city,
            "quartier": boutique.quarter,
            "telephone": f"+243 82 000 0{boutique.id:03}",
            "code_boutique": boutique.code,
            "cle_api_boutique": dice.key(),
            "est_active": int(closed is None),
            "date_creation": text(opened),
            "date_mise_a_jour": text(closed or opened),
            "devise": "CDF",
            "commercant_id": boutique.merchant,
            "code_postal": "",
            "email": "",
            "alerte_stock_bas": 5,
            "pos_autorise": int(boutique.pos_allowed),
            "derniere_lecture_articles_negocies": None,
            "derniere_lecture_rapports_caisse": None,
            "derniere_lecture_retours_articles": None,
            "est_depot": int(boutique.depot),
            "taux_dollar": names.HOUSES[boutique.merchant - 1].rate,
        }


def _terminals(world: World, dice: Dice) -> Iterator[Row]:
    for terminal in world.terminals:
        yield {
            "id": terminal.id,
            "nom_terminal": terminal.name,
            "description": "",
            "numero_serie": terminal.serial,
            "cle_api": dice.key(),
            "est_actif": int(terminal.active),
            "derniere_connexion": text(terminal.last_sale),
            "derniere_activite": text(terminal.last_sale),
            "version_app_maui": terminal.version,
            "derniere_adresse_ip": terminal.address if terminal.last_sale else None,
            "date_creation": text(terminal.created),
            "date_mise_a_jour": text(terminal.updated),
            "notes": terminal.notes,
            "compte_proprietaire_id": terminal.owner,
            "boutique_id": terminal.boutique,
        }


def _sessions(world: World) -> Iterator[Row]:
    """The day it last sold, and two earlier ones; who sold lately is still logged in."""
    lately = midnight(world.today) - timedelta(days=2)
    id_ = 0
    for terminal in world.terminals:
        if terminal.last_sale is None:
            continue
        for number, days in enumerate((21, 7, 0)):
            id_ += 1
            began = terminal.last_sale - timedelta(days=days, hours=2 + terminal.id % 5)
            ended = began + timedelta(hours=8, minutes=terminal.id % 50)
            still = not days and terminal.active and terminal.last_sale >= lately
            yield {
                "id": id_,
                "token_session": str(uuid.uuid5(uuid.NAMESPACE_OID, f"{terminal.serial}/{number}")),
                "adresse_ip": terminal.address,
                "user_agent": "",
                "version_app": terminal.version,
                "date_debut": text(began),
                "date_fin": None if still else text(ended),
                "est_active": int(still),
                "client_id": terminal.id,
            }


def _articles(world: World) -> Iterator[Row]:
    stocked = midnight(world.first_day) - timedelta(days=25)
    boutiques = {boutique.id: boutique for boutique in world.boutiques}
    for article in world.articles:
        made, rate = stocked, names.HOUSES[0].rate
        if article.boutique is not None:
            home = boutiques[article.boutique]
            made = max(stocked, midnight(home.opened) + timedelta(hours=9))
            rate = names.HOUSES[home.merchant - 1].rate
        cost = article.price * 7 // 10
        yield {
            "id": article.id,
            "code": article.code,
            "nom": article.name,
            "description": "",
            "prix_vente": article.price,
            "prix_achat": cost,
            "quantite_stock": article.stock,
            "qr_code": f"ART-{article.id}",
            "image": None,
            "date_creation": text(made),
            "date_mise_a_jour": text(made),
            "categorie_id": None,
            "boutique_id": article.boutique,
            "est_actif": 1,
            "date_suppression": None,
            "prix_achat_usd": f"{cost / rate:.2f}" if article.in_dollars else None,
            "prix_vente_usd": f"{article.price / rate:.2f}" if article.in_dollars else None,
            "devise": "CDF",
            "date_expiration": None,
            "date_envoi": None,
            "date_validation": None,
            "est_valide_client": 1,
            "quantite_envoyee": 0,
            "last_updated": text(made),
            "version": 1,
            "quantite_attribuee": 0,
        }


def _sales(world: World, sales: list[DemoSale]) -> tuple[list[Row], list[Row], list[Row]]:
    rows: list[Row] = []
    lines: list[Row] = []
    movements: list[Row] = []
    stock = {article.id: article.stock for article in world.articles}
    sellers = {terminal.id: terminal.name for terminal in world.terminals}
    for id_, sale in enumerate(sales, start=1):
        rows.append(_sale(id_, sale, world))
        for line in sale.lines:
            if sale.has_lines:
                lines.append(_line(len(lines) + 1, id_, sale, line))
            if sale.has_movements:
                before = stock[line.article.id]
                stock[line.article.id] = before - line.quantity
                seller = sellers.get(sale.terminal or 0, "")
                movements.append(_movement(len(movements) + 1, sale, line, before, seller))
    return rows, lines, movements


def _sale(id_: int, sale: DemoSale, world: World) -> Row:
    dollars = sale.currency == "USD"
    amount, in_usd = str(sale.amount), None
    if dollars and sale.older_call:
        amount, in_usd = "0", amount
    elif dollars:
        in_usd = "0" if id_ % 2 else None
    seller = None
    if sale.cancelled and sale.terminal:
        seller = world.terminals[sale.terminal - 1]
    return {
        "id": id_,
        "numero_facture": sale.number,
        "date_vente": text(sale.sold),
        "montant_total": amount,
        "paye": int(sale.paid),
        "mode_paiement": sale.payment,
        "adresse_ip_client": sale.address or None,
        "version_app_maui": sale.version,
        "client_maui_id": sale.terminal,
        "boutique_id": sale.stored,
        "annulee_par": seller.serial if seller else "",
        "date_annulation": text(sale.cancelled_at),
        "est_annulee": int(bool(sale.cancelled)),
        "motif_annulation": sale.cancelled,
        "devise": sale.currency,
        "montant_total_usd": in_usd,
        "created_at": text(sale.received) if sale.reception_known else None,
    }


def _line(id_: int, sale_id: int, sale: DemoSale, line: DemoLine) -> Row:
    price, in_usd = str(line.price), None
    if sale.currency == "USD" and sale.older_call:
        price, in_usd = "0", price
    return {
        "id": id_,
        "quantite": line.quantity,
        "prix_unitaire": price,
        "article_id": line.article.id,
        "vente_id": sale_id,
        "devise": sale.currency,
        "prix_unitaire_usd": in_usd,
        "variante_id": None,
        "est_negocie": int(bool(line.reason)),
        "prix_original": line.listed,
        "motif_reduction": line.reason,
    }


def _movement(id_: int, sale: DemoSale, line: DemoLine, before: int, seller: str) -> Row:
    return {
        "id": id_,
        "type_mouvement": "VENTE",
        "quantite": -line.quantity,
        "date_mouvement": text(sale.received),
        "commentaire": f"Vente #{sale.number} - Prix: {line.price} {sale.currency}",
        "article_id": line.article.id,
        "stock_avant": before,
        "stock_apres": before - line.quantity,
        "reference_document": sale.number,
        "utilisateur": seller,
    }


def _rejected(rejected: list[Rejected]) -> Iterator[Row]:
    for id_, one in enumerate(rejected, start=1):
        handled = one.attempted + timedelta(hours=5) if one.handled else None
        yield {
            "id": id_,
            "vente_uid": one.sale.number,
            "date_tentative": text(one.attempted),
            "date_vente_originale": text(one.sale.sold),
            "donnees_vente": json.dumps(_payload(one.sale)),
            "raison_rejet": one.reason,
            "message_erreur": one.message,
            "article_concerne_id": one.article.id if one.article else None,
            "article_concerne_nom": one.article.name if one.article else "",
            "stock_demande": 0 if one.article else None,
            "stock_disponible": 0 if one.article else None,
            "action_requise": "NOTIFY_USER" if one.article else "NOTIFY_MANAGER",
            "traitee": int(one.handled),
            "date_traitement": text(handled),
            "traite_par": "support" if one.handled else "",
            "notes_traitement": "",
            "created_at": text(one.attempted),
            "updated_at": text(handled or one.attempted),
            "boutique_id": one.boutique,
            "terminal_id": one.sale.terminal,
        }


def _payload(sale: DemoSale) -> Mapping[str, Any]:
    """What the terminal sent, as the server keeps it."""
    return {
        "numero_facture": sale.number,
        "date_vente": sale.sold.isoformat(timespec="milliseconds"),
        "montant_total": float(sale.amount),
        "montant_total_usd": None,
        "devise": sale.currency,
        "mode_paiement": sale.payment,
        "paye": True,
        "lignes": [
            {
                "article_id": line.article.id,
                "variante_id": None,
                "quantite": line.quantity,
                "prix_unitaire": float(line.price),
                "prix_unitaire_usd": None,
                "devise": sale.currency,
            }
            for line in sale.lines
        ],
    }
