"""Bare SQL that does what the program does, straight through the drivers."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import psycopg
import pymysql
import sqlalchemy as sa

from benchmarks.world import NOW

#: The check: totals, orphans, per boutique, per terminal, amounts, the last ten with their lines.
_PAID = "paye AND NOT est_annulee"
_ORPHAN = "boutique_id IS NULL"
_MISSING = f"{_ORPHAN} AND {_PAID}"
_NEWEST = "ORDER BY date_vente DESC LIMIT 10"
_LAST = f"SELECT id FROM inventory_vente {_NEWEST}"
_LINES = "inventory_lignevente l JOIN inventory_article a ON a.id = l.article_id"
_CHECK = (
    "SELECT count(*) FROM inventory_vente",
    "SELECT count(*) FROM inventory_vente WHERE date_vente >= '{day_ago}'",
    "SELECT count(*) FROM inventory_vente WHERE boutique_id IS NULL",
    "SELECT count(*) FROM inventory_vente WHERE client_maui_id IS NULL",
    "SELECT boutique_id, count(*) FROM inventory_vente GROUP BY boutique_id",
    "SELECT client_maui_id, count(*) FROM inventory_vente GROUP BY client_maui_id",
    f"SELECT devise, sum(montant_total) FROM inventory_vente WHERE {_PAID} GROUP BY devise",
    f"SELECT devise, sum(montant_total) FROM inventory_vente WHERE {_MISSING} GROUP BY devise",
    f"SELECT * FROM inventory_vente {_NEWEST}",
    f"SELECT l.*, a.nom FROM {_LINES} WHERE l.vente_id IN (SELECT id FROM ({_LAST}) newest)",
)
#: Every orphan with its terminal's boutique against the boutiques of its lines' articles.
CLASSIFY = (
    "SELECT v.id, v.client_maui_id, c.boutique_id, count(DISTINCT a.boutique_id), "
    "min(a.boutique_id) FROM inventory_vente v "
    "LEFT JOIN inventory_client c ON c.id = v.client_maui_id "
    "LEFT JOIN inventory_lignevente l ON l.vente_id = v.id "
    "LEFT JOIN inventory_article a ON a.id = l.article_id "
    "WHERE v.boutique_id IS NULL GROUP BY v.id, v.client_maui_id, c.boutique_id"
)
_JOURNAL = "CREATE TABLE bare_journal (sale_id {big} PRIMARY KEY, before {big}, after {big})"
_WANTED = "CREATE TABLE bare_wanted (sale_id {big} PRIMARY KEY, target {big})"
_NOTE = (
    "INSERT INTO bare_journal SELECT v.id, v.boutique_id, w.target FROM bare_wanted w "
    "JOIN inventory_vente v ON v.id = w.sale_id"
)
_ATTACH = (
    "UPDATE inventory_vente SET boutique_id = j.after FROM bare_journal j "
    "WHERE j.sale_id = inventory_vente.id"
)
_IN_ORDER = "SELECT id FROM inventory_vente ORDER BY date_vente DESC, id DESC"


class Bare:
    """One connection of a driver, in which nothing is committed unless said."""

    def __init__(self, url: str) -> None:
        """Connect; SQLite is opened as Python opens it."""
        parts = sa.make_url(url)
        self.engine = parts.get_backend_name()
        if self.engine == "sqlite":
            self._driver: Any = sqlite3.connect(parts.database or "", isolation_level=None)
        else:
            self._driver = _on_server(parts)

    def rows(self, statement: str) -> Sequence[Any]:
        """Every row of one statement."""
        cursor = self._driver.cursor()
        cursor.execute(statement)
        found: Sequence[Any] = cursor.fetchall()
        cursor.close()
        return found

    def run(self, statement: str) -> None:
        """One statement that answers nothing."""
        cursor = self._driver.cursor()
        cursor.execute(statement)
        cursor.close()

    def check(self) -> object:
        """Every question of the check, all rows."""
        day_ago = (NOW - timedelta(hours=24)).replace(tzinfo=None).isoformat(" ")
        return [self.rows(statement.format(day_ago=day_ago)) for statement in _CHECK]

    def classify(self) -> object:
        """Every orphan classified, all rows."""
        return self.rows(CLASSIFY)

    def vector(self) -> object:
        """The ids of all sales in order, as rows."""
        return self.rows(_IN_ORDER)

    def get_ready(self, wanted: Sequence[tuple[int, int]]) -> None:
        """Make a bare journal, and the list of sales with their boutiques; committed."""
        big = "INTEGER" if self.engine == "sqlite" else "bigint"
        self.run(_JOURNAL.format(big=big))
        self.run(_WANTED.format(big=big))
        self.run("BEGIN")
        mark = "?" if self.engine == "sqlite" else "%s"
        cursor = self._driver.cursor()
        cursor.executemany(f"INSERT INTO bare_wanted VALUES ({mark}, {mark})", wanted)
        cursor.close()
        self.run("COMMIT")

    def apply(self) -> None:
        """Journal and change, in one transaction, committed."""
        self.run("BEGIN IMMEDIATE" if self.engine == "sqlite" else "BEGIN")
        self.run(_NOTE)
        self.run(_ATTACH)
        self.run("COMMIT")

    def close(self) -> None:
        """Let go of the connection."""
        self._driver.close()


def _on_server(parts: sa.URL) -> Any:
    host, port, user = str(parts.host), parts.port or 0, str(parts.username)
    password, database = str(parts.password), str(parts.database)
    if parts.get_backend_name() == "postgresql":
        return psycopg.connect(
            host=host, port=port, user=user, password=password, dbname=database, autocommit=True
        )
    return pymysql.connect(
        host=host, port=port, user=user, password=password, database=database, autocommit=True
    )


@contextmanager
def connected(url: str) -> Iterator[Bare]:
    """A connection that is closed afterwards."""
    bare = Bare(url)
    try:
        yield bare
    finally:
        bare.close()
