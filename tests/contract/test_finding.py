"""What can be found and summed: totals of a list, figures over time, the search, the marker."""

from datetime import timedelta
from itertools import pairwise

import pytest

from desktop_admin.domain.model import Figures
from desktop_admin.domain.money import Amounts
from desktop_admin.sources.base import Cancelled, Hits, Marker, Progress, SaleQuery, Totals
from desktop_admin.sources.sql.source import SqlSource
from tests.contract.bench import Desk
from tests.contract.rows import Rows, SaleRow, rows_of
from tests.contract.test_vector import HOSTILE_TEXTS
from tests.shops import NOON


@pytest.fixture
def rows(read_desk: Desk) -> Rows:
    return rows_of(read_desk)


@pytest.fixture
def source(read_desk: Desk) -> SqlSource:
    return read_desk.source


def _positive(amounts: Amounts) -> dict[str, int]:
    return {code: cents for code, cents in amounts.items() if cents}


def test_totals_are_of_the_sales_that_are_there(source: SqlSource, rows: Rows) -> None:
    for step in (1, 2, 7):
        ids = sorted(rows.sales)[::step]
        found = source.totals([*ids, 999_999, -1])
        assert found.sales == len(ids)
        assert _positive(found.amounts) == _positive(rows.amounts(rows.sales[id_] for id_ in ids))
    assert source.totals([]) == Totals()


def test_totals_of_a_long_list_are_those_of_its_sales(desk: Desk) -> None:
    """However its ids lie: all, nearly all, few, far apart, twice, in any order."""
    sales = rows_of(desk).sales
    known, others = sorted(sales), range(10_000, 90_000)
    far = [2**62, -(2**40), 2**40 + 3]
    for ids in (
        [*known[3:], *others],
        [*known[::2], *others, *far],
        [*others, *reversed(known[5:9]), *known[7:9], *far],
        [*(id_ for id_ in (*known, *others) if id_ % 10), *known[:1], *known[:1]],
    ):
        there = [sales[id_] for id_ in {*ids} & sales.keys()]
        found = desk.source.totals(ids)
        assert found.sales == len(there)
        assert _positive(found.amounts) == _positive(rows_of(desk).amounts(there))


def test_totals_can_be_stopped(source: SqlSource, rows: Rows) -> None:
    def stop(_: Progress) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        source.totals(sorted(rows.sales), stop)
    assert source.totals(sorted(rows.sales)).sales == len(rows.sales)


def test_choices_are_what_occurs(source: SqlSource, rows: Rows) -> None:
    choices = source.sale_choices()
    assert choices.payments == tuple(sorted({one.payment for one in rows.sales.values()}))
    assert choices.currencies == tuple(sorted({one.currency for one in rows.sales.values()}))


def _expected(rows: Rows, sales: list[SaleRow]) -> Figures:
    orphans = [one for one in sales if one.boutique is None]
    return Figures(
        len(sales),
        len(orphans),
        Amounts(_positive(rows.amounts(sales))),
        Amounts(_positive(rows.amounts(orphans))),
        max((one.sold for one in sales), default=None),
    )


def _plain(figures: Figures) -> Figures:
    amounts = (Amounts(_positive(figures.amounts)), Amounts(_positive(figures.orphan_amounts)))
    return Figures(figures.sales, figures.orphans, *amounts, figures.last_sale)


@pytest.mark.parametrize(("terminal", "boutique"), [(None, None), (1, None), (None, 2), (1, 2)])
def test_spells_tell_who_sold_where(
    source: SqlSource, rows: Rows, terminal: int | None, boutique: int | None
) -> None:
    apart: dict[tuple[int | None, int | None], list[SaleRow]] = {}
    for sale in rows.sales.values():
        if terminal in (None, sale.terminal) and boutique in (None, sale.boutique):
            apart.setdefault((sale.terminal, sale.boutique), []).append(sale)
    spells = source.spells(terminal=terminal, boutique=boutique)
    found = {(one.terminal_id, one.boutique_id): one for one in spells}
    assert set(found) == set(apart)
    assert len(spells) == len(found)
    for key, sales in apart.items():
        assert _plain(found[key].figures) == _expected(rows, sales)
        assert found[key].first_sale == min(one.sold for one in sales)
    last = [one.figures.last_sale for one in spells if one.figures.last_sale]
    assert last == sorted(last, reverse=True)


