"""Assigning terminals: every guard, what follows and what stays, and the sets it becomes."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_admin.domain.assign import (
    WEIGHTS,
    Followers,
    Guard,
    Weight,
    activate_set,
    assign_and_repair_set,
    assign_set,
    consequences,
    detach_set,
    following,
    guards_of,
)
from desktop_admin.domain.changes import (
    Change,
    ChangeKind,
    Entity,
    Expectation,
    Field,
    Operator,
)
from desktop_admin.domain.evidence import Evidence, Orphan
from desktop_admin.domain.model import Boutique, Figures, Terminal
from desktop_admin.domain.money import Amounts
from tests.domain.test_planning import shops

ME = Operator("Aline", "POSTE-1")
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)
KIN, LIMETE, DEPOT, CLOSED, FAR, NO_POS = range(1, 7)


def boutique(id_: int, **others: object) -> Boutique:
    made = Boutique(id_, f"B{id_}", 1, "M", 1, f"B{id_}", "Kinshasa", "", True, False, True)
    return replace(made, **others)  # type: ignore[arg-type]  # names of its fields, by the tests


BOUTIQUES: Mapping[int, Boutique] = {
    KIN: boutique(KIN),
    LIMETE: boutique(LIMETE),
    DEPOT: boutique(DEPOT, depot=True),
    CLOSED: boutique(CLOSED, active=False),
    FAR: boutique(FAR, owner_id=2, merchant_id=2),
    NO_POS: boutique(NO_POS, pos_allowed=False),
}


def till(id_: int = 1, at: int | None = None, **others: object) -> Terminal:
    made = Terminal(id_, f"Caisse {id_}", f"SN-{id_}", 1, at, None, None, True, NOW, "", NOW - DAY)
    return replace(made, **others)  # type: ignore[arg-type]  # names of its fields, by the tests


def orphan(id_: int, terminal: int | None = 1, **others: object) -> Orphan:
    made = Orphan(id_, "X", NOW - 2 * DAY, None, terminal, True, False, "CDF", 100)
    return made._replace(**others)  # type: ignore[arg-type]  # names of its fields, by the tests


def evidence_of(
    *orphans: Orphan, tills: tuple[Terminal, ...] = (till(),), **others: object
) -> Evidence:
    made = Evidence(
        at=NOW,
        orphans=orphans,
        lines={},
        movements={},
        beside={},
        neighbours={},
        neighbours_by_other_clock={},
        terminals={one.id: one for one in tills},
        boutiques=BOUTIQUES,
        assignments={},
        named_terminals={},
    )
    return replace(made, **others)  # type: ignore[arg-type]  # names of its fields, by the tests


def ids(found: Followers) -> tuple[list[int], list[int], list[int]]:
    """Sale ids of the certain, the supposed, and those that stay."""
    certain, supposed, staying = (
        [one.orphan.sale_id for one in part]
        for part in (found.certain, found.supposed, found.staying)
    )
    return certain, supposed, staying


@pytest.mark.parametrize(
    ("target", "guard", "weight"),
    [
        (DEPOT, Guard.DEPOT, Weight.REFUSE),
        (CLOSED, Guard.CLOSED, Weight.REFUSE),
        (99, Guard.NO_BOUTIQUE, Weight.REFUSE),
        (FAR, Guard.OTHER_MERCHANT, Weight.CONFIRM),
        (NO_POS, Guard.POS_FORBIDDEN, Weight.CONFIRM),
    ],
)
def test_a_boutique_that_is_not_for_this_terminal_says_why(
    target: int, guard: Guard, weight: Weight
) -> None:
    assert guards_of(till(), BOUTIQUES.get(target), NOW) == (guard,)
    assert WEIGHTS[guard] is weight


@pytest.mark.parametrize(
    ("terminal", "guard", "weight"),
    [
        (till(active=False), Guard.TERMINAL_INACTIVE, Weight.WARN),
        (till(last_activity=NOW - 7 * DAY), Guard.SILENT, Weight.WARN),
        (till(last_activity=None), Guard.SILENT, Weight.WARN),
        (till(at=KIN), Guard.ALREADY_THERE, Weight.NOTHING),
    ],
)
def test_a_terminal_that_is_not_as_others_is_spoken_of(
    terminal: Terminal, guard: Guard, weight: Weight
) -> None:
    assert guards_of(terminal, BOUTIQUES[KIN], NOW) == (guard,)
    assert WEIGHTS[guard] is weight


def test_a_terminal_in_order_goes_without_a_word() -> None:
    assert guards_of(till(at=LIMETE), BOUTIQUES[KIN], NOW) == ()


def test_the_gravest_is_said_first() -> None:
    terminal = till(active=False, last_activity=None)
    far = replace(BOUTIQUES[FAR], active=False)
    assert guards_of(terminal, far, NOW)[0] is Guard.CLOSED
    found = consequences([terminal], FAR, {FAR: far}, {}, NOW)
    assert found.refusal is Guard.CLOSED
    assert found.all_guards[0] is Guard.CLOSED


def test_figures_are_added_up_of_those_that_move_only() -> None:
    figures = {
        1: Figures(sales=10, orphans=4, orphan_amounts=Amounts({"CDF": 400, "USD": 5})),
        2: Figures(sales=3, orphans=1, orphan_amounts=Amounts({"CDF": 100})),
        3: Figures(sales=99, orphans=9, orphan_amounts=Amounts({"CDF": 900})),
    }
    chosen = [till(1), till(2, LIMETE), till(3, KIN), till(4)]
    found = consequences(chosen, KIN, BOUTIQUES, figures, NOW)
    assert [one.id for one in found.moves] == [1, 2, 4]
    assert [one.id for one in found.unchanged] == [3]
    assert found.orphans == 5
    assert found.orphan_amounts == Amounts({"CDF": 500, "USD": 5})
    assert found.guards == {3: (Guard.ALREADY_THERE,)}
    assert found.refusal is None
    assert found.to_confirm == ()


def test_guards_name_the_terminals_they_speak_of() -> None:
    chosen = [till(1), till(2, owner_id=2), till(3, active=False)]
    found = consequences(chosen, FAR, BOUTIQUES, {}, NOW)
    assert found.to_confirm == (Guard.OTHER_MERCHANT,)
    assert [one.id for one in found.guarded_by(Guard.OTHER_MERCHANT)] == [1, 3]
    assert [one.id for one in found.guarded_by(Guard.TERMINAL_INACTIVE)] == [3]


def test_detaching_leaves_alone_what_is_nowhere() -> None:
    found = consequences([till(1), till(2, KIN)], None, BOUTIQUES, {}, NOW)
    assert ([one.id for one in found.moves], found.guards) == ([2], {})
    sent = detach_set(found, ME, "set")
    assert sent.changes == (Change(Entity.TERMINAL, 2, Field.BOUTIQUE, KIN, None),)


def test_goods_of_the_new_boutique_follow_and_goods_of_another_stay() -> None:
    evidence = evidence_of(
        orphan(1), orphan(2), orphan(3), lines={1: ((KIN, 2),), 2: ((LIMETE, 1),)}
    )
    found = following(evidence, {1}, KIN, NOW)
    assert ids(found) == ([1], [3], [2])
    assert found.elsewhere == {LIMETE: 1}


def test_a_number_that_names_another_boutique_keeps_its_sale() -> None:
    evidence = evidence_of(
        orphan(1, number=f"VENTE-{LIMETE}-20261120120000-1"),
        orphan(2, number=f"VENTE-{KIN}-20261120120000-1"),
    )
    assert ids(following(evidence, {1}, KIN, NOW)) == ([2], [], [1])


def test_of_a_terminal_that_moves_what_it_sold_where_it_was_stays() -> None:
    """Trap 9: where it goes says nothing of where it was, be the witness ever so weak."""
    weak = evidence_of(orphan(1), tills=(till(at=LIMETE, updated_at=NOW - 9 * DAY),))
    assert ids(following(weak, {1}, KIN, NOW)) == ([], [], [1])
    around = evidence_of(orphan(1), tills=(till(at=LIMETE),), beside={1: (LIMETE, LIMETE)})
    assert ids(following(around, {1}, KIN, NOW)) == ([], [], [1])


def test_sales_around_that_disagree_let_nothing_follow() -> None:
    evidence = evidence_of(orphan(1), beside={1: (LIMETE, KIN)})
    assert ids(following(evidence, {1}, KIN, NOW)) == ([], [], [1])


def test_what_only_the_assignment_speaks_for_is_supposed() -> None:
    nowhere = evidence_of(orphan(1))
    assert ids(following(nowhere, {1}, KIN, NOW)) == ([], [1], [])
    edited = evidence_of(orphan(1), tills=(till(at=LIMETE, updated_at=NOW - DAY),))
    assert ids(following(edited, {1}, KIN, NOW)) == ([], [1], [])


def test_orphans_of_other_terminals_are_not_heard_of() -> None:
    named = evidence_of(
        orphan(1, terminal=2),
        orphan(2, terminal=None),
        orphan(3, terminal=None),
        tills=(till(1), till(2)),
        lines={1: ((KIN, 1),), 2: ((KIN, 1),), 3: ((KIN, 1),)},
        named_terminals={2: 1},
    )
    assert ids(following(named, {1}, KIN, NOW)) == ([2], [], [])


@given(shops(), st.sets(st.integers(1, 3)), st.integers(1, 6))
def test_no_sale_follows_that_a_witness_places_elsewhere(
    evidence: Evidence, tills: set[int], target: int
) -> None:
    found = following(evidence, tills, target, NOW)
    for proposal in found.picked(certain=True, supposed=True):
        assert all(
            named == target for one in proposal.verdict.testimonies for named in one.boutiques
        )
        depot = evidence.boutiques.get(target)
        if proposal in found.certain:
            assert depot is not None
            assert not depot.depot
    everything = ids(found)
    assert len({id_ for part in everything for id_ in part}) == sum(map(len, everything))


def test_terminals_go_each_for_itself_and_with_sales_all_together() -> None:
    evidence = evidence_of(
        orphan(5, cancelled=True),
        orphan(4, terminal=None),
        lines={5: ((KIN, 1),), 4: ((KIN, 1),)},
        named_terminals={4: 1},
    )
    found = consequences([till(1, LIMETE), till(2)], KIN, BOUTIQUES, {}, NOW)
    plain = assign_set(found, ME, "set", other_merchant_confirmed=True)
    assert plain.kind is ChangeKind.ASSIGN
    assert plain.other_merchant_confirmed
    assert not plain.groups[0].whole
    assert [(one.id, one.before, one.after) for one in plain.changes] == [
        (1, LIMETE, KIN),
        (2, None, KIN),
    ]
    followers = following(evidence, {1, 2}, KIN, NOW)
    sent = assign_and_repair_set(found, followers, followers.certain, ME, "set")
    assert sent.groups[0].whole
    assert sent.changes[:2] == plain.changes
    assert [(one.entity, one.id, one.expects) for one in sent.changes[2:]] == [
        (
            Entity.SALE,
            4,
            (
                (Expectation.TERMINAL, None),
                (Expectation.CANCELLED, 0),
                (Expectation.TERMINAL_BOUTIQUE, None),
            ),
        ),
        (
            Entity.SALE,
            5,
            (
                (Expectation.TERMINAL, 1),
                (Expectation.CANCELLED, 1),
                (Expectation.TERMINAL_BOUTIQUE, None),
            ),
        ),
    ]


def test_switching_on_leaves_out_what_is_on() -> None:
    sent = activate_set([till(1), till(2, active=False)], ME, "set", active=True)
    assert sent.kind is ChangeKind.ACTIVATE
    assert sent.changes == (Change(Entity.TERMINAL, 2, Field.ACTIVE, 0, 1),)
