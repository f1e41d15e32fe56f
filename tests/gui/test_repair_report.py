"""The page of a report, in real windows over a real database: what it says, saves and prints."""

import csv
import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_admin import settings
from desktop_admin.cli import NOW_VARIABLE, main
from desktop_admin.domain.changes import Change, ChangeKind, ChangeSet, Entity, Field, new_id
from desktop_admin.domain.clock import frozen_clock
from desktop_admin.domain.journal import EntryFilter
from desktop_admin.domain.repair import Choices, plan_repair, repair_set, select
from desktop_admin.domain.stray import StraySelected, stray_set
from desktop_admin.domain.traces import plan_strays
from desktop_admin.domain.undo import undo_set
from desktop_admin.gui.app import Parts, open_named
from desktop_admin.gui.export.offer import Format
from desktop_admin.gui.export.printing import Preview
from desktop_admin.gui.goto import Goto
from desktop_admin.gui.models.columns import Role
from desktop_admin.gui.preferences import Preferences
from desktop_admin.gui.repair.report.detail import ALL, CHANGED, LEFT
from desktop_admin.gui.repair.report.page import ReportPage
from desktop_admin.gui.repair.screen import RepairScreen
from desktop_admin.gui.touched import Touched
from desktop_admin.gui.widgets.question import Question
from desktop_admin.gui.widgets.state_page import StatePage
from desktop_admin.reports import proof
from desktop_admin.reports.repair import RepairReport, conclude, look_before
from desktop_admin.sources.base import Busy
from desktop_admin.sources.sql.source import open_sql
from desktop_admin.wording.words import Words
from tests.gui.windows import child, label_text, rested, window_over
from tests.reports.bench import MANAGER, NOW, OTHER, Bench, bench_in, repaired

FRENCH = Words("fr")


@dataclass
class Desk:
    """A window with the page in it."""

    parts: Parts
    page: ReportPage
    bench: Bench

    def text(self, name: str) -> str:
        return label_text(self.page, name)

    def button(self, name: str) -> QPushButton:
        return child(self.page, QPushButton, name)


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with bench_in(tmp_path) as made:
        yield made


@contextmanager
def desk_of(qtbot: QtBot, bench: Bench, language: str = "fr", **others: Any) -> Iterator[Desk]:
    def opener() -> Any:
        return open_sql(bench.url, clock=frozen_clock(NOW))

    with window_over(qtbot, opener, language, **others) as parts:
        page = ReportPage(parts.context, parts.window)
        page.resize(1100, 716)
        page.show()
        yield Desk(parts, page, bench)


def shown(qtbot: QtBot, desk: Desk, report: RepairReport) -> None:
    desk.page.show_report(report)
    rested(qtbot, desk.parts)
    assert desk.page.content is not None


def stolen(bench: Bench, *places: int) -> Callable[[], None]:
    """Somebody repairs these certain orphans first, with this program."""

    def meanwhile() -> None:
        changes = [
            Change(Entity.SALE, bench.certain[place], Field.BOUTIQUE, None, bench.limete)
            for place in places
        ]
        bench.source.apply(ChangeSet(new_id(), ChangeKind.REPAIR, OTHER, changes))

    return meanwhile


def many(report: RepairReport, count: int) -> RepairReport:
    """The report with so many sales."""
    line = report.changed[0]
    proposal, _ = line.selected
    lines = []
    for number in range(count):
        orphan = proposal.orphan._replace(sale_id=number)
        selected = line.selected._replace(proposal=proposal._replace(orphan=orphan))  # type: ignore[arg-type]
        lines.append(line._replace(selected=selected))
    return replace(report, lines=lines)


def cells(desk: Desk, column: int) -> list[str]:
    model = desk.page.detail.model
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_it_says_what_was_changed_left_alone_proved_and_what_remains(
    qtbot: QtBot, bench: Bench
) -> None:
    with desk_of(qtbot, bench) as desk:
        report = repaired(bench, stolen(bench, 0))
        desk.page.show_report(report)
        state = child(desk.page, QLabel, "title")
        assert not desk.button("export").isEnabled(), state.text()
        rested(qtbot, desk.parts)
        assert desk.text("headline") == "2 ventes rattachées à 1 boutique, 12,00\u00a0USD"
        assert desk.text("signature").startswith("Appliqué par g.mbuyi le 22/11/2026 12:00, en ")
        assert (desk.text("changed_count"), desk.text("left_count")) == ("2", "1")
        assert desk.text("check_name") == "total inchangé"
        assert desk.text("check_note").startswith("8 ventes avant et après\n")
        assert desk.text("remains_title") == "Il reste 2 ventes orphelines"
        assert desk.text("lacking") == "Ventes orphelines\u00a0: 5 avant, 2 après"
        assert report.outcome.change_set in desk.text("change_set")
        assert str(report.outcome.journal_hash) in desk.text("hash")
        assert desk.button("export").isEnabled()
        assert child(desk.page, QWidget, "banner").property("role") == "good_box"
        assert len(desk.page.causes.buttons) == 2
        status = desk.page.status()
        assert status.selection == "12,00\u00a0USD"


