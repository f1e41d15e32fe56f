"""Change sets: what they may say, and that saying something else is noticed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_admin.domain.changes import (
    CHANGEABLE,
    Change,
    ChangeKind,
    ChangeSet,
    Entity,
    Expectation,
    Field,
    Group,
    Operator,
    Reason,
    TargetBoutique,
    Undoes,
    judge_restored_target,
    judge_sale_target,
    judge_terminal_target,
    new_id,
)
from desktop_admin.domain.journal import entry_hash, row_digest

ME = Operator("Aline", "POSTE-1")
CHANGE = Change(Entity.SALE, 7, Field.BOUTIQUE, None, 3, ((Expectation.TERMINAL, 5),), 0)
OTHER = Change(Entity.TERMINAL, 5, Field.BOUTIQUE, 2, 3, group=1)
SET = ChangeSet(
    "one", ChangeKind.REPAIR, ME, (CHANGE, OTHER), (Group("a"), Group("b", whole=True)), "Titre"
)

#: The same set, saying something else.
VARIED: list[Callable[[ChangeSet], ChangeSet]] = [
    lambda one: replace(one, id="two"),
    lambda one: replace(one, kind=ChangeKind.ASSIGN),
    lambda one: replace(one, title=""),
    lambda one: replace(one, undoes="zero"),
    lambda one: replace(one, other_merchant_confirmed=True),
    lambda one: replace(one, changes=(CHANGE,)),
    lambda one: replace(one, changes=(OTHER, CHANGE)),
    lambda one: replace(one, groups=(Group("a"), Group("b"))),
    lambda one: replace(one, groups=(Group("a"), Group("c", whole=True))),
    lambda one: replace(one, groups=(*one.groups, Group("c"))),
    *(
        lambda one, values=values: replace(one, changes=(CHANGE._replace(**values), OTHER))
        for values in (
            {"id": 8},
            {"field": Field.TERMINAL},
            {"before": 1},
            {"after": None},
            {"expects": ()},
            {"expects": ((Expectation.TERMINAL, None),)},
            {"expects": ((Expectation.CANCELLED, 5),)},
            {"group": 1},
            {"undoes": Undoes("zero", 0)},
            {"undoes": Undoes("zero", 1)},
        )
    ),
]


def test_another_content_has_another_hash() -> None:
    hashes = [SET.content_hash(), *(vary(SET).content_hash() for vary in VARIED)]
    assert len(set(hashes)) == len(hashes)


def test_who_and_when_are_not_content() -> None:
    """The same decision sent again from another computer is the same."""
    later = replace(SET, operator=Operator("B", "C"), made_at=datetime(2026, 1, 1, tzinfo=UTC))
    assert later.content_hash() == SET.content_hash()


@given(st.lists(st.tuples(st.text(), st.booleans()), min_size=1, max_size=3), st.text())
def test_words_cannot_imitate_structure(groups: list[tuple[str, bool]], title: str) -> None:
    made = ChangeSet("x", ChangeKind.ASSIGN, ME, (), tuple(Group(*one) for one in groups), title)
    key, whole = groups[0]
    imitations = [
        (Group(f"{key}|{whole}\n{key}", whole),),
        (Group(f"{key}', {whole}), ('{key}", whole),),
        (Group(key), Group(key, whole), Group(key)),
    ]
    for imitation in imitations:
        if imitation != made.groups:
            assert replace(made, groups=imitation).content_hash() != made.content_hash()


def test_only_what_is_listed_can_change() -> None:
    for entity in Entity:
        for field in Field:
            change = Change(entity, 1, field, None, 1)
            if (entity, field) in CHANGEABLE:
                ChangeSet("x", ChangeKind.ASSIGN, ME, (change,))
            else:
                with pytest.raises(ValueError, match="cannot be changed"):
                    ChangeSet("x", ChangeKind.ASSIGN, ME, (change,))


def test_a_set_is_consistent_in_itself() -> None:
    with pytest.raises(ValueError, match="no group"):
        ChangeSet("x", ChangeKind.ASSIGN, ME, (CHANGE._replace(group=1),))
    with pytest.raises(ValueError, match="no group"):
        ChangeSet("x", ChangeKind.ASSIGN, ME, (CHANGE._replace(group=-1),))
    with pytest.raises(ValueError, match="twice"):
        ChangeSet("x", ChangeKind.ASSIGN, ME, (CHANGE, CHANGE._replace(after=4)))
    assert len({new_id() for _ in range(100)}) == 100


SELLING = TargetBoutique(active=True, depot=False, owner_id=9)


@pytest.mark.parametrize("confirmed", [False, True])
def test_where_a_terminal_may_go(confirmed: bool) -> None:
    def judge(target: TargetBoutique | None, owner: int | None) -> Reason | None:
        return judge_terminal_target(target, owner, confirmed=confirmed)

    assert judge(SELLING, 9) is None
    assert judge(None, 9) is Reason.NO_BOUTIQUE
    assert judge(SELLING._replace(depot=True), 9) is Reason.DEPOT
    assert judge(SELLING._replace(active=False), 9) is Reason.CLOSED
    for owner in (8, None):
        assert judge(SELLING, owner) is (None if confirmed else Reason.OTHER_MERCHANT)


def test_where_a_sale_may_go() -> None:
    assert judge_sale_target(SELLING) is None
    assert judge_sale_target(SELLING._replace(active=False)) is None
    assert judge_sale_target(SELLING._replace(depot=True)) is Reason.DEPOT
    assert judge_sale_target(None) is Reason.NO_BOUTIQUE
    assert judge_restored_target(SELLING._replace(depot=True, active=False)) is None
    assert judge_restored_target(None) is Reason.NO_BOUTIQUE


@given(st.lists(st.text(), max_size=4), st.lists(st.text(), max_size=4))
def test_other_lines_and_heads_have_other_hashes(one: list[str], other: list[str]) -> None:
    digests = [row_digest("set", text) for text in one]
    others = [row_digest("set", text) for text in other]
    assert (digests == others) == (one == other)
    assert (entry_hash("0", one, ()) == entry_hash("0", other, ())) == (one == other)
    assert entry_hash("0", one, digests) != entry_hash("1", one, digests)
