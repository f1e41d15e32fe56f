"""A connection cut around a COMMIT: what came of it is looked up, nothing is sent twice."""

import contextlib
import socket
from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from desktop_admin.domain.changes import Outcome
from desktop_admin.sources.base import Busy, ConnectionLost
from desktop_admin.sources.sql import source as source_module
from desktop_admin.sources.sql import tables
from desktop_admin.sources.sql.source import open_sql
from tests.contract.bench import Bench
from tests.contract.fixtures import only_servers
from tests.failures.crowd import Crowd
from tests.failures.proxy import Cut, Proxy

pytestmark = only_servers

_ORPHANS = 300


@pytest.fixture
def crowd(url: str) -> Iterator[Crowd]:
    made = Crowd(url, _ORPHANS)
    yield made
    made.close()


@pytest.fixture
def proxy(bench: Bench) -> Iterator[Proxy]:
    assert bench.server is not None
    with Proxy(bench.server.port) as made:
        yield made


def _through(url: str, proxy: Proxy) -> str:
    """The same database through the proxy, in the clear."""
    address = sa.make_url(url).set(port=proxy.port).update_query_dict({"tls": "off"})
    return address.render_as_string(hide_password=False)


def test_every_commit_may_be_the_one_that_is_cut(crowd: Crowd, proxy: Proxy) -> None:
    source, direct = open_sql(_through(crowd.url, proxy)), crowd.open()
    change_set = crowd.repair()
    source.outcome(change_set.id)
    proxy.commits = 0
    source.apply(change_set)
    commits = proxy.commits
    assert commits >= 3
    seen = set()
    for after in (False, True):
        for number in range(1, commits + 1):
            crowd.start_again()
            change_set = crowd.repair()
            proxy.commits, proxy.cut = 0, Cut(number, after)
            outcome: Outcome | None = None
            lost: ConnectionLost | None = None
            try:
                outcome = source.apply(change_set)
            except ConnectionLost as error:
                lost = error
            assert proxy.commits >= number
            applied = crowd.is_whole(direct, change_set)
            seen.add((lost is not None, applied))
            if lost is not None:
                assert not applied, (number, after)
                assert lost.facts["changed"] is False
            else:
                assert outcome is not None
                assert applied, (number, after)
                assert (outcome.applied, outcome.left_alone) == (_ORPHANS, ())
            # The operator tries again: nothing is done twice.
            proxy.cut = None
            assert source.apply(change_set).repeated == applied
            assert crowd.is_whole(direct, change_set)
    assert seen == {(False, True), (True, False)}
    source.close()
    direct.close()


def test_reading_goes_on_after_a_cut(crowd: Crowd, proxy: Proxy) -> None:
    source = open_sql(_through(crowd.url, proxy))
    for one in list(proxy._sockets):
        # Its threads wake at the first and may hang up the others sooner.
        with contextlib.suppress(OSError):
            one.shutdown(socket.SHUT_RDWR)
    assert len(source.terminals()) == 1
    source.close()


def test_who_was_cut_off_may_still_commit_and_is_waited_for(
    crowd: Crowd, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A COMMIT that was on its way when the network failed may arrive after it is back."""
    monkeypatch.setattr(source_module, "_LOOKUPS", 0)
    source, other = open_sql(crowd.url, lock_seconds=1), crowd.open()
    change_set = crowd.repair()
    with crowd.engine.connect() as late:
        late.execute(sa.select(tables.chain).with_for_update())
        with pytest.raises(ConnectionLost) as lost:
            source._what_came_of(change_set.id, ConnectionLost("cut"))
        assert lost.value.facts["changed"] is None
        with pytest.raises(Busy):
            source.outcome(change_set.id)
        late.rollback()
    other.apply(change_set)
    outcome = source.outcome(change_set.id)
    assert outcome is not None
    assert outcome.applied == _ORPHANS
    source.close()
    other.close()
