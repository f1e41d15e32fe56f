"""Passwords: in the system's credential store, or, where there is none, for this run only."""

import logging
import os
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TypeVar

SERVICE = "boutique-admin"
PASSWORD_VARIABLE = "BOUTIQUE_ADMIN_PASSWORD"  # noqa: S105 - the name of a variable
HIDDEN = "***"

# Up to the last @, because people paste passwords that hold @ and / as they are.
_IN_URL = re.compile(r"(?P<before>^\s*[A-Za-z][\w+.-]*://[^:/@]*):.*@", re.DOTALL)
_IN_TEXT = re.compile(r"(?P<before>[A-Za-z][\w+.-]*://[^:/@\s]*):\S*@")
_IN_QUERY = re.compile(r"(?P<before>[?&](?:\w*password|passwd|pwd)=)[^&#\s]*", re.IGNORECASE)
_QUERY_PART = re.compile(r"(?<=[?&])(?:\w*password|passwd|pwd)=[^&#\s]*&?", re.IGNORECASE)

_log = logging.getLogger(__name__)

T = TypeVar("T")


class PasswordInUrlError(ValueError):
    """A URL carried a password where none may be; holds the URL without it."""


class Where(StrEnum):
    """Where a password is kept."""

    STORE = "store"
    THIS_RUN = "this_run"


class WhyNot(StrEnum):
    """Why a password is not in a credential store."""

    NO_STORE = "no_store"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Kept:
    """Where a password went, and, when that is not the store, why."""

    where: Where
    why_not: WhyNot | None = None


class Store(Protocol):
    """What is used of a keyring backend."""

    def get_password(self, service: str, username: str, /) -> str | None:
        """The password, or None."""

    def set_password(self, service: str, username: str, password: str, /) -> None:
        """Store the password."""

    def delete_password(self, service: str, username: str, /) -> None:
        """Remove the password."""


def carries_password(url: str) -> bool:
    """Whether the URL holds a password, before its host or in its query."""
    return without_password(url) != url


def without_password(url: str) -> str:
    """The URL with every password taken out, fit to be saved and shown."""
    bare = _IN_URL.sub(r"\g<before>@", url)
    return _QUERY_PART.sub("", bare).rstrip("?&") if _IN_QUERY.search(bare) else bare


def hide_passwords(text: str) -> str:
    """The text with the password of every URL in it replaced by asterisks."""
    return _IN_QUERY.sub(rf"\g<before>{HIDDEN}", _IN_TEXT.sub(rf"\g<before>:{HIDDEN}@", text))


def account(url: str) -> str:
    """Under which name the password of a URL is stored: without password and options."""
    return without_password(url).partition("?")[0]


class Passwords:
    """The passwords of one run of the program. A store that fails is asked no second time."""

    def __init__(self, store: Store | None) -> None:
        self._store = store
        self._why_not = None if store else WhyNot.NO_STORE
        self._this_run: dict[str, str] = {}

    @property
    def why_not_stored(self) -> WhyNot | None:
        """Why passwords are kept for this run only, or None when they are stored."""
        return self._why_not

    def recall(self, url: str) -> str | None:
        """The password for a URL: given in this run, by the environment, or stored before."""
        name = account(url)
        known = self._this_run.get(name) or os.environ.get(PASSWORD_VARIABLE)
        return known or self._ask(lambda store: store.get_password(SERVICE, name))

    def may_know(self, url: str) -> bool:
        """Whether `recall` may know the password for a URL; asks no store."""
        given = account(url) in self._this_run or bool(os.environ.get(PASSWORD_VARIABLE))
        return given or self._store is not None

    def keep(self, url: str, password: str) -> Kept:
        """Keep the password: in the store, else for this run only, and say which."""
        name = account(url)
        self._this_run[name] = password
        self._ask(lambda store: store.set_password(SERVICE, name, password))
        if self._store is None:
            return Kept(Where.THIS_RUN, self._why_not)
        return Kept(Where.STORE)

    def use(self, url: str, password: str) -> Kept:
        """Keep the password for this run only, because the operator wants no more."""
        self._this_run[account(url)] = password
        return Kept(Where.THIS_RUN)

    def copy(self, url: str, to: str) -> None:
        """Keep what is kept for one URL for another one too: its server has moved."""
        name = account(url)
        known = self._this_run.get(name)
        stored = self._ask(lambda store: store.get_password(SERVICE, name))
        if stored is not None:
            self.keep(to, known or stored)
        elif known is not None:
            self.use(to, known)

    def forget(self, url: str) -> None:
        """Remove the password from this run and from the store, if it is there."""
        name = account(url)
        self._this_run.pop(name, None)
        if self._ask(lambda store: store.get_password(SERVICE, name)) is not None:
            self._ask(lambda store: store.delete_password(SERVICE, name))

    def _ask(self, question: Callable[[Store], T]) -> T | None:
        if self._store is None:
            return None
        try:
            return question(self._store)
        except Exception as error:  # noqa: BLE001 - each platform's store raises errors of its own
            # The text of the error may quote what the store was given: only its kind is logged.
            kind = type(error).__name__
            _log.info("the credential store failed with %s: passwords stay in this run", kind)
            self._store = None
            self._why_not = WhyNot.REFUSED
            return None


def system_passwords() -> Passwords:
    """Passwords over the credential store of this system, if it has one."""
    return Passwords(system_store())


def system_store() -> Store | None:
    """The credential store of this system, or None where there is none."""
    # Imported here: keyring takes 0.1 s, and most starts need no password.
    import keyring
    from keyring.backends import fail, null

    if sys.platform == "win32" and getattr(sys, "frozen", False):
        # The built program has no entry points by which keyring finds its backends.
        from keyring.backends.Windows import WinVaultKeyring

        keyring.set_keyring(WinVaultKeyring())
    try:
        store = keyring.get_keyring()
    except Exception as error:  # noqa: BLE001 - a broken configuration raises anything
        _log.info("no credential store: %s", type(error).__name__)
        return None
    if isinstance(store, fail.Keyring | null.Keyring) or _is_empty(store):
        return None
    return store


def _is_empty(store: object) -> bool:
    # On Linux without a desktop the chain of backends is there, with nothing in it.
    return getattr(store, "backends", None) == []
