"""What can be read: the tables of the shop, pages of sales, lines, figures."""

from datetime import datetime, timedelta

import pytest

from desktop_admin.domain.model import Figures, SaleState, TerminalSession
from desktop_admin.domain.money import Amounts
from desktop_admin.sources.base import ConnectionLost, SaleQuery, SourceKind
from desktop_admin.sources.sql import shop as server
from desktop_admin.sources.sql.source import SqlSource
from tests.contract.bench import Bench, Desk
from tests.contract.market import HOSTILE, Market
from tests.contract.rows import Rows, SaleRow, rows_of
from tests.shops import NOON


@pytest.fixture
def rows(read_desk: Desk) -> Rows:
    return rows_of(read_desk)


@pytest.fixture
def source(read_desk: Desk) -> SqlSource:
    return read_desk.source


@pytest.fixture
def market(read_desk: Desk) -> Market:
    return read_desk.market


def test_it_says_what_it_is(read_desk: Desk, bench: Bench) -> None:
    info = read_desk.source.info()
    kinds = {"sqlite": SourceKind.SQLITE, "postgresql": SourceKind.POSTGRESQL}
    names = {"sqlite": "SQLite 3.", "postgresql": "PostgreSQL 1", "mariadb": "MariaDB 1"}
    assert info.kind is kinds.get(bench.name, SourceKind.MYSQL)
    assert info.engine.startswith(names[bench.name])
    assert info.prepared
    assert info.read_only is None
    assert not info.server_may_be_running
    password = read_desk.engine.url.password
    assert password is None or password not in repr(info)
    if read_desk.migration == server.NEWEST:
        assert info.missing == ()
    else:
        assert "inventory_venterejetee" in info.missing
        assert "inventory_vente.created_at" in info.missing


def test_names_stand_in_the_same_order_whatever_the_engine_makes_of_letters(desk: Desk) -> None:
    wanted = ["caisse 2", "Caisse 10", "Eclat", "Élan", "zoo"]
    for table, name, read in (
        ("inventory_client", "nom_terminal", desk.source.terminals),
        ("inventory_commercant", "nom_entreprise", desk.source.merchants),
    ):
        ids = sorted(one.id for one in read())[: len(wanted)]
        given = list(zip(ids, reversed(wanted), strict=False))
        for id_, text in given:
            desk.execute(f"UPDATE {table} SET {name} = :text WHERE id = :id", text=text, id=id_)
        known = {text for _, text in given}
        assert len(known) > 1
        assert [one.name for one in read() if one.name in known] == [
            text for text in wanted if text in known
        ]
    owners = [one.merchant_name for one in desk.source.boutiques()]
    names = [one.name for one in desk.source.merchants()]
    assert [*dict.fromkeys(owners)] == [one for one in names if one in owners]


def test_merchants_boutiques_and_terminals_are_all_there(source: SqlSource, rows: Rows) -> None:
    merchants = {one.id: one for one in source.merchants()}
    assert {one.id: (one.name, one.owner_id) for one in merchants.values()} == {
        id_: (row["nom_entreprise"], row["user_id"]) for id_, row in rows.merchants.items()
    }
    boutiques = {one.id: one for one in source.boutiques()}
    for id_, row in rows.boutiques.items():
        found = boutiques.pop(id_)
        assert (found.name, found.code, found.active) == (
            row["nom"],
            row["code_boutique"],
            row["est_active"],
        )
        assert (found.depot, found.pos_allowed) == (
            row.get("est_depot", row["type_commerce"] == "DEPOT"),
            row.get("pos_autorise", True),
        )
        assert found.owner_id == merchants[found.merchant_id].owner_id
        assert found.merchant_name == merchants[row["commercant_id"]].name
    assert not boutiques
    terminals = {one.id: one for one in source.terminals()}
    for id_, row in rows.terminals.items():
        till = terminals.pop(id_)
        assert (till.name, till.serial, till.boutique_id, till.active, till.owner_id) == (
            row["nom_terminal"],
            row["numero_serie"],
            row["boutique_id"],
            row["est_actif"],
            row["compte_proprietaire_id"],
        )
        assert till.updated_at == row["date_mise_a_jour"]
        home = rows.boutiques.get(till.boutique_id or 0)
        assert till.boutique_name == (home["nom"] if home else None)
    assert not terminals


