"""A preview, its scope and the choices made of it, against a plain reading of the same sales."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_admin.domain import evidence
from desktop_admin.domain.choice import Choice, picked, summary_of
from desktop_admin.domain.evidence import Basis, Confidence, Orphan, Verdict, Witness
from desktop_admin.domain.money import Amounts
from desktop_admin.domain.preview import Preview, Weighed
from desktop_admin.domain.repair import Choices, Plan, Policy, Proposal, amounts_of, select
from desktop_admin.domain.scope import Labels, Narrowing, scope_of

NOON = datetime(2026, 11, 22, 11, 0, tzinfo=UTC)
SILENT = evidence.Testimony(Witness.GOODS, Basis.NO_GOODS)
OPTIONS = {
    Confidence.CERTAIN: (1, 2),
    Confidence.DEDUCED: (2,),
    Confidence.CONFLICT: (1, 2),
    Confidence.BLOCKED: (),
}


def proposal(
    id_: int,
    confidence: Confidence = Confidence.CERTAIN,
    options: tuple[int, ...] = (1,),
    terminal: int | None = 1,
    **others: Any,
) -> Proposal:
    sale = Orphan(id_, f"POS-{id_:05d}", NOON, None, terminal, True, False, "CDF", 100 * id_)
    return Proposal(
        sale._replace(**others),
        Verdict(confidence, options, (SILENT, SILENT, SILENT)),
    )


def terminal_of(one: Weighed) -> int | None:
    assert isinstance(one, Proposal)
    return one.orphan.terminal_id


def labels(one: Weighed) -> Labels:
    till = terminal_of(one)
    tills = frozenset() if till is None else frozenset({till})
    return Labels(
        f"caisse {till}", tills, frozenset(one.verdict.options), frozenset({10 + (till or 0)})
    )


@st.composite
def orphans(draw: st.DrawFn) -> list[Proposal]:
    made = []
    for id_ in range(1, draw(st.integers(0, 30)) + 1):
        code = draw(st.sampled_from(list(Confidence)))
        options = OPTIONS[code]
        if code in (Confidence.CERTAIN, Confidence.DEDUCED):
            options = (draw(st.sampled_from(options)),)
        at = draw(st.none() | st.integers(0, 3))
        made.append(
            proposal(
                id_,
                code,
                options,
                draw(st.sampled_from([None, 1, 2])),
                sold_at=None if at is None else NOON + timedelta(hours=at),
                paid=draw(st.booleans()),
                currency=draw(st.sampled_from(["CDF", "USD", "EUR"])),
                cents=draw(st.integers(-500, 5000)),
            )
        )
    return made


narrowings = st.builds(
    Narrowing,
    text=st.sampled_from(["", "caisse 1", "0001", "caisse 00"]),
    terminals=st.sampled_from([None, frozenset({1}), frozenset({1, 2})]),
    boutiques=st.sampled_from([None, frozenset({1})]),
    merchants=st.sampled_from([None, frozenset({11})]),
    since=st.sampled_from([None, NOON + timedelta(hours=1)]),
    until=st.sampled_from([None, NOON + timedelta(hours=2)]),
    currency=st.sampled_from([None, "USD"]),
    at_least=st.sampled_from([None, 1000]),
    at_most=st.sampled_from([None, 3000]),
)


def fits(one: Proposal, by: Narrowing) -> bool:
    """Whether a sale is looked at, said one rule after the other."""
    sale, told = one.orphan, labels(one)
    if by.terminals is not None and not by.terminals & told.terminals:
        return False
    if by.boutiques is not None and not by.boutiques & told.boutiques:
        return False
    if by.merchants is not None and not by.merchants & told.merchants:
        return False
    if (by.since or by.until) and sale.sold_at is None:
        return False
    if by.since is not None and sale.sold_at is not None and sale.sold_at < by.since:
        return False
    if by.until is not None and sale.sold_at is not None and sale.sold_at >= by.until:
        return False
    if by.currency not in (None, sale.currency):
        return False
    if by.at_least is not None and sale.cents < by.at_least:
        return False
    if by.at_most is not None and sale.cents > by.at_most:
        return False
    return all(word in told.text or word in sale.number.lower() for word in by.text.split())


def money(found: Sequence[Proposal]) -> dict[str, int]:
    return {code: cents for code, cents in amounts_of(found).items() if cents}


@given(orphans(), narrowings)
@settings(deadline=None)
def test_a_scope_holds_exactly_the_sales_that_fit_and_their_sums(
    found: list[Proposal], narrowing: Narrowing
) -> None:
    preview = Preview.of(found, terminal_of)
    scope = scope_of(preview, narrowing, labels)
    shown = {
        one.orphan.sale_id for one, here in zip(preview.items, scope.shown, strict=True) if here
    }
    expected = [one for one in found if fits(one, narrowing)]
    assert shown == {one.orphan.sale_id for one in expected}
    assert scope.total.sales == len(expected)
    assert {code: cents for code, cents in scope.total.amounts.items() if cents} == money(expected)
    for group, summed in zip(preview.groups, scope.groups, strict=True):
        mine = [
            one
            for one in expected
            if (one.verdict.confidence, one.orphan.terminal_id, one.verdict.options) == group.key
        ]
        assert summed.sales == len(mine)
        assert dict(summed.amounts) == money(mine)


edits = st.lists(
    st.tuples(
        st.sampled_from(["tick", "untick", "aim", "bar"]),
        st.sets(st.integers(1, 30), max_size=8),
        st.integers(1, 4),
    ),
    max_size=8,
)


@given(orphans(), narrowings, edits)
@settings(deadline=None)
def test_what_would_be_applied_is_what_is_shown_ticked_aimed_and_as_it_was(
    found: list[Proposal],
    narrowing: Narrowing,
    done: list[tuple[str, set[int], int]],
) -> None:
    preview = Preview.of(found, terminal_of)
    scope, choice = scope_of(preview, narrowing, labels), Choice.first(preview)
    targets = {one.orphan.sale_id: next(iter(one.verdict.options), None) for one in found}
    ticked = {one.orphan.sale_id for one in found if one.verdict.confidence is Confidence.CERTAIN}
    gone: set[int] = set()
    for what, ids, target in done:
        mine = ids & targets.keys()
        mask = preview.of_sales(ids)
        if what == "tick":
            choice = choice.tick(mask, on=True)
            ticked |= {id_ for id_ in mine if targets[id_] is not None and id_ not in gone}
        elif what == "untick":
            choice = choice.tick(mask, on=False)
            ticked -= mine
        elif what == "aim":
            choice = choice.aim(mask, target)
            targets |= dict.fromkeys(mine, target)
            ticked |= mine - gone
        else:
            choice = choice.bar(mask)
            gone = mine
    would = [one for one in found if one.orphan.sale_id in ticked - gone and fits(one, narrowing)]
    chosen = picked(preview, scope, choice)
    assert [(one.orphan.sale_id, target) for one, target in chosen] == [
        (one.orphan.sale_id, targets[one.orphan.sale_id]) for one in would
    ]
    summary = summary_of(preview, scope, choice)
    assert summary.selected.sales == len(would)
    assert dict(summary.selected.amounts) == money(would)
    assert summary.targets == {targets[one.orphan.sale_id] for one in would}
    assert summary.hidden == len(ticked - gone) - len(would)
    assert sum(one.ticked for one in summary.groups) == len(would)
    assert sum(one.ticked for one in summary.confidences.values()) == len(would)


@given(orphans())
@settings(deadline=None)
def test_the_first_choice_is_what_the_command_line_selects(found: list[Proposal]) -> None:
    plan = Plan(Policy.EVIDENCE, NOON, tuple(found), {}, {})
    preview = Preview.of(found, terminal_of)
    scope = scope_of(preview, Narrowing(), labels)
    chosen = picked(preview, scope, Choice.first(preview))
    assert chosen == [(one.proposal, one.target) for one in select(plan, Choices())]


def test_sales_of_a_group_stand_the_newest_first_and_those_without_a_date_last() -> None:
    made = [
        proposal(1),
        proposal(2, sold_at=NOON + timedelta(days=1)),
        proposal(3, sold_at=None),
    ]
    preview = Preview.of(made, terminal_of)
    assert [one.orphan.sale_id for one in preview.items] == [2, 1, 3]
    assert (preview.groups[0].first, preview.groups[0].last) == (NOON, NOON + timedelta(days=1))


def test_an_edit_leaves_the_choice_before_it_as_it_was() -> None:
    preview = Preview.of([proposal(1), proposal(2)], terminal_of)
    first = Choice.first(preview)
    second = first.aim(preview.of_sales([1]), 7).tick(preview.of_sales([2]), on=False)
    assert (first.ticked, first.target(preview.places[1])) == (b"\1\1", 1)
    assert second.target(preview.places[1]) == 7
    assert second.ticked[preview.places[2]] == 0


def test_a_blocked_sale_cannot_be_ticked_before_somebody_says_where_it_goes() -> None:
    preview = Preview.of([proposal(1, Confidence.BLOCKED, ())], terminal_of)
    choice = Choice.first(preview)
    assert choice.tick(preview.every, on=True).ticked == b"\0"
    assert choice.aim(preview.every, 3).ticked == b"\1"


def test_a_group_has_one_target_only_where_all_of_its_sales_go_there() -> None:
    preview = Preview.of([proposal(1), proposal(2)], terminal_of)
    choice = Choice.first(preview)
    assert choice.common_target(0, 2) == 1
    assert choice.aim(preview.of_sales([2]), 5).common_target(0, 2) is None


def test_unpaid_and_cancelled_sales_are_counted_and_come_to_nothing() -> None:
    made = [proposal(1, paid=False), proposal(2, cancelled=True), proposal(3)]
    preview = Preview.of(made, terminal_of)
    assert preview.sum(preview.every) == (3, Amounts({"CDF": 300}))
