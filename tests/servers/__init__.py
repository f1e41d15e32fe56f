"""Real database servers, started by the test run itself, as root or not."""

from tests.servers.base import Access, Server, ServerFailed, ServerUnavailable
from tests.servers.mariadb import MariaDbServer
from tests.servers.postgresql import PostgresServer

__all__ = [
    "Access",
    "MariaDbServer",
    "PostgresServer",
    "Server",
    "ServerFailed",
    "ServerUnavailable",
]
