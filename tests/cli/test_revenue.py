"""`revenue`: rows that add up, in days of the shop; what cannot be told is refused and said."""

import csv
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
import sqlalchemy as sa

from desktop_admin.sources.sql import shop as server
from tests.cli.conftest import File, Run
from tests.shops import Shop, make_shop

FRIDAY = datetime(2025, 10, 10, 9, 30, tzinfo=UTC)
#: Half past eleven in the evening in UTC: the next day in Kinshasa.
LATE = datetime(2025, 10, 31, 23, 30, tzinfo=UTC)


def fill(shop: Shop, path: Path) -> File:
    gombe, limete = shop.boutique("Gombe"), shop.boutique('=cmd|"Limete"')
    till = shop.terminal("SN-1", boutique=gombe)

    def sale(boutique: int | None, amount: object, sold: datetime = FRIDAY, **more: object) -> None:
        shop.sale(terminal=till, boutique=boutique, amount=amount, sold=sold, **more)  # type: ignore[arg-type]  # whatever a row can hold

    sale(gombe, Decimal("1000.10"))
    sale(gombe, Decimal("2000.20"), mode_paiement="CARD")
    sale(gombe, Decimal(0), currency="USD", montant_total_usd=Decimal("12.34"))
    sale(gombe, Decimal(99), paid=False)
    sale(gombe, Decimal(99), cancelled=True)
    sale(limete, Decimal(300), sold=LATE)
    sale(None, Decimal(50))
    sale(None, Decimal(7), currency="EUR", sold=LATE)
    return File(path, f"sqlite:///{path}", 0, 0, 0, 0, gombe, limete)


@pytest.fixture
def sold(tmp_path: Path) -> File:
    """Sales of two boutiques and of none, in three currencies, on two days."""
    return made_at(tmp_path / "sold.sqlite3", server.NEWEST)


def made_at(path: Path, migration: int) -> File:
    engine = sa.create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        made = fill(make_shop(connection, migration), path)
    engine.dispose()
    return made


def spend(file: File, *spent: tuple[str, datetime, bool]) -> None:
    """Expenses of Gombe: amount, when, whether applied."""
    engine = sa.create_engine(file.url)
    with engine.begin() as connection:
        values = [
            {
                "boutique_id": file.gombe,
                "terminal_id": 1,
                "date_rapport": at,
                "depense": Decimal(amount),
                "devise": "CDF",
                "depense_appliquee": applied,
            }
            for amount, at, applied in spent
        ]
        Shop(connection, server.schema(server.NEWEST), server.NEWEST).add_many(
            "inventory_rapportcaisse", values
        )
    engine.dispose()


Rows = list[tuple[str, int | None, str, int, str]]


def rows(run: Run, file: File, *options: object) -> Rows:
    told = run("revenue", "--source", file.url, "--format", "json", *options)
    assert told.code == 0, told.err
    keys = ("key", "boutique_id", "currency", "sales", "amount")
    return [tuple(row[key] for key in keys) for row in told.json["rows"]]


def test_rows_by_boutique_hold_the_promised_keys_and_the_unattributed_part(
    sold: File, run: Run
) -> None:
    gombe, limete = str(sold.gombe), str(sold.limete)
    assert rows(run, sold) == [
        (gombe, sold.gombe, "CDF", 2, "3000.30"),
        (limete, sold.limete, "CDF", 1, "300.00"),
        ("unattributed", None, "CDF", 1, "50.00"),
        ("unattributed", None, "EUR", 1, "7.00"),
        (gombe, sold.gombe, "USD", 1, "12.34"),
    ]
    told = run("revenue", "--source", sold.url, "--format", "json").json
    assert [row["name"] for row in told["rows"]][:3] == ["Gombe", '=cmd|"Limete"', None]
    assert told["totals"][0] == {
        "currency": "CDF",
        "sales": 4,
        "amount": "3350.30",
        "unattributed_sales": 1,
        "unattributed_amount": "50.00",
    }
    assert (told["zone"], told["from"], told["to"], told["net"], told["by"]) == (
        "Africa/Kinshasa",
        None,
        None,
        False,
        "boutique",
    )


