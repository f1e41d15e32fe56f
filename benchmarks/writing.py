"""Changes: apply with journal, the whole repair, and how long SQLite is locked."""

from __future__ import annotations

import json
import logging
import statistics
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from benchmarks.bare import connected
from benchmarks.databases import Databases
from benchmarks.measure import Goal, Result, Seconds, Stopwatch, compared, in_seconds, timed
from desktop_admin.domain.changes import ChangeSet, Operator, new_id
from desktop_admin.domain.evidence import Confidence
from desktop_admin.domain.repair import Choices, plan_repair, repair_set, select
from desktop_admin.sources.base import SalesSource
from desktop_admin.sources.sql import applying
from desktop_admin.sources.sql.source import open_sql

_OPERATOR = Operator("benchmark", "here")
_CHOICES = Choices(include=frozenset({Confidence.CERTAIN, Confidence.DEDUCED}))
#: Rows that Django really changes; the time is scaled to all.
_SAMPLE = 2000


def _planned(source: SalesSource) -> ChangeSet:
    plan = plan_repair(source.evidence())
    return repair_set(plan, select(plan, _CHOICES), _OPERATOR, new_id())


def measure_apply(databases: Databases, repeat: int) -> list[Result]:
    """Apply with journal, against the same rows written by bare SQL into a bare journal; and
    how long SQLite's write lock is held."""
    with closing(open_sql(databases.base)) as source:
        planned = _planned(source)
    wanted = [(change.id, change.after or 0) for change in planned.changes]
    pairs: list[tuple[Seconds, Seconds]] = []
    held: list[Seconds] = []
    noticed: list[Seconds] = []
    for _ in range(repeat):
        with databases.copy() as url:
            ours = _apply(url, replace(planned, id=new_id()), held, noticed)
        with databases.copy() as url, connected(url) as bare:
            bare.get_ready(wanted)
            pairs.append((ours, timed(bare.apply)))
    rows = f"{len(wanted):,}".replace(",", " ")
    name = f"apply with journal, {rows} sales"
    results = [compared(name, databases.name, pairs, 3)]
    if databases.name == "sqlite":
        for label, found in (("own record", held), ("seen by another process", noticed)):
            median = statistics.median(found)
            results.append(
                Result(
                    f"write lock, {label}", "sqlite", in_seconds(median), "", median, 1.5, unit="s"
                )
            )
    return results


def _apply(url: str, change_set: ChangeSet, held: list[Seconds], noticed: list[Seconds]) -> Seconds:
    with closing(open_sql(url)) as source:
        source.prepare()
        with _lock_record(held), _watched(url, noticed):
            return timed(lambda: source.apply(change_set))


@contextmanager
def _lock_record(held: list[Seconds]) -> Iterator[None]:
    """Keep what `applying` logs of the time it held the lock."""

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if "held for" in record.msg and isinstance(record.args, tuple):
                held.append(float(str(record.args[-1])))

    listener = Listener()
    log = logging.getLogger(applying.__name__)
    level = log.level
    log.setLevel(logging.INFO)
    log.addHandler(listener)
    try:
        yield
    finally:
        log.removeHandler(listener)
        log.setLevel(level)


@contextmanager
def _watched(url: str, noticed: list[Seconds]) -> Iterator[None]:
    """On SQLite another process tries to write all the time; how long it was kept waiting."""
    if not url.startswith("sqlite:///"):
        yield
        return
    watcher = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("watcher.py")), url[len("sqlite:///") :]],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert watcher.stdout is not None  # asked for above
    watcher.stdout.readline()
    try:
        yield
    finally:
        answer, _ = watcher.communicate("\n")
        noticed.append(float(json.loads(answer)["longest"]))


def measure_whole_repair(databases: Databases, repeat: int) -> list[Result]:
    """Evidence, plan and apply, against the same number of rows through Django, one by one."""
    # Only here: the others run where Django is not installed.
    from benchmarks.orm import repair_some

    pairs: list[tuple[Seconds, Seconds]] = []
    for _ in range(repeat):
        with databases.copy() as url, closing(open_sql(url)) as source:
            source.prepare()
            watch = Stopwatch()
            with watch.running():
                change_set = _planned(source)
                source.apply(change_set)
        with databases.copy() as url:
            each = repair_some(url, _SAMPLE)
        pairs.append((watch.seconds, each * len(change_set.changes)))
    return [_times_faster(databases.name, pairs)]


def _times_faster(engine: str, pairs: Sequence[tuple[Seconds, Seconds]]) -> Result:
    return Result(
        f"whole repair (Django: {_SAMPLE} rows, scaled)",
        engine,
        in_seconds(statistics.median(ours for ours, _ in pairs)),
        in_seconds(statistics.median(orm for _, orm in pairs)),
        statistics.median(orm / ours for ours, orm in pairs),
        15,
        Goal.AT_LEAST,
        "× faster",
    )
