"""Others are at work at the same time: other threads, other operators, the shop's server."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import sqlalchemy as sa

from desktop_admin.domain.journal import EntryFilter
from desktop_admin.sources.base import SaleFlag, SaleQuery
from desktop_admin.sources.sql import tables
from desktop_admin.sources.sql.source import SqlSource, open_sql
from tests.contract.bench import Bench, Desk, in_wal_mode
from tests.contract.changes import attach, change_set, till_active
from tests.contract.fixtures import only_servers
from tests.contract.market import NOW
from tests.contract.rows import rows_of
from tests.shops import NOON, make_shop


@contextmanager
def after_each_question(desk: Desk, action: Callable[[], object]) -> Iterator[None]:
    """Within it, `action` follows every statement of the desk's source."""

    def act(*_: Any) -> None:
        action()

    sa.event.listen(desk.source._engine, "after_cursor_execute", act)
    try:
        yield
    finally:
        sa.event.remove(desk.source._engine, "after_cursor_execute", act)


def _seller(desk: Desk) -> Callable[[], None]:
    """Stores one more sale each time: an orphan, then an attributed one, and so on."""
    numbers = iter(range(1_000))
    columns = [name for name in desk.snapshot()["inventory_vente"][0] if name != "id"]
    row = {"numero_facture": ":number", "boutique_id": ":place"}
    values = ", ".join(row.get(name, name) for name in columns)

    def sell() -> None:
        number = next(numbers)
        desk.execute(
            f"INSERT INTO inventory_vente (id, {', '.join(columns)})"
            f" SELECT :id, {values} FROM inventory_vente WHERE id = 1",
            id=5_000 + number,
            number=f"NEW-{number}",
            place=2 if number % 2 else None,
        )

    return sell


def test_a_question_is_answered_of_one_moment(desk: Desk) -> None:
    with in_wal_mode(desk):
        before = len(desk.snapshot()["inventory_vente"])
        with after_each_question(desk, _seller(desk)):
            health = desk.source.health(NOW)
            evidence = desk.source.evidence()
        assert len(desk.snapshot()["inventory_vente"]) > before + 10
        assert health.sales == sum(health.sales_by_boutique.values()) + health.orphans
        assert health.sales == sum(health.sales_by_terminal.values()) + health.without_terminal
        assert health.orphans == sum(one.sales for one in health.causes.values())
        orphans = {one.sale_id for one in evidence.orphans}
        assert {
            -side for both in evidence.beside.values() for side in both if side and side < 0
        } <= (orphans)
        desk.put_back()


def test_every_call_may_come_from_any_thread(desk: Desk) -> None:
    source, market = desk.source, desk.market

    def read(number: int) -> int:
        ids = source.sale_ids(SaleQuery(text="sn" if number % 2 else ""))
        assert all(source.sales(ids[:20]))
        source.sale_lines(ids[:20])
        source.terminal_figures()
        source.flag_counts(SaleQuery(flags=frozenset({SaleFlag.ORPHAN})))
        source.evidence()
        source.journal(EntryFilter())
        return source.health(NOW).sales

    def write(number: int) -> int:
        # Each its own value, there and back: nobody is in anybody's way.
        till = (market.till_matete, market.till_limete, market.till_far)[number % 3]
        applied = 0
        for active in (True, False):
            applied += source.apply(change_set(till_active(till, active, not active))).applied
        return applied

    with ThreadPoolExecutor(8) as threads:
        reading = [threads.submit(read, number) for number in range(8)]
        writing = [threads.submit(write, number) for number in range(3)]
        assert {one.result() for one in reading} == {len(rows_of(desk).sales)}
        assert [one.result() for one in writing] == [2, 2, 2]
    check = source.check_journal()
    assert (check.entries, check.rows, check.fault) == (6, 6, None)


def test_two_prepare_at_once(bench: Bench, url: str) -> None:
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        make_shop(connection)
    for _ in range(3):
        sources = [open_sql(url) for _ in range(4)]
        with ThreadPoolExecutor(4) as threads:
            list(threads.map(SqlSource.prepare, sources))
        for source in sources:
            assert source.info().prepared
            assert source.check_journal().fault is None
            source.close()
        with engine.begin() as connection:
            tables.metadata.drop_all(connection)
    engine.dispose()


@only_servers
def test_a_server_in_another_time_zone_tells_the_same_times(bench: Bench, desk: Desk) -> None:
    database = sa.make_url(desk.url).database
    postgresql = bench.name == "postgresql"
    there, back = (
        (f"ALTER DATABASE {database} SET timezone = 'Africa/Kinshasa'", "RESET timezone")
        if postgresql
        else ("SET GLOBAL time_zone = '+01:00'", "SET GLOBAL time_zone = '+00:00'")
    )
    desk.execute(there)
    try:
        source = desk.open()
        expected, found = desk.source.sales([1, 2])[0], source.sales([1, 2])[0]
        assert found == expected
        assert found is not None
        assert found.sold_at == NOON + timedelta(minutes=1)
        query = SaleQuery(since=NOON + timedelta(minutes=3), until=NOON + timedelta(minutes=9))
        assert source.sale_ids(query) == desk.source.sale_ids(query)
        assert source.evidence().beside == desk.source.evidence().beside
        assert source.apply(attach(desk)).applied == 4
        assert source.journal(EntryFilter())[0].at == NOW
        assert desk.source.check_journal().fault is None
        source.close()
    finally:
        desk.execute(f"ALTER DATABASE {database} {back}" if postgresql else back)
