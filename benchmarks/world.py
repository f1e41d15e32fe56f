"""A big shop: made once as an SQLite file, a pure function of its size.

300 terminals in 40 boutiques of 4 merchants (each with a depot) sell for eighteen months. Every
fourteenth terminal moved in between. Orphans are scattered over all of it; some have no lines,
some no terminal. Part of the sales left stock movements, some were uploaded a day late.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from operator import itemgetter
from pathlib import Path
from random import Random
from typing import Any

import sqlalchemy as sa

from desktop_admin.sources.sql import shop as server
from tests.shops import Shop, make_shop

#: The moment of every measure; the last sale was made a minute before.
NOW = datetime(2026, 11, 20, 17, 0, tzinfo=UTC)
_SPAN = timedelta(days=540)
_START = NOW - _SPAN

MERCHANTS = 4
BOUTIQUES = 40
TERMINALS = 300
_ARTICLES_EACH = 60
_MOVED_EVERY = 14
#: When those moved: after this part of the time.
_MOVED_AT = 0.6
_BATCH = 10_000
#: Tables filled by the million: their indexes are made afterwards.
_BIG_TABLES = ("inventory_vente", "inventory_lignevente", "inventory_mouvementstock")


@dataclass(frozen=True, slots=True)
class Size:
    """How big a shop, and how old its schema."""

    sales: int = 1_000_000
    orphans: int = 80_000
    migration: int = server.NEWEST

    @property
    def name(self) -> str:
        """A name for its files."""
        return f"shop-{self.sales}-{self.orphans}-{self.migration:04}"


@dataclass(frozen=True, slots=True)
class _Till:
    id: int
    serial: str
    first: int
    later: int


def make(path: Path, size: Size) -> None:
    """Make the shop as an SQLite file in WAL mode, as the shop's server leaves it."""
    engine = sa.create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        shop = make_shop(connection, size.migration)
        for name in _BIG_TABLES:
            for index in shop.tables[name].indexes if name in shop.tables else ():
                index.drop(connection)
        tills, shelves = _people(shop)
    bulk = sqlite3.connect(path, isolation_level=None)
    bulk.execute("PRAGMA synchronous = OFF")
    bulk.execute("PRAGMA journal_mode = OFF")
    bulk.execute("PRAGMA cache_size = -400000")
    bulk.execute("BEGIN")
    _Filler(bulk, shop, tills, shelves, size).fill()
    bulk.execute("COMMIT")
    bulk.close()
    with engine.begin() as connection:
        for name in _BIG_TABLES:
            for index in shop.tables[name].indexes if name in shop.tables else ():
                index.create(connection)
        connection.exec_driver_sql("ANALYZE")
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA journal_mode = WAL")
    engine.dispose()


def _people(shop: Shop) -> tuple[list[_Till], dict[int, list[int]]]:
    """Merchants, boutiques, terminals and the articles of each boutique."""
    merchants = [shop.merchant() for _ in range(MERCHANTS)]
    for merchant in merchants:
        shop.boutique(merchant=merchant, depot=True)
    boutiques = [
        shop.boutique(merchant=merchants[number % MERCHANTS], active=number % 20 != 7)
        for number in range(BOUTIQUES)
    ]
    shelves = {
        boutique: [shop.article(boutique=boutique) for _ in range(_ARTICLES_EACH)]
        for boutique in boutiques
    }
    tills = [_till(shop, boutiques, number) for number in range(TERMINALS)]
    return tills, shelves


def _till(shop: Shop, boutiques: list[int], number: int) -> _Till:
    """A terminal; one that moves goes to another boutique of the same merchant."""
    first = boutiques[number % BOUTIQUES]
    moves = number % _MOVED_EVERY == 0
    later = boutiques[(number + 3 * MERCHANTS) % BOUTIQUES] if moves else first
    serial = f"V2-{number:06}"
    updated = _START + _SPAN * _MOVED_AT if moves else _START
    return _Till(shop.terminal(serial, boutique=later, updated=updated), serial, first, later)


