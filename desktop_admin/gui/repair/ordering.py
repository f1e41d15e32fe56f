"""In which order the rows of a preview stand, by the column that was clicked."""

from __future__ import annotations

from typing import Any

from desktop_admin.domain.matching import in_order
from desktop_admin.domain.preview import Group, Weighed
from desktop_admin.gui.repair.reading import Analysis
from desktop_admin.gui.repair.rows import Order

_AMOUNT = "amount_"


def order_by(key: str, analysis: Analysis, *, descending: bool) -> Order:
    """The order by the column of that key; sales have no figure of their own where groups count
    sales, and stand by their moment there."""
    look, subject, evidence = analysis.look, analysis.subject, analysis.evidence
    scope = look.scope

    def of_group(group: Group) -> Any:
        if key == "name":
            target = look.choice.common_target(group.start, group.stop)
            return in_order(subject.origin(group.key.origin)), in_order(subject.target(target))
        if key.startswith(_AMOUNT):
            return scope.groups[group.number].amounts[key.removeprefix(_AMOUNT)], -group.number
        if key == "period":
            return _moment(group.last)
        if key == "evidence":
            return in_order(evidence.get(group.number, ""))
        return scope.groups[group.number].sales, -group.number

    def of_sale(one: Weighed) -> Any:
        sale = one.orphan
        if key == "name":
            return in_order(sale.number)
        if key.startswith(_AMOUNT):
            return sale.currency == key.removeprefix(_AMOUNT), sale.cents
        return _moment(sale.sold_at)

    return Order(of_group, of_sale, descending)


def _moment(at: Any) -> float:
    return float("-inf") if at is None else at.timestamp()