def test_nothing_changed_is_said_in_orange_and_offers_nothing_to_take_back(
    qtbot: QtBot, bench: Bench
) -> None:
    with desk_of(qtbot, bench) as desk:
        shown(qtbot, desk, repaired(bench, stolen(bench, 0, 1, 2)))
        assert desk.text("headline") == "Rien n’a été changé"
        assert child(desk.page, QWidget, "banner").property("role") == "notice"
        assert desk.button("undo").isHidden()
        assert child(desk.page, QWidget, "effects_card").isHidden()


def test_sales_that_got_their_terminal_have_no_effect_to_show(qtbot: QtBot, bench: Bench) -> None:
    bench.execute(
        "UPDATE inventory_vente SET client_maui_id = NULL, numero_facture = 'SN-1-' ||"
        " '20261121110100000-0000000a' WHERE id = 1"
    )
    plan = plan_strays(bench.source.strays())
    selected = [StraySelected(one, bench.till) for one in plan.proposals]
    before = look_before(bench.source, plan, selected)
    found = bench.source.apply(stray_set(plan, selected, MANAGER, new_id()))
    report = conclude(bench.source, plan, plan.proposals, selected, before, found)
    with desk_of(qtbot, bench) as desk:
        shown(qtbot, desk, report)
        assert desk.text("headline").startswith("1 vente a retrouvé son terminal (1 terminal)")
        assert desk.text("lacking") == "Ventes sans terminal\u00a0: 1 avant, 0 après"
        assert desk.text("remains_title") == "Il ne reste aucune vente sans terminal"
        assert child(desk.page, QWidget, "effects_card").isHidden()
        assert cells(desk, 4) == ["pas de terminal → Till 1"]


def test_a_report_that_cannot_be_made_says_that_the_change_was(qtbot: QtBot, bench: Bench) -> None:
    with desk_of(qtbot, bench, "en") as desk:
        wanted: list[str] = []
        desk.page.analyse_wanted.connect(lambda: wanted.append("analyse"))
        desk.page.say_waiting()
        state = desk.page.findChild(StatePage)
        assert isinstance(state, StatePage)
        assert state.accessibleName() == "The report is being made"
        desk.page.say_failed(Busy("locked"))
        assert state.accessibleName() == "The report could not be made"
        assert state.accessibleDescription().startswith("The change itself was made")
        assert not desk.button("export").isEnabled()
        child(state, QPushButton, "next_step").click()
        assert wanted == ["analyse"]


def test_segments_and_sorting_show_exactly_what_they_say(qtbot: QtBot, bench: Bench) -> None:
    with desk_of(qtbot, bench) as desk:
        detail = desk.page.detail
        mode = QAbstractItemModelTester.FailureReportingMode.Fatal
        QAbstractItemModelTester(detail.model, mode, detail.model)
        shown(qtbot, desk, repaired(bench, stolen(bench, 0)))
        assert [button.text()[-1] for button in detail.chips.buttons.values()] == ["3", "2", "1"]
        assert cells(desk, 4) == [
            "a.ilunga l’a rattachée à Limete le 22/11/2026 12:00",
            "aucune boutique → Gombe",
            "aucune boutique → Gombe",
        ]
        assert detail.model.index(0, 0).data(Role.TINT) == "orphan"
        for key, count in ((LEFT, 1), (CHANGED, 2), (ALL, 3)):
            detail.chips.choose(key)
            rested(qtbot, desk.parts)
            assert detail.model.rowCount() == count
        detail.view.selectRow(0)
        chosen = list(detail.view.selected_ids())
        detail.view.sort_wanted.emit(3, Qt.SortOrder.DescendingOrder)
        rested(qtbot, desk.parts)
        assert [text.split()[-1] for text in cells(desk, 3)] == ["USD", "CDF", "CDF"]
        assert list(detail.view.selected_ids()) == chosen
        detail.chips.choose(CHANGED)
        rested(qtbot, desk.parts)
        assert not list(detail.view.selected_ids())


