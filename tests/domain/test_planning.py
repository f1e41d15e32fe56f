"""Planning over random small shops: what a plan never does, whatever was stored."""

import random
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from desktop_admin.domain.changes import Expectation, Operator
from desktop_admin.domain.evidence import (
    Assignment,
    Confidence,
    Evidence,
    Neighbour,
    Orphan,
    name_terminals,
)
from desktop_admin.domain.model import Boutique, Terminal
from desktop_admin.domain.repair import (
    Caution,
    Choices,
    ConflictRule,
    Plan,
    Policy,
    plan_repair,
    repair_set,
    select,
)

ME = Operator("Aline", "POSTE-1")
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
#: Ids that occur in a shop: some of them may point to nothing.
PLACES = st.integers(1, 6)
SOMEWHERE = st.none() | PLACES
MOMENTS = st.integers(0, 48).map(lambda hours: NOW - timedelta(hours=hours))

BOUTIQUES = st.builds(
    Boutique,
    id=st.just(0),
    name=st.just(""),
    merchant_id=st.just(1),
    merchant_name=st.just(""),
    owner_id=st.integers(1, 2),
    code=st.just(""),
    city=st.just(""),
    address=st.just(""),
    active=st.booleans(),
    depot=st.booleans(),
    pos_allowed=st.booleans(),
)
TERMINALS = st.builds(
    Terminal,
    id=st.just(0),
    name=st.just(""),
    serial=st.sampled_from(["SN-1", "SN-2", " SN-1 ", "sn-1", ""]),
    owner_id=st.integers(1, 2),
    boutique_id=SOMEWHERE,
    boutique_name=st.none(),
    merchant_name=st.none(),
    active=st.booleans(),
    last_activity=st.none(),
    app_version=st.just(""),
    updated_at=st.none() | MOMENTS,
)
NUMBERS = st.one_of(
    PLACES.map(lambda place: f"VENTE-{place}-20261121120000-1"),
    st.sampled_from(["SN-1", "SN-2", "WEB"]).map(lambda one: f"{one}-20261121120000000-0000abcd"),
    st.just("F-1"),
)
ORPHANS = st.builds(
    Orphan,
    sale_id=st.just(0),
    number=NUMBERS,
    sold_at=st.none() | MOMENTS,
    received_at=st.none() | MOMENTS,
    terminal_id=st.none() | st.integers(1, 3),
    paid=st.booleans(),
    cancelled=st.booleans(),
    currency=st.sampled_from(["CDF", "USD"]),
    cents=st.integers(0, 1000),
)
GOODS = st.lists(st.tuples(SOMEWHERE, st.integers(1, 3)), max_size=2).map(tuple)
ASSIGNMENTS = st.lists(st.builds(Assignment, MOMENTS, SOMEWHERE, SOMEWHERE), max_size=2).map(
    lambda found: sorted(found, key=lambda one: one.at)
)


def _numbered(found: list[Any], **names: Any) -> Mapping[int, Any]:
    return {number: replace(one, id=number) for number, one in enumerate(found, 1)}


@st.composite
def shops(draw: st.DrawFn) -> Evidence:
    """A body of evidence as a source could gather it."""
    boutiques = _numbered(draw(st.lists(BOUTIQUES, max_size=5)))
    terminals = _numbered(draw(st.lists(TERMINALS, max_size=3)))
    found = draw(st.lists(ORPHANS, max_size=6))
    orphans = [one._replace(sale_id=sale) for sale, one in enumerate(found, 101)]
    ids = [one.sale_id for one in orphans]
    located = st.builds(Neighbour, st.integers(1, 100), PLACES)
    beside = st.none() | PLACES | st.sampled_from(ids or [101]).map(lambda sale: -sale)
    sides = st.tuples(st.none() | located, st.none() | located)

    def some(values: st.SearchStrategy[Any]) -> Mapping[int, Any]:
        return {sale: draw(values) for sale in ids if draw(st.booleans())}

    return Evidence(
        at=NOW,
        orphans=orphans,
        lines=some(GOODS),
        movements=some(GOODS),
        beside={
            one.sale_id: (draw(beside), draw(beside))
            for one in orphans
            if one.terminal_id is not None
        },
        neighbours=some(sides),
        neighbours_by_other_clock=some(st.lists(sides, max_size=1)),
        terminals=terminals,
        boutiques=boutiques,
        assignments={terminal: draw(ASSIGNMENTS) for terminal in terminals},
        named_terminals=name_terminals(orphans, terminals.values()),
    )


