"""Reads the journal on a worker: entries by day, and what is below them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from desktop_admin.domain.changes import Entity, Reason
from desktop_admin.domain.journal import (
    EntryCount,
    EntryFilter,
    EntrySummary,
    JournalEntry,
)
from desktop_admin.domain.model import Sale
from desktop_admin.gui.journal.cells import Pen, Writer
from desktop_admin.gui.journal.rows import MORE_ROWS, Kind, Node, Wanted
from desktop_admin.gui.models.columns import Cell
from desktop_admin.sources.base import SalesSource

if TYPE_CHECKING:
    from desktop_admin.wording.journal import Names

#: So many entries are shown at first, and come each time older ones are asked for.
PAGE = 200


@dataclass(frozen=True, slots=True)
class Entries:
    """Entries with what they come to, newest first."""

    found: Sequence[JournalEntry]
    summaries: Mapping[str, EntrySummary]
    #: Why nothing of an entry can be taken back, or made again, where that is known.
    obstacles: Mapping[str, Reason]
    #: Whether there are older ones.
    older: bool


@dataclass(frozen=True, slots=True)
class Read:
    """What the screen shows."""

    top: Sequence[Node]
    entries: Entries
    counts: Sequence[EntryCount]
    #: Whether the journal has any entry at all.
    anything: bool


@dataclass(frozen=True, slots=True)
class Below:
    """What stands below a row; `first`: in place of what stood there."""

    wanted: Wanted
    nodes: Sequence[Node]
    first: bool


def read_journal(source: SalesSource, which: EntryFilter, pen: Pen, shown: int) -> Read:
    """The newest entries of `which`, at least as many as are `shown`, and how many there are."""
    entries = _entries(source, which, max(PAGE, shown))
    counts = source.journal_counts(which)
    anything = bool(counts) or bool(source.journal(EntryFilter(limit=1)))
    return Read(write_days(source, entries, pen), entries, counts, anything)


def read_older(source: SalesSource, which: EntryFilter, pen: Pen, known: Entries) -> Read:
    """The next older entries too; how many there are does not change by that."""
    last = known.found[-1].seq if known.found else None
    more = _entries(source, replace(which, before=last), PAGE)
    entries = Entries(
        [*known.found, *more.found],
        {**known.summaries, **more.summaries},
        {**known.obstacles, **more.obstacles},
        more.older,
    )
    return Read(write_days(source, entries, pen), entries, (), anything=True)


def _entries(source: SalesSource, which: EntryFilter, limit: int) -> Entries:
    found = list(source.journal(replace(which, limit=limit + 1)))
    older = len(found) > limit
    del found[limit:]
    names = [one.change_set for one in found]
    return Entries(found, source.journal_summaries(names), source.journal_obstacles(names), older)


def names_of(source: SalesSource, sales: Mapping[int, Sale | None]) -> Names:
    """What everything is called now."""
    from desktop_admin.wording.journal import Names

    return Names(
        {one.id: one.name for one in source.boutiques()},
        {one.id: one.name for one in source.terminals()},
        {id_: sale.number for id_, sale in sales.items() if sale is not None},
    )


def write_days(source: SalesSource, entries: Entries, pen: Pen) -> list[Node]:
    """The rows of these entries, each day under its heading."""
    single = {
        field.row_id
        for summary in entries.summaries.values()
        for field in summary.fields
        if field.rows == 1 and field.entity is Entity.SALE
    }
    sales = sales_of(source, single)
    writer = Writer(pen, names_of(source, sales), sales)
    days = [one.at.astimezone(pen.formats.zone).date() for one in entries.found]
    counts = Counter(days)
    nodes: list[Node] = []
    current: date | None = None
    for day, entry in zip(days, entries.found, strict=True):
        if day != current:
            # Of the last day some may still be missing.
            whole = not entries.older or day != days[-1]
            nodes.append(writer.day(day, counts[day] if whole else None))
            current = day
        summary = entries.summaries.get(entry.change_set)
        nodes.append(writer.entry(entry, summary, entries.obstacles.get(entry.change_set)))
    if entries.older:
        cells = (Cell(pen.said["older"], ink="accent"), *[Cell("")] * 7)
        nodes.append(Node(Kind.OLDER, ("older",), cells))
    return nodes


def sales_of(source: SalesSource, ids: Collection[int]) -> dict[int, Sale | None]:
    """These sales; None for one that is gone."""
    wanted = sorted(ids)
    return dict(zip(wanted, source.sales(wanted), strict=True)) if wanted else {}


def read_below(
    source: SalesSource, of: tuple[JournalEntry, EntrySummary], wanted: Wanted, pen: Pen
) -> Below:
    """What stands below an entry, a group, or the heading of what was left alone."""
    entry, summary = of
    groups = source.journal_groups(wanted.change_set)
    first = wanted.offset == 0
    if wanted.left:
        return Below(wanted, _left(source, entry, wanted, pen), first)
    parted = len(groups) > 1 or (entry.left_alone and groups)
    if wanted.group is None and parted and wanted.key[0] == "entry":
        writer = Writer(pen, names_of(source, {}), {})
        sales = all(one.entity is Entity.SALE for one in summary.fields)
        nodes = [writer.group(entry, count, sales=sales) for count in groups]
        if entry.left_alone:
            nodes.append(writer.rest(entry))
        return Below(wanted, nodes, first)
    if wanted.group is None and entry.left_alone and not groups:
        return Below(wanted, _left(source, entry, wanted, pen), first)
    total = sum(one.rows for one in groups if wanted.group in (None, one.group))
    return Below(wanted, _lines(source, entry, wanted, pen, total), first)


def _lines(
    source: SalesSource, entry: JournalEntry, wanted: Wanted, pen: Pen, total: int
) -> list[Node]:
    found = source.journal_lines(
        wanted.change_set, offset=wanted.offset, limit=wanted.limit, group=wanted.group
    )
    sales = sales_of(source, {row.id for row, _ in found if row.entity is Entity.SALE})
    writer = Writer(pen, names_of(source, sales), sales)
    nodes = [writer.line(entry, line) for line in found]
    return nodes + _more(writer, wanted, len(found), total)


def _left(source: SalesSource, entry: JournalEntry, wanted: Wanted, pen: Pen) -> list[Node]:
    found = source.journal_left_alone(wanted.change_set, offset=wanted.offset, limit=wanted.limit)
    ids = {one.change.id for one in found if one.change.entity is Entity.SALE}
    sales = sales_of(source, ids)
    writer = Writer(pen, names_of(source, sales), sales)
    nodes = [writer.left(wanted.change_set, one) for one in found]
    return nodes + _more(writer, wanted._replace(left=True), len(found), entry.left_alone)


def _more(writer: Writer, wanted: Wanted, found: int, total: int) -> list[Node]:
    """The row that offers what there is more than these."""
    next_ = wanted.offset + found
    left = total - next_
    if left <= 0:
        return []
    return [writer.more(wanted._replace(offset=next_, limit=MORE_ROWS), left)]