def test_eighty_thousand_sales_are_written_only_as_they_are_looked_at(
    qtbot: QtBot, bench: Bench
) -> None:
    report = many(repaired(bench), 80_000)
    with desk_of(qtbot, bench) as desk:
        shown(qtbot, desk, report)
        model = desk.page.detail.model
        assert model.rowCount() == 80_000
        assert model.written < 200
        desk.page.detail.view.scrollToBottom()
        qtbot.waitUntil(lambda: model.ids_between(79_999, 79_999) == [79_999])
        desk.page.detail.view.sort_wanted.emit(1, Qt.SortOrder.AscendingOrder)
        rested(qtbot, desk.parts)
        assert model.written < 400


def test_every_button_leads_where_it_says(qtbot: QtBot, bench: Bench) -> None:
    with desk_of(qtbot, bench) as desk:
        went: list[Goto] = []
        wanted: list[str] = []
        desk.parts.context.ways.wanted.disconnect()
        desk.parts.context.ways.wanted.connect(went.append)
        desk.page.analyse_wanted.connect(lambda: wanted.append("analyse"))
        desk.page.undo_wanted.connect(lambda: wanted.append("undo"))
        report = repaired(bench)
        shown(qtbot, desk, report)
        for button in (desk.button("undo"), desk.button("again"), *desk.page.causes.buttons):
            button.click()
        assert wanted == ["undo", "analyse", "analyse"]
        desk.button("journal").click()
        view = desk.page.detail.view
        view.activated.emit(view.model().index(0, 0))
        assert went == [
            Goto("assignment", terminal=bench.lost),
            Goto("journal", change_set=report.outcome.change_set),
            Goto("sales", sale=report.changed[0].sale_id),
        ]


def test_a_report_whose_change_was_taken_back_says_so(qtbot: QtBot, bench: Bench) -> None:
    with desk_of(qtbot, bench) as desk:
        report = repaired(bench)
        shown(qtbot, desk, report)
        assert not desk.button("undo").isHidden()
        entry = bench.source.journal(EntryFilter(change_set=report.outcome.change_set))[0]
        rows = bench.source.journal_rows(entry.change_set)
        tell = desk.parts.context.changes.changed
        bench.source.apply(undo_set(entry, rows, OTHER, new_id(), ordinals=[0]))
        tell.emit(Touched(sales=frozenset({rows[0].id})))
        rested(qtbot, desk.parts)
        qtbot.waitUntil(lambda: desk.page.fate.text != "")
        assert not desk.button("undo").isHidden()
        bench.source.apply(undo_set(entry, rows[1:], OTHER, new_id()))
        tell.emit(Touched(sales=frozenset({rows[1].id})))
        qtbot.waitUntil(lambda: desk.page.fate.gone)
        assert "a.ilunga" in desk.text("signature")
        assert desk.button("undo").isHidden()
        assert child(desk.page, QWidget, "banner").property("role") == "notice"


def save(desk: Desk, format_: Format) -> None:
    """Save the report as the menu does."""
    offer = desk.page.offer()
    assert offer is not None
    desk.page.leaving.exporter.save(offer, format_)


def test_the_same_figures_on_the_page_in_files_and_in_json(
    qtbot: QtBot, bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with desk_of(qtbot, bench) as desk:
        report = repaired(bench, stolen(bench, 0))
        shown(qtbot, desk, report)
        for name, format_ in (("report", Format.FRENCH_CSV), ("report.xlsx", Format.XLSX)):
            path = str(tmp_path / name)
            monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, path=path: (path, ""))
            save(desk, format_)
            rested(qtbot, desk.parts)
        book = openpyxl.load_workbook(tmp_path / "report.xlsx")
        facts = {str(row[0].value): row[1].value for row in book["Résumé"].iter_rows(min_row=2)}
        assert facts["Résultat"] == desk.text("headline")
        assert desk.text("remains_title") in facts
        assert facts["Toutes les ventes"] == desk.text("check_note").partition("\n")[0]
        assert f"Ventes orphelines\u00a0: {facts['Ventes orphelines']}" == desk.text("lacking")
        told = proof.as_json(report)
        assert str(told["changed"]) == desk.text("changed_count")
        assert str(sum(told["left_alone"].values())) == desk.text("left_count")
        model = desk.page.effects.table_model()
        heads = [column.key for column in model.columns]
        for code in ("CDF", "USD"):
            for which in ("before", "added", "after"):
                cell = model.index(0, heads.index(f"{which}_{code}")).data()
                figure = told["by_boutique"][0][which][code]
                plain = cell.replace("\u202f", "").replace(",", ".").replace("–", "0.00")
                assert plain == figure, (code, which)
        with (tmp_path / "report.csv").open(encoding="utf-8-sig", newline="") as lines:
            rows = list(csv.DictReader(lines, delimiter=";"))
        assert [row["Numéro"] for row in rows] == cells(desk, 1)


