"""A change: judged inside, on the rows as they are; what cannot be made is left alone."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
import sqlalchemy as sa

from desktop_admin.domain.changes import (
    Change,
    ChangeSet,
    Expectation,
    Group,
    Reason,
    new_id,
)
from desktop_admin.domain.evidence import Confidence
from desktop_admin.domain.journal import EntryFilter
from desktop_admin.domain.repair import Choices, ConflictRule, plan_repair, repair_set, select
from desktop_admin.sources.base import Cancelled, Conflict, Progress, Step
from desktop_admin.sources.sql import shop as server
from tests.contract.bench import Desk, changed, without_references
from tests.contract.changes import (
    ME,
    attach,
    change_set,
    sale_of,
    sale_to,
    till_active,
    till_to,
)
from tests.contract.market import NOW, Market
from tests.contract.rows import Rows

_GONE = 9_999
_TILL = "inventory_client"
_SALE = "inventory_vente"

#: A change that no guard lets through, and why.
GUARDED: dict[str, tuple[Callable[[Market], Change], Reason]] = {
    "till to depot": (lambda m: till_to(m.till_nowhere, m.depot), Reason.DEPOT),
    "till to nothing": (lambda m: till_to(m.till_nowhere, _GONE), Reason.NO_BOUTIQUE),
    "till to closed": (lambda m: till_to(m.till_nowhere, m.closed), Reason.CLOSED),
    "till abroad": (lambda m: till_to(m.till_nowhere, m.far), Reason.OTHER_MERCHANT),
    "no till": (lambda m: till_to(_GONE, m.matete), Reason.GONE),
    "till moved": (lambda m: till_to(m.till_matete, m.limete), Reason.CHANGED),
    "till awake": (lambda m: till_active(m.till_matete, False, True), Reason.CHANGED),
    "no till to wake": (lambda m: till_active(_GONE, False, True), Reason.GONE),
    "sale to depot": (lambda m: sale_to(m.orphans[0], m.depot), Reason.DEPOT),
    "sale to nothing": (lambda m: sale_to(m.orphans[0], _GONE), Reason.NO_BOUTIQUE),
    "no sale": (lambda m: sale_to(_GONE, m.matete), Reason.GONE),
    "sale attached": (lambda m: sale_to(m.attributed, m.matete), Reason.CHANGED),
    "sale of no till": (lambda m: sale_of(m.stray, _GONE), Reason.NO_TERMINAL),
    "sale of a till": (lambda m: sale_of(m.orphans[0], 2), Reason.CHANGED),
    "other till": (
        lambda m: sale_to(m.orphans[0], m.matete, expects=((Expectation.TERMINAL, 2),)),
        Reason.TERMINAL_CHANGED,
    ),
    "a till since": (
        lambda m: sale_to(m.orphans[0], m.matete, expects=((Expectation.TERMINAL, None),)),
        Reason.TERMINAL_CHANGED,
    ),
    "cancelled": (
        lambda m: sale_to(m.cancelled, m.matete, expects=((Expectation.CANCELLED, 0),)),
        Reason.CANCELLED,
    ),
    "till elsewhere": (
        lambda m: sale_to(
            m.orphans[0], m.matete, expects=((Expectation.TERMINAL_BOUTIQUE, m.limete),)
        ),
        Reason.TERMINAL_MOVED,
    ),
    "till nowhere": (
        lambda m: sale_to(m.orphans[0], m.matete, expects=((Expectation.TERMINAL_BOUTIQUE, None),)),
        Reason.TERMINAL_MOVED,
    ),
}


def test_the_guards_stand_inside_and_the_rest_is_done(desk: Desk) -> None:
    market = desk.market
    for name, (make, reason) in GUARDED.items():
        # Two of each kind that pass, around the one that does not.
        passing = (sale_to(market.stray, market.limete), till_to(market.till_asleep, None, 3))
        sent = change_set(passing[0], make(market), passing[1])
        before = desk.snapshot()
        outcome = desk.source.apply(sent)
        assert outcome.applied == 2, name
        assert [(one.ordinal, one.change, one.reason) for one in outcome.left_alone] == [
            (1, sent.changes[1], reason)
        ], name
        assert changed(before, desk.snapshot()) == {
            (_SALE, market.stray, "boutique_id"): market.limete,
            (_TILL, market.till_asleep, "boutique_id"): None,
            (_TILL, market.till_asleep, "date_mise_a_jour"): _stored(desk),
        }, name
        desk.put_back()


def _stored(desk: Desk) -> Any:
    """NOW as the driver gives it."""
    if desk.engine.dialect.name == "sqlite":
        return NOW.replace(tzinfo=None).isoformat(" ")
    return NOW if desk.engine.dialect.name == "postgresql" else NOW.replace(tzinfo=None)


def test_every_listed_field_changes_and_nothing_else(any_desk: Desk) -> None:
    market = any_desk.market
    sent = change_set(
        till_to(market.till_nowhere, market.matete),
        till_to(market.till_limete, None, market.limete),
        till_active(market.till_matete, True, False),
        till_active(market.till_asleep, False, True),
        till_to(market.till_asleep, market.matete, market.limete),
        sale_to(market.orphans[0], market.matete),
        sale_to(market.attributed, None, market.matete),
        # It has closed since, and the sale was made there.
        sale_to(market.orphans[1], market.closed),
        sale_of(market.stray, market.till_far),
        sale_of(market.orphans[2], None, market.till_matete),
        sale_to(market.orphans[2], market.far),
    )
    before = any_desk.snapshot()
    outcome = any_desk.source.apply(sent)
    assert (outcome.applied, outcome.left_alone) == (len(sent.changes), ())
    now = _stored(any_desk)
    tills = (market.till_nowhere, market.till_limete, market.till_matete, market.till_asleep)
    # True and 1, False and 0 are equal, so every driver is content.
    assert changed(before, any_desk.snapshot()) == {
        (_TILL, market.till_nowhere, "boutique_id"): market.matete,
        (_TILL, market.till_limete, "boutique_id"): None,
        (_TILL, market.till_matete, "est_actif"): False,
        (_TILL, market.till_asleep, "est_actif"): True,
        (_TILL, market.till_asleep, "boutique_id"): market.matete,
        **{(_TILL, till, "date_mise_a_jour"): now for till in tills},
        (_SALE, market.orphans[0], "boutique_id"): market.matete,
        (_SALE, market.attributed, "boutique_id"): None,
        (_SALE, market.orphans[1], "boutique_id"): market.closed,
        (_SALE, market.stray, "client_maui_id"): market.till_far,
        (_SALE, market.orphans[2], "client_maui_id"): None,
        (_SALE, market.orphans[2], "boutique_id"): market.far,
    }
    rows = any_desk.source.journal_rows(sent.id)
    assert [(row.entity, row.id, row.field, row.before, row.after) for row in rows] == [
        (one.entity, one.id, one.field, one.before, one.after) for one in sent.changes
    ]


def test_another_merchants_boutique_only_where_confirmed(desk: Desk) -> None:
    market = desk.market
    sent = change_set(till_to(market.till_nowhere, market.far))
    refused = desk.source.apply(sent)
    assert refused.left_alone[0].reason is Reason.OTHER_MERCHANT
    confirmed = replace(sent, id=new_id(), other_merchant_confirmed=True)
    assert desk.source.apply(confirmed).applied == 1
    # The word counts for the merchant, not for the rest.
    for boutique, reason in ((market.depot, Reason.DEPOT), (market.closed, Reason.CLOSED)):
        sent = change_set(
            till_to(market.till_matete, boutique, market.matete), other_merchant_confirmed=True
        )
        assert desk.source.apply(sent).left_alone[0].reason is reason


def _planned(desk: Desk) -> ChangeSet:
    """The market's plan, all of it."""
    plan = plan_repair(desk.source.evidence())
    choices = Choices(frozenset({Confidence.CERTAIN, Confidence.DEDUCED}), ConflictRule.STRONGEST)
    return repair_set(plan, select(plan, choices), ME, new_id())


