"""A chart leaves from its menu: clipboard, files, paper."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_admin.gui.app import Parts
from desktop_admin.gui.charts import Bar, BarsChart, BarsData, Frame
from desktop_admin.gui.charts.export import ChartWays, file_name
from desktop_admin.gui.charts.figure import WIDTH
from desktop_admin.gui.charts.printing import ChartPreview
from desktop_admin.gui.messages import Message, MessageKind
from tests.gui.charts.plain import CDF
from tests.gui.fakes import FakeSource
from tests.gui.windows import rested, window_over

DATA = BarsData((Bar(1, "Kin", 10**9, 10**8, 9 * 10**8), Bar(2, "Limete", 10**8)), CDF)


@dataclass
class Desk:
    """A chart that can leave, and what the window said."""

    parts: Parts
    chart: BarsChart
    ways: ChartWays
    said: list[Message]

    def choose(self, key: str) -> None:
        self.ways.menu.aboutToShow.emit()
        self.ways.actions[key].trigger()


def frame() -> Frame:
    return Frame("CA par boutique : 1/2", "1 – 29 octobre 2025")


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    with window_over(qtbot, FakeSource()) as parts:
        rested(qtbot, parts)
        widget = QWidget(parts.window)
        chart = BarsChart(parts.context.theme, parts.context.formats)
        QVBoxLayout(widget).addWidget(chart)
        widget.setGeometry(QRect(300, 100, 600, 400))
        widget.show()
        widget.raise_()
        ways = ChartWays(parts.context, chart, frame, parts.window)
        chart.show_chart(DATA)
        said: list[Message] = []
        parts.context.messages.said.connect(said.append)
        yield Desk(parts, chart, ways, said)


def test_a_chart_is_copied_as_a_picture_from_the_menu_and_by_key(qtbot: QtBot, desk: Desk) -> None:
    clipboard = QGuiApplication.clipboard()
    for way in ("menu", "key"):
        clipboard.clear()
        if way == "menu":
            desk.choose("copy")
        else:
            desk.parts.window.activateWindow()
            desk.chart.setFocus()
            qtbot.waitUntil(desk.chart.hasFocus)
            QTest.keyClick(desk.chart, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        rested(qtbot, desk.parts)
        assert clipboard.image().width() == 2 * WIDTH
        assert len(desk.said) == (1 if way == "menu" else 2)


@pytest.mark.parametrize("ending", [".png", ".svg", ".pdf"])
def test_a_chart_is_saved_whole_and_told(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    offered: list[str] = []

    def asked(_parent: QWidget, _title: str, name: str, _kind: str) -> tuple[str, str]:
        offered.append(Path(name).name)
        return str(tmp_path / "out"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", asked)
    desk.choose(ending)
    rested(qtbot, desk.parts)
    path = tmp_path / f"out{ending}"
    assert path.stat().st_size > 1_000
    assert offered[0].startswith("ca-par-boutique-1-2-")
    assert offered[0].endswith(ending)
    assert [message.kind for message in desk.said] == [MessageKind.DONE]
    if ending == ".png":
        assert QImage(str(path)).width() == 2 * WIDTH


def test_where_nothing_is_chosen_nothing_happens(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    desk.choose(".png")
    rested(qtbot, desk.parts)
    assert desk.said == []


def test_a_picture_that_cannot_be_written_is_told_and_leaves_nothing(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "nowhere" / "chart.svg"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(place), ""))
    desk.choose(".svg")
    rested(qtbot, desk.parts)
    assert [message.kind for message in desk.said] == [MessageKind.ERROR]
    assert not place.parent.exists()


def test_what_is_stopped_leaves_no_file(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()
    from desktop_admin.gui.charts import writing

    whole = writing.as_bytes

    def slowly(*arguments: object) -> bytes:
        gate.wait(5)
        return whole(*arguments)  # type: ignore[arg-type]  # only handed on

    monkeypatch.setattr(writing, "as_bytes", slowly)
    out = tmp_path / "out"
    out.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out / "a.pdf"), ""))
    desk.choose(".pdf")
    [task] = desk.parts.context.jobs.tasks
    qtbot.waitUntil(lambda: task.progress is not None)
    task.stop()
    gate.set()
    rested(qtbot, desk.parts)
    assert list(out.iterdir()) == []
    assert [message.kind for message in desk.said] == [MessageKind.WARNING]


def test_the_menu_opens_by_right_click_and_offers_nothing_before_there_is_a_chart(
    qtbot: QtBot, desk: Desk
) -> None:
    desk.chart.customContextMenuRequested.emit(QPoint(10, 10))
    assert desk.ways.menu.isVisible()
    assert all(action.isEnabled() for action in desk.ways.actions.values())
    desk.ways.menu.close()
    empty = BarsChart(desk.parts.context.theme, desk.parts.context.formats, desk.chart)
    ways = ChartWays(desk.parts.context, empty, frame, desk.parts.window)
    assert ways.figure is None
    ways.menu.aboutToShow.emit()
    assert isinstance(ways.menu, QMenu)
    assert not any(action.isEnabled() for action in ways.actions.values())


def test_a_chart_is_looked_at_before_it_is_printed(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    desk.choose("print")
    [dialog] = desk.parts.window.findChildren(QPrintPreviewDialog)
    assert dialog.isVisible()
    dialog.close()
    figure = desk.ways.figure
    assert figure is not None
    preview = ChartPreview(figure, desk.parts.window)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    preview.paint(printer)
    preview.dialog.deleteLater()
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("CA par boutique : 1/2", "ca-par-boutique-1-2"),
        ("Évolution", "évolution"),
        ("../..\\CON?*", "con"),
        ("", ""),
        ("x" * 200, "x" * 60),
    ],
)
def test_a_title_makes_a_name_any_system_takes(title: str, name: str) -> None:
    assert file_name(title) == name
