"""A small shop in a file whose repair can be followed by hand."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from desktop_admin.domain.changes import Operator, new_id
from desktop_admin.domain.clock import frozen_clock
from desktop_admin.domain.repair import Choices, plan_repair, repair_set, select
from desktop_admin.reports.repair import RepairReport, conclude, look_before
from desktop_admin.sources.sql.source import SqlSource, open_sql
from tests.shops import NOON, Shop, make_shop

NOW = datetime(2026, 11, 22, 11, 0, tzinfo=UTC)
MANAGER = Operator("g.mbuyi", "CAISSE-1")
OTHER = Operator("a.ilunga", "BUREAU")


@dataclass
class Bench:
    """A shop in a file, and the sales that matter."""

    url: str
    source: SqlSource
    gombe: int
    limete: int
    till: int
    lost: int
    #: Orphans that are certain, the last one cancelled.
    certain: tuple[int, int, int]
    conflict: int
    blocked: int

    def execute(self, statement: str, **values: Any) -> None:
        """Change something past the program."""
        engine = sa.create_engine(self.url)
        with engine.begin() as connection:
            connection.execute(sa.text(statement), values)
        engine.dispose()

    def receive(self, count: int) -> None:
        """Let the server store new sales."""
        for _ in range(count):
            self.execute(
                "INSERT INTO inventory_vente (numero_facture, date_vente, montant_total, paye,"
                " mode_paiement, version_app_maui, annulee_par, est_annulee, motif_annulation,"
                " devise) SELECT 'NEW-' || (max(id) + 1), '2026-11-22 10:00:00', 77, 1, 'CASH', '',"
                " '', 0, '', 'CDF' FROM inventory_vente"
            )


@contextmanager
def bench_in(folder: Path) -> Iterator[Bench]:
    """Two boutiques; three certain orphans, one in conflict, one nobody can place."""
    url = f"sqlite:///{folder}/shop.sqlite3"
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        made = fill(make_shop(connection))
    engine.dispose()
    source = open_sql(url, clock=frozen_clock(NOW))
    source.prepare()
    bench = Bench(url, source, **made)
    yield bench
    bench.source.close()


def fill(shop: Shop) -> dict[str, Any]:
    gombe, limete = shop.boutique("Gombe"), shop.boutique("Limete")
    rice, soap = shop.article("Riz", boutique=gombe), shop.article("Savon", boutique=limete)
    till, lost = shop.terminal("SN-1", boutique=gombe), shop.terminal("SN-2")
    shop.sale(terminal=till, boutique=gombe, lines=[(rice, 10)])
    # Long before the period concerned.
    shop.sale(terminal=till, boutique=gombe, lines=[rice], sold=NOON - timedelta(days=9))
    paid = shop.sale(terminal=till, lines=[(rice, 2)])
    dollars = shop.sale(terminal=till, lines=[rice], currency="USD", amount=12)
    cancelled = shop.sale(terminal=till, lines=[rice], cancelled=True)
    shop.sale(terminal=till, boutique=gombe, lines=[rice], currency="USD", amount=5)
    return {
        "gombe": gombe,
        "limete": limete,
        "till": till,
        "lost": lost,
        "certain": (paid, dollars, cancelled),
        "conflict": shop.sale(terminal=till, lines=[rice, soap]),
        "blocked": shop.sale(terminal=lost, amount=700),
    }


def repaired(bench: Bench, meanwhile: Callable[[], None] = lambda: None) -> RepairReport:
    """Analyse, let something happen, repair what is certain."""
    plan = plan_repair(bench.source.evidence())
    selected = select(plan, Choices())
    assert [one.proposal.orphan.sale_id for one in selected] == list(bench.certain)
    before = look_before(bench.source, plan, selected)
    meanwhile()
    found = bench.source.apply(repair_set(plan, selected, MANAGER, new_id()))
    return conclude(bench.source, plan, plan.proposals, selected, before, found)
