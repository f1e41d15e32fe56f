"""Applying a change set: staged before any lock, judged again inside one transaction, journal
first, the update made from the journal, both counts equal, commit.

On SQLite the write lock of the whole file is held from the judging to the commit, once."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from desktop_admin.domain.changes import ChangeSet, Entity, Field, LeftAlone, Outcome
from desktop_admin.domain.clock import Clock
from desktop_admin.domain.journal import entry_hash, left_digests, left_line, row_digest
from desktop_admin.domain.masses import undisturbed
from desktop_admin.sources.base import Conflict, NotPrepared, Progress, Report, Step
from desktop_admin.sources.sql import journal, tables
from desktop_admin.sources.sql.found import Found
from desktop_admin.sources.sql.judging import Demands, Judge, Reasons
from desktop_admin.sources.sql.locking import brief_lock
from desktop_admin.sources.sql.staging import clear, lay_down, stage

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A change set with everything that was worked out before the lock."""

    change_set: ChangeSet
    demands: Demands
    content_hash: str
    #: One a change, in order.
    digests: Sequence[str]


class Applier:
    """Applies change sets to one database."""

    def __init__(self, engine: sa.Engine, found: Found, clock: Clock) -> None:
        self._engine = engine
        self._found = found
        self._clock = clock

    def apply(self, change_set: ChangeSet, report: Report) -> Outcome:
        """Make the changes, or answer again what came of them."""
        with undisturbed(), self._engine.connect() as connection:
            with connection.begin():
                self._must_have_journal(connection)
                lines = list(change_set.lines())
                content = change_set.content_hash(lines)
                before = journal.outcome(connection, change_set.id)
                if before is not None:
                    return _first_outcome(before, change_set, content)
                undone = self._undone(connection, change_set)
            digests = [row_digest(change_set.id, line) for line in lines]
            del lines
            lay_down(connection, change_set, digests, undone, report)
            prepared = _Prepared(change_set, Demands.of(change_set), content, digests)
            try:
                judge = Judge(connection, self._found, change_set, prepared.demands)
                with brief_lock(connection, judge.judge):
                    return self._write(connection, prepared, report)
            finally:
                if not connection.invalidated:
                    clear(connection)

    def _must_have_journal(self, connection: sa.Connection) -> None:
        if not tables.are_there(connection):
            raise NotPrepared
        # Where it ends is looked at again behind the lock: here another may be writing to it.
        if connection.execute(sa.select(tables.chain)).first() is None:
            tables.must_go_on(connection, None)
            raise NotPrepared

    def _undone(self, connection: sa.Connection, change_set: ChangeSet) -> Mapping[str, int]:
        """The numbers of the entries that are taken back, by change set; an unknown one gets a
        number that no entry has, and its changes will be left alone."""
        named = {change.undoes.change_set for change in change_set.changes if change.undoes}
        table = tables.change_sets
        rows = connection.execute(
            sa.select(table.c.change_set, table.c.seq).where(table.c.change_set.in_(named))
        )
        return dict.fromkeys(named, -1) | {row[0]: row[1] for row in rows}

    def _write(self, connection: sa.Connection, prepared: _Prepared, report: Report) -> Outcome:
        change_set = prepared.change_set
        report(Progress(Step.CHECKING))
        waited = time.perf_counter()
        with connection.begin():
            end = connection.execute(sa.select(tables.chain).with_for_update()).one()
            begun = time.perf_counter()
            locked_from = self._clock() if connection.dialect.name == "sqlite" else None
            before = journal.outcome(connection, change_set.id)
            if before is not None:
                return _first_outcome(before, change_set, prepared.content_hash)
            tables.must_go_on(connection, end)
            reasons = Judge(connection, self._found, change_set, prepared.demands).judge()
            report(Progress(Step.WRITING))
            outcome = self._change(connection, prepared, reasons, end, locked_from)
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
        prepared: _Prepared,
        reasons: Reasons,
        end: Any,
        locked_from: datetime | None,
    ) -> Outcome:
        changes = prepared.change_set.changes
        seq = end.seq + 1
        _mark(connection, reasons)
        applied = self._journal_rows(connection, seq)
        made = sum(
            self._update(connection, seq, entity, field)
            for entity, field in prepared.demands.fields
        )
        expected = len(changes) - len(reasons)
        if not applied == made == expected:
            # Impossible while the rows are locked; a bug must not reach the data.
            raise RuntimeError(f"{expected} to change, {applied} in the journal, {made} changed")
        left = [
            LeftAlone(ordinal, changes[ordinal], reason)
            for ordinal, reason in sorted(reasons.items())
        ]
        _keep_left_alone(connection, seq, left)
        until = self._clock() if locked_from is not None else None
        facts = self._facts(connection, prepared, seq, applied, (locked_from, until))
        # What the journal has taken over from the stage; to read it back would prolong the lock.
        digests = [one for place, one in enumerate(prepared.digests) if place not in reasons]
        digests += left_digests(prepared.change_set.id, map(_left_line, left))
        return Outcome(
            change_set=prepared.change_set.id,
            applied=applied,
            left_alone=tuple(left),
            journal_hash=_close_entry(connection, facts, end.hash, digests),
            locked_from=locked_from,
            locked_until=until,
        )

    def _journal_rows(self, connection: sa.Connection, seq: int) -> int:
        table = tables.changes
        shared = [c.name for c in table.columns if c.name in stage.c]
        chosen = sa.select(
            sa.literal(seq, sa.BigInteger), *(stage.c[name] for name in shared)
        ).where(stage.c.reason.is_(None))
        insert = sa.insert(table).from_select(["seq", *shared], chosen.order_by(stage.c.ordinal))
        # Of an INSERT, SQLAlchemy keeps the count only where it is asked to.
        kept = insert.execution_options(preserve_rowcount=True)
        return connection.execute(kept).rowcount

    def _update(self, connection: sa.Connection, seq: int, entity: Entity, field: Field) -> int:
        """Change the shop's rows to what the journal says."""
        table = tables.changes
        values = {_column_name(field): _value(table.c.after_value, field)}
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

    def _facts(
        self,
        connection: sa.Connection,
        prepared: _Prepared,
        seq: int,
        applied: int,
        locked: tuple[datetime | None, datetime | None],
    ) -> dict[str, Any]:
        """The entry's own row of the journal, without its hash."""
        change_set = prepared.change_set
        return {
            "seq": seq,
            "change_set": change_set.id,
            "kind": change_set.kind.value,
            "title": change_set.title,
            "operator": change_set.operator.user,
            "workstation": change_set.operator.workstation,
            "database_login": _login(connection),
            "at": self._clock(),
            "content_hash": prepared.content_hash,
            "applied": applied,
            "left_alone": len(change_set.changes) - applied,
            "change_groups": journal.write_groups(change_set.groups),
            "undoes": change_set.undoes,
            "locked_from": locked[0],
            "locked_until": locked[1],
        }


def _close_entry(
    connection: sa.Connection, facts: dict[str, Any], previous: str, digests: Iterable[str]
) -> str:
    """Write the entry itself and move the end of the chain; answers with its hash."""
    facts["hash"] = entry_hash(previous, journal.head_facts(facts), digests)
    connection.execute(sa.insert(tables.change_sets).values(facts))
    connection.execute(sa.update(tables.chain).values(seq=facts["seq"], hash=facts["hash"]))
    return str(facts["hash"])


def _first_outcome(before: tuple[Outcome, str], change_set: ChangeSet, content: str) -> Outcome:
    outcome, first_content = before
    if content != first_content:
        raise Conflict(change_set=change_set.id)
    # The journal keeps of what was left alone less than the set says.
    left = (one._replace(change=change_set.changes[one.ordinal]) for one in outcome.left_alone)
    return replace(outcome, left_alone=tuple(left))


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
        connection.execute(sa.insert(tables.left_alone), rows)


def _left_line(one: LeftAlone) -> str:
    change = one.change
    values = (change.entity, change.id, change.field, change.before, change.after)
    return left_line(one.ordinal, values, change.group, one.reason)


def _column_name(field: Field) -> str:
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
