"""A made-up shop as rows of the server's tables, with the truth beside them."""

import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from typing import Any

import sqlalchemy as sa

from desktop_admin.domain.evidence import Assignment
from tests.shops import make_shop
from tests.truth.scenario import Scenario
from tests.truth.trade import Sold, Trade
from tests.truth.world import END, LENGTH, START, Builder, Place, Till, World

Row = Mapping[str, Any]

#: The migration by which stock movements say which document they belong to.
_REFERENCES_SINCE = 7

#: When the evidence is gathered.
NOW = END + timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Made:
    """One shop: its rows by table, and what is true of them."""

    scenario: Scenario
    seed: int
    tables: Mapping[str, Sequence[Row]]
    #: The true boutique of every orphan, by sale id.
    truth: Mapping[int, int]
    #: Orphans of whose true boutique no trace is left: whatever is said of them is luck.
    undecidable: frozenset[int]
    assignments: Mapping[int, Sequence[Assignment]]

    def write(self, connection: sa.Connection) -> None:
        """Make the tables on any engine and fill them; nothing is committed."""
        shop = make_shop(connection, self.scenario.migration)
        for table, rows in self.tables.items():
            if table in shop.tables:
                there = shop.tables[table].columns.keys()
                shop.add_many(
                    table, ({name: row[name] for name in row if name in there} for row in rows)
                )


def make(scenario: Scenario, seed: int) -> Made:
    """The shop of that scenario and seed; the same ones give the same shop."""
    dice = random.Random(f"{scenario.name} {seed}")
    world = Builder(scenario, dice).build()
    sales = Trade(scenario, world, dice).run()
    orphans = [sale for sale in sales if sale.orphan]
    return Made(
        scenario=scenario,
        seed=seed,
        tables=dict(_tables(scenario, world, sales)),
        truth={sale.id: sale.boutique for sale in orphans},
        undecidable=_undecidable(scenario, world, sales),
        assignments=_journal(scenario, world),
    )


def _tables(
    scenario: Scenario, world: World, sales: Sequence[Sold]
) -> Iterator[tuple[str, Sequence[Row]]]:
    merchants = range(1, scenario.merchants + 1)
    yield "auth_user", [_user(id_) for id_ in merchants]
    yield "inventory_commercant", [_merchant(id_) for id_ in merchants]
    places = [place for place in world.places.values() if place.id != world.deleted]
    yield "inventory_boutique", [_boutique(place) for place in places]
    yield "inventory_client", [_terminal(till) for till in world.tills]
    yield "inventory_article", [_article(id_, home) for id_, home in world.articles.items()]
    yield "inventory_vente", [_sale(sale) for sale in sales]
    sold = [(sale, article) for sale in sales for article in sale.lines]
    lines = [{"vente_id": sale.id, "article_id": article} for sale, article in sold]
    yield "inventory_lignevente", lines
    if scenario.migration >= _REFERENCES_SINCE:
        moved = [(sale, article) for sale in sales for article in sale.movements]
        yield "inventory_mouvementstock", [_movement(sale, article) for sale, article in moved]
    else:
        yield "inventory_mouvementstock", []


def _user(id_: int) -> Row:
    return {"id": id_, "username": f"m{id_}", "email": f"m{id_}@example.com"}


def _merchant(id_: int) -> Row:
    return {
        "id": id_,
        "nom_entreprise": f"Merchant {id_}",
        "nom_responsable": "",
        "email": f"m{id_}@example.com",
        "user_id": id_,
    }


def _boutique(place: Place) -> Row:
    return {
        "id": place.id,
        "nom": f"Place {place.id}",
        "code_boutique": f"P{place.id}",
        "commercant_id": place.merchant,
        "est_active": place.active,
        "est_depot": place.depot,
        "type_commerce": "DEPOT" if place.depot else "GENERAL",
    }


def _article(id_: int, home: int | None) -> Row:
    return {
        "id": id_,
        "nom": f"Article {id_}",
        "code": f"A{id_}",
        "qr_code": "",
        "boutique_id": home,
    }


def _movement(sale: Sold, article: int) -> Row:
    return {
        "reference_document": sale.number,
        "article_id": article,
        "date_mouvement": sale.received,
    }


def _terminal(till: Till) -> Row:
    return {
        "id": till.id,
        "nom_terminal": f"Till {till.id}",
        "numero_serie": till.serial,
        "compte_proprietaire_id": till.owner,
        "boutique_id": till.present,
        "est_actif": till.active,
        "date_creation": till.stays[0].since,
        "date_mise_a_jour": till.updated,
    }


def _sale(sale: Sold) -> Row:
    return {
        "id": sale.id,
        "numero_facture": sale.number,
        "date_vente": sale.shown,
        "created_at": sale.created,
        "montant_total": 1500 * max(1, len(sale.lines)),
        "client_maui_id": sale.terminal,
        "boutique_id": sale.stored,
    }


def _journal(scenario: Scenario, world: World) -> Mapping[int, Sequence[Assignment]]:
    """The assignments our journal knows: those of the last part of the time."""
    since = START + LENGTH * (1 - scenario.journal)
    known: dict[int, Sequence[Assignment]] = {}
    for till in world.tills:
        moves = [
            Assignment(at, before, after)
            for (_, before), (at, after) in pairwise(till.records)
            if at >= max(since, till.recreated)
        ]
        if moves:
            known[till.id] = moves
    return known


def _undecidable(scenario: Scenario, world: World, sales: Sequence[Sold]) -> frozenset[int]:
    """Orphans of which no trace leads to the true boutique.

    Their goods name others only; or nothing speaks of their own, and of their terminal's stay
    there is no located sale, nor is it the one that its row tells of.
    """
    references = scenario.migration >= _REFERENCES_SINCE
    goods = {sale.id: goods_of(world, sale, movements=references) for sale in sales}
    serials = Counter(till.serial.strip() for till in world.tills)
    linked = {sale.id for sale in sales if _is_linked(sale, serials)}
    honest = {
        (sale.till.id, sale.stay)
        for sale in sales
        if sale.id in linked
        and (goods[sale.id] == {sale.boutique} if goods[sale.id] else sale.stored == sale.boutique)
    }
    found = set()
    for sale in sales:
        named = sale.number.startswith(f"VENTE-{sale.boutique}-")
        if not sale.orphan or sale.boutique in goods[sale.id]:
            continue
        if sale.boutique == world.deleted:
            found.add(sale.id)
            continue
        last = sale.stay == len(sale.till.stays) - 1 and sale.till.present == sale.boutique
        placed = sale.id in linked and (last or (sale.till.id, sale.stay) in honest)
        if goods[sale.id] or not (named or placed):
            found.add(sale.id)
    return frozenset(found)


def _is_linked(sale: Sold, serials: Counter[str]) -> bool:
    """Whether the sale leads to its terminal, by reference or by the serial in its number."""
    serial = sale.till.serial.strip()
    named = sale.number.startswith(f"{serial}-") and serials[serial] == 1
    return sale.terminal is not None or named


def goods_of(world: World, sale: Sold, *, movements: bool) -> set[int]:
    """The selling boutiques that the goods of a sale name, by `movements` too or lines alone."""
    goods = (*sale.lines, *sale.movements) if movements else sale.lines
    homes = {world.articles[article] for article in goods}
    known = homes - {None, world.deleted}
    return {home for home in known if home is not None and not world.places[home].depot}
