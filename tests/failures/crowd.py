"""A shop with many orphans and little else, and the change set that attaches them all."""

import time
from dataclasses import dataclass
from datetime import timedelta

import sqlalchemy as sa

from desktop_admin.domain.changes import (
    Change,
    ChangeKind,
    ChangeSet,
    Entity,
    Expectation,
    Field,
    Group,
    new_id,
)
from desktop_admin.domain.journal import JournalCheck
from desktop_admin.sources.sql import tables
from desktop_admin.sources.sql.source import SqlSource, open_sql
from tests.contract.bench import without_references
from tests.contract.changes import ME
from tests.shops import NOON, make_shop

_EXPECTS = (
    (Expectation.TERMINAL, 1),
    (Expectation.CANCELLED, 0),
    (Expectation.TERMINAL_BOUTIQUE, 1),
)


@dataclass
class Crowd:
    """One boutique, one terminal, and `orphans` sales of it without boutique."""

    url: str
    orphans: int

    def __post_init__(self) -> None:
        self.engine = sa.create_engine(self.url)
        with self.engine.begin() as connection:
            shop = make_shop(connection)
            place = shop.boutique()
            till = shop.terminal(boutique=place)
            assert (place, till) == (1, 1)
            shop.add_many(
                "inventory_vente",
                (
                    {
                        "numero_facture": f"SN0001-{number}",
                        "date_vente": NOON + timedelta(seconds=number),
                        "client_maui_id": till,
                        "montant_total": 100,
                    }
                    for number in range(self.orphans)
                ),
            )
            shop.settle()
            tables.prepare(connection)

    def close(self) -> None:
        self.engine.dispose()

    def open(self) -> SqlSource:
        return open_sql(self.url)

    def repair(self) -> ChangeSet:
        """All orphans go to the boutique."""
        return ChangeSet(
            new_id(),
            ChangeKind.REPAIR,
            ME,
            tuple(
                Change(Entity.SALE, sale, Field.BOUTIQUE, None, 1, _EXPECTS)
                for sale in range(1, self.orphans + 1)
            ),
            (Group("all"),),
        )

    def count(self, statement: str) -> int:
        with self.engine.connect() as connection:
            return int(connection.exec_driver_sql(statement).scalar_one())

    def left(self) -> int:
        """How many orphans there are."""
        return self.count("SELECT count(*) FROM inventory_vente WHERE boutique_id IS NULL")

    def settle(self) -> None:
        """Wait until the server has noticed that a killed client is gone."""
        if self.engine.dialect.name == "postgresql":
            while self.count(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                " AND pid <> pg_backend_pid() AND state <> 'idle'"
            ):
                time.sleep(0.005)

    def is_whole(self, source: SqlSource, change_set: ChangeSet) -> bool:
        """Whether the change set was applied: all of it with a true journal, or nothing of it
        without a trace. Fails where it is neither."""
        found = source.check_journal()
        left, outcome = self.left(), source.outcome(change_set.id)
        if outcome is None:
            assert (left, found) == (self.orphans, JournalCheck(0, 0))
            return False
        assert (left, outcome.applied, outcome.left_alone) == (0, self.orphans, ())
        assert found == JournalCheck(1, self.orphans)
        return True

    def start_again(self) -> None:
        """All orphans without boutique again, and an empty journal."""
        with self.engine.connect() as connection, without_references(connection):
            connection.exec_driver_sql("UPDATE inventory_vente SET boutique_id = NULL")
            for table in (tables.changes, tables.change_sets, tables.left_alone, tables.chain):
                connection.execute(sa.delete(table))
            tables.prepare(connection)
            connection.commit()
