"""What is wrong in a shop, how it is ranked, and that nothing is said before it is known."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_admin.domain.evidence import Confidence, Orphan, Verdict
from desktop_admin.domain.local_time import HOURS_A_WEEK, local_hour
from desktop_admin.domain.model import Terminal
from desktop_admin.domain.money import Amounts
from desktop_admin.domain.overview import (
    Arriving,
    Found,
    Problem,
    ProblemKind,
    Reading,
    Severity,
    Switch,
    arriving,
    invisible,
    problems,
    silences_of,
    verdict,
)
from desktop_admin.domain.put_off import PutOff, followed, has_grown, parted, still_put_off
from desktop_admin.domain.repair import Plan, Policy, Proposal
from desktop_admin.domain.revenue import Cell
from desktop_admin.domain.rhythm import Silence

NOW = datetime(2026, 11, 20, 14, 30, tzinfo=UTC)
KINSHASA = ZoneInfo("Africa/Kinshasa")
DAY = timedelta(days=1)


def _terminal(id_: int, boutique: int | None = 1, **others: object) -> Terminal:
    made = Terminal(
        *(id_, f"Caisse {id_}", f"S-{id_}", 1, boutique, None, None, True, NOW, "2.0", NOW)
    )
    return replace(made, **others)  # type: ignore[arg-type] # whatever a terminal has


def _orphan(id_: int, terminal: int | None, cents: int = 1_000, **others: Any) -> Orphan:
    sold = NOW - 20 * DAY
    made = Orphan(id_, f"N-{id_}", sold, sold, terminal, True, False, "CDF", cents)
    return made._replace(**others)


def _plan(
    *found: tuple[Orphan, Confidence], terminals: Mapping[int, Terminal] | None = None
) -> Plan:
    proposals = [Proposal(orphan, Verdict(sure, (), ())) for orphan, sure in found]  # type: ignore[arg-type] # nobody was heard
    return Plan(Policy.EVIDENCE, NOW, proposals, terminals or {}, {})


def _cell(boutique: int | None, terminal: int | None, sales: int = 1, code: str = "CDF") -> Cell:
    return Cell(boutique, terminal, None, "", code, sales, 1_000 * sales, sales)


EVERYTHING = Found(
    terminals={},
    switched_off={},
    plan=_plan(),
    cells=[_cell(1, 1)],
    rejected=0,
    silences={},
)


def _kinds(found: Found) -> list[ProblemKind]:
    return [one.kind for one in problems(found, NOW)]


def test_orphans_are_told_by_how_they_are_repaired_with_what_is_at_stake() -> None:
    plan = _plan(
        (_orphan(1, 1), Confidence.CERTAIN),
        (_orphan(2, 1, 2_000, currency="USD"), Confidence.CERTAIN),
        (_orphan(3, 1, paid=False), Confidence.CERTAIN),
        (_orphan(4, 1, 500), Confidence.CONFLICT),
        (_orphan(5, None, 700), Confidence.BLOCKED),
    )
    found = {one.kind: one for one in problems(replace(EVERYTHING, plan=plan), NOW)}
    assert set(found) == {ProblemKind.CERTAIN, ProblemKind.CONFLICT, ProblemKind.BLOCKED}
    certain = found[ProblemKind.CERTAIN]
    assert (certain.count, certain.sales) == (3, 3)
    assert certain.amounts == Amounts({"CDF": 1_000, "USD": 2_000})
    assert found[ProblemKind.BLOCKED].amounts == Amounts({"CDF": 700})


def test_terminals_without_boutique_are_urgent_while_they_are_used() -> None:
    used, idle = _terminal(1, None), _terminal(2, None, last_activity=NOW - 30 * DAY)
    plan = _plan((_orphan(1, 2), Confidence.BLOCKED), (_orphan(2, 2), Confidence.BLOCKED))
    both = replace(EVERYTHING, terminals={1: used, 2: idle}, plan=plan)
    first = problems(both, NOW)[0]
    assert (first.kind, first.severity) == (ProblemKind.NO_BOUTIQUE, Severity.URGENT)
    assert (first.count, first.sales, first.amounts["CDF"]) == (2, 2, 2_000)
    # The one whose sales wait comes first.
    assert first.terminals == (2, 1)
    one = problems(replace(both, terminals={2: idle}), NOW)
    assert {found.kind: found.severity for found in one}[ProblemKind.NO_BOUTIQUE] is (
        Severity.IMPORTANT
    )


def test_what_goes_on_comes_before_what_waits_and_that_before_what_may_be_in_order() -> None:
    made = [
        _orphan(id_, 3, sold_at=NOW - timedelta(hours=id_), received_at=NOW - timedelta(hours=id_))
        for id_ in (1, 2)
    ]
    terminals = {
        1: _terminal(1, active=False),
        2: _terminal(2, last_activity=NOW - 9 * DAY),
        3: _terminal(3, updated_at=NOW - 9 * DAY),
        4: _terminal(4),
    }
    found = Found(
        terminals,
        {1: Switch(5, Amounts({"CDF": 5_000}), NOW)},
        _plan(*((one, Confidence.CERTAIN) for one in made), terminals=terminals),
        [_cell(2, 3, 4), _cell(1, None, 9), _cell(1, 4)],
        3,
        {4: Silence(local_hour(NOW, KINSHASA) - 5, 8, 8)},
    )
    assert _kinds(found) == [
        ProblemKind.INACTIVE_SELLS,
        ProblemKind.STILL_MADE,
        ProblemKind.SILENT_NOW,
        ProblemKind.REJECTED,
        ProblemKind.CERTAIN,
        ProblemKind.WITHOUT_TERMINAL,
        ProblemKind.OTHER_BOUTIQUE,
        ProblemKind.SILENT,
    ]


def test_a_sale_elsewhere_is_one_whose_terminal_has_another_boutique_today() -> None:
    terminals = {1: _terminal(1, 1), 2: _terminal(2, None)}
    cells = [_cell(1, 1, 7), _cell(2, 1, 3), _cell(2, 2, 5), _cell(None, 1, 2), _cell(1, 99, 4)]
    found = replace(EVERYTHING, terminals=terminals, cells=cells)
    told = {one.kind: one.count for one in problems(found, NOW)}
    assert told[ProblemKind.OTHER_BOUTIQUE] == 3


def test_a_part_that_was_not_read_is_never_taken_for_nothing() -> None:
    for part in ("terminals", "switched_off", "plan", "cells", "rejected"):
        found = replace(EVERYTHING, **{part: None})
        told = verdict(found, 0, Arriving.NORMAL)
        assert told.looking, part
        assert told.reading is Reading.LOOKING, part
    assert verdict(Found(), 0, Arriving.UNKNOWN).reading is Reading.LOOKING
    unheard = replace(EVERYTHING, silences=None)
    assert verdict(unheard, 0, Arriving.UNKNOWN).reading is Reading.LOOKING
    assert verdict(EVERYTHING, 0, Arriving.UNKNOWN).reading is Reading.ALL_RIGHT
    assert problems(Found(), NOW) == ()


def test_orphans_are_told_before_it_is_known_how_they_are_repaired() -> None:
    found = replace(EVERYTHING, plan=None, cells=[_cell(None, 1, 12), _cell(1, 1)])
    told = verdict(found, 0, Arriving.NORMAL)
    assert (told.reading, told.orphans, told.certain) == (Reading.INVISIBLE, 12, None)
    assert told.to_decide is None
    plan = _plan((_orphan(1, 1), Confidence.CERTAIN), (_orphan(2, 1), Confidence.CONFLICT))
    told = verdict(replace(found, plan=plan), 0, Arriving.NORMAL)
    assert (told.orphans, told.certain, told.to_decide) == (2, 1, 1)


def test_the_verdict_of_a_shop_without_orphans() -> None:
    assert verdict(EVERYTHING, 0, Arriving.NORMAL).reading is Reading.ALL_RIGHT
    assert verdict(EVERYTHING, 2, Arriving.NORMAL).reading is Reading.TO_DO
    assert verdict(EVERYTHING, 0, Arriving.STOPPED).reading is Reading.TO_DO
    empty = replace(EVERYTHING, cells=[])
    assert verdict(empty, 0, Arriving.UNKNOWN).reading is Reading.NO_SALE


def test_invisible_money_counts_all_and_sums_what_counts() -> None:
    assert invisible(Found()) is None
    plan = _plan(
        (_orphan(1, 1), Confidence.CERTAIN), (_orphan(2, 1, paid=False), Confidence.BLOCKED)
    )
    told = invisible(Found(plan=plan))
    assert told is not None
    assert (told.sales, told.all_sales, told.amounts) == (1, 2, Amounts({"CDF": 1_000}))
    counted = invisible(Found(cells=[_cell(None, 1, 5), _cell(1, 1, 9)]))
    assert counted is not None
    assert (counted.all_sales, counted.amounts["CDF"]) == (5, 5_000)


# Whether sales come in.
NOON = local_hour(NOW, KINSHASA)
USUAL = frozenset(hour for hour in range(NOON - 9 * HOURS_A_WEEK, NOON + 1) if 8 <= hour % 24 < 18)
RECENT = NOW - timedelta(minutes=20)


@pytest.mark.parametrize(
    ("hours", "silences", "newest", "told"),
    [
        ({1: USUAL}, {}, RECENT, Arriving.NORMAL),
        ({1: USUAL - {*range(NOON - 6, NOON + 1)}}, {}, RECENT, Arriving.STOPPED),
        ({1: USUAL}, {2: Silence(NOON - 5, 8, 8)}, RECENT, Arriving.PARTLY),
        ({1: USUAL}, {}, NOW - 8 * DAY, Arriving.STOPPED),
        ({}, {}, NOW - 90 * DAY, Arriving.STOPPED),
        ({1: {NOON}}, {}, RECENT, Arriving.UNKNOWN),
        (None, {}, RECENT, Arriving.UNKNOWN),
        ({1: USUAL}, None, RECENT, Arriving.UNKNOWN),
        ({}, {}, None, Arriving.UNKNOWN),
    ],
    ids=[
        "as ever",
        "all silent",
        "one silent",
        "silent for a week",
        "silent for months",
        "too young",
        "not read",
        "not judged",
        "never sold",
    ],
)
def test_sales_come_in_as_usual_only_where_that_is_known(
    hours: Mapping[int, frozenset[int]] | None,
    silences: Mapping[int, Silence] | None,
    newest: datetime | None,
    told: Arriving,
) -> None:
    assert arriving(hours, silences, newest, NOW, KINSHASA) is told


def test_only_terminals_in_use_are_told_as_silent() -> None:
    hours = {id_: USUAL - {*range(NOON - 6, NOON + 1)} for id_ in (1, 2, 3)}
    terminals = {1: _terminal(1), 2: _terminal(2, active=False)}
    assert set(silences_of(hours, terminals, NOW, KINSHASA)) == {1}


# Putting off.
_amounts = st.dictionaries(st.sampled_from(["CDF", "USD", "EUR"]), st.integers(0, 99)).map(Amounts)
_problems = st.builds(
    Problem,
    st.sampled_from(ProblemKind),
    st.sampled_from(Severity),
    st.integers(1, 9),
    st.integers(0, 9),
    _amounts,
    st.lists(st.integers(1, 6), unique=True, max_size=4).map(tuple),
)


def _put_off(problem: Problem) -> PutOff:
    return PutOff.of(problem, "mbuyi", NOW, "later")


@given(_problems)
def test_what_was_put_off_stays_away_until_it_grows(problem: Problem) -> None:
    kept = _put_off(problem)
    assert not has_grown(kept, problem)
    assert parted([problem], {problem.kind: kept}).laid_by == ((problem, kept),)
    for grown in (
        replace(problem, count=problem.count + 1),
        replace(problem, sales=problem.sales + 1),
        replace(problem, amounts=problem.amounts + Amounts({"USD": 1})),
        replace(problem, amounts=problem.amounts + Amounts({"ZMW": 1})),
        replace(problem, terminals=(*problem.terminals, 99)),
    ):
        assert has_grown(kept, grown)
        assert parted([grown], {problem.kind: kept}).waiting == ((grown, kept),)


@given(_problems, _problems, _problems)
def test_what_was_solved_meanwhile_hides_nothing_that_comes_later(
    first: Problem, second: Problem, third: Problem
) -> None:
    second, third = replace(second, kind=first.kind), replace(third, kind=first.kind)
    kept = followed(_put_off(first), second)
    assert kept.reason == "later"
    if not has_grown(_put_off(first), second):
        # It has shrunk, or is the same: from here on it counts as it was then.
        assert has_grown(kept, third) is has_grown(_put_off(second), third)


def test_what_was_solved_is_put_off_no_longer_and_what_grew_keeps_its_reason() -> None:
    gone = Problem(ProblemKind.SILENT, Severity.NOTICE, 1)
    small = Problem(ProblemKind.CERTAIN, Severity.IMPORTANT, 5, 5, Amounts({"CDF": 500}))
    kept = {one.kind: _put_off(one) for one in (gone, small)}
    assert still_put_off([small], kept, {}) == {small.kind: kept[small.kind]}
    grown = replace(small, count=6, sales=6)
    assert still_put_off([grown], kept, {}) == {small.kind: kept[small.kind]}
    less = replace(small, count=2, sales=2, amounts=Amounts({"CDF": 200}))
    assert still_put_off([less], kept, {})[small.kind].count == 2
    assert still_put_off([], kept, {}) == {}


def test_a_silent_terminal_stays_put_off_until_it_sells() -> None:
    silent = Problem(ProblemKind.SILENT_NOW, Severity.IMPORTANT, 2, terminals=(1, 2))
    kept = {silent.kind: _put_off(silent)}
    assert still_put_off([], kept, {1: NOW - timedelta(hours=5)}) == kept
    one = still_put_off([], kept, {1: NOW + timedelta(hours=5)})
    assert (one[silent.kind].count, one[silent.kind].terminals) == (1, frozenset({2}))
    assert has_grown(one[silent.kind], silent)
    assert still_put_off([silent], one, {}) == one
    both = {1: NOW + timedelta(hours=5), 2: NOW + timedelta(hours=5)}
    assert still_put_off([], kept, both) == {}
