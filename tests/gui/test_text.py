"""Text from terminals is data, and figures are written as the language writes them."""

from datetime import UTC, datetime

import pytest

from desktop_admin.domain.matching import folded
from desktop_admin.domain.money import Money
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.models.columns import sort_key, text_cell
from desktop_admin.gui.text import CELL_LIMIT, fill, one_line, tooltip

FRENCH = Formats.of("fr", "Africa/Kinshasa")
ENGLISH = Formats.of("en", "Africa/Kinshasa")
EVENING = datetime(2026, 10, 31, 23, 30, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Caisse 1", "Caisse 1"),
        ("a\r\nb\tc", "a b c"),
        ("évil\u202eELIF", "évil\ufffdELIF"),
        ("\u2066x\u2069\u200f", "\ufffdx\ufffd\ufffd"),
        ("<b>gras</b>", "<b>gras</b>"),
        ("x" * 10_000, "x" * (CELL_LIMIT - 1) + "…"),
    ],
)
def test_a_cell_is_one_plain_line(text: str, shown: str) -> None:
    assert one_line(text) == shown


def test_a_tooltip_shows_markup_as_it_is_written() -> None:
    assert tooltip("<b>x</b> & y\nz") == "<qt>&lt;b&gt;x&lt;/b&gt; &amp; y<br>z</qt>"
    assert len(tooltip("x" * 10_000)) < 1_100
    assert tooltip("") == ""


def test_what_a_cell_cuts_off_stands_in_its_tooltip() -> None:
    assert text_cell("short").tooltip == ""
    assert text_cell("x" * 300).tooltip == "x" * 300


def test_a_value_that_looks_like_a_place_stays_itself() -> None:
    assert fill("%1 of %2", "%2", "five") == "%2 of five"


def test_numbers_are_grouped_as_the_language_does() -> None:
    assert FRENCH.money(Money("CDF", 123_456_700)) == "1\u202f234\u202f567,00\u00a0CDF"
    assert ENGLISH.money(Money("USD", 123_456_700)) == "1,234,567.00\u00a0USD"
    assert FRENCH.amount(-5) == "\u22120,05"
    assert FRENCH.moneys([Money("CDF", 100), Money("USD", 250)]) == "1,00\u00a0CDF · 2,50\u00a0USD"


def test_times_are_of_the_shop() -> None:
    assert FRENCH.minute(EVENING) == "01/11/2026 00:30"
    assert ENGLISH.date(EVENING) == "2026-11-01"
    assert FRENCH.exact(EVENING) == "01/11/2026 00:30:05 (Kinshasa, UTC+1)"
    assert Formats.of("en", "Asia/Kolkata").zone_name(EVENING) == "Kolkata, UTC+5:30"


def test_order_knows_numbers_accents_and_nothing() -> None:
    values = ["caisse 10", None, "Élise", "Caisse 2", "eclair"]
    assert sorted(values, key=sort_key) == [None, "Caisse 2", "caisse 10", "eclair", "Élise"]
    assert folded("ÉLISE") == "elise"
