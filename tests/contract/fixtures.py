"""pytest fixtures of the contract and of the failures: an engine, and a shop on it."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from desktop_admin.sources.sql import shop as server
from tests.contract.bench import Bench, Desk, sqlite_bench
from tests.servers.fixtures import database_on

ENGINES = ("sqlite", "postgresql", "mariadb")

only_servers = pytest.mark.parametrize("bench", ENGINES[1:], indirect=True, scope="session")
only_sqlite = pytest.mark.parametrize("bench", ENGINES[:1], indirect=True, scope="session")


@pytest.fixture(scope="session", params=ENGINES)
def bench(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Bench]:
    """Each engine in turn."""
    if request.param == "sqlite":
        made = sqlite_bench(tmp_path_factory.mktemp("sqlite"))
    else:
        name = "postgres_server" if request.param == "postgresql" else "mariadb_server"
        running = request.getfixturevalue(name)
        made = Bench(request.param, lambda: database_on(running), running)
    yield made
    made.close()


@pytest.fixture
def url(bench: Bench) -> Iterator[str]:
    """A database on each engine without rows; `make_shop` makes the tables that are missing."""
    with bench.rowless() as url:
        yield url


@pytest.fixture
def empty_url(bench: Bench) -> Iterator[str]:
    """A database on each engine without tables."""
    with bench.empty() as url:
        yield url


def _desk(bench: Bench, migration: int) -> Iterator[Desk]:
    with ExitStack() as stack:
        desk = Desk(stack.enter_context(bench.empty()), migration)
        stack.callback(desk.close)
        yield desk


@pytest.fixture(scope="session")
def newest_desk(bench: Bench) -> Iterator[Desk]:
    """The market on the newest schema: for those who only read."""
    yield from _desk(bench, server.NEWEST)


@pytest.fixture(scope="session")
def oldest_desk(bench: Bench) -> Iterator[Desk]:
    """The market on the oldest schema that is known: for those who only read."""
    yield from _desk(bench, server.OLDEST)


@pytest.fixture(params=["newest", "oldest"])
def read_desk(request: pytest.FixtureRequest, newest_desk: Desk, oldest_desk: Desk) -> Desk:
    """The market on the newest and on the oldest schema: for those who only read."""
    return newest_desk if request.param == "newest" else oldest_desk


@pytest.fixture
def desk(newest_desk: Desk) -> Iterator[Desk]:
    """The market on the newest schema; whatever a test does to its rows is put back."""
    yield newest_desk
    newest_desk.put_back()


@pytest.fixture
def any_desk(read_desk: Desk) -> Iterator[Desk]:
    """The same on the newest and the oldest schema."""
    yield read_desk
    read_desk.put_back()
