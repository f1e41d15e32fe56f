"""A hundred kills at random moments of apply: each time all or nothing, and the next start fine."""

import random
import time
from itertools import count
from pathlib import Path

import pytest

from tests.failures.crowd import Crowd
from tests.failures.workers import Worker, Workers

_ORPHANS = 2_000


@pytest.mark.slow
@pytest.mark.parametrize(
    ("bench", "mode", "kills"),
    [("sqlite", "delete", 50), ("sqlite", "wal", 50), ("postgresql", "", 100)],
    indirect=["bench"],
    scope="session",
)
def test_a_kill_leaves_all_or_nothing(
    url: str, workers: Workers, tmp_path: Path, mode: str, kills: int
) -> None:
    crowd = Crowd(url, _ORPHANS)
    if mode:
        with crowd.engine.connect() as connection:
            connection.exec_driver_sql(f"PRAGMA journal_mode = {mode}")
    source = crowd.open()
    change_set = crowd.repair()
    dice = random.Random(20261122)
    # The next worker is started while what the last one left is looked at.
    go = (tmp_path / str(number) for number in count())
    its_go = next(go)
    waiting = workers.start("apply", url, change_set, str(its_go))
    longest, survived = 0.0, 0
    for kill in range(-2, kills):
        worker, begin = waiting, its_go
        its_go = next(go)
        waiting = workers.start("apply", url, change_set, str(its_go))
        worker.says("ready")
        begin.touch()
        longest = longest if kill >= 0 else _undisturbed(worker)
        time.sleep(dice.uniform(0, longest * 1.1))
        worker.kill()
        crowd.settle()
        applied = crowd.is_whole(source, change_set)
        survived += applied
        # How busy the machine is changes while it is measured: some kills shall come too late.
        longest *= 0.9 if applied else 1.03
        if kill % 10 == 0:
            # The next start finds nothing to tidy up: it reads, and it changes.
            source.close()
            source = crowd.open()
            assert source.apply(change_set).repeated == applied
            applied = crowd.is_whole(source, change_set)
        if applied:
            crowd.start_again()
    waiting.kill()
    # Else the kills came at one moment only.
    assert 0 < survived < kills
    source.close()
    crowd.close()


def _undisturbed(worker: Worker) -> float:
    """How long it takes where nobody kills it, in seconds."""
    begun = time.perf_counter()
    worker.says("done")
    return time.perf_counter() - begun
