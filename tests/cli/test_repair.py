"""`repair` plans, applies only when told to, and `undo` and `journal` know of it."""

import csv
import signal
from datetime import UTC, datetime, timedelta
from pathlib import Path

import openpyxl
import pytest
import sqlalchemy as sa

from desktop_admin.domain.changes import ChangeSet, Outcome
from desktop_admin.sources.base import ConnectionLost, Progress, Report, Step
from desktop_admin.sources.sql.source import SqlSource
from tests.cli.conftest import File, Ran, Run
from tests.shops import make_shop


def test_without_apply_nothing_is_written(prepared: File, run: Run) -> None:
    before = prepared.path.read_bytes()
    told = run("repair", "--source", prepared.url, "--format", "json").json
    assert told["plan"] == {"certain": 1, "deduced": 1, "conflict": 1, "blocked": 1}
    assert (told["applied"], told["skipped"], told["change_set"]) == (0, 0, None)
    assert prepared.path.read_bytes() == before


def apply(run: Run, file: File, *more: str) -> Ran:
    return run("repair", "--source", file.url, "--apply", "--format", "json", *more)


def test_certain_orphans_alone_are_repaired_by_default(prepared: File, run: Run) -> None:
    ran = apply(run, prepared)
    assert (ran.code, ran.json["applied"], ran.json["orphans_left"]) == (1, 1, 3)
    assert prepared.boutique_of(prepared.certain) == prepared.gombe
    assert prepared.boutique_of(prepared.deduced) is None


def test_deduced_orphans_are_repaired_when_included(prepared: File, run: Run) -> None:
    assert apply(run, prepared, "--include", "certain,deduced").json["applied"] == 2
    assert prepared.boutique_of(prepared.deduced) == prepared.limete


@pytest.mark.parametrize(
    ("rule", "gombe"), [("skip", False), ("strongest", True), ("terminal", True)]
)
def test_conflicts_follow_the_chosen_rule(rule: str, gombe: bool, prepared: File, run: Run) -> None:
    apply(run, prepared, "--conflicts", rule)
    expected = prepared.gombe if gombe else None
    assert prepared.boutique_of(prepared.conflict) == expected


def test_the_old_rule_can_be_asked_for(prepared: File, run: Run) -> None:
    told = run("repair", "--source", prepared.url, "--policy", "terminal", "--format", "json").json
    assert told["plan"] == {"certain": 0, "deduced": 2, "conflict": 0, "blocked": 2}


def test_filters_by_terminal_and_boutique(prepared: File, run: Run) -> None:
    both = "certain,deduced"
    told = apply(run, prepared, "--include", both, "--terminal", "SN-2").json
    assert (told["applied"], told["orphans_left"]) == (1, 0)
    told = apply(run, prepared, "--include", both, "--boutique", str(prepared.gombe)).json
    assert (told["plan"]["certain"], told["applied"]) == (1, 1)


def test_an_unknown_terminal_boutique_or_confidence_is_a_misuse(prepared: File, run: Run) -> None:
    for more in (["--terminal", "sn-2"], ["--boutique", "99"], ["--include", "blocked"]):
        ran = run("repair", "--source", prepared.url, *more)
        assert ran.code == 2, more
        assert more[0] in ran.err


