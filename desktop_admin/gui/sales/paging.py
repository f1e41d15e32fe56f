"""Many sales, a page at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop_admin.domain.model import Sale
from desktop_admin.gui.models.pages import PAGE
from desktop_admin.sources.base import Progress, Report, SalesSource, Step, silently


def each_page(
    source: SalesSource, ids: Sequence[int], report: Report = silently
) -> Iterator[list[Sale]]:
    """The sales that are still there, in this order. For workers."""
    for start in range(0, len(ids), PAGE):
        report(Progress(Step.READING, start, len(ids)))
        sales = source.sales(ids[start : start + PAGE])
        yield [sale for sale in sales if sale is not None]
