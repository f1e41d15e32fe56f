"""The whole way on every engine: read, plan, apply, ask again, check, undo."""

from desktop_admin.domain.changes import new_id
from desktop_admin.domain.evidence import Confidence
from desktop_admin.domain.journal import EntryFilter, EntryState
from desktop_admin.domain.repair import Choices, plan_repair, repair_set, select
from desktop_admin.domain.undo import undo_set
from desktop_admin.sources.base import SaleFlag, SaleQuery, SaleSort
from tests.contract.bench import Desk
from tests.contract.changes import ME
from tests.contract.market import NOW


def test_the_whole_way(any_desk: Desk) -> None:
    source = any_desk.source
    source.info()
    source.merchants()
    source.boutiques()
    source.terminals()
    source.terminal_figures()
    source.boutique_figures()
    source.rejected_sales()
    ids = source.sale_ids(SaleQuery())
    for sort in SaleSort:
        ids = source.sale_ids(SaleQuery(sort=sort))
    source.sales(ids)
    source.sale_lines(ids)
    source.flag_counts(SaleQuery(text="a"))
    source.sale_ids(SaleQuery(flags=frozenset({SaleFlag.OTHER_BOUTIQUE})))
    orphans = source.health(NOW).orphans
    before = any_desk.snapshot()["inventory_vente"]
    plan = plan_repair(source.evidence())
    assert len(plan.proposals) == orphans
    chosen = select(plan, Choices(include=frozenset({Confidence.CERTAIN, Confidence.DEDUCED})))
    assert chosen
    change_set = repair_set(plan, chosen, ME, new_id())
    outcome = source.apply(change_set)
    assert (outcome.applied, outcome.left_alone) == (len(chosen), ())
    assert source.apply(change_set).repeated
    assert source.health(NOW).orphans == orphans - len(chosen)
    assert source.check_journal().fault is None
    entry = source.journal(EntryFilter())[0]
    undo = undo_set(entry, source.journal_rows(entry.change_set), ME, new_id())
    assert source.apply(undo).applied == len(chosen)
    assert source.journal(EntryFilter())[1].state is EntryState.UNDONE
    assert source.check_journal().fault is None
    assert any_desk.snapshot()["inventory_vente"] == before