@pytest.mark.parametrize(("terminal", "boutique"), [(None, None), (1, None), (None, 2), (1, 2)])
def test_figures_between_bounds_are_of_that_time(
    source: SqlSource, rows: Rows, terminal: int | None, boutique: int | None
) -> None:
    bounds = [NOON + timedelta(minutes=step * 5) for step in range(-1, 130)]
    found = source.figures_between(bounds, terminal=terminal, boutique=boutique)
    assert len(found) == len(bounds) - 1
    for (since, until), figures in zip(pairwise(bounds), found, strict=True):
        inside = [
            one
            for one in rows.sales.values()
            if since <= one.sold < until
            and terminal in (None, one.terminal)
            and boutique in (None, one.boutique)
        ]
        assert _plain(figures) == _expected(rows, inside)
    assert source.figures_between(bounds[:1]) == []
    assert source.figures_between([]) == []


def test_what_begins_with_the_text_comes_first(source: SqlSource, rows: Rows) -> None:
    hits = source.search("SN-1")
    assert [one.serial for one in hits.terminals] == ["SN-1", "sn-1b"]
    assert [one.name for one in source.search("matete").boutiques] == ["Matete"]
    assert [one.name for one in source.search("depot").boutiques] == ["Dépôt"]
    assert [one.name for one in source.search("goma").merchants] == ["Goma 100%_'négoce\\"]
    for sale in rows.sales.values():
        if sale.number.strip():
            assert source.search(sale.number).sales[0].id == sale.id


def test_sales_are_found_by_a_part_of_their_number(source: SqlSource, rows: Rows) -> None:
    for text in ("20261121", "vente-", "a", "%", "_", "'"):
        expected = rows.ids(lambda sale, text=text: text.lower() in sale.number.lower())  # type: ignore[misc]
        found = source.search(text, limit=1000).sales
        assert {one.id for one in found} == expected
        assert len(source.search(text, limit=3).sales) == min(3, len(expected))


def test_every_character_of_the_search_is_plain(source: SqlSource, rows: Rows) -> None:
    for text in HOSTILE_TEXTS:
        wanted = text.strip().lower()
        expected = rows.ids(lambda sale, wanted=wanted: wanted in sale.number.lower())  # type: ignore[misc]
        hits = source.search(text, limit=1000)
        assert {one.id for one in hits.sales} == (expected if wanted else set()), text


def test_the_whole_number_leaves_out_those_that_only_have_it_inside(desk: Desk) -> None:
    first, second, third, fourth = desk.market.orphans
    rename = "UPDATE inventory_vente SET numero_facture = :number WHERE id = :id"
    for id_, number in (
        (first, "XY-1-Z-XY-1"),
        (second, "xy-1-zz"),
        (third, "A-XY-1"),
        (fourth, "QXY-12"),
    ):
        desk.execute(rename, number=number, id=id_)
    search = desk.source.search
    assert [one.id for one in search("XY-1").sales] == [second, first, fourth, third]
    assert [one.id for one in search("a-xy-1").sales] == [third]
    desk.execute(rename, number="xy-1", id=fourth)
    assert [one.id for one in search("XY-1").sales] == [fourth, second, first]


def test_what_no_database_holds_filters_all_away(source: SqlSource) -> None:
    for text in ("\0", "SN-1\0", "\ud800", "😀" * 10_000):
        assert list(source.sale_ids(SaleQuery(text=text))) == []
        assert set(source.flag_counts(SaleQuery(text=text)).values()) == {0}


@pytest.mark.parametrize("text", ["", " ", "\t\n", "\0", "SN\0", "\ud800", "x" * 10_000])
def test_text_that_nothing_can_bear_finds_nothing(source: SqlSource, text: str) -> None:
    assert source.search(text) == Hits(sales=[], terminals=[], boutiques=[], merchants=[]) or (
        source.search(text) == Hits()
    )


def test_a_marker_stays_until_something_is_changed(desk: Desk) -> None:
    first = desk.source.marker()
    assert first == desk.source.marker()
    orphans = rows_of(desk).ids(lambda sale: sale.boutique is None)
    newest = max(rows_of(desk).sales)
    assert (first.newest_sale, first.orphans, first.journal_seq) == (newest, len(orphans), 0)
    orphan = desk.market.orphans[0]
    desk.execute("UPDATE inventory_vente SET boutique_id = 2 WHERE id = :id", id=orphan)
    second = desk.source.marker()
    assert second == Marker(newest, len(orphans) - 1, 0, first.places)
    desk.execute("UPDATE inventory_client SET boutique_id = 2 WHERE id = 3")
    assert desk.source.marker() != second
