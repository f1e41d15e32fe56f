"""A connection as its form holds it: typed text, from an address and back. Knows no Qt."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from urllib.parse import quote, unquote

from desktop_admin.settings import RESERVED_NAMES, Connection
from desktop_admin.sources.base import SourceKind

_ADDRESS = re.compile(
    r"(?P<scheme>\w+)(?:\+\w+)?://"
    r"(?:(?P<user>[^:/]*)@)?"
    r"(?:\[(?P<six>[^\]/?]+)\]|(?P<host>[^/:?]+))?(?::(?P<port>[^/?]*))?"
    r"(?:/(?P<database>[^?]*))?(?:\?(?P<query>.*))?",
    re.DOTALL,
)
_KINDS = {
    "sqlite": SourceKind.SQLITE,
    "postgresql": SourceKind.POSTGRESQL,
    "postgres": SourceKind.POSTGRESQL,
    "mysql": SourceKind.MYSQL,
    "mariadb": SourceKind.MYSQL,
}
_OFF = "tls=off"
_HOST = re.compile(r"[^\s/@?#\[\]]+")
#: The ports that are meant where none is typed.
PORTS: Mapping[SourceKind, int] = {SourceKind.POSTGRESQL: 5432, SourceKind.MYSQL: 3306}
_PORT_MAX = 65_535


class Encryption(Enum):
    """How the way to a server is kept from other eyes."""

    #: Required; the certificate is verified against the authorities everybody trusts.
    VERIFIED = auto()
    #: Required; the certificate is verified against an authority of one's own.
    OWN_AUTHORITY = auto()
    OFF = auto()
    #: The address says it in its own words, which a form has no room for.
    AS_WRITTEN = auto()


class Field(Enum):
    """What can be wrong in a form."""

    NAME = auto()
    FILE = auto()
    SERVER = auto()
    DATABASE = auto()
    AUTHORITY = auto()


class Problem(Enum):
    """What is wrong with it."""

    NAME_EMPTY = auto()
    NAME_TAKEN = auto()
    NAME_RESERVED = auto()
    FILE_EMPTY = auto()
    FILE_NOT_WHOLE = auto()
    SERVER_EMPTY = auto()
    SERVER_STRANGE = auto()
    PORT_STRANGE = auto()
    DATABASE_EMPTY = auto()
    AUTHORITY_EMPTY = auto()


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the form of one connection."""

    kind: SourceKind = SourceKind.POSTGRESQL
    name: str = ""
    file: str = ""
    host: str = ""
    port: str = ""
    database: str = ""
    user: str = ""
    #: None where the operator did not touch it: the one that is kept stays.
    password: str | None = None
    encryption: Encryption = Encryption.VERIFIED
    ca_file: str = ""
    read_only: bool = False
    production: bool = False
    #: What else stood behind the `?` of a saved address.
    query: str = ""

    @classmethod
    def of(cls, saved: Connection) -> Draft:
        """The form of a saved connection."""
        found = _ADDRESS.fullmatch(saved.url)
        kind = _KINDS.get(found["scheme"].lower()) if found else None
        if found is None or kind is None:
            return cls(name=saved.name, read_only=saved.read_only, production=saved.production)
        database = unquote(found["database"] or "")
        options = [part for part in (found["query"] or "").split("&") if part]
        query = "&".join(part for part in options if part != _OFF)
        is_file = kind is SourceKind.SQLITE
        return cls(
            kind=kind,
            name=saved.name,
            file=database if is_file else "",
            host=found["six"] or found["host"] or "",
            port=found["port"] or "",
            database="" if is_file else database,
            user=unquote(found["user"] or ""),
            encryption=_encryption(saved, options),
            ca_file=saved.ca_file or "",
            read_only=saved.read_only,
            production=saved.production,
            query=query,
        )

    @property
    def url(self) -> str:
        """The address, without a password."""
        if self.kind is SourceKind.SQLITE:
            return f"sqlite:///{quote(self.file.strip(), safe=' +/:')}"
        host = self.host.strip()
        place = f"[{host}]" if ":" in host else host
        port = f":{self.port.strip()}" if self.port.strip() else ""
        user = f"{quote(self.user.strip(), safe=' +')}@" if self.user.strip() else ""
        database = quote(self.database.strip(), safe=" +/")
        options = [self.query] if self.query else []
        if self.encryption is Encryption.OFF:
            options.append(_OFF)
        query = f"?{'&'.join(options)}" if options else ""
        return f"{self.kind.value}://{user}{place}{port}/{database}{query}"

    @property
    def authority(self) -> str | None:
        """The file of one's own authority, where one is to be used."""
        wanted = self.encryption is Encryption.OWN_AUTHORITY and self.kind in PORTS
        return self.ca_file.strip() if wanted else None

    def connection(self, saved: Connection | None = None) -> Connection:
        """What is saved, over what was saved before; the draft must have no problems."""
        return Connection(
            name=self.name.strip(),
            url=self.url,
            read_only=self.read_only,
            production=self.production,
            ca_file=self.authority,
            unknown=saved.unknown if saved else {},
        )

    def problems(self, taken: Collection[str]) -> dict[Field, Problem]:
        """What has to be mended before it can be tried or saved; `taken` are the others' names."""
        found = self.problems_of_address()
        name = self.name.strip()
        if not name:
            found[Field.NAME] = Problem.NAME_EMPTY
        elif name.casefold() in RESERVED_NAMES or "://" in name:
            found[Field.NAME] = Problem.NAME_RESERVED
        elif name.casefold() in {other.strip().casefold() for other in taken}:
            found[Field.NAME] = Problem.NAME_TAKEN
        return found

    def problems_of_address(self) -> dict[Field, Problem]:
        """The same without the name, which a test needs not."""
        if self.kind is SourceKind.SQLITE:
            path = self.file.strip()
            if not path:
                return {Field.FILE: Problem.FILE_EMPTY}
            whole = Path(path).is_absolute()
            return {} if whole else {Field.FILE: Problem.FILE_NOT_WHOLE}
        found: dict[Field, Problem] = {}
        host, port = self.host.strip(), self.port.strip()
        if not host:
            found[Field.SERVER] = Problem.SERVER_EMPTY
        elif not _HOST.fullmatch(host) or (":" in host and not _is_six(host)):
            found[Field.SERVER] = Problem.SERVER_STRANGE
        elif port and not _is_port(port):
            found[Field.SERVER] = Problem.PORT_STRANGE
        if not self.database.strip():
            found[Field.DATABASE] = Problem.DATABASE_EMPTY
        if self.authority == "":
            found[Field.AUTHORITY] = Problem.AUTHORITY_EMPTY
        return found


def _encryption(saved: Connection, options: list[str]) -> Encryption:
    if _OFF in options:
        return Encryption.OFF
    if any(option.startswith("sslmode=") for option in options):
        return Encryption.AS_WRITTEN
    return Encryption.OWN_AUTHORITY if saved.ca_file else Encryption.VERIFIED


def _is_port(text: str) -> bool:
    return text.isascii() and text.isdigit() and 0 < int(text) <= _PORT_MAX


def _is_six(host: str) -> bool:
    """An address of IPv6 has at least two colons; a name with one has a port behind it."""
    return host.count(":") > 1
