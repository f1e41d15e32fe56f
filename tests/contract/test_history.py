"""What the journal tells of one row, and of the terminals of a boutique."""

from desktop_admin.domain.changes import Entity, new_id
from desktop_admin.domain.journal import EntryFilter, EntryState
from desktop_admin.domain.undo import undo_set
from tests.contract.bench import Desk
from tests.contract.changes import ME, attach, change_set, till_active, till_to


def test_a_row_has_its_own_changes_newest_first(desk: Desk) -> None:
    source, market = desk.source, desk.market
    orphan, till = market.orphans[0], market.till_nowhere
    assert source.history(Entity.SALE, orphan) == []
    first = attach(desk)
    source.apply(first)
    entry = source.journal(EntryFilter(change_set=first.id))[0]
    source.apply(undo_set(entry, source.journal_rows(first.id), ME, new_id()))
    source.apply(change_set(till_to(till, market.matete), till_active(till, True, False)))
    taken_back, done = source.history(Entity.SALE, orphan)
    assert (done.row.before, done.row.after) == (None, market.matete)
    assert (taken_back.row.before, taken_back.row.after) == (market.matete, None)
    assert taken_back.row.undoes is not None
    assert taken_back.row.undoes.change_set == first.id
    assert done.entry == source.journal(EntryFilter(change_set=first.id))[0]
    assert done.entry.state is EntryState.UNDONE
    assert done.row == source.journal_rows(first.id)[0]
    assert [item.entry.seq for item in source.history(Entity.TERMINAL, till)] == [3, 3]
    assert source.history(Entity.TERMINAL, orphan) == []
    assert source.history(Entity.SALE, orphan, limit=1) == [taken_back]


def test_a_boutique_has_the_terminals_that_came_and_left(desk: Desk) -> None:
    source, market = desk.source, desk.market
    till = market.till_nowhere
    source.apply(attach(desk))
    source.apply(change_set(till_to(till, market.matete), till_active(till, True, False)))
    source.apply(change_set(till_to(till, market.limete, before=market.matete)))
    found = source.boutique_history(market.matete)
    assert [(item.row.id, item.row.before, item.row.after) for item in found] == [
        (till, market.matete, market.limete),
        (till, None, market.matete),
    ]
    assert [item.entry.seq for item in found] == [3, 2]
    assert source.boutique_history(market.matete, limit=1) == found[:1]
    assert [item.entry.seq for item in source.boutique_history(market.limete)] == [3]
    assert source.boutique_history(market.far) == []
