"""Reading an invoice number: hints from the shapes that are known, nothing from any other."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_admin.domain.invoice import NOTHING, NumberHint, read_number

MOMENTS = st.integers(0, 10**12 * 4).map(
    lambda thousandths: datetime(2000, 1, 1, tzinfo=UTC) + timedelta(milliseconds=thousandths)
)
SERIALS = st.text(st.characters(exclude_characters="\n\r", exclude_categories=["Cs"]), min_size=1)


@given(SERIALS, MOMENTS, st.integers(0, 2**32 - 1))
def test_a_terminals_number_is_read_back(serial: str, moment: datetime, noise: int) -> None:
    number = f"{serial}-{moment:%Y%m%d%H%M%S}{moment.microsecond // 1000:03}-{noise:08x}"
    expected = None if serial == "WEB" else serial
    assert read_number(number) == NumberHint(expected, None, moment)


@given(st.integers(1, 10**18 - 1), MOMENTS, st.integers(0, 9_999))
def test_the_servers_own_number_is_read_back(boutique: int, moment: datetime, n: int) -> None:
    whole = moment.replace(microsecond=0)
    number = f"VENTE-{boutique}-{whole:%Y%m%d%H%M%S}-{n}"
    assert read_number(number) == NumberHint(None, boutique, whole)


@given(st.text())
def test_any_text_is_read_without_a_fuss(text: str) -> None:
    hint = read_number(text)
    assert hint.boutique_id is None or hint.boutique_id > 0


@pytest.mark.parametrize(
    "number",
    [
        *("", "-", "VENTE", "VENTE-", "VENTE-0-20261121120000-1", "VENTE-01-20261121120000-1"),
        *("VENTE--1-20261121120000-1", "VENTE-1-2026112112000-1", "VENTE-1-20261121120000-"),
        *("VENTE-1-20261121120000-1 ", " VENTE-1-20261121120000-1", "vente-1-20261121120000-1"),
        # Digits of other scripts, and more of them than any id has.
        *("VENTE-1٢-20261121120000-1", "VENTE-٣-20261121120000-1"),
        f"VENTE-{'9' * 19}-20261121120000-1",
        *("-20261121120000123-0000abcd", "SN-20261121120000123-0000abc", "SN-2026-0000abcd"),
        "VENTE-1-20261121120000-1\n",
    ],
)
def test_what_only_looks_like_a_number_tells_no_boutique(number: str) -> None:
    assert read_number(number).boutique_id is None
    assert read_number(number).serial is None


@pytest.mark.parametrize("digits", ["20261321120000", "20260230120000", "00000000000000"])
def test_a_time_that_never_was_is_no_time(digits: str) -> None:
    assert read_number(f"VENTE-7-{digits}-1") == NumberHint(None, 7, None)
    assert read_number(f"SN-{digits}123-0000abcd") == NumberHint("SN", None, None)


def test_a_serial_may_look_like_anything() -> None:
    for serial in ("VENTE-7", "A-B-C", " SN 1 ", "20261121120000123", "=1+1", "😀"):
        made = read_number(f"{serial}-20261121120000123-0000ABCD")
        assert made.serial == serial
        assert made.made_at == datetime(2026, 11, 21, 12, 0, tzinfo=UTC) + timedelta(
            milliseconds=123
        )
    assert read_number("WEB-20261121120000123-0000abcd").serial is None
    assert read_number("nothing of the kind") is NOTHING
