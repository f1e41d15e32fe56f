"""`journal`: the same filters and states as in the window, rows in words, a file."""

import csv
import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import File, Ran, Run


@pytest.fixture
def repaired(prepared: File, run: Run) -> File:
    """Two repairs, of which the first was taken back."""
    first = run("repair", "--apply", "--source", prepared.url, "--format", "json").json
    assert run("undo", first["change_set"], "--source", prepared.url).code == 0
    more = ("--include", "certain,deduced")
    applied = run("repair", "--apply", *more, "--source", prepared.url, "--format", "json")
    assert applied.json["applied"] == 2
    return prepared


def states(ran: Ran) -> list[tuple[str, str]]:
    return [(one["kind"], one["state"]) for one in ran.json["entries"]]


def test_entries_are_filtered_as_in_the_window(repaired: File, run: Run) -> None:
    def asked(*options: object) -> list[tuple[str, str]]:
        return states(run("journal", "--source", repaired.url, "--format", "json", *options))

    everything = [("repair", "done"), ("undo", "done"), ("repair", "undone")]
    assert asked() == everything
    assert asked("--kind", "undo") == everything[1:2]
    assert asked("--kind", "undo", "--kind", "repair") == everything
    assert asked("--operator", "nobody") == []
    assert asked("--terminal", "SN-2") == everything[:1]
    assert asked("--terminal", "SN-1") == everything
    assert asked("--boutique", repaired.limete) == everything[:1]
    assert asked("--from", "2026-11-22", "--to", "2026-11-22") == everything
    assert asked("--to", "2026-11-21") == asked("--from", "2026-11-23") == []
    assert asked("--text", "limete") == everything[:1]
    assert asked("--limit", 1) == everything[:1]


def test_one_sale_is_followed_by_its_number(repaired: File, run: Run) -> None:
    newest = run("journal", "--source", repaired.url, "--format", "json").json["entries"][0]
    text = run("journal", newest["change_set"], "--source", repaired.url).out
    number = text.splitlines()[0].split(": ")[1]
    found = run("journal", "--sale", number, "--source", repaired.url, "--format", "json")
    assert len(found.json["entries"]) in (1, 3)
    assert run("journal", "--sale", "nothing", "--source", repaired.url).code == 2
    assert run("journal", "--terminal", "nothing", "--source", repaired.url).code == 2
    days = ("--from", "2026-11-22", "--to", "2026-11-21")
    assert run("journal", *days, "--source", repaired.url).code == 2


def test_rows_are_told_in_words(repaired: File, run: Run) -> None:
    entries = run("journal", "--source", repaired.url, "--format", "json").json["entries"]
    rows = run("journal", entries[0]["change_set"], "--source", repaired.url).out.splitlines()
    assert any(row.endswith("no boutique → Gombe") for row in rows)
    assert any(row.endswith("no boutique → Limete") for row in rows)
    undone = run("journal", entries[-1]["change_set"], "--source", repaired.url).out
    assert "no boutique → Gombe (undone)" in undone


@pytest.mark.parametrize("name", ["journal.csv", "journal.xlsx"])
def test_entries_are_written_to_a_file_with_their_rows(
    repaired: File, run: Run, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    ran = run("journal", "--kind", "repair", "--export", path, "--source", repaired.url)
    assert ran.code == 0
    assert path.stat().st_size
    if path.suffix == ".csv":
        rows = list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))
        assert [(row["What"], row["After"], row["State"]) for row in rows] == [
            ("Repair", "Gombe", "done"),
            ("Repair", "Limete", "done"),
            ("Repair", "Gombe", "undone"),
        ]
        assert rows[2]["What became of it"] == "undone"
        assert {row["Currency"] for row in rows} == {"CDF", "USD"}


@pytest.mark.parametrize("name", ["journal.csv", "journal.xlsx"])
def test_a_journal_that_lacks_rows_is_written_and_they_are_missed(
    repaired: File, run: Run, tmp_path: Path, name: str
) -> None:
    with sqlite3.connect(repaired.path) as connection:
        connection.execute("DELETE FROM desktop_admin_change WHERE seq = 3 AND ordinal = 1")
    path = tmp_path / name
    ran = run("journal", "--export", path, "--source", repaired.url)
    assert ran.code == 1
    assert path.stat().st_size
    if path.suffix == ".csv":
        rows = list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))
        lacking = [row for row in rows if "rows were removed" in row["What became of it"]]
        assert (len(rows), [row["No."] for row in lacking]) == (4, ["3"])
        assert lacking[0]["After"] == ""


def test_what_was_taken_back_already_is_not_taken_back_again(repaired: File, run: Run) -> None:
    asked = ("--source", repaired.url, "--format", "json")
    entries = run("journal", *asked).json["entries"]
    again = run("undo", entries[-1]["change_set"], *asked)
    assert (again.code, again.json["applied"]) == (1, 0)
    told = run("undo", entries[-1]["change_set"], "--source", repaired.url)
    assert "taken back already" in told.out
    assert len(run("journal", *asked).json["entries"]) == len(entries)
