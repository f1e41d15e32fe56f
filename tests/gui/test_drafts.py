"""The form of a connection, from an address and back, and what is wrong with it."""

import errno
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_admin.credentials import SERVICE, Passwords, carries_password
from desktop_admin.gui.connection.drafts import Draft, Encryption, Field, Problem
from desktop_admin.gui.connection.saving import Connections, Edit, remove, store
from desktop_admin.settings import Connection, Settings
from desktop_admin.sources.base import SourceKind
from desktop_admin.sources.sql.engine import read_address
from tests.test_credentials import MemoryStore

KIN = Connection("Kinshasa", "postgresql://g.mbuyi@db.example:5433/boutiques", production=True)
HERE = str(Path("/data/été 50% #1 ?/shop.sqlite3").absolute())


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://g.mbuyi@db.example:5433/boutiques",
        "postgresql://db/boutiques",
        "postgresql://g.mbuyi@db/boutiques?tls=off",
        "postgresql://g.mbuyi@db/boutiques?sslmode=require",
        "postgresql://g.mbuyi@[2001:db8::7]:5432/boutiques",
        "postgresql://a%40b%3A%2F@db/x%3F%C3%A9",
        "mysql://root@10.0.0.7:3307/shop",
        "sqlite:////data/shop.sqlite3",
        "sqlite:////data/%C3%A9t%C3%A9 50%25 %231 %3F/shop.sqlite3",
    ],
)
def test_an_address_comes_back_as_it_was(url: str) -> None:
    saved = Connection("x", url, ca_file=None)
    draft = Draft.of(saved)
    assert draft.url == url
    assert draft.connection(saved) == saved
    assert draft.problems([]) == {}


def test_what_is_typed_means_the_same_to_the_engine() -> None:
    draft = Draft(
        SourceKind.POSTGRESQL, "x", host="db", port="5433", database="a/b ?é", user="jo@x:/ %"
    )
    url = read_address(draft.url).url
    assert (url.username, url.host, url.port, url.database) == ("jo@x:/ %", "db", 5433, "a/b ?é")
    assert not carries_password(draft.url)
    file = Draft(SourceKind.SQLITE, "x", file=HERE)
    assert str(read_address(file.url).path) == HERE
    windows = Draft(SourceKind.SQLITE, "x", file=r"C:\données\shop 1.sqlite3")
    assert read_address(windows.url).url.database == r"C:\données\shop 1.sqlite3"


def test_maria_db_and_other_spellings_are_understood() -> None:
    assert Draft.of(Connection("x", "mariadb://root@db/shop")).kind is SourceKind.MYSQL
    assert Draft.of(Connection("x", "postgres+psycopg://me@db/shop")).host == "db"
    nothing = Draft.of(Connection("x", "oracle://me@db/shop"))
    assert (nothing.name, nothing.host) == ("x", "")


def test_encryption_is_read_and_written() -> None:
    own = Connection("x", "mysql://root@db/shop", ca_file="/etc/ca.pem")
    draft = Draft.of(own)
    assert draft.encryption is Encryption.OWN_AUTHORITY
    assert draft.connection(own) == own
    off = replace(draft, encryption=Encryption.OFF).connection(own)
    assert off == Connection("x", "mysql://root@db/shop?tls=off")
    assert Draft.of(off).encryption is Encryption.OFF


GOOD = Draft(SourceKind.POSTGRESQL, "Kinshasa", host="db", database="shop")


@pytest.mark.parametrize(
    ("draft", "field", "problem"),
    [
        (replace(GOOD, name="  "), Field.NAME, Problem.NAME_EMPTY),
        (replace(GOOD, name="goma "), Field.NAME, Problem.NAME_TAKEN),
        (replace(GOOD, name="Demo"), Field.NAME, Problem.NAME_RESERVED),
        (replace(GOOD, name="a://b"), Field.NAME, Problem.NAME_RESERVED),
        (replace(GOOD, host=" "), Field.SERVER, Problem.SERVER_EMPTY),
        (replace(GOOD, host="http://db/"), Field.SERVER, Problem.SERVER_STRANGE),
        (replace(GOOD, host="db:5432"), Field.SERVER, Problem.SERVER_STRANGE),
        (replace(GOOD, host="me@db"), Field.SERVER, Problem.SERVER_STRANGE),
        (replace(GOOD, port="a few"), Field.SERVER, Problem.PORT_STRANGE),
        (replace(GOOD, port="٣"), Field.SERVER, Problem.PORT_STRANGE),
        (replace(GOOD, port="0"), Field.SERVER, Problem.PORT_STRANGE),
        (replace(GOOD, port="65536"), Field.SERVER, Problem.PORT_STRANGE),
        (replace(GOOD, database=""), Field.DATABASE, Problem.DATABASE_EMPTY),
        (
            replace(GOOD, encryption=Encryption.OWN_AUTHORITY),
            Field.AUTHORITY,
            Problem.AUTHORITY_EMPTY,
        ),
        (Draft(SourceKind.SQLITE, "Copy"), Field.FILE, Problem.FILE_EMPTY),
        (Draft(SourceKind.SQLITE, "Copy", file="shop.db"), Field.FILE, Problem.FILE_NOT_WHOLE),
    ],
)
def test_what_is_wrong_is_named(draft: Draft, field: Field, problem: Problem) -> None:
    assert draft.problems(["Goma"]) == {field: problem}


