"""A plan notices what has moved since it was made, and nothing else."""

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from desktop_admin.domain import evidence
from desktop_admin.domain.evidence import Confidence, Orphan, Verdict
from desktop_admin.domain.model import Boutique, Terminal
from desktop_admin.domain.repair import Plan, Policy, Proposal
from desktop_admin.domain.staleness import Mark, Moved, Seen, Standing, moved_since
from desktop_admin.domain.stray import (
    Stray,
    StrayBasis,
    StrayPlan,
    StrayProposal,
    StrayWitness,
    weigh_stray,
)
from desktop_admin.domain.stray import StrayTestimony as Said

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
_SILENT = (
    evidence.Testimony(evidence.Witness.GOODS, evidence.Basis.NO_GOODS),
    evidence.Testimony(evidence.Witness.PLACE, evidence.Basis.NO_TERMINAL),
    evidence.Testimony(evidence.Witness.NUMBER, evidence.Basis.NO_BOUTIQUE_IN_NUMBER),
)


def _boutique(id_: int) -> Boutique:
    return Boutique(
        id_, f"B{id_}", 1, "M", 1, "", "", "", active=True, depot=False, pos_allowed=True
    )


def _terminal(id_: int, boutique: int | None) -> Terminal:
    return Terminal(
        *(id_, f"T{id_}", f"SN{id_}", 1, boutique, None, None),
        active=True,
        last_activity=None,
        app_version="",
        updated_at=NOW,
    )


MARKS = st.dictionaries(
    st.integers(1, 12),
    st.builds(Mark, st.none() | st.integers(1, 4), st.booleans()),
)
PLACES = st.dictionaries(st.integers(1, 4), st.none() | st.integers(1, 3))
STANDINGS = st.dictionaries(
    st.integers(1, 3),
    st.builds(Standing, st.integers(1, 2), st.booleans(), st.booleans()),
)
SEEN = st.builds(Seen, MARKS, PLACES, STANDINGS)


def _orphans(seen: Seen) -> Plan:
    """The plan that was made of what was seen; each orphan goes to boutique 1 or 2."""
    return Plan(
        Policy.EVIDENCE,
        NOW,
        [
            Proposal(
                Orphan(id_, "", NOW, NOW, mark.other, True, mark.cancelled, "CDF", 1),
                Verdict(Confidence.DEDUCED, (id_ % 2 + 1,), _SILENT),
            )
            for id_, mark in seen.sales.items()
        ],
        {id_: _terminal(id_, place) for id_, place in seen.terminals.items()},
        _planned(seen),
    )


def _strays(seen: Seen) -> StrayPlan:
    """The same of sales without terminal; each gets terminal 1 or 2."""
    silent = [Said(one, StrayBasis.NO_SERIAL) for one in StrayWitness][1:]
    return StrayPlan(
        NOW,
        [
            StrayProposal(
                Stray(id_, "", NOW, NOW, None, mark.other, True, mark.cancelled, "CDF", 1, ""),
                weigh_stray(Said(StrayWitness.NUMBER, StrayBasis.SERIAL, (id_ % 2 + 1,)), *silent),
            )
            for id_, mark in seen.sales.items()
        ],
        {id_: _terminal(id_, place) for id_, place in seen.terminals.items()},
        _planned(seen),
    )


def _planned(seen: Seen) -> dict[int, Boutique]:
    return {
        id_: replace(
            _boutique(id_), merchant_id=one.merchant_id, active=one.active, depot=one.depot
        )
        for id_, one in seen.boutiques.items()
    }


@given(SEEN)
def test_a_plan_is_not_stale_while_nothing_moves(seen: Seen) -> None:
    assert not moved_since(_orphans(seen), seen).anything
    assert not moved_since(_strays(seen), seen).anything


@given(SEEN, SEEN)
def test_what_moved_is_told_and_what_stayed_is_not(then: Seen, now: Seen) -> None:
    kept = {id_ for id_, mark in then.sales.items() if now.sales.get(id_) == mark}
    new = len(now.sales.keys() - then.sales.keys())
    for found in (moved_since(_orphans(then), now), moved_since(_strays(then), now)):
        assert found.gone == then.sales.keys() - kept
        assert found.new == new
        assert found.anything == any((found.gone, found.new, found.terminals, found.boutiques))
        for id_ in found.boutiques:
            assert then.boutiques[id_] != now.boutiques.get(id_)


@given(SEEN, PLACES)
def test_a_terminal_that_moved_matters_where_its_orphans_are_planned(
    then: Seen, places: dict[int, int | None]
) -> None:
    found = moved_since(_orphans(then), replace(then, terminals=places))
    selling = {mark.other for mark in then.sales.values()}
    assert found == Moved(
        terminals=frozenset(
            id_
            for id_, place in then.terminals.items()
            if id_ in selling and (id_ not in places or places[id_] != place)
        )
    )


@given(SEEN, STANDINGS)
def test_a_boutique_that_changed_matters_where_sales_go_to_it(
    then: Seen, standings: dict[int, Standing]
) -> None:
    found = moved_since(_orphans(then), replace(then, boutiques=standings))
    targets = {id_ % 2 + 1 for id_ in then.sales}
    assert found == Moved(
        boutiques=frozenset(
            id_
            for id_, one in then.boutiques.items()
            if id_ in targets and standings.get(id_) != one
        )
    )


@given(SEEN, PLACES)
def test_sales_without_terminal_ask_only_whether_their_terminals_are_there(
    then: Seen, places: dict[int, int | None]
) -> None:
    found = moved_since(_strays(then), replace(then, terminals=places))
    options = {id_ % 2 + 1 for id_ in then.sales}
    assert found == Moved(terminals=frozenset(options & then.terminals.keys() - places.keys()))
