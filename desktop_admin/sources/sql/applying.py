"""Applying a change set: staged before any lock, judged again inside one transaction, journal
first, the update made from the journal, both counts equal, commit.

On SQLite the write lock of the whole file is held from the judging to the commit, once."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from desktop_admin.domain.changes import (
    EXPECTATION_REASONS,
    Change,
    ChangeKind,
    ChangeSet,
    Entity,
    Expectation,
    Field,
    LeftAlone,
    Outcome,
    Reason,
    TargetBoutique,
    judge_restored_target,
    judge_sale_target,
    judge_terminal_target,
)
from desktop_admin.domain.clock import Clock
from desktop_admin.domain.journal import entry_hash
from desktop_admin.sources.base import Conflict, NotPrepared, Progress, Report, Step
from desktop_admin.sources.sql import journal
from desktop_admin.sources.sql.expressions import SaleColumns
from desktop_admin.sources.sql.found import Found, column
from desktop_admin.sources.sql.staging import EXPECTED, clear, lay_down, stage

_log = logging.getLogger(__name__)

Reasons = dict[int, Reason]


class Applier:
    """Applies change sets to one database."""

    def __init__(self, engine: sa.Engine, found: Found, clock: Clock) -> None:
        self._engine = engine
        self._found = found
        self._clock = clock

    def apply(self, change_set: ChangeSet, report: Report) -> Outcome:
        """Make the changes, or answer again what came of them."""
        with self._engine.connect().execution_options(writes=False) as connection:
            with connection.begin():
                if not journal.is_prepared(connection):
                    raise NotPrepared()
                undone = self._undone(connection, change_set)
            lay_down(connection, change_set, undone, report)
            try:
                return self._write(connection, change_set, report)
            finally:
                if not connection.invalidated:
                    connection.execution_options(writes=False)
                    clear(connection)

    def _undone(self, connection: sa.Connection, change_set: ChangeSet) -> Mapping[str, int]:
        """The numbers of the entries that are taken back, by change set; an unknown one gets a
        number that no entry has, and its changes will be left alone."""
        named = {change.undoes.change_set for change in change_set.changes if change.undoes}
        table = journal.change_sets
        rows = connection.execute(
            sa.select(table.c.change_set, table.c.seq).where(table.c.change_set.in_(named))
        )
        return dict.fromkeys(named, -1) | {name: seq for name, seq in rows}

    def _write(
        self, connection: sa.Connection, change_set: ChangeSet, report: Report
    ) -> Outcome:
        report(Progress(Step.CHECKING))
        connection.execution_options(writes=True)
        waited = time.perf_counter()
        with connection.begin():
            end = connection.execute(sa.select(journal.chain).with_for_update()).one()
            begun = time.perf_counter()
            locked_from = self._clock() if connection.dialect.name == "sqlite" else None
            before = journal.outcome(connection, change_set.id)
            if before is not None:
                return _first_outcome(before, change_set)
            reasons = Judge(connection, self._found, change_set).judge()
            report(Progress(Step.WRITING))
            outcome = self._change(connection, change_set, reasons, end, locked_from)
            report(Progress(Step.COMMITTING))
        _log.info(
            "change set %s: %d applied, %d left alone; waited %.3f s, held for %.3f s",
            change_set.id,
            outcome.applied,
            len(outcome.left_alone),
            begun - waited,
            time.perf_counter() - begun,
        )
        return outcome

    def _change(
        self,
        connection: sa.Connection,
        change_set: ChangeSet,
        reasons: Reasons,
        end: Any,
        locked_from: datetime | None,
    ) -> Outcome:
        seq = end.seq + 1
        _mark(connection, reasons)
        applied = self._journal_rows(connection, seq)
        made = sum(
            self._update(connection, seq, entity, field)
            for entity, field in sorted({(one.entity, one.field) for one in change_set.changes})
        )
        expected = len(change_set.changes) - len(reasons)
        if not applied == made == expected:
            # Impossible while the rows are locked; a bug must not reach the data.
            raise RuntimeError(f"{expected} to change, {applied} in the journal, {made} changed")
        left = [
            LeftAlone(ordinal, change_set.changes[ordinal], reason)
            for ordinal, reason in sorted(reasons.items())
        ]
        _keep_left_alone(connection, seq, left)
        until = self._clock() if locked_from is not None else None
        hashed = self._head(connection, change_set, seq, applied, end.hash, (locked_from, until))
        return Outcome(
            change_set=change_set.id,
            applied=applied,
            left_alone=tuple(left),
            journal_hash=hashed,
            locked_from=locked_from,
            locked_until=until,
        )

    def _journal_rows(self, connection: sa.Connection, seq: int) -> int:
        table = journal.changes
        shared = [c.name for c in table.columns if c.name in stage.c]
        chosen = sa.select(
            sa.literal(seq, sa.BigInteger), *(stage.c[name] for name in shared)
        ).where(stage.c.reason.is_(None))
        inserted = connection.execute(
            sa.insert(table).from_select(["seq", *shared], chosen.order_by(stage.c.ordinal))
        )
        return inserted.rowcount

    def _update(
        self, connection: sa.Connection, seq: int, entity: Entity, field: Field
    ) -> int:
        """Change the shop's rows to what the journal says."""
        table = journal.changes
        values = {_column_name(entity, field): _value(table.c.after_value, field)}
        if entity is Entity.TERMINAL:
            # Django sets it on every save; sales have no such column.
            values["date_mise_a_jour"] = sa.literal(
                self._clock(), self._found.terminal.c.date_mise_a_jour.type
            )
        target = self._table(entity)
        statement = (
            sa.update(target)
            .values(values)
            .where(
                table.c.seq == seq,
                table.c.entity == entity.value,
                table.c.field == field.value,
                target.c.id == table.c.row_id,
            )
        )
        return connection.execute(statement).rowcount

    def _table(self, entity: Entity) -> sa.Table:
        return self._found.terminal if entity is Entity.TERMINAL else self._found.sale

    def _head(
        self,
        connection: sa.Connection,
        change_set: ChangeSet,
        seq: int,
        applied: int,
        previous: str,
        locked: tuple[datetime | None, datetime | None],
    ) -> str:
        """Write the entry itself and move the end of the chain; answers with its hash."""
        digests = connection.execute(
            sa.select(journal.changes.c.digest)
            .where(journal.changes.c.seq == seq)
            .order_by(journal.changes.c.ordinal)
        ).scalars()
        facts: dict[str, Any] = {
            "seq": seq,
            "change_set": change_set.id,
            "kind": change_set.kind.value,
            "title": change_set.title,
            "operator": change_set.operator.user,
            "workstation": change_set.operator.workstation,
            "database_login": _login(connection),
            "at": self._clock(),
            "content_hash": change_set.content_hash(),
            "applied": applied,
            "left_alone": len(change_set.changes) - applied,
            "change_groups": journal.write_groups(change_set.groups),
            "undoes": change_set.undoes,
            "locked_from": locked[0],
            "locked_until": locked[1],
        }
        facts["hash"] = entry_hash(previous, journal.head_facts(facts), digests)
        connection.execute(sa.insert(journal.change_sets).values(facts))
        connection.execute(sa.update(journal.chain).values(seq=seq, hash=facts["hash"]))
        return str(facts["hash"])


