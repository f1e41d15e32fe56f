"""Lets the journal leave: the entries that the filters leave, with every value they changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from desktop_admin.domain.journal import EntryFilter
from desktop_admin.gui.export.offer import Offer
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.journal.words import ALL
from desktop_admin.gui.period import days_text
from desktop_admin.reports.sheets import Book
from desktop_admin.sources.base import Report, SalesSource

if TYPE_CHECKING:
    from desktop_admin.gui.journal.screen import JournalScreen

#: More entries than any journal has.
_ALL = 2**62


class Asked(NamedTuple):
    """Which entries leave, and what is said of them."""

    source: SalesSource
    which: EntryFilter
    formats: Formats
    database: str
    at: datetime
    period: str
    filters: list[tuple[str, str]]


def offer_journal(screen: JournalScreen) -> Offer | None:
    """All entries that match, shown or not yet, row by row."""
    context, source = screen.context, screen.context.session.source
    if source is None or screen.refreshed_at is None:
        return None
    which, entries = screen.narrowing.filter(context), screen.matching()
    asked = Asked(
        source,
        replace(which, limit=_ALL),
        context.formats,
        context.session.name,
        screen.refreshed_at,
        days_text(context.period.current),
        _filters(screen),
    )
    title = QCoreApplication.translate("Journal", "Export of the journal")
    name = QCoreApplication.translate("Journal", "journal", "beginning of a file name")
    # How many rows they have takes a question.
    return Offer(title, name, asked.at, entries, partial(_book, asked))


def _filters(screen: JournalScreen) -> list[tuple[str, str]]:
    found, narrowing = [], screen.narrowing
    if narrowing.chip != ALL:
        kind = QCoreApplication.translate("Journal", "Kind of the change")
        found.append((kind, screen.chips.label(narrowing.chip)))
    if narrowing.operators:
        who = QCoreApplication.translate("Journal", "Who", "a filter")
        found.append((who, ", ".join(sorted(narrowing.operators))))
    if narrowing.text:
        found.append((QCoreApplication.translate("Export", "Text"), narrowing.text))
    if screen.subject.text:
        found.append((QCoreApplication.translate("Export", "Filter"), screen.subject.text))
    return found


def _book(asked: Asked, report: Report) -> Book:
    """For workers."""
    # Imported here: what writes files loads libraries the window starts without.
    from desktop_admin.reports.journal import book
    from desktop_admin.reports.standing import narrowed, origin, period
    from desktop_admin.wording.words import Words

    words = Words(asked.formats.language, asked.formats.zone.key)
    facts = [
        period(words, asked.period),
        *narrowed(words, asked.filters),
        *origin(words, asked.database, asked.at),
    ]
    made = book(asked.source, asked.which, words, facts, report)
    return replace(made, subtitle=asked.period)
