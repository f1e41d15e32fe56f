"""The rows of an entry of the journal: what was changed, and whether it can be taken back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

import sqlalchemy as sa

from desktop_admin.domain.changes import Entity, Field, LeftAlone, Reason, Undoes
from desktop_admin.domain.journal import GroupCount, JournalLine, JournalRow
from desktop_admin.sources.sql.expressions import SaleColumns
from desktop_admin.sources.sql.found import Found
from desktop_admin.sources.sql.journal import read_left, read_row
from desktop_admin.sources.sql.tables import change_sets, changes, left_alone

#: One value of one row of the shop.
_Key = tuple[str, int, str]
#: So many ids at most in one statement.
_BATCH = 1000
#: Entries of more rows than these are not looked through for what stands in their way.
_FEW = 20


class Page(NamedTuple):
    """Which rows of an entry: `limit` of them (None: all) from `offset` on, of one group."""

    offset: int = 0
    limit: int | None = None
    group: int | None = None


def rows(connection: sa.Connection, change_set: str, page: Page) -> list[JournalRow]:
    """What one entry changed, in order."""
    seq = _seq(connection, change_set)
    if seq is None:
        return []
    undone = change_sets.alias("undone")
    statement = (
        sa.select(changes, undone.c.change_set.label("undone_set"))
        .outerjoin(undone, undone.c.seq == changes.c.undoes_seq)
        .where(changes.c.seq == seq)
        .order_by(changes.c.ordinal)
    )
    if page.group is not None:
        statement = statement.where(changes.c.change_group == page.group)
    found = connection.execute(_cut(statement, page)).all()
    if not found:
        return []
    those = changes.c.undoes_ordinal.between(found[0].ordinal, found[-1].ordinal)
    gone = takers(connection, (changes.c.undoes_seq == seq) & those)
    return [read_row(row, gone.get((seq, row.ordinal))) for row in found]


def takers(connection: sa.Connection, which: Any) -> dict[tuple[int, int], Undoes]:
    """By entry and ordinal, for the rows that do not hold: which row took each back and holds.
    `which`: the rows of the journal that take back what is asked about."""
    later = changes.alias("later")
    way = (
        sa.select(
            changes.c.undoes_seq.label("origin"),
            changes.c.undoes_ordinal.label("origin_ordinal"),
            changes.c.seq.label("first"),
            changes.c.ordinal.label("first_ordinal"),
            changes.c.seq,
            changes.c.ordinal,
            sa.literal(1).label("sign"),
        )
        .where(which)
        .cte("way", recursive=True)
    )
    same = (way.c.origin, way.c.origin_ordinal, way.c.first, way.c.first_ordinal)
    way = way.union_all(
        sa.select(*same, later.c.seq, later.c.ordinal, -way.c.sign).join_from(
            way,
            later,
            (later.c.undoes_seq == way.c.seq) & (later.c.undoes_ordinal == way.c.ordinal),
        )
    )
    same = (way.c.origin, way.c.origin_ordinal, way.c.first, way.c.first_ordinal)
    holding = (
        sa.select(*same).group_by(*same).having(sa.func.sum(way.c.sign) > 0).subquery("holding")
    )
    statement = sa.select(
        holding.c.origin,
        holding.c.origin_ordinal,
        change_sets.c.change_set,
        holding.c.first_ordinal,
    ).join_from(holding, change_sets, change_sets.c.seq == holding.c.first)
    return {
        (seq, ordinal): Undoes(change_set, taker)
        for seq, ordinal, change_set, taker in connection.execute(statement)
    }


def groups(connection: sa.Connection, change_set: str) -> list[GroupCount]:
    """What an entry changed of each of its groups, in their order; only those with rows."""
    seq = _seq(connection, change_set)
    c = changes.c
    statement = sa.select(c.change_group, sa.func.count()).where(c.seq == seq)
    counted = connection.execute(statement.group_by(c.change_group))
    counts: dict[int, int] = {row[0]: row[1] for row in counted}
    gone = {ordinal for _, ordinal in takers(connection, c.undoes_seq == seq)}
    undone: defaultdict[int, int] = defaultdict(int)
    if gone:
        of_group = sa.select(c.ordinal, c.change_group).where(c.seq == seq)
        for ordinal, group in connection.execute(of_group):
            undone[group] += ordinal in gone
    return [GroupCount(group, rows, undone[group]) for group, rows in sorted(counts.items())]


def left(connection: sa.Connection, change_set: str, page: Page) -> list[LeftAlone]:
    """What an entry left alone, in order."""
    seq = _seq(connection, change_set)
    statement = sa.select(left_alone).where(left_alone.c.seq == seq).order_by(left_alone.c.ordinal)
    return [read_left(row) for row in connection.execute(_cut(statement, page))]


def lines(
    connection: sa.Connection, found: Found, change_set: str, page: Page
) -> list[JournalLine]:
    """What one entry changed, and whether each could be taken back or restored now; meant for
    pages of some hundreds."""
    wanted = rows(connection, change_set, page)
    seq = _seq(connection, change_set)
    if not wanted or seq is None:
        return []
    return _Standing(connection, found, [(seq, row) for row in wanted]).lines()


def obstacles(
    connection: sa.Connection, found: Found, change_set_ids: Collection[str]
) -> dict[str, Reason]:
    """Why nothing of an entry could be taken back or, where all of it was, made again; only of
    entries with a few rows, and only where that is so."""
    names = change_sets.c
    few = sa.select(names.seq, names.change_set).where(
        names.change_set.in_(sorted(change_set_ids)), names.applied.between(1, _FEW)
    )
    sets = {row[0]: row[1] for row in connection.execute(few)}
    seqs = sorted(sets)
    undone = change_sets.alias("undone")
    statement = (
        sa.select(changes, undone.c.change_set.label("undone_set"))
        .outerjoin(undone, undone.c.seq == changes.c.undoes_seq)
        .where(changes.c.seq.in_(seqs))
        .order_by(changes.c.seq, changes.c.ordinal)
    )
    gone = takers(connection, changes.c.undoes_seq.in_(seqs))
    wanted = [
        (row.seq, read_row(row, gone.get((row.seq, row.ordinal))))
        for row in connection.execute(statement)
    ]
    each: defaultdict[int, list[JournalLine]] = defaultdict(list)
    if wanted:
        judged = _Standing(connection, found, wanted).lines()
        for (seq, _), line in zip(wanted, judged, strict=True):
            each[seq].append(line)
    answers: dict[str, Reason] = {}
    for seq, mine in each.items():
        standing = [line for line in mine if line.row.taken_back is None] or mine
        reasons = [line.obstacle for line in standing if line.obstacle is not None]
        if len(reasons) == len(standing):
            answers[sets[seq]] = reasons[0]
    return answers


def _seq(connection: sa.Connection, change_set: str) -> int | None:
    statement = sa.select(change_sets.c.seq).where(change_sets.c.change_set == change_set)
    return connection.execute(statement).scalar()


def _cut(statement: sa.Select[Any], page: Page) -> sa.Select[Any]:
    if page.limit is None:
        # MySQL knows no offset without a limit; nobody asks for one.
        return statement
    return statement.limit(page.limit).offset(page.offset)


class _Standing:
    """Judges rows of entries by what the shop and the journal hold now."""

    def __init__(
        self, connection: sa.Connection, found: Found, wanted: Sequence[tuple[int, JournalRow]]
    ) -> None:
        """`wanted`: each row with the number of its entry."""
        self._connection = connection
        self._found = found
        self._wanted = wanted
        self._rows = [row for _, row in wanted]

    def lines(self) -> list[JournalLine]:
        """Every row with what stands in the way of taking it back, or of restoring it."""
        values, later, numbers = self._values(), self._later(), self._numbers()
        targets = self._targets()
        made = []
        for seq, row in self._wanted:
            key = (row.entity.value, row.id, row.field.value)
            back = row.taken_back
            from_seq = seq if back is None else numbers[back.change_set]
            after = later.get(key, ())
            covered = _covered([one for one in after if one[0] > from_seq])
            expected, target = (row.after, row.before) if back is None else (row.before, row.after)
            obstacle = None
            if key not in values:
                obstacle = Reason.GONE
            elif covered:
                obstacle = Reason.CHANGED_SINCE
            elif values[key] != expected:
                obstacle = Reason.CHANGED
            elif target is not None and row.field is not Field.ACTIVE:
                obstacle = _missing(row.field, target, targets)
            made.append(JournalLine(row, obstacle))
        return made

    def _values(self) -> Mapping[_Key, int | None]:
        """What the shop holds now."""
        sale, terminal = SaleColumns(self._found), self._found.terminal
        columns: dict[tuple[Entity, Field], tuple[Any, Any]] = {
            (Entity.SALE, Field.BOUTIQUE): (sale.id, sale.boutique),
            (Entity.SALE, Field.TERMINAL): (sale.id, sale.terminal),
            (Entity.TERMINAL, Field.BOUTIQUE): (terminal.c.id, terminal.c.boutique_id),
            (Entity.TERMINAL, Field.ACTIVE): (terminal.c.id, terminal.c.est_actif),
        }
        found: dict[_Key, int | None] = {}
        for (entity, field), (id_, column) in columns.items():
            ids = [row.id for row in self._rows if (row.entity, row.field) == (entity, field)]
            for some in _pieces(ids):
                statement = sa.select(id_, column).where(id_.in_(some))
                for one, value in self._connection.execute(statement):
                    known = value if value is None else int(value)
                    found[entity.value, one, field.value] = known
        return found

    def _later(self) -> Mapping[_Key, Sequence[tuple[int, int, int | None, int | None]]]:
        """What the journal holds of these values after the first of these entries, in order."""
        c, first = changes.c, min(seq for seq, _ in self._wanted)
        found: defaultdict[_Key, list[tuple[int, int, int | None, int | None]]] = defaultdict(list)
        for some in _pieces(sorted({row.id for row in self._rows})):
            statement = (
                sa.select(
                    *(c.entity, c.row_id, c.field, c.seq, c.ordinal),
                    *(c.undoes_seq, c.undoes_ordinal),
                )
                .where(c.row_id.in_(some), c.seq > first)
                .order_by(c.seq, c.ordinal)
            )
            for entity, id_, field, *place in self._connection.execute(statement):
                seq, ordinal, undone_seq, undone = place
                found[entity, id_, field].append((seq, ordinal, undone_seq, undone))
        return found

    def _numbers(self) -> Mapping[str, int]:
        """The numbers of the entries that took rows back, by change set."""
        names = {row.taken_back.change_set for row in self._rows if row.taken_back}
        found: dict[str, int] = {}
        for some in _pieces(sorted(names)):
            statement = sa.select(change_sets.c.change_set, change_sets.c.seq).where(
                change_sets.c.change_set.in_(some)
            )
            found.update({row[0]: row[1] for row in self._connection.execute(statement)})
        return found

    def _targets(self) -> Mapping[Field, Collection[int]]:
        """All boutiques and terminals there are: they are few."""
        return {
            field: set(self._connection.execute(sa.select(table.c.id)).scalars())
            for field, table in (
                (Field.BOUTIQUE, self._found.boutique),
                (Field.TERMINAL, self._found.terminal),
            )
        }


def _missing(field: Field, target: int, targets: Mapping[Field, Collection[int]]) -> Reason | None:
    if target in targets[field]:
        return None
    return Reason.NO_BOUTIQUE if field is Field.BOUTIQUE else Reason.NO_TERMINAL


def _covered(above: Sequence[tuple[int, int, int | None, int | None]]) -> bool:
    """Whether something above holds: a change and its undo are as if they had never been."""
    held: list[tuple[int, int]] = []
    for seq, ordinal, *undone in above:
        if held and held[-1] == tuple(undone):
            held.pop()
        else:
            held.append((seq, ordinal))
    return bool(held)


def _pieces(values: Sequence[Any]) -> list[Sequence[Any]]:
    return [values[start : start + _BATCH] for start in range(0, len(values), _BATCH)]
