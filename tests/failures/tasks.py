"""What workers do. Each gets a function that says something to the test that started it."""

import contextlib
import random
import time
from collections.abc import Callable
from pathlib import Path

import sqlalchemy as sa

from desktop_admin.domain.changes import ChangeSet
from desktop_admin.sources.base import Progress, Step
from desktop_admin.sources.sql.source import SqlSource, open_sql

Say = Callable[..., None]


_sources: dict[str, SqlSource] = {}


class _Enough(Exception):
    """Raised to leave a rehearsal without a trace."""


def get_ready(url: str, change_set: ChangeSet) -> None:
    """Open a source and rehearse up to the commit, so that a worker loses no time with what the
    first apply of a process takes; let go of every connection."""
    if url in _sources:
        return

    def stop(progress: Progress) -> None:
        if progress.step is Step.COMMITTING:
            raise _Enough

    source = _sources[url] = open_sql(url)
    with contextlib.suppress(_Enough):
        source.apply(change_set, stop)
    source._engine.dispose()


def apply(say: Say, url: str, change_set: ChangeSet, wait_for: str = "") -> None:
    """Apply a change set; begin when the file `wait_for` is there."""
    source = _sources[url]
    source.terminals()

    def report(progress: Progress) -> None:
        say("step", progress.step)

    say("ready")
    while wait_for and not Path(wait_for).exists():
        time.sleep(0.001)
    outcome = source.apply(change_set, report)
    reasons = {one.reason for one in outcome.left_alone}
    say("done", outcome.applied, len(outcome.left_alone), *reasons)


def serve(say: Say, url: str, orphans: int, first: int, stop_at: str) -> None:
    """Go on as the shop's server does until the file `stop_at` is there: store sales one by one,
    save the terminal, and now and then attach one of the orphans 1 to `orphans` to boutique 1."""
    engine = sa.create_engine(url, isolation_level="AUTOCOMMIT")
    dice = random.Random(3)
    stored, attached = 0, 0
    with engine.connect() as connection:
        columns = [one["name"] for one in sa.inspect(connection).get_columns("inventory_vente")]
        new = {"id": ":id", "numero_facture": ":number", "boutique_id": "1"}
        values = ", ".join(new.get(name, name) for name in columns)
        sell = sa.text(
            f"INSERT INTO inventory_vente ({', '.join(columns)})"
            f" SELECT {values} FROM inventory_vente WHERE id = 1"
        )
        save = sa.text("UPDATE inventory_client SET version_app_maui = :version WHERE id = 1")
        attach = sa.text(
            "UPDATE inventory_vente SET boutique_id = 1 WHERE id = :id AND boutique_id IS NULL"
        )
        begin = "BEGIN IMMEDIATE" if engine.dialect.name == "sqlite" else "BEGIN"
        while not Path(stop_at).exists():
            connection.exec_driver_sql(begin)
            connection.execute(save, {"version": str(stored)})
            connection.execute(sell, {"id": first + stored, "number": f"SERVER-{stored}"})
            attached += connection.execute(attach, {"id": dice.randint(1, orphans)}).rowcount
            connection.exec_driver_sql("COMMIT")
            stored += 1
            if stored == 5:
                say("ready")
            time.sleep(0.002)
    engine.dispose()
    say("served", stored, attached)