CHOICES = st.builds(
    Choices,
    include=st.frozensets(st.sampled_from([Confidence.CERTAIN, Confidence.DEDUCED])),
    conflicts=st.sampled_from(ConflictRule),
    terminals=st.none() | st.frozensets(st.integers(1, 3)),
    boutiques=st.none() | st.frozensets(PLACES),
)
POLICIES = st.sampled_from(Policy)


@given(shops(), POLICIES)
def test_no_plan_proposes_a_depot_or_what_is_not_there(evidence: Evidence, policy: Policy) -> None:
    plan = plan_repair(evidence, policy)
    assert [one.orphan for one in plan.proposals] == list(evidence.orphans)
    for proposal in plan.proposals:
        for option in proposal.verdict.options:
            assert not evidence.boutiques[option].depot
            _check_cautions(plan, proposal, option)


def _check_cautions(plan: Plan, proposal: Any, option: int) -> None:
    """A boutique that has closed, or is another merchant's, is never proposed without a word."""
    boutique = plan.boutiques[option]
    cautions = plan.cautions(proposal, option)
    assert (Caution.CLOSED in cautions) == (not boutique.active)
    terminal = plan.terminals.get(plan.terminal_of(proposal.orphan) or 0)
    another = terminal is not None and terminal.owner_id != boutique.owner_id
    assert (Caution.OTHER_MERCHANT in cautions) == another


@given(shops(), POLICIES, CHOICES)
def test_what_is_done_is_what_was_chosen(
    evidence: Evidence, policy: Policy, choices: Choices
) -> None:
    plan = plan_repair(evidence, policy)
    selected = select(plan, choices)
    for proposal, target in selected:
        verdict = proposal.verdict
        assert target in verdict.options
        if verdict.confidence is Confidence.CONFLICT:
            assert choices.conflicts is not ConflictRule.SKIP
        else:
            assert verdict.confidence in choices.include
        if choices.terminals is not None:
            assert plan.terminal_of(proposal.orphan) in choices.terminals
        if choices.boutiques is not None:
            assert target in choices.boutiques
    made = repair_set(plan, selected, ME, "id")
    assert [(one.id, one.before, one.after) for one in made.changes] == [
        (one.proposal.orphan.sale_id, None, one.target) for one in selected
    ]
    for one, change in zip(selected, made.changes, strict=True):
        orphan = one.proposal.orphan
        expects = dict(change.expects)
        assert expects[Expectation.TERMINAL] == orphan.terminal_id
        assert expects[Expectation.CANCELLED] == orphan.cancelled
        terminal = plan.terminals.get(orphan.terminal_id or 0)
        home = terminal.boutique_id if terminal else None
        assert expects[Expectation.TERMINAL_BOUTIQUE] == home


@given(shops())
def test_the_old_rule_knows_the_terminal_alone(evidence: Evidence) -> None:
    for proposal in plan_repair(evidence, Policy.TERMINAL).proposals:
        terminal = evidence.terminals.get(proposal.orphan.terminal_id or 0)
        home = evidence.boutiques.get((terminal and terminal.boutique_id) or 0)
        expected = (home.id,) if home is not None and not home.depot else ()
        assert proposal.verdict.options == expected
        assert proposal.verdict.confidence is (
            Confidence.DEDUCED if expected else Confidence.BLOCKED
        )


@given(shops(), st.integers(0, 100))
def test_the_order_of_the_orphans_does_not_matter(evidence: Evidence, seed: int) -> None:
    shuffled = list(evidence.orphans)
    random.Random(seed).shuffle(shuffled)
    one, other = plan_repair(evidence), plan_repair(replace(evidence, orphans=shuffled))

    def verdicts(plan: Plan) -> Mapping[int, Any]:
        return {found.orphan.sale_id: found.verdict for found in plan.proposals}

    assert verdicts(one) == verdicts(other)
    assert one.counts() == other.counts()
    assert sum(one.counts().values()) == len(evidence.orphans)
    for confidence in Confidence:
        assert one.amounts(confidence) == other.amounts(confidence)
