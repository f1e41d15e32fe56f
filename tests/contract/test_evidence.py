"""The evidence is the same on every engine, whatever its age."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from desktop_admin.domain.evidence import Basis, Confidence, Evidence
from desktop_admin.domain.repair import Plan, Policy, plan_repair
from desktop_admin.sources.base import Cancelled, Progress, Step
from desktop_admin.sources.sql import shop as server
from tests.contract.bench import Desk
from tests.contract.rows import rows_of


@pytest.fixture(scope="session")
def references(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Desk]]:
    """The market in files, newest and oldest: what the others are compared with."""
    folder: Path = tmp_path_factory.mktemp("reference")
    desks = []
    for migration in (server.NEWEST, server.OLDEST):
        path = folder / f"{migration}.sqlite3"
        path.touch()
        desks.append(Desk(f"sqlite:///{path}", migration))
    yield desks
    for desk in desks:
        desk.close()


def _comparable(evidence: Evidence) -> Mapping[str, Any]:
    return {
        "orphans": {orphan.sale_id: orphan for orphan in evidence.orphans},
        "lines": {id_: set(goods) for id_, goods in evidence.lines.items()},
        "movements": {id_: set(goods) for id_, goods in evidence.movements.items()},
        "beside": dict(evidence.beside),
        "neighbours": dict(evidence.neighbours),
        "other": {id_: set(found) for id_, found in evidence.neighbours_by_other_clock.items()},
        "named": dict(evidence.named_terminals),
        "terminals": dict(evidence.terminals),
        "boutiques": dict(evidence.boutiques),
        "assignments": dict(evidence.assignments),
    }


def _verdicts(plan: Plan) -> Mapping[int, Any]:
    return {one.orphan.sale_id: one.verdict for one in plan.proposals}


def test_the_same_rows_are_heard_alike(references: list[Desk], read_desk: Desk) -> None:
    reference = next(one for one in references if one.migration == read_desk.migration)
    expected, found = reference.source.evidence(), read_desk.source.evidence()
    for name, value in _comparable(expected).items():
        assert _comparable(found)[name] == value, name
    for policy in Policy:
        assert _verdicts(plan_repair(found, policy)) == _verdicts(plan_repair(expected, policy))


def test_every_orphan_is_heard_with_its_values(read_desk: Desk) -> None:
    rows = rows_of(read_desk)
    evidence = read_desk.source.evidence()
    orphans = {sale.id: sale for sale in rows.sales.values() if sale.boutique is None}
    assert {one.sale_id for one in evidence.orphans} == set(orphans)
    for one in evidence.orphans:
        row = orphans[one.sale_id]
        values = (row.id, row.number, row.sold, row.received, row.terminal, row.paid)
        assert tuple(one) == (*values, row.cancelled, row.currency, row.cents)
        assert (type(one.paid), type(one.cancelled), type(one.cents)) == (bool, bool, int)


def test_the_market_is_judged_as_a_person_would(newest_desk: Desk) -> None:
    desk, market = newest_desk, newest_desk.market
    verdicts = _verdicts(plan_repair(desk.source.evidence()))
    for id_ in market.orphans:
        assert (verdicts[id_].confidence, verdicts[id_].target) == (
            Confidence.CERTAIN,
            market.matete,
        )
    # Goods of Limete, and its number says so too.
    assert (verdicts[market.stray].confidence, verdicts[market.stray].target) == (
        Confidence.CERTAIN,
        market.limete,
    )
    assert verdicts[market.dollars].target == market.far
    assert verdicts[market.nowhere].confidence is Confidence.BLOCKED
    conflict, depot, loose = (verdicts[market.nowhere + step] for step in (1, 2, 3))
    assert conflict.confidence is Confidence.CONFLICT
    assert set(conflict.options) >= {market.matete, market.limete}
    assert depot.testimonies[0].basis is Basis.GOODS_OF_DEPOT
    assert market.depot not in depot.options
    assert loose.testimonies[0].basis is Basis.NO_GOODS
    assert verdicts[market.nowhere + 4].testimonies[0].basis is Basis.MOVEMENTS
    evidence = desk.source.evidence()
    assert evidence.named_terminals == {market.nowhere + 5: market.till_matete}


def test_text_is_compared_to_the_letter(desk: Desk) -> None:
    """Invoice numbers that differ by case or accents are two, whatever the collation."""
    market = desk.market
    other = desk.value("inventory_vente", "numero_facture", market.orphans[1])
    desk.execute(
        "UPDATE inventory_mouvementstock SET reference_document = :text WHERE id = 1",
        text=other.lower() if other != other.lower() else other.upper(),
    )
    evidence = desk.source.evidence()
    assert market.orphans[1] not in evidence.movements
    desk.execute("UPDATE inventory_mouvementstock SET reference_document = :text", text=other)
    assert market.orphans[1] in desk.source.evidence().movements


def test_an_empty_number_is_no_name(desk: Desk) -> None:
    """Movements without a reference are not those of a sale without a number."""
    desk.execute("UPDATE inventory_vente SET numero_facture = '' WHERE id = :id", id=20)
    desk.execute("UPDATE inventory_mouvementstock SET reference_document = ''")
    assert desk.source.evidence().movements == {}


def test_it_tells_how_far_it_is_and_can_be_stopped(read_desk: Desk) -> None:
    told: list[Progress] = []
    read_desk.source.evidence(told.append)
    assert told[-1].step is Step.READING
    assert told[-1].done == told[-1].total

    def stop(progress: Progress) -> None:
        if progress.done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        read_desk.source.evidence(stop)
    assert sa.inspect(read_desk.engine).has_table("inventory_vente")


def test_orphans_of_some_terminals_are_heard_as_among_all(read_desk: Desk) -> None:
    """Also those that only their number gives to the terminal."""
    whole = plan_repair(read_desk.source.evidence())
    named = 0
    for terminal in [*whole.terminals, 999]:
        plan = plan_repair(read_desk.source.evidence(terminals={terminal}))
        mine = [one for one in whole.proposals if whole.terminal_of(one.orphan) == terminal]
        assert _verdicts(plan) == {one.orphan.sale_id: one.verdict for one in mine}
        named += sum(one.orphan.terminal_id is None for one in plan.proposals)
    assert named == 1
    assert read_desk.source.evidence(terminals=()).orphans == []
