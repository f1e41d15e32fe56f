"""pytest fixtures of the contract and of the failures: an engine, and a shop on it."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from desktop_admin.sources.sql import shop as server
from desktop_admin.sources.sql.source import SqlSource
from tests.contract.bench import Bench, Desk, sqlite_bench
from tests.contract.market import Market
from tests.servers.fixtures import database_on

ENGINES = ("sqlite", "postgresql", "mariadb")


@pytest.fixture(scope="session", params=ENGINES)
def bench(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """Each engine in turn."""
    if request.param == "sqlite":
        return sqlite_bench(tmp_path_factory.mktemp("sqlite"))
    name = "postgres_server" if request.param == "postgresql" else "mariadb_server"
    running = request.getfixturevalue(name)
    return Bench(request.param, lambda: database_on(running))


@pytest.fixture
def url(bench: Bench) -> Iterator[str]:
    """An empty database on each engine."""
    with bench.empty() as url:
        yield url


def _desk(bench: Bench, migration: int) -> Iterator[Desk]:
    with ExitStack() as stack:
        desk = Desk(stack.enter_context(bench.empty()), migration)
        stack.callback(desk.close)
        yield desk


@pytest.fixture(scope="session")
def newest_desk(bench: Bench) -> Iterator[Desk]:
    """The market on the newest schema; `desk` puts it back."""
    yield from _desk(bench, server.NEWEST)


@pytest.fixture(scope="session")
def oldest_desk(bench: Bench) -> Iterator[Desk]:
    """The market on the oldest schema that is known; `old_desk` puts it back."""
    yield from _desk(bench, server.OLDEST)


@pytest.fixture
def desk(newest_desk: Desk) -> Desk:
    """The market on the newest schema of each engine, prepared, as it was at first."""
    newest_desk.put_back()
    return newest_desk


@pytest.fixture(params=["newest", "oldest"])
def any_desk(request: pytest.FixtureRequest, newest_desk: Desk, oldest_desk: Desk) -> Desk:
    """The same on the newest and the oldest schema."""
    desk = newest_desk if request.param == "newest" else oldest_desk
    desk.put_back()
    return desk


@pytest.fixture
def source(any_desk: Desk) -> SqlSource:
    """A source on the market, newest and oldest."""
    return any_desk.source


@pytest.fixture
def market(any_desk: Desk) -> Market:
    """What is in it."""
    return any_desk.market
