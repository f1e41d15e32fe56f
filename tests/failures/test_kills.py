"""A hundred kills at random moments of apply: each time all or nothing, and the next start fine."""

import random
import time
from pathlib import Path

import pytest

from tests.failures.crowd import Crowd
from tests.failures.workers import Workers

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
    longest, survived = 0.0, 0
    # The next worker opens its source while what the last one left is looked at.
    following = workers.start("apply", url, change_set, str(tmp_path / "go-2"))
    for kill in range(-2, kills):
        worker = following
        following = workers.start("apply", url, change_set, str(tmp_path / f"go{kill + 1}"))
        worker.says("ready")
        (tmp_path / f"go{kill}").touch()
        begun = time.perf_counter()
        if kill < 0:
            # How long it takes undisturbed.
            worker.says("done")
            worker.ended()
            longest = time.perf_counter() - begun
            assert crowd.is_whole(source, change_set)
            crowd.start_again()
            continue
        time.sleep(dice.uniform(0, longest * 1.1))
        worker.kill()
        crowd.settle()
        applied = crowd.is_whole(source, change_set)
        survived += applied
        if kill % 10 == 0:
            # The next start finds nothing to tidy up: it reads, and it changes.
            source.close()
            source = crowd.open()
            assert source.apply(change_set).repeated == applied
            applied = crowd.is_whole(source, change_set)
        if applied:
            crowd.start_again()
    # Else the kills came at one moment only.
    assert 0 < survived < kills
    following.kill()
    source.close()
    crowd.close()
