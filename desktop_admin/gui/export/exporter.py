"""Lets a table leave: to the clipboard, into a file, onto paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop_admin.gui.context import Context
from desktop_admin.gui.export.offer import Format, Offer
from desktop_admin.gui.export.saver import FileKind, Saver
from desktop_admin.gui.export.words import PaperWords, paper_words
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.messages import MessageKind
from desktop_admin.gui.text import fill
from desktop_admin.reports.sheets import Book, Counter, RowsChanged, held
from desktop_admin.sources.base import ConnectionLost, Report, SourceError

#: The clipboard is no file: more rows than these make every program that looks at it crawl.
MOST_COPIED = 100_000
#: A PDF of more pages than these is asked about.
MANY_PAGES = 200
#: A preview paints all its pages at once.
MOST_PRINTED = 60

#: Copying so many rows is over before it could be read that it is under way.
_TOLD = 256


class Copied(NamedTuple):
    """Rows as text, where they were few enough."""

    text: str
    rows: int


class Measured(NamedTuple):
    """A book, and how many pages it takes; for printing with its rows in memory."""

    book: Book
    pages: int


class Exporter(QObject):
    """Does what the menu offers; one for each screen."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._saver = Saver(context, window)
        self._formats = context.formats

    # Copying.
    def copy(self, offer: Offer) -> None:
        """Put all rows with the names of their columns on the clipboard."""
        formats = self._formats

        def work(report: Report) -> Copied | RowsChanged:
            try:
                return _copied(offer.make(report), formats, report)
            except RowsChanged as changed:
                return changed

        self._context.jobs.ask(
            work,
            self._copied,
            self._failed,
            owner=self,
            topic="copy",
            title=offer.title if offer.rows > _TOLD else "",
            on_stopped=self._stopped,
        )

    def _copied(self, found: Copied | RowsChanged) -> None:
        messages = self._context.messages
        if isinstance(found, RowsChanged):
            self._say_changed()
        elif not found.text:
            text = self.tr(
                "%Ln row(s) are too many to copy: narrow them down to %1.", "", found.rows
            )
            text = fill(text, self._formats.count(MOST_COPIED))
            messages.say(text, MessageKind.WARNING)
        else:
            QGuiApplication.clipboard().setText(found.text)
            messages.say(self.tr("%Ln row(s) copied, with the columns’ names", "", found.rows))

    # Files.
    def save(self, offer: Offer, format_: Format) -> None:
        """Ask where to, and save."""
        if format_ is Format.PDF:
            self._measure(offer, "pdf")
            return
        kind = kinds()[format_]
        write = partial(_write, offer, format_, self._formats)
        self._saver.ask(offer.title, offer.name, offer.at, kind, write)

    def save_as(self, offer: Offer, format_: Format, path: Path) -> None:
        """Save there, whatever the number of pages."""
        if format_ is Format.PDF:
            write = partial(_write_pdf, offer.make, self._formats, paper_words())
        else:
            write = partial(_write, offer, format_, self._formats)
        self._saver.save(offer.title, path, write)

    def _save_pdf(self, offer: Offer, measured: Measured) -> None:
        if measured.pages <= MANY_PAGES:
            self._save_measured(offer, measured)
            return
        # Loaded when it is asked.
        from desktop_admin.gui.widgets.question import Answer, Question, Weight

        title = self.tr("This PDF would have %Ln page(s)", "", measured.pages)
        meaning = self.tr(
            "A workbook holds the same rows in one table that can be searched and sorted. For "
            "paper, filter the table first."
        )
        answers = (
            Answer("stay", self.tr("Cancel"), Weight.STAY),
            Answer("pdf", self.tr("Save all pages…"), Weight.DO),
        )
        act = partial(self._answered, offer, measured)
        Question(self._context.theme, self._window, title, meaning, answers, act).open()

    def _answered(self, offer: Offer, measured: Measured, answer: str) -> None:
        if answer == "pdf":
            self._save_measured(offer, measured)

    def _save_measured(self, offer: Offer, measured: Measured) -> None:
        def made(_: Report) -> Book:
            return measured.book

        write = partial(_write_pdf, made, self._formats, paper_words())
        kind = kinds()[Format.PDF]
        self._saver.ask(offer.title, offer.name, offer.at, kind, write)

    # Paper.
    def print(self, offer: Offer) -> None:
        """Show how it looks on paper; from there it is printed."""
        self._measure(offer, "print")

    def _print(self, offer: Offer, measured: Measured) -> None:
        if measured.pages > MOST_PRINTED:
            self._context.messages.say(
                self.tr(
                    "%Ln page(s) are too many to print. Filter the table first.", "", measured.pages
                ),
                MessageKind.WARNING,
                action=self.tr("Save as PDF…"),
                on_action=partial(self.save, offer, Format.PDF),
            )
            return
        # Loaded when something is printed.
        from desktop_admin.gui.export.printing import Preview

        Preview(measured.book, self._formats, paper_words(), self._window).open()

    def _measure(self, offer: Offer, topic: str) -> None:
        formats, words = self._formats, paper_words()

        def work(report: Report) -> Measured | RowsChanged:
            try:
                return _measured(offer, formats, words, report, hold=topic == "print")
            except RowsChanged as changed:
                return changed

        self._context.jobs.ask(
            work,
            partial(self._measured, offer, topic),
            self._failed,
            owner=self,
            topic=topic,
            title=offer.title,
            on_stopped=self._stopped,
        )

    def _measured(self, offer: Offer, topic: str, found: Measured | RowsChanged) -> None:
        if isinstance(found, RowsChanged):
            self._say_changed()
        elif topic == "print":
            self._print(offer, found)
        else:
            self._save_pdf(offer, found)

    # What went wrong.
    def _say_changed(self) -> None:
        from desktop_admin.gui.export.troubles import changed_meanwhile

        self._context.messages.say(changed_meanwhile(), MessageKind.ERROR)

    def _stopped(self) -> None:
        self._context.messages.say(self.tr("Cancelled."), MessageKind.WARNING)

    def _failed(self, error: SourceError) -> None:
        if isinstance(error, ConnectionLost):
            self._context.session.lose(error)
        self._context.messages.fail(error)


