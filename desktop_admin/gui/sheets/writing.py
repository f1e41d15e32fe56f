"""The files of monthly sheets: what they are called, which exist, and writing them; for workers.

Nothing here speaks Qt's translations: sentences come from the catalogue of the reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from desktop_admin.gui.formats import Formats
from desktop_admin.reports.file_names import distinct_names
from desktop_admin.sources.base import Cancelled, Progress, Report, SalesSource, Step

if TYPE_CHECKING:
    from desktop_admin.domain.repair import Proposal
    from desktop_admin.reports.monthly import MonthlySheet
    from desktop_admin.wording.words import Words


class Kind(StrEnum):
    """A kind of file, by its ending."""

    PDF = ".pdf"
    XLSX = ".xlsx"


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be written, and where."""

    #: Any day of the month.
    month: date
    boutiques: tuple[int, ...]
    folder: Path
    kinds: tuple[Kind, ...]
    #: Whether files that exist are written anew; else they stay as they are.
    replace: bool = False


class Target(NamedTuple):
    """One file."""

    boutique: int
    kind: Kind
    path: Path


class Looked(NamedTuple):
    """What an order comes to, before it is carried out."""

    targets: Sequence[Target]
    existing: Sequence[Path]
    #: There is no such folder.
    missing: bool = False


@dataclass
class Written:
    """How far it came."""

    targets: Sequence[Target]
    written: list[Path] = field(default_factory=list)
    #: They existed, and stay as they were.
    kept: list[Path] = field(default_factory=list)
    stopped: bool = False
    #: What ended it, and at which file.
    error: OSError | None = None
    failed: Path | None = None


def look(source: SalesSource, order: Order) -> Looked:
    """Which files it will be, and which of them exist."""
    names = distinct_names({one.id: one.name for one in source.boutiques()})
    targets = [
        Target(boutique, kind, order.folder / f"{order.month:%Y-%m} {names[boutique]}{kind.value}")
        for boutique in order.boutiques
        if boutique in names
        for kind in order.kinds
    ]
    try:
        if order.folder.is_dir():
            return Looked(targets, [one.path for one in targets if one.path.exists()])
    except OSError:
        # A folder that one may not look into, or a name that is too long for any.
        pass
    return Looked(targets, (), missing=True)


def write(
    source: SalesSource,
    order: Order,
    targets: Sequence[Target],
    formats: Formats,
    now: datetime,
    proposals: Iterable[Proposal] | None,
    report: Report,
) -> Written:
    """Write them one after the other, each whole or not at all; what was written before it was
    stopped, or could not go on, stays. Raises `SourceError` before anything is written."""
    # Imported here: what writes sentences without Qt loads libraries the window starts without.
    from desktop_admin.reports import monthly
    from desktop_admin.wording.words import Words

    done = Written(targets)
    words = Words(formats.language, formats.zone.key)
    try:
        report(Progress(Step.READING))
        month = monthly.read(source, order.month, formats.zone, now, proposals)
        for target in _told(targets, report):
            if target.boutique not in month.boutiques:
                continue
            if target.path.exists() and not order.replace:
                done.kept.append(target.path)
                continue
            done.failed = target.path
            _write(target, monthly.sheet(month, target.boutique), words, formats)
            done.failed = None
            done.written.append(target.path)
    except Cancelled:
        done.stopped = True
    except OSError as error:
        done.error = error
    return done


def _told(targets: Sequence[Target], report: Report) -> Iterator[Target]:
    for number, target in enumerate(targets):
        report(Progress(Step.WRITING, number, len(targets)))
        yield target


def _write(target: Target, sheet: MonthlySheet, words: Words, formats: Formats) -> None:
    if target.kind is Kind.PDF:
        from desktop_admin.gui.sheets.pdf import write_pdf

        write_pdf(target.path, sheet, words, formats)
        return
    from desktop_admin.reports.monthly_book import book_of
    from desktop_admin.reports.tables import save_book

    save_book(target.path, book_of(sheet, words), words)
