"""What a repair came to is told from any engine and any age of the schema, and holds against the
rows themselves."""

from desktop_admin.domain.changes import Reason, new_id
from desktop_admin.domain.evidence import Confidence
from desktop_admin.domain.journal import EntryFilter
from desktop_admin.domain.repair import Choices, plan_repair, repair_set, select
from desktop_admin.reports.repair import conclude, look_before
from tests.contract.bench import Desk
from tests.contract.changes import ME, change_set, sale_to
from tests.contract.rows import Rows


def test_the_report_holds_against_the_rows_before_and_after(any_desk: Desk) -> None:
    desk, source = any_desk, any_desk.source
    sure = frozenset({Confidence.CERTAIN, Confidence.DEDUCED})
    plan = plan_repair(source.evidence())
    selected = select(plan, Choices(sure))
    before = look_before(source, plan, selected)
    was = Rows(desk).sales
    # Somebody is quicker with one of them.
    first = selected[0].proposal.orphan.sale_id
    quicker = source.apply(change_set(sale_to(first, selected[0].target)))
    outcome = source.apply(repair_set(plan, selected, ME, new_id()))
    report = conclude(source, plan, plan.proposals, selected, before, outcome)
    now = Rows(desk).sales

    changed = {id_ for id_, sale in now.items() if sale.boutique != was[id_].boutique}
    assert {line.sale_id for line in report.changed} == changed - {first}
    assert [line.sale_id for line in report.left_alone] == [first]
    spared = report.left_alone[0].spared
    assert spared is not None
    assert spared.reason is Reason.CHANGED
    assert spared.by is not None
    last, entry = source.journal(EntryFilter())
    assert entry.change_set == quicker.change_set
    assert (spared.by.operator, spared.by.at) == (entry.operator, entry.at)
    assert report.intact
    assert report.before.sales == len(was) == len(now) == report.after.sales
    orphans = [sum(sale.boutique is None for sale in rows.values()) for rows in (was, now)]
    assert list(report.lacking) == orphans
    assert sum(one.sales for one in report.remains) == orphans[1]
    assert report.received_meanwhile == 0
    assert report.outcome.journal_hash == last.hash
    after = source.boutique_figures(*report.span or ())
    for effect in report.effects:
        taken = int(selected[0].target == effect.boutique_id)
        assert after[effect.boutique_id].sales == effect.sales_after + taken
