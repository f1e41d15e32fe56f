"""A small real shop with orphans, to be changed and taken back in a window."""

from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from desktop_admin.domain.changes import (
    Change,
    ChangeKind,
    ChangeSet,
    Entity,
    Field,
    Group,
    Operator,
    Outcome,
    new_id,
)
from desktop_admin.domain.clock import frozen_clock
from desktop_admin.domain.journal import EntryFilter, JournalEntry
from desktop_admin.sources.sql import tables
from desktop_admin.sources.sql.source import SqlSource, open_sql
from tests.gui.fakes import NOW
from tests.shops import make_shop

MBUYI = Operator("g.mbuyi", "POSTE-2")
ILUNGA = Operator("a.ilunga", "POSTE-1")


@dataclass
class Book:
    """A shop of two boutiques, a terminal in each and one in none, and orphan sales."""

    url: str
    kin: int = 0
    limete: int = 0
    till: int = 0
    loose: int = 0
    orphans: list[int] = field(default_factory=list)

    def open(self, at: datetime = NOW) -> SqlSource:
        return open_sql(self.url, clock=frozen_clock(at))

    def apply_each(self, change_sets: Iterable[tuple[ChangeSet, datetime]]) -> None:
        """Apply these, each at its moment."""
        moment = NOW
        with closing(open_sql(self.url, clock=lambda: moment)) as source:
            for change_set, moment in change_sets:  # noqa: B007 - the clock tells it
                source.apply(change_set)

    def apply(self, change_set: ChangeSet, at: datetime = NOW) -> Outcome:
        """Somebody else does this, elsewhere."""
        with closing(self.open(at)) as source:
            return source.apply(change_set)

    def execute(self, statement: str) -> Any:
        """What the server or a stranger does: one statement, committed."""
        engine = sa.create_engine(self.url, poolclass=sa.NullPool)
        with engine.begin() as connection:
            result = connection.exec_driver_sql(statement)
            return result.all() if result.returns_rows else []

    def places(self) -> list[int | None]:
        """Where the orphans are now."""
        listed = ", ".join(map(str, self.orphans))
        return [
            row[0]
            for row in self.execute(
                f"SELECT boutique_id FROM inventory_vente WHERE id IN ({listed}) ORDER BY id"
            )
        ]

    def entries(self) -> list[JournalEntry]:
        """What the journal holds, newest first."""
        with closing(self.open()) as source:
            return list(source.journal(EntryFilter()))

    def repair(self, operator: Operator = MBUYI) -> ChangeSet:
        """The first half of the orphans goes to Kin Centre, the rest to Limete."""
        half = len(self.orphans) // 2
        return ChangeSet(
            new_id(),
            ChangeKind.REPAIR,
            operator,
            tuple(
                Change(
                    *(Entity.SALE, sale, Field.BOUTIQUE, None),
                    self.kin if place < half else self.limete,
                    group=int(place >= half),
                )
                for place, sale in enumerate(self.orphans)
            ),
            (
                Group(f"certain|terminal={self.till}|boutique={self.kin}"),
                Group(f"deduced|terminal={self.till}|boutique={self.limete}"),
            ),
        )

    def assign(self, operator: Operator = ILUNGA) -> ChangeSet:
        """The loose terminal goes to Kin Centre."""
        change = Change(Entity.TERMINAL, self.loose, Field.BOUTIQUE, None, self.kin)
        group = Group(f"assign|boutique={self.kin}")
        return ChangeSet(new_id(), ChangeKind.ASSIGN, operator, (change,), (group,))

    def attach(self, sale: int, to: int, before: int | None = None) -> ChangeSet:
        """One sale goes to a boutique."""
        change = Change(Entity.SALE, sale, Field.BOUTIQUE, before, to)
        return ChangeSet(
            new_id(), ChangeKind.REPAIR, ILUNGA, (change,), (Group(f"chosen|boutique={to}"),)
        )


def make_book(path: Path, orphans: int = 6, *, prepared: bool = True) -> Book:
    """Such a shop in a file."""
    book = Book(f"sqlite:///{path}")
    engine = sa.create_engine(book.url)
    with engine.begin() as connection:
        shop = make_shop(connection)
        book.kin, book.limete = shop.boutique("Kin Centre"), shop.boutique("Limete")
        book.till = shop.terminal(boutique=book.kin, nom_terminal="Caisse 1")
        book.loose = shop.terminal(boutique=None, nom_terminal="Caisse mobile 2")
        shop.terminal(boutique=book.limete, nom_terminal="Caisse 3")
        shop.sale(terminal=book.till, boutique=book.kin)
        book.orphans = [
            shop.sale(
                terminal=book.till,
                boutique=None,
                sold=NOW - timedelta(hours=2, minutes=-number),
                amount=54 if number == 1 else 10_000 + number,
                currency="USD" if number == 1 else "CDF",
            )
            for number in range(orphans)
        ]
        shop.settle()
        if prepared:
            tables.prepare(connection)
    engine.dispose()
    return book


def says(text: str) -> Callable[[Outcome], str]:
    """The sentence of a change, whatever came of it."""
    return lambda _: text
