"""How revenue moved, and how sure it is: to the cent, and never across currencies."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_admin.domain.evidence import Confidence, Orphan, Verdict
from desktop_admin.domain.movement import change, movers, sureness
from desktop_admin.domain.repair import Plan, Policy, Proposal
from desktop_admin.domain.revenue import Cell

NOW = datetime(2026, 11, 20, 14, 30, tzinfo=UTC)
DAY = timedelta(days=1)


def _cell(boutique: int | None, cents: int, code: str = "CDF") -> Cell:
    return Cell(boutique, None, None, "", code, 1, cents, 1)


@pytest.mark.parametrize(
    ("now", "before", "told"),
    [
        (982, 1_000, -18),
        (1_054, 1_000, 54),
        (1_000, 1_000, 0),
        (0, 1_000, -1_000),
        (5, 0, None),
        (5, -5, None),
        (2_000, 1_000, 1_000),
        (10_005, 10_000, 1),
        (9_995, 10_000, -1),
        (-500, 1_000, -1_500),
    ],
)
def test_a_change_is_rounded_to_a_tenth_of_a_percent(
    now: int, before: int, told: int | None
) -> None:
    assert change(now, before) == told


def test_those_that_moved_most_are_told_by_the_amount_in_one_currency() -> None:
    before = [_cell(1, 1_000), _cell(2, 900), _cell(3, 100), _cell(4, 500), _cell(1, 9, "USD")]
    now = [_cell(1, 950), _cell(2, 100), _cell(3, 40), _cell(5, 700), _cell(None, 99_999)]
    found = movers(now, before, "CDF")
    # The first one moved by less than a tenth.
    assert [(one.boutique_id, one.difference) for one in found.fallen] == [
        (2, -800),
        (4, -500),
        (3, -60),
    ]
    assert [(one.boutique_id, one.before, one.now) for one in found.risen] == [(5, 0, 700)]
    assert [one.boutique_id for one in movers(now, before, "USD").fallen] == [1]
    assert movers([], [], "CDF") == ([], [])


_cells = st.lists(
    st.builds(
        _cell,
        st.none() | st.integers(1, 3),
        st.integers(0, 10_000),
        st.sampled_from(["CDF", "USD"]),
    )
)
_orphans = st.lists(
    st.tuples(
        st.sampled_from(Confidence),
        st.integers(0, 10_000),
        st.sampled_from(["CDF", "USD"]),
        st.integers(0, 9),
        st.booleans(),
    )
)


def _plan(found: list[tuple[Confidence, int, str, int, bool]]) -> Plan:
    proposals = [
        Proposal(
            Orphan(id_, "", NOW - days * DAY, None, None, paid, False, code, cents),
            # Whoever is sure names a boutique.
            Verdict(sure, (1,), ()),  # type: ignore[arg-type] # nobody was heard
        )
        for id_, (sure, cents, code, days, paid) in enumerate(found)
    ]
    return Plan(Policy.EVIDENCE, NOW, proposals, {}, {})


@given(_cells, _orphans)
def test_the_three_parts_are_all_of_the_revenue(
    cells: list[Cell], orphans: list[tuple[Confidence, int, str, int, bool]]
) -> None:
    found = sureness(cells, _plan(orphans), None, None)
    for code in ("CDF", "USD"):
        whole = sum(one.cents for one in cells if one.currency == code)
        held = sum(
            one.cents for one in cells if one.currency == code and one.boutique_id is not None
        )
        if not whole:
            assert code not in found
            continue
        assert sum(found[code]) == whole
        assert found[code].certain == held
        assert min(found[code]) >= 0


def test_only_orphans_of_the_period_that_count_are_to_be_attributed() -> None:
    plan = _plan(
        [
            (Confidence.CERTAIN, 100, "CDF", 1, True),
            (Confidence.CERTAIN, 200, "CDF", 5, True),
            (Confidence.CERTAIN, 400, "CDF", 1, False),
            (Confidence.DEDUCED, 800, "CDF", 1, True),
        ]
    )
    cells = [_cell(1, 5_000), _cell(None, 900)]
    assert sureness(cells, plan, NOW - 2 * DAY, NOW)["CDF"] == (5_000, 100, 800)


@pytest.mark.parametrize(
    ("placed", "open_"), [(100, -30), (10, -30), (-30, 100), (-30, 10), (-30, -10)]
)
def test_amounts_below_nothing_stay_in_their_part(placed: int, open_: int) -> None:
    plan = _plan(
        [
            (Confidence.CERTAIN, placed, "CDF", 1, True),
            (Confidence.CONFLICT, open_, "CDF", 1, True),
        ]
    )
    cells = [_cell(1, 5_000), _cell(None, placed + open_)]
    assert sureness(cells, plan, None, None)["CDF"] == (5_000, placed, open_)
