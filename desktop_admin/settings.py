"""What the operator chose: one typed, versioned TOML file, and where the program keeps its own."""

import os
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar
from zoneinfo import ZoneInfo

from desktop_admin.credentials import PasswordInUrlError, carries_password, without_password
from desktop_admin.files import whole_file
from desktop_admin.wording.languages import DEFAULT_ZONE, LANGUAGES

if TYPE_CHECKING:
    from platformdirs.api import PlatformDirsABC

HOME_VARIABLE = "BOUTIQUE_ADMIN_HOME"
RESERVED_NAMES = ("demo",)

_APP = "boutique-admin"
_FILE = "settings.toml"

T = TypeVar("T")
Raw = dict[str, Any]
Migration = Callable[[Raw], Raw]

# The migration at place n makes version n + 2 out of version n + 1.
MIGRATIONS: tuple[Migration, ...] = ()


class Theme(StrEnum):
    """Which colours the window wears."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class ProblemCode(StrEnum):
    """What can be wrong with a settings file."""

    UNREADABLE = "unreadable"
    NEWER = "newer"
    NOT_UNDERSTOOD = "not_understood"
    PASSWORD_IN_URL = "password_in_url"  # noqa: S105 - the code of a problem, not a password


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with the settings file; `key` is dotted, or empty for the file."""

    code: ProblemCode
    key: str = ""


@dataclass(frozen=True, slots=True)
class Connection:
    """A database under a name of the operator's; its password lives in the credential store.

    Raises `PasswordInUrlError` for a URL that carries a password, and `ValueError` for a name
    that is empty or means something else on the command line.
    """

    name: str
    url: str
    read_only: bool = False
    production: bool = False
    ca_file: str | None = None
    unknown: Mapping[str, object] = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Refuse what must never reach the file."""
        if not self.name.strip() or self.name in RESERVED_NAMES or "://" in self.name:
            raise ValueError(f"{self.name!r} cannot be the name of a connection")
        if carries_password(self.url):
            raise PasswordInUrlError(without_password(self.url))


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything the operator chose. A `language` of None follows the system."""

    language: str | None = None
    theme: Theme = Theme.SYSTEM
    time_zone: str = DEFAULT_ZONE
    connections: tuple[Connection, ...] = ()
    unknown: Mapping[str, object] = field(default_factory=dict, compare=False, repr=False)

    def connection(self, name: str) -> Connection | None:
        """The saved connection of that name, or None."""
        return next((saved for saved in self.connections if saved.name == name), None)

    def with_connection(self, connection: Connection) -> "Settings":
        """The same with `connection` saved, in the place of one of the same name."""
        if self.connection(connection.name) is None:
            return replace(self, connections=(*self.connections, connection))
        changed = (connection if c.name == connection.name else c for c in self.connections)
        return replace(self, connections=tuple(changed))

    def without_connection(self, name: str) -> "Settings":
        """The same without the connection of that name."""
        return replace(self, connections=tuple(c for c in self.connections if c.name != name))


@dataclass(frozen=True, slots=True)
class Loaded:
    """Settings as far as they were understood, and what was wrong with their file.

    `set_aside` is the file, as it was found, under its other name.
    """

    settings: Settings
    problems: tuple[Problem, ...] = ()
    set_aside: Path | None = None


def config_dir() -> Path:
    """Where the settings live."""
    return _home() or Path(_dirs().user_config_dir)


def data_dir() -> Path:
    """Where the embedded demo lives."""
    home = _home()
    return home / "data" if home else Path(_dirs().user_data_dir)


def log_dir() -> Path:
    """Where logs and crash reports live."""
    home = _home()
    return home / "logs" if home else Path(_dirs().user_log_dir)


def default_path() -> Path:
    """The settings file of this operator."""
    return config_dir() / _FILE


