"""What the panel beside the table tells: of one sale everything, of several what they come to.

Knows no Qt: read on workers, shown by `detail_panel.py`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from desktop_admin.domain.changes import Entity
from desktop_admin.domain.evidence import Verdict
from desktop_admin.domain.journal import HistoryItem
from desktop_admin.domain.model import Boutique, Sale, SaleLine, Terminal
from desktop_admin.domain.money import Amounts
from desktop_admin.domain.repair import plan_repair
from desktop_admin.gui.sales.paging import each_page
from desktop_admin.sources.base import Report, SalesSource

#: A summary of more sales than these tells what they come to, and nothing of each terminal.
SUMMED_UP = 2_000


@dataclass(frozen=True, slots=True)
class SaleDetail:
    """One sale with everything around it; `sale` None: it is gone."""

    sale: Sale | None
    lines: Sequence[SaleLine] = ()
    history: Sequence[HistoryItem] = ()
    boutiques: Mapping[int, Boutique] = field(default_factory=dict)
    terminals: Mapping[int, Terminal] = field(default_factory=dict)

    def totals(self) -> Amounts:
        """What the lines come to, each currency by itself."""
        return Amounts((line.currency, line.quantity * line.unit_cents) for line in self.lines)

    def origin(self) -> int | None:
        """The one boutique all articles come from; None where there is none, or several."""
        found = {line.article_boutique_id for line in self.lines}
        return found.pop() if len(found) == 1 else None


@dataclass(frozen=True, slots=True)
class TerminalPart:
    """The selected sales of one terminal; None: of no terminal."""

    terminal: str | None
    sales: int
    amounts: Amounts


@dataclass(frozen=True, slots=True)
class Summary:
    """Several sales at once."""

    sales: int
    orphans: int
    parts: Sequence[TerminalPart]
    first: datetime | None
    last: datetime | None
    merchants: Sequence[str]
    payments: Sequence[str]


def read_detail(source: SalesSource, id_: int) -> SaleDetail:
    """Everything about one sale. For workers."""
    sale = source.sales([id_])[0]
    if sale is None:
        return SaleDetail(None)
    return SaleDetail(
        sale,
        source.sale_lines([id_]).get(id_, ()),
        source.history(Entity.SALE, id_),
        {one.id: one for one in source.boutiques()},
        {one.id: one for one in source.terminals()},
    )


def read_verdict(source: SalesSource, sale: Sale, report: Report) -> Verdict | None:
    """What the witnesses say of one orphan; None where its terminal is not known. For workers."""
    if sale.terminal_id is None:
        return None
    plan = plan_repair(source.evidence(report, terminals=[sale.terminal_id]))
    return next((one.verdict for one in plan.proposals if one.orphan.sale_id == sale.id), None)


def read_summary(source: SalesSource, ids: Sequence[int]) -> Summary:
    """What these sales, at most `SUMMED_UP`, have in common. For workers."""
    sales = [sale for page in each_page(source, ids) for sale in page]
    apart: dict[int | None, list[Sale]] = {}
    for sale in sales:
        apart.setdefault(sale.terminal_id, []).append(sale)
    parts = [
        TerminalPart(
            mine[0].terminal_name,
            len(mine),
            Amounts((one.currency, one.cents) for one in mine if one.counts),
        )
        for mine in apart.values()
    ]
    moments = [sale.sold_at for sale in sales if sale.sold_at]
    return Summary(
        len(sales),
        sum(sale.boutique_id is None for sale in sales),
        sorted(parts, key=lambda part: (-part.sales, part.terminal or "")),
        min(moments, default=None),
        max(moments, default=None),
        sorted({sale.merchant_name for sale in sales if sale.merchant_name}),
        sorted({sale.payment for sale in sales}),
    )