def test_a_test_needs_no_name() -> None:
    assert replace(GOOD, name="").problems_of_address() == {}


FULL = OSError(errno.ENOSPC, "No space left on device")


class Shelf:
    """Settings in memory; what the system says to writing on demand."""

    def __init__(self, *saved: Connection) -> None:
        self.settings = Settings(language="fr", connections=saved)
        self.trouble: OSError | None = None

    def save(self, settings: Settings) -> None:
        if self.trouble is not None:
            raise self.trouble
        self.settings = settings

    @property
    def connections(self) -> Connections:
        return Connections(lambda: self.settings, self.save)

    @property
    def names(self) -> list[str]:
        return [one.name for one in self.settings.connections]


GOMA = Connection("Goma", "mysql://root@goma/shop")


def test_a_renamed_connection_keeps_place_and_password() -> None:
    shelf, vault = Shelf(KIN, GOMA), MemoryStore()
    passwords = Passwords(vault)
    passwords.keep(KIN.url, "s3cret")
    stored = store(
        shelf.connections, passwords, [Edit(KIN, replace(Draft.of(KIN), name="Production"))]
    )
    assert stored.settings == shelf.settings
    assert shelf.names == ["Production", "Goma"]
    assert shelf.settings.language == "fr"
    assert Passwords(vault).recall(KIN.url) == "s3cret"


def test_a_password_moves_with_its_server_and_leaves_nothing_behind() -> None:
    shelf, vault = Shelf(KIN), MemoryStore()
    passwords = Passwords(vault)
    passwords.keep(KIN.url, "s3cret")
    moved = replace(Draft.of(KIN), host="db2.example")
    store(shelf.connections, passwords, [Edit(KIN, moved)])
    assert vault.kept == {(SERVICE, moved.url): "s3cret"}


def test_what_another_connection_uses_is_not_forgotten() -> None:
    twin = replace(KIN, name="Kinshasa, reading", read_only=True)
    shelf, vault = Shelf(KIN, twin), MemoryStore()
    passwords = Passwords(vault)
    passwords.keep(KIN.url, "s3cret")
    remove(shelf.connections, passwords, "Kinshasa")
    assert shelf.names == ["Kinshasa, reading"]
    assert passwords.recall(KIN.url) == "s3cret"
    remove(shelf.connections, passwords, "Kinshasa, reading")
    assert vault.kept == {}


def test_a_password_is_typed_and_taken_away() -> None:
    shelf, vault = Shelf(), MemoryStore()
    passwords = Passwords(vault)
    draft = replace(GOOD, password="s3cret")
    stored = store(shelf.connections, passwords, [Edit(None, draft)])
    assert stored.kept is not None
    assert vault.kept == {(SERVICE, draft.url): "s3cret"}
    saved = shelf.settings.connections[0]
    store(shelf.connections, passwords, [Edit(saved, replace(draft, password=""))])
    assert vault.kept == {}


def test_where_it_cannot_be_written_nothing_is_changed() -> None:
    shelf, vault = Shelf(KIN), MemoryStore()
    passwords = Passwords(vault)
    shelf.trouble = FULL
    edited = replace(Draft.of(KIN), name="Other", password="new")
    stored = store(shelf.connections, passwords, [Edit(KIN, edited)])
    assert stored.settings is None
    assert stored.trouble is not None
    assert stored.trouble.errno == errno.ENOSPC
    assert remove(shelf.connections, passwords, "Kinshasa").trouble is not None
    assert shelf.names == ["Kinshasa"]
    assert vault.kept == {}
