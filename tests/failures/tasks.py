"""What workers do. Each gets a function that says something to the test that started it."""

import contextlib
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

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


def serve(say: Say, path: str, first: int, stop_at: str) -> None:
    """Store sales one by one, as the shop's server does, until the file `stop_at` is there."""
    connection = sqlite3.connect(path, timeout=30, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    stored, longest = 0, 0.0
    say("ready")
    while not Path(stop_at).exists():
        begun = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(
            "INSERT INTO inventory_vente SELECT ?, ?, date_vente, montant_total, paye,"
            " mode_paiement, adresse_ip_client, version_app_maui, client_maui_id, 1,"
            " annulee_par, date_annulation, est_annulee, motif_annulation, devise,"
            " montant_total_usd, created_at FROM inventory_vente WHERE id = 1",
            (first + stored, f"SERVER-{stored}"),
        )
        connection.execute("COMMIT")
        longest = max(longest, time.perf_counter() - begun)
        stored += 1
        time.sleep(0.005)
    connection.close()
    say("served", stored, longest)