def test_they_come_by_name(read_desk: Desk) -> None:
    source = read_desk.source
    by_name = "SELECT id FROM inventory_commercant ORDER BY nom_entreprise, id"
    assert [(one.id,) for one in source.merchants()] == read_desk.execute(by_name)
    by_name = "SELECT id FROM inventory_client ORDER BY nom_terminal, id"
    assert [(one.id,) for one in source.terminals()] == read_desk.execute(by_name)
    by_merchant = (
        "SELECT b.id FROM inventory_boutique b JOIN inventory_commercant m"
        " ON m.id = b.commercant_id ORDER BY m.nom_entreprise, b.nom, b.id"
    )
    assert [(one.id,) for one in source.boutiques()] == read_desk.execute(by_merchant)


def test_the_rate_of_a_merchant_has_two_decimals(newest_desk: Desk) -> None:
    rates = {one.id: one.usd_rate for one in newest_desk.source.merchants()}
    assert rates == {newest_desk.market.kin: "2800.00", newest_desk.market.goma: "2850.50"}


def test_a_page_keeps_the_order_and_says_what_is_gone(source: SqlSource, rows: Rows) -> None:
    ids = [*sorted(rows.sales, reverse=True), 999_999, min(rows.sales), 0, -1]
    page = source.sales(ids)
    for id_, sale in zip(ids, page, strict=True):
        row = rows.sales.get(id_)
        if row is None:
            assert sale is None
            continue
        assert sale is not None
        assert (
            SaleRow(
                *(sale.id, sale.number, sale.sold_at or NOON, sale.received_at, sale.boutique_id),
                *(sale.terminal_id, sale.payment, sale.paid, sale.cancelled, sale.currency),
                sale.cents,
            )
            == row
        )
        assert type(sale.paid) is bool
        assert type(sale.cancelled) is bool
        assert type(sale.cents) is int
        assert [sale.boutique_name, sale.terminal_name, sale.terminal_serial] == [
            rows.boutiques[row.boutique]["nom"] if row.boutique else None,
            *(
                rows.terminals[row.terminal][name] if row.terminal else None
                for name in ("nom_terminal", "numero_serie")
            ),
        ]
    assert source.sales([]) == []


def test_the_merchant_of_an_orphan_is_the_one_who_owns_its_terminal(
    source: SqlSource, market: Market
) -> None:
    orphan, stray, attributed = source.sales([market.orphans[0], market.stray, market.attributed])
    assert orphan is not None
    assert attributed is not None
    assert stray is not None
    assert orphan.merchant_name == attributed.merchant_name == "Kin Market"
    assert orphan.state is SaleState.ORPHAN
    assert stray.merchant_name is None


def test_lines_are_those_of_the_sales_asked_for(source: SqlSource, rows: Rows) -> None:
    asked = sorted(rows.sales)[::2]
    found = source.sale_lines(asked)
    assert set(found) == {row["vente_id"] for row in rows.lines.values()} & set(asked)
    expected: dict[int, list[tuple[object, ...]]] = {}
    for row in rows.lines.values():
        article = rows.articles[row["article_id"]]
        expected.setdefault(row["vente_id"], []).append(
            (
                *(row["vente_id"], row["article_id"], article["nom"], article["boutique_id"]),
                *(row["quantite"], int(row["prix_unitaire"] * 100), row.get("devise", "CDF")),
            )
        )
    assert {id_: [tuple(line) for line in lines] for id_, lines in found.items()} == {
        id_: expected[id_] for id_ in found
    }
    assert source.sale_lines([]) == {}


