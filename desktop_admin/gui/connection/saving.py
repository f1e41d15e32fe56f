"""Writing connections down and forgetting them, for a worker: both stores may be slow."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from desktop_admin.credentials import Kept, Passwords, account
from desktop_admin.gui.connection.drafts import PORTS, Draft
from desktop_admin.settings import Connection, Settings

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Connections:
    """Where the settings are had and kept. Both are called on workers too; `save` raises
    `OSError` where they cannot be written."""

    load: Callable[[], Settings]
    save: Callable[[Settings], None]


@dataclass(frozen=True, slots=True)
class Edit:
    """One connection to write: what was saved before, and what shall be."""

    was: Connection | None
    draft: Draft


@dataclass(frozen=True, slots=True)
class Stored:
    """How writing went: the settings as they are now, or why they could not be written."""

    settings: Settings | None = None
    trouble: OSError | None = None
    #: Where the password of the last edit went; None where none was typed.
    kept: Kept | None = None


def store(connections: Connections, passwords: Passwords, edits: Sequence[Edit]) -> Stored:
    """Save the edits in one write, then their passwords. Where it cannot be written nothing
    is changed, passwords neither."""
    try:
        settings = connections.load()
        for edit in edits:
            settings = _with(settings, edit)
        connections.save(settings)
    except OSError as error:
        _log.info("cannot save connections: %s", error)
        return Stored(trouble=error)
    kept = None
    for edit in edits:
        kept = _keep_password(settings, passwords, edit)
    return Stored(settings, kept=kept)


def remove(connections: Connections, passwords: Passwords, name: str) -> Stored:
    """Forget a connection, and its password where no other one uses it."""
    try:
        settings = connections.load()
        gone = settings.connection(name)
        settings = settings.without_connection(name)
        connections.save(settings)
    except OSError as error:
        _log.info("cannot save connections: %s", error)
        return Stored(trouble=error)
    if gone is not None:
        _forget_unused(settings, passwords, gone.url)
    return Stored(settings)


def _with(settings: Settings, edit: Edit) -> Settings:
    """The settings with the edit, in the place of what was there under its old name."""
    made = edit.draft.connection(edit.was)
    old = edit.was.name if edit.was else made.name
    if settings.connection(old) is None:
        return settings.with_connection(made)
    others = (made if one.name == old else one for one in settings.connections)
    return replace(settings, connections=tuple(others))


def _keep_password(settings: Settings, passwords: Passwords, edit: Edit) -> Kept | None:
    url, typed = edit.draft.url, edit.draft.password
    old = edit.was.url if edit.was else url
    if edit.draft.kind not in PORTS:
        typed = None
    kept = None
    if typed:
        kept = passwords.keep(url, typed)
    elif typed == "":
        passwords.forget(url)
    elif account(old) != account(url) and edit.draft.kind in PORTS:
        passwords.copy(old, url)
    if account(old) != account(url):
        _forget_unused(settings, passwords, old)
    return kept


def _forget_unused(settings: Settings, passwords: Passwords, url: str) -> None:
    used = {account(one.url) for one in settings.connections}
    if not url.startswith("sqlite") and account(url) not in used:
        passwords.forget(url)
