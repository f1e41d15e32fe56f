"""Values in few letters, on axes and in full."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_admin.gui.charts.numbers import Unit, percents
from tests.gui.charts.plain import CDF, ENGLISH, FRENCH, USD


@pytest.mark.parametrize(
    ("units", "french", "english"),
    [
        (0, "0", "0"),
        (950, "950", "950"),
        (9_950, "9\u202f950", "9,950"),
        (12_500, "12,5\u00a0k", "12.5\u00a0k"),
        (999_960, "1,0\u00a0M", "1.0\u00a0M"),
        (9_000_000, "9\u00a0M", "9\u00a0M"),
        (146_558_000, "146,6\u00a0M", "146.6\u00a0M"),
        (58_046_000, "58,0\u00a0M", "58.0\u00a0M"),
        (1_234_567_890, "1,2\u00a0Md", "1.2\u00a0bn"),
        (123_456_000_000_000, "123\u202f456\u00a0Md", "123,456\u00a0bn"),
        (-31_012_000, "\u221231,0\u00a0M", "\u221231.0\u00a0M"),
    ],
)
def test_values_are_said_in_few_letters(units: int, french: str, english: str) -> None:
    assert CDF.short(units * 100, FRENCH) == french
    assert CDF.short(units * 100, ENGLISH) == english


def test_small_values_keep_what_they_are_worth() -> None:
    assert USD.short(1150, FRENCH) == "11,5"
    assert USD.short(999, FRENCH) == "9,99"
    assert USD.short(1, FRENCH) == "0,01"
    assert USD.short(46_450, FRENCH) == "465"
    assert Unit(10_000, "CDF").short(1_234_500_000, FRENCH) == "123,5\u00a0k"


def test_a_full_value_is_exact_and_names_its_currency() -> None:
    assert CDF.full(5_052_950_000, FRENCH) == "50\u202f529\u202f500\u00a0CDF"
    assert CDF.full(5_052_950_050, FRENCH) == "50\u202f529\u202f500,50\u00a0CDF"
    assert USD.full(155_500, FRENCH) == "1\u202f555,00\u00a0USD"
    assert USD.full(-1, FRENCH) == "\u22120,01\u00a0USD"
    assert Unit(10_000, "EUR").full(12_345, ENGLISH) == "1.23\u00a0EUR"


def test_an_axis_names_its_power_once() -> None:
    ticks = [0, 50_000_000_00, 100_000_000_00, 150_000_000_00]
    assert CDF.ticks(ticks, FRENCH) == ["0", "50", "100", "150\u00a0M"]
    assert CDF.ticks([0, 500_000_00, 1_000_000_00], FRENCH) == ["0", "0,5", "1,0\u00a0M"]
    assert CDF.ticks([-20_000_00, 0, 10_000_00], FRENCH) == ["\u221220\u00a0k", "0", "10"]
    assert CDF.ticks([0], FRENCH) == ["0"]
    assert CDF.ticks([], FRENCH) == []


@given(st.integers(-(10**16), 10**16), st.sampled_from([1, 100, 10_000]))
def test_a_short_value_is_short_and_keeps_its_sign(value: int, divisor: int) -> None:
    text = Unit(divisor, "CDF").short(value, ENGLISH)
    assert len(text) <= len("\u221210,000,000\u00a0bn")
    assert text.startswith("\u2212") == (value < 0)


@given(st.integers(1, 10**12))
def test_a_short_value_is_near_the_value(value: int) -> None:
    text = CDF.short(value, ENGLISH).replace(",", "")
    number, _, suffix = text.partition("\u00a0")
    back = float(number) * {"": 1, "k": 1e3, "M": 1e6, "bn": 1e9}[suffix] * 100
    assert back == pytest.approx(value, rel=0.06, abs=1)


@given(st.lists(st.integers(0, 10**12), min_size=1, max_size=30))
def test_percents_add_up_to_the_whole(values: list[int]) -> None:
    found = percents(values)
    assert sum(found) == (1_000 if sum(values) else 0)
    for value, tenths in zip(values, found, strict=True):
        exact = value * 1_000 / sum(values) if sum(values) else 0
        assert abs(tenths - exact) < 1
