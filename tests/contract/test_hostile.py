"""Text from terminals is data: whatever it holds goes through unharmed, on every engine."""

from collections.abc import Mapping
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa

from desktop_admin.domain.evidence import Confidence
from desktop_admin.domain.repair import Choices, plan_repair, repair_set, select
from desktop_admin.domain.traces import plan_strays
from desktop_admin.sources.base import SaleQuery
from desktop_admin.sources.sql import shop as server
from desktop_admin.sources.sql.source import SqlSource, open_sql
from tests.contract.bench import Bench, Desk
from tests.contract.changes import ME
from tests.contract.fixtures import only_sqlite
from tests.contract.market import HOSTILE, NOW
from tests.shops import Shop, make_shop

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


class _Filled(NamedTuple):
    """What was stored with one text."""

    text: str
    merchant: int
    boutique: int
    terminal: int
    article: int
    sale: int
    #: What was written, by table and column.
    words: Mapping[tuple[str, str], str]


_COLUMNS = (
    *(("commercant", "nom_entreprise"), ("boutique", "nom"), ("boutique", "ville")),
    *(("client", "numero_serie"), ("client", "nom_terminal"), ("client", "version_app_maui")),
    *(("article", "nom"), ("vente", "numero_facture"), ("vente", "mode_paiement")),
)


def _fill(shop: Shop, number: int, text: str, engine: str) -> _Filled:
    """One of everything that bears words, all of them `text` after a number: some are unique."""
    words = {
        (table, column): _fitting(f"{number}{text}", f"inventory_{table}", column, engine)
        for table, column in _COLUMNS
    }
    owner = shop.merchant(words["commercant", "nom_entreprise"])
    place = shop.boutique(
        words["boutique", "nom"], merchant=owner, ville=words["boutique", "ville"], adresse=text
    )
    till = shop.terminal(
        words["client", "numero_serie"],
        boutique=place,
        nom_terminal=words["client", "nom_terminal"],
        version_app_maui=words["client", "version_app_maui"],
    )
    article = shop.article(words["article", "nom"], boutique=place)
    invoice = words["vente", "numero_facture"]
    sale = shop.sale(
        terminal=till,
        number=invoice,
        lines=[article],
        mode_paiement=words["vente", "mode_paiement"],
    )
    shop.movement(article, sale=sale)
    shop.rejected(invoice, terminal=till, boutique=place, message_erreur=text, raison_rejet="X")
    return _Filled(text, owner, place, till, article, sale, words)


def test_names_and_numbers_come_out_as_they_went_in(bench: Bench, url: str) -> None:
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        shop = make_shop(connection)
        texts = _texts(bench.name)
        filled = [_fill(shop, number, text, bench.name) for number, text in enumerate(texts)]
        shop.settle()
    engine.dispose()
    source = open_sql(url)
    merchants = {one.id: one for one in source.merchants()}
    boutiques = {one.id: one for one in source.boutiques()}
    terminals = {one.id: one for one in source.terminals()}
    sales = {one.id: one for one in source.sales([one.sale for one in filled]) if one is not None}
    lines = source.sale_lines(list(sales))
    rejected = {one.number: one for one in source.rejected_sales()}
    for one in filled:
        place, till, sale = boutiques[one.boutique], terminals[one.terminal], sales[one.sale]
        assert {
            ("commercant", "nom_entreprise"): merchants[one.merchant].name,
            ("boutique", "nom"): place.name,
            ("boutique", "ville"): place.city,
            ("client", "numero_serie"): till.serial,
            ("client", "nom_terminal"): till.name,
            ("client", "version_app_maui"): till.app_version,
            ("article", "nom"): lines[one.sale][0].article_name,
            ("vente", "numero_facture"): sale.number,
            ("vente", "mode_paiement"): sale.payment,
        } == one.words
        assert place.address == one.text
        assert rejected[sale.number].message == one.text
    _repair(source, len(filled))
    source.close()


def _repair(source: SqlSource, orphans: int) -> None:
    """Text keeps nobody from finding where a sale belongs."""
    source.prepare()
    plan = plan_repair(source.evidence())
    assert {one.verdict.confidence for one in plan.proposals} == {Confidence.CERTAIN}
    chosen = select(plan, Choices())
    assert source.apply(repair_set(plan, chosen, ME, "repair")).applied == orphans
    assert source.health(NOW).orphans == 0
    assert source.check_journal().fault is None


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
    assert source.tally().sales == source.health(NOW).sales
    assert orphan in source.orphans_now().sales


@only_sqlite
def test_a_sale_without_terminal_may_hold_anything(desk: Desk) -> None:
    stray, attributed = desk.market.stray, desk.market.attributed
    before = desk.source.strays().sellers
    for column, value in (
        ("date_vente", "'avant-hier'"),
        ("created_at", "''"),
        ("adresse_ip_client", "17"),
        ("version_app_maui", "3"),
    ):
        desk.execute(f"UPDATE inventory_vente SET {column} = {value} WHERE id = {stray}")
    desk.execute(f"UPDATE inventory_vente SET date_vente = 'hier' WHERE id = {attributed}")
    found = desk.source.strays()
    [one] = [one for one in found.strays if one.sale_id == stray]
    assert (one.sold_at, one.received_at, one.address) == (None, None, "17")
    assert plan_strays(found).proposals
    # One moment that is none does not hide who sold there.
    assert {id_: len(some) for id_, some in found.sellers.items()} == {
        id_: len(some) for id_, some in before.items()
    }
    assert desk.source.traits(ZoneInfo("Africa/Kinshasa")).all.sales == desk.source.tally().sales


@pytest.mark.parametrize("moment", ["2026-11-21 11:00:00", "2026-11-21 11:00:00.500000"])
@only_sqlite
def test_moments_are_read_as_django_writes_them(desk: Desk, moment: str) -> None:
    desk.execute("UPDATE inventory_vente SET date_vente = :moment WHERE id = 1", moment=moment)
    sale = desk.source.sales([1])[0]
    assert sale is not None
    assert str(sale.sold_at) == f"{moment}+00:00"
