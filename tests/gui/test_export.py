"""What leaves the window: exactly what is shown, in every form, whole or not at all."""

import csv
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Event
from typing import Any

import openpyxl
import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from desktop_admin.domain.model import Sale
from desktop_admin.domain.money import as_amount
from desktop_admin.domain.period import PeriodKind
from desktop_admin.gui.app import Parts
from desktop_admin.gui.assignment.exporting import offer_boutiques, offer_terminals
from desktop_admin.gui.assignment.screen import AssignmentScreen
from desktop_admin.gui.export import exporter
from desktop_admin.gui.export.bar import ExportBar
from desktop_admin.gui.export.offer import Format, Offer
from desktop_admin.gui.export.pdf import write_pdf
from desktop_admin.gui.export.printing import Preview
from desktop_admin.gui.export.words import PaperWords
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.messages import Message, MessageKind
from desktop_admin.gui.sales.narrowing import Narrowing
from desktop_admin.gui.sales.screen import SalesScreen
from desktop_admin.gui.widgets.column_layout import ColumnLayout
from desktop_admin.gui.widgets.question import Question
from desktop_admin.reports.sheets import Amount, Book, Fact, Header, Row, RowsChanged, Sheet, Total
from desktop_admin.sources.base import (
    Cancelled,
    ConnectionLost,
    Progress,
    SaleFlag,
    SaleSort,
    silently,
)
from tests.gui.fakes import NOW, FakeSource, boutique, sale, small_shop
from tests.gui.windows import go, rested, window_over
from tests.reports.test_tables import disk_of

WORDS = PaperWords("Page %1 of %2", "No row")
FORMATS = Formats.of("en", "Africa/Kinshasa")
EVIL = "=1+1 <b>\n\u202e"


@pytest.fixture
def parts(qtbot: QtBot) -> Iterator[Parts]:
    with window_over(qtbot, small_shop(), "en") as made:
        yield made


def sales(qtbot: QtBot, parts: Parts) -> SalesScreen:
    screen = go(qtbot, parts, "sales")
    assert isinstance(screen, SalesScreen)
    return screen


def arranged(screen: SalesScreen, *keys: str) -> None:
    """Show these columns, in this order."""
    rest = [column.key for column in screen.columns if column.key not in keys]
    screen.parts.show_columns(ColumnLayout((*keys, *rest), frozenset(rest), {}))


def heard(parts: Parts) -> list[Message]:
    said: list[Message] = []
    parts.context.messages.said.connect(said.append)
    return said


def offered(offer: Offer | None) -> Offer:
    assert offer is not None
    return offer


def choose(bar: ExportBar, name: str) -> None:
    """Choose what the menu offers under this name."""
    [action] = [one for one in bar.menu.actions() if name in one.text().replace("&", "")]
    action.trigger()


def answered(monkeypatch: pytest.MonkeyPatch, path: Path | str) -> list[tuple[Any, ...]]:
    """The operator chooses that file; returns what was asked."""
    asked: list[tuple[Any, ...]] = []

    def ask(*arguments: Any) -> tuple[str, str]:
        asked.append(arguments)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    return asked


# Exactly what is shown.
@pytest.mark.parametrize(
    ("name", "separator", "decimal"), [("French", ";", ","), ("international", ",", ".")]
)
def test_sales_leave_as_they_are_filtered_sorted_and_arranged(
    qtbot: QtBot,
    parts: Parts,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    separator: str,
    decimal: str,
) -> None:
    screen = sales(qtbot, parts)
    arranged(screen, "amount", "number", "boutique", "sold_at", "id")
    wanted = Narrowing(
        flag=None, chosen={"currencies": {"CDF": "CDF"}}, sort=SaleSort.AMOUNT, descending=False
    )
    screen.show_narrowing(wanted)
    rested(qtbot, parts)
    path = tmp_path / "out.csv"
    answered(monkeypatch, path)
    choose(screen.parts.leaving, name)
    rested(qtbot, parts)
    with path.open(encoding="utf-8-sig", newline="") as file:
        head, *lines = csv.reader(file, delimiter=separator)
    assert head == ["Amount", "Currency", "Sale number", "Boutique", "Sold at", "Id"]
    shown = screen.context.session.source
    assert shown is not None
    found = [one for one in shown.sales(screen.model.ids) if one is not None]
    assert len(found) == 27
    zone = screen.context.formats.zone
    assert lines == [
        [
            str(as_amount(one.cents)).replace(".", decimal),
            one.currency,
            one.number,
            one.boutique_name or "",
            one.sold_at.astimezone(zone).replace(tzinfo=None).isoformat(" ", "seconds")
            if one.sold_at
            else "",
            str(one.id),
        ]
        for one in found
    ]


