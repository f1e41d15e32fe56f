"""Writes the rows of the journal, on a worker."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop_admin.domain.changes import Change, ChangeKind, Entity, LeftAlone, Reason
from desktop_admin.domain.journal import (
    EntryState,
    EntrySummary,
    GroupCount,
    JournalEntry,
    JournalLine,
    JournalRow,
)
from desktop_admin.domain.model import Sale
from desktop_admin.domain.money import Amounts, Money
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.journal.rows import Act, Kind, Move, Node, Wanted
from desktop_admin.gui.models.columns import Cell
from desktop_admin.gui.text import fill, one_line

if TYPE_CHECKING:
    from desktop_admin.wording.journal import Names
    from desktop_admin.wording.words import Words

_NONE = Cell("")
EMPTY = EntrySummary((), 0, Amounts())
_ICONS = {
    ChangeKind.ASSIGN: "terminal",
    ChangeKind.ACTIVATE: "inactive",
    ChangeKind.REPAIR: "repair",
    ChangeKind.UNDO: "undo",
}


@dataclass(frozen=True, slots=True)
class Pen:
    """How rows are written: formats, the sentences of the window, what day it is."""

    formats: Formats
    said: Mapping[str, str]
    today: date


class Writer:
    """Writes entries and what is below them. Made and used on a worker: the libraries that it
    loads are not there yet when the window is painted."""

    def __init__(self, pen: Pen, names: Names, sales: Mapping[int, Sale | None]) -> None:
        from desktop_admin.wording import changes, journal
        from desktop_admin.wording.words import Words

        self._pen = pen
        self._said = pen.said
        self._formats = pen.formats
        self._names = names
        self._sales = sales
        self._journal = journal
        self._changes = changes
        self.words: Words = Words(pen.formats.language, pen.formats.zone.key)

    # Days.
    def day(self, day: date, entries: int | None) -> Node:
        """The heading of a day; `entries`: how many it has, where all are known."""
        today = self._pen.today
        text = self.words.weekday(day, year=day.year != today.year)
        if day == today:
            text = fill(self._said["today"], text)
        elif day == today - timedelta(days=1):
            text = fill(self._said["yesterday"], text)
        text = text[:1].upper() + text[1:]
        count = self._journal.of_day(self.words, entries) if entries else ""
        return Node(
            Kind.DAY, ("day", day.isoformat()), (Cell(text, unit=count, strong=True), *[_NONE] * 7)
        )

    # Entries.
    def entry(
        self, entry: JournalEntry, summary: EntrySummary | None, obstacle: Reason | None
    ) -> Node:
        """One entry; `obstacle`: why nothing of it can be taken back, or made again."""
        known = summary or EMPTY
        journal, words, names = self._journal, self.words, self._names
        what = journal.what(words, entry, summary)
        about = self._about(entry, known)
        move = Move(*journal.before_after(words, known, names))
        act, why = self._act_of(entry, obstacle)
        undoes, struck = is_undo(entry), entry.state is EntryState.UNDONE
        ink = "muted" if struck else ""
        icon = "sale" if journal.by_hand(entry) else _ICONS[entry.kind]
        if entry.kind is ChangeKind.UNDO and entry.earlier is not None:
            icon = "redo" if entry.earlier.kind is ChangeKind.UNDO else "undo"
        who = f"{entry.operator}@{entry.workstation}\n{entry.database_login}".strip()
        number = f"{self._formats.exact(entry.at)}\n#{entry.seq} {entry.change_set}"
        return Node(
            Kind.ENTRY,
            ("entry", entry.change_set),
            (
                Cell(self._formats.clock(entry.at), tooltip=number),
                Cell(one_line(entry.operator), tooltip=who),
                Cell(what, icon=icon, ink=ink, icon_ink="muted", tooltip=entry.title),
                Cell(about, ink=ink),
                Cell(journal.how_many(words, known), ink=ink),
                Cell(move.text, ink=ink),
                self._state(entry),
                Cell(self._name_of(act, undoes=undoes), tooltip=why),
            ),
            change_set=entry.change_set,
            move=move,
            act=act,
            why=why,
            struck=struck,
            undoes=undoes,
            text=fill(self._said["named"], what, about) if about else what,
            values=entry.undone if act is Act.REDO else entry.applied - entry.undone,
            value=(entry, known),
        )

    def _about(self, entry: JournalEntry, summary: EntrySummary) -> str:
        about = self._journal.subject(self.words, entry, summary, self._names)
        earlier = entry.earlier
        if entry.kind is not ChangeKind.UNDO or earlier is None or summary.sales == 1:
            return about
        what = self._changes.kind(self.words, earlier.kind)
        moment = self._formats.minute(earlier.at)
        if self._formats.date(earlier.at) == self._formats.date(entry.at):
            moment = self._formats.clock(earlier.at)
        return one_line(fill(self._said["of"], what[:1].upper() + what[1:], moment))

    def _act_of(self, entry: JournalEntry, obstacle: Reason | None) -> tuple[Act | None, str]:
        if entry.state is EntryState.NOTHING_DONE:
            return None, self._said["nothing_why"]
        if not entry.applied:
            return None, ""
        undone = entry.state is EntryState.UNDONE
        if obstacle is not None:
            again = undone != is_undo(entry)
            reason = self._changes.reason(self.words, obstacle)
            return None, fill(self._said["cannot_again" if again else "cannot"], reason)
        return (Act.REDO if undone else Act.UNDO), ""

    def _name_of(self, act: Act | None, *, undoes: bool) -> str:
        """What its button says; of an undo, to take it back is to make something again."""
        if act is None:
            return ""
        return self._said["redo" if (act is Act.REDO) != undoes else "undo"]

    def _state(self, entry: JournalEntry) -> Cell:
        said, state, taken = self._said, entry.state, entry.taken_back
        tip = ""
        if taken is not None:
            tip = fill(said["taken_by"], taken.operator, self._formats.exact(taken.at))
        if state is EntryState.UNDONE and taken is not None:
            clock = self._formats.clock(taken.at)
            text = fill(said["undone_at"], clock)
            if self._formats.date(taken.at) != self._formats.date(entry.at):
                text = fill(said["undone_on"], self._formats.date(taken.at), clock)
            return Cell(text, icon="undo", ink="muted", tooltip=tip)
        if state is EntryState.PARTLY_UNDONE:
            counts = f"{self._formats.count(entry.undone)} / {self._formats.count(entry.applied)}"
            return Cell(
                said["partly_undone"], icon="undo", ink="orphan", tooltip=f"{counts}\n{tip}"
            )
        if state is EntryState.REDONE:
            return Cell(said["redone"], icon="redo", icon_ink="good", tooltip=tip)
        left = fill(said["left"], self._formats.count(entry.left_alone))
        if state is EntryState.PARTLY_DONE:
            return Cell(said["partly"], icon="warning", ink="orphan", tooltip=left)
        if state is EntryState.NOTHING_DONE:
            return Cell(said["nothing"], icon="warning", ink="muted", tooltip=left)
        return Cell(said["holds"], icon="good", icon_ink="good")

    # What is below an entry.
    def group(self, entry: JournalEntry, count: GroupCount, *, sales: bool) -> Node:
        """One group of an entry; `sales`: of sales alone."""
        group = entry.groups[count.group]
        name = self._journal.group(self.words, group.key, self._names)
        gone = count.undone >= count.rows
        act = Act.REDO if gone else Act.UNDO
        many = self._journal.of_group(self.words, count.rows, sales=sales)
        undoes = is_undo(entry)
        state = _NONE
        if count.undone:
            key = "undone" if gone else "partly_undone"
            state = Cell(self._said[key], icon="undo", ink="muted" if gone else "orphan")
        tip = self._said["together"] if group.whole else ""
        ink = "muted" if gone else ""
        named = Cell(name, ink=ink, tooltip=tip)
        cells = (named, _NONE, _NONE, _NONE, Cell(many, ink=ink), _NONE, state)
        return Node(
            Kind.GROUP,
            ("group", entry.change_set, count.group),
            (*cells, Cell(self._name_of(act, undoes=undoes))),
            change_set=entry.change_set,
            act=act,
            struck=gone,
            undoes=undoes,
            text=name,
            values=count.undone if gone else count.rows - count.undone,
            value=group,
            group=count.group,
        )

    def rest(self, entry: JournalEntry) -> Node:
        """The heading of what an entry left alone."""
        text = fill(self._said["left"], self._formats.count(entry.left_alone))
        return Node(
            Kind.REST,
            ("rest", entry.change_set),
            (Cell(text, icon="warning", ink="orphan"), *[_NONE] * 7),
            change_set=entry.change_set,
        )

    def line(self, entry: JournalEntry, line: JournalLine) -> Node:
        """One changed value."""
        change_set, undoes = entry.change_set, is_undo(entry)
        row, said = line.row, self._said
        name, about, amount, sold = self._thing(row.entity, row.id)
        move = self._move(row)
        gone = row.taken_back is not None
        act: Act | None = Act.REDO if gone else Act.UNDO
        why, state = "", sold
        if gone:
            state = Cell(said["undone"], icon="undo", ink="muted")
        if line.obstacle is not None:
            act = None
            reason = self._changes.reason(self.words, line.obstacle)
            why = fill(said["cannot_again" if gone != undoes else "cannot"], reason)
            if not gone:
                state = Cell(one_line(reason), icon="warning", ink="orphan", tooltip=why)
        ink = "muted" if gone else ""
        named = Cell(name, icon="assign", ink=ink, icon_ink="muted")
        return Node(
            Kind.ROW,
            ("row", change_set, row.ordinal),
            (
                *(named, _NONE, _NONE, Cell(about, ink=ink)),
                amount,
                Cell(move.text, ink=ink),
                state,
                Cell(self._name_of(act, undoes=undoes), tooltip=why),
            ),
            change_set=change_set,
            move=move,
            act=act,
            why=why,
            struck=gone,
            undoes=undoes,
            text=name,
            values=1,
            value=row,
            group=row.group,
        )

    def left(self, change_set: str, one: LeftAlone) -> Node:
        """One value that was left alone, and why."""
        change = one.change
        name, about, amount, _ = self._thing(change.entity, change.id)
        move = self._move(change)
        reason = self._changes.reason(self.words, one.reason)
        state = Cell(one_line(reason), icon="warning", ink="muted", tooltip=reason)
        return Node(
            Kind.LEFT,
            ("left", change_set, one.ordinal),
            (
                Cell(name, ink="muted"),
                *(_NONE, _NONE),
                Cell(about, ink="muted"),
                amount,
                Cell(move.text, ink="muted"),
                state,
                _NONE,
            ),
            change_set=change_set,
            move=move,
            why=reason,
            text=name,
            value=change,
        )

    def more(self, wanted: Wanted, left: int) -> Node:
        """The row that shows what is `wanted` next; `left`: how many are not shown."""
        text = self._journal.more(self.words, wanted.limit, left)
        return Node(
            Kind.MORE,
            ("more", *wanted.key),
            (Cell(text, ink="accent"), *[_NONE] * 7),
            change_set=wanted.change_set,
            value=wanted,
        )

    def _thing(self, entity: Entity, id_: int) -> tuple[str, str, Cell, Cell]:
        """A terminal or a sale: its name, what it is about, its amount, and when it was."""
        if entity is Entity.TERMINAL:
            return self._names.terminal(id_), "", _NONE, _NONE
        sale = self._sales.get(id_)
        if sale is None:
            return self._names.sale(id_), "", _NONE, _NONE
        money = Money(sale.currency, sale.cents)
        amount = Cell(self._formats.amount(money.cents), unit=money.currency)
        sold = _NONE
        if sale.sold_at is not None:
            exact = self._formats.exact(sale.sold_at)
            sold = Cell(self._formats.minute(sale.sold_at), ink="muted", tooltip=exact)
        about = sale.terminal_name or ""
        return one_line(sale.number), one_line(about), amount, sold

    def _move(self, of: JournalRow | Change) -> Move:
        before, after = (
            self._journal.value(self.words, of.entity, of.field, one, self._names)
            for one in (of.before, of.after)
        )
        return Move(before, after)


def is_undo(entry: JournalEntry) -> bool:
    """Whether an entry took something back; what made something again is no undo."""
    again = entry.earlier is not None and entry.earlier.kind is ChangeKind.UNDO
    return entry.kind is ChangeKind.UNDO and not again
