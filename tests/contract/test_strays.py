"""Sales without terminal: the same is heard of them on every engine, whatever its age, and they
get their terminals through the one door."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from desktop_admin.domain.changes import ChangeSet, Reason, new_id
from desktop_admin.domain.evidence import Confidence
from desktop_admin.domain.journal import EntryFilter
from desktop_admin.domain.stray import (
    Seller,
    Sighting,
    Stray,
    StrayBasis,
    StrayEvidence,
    StrayPlan,
    StraySelected,
    StrayVerdict,
    stray_set,
)
from desktop_admin.domain.traces import plan_strays
from desktop_admin.domain.undo import undo_set
from desktop_admin.sources.base import Cancelled, Progress, SaleFlag, SaleQuery
from desktop_admin.sources.sql import shop as server
from tests.contract.bench import Desk, changed
from tests.contract.changes import ME, change_set, sale_to, till_to
from tests.shops import NOON, Shop

_DAY = timedelta(days=1)
_HERE, _BOTH, _ELSEWHERE, _GONE = 500, 501, 502, 999_999
_TILL, _FIRST, _SECOND, _OTHER = 600, 601, 602, 603
_SERIAL, _IN_BROWSER, _ADDRESS, _PLAIN, _DISPUTED, _SHARED, _ORPHAN, _LOST, _DELETED = range(
    7001, 7010
)
_MINE, _THEIRS, _ROUTER = "10.24.5.17", "41.243.7.9", "2001:db8::7"


def _number(serial: str, id_: int) -> str:
    return f"{serial}-20261121120000123-{id_:08x}"


def _open_shop(desk: Desk) -> None:
    """A boutique with one terminal, one with two, and sales that lost theirs."""
    with desk.engine.begin() as connection:
        shop = Shop(connection, server.schema(desk.migration), desk.migration)
        for id_ in (_HERE, _BOTH, _ELSEWHERE):
            shop.boutique(id=id_, merchant=desk.market.kin)
        for id_, boutique, address in (
            (_TILL, _HERE, _MINE),
            (_FIRST, _BOTH, _ROUTER),
            (_SECOND, _BOTH, _ROUTER),
            (_OTHER, _ELSEWHERE, None),
        ):
            shop.terminal(
                f"SN-{id_}", id=id_, boutique=boutique, owner=1, derniere_adresse_ip=address
            )
        shop.sale(id=7000, terminal=_TILL, boutique=_HERE, sold=NOON - _DAY)
        _lose(shop)
        shop.sale(id=7100, terminal=_TILL, boutique=_HERE, sold=NOON + _DAY)
    for id_, till, address in ((400, _TILL, _MINE), (401, _OTHER, _THEIRS)):
        _log_in(desk, id_, till, address)


def _lose(shop: Shop) -> None:
    for id_, serial, boutique, address in (
        (_SERIAL, "SN-600", _HERE, _MINE),
        (_IN_BROWSER, "WEB", _HERE, _MINE),
        (_ADDRESS, None, None, _MINE),
        (_PLAIN, None, _HERE, None),
        (_DISPUTED, "SN-600", _HERE, _THEIRS),
        (_SHARED, None, _BOTH, _ROUTER),
        (_DELETED, "sn-600", _HERE, _MINE),
        (_ORPHAN, "SN-603", None, None),
        (_LOST, None, None, "127.0.0.1"),
    ):
        shop.sale(
            id=id_,
            boutique=boutique,
            sold=NOON + timedelta(minutes=id_ - 7000),
            number=_number(serial, id_) if serial else f"FAC-{id_}",
            adresse_ip_client=address,
            cancelled=id_ == _PLAIN,
        )


def _log_in(desk: Desk, id_: int, till: int, address: str) -> None:
    desk.insert(
        "inventory_sessionclientmaui",
        id=id_,
        client_id=till,
        adresse_ip=address,
        date_debut=NOON - timedelta(hours=2),
        date_fin=NOON + timedelta(hours=2),
        est_active=False,
        token_session=f"secret-{id_}",
        user_agent="",
        version_app="1.4.2",
    )


@pytest.fixture
def stand(any_desk: Desk) -> Iterator[Desk]:
    """The market with that shop, on the newest and the oldest schema."""
    _open_shop(any_desk)
    yield any_desk
    with any_desk.engine.begin() as connection:
        # Before the rest is put back: these point to what is not there any more then.
        connection.execute(sa.text("DELETE FROM inventory_sessionclientmaui WHERE id >= 400"))


def _plan(desk: Desk) -> StrayPlan:
    return plan_strays(desk.source.strays())


def _verdicts(plan: StrayPlan) -> Mapping[int, StrayVerdict]:
    return {one.orphan.sale_id: one.verdict for one in plan.proposals}


def _told(verdict: StrayVerdict) -> tuple[Any, ...]:
    return verdict.confidence, verdict.options, *(one.basis for one in verdict.testimonies)


def _set(plan: StrayPlan, **targets: int) -> ChangeSet:
    """What is certain, or other sales by their ids: `s7004=600`."""
    wanted = {int(name[1:]): till for name, till in targets.items()}
    chosen = [
        StraySelected(one, target)
        for one in plan.proposals
        if (target := wanted.get(one.orphan.sale_id)) is not None
        or (
            (not targets and one.verdict.confidence is Confidence.CERTAIN)
            and (target := one.verdict.target) is not None
        )
    ]
    return stray_set(plan, chosen, ME, new_id())


def test_every_sale_without_terminal_is_heard_with_its_values(stand: Desk) -> None:
    found = stand.source.strays()
    query = SaleQuery(flags=frozenset({SaleFlag.WITHOUT_TERMINAL}))
    sales = {sale.id: sale for sale in stand.source.sales(stand.source.sale_ids(query)) if sale}
    addresses = dict(stand.execute("SELECT id, adresse_ip_client FROM inventory_vente"))
    assert {one.sale_id for one in found.strays} == sales.keys()
    for one in found.strays:
        sale, address = sales[one.sale_id], addresses[one.sale_id]
        assert one == Stray(
            *(sale.id, sale.number, sale.sold_at, sale.received_at, None, sale.boutique_id),
            *(sale.paid, sale.cancelled, sale.currency, sale.cents),
            "" if address is None else str(address).strip(),
        )
        assert (type(one.paid), type(one.cancelled), type(one.address)) == (bool, bool, str)


def test_who_was_seen_where_is_gathered_without_a_secret(stand: Desk) -> None:
    found: StrayEvidence = stand.source.strays()
    login = (NOON - timedelta(hours=2), NOON + timedelta(hours=2))
    assert {address: sorted(seen, key=str) for address, seen in found.sightings.items()} == {
        _MINE: sorted([Sighting(_TILL), Sighting(_TILL, *login)], key=str),
        _THEIRS: [Sighting(_OTHER, *login)],
        _ROUTER: [Sighting(_FIRST), Sighting(_SECOND)],
    }
    assert found.sellers[_HERE] == [Seller(_TILL, NOON - _DAY, NOON + _DAY)]
    assert _TILL in found.installed
    assert "secret" not in repr(found)


def test_each_is_judged_as_a_person_would(stand: Desk) -> None:
    verdicts = _verdicts(_plan(stand))
    basis, sure = StrayBasis, Confidence
    assert {id_: _told(verdicts[id_]) for id_ in range(_SERIAL, _DELETED + 1)} == {
        _SERIAL: (sure.CERTAIN, (_TILL,), basis.SERIAL, basis.SESSION, basis.ONLY_SELLER),
        _IN_BROWSER: (
            *(sure.BLOCKED, (), basis.MADE_IN_BROWSER),
            *(basis.NOT_BY_TERMINAL, basis.NOT_BY_TERMINAL),
        ),
        _ADDRESS: (sure.DEDUCED, (_TILL,), basis.NO_SERIAL, basis.SESSION, basis.NO_BOUTIQUE),
        _PLAIN: (sure.DEDUCED, (_TILL,), basis.NO_SERIAL, basis.NO_ADDRESS, basis.ONLY_SELLER),
        _DISPUTED: (sure.CERTAIN, (_TILL,), basis.SERIAL, basis.SESSION, basis.ONLY_SELLER),
        _SHARED: (
            *(sure.BLOCKED, (), basis.NO_SERIAL),
            *(basis.SHARED_ADDRESS, basis.SEVERAL_TERMINALS),
        ),
        _DELETED: (
            *(sure.BLOCKED, (), basis.UNKNOWN_SERIAL),
            *(basis.NOT_BY_TERMINAL, basis.NOT_BY_TERMINAL),
        ),
        _ORPHAN: (sure.DEDUCED, (_OTHER,), basis.SERIAL, basis.NO_ADDRESS, basis.NO_BOUTIQUE),
        _LOST: (sure.BLOCKED, (), basis.NO_SERIAL, basis.OWN_ADDRESS, basis.NO_BOUTIQUE),
    }
    # The terminal of that address belongs elsewhere; there is another in the sale's boutique.
    assert verdicts[_DISPUTED].testimonies[1].terminals == (_OTHER,)
    assert verdicts[_DISPUTED].testimonies[1].weak
    # The old way of the market: its number has a serial, and nothing else speaks.
    assert sum(one.confidence is sure.CERTAIN for one in verdicts.values()) == 2


def test_what_is_certain_gets_its_terminal_and_nothing_else_changes(stand: Desk) -> None:
    plan, before = _plan(stand), stand.snapshot()
    made = _set(plan)
    outcome = stand.source.apply(made)
    assert (outcome.applied, outcome.left_alone) == (2, ())
    assert changed(before, stand.snapshot()) == {
        ("inventory_vente", id_, "client_maui_id"): _TILL for id_ in (_SERIAL, _DISPUTED)
    }
    assert {_SERIAL, _DISPUTED}.isdisjoint(_verdicts(_plan(stand)))


def test_it_is_taken_back_like_everything_else(stand: Desk) -> None:
    before = stand.snapshot()
    made = _set(_plan(stand))
    stand.source.apply(made)
    [entry] = [one for one in _entries(stand) if one.change_set == made.id]
    rows = stand.source.journal_rows(made.id)
    outcome = stand.source.apply(undo_set(entry, rows, ME, new_id()))
    assert (outcome.applied, outcome.left_alone) == (2, ())
    assert changed(before, stand.snapshot()) == {}
    assert stand.source.check_journal().fault is None


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        ("UPDATE inventory_vente SET boutique_id = 501 WHERE id = 7001", Reason.BOUTIQUE_CHANGED),
        ("UPDATE inventory_vente SET boutique_id = NULL WHERE id = 7001", Reason.BOUTIQUE_CHANGED),
        ("UPDATE inventory_vente SET client_maui_id = 601 WHERE id = 7001", Reason.CHANGED),
        ("UPDATE inventory_vente SET client_maui_id = 600 WHERE id = 7001", Reason.CHANGED),
        ("DELETE FROM inventory_vente WHERE id = 7001", Reason.GONE),
    ],
)
def test_what_somebody_else_changed_meanwhile_is_left_alone(
    stand: Desk, statement: str, reason: Reason
) -> None:
    made = _set(_plan(stand))
    stand.execute(statement)
    before = stand.snapshot()
    outcome = stand.source.apply(made)
    assert [(one.change.id, one.reason) for one in outcome.left_alone] == [(_SERIAL, reason)]
    assert changed(before, stand.snapshot()) == {
        ("inventory_vente", _DISPUTED, "client_maui_id"): _TILL
    }
    # The same answer again, read from what the journal keeps.
    again = stand.source.apply(made)
    assert (again.repeated, again.left_alone) == (True, outcome.left_alone)


def test_a_sale_that_was_an_orphan_is_left_alone_once_it_was_repaired(stand: Desk) -> None:
    made = _set(_plan(stand), s7007=_OTHER)
    stand.source.apply(change_set(sale_to(_ORPHAN, _ELSEWHERE)))
    [left] = stand.source.apply(made).left_alone
    assert left.reason is Reason.BOUTIQUE_CHANGED


def test_a_sale_cancelled_meanwhile_keeps_no_terminal(desk: Desk) -> None:
    _open_shop(desk)
    made = _set(_plan(desk))
    desk.execute("UPDATE inventory_vente SET est_annulee = :yes WHERE id = 7001", yes=True)
    assert [one.reason for one in desk.source.apply(made).left_alone] == [Reason.CANCELLED]


def test_a_terminal_that_is_gone_gets_no_sales(stand: Desk) -> None:
    made = _set(_plan(stand), s7008=_GONE, s7004=_TILL)
    outcome = stand.source.apply(made)
    assert [(one.change.id, one.reason) for one in outcome.left_alone] == [
        (_LOST, Reason.NO_TERMINAL)
    ]
    assert outcome.applied == 1


def test_where_the_journal_says_it_was_counts_more_than_where_it_is(stand: Desk) -> None:
    # It left long before the sale by our own journal, whatever else its sales look like.
    stand.execute("DELETE FROM inventory_vente WHERE id IN (7000, 7001, 7005, 7100)")
    assert _told(_verdicts(_plan(stand))[_PLAIN])[-1] is StrayBasis.ONLY_PRESENT
    stand.source.apply(change_set(till_to(_TILL, _ELSEWHERE, before=_HERE)))
    late = NOON + 2 * _DAY
    stand.execute(
        "UPDATE inventory_vente SET date_vente = :late WHERE id = :id",
        late=late.replace(tzinfo=None).isoformat(" "),
        id=_PLAIN,
    )
    told = _told(_verdicts(_plan(stand))[_PLAIN])
    assert told == (
        *(Confidence.BLOCKED, (), StrayBasis.NO_SERIAL, StrayBasis.NO_ADDRESS),
        StrayBasis.NO_TERMINAL_THERE,
    )


def test_it_can_be_cancelled_while_it_reads(stand: Desk) -> None:
    def stop(progress: Progress) -> None:
        if progress.done:
            raise Cancelled

    with pytest.raises(Cancelled):
        stand.source.strays(stop)
    assert stand.source.strays().strays


def _entries(desk: Desk) -> Any:
    return desk.source.journal(EntryFilter())
