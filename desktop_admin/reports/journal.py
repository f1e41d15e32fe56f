"""The journal as text and JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from desktop_admin.domain.changes import Entity, Outcome
from desktop_admin.domain.journal import (
    EntryFilter,
    Fault,
    JournalCheck,
    JournalEntry,
    JournalRow,
)
from desktop_admin.domain.model import Sale
from desktop_admin.reports.layout import Align, columns
from desktop_admin.reports.sheets import Amount, Book, Cell, Fact, Header, Row, Sheet, Total
from desktop_admin.reports.standing import about_names
from desktop_admin.reports.tables import save_book
from desktop_admin.sources.base import Progress, Report, SalesSource, Step, silently
from desktop_admin.wording import changes as wording
from desktop_admin.wording import journal as journal_words
from desktop_admin.wording.plain import one_line
from desktop_admin.wording.words import Words

#: So many entries, and so many of their rows, are read at once.
_ENTRIES = 200
_ROWS = 1_000


def entries_json(entries: Sequence[JournalEntry], check: JournalCheck) -> dict[str, Any]:
    """All entries, newest first, and whether the chain holds."""
    return {
        "intact": check.fault is None,
        "fault": check.fault.value if check.fault else None,
        "fault_entry": check.seq,
        "entries": [
            {
                "seq": entry.seq,
                "change_set": entry.change_set,
                "kind": entry.kind.value,
                "at": entry.at.isoformat(),
                "operator": entry.operator,
                "workstation": entry.workstation,
                "database_login": entry.database_login,
                "applied": entry.applied,
                "skipped": entry.left_alone,
                "state": entry.state.value,
                "undoes": entry.undoes,
                "hash": entry.hash,
            }
            for entry in entries
        ],
    }


def rows_json(rows: Sequence[JournalRow]) -> list[dict[str, Any]]:
    """What one entry changed."""
    return [
        {
            "ordinal": row.ordinal,
            "entity": row.entity.value,
            "id": row.id,
            "field": row.field.value,
            "before": row.before,
            "after": row.after,
            "group": row.group,
            "undone": row.taken_back is not None,
        }
        for row in rows
    ]


def entries_text(entries: Sequence[JournalEntry], check: JournalCheck, words: Words) -> str:
    """All entries for a console, newest first."""
    head = (
        words.text("No."),
        words.text("When"),
        words.text("Who"),
        words.text("What"),
        words.text("Changed"),
        words.text("Left alone"),
        words.text("State"),
        words.text("Change set"),
    )
    rows = [
        (
            str(entry.seq),
            words.second(entry.at),
            one_line(f"{entry.operator}@{entry.workstation}", 40),
            wording.kind(words, entry.kind),
            words.number(entry.applied),
            words.number(entry.left_alone),
            wording.state(words, entry.state),
            entry.change_set,
        )
        for entry in entries
    ]
    right = Align.RIGHT
    aligns = [right, Align.LEFT, Align.LEFT, Align.LEFT, right, right]
    table = columns([head, *rows], aligns) if rows else [words.text("The journal is empty.")]
    return "\n".join([*table, "", wording.check(words, check)])


def names_of(source: SalesSource, rows: Sequence[JournalRow]) -> journal_words.Names:
    """What the terminals, sales and boutiques of these rows are called now."""
    numbers: dict[int, str] = {}
    ids = [row.id for row in rows if row.entity is Entity.SALE]
    for start in range(0, len(ids), _ROWS):
        found = _sales(source, ids[start : start + _ROWS])
        numbers.update({id_: sale.number for id_, sale in found.items()})
    return journal_words.Names(
        {one.id: one.name for one in source.boutiques()},
        {one.id: one.name for one in source.terminals()},
        numbers,
    )


def rows_text(rows: Sequence[JournalRow], words: Words, names: journal_words.Names) -> str:
    """What one entry changed, for a console."""
    return "\n".join(_row_text(row, words, names) for row in rows)


def _row_text(row: JournalRow, words: Words, names: journal_words.Names) -> str:
    terminal = row.entity is Entity.TERMINAL
    name = names.terminal(row.id) if terminal else names.sale(row.id)
    before, after = (
        journal_words.value(words, row.entity, row.field, one, names)
        for one in (row.before, row.after)
    )
    if row.taken_back is not None:
        return words.text(
            "{ordinal}: {name}: {before} → {after} (undone)",
            ordinal=row.ordinal,
            name=name,
            before=before,
            after=after,
        )
    return words.text(
        "{ordinal}: {name}: {before} → {after}",
        ordinal=row.ordinal,
        name=name,
        before=before,
        after=after,
    )


def rows(source: SalesSource, which: EntryFilter, words: Words) -> Iterator[Row]:
    """Every row of these entries, at most `which.limit`, newest entry first, in words: read as it
    is written, so that a large journal never lies in memory."""
    boutiques = {one.id: one.name for one in source.boutiques()}
    terminals = {one.id: one.name for one in source.terminals()}
    for page in _pages(source, which):
        summaries = source.journal_summaries([entry.change_set for entry in page])
        for entry in page:
            summary = summaries.get(entry.change_set)
            head = _head(words, entry, journal_words.what(words, entry, summary))
            names = journal_words.Names(boutiques, terminals)
            yield from _changed(source, entry, head, names, words)
            yield from _left(source, entry, head, names, words)


def _pages(source: SalesSource, which: EntryFilter) -> Iterator[Sequence[JournalEntry]]:
    """These entries, at most `which.limit`, newest first."""
    done, before = 0, which.before
    while done < which.limit:
        wanted = min(_ENTRIES, which.limit - done)
        page = source.journal(replace(which, before=before, limit=wanted))
        yield page
        done += len(page)
        if len(page) < wanted:
            return
        before = page[-1].seq


def book(
    source: SalesSource,
    which: EntryFilter,
    words: Words,
    facts: Sequence[Fact] = (),
    report: Report = silently,
) -> Book:
    """These entries with their rows as they leave the program; entries that are added meanwhile
    are not among them. Raises `Cancelled` where `report` does."""
    count = 0
    newest: int | None = None
    for page in _pages(source, which):
        report(Progress(Step.READING))
        for entry in page:
            newest = newest if newest is not None else entry.seq
            count += entry.applied + entry.left_alone
    pinned = which if newest is None else replace(which, before=newest + 1)
    name = words.text("Journal")
    totals = [Total(words.text("Changed values"), {}, count)]
    sheet = Sheet(
        name,
        headers(words),
        partial(rows, source, pinned, words),
        count,
        lambda: totals,
        len(totals),
    )
    return Book(name, [sheet], facts, about=about_names(words))


def headers(words: Words) -> list[Header]:
    """The columns of `table`."""
    return [
        Header(words.text("No."), 6, right=True),
        Header(words.text("When"), 18),
        Header(words.text("Who"), 16),
        Header(words.text("Computer"), 16, on_paper=False),
        Header(words.text("What"), 18),
        Header(words.text("State"), 16),
        Header(words.text("Terminal or sale"), 34, keep_end=True),
        Header(words.text("Before"), 22, keep_end=True),
        Header(words.text("After"), 22, keep_end=True),
        Header(words.text("Amount"), 14, right=True),
        Header(words.text("Currency"), 9),
        Header(words.text("What became of it"), 34),
        Header(words.text("Change set"), 38, on_paper=False),
    ]


def save(path: Path, source: SalesSource, which: EntryFilter, words: Words, report: Report) -> None:
    """Write these entries with their rows, as XLSX or CSV. Raises `OSError`."""
    save_book(path, book(source, which, words, (), report), words, report)


def _head(words: Words, entry: JournalEntry, what: str) -> list[Cell]:
    state = wording.state(words, entry.state)
    return [entry.seq, entry.at, entry.operator, entry.workstation, what, state]


def _changed(
    source: SalesSource,
    entry: JournalEntry,
    head: list[Cell],
    names: journal_words.Names,
    words: Words,
) -> Iterator[Row]:
    lacking = entry.applied
    for offset in range(0, entry.applied, _ROWS):
        limit = min(_ROWS, entry.applied - offset)
        found = source.journal_rows(entry.change_set, offset=offset, limit=limit)
        lacking -= len(found)
        sales = _sales(source, [row.id for row in found if row.entity is Entity.SALE])
        for row in found:
            gone = words.text("undone") if row.taken_back is not None else ""
            cells = _value_cells(row.entity, row.id, sales, names)
            values = (
                journal_words.value(words, row.entity, row.field, one, names)
                for one in (row.before, row.after)
            )
            yield [*head, cells[0], *values, *cells[1:], gone, entry.change_set]
    yield from _lacking(entry, head, lacking, words)


def _left(
    source: SalesSource,
    entry: JournalEntry,
    head: list[Cell],
    names: journal_words.Names,
    words: Words,
) -> Iterator[Row]:
    lacking = entry.left_alone
    for offset in range(0, entry.left_alone, _ROWS):
        limit = min(_ROWS, entry.left_alone - offset)
        found = source.journal_left_alone(entry.change_set, offset=offset, limit=limit)
        lacking -= len(found)
        changes = [one.change for one in found]
        sales = _sales(source, [one.id for one in changes if one.entity is Entity.SALE])
        for one, change in zip(found, changes, strict=True):
            cells = _value_cells(change.entity, change.id, sales, names)
            values = (
                journal_words.value(words, change.entity, change.field, value, names)
                for value in (change.before, change.after)
            )
            why = words.text("left alone: {reason}", reason=wording.reason(words, one.reason))
            yield [*head, cells[0], *values, *cells[1:], why, entry.change_set]
    yield from _lacking(entry, head, lacking, words)


def _lacking(entry: JournalEntry, head: list[Cell], count: int, words: Words) -> Iterator[Row]:
    """Rows that the entry tells of and the journal holds no more, because somebody removed them:
    they are missed, where a file without them would look whole."""
    fault = JournalCheck(0, 0, Fault.ROWS_MISSING, entry.seq)
    why = wording.check(words, fault)
    for _ in range(count):
        yield [*head, None, None, None, None, None, why, entry.change_set]


def _sales(source: SalesSource, ids: Sequence[int]) -> Mapping[int, Sale]:
    found = source.sales(ids) if ids else ()
    return {sale.id: sale for sale in found if sale is not None}


def _value_cells(
    entity: Entity, id_: int, sales: Mapping[int, Sale], names: journal_words.Names
) -> list[Cell]:
    """Its name, its amount and currency."""
    sale = sales.get(id_) if entity is Entity.SALE else None
    if sale is not None:
        return [sale.number, Amount(sale.cents), sale.currency]
    name = names.terminal(id_) if entity is Entity.TERMINAL else names.sale(id_)
    return [name, None, None]


def undo_json(undone: str, outcome: Outcome) -> dict[str, Any]:
    """What came of an undo."""
    return {
        "undoes": undone,
        "change_set": outcome.change_set,
        "applied": outcome.applied,
        "skipped": len(outcome.left_alone),
        "left_alone": [
            {"entity": one.change.entity.value, "id": one.change.id, "reason": one.reason.value}
            for one in outcome.left_alone
        ],
        "journal_hash": outcome.journal_hash,
    }


def undo_text(outcome: Outcome, words: Words) -> str:
    """The same for a console."""
    lines = [
        words.count("{n} value put back.", "{n} values put back.", outcome.applied),
        *(
            f"  {one.change.entity} #{one.change.id}: {wording.reason(words, one.reason)}"
            for one in outcome.left_alone
        ),
    ]
    if outcome.left_alone:
        left = len(outcome.left_alone)
        lines.insert(1, words.count("{n} left alone:", "{n} left alone:", left))
    lines.append(words.text("This undo is change set {id}.", id=outcome.change_set))
    return "\n".join(lines)
