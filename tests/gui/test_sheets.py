"""Monthly sheets: one whole file for each boutique, and nothing that exists is lost unasked."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Event
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from PySide6.QtCore import QAbstractItemModel, QRectF, Qt
from PySide6.QtGui import QColor, QDesktopServices, QImage, QPainter
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from desktop_admin.domain.attribution import Part
from desktop_admin.domain.money import Amounts
from desktop_admin.domain.period import PeriodKind
from desktop_admin.domain.revenue import Expense
from desktop_admin.gui.app import Parts
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.messages import Message
from desktop_admin.gui.session import State
from desktop_admin.gui.sheets import writing
from desktop_admin.gui.sheets.day_bars import lay_out
from desktop_admin.gui.sheets.dialog import SheetsDialog
from desktop_admin.gui.sheets.page import SheetPages
from desktop_admin.gui.sheets.pdf import page_layout, pdf_of
from desktop_admin.gui.sheets.pens import UNITS_PER_INCH
from desktop_admin.gui.sheets.writing import Kind, Order
from desktop_admin.gui.widgets.question import Question
from desktop_admin.reports.monthly import MonthlySheet, read, sheet
from desktop_admin.sources.base import Cancelled, ConnectionLost, Progress, silently
from desktop_admin.wording.words import Words
from tests.gui.fakes import NOW, FakeSource, boutique, sale, terminal
from tests.gui.windows import rested, window_over

KINSHASA = ZoneInfo("Africa/Kinshasa")
FORMATS = Formats("\u202f", ",", "{0.day:02d}/{0.month:02d}/{0.year:04d}", KINSHASA)
NOVEMBER = date(2026, 11, 1)
HOSTILE = '<b>Kin</b> "Centre" \u202egnp.exe'


def shop() -> FakeSource:
    """Three boutiques that sold in two currencies, one that is closed, one depot."""
    places = [
        boutique(1, "Kin Centre"),
        boutique(2, "Kin/Centre"),
        boutique(3, HOSTILE * 9),
        boutique(4, "Fermée", active=False),
        boutique(5, "Dépôt", depot=True),
    ]
    till = terminal(1, places[0])
    sales = [
        sale(
            number,
            places[number % 3],
            till,
            sold_at=NOW - timedelta(hours=7 * number),
            cents=100 * number,
            currency=("CDF", "USD")[number % 4 == 0],
            payment=("CASH", "CARD", "MOBILE")[number % 3],
        )
        for number in range(1, 120)
    ]
    return FakeSource([till], places, sales, expense_list=[Expense(1, None, "CDF", 5_000)])


@contextmanager
def dialog_over(
    qtbot: QtBot, source: FakeSource, only: int | None = None, language: str = "fr"
) -> Iterator[tuple[Parts, SheetsDialog]]:
    with window_over(qtbot, source, language) as parts:
        rested(qtbot, parts)
        dialog = SheetsDialog(parts.context, parts.window, only)
        dialog.show()
        rested(qtbot, parts)
        yield parts, dialog


def question(qtbot: QtBot, dialog: SheetsDialog) -> Question:
    qtbot.waitUntil(lambda: bool(dialog.findChildren(Question)))
    return dialog.findChildren(Question)[0]


def names(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()}


def listened(parts: Parts) -> list[Message]:
    heard: list[Message] = []
    parts.context.messages.said.connect(heard.append)
    return heard


def test_open_boutiques_are_ticked_depots_are_not_offered(qtbot: QtBot) -> None:
    with dialog_over(qtbot, shop()) as (_, dialog):
        assert set(dialog.order.boutiques) == {1, 2, 3}
        assert {option.key for option in dialog.boutiques.model.options} == {1, 2, 3, 4}
        QAbstractItemModelTester(
            dialog.boutiques.model, QAbstractItemModelTester.FailureReportingMode.Fatal, dialog
        )
        dialog.ui.none.click()
        assert dialog.order.boutiques == ()
        assert not dialog.ui.write.isEnabled()
        dialog.ui.all.click()
        assert set(dialog.order.boutiques) == {1, 2, 3, 4}
        dialog.ui.search.setText("ferm")
        model: QAbstractItemModel = dialog.boutiques.model
        assert model.rowCount() == 1
        dialog.ui.options.clicked.emit(model.index(0, 0))
        assert set(dialog.order.boutiques) == {1, 2, 3}
        dialog.reject()


def test_boutiques_are_ticked_by_keyboard(qtbot: QtBot) -> None:
    with dialog_over(qtbot, shop()) as (_, dialog):
        dialog.ui.none.click()
        dialog.ui.search.setText("kin/centre")
        QTest.keyClick(dialog.ui.search, Qt.Key.Key_Down)
        QTest.keyClick(dialog.ui.options, Qt.Key.Key_Space)
        assert list(dialog.order.boutiques) == [2]
        QTest.keyClick(dialog.ui.options, Qt.Key.Key_Return)
        assert not list(dialog.order.boutiques)
        assert dialog.isVisible()
        dialog.reject()


def test_one_boutique_alone_is_ticked_where_it_was_asked_for(qtbot: QtBot) -> None:
    with dialog_over(qtbot, shop(), only=2) as (_, dialog):
        assert dialog.order.boutiques == (2,)
        dialog.reject()


def test_the_month_is_the_one_that_is_looked_at_else_the_last_that_is_over(qtbot: QtBot) -> None:
    with dialog_over(qtbot, shop()) as (parts, dialog):
        assert dialog.month == date(2026, 10, 1)
        assert dialog.ui.month.currentText() == "octobre 2026"
        dialog.reject()
        for kind, month in (
            (PeriodKind.THIS_MONTH, NOVEMBER),
            (PeriodKind.THIS_YEAR, NOVEMBER),
            (PeriodKind.LAST_MONTH, date(2026, 10, 1)),
        ):
            parts.context.period.choose_kind(kind)
            again = SheetsDialog(parts.context, parts.window)
            assert again.month == month
            again.reject()
            rested(qtbot, parts)


def test_one_whole_file_is_written_for_each_boutique_and_kind(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    with dialog_over(qtbot, shop()) as (parts, dialog):
        heard = listened(parts)
        dialog.ui.month.setCurrentIndex(0)
        dialog.ui.folder.setText(str(tmp_path))
        dialog.ui.xlsx.setChecked(True)
        dialog.ui.write.click()
        qtbot.waitUntil(lambda: bool(heard))
        found = names(tmp_path)
        assert len(found) == 6
        assert {"2026-11 Kin Centre.pdf", "2026-11 Kin-Centre.xlsx"} <= found
        assert all((tmp_path / name).stat().st_size > 1_000 for name in found)
        book = openpyxl.load_workbook(tmp_path / "2026-11 Kin Centre.xlsx")
        assert book.worksheets[0]["A2"].value == "CDF"
        assert "6" in heard[0].text
        assert str(tmp_path) in heard[0].text
        assert heard[0].on_action is not None
        heard[0].on_action()
        assert opened == [str(tmp_path)]
        # What was chosen is remembered.
        rested(qtbot, parts)
        again = SheetsDialog(parts.context, parts.window)
        assert (again.ui.folder.text(), again.kinds) == (str(tmp_path), (Kind.PDF, Kind.XLSX))
        again.reject()
        rested(qtbot, parts)


@pytest.mark.parametrize("answer", ["stay", "keep", "replace"])
def test_files_that_exist_are_asked_about(qtbot: QtBot, tmp_path: Path, answer: str) -> None:
    mine = tmp_path / "2026-11 Kin Centre.pdf"
    mine.write_text("mine")
    with dialog_over(qtbot, shop()) as (parts, dialog):
        heard = listened(parts)
        dialog.ui.month.setCurrentIndex(0)
        dialog.ui.folder.setText(str(tmp_path))
        dialog.ui.write.click()
        asked = question(qtbot, dialog)
        assert mine.name in asked.meaning
        asked.answer(answer)
        rested(qtbot, parts)
        assert (mine.read_bytes() == b"mine") == (answer != "replace")
        assert len(names(tmp_path)) == (1 if answer == "stay" else 3)
        if answer == "stay":
            assert not heard
            assert dialog.ui.write.isEnabled()
            dialog.reject()


def test_stopped_it_keeps_what_is_whole_and_leaves_no_half_file(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_second, go_on = Event(), Event()
    write = writing._write

    def slowly(target: writing.Target, *rest: object) -> None:
        if target.boutique == 1:
            at_second.set()
            go_on.wait(5)
        write(target, *rest)  # type: ignore[arg-type]  # handed on as they came

    monkeypatch.setattr(writing, "_write", slowly)
    with dialog_over(qtbot, shop()) as (parts, dialog):
        dialog.ui.month.setCurrentIndex(0)
        dialog.ui.folder.setText(str(tmp_path))
        dialog.ui.write.click()
        qtbot.waitUntil(at_second.is_set)
        qtbot.waitUntil(lambda: dialog.ui.progress.maximum() == 3)
        assert not dialog.ui.write.isEnabled()
        assert not dialog.ui.month.isEnabled()
        dialog.reject()
        assert dialog.isVisible(), "it stays until the work has ended"
        assert not dialog.ui.cancel.isEnabled()
        go_on.set()
        rested(qtbot, parts)
        assert "2" in dialog.ui.said.text()
        assert len(names(tmp_path)) == 2
        assert all(one.suffix == ".pdf" for one in tmp_path.iterdir())
        assert dialog.ui.write.isEnabled()
        dialog.reject()


@pytest.mark.parametrize(
    ("trouble", "elsewhere"),
    [(PermissionError(13, "Permission denied"), True), (OSError(28, "No space left"), False)],
)
def test_a_file_that_cannot_be_written_ends_it_and_is_named(
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    trouble: OSError,
    elsewhere: bool,
) -> None:
    def refuse(*_: object) -> None:
        raise trouble

    monkeypatch.setattr(writing, "_write", refuse)
    with dialog_over(qtbot, shop()) as (parts, dialog):
        dialog.ui.folder.setText(str(tmp_path))
        dialog.ui.write.click()
        rested(qtbot, parts)
        assert "gnp.exe" in dialog.ui.said.text()
        assert str(trouble.strerror) in dialog.ui.said.text()
        assert ("autre programme" in dialog.ui.said.text()) is elsewhere
        assert not names(tmp_path)
        dialog.reject()


def test_a_folder_that_is_not_there_is_said_and_a_lost_database_too(
    qtbot: QtBot, tmp_path: Path
) -> None:
    source = shop()
    with dialog_over(qtbot, source) as (parts, dialog):
        # The second is longer than any name can be.
        for name in ("nowhere", "nowhere" * 50):
            dialog.ui.folder.setText(str(tmp_path / name))
            assert not dialog.ui.said.text()
            dialog.ui.write.click()
            rested(qtbot, parts)
            assert "nowhere" in dialog.ui.said.text()
        dialog.ui.folder.setText(str(tmp_path))
        assert not dialog.ui.said.text()
        source.fail_with = ConnectionLost("gone")
        dialog.ui.write.click()
        rested(qtbot, parts)
        assert dialog.ui.said.text()
        assert parts.context.session.state is State.LOST, "the whole window is to know"
        assert not names(tmp_path)
        dialog.reject()
        source.fail_with = None


def test_the_folder_is_chosen_in_the_systems_dialog(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with dialog_over(qtbot, shop()) as (_, dialog):
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
        dialog.ui.choose.click()
        assert dialog.ui.folder.text() == str(tmp_path)
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
        dialog.ui.choose.click()
        assert dialog.ui.folder.text() == str(tmp_path)
        dialog.reject()


def test_the_source_is_asked_once_however_many_boutiques_there_are(tmp_path: Path) -> None:
    source, asked = shop(), []
    revenue = source.revenue

    def counted(cut: object) -> object:
        asked.append(cut)
        return revenue(cut)  # type: ignore[arg-type]  # handed on as it came

    source.revenue = counted  # type: ignore[method-assign, assignment]  # to count the questions
    order = Order(NOVEMBER, (1, 2, 3), tmp_path, (Kind.XLSX,))
    looked = writing.look(source.as_source(), order)
    done = writing.write(source.as_source(), order, looked.targets, FORMATS, NOW, None, silently)
    assert len(done.written) == 3
    assert len(asked) == 2, "the month, and what it is compared with"


def test_cancelled_before_it_began_it_writes_nothing(tmp_path: Path) -> None:
    def stop(_: Progress) -> None:
        raise Cancelled

    source = shop().as_source()
    order = Order(NOVEMBER, (1, 2), tmp_path, (Kind.PDF,))
    looked = writing.look(source, order)
    done = writing.write(source, order, looked.targets, FORMATS, NOW, None, stop)
    assert done.stopped
    assert not names(tmp_path)


# On paper.
def sheet_of(
    source: FakeSource, which: int, month: date = NOVEMBER, now: datetime = NOW
) -> MonthlySheet:
    return sheet(read(source.as_source(), month, KINSHASA, now), which)


def pages_of(found: MonthlySheet, language: str = "fr") -> SheetPages:
    area = page_layout().paintRectPixels(UNITS_PER_INCH)
    formats = Formats.of(language, KINSHASA.key)
    return SheetPages(found, Words(language), formats, area.width(), area.height())


def drawn(found: MonthlySheet, language: str = "fr") -> list[QImage]:
    """Its pages as pictures."""
    area = page_layout().paintRectPixels(UNITS_PER_INCH)
    pages = [_white(area.width() // 10, area.height() // 10)]
    laid = pages_of(found, language)
    painter = QPainter(pages[0])

    def new_page() -> None:
        painter.end()
        pages.append(_white(pages[0].width(), pages[0].height()))
        painter.begin(pages[-1])
        painter.scale(0.1, 0.1)

    painter.scale(0.1, 0.1)
    laid.paint(painter, new_page)
    painter.end()
    assert len(pages) == laid.count
    return pages


def _white(width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill("white")
    return image


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("which", [1, 2, 3, 4])
def test_every_page_has_something_and_nothing_at_its_edges(
    qapp: QApplication, language: str, which: int
) -> None:
    for image in drawn(sheet_of(shop(), which), language):
        white = image.pixel(0, 0)
        right = [image.pixel(image.width() - 1, y) for y in range(image.height())]
        inked = sum(
            image.pixel(x, y) != white
            for x in range(0, image.width(), 3)
            for y in range(0, image.height(), 3)
        )
        assert inked > 100
        # Rules and cards end there; letters do not.
        assert sum(one != white for one in right) < image.height() / 3


def test_a_month_without_sales_is_one_page_that_says_so(qapp: QApplication) -> None:
    found = sheet_of(shop(), 4, date(2026, 3, 1))
    assert not found.parts
    assert pages_of(found).count == 1


def test_many_currencies_and_huge_amounts_stay_on_their_pages(qapp: QApplication) -> None:
    source = shop()
    source.sale_list = [
        one._replace(currency=("CDF", "USD", "EUR", "XAF")[one.id % 4], cents=one.cents * 10**10)
        for one in source.sale_list
    ]
    found = sheet_of(source, 1)
    assert len(found.parts) == 4
    assert 3 <= len(drawn(found)) <= 6


def test_what_waits_for_the_repair_is_told_on_paper(qapp: QApplication) -> None:
    found = sheet_of(shop(), 1)
    told = replace(found, waiting=Part(Amounts({"CDF": 12_300}), (1, 2)))
    orphan = QColor("#FFF3E0")

    def has_box(image: QImage) -> bool:
        return any(image.pixelColor(40, y) == orphan for y in range(image.height()))

    assert has_box(drawn(told)[0])
    assert not has_box(drawn(found)[0])


def test_a_sheet_as_pdf_is_one_file_with_its_title(qapp: QApplication) -> None:
    found = sheet_of(shop(), 3)
    data = pdf_of(found, Words("fr"), Formats.of("fr", KINSHASA.key))
    assert data.startswith(b"%PDF-")
    assert data.rstrip().endswith(b"%%EOF")
    assert data.count(b"/Type /Page\n") == pages_of(found).count


def test_bars_stand_on_their_day_and_in_proportion(qapp: QApplication) -> None:
    part = sheet_of(shop(), 2).parts[0]
    days = {one.day: one for one in part.days}
    laid = lay_out(part, NOVEMBER, date(2026, 11, 30), date(2026, 11, 22), 3100, 1000, 100)
    left, top, width, height = laid.area
    zero = top + height
    for bar in laid.bars:
        assert QRectF(left, top, width, height).contains(
            QRectF(bar.left, bar.top, bar.width, bar.height)
        )
        wanted = laid.scale.place(days[bar.day].cents, height)
        assert abs((zero - bar.top) - max(wanted, 8)) < 0.01
        assert left + (bar.day.day - 1) * width / 30 <= bar.left
    assert [bar.day for bar in laid.bars if bar.running] == [date(2026, 11, 22)]


def test_days_below_nothing_hang_down(qapp: QApplication) -> None:
    source = shop()
    source.sale_list = [
        one._replace(cents=-one.cents if one.id % 2 else one.cents) for one in source.sale_list
    ]
    part = sheet_of(source, 1).parts[0]
    laid = lay_out(part, NOVEMBER, date(2026, 11, 30), date(2026, 11, 22), 3100, 1000, 100)
    days = {one.day: one.cents for one in part.days}
    _, top, _, height = laid.area
    zero = top + height - laid.scale.place(0, height)
    assert any(days[bar.day] < 0 for bar in laid.bars)
    for bar in laid.bars:
        assert (bar.top >= zero - 0.01) == (days[bar.day] < 0)


def test_the_first_moment_of_a_month_is_not_a_day_late(qapp: QApplication) -> None:
    first = datetime(2026, 10, 31, 23, 0, tzinfo=UTC)
    found = sheet_of(shop(), 1, NOVEMBER, first)
    assert found.running
    assert found.comparison is not None
    assert found.comparison.first == date(2026, 10, 1)