def test_the_command_line_tells_the_same_of_the_same_database(
    qtbot: QtBot,
    bench: Bench,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    copy = tmp_path / "copy.sqlite3"
    shutil.copy(tmp_path / "shop.sqlite3", copy)
    monkeypatch.setenv(NOW_VARIABLE, NOW.isoformat())
    asked = ["repair", "--source", f"sqlite:///{copy}", "--apply", "--format", "json"]
    assert main(["--language", "en", *asked]) == 1
    told = json.loads(capsys.readouterr().out)
    with desk_of(qtbot, bench) as desk:
        report = repaired(bench)
        shown(qtbot, desk, report)
        mine = proof.as_json(report)
        for of_this_run in ("operator", "workstation", "seconds"):
            del mine[of_this_run], told["report"][of_this_run]
        assert told["report"] == json.loads(json.dumps(mine))
        assert str(told["applied"]) == desk.text("changed_count")
        assert desk.text("remains_title") == f"Il reste {told['orphans_left']} ventes orphelines"


def test_a_file_that_cannot_be_written_is_told(
    qtbot: QtBot, bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with desk_of(qtbot, bench) as desk:
        shown(qtbot, desk, repaired(bench))
        said: list[str] = []
        desk.parts.context.messages.said.connect(lambda message: said.append(message.kind.value))
        path = str(tmp_path / "nowhere" / "report.xlsx")
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (path, ""))
        save(desk, Format.XLSX)
        rested(qtbot, desk.parts)
        assert said == ["error"]


def test_saving_can_be_cancelled_and_leaves_no_file(
    qtbot: QtBot, bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with desk_of(qtbot, bench) as desk:
        shown(qtbot, desk, many(repaired(bench), 80_000))
        said: list[str] = []
        desk.parts.context.messages.said.connect(lambda message: said.append(message.text))
        out = tmp_path / "out"
        out.mkdir()
        path = str(out / "report.xlsx")
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (path, ""))
        save(desk, Format.XLSX)
        [task] = desk.parts.context.jobs.tasks
        qtbot.waitUntil(lambda: task.progress is not None and task.progress.done > 0)
        task.stop()
        qtbot.waitUntil(lambda: bool(said))
        assert "sav" in said[0] or "enregistré" in said[0]
        assert list(out.iterdir()) == []


def test_all_sales_are_printed_and_the_preview_can_be_closed(
    qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    report = repaired(bench)
    with desk_of(qtbot, bench) as desk:
        shown(qtbot, desk, replace(report, lines=[report.changed[0]] * 120))
        desk.button("print").click()
        rested(qtbot, desk.parts)
        [preview] = desk.page.findChildren(Preview)
        qtbot.waitUntil(preview.dialog.isVisible)
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "report.pdf"))
        preview.paint(printer)
        pdf = (tmp_path / "report.pdf").read_bytes()
        assert pdf.startswith(b"%PDF")
        assert pdf.count(b"/Type /Page\n") >= 3
        preview.dialog.close()


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_it_works_by_keyboard_and_tells_its_names(qtbot: QtBot, bench: Bench) -> None:
    with desk_of(qtbot, bench) as desk:
        shown(qtbot, desk, repaired(bench, stolen(bench, 0)))
        page = desk.page
        desk.parts.window.activateWindow()
        qtbot.waitUntil(desk.parts.window.isActiveWindow)
        page.take_focus()
        assert page.detail.view.hasFocus()
        desk.button("export").setFocus()
        met: list[QWidget] = [desk.button("export")]
        for _ in range(12):
            QTest.keyClick(focused(), Qt.Key.Key_Tab)
            if focused() is desk.button("journal"):
                break
            met.append(focused())
        assert met == [
            desk.button("export"),
            desk.button("print"),
            desk.button("again"),
            desk.button("undo"),
            page.effects,
            page.detail.chips.buttons[ALL],
            page.detail.view,
            *page.causes.buttons,
        ]
        for widget in (page.effects, page.detail.view, page.detail.chips):
            assert widget.accessibleName()
        assert all(button.accessibleDescription() for button in page.causes.buttons)


