"""Two who repair the same, and a server that goes on selling meanwhile."""

import random
from pathlib import Path

from desktop_admin.domain.changes import Reason
from desktop_admin.domain.journal import EntryFilter
from tests.failures.crowd import Crowd
from tests.failures.workers import Workers

_MANY = 10_000


def test_two_repair_the_same_orphans(url: str, workers: Workers, tmp_path: Path) -> None:
    crowd = Crowd(url, _MANY)
    begin = tmp_path / "begin"
    both = [workers.start("apply", url, crowd.repair(), str(begin)) for _ in range(2)]
    for worker in both:
        worker.says("ready")
    begin.touch()
    told = sorted(worker.says("done") for worker in both)
    # One was first and made all of it; the other found every sale changed, and said so.
    assert told == [["0", str(_MANY), Reason.CHANGED.value], [str(_MANY), "0"]]
    source = crowd.open()
    found = source.check_journal()
    assert (found.entries, found.rows, found.fault) == (2, _MANY, None)
    assert crowd.left() == 0
    assert sorted(entry.applied for entry in source.journal(EntryFilter())) == [0, _MANY]
    source.close()
    crowd.close()


def test_one_with_the_half_of_the_other(url: str, workers: Workers, tmp_path: Path) -> None:
    """Each in an order of its own: no deadlock, and the counts add up."""
    crowd = Crowd(url, 2_000)
    begin = tmp_path / "begin"
    dice = random.Random(7)
    sets = []
    for _ in range(4):
        whole = crowd.repair()
        part = dice.sample(list(whole.changes), 1_200)
        sets.append(type(whole)(whole.id, whole.kind, whole.operator, tuple(part)))
    several = [workers.start("apply", url, one, str(begin)) for one in sets]
    for worker in several:
        worker.says("ready")
    begin.touch()
    told = [worker.says("done") for worker in several]
    asked = {change.id for one in sets for change in one.changes}
    assert sum(int(one[0]) for one in told) == len(asked)
    assert all(int(one[0]) + int(one[1]) == 1_200 for one in told)
    assert crowd.left() == 2_000 - len(asked)
    source = crowd.open()
    found = source.check_journal()
    assert (found.entries, found.rows, found.fault) == (4, len(asked), None)
    source.close()
    crowd.close()


def test_a_server_that_sells_meanwhile_loses_nothing(
    url: str, workers: Workers, tmp_path: Path
) -> None:
    """Nor does its patience end, nor is what it attaches itself attached again."""
    orphans, first = 2_500, 1_000_000
    crowd = Crowd(url, orphans)
    if crowd.engine.dialect.name == "sqlite":
        with crowd.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA journal_mode = wal")
    source = crowd.open()
    change_set = crowd.repair()
    stop = tmp_path / "stop"
    server = workers.start("serve", url, orphans, first, str(stop))
    server.says("ready")
    outcome = source.apply(change_set)
    stop.touch()
    stored, attached = server.says("served")
    kept = crowd.count(f"SELECT count(*) FROM inventory_vente WHERE id >= {first}")
    assert kept == int(stored)
    assert crowd.left() == 0
    assert outcome.applied + len(outcome.left_alone) == orphans
    assert len(outcome.left_alone) == int(attached)
    assert {one.reason for one in outcome.left_alone} <= {Reason.CHANGED}
    assert source.check_journal().fault is None
    source.close()
    crowd.close()
