"""`check` tells what the old `verifier` told, in both formats, and ends as promised."""

import pytest
import sqlalchemy as sa

from tests.cli.conftest import File, Run
from tests.shops import make_shop


def test_json_holds_the_promised_keys_and_figures(file: File, run: Run) -> None:
    ran = run("check", "--source", file.url, "--format", "json")
    told = ran.json
    assert ran.code == 1
    assert told["scenario"] == "B"
    assert {key: told["sales"][key] for key in ("total", "orphans", "without_terminal")} == {
        "total": 6,
        "orphans": 4,
        "without_terminal": 1,
    }
    assert told["sales"]["last_24h"] == 6
    assert told["amounts"]["orphans"] == {"CDF": "6700.00", "USD": "12.00"}
    assert told["amounts"]["all"] == {"CDF": "8200.00", "USD": "17.00"}
    assert told["terminals"] == {"total": 2, "active": 2, "without_boutique": 1}
    assert told["boutiques"] == {"total": 2, "active": 2, "depots": 0}


def test_text_tells_the_last_sales_with_their_lines(file: File, run: Run) -> None:
    told = run("check", "--source", file.url).out
    assert "boutique Gombe · terminal Till 1 (SN-1)" in told
    assert "2 × Riz, 1,500.00\u00a0CDF" in told
    assert "Reading: scenario B" in told


def test_a_shop_where_every_sale_has_its_boutique_is_healthy(run: Run, tmp_path: object) -> None:
    url = f"sqlite:///{tmp_path}/healthy.sqlite3"
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        shop = make_shop(connection)
        gombe = shop.boutique("Gombe")
        till = shop.terminal(boutique=gombe)
        shop.sale(terminal=till, boutique=gombe, amount=100)
    engine.dispose()
    ran = run("check", "--source", url, "--format", "json")
    assert (ran.code, ran.json["scenario"], ran.json["healthy"]) == (0, "C", True)


def test_an_empty_shop_is_scenario_a_and_not_healthy(run: Run, tmp_path: object) -> None:
    url = f"sqlite:///{tmp_path}/empty.sqlite3"
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        make_shop(connection)
    engine.dispose()
    ran = run("check", "--source", url, "--format", "json")
    assert (ran.code, ran.json["scenario"]) == (1, "A")


def test_check_never_writes_even_where_it_may(file: File, run: Run) -> None:
    before = file.path.read_bytes()
    run("check", "--source", file.url)
    assert file.path.read_bytes() == before


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("sqlite:////nowhere/at/all.sqlite3", 3),
        ("nobody-saved-this", 3),
        ("postgresql://nobody@127.0.0.1:1/nothing", 3),
        ("mysql://nobody@127.0.0.1:1/nothing", 3),
        ("postgresql://nobody:secret@127.0.0.1/nothing", 2),
    ],
)
def test_what_cannot_be_reached_ends_with_3_and_misuse_with_2(
    target: str, code: int, run: Run
) -> None:
    ran = run("check", "--source", target)
    assert ran.code == code
    assert ran.err
    assert "secret" not in ran.err
    assert "Traceback" not in ran.err


def test_another_database_is_refused_with_what_was_expected_and_found(
    run: Run, tmp_path: object
) -> None:
    url = f"sqlite:///{tmp_path}/other.sqlite3"
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        connection.execute(sa.text("CREATE TABLE holidays (id INTEGER)"))
    engine.dispose()
    ran = run("check", "--source", url)
    assert ran.code == 3
    assert "inventory_vente" in ran.err
    assert "holidays" in ran.err