def load(path: Path) -> Loaded:
    """Read the settings; no file means the defaults. Raises `OSError` when it may not be read.

    A file that is no TOML is moved aside, one that is only partly understood is copied aside:
    nothing the operator wrote is lost when the settings are saved again.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return Loaded(Settings())
    try:
        raw = tomllib.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError):
        aside = _aside(path, content)
        path.replace(aside)
        return Loaded(Settings(), (Problem(ProblemCode.UNREADABLE),), aside)
    problems: list[Problem] = []
    settings = _from_raw(migrated(raw, MIGRATIONS, problems), problems)
    if any(problem.code is not ProblemCode.PASSWORD_IN_URL for problem in problems):
        import shutil

        aside = _aside(path, content)
        shutil.copy2(path, aside)
        return Loaded(settings, tuple(problems), aside)
    return Loaded(settings, tuple(problems))


def save(settings: Settings, path: Path) -> None:
    """Write the settings whole or not at all. Raises `OSError` when they cannot be written."""
    # Imported here: a start that saves nothing needs none of it.
    import tomli_w

    path.parent.mkdir(parents=True, exist_ok=True)
    with whole_file(path, private=True) as part, part.open("wb") as file:
        tomli_w.dump(_to_raw(settings), file)


def migrated(raw: Raw, migrations: tuple[Migration, ...], problems: list[Problem]) -> Raw:
    """Bring `raw` to the newest version, which is one more than there are migrations.

    A file of a newer program is read as far as it is understood, and reported.
    """
    newest = len(migrations) + 1
    version = raw.pop("version", 1)
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        problems.append(Problem(ProblemCode.NOT_UNDERSTOOD, "version"))
        version = newest
    if version > newest:
        problems.append(Problem(ProblemCode.NEWER, "version"))
    for migration in migrations[version - 1 :]:
        raw = migration(raw)
    return raw


def _dirs() -> "PlatformDirsABC":
    # Imported here: it takes longer than reading the settings.
    import platformdirs

    return platformdirs.PlatformDirs(_APP, appauthor=False)


def _home() -> Path | None:
    home = os.environ.get(HOME_VARIABLE)
    return Path(home) if home else None


def _aside(path: Path, content: bytes) -> Path:
    import hashlib

    # Named by its content: the same damage met twice is set aside once.
    digest = hashlib.sha256(content).hexdigest()[:12]
    return path.with_name(f"{path.stem}.damaged-{digest}{path.suffix}")


class _Reader:
    """Takes known keys out of a table and notes each that is not understood."""

    def __init__(self, raw: Raw, where: str, problems: list[Problem]) -> None:
        self.rest = dict(raw)
        self._where = where
        self._problems = problems

    def take(self, key: str, check: Callable[[Any], T], default: T) -> T:
        """The value of `key` as `check` understands it, else `default` and a problem."""
        if key not in self.rest:
            return default
        value = self.rest.pop(key)
        try:
            return check(value)
        except (TypeError, ValueError, OSError, KeyError):
            self.complain(ProblemCode.NOT_UNDERSTOOD, key)
            return default

    def complain(self, code: ProblemCode, key: str = "") -> None:
        """Note that `key` of this table is wrong."""
        self._problems.append(Problem(code, ".".join(part for part in (self._where, key) if part)))


def _from_raw(raw: Raw, problems: list[Problem]) -> Settings:
    reader = _Reader(raw, "", problems)
    tables: list[Raw] = reader.take("connections", _tables, [])
    connections: dict[str, Connection] = {}
    for number, table in enumerate(tables, start=1):
        entry = _Reader(table, f"connections.{number}", problems)
        connection = _connection(entry)
        if connection is None or connection.name in connections:
            entry.complain(ProblemCode.NOT_UNDERSTOOD)
        else:
            connections[connection.name] = connection
    return Settings(
        language=reader.take("language", _language, None),
        theme=reader.take("theme", Theme, Theme.SYSTEM),
        time_zone=reader.take("time_zone", _time_zone, DEFAULT_ZONE),
        connections=tuple(connections.values()),
        unknown=MappingProxyType(reader.rest),
    )


def _connection(entry: _Reader) -> Connection | None:
    url = entry.take("url", _text, "")
    if carries_password(url):
        entry.complain(ProblemCode.PASSWORD_IN_URL, "url")
    try:
        return Connection(
            name=entry.take("name", _text, ""),
            url=without_password(url),
            read_only=entry.take("read_only", _flag, True),
            production=entry.take("production", _flag, True),
            ca_file=entry.take("ca_file", _text, None),
            unknown=MappingProxyType(entry.rest),
        )
    except ValueError:
        return None


def _to_raw(settings: Settings) -> Raw:
    raw: Raw = {"version": len(MIGRATIONS) + 1}
    if settings.language is not None:
        raw["language"] = settings.language
    raw |= {"theme": settings.theme.value, "time_zone": settings.time_zone}
    raw |= settings.unknown
    raw["connections"] = [_connection_to_raw(connection) for connection in settings.connections]
    return raw


def _connection_to_raw(connection: Connection) -> Raw:
    raw: Raw = {
        "name": connection.name,
        "url": connection.url,
        "read_only": connection.read_only,
        "production": connection.production,
    }
    if connection.ca_file is not None:
        raw["ca_file"] = connection.ca_file
    return raw | dict(connection.unknown)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _tables(value: object) -> list[Raw]:
    if not isinstance(value, list) or not all(isinstance(table, dict) for table in value):
        raise TypeError
    return value


def _language(value: object) -> str:
    if value not in LANGUAGES:
        raise ValueError
    return str(value)


def _time_zone(value: object) -> str:
    return ZoneInfo(_text(value)).key
