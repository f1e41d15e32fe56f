"""Sales without terminal: what a plan of them never does, whatever was stored."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from desktop_admin.domain.changes import Entity, Expectation, Field, Operator
from desktop_admin.domain.evidence import Assignment, Confidence
from desktop_admin.domain.model import Terminal
from desktop_admin.domain.repair import Caution
from desktop_admin.domain.stray import (
    Seller,
    Sighting,
    Stray,
    StrayBasis,
    StrayEvidence,
    StrayPlan,
    StraySelected,
    StrayVerdict,
    StrayWitness,
    stray_set,
    weigh_stray,
)
from desktop_admin.domain.stray import StrayTestimony as Said
from desktop_admin.domain.traces import plan_strays
from tests.domain.test_planning import BOUTIQUES

ME = Operator("Aline", "POSTE-1")
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
HOURS = st.integers(0, 48).map(lambda hours: NOW - timedelta(hours=hours))
PLACES = st.integers(1, 4)
TILLS = st.integers(1, 4)
ADDRESSES = st.sampled_from(["10.0.0.1", "10.0.0.2", "127.0.0.1", "::1", "nonsense", ""])
NUMBERS = st.sampled_from(["SN-1", "SN-2", "SN-3", "SN-9", "WEB", "sn-1"]).map(
    lambda serial: f"{serial}-20261121120000000-0000abcd"
) | st.sampled_from(["VENTE-1-20261121120000-1", "", "FAC-7"])

STRAYS = st.builds(
    Stray,
    sale_id=st.just(0),
    number=NUMBERS,
    sold_at=st.none() | HOURS,
    received_at=st.none() | HOURS,
    terminal_id=st.none(),
    boutique_id=st.none() | PLACES,
    paid=st.booleans(),
    cancelled=st.booleans(),
    currency=st.sampled_from(["CDF", "USD"]),
    cents=st.integers(0, 1000),
    address=ADDRESSES,
)
TERMINALS = st.builds(
    Terminal,
    id=st.just(0),
    name=st.just(""),
    serial=st.sampled_from(["SN-1", "SN-2", " SN-1 ", "SN-3"]),
    owner_id=st.integers(1, 2),
    boutique_id=st.none() | PLACES,
    boutique_name=st.none(),
    merchant_name=st.none(),
    active=st.booleans(),
    last_activity=st.none(),
    app_version=st.just(""),
    updated_at=st.none() | HOURS,
)
SIGHTINGS = st.builds(Sighting, TILLS, st.none(), st.none()) | st.builds(
    Sighting, TILLS, HOURS, st.none() | HOURS
)


@st.composite
def bodies(draw: Any) -> StrayEvidence:
    strays = draw(st.lists(STRAYS, max_size=12))
    tills = draw(st.lists(TERMINALS, max_size=4))
    places = draw(st.lists(BOUTIQUES, max_size=4))
    spans = st.tuples(HOURS, HOURS).map(sorted)
    sellers = draw(st.dictionaries(PLACES, st.dictionaries(TILLS, spans, max_size=3), max_size=4))
    histories = st.lists(
        st.builds(Assignment, HOURS, st.none() | PLACES, st.none() | PLACES), max_size=3
    )
    return StrayEvidence(
        at=NOW,
        strays=[one._replace(sale_id=id_) for id_, one in enumerate(strays, start=1)],
        terminals={id_: replace(one, id=id_) for id_, one in enumerate(tills, start=1)},
        boutiques={id_: replace(one, id=id_) for id_, one in enumerate(places, start=1)},
        installed=draw(st.dictionaries(TILLS, HOURS, max_size=4)),
        sightings=draw(st.dictionaries(ADDRESSES, st.lists(SIGHTINGS, min_size=1, max_size=4))),
        sellers={
            place: [Seller(till, *span) for till, span in found.items()]
            for place, found in sellers.items()
        },
        assignments={
            till: sorted(found, key=lambda one: one.at)
            for till, found in draw(st.dictionaries(TILLS, histories)).items()
        },
    )


@given(bodies())
def test_every_sale_is_judged_once_and_by_the_rule(evidence: StrayEvidence) -> None:
    plan = plan_strays(evidence)
    assert [one.orphan for one in plan.proposals] == list(evidence.strays)
    assert sum(plan.counts().values()) == len(evidence.strays)
    for _, verdict in plan.proposals:
        assert verdict == weigh_stray(*verdict.testimonies)
        assert set(verdict.options) <= evidence.terminals.keys()
        assert [one.witness for one in verdict.testimonies] == list(StrayWitness)


@given(bodies())
def test_certain_needs_the_number_and_a_second_trace(evidence: StrayEvidence) -> None:
    for stray, verdict in plan_strays(evidence).proposals:
        number, *others = verdict.testimonies
        if verdict.confidence is Confidence.CERTAIN:
            assert verdict.target is not None
            assert evidence.terminals[verdict.target].serial.strip() in stray.number
            assert any(one.terminals == number.terminals for one in others)
        if number.basis in (StrayBasis.MADE_IN_BROWSER, StrayBasis.UNKNOWN_SERIAL):
            assert verdict.confidence is Confidence.BLOCKED


@given(bodies(), st.randoms(use_true_random=False))
def test_the_order_in_which_sales_come_does_not_matter(evidence: StrayEvidence, dice: Any) -> None:
    strays = list(evidence.strays)
    dice.shuffle(strays)
    again = plan_strays(replace(evidence, strays=strays))
    assert sorted(again.proposals, key=lambda one: one.orphan.sale_id) == list(
        plan_strays(evidence).proposals
    )


@given(bodies())
def test_an_address_that_two_terminals_were_seen_under_names_none(
    evidence: StrayEvidence,
) -> None:
    shared = {
        address
        for address, seen in evidence.sightings.items()
        if len({one.terminal_id for one in seen}) > 1
    }
    for stray, verdict in plan_strays(evidence).proposals:
        if stray.address in shared or stray.address in ("127.0.0.1", "::1", ""):
            assert not verdict.testimonies[1].terminals


@given(st.lists(st.tuples(HOURS, st.none() | HOURS), min_size=1, max_size=8), HOURS)
def test_who_was_logged_in_at_an_address_is_found_whatever_the_logins_were(
    logins: list[tuple[datetime, datetime | None]], at: datetime
) -> None:
    stray = Stray(1, "", None, at, None, None, True, False, "CDF", 1, "10.0.0.1")
    till = Terminal(1, "", "SN-1", 1, None, None, None, True, None, "", None)
    evidence = StrayEvidence(
        at=NOW,
        strays=[stray],
        terminals={1: till},
        boutiques={},
        installed={},
        sightings={"10.0.0.1": [Sighting(1, *login) for login in logins]},
        sellers={},
        assignments={},
    )
    [(_, verdict)] = plan_strays(evidence).proposals
    inside = any(since <= at and (until is None or at <= until) for since, until in logins)
    basis = StrayBasis.SESSION if inside else StrayBasis.UNKNOWN_ADDRESS
    assert verdict.testimonies[1].basis is basis


@given(bodies(), st.data())
def test_the_change_set_does_exactly_what_was_selected(evidence: StrayEvidence, data: Any) -> None:
    plan: StrayPlan = plan_strays(evidence)
    tills = st.sampled_from(sorted(evidence.terminals) or [7])
    chosen = [
        StraySelected(one, data.draw(tills)) for one in plan.proposals if data.draw(st.booleans())
    ]
    made = stray_set(plan, chosen, ME, "x")
    assert [(one.entity, one.id, one.field, one.before, one.after) for one in made.changes] == [
        (Entity.SALE, one.proposal.orphan.sale_id, Field.TERMINAL, None, one.target)
        for one in chosen
    ]
    for one, change in zip(chosen, made.changes, strict=True):
        orphan = one.proposal.orphan
        assert dict(change.expects) == {
            Expectation.BOUTIQUE: orphan.boutique_id,
            Expectation.CANCELLED: int(orphan.cancelled),
        }
        sure = one.proposal.verdict.confidence
        assert made.groups[change.group].key == (
            f"{sure}|boutique={orphan.boutique_id}|terminal={one.target}"
        )
    for one in chosen if evidence.terminals else ():
        place = evidence.boutiques.get(one.proposal.orphan.boutique_id or 0)
        other = place is not None and place.owner_id != evidence.terminals[one.target].owner_id
        assert plan.cautions(one.proposal, one.target) == (
            (Caution.OTHER_MERCHANT,) if other else ()
        )


def _weighed(*named: int, weak: int | None = None) -> StrayVerdict:
    """The verdict where number, address and boutique name these terminals (0: none)."""
    return weigh_stray(
        *(
            Said(witness, StrayBasis.SERIAL, (id_,) if id_ else (), place == weak)
            for place, (witness, id_) in enumerate(zip(StrayWitness, named, strict=True))
        )
    )


def test_what_is_made_of_three_testimonies() -> None:
    sure = Confidence
    assert _weighed(0, 0, 0)[:2] == (sure.BLOCKED, ())
    assert _weighed(1, 0, 0)[:2] == (sure.DEDUCED, (1,))
    assert _weighed(1, 1, 0)[:2] == (sure.CERTAIN, (1,))
    assert _weighed(1, 0, 1, weak=2)[:2] == (sure.CERTAIN, (1,))
    # Where a sale was made is not what it was made with.
    assert _weighed(0, 1, 1)[:2] == (sure.DEDUCED, (1,))
    assert _weighed(2, 1, 2)[:2] == (sure.CONFLICT, (2, 1))
    # A weak testimony yields.
    assert _weighed(2, 1, 2, weak=1)[:2] == (sure.CERTAIN, (2,))
    assert _weighed(2, 1, 0, weak=1)[:2] == (sure.DEDUCED, (2,))
