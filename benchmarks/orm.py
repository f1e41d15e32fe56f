"""The repair as the old script made it: row by row through an ORM, each row committed."""

from __future__ import annotations

import time

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship

from benchmarks.measure import Seconds


class _Base(DeclarativeBase):
    pass


class _Terminal(_Base):
    __tablename__ = "inventory_client"

    id: Mapped[int] = mapped_column(primary_key=True)
    boutique_id: Mapped[int | None]


class _Sale(_Base):
    __tablename__ = "inventory_vente"

    id: Mapped[int] = mapped_column(primary_key=True)
    numero_facture: Mapped[str]
    client_maui_id: Mapped[int | None] = mapped_column(sa.ForeignKey("inventory_client.id"))
    boutique_id: Mapped[int | None]
    terminal: Mapped[_Terminal | None] = relationship()


def repair_some(url: str, count: int) -> Seconds:
    """Attach `count` orphans to the present boutique of their terminal; seconds for all."""
    engine = sa.create_engine(url)
    with Session(engine, expire_on_commit=False) as session:
        orphans = session.scalars(sa.select(_Sale).where(_Sale.boutique_id.is_(None)).limit(count))
        begun = time.perf_counter()
        for sale in orphans.all():
            if sale.terminal is not None:
                sale.boutique_id = sale.terminal.boutique_id
                session.commit()
        seconds = time.perf_counter() - begun
    engine.dispose()
    return seconds
