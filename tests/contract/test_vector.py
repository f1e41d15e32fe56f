"""The id vector: every order and every filter, against a plain read."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from desktop_admin.sources.base import SaleFlag, SaleQuery, SaleSort
from desktop_admin.sources.sql import shop as server
from desktop_admin.sources.sql import vector
from desktop_admin.sources.sql.vector import parse_ids
from tests.contract.bench import Desk
from tests.contract.rows import Rows, SaleRow, rows_of
from tests.shops import NOON

_AMOUNT = (
    "CASE WHEN s.devise = 'USD' AND s.montant_total_usd > 0"
    " THEN s.montant_total_usd ELSE s.montant_total END"
)
_STATE = (
    "CASE WHEN s.boutique_id IS NULL THEN 0 WHEN s.est_annulee THEN 1"
    " WHEN NOT s.paye THEN 2 ELSE 3 END"
)
#: The same order in plain SQL, for the newest schema and for the oldest.
ORDERS = {
    SaleSort.ID: ("", ""),
    SaleSort.NUMBER: ("s.numero_facture", "s.numero_facture"),
    SaleSort.SOLD_AT: ("s.date_vente", "s.date_vente"),
    SaleSort.RECEIVED_AT: ("s.created_at", ""),
    SaleSort.BOUTIQUE: ("b.nom", "b.nom"),
    SaleSort.TERMINAL: ("t.nom_terminal", "t.nom_terminal"),
    SaleSort.MERCHANT: ("m.nom_entreprise", "m.nom_entreprise"),
    SaleSort.PAYMENT: ("s.mode_paiement", "s.mode_paiement"),
    SaleSort.AMOUNT: (f"s.devise, {_AMOUNT}", "s.montant_total"),
    SaleSort.STATE: (_STATE, _STATE.replace("s.est_annulee", "1 = 2")),
}


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("sort", SaleSort)
def test_the_order_is_that_of_a_plain_read(
    read_desk: Desk, sort: SaleSort, descending: bool
) -> None:
    newest, oldest = ORDERS[sort]
    keys = newest if read_desk.migration == server.NEWEST else oldest
    way = " DESC" if descending else ""
    order = ", ".join(f"{key}{way}" for key in (*keys.split(", "), "s.id") if key)
    plain = read_desk.execute(
        "SELECT s.id FROM inventory_vente s"
        " LEFT JOIN inventory_boutique b ON b.id = s.boutique_id"
        " LEFT JOIN inventory_client t ON t.id = s.client_maui_id"
        f" LEFT JOIN inventory_commercant m ON m.id = b.commercant_id ORDER BY {order}"
    )
    ids = read_desk.source.sale_ids(SaleQuery(sort=sort, descending=descending))
    assert list(ids) == [row[0] for row in plain]


Meets = Callable[[SaleRow, Rows], bool]
_MATETE, _LIMETE = 2, 3


def _elsewhere(sale: SaleRow, rows: Rows) -> bool:
    home = rows.terminals[sale.terminal]["boutique_id"] if sale.terminal else None
    return None not in (home, sale.boutique) and home != sale.boutique


FLAGS: dict[SaleFlag, Meets] = {
    SaleFlag.ORPHAN: lambda sale, _: sale.boutique is None,
    SaleFlag.WITHOUT_TERMINAL: lambda sale, _: sale.terminal is None,
    SaleFlag.OTHER_BOUTIQUE: _elsewhere,
    SaleFlag.UNPAID: lambda sale, _: not sale.paid and not sale.cancelled,
    SaleFlag.CANCELLED: lambda sale, _: sale.cancelled,
}
FILTERS: list[tuple[SaleQuery, Meets]] = [
    (SaleQuery(), lambda sale, _: True),
    *((SaleQuery(flags=frozenset({flag})), meets) for flag, meets in FLAGS.items()),
    (
        SaleQuery(flags=frozenset({SaleFlag.ORPHAN, SaleFlag.WITHOUT_TERMINAL})),
        lambda sale, _: sale.boutique is None and sale.terminal is None,
    ),
    (
        SaleQuery(boutiques=frozenset({_MATETE, _LIMETE})),
        lambda sale, _: sale.boutique in (_MATETE, _LIMETE),
    ),
    (SaleQuery(boutiques=frozenset()), lambda sale, _: False),
    (SaleQuery(boutiques=frozenset({-5, 2**62})), lambda sale, _: False),
    (SaleQuery(terminals=frozenset({1})), lambda sale, _: sale.terminal == 1),
    (
        SaleQuery(merchants=frozenset({2})),
        lambda sale, rows: (
            bool(sale.boutique) and rows.boutiques[sale.boutique or 0]["commercant_id"] == 2
        ),
    ),
    (SaleQuery(payments=frozenset({"MOBILE"})), lambda sale, _: sale.payment == "MOBILE"),
    (
        SaleQuery(currencies=frozenset({"USD", "EUR"})),
        lambda sale, _: sale.currency in ("USD", "EUR"),
    ),
    (SaleQuery(currencies=frozenset({"CDF"})), lambda sale, _: sale.currency == "CDF"),
    (
        SaleQuery(since=NOON + timedelta(minutes=5), until=NOON + timedelta(minutes=9)),
        lambda sale, _: NOON + timedelta(minutes=5) <= sale.sold < NOON + timedelta(minutes=9),
    ),
    (
        SaleQuery(since=NOON + timedelta(minutes=90, microseconds=1)),
        lambda sale, _: sale.sold >= NOON + timedelta(minutes=90, microseconds=1),
    ),
    (
        SaleQuery(text="sn-1", flags=frozenset({SaleFlag.OTHER_BOUTIQUE})),
        lambda sale, rows: _elsewhere(sale, rows) and _says("sn-1", sale, rows),
    ),
]


@pytest.mark.parametrize("case", FILTERS)
def test_a_filter_leaves_what_meets_it(read_desk: Desk, case: tuple[SaleQuery, Meets]) -> None:
    query, meets = case
    rows = rows_of(read_desk)
    expected = rows.ids(lambda sale: meets(sale, rows))
    found = list(read_desk.source.sale_ids(query))
    assert set(found) == expected
    assert len(found) == len(expected)
    if query.flags:
        return
    flags = read_desk.source.flag_counts(query)
    for flag, has in FLAGS.items():
        flagged = {id_ for id_ in expected if has(rows.sales[id_], rows)}
        assert flags[flag] == len(flagged)


def _says(text: str, sale: SaleRow, rows: Rows) -> bool:
    return any(text.lower() in value.lower() for value in rows.texts(sale))


HOSTILE_TEXTS = [
    *("%", "_", "'", "\\", '"', "/", "50%_", "_de'", '\\ "vrai', "100%_'", "%s", "%(nom)s", ":nom"),
    *("{0}", "?", "${", "'; DROP TABLE", "<b>", "\r\n", "\t", " ", "\u202e", "😀", "\u200f", "--"),
    *("matete", "MATETE", "sn-1", "nothing has this", "x" * 10_000, "%" * 500),
]


def test_every_character_of_the_filter_is_plain(read_desk: Desk) -> None:
    rows = rows_of(read_desk)
    for text in HOSTILE_TEXTS:
        found = set(read_desk.source.sale_ids(SaleQuery(text=text)))
        assert found == {sale.id for sale in rows.sales.values() if _says(text, sale, rows)}, text
    counts = read_desk.source.flag_counts(SaleQuery(text="\\"))
    matching = rows.ids(lambda sale: _says("\\", sale, rows))
    assert counts[SaleFlag.ORPHAN] == len(matching & rows.ids(lambda sale: sale.boutique is None))


def test_what_no_database_can_hold_matches_nothing(read_desk: Desk) -> None:
    for text in ("\x00", "a\x00b", "\ud800", "SN\udfff"):
        query = SaleQuery(text=text)
        assert list(read_desk.source.sale_ids(query)) == []
        assert set(read_desk.source.flag_counts(query).values()) == {0}


def test_a_long_vector_is_read_in_pieces() -> None:
    ids = list(range(1, 40_000))
    assert list(parse_ids(",".join(map(str, ids)))) == ids
    assert list(parse_ids("")) == list(parse_ids(None)) == []


def test_a_filter_of_many_ids_is_no_trouble(read_desk: Desk) -> None:
    many = frozenset(range(1, 10_000))
    everything = len(read_desk.source.sale_ids(SaleQuery(terminals=many)))
    assert everything == len(rows_of(read_desk).ids(lambda sale: sale.terminal is not None))


def test_ids_that_fit_no_packet_are_read_as_rows(
    newest_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = newest_desk.source.sale_ids(SaleQuery())
    for length in (100, 130, 131, 132, 200):
        monkeypatch.setattr(vector, "LONGEST_TEXT", length)
        assert newest_desk.source.sale_ids(SaleQuery()) == whole
