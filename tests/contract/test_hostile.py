"""Text from terminals is data: whatever it holds goes through unharmed, on every engine."""

import pytest
import sqlalchemy as sa

from desktop_admin.domain.evidence import Confidence
from desktop_admin.domain.repair import Choices, plan_repair, repair_set, select
from desktop_admin.sources.base import SaleQuery
from desktop_admin.sources.sql import shop as server
from desktop_admin.sources.sql.source import open_sql
from tests.contract.bench import Bench, Desk
from tests.contract.changes import ME
from tests.contract.fixtures import only_sqlite
from tests.contract.market import HOSTILE, NOW
from tests.shops import make_shop

SCHEMA = server.schema().tables
LONG = "Ünïcode 😀 <i>&amp;</i> =1+1\r\n" * 400
assert len(LONG) > 10_000


def _texts(engine: str) -> list[str]:
    """What this engine can hold: PostgreSQL no NUL, and the servers no more than the column."""
    texts = [*HOSTILE, LONG, " spaces ", "É", "e\u0301"]
    if engine != "postgresql":
        texts.append("before\0after")
    return texts


def _fitting(text: str, table: str, column: str, engine: str) -> str:
    kind = SCHEMA[table].c[column].type
    assert isinstance(kind, sa.String)
    return text if engine == "sqlite" else text[: kind.length]


def test_names_and_numbers_come_out_as_they_went_in(bench: Bench, url: str) -> None:
    engine = sa.create_engine(url)
    texts = _texts(bench.name)
    expected = []
    with engine.begin() as connection:
        shop = make_shop(connection)
        for number, text in enumerate(texts):

            def fit(table: str, column: str, text: str = text, number: int = number) -> str:
                # Numbers and serials are unique.
                return _fitting(f"{number}{text}", f"inventory_{table}", column, bench.name)

            owner = shop.merchant(fit("commercant", "nom_entreprise"))
            place = shop.boutique(
                fit("boutique", "nom"), merchant=owner, ville=fit("boutique", "ville"), adresse=text
            )
            till = shop.terminal(
                fit("client", "numero_serie"),
                boutique=place,
                nom_terminal=fit("client", "nom_terminal"),
                version_app_maui=fit("client", "version_app_maui"),
            )
            article = shop.article(fit("article", "nom"), boutique=place)
            names = [fit("vente", "numero_facture"), fit("vente", "mode_paiement")]
            sale = shop.sale(
                terminal=till, number=names[0], lines=[article], mode_paiement=names[1]
            )
            shop.movement(article, sale=sale)
            shop.rejected(
                names[0], terminal=till, boutique=place, message_erreur=text, raison_rejet="X"
            )
            expected.append((owner, place, till, article, sale, names, text))
        shop.settle()
    with engine.connect() as connection:
        rows = {
            table: {row.id: row for row in connection.execute(sa.select(described))}
            for table, described in SCHEMA.items()
        }
    engine.dispose()
    source = open_sql(url)
    source.prepare()
    merchants = {one.id: one for one in source.merchants()}
    boutiques = {one.id: one for one in source.boutiques()}
    terminals = {one.id: one for one in source.terminals()}
    sales = {one.id: one for one in source.sales([row[4] for row in expected]) if one is not None}
    lines = source.sale_lines(list(sales))
    rejected = {one.number: one for one in source.rejected_sales()}
    for owner, place, till, article, sale, names, text in expected:
        assert merchants[owner].name == rows["inventory_commercant"][owner].nom_entreprise
        assert boutiques[place].name == rows["inventory_boutique"][place].nom
        assert boutiques[place].address == text
        assert terminals[till].serial == rows["inventory_client"][till].numero_serie
        assert terminals[till].name == rows["inventory_client"][till].nom_terminal
        assert [sales[sale].number, sales[sale].payment] == names
        assert lines[sale][0].article_name == rows["inventory_article"][article].nom
        assert rejected[names[0]].message == text
    plan = plan_repair(source.evidence())
    assert {one.verdict.confidence for one in plan.proposals} == {Confidence.CERTAIN}
    chosen = select(plan, Choices())
    assert source.apply(repair_set(plan, chosen, ME, "repair")).applied == len(texts)
    assert source.health(NOW).orphans == 0
    assert source.check_journal().fault is None
    source.close()


@only_sqlite
def test_a_file_holds_anything_in_any_column(desk: Desk) -> None:
    """SQLite keeps text where a moment or an amount should be: such a sale is still shown."""
    orphan, attributed = desk.market.orphans[0], desk.market.attributed
    for column, value in (
        ("date_vente", "'avant-hier'"),
        ("created_at", "'2026-13-45 99:99'"),
        ("montant_total", "'beaucoup'"),
        ("montant_total_usd", "''"),
    ):
        desk.execute(f"UPDATE inventory_vente SET {column} = {value} WHERE id IN ({orphan}, 1)")
    source = desk.source
    for sale in source.sales([orphan, attributed]):
        assert sale is not None
        assert (sale.sold_at, sale.received_at, sale.cents) == (None, None, 0)
    assert orphan in source.sale_ids(SaleQuery())
    assert source.health(NOW).orphans == len(source.evidence().orphans)
    source.terminal_figures()
    source.boutique_figures()
    proposals = {one.orphan.sale_id: one for one in plan_repair(source.evidence()).proposals}
    assert proposals[orphan].verdict.target == desk.market.matete


@pytest.mark.parametrize("moment", ["2026-11-21 11:00:00", "2026-11-21 11:00:00.500000"])
@only_sqlite
def test_moments_are_read_as_django_writes_them(desk: Desk, moment: str) -> None:
    desk.execute("UPDATE inventory_vente SET date_vente = :moment WHERE id = 1", moment=moment)
    sale = desk.source.sales([1])[0]
    assert sale is not None
    assert str(sale.sold_at) == f"{moment}+00:00"
