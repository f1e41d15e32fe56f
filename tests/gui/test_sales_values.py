"""What stands behind the screen of sales: remembered values, option lists, copies, layouts."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_admin.gui.export.cells import copied_line
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.memory import Json, Memory
from desktop_admin.gui.models.columns import Cell, Column
from desktop_admin.gui.sales.columns import sale_cells, sale_table
from desktop_admin.gui.sales.counting import count
from desktop_admin.gui.sales.delays import delays
from desktop_admin.gui.sales.narrowing import Narrowing, read_narrowing, write_narrowing
from desktop_admin.gui.sales.views import KEY, SavedView, SavedViews
from desktop_admin.gui.theme import Theme
from desktop_admin.gui.widgets.column_chooser import ColumnChooser
from desktop_admin.gui.widgets.column_layout import read_layout, usual_layout, write_layout
from desktop_admin.gui.widgets.flow_layout import FlowLayout
from desktop_admin.gui.widgets.options_model import Option, OptionsModel
from desktop_admin.reports.sheets import Amount, Share
from desktop_admin.reports.sheets import Cell as Exported
from desktop_admin.settings import Theme as Choice
from desktop_admin.sources.base import SaleFlag, SaleQuery, SaleSort
from tests.gui.fakes import NOW, small_shop

COLUMNS: list[Column[int]] = [
    Column("a", "A", lambda n: Cell(str(n)), "0"),
    Column("b", "B", lambda n: Cell(str(n)), "0"),
    Column("c", "C", lambda n: Cell(str(n)), "0", shown=False),
]


# Narrowing and views.
def test_a_narrowing_is_the_same_after_it_was_written() -> None:
    narrowing = Narrowing(
        "abc",
        SaleFlag.UNPAID,
        {"boutiques": {3: "Kin"}, "currencies": {"USD": "USD"}},
        SaleSort.MERCHANT,
        False,
    )
    assert read_narrowing(write_narrowing(narrowing)) == narrowing
    query = narrowing.query(NOW, None)
    assert (query.boutiques, query.currencies, query.terminals) == (
        frozenset({3}),
        frozenset({"USD"}),
        None,
    )
    assert query.since == NOW


@pytest.mark.parametrize(
    "held",
    [
        None,
        [],
        "x",
        {"text": 3, "flag": [], "filters": [], "sort": None, "descending": "no"},
        {"filters": {"boutiques": [["1", "x"], [True, "x"], [1], 2], "payments": 5, "else": []}},
    ],
)
def test_what_is_no_narrowing_narrows_nothing_down(held: object) -> None:
    assert read_narrowing(held) == Narrowing()


def test_views_of_one_connection_are_not_those_of_another() -> None:
    memory = Memory()
    here, there = SavedViews(memory, "here"), SavedViews(memory, "there")
    here.save(SavedView("Un", Narrowing(text="1"), {}))
    there.save(SavedView("Deux", Narrowing(), {}))
    here.save(SavedView("UN", Narrowing(text="2"), {}))
    assert [(one.name, one.narrowing.text) for one in here.all()] == [("UN", "2")]
    assert [one.name for one in there.all()] == ["Deux"]


def test_damaged_views_are_passed_over() -> None:
    memory = Memory()
    damaged: list[Json] = [3, {}, {"name": " "}, {"name": "ok", "columns": 7}]
    memory.put(KEY, {"here": damaged, "there": 5})
    assert SavedViews(memory, "here").all() == [SavedView("ok", Narrowing(), {})]
    assert SavedViews(memory, "there").all() == []


# Columns.
def test_a_layout_outlives_columns_that_come_and_go() -> None:
    held: Json = {
        "order": ["gone", "b", "b", "a"],
        "hidden": ["b", "gone"],
        "widths": {"a": 80, "gone": 9, "b": "wide", "c": -4},
    }
    layout = read_layout(held, COLUMNS)
    assert layout.order == ("b", "a", "c")
    assert layout.hidden == {"b", "c"}
    assert layout.widths == {"a": 80}
    assert read_layout(write_layout(layout), COLUMNS) == layout


@pytest.mark.parametrize("held", [None, 3, [], {"order": 4, "hidden": 5, "widths": []}])
def test_what_is_no_layout_is_the_usual_one(held: object) -> None:
    assert read_layout(held, COLUMNS) == usual_layout(COLUMNS)


def test_a_layout_never_hides_every_column() -> None:
    held: Json = {"order": ["a", "b", "c"], "hidden": ["a", "b", "c"]}
    assert read_layout(held, COLUMNS).shown() == ("a", "b")


def test_columns_are_chosen_and_moved_by_keyboard(qtbot: QtBot, qapp: object) -> None:
    from PySide6.QtWidgets import QApplication

    assert isinstance(qapp, QApplication)
    parent = QWidget()
    qtbot.addWidget(parent)
    theme = Theme(qapp, Choice.LIGHT)
    dialog = ColumnChooser(theme, COLUMNS, usual_layout(COLUMNS), parent)
    ui = dialog._ui
    ui.columns.item(2).setCheckState(Qt.CheckState.Checked)
    ui.columns.setCurrentRow(2)
    ui.up.click()
    ui.up.click()
    ui.up.click()
    assert dialog.layout_chosen.shown() == ("c", "a", "b")
    for row in range(3):
        ui.columns.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert not ui.accept.isEnabled()
    ui.reset.click()
    assert ui.accept.isEnabled()
    assert dialog.layout_chosen == usual_layout(COLUMNS)
    qapp.setStyleSheet("")


# Options.
def test_options_are_found_by_every_word_and_the_ticked_ones_come_first(qtbot: QtBot) -> None:
    model = OptionsModel()
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    assert tester is not None
    model.offer([Option(1, "Élise", "SN-1"), Option(2, "Kin Centre"), Option(3, "Kin Ngaba", "x")])
    model.toggle(2)
    model.put_ticked_first()
    assert [model.index(row).data() for row in range(3)] == [
        "Kin Ngaba · x",
        "Élise · SN-1",
        "Kin Centre",
    ]
    model.narrow("elise sn")
    assert model.rowCount() == 1
    ticked = model.index(0).data(Qt.ItemDataRole.CheckStateRole)
    assert Qt.CheckState(ticked) is Qt.CheckState.Unchecked
    model.narrow("")
    model.offer([Option(9, "Neuf")])
    assert model.ticked == {3}


def test_a_flow_breaks_lines_where_there_is_no_room(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    flow = FlowLayout(widget, spacing=8)
    for _ in range(3):
        button = QPushButton()
        button.setFixedSize(100, 30)
        flow.addWidget(button)
    assert flow.heightForWidth(330) == 30
    assert flow.heightForWidth(310) == 68
    assert flow.heightForWidth(50) == 106
    flow.setGeometry(QRect(0, 0, 210, 100))
    assert [item.geometry().topLeft().toTuple() for item in map(flow.itemAt, range(3)) if item] == [
        (0, 0),
        (108, 0),
        (0, 38),
    ]


# Cells.
@pytest.mark.parametrize(
    ("value", "copied"),
    [
        (None, ""),
        (Amount(123456750), "1234567,50"),
        (Amount(-200), "-2,00"),
        (Share(1250), "12,50%"),
        (12, "12"),
        (datetime(2026, 1, 2, 23, 4, 5, tzinfo=UTC), "03/01/2026 00:04:05"),
        ("a\tb\nc", "a b c"),
        ("=SUM(A1)", "'=SUM(A1)"),
        ("+243", "'+243"),
        ("-1", "'-1"),
        ("@x", "'@x"),
    ],
)
def test_a_copied_cell_is_what_a_spreadsheet_reads(value: Exported, copied: str) -> None:
    formats = Formats.of("fr", "Africa/Kinshasa")
    assert copied_line([value, 1], formats) == f"{copied}\t1"


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "+0 s"),
        (59, "+59 s"),
        (200, "+3 min"),
        (-200, "\u22123 min"),
        (3_700, "+1 h 01"),
        (90_000, "+1 d 1 h"),
    ],
)
def test_a_delay_is_said_in_its_largest_unit(qapp: object, seconds: int, said: str) -> None:
    assert delays().between(NOW, NOW + timedelta(seconds=seconds)) == said
    assert delays().between(None, NOW) == ""


def test_every_column_has_a_key_of_its_own_and_every_sort_a_column(qapp: object) -> None:
    columns = sale_table(sale_cells(Formats.of("en", "Africa/Kinshasa"))).columns
    keys = [column.key for column in columns]
    assert len(set(keys)) == len(keys)
    assert {column.sort for column in columns} >= set(SaleSort)


def test_counts_are_of_the_period_of_the_filters_and_of_each_flag() -> None:
    source = small_shop()
    query = SaleQuery(currencies=frozenset({"USD"}), flags=frozenset({SaleFlag.ORPHAN}))
    counts = count(source.as_source(), query, shown=0, total=None)
    assert (counts.total, counts.matching, counts.flags[SaleFlag.ORPHAN]) == (30, 3, 0)
    asked = len(source.queries)
    count(source.as_source(), SaleQuery(), shown=30, total=None)
    assert len(source.queries) == asked
