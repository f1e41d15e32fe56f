"""Sending orphans to a boutique somebody has chosen: nothing the witnesses say is kept back."""

from collections.abc import Sequence
from datetime import UTC, datetime

from desktop_admin.domain import evidence
from desktop_admin.domain.attach import (
    Agreement,
    agreement,
    attach,
    attach_set,
    orphans_among,
)
from desktop_admin.domain.changes import ChangeKind, Entity, Expectation, Field, Operator
from desktop_admin.domain.evidence import Basis, Confidence, Orphan, Verdict, Witness
from desktop_admin.domain.model import Boutique, Terminal
from desktop_admin.domain.money import Amounts
from desktop_admin.domain.repair import Caution, Plan, Policy, Proposal

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
SILENT = (
    evidence.Testimony(Witness.GOODS, Basis.NO_GOODS),
    evidence.Testimony(Witness.PLACE, Basis.NO_TERMINAL),
    evidence.Testimony(Witness.NUMBER, Basis.NO_BOUTIQUE_IN_NUMBER),
)


def orphan(id_: int, confidence: Confidence, *options: int, paid: bool = True) -> Proposal:
    sale = Orphan(id_, f"F-{id_}", NOW, NOW, 7, paid, False, "CDF", 100)
    return Proposal(sale, Verdict(confidence, options, SILENT))


def boutique(id_: int, *, active: bool = True, owner: int = 1) -> Boutique:
    return Boutique(id_, f"B{id_}", 1, "M", owner, "", "", "", active, False, True)


def plan(proposals: Sequence[Proposal]) -> Plan:
    terminal = Terminal(7, "T", "S", 1, None, None, None, True, None, "", None)
    boutiques = {1: boutique(1), 2: boutique(2, active=False, owner=2), 3: boutique(3)}
    return Plan(Policy.EVIDENCE, NOW, proposals, {7: terminal}, boutiques)


FOUND = [
    orphan(14, Confidence.BLOCKED),
    orphan(11, Confidence.CERTAIN, 1),
    orphan(12, Confidence.DEDUCED, 3, paid=False),
    orphan(13, Confidence.CONFLICT, 3, 1),
    orphan(15, Confidence.CONFLICT, 3, 2),
]


def test_every_orphan_says_what_it_thinks_of_the_target() -> None:
    assert [agreement(one, 1) for one in FOUND] == [
        Agreement.SILENT,
        Agreement.AGREES,
        Agreement.OTHER,
        Agreement.DISPUTED,
        Agreement.OTHER,
    ]


def test_those_whose_witnesses_name_another_boutique_stay_unless_wanted() -> None:
    shown = attach(plan(FOUND), orphans_among(plan(FOUND), range(11, 16)), 1)
    assert [one.orphan.sale_id for one in shown.chosen(others=False)] == [11, 13, 14]
    assert [one.orphan.sale_id for one in shown.chosen(others=True)] == [11, 12, 13, 14, 15]
    assert shown.amounts(others=False) == Amounts({"CDF": 300})
    assert shown.amounts(others=True) == Amounts({"CDF": 400})
    assert shown.others == [(3, 2)]
    assert shown.cautions == {}


def test_only_the_wanted_sales_are_looked_at() -> None:
    assert [one.orphan.sale_id for one in orphans_among(plan(FOUND), {12, 99})] == [12]


def test_a_closed_boutique_and_another_merchant_are_said() -> None:
    shown = attach(plan(FOUND), FOUND, 2)
    assert shown.cautions == {Caution.CLOSED: 5, Caution.OTHER_MERCHANT: 5}


def test_the_change_set_expects_terminal_and_cancellation_as_seen() -> None:
    made = attach_set(FOUND[:2], 3, Operator("Aline", "POSTE-1"), "id")
    assert made.kind is ChangeKind.REPAIR
    change = made.changes[0]
    assert (change.entity, change.id, change.field) == (Entity.SALE, 14, Field.BOUTIQUE)
    assert (change.before, change.after) == (None, 3)
    assert change.expects == ((Expectation.TERMINAL, 7), (Expectation.CANCELLED, 0))
    assert [group.key for group in made.groups] == ["chosen|boutique=3"]
