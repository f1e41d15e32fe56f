"""From what an operator types to an opened source: a URL, `demo`, or a saved connection."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop_admin import settings
from desktop_admin.credentials import Passwords, carries_password
from desktop_admin.domain.clock import Clock, system_clock
from desktop_admin.sources.base import CannotConnect, Refused, SalesSource, SourceKind

DEMO = "demo"

#: Asked for the password of a URL; None where nobody can be asked, or would not say.
AskPassword = Callable[[str], str | None]


class PasswordInTarget(ValueError):
    """A password stood where others can read it: on the command line."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a source is, and how it may be used."""

    name: str
    url: str
    read_only: bool = False
    production: bool = False
    ca_file: Path | None = None


def find_target(text: str, saved: settings.Settings) -> Target:
    """What `text` names. Raises `CannotConnect` for an unknown name and `PasswordInTarget` for
    a URL that carries a password."""
    if text == DEMO:
        return Target(DEMO, DEMO)
    connection = saved.connection(text)
    if connection is not None:
        ca_file = Path(connection.ca_file) if connection.ca_file else None
        return Target(text, connection.url, connection.read_only, connection.production, ca_file)
    if "://" not in text:
        raise CannotConnect("no such connection", step="address")
    if carries_password(text):
        raise PasswordInTarget
    return Target(text, text)


def open_target(
    target: Target,
    passwords: Passwords,
    *,
    clock: Clock = system_clock,
    ask: AskPassword | None = None,
) -> SalesSource:
    """Connect. A server that wants a password gets the one that is known; where there is none,
    or it is wrong, `ask` is asked once."""
    if target.url == DEMO:
        return open_demo(clock, read_only=target.read_only)
    # Imported here: the libraries of the databases take half a second, and a window is shown
    # before them.
    from desktop_admin.sources.sql.source import open_sql

    def connect(password: str | None) -> SalesSource:
        return open_sql(
            target.url,
            password=password,
            read_only=target.read_only,
            ca_file=target.ca_file,
            clock=clock,
        )

    if target.url.startswith("sqlite"):
        return connect(None)
    try:
        return connect(passwords.recall(target.url))
    except Refused as refused:
        asked = ask(target.url) if ask and refused.facts.get("step") == "login" else None
        if asked is None:
            raise
    source = connect(asked)
    passwords.use(target.url, asked)
    return source


def open_demo(clock: Clock = system_clock, *, read_only: bool = False) -> SalesSource:
    """The embedded shop, made on first use."""
    from desktop_admin.sources.demo.database import open_demo_database
    from desktop_admin.sources.sql.source import open_sql

    path = open_demo_database(settings.data_dir(), clock())
    url = f"sqlite:///{path}"
    return open_sql(url, read_only=read_only, clock=clock, kind=SourceKind.DEMO)


def reset_demo(now: datetime) -> Path:
    """Make the embedded shop anew, as of today; what was changed in it is gone."""
    from desktop_admin.sources.demo.database import reset_demo as reset

    return reset(settings.data_dir(), now)
