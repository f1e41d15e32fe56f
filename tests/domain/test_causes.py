"""What orphans have in common is told where it is no chance, and never where nothing can be."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_admin.domain import evidence
from desktop_admin.domain.causes import (
    RECENTLY,
    CommonCause,
    Count,
    StillMade,
    Trait,
    Traits,
    common_causes,
    still_made,
)
from desktop_admin.domain.evidence import Assignment, Confidence, Orphan, Verdict
from desktop_admin.domain.model import Terminal
from desktop_admin.domain.repair import Plan, Policy, Proposal

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def _told(traits: Traits) -> list[tuple[Trait, str]]:
    return [(one.trait, one.name) for one in common_causes(traits)]


def test_nine_orphans_of_ten_of_a_version_that_one_sale_of_ten_has() -> None:
    traits = Traits(
        all=Count(100, 10_000),
        versions={"1.2": Count(90, 1_000), "1.3": Count(10, 9_000)},
        addresses={"": Count(100, 10_000)},
    )
    [cause] = common_causes(traits)
    assert cause[:4] == (Trait.VERSION, "1.2", Count(90, 1_000), Count(100, 10_000))
    assert (cause.share, cause.usual) == (0.9, 0.1)
    # Were it like the others, there would be one or two.
    assert 88 < cause.excess < 90


@pytest.mark.parametrize(
    ("all_", "part"),
    [
        (Count(10, 10_000), Count(10, 100)),
        (Count(1_000, 1_010), Count(900, 901)),
        (Count(1_000, 1_000), Count(900, 900)),
        (Count(100, 10_000), Count(100, 10_000)),
        (Count(100, 10_000), Count(9, 20)),
        (Count(100, 10_000), Count(30, 2_900)),
        (Count(2_000, 20_000), Count(150, 300)),
        (Count(0, 0), Count(0, 0)),
    ],
    ids=[
        "few orphans",
        "hardly a sale is none",
        "every sale is one",
        "every sale has it",
        "few orphans of it",
        "as many as of the others",
        "explains too little",
        "no sales",
    ],
)
def test_what_proves_nothing_is_not_told(all_: Count, part: Count) -> None:
    assert _told(Traits(all=all_, versions={"x": part})) == []


def test_days_that_follow_each_other_are_one_cause() -> None:
    days = {date(2026, 1, 1) + n * DAY: Count(0, 30) for n in range(300)}
    for day in (date(2026, 5, 8), date(2026, 5, 9), date(2026, 5, 11)):
        days[day] = Count(12, 30)
    # Sunday: shut, but for one customer.
    days[date(2026, 5, 10)] = Count(0, 1)
    days[date(2026, 8, 1)] = Count(2, 30)
    whole = Count(38, sum(one.sales for one in days.values()))
    [cause] = common_causes(Traits(all=whole, days=days))
    assert (cause.trait, cause.name) == (Trait.DAY, "2026-05-08")
    assert (cause.first, cause.last) == (date(2026, 5, 8), date(2026, 5, 11))
    assert cause.part == Count(36, 91)


def test_the_strongest_comes_first_and_no_kind_fills_the_screen() -> None:
    addresses = {f"10.0.0.{n}": Count(30 + n, 60) for n in range(5)}
    traits = Traits(
        all=Count(200, 20_000),
        addresses=addresses,
        merchants={7: Count(190, 2_000), 8: Count(10, 18_000)},
        merchant_names={7: "Ets Mbuyi"},
    )
    found = common_causes(traits)
    assert [one.name for one in found] == ["Ets Mbuyi", "10.0.0.4", "10.0.0.3", "10.0.0.2"]
    assert found[0].merchant_id == 7


@given(st.integers(0, 2**32), st.sampled_from([0.002, 0.02, 0.1, 0.5]))
def test_chance_makes_no_cause(seed: int, rate: float) -> None:
    dice = random.Random(seed)
    values = [dice.randrange(40) for _ in range(4_000)]
    orphans = [dice.random() < rate for _ in values]
    counted: Mapping[str, Count] = {
        str(value): Count(
            sum(o for v, o in zip(values, orphans, strict=True) if v == value), values.count(value)
        )
        for value in set(values)
    }
    assert _told(Traits(all=Count(sum(orphans), len(values)), versions=counted)) == []


_COUNTS = st.tuples(st.integers(0, 500), st.integers(0, 5_000)).map(
    lambda pair: Count(pair[0], pair[0] + pair[1])
)


@given(st.dictionaries(st.sampled_from("abcdef"), _COUNTS), st.dictionaries(st.dates(), _COUNTS))
def test_whatever_is_told_is_more_common_among_orphans(
    versions: dict[str, Count], days: dict[date, Count]
) -> None:
    for counted in (versions, days):
        whole = Count(
            sum(one.orphans for one in counted.values()),
            sum(one.sales for one in counted.values()),
        )
        traits = Traits(
            all=whole,
            versions=versions if counted is versions else {},
            days=days if counted is days else {},
        )
        found: Sequence[CommonCause] = common_causes(traits)
        assert [one.excess for one in found] == sorted((one.excess for one in found), reverse=True)
        for one in found:
            assert one.share > one.usual
            assert one.excess > 0
            assert one.part.orphans >= max(10, whole.orphans / 10)


# Whether orphans are still being made.


def _terminal(**others: object) -> Terminal:
    made = Terminal(
        *(1, "Caisse", "SN-1", 1, 5, "Matete", "M"),
        active=True,
        last_activity=NOW,
        app_version="",
        updated_at=NOW - 30 * DAY,
    )
    return replace(made, **others)  # type: ignore[arg-type]  # by name, as the tests like


def _orphan(id_: int, received: datetime | None, sold: datetime | None = None) -> Proposal:
    silent = (
        evidence.Testimony(evidence.Witness.GOODS, evidence.Basis.NO_GOODS),
        evidence.Testimony(evidence.Witness.PLACE, evidence.Basis.EDITED_SINCE),
        evidence.Testimony(evidence.Witness.NUMBER, evidence.Basis.NO_BOUTIQUE_IN_NUMBER),
    )
    return Proposal(
        Orphan(id_, "", sold, received, 1, True, False, "CDF", 100),
        Verdict(Confidence.BLOCKED, (), silent),
    )


def _plan(
    terminal: Terminal, *received: datetime | None, history: Sequence[Assignment] = ()
) -> Plan:
    proposals = [_orphan(id_, moment) for id_, moment in enumerate(received, start=1)]
    return Plan(
        Policy.EVIDENCE,
        NOW,
        proposals,
        {1: terminal},
        {},
        assignments={1: history} if history else {},
    )


def test_orphans_received_after_the_terminal_was_last_saved_prove_it() -> None:
    plan = _plan(_terminal(), NOW - 2 * HOUR, NOW - HOUR)
    assert still_made(plan, NOW) == [StillMade(1, 5, 2, NOW - HOUR)]


def test_a_terminal_saved_after_the_sale_proves_nothing() -> None:
    received = (NOW - 2 * HOUR, NOW - HOUR)
    assert still_made(_plan(_terminal(updated_at=NOW - 30 * MINUTE), *received), NOW) == ()
    assert still_made(_plan(_terminal(updated_at=None), *received), NOW) == ()
    # It was assigned while the second was under way: one proves nothing yet.
    late = _terminal(updated_at=NOW - HOUR - 4 * MINUTE)
    assert still_made(_plan(late, *received), NOW) == ()


def test_the_journal_proves_it_where_the_row_was_saved_since() -> None:
    renamed = _terminal(updated_at=NOW - MINUTE)
    history = [Assignment(NOW - 10 * DAY, None, 5)]
    received = (NOW - 2 * HOUR, NOW - HOUR)
    assert still_made(_plan(renamed, *received, history=history), NOW)
    later = [Assignment(NOW - MINUTE, None, 5)]
    assert still_made(_plan(renamed, *received, history=later), NOW) == ()


def test_a_terminal_without_boutique_makes_orphans_rightly() -> None:
    plan = _plan(_terminal(boutique_id=None), NOW - 2 * HOUR, NOW - HOUR)
    assert still_made(plan, NOW) == ()


def test_what_was_received_long_ago_is_not_still() -> None:
    old = NOW - RECENTLY - MINUTE
    assert still_made(_plan(_terminal(), old, old), NOW) == ()
    # A date of the future is no proof of anything.
    assert still_made(_plan(_terminal(), NOW + DAY, NOW + DAY), NOW) == ()


def test_where_nobody_knows_when_it_was_received_the_moment_of_the_sale_counts() -> None:
    plan = _plan(_terminal())
    sold = replace(plan, proposals=[_orphan(1, None, NOW - HOUR), _orphan(2, None, NOW - DAY)])
    assert still_made(sold, NOW) == [StillMade(1, 5, 2, NOW - HOUR)]
    # Uploaded late, and known to be: the moment it came is what counts.
    uploaded = replace(plan, proposals=[_orphan(id_, NOW - HOUR, NOW - 60 * DAY) for id_ in (1, 2)])
    assert still_made(uploaded, NOW) == [StillMade(1, 5, 2, NOW - HOUR)]
    assert still_made(_plan(_terminal(), None, None), NOW) == ()


def test_a_single_orphan_may_be_an_accident() -> None:
    assert still_made(_plan(_terminal(), NOW - HOUR), NOW) == ()
