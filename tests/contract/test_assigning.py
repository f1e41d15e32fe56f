"""Assigning terminals on real engines: alone, with the orphans that follow, and all of it back."""

from desktop_admin.domain.assign import (
    activate_set,
    assign_and_repair_set,
    consequences,
    detach_set,
    following,
)
from desktop_admin.domain.changes import Reason, new_id
from desktop_admin.domain.journal import EntryFilter, EntryState
from desktop_admin.domain.undo import undo_set
from tests.contract.bench import Desk, changed
from tests.contract.changes import ME
from tests.contract.market import NOW

_STAMP = "date_mise_a_jour"


def _undo(desk: Desk, change_set_id: str) -> None:
    entry = desk.source.journal(EntryFilter(change_set=change_set_id))[0]
    rows = desk.source.journal_rows(change_set_id)
    outcome = desk.source.apply(undo_set(entry, rows, ME, new_id()))
    assert outcome.left_alone == ()
    assert desk.source.check_journal().fault is None
    entries = desk.source.journal(EntryFilter(change_set=change_set_id))
    assert entries[0].state is EntryState.UNDONE


def test_a_terminal_and_its_orphans_go_in_one_and_come_back_in_one(any_desk: Desk) -> None:
    """What a sale expects of its terminal is judged before the same set moves it."""
    market, source = any_desk.market, any_desk.source
    boutiques = {one.id: one for one in source.boutiques()}
    till = next(one for one in source.terminals() if one.id == market.till_nowhere)
    moves = consequences([till], market.limete, boutiques, source.terminal_figures(), NOW)
    assert moves.refusal is None
    assert moves.orphans == 2
    followers = following(source.evidence(), {till.id}, market.limete, NOW)
    picked = followers.picked(certain=True, supposed=True)
    sales = sorted(one.orphan.sale_id for one in picked)
    assert market.nowhere in sales
    assert len(sales) == 2
    before = any_desk.snapshot()
    sent = assign_and_repair_set(moves, followers, picked, ME, new_id())
    outcome = source.apply(sent)
    assert (outcome.applied, outcome.left_alone) == (3, ())
    after = changed(before, any_desk.snapshot())
    assert {key: value for key, value in after.items() if key[2] != _STAMP} == {
        ("inventory_client", till.id, "boutique_id"): market.limete,
        **{("inventory_vente", sale, "boutique_id"): market.limete for sale in sales},
    }
    _undo(any_desk, sent.id)
    assert {key[2] for key in changed(before, any_desk.snapshot())} == {_STAMP}


def test_where_one_sale_has_changed_meanwhile_the_terminal_stays_too(desk: Desk) -> None:
    market, source = desk.market, desk.source
    boutiques = {one.id: one for one in source.boutiques()}
    till = next(one for one in source.terminals() if one.id == market.till_nowhere)
    moves = consequences([till], market.limete, boutiques, {}, NOW)
    followers = following(source.evidence(), {till.id}, market.limete, NOW)
    picked = followers.picked(certain=True, supposed=True)
    sent = assign_and_repair_set(moves, followers, picked, ME, new_id())
    desk.execute(
        "UPDATE inventory_vente SET est_annulee = :yes WHERE id = :id", yes=True, id=market.nowhere
    )
    outcome = source.apply(sent)
    assert outcome.applied == 0
    assert {one.reason for one in outcome.left_alone} == {Reason.CANCELLED, Reason.GROUP}


def test_detaching_and_switching_off_are_journalled_and_come_back(desk: Desk) -> None:
    market, source = desk.market, desk.source
    till = next(one for one in source.terminals() if one.id == market.till_limete)
    before = desk.snapshot()
    for sent in (
        detach_set(consequences([till], None, {}, {}, NOW), ME, new_id()),
        activate_set([till], ME, new_id(), active=False),
    ):
        assert source.apply(sent).applied == 1
        entry = source.journal(EntryFilter(change_set=sent.id))[0]
        assert entry.kind is sent.kind
        _undo(desk, sent.id)
    assert {key[2] for key in changed(before, desk.snapshot())} == {_STAMP}
