"""Preparing a database for changes: explicit, idempotent, possible by hand."""

import pytest
import sqlalchemy as sa

from desktop_admin.domain.changes import Change, ChangeKind, ChangeSet, Entity, Field, new_id
from desktop_admin.domain.journal import EntryFilter
from desktop_admin.sources.base import NotPrepared, ReadOnlyReason, Refused
from desktop_admin.sources.sql import tables
from desktop_admin.sources.sql.source import open_sql
from tests.contract.bench import Bench
from tests.contract.changes import ME
from tests.contract.fixtures import only_servers
from tests.servers import Access, Server
from tests.shops import make_shop


@pytest.fixture
def bare(url: str) -> str:
    """A shop that is not prepared; one terminal, one boutique, one orphan."""
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        shop = make_shop(connection)
        shop.sale(terminal=shop.terminal(boutique=shop.boutique()))
        shop.settle()
    engine.dispose()
    return url


def _one_change() -> ChangeSet:
    change = Change(Entity.SALE, 1, Field.BOUTIQUE, None, 1)
    return ChangeSet(new_id(), ChangeKind.REPAIR, ME, (change,))


def test_a_bare_shop_is_read_and_not_changed(bare: str) -> None:
    source = open_sql(bare)
    info = source.info()
    assert not info.prepared
    assert info.read_only is ReadOnlyReason.NOT_PREPARED
    assert source.journal(EntryFilter()) == []
    assert source.outcome("nothing") is None
    assert source.journal_rows("nothing") == []
    with pytest.raises(NotPrepared):
        source.check_journal()
    with pytest.raises(NotPrepared):
        source.apply(_one_change())
    sale = source.sales([1])[0]
    assert sale is not None
    assert sale.boutique_id is None
    source.close()


def test_preparing_twice_keeps_what_is_there(bare: str) -> None:
    source = open_sql(bare)
    before = set(sa.inspect(source._engine).get_table_names())
    source.prepare()
    info = source.info()
    assert (info.prepared, info.read_only) == (True, None)
    made = set(sa.inspect(source._engine).get_table_names()) - before
    assert made == set(tables.metadata.tables)
    assert all(name.startswith("desktop_admin_") for name in made)
    change_set = _one_change()
    assert source.apply(change_set).applied == 1
    source.prepare()
    assert source.outcome(change_set.id) == source.apply(change_set)
    assert source.check_journal().entries == 1
    source.close()


def test_the_statements_prepare_by_hand(bare: str) -> None:
    source = open_sql(bare)
    engine = sa.create_engine(bare)
    with engine.begin() as connection:
        for statement in source.preparation():
            # As somebody pastes it into the engine's own console: nothing is a placeholder.
            cursor = connection.connection.cursor()
            cursor.execute(statement)
            cursor.close()
    by_hand = _shape(engine)
    engine.dispose()
    assert source.info().prepared
    assert source.apply(_one_change()).applied == 1
    assert source.check_journal().fault is None
    source.prepare()
    assert _shape(source._engine) == by_hand
    source.close()


def test_by_hand_and_by_us_is_the_same(bare: str) -> None:
    source = open_sql(bare)
    engine = sa.create_engine(bare)
    with engine.begin() as connection:
        for statement in source.preparation():
            connection.exec_driver_sql(statement)
    by_hand = _shape(engine)
    with engine.begin() as connection:
        tables.metadata.drop_all(connection)
    source.prepare()
    assert _shape(engine) == by_hand
    engine.dispose()
    source.close()


def _shape(engine: sa.Engine) -> object:
    inspector = sa.inspect(engine)
    return {
        name: (
            [(one["name"], str(one["type"]), one["nullable"]) for one in found],
            sorted(str(one["column_names"]) for one in inspector.get_indexes(name)),
            inspector.get_pk_constraint(name)["constrained_columns"],
        )
        for name in tables.metadata.tables
        for found in [inspector.get_columns(name)]
    }


def test_half_prepared_is_not_prepared_and_is_completed(bare: str) -> None:
    source = open_sql(bare)
    source.prepare()
    engine = sa.create_engine(bare)
    with engine.begin() as connection:
        connection.exec_driver_sql(f"DROP TABLE {tables.left_alone.name}")
        connection.exec_driver_sql(f"DELETE FROM {tables.chain.name}")
    assert not source.info().prepared
    with pytest.raises(NotPrepared):
        source.apply(_one_change())
    source.prepare()
    assert source.info().prepared
    assert source.apply(_one_change()).applied == 1
    engine.dispose()
    source.close()


@pytest.fixture
def server(bench: Bench) -> Server:
    assert bench.server is not None
    return bench.server


@only_servers
def test_an_account_without_the_right_is_refused(bare: str, server: Server) -> None:
    database = sa.make_url(bare).database or ""
    server.create_role("clerk", "pw", database=database, access=Access.WRITE)
    try:
        source = open_sql(server.url(database, user="clerk", password="pw"))
        with pytest.raises(Refused) as refused:
            source.prepare()
        assert refused.value.facts["step"] == "rights"
        assert not source.info().prepared
        # Somebody who has the right prepares it; then the clerk can change.
        owner = open_sql(bare)
        owner.prepare()
        owner.close()
        assert source.info().prepared
        assert source.apply(_one_change()).applied == 1
        entry = source.journal(EntryFilter())[0]
        assert "clerk" in entry.database_login
        source.close()
    finally:
        server.drop_role("clerk")


@only_servers
def test_an_account_that_may_only_read_is_refused(bare: str, server: Server) -> None:
    database = sa.make_url(bare).database or ""
    owner = open_sql(bare)
    owner.prepare()
    server.create_role("guest", "pw", database=database, access=Access.READ)
    try:
        source = open_sql(server.url(database, user="guest", password="pw"))
        assert len(source.terminals()) == 1
        with pytest.raises(Refused) as refused:
            source.apply(_one_change())
        assert refused.value.facts["step"] == "rights"
        source.close()
    finally:
        server.drop_role("guest")
    assert owner.check_journal().entries == 0
    owner.close()