def _disturb(desk: Desk, statement: str, **values: Any) -> None:
    with desk.engine.connect() as connection, without_references(connection):
        for part in statement.split(";"):
            for name, value in values.items():
                part = part.replace(f":{name}", str(value))
            connection.exec_driver_sql(part)
        connection.commit()


#: What somebody does between the plan and its application, and what is then said of a sale.
DISTURBED: dict[str, tuple[str, Reason]] = {
    "attached by somebody else": (
        "UPDATE inventory_vente SET boutique_id = 3 WHERE id = :sale",
        Reason.CHANGED,
    ),
    "attached to the same": (
        "UPDATE inventory_vente SET boutique_id = 2 WHERE id = :sale",
        Reason.CHANGED,
    ),
    "its terminal changed": (
        "UPDATE inventory_vente SET client_maui_id = 2 WHERE id = :sale",
        Reason.TERMINAL_CHANGED,
    ),
    "its terminal taken away": (
        "UPDATE inventory_vente SET client_maui_id = NULL WHERE id = :sale",
        Reason.TERMINAL_CHANGED,
    ),
    "deleted": (
        (
            "DELETE FROM inventory_lignevente WHERE vente_id = :sale;"
            "DELETE FROM inventory_vente WHERE id = :sale"
        ),
        Reason.GONE,
    ),
    "terminal reassigned": (
        "UPDATE inventory_client SET boutique_id = 3 WHERE id = :till",
        Reason.TERMINAL_MOVED,
    ),
    "terminal deleted": ("DELETE FROM inventory_client WHERE id = :till", Reason.TERMINAL_MOVED),
    "boutique deleted": ("DELETE FROM inventory_boutique WHERE id = 2", Reason.NO_BOUTIQUE),
}