class _Filler:
    """Writes sales, lines and movements in pieces."""

    def __init__(
        self,
        bulk: sqlite3.Connection,
        shop: Shop,
        tills: list[_Till],
        shelves: dict[int, list[int]],
        size: Size,
    ) -> None:
        self._bulk = bulk
        self._shop = shop
        self._tills = tills
        self._shelves = shelves
        self._size = size
        self._random = Random(20261120)
        self._lines: list[tuple[Any, ...]] = []
        self._movements: list[tuple[Any, ...]] = []
        self._line_ids = 0
        self._movement_ids = 0

    def fill(self) -> None:
        """Write everything."""
        write_sales = self._writer("inventory_vente", _SALE)
        write_lines = self._writer("inventory_lignevente", _LINE)
        write_movements = self._writer("inventory_mouvementstock", _MOVEMENT)
        sales = self._sales()
        while rows := list(islice(sales, _BATCH)):
            write_sales(rows)
            write_lines(self._lines)
            write_movements(self._movements)
            self._lines.clear()
            self._movements.clear()

    def _writer(
        self, name: str, columns: tuple[str, ...]
    ) -> Callable[[list[tuple[Any, ...]]], None]:
        """Insert rows given in `columns`; those this schema does not have are left out."""
        there = self._shop.tables[name].c
        places = [place for place, column in enumerate(columns) if column in there]
        pick = itemgetter(*places)
        names = ", ".join(columns[place] for place in places)
        marks = ", ".join("?" * len(places))
        statement = f"INSERT INTO {name} ({names}) VALUES ({marks})"

        def write(rows: list[tuple[Any, ...]]) -> None:
            self._bulk.executemany(statement, map(pick, rows))

        return write

    def _sales(self) -> Iterator[tuple[Any, ...]]:
        """Sales in the order the server received them."""
        chance, count = self._random.random, self._size.sales
        orphaned = self._size.orphans / count
        step = _SPAN / count
        for id_ in range(1, count + 1):
            at = _START + step * (id_ - chance())
            till = self._tills[int(chance() * TERMINALS)]
            boutique = till.first if id_ < count * _MOVED_AT else till.later
            orphan = chance() < orphaned
            currency, amount = "CDF", 500 + int(chance() * 400_000)
            if chance() < 0.14:
                currency, amount = "USD", 1 + int(chance() * 90)
            number = f"{till.serial}-{at:%Y%m%d%H%M%S}{at.microsecond // 1000:03}-{id_:08x}"
            if orphan and chance() < 0.02:
                number = f"VENTE-{boutique}-{at:%Y%m%d%H%M%S}-{id_}"
            if chance() < 0.95:
                self._sell_goods(id_, number, boutique, currency, at)
            sold = at - timedelta(hours=26) if chance() < 0.02 else at
            yield (
                id_,
                number,
                _written(sold),
                amount,
                chance() < 0.97,
                "CASH",
                "1.4.2",
                None if orphan and chance() < 0.01 else till.id,
                None if orphan else boutique,
                "",
                chance() < 0.015,
                "",
                currency,
                _written(at) if id_ > count * 0.2 else None,
            )

    def _sell_goods(
        self, sale: int, number: str, boutique: int, currency: str, at: datetime
    ) -> None:
        chance = self._random.random
        shelf = self._shelves[boutique]
        moved = chance() < 0.3
        for _ in range((1, 2, 2, 3)[int(chance() * 4)]):
            article = shelf[int(chance() * _ARTICLES_EACH)]
            self._line_ids += 1
            self._lines.append((self._line_ids, 1, 1500, article, sale, currency, 0, ""))
            if moved:
                self._movement_ids += 1
                self._movements.append(
                    (self._movement_ids, "VENTE", -1, _written(at), "", article, number, "")
                )


def _written(moment: datetime) -> str:
    """As the server's SQLite has it: UTC without zone."""
    return moment.replace(tzinfo=None).isoformat(" ")


_SALE = (
    *("id", "numero_facture", "date_vente", "montant_total", "paye", "mode_paiement"),
    *("version_app_maui", "client_maui_id", "boutique_id", "annulee_par", "est_annulee"),
    *("motif_annulation", "devise", "created_at"),
)
_LINE = (
    *("id", "quantite", "prix_unitaire", "article_id", "vente_id", "devise", "est_negocie"),
    "motif_reduction",
)
_MOVEMENT = (
    *("id", "type_mouvement", "quantite", "date_mouvement", "commentaire", "article_id"),
    *("reference_document", "utilisateur"),
)
