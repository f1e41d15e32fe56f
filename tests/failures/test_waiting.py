"""Somebody else holds what is needed, or takes it away."""

import time
from threading import Timer

import pytest
import sqlalchemy as sa

from desktop_admin.sources.base import Busy, NotAsExpected, NotPrepared, SaleQuery
from desktop_admin.sources.sql.engine import LOCK_SECONDS
from desktop_admin.sources.sql.source import open_sql
from tests.contract.bench import Desk, changed, without_references
from tests.contract.changes import attach, change_set, sale_to
from tests.contract.market import NOW
from tests.shops import make_shop


def _hold(connection: sa.Connection, desk: Desk) -> None:
    """Hold a sale that others want to change."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN EXCLUSIVE")
    else:
        connection.exec_driver_sql(
            f"SELECT id FROM inventory_vente WHERE id = {desk.market.orphans[0]} FOR UPDATE"
        )


def test_after_its_patience_it_is_busy_and_nothing_is_changed(desk: Desk) -> None:
    source = desk.open(lock_seconds=1)
    sent = attach(desk)
    before = desk.snapshot()
    with desk.engine.connect() as other:
        _hold(other, desk)
        begun = time.monotonic()
        with pytest.raises(Busy) as busy:
            source.apply(sent)
        assert time.monotonic() - begun < LOCK_SECONDS
        assert busy.value.facts["step"] == "locked"
        if desk.engine.dialect.name == "sqlite":
            with pytest.raises(Busy):
                source.sale_ids(SaleQuery())
            other.exec_driver_sql("ROLLBACK")
        else:
            # Others do not keep one from reading.
            assert source.sale_ids(SaleQuery())
    assert changed(before, desk.snapshot()) == {}
    assert source.outcome(sent.id) is None
    # The same set, once they have let go.
    assert source.apply(sent).applied == 4
    source.close()


def test_it_waits_for_somebody_who_is_quick(desk: Desk) -> None:
    source = desk.open(lock_seconds=10)
    with desk.engine.connect() as other:
        _hold(other, desk)
        timer = Timer(0.3, other.connection.rollback)
        timer.start()
        assert source.apply(attach(desk)).applied == 4
        timer.join()
    source.close()


def test_what_was_attached_while_waiting_is_left_alone(desk: Desk) -> None:
    """What is judged is what is there once the wait is over."""
    market = desk.market
    source = desk.open(lock_seconds=10)
    with desk.engine.connect() as other:
        if desk.engine.dialect.name == "sqlite":
            other.exec_driver_sql("BEGIN IMMEDIATE")
        other.exec_driver_sql(
            f"UPDATE inventory_vente SET boutique_id = 3 WHERE id = {market.orphans[0]}"
        )
        timer = Timer(0.3, other.connection.commit)
        timer.start()
        outcome = source.apply(attach(desk))
        timer.join()
    assert [one.change.id for one in outcome.left_alone] == [market.orphans[0]]
    assert desk.value("inventory_vente", "boutique_id", market.orphans[0]) == 3
    source.close()


def test_a_table_that_disappears_is_named(url: str) -> None:
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        shop = make_shop(connection)
        shop.sale(terminal=shop.terminal(boutique=shop.boutique()))
        shop.settle()
    source = open_sql(url)
    source.prepare()
    with engine.connect() as connection, without_references(connection):
        connection.exec_driver_sql("DROP TABLE inventory_mouvementstock")
        connection.commit()
    with pytest.raises(NotAsExpected) as missing:
        source.evidence()
    assert missing.value.facts["step"] == "schema"
    assert "inventory_mouvementstock" in missing.value.detail
    assert source.health(NOW).sales == 1
    with engine.connect() as connection, without_references(connection):
        connection.exec_driver_sql("DROP TABLE desktop_admin_left_alone")
        connection.commit()
    with pytest.raises(NotPrepared):
        source.apply(change_set(sale_to(1, 1)))
    with engine.connect() as connection, without_references(connection):
        connection.exec_driver_sql("DROP TABLE inventory_lignevente")
        connection.exec_driver_sql("DROP TABLE inventory_vente")
        connection.commit()
    source.prepare()
    for ask in (
        lambda: source.sales([1]),
        lambda: source.sale_ids(SaleQuery()),
        lambda: source.apply(change_set(sale_to(1, 1))),
    ):
        with pytest.raises(NotAsExpected):
            ask()
    source.close()
    engine.dispose()