@pytest.mark.parametrize("what", DISTURBED)
def test_what_no_longer_holds_is_left_alone_and_reported(any_desk: Desk, what: str) -> None:
    market = any_desk.market
    statement, reason = DISTURBED[what]
    sent = _planned(any_desk)
    assert sent.changes
    sale = market.orphans[0]
    _disturb(any_desk, statement, sale=sale, till=market.till_matete)
    before = any_desk.snapshot()
    outcome = any_desk.source.apply(sent)
    reasons = {one.change.id: one.reason for one in outcome.left_alone}
    assert reasons[sale] is reason
    assert set(reasons.values()) == {reason}
    assert outcome.applied == len(sent.changes) - len(reasons)
    assert outcome.applied > 0
    expected = {
        (_SALE, one.id, "boutique_id"): one.after for one in sent.changes if one.id not in reasons
    }
    assert changed(before, any_desk.snapshot()) == expected
    assert any_desk.source.check_journal().fault is None
    again = any_desk.source.apply(sent)
    assert again == replace(outcome, repeated=True)


def test_a_sale_cancelled_meanwhile_is_left_alone(desk: Desk) -> None:
    sent = _planned(desk)
    sale = desk.market.orphans[0]
    true = "TRUE" if desk.engine.dialect.name == "postgresql" else "1"
    desk.execute(f"UPDATE inventory_vente SET est_annulee = {true} WHERE id = :id", id=sale)
    outcome = desk.source.apply(sent)
    assert [(one.change.id, one.reason) for one in outcome.left_alone] == [(sale, Reason.CANCELLED)]


def test_a_boutique_that_became_a_depot_or_closed_meanwhile(desk: Desk) -> None:
    true, false = ("TRUE", "FALSE") if desk.engine.dialect.name == "postgresql" else ("1", "0")
    sent = _planned(desk)
    desk.execute(f"UPDATE inventory_boutique SET est_active = {false} WHERE id = 2")
    desk.execute(f"UPDATE inventory_boutique SET est_depot = {true} WHERE id = 3")
    outcome = desk.source.apply(sent)
    assert {one.change.after for one in outcome.left_alone} == {3}
    assert {one.reason for one in outcome.left_alone} == {Reason.DEPOT}
    assert desk.value(_SALE, "boutique_id", desk.market.orphans[0]) == 2


