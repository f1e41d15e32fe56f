"""The demo: whole, alike on every machine, and rich in every trouble of the field."""

import shutil
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from desktop_admin.domain.causes import Trait, common_causes, still_made
from desktop_admin.domain.clock import frozen_clock
from desktop_admin.domain.evidence import Confidence
from desktop_admin.domain.repair import plan_repair
from desktop_admin.domain.stray import StrayBasis
from desktop_admin.domain.traces import plan_strays
from desktop_admin.sources.demo import demo_path, open_demo_database, reset_demo
from desktop_admin.sources.sql.source import SqlSource, open_sql

NOON = datetime(2026, 11, 21, 11, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return open_demo_database(tmp_path_factory.mktemp("demo"), NOON)


@pytest.fixture
def shop(demo: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(f"{demo.as_uri()}?mode=ro", uri=True)
    yield connection
    connection.close()


@pytest.fixture(scope="module")
def source(demo: Path) -> Iterator[SqlSource]:
    opened = open_sql(f"sqlite:///{demo}", read_only=True, clock=frozen_clock(NOON))
    yield opened
    opened.close()


def one(shop: sqlite3.Connection, query: str) -> Any:
    """The one value a query answers with."""
    return shop.execute(query).fetchone()[0]


def dump(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()


def test_a_shop_of_the_promised_size(shop: sqlite3.Connection) -> None:
    assert one(shop, "SELECT count(*) FROM inventory_commercant") == 4
    assert one(shop, "SELECT count(*) FROM inventory_boutique WHERE est_depot") == 4
    assert one(shop, "SELECT count(*) FROM inventory_boutique WHERE NOT est_depot") == 40
    assert one(shop, "SELECT count(*) FROM inventory_client") == 300
    assert one(shop, "SELECT count(*) FROM inventory_vente") == 20_000
    orphans = one(shop, "SELECT count(*) FROM inventory_vente WHERE boutique_id IS NULL")
    assert 300 <= orphans <= 600


def test_rows_are_sound(shop: sqlite3.Connection) -> None:
    assert one(shop, "PRAGMA integrity_check") == "ok"
    assert shop.execute("PRAGMA foreign_key_check").fetchall() == []
    assert one(shop, "PRAGMA journal_mode") == "delete"
    assert one(shop, "SELECT count(*) FROM desktop_admin_chain") == 1


@pytest.mark.slow
def test_the_same_day_gives_the_same_demo(demo: Path, tmp_path: Path) -> None:
    later = open_demo_database(tmp_path, NOON + timedelta(hours=9))
    assert dump(later) == dump(demo)


@pytest.mark.slow
def test_nothing_happens_in_the_future(tmp_path: Path) -> None:
    early = datetime(2026, 3, 7, 5, 30, tzinfo=UTC)
    path = open_demo_database(tmp_path, early)
    connection = sqlite3.connect(path)
    try:
        moments = [
            one(connection, f"SELECT max({column}) FROM {table}")
            for table, column in (
                ("inventory_vente", "date_vente"),
                ("inventory_vente", "created_at"),
                ("inventory_mouvementstock", "date_mouvement"),
                ("inventory_client", "date_mise_a_jour"),
                ("inventory_venterejetee", "date_tentative"),
            )
        ]
    finally:
        connection.close()
    assert max(moments) < str(early.replace(tzinfo=None))
    assert min(moments) > "2026-02"


@pytest.mark.slow
def test_an_existing_demo_is_left_alone_and_a_reset_makes_it_anew(
    demo: Path, tmp_path: Path
) -> None:
    path = demo_path(tmp_path)
    shutil.copyfile(demo, path)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE inventory_client SET nom_terminal = 'changed'")
    connection.commit()
    connection.close()
    changed = path.read_bytes()
    open_demo_database(tmp_path, NOON + timedelta(days=40))
    assert path.read_bytes() == changed
    path.with_name(path.name + "-journal").write_bytes(b"left by a crash")
    reset_demo(tmp_path, NOON)
    assert dump(path) == dump(demo)
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


def test_a_demo_that_cannot_be_finished_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("desktop_admin.sources.demo.database._fill", fail)
    with pytest.raises(OSError, match="disk full"):
        open_demo_database(tmp_path, NOON)
    assert list(tmp_path.iterdir()) == []


ORPHAN = "FROM inventory_vente v WHERE v.boutique_id IS NULL"
LINES = "SELECT 1 FROM inventory_lignevente l WHERE l.vente_id = v.id"
MOVES = "SELECT 1 FROM inventory_mouvementstock m WHERE m.reference_document = v.numero_facture"
SOLD_FROM = (
    "SELECT {what} FROM inventory_lignevente l JOIN inventory_article a ON a.id = l.article_id "
    "WHERE l.vente_id = v.id"
)
TROUBLES = {
    "orphans with goods": f"{ORPHAN} AND EXISTS ({LINES})",
    "orphans with movements only": f"{ORPHAN} AND NOT EXISTS ({LINES}) AND EXISTS ({MOVES})",
    "orphans without goods": f"{ORPHAN} AND NOT EXISTS ({LINES}) AND NOT EXISTS ({MOVES})",
    "orphans from the web": f"{ORPHAN} AND client_maui_id IS NULL AND numero_facture GLOB 'WEB-*'",
    "orphans with a boutique in the number": f"{ORPHAN} AND numero_facture GLOB 'VENTE-*'",
    "orphans with only a serial": (
        f"{ORPHAN} AND client_maui_id IS NULL AND numero_facture NOT GLOB 'WEB-*' "
        "AND numero_facture NOT GLOB 'VENTE-*'"
    ),
    "goods of two boutiques": (
        f"{ORPHAN} AND ({SOLD_FROM.format(what='count(DISTINCT a.boutique_id)')}) > 1"
    ),
    "terminals without boutique": "FROM inventory_client WHERE boutique_id IS NULL",
    "inactive terminals with recent sales": (
        "FROM inventory_client c WHERE NOT est_actif AND EXISTS (SELECT 1 FROM inventory_vente v "
        "WHERE v.client_maui_id = c.id AND v.date_vente > '2026-11-16')"
    ),
    "closed boutiques": "FROM inventory_boutique WHERE NOT est_active",
    "boutiques without permission to sell": "FROM inventory_boutique WHERE NOT pos_autorise",
    "terminals that moved": (
        "FROM inventory_client c WHERE date_mise_a_jour > date_creation AND EXISTS "
        "(SELECT 1 FROM inventory_vente v WHERE v.client_maui_id = c.id "
        "AND v.boutique_id <> c.boutique_id)"
    ),
    "sales stored under another boutique": (
        "FROM inventory_vente v WHERE boutique_id NOT IN "
        f"({SOLD_FROM.format(what='coalesce(a.boutique_id, 0)')})"
    ),
    "late uploads": (
        "FROM inventory_vente WHERE julianday(created_at) - julianday(date_vente) > 0.5"
    ),
    "unpaid": "FROM inventory_vente WHERE NOT paye",
    "cancelled": "FROM inventory_vente WHERE est_annulee AND date_annulation IS NOT NULL",
    "rejected, article": "FROM inventory_venterejetee WHERE raison_rejet = 'ARTICLE_NOT_FOUND'",
    "rejected, other": "FROM inventory_venterejetee WHERE raison_rejet = 'OTHER'",
    "dollars of the sync call": (
        "FROM inventory_vente WHERE devise = 'USD' AND montant_total > 0 "
        "AND coalesce(montant_total_usd, 0) = 0"
    ),
    "dollars of the older call": (
        "FROM inventory_vente WHERE devise = 'USD' AND montant_total = 0 AND montant_total_usd > 0"
    ),
    "sales that stand in their boutique and lost their terminal": (
        "FROM inventory_vente WHERE client_maui_id IS NULL AND boutique_id IS NOT NULL"
    ),
    "sales from behind a router that several terminals share": (
        "FROM inventory_vente WHERE adresse_ip_client IN (SELECT derniere_adresse_ip FROM "
        "inventory_client GROUP BY 1 HAVING count(*) > 1)"
    ),
    "reception unknown": "FROM inventory_vente WHERE created_at IS NULL",
}


@pytest.mark.parametrize("trouble", TROUBLES)
def test_every_trouble_is_there(shop: sqlite3.Connection, trouble: str) -> None:
    assert one(shop, f"SELECT count(*) {TROUBLES[trouble]}") > 0


def test_sales_without_terminal_are_of_every_kind(source: SqlSource) -> None:
    plan = plan_strays(source.strays())
    assert {sure for sure, count in plan.counts().items() if count >= 3} == set(Confidence)
    told = {said.basis for one in plan.proposals for said in one.verdict.testimonies}
    assert {
        *(StrayBasis.SERIAL, StrayBasis.UNKNOWN_SERIAL, StrayBasis.MADE_IN_BROWSER),
        *(StrayBasis.LAST_ADDRESS, StrayBasis.SHARED_ADDRESS, StrayBasis.NO_ADDRESS),
        *(StrayBasis.SOLD_THERE, StrayBasis.ONLY_SELLER, StrayBasis.SEVERAL_TERMINALS),
    } <= told


def test_orphans_have_causes_and_are_still_being_made(source: SqlSource) -> None:
    causes = common_causes(source.traits(ZoneInfo("Africa/Kinshasa")))
    assert {Trait.VERSION, Trait.DAY} <= {cause.trait for cause in causes}
    plan = plan_repair(source.evidence())
    still = still_made(plan, NOON)
    assert len(still) >= 3
    assert all(plan.terminals[one.terminal_id].boutique_id == one.boutique_id for one in still)


def test_the_week_beats_as_in_kinshasa(shop: sqlite3.Connection) -> None:
    by_day = dict(
        shop.execute(
            "SELECT strftime('%w', date_vente, '+1 hour'), count(*) FROM inventory_vente GROUP BY 1"
        )
    )
    assert min(by_day, key=lambda day: by_day[day]) == "0"
    assert max(by_day, key=lambda day: by_day[day]) == "6"
    night = "strftime('%H', date_vente, '+1 hour') NOT BETWEEN '06' AND '21'"
    assert one(shop, f"SELECT count(*) FROM inventory_vente WHERE {night}") == 0