def test_nothing_is_left_to_repair_when_nothing_is_orphaned(run: Run, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/fine.sqlite3"
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        shop = make_shop(connection)
        shop.sale(boutique=shop.boutique(), amount=5)
    engine.dispose()
    assert run("repair", "--source", url).code == 0


def test_a_database_that_is_not_prepared_is_not_changed(file: File, run: Run) -> None:
    ran = apply(run, file)
    assert ran.code == 4
    assert "not prepared" in ran.err
    assert file.boutique_of(file.certain) is None


def test_a_read_only_connection_refuses_to_apply(prepared: File, run: Run) -> None:
    assert run("connections", "add", "shop", prepared.url, "--read-only").code == 0
    ran = run("repair", "--source", "shop", "--apply")
    assert ran.code == 4
    assert prepared.boutique_of(prepared.certain) is None


def test_undo_puts_back_what_the_repair_changed(prepared: File, run: Run) -> None:
    change_set = apply(run, prepared).json["change_set"]
    ran = run("undo", change_set, "--source", prepared.url)
    assert (ran.code, prepared.boutique_of(prepared.certain)) == (0, None)
    told = run("journal", "--source", prepared.url, "--format", "json").json
    assert told["intact"]
    assert [(one["kind"], one["state"]) for one in told["entries"]] == [
        ("undo", "done"),
        ("repair", "undone"),
    ]


def test_an_undo_that_cannot_be_whole_says_what_was_left(prepared: File, run: Run) -> None:
    change_set = apply(run, prepared).json["change_set"]
    engine = sa.create_engine(prepared.url)
    with engine.begin() as connection:
        connection.execute(sa.text(f"UPDATE inventory_vente SET boutique_id = {prepared.limete}"))
    engine.dispose()
    ran = run("undo", change_set, "--source", prepared.url)
    assert ran.code == 1
    assert "changed meanwhile by somebody else" in ran.out
    assert prepared.boutique_of(prepared.certain) == prepared.limete


def test_undoing_what_the_journal_does_not_hold_is_a_misuse(prepared: File, run: Run) -> None:
    assert run("undo", "no-such-thing", "--source", prepared.url).code == 2


def test_the_journal_shows_rows_and_notices_tampering(prepared: File, run: Run) -> None:
    change_set = apply(run, prepared).json["change_set"]
    rows = run("journal", change_set, "--source", prepared.url, "--format", "json").json
    assert [(one["entity"], one["id"], one["before"], one["after"]) for one in rows] == [
        ("sale", prepared.certain, None, prepared.gombe)
    ]
    engine = sa.create_engine(prepared.url)
    with engine.begin() as connection:
        connection.execute(sa.text("UPDATE desktop_admin_change SET after_value = 2"))
    engine.dispose()
    ran = run("journal", "--source", prepared.url)
    assert ran.code == 1
    assert "Entry 1 of the journal was altered" in ran.out


def test_the_plan_is_saved_as_csv_and_xlsx_with_text_that_does_nothing(
    prepared: File, run: Run, tmp_path: Path
) -> None:
    engine = sa.create_engine(prepared.url)
    with engine.begin() as connection:
        hostile = '=HYPERLINK("http://x")\n<b>\u202e😀'
        update = sa.text("UPDATE inventory_vente SET numero_facture = :n WHERE id = :id")
        connection.execute(update, {"n": hostile, "id": prepared.certain})
    engine.dispose()
    for name in ("plan.csv", "plan.xlsx"):
        assert run("repair", "--source", prepared.url, "--plan-out", tmp_path / name).code == 1
    with (tmp_path / "plan.csv").open(encoding="utf-8-sig", newline="") as lines:
        table = {row["Sale"]: row for row in csv.DictReader(lines)}
    assert table[str(prepared.certain)]["Number"] == f"'{hostile}"
    assert table[str(prepared.certain)]["Amount"] == "3000.00"
    assert table[str(prepared.certain)]["Boutique id"] == str(prepared.gombe)
    sheet = openpyxl.load_workbook(tmp_path / "plan.xlsx").active
    assert sheet is not None
    rows = {row[0].value: row for row in sheet.iter_rows(min_row=2)}
    cell = rows[prepared.certain][1]
    assert (cell.value, cell.data_type) == (hostile, "s")
    assert rows[prepared.certain][5].value == 3000
    assert isinstance(rows[prepared.certain][2].value, datetime)


def test_a_plan_that_cannot_be_written_leaves_no_half_file(prepared: File, run: Run) -> None:
    ran = run("repair", "--source", prepared.url, "--plan-out", "/nowhere/plan.csv")
    assert ran.code == 3
    assert "cannot be written" in ran.err


def test_ctrl_c_during_the_work_changes_nothing(
    prepared: File, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The signal arrives while the changes are written; the next safe point cancels."""
    honest = SqlSource.apply

    def interrupted(self: SqlSource, change_set: ChangeSet, report: Report) -> Outcome:
        def report_and_interrupt(progress: Progress) -> None:
            if progress.step is Step.WRITING:
                signal.raise_signal(signal.SIGINT)
            report(progress)

        return honest(self, change_set, report_and_interrupt)

    monkeypatch.setattr(SqlSource, "apply", interrupted)
    ran = apply(run, prepared)
    assert ran.code == 130
    assert "Nothing was changed" in ran.err
    assert prepared.boutique_of(prepared.certain) is None


def test_the_report_of_a_repair_is_in_the_json_and_proves_that_nothing_was_lost(
    prepared: File, run: Run
) -> None:
    assert run("repair", "--source", prepared.url, "--format", "json").json["report"] is None
    told = apply(run, prepared, "--include", "certain,deduced").json
    report = told["report"]
    assert (report["changed"], report["unchanged"]) == (told["applied"], True) == (2, True)
    assert (report["before"]["sales"], report["after"]["sales"]) == (6, 6)
    assert report["before"]["amounts"] == report["after"]["amounts"]
    assert (report["before"]["orphans"], report["after"]["orphans"]) == (4, 2)
    assert report["changed_amounts"] == {"CDF": "3000.00", "USD": "12.00"}
    added = {one["boutique"]: one["added"] for one in report["by_boutique"]}
    assert added == {
        "Gombe": {"CDF": "3000.00", "USD": "0.00"},
        "Limete": {"CDF": "0.00", "USD": "12.00"},
    }
    assert {one["cause"]: one["sales"] for one in report["remains"]} == {
        "conflict": 1,
        "without_terminal": 1,
    }
    assert (report["received_meanwhile"], report["not_refreshed"]) == (0, [])


def test_a_report_that_cannot_be_made_does_not_hide_the_change(
    prepared: File, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(*_: object, **__: object) -> None:
        raise ConnectionLost("gone", step="server")

    monkeypatch.setattr(SqlSource, "marker", lost)
    ran = apply(run, prepared)
    assert ran.code == 3
    assert "1 sale was changed (change set " in ran.err
    assert prepared.boutique_of(prepared.certain) == prepared.gombe


def test_the_console_tells_the_proof_and_what_remains(prepared: File, run: Run) -> None:
    ran = run("repair", "--source", prepared.url, "--apply")
    for said in (
        "6 sales before and after",
        "4 before, 3 after",
        "3 orphan sales remain",
        "1 in conflict",
        "No sale was received meanwhile.",
    ):
        assert said in ran.out


def test_a_running_server_is_recognised_and_what_it_rejected_meanwhile_is_listed(
    run: Run, tmp_path: Path
) -> None:
    """WAL mode and a sale of the last hour say that the shops' server writes to the same file."""
    url = f"sqlite:///{tmp_path}/live.sqlite3"
    engine = sa.create_engine(url)
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA journal_mode = wal")
        shop = make_shop(connection)
        gombe = shop.boutique("Gombe")
        till, rice = shop.terminal(boutique=gombe), shop.article(boutique=gombe)
        now = datetime(2026, 11, 22, 11, tzinfo=UTC)
        shop.sale(terminal=till, boutique=gombe, lines=[rice], sold=now - timedelta(minutes=9))
        shop.sale(terminal=till, lines=[rice], sold=now - timedelta(minutes=5))
        shop.rejected("LOST-1", terminal=till, boutique=gombe, at=now)
        shop.rejected("OLD-1", terminal=till, boutique=gombe, at=now - timedelta(days=1))
        connection.commit()
    engine.dispose()
    run("prepare", "--source", url)
    ran = run("repair", "--source", url, "--apply")
    assert "seems to be writing to this file" in ran.err
    assert "LOST-1" in ran.out
    assert "OLD-1" not in ran.out
    assert "may have been refused without a trace" in ran.out
