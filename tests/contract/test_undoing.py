"""Taking back: every listed value, and never what somebody changed since."""

from collections.abc import Collection

from desktop_admin.domain.changes import (
    Change,
    ChangeKind,
    Entity,
    Field,
    Group,
    Outcome,
    Reason,
    Undoes,
    new_id,
)
from desktop_admin.domain.journal import EntryFilter, EntryState, JournalEntry
from desktop_admin.domain.undo import undo_set
from tests.contract.bench import Desk, changed
from tests.contract.changes import (
    ME,
    attach,
    change_set,
    sale_of,
    sale_to,
    till_active,
    till_to,
)
from tests.contract.test_applying import _disturb

_STAMP = "date_mise_a_jour"


def _entry(desk: Desk, change_set_id: str) -> JournalEntry:
    return desk.source.journal(EntryFilter(change_set=change_set_id))[0]


def _undo(
    desk: Desk,
    change_set_id: str,
    *,
    groups: Collection[int] | None = None,
    ordinals: Collection[int] | None = None,
) -> Outcome:
    rows = desk.source.journal_rows(change_set_id)
    entry = _entry(desk, change_set_id)
    return desk.source.apply(undo_set(entry, rows, ME, new_id(), groups=groups, ordinals=ordinals))


def _states(desk: Desk) -> list[EntryState]:
    """Oldest first."""
    assert desk.source.check_journal().fault is None
    return [entry.state for entry in reversed(desk.source.journal(EntryFilter()))]


DONE, UNDONE, PARTLY = EntryState.DONE, EntryState.UNDONE, EntryState.PARTLY_UNDONE
REDONE, LEFT = EntryState.REDONE, EntryState.PARTLY_DONE
NOTHING = EntryState.NOTHING_DONE


def test_every_listed_value_comes_back(any_desk: Desk) -> None:
    market = any_desk.market
    sent = change_set(
        till_to(market.till_nowhere, market.matete),
        till_active(market.till_matete, True, False),
        till_to(market.till_matete, None, market.matete),
        sale_to(market.orphans[0], market.matete),
        sale_to(market.attributed, market.limete, market.matete),
        sale_of(market.stray, market.till_far),
        sale_to(market.stray, market.far),
    )
    before = any_desk.snapshot()
    any_desk.source.apply(sent)
    outcome = _undo(any_desk, sent.id)
    assert (outcome.applied, outcome.left_alone) == (7, ())
    differing = {key[2] for key in changed(before, any_desk.snapshot())}
    assert differing == {_STAMP}
    assert _states(any_desk) == [UNDONE, DONE]


def test_what_a_terminal_goes_back_to_is_history(desk: Desk) -> None:
    """An undo may restore what no new change may make: it was so."""
    market = desk.market
    false = "FALSE" if desk.engine.dialect.name == "postgresql" else "0"
    sent = change_set(till_to(market.till_matete, market.limete, market.matete))
    desk.source.apply(sent)
    desk.execute(f"UPDATE inventory_boutique SET est_active = {false} WHERE id = {market.matete}")
    assert _undo(desk, sent.id).applied == 1
    assert desk.value("inventory_client", "boutique_id", market.till_matete) == market.matete


def test_a_boutique_that_is_gone_is_not_restored(desk: Desk) -> None:
    market = desk.market
    sent = change_set(till_to(market.till_matete, market.limete, market.matete))
    desk.source.apply(sent)
    _disturb(desk, f"DELETE FROM inventory_boutique WHERE id = {market.matete}")
    assert [one.reason for one in _undo(desk, sent.id).left_alone] == [Reason.NO_BOUTIQUE]


def test_what_was_changed_since_is_left_alone(any_desk: Desk) -> None:
    market = any_desk.market
    first = attach(any_desk)
    any_desk.source.apply(first)
    # By us, by somebody else, by us there and back, by somebody else there and back.
    ours, theirs, back, unseen = market.orphans
    any_desk.source.apply(change_set(sale_to(ours, market.limete, market.matete)))
    any_desk.execute("UPDATE inventory_vente SET boutique_id = 3 WHERE id = :id", id=theirs)
    any_desk.source.apply(change_set(sale_to(back, market.limete, market.matete)))
    any_desk.source.apply(change_set(sale_to(back, market.matete, market.limete)))
    before = any_desk.snapshot()
    outcome = _undo(any_desk, first.id)
    assert {one.change.id: one.reason for one in outcome.left_alone} == {
        ours: Reason.CHANGED,
        theirs: Reason.CHANGED,
        back: Reason.CHANGED_SINCE,
    }
    assert changed(before, any_desk.snapshot()) == {
        ("inventory_vente", unseen, "boutique_id"): None
    }
    assert _states(any_desk)[0] is PARTLY


def test_changes_of_one_row_are_taken_back_one_after_the_other(any_desk: Desk) -> None:
    market = any_desk.market
    sale = market.orphans[0]
    here, there = market.matete, market.limete
    first, second = (change_set(sale_to(sale, here)), change_set(sale_to(sale, there, here)))
    for sent in (first, second):
        assert any_desk.source.apply(sent).applied == 1
    assert _undo(any_desk, first.id).applied == 0, "the second still holds"
    back = _undo(any_desk, second.id)
    redone = _undo(any_desk, back.change_set)
    assert _undo(any_desk, first.id).applied == 0, "the second holds again"
    assert _undo(any_desk, redone.change_set).applied == 1
    assert _undo(any_desk, first.id).applied == 1
    assert any_desk.value("inventory_vente", "boutique_id", sale) is None
    assert _undo(any_desk, first.id).applied == 0


