"""`repair` tells why there are orphans, and whether they still come."""

from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from tests.cli.conftest import File, Run
from tests.shops import NOON, make_shop


@pytest.fixture
def faulty(tmp_path: Path) -> str:
    """A shop in which one version of the app makes orphans to this day."""
    url = f"sqlite:///{tmp_path}/faulty.sqlite3"
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        shop = make_shop(connection)
        gombe = shop.boutique("Gombe")
        till, other = (shop.terminal(f"SN-{n}", boutique=gombe) for n in (1, 2))
        for number in range(250):
            bad = number % 10 == 0
            shop.sale(
                terminal=till if bad else other,
                boutique=None if bad else gombe,
                sold=NOON - timedelta(days=number % 40),
                version_app_maui="0.9" if bad else "1.4",
            )
    engine.dispose()
    return url


def test_a_version_that_makes_orphans_is_named_with_what_to_do(faulty: str, run: Run) -> None:
    told = run("repair", "--source", faulty).out
    sentence = "100_% of the orphans were made by app version 0.9, but 10_% of all sales."
    assert sentence.replace("_", "\u00a0") in told
    assert "Update the terminals that still have this version." in told
    assert "Till 1 is at Gombe, and the server stored 7 sales of it without boutique" in told


def test_programs_get_the_figures(faulty: str, run: Run) -> None:
    told = run("repair", "--source", faulty, "--format", "json").json
    [cause] = told["causes"]
    assert (cause["kind"], cause["name"]) == ("version", "0.9")
    assert (cause["orphans"], cause["sales"]) == (25, 25)
    assert (cause["of_orphans"], cause["of_sales"]) == (25, 250)
    [still] = told["still_made"]
    assert (still["terminal_id"], still["boutique_id"], still["orphans"]) == (1, 1, 7)


def test_filters_do_not_hide_a_cause(faulty: str, run: Run) -> None:
    told = run("repair", "--source", faulty, "--terminal", "SN-2", "--format", "json").json
    assert (sum(told["plan"].values()), len(told["causes"])) == (0, 1)


def test_a_few_orphans_have_nothing_in_common(file: File, run: Run) -> None:
    assert "have in common" not in run("repair", "--source", file.url).out