@pytest.mark.parametrize(
    ("by", "friday", "late"),
    [
        ("hour", "2025-10-10T10:00", "2025-11-01T00:00"),
        ("day", "2025-10-10", "2025-11-01"),
        ("week", "2025-W41", "2025-W44"),
        ("month", "2025-10", "2025-11"),
    ],
)
def test_time_is_that_of_the_shop_whatever_it_is_counted_by(
    sold: File, run: Run, by: str, friday: str, late: str
) -> None:
    assert rows(run, sold, "--by", by) == [
        (friday, sold.gombe, "CDF", 2, "3000.30"),
        (friday, sold.gombe, "USD", 1, "12.34"),
        (friday, None, "CDF", 1, "50.00"),
        (late, sold.limete, "CDF", 1, "300.00"),
        (late, None, "EUR", 1, "7.00"),
    ]


def test_payments_are_told_by_their_code(sold: File, run: Run) -> None:
    found = rows(run, sold, "--by", "payment", "--currency", "CDF")
    assert found == [
        ("CARD", sold.gombe, "CDF", 1, "2000.20"),
        ("CASH", sold.limete, "CDF", 1, "300.00"),
        ("CASH", sold.gombe, "CDF", 1, "1000.10"),
        ("CASH", None, "CDF", 1, "50.00"),
    ]


def test_both_days_of_a_period_are_in_it_and_days_are_those_of_the_zone(
    sold: File, run: Run
) -> None:
    def sales(*options: object) -> int:
        return sum(row[3] for row in rows(run, sold, *options))

    assert sales("--from", "2025-10-10", "--to", "2025-10-10") == 4
    assert sales("--from", "2025-10-11") == 2
    assert sales("--to", "2025-10-31") == 4
    assert sales("--to", "2025-11-01") == 6
    assert sales("--to", "2025-10-31", "--zone", "UTC") == 6
    assert sales("--from", "2025-11-01", "--zone", "UTC") == 0
    assert sales("--from", "0001-01-01", "--to", "9999-12-31") == 6
    assert sales("--from", "9999-12-31") == sales("--to", "0001-01-01") == 0


def test_currencies_are_chosen_and_one_that_does_not_occur_is_said(sold: File, run: Run) -> None:
    assert rows(run, sold, "--currency", "usd") == [
        (str(sold.gombe), sold.gombe, "USD", 1, "12.34")
    ]
    several = rows(run, sold, "--currency", "EUR", "--currency", "USD")
    assert [row[2] for row in several] == ["EUR", "USD"]
    ran = run("revenue", "--source", sold.url, "--currency", "XAF", "--format", "json")
    assert (ran.code, ran.json["rows"], ran.json["totals"]) == (0, [], [])
    assert "XAF" in ran.err
    assert "No sale in XAF" in run("revenue", "--source", sold.url, "--currency", "XAF").out


def test_what_is_net_is_minus_the_expenses_that_were_applied(sold: File, run: Run) -> None:
    spend(sold, ("1000.05", FRIDAY, True), ("500", FRIDAY, False), ("10", LATE, True))
    assert rows(run, sold, "--net", "--currency", "CDF") == [
        (str(sold.gombe), sold.gombe, "CDF", 2, "1990.25"),
        (str(sold.limete), sold.limete, "CDF", 1, "300.00"),
        ("unattributed", None, "CDF", 1, "50.00"),
    ]
    # On the day of the late report Gombe spent and sold nothing.
    late = rows(run, sold, "--net", "--by", "day", "--from", "2025-11-01", "--currency", "CDF")
    assert late == [
        ("2025-11-01", sold.limete, "CDF", 1, "300.00"),
        ("2025-11-01", sold.gombe, "CDF", 0, "-10.00"),
    ]


def test_net_is_refused_where_expenses_are_unknown_or_have_no_such_key(
    sold: File, run: Run, tmp_path: Path
) -> None:
    for by, why in (("payment", "no payment mode"), ("hour", "kept by day")):
        ran = run("revenue", "--source", sold.url, "--net", "--by", by)
        assert (ran.code, ran.out) == (2, "")
        assert why in ran.err
    old = made_at(tmp_path / "old.sqlite3", server.OLDEST)
    ran = run("revenue", "--source", old.url, "--net")
    assert (ran.code, ran.out) == (4, "")
    assert "inventory_rapportcaisse" in ran.err


def test_an_older_database_has_francs_alone_and_nothing_cancelled(run: Run, tmp_path: Path) -> None:
    old = made_at(tmp_path / "old.sqlite3", server.OLDEST)
    assert rows(run, old)[0] == (str(old.gombe), old.gombe, "CDF", 4, "3099.30")
    assert {row[2] for row in rows(run, old, "--by", "day")} == {"CDF"}