def test_the_workbook_has_the_numbers_the_filters_and_the_sums_of_what_counts(
    qtbot: QtBot, parts: Parts, tmp_path: Path
) -> None:
    screen = sales(qtbot, parts)
    arranged(screen, "state", "sold_at", "amount")
    screen.show_narrowing(Narrowing(text="VENTE", chosen={"boutiques": {1: "Kin Centre"}}))
    rested(qtbot, parts)
    path = tmp_path / "out.xlsx"
    screen.parts.leaving.exporter.save_as(offered(screen.parts.offer()), Format.XLSX, path)
    rested(qtbot, parts)
    book = openpyxl.load_workbook(path)
    sheet = book["Sales"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:D28"
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2, max_row=28)]
    source = screen.context.session.source
    assert source is not None
    found = [one for one in source.sales(screen.model.ids) if one is not None]
    assert [(row[2], row[3]) for row in rows] == [(one.cents / 100, one.currency) for one in found]
    assert all(isinstance(row[1], datetime) for row in rows)
    assert sheet.cell(29, 1).value is None
    sums = {
        row[0].value: (row[1].value, row[2].value, row[3].value)
        for row in sheet.iter_rows(min_row=30)
    }
    assert sums == {
        "Total CDF, paid and uncancelled sales": total(found, "CDF", paid=True),
        "Total CDF, all sales": total(found, "CDF", paid=False),
        "Total USD, paid and uncancelled sales": total(found, "USD", paid=True),
        "Total USD, all sales": total(found, "USD", paid=False),
    }
    about = {str(row[0]): str(row[1]) for row in book["About"].iter_rows(values_only=True)}
    assert about["Period"] == "All dates"
    assert about["Text"] == "VENTE"
    assert about["Boutique"] == "Kin Centre"
    assert about["Sorted by"] == "Sold at ↓"
    assert about["Definition"].startswith("Revenue counts sales that are paid")
    assert about["Database"] == "Kinshasa"
    assert "Africa/Kinshasa" in about["As of"]


def total(found: list[Sale], currency: str, *, paid: bool) -> tuple[int, float, str]:
    mine = [one for one in found if one.currency == currency and (one.counts or not paid)]
    return len(mine), sum(one.cents for one in mine) / 100, currency


def test_the_whole_table_is_copied_and_a_selection_alone(qtbot: QtBot, parts: Parts) -> None:
    screen = sales(qtbot, parts)
    said = heard(parts)
    choose(screen.parts.leaving, "Copy")
    rested(qtbot, parts)
    assert len(QGuiApplication.clipboard().text().splitlines()) == 31
    assert said[-1].text.startswith("30 row")
    screen.page.table.selectRow(2)
    rested(qtbot, parts)
    screen.parts.copy()
    rested(qtbot, parts)
    assert len(QGuiApplication.clipboard().text().splitlines()) == 2


