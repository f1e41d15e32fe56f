"""One figure of several currencies: alone, or converted at one rate."""

from hypothesis import given
from hypothesis import strategies as st

from desktop_admin.domain.measure import Measure, Rate, rates_of
from desktop_admin.domain.model import Merchant
from desktop_admin.domain.money import Amounts

amounts = st.dictionaries(
    st.sampled_from(["CDF", "USD", "EUR"]), st.integers(-(10**12), 10**12), max_size=3
).map(Amounts)
measures = st.one_of(
    st.sampled_from([Measure("CDF"), Measure("USD"), Measure("EUR")]),
    st.integers(1, 10**6).map(lambda rate: Measure("CDF", Rate(rate, ("Mukendi",)))),
)


def _merchant(id_: int, rate: str | None) -> Merchant:
    return Merchant(id_, f"M{id_}", id_, True, rate)


@given(measures, st.lists(amounts, max_size=8))
def test_parts_add_up_to_the_whole_whatever_is_measured(
    measure: Measure, parts: list[Amounts]
) -> None:
    whole = sum(parts, Amounts())
    assert measure.value(whole) == sum(measure.value(part) for part in parts)


def test_one_currency_is_looked_at_alone() -> None:
    some = Amounts({"CDF": 150_000, "USD": 1_050})
    assert Measure("CDF").value(some) == 150_000
    assert Measure("USD").value(some) == 1_050
    assert Measure("EUR").value(some) == 0
    assert Measure("CDF").left_out(some) == ()


def test_dollars_are_converted_at_the_rate_to_the_last_digit() -> None:
    measure = Measure("CDF", Rate(234_567, ("Mukendi",)))
    some = Amounts({"CDF": 1, "USD": 1_001})
    # 10,01 USD at 2 345,67 are 23 480,1567 CDF.
    assert measure.value(some) == 234_801_567 + 100
    assert measure.divisor == 10_000


def test_what_has_no_rate_is_left_out_and_told() -> None:
    measure = Measure("CDF", Rate(230_000, ("Mukendi",)))
    some = Amounts({"CDF": 100, "EUR": 5_000})
    assert measure.value(some) == measure.value(Amounts({"CDF": 100}))
    assert [(one.currency, one.cents) for one in measure.left_out(some)] == [("EUR", 5_000)]


def test_merchants_of_one_rate_share_it_and_the_commonest_comes_first() -> None:
    merchants = [_merchant(1, "2800"), _merchant(2, "2300.50"), _merchant(3, "2800.00")]
    assert rates_of(merchants) == [Rate(280_000, ("M1", "M3")), Rate(230_050, ("M2",))]


def test_what_is_no_rate_is_none() -> None:
    strange = [None, "", "0", "-5", "abc", "NaN", "Infinity", "1e999999"]
    assert rates_of(_merchant(id_, rate) for id_, rate in enumerate(strange)) == []
