"""Every driver's errors as one of ours, each with what failed; anything else is a bug."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa

from desktop_admin.sources.base import (
    Busy,
    CannotConnect,
    ConnectionLost,
    NotAsExpected,
    ReadOnly,
    Refused,
    SourceError,
)

_SECRET = re.compile(r"(password\s*=\s*)\S+|(://[^:/\s]+:)[^@\s]+(?=@)", re.IGNORECASE)

#: PostgreSQL's codes, by their first characters, the longest first.
_POSTGRESQL: tuple[tuple[str, type[SourceError], str], ...] = (
    ("28", Refused, "login"),
    ("3D000", Refused, "database"),
    ("42501", Refused, "rights"),
    ("25006", ReadOnly, "rights"),
    ("40001", Busy, "locked"),
    ("40P01", Busy, "locked"),
    ("55P03", Busy, "locked"),
    ("53300", Busy, "connections"),
    ("57014", Busy, "timeout"),
    ("57P", ConnectionLost, "server"),
    ("08", ConnectionLost, "server"),
    ("42P01", NotAsExpected, "schema"),
    ("42703", NotAsExpected, "schema"),
    ("23503", Busy, "changed_meanwhile"),
)

#: MySQL's and MariaDB's codes.
_MYSQL: dict[int, tuple[type[SourceError], str]] = {
    1044: (Refused, "rights"),
    1045: (Refused, "login"),
    1049: (Refused, "database"),
    1130: (Refused, "host"),
    1142: (Refused, "rights"),
    1143: (Refused, "rights"),
    1227: (Refused, "rights"),
    1290: (ReadOnly, "rights"),
    1792: (ReadOnly, "rights"),
    1040: (Busy, "connections"),
    1205: (Busy, "locked"),
    1213: (Busy, "locked"),
    1020: (Busy, "changed_meanwhile"),
    1452: (Busy, "changed_meanwhile"),
    1053: (ConnectionLost, "server"),
    1927: (ConnectionLost, "server"),
    2006: (ConnectionLost, "server"),
    2013: (ConnectionLost, "server"),
    2014: (ConnectionLost, "server"),
    1054: (NotAsExpected, "schema"),
    1146: (NotAsExpected, "schema"),
    2005: (CannotConnect, "address"),
}

#: SQLite's, by a part of their text: the codes came with Python 3.11 but not for all of them.
_SQLITE: tuple[tuple[str, type[SourceError], str], ...] = (
    ("locked", Busy, "locked"),
    ("busy", Busy, "locked"),
    ("readonly", ReadOnly, "rights"),
    ("unable to open", CannotConnect, "file"),
    ("not a database", NotAsExpected, "file"),
    ("malformed", NotAsExpected, "damaged"),
    ("no such table", NotAsExpected, "schema"),
    ("no such column", NotAsExpected, "schema"),
    ("disk i/o", ConnectionLost, "file"),
    ("disk is full", Busy, "disk_full"),
    ("foreign key", Busy, "changed_meanwhile"),
)

#: What libpq, a server in English or French, and the system say while connecting, where there
#: is no code yet.
_CONNECTING: tuple[tuple[str, type[SourceError], str], ...] = (
    # Starting, stopping, recovering: not there yet, or not any more.
    ("the database system is", CannotConnect, "server"),
    ("système de bases de données", CannotConnect, "server"),
    ("too many", Busy, "connections"),
    ("trop de", Busy, "connections"),
    ("connection slots", Busy, "connections"),
    ("emplacements de connexion", Busy, "connections"),
    ("no encryption", Refused, "tls"),
    ("pg_hba.conf", Refused, "host"),
    ("password authentication failed", Refused, "login"),
    ("authentification", Refused, "login"),
    ("no password supplied", Refused, "login"),
    ("role", Refused, "login"),
    ("rôle", Refused, "login"),
    ("permission denied for database", Refused, "rights"),
    ("droit refusé pour la base de données", Refused, "rights"),
    ("base de données", Refused, "database"),
    ("database", Refused, "database"),
    # Whatever listens there speaks another language.
    ("invalid response to ssl negotiation", CannotConnect, "port"),
    ("certificate", Refused, "tls"),
    ("ssl", Refused, "tls"),
    ("translate host name", CannotConnect, "address"),
    ("resolve host", CannotConnect, "address"),
    ("name or service not known", CannotConnect, "address"),
    ("getaddrinfo", CannotConnect, "address"),
    ("refused", CannotConnect, "port"),
    ("timed out", CannotConnect, "port"),
    ("timeout", CannotConnect, "port"),
)


def without_secrets(text: str) -> str:
    """A driver's text with passwords taken out."""
    return _SECRET.sub(lambda match: f"{match[1] or match[2]}***", text)


@contextmanager
def translated(*, connecting: bool = False) -> Iterator[None]:
    """Within it, every driver's error leaves as one of ours."""
    try:
        yield
    except sa.exc.DBAPIError as error:
        raise translate(error, connecting=connecting) from error


def translate(error: sa.exc.DBAPIError, *, connecting: bool = False) -> SourceError:
    """One of our errors for one of a driver's. An error we do not know is `ConnectionLost`
    where the connection is gone, `CannotConnect` while connecting, else itself: a bug."""
    original = error.orig
    detail = without_secrets(str(original))
    found = _classify(original, detail.lower(), connecting=connecting)
    if found is None and error.connection_invalidated:
        found = (ConnectionLost, "server")
    if found is None and connecting:
        found = (CannotConnect, "server")
    if found is None:
        raise error
    kind, step = found
    if connecting and kind is ConnectionLost:
        kind = CannotConnect
    return kind(detail, step=step)


def _classify(
    original: BaseException | None, text: str, *, connecting: bool
) -> tuple[type[SourceError], str] | None:
    if isinstance(original, sqlite3.Error):
        return _named(_SQLITE, text)
    arguments = original.args if original is not None else ()
    code = arguments[0] if arguments and isinstance(arguments[0], int) else None
    if code == 2003:
        return _named(_CONNECTING, text) or (CannotConnect, "port")
    if code == 2013 and connecting and "timed out" in text:
        # Something listens there, and says nothing.
        return CannotConnect, "port"
    if code is not None and code in _MYSQL:
        return _MYSQL[code]
    # PyMySQL's errors have a state too, but MySQL's states say less than its codes.
    state = getattr(original, "sqlstate", None) if code is None else None
    if isinstance(state, str):
        return next((found[1:] for found in _POSTGRESQL if state.startswith(found[0])), None)
    if connecting:
        return _named(_CONNECTING, text)
    if text.startswith("connection failed"):
        # A lost connection was to be replaced, and nothing was asked yet.
        return _named(_CONNECTING, text) or (CannotConnect, "server")
    lost = ("connection", "server closed", "eof", "terminat")
    return (ConnectionLost, "server") if any(word in text for word in lost) else None


def _named(
    table: tuple[tuple[str, type[SourceError], str], ...], text: str
) -> tuple[type[SourceError], str] | None:
    return next(((kind, step) for part, kind, step in table if part in text), None)