@pytest.mark.parametrize(
    ("asked", "near"),
    [
        ("Africa/Kinsasha", "Africa/Kinshasa"),
        ("africa/kinshasa", "Africa/Kinshasa"),
        ("Kinshasa", "Africa/Kinshasa"),
        ("New York", "America/New_York"),
        ("../../etc/passwd", ""),
        ("", ""),
    ],
)
def test_a_zone_that_is_none_is_refused_with_the_nearest(
    sold: File, run: Run, asked: str, near: str
) -> None:
    ran = run("revenue", "--source", sold.url, "--zone", asked)
    assert (ran.code, ran.out) == (2, "")
    assert "--zone" in ran.err
    assert near in ran.err


def test_days_in_the_wrong_order_are_refused(sold: File, run: Run) -> None:
    ran = run("revenue", "--source", sold.url, "--from", "2025-10-02", "--to", "2025-10-01")
    assert (ran.code, ran.out) == (2, "")
    assert run("revenue", "--source", sold.url, "--from", "yesterday").code == 2


def test_csv_holds_the_same_rows_and_no_formula(sold: File, run: Run) -> None:
    ran = run("revenue", "--source", sold.url, "--format", "csv", "--language", "fr")
    found = list(csv.DictReader(ran.out.splitlines()))
    assert [row["amount"] for row in found] == ["3000.30", "300.00", "50.00", "7.00", "12.34"]
    assert [row["boutique_id"] for row in found][2:4] == ["", ""]
    assert found[1]["name"] == '\'=cmd|"Limete"'


@pytest.mark.parametrize(
    ("language", "definition", "total", "nowhere"),
    [
        ("en", "paid and uncancelled sales", "3,350.30\u00a0CDF", "Unattributed"),
        ("fr", "ventes payées et non annulées", "3\u202f350,30\u00a0CDF", "Non attribué"),
    ],
)
def test_text_tells_the_definition_the_period_and_each_currency_by_itself(
    sold: File, run: Run, language: str, definition: str, total: str, nowhere: str
) -> None:
    asked = ("revenue", "--source", sold.url, "--language", language, "--from", "2025-10-01")
    told = run(*asked).out
    for expected in (definition, total, nowhere, "Africa/Kinshasa", "Gombe"):
        assert expected in told
    by_day = run(*asked, "--by", "day", "--zone", "Asia/Kolkata").out
    assert "2025-11-01" in by_day
    assert "Asia/Kolkata" in by_day


def test_a_period_without_sales_says_so(sold: File, run: Run) -> None:
    ran = run("revenue", "--source", sold.url, "--to", "2020-01-01")
    assert ran.code == 0
    assert "No paid and uncancelled sale in this period." in ran.out


def test_a_boutique_that_is_not_there_and_a_moment_that_is_none_keep_their_sales(
    sold: File, run: Run
) -> None:
    engine = sa.create_engine(sold.url)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE inventory_vente SET boutique_id = 99 WHERE id = 1")
        connection.exec_driver_sql("UPDATE inventory_vente SET date_vente = 'jadis' WHERE id = 2")
    engine.dispose()
    assert ("99", 99, "CDF", 1, "1000.10") in rows(run, sold)
    assert ("unknown", sold.gombe, "CDF", 1, "2000.20") in rows(run, sold, "--by", "day")
    assert sum(row[3] for row in rows(run, sold, "--by", "hour")) == 6
    told = run("revenue", "--source", sold.url, "--by", "day").out
    assert "Boutique 99, which is not there" in told
    assert "unknown time" in told


def test_a_currency_that_somebody_made_up_does_nothing_to_a_console_or_a_spreadsheet(
    sold: File, run: Run
) -> None:
    engine = sa.create_engine(sold.url)
    with engine.begin() as connection:
        for id_, code in ((1, "=1+2"), (2, "\x1b[2J")):
            connection.exec_driver_sql(
                "UPDATE inventory_vente SET devise = ? WHERE id = ?", (code, id_)
            )
    engine.dispose()
    told = run("revenue", "--source", sold.url)
    assert "1,000.10\u00a0=1+2" in told.out
    assert "2,000.20\u00a0 [2J" in told.out
    assert "\x1b" not in told.out
    found = csv.DictReader(run("revenue", "--source", sold.url, "--format", "csv").out.splitlines())
    assert {row["currency"] for row in found} == {"CDF", "EUR", "USD", "'=1+2", "\x1b[2J"}