def test_groups_go_whole_or_not_at_all(desk: Desk) -> None:
    market = desk.market
    groups = (Group("terminal=3", whole=True), Group("terminal=1"), Group("stray", whole=True))
    sent = change_set(
        till_to(market.till_nowhere, market.matete, group=0),
        sale_to(market.nowhere, market.matete, group=0),
        sale_to(market.attributed, market.limete, None, group=0),
        sale_to(market.orphans[0], market.matete, group=1),
        sale_to(market.orphans[1], market.depot, group=1),
        sale_of(market.stray, market.till_limete, group=2),
        sale_to(market.stray, market.limete, group=2),
        groups=groups,
    )
    outcome = desk.source.apply(sent)
    assert [(one.ordinal, one.reason) for one in outcome.left_alone] == [
        (0, Reason.GROUP),
        (1, Reason.GROUP),
        (2, Reason.CHANGED),
        (4, Reason.DEPOT),
    ]
    assert outcome.applied == 3
    assert desk.value(_TILL, "boutique_id", market.till_nowhere) is None
    assert desk.value(_SALE, "client_maui_id", market.stray) == market.till_limete
    entry = desk.source.journal(EntryFilter())[0]
    assert entry.groups == groups
    assert [row.group for row in desk.source.journal_rows(sent.id)] == [1, 2, 2]


def test_the_same_set_is_applied_once(any_desk: Desk) -> None:
    sent = replace(attach(any_desk), title="Réparation du matin")
    first = any_desk.source.apply(sent)
    after = any_desk.snapshot()
    assert not first.repeated
    for source in (any_desk.source, any_desk.open()):
        assert source.apply(sent) == replace(first, repeated=True)
        assert source.outcome(sent.id) == replace(first, repeated=True)
    assert any_desk.snapshot() == after
    assert any_desk.source.outcome(new_id()) is None
    for other in (
        replace(sent, title="Autre chose"),
        replace(sent, changes=sent.changes[:-1]),
        replace(sent, other_merchant_confirmed=True),
    ):
        with pytest.raises(Conflict):
            any_desk.source.apply(other)
    assert any_desk.snapshot() == after
    source.close()


def test_nothing_to_do_is_done_and_noted(desk: Desk) -> None:
    before = Rows(desk).tables
    outcome = desk.source.apply(change_set())
    assert (outcome.applied, outcome.left_alone) == (0, ())
    outcome = desk.source.apply(change_set(sale_to(_GONE, 2)))
    assert (outcome.applied, len(outcome.left_alone)) == (0, 1)
    assert Rows(desk).tables == before
    assert desk.source.check_journal().fault is None


@pytest.mark.parametrize("step", [Step.STAGING, Step.CHECKING, Step.WRITING, Step.COMMITTING])
def test_cancelling_changes_nothing(desk: Desk, step: Step) -> None:
    told: list[Step] = []

    def stop(progress: Progress) -> None:
        told.append(progress.step)
        if progress.step is step:
            raise Cancelled

    before = desk.snapshot()
    sent = attach(desk)
    with pytest.raises(Cancelled):
        desk.source.apply(sent, stop)
    assert told[-1] is step
    assert desk.snapshot() == before
    assert desk.source.outcome(sent.id) is None
    assert desk.source.apply(sent).applied == len(sent.changes)


def test_the_oldest_schema_tells_a_depot_by_its_trade(oldest_desk: Desk) -> None:
    assert oldest_desk.migration == server.OLDEST
    depots = {boutique.id for boutique in oldest_desk.source.boutiques() if boutique.depot}
    with oldest_desk.source._engine.connect() as connection:
        trades = sa.text("SELECT id FROM inventory_boutique WHERE type_commerce = 'DEPOT'")
        assert depots == set(connection.execute(trades).scalars()) != set()
