"""pytest fixtures: databases of real servers, started when the first test asks for one.

Where a server's binaries are missing, its tests are skipped with the reason; with
BOUTIQUE_ADMIN_REQUIRE_ENGINES=1 in the environment they fail.
"""

import itertools
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any, Protocol, TypeVar

import pytest

from tests.servers import MariaDbServer, PostgresServer, Server, ServerUnavailable

REQUIRE_ENGINES = "BOUTIQUE_ADMIN_REQUIRE_ENGINES"

ServerT = TypeVar("ServerT", bound=Server)
ServerT_co = TypeVar("ServerT_co", bound=Server, covariant=True)
_numbers = itertools.count(1)


class ServerMaker(Protocol[ServerT_co]):
    """Starts a server of its own for one test; takes the server's options."""

    def __call__(self, **options: Any) -> ServerT_co:
        """Start and return it; it is stopped after the test."""
        ...


def start_or_skip(stack: ExitStack, server: ServerT) -> ServerT:
    """Start ``server`` until ``stack`` ends; skip, or fail where engines are required."""
    try:
        stack.enter_context(server)
        return server
    except ServerUnavailable as missing:
        reason = str(missing)
    if os.environ.get(REQUIRE_ENGINES) == "1":
        pytest.fail(f"{reason} ({REQUIRE_ENGINES}=1)", pytrace=False)
    pytest.skip(reason)


@contextmanager
def database_on(server: Server) -> Iterator[str]:
    """The URL of an empty database on ``server``, dropped afterwards."""
    name = f"boutique_admin_{next(_numbers)}"
    server.create_database(name)
    try:
        yield server.url(name)
    finally:
        # A test may have killed the server that the next ones use.
        server.start()
        server.drop_database(name)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """The PostgreSQL server that the whole session shares."""
    with ExitStack() as stack:
        yield start_or_skip(stack, PostgresServer())


@pytest.fixture(scope="session")
def mariadb_server() -> Iterator[MariaDbServer]:
    """The MariaDB server that the whole session shares."""
    with ExitStack() as stack:
        yield start_or_skip(stack, MariaDbServer())


@pytest.fixture
def postgres_database(postgres_server: PostgresServer) -> Iterator[str]:
    """The URL of an empty PostgreSQL database of this test's own."""
    with database_on(postgres_server) as url:
        yield url


@pytest.fixture
def mariadb_database(mariadb_server: MariaDbServer) -> Iterator[str]:
    """The URL of an empty MariaDB database of this test's own."""
    with database_on(mariadb_server) as url:
        yield url


@pytest.fixture
def new_postgres_server() -> Iterator[ServerMaker[PostgresServer]]:
    """Starts PostgreSQL servers of this test's own, to kill or with options."""
    with ExitStack() as stack:
        yield lambda **options: start_or_skip(stack, PostgresServer(**options))


@pytest.fixture
def new_mariadb_server() -> Iterator[ServerMaker[MariaDbServer]]:
    """Starts MariaDB servers of this test's own, to kill or with options."""
    with ExitStack() as stack:
        yield lambda **options: start_or_skip(stack, MariaDbServer(**options))
