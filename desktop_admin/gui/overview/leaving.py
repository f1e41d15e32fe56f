"""What leaves the overview: its line as a picture, and the refused sales as a table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_admin.domain.model import RejectedSale
from desktop_admin.gui.charts.data import Frame
from desktop_admin.gui.context import Context
from desktop_admin.gui.export.offer import Offer, headers_of, row_of
from desktop_admin.gui.models.columns import Column
from desktop_admin.gui.text import fill, one_line
from desktop_admin.reports.sheets import Book, Sheet
from desktop_admin.sources.base import Report

if TYPE_CHECKING:
    from desktop_admin.gui.overview.screen import OverviewScreen


def frame_of(screen: OverviewScreen) -> Frame:
    """What stands around the line where it leaves the program."""
    card, context = screen.body.revenue, screen.context
    title = QCoreApplication.translate("Overview", "%1 (%2)", "chart, currency")
    at = screen.refreshed_at or context.clock()
    source = QCoreApplication.translate("Overview", "%1, as of %2", "database, moment")
    return Frame(
        fill(title, card.title, card.currency),
        screen.showing.period_text,
        definition=screen.body.tiles_meaning,
        source=fill(source, one_line(context.session.name), context.formats.minute(at)),
    )


def offer_rejected(
    context: Context,
    at: datetime,
    columns: Sequence[Column[RejectedSale]],
    sales: Sequence[RejectedSale],
) -> Offer:
    """The refused sales as they are shown."""
    title = QCoreApplication.translate("Overview", "Refused sales that nobody has dealt with")
    name = QCoreApplication.translate("Overview", "refused-sales", "beginning of a file name")
    work = QCoreApplication.translate("Overview", "Export of the refused sales")
    make = partial(_book, context, title, at, columns, sales)
    return Offer(work, name, at, len(sales), make)


def _book(
    context: Context,
    title: str,
    at: datetime,
    columns: Sequence[Column[RejectedSale]],
    sales: Sequence[RejectedSale],
    _: Report,
) -> Book:
    """For workers."""
    # Imported here: what writes sentences without Qt loads libraries the window starts without.
    from desktop_admin.reports.standing import about_names, origin
    from desktop_admin.wording.words import Words

    words = Words(context.formats.language, context.formats.zone.key)
    rows = [row_of(columns, one) for one in sales]
    sheet = Sheet(title, headers_of(columns), lambda: rows, len(rows))
    return Book(title, [sheet], origin(words, context.session.name, at), about=about_names(words))