class Judge:
    """Locks the rows a change set touches, and judges every change on them as they are."""

    def __init__(self, connection: sa.Connection, found: Found, change_set: ChangeSet) -> None:
        self._connection = connection
        self._found = found
        self._set = change_set
        self._fields = {(change.entity, change.field) for change in change_set.changes}

    def judge(self) -> Reasons:
        """Why each change that cannot be made is left alone, by ordinal."""
        reasons: Reasons = {}
        for entity in sorted({entity for entity, _ in self._fields}):
            self._lock(entity)
        for entity, field in sorted(self._fields):
            rows = self._sales(field) if entity is Entity.SALE else self._terminals(field)
            reasons.update(rows)
        for ordinal, reason in self._targets():
            reasons.setdefault(ordinal, reason)
        if self._set.kind is ChangeKind.UNDO:
            for ordinal in self._changed_since():
                reasons.setdefault(ordinal, Reason.CHANGED_SINCE)
        reasons.update(self._rest_of_groups(reasons))
        return reasons

    def _lock(self, entity: Entity) -> None:
        """Lock the touched rows in the order of their ids; SQLite holds the whole file. The
        terminals that sales were judged by are kept from moving meanwhile."""
        if self._connection.dialect.name == "sqlite":
            return
        table = self._found.sale if entity is Entity.SALE else self._found.terminal
        staged = sa.select(stage.c.row_id).where(stage.c.entity == entity.value)
        self._count(sa.select(table.c.id).where(table.c.id.in_(staged)), for_update=True)
        if entity is Entity.SALE:
            homes = sa.select(stage.c.expects_terminal).where(stage.c.home_expected == 1)
            terminals = self._found.terminal
            self._count(sa.select(terminals.c.id).where(terminals.c.id.in_(homes)))

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
        }
        failed = [(sale.id.is_(None), Reason.GONE)]
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
        failed = [
            (terminal.c.id.is_(None), Reason.GONE),
            (present.is_distinct_from(stage.c.before_value), Reason.CHANGED),
        ]
        source = stage.outerjoin(terminal, terminal.c.id == stage.c.row_id)
        return self._failed(source, failed, Entity.TERMINAL, field)

    def _failed(
        self, source: Any, failed: Sequence[tuple[Any, Reason]], entity: Entity, field: Field
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

    def _targets(self) -> Iterable[tuple[int, Reason]]:
        """What the guards of the domain say of every boutique and terminal something goes to."""
        boutiques = self._boutiques()
        terminals = self._known_terminals()
        judged: dict[tuple[Any, ...], Reason | None] = {}
        for ordinal, change in enumerate(self._set.changes):
            if change.after is None or change.field is Field.ACTIVE:
                continue
            owner = terminals.get(change.id) if change.entity is Entity.TERMINAL else None
            key = (change.entity, change.field, change.after, owner)
            if key not in judged:
                judged[key] = self._judge_target(change, owner, boutiques, terminals)
            reason = judged[key]
            if reason is not None:
                yield ordinal, reason

    def _judge_target(
        self,
        change: Change,
        owner: int | None,
        boutiques: Mapping[int, TargetBoutique],
        terminals: Mapping[int, int],
    ) -> Reason | None:
        if change.field is Field.TERMINAL:
            return None if change.after in terminals else Reason.NO_TERMINAL
        target = boutiques.get(change.after) if change.after is not None else None
        if self._set.kind is ChangeKind.UNDO:
            return judge_restored_target(target)
        if change.entity is Entity.SALE:
            return judge_sale_target(target)
        confirmed = self._set.other_merchant_confirmed
        return judge_terminal_target(target, owner, confirmed=confirmed)

    def _boutiques(self) -> dict[int, TargetBoutique]:
        """Boutiques as they are, kept from being changed or deleted until the commit."""
        table, owners = self._found.boutique, self._found.merchant
        wanted = {
            change.after
            for change in self._set.changes
            if change.field is Field.BOUTIQUE and change.after is not None
        }
        statement = (
            sa.select(
                table.c.id, table.c.est_active, column(table, "est_depot", False), owners.c.user_id
            )
            .select_from(table.join(owners, owners.c.id == table.c.commercant_id))
            .where(table.c.id.in_(sorted(wanted)))
            .order_by(table.c.id)
            .with_for_update(read=True, of=table)
        )
        rows = self._connection.execute(statement)
        return {row[0]: TargetBoutique(bool(row[1]), bool(row[2]), row[3]) for row in rows}

    def _known_terminals(self) -> dict[int, int]:
        """Owners of the terminals that are changed, or that sales go to, by terminal."""
        wanted = {
            change.id if change.entity is Entity.TERMINAL else change.after
            for change in self._set.changes
            if change.entity is Entity.TERMINAL or change.field is Field.TERMINAL
        }
        table = self._found.terminal
        statement = sa.select(table.c.id, table.c.compte_proprietaire_id).where(
            table.c.id.in_(sorted(one for one in wanted if one is not None))
        )
        return {row[0]: row[1] for row in self._connection.execute(statement)}

    def _changed_since(self) -> Iterable[int]:
        """Changes whose undone row is not the newest of its value in the journal, or is not
        there, or said something else."""
        entry, later = journal.changes.alias("entry"), journal.changes.alias("later")
        same_value = (
            (later.c.row_id == stage.c.row_id)
            & (later.c.entity == stage.c.entity)
            & (later.c.field == stage.c.field)
        )
        newer = sa.exists().where(same_value, later.c.seq > stage.c.undoes_seq)
        told = (
            (entry.c.seq == stage.c.undoes_seq)
            & (entry.c.ordinal == stage.c.undoes_ordinal)
            & (entry.c.row_id == stage.c.row_id)
            & (entry.c.entity == stage.c.entity)
            & (entry.c.field == stage.c.field)
            & ~entry.c.before_value.is_distinct_from(stage.c.after_value)
        )
        statement = sa.select(stage.c.ordinal).where(newer | ~sa.exists().where(told))
        return list(self._connection.execute(statement).scalars())

    def _rest_of_groups(self, reasons: Reasons) -> Reasons:
        """The other changes of groups that go whole or not at all."""
        changes, groups = self._set.changes, self._set.groups
        broken = {
            group
            for ordinal in reasons
            if groups[group := changes[ordinal].group].whole
        }
        if not broken:
            return {}
        return {
            ordinal: Reason.GROUP
            for ordinal, change in enumerate(changes)
            if change.group in broken and ordinal not in reasons
        }


def _first_outcome(before: tuple[Outcome, str], change_set: ChangeSet) -> Outcome:
    outcome, content = before
    if content != change_set.content_hash():
        raise Conflict(change_set=change_set.id)
    return outcome


def _mark(connection: sa.Connection, reasons: Reasons) -> None:
    """Note in the stage what is left alone."""
    if reasons:
        connection.execute(
            sa.update(stage)
            .where(stage.c.ordinal == sa.bindparam("which"))
            .values(reason=sa.bindparam("why")),
            [{"which": ordinal, "why": reason.value} for ordinal, reason in reasons.items()],
        )


def _keep_left_alone(connection: sa.Connection, seq: int, left: Sequence[LeftAlone]) -> None:
    rows = [
        {
            "seq": seq,
            "ordinal": one.ordinal,
            "entity": one.change.entity.value,
            "row_id": one.change.id,
            "field": one.change.field.value,
            "before_value": one.change.before,
            "after_value": one.change.after,
            "change_group": one.change.group,
            "reason": one.reason.value,
        }
        for one in left
    ]
    if rows:
        connection.execute(sa.insert(journal.left_alone), rows)


def _column_name(entity: Entity, field: Field) -> str:
    if field is Field.ACTIVE:
        return "est_actif"
    if field is Field.TERMINAL:
        return "client_maui_id"
    return "boutique_id"


def _value(after: Any, field: Field) -> Any:
    return after != 0 if field is Field.ACTIVE else after


def _login(connection: sa.Connection) -> str:
    """The account of the database that this session works under; SQLite has none."""
    if connection.dialect.name == "sqlite":
        return ""
    return str(connection.execute(sa.select(sa.func.current_user())).scalar_one())