@pytest.mark.parametrize("width", [620, 823, 870, 1110])
def test_nothing_is_clipped_where_there_is_little_room(
    qtbot: QtBot, bench: Bench, width: int
) -> None:
    with desk_of(qtbot, bench, theme=settings.Theme.DARK) as desk:
        shown(qtbot, desk, repaired(bench, stolen(bench, 0)))
        desk.page.resize(width, 468)
        rested(qtbot, desk.parts)
        for button in desk.page.findChildren(QPushButton):
            if button.isVisible():
                wanted = button.minimumSizeHint()
                assert button.width() >= wanted.width(), button.text()
                assert button.height() >= wanted.height(), button.text()
        for label in desk.page.findChildren(QLabel):
            if label.isVisible() and not label.wordWrap() and type(label) is QLabel:
                assert label.width() >= label.sizeHint().width(), label.text()
        body = child(desk.page, QWidget, "report_body")
        assert body.width() <= desk.page.width()
        right = child(desk.page, QWidget, "remains_card")
        assert right.geometry().right() <= body.width()


def test_undo_takes_back_this_repair_whatever_was_changed_since(qtbot: QtBot, bench: Bench) -> None:
    def opener() -> Any:
        return open_sql(bench.url, clock=frozen_clock(NOW))

    with window_over(qtbot, opener, "fr") as parts:
        parts.window.navigation.choose("repair")
        rested(qtbot, parts)
        screen = parts.window.current
        assert isinstance(screen, RepairScreen)
        screen.parts.bar.press()
        questions = [one for one in QApplication.topLevelWidgets() if isinstance(one, Question)]
        questions[0].answer("apply")
        qtbot.waitUntil(lambda: screen.reporting.is_shown)
        rested(qtbot, parts)
        assert screen.status().rows == "3 ventes modifiées"
        other = Change(Entity.TERMINAL, bench.lost, Field.BOUTIQUE, None, bench.limete)
        changes = parts.context.changes
        changes.apply(ChangeSet(new_id(), ChangeKind.ASSIGN, OTHER, [other]), lambda _: "")
        rested(qtbot, parts)
        child(child(screen, ReportPage, "RepairReport"), QPushButton, "undo").click()
        rested(qtbot, parts)
        assert bench.source.tally().orphans == 5
        [till] = [one for one in bench.source.terminals() if one.id == bench.lost]
        assert till.boutique_id == bench.limete
        assert changes.back.last is not None
        assert not screen.reporting.is_shown


def test_the_demo_is_repaired_reported_and_copied(qtbot: QtBot) -> None:
    preferences = Preferences(settings.Settings())

    def opener() -> Any:
        return open_named("demo", preferences, frozen_clock(NOW))

    with window_over(qtbot, opener, "en") as parts:
        qtbot.waitUntil(lambda: parts.context.session.source is not None)
        rested(qtbot, parts)
        source = parts.context.session.source
        assert source is not None
        plan = plan_repair(source.evidence())
        selected = select(plan, Choices())
        before = look_before(source, plan, selected, parts.context.formats.zone)
        outcome = source.apply(repair_set(plan, selected, MANAGER, new_id()))
        report = conclude(source, plan, plan.proposals, selected, before, outcome)
        page = ReportPage(parts.context, parts.window)
        page.resize(1100, 716)
        page.show()
        page.show_report(report)
        rested(qtbot, parts)
        assert outcome.applied == len(selected) > 300
        assert page.detail.model.rowCount() == len(selected)
        after = source.boutique_figures(*report.span or ())
        for effect in report.effects:
            figures = after[effect.boutique_id]
            assert (figures.sales, figures.amounts) == (effect.sales_after, effect.after)
        total = page.effects.table_model().index(0, 1).data()
        assert total == f"{len(selected):,}"
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for row in (0, 1):
            page.detail.view.selectionModel().select(page.detail.model.index(row, 0), flags)
        page.detail.view.copy_wanted.emit()
        rested(qtbot, parts)
        assert len(QApplication.clipboard().text().splitlines()) == 3