def test_terminals_and_boutiques_leave_as_they_are_filtered_with_their_sums(
    qtbot: QtBot, parts: Parts, tmp_path: Path
) -> None:
    screen = go(qtbot, parts, "assignment")
    assert isinstance(screen, AssignmentScreen)
    screen.model.filter("caisse")
    screen.boutiques.model.filter("kin centre")
    # What is still being typed has narrowed nothing down yet.
    screen.page.set_filter_text("caisse 2")
    for offer, name in (
        (offer_terminals(screen), "terminals.xlsx"),
        (offer_boutiques(screen), "boutiques.xlsx"),
    ):
        screen.leaving.exporter.save_as(offered(offer), Format.XLSX, tmp_path / name)
        rested(qtbot, parts)
    told = openpyxl.load_workbook(tmp_path / "terminals.xlsx")
    assert ("Text", "caisse") in list(told["About"].iter_rows(values_only=True))
    tills = told["Terminals"]
    names = [row[1].value for row in tills.iter_rows(min_row=2)]
    shown = [screen.model.index(row, 1).data() for row in range(screen.model.rowCount())]
    assert names[: len(shown)] == shown
    places = openpyxl.load_workbook(tmp_path / "boutiques.xlsx")["Boutiques"]
    head, kin, _, sums = [[cell.value for cell in row] for row in places.iter_rows()]
    assert head[:6] == ["Merchant", "Boutique", "State", "City", "Terminals", "Sales"]
    assert kin[1:3] == ["Kin Centre", "open"]
    assert (sums[0], sums[4:]) == ("Total", kin[4:])


@pytest.mark.parametrize("offer", [offer_terminals, offer_boutiques])
def test_figures_leave_with_the_period_they_are_of_while_another_is_counted(
    qtbot: QtBot, offer: Callable[[AssignmentScreen], Offer | None]
) -> None:
    shop = small_shop()
    with window_over(qtbot, shop, "en") as parts:
        screen = go(qtbot, parts, "assignment")
        assert isinstance(screen, AssignmentScreen)
        for kind, told in ((PeriodKind.THIS_MONTH, "All dates"), (PeriodKind.ALL, "1 – 30 Nov")):
            shop.gate = Event()
            parts.context.period.choose_kind(kind)
            book = offered(offer(screen)).make(silently)
            shop.gate.set()
            assert str(book.facts[0].value).startswith(told)
            rested(qtbot, parts)


def test_of_two_tables_the_menu_asks_which_and_none_leaves_before_it_is_counted(
    qtbot: QtBot, parts: Parts
) -> None:
    screen = go(qtbot, parts, "assignment")
    assert isinstance(screen, AssignmentScreen)
    menus = [action.menu() for action in screen.leaving.menu.actions()]
    assert all(isinstance(menu, QMenu) for menu in menus)
    assert [action.text().replace("&", "") for action in screen.leaving.menu.actions()] == [
        "Terminals",
        "Boutiques",
    ]
    assert screen.leaving.printer.isHidden()
    screen.shop = replace(screen.shop, by_terminal=None, by_boutique=None)
    screen.leaving.menu.aboutToShow.emit()
    ways = [way for _, actions in screen.leaving.actions_of for way in actions]
    assert len(ways) == 12
    assert not any(way.isEnabled() for way in ways)


def test_one_sale_at_the_end_of_the_calendar_hides_and_keeps_no_other(
    qtbot: QtBot, tmp_path: Path
) -> None:
    shop = small_shop()
    end = datetime(9999, 12, 31, 23, 30, tzinfo=UTC)
    shop.sale_list = [one._replace(sold_at=end, received_at=end) for one in shop.sale_list]
    with window_over(qtbot, shop, "en") as parts:
        screen = sales(qtbot, parts)
        assert screen.shown() == len(shop.sale_list)
        rested(qtbot, parts)
        assert screen.page.table.model().index(0, 2).data() == "9999-12-31 23:30"
        path = tmp_path / "out.pdf"
        screen.parts.leaving.exporter.save_as(offered(screen.parts.offer()), Format.PDF, path)
        rested(qtbot, parts)
        assert "9999-12-31 23:30" in pages_of(path)[0]


# Paper.
def pages_of(path: Path) -> list[str]:
    return [page.extract_text().replace("\t", " ") for page in PdfReader(path).pages]


