"""What a repair does to boutiques, in figures."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from desktop_admin.domain import evidence
from desktop_admin.domain.effect import effects, span
from desktop_admin.domain.evidence import Confidence, Orphan, Verdict
from desktop_admin.domain.model import Figures
from desktop_admin.domain.money import Amounts
from desktop_admin.domain.repair import Proposal, Selected

KINSHASA = ZoneInfo("Africa/Kinshasa")
NIGHT = datetime(2026, 11, 21, 23, 30, tzinfo=UTC)
_BLOCKED = Verdict(
    Confidence.BLOCKED,
    (),
    (
        evidence.Testimony(evidence.Witness.GOODS, evidence.Basis.NO_GOODS),
        evidence.Testimony(evidence.Witness.PLACE, evidence.Basis.NO_TERMINAL),
        evidence.Testimony(evidence.Witness.NUMBER, evidence.Basis.NO_BOUTIQUE_IN_NUMBER),
    ),
)


class _Sale(NamedTuple):
    boutique: int
    currency: str = "CDF"
    cents: int = 100
    paid: bool = True
    cancelled: bool = False
    sold: datetime | None = NIGHT


def _selected(sales: Sequence[_Sale]) -> list[Selected]:
    return [
        Selected(
            Proposal(
                Orphan(
                    *(id_, f"N{id_}", sale.sold, None, 1, sale.paid, sale.cancelled),
                    *(sale.currency, sale.cents),
                ),
                _BLOCKED,
            ),
            sale.boutique,
        )
        for id_, sale in enumerate(sales)
    ]


SALES = st.lists(
    st.builds(
        _Sale,
        st.integers(1, 4),
        st.sampled_from(["CDF", "USD", "EUR"]),
        st.integers(0, 10_000),
        st.booleans(),
        st.booleans(),
        st.none() | st.datetimes(timezones=st.just(UTC)),
    )
)


@given(SALES)
def test_every_sale_and_every_cent_that_counts_comes_to_one_boutique(sales: list[_Sale]) -> None:
    before = {1: Figures(7, 0, Amounts({"CDF": 5, "GBP": 9})), 9: Figures(3)}
    found = effects(_selected(sales), before)
    assert [one.boutique_id for one in found] == list(
        dict.fromkeys(one.boutique_id for one in found)
    ), "a boutique is told twice"
    assert {one.boutique_id: one.sales for one in found} == {
        id_: sum(sale.boutique == id_ for sale in sales) for id_ in {s.boutique for s in sales}
    }
    for one in found:
        was = before.get(one.boutique_id, Figures())
        assert (one.sales_before, one.before) == (was.sales, was.amounts)
        assert one.sales_after == was.sales + one.sales
        for currency in ("CDF", "USD", "EUR", "GBP"):
            added = sum(
                sale.cents
                for sale in sales
                if (sale.boutique, sale.currency) == (one.boutique_id, currency)
                if sale.paid and not sale.cancelled
            )
            assert one.added[currency] == added
            assert one.after[currency] == was.amounts[currency] + added


def test_who_gets_most_comes_first() -> None:
    found = effects(_selected([_Sale(5), _Sale(3), _Sale(2), _Sale(2)]), {})
    assert [one.boutique_id for one in found] == [2, 3, 5]


def test_unpaid_and_cancelled_sales_count_as_sales_and_not_as_money() -> None:
    sales = [_Sale(1, paid=False), _Sale(1, cancelled=True)]
    [found] = effects(_selected(sales), {})
    assert (found.sales, found.added) == (2, Amounts())


def test_the_period_is_whole_local_days() -> None:
    early = NIGHT - timedelta(hours=1)
    proposals = [one.proposal for one in _selected([_Sale(1), _Sale(1, sold=early)])]
    # 23:30 in UTC is half past midnight in Kinshasa.
    assert span(proposals, KINSHASA) == (
        datetime(2026, 11, 20, 23, 0, tzinfo=UTC),
        datetime(2026, 11, 22, 23, 0, tzinfo=UTC),
    )
    assert span(proposals[:1], ZoneInfo("UTC")) == (
        datetime(2026, 11, 21, tzinfo=UTC),
        datetime(2026, 11, 22, tzinfo=UTC),
    )


def test_sales_without_a_date_have_no_period() -> None:
    assert span([], KINSHASA) is None
    assert span([one.proposal for one in _selected([_Sale(1, sold=None)])], KINSHASA) is None


@given(SALES)
def test_every_dated_sale_lies_in_the_period(sales: list[_Sale]) -> None:
    found = span([one.proposal for one in _selected(sales)], KINSHASA)
    dated = [sale.sold for sale in sales if sale.sold is not None]
    assert (found is None) == (not dated)
    if found is not None:
        assert all(found[0] <= moment < found[1] for moment in dated)
