"""What a repair came to: the figures before and after, who was in the way, what remains."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_admin.domain.changes import (
    Change,
    ChangeKind,
    ChangeSet,
    Entity,
    Field,
    Reason,
    new_id,
)
from desktop_admin.domain.clock import frozen_clock
from desktop_admin.domain.effect import Effect
from desktop_admin.domain.journal import EntryFilter
from desktop_admin.domain.money import Amounts
from desktop_admin.domain.repair import Choices, ConflictRule, plan_repair, repair_set, select
from desktop_admin.domain.stray import StraySelected, stray_set
from desktop_admin.domain.traces import plan_strays
from desktop_admin.reports import outcome
from desktop_admin.reports.findings import Foreign, Remaining, Remains
from desktop_admin.reports.repair import conclude, look_before
from desktop_admin.sources.base import Tally
from desktop_admin.sources.sql.source import open_sql
from desktop_admin.wording.words import Words
from tests.reports.bench import MANAGER, NOW, OTHER, Bench, bench_in, repaired

ENGLISH = Words("en")


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with bench_in(tmp_path) as made:
        yield made


def test_it_tells_what_was_there_before_and_after(bench: Bench) -> None:
    report = repaired(bench)
    total = Amounts({"CDF": 15_000_00 + 1_500_00 + 3_000_00 + 1_500_00 + 3_000_00 + 700_00})
    total += Amounts({"USD": 12_00 + 5_00})
    assert report.before == Tally(8, 5, 0, total, 8)
    assert report.after == Tally(8, 2, 0, total, 8)
    assert (report.intact, report.lacking, report.received_meanwhile) == (True, (5, 2), 0)
    assert (report.operator, report.workstation, report.at) == ("g.mbuyi", "CAISSE-1", NOW)
    entry = bench.source.journal(EntryFilter(change_set=report.outcome.change_set))[0]
    assert report.outcome.journal_hash == entry.hash


def test_the_effect_is_that_of_the_days_concerned_per_boutique_and_currency(bench: Bench) -> None:
    report = repaired(bench)
    assert report.effects == [
        Effect(
            bench.gombe,
            sales_before=2,
            sales=3,
            before=Amounts({"CDF": 15_000_00, "USD": 5_00}),
            added=Amounts({"CDF": 3_000_00, "USD": 12_00}),
        )
    ]
    assert report.amounts == Amounts({"CDF": 3_000_00, "USD": 12_00})
    figures = bench.source.boutique_figures(*report.span or ())[bench.gombe]
    assert (figures.sales, figures.amounts) == (5, report.effects[0].after)
    assert outcome.headline(report, ENGLISH) == (
        "3 sales attached to 1 boutique, 3,000.00\u00a0CDF and 12.00\u00a0USD"
    )


def test_what_remains_is_told_by_cause_with_its_terminals(bench: Bench) -> None:
    assert repaired(bench).remains == [
        Remaining(Remains.CONFLICT, 1, Amounts({"CDF": 3_000_00}), (bench.till,)),
        Remaining(Remains.TERMINAL_WITHOUT_BOUTIQUE, 1, Amounts({"CDF": 700_00}), (bench.lost,)),
    ]


def test_who_changed_a_sale_meanwhile_is_told_where_the_journal_knows(bench: Bench) -> None:
    def meanwhile() -> None:
        change = Change(Entity.SALE, bench.certain[0], Field.BOUTIQUE, None, bench.limete)
        bench.source.apply(ChangeSet(new_id(), ChangeKind.REPAIR, OTHER, [change]))
        bench.execute(
            "UPDATE inventory_vente SET boutique_id = :at WHERE id = :id",
            at=bench.limete,
            id=bench.certain[1],
        )

    report = repaired(bench, meanwhile)
    by_id = {line.sale_id: line.spared for line in report.left_alone}
    first, second = by_id[bench.certain[0]], by_id[bench.certain[1]]
    assert first is not None
    assert second is not None
    assert (first.reason, first.by) == (
        Reason.CHANGED,
        Foreign("a.ilunga", "BUREAU", NOW, bench.limete),
    )
    assert (second.reason, second.by) == (Reason.CHANGED, None)
    assert outcome.why(report, first, ENGLISH) == ("a.ilunga gave it to Limete on 2026-11-22 12:00")
    assert outcome.why(report, second, ENGLISH) == "changed meanwhile by somebody else"
    assert [line.sale_id for line in report.changed] == [bench.certain[2]]
    # Both are orphans no longer, and so nothing that remains.
    assert sum(one.sales for one in report.remains) == report.lacking[1] == 2
    assert report.amounts == Amounts()


def test_an_earlier_change_that_does_not_explain_it_is_not_blamed(bench: Bench) -> None:
    """Repaired and taken back before the analysis: by the journal, the sale is an orphan."""
    change = Change(Entity.SALE, bench.certain[0], Field.BOUTIQUE, None, bench.limete)
    back = change._replace(before=bench.limete, after=None)
    for one in (change, back):
        bench.source.apply(ChangeSet(new_id(), ChangeKind.REPAIR, OTHER, [one]))

    def meanwhile() -> None:
        bench.execute(
            "UPDATE inventory_vente SET boutique_id = :at WHERE id = :id",
            at=bench.limete,
            id=bench.certain[0],
        )

    spared = repaired(bench, meanwhile).left_alone[0].spared
    assert spared is not None
    assert (spared.reason, spared.by) == (Reason.CHANGED, None)


def test_a_terminal_that_was_moved_by_us_is_told_with_its_mover(bench: Bench) -> None:
    def meanwhile() -> None:
        change = Change(Entity.TERMINAL, bench.till, Field.BOUTIQUE, bench.gombe, bench.limete)
        bench.source.apply(ChangeSet(new_id(), ChangeKind.ASSIGN, OTHER, [change]))

    report = repaired(bench, meanwhile)
    assert report.outcome.applied == 0
    assert outcome.headline(report, ENGLISH) == "Nothing was changed"
    assert outcome.meaning(report, ENGLISH) == (
        "Everything that was asked for had changed meanwhile, and was left as it is."
    )
    assert {line.spared.reason for line in report.left_alone if line.spared} == {
        Reason.TERMINAL_MOVED
    }
    assert {line.spared.by for line in report.left_alone if line.spared} == {
        Foreign("a.ilunga", "BUREAU", NOW, bench.limete)
    }
    # Orphans they still are.
    assert report.remains[0] == Remaining(
        Remains.LEFT_ALONE, 3, Amounts({"CDF": 3_000_00, "USD": 12_00}), (bench.till,)
    )
    assert report.not_refreshed == ()


def test_sales_received_meanwhile_are_counted_and_kept_out_of_the_comparison(bench: Bench) -> None:
    report = repaired(bench, lambda: bench.receive(2))
    assert report.received_meanwhile == 2
    assert (report.before.sales, report.after.sales, report.intact) == (8, 8, True)
    assert report.lacking == (5, 2)
    notes = outcome.notes(report, ENGLISH)
    assert notes == ["2 sales were received meanwhile; they are not among these figures."]


def test_a_total_that_others_changed_is_said_plainly_with_the_difference(bench: Bench) -> None:
    def meanwhile() -> None:
        bench.execute("DELETE FROM inventory_vente WHERE id = :id", id=bench.blocked)

    report = repaired(bench, meanwhile)
    assert not report.intact
    assert report.difference == (-1, Amounts({"CDF": -700_00}))
    assert outcome.check_title(report, ENGLISH) == "the total differs"
    assert outcome.check(report, ENGLISH).startswith(
        "8 sales before, 7 after: -1 sales and -700.00\u00a0CDF. Others work meanwhile"
    )
    # The analysis still counts it.
    assert report.dealt_with_elsewhere == 1


def test_orphans_the_analysis_did_not_know_remain_as_such(bench: Bench) -> None:
    def meanwhile() -> None:
        bench.execute("UPDATE inventory_vente SET boutique_id = NULL WHERE id = 1")

    report = repaired(bench, meanwhile)
    assert report.remains[-1] == Remaining(Remains.SINCE, 1, Amounts())
    assert sum(one.sales for one in report.remains) == report.lacking[1] == 3


def test_stored_figures_of_the_server_are_told_only_where_they_are(bench: Bench) -> None:
    assert not any("stored figures" in note for note in outcome.notes(repaired(bench), ENGLISH))
    bench.execute("CREATE TABLE inventory_bilangeneral (id INTEGER)")
    bench.execute("UPDATE inventory_vente SET boutique_id = NULL WHERE id = 3")
    bench.source.close()
    bench.source = open_sql(bench.url, clock=frozen_clock(NOW))
    plan = plan_repair(bench.source.evidence())
    selected = select(plan, Choices(conflicts=ConflictRule.STRONGEST))
    before = look_before(bench.source, plan, selected)
    found = bench.source.apply(repair_set(plan, selected, MANAGER, new_id()))
    report = conclude(bench.source, plan, plan.proposals, selected, before, found)
    assert report.not_refreshed == ("inventory_bilangeneral",)
    assert any("stored figures" in note for note in outcome.notes(report, ENGLISH))


def test_sales_that_get_their_terminal_have_no_effect_on_revenue(bench: Bench) -> None:
    bench.execute(
        "UPDATE inventory_vente SET client_maui_id = NULL, numero_facture = 'SN-1-' ||"
        " '20261121110100000-0000000a' WHERE id = 1"
    )
    plan = plan_strays(bench.source.strays())
    selected = [
        StraySelected(one, one.verdict.options[0]) for one in plan.proposals if one.verdict.options
    ]
    assert [one.target for one in selected] == [bench.till]
    before = look_before(bench.source, plan, selected)
    found = bench.source.apply(stray_set(plan, selected, MANAGER, new_id()))
    report = conclude(bench.source, plan, plan.proposals, selected, before, found)
    assert (report.field, report.effects, report.lacking) == (Field.TERMINAL, (), (1, 0))
    assert (report.intact, report.before.orphans, report.after.orphans) == (True, 5, 5)
    assert outcome.headline(report, ENGLISH) == (
        "1 sale got its terminal (1 terminal), 15,000.00\u00a0CDF"
    )
    assert outcome.meaning(report, ENGLISH) == "The revenue of the boutiques stays as it is."
    assert outcome.remains_title(report, ENGLISH) == "No sale without terminal remains"