def book_of(count: int, title: str = "Sales of the day") -> Book:
    """So many rows, of which the last is told from the first."""

    def rows() -> Iterator[Row]:
        for n in range(count):
            yield [f"N-{n:05}", NOW, Amount(-n * 100), "long " * 40]

    headers = [
        Header("Number", 10),
        Header("Sold at", 16),
        Header("Amount", 12, right=True),
        Header("Note", 40),
    ]
    totals = [Total("Everything", {2: Amount(123_456_00)}, count)]
    sheet = Sheet("Sales", headers, rows, count, lambda: totals, 1)
    facts = [Fact("Period", "29 October"), Fact("Filter", "Kin"), Fact("Definition", "Paid")]
    return Book(title, [sheet], facts, subtitle="29 October")


def test_a_pdf_says_what_it_is_and_has_heads_and_a_number_on_every_page(
    qapp: object, tmp_path: Path
) -> None:
    path = tmp_path / "out.pdf"
    write_pdf(path, book_of(300), FORMATS, WORDS, silently)
    found = pages_of(path)
    assert len(found) > 5
    for told in ("Sales of the day", "29 October", "Kin", "Definition"):
        assert told in found[0]
    for number, text in enumerate(found, start=1):
        assert f"Page {number} of {len(found)}" in text
        for head in ("Number", "Sold at", "Amount", "Note"):
            assert head in text
        assert "29 October" in text
    rows = [line for text in found for line in text.splitlines() if line.startswith("N-")]
    assert rows == [f"N-{n:05}" for n in range(300)]
    assert "\u2212299.00" in "".join(found)
    assert "123,456.00" in found[-1]
    assert "Everything" in found[-1]
    metadata = PdfReader(path).metadata
    assert metadata is not None
    assert metadata.title == "Sales of the day"


