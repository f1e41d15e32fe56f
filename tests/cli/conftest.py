"""A small shop in a file, and the command line over it."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from desktop_admin.cli import NOW_VARIABLE, main
from tests.shops import Shop, make_shop


@dataclass(frozen=True)
class Ran:
    """What one command did."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run one command, in English, at noon of a fixed day."""
    monkeypatch.setenv(NOW_VARIABLE, "2026-11-22T11:00:00+00:00")

    def command(*arguments: object) -> Ran:
        given = [str(argument) for argument in arguments]
        language = [] if "--language" in given else ["--language", "en"]
        code = main([*language, *given])
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return command


@dataclass(frozen=True)
class File:
    """A shop in an SQLite file."""

    path: Path
    url: str
    #: Orphans: one each that is certain, deduced, in conflict and blocked.
    certain: int
    deduced: int
    conflict: int
    blocked: int
    gombe: int
    limete: int

    def boutique_of(self, sale: int) -> int | None:
        with sa.create_engine(f"sqlite:///{self.path}").connect() as connection:
            query = sa.text("SELECT boutique_id FROM inventory_vente WHERE id = :id")
            found = connection.execute(query, {"id": sale}).scalar()
        return None if found is None else int(found)


def fill(shop: Shop, path: Path) -> File:
    gombe, limete = shop.boutique("Gombe"), shop.boutique("Limete")
    rice, soap = shop.article("Riz", boutique=gombe), shop.article("Savon", boutique=limete)
    till = shop.terminal("SN-1", boutique=gombe)
    lost = shop.terminal("SN-2", boutique=None)
    shop.sale(terminal=till, boutique=gombe, lines=[rice])
    certain = shop.sale(terminal=till, lines=[(rice, 2)])
    shop.sale(terminal=till, boutique=gombe, lines=[rice], currency="USD", amount=5)
    return File(
        path=path,
        url=f"sqlite:///{path}",
        certain=certain,
        deduced=shop.sale(terminal=lost, lines=[soap], currency="USD", amount=12),
        conflict=shop.sale(terminal=till, lines=[rice, soap]),
        blocked=shop.sale(number="WEB-20261121110000000-0000000a", amount=700),
        gombe=gombe,
        limete=limete,
    )


@pytest.fixture
def file(tmp_path: Path) -> File:
    """A shop with one orphan of each kind, not prepared."""
    path = tmp_path / "shop.sqlite3"
    engine = sa.create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        made = fill(make_shop(connection), path)
    engine.dispose()
    return made


@pytest.fixture
def prepared(file: File, run: Run) -> File:
    """The same, prepared."""
    assert run("prepare", "--source", file.url).code == 0
    return file
