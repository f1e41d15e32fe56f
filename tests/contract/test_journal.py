"""The chain of hashes: whatever is altered behind its back is noticed, and where."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from desktop_admin.domain.changes import ChangeKind, Group, Operator, new_id
from desktop_admin.domain.clock import frozen_clock
from desktop_admin.domain.journal import FIRST, EntryFilter, Fault, entry_hash
from desktop_admin.domain.undo import undo_set
from desktop_admin.sources.base import Cancelled, NotAsExpected, Progress, Step
from desktop_admin.sources.sql.journal import head_facts
from desktop_admin.sources.sql.tables import chain, change_sets, changes
from desktop_admin.wording.errors import error
from desktop_admin.wording.words import Words
from tests.contract.bench import Desk, in_wal_mode
from tests.contract.changes import ME, attach, change_set, sale_to, till_to
from tests.contract.market import HOSTILE
from tests.contract.test_applying import _disturb

#: What somebody does to the journal, and what is then said: the fault, the entry, the row.
TAMPERED: dict[str, tuple[str, Fault, int | None, int | None]] = {
    "altered row": (
        "UPDATE desktop_admin_change SET after_value = 5 WHERE seq = 1 AND ordinal = 2",
        Fault.ROW_ALTERED,
        1,
        2,
    ),
    "altered before": (
        "UPDATE desktop_admin_change SET before_value = 5 WHERE seq = 2 AND ordinal = 0",
        Fault.ROW_ALTERED,
        2,
        0,
    ),
    "another sale": (
        "UPDATE desktop_admin_change SET row_id = 1 WHERE seq = 1 AND ordinal = 0",
        Fault.ROW_ALTERED,
        1,
        0,
    ),
    "another undone": (
        "UPDATE desktop_admin_change SET undoes_ordinal = 7 WHERE seq = 3 AND ordinal = 0",
        Fault.ROW_ALTERED,
        3,
        0,
    ),
    "no longer an undo": (
        "UPDATE desktop_admin_change SET undoes_seq = NULL WHERE seq = 3 AND ordinal = 0",
        Fault.ROW_ALTERED,
        3,
        0,
    ),
    "altered digest": (
        "UPDATE desktop_admin_change SET digest = 'x' WHERE seq = 1 AND ordinal = 0",
        Fault.ROW_ALTERED,
        1,
        0,
    ),
    "removed row": (
        "DELETE FROM desktop_admin_change WHERE seq = 1 AND ordinal = 3",
        Fault.ROWS_MISSING,
        1,
        None,
    ),
    "all rows removed": ("DELETE FROM desktop_admin_change", Fault.ROWS_MISSING, 1, None),
    "reordered rows": (
        (
            "UPDATE desktop_admin_change SET ordinal = 99 WHERE seq = 1 AND ordinal = 0;"
            "UPDATE desktop_admin_change SET ordinal = 0 WHERE seq = 1 AND ordinal = 1;"
            "UPDATE desktop_admin_change SET ordinal = 1 WHERE seq = 1 AND ordinal = 99"
        ),
        Fault.ROW_ALTERED,
        1,
        0,
    ),
    "moved row": (
        "UPDATE desktop_admin_change SET seq = 2, ordinal = 9 WHERE seq = 1 AND ordinal = 3",
        Fault.ROWS_MISSING,
        1,
        None,
    ),
    "another title": (
        "UPDATE desktop_admin_change_set SET title = 'x' WHERE seq = 2",
        Fault.ENTRY_ALTERED,
        2,
        None,
    ),
    "another operator": (
        "UPDATE desktop_admin_change_set SET operator = 'x' WHERE seq = 1",
        Fault.ENTRY_ALTERED,
        1,
        None,
    ),
    "another login": (
        "UPDATE desktop_admin_change_set SET database_login = 'x' WHERE seq = 3",
        Fault.ENTRY_ALTERED,
        3,
        None,
    ),
    "other groups": (
        "UPDATE desktop_admin_change_set SET change_groups = '[]' WHERE seq = 2",
        Fault.ENTRY_ALTERED,
        2,
        None,
    ),
    "another hash": (
        "UPDATE desktop_admin_change_set SET hash = 'x' WHERE seq = 1",
        Fault.ENTRY_ALTERED,
        1,
        None,
    ),
    "last entry removed": (
        (
            "DELETE FROM desktop_admin_change WHERE seq = 3;"
            "DELETE FROM desktop_admin_change_set WHERE seq = 3"
        ),
        Fault.ENTRY_MISSING,
        3,
        None,
    ),
    "first entry removed": (
        (
            "DELETE FROM desktop_admin_change WHERE seq = 1;"
            "DELETE FROM desktop_admin_change_set WHERE seq = 1"
        ),
        Fault.ENTRY_MISSING,
        1,
        None,
    ),
    "all entries removed": (
        "DELETE FROM desktop_admin_change;DELETE FROM desktop_admin_change_set",
        Fault.ENTRY_MISSING,
        1,
        None,
    ),
    "the end forgotten": (
        "UPDATE desktop_admin_chain SET seq = 2",
        Fault.END_ALTERED,
        3,
        None,
    ),
    "another end": ("UPDATE desktop_admin_chain SET hash = 'x'", Fault.END_ALTERED, 3, None),
    "the end removed": ("DELETE FROM desktop_admin_chain", Fault.END_ALTERED, 3, None),
    "begun anew": (
        "UPDATE desktop_admin_chain SET seq = 0, hash = '" + "0" * 64 + "'",
        Fault.END_ALTERED,
        3,
        None,
    ),
    "left alone: another value": (
        "UPDATE desktop_admin_left_alone SET after_value = 5 WHERE seq = 2 AND ordinal = 2",
        Fault.ENTRY_ALTERED,
        2,
        None,
    ),
    "left alone: another reason": (
        "UPDATE desktop_admin_left_alone SET reason = 'changed' WHERE seq = 2 AND ordinal = 1",
        Fault.ENTRY_ALTERED,
        2,
        None,
    ),
    "left alone: reordered": (
        (
            "UPDATE desktop_admin_left_alone SET ordinal = 99 WHERE seq = 2 AND ordinal = 1;"
            "UPDATE desktop_admin_left_alone SET ordinal = 1 WHERE seq = 2 AND ordinal = 2;"
            "UPDATE desktop_admin_left_alone SET ordinal = 2 WHERE seq = 2 AND ordinal = 99"
        ),
        Fault.ENTRY_ALTERED,
        2,
        None,
    ),
    "left alone: removed": (
        "DELETE FROM desktop_admin_left_alone WHERE seq = 2 AND ordinal = 1",
        Fault.ROWS_MISSING,
        2,
        None,
    ),
    "left alone: added": (
        (
            "INSERT INTO desktop_admin_left_alone (seq, ordinal, entity, row_id, field, "
            "change_group, reason) VALUES (1, 9, 'sale', 1, 'boutique', 0, 'gone')"
        ),
        Fault.ROWS_MISSING,
        1,
        None,
    ),
    "left alone: moved to another entry": (
        "UPDATE desktop_admin_left_alone SET seq = 1 WHERE seq = 2 AND ordinal = 1",
        Fault.ROWS_MISSING,
        1,
        None,
    ),
    "added row": (
        (
            "INSERT INTO desktop_admin_change (seq, ordinal, entity, row_id, field, change_group, "
            "expects, digest) VALUES (1, 9, 'sale', 1, 'boutique', 0, '', 'x')"
        ),
        Fault.ROW_ALTERED,
        1,
        9,
    ),
}


@pytest.fixture
def written(desk: Desk) -> Desk:
    """A journal of three entries: a repair, an assignment that left two sales alone, an undo of
    the repair."""
    market = desk.market
    first = attach(desk)
    desk.source.apply(first)
    left_alone = (sale_to(9_998, market.matete), sale_to(9_999, market.matete))
    assigned = change_set(
        till_to(market.till_nowhere, market.matete), *left_alone, title="Caisse 3"
    )
    desk.source.apply(assigned)
    entry = desk.source.journal(EntryFilter(change_set=first.id))[0]
    desk.source.apply(undo_set(entry, desk.source.journal_rows(first.id), ME, new_id()))
    return desk


def test_what_is_altered_is_noticed(written: Desk) -> None:
    intact = written.source.check_journal()
    assert (intact.entries, intact.rows, intact.fault) == (3, 9, None)
    whole = written.snapshot()
    for what, (statement, fault, seq, ordinal) in TAMPERED.items():
        _disturb(written, statement)
        found = written.source.check_journal()
        assert (found.fault, found.seq, found.ordinal) == (fault, seq, ordinal), what
        written.put_back(whole)
    assert written.source.check_journal() == intact


def test_what_was_left_alone_before_it_was_covered_is_no_fault(written: Desk) -> None:
    """An entry whose hash was made of its rows alone is as intact as it was."""
    with written.engine.begin() as connection:
        heads = connection.execute(sa.select(change_sets).order_by(change_sets.c.seq)).mappings()
        previous = FIRST
        for head in heads.all():
            digests = connection.execute(
                sa.select(changes.c.digest)
                .where(changes.c.seq == head["seq"])
                .order_by(changes.c.ordinal)
            ).scalars()
            previous = entry_hash(previous, head_facts(head), digests)
            connection.execute(
                sa.update(change_sets).where(change_sets.c.seq == head["seq"]).values(hash=previous)
            )
        connection.execute(sa.update(chain).values(hash=previous))
    assert written.source.check_journal().fault is None
    _disturb(written, "UPDATE desktop_admin_change_set SET left_alone = 3 WHERE seq = 2")
    assert written.source.check_journal().seq == 2


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM desktop_admin_chain",
        "UPDATE desktop_admin_chain SET seq = 0",
        "UPDATE desktop_admin_chain SET seq = 7",
    ],
)
def test_a_journal_without_its_end_is_not_written_on(written: Desk, statement: str) -> None:
    _disturb(written, statement)
    before = written.snapshot()
    with pytest.raises(NotAsExpected) as refused:
        written.source.apply(change_set(till_to(written.market.till_matete, None, 2)))
    assert refused.value.facts["step"] == "journal"
    assert "journal" in error(Words("en"), refused.value)
    if "DELETE" in statement:
        with pytest.raises(NotAsExpected):
            written.source.prepare()
        # What there is can still be read.
        assert len(written.source.journal(EntryFilter())) == 3
    assert written.snapshot() == before


def test_a_check_tells_how_far_it_is_and_can_be_stopped(written: Desk) -> None:
    told: list[Progress] = []
    written.source.check_journal(told.append)
    assert [(one.step, one.done, one.total) for one in told] == [(Step.CHECKING, 0, 9)]

    def stop(_: Progress) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        written.source.check_journal(stop)


def test_a_journal_goes_on_from_where_it_ended(written: Desk) -> None:
    for _ in range(3):
        source = written.open()
        source.apply(change_set(sale_to(9_999, 2)))
        source.close()
    assert written.source.check_journal().entries == 6


def test_a_check_sees_one_moment(desk: Desk) -> None:
    """An entry that is written while the journal is being checked is no fault."""
    with in_wal_mode(desk):
        desk.source.apply(attach(desk))
        other = desk.open()
        sent = iter([change_set(till_to(desk.market.till_nowhere, desk.market.matete))])

        def meanwhile(*call: Any) -> None:
            if "FROM desktop_admin_chain" in call[2] and "count" not in call[2]:
                for one in sent:
                    other.apply(one)

        sa.event.listen(desk.source._engine, "after_cursor_execute", meanwhile)
        found = desk.source.check_journal()
        sa.event.remove(desk.source._engine, "after_cursor_execute", meanwhile)
        assert (found.entries, found.fault) == (1, None)
        assert desk.source.check_journal().entries == 2
        other.close()


def test_the_journal_tells_who_what_and_when(desk: Desk) -> None:
    moment = datetime(2026, 11, 22, 9, 30, 15, 123_456, tzinfo=UTC)
    moments = (moment, moment.replace(microsecond=0), moment + timedelta(microseconds=1))
    for at, texts in zip(moments, (HOSTILE[:3], HOSTILE[3:6], HOSTILE[6:]), strict=True):
        source = desk.open(clock=frozen_clock(at))
        for text in texts:
            sent = change_set(
                sale_to(9_999, 2), title=text, operator=Operator(text[:60], f"PC {text[:30]}")
            )
            source.apply(sent)
            entry = source.journal(EntryFilter(change_set=sent.id))[0]
            assert (entry.title, entry.operator) == (text, text[:60])
            assert (entry.workstation, entry.at) == (f"PC {text[:30]}", at)
            assert entry.kind is ChangeKind.ASSIGN
        source.close()
    assert desk.source.check_journal().fault is None


def test_the_longest_words_are_kept(desk: Desk) -> None:
    title = "😀" * 10_000
    long = Operator("é" * 200, "😀" * 200)
    sent = change_set(
        sale_to(9_999, 2),
        title=title,
        operator=long,
        groups=tuple(Group(f"group {number} é😀" * 20) for number in range(1000)),
    )
    desk.source.apply(sent)
    entry = desk.source.journal(EntryFilter())[0]
    assert (entry.title, entry.operator, entry.workstation) == (
        title,
        *(long.user, long.workstation),
    )
    assert entry.groups == sent.groups
    assert desk.source.check_journal().fault is None


def test_entries_are_found_by_what_they_touched(desk: Desk) -> None:
    market = desk.market
    first = change_set(sale_to(market.orphans[0], market.matete))
    second = change_set(till_to(market.orphans[0] % 5 + 1, None, market.matete))
    third = change_set(sale_to(market.orphans[1], market.matete))
    for sent in (first, second, third):
        desk.source.apply(sent)
    found = desk.source.journal(EntryFilter())
    assert [one.change_set for one in found] == [third.id, second.id, first.id]
    assert [one.seq for one in found] == [3, 2, 1]
    assert [one.change_set for one in desk.source.journal(EntryFilter(limit=1))] == [third.id]
    touched = EntryFilter(entity=first.changes[0].entity, row_id=market.orphans[0])
    assert [one.change_set for one in desk.source.journal(touched)] == [first.id]
