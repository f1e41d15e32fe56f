"""The same figures in the report, its files, on the console and in JSON; files whole or not at
all."""

import csv
import json
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop_admin.domain.changes import Change, ChangeKind, ChangeSet, Entity, Field, new_id
from desktop_admin.domain.money import plain
from desktop_admin.domain.repair import Choices, plan_repair, select
from desktop_admin.domain.stray import StraySelected
from desktop_admin.domain.traces import plan_strays
from desktop_admin.reports import plan_file, proof
from desktop_admin.reports.repair import RepairReport
from desktop_admin.sources.base import Cancelled, Progress
from desktop_admin.wording.words import Words
from tests.reports.bench import OTHER, Bench, bench_in, repaired

ENGLISH, FRENCH = Words("en"), Words("fr")


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with bench_in(tmp_path) as made:
        yield made


def partly(bench: Bench) -> RepairReport:
    """Two sales changed, one left alone because our journal's a.ilunga was quicker."""

    def meanwhile() -> None:
        change = Change(Entity.SALE, bench.certain[0], Field.BOUTIQUE, None, bench.limete)
        bench.source.apply(ChangeSet(new_id(), ChangeKind.REPAIR, OTHER, [change]))

    return repaired(bench, meanwhile)


def sheets(path: Path) -> dict[str, list[list[Any]]]:
    book = openpyxl.load_workbook(path)
    return {
        sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book
    }


def test_json_text_workbook_and_csv_tell_the_same_figures(bench: Bench, tmp_path: Path) -> None:
    report = partly(bench)
    told = json.loads(json.dumps(proof.as_json(report)))
    proof.save(tmp_path / "report.xlsx", report, ENGLISH)
    proof.save(tmp_path / "report.csv", report, ENGLISH)
    book = sheets(tmp_path / "report.xlsx")
    assert list(book) == ["Summary", "By boutique", "Sales"]
    facts = dict(book["Summary"][1:])
    with (tmp_path / "report.csv").open(encoding="utf-8-sig", newline="") as lines:
        sales = list(csv.DictReader(lines))
    console = "\n".join(proof.lines(report, ENGLISH))

    assert (told["changed"], told["left_alone"]) == (2, {"changed": 1})
    assert [row["Result"] for row in sales] == ["left alone", "changed", "changed"]
    assert [row[0] for row in book["Sales"][1:4]] == [row["Result"] for row in sales]
    assert facts["Changed"] == "2 sales, 12.00\u00a0USD"
    assert told["changed_amounts"] == {"CDF": "0.00", "USD": "12.00"}
    assert facts["Orphan sales"] == "5 before, 2 after"
    assert (told["before"]["orphans"], told["after"]["orphans"]) == (5, 2)
    assert facts["All sales"] == "8 sales before and after"
    assert told["unchanged"] is True
    assert told["before"]["amounts"] == told["after"]["amounts"]
    assert facts["Journal"] == report.outcome.journal_hash
    assert facts["Change set"] == report.outcome.change_set
    for value in (facts["Changed"], facts["Orphan sales"], facts["All sales"], facts["Journal"]):
        assert value in console

    [effect] = told["by_boutique"]
    head, row, _, sums = book["By boutique"]
    assert sums[1:] == row[1:]
    boutique = dict(zip(head, row, strict=True))
    assert (boutique["Boutique"], boutique["Sales added"]) == ("Gombe", effect["sales_added"])
    for code in ("CDF", "USD"):
        for which in ("Before", "Added", "After"):
            cell = Decimal(str(boutique[f"{which} ({code})"]))
            assert cell == Decimal(effect[which.lower()][code]), (which, code)
    assert boutique["Effect in % (USD)"] == 2.4
    assert plain(report.effects[0].added["USD"]) == effect["added"]["USD"]
    assert facts["1 in conflict"].startswith("3,000.00\u00a0CDF. ")
    assert [(one["cause"], one["sales"]) for one in told["remains"]] == [
        ("conflict", 1),
        ("terminal_without_boutique", 1),
    ]