def test_undoing_twice_undoes_once(desk: Desk) -> None:
    sent = attach(desk)
    desk.source.apply(sent)
    assert _undo(desk, sent.id).applied == 4
    again = _undo(desk, sent.id)
    assert again.applied == 0
    assert {one.reason for one in again.left_alone} <= {Reason.CHANGED, Reason.CHANGED_SINCE}
    assert _states(desk) == [UNDONE, DONE, NOTHING]


def test_an_entry_that_was_restored_is_taken_back_like_a_new_one(any_desk: Desk) -> None:
    sent = attach(any_desk)
    sale = any_desk.market.orphans[0]
    any_desk.source.apply(sent)
    back = _undo(any_desk, sent.id)
    assert _undo(any_desk, back.change_set).applied == 4
    # Not by way of what restored it: by its own name.
    assert _undo(any_desk, sent.id).applied == 4
    assert any_desk.value("inventory_vente", "boutique_id", sale) is None
    assert _states(any_desk) == [UNDONE, UNDONE, DONE, DONE]


def test_there_and_back_as_often_as_one_likes(any_desk: Desk) -> None:
    sent = attach(any_desk)
    sale = any_desk.market.orphans[0]
    any_desk.source.apply(sent)
    newest = sent.id
    expected = [[DONE], [UNDONE, DONE], [REDONE, UNDONE, DONE], [UNDONE, REDONE, UNDONE, DONE]]
    for round_, states in enumerate(expected):
        place = any_desk.value("inventory_vente", "boutique_id", sale)
        assert place == (None if round_ % 2 else any_desk.market.matete)
        assert _states(any_desk) == states
        outcome = _undo(any_desk, newest)
        assert outcome.applied == 4
        newest = outcome.change_set
    assert _states(any_desk) == [REDONE, UNDONE, REDONE, UNDONE, DONE]


def test_a_part_is_taken_back_then_the_rest(desk: Desk) -> None:
    market = desk.market
    sent = change_set(
        *(
            sale_to(sale, market.matete, group=number % 2)
            for number, sale in enumerate(market.orphans)
        ),
        groups=(Group("even"), Group("odd")),
    )
    desk.source.apply(sent)
    assert _undo(desk, sent.id, groups={1}).applied == 2
    assert _states(desk)[0] is PARTLY
    assert desk.value("inventory_vente", "boutique_id", market.orphans[1]) is None
    assert desk.value("inventory_vente", "boutique_id", market.orphans[0]) == market.matete
    partial = _undo(desk, sent.id, ordinals={0})
    assert partial.applied == 1
    assert _states(desk)[0] is PARTLY
    rest = _undo(desk, sent.id)
    assert (rest.applied, len(rest.left_alone)) == (1, 3)
    assert _states(desk)[0] is UNDONE
    # The part that was taken back is done again: only it.
    assert _undo(desk, partial.change_set).applied == 1
    assert _states(desk)[0] is PARTLY


def test_what_depends_on_each_other_comes_back_together(desk: Desk) -> None:
    market = desk.market
    sent = change_set(
        till_to(market.till_nowhere, market.matete),
        sale_to(market.nowhere, market.matete),
        groups=(Group("terminal=3", whole=True),),
    )
    desk.source.apply(sent)
    desk.execute("UPDATE inventory_vente SET boutique_id = 3 WHERE id = :id", id=market.nowhere)
    outcome = _undo(desk, sent.id)
    assert [(one.ordinal, one.reason) for one in outcome.left_alone] == [
        (0, Reason.GROUP),
        (1, Reason.CHANGED),
    ]
    assert desk.value("inventory_client", "boutique_id", market.till_nowhere) == market.matete


def test_an_undo_says_the_truth_of_what_it_undoes(desk: Desk) -> None:
    """Changes dressed up as an undo do not get round the guards."""
    market = desk.market
    sent = attach(desk)
    desk.source.apply(sent)
    forged = [
        # Never done; of another row; to another value; not said at all.
        (sale_to(market.orphans[0], market.depot, market.matete), Undoes("nothing", 0)),
        (sale_to(market.orphans[0], None, market.matete), Undoes(sent.id, 1)),
        (sale_to(market.orphans[0], market.depot, market.matete), Undoes(sent.id, 0)),
        (sale_to(market.orphans[0], market.depot, market.matete), None),
        (till_to(market.till_nowhere, market.depot), None),
        (Change(Entity.SALE, market.orphans[0], Field.TERMINAL, 1, None), Undoes(sent.id, 0)),
    ]
    before = desk.snapshot()
    for change, undoes in forged:
        undo = change_set(change._replace(undoes=undoes), kind=ChangeKind.UNDO, undoes=sent.id)
        outcome = desk.source.apply(undo)
        assert outcome.applied == 0, change
        assert outcome.left_alone[0].reason in (Reason.CHANGED_SINCE, Reason.NO_BOUTIQUE)
    assert changed(before, desk.snapshot()) == {}
