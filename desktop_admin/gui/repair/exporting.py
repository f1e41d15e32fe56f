"""Lets a preview leave: the sales that are shown, in their order, and what is ticked of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from desktop_admin.domain.choice import picked
from desktop_admin.domain.repair import Proposal, Selected
from desktop_admin.domain.stray import StrayProposal, StraySelected
from desktop_admin.gui.export.offer import Offer
from desktop_admin.gui.repair.reading import Analysis
from desktop_admin.gui.repair.rows import Order, Rows
from desktop_admin.reports.sheets import Book
from desktop_admin.sources.base import Report

if TYPE_CHECKING:
    # What writes reports loads libraries that the window starts without.
    from desktop_admin.gui.repair.screen import RepairScreen
    from desktop_admin.reports.plan_file import Shown


class Asked(NamedTuple):
    """What leaves, and what is said of it."""

    analysis: Analysis
    order: Order | None
    database: str
    filters: list[tuple[str, str]]


def offer_plan(screen: RepairScreen) -> Offer | None:
    """What is shown of the plan, as it is ticked now; None before it was analysed, and while what
    the filters say is not shown yet."""
    analysis, context = screen.analysis, screen.context
    filters, text = screen.parts.filters, screen.page.filter_text
    if analysis is None or filters.narrowing(text) != analysis.look.scope.narrowing:
        return None
    info = context.session.info
    asked = Asked(analysis, screen.order, info.place if info else "", filters.told(text))
    title = QCoreApplication.translate("Repair", "Export of the preview")
    name = QCoreApplication.translate("Repair", "repair", "beginning of a file name")
    return Offer(title, name, analysis.made_at, screen.shown(), partial(_book, asked))


def _book(asked: Asked, _: Report) -> Book:
    """For workers."""
    # Imported here: what writes files loads libraries the window starts without.
    from desktop_admin.reports import plan_file
    from desktop_admin.wording.words import Words

    analysis = asked.analysis
    words = Words(analysis.writing.formats.language, analysis.zone.key)
    shown = as_report(analysis, asked.order)
    return plan_file.book(shown, words, asked.database, asked.filters)


def as_report(analysis: Analysis, order: Order | None = None) -> Shown:
    """What is shown of a plan, and what is ticked of it, as reports take it. For workers."""
    from desktop_admin.reports.plan_file import Shown

    look = analysis.look
    every = (look.preview.items[place] for place in Rows(look, order).places())
    scope = [one for one in every if isinstance(one, Proposal | StrayProposal)]
    selected: list[Selected | StraySelected] = []
    for one, target in picked(look.preview, look.scope, look.choice):
        if isinstance(one, Proposal):
            selected.append(Selected(one, target))
        elif isinstance(one, StrayProposal):
            selected.append(StraySelected(one, target))
    return Shown(analysis.plan, scope, selected)
