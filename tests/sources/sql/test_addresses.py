"""Addresses: what is read from a URL, what is shown, and how SQLite is told of a file."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from desktop_admin.sources.base import CannotConnect, SourceKind
from desktop_admin.sources.sql.engine import file_uri, read_address
from desktop_admin.sources.sql.errors import without_secrets
from desktop_admin.sources.sql.network import _file_system, on_network_share


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (PurePosixPath("/data/été #1?.sqlite3"), "file:///data/%C3%A9t%C3%A9%20%231%3F.sqlite3"),
        (PureWindowsPath(r"C:\data\db.sqlite3"), "file:///C:/data/db.sqlite3"),
        (PureWindowsPath(r"\\server\share\db.sqlite3"), "file:////server/share/db.sqlite3"),
    ],
)
def test_sqlite_is_told_of_any_path(path: PurePosixPath | PureWindowsPath, uri: str) -> None:
    assert file_uri(path) == uri


@pytest.mark.parametrize(
    ("text", "kind", "shown"),
    [
        ("sqlite:////data/shop.sqlite3", SourceKind.SQLITE, "/data/shop.sqlite3"),
        ("postgres://me@db/shop", SourceKind.POSTGRESQL, "me@db/shop"),
        ("postgresql://me:secret@db:5433/shop", SourceKind.POSTGRESQL, "me@db:5433/shop"),
        ("mariadb://me:secret@db/shop", SourceKind.MYSQL, "me@db/shop"),
    ],
)
def test_an_address_is_shown_without_its_password(text: str, kind: SourceKind, shown: str) -> None:
    address = read_address(text)
    assert (address.kind, address.shown) == (kind, shown)


@pytest.mark.parametrize(
    "text", ["", "shop", "oracle://x/y", "postgresql://db", "sqlite://", "mysql://db:port/shop"]
)
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(CannotConnect):
        read_address(text)


def test_a_driver_s_text_loses_its_passwords() -> None:
    text = "failed: postgresql://me:s3cret@db/x and password=s3cret host=db"
    assert "s3cret" not in without_secrets(text)


def test_the_longest_mount_point_tells_where_a_file_is(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(
        "/dev/sda1 / ext4 rw 0 0\nserver:/x /mnt/my\\040share nfs4 rw 0 0\n"
        "//nas/caisses /mnt/réseau cifs rw 0 0\n"
    )
    assert _file_system(Path("/mnt/réseau/db.sqlite3"), mounts) == "cifs"
    assert _file_system(Path("/mnt/my share/db.sqlite3"), mounts) == "nfs4"
    assert _file_system(Path("/mnt/my shared/db.sqlite3"), mounts) == "ext4"
    assert not on_network_share(tmp_path / "not-there.sqlite3")