@pytest.mark.parametrize(
    ("since", "until"),
    [
        (None, None),
        (NOON, None),
        (None, NOON + timedelta(minutes=12)),
        (NOON + timedelta(minutes=3), NOON + timedelta(minutes=12)),
        (NOON + timedelta(days=400), None),
    ],
)
def test_figures_are_of_the_period_and_orphans_of_all_time(
    source: SqlSource, rows: Rows, since: datetime | None, until: datetime | None
) -> None:
    sales = rows.sales.values()
    inside = [
        sale
        for sale in sales
        if (since is None or sale.sold >= since) and (until is None or sale.sold < until)
    ]
    by_terminal = source.terminal_figures(since, until)
    by_boutique = source.boutique_figures(since, until)
    for id_ in rows.terminals:
        mine = [sale for sale in inside if sale.terminal == id_]
        orphans = [sale for sale in sales if sale.terminal == id_ and sale.boutique is None]
        figures = by_terminal.get(id_, Figures())
        assert (figures.sales, figures.orphans) == (len(mine), len(orphans))
        assert _positive(figures.amounts) == _positive(rows.amounts(mine))
        assert _positive(figures.orphan_amounts) == _positive(rows.amounts(orphans))
        assert figures.last_sale == max((sale.sold for sale in mine), default=None)
    for id_ in rows.boutiques:
        mine = [sale for sale in inside if sale.boutique == id_]
        figures = by_boutique.get(id_, Figures())
        assert (figures.sales, figures.orphans) == (len(mine), 0)
        assert _positive(figures.amounts) == _positive(rows.amounts(mine))
        assert figures.last_sale == max((sale.sold for sale in mine), default=None)
    assert set(by_terminal) <= set(rows.terminals)
    assert set(by_boutique) <= set(rows.boutiques)
    both = source.place_figures(since, until)
    assert dict(both.terminals) == dict(by_terminal)
    assert dict(both.boutiques) == dict(by_boutique)


def _positive(amounts: Amounts) -> dict[str, int]:
    return {code: cents for code, cents in amounts.items() if cents}


def test_sessions_of_a_terminal_come_newest_first_without_their_tokens(desk: Desk) -> None:
    mine, other = sorted(one.id for one in desk.source.terminals())[:2]
    for number, (till, hour, ended) in enumerate(
        [(mine, 8, True), (mine, 10, False), (other, 11, False)], start=1
    ):
        began = NOON.replace(hour=hour)
        desk.insert(
            "inventory_sessionclientmaui",
            id=number,
            token_session=f"s3cret-{number}",
            adresse_ip="10.24.6.3",
            user_agent="",
            version_app="2.0.1",
            date_debut=began,
            date_fin=began + timedelta(hours=1) if ended else None,
            est_active=not ended,
            client_id=till,
        )
    found = desk.source.terminal_sessions(mine)
    began = NOON.replace(hour=8)
    assert found == [
        TerminalSession(NOON.replace(hour=10), None, True, "10.24.6.3", "2.0.1"),
        TerminalSession(began, began + timedelta(hours=1), False, "10.24.6.3", "2.0.1"),
    ]
    assert desk.source.terminal_sessions(mine, limit=1) == found[:1]
    assert "s3cret" not in repr(found)


def test_rejected_sales_come_newest_first(newest_desk: Desk) -> None:
    found = newest_desk.source.rejected_sales()
    assert [one.number for one in found] == [text[:50] for text in reversed(HOSTILE)]
    assert [one.message for one in found] == list(reversed(HOSTILE))
    assert {one.handled for one in found} == {False}
    moment = found[0].attempted_at
    assert moment is not None
    assert len(newest_desk.source.rejected_sales(since=moment)) == len(HOSTILE)
    assert newest_desk.source.rejected_sales(since=moment + timedelta(microseconds=1)) == []


def test_an_older_database_notes_no_rejected_sales(oldest_desk: Desk) -> None:
    assert oldest_desk.source.rejected_sales() == []


def test_after_closing_nothing_is_answered(read_desk: Desk) -> None:
    source = read_desk.open()
    source.close()
    with pytest.raises(ConnectionLost) as lost:
        source.sale_ids(SaleQuery())
    assert lost.value.facts["step"] == "closed"
