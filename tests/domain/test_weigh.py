"""Weighing three testimonies: what holds whatever they say."""

from hypothesis import assume, given
from hypothesis import strategies as st

from desktop_admin.domain import evidence
from desktop_admin.domain.evidence import Basis, Confidence, Verdict, Witness, weigh

BOUTIQUES = st.integers(1, 4)
Three = tuple[evidence.Testimony, evidence.Testimony, evidence.Testimony]


def _goods(boutiques: list[int]) -> evidence.Testimony:
    basis = Basis.LINES if boutiques else Basis.NO_GOODS
    return evidence.Testimony(Witness.GOODS, basis, tuple(boutiques), tuple(1 for _ in boutiques))


def _place(boutique: int | None, weak: bool) -> evidence.Testimony:
    if boutique is None:
        return evidence.Testimony(Witness.PLACE, Basis.NO_TERMINAL)
    basis = Basis.PRESENT if weak else Basis.SALES_AROUND
    return evidence.Testimony(Witness.PLACE, basis, (boutique,), (1,), weak)


def _number(boutique: int | None) -> evidence.Testimony:
    if boutique is None:
        return evidence.Testimony(Witness.NUMBER, Basis.NO_BOUTIQUE_IN_NUMBER)
    return evidence.Testimony(Witness.NUMBER, Basis.BOUTIQUE_IN_NUMBER, (boutique,), (1,))


def _three(goods: list[int], place: int | None, weak: bool, number: int | None) -> Three:
    return _goods(goods), _place(place, weak), _number(number)


THREE = st.builds(
    _three,
    st.lists(BOUTIQUES, unique=True, max_size=3),
    st.none() | BOUTIQUES,
    st.booleans(),
    st.none() | BOUTIQUES,
)


@given(THREE)
def test_a_verdict_is_one_of_four_and_follows_from_what_was_said(three: Three) -> None:
    verdict = weigh(*three)
    assert verdict.testimonies == three
    speaking = [one for one in three if one.boutiques]
    said = {boutique for one in speaking for boutique in one.boutiques}
    firm = {boutique for one in speaking if not one.weak for boutique in one.boutiques}
    if verdict.confidence is Confidence.BLOCKED:
        assert not speaking
        assert verdict.options == ()
    elif verdict.confidence is Confidence.CONFLICT:
        assert len(firm) > 1
        assert set(verdict.options) == said
    else:
        assert len(firm or said) == 1
        assert verdict.options == (verdict.target,)
        assert {verdict.target} == (firm or said)
    assert (verdict.target is None) == (
        verdict.confidence in (Confidence.BLOCKED, Confidence.CONFLICT)
    )


@given(THREE)
def test_certain_needs_two_who_agree_and_nobody_against(three: Three) -> None:
    verdict = weigh(*three)
    agreeing = [one for one in three if one.boutiques == (verdict.target,)]
    against = [
        one for one in three if one.boutiques not in ((), (verdict.target,)) and not one.weak
    ]
    certain = verdict.confidence is Confidence.CERTAIN
    assert certain == (verdict.target is not None and len(agreeing) >= 2)
    if certain:
        assert not against


@given(THREE)
def test_a_weak_testimony_never_contradicts(three: Three) -> None:
    goods, place, number = three
    assume(place.weak)
    silent = weigh(goods, _place(None, weak=False), number)
    verdict = weigh(*three)
    if silent.confidence is not Confidence.BLOCKED:
        assert (verdict.confidence is Confidence.CONFLICT) == (
            silent.confidence is Confidence.CONFLICT
        )
        assert verdict.target == silent.target
        assert [one for one in verdict.options if one in silent.options] == list(silent.options)


@given(THREE, st.permutations([1, 2, 3, 4]))
def test_no_boutique_is_preferred(three: Three, others: list[int]) -> None:
    """Other ids for the same boutiques give the same verdict on those."""
    renamed = tuple(
        one._replace(boutiques=tuple(others[boutique - 1] for boutique in one.boutiques))
        for one in three
    )
    before, after = weigh(*three), weigh(*renamed)
    assert after.confidence is before.confidence
    assert after.options == tuple(others[boutique - 1] for boutique in before.options)


@given(st.tuples(*[st.none() | BOUTIQUES] * 3))
def test_firm_witnesses_count_alike(said: tuple[int | None, int | None, int | None]) -> None:
    """Who says it matters for the order of a conflict's candidates, and for nothing else."""

    def heard(first: int | None, second: int | None, third: int | None) -> Verdict:
        goods = [] if first is None else [first]
        return weigh(_goods(goods), _place(second, weak=False), _number(third))

    one, other = heard(*said), heard(said[2], said[0], said[1])
    assert one.confidence is other.confidence
    assert set(one.options) == set(other.options)
    assert one.target == other.target


@given(THREE, BOUTIQUES)
def test_one_more_who_agrees_never_makes_it_less_sure(three: Three, boutique: int) -> None:
    goods, place, number = three
    assume(not number.boutiques)
    rank = [Confidence.BLOCKED, Confidence.CONFLICT, Confidence.DEDUCED, Confidence.CERTAIN]
    before = weigh(*three)
    after = weigh(goods, place, _number(boutique))
    if before.target == boutique:
        assert after.target == boutique
        assert rank.index(after.confidence) >= rank.index(before.confidence)
    if before.confidence is Confidence.CONFLICT:
        assert after.confidence is Confidence.CONFLICT


@given(THREE)
def test_candidates_of_a_conflict_are_offered_goods_before_place_before_number(
    three: Three,
) -> None:
    verdict = weigh(*three)
    if verdict.confidence is Confidence.CONFLICT:
        goods, place, number = (one.boutiques for one in three)
        assert verdict.options == tuple(dict.fromkeys((*goods, *place, *number)))
