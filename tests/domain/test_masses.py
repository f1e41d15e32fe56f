"""The collector rests while many values are built, whoever builds them."""

import gc
from collections.abc import Iterator
from threading import Barrier, Thread

import pytest

from desktop_admin.domain.masses import undisturbed


@pytest.fixture(autouse=True)
def _collector() -> Iterator[None]:
    assert gc.isenabled()
    yield
    gc.enable()


def test_the_collector_rests_within_and_wakes_after_it() -> None:
    with undisturbed():
        assert not gc.isenabled()
        with undisturbed():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_wakes_after_a_failure_and_only_where_it_was_awake() -> None:
    with pytest.raises(KeyError), undisturbed():
        raise KeyError
    assert gc.isenabled()
    gc.disable()
    with undisturbed():
        pass
    assert not gc.isenabled()


def test_one_thread_does_not_wake_it_while_another_still_builds() -> None:
    both, left = Barrier(2), Barrier(2)
    seen: list[bool] = []

    def short() -> None:
        with undisturbed():
            both.wait(5)
        left.wait(5)

    def long() -> None:
        with undisturbed():
            both.wait(5)
            left.wait(5)
            seen.append(gc.isenabled())

    threads = [Thread(target=short), Thread(target=long)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [False]
    assert gc.isenabled()
