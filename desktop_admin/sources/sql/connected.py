"""One database, and how every question reads it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa

from desktop_admin.domain.clock import Clock
from desktop_admin.sources.base import ConnectionLost
from desktop_admin.sources.sql.errors import translated
from desktop_admin.sources.sql.found import Found


class Connected:
    """What every part of a source is made with."""

    #: The shop's tables as they are here.
    _found: Found

    def __init__(self, engine: sa.Engine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock
        self._closed = False

    @contextmanager
    def _reading(self) -> Iterator[sa.Connection]:
        """One connection, one transaction: everything read in it is of the same moment."""
        if self._closed:
            raise ConnectionLost("closed", step="closed")
        with translated(), self._engine.connect() as connection:
            if connection.dialect.name != "sqlite":
                connection.execution_options(isolation_level="REPEATABLE READ")
            yield connection
