"""Gathering evidence the plain way, from rows in memory: what a source must agree with."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from desktop_admin.domain.evidence import (
    Assignment,
    Beside,
    Evidence,
    GoodsCount,
    Neighbour,
    Neighbours,
    Orphan,
    name_terminals,
)
from desktop_admin.domain.invoice import read_number
from desktop_admin.domain.model import Boutique, Terminal

Row = Mapping[str, Any]
Goods = Mapping[int, tuple[GoodsCount, ...]]

_TOLERANCE = timedelta(hours=2)


def gather(
    tables: Mapping[str, Sequence[Row]],
    now: datetime,
    assignments: Mapping[int, Sequence[Assignment]],
    *,
    reception_known: bool,
) -> Evidence:
    """The evidence of these rows; `reception_known`: the schema has `created_at`."""
    sales = tables["inventory_vente"]
    orphans = [_orphan(row, reception_known) for row in sales if row["boutique_id"] is None]
    terminals = {row["id"]: _terminal(row) for row in tables["inventory_client"]}
    homes = {row["id"]: row["boutique_id"] for row in tables["inventory_article"]}
    named = name_terminals(orphans, terminals.values())
    lines = _lines(tables["inventory_lignevente"], homes)
    movements = _movements(sales, tables["inventory_mouvementstock"], homes)
    around = _Around(sales, orphans, named, (lines, movements))
    return Evidence(
        at=now,
        orphans=orphans,
        lines=lines,
        movements=movements,
        beside=around.beside,
        neighbours=around.neighbours,
        neighbours_by_other_clock=around.other,
        terminals=terminals,
        boutiques=_boutiques(tables),
        assignments=assignments,
        named_terminals=named,
    )


class _Around:
    """The sales around each orphan."""

    def __init__(
        self,
        sales: Iterable[Row],
        orphans: Iterable[Orphan],
        named: Mapping[int, int],
        goods: tuple[Goods, Goods],
    ) -> None:
        self.beside: dict[int, tuple[Beside, Beside]] = {}
        self.neighbours: dict[int, Neighbours] = {}
        self.other: dict[int, Sequence[Neighbours]] = {}
        self._order = _Order(sales)
        lines, movements = goods
        for orphan in orphans:
            id_ = orphan.sale_id
            terminal = orphan.terminal_id or named.get(id_)
            if terminal is not None and orphan.sold_at is not None:
                own = lines.get(id_) or movements.get(id_)
                self._look(orphan, terminal, orphan.sold_at, own)

    def _look(
        self, orphan: Orphan, terminal: int, sold_at: datetime, own: Sequence[GoodsCount] | None
    ) -> None:
        id_ = orphan.sale_id
        around = self._order.around(terminal, sold_at, id_)
        if orphan.terminal_id is not None:
            self.beside[id_] = (_beside(around[0]), _beside(around[1]))
        if id_ not in self.beside or _doubtful(self.beside[id_], own):
            self.neighbours[id_] = around
            moments = _other_moments(orphan)
            if moments:
                self.other[id_] = [self._order.around(terminal, at, id_) for at in moments]


class _Order:
    """Every terminal's sales in order of sale time, then id."""

    def __init__(self, sales: Iterable[Row]) -> None:
        self._keys: defaultdict[int, list[tuple[datetime, int]]] = defaultdict(list)
        self._boutiques: dict[int, int | None] = {}
        for row in sales:
            if row["client_maui_id"] is not None:
                self._keys[row["client_maui_id"]].append((row["date_vente"], row["id"]))
                self._boutiques[row["id"]] = row["boutique_id"]
        for keys in self._keys.values():
            keys.sort()

    def around(self, terminal: int, moment: datetime, sale_id: int) -> Neighbours:
        """The sales just before and just after `moment`, the sale itself left out."""
        keys = self._keys.get(terminal, [])
        place = bisect_left(keys, (moment, sale_id))
        after = place + (place < len(keys) and keys[place] == (moment, sale_id))
        return (
            self._neighbour(keys[place - 1]) if place > 0 else None,
            self._neighbour(keys[after]) if after < len(keys) else None,
        )

    def _neighbour(self, key: tuple[datetime, int]) -> Neighbour:
        return Neighbour(key[1], self._boutiques[key[1]])


def _beside(neighbour: Neighbour | None) -> Beside:
    if neighbour is None:
        return None
    return -neighbour.sale_id if neighbour.boutique_id is None else neighbour.boutique_id


def _doubtful(beside: tuple[Beside, Beside], goods: Sequence[GoodsCount] | None) -> bool:
    """Whether the goods of the sales around are wanted too: where there are no own goods, or
    where these name another boutique."""
    if not goods:
        return True
    return any(here is not None and here > 0 and here != goods[0][0] for here in beside)


def _orphan(row: Row, reception_known: bool) -> Orphan:
    return Orphan(
        sale_id=row["id"],
        number=row["numero_facture"],
        sold_at=row["date_vente"],
        received_at=row["created_at"] if reception_known else None,
        terminal_id=row["client_maui_id"],
        paid=True,
        cancelled=False,
        currency="CDF",
        cents=row["montant_total"] * 100,
    )


def _other_moments(orphan: Orphan) -> list[datetime]:
    """When it was received, and when its number was made, where that is far away."""
    return [
        moment
        for moment in (orphan.received_at, read_number(orphan.number).made_at)
        if moment is not None
        and orphan.sold_at is not None
        and abs(moment - orphan.sold_at) > _TOLERANCE
    ]


def _terminal(row: Row) -> Terminal:
    return Terminal(
        id=row["id"],
        name=row["nom_terminal"],
        serial=row["numero_serie"],
        owner_id=row["compte_proprietaire_id"],
        boutique_id=row["boutique_id"],
        boutique_name=None if row["boutique_id"] is None else f"Place {row['boutique_id']}",
        merchant_name=f"Merchant {row['compte_proprietaire_id']}",
        active=row["est_actif"],
        last_activity=None,
        app_version="1.4.2",
        updated_at=row["date_mise_a_jour"],
    )


def _boutiques(tables: Mapping[str, Sequence[Row]]) -> Mapping[int, Boutique]:
    return {
        row["id"]: Boutique(
            id=row["id"],
            name=row["nom"],
            merchant_id=row["commercant_id"],
            merchant_name=f"Merchant {row['commercant_id']}",
            owner_id=row["commercant_id"],
            code=row["code_boutique"],
            city="Kinshasa",
            address="",
            active=row["est_active"],
            depot=row["est_depot"],
            pos_allowed=True,
        )
        for row in tables["inventory_boutique"]
    }


def _lines(rows: Iterable[Row], homes: Mapping[int, int | None]) -> Goods:
    counts: defaultdict[int, Counter[int | None]] = defaultdict(Counter)
    for row in rows:
        counts[row["vente_id"]][homes[row["article_id"]]] += 1
    return {sale_id: tuple(found.items()) for sale_id, found in counts.items()}


def _movements(sales: Iterable[Row], rows: Iterable[Row], homes: Mapping[int, int | None]) -> Goods:
    by_number = {row["numero_facture"]: row["id"] for row in sales}
    counts: defaultdict[int, Counter[int | None]] = defaultdict(Counter)
    for row in rows:
        sale_id = by_number.get(row["reference_document"])
        if sale_id is not None:
            counts[sale_id][homes[row["article_id"]]] += 1
    return {sale_id: tuple(found.items()) for sale_id, found in counts.items()}
