"""What witnesses have in common over many sales, against a count by hand."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from desktop_admin.domain import evidence
from desktop_admin.domain.evidence import Basis, Verdict, Witness, weigh
from desktop_admin.domain.kinds import by_witness, named_by

_GOODS = st.dictionaries(st.integers(1, 3), st.integers(1, 9), max_size=2).map(
    lambda counts: evidence.Testimony(
        Witness.GOODS,
        Basis.LINES if counts else Basis.NO_GOODS,
        tuple(counts),
        tuple(counts.values()),
    )
)
_PLACE = st.sampled_from(
    [
        evidence.Testimony(Witness.PLACE, Basis.SALES_AROUND, (1,), (2,)),
        evidence.Testimony(Witness.PLACE, Basis.PRESENT, (2,), (0,), weak=True),
        evidence.Testimony(Witness.PLACE, Basis.MOVED_AROUND),
    ]
)
_NUMBER = st.sampled_from(
    [
        evidence.Testimony(Witness.NUMBER, Basis.BOUTIQUE_IN_NUMBER, (1,), (1,)),
        evidence.Testimony(Witness.NUMBER, Basis.NO_BOUTIQUE_IN_NUMBER),
    ]
)
_VERDICTS = st.lists(st.builds(weigh, _GOODS, _PLACE, _NUMBER), max_size=12).flatmap(
    lambda held: st.lists(st.sampled_from(held), max_size=30) if held else st.just([])
)


@given(_VERDICTS)
def test_every_sale_is_counted_once_by_each_witness_and_every_article_once(
    verdicts: list[Verdict],
) -> None:
    said = by_witness(verdicts)
    assert len(said) == (3 if verdicts else 0)
    for place, kinds in enumerate(said):
        assert sum(sales for _, sales in kinds) == len(verdicts)
        assert [sales for _, sales in kinds] == sorted((one for _, one in kinds), reverse=True)
        told = [(one.basis, frozenset(named_by(one)), one.weak) for one, _ in kinds]
        assert len(told) == len(set(told))
        heard = Counter(
            (one.basis, frozenset(one.boutiques), one.weak)
            for one in (verdict.testimonies[place] for verdict in verdicts)
        )
        assert dict(zip(told, (sales for _, sales in kinds), strict=True)) == heard
    added: Counter[int] = Counter()
    for one, _ in said[0] if said else ():
        assert isinstance(one, evidence.Testimony)
        added.update(dict(zip(one.boutiques, one.counts, strict=True)))
    expected: Counter[int] = Counter()
    for verdict in verdicts:
        goods = verdict.testimonies[0]
        expected.update(dict(zip(goods.boutiques, goods.counts, strict=True)))
    assert added == expected
