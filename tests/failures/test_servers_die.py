"""A server that dies in the middle of apply, and comes back or does not."""

from collections.abc import Callable
from typing import Any

import pytest

from desktop_admin.domain.changes import ChangeSet
from desktop_admin.sources.base import CannotConnect, ConnectionLost, Progress, SourceError, Step
from desktop_admin.sources.sql import source as source_module
from desktop_admin.sources.sql.source import SqlSource
from tests.failures.crowd import Crowd
from tests.servers import Server

_ORPHANS = 500


@pytest.fixture(params=["new_postgres_server", "new_mariadb_server"])
def server(request: pytest.FixtureRequest) -> Server:
    """One of this test's own."""
    start: Callable[..., Server] = request.getfixturevalue(request.param)
    return start()


def _at(step: Step, action: Callable[[], Any]) -> Callable[[Progress], None]:
    """A report that does something once, at that step."""
    waiting = [action]

    def report(progress: Progress) -> None:
        if progress.step is step and waiting:
            waiting.pop()()

    return report


def test_a_server_that_dies_changes_all_or_nothing(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.create_database("shop")
    crowd = Crowd(server.url("shop"), _ORPHANS)
    source = crowd.open()
    change_set = crowd.repair()

    def die_and_come_back() -> None:
        server.kill()
        server.restart()
        crowd.engine.dispose()

    for step in (Step.STAGING, Step.WRITING, Step.COMMITTING):
        with pytest.raises(ConnectionLost) as lost:
            source.apply(change_set, _at(step, die_and_come_back))
        assert lost.value.facts["changed"] is False
        assert not crowd.is_whole(source, change_set)
    assert source.apply(change_set).applied == _ORPHANS
    # What is committed outlives a crash.
    die_and_come_back()
    assert crowd.is_whole(source, change_set)

    monkeypatch.setattr(source_module, "_LOOKUP_SECONDS", 0.01)
    other = crowd.repair()
    _stay_away(server, source, other)
    server.restart()
    crowd.engine.dispose()
    assert source.outcome(other.id) is None
    assert crowd.is_whole(source, change_set)
    source.close()
    crowd.close()


def _stay_away(server: Server, source: SqlSource, change_set: ChangeSet) -> None:
    """The server dies and does not come back: nobody can tell what came of the changes."""
    with pytest.raises(ConnectionLost) as lost:
        source.apply(change_set, _at(Step.COMMITTING, server.kill))
    assert lost.value.facts["changed"] is None
    for ask in (source.terminals, source.info, lambda: source.apply(change_set)):
        with pytest.raises(SourceError) as failure:
            ask()
        assert isinstance(failure.value, ConnectionLost | CannotConnect)
