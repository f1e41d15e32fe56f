"""The shops that other tests stand on hold on every engine, newest and oldest."""

from collections.abc import Iterator
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest
import sqlalchemy as sa

from desktop_admin.domain.evidence import Confidence
from desktop_admin.domain.repair import plan_repair
from desktop_admin.sources.sql import shop as server
from desktop_admin.sources.sql.source import open_sql
from tests.shops import make_shop


@pytest.fixture(params=["sqlite", "postgres_database", "mariadb_database"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty database on each engine."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'shop.sqlite3'}"
    else:
        yield request.getfixturevalue(request.param)


@pytest.mark.parametrize("migration", [server.NEWEST, server.OLDEST])
def test_a_shop_of_every_kind_of_row_is_read_back(url: str, migration: int) -> None:
    engine = sa.create_engine(url, poolclass=sa.NullPool)
    with engine.begin() as connection:
        shop = make_shop(connection, migration)
        shop.merchant("Kin Market")
        depot = shop.boutique(depot=True)
        matete = shop.boutique("Matete")
        till = shop.terminal("SN-1", boutique=matete)
        rice = shop.article("Riz", boutique=matete)
        shop.article(boutique=depot)
        shop.sale(terminal=till, boutique=matete, lines=[rice])
        orphan = shop.sale(terminal=till, lines=[(rice, 2), (rice, 1, Decimal("10.50"))])
        shop.sale(terminal=till, boutique=matete, cancelled=True)
        if migration == server.NEWEST:
            shop.movement(rice, sale=orphan)
            shop.rejected("X-1", terminal=till, boutique=matete)
        shop.settle()
    with closing(open_sql(url)) as source:
        assert source.info().missing == () or migration != server.NEWEST
        plan = plan_repair(source.evidence())
        assert [(one.orphan.sale_id, one.orphan.cents) for one in plan.proposals] == [
            (orphan, 301_050)
        ]
        verdict = plan.proposals[0].verdict
        assert verdict.confidence is Confidence.CERTAIN
        assert verdict.options == (matete,)
    engine.dispose()