def test_a_sale_left_alone_tells_why_and_who_in_every_form(bench: Bench, tmp_path: Path) -> None:
    report = partly(bench)
    why = "a.ilunga gave it to Limete on 2026-11-22 12:00"
    proof.save(tmp_path / "report.csv", report, ENGLISH)
    with (tmp_path / "report.csv").open(encoding="utf-8-sig", newline="") as lines:
        assert next(csv.DictReader(lines))["Why left alone"] == why
    assert why in "\n".join(proof.lines(report, ENGLISH))
    [one] = proof.left_alone_json(report)
    assert (one["sale"], one["reason"], one["changed_by"]) == (
        bench.certain[0],
        "changed",
        "a.ilunga",
    )


def many(report: RepairReport, count: int) -> RepairReport:
    """The report with so many sales, of made-up numbers."""
    line = report.changed[0]
    proposal, target = line.selected
    made = []
    for number in range(count):
        orphan = proposal.orphan._replace(sale_id=number, number=f"N-{number}")
        selected = line.selected._replace(proposal=proposal._replace(orphan=orphan))  # type: ignore[arg-type]
        made.append(line._replace(selected=selected._replace(target=target)))
    return replace(report, lines=made)


@pytest.mark.parametrize("name", ["report.xlsx", "report.csv"])
def test_a_cancelled_file_leaves_what_was_there_and_nothing_half(
    bench: Bench, tmp_path: Path, name: str
) -> None:
    report = many(repaired(bench), 3_000)
    path = tmp_path / "out" / name
    path.parent.mkdir()
    path.write_text("the one before", encoding="utf-8")
    heard: list[int] = []

    def half_way(progress: Progress) -> None:
        heard.append(progress.done)
        if progress.done * 2 >= progress.total:
            raise Cancelled

    with pytest.raises(Cancelled):
        proof.save(path, report, ENGLISH, half_way)
    assert 1_500 <= heard[-1] <= 1_501
    assert path.read_text(encoding="utf-8") == "the one before"
    assert [one.name for one in path.parent.iterdir()] == [name]


def test_the_plan_says_when_it_was_made_and_what_was_selected(bench: Bench, tmp_path: Path) -> None:
    plan = plan_repair(bench.source.evidence())
    planned = plan_file.Shown(plan, plan.proposals, select(plan, Choices()))
    told: list[Progress] = []
    for name in ("plan.xlsx", "plan.csv"):
        path = tmp_path / name
        plan_file.save(path, planned, FRENCH, place="boutiques.sqlite3", progress=told.append)
    assert {one.total for one in told} == {5}
    book = sheets(tmp_path / "plan.xlsx")
    assert list(book) == ["Ventes orphelines", "À propos de ce plan"]
    about = dict(book["À propos de ce plan"][1:])
    assert about["Base de données"] == "boutiques.sqlite3"
    assert str(about["Analysé le"]) == "2026-11-22 12:00:00"
    assert about["Ventes analysées"] == 5
    assert about["Certaines"].startswith("3, ")
    assert about["Retenue"].startswith("3 ventes → 1 boutique, 3\u202f000,00\u00a0CDF")
    with (tmp_path / "plan.csv").open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter=";"))
    assert {row["Analysé le"] for row in rows} == {"2026-11-22 12:00:00"}
    assert sum(row["Retenue"] == "oui" for row in rows) == 3


def test_a_plan_of_sales_without_terminal_names_the_terminals(bench: Bench, tmp_path: Path) -> None:
    bench.execute(
        "UPDATE inventory_vente SET client_maui_id = NULL, numero_facture = 'SN-1-' ||"
        " '20261121110100000-0000000a' WHERE id = 1"
    )
    plan = plan_strays(bench.source.strays())
    picked = [StraySelected(one, bench.till) for one in plan.proposals]
    plan_file.save(tmp_path / "plan.xlsx", plan_file.Shown(plan, plan.proposals, picked), FRENCH)
    book = sheets(tmp_path / "plan.xlsx")
    head, row, _, *sums = book["Ventes sans terminal"]
    said = dict(zip(head, row, strict=True))
    assert (said["Boutique"], said["N° de série"], said["Retenue"]) == ("Gombe", "SN-1", "oui")
    assert [one[4] for one in sums] == [15_000, 15_000]
    about = dict(book["À propos de ce plan"][1:])
    assert about["Retenue"].startswith("1 vente → 1 terminal, 15\u202f000,00\u00a0CDF")