def kinds() -> Mapping[Format, FileKind]:
    """What the dialog calls each kind of file."""
    csv = QCoreApplication.translate("Export", "CSV file (*.csv)")
    return {
        Format.XLSX: FileKind(
            ".xlsx", QCoreApplication.translate("Export", "Excel workbook (*.xlsx)")
        ),
        Format.FRENCH_CSV: FileKind(".csv", csv),
        Format.INTERNATIONAL_CSV: FileKind(".csv", csv),
        Format.PDF: FileKind(".pdf", QCoreApplication.translate("Export", "PDF document (*.pdf)")),
    }


def _write(offer: Offer, format_: Format, formats: Formats, path: Path, report: Report) -> None:
    """Write a workbook or a CSV. For workers."""
    # Imported here: what writes files loads libraries the window starts without.
    from desktop_admin.reports.tables import FRENCH, INTERNATIONAL, write_csv
    from desktop_admin.reports.workbook import write_xlsx

    book = offer.make(report)
    if format_ is Format.XLSX:
        write_xlsx(path, book, formats.zone, report)
    else:
        dialect = FRENCH if format_ is Format.FRENCH_CSV else INTERNATIONAL
        write_csv(path, book.sheets[book.main], formats.zone, dialect, report)


def _write_pdf(
    make: Callable[[Report], Book], formats: Formats, words: PaperWords, path: Path, report: Report
) -> None:
    """Write a PDF. For workers."""
    from desktop_admin.gui.export.pdf import write_pdf

    write_pdf(path, make(report), formats, words, report)


def _measured(
    offer: Offer, formats: Formats, words: PaperWords, report: Report, *, hold: bool
) -> Measured:
    """Count the pages; where few are to be printed, with their rows. For workers."""
    from desktop_admin.gui.export.pdf import paper_of

    book = offer.make(report)
    pages = paper_of(book, formats, words).pages
    return Measured(held(book, report) if hold and pages <= MOST_PRINTED else book, pages)


def _copied(book: Book, formats: Formats, report: Report) -> Copied:
    """The main table as text. For workers."""
    from desktop_admin.gui.export.cells import copied_head, copied_line

    sheet = book.sheets[book.main]
    if sheet.count > MOST_COPIED:
        return Copied("", sheet.count)
    lines = [copied_head(sheet.headers)]
    lines += (copied_line(row, formats) for row in Counter(sheet.count, report).rows(sheet))
    return Copied("\n".join(lines) + "\n", sheet.count)
