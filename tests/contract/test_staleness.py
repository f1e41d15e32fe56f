"""What a plan relies on is read again cheaply, and tells what moved."""

from desktop_admin.domain.repair import plan_repair
from desktop_admin.domain.staleness import Mark, Moved, moved_since
from desktop_admin.domain.traces import plan_strays
from tests.contract.bench import Desk
from tests.contract.changes import attach, change_set, sale_of, till_to
from tests.contract.rows import rows_of


def test_it_reads_what_is_there(read_desk: Desk) -> None:
    rows = rows_of(read_desk)
    orphans, strays = read_desk.source.orphans_now(), read_desk.source.strays_now()
    sales = rows.sales.values()
    assert orphans.sales == {
        one.id: Mark(one.terminal, one.cancelled) for one in sales if one.boutique is None
    }
    assert strays.sales == {
        one.id: Mark(one.boutique, one.cancelled) for one in sales if one.terminal is None
    }
    assert orphans.terminals == {id_: row["boutique_id"] for id_, row in rows.terminals.items()}
    assert orphans.boutiques == strays.boutiques
    assert {type(one.cancelled) for one in orphans.sales.values()} == {bool}


def test_nothing_has_moved_right_after_a_plan(read_desk: Desk) -> None:
    source = read_desk.source
    assert moved_since(plan_repair(source.evidence()), source.orphans_now()) == Moved()
    assert moved_since(plan_strays(source.strays()), source.strays_now()) == Moved()


def test_what_others_do_meanwhile_is_told(any_desk: Desk) -> None:
    source, market = any_desk.source, any_desk.market
    plan, strays = plan_repair(source.evidence()), plan_strays(source.strays())
    source.apply(attach(any_desk))
    source.apply(change_set(till_to(market.till_matete, market.limete, before=market.matete)))
    source.apply(change_set(sale_of(market.stray, market.till_limete)))
    any_desk.execute(
        "UPDATE inventory_boutique SET est_active = :no WHERE id = :id", no=False, id=market.limete
    )
    any_desk.execute(
        "UPDATE inventory_vente SET boutique_id = NULL WHERE id = :id", id=market.attributed
    )
    moved = moved_since(plan, source.orphans_now())
    assert moved == Moved(
        gone=frozenset({*market.orphans, market.stray}),
        new=1,
        terminals=frozenset({market.till_matete}),
        boutiques=frozenset({market.limete}),
    )
    assert moved_since(strays, source.strays_now()).gone == {market.stray}


def test_an_orphan_cancelled_meanwhile_is_told(desk: Desk) -> None:
    plan = plan_repair(desk.source.evidence())
    first = desk.market.orphans[0]
    desk.execute("UPDATE inventory_vente SET est_annulee = :yes WHERE id = :id", yes=True, id=first)
    assert moved_since(plan, desk.source.orphans_now()) == Moved(gone=frozenset({first}))
