"""Judging a change set on the rows as they are, inside its transaction.

What can be worked out from the change set alone (`Demands`) is worked out before any lock."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import sqlalchemy as sa

from desktop_admin.domain.changes import (
    EXPECTATION_REASONS,
    ChangeKind,
    ChangeSet,
    Entity,
    Expectation,
    Field,
    Reason,
    TargetBoutique,
    judge_restored_target,
    judge_sale_target,
    judge_terminal_target,
)
from desktop_admin.sources.sql import tables
from desktop_admin.sources.sql.expressions import SaleColumns, is_depot
from desktop_admin.sources.sql.found import Found
from desktop_admin.sources.sql.staging import EXPECTED, stage

Reasons = dict[int, Reason]

#: When it holds, and what it is then called.
_Failure = tuple[sa.ColumnElement[bool], Reason]


class Target(NamedTuple):
    """Where something goes: a boutique or a terminal; `terminal` is the terminal that goes."""

    entity: Entity
    field: Field
    to: int
    terminal: int | None


@dataclass(frozen=True, slots=True)
class Demands:
    """What a change set asks for, gathered by what has to be judged."""

    fields: Sequence[tuple[Entity, Field]]
    #: Places in the change set, by where they go.
    targets: Mapping[Target, Sequence[int]]
    boutiques: Sequence[int]
    terminals: Sequence[int]

    @classmethod
    def of(cls, change_set: ChangeSet) -> Demands:
        """The demands of `change_set`."""
        targets: defaultdict[Target, list[int]] = defaultdict(list)
        for ordinal, change in enumerate(change_set.changes):
            if change.after is not None and change.field is not Field.ACTIVE:
                terminal = change.id if change.entity is Entity.TERMINAL else None
                targets[Target(change.entity, change.field, change.after, terminal)].append(ordinal)
        to_boutique = {one.to for one in targets if one.field is Field.BOUTIQUE}
        terminals = {one.to for one in targets if one.field is Field.TERMINAL}
        terminals |= {one.terminal for one in targets if one.terminal is not None}
        return cls(
            fields=sorted({(change.entity, change.field) for change in change_set.changes}),
            targets=dict(targets),
            boutiques=sorted(to_boutique),
            terminals=sorted(terminals),
        )


class Judge:
    """Locks the rows a change set touches, and judges every change on them as they are."""

    def __init__(
        self, connection: sa.Connection, found: Found, change_set: ChangeSet, demands: Demands
    ) -> None:
        self._connection = connection
        self._found = found
        self._set = change_set
        self._demands = demands

    def judge(self) -> Reasons:
        """Why each change that cannot be made is left alone, by ordinal."""
        reasons: Reasons = {}
        boutiques = self._boutiques()
        self._lock()
        for entity, field in self._demands.fields:
            rows = self._sales(field) if entity is Entity.SALE else self._terminals(field)
            reasons.update(rows)
        for ordinal, reason in self._targets(boutiques):
            reasons.setdefault(ordinal, reason)
        if self._set.kind is ChangeKind.UNDO:
            for ordinal in self._changed_since():
                reasons.setdefault(ordinal, Reason.CHANGED_SINCE)
        reasons.update(self._rest_of_groups(reasons))
        return reasons

    def _lock(self) -> None:
        """Lock the touched rows in the order of their ids; SQLite holds the whole file. The
        terminals that sales were judged by are kept from moving meanwhile.

        Boutiques come first, then terminals, then sales: so do the server's own transactions,
        and who locks in the same order never waits in a ring."""
        if self._connection.dialect.name == "sqlite":
            return
        sales, terminals = self._found.sale, self._found.terminal
        entities = {entity for entity, _ in self._demands.fields}
        if Entity.TERMINAL in entities:
            self._count(_touched(terminals, Entity.TERMINAL), for_update=True)
        if Entity.SALE in entities:
            homes = sa.select(stage.c.expects_terminal).where(stage.c.home_expected == 1)
            self._count(sa.select(terminals.c.id).where(terminals.c.id.in_(homes)))
            self._count(_touched(sales, Entity.SALE), for_update=True)

    def _count(self, rows: sa.Select[Any], *, for_update: bool = False) -> None:
        locked = rows.order_by(rows.selected_columns.id).with_for_update(read=not for_update)
        inner = locked.subquery("locked")
        self._connection.execute(sa.select(sa.func.count()).select_from(inner))

    def _sales(self, field: Field) -> Iterable[tuple[int, Reason]]:
        sale = SaleColumns(self._found)
        terminal = self._found.terminal
        present = sale.boutique if field is Field.BOUTIQUE else sale.terminal
        actual = {
            Expectation.TERMINAL: sale.terminal,
            Expectation.CANCELLED: sa.cast(sale.cancelled, sa.Integer),
            Expectation.TERMINAL_BOUTIQUE: terminal.c.boutique_id,
            Expectation.BOUTIQUE: sale.boutique,
        }
        failed: list[_Failure] = [(sale.id.is_(None), Reason.GONE)]
        failed.append((present.is_distinct_from(stage.c.before_value), Reason.CHANGED))
        for name, (expected, asked) in EXPECTED.items():
            differs = actual[name].is_distinct_from(stage.c[expected])
            failed.append(((stage.c[asked] == 1) & differs, EXPECTATION_REASONS[name]))
        source = stage.outerjoin(self._found.sale, sale.id == stage.c.row_id)
        source = source.outerjoin(terminal, terminal.c.id == sale.terminal)
        return self._failed(source, failed, Entity.SALE, field)

    def _terminals(self, field: Field) -> Iterable[tuple[int, Reason]]:
        terminal = self._found.terminal
        present: Any = terminal.c.boutique_id
        if field is Field.ACTIVE:
            present = sa.cast(terminal.c.est_actif, sa.Integer)
        failed: list[_Failure] = [
            (terminal.c.id.is_(None), Reason.GONE),
            (present.is_distinct_from(stage.c.before_value), Reason.CHANGED),
        ]
        source = stage.outerjoin(terminal, terminal.c.id == stage.c.row_id)
        return self._failed(source, failed, Entity.TERMINAL, field)

    def _failed(
        self, source: Any, failed: Sequence[_Failure], entity: Entity, field: Field
    ) -> Iterable[tuple[int, Reason]]:
        statement = (
            sa.select(stage.c.ordinal, sa.case(*((when, why.value) for when, why in failed)))
            .select_from(source)
            .where(
                stage.c.entity == entity.value,
                stage.c.field == field.value,
                sa.or_(*(when for when, _ in failed)),
            )
        )
        return [(row[0], Reason(row[1])) for row in self._connection.execute(statement)]

    def _targets(self, boutiques: Mapping[int, TargetBoutique]) -> Iterable[tuple[int, Reason]]:
        """What the guards of the domain say of every boutique and terminal something goes to."""
        owners = self._owners()
        for target, ordinals in self._demands.targets.items():
            reason = self._judge_target(target, boutiques, owners)
            if reason is not None:
                yield from ((ordinal, reason) for ordinal in ordinals)

    def _judge_target(
        self,
        target: Target,
        boutiques: Mapping[int, TargetBoutique],
        owners: Mapping[int, int],
    ) -> Reason | None:
        if target.field is Field.TERMINAL:
            return None if target.to in owners else Reason.NO_TERMINAL
        boutique = boutiques.get(target.to)
        if self._set.kind is ChangeKind.UNDO:
            return judge_restored_target(boutique)
        if target.terminal is None:
            return judge_sale_target(boutique)
        owner = owners.get(target.terminal)
        return judge_terminal_target(boutique, owner, confirmed=self._set.other_merchant_confirmed)

    def _boutiques(self) -> dict[int, TargetBoutique]:
        """Boutiques as they are, kept from being changed or deleted until the commit."""
        table, merchants = self._found.boutique, self._found.merchant
        statement = (
            sa.select(
                table.c.id,
                table.c.est_active,
                is_depot(table),
                merchants.c.user_id,
            )
            .select_from(table.join(merchants, merchants.c.id == table.c.commercant_id))
            .where(table.c.id.in_(self._demands.boutiques))
            .order_by(table.c.id)
            .with_for_update(read=True, of=table)
        )
        rows = self._connection.execute(statement)
        return {row[0]: TargetBoutique(bool(row[1]), bool(row[2]), row[3]) for row in rows}

    def _owners(self) -> dict[int, int]:
        """Owners of the terminals that go somewhere, or that sales go to, by terminal."""
        table = self._found.terminal
        statement = sa.select(table.c.id, table.c.compte_proprietaire_id).where(
            table.c.id.in_(self._demands.terminals)
        )
        return {row[0]: row[1] for row in self._connection.execute(statement)}

    def _changed_since(self) -> Iterable[int]:
        """Changes whose undone row is not the newest of its value in the journal that holds, or
        is not there, or said something else."""
        entry = tables.changes.alias("entry")
        told = (
            (entry.c.seq == stage.c.undoes_seq)
            & (entry.c.ordinal == stage.c.undoes_ordinal)
            & (entry.c.row_id == stage.c.row_id)
            & (entry.c.entity == stage.c.entity)
            & (entry.c.field == stage.c.field)
            & ~entry.c.before_value.is_distinct_from(stage.c.after_value)
        )
        statement = sa.select(stage.c.ordinal).where(~sa.exists().where(told))
        yield from self._connection.execute(statement).scalars()
        yield from self._covered()

    def _covered(self) -> Iterable[int]:
        """Changes whose undone row lies below a newer one that holds. A change and its undo
        above it are as if they had never been; so are an undo and its redo."""
        later = tables.changes.alias("later")
        above: dict[int, list[tuple[int, int]]] = defaultdict(list)
        statement = (
            sa.select(
                stage.c.ordinal,
                later.c.seq,
                later.c.ordinal,
                later.c.undoes_seq,
                later.c.undoes_ordinal,
            )
            .where(
                later.c.row_id == stage.c.row_id,
                later.c.entity == stage.c.entity,
                later.c.field == stage.c.field,
                later.c.seq > stage.c.undoes_seq,
            )
            .order_by(stage.c.ordinal, later.c.seq, later.c.ordinal)
        )
        for place, seq, ordinal, *undone in self._connection.execute(statement):
            held = above[place]
            if held and held[-1] == tuple(undone):
                held.pop()
            else:
                held.append((seq, ordinal))
        return [place for place, held in above.items() if held]

    def _rest_of_groups(self, reasons: Reasons) -> Reasons:
        """The other changes of groups that go whole or not at all."""
        changes, groups = self._set.changes, self._set.groups
        broken = {group for ordinal in reasons if groups[group := changes[ordinal].group].whole}
        if not broken:
            return {}
        return {
            ordinal: Reason.GROUP
            for ordinal, change in enumerate(changes)
            if change.group in broken and ordinal not in reasons
        }


def _touched(table: sa.Table, entity: Entity) -> sa.Select[Any]:
    """The rows of `table` that the change set is about."""
    staged = sa.select(stage.c.row_id).where(stage.c.entity == entity.value)
    return sa.select(table.c.id).where(table.c.id.in_(staged))