def test_a_pdf_without_rows_says_so_and_texts_are_data(qapp: object, tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    write_pdf(path, book_of(0, EVIL), FORMATS, WORDS, silently)
    [page] = pages_of(path)
    assert "No row" in page
    assert "=1+1 <b>" in page


@pytest.mark.parametrize("stop_at", [0, 500, 1_000])
def test_a_pdf_that_is_cancelled_leaves_what_was_there(
    qapp: object, tmp_path: Path, stop_at: int
) -> None:
    path = tmp_path / "out.pdf"
    path.write_text("the one before", encoding="utf-8")

    def stop(progress: Progress) -> None:
        if progress.done >= stop_at:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_pdf(path, book_of(1_000), FORMATS, WORDS, stop)
    assert path.read_text(encoding="utf-8") == "the one before"
    assert [one.name for one in tmp_path.iterdir()] == ["out.pdf"]


@pytest.mark.parametrize("more", [-1, 1])
def test_a_pdf_of_rows_that_came_or_went_is_none(qapp: object, tmp_path: Path, more: int) -> None:
    book = book_of(100)
    changed = replace(book, sheets=[replace(book.sheets[0], count=100 - more)])
    with pytest.raises(RowsChanged):
        write_pdf(tmp_path / "out.pdf", changed, FORMATS, WORDS, silently)
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_pdf_that_the_disk_has_no_room_for_is_none(qapp: object, tmp_path: Path) -> None:
    with disk_of(20_000), pytest.raises(OSError, match=r"large|space"):
        write_pdf(tmp_path / "out.pdf", book_of(3_000), FORMATS, WORDS, silently)
    assert not list(tmp_path.iterdir())


def test_a_pdf_of_many_pages_is_asked_about_first(
    qtbot: QtBot, parts: Parts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = sales(qtbot, parts)
    asked = answered(monkeypatch, tmp_path / "out.pdf")
    choose(screen.parts.leaving, "PDF")
    rested(qtbot, parts)
    assert len(pages_of(tmp_path / "out.pdf")) == 2
    assert len(asked) == 1
    monkeypatch.setattr(exporter, "MANY_PAGES", 1)
    for answer, files in (("stay", 1), ("pdf", 2)):
        choose(screen.parts.leaving, "PDF")
        rested(qtbot, parts)
        [question] = screen.findChildren(Question)
        assert "2 page" in question.title
        question.answer(answer)
        rested(qtbot, parts)
        qtbot.waitUntil(lambda: not screen.findChildren(Question))
        assert len(asked) == files


def test_what_is_printed_is_looked_at_first_and_too_much_is_offered_as_pdf(
    qtbot: QtBot, parts: Parts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = sales(qtbot, parts)
    screen.parts.leaving.printer.click()
    rested(qtbot, parts)
    [preview] = screen.findChildren(Preview)
    qtbot.waitUntil(preview.dialog.isVisible)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    preview.paint(printer)
    printed = pages_of(tmp_path / "printed.pdf")
    assert f"Page 1 of {len(printed)}" in printed[0]
    assert all("Sale number" in page for page in printed)
    preview.dialog.close()
    qtbot.waitUntil(lambda: not screen.findChildren(Preview))
    monkeypatch.setattr(exporter, "MOST_PRINTED", 1)
    said = heard(parts)
    choose(screen.parts.leaving, "Print")
    rested(qtbot, parts)
    assert "2 page" in said[-1].text
    assert not screen.findChildren(Preview)
    answered(monkeypatch, tmp_path / "instead.pdf")
    assert said[-1].on_action is not None
    said[-1].on_action()
    rested(qtbot, parts)
    assert (tmp_path / "instead.pdf").exists()


def test_of_the_pages_those_are_printed_that_are_asked_for(
    qtbot: QtBot, parts: Parts, tmp_path: Path
) -> None:
    preview = Preview(book_of(200), FORMATS, WORDS, parts.window)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    paths = {"all": tmp_path / "all.pdf", "some": tmp_path / "some.pdf"}
    printer.setOutputFileName(str(paths["all"]))
    preview.paint(printer)
    whole = pages_of(paths["all"])
    assert len(whole) == 4
    printer.setOutputFileName(str(paths["some"]))
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    preview.paint(printer)
    assert pages_of(paths["some"]) == whole[1:3]
    preview.dialog.close()


# What can go wrong.
def break_replace(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: Path, __: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refused)


@pytest.mark.parametrize("format_", list(Format))
def test_a_file_that_is_open_elsewhere_is_told_in_words_and_kept(
    qtbot: QtBot,
    parts: Parts,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    format_: Format,
) -> None:
    screen = sales(qtbot, parts)
    path = tmp_path / "out.dat"
    path.write_text("the one before", encoding="utf-8")
    said = heard(parts)
    with monkeypatch.context() as patched:
        break_replace(patched)
        screen.parts.leaving.exporter.save_as(offered(screen.parts.offer()), format_, path)
        rested(qtbot, parts)
    assert said[-1].kind is MessageKind.ERROR
    assert "open in another program" in said[-1].text
    assert path.read_text(encoding="utf-8") == "the one before"
    assert [one.name for one in tmp_path.iterdir()] == ["out.dat"]


def gone(shop: FakeSource) -> None:
    del shop.sale_list[-1]


def moved(shop: FakeSource) -> None:
    shop.terminal_list[0] = replace(shop.terminal_list[0], boutique_id=2)


def more(shop: FakeSource) -> None:
    shop.sale_list.append(sale(99, boutique(1, "Kin Centre"), None))


@pytest.mark.parametrize("format_", list(Format))
@pytest.mark.parametrize(("change", "holds"), [(gone, False), (moved, False), (more, True)])
def test_rows_that_change_meanwhile_are_told_and_new_sales_are_none_of_them(
    qtbot: QtBot,
    tmp_path: Path,
    format_: Format,
    change: Callable[[FakeSource], None],
    holds: bool,
) -> None:
    shop = small_shop(600)
    with window_over(qtbot, shop, "en") as parts:
        screen = sales(qtbot, parts)
        said, read = heard(parts), shop.sales
        asked: list[int] = []

        def changing(ids: Any) -> Any:
            asked.append(1)
            if len(asked) == 2:
                change(shop)
            return read(ids)

        shop.sales = changing  # type: ignore[method-assign] # broken on purpose
        path = tmp_path / "out"
        screen.parts.leaving.exporter.save_as(offered(screen.parts.offer()), format_, path)
        rested(qtbot, parts)
        assert path.exists() is holds
        assert ("data changed" in said[-1].text) is not holds
        assert len(list(tmp_path.iterdir())) == holds


@pytest.mark.parametrize("format_", list(Format))
def test_a_database_that_is_lost_meanwhile_is_told_and_leaves_nothing(
    qtbot: QtBot, tmp_path: Path, format_: Format
) -> None:
    shop = small_shop()
    with window_over(qtbot, shop, "en") as parts:
        screen = sales(qtbot, parts)
        offer, said = offered(screen.parts.offer()), heard(parts)
        shop.fail_with = ConnectionLost("gone")
        screen.parts.leaving.exporter.save_as(offer, format_, tmp_path / "out")
        qtbot.waitUntil(lambda: bool(said))
        assert "Nothing was saved" in said[-1].text
        assert not list(tmp_path.iterdir())
        shop.fail_with = None
        rested(qtbot, parts)


@pytest.mark.parametrize("format_", list(Format))
def test_work_that_is_stopped_leaves_no_file(qtbot: QtBot, tmp_path: Path, format_: Format) -> None:
    shop = small_shop()
    with window_over(qtbot, shop, "en") as parts:
        screen = sales(qtbot, parts)
        said = heard(parts)
        shop.gate = Event()
        path = tmp_path / "out"
        screen.parts.leaving.exporter.save_as(offered(screen.parts.offer()), format_, path)
        [task] = parts.context.jobs.tasks
        assert task.title == "Export of the sales"
        task.stop()
        shop.gate.set()
        rested(qtbot, parts)
        assert "Nothing was saved" in said[-1].text
        assert not list(tmp_path.iterdir())


def test_of_several_exports_two_run_at_once_so_that_the_window_goes_on(
    qtbot: QtBot, tmp_path: Path
) -> None:
    shop = small_shop()
    with window_over(qtbot, shop, "en") as parts:
        screen = sales(qtbot, parts)
        offer = offered(screen.parts.offer())
        shop.gate = Event()
        for number in range(4):
            screen.parts.leaving.exporter.save_as(offer, Format.XLSX, tmp_path / f"{number}.xlsx")
        assert len(parts.context.jobs.tasks) == 2
        shop.gate.set()
        qtbot.waitUntil(lambda: len(list(tmp_path.glob("*.xlsx"))) == 4)
        rested(qtbot, parts)


# The buttons.
def test_the_file_is_named_after_its_moment_beside_the_one_before(
    qtbot: QtBot, parts: Parts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = sales(qtbot, parts)
    asked = answered(monkeypatch, tmp_path / "mine")
    for name in ("Excel", "PDF"):
        choose(screen.parts.leaving, name)
        rested(qtbot, parts)
    assert Path(asked[0][2]).name == "sales-2026-11-22-1200.xlsx"
    assert Path(asked[1][2]) == tmp_path / "sales-2026-11-22-1200.pdf"
    assert {one.name for one in tmp_path.iterdir()} == {"mine.xlsx", "mine.pdf"}


def test_a_name_that_gets_its_ending_replaces_nothing_unasked(
    qtbot: QtBot, parts: Parts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = sales(qtbot, parts)
    path = tmp_path / "mine.xlsx"
    path.write_text("the one before", encoding="utf-8")
    answered(monkeypatch, tmp_path / "mine")
    for answer, kept in (("stay", True), ("replace", False)):
        choose(screen.parts.leaving, "Excel")
        [question] = screen.findChildren(Question)
        assert "mine.xlsx" in question.title
        question.answer(answer)
        rested(qtbot, parts)
        qtbot.waitUntil(lambda: not screen.findChildren(Question))
        assert (path.read_bytes() == b"the one before") is kept


def test_a_name_that_is_too_long_with_its_ending_is_told_and_no_file(
    qtbot: QtBot, parts: Parts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = sales(qtbot, parts)
    said = heard(parts)
    answered(monkeypatch, tmp_path / ("a" * 252))
    choose(screen.parts.leaving, "Excel")
    rested(qtbot, parts)
    assert [message.kind for message in said] == [MessageKind.ERROR]
    assert not list(tmp_path.iterdir())


def test_no_file_chosen_is_no_file(
    qtbot: QtBot, parts: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = sales(qtbot, parts)
    said = heard(parts)
    answered(monkeypatch, "")
    choose(screen.parts.leaving, "Excel")
    rested(qtbot, parts)
    assert said == []


def test_the_preview_and_the_menu_open_by_the_keyboard(qtbot: QtBot, parts: Parts) -> None:
    screen = sales(qtbot, parts)
    parts.window.activateWindow()
    qtbot.waitUntil(parts.window.isActiveWindow)
    screen.take_focus()
    bar, control = screen.parts.leaving, Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(screen.page.table, Qt.Key.Key_P, control)
    rested(qtbot, parts)
    [preview] = screen.findChildren(Preview)
    preview.dialog.close()
    qtbot.waitUntil(lambda: not screen.findChildren(Preview))
    parts.window.activateWindow()
    qtbot.waitUntil(parts.window.isActiveWindow)
    opened: list[int] = []
    bar.menu.aboutToShow.connect(lambda: opened.append(1))
    # A menu is modal: it is closed from within.
    bar.menu.aboutToShow.connect(bar.menu.close, Qt.ConnectionType.QueuedConnection)
    QTest.keyClick(screen.page.table, Qt.Key.Key_E, control)
    assert opened == [1]
    assert bar.button.accessibleName() == "Export"
    assert bar.printer.accessibleName() == "Print"
    assert "Ctrl+P" in bar.printer.toolTip()


def test_the_buttons_give_way_where_there_is_no_room(qtbot: QtBot, parts: Parts) -> None:
    screen = sales(qtbot, parts)
    bar, header = screen.parts.leaving, screen.parts.leaving.parentWidget()
    assert header is not None
    layout = header.layout()
    assert layout is not None
    others = layout.sizeHint().width() - bar.sizeHint().width()
    header.setMinimumWidth(0)
    for room, word, printer in ((400, True, True), (130, False, True), (70, False, False)):
        header.setFixedWidth(others + room)
        rested(qtbot, parts)
        assert bool(bar.button.text()) is word
        assert bar.printer.isHidden() is not printer
        assert bar.button.accessibleName() == "Export"


def test_the_languages_own_csv_comes_first(qtbot: QtBot) -> None:
    for language, first in (("fr", 0), ("en", 1)):
        with window_over(qtbot, small_shop(), language) as parts:
            screen = sales(qtbot, parts)
            names = [one.text().replace("&", "") for one in screen.parts.leaving.menu.actions()]
            found = [name for name in names if "CSV" in name]
            assert len(found) == 2
            assert "internat" in found[1 - first]


def test_what_is_said_of_the_rows_is_of_those_that_leave_not_of_those_on_their_way(
    qtbot: QtBot, tmp_path: Path
) -> None:
    shop = small_shop()
    with window_over(qtbot, shop, "en") as parts:
        screen = sales(qtbot, parts)
        shop.gate = Event()
        screen.show_narrowing(Narrowing(flag=SaleFlag.ORPHAN, text="nothing like it"))
        path = tmp_path / "out.xlsx"
        screen.parts.leaving.exporter.save_as(offered(screen.parts.offer()), Format.XLSX, path)
        shop.gate.set()
        rested(qtbot, parts)
        book = openpyxl.load_workbook(path)
        assert book["Sales"].auto_filter.ref == "A1:H31"
        about = {str(row[0]): str(row[1]) for row in book["About"].iter_rows(values_only=True)}
        assert about["Filter"].startswith("none")
        assert screen.shown() == 0
