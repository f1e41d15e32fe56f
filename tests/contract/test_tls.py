"""TLS to servers: verified against the authority that is named, refused where it does not fit."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
import sqlalchemy as sa

from desktop_admin.sources.base import Refused
from desktop_admin.sources.sql.source import open_sql
from tests.servers import MariaDbServer, PostgresServer, Server
from tests.servers.certificates import make_certificates
from tests.servers.fixtures import start_or_skip
from tests.shops import make_shop

SERVERS = {"postgresql": PostgresServer, "mariadb": MariaDbServer}


@pytest.fixture(scope="module", params=list(SERVERS))
def server(request: pytest.FixtureRequest) -> Iterator[Server]:
    """A server that lets nobody in without TLS; its certificate is good for `localhost` alone."""
    with ExitStack() as stack:
        made = SERVERS[request.param](tls=True, certificate_names=["localhost"])
        yield start_or_skip(stack, made)


@pytest.fixture(scope="module")
def url(server: Server) -> str:
    """A shop on it, by the name on its certificate."""
    server.create_database("shop")
    url = server.url("shop").replace("127.0.0.1", "localhost")
    more = {"ssl": {"ca": str(server.ca_file)}} if isinstance(server, MariaDbServer) else {}
    engine = sa.create_engine(url, connect_args=more)
    with engine.begin() as connection:
        make_shop(connection).boutique()
    engine.dispose()
    return url


@pytest.fixture(scope="module")
def stranger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An authority that signed nothing here."""
    return make_certificates(tmp_path_factory.mktemp("stranger"), ["localhost"]).ca_file


def _encrypted(connection: sa.Connection) -> bool:
    if connection.dialect.name == "postgresql":
        asked = "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"
        return bool(connection.exec_driver_sql(asked).scalar())
    return bool(connection.exec_driver_sql("SHOW STATUS LIKE 'Ssl_cipher'").one()[1])


def test_the_named_authority_is_trusted(url: str, server: Server) -> None:
    source = open_sql(url, ca_file=server.ca_file)
    assert len(source.boutiques()) == 1
    with source._engine.connect() as connection:
        assert _encrypted(connection)
    source.close()


def test_another_authority_is_not(url: str, stranger: Path) -> None:
    with pytest.raises(Refused) as refused:
        open_sql(url, ca_file=stranger)
    assert refused.value.facts["step"] == "tls"


def test_a_certificate_for_another_name_is_not(url: str, server: Server) -> None:
    with pytest.raises(Refused) as refused:
        open_sql(url.replace("localhost", "127.0.0.1"), ca_file=server.ca_file)
    assert refused.value.facts["step"] == "tls"


def test_this_computer_needs_no_certificate(url: str) -> None:
    """What is sent to oneself is not read on the way; the server still wants TLS."""
    source = open_sql(url)
    with source._engine.connect() as connection:
        assert _encrypted(connection)
    source.close()


def test_off_is_off(url: str) -> None:
    with pytest.raises(Refused):
        open_sql(f"{url}?tls=off")


def test_a_server_without_tls_is_refused_where_it_is_wanted(
    request: pytest.FixtureRequest, server: Server
) -> None:
    """Nobody between can talk a connection out of TLS."""
    name = "postgres" if isinstance(server, PostgresServer) else "mariadb"
    plain = request.getfixturevalue(f"{name}_server")
    with pytest.raises(Refused) as refused:
        open_sql(plain.url("any"), ca_file=server.ca_file)
    assert refused.value.facts["step"] == "tls"
