"""Entries of the journal: which ones, what became of them, what they come to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from desktop_admin.domain.changes import ChangeKind, Entity, Field
from desktop_admin.domain.journal import (
    Earlier,
    EntryCount,
    EntryFilter,
    EntryState,
    EntrySummary,
    FieldCount,
    JournalEntry,
    TakenBack,
)
from desktop_admin.domain.matching import folded, rank
from desktop_admin.domain.money import Amounts
from desktop_admin.sources.sql import reading
from desktop_admin.sources.sql.expressions import SaleColumns, bears, storable
from desktop_admin.sources.sql.found import Found
from desktop_admin.sources.sql.journal import read_groups
from desktop_admin.sources.sql.searching import Searcher
from desktop_admin.sources.sql.tables import change_sets, changes

#: So many entries are read at once.
_BATCH = 1000
#: More sales than these do not begin with what is looked for.
_MOST_SALES = 1000


class EntryReader:
    """Reads entries on one connection."""

    def __init__(self, connection: sa.Connection, found: Found, reader: reading.SaleReader) -> None:
        self._connection = connection
        self._found = found
        self._reader = reader

    def entries(self, which: EntryFilter) -> list[JournalEntry]:
        """Entries, newest first."""
        taken_back = _taken_back() if which.states is not None else None
        statement = sa.select(change_sets.c.seq).where(*self._conditions(which))
        if taken_back is not None:
            statement = statement.select_from(_with(taken_back)).where(
                *_among(which, _state(taken_back))
            )
        else:
            statement = statement.where(*_among(which, None))
        if which.before is not None:
            statement = statement.where(change_sets.c.seq < which.before)
        statement = statement.order_by(change_sets.c.seq.desc()).limit(which.limit)
        seqs = list(self._connection.execute(statement).scalars())
        found = entries_by_seq(self._connection, seqs)
        return [found[seq] for seq in seqs]

    def counts(self, which: EntryFilter) -> list[EntryCount]:
        """How many entries are of each kind, operator and state, whatever `which` says of these;
        the rest of it holds."""
        taken_back = _taken_back()
        inner = (
            sa.select(change_sets.c.kind, change_sets.c.operator, _state(taken_back).label("state"))
            .select_from(_with(taken_back))
            .where(*self._conditions(which))
            .subquery()
        )
        statement = (
            sa.select(inner, sa.func.count())
            .group_by(inner.c.kind, inner.c.operator, inner.c.state)
            .order_by(inner.c.operator, inner.c.kind, inner.c.state)
        )
        return [
            EntryCount(ChangeKind(kind), operator, EntryState(state), count)
            for kind, operator, state, count in self._connection.execute(statement)
        ]

    def summaries(self, change_set_ids: Collection[str]) -> dict[str, EntrySummary]:
        """What these entries come to, by change set."""
        wanted = change_sets.c.change_set.in_(sorted(change_set_ids))
        rows = self._connection.execute(
            sa.select(change_sets.c.seq, change_sets.c.change_set).where(wanted)
        )
        names = {row[0]: row[1] for row in rows}
        fields = self._fields(names)
        sales, amounts = self._sales(names)
        return {
            name: EntrySummary(tuple(fields[seq]), sales[seq], Amounts(amounts[seq]))
            for seq, name in names.items()
        }

    def _fields(self, seqs: Iterable[int]) -> Mapping[int, Sequence[FieldCount]]:
        c = changes.c
        each = [
            column
            for value in (c.before_value, c.after_value)
            for column in (
                sa.func.count(value.distinct()),
                sa.func.count(value),
                sa.func.min(value),
            )
        ]
        key = (c.seq, c.entity, c.field)
        statement = (
            sa.select(*key, sa.func.count(), sa.func.min(c.row_id), *each)
            .where(c.seq.in_(sorted(seqs)))
            .group_by(*key)
            .order_by(*key)
        )
        made: defaultdict[int, list[FieldCount]] = defaultdict(list)
        for seq, entity, field, rows, row_id, *values in self._connection.execute(statement):
            different, known, before, different_after, known_after, after = values
            made[seq].append(
                FieldCount(
                    Entity(entity),
                    Field(field),
                    rows,
                    row_id,
                    different + (known < rows),
                    before,
                    different_after + (known_after < rows),
                    after,
                )
            )
        return made

    def _sales(
        self, seqs: Iterable[int]
    ) -> tuple[Mapping[int, int], Mapping[int, Sequence[tuple[str, int]]]]:
        sale = SaleColumns(self._found)
        c = changes.c
        touched = (
            sa.select(c.seq, c.row_id)
            .where(c.entity == Entity.SALE, c.seq.in_(sorted(seqs)))
            .distinct()
            .subquery()
        )
        counts: defaultdict[int, int] = defaultdict(int)
        count = sa.select(touched.c.seq, sa.func.count()).group_by(touched.c.seq)
        counts.update({row[0]: row[1] for row in self._connection.execute(count)})
        inner = (
            sa.select(touched.c.seq, sale.currency.label("currency"), sale.cents.label("cents"))
            .join_from(touched, self._found.sale, sale.id == touched.c.row_id)
            .where(sale.counts)
            .subquery()
        )
        statement = sa.select(inner.c.seq, inner.c.currency, sa.func.sum(inner.c.cents))
        amounts: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
        grouped = statement.group_by(inner.c.seq, inner.c.currency)
        for seq, currency, cents in self._connection.execute(grouped):
            amounts[seq].append((currency, int(cents)))
        return counts, amounts

    def _conditions(self, which: EntryFilter) -> list[Any]:
        """What must hold, apart from kind, operator and state."""
        entry = change_sets.c
        conditions: list[Any] = []
        if which.change_set is not None:
            conditions.append(entry.change_set == which.change_set)
        if which.since is not None:
            conditions.append(entry.at >= which.since)
        if which.until is not None:
            conditions.append(entry.at < which.until)
        if which.entity is not None:
            conditions.append(entry.seq.in_(_touching(which.entity, [which.row_id or 0])))
        if which.sale is not None:
            conditions.append(entry.seq.in_(_touching(Entity.SALE, [which.sale])))
        if which.terminal is not None:
            conditions.append(entry.seq.in_(self._of_terminal(which.terminal)))
        if which.boutique is not None:
            conditions.append(entry.seq.in_(_moving([which.boutique])))
        if which.text.strip():
            conditions.append(self._text(which.text.strip()))
        return conditions

    def _of_terminal(self, terminal: int) -> Any:
        """Entries that changed a terminal or one of its sales, or gave it one or took it away."""
        sale, c = SaleColumns(self._found), changes.c
        of_sales = sa.select(c.seq).join(self._found.sale, sale.id == c.row_id)
        given = (c.before_value == terminal) | (c.after_value == terminal)
        return sa.union(
            _touching(Entity.TERMINAL, [terminal]),
            of_sales.where(c.entity == Entity.SALE, sale.terminal == terminal),
            sa.select(c.seq).where(c.entity == Entity.SALE, c.field == Field.TERMINAL, given),
        )

    def _text(self, text: str) -> Any:
        """Entries that say `text`, or changed something that does. Terminals and boutiques are
        few: they are compared without case and accents."""
        if not storable(text):
            return sa.false()
        entry, dialect = change_sets.c, self._connection.dialect.name
        wanted = folded(text)
        terminals = [
            one.id
            for one in reading.terminals(self._connection, self._found)
            if rank(wanted, (one.serial, one.name)) is not None
        ]
        boutiques = [
            one.id
            for one in reading.boutiques(self._connection, self._found)
            if rank(wanted, (one.name, one.code)) is not None
        ]
        ways = [entry.seq.in_(self._of_number(text))]
        if terminals:
            ways.append(entry.seq.in_(_touching(Entity.TERMINAL, terminals)))
        if boutiques:
            ways.append(entry.seq.in_(_moving(boutiques)))
        said = (entry.title, entry.operator, entry.workstation)
        return sa.or_(entry.change_set == text, *(bears(one, text, dialect) for one in said), *ways)

    def _of_number(self, text: str) -> Any:
        """Entries that changed sales of that number, else whose number begins so, else has it
        inside: the first two are in an index."""
        searcher = Searcher(self._connection, self._found, self._reader)
        ids = searcher.sale_ids(text, _MOST_SALES)
        if ids:
            return _touching(Entity.SALE, ids)
        sale = SaleColumns(self._found)
        has = bears(sale.number, text, self._connection.dialect.name)
        source = sa.select(changes.c.seq).join(self._found.sale, sale.id == changes.c.row_id)
        return source.where(changes.c.entity == Entity.SALE, has)


def entries_by_seq(connection: sa.Connection, seqs: Iterable[int]) -> dict[int, JournalEntry]:
    """These entries, by their numbers."""
    wanted = sorted(seqs)
    found: dict[int, JournalEntry] = {}
    for start in range(0, len(wanted), _BATCH):
        some = wanted[start : start + _BATCH]
        taken_back, taker = _taken_back(some), change_sets.alias("taker")
        earlier = change_sets.alias("earlier")
        statement = (
            sa.select(
                change_sets,
                sa.func.coalesce(taken_back.c.rows, 0).label("undone"),
                taker.c.change_set.label("taker"),
                taker.c.operator.label("taker_operator"),
                taker.c.at.label("taken_at"),
                earlier.c.kind.label("earlier_kind"),
                earlier.c.operator.label("earlier_operator"),
                earlier.c.at.label("earlier_at"),
            )
            .select_from(
                _with(taken_back)
                .outerjoin(taker, taker.c.seq == taken_back.c.newest)
                .outerjoin(earlier, earlier.c.change_set == change_sets.c.undoes)
            )
            .where(change_sets.c.seq.in_(some))
        )
        rows = connection.execute(statement).mappings()
        found.update((row["seq"], _entry(row)) for row in rows)
    return found


def _touching(entity: Entity, ids: Collection[int]) -> sa.Select[Any]:
    """The numbers of the entries that changed one of these rows."""
    c = changes.c
    return sa.select(c.seq).where(c.row_id.in_(sorted(ids)), c.entity == entity)


def _moving(boutiques: Collection[int]) -> sa.Select[Any]:
    """The numbers of the entries by which something came to one of these boutiques or left it."""
    c, ids = changes.c, sorted(boutiques)
    return sa.select(c.seq).where(
        c.field == Field.BOUTIQUE, c.before_value.in_(ids) | c.after_value.in_(ids)
    )


def _among(which: EntryFilter, state: Any) -> list[Any]:
    """What `which` says of kind, operator and state."""
    found: list[Any] = []
    if which.kinds is not None:
        found.append(change_sets.c.kind.in_(sorted(one.value for one in which.kinds)))
    if which.operators is not None:
        found.append(change_sets.c.operator.in_(sorted(which.operators)))
    if which.states is not None:
        found.append(state.in_(sorted(one.value for one in which.states)))
    return found


def _with(taken_back: sa.Subquery) -> Any:
    return change_sets.outerjoin(taken_back, taken_back.c.seq == change_sets.c.seq)


def _state(taken_back: sa.Subquery) -> Any:
    """What became of an entry, as `JournalEntry.state` tells it."""
    entry = change_sets.c
    undone = sa.func.coalesce(taken_back.c.rows, 0)
    return sa.case(
        (sa.and_(undone > 0, undone >= entry.applied), EntryState.UNDONE.value),
        (undone > 0, EntryState.PARTLY_UNDONE.value),
        (taken_back.c.newest.is_not(None), EntryState.REDONE.value),
        (entry.left_alone == 0, EntryState.DONE.value),
        (entry.applied > 0, EntryState.PARTLY_DONE.value),
        else_=EntryState.NOTHING_DONE.value,
    )


def _taken_back(seqs: Collection[int] | None = None) -> sa.Subquery:
    """How many rows of each entry (of `seqs`) do not hold at present, and the newest entry that
    took one back. An undo can be undone in its turn, and so on: a row does not hold where an odd
    number of changes followed it on this way."""
    later = changes.alias("later")
    way = (
        sa.select(
            changes.c.undoes_seq.label("origin"),
            changes.c.seq,
            changes.c.ordinal,
            sa.literal(1).label("sign"),
        )
        .where(
            changes.c.undoes_seq.is_not(None) if seqs is None else changes.c.undoes_seq.in_(seqs)
        )
        .cte("way", recursive=True)
    )
    way = way.union_all(
        sa.select(way.c.origin, later.c.seq, later.c.ordinal, -way.c.sign).join_from(
            way,
            later,
            (later.c.undoes_seq == way.c.seq) & (later.c.undoes_ordinal == way.c.ordinal),
        )
    )
    return (
        sa.select(
            way.c.origin.label("seq"),
            sa.func.sum(way.c.sign).label("rows"),
            sa.func.max(sa.case((way.c.sign == 1, way.c.seq))).label("newest"),
        )
        .group_by(way.c.origin)
        .subquery("taken_back")
    )


def _entry(row: sa.RowMapping) -> JournalEntry:
    taken_back = None
    if row["taker"] is not None:
        taken_back = TakenBack(row["taker"], row["taker_operator"], row["taken_at"])
    earlier = None
    if row["earlier_kind"] is not None:
        kind = ChangeKind(row["earlier_kind"])
        earlier = Earlier(kind, row["earlier_operator"], row["earlier_at"])
    return JournalEntry(
        seq=row["seq"],
        change_set=row["change_set"],
        kind=ChangeKind(row["kind"]),
        title=row["title"],
        operator=row["operator"],
        workstation=row["workstation"],
        database_login=row["database_login"],
        at=row["at"],
        applied=row["applied"],
        left_alone=row["left_alone"],
        groups=read_groups(row["change_groups"]),
        undoes=row["undoes"],
        undone=int(row["undone"]),
        hash=row["hash"],
        taken_back=taken_back,
        earlier=earlier,
    )
