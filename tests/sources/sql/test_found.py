"""A database that lacks what can be done without is read without it."""

from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa

from desktop_admin.sources.sql.source import open_sql
from tests.shops import make_shop


@pytest.mark.parametrize(
    "change",
    [
        "DROP TABLE inventory_sessionclientmaui",
        "ALTER TABLE inventory_sessionclientmaui DROP COLUMN version_app",
    ],
)
def test_a_server_that_keeps_no_whole_sessions_has_none(tmp_path: Path, change: str) -> None:
    url = f"sqlite:///{tmp_path / 'shop.sqlite3'}"
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        make_shop(connection).terminal()
        connection.exec_driver_sql(change)
    engine.dispose()
    with closing(open_sql(url)) as source:
        terminal = source.terminals()[0].id
        assert source.terminal_sessions(terminal) == []
