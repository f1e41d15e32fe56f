"""Amounts: exact, and never added across currencies."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from desktop_admin.domain.money import CDF, USD, Amounts, Money, as_amount, plain

CENTS = st.integers(-(10**15), 10**15)
CODES = st.sampled_from([CDF, USD, "EUR", "XAF", ""])
AMOUNTS = st.builds(Amounts, st.lists(st.tuples(CODES, CENTS), max_size=6))


@given(AMOUNTS, AMOUNTS, AMOUNTS)
def test_adding_is_adding_each_currency(one: Amounts, two: Amounts, three: Amounts) -> None:
    assert one + two == two + one
    assert (one + two) + three == one + (two + three)
    assert one + Amounts() == one
    for code in {*one, *two, "ZZZ"}:
        assert (one + two)[code] == one[code] + two[code]
    assert set(one + two) == {*one, *two}
    assert hash(one + two) == hash(two + one)


@given(st.lists(st.tuples(CODES, CENTS), max_size=8))
def test_the_order_of_what_is_added_does_not_matter(pairs: list[tuple[str, int]]) -> None:
    assert Amounts(pairs) == Amounts(reversed(pairs))
    assert [money.currency for money in Amounts(pairs).moneys()] == sorted(dict(pairs))
    assert Amounts(pairs) == Amounts(dict(Amounts(pairs)))


@given(CENTS)
def test_an_amount_has_two_decimals_and_is_exact(cents: int) -> None:
    amount = as_amount(cents)
    assert amount * 100 == cents
    assert amount.as_tuple().exponent == -2
    assert plain(cents) == f"{amount:.2f}"
    assert Decimal(plain(cents)) == amount
    assert Money(CDF, cents).amount == amount


def test_an_unknown_currency_counts_nothing_and_is_not_there() -> None:
    amounts = Amounts({CDF: 150})
    assert amounts[USD] == 0
    assert USD not in amounts
    assert len(amounts) == 1
    assert amounts != Amounts()
    assert amounts != {CDF: 150}
    assert repr(amounts) == "Amounts({'CDF': 150})"
