"""The figures leave as they are shown."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pytestqt.qtbot import QtBot

from desktop_admin.gui.charts.writing import Kind
from desktop_admin.gui.export.offer import Format
from desktop_admin.gui.revenue.exporting import offer_revenue
from desktop_admin.gui.revenue.screen import RevenueScreen
from tests.gui.fakes import small_shop
from tests.gui.windows import go, rested, window_over


def test_the_table_leaves_with_its_total_its_definition_and_every_figure(
    qtbot: QtBot, tmp_path: Path
) -> None:
    source = small_shop(40)
    with window_over(qtbot, source) as parts:
        screen = go(qtbot, parts, "revenue")
        assert isinstance(screen, RevenueScreen)
        rested(qtbot, parts)
        # What is still being typed has left nothing out yet.
        screen.page.set_filter_text("kin")
        offer = offer_revenue(screen)
        assert offer is not None
        for format_, name in ((Format.XLSX, "ca.xlsx"), (Format.INTERNATIONAL_CSV, "ca.csv")):
            screen.leaving.bar.exporter.save_as(offer, format_, tmp_path / name)
            rested(qtbot, parts)
        definition = screen.definition
    whole = sum(one.cents for one in source.sale_list if one.counts and one.currency == "CDF")
    book = load_workbook(tmp_path / "ca.xlsx")
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    place = rows[0].index("CA (CDF)")
    named = {row[0]: row for row in rows[1:] if row[0]}
    assert Decimal(str(named["Total"][place])) * 100 == whole
    parts_of_it = [row[place] for name, row in named.items() if name != "Total"]
    assert sum(Decimal(str(value)) for value in parts_of_it) * 100 == whole
    about = "\n".join(
        str(cell) for row in book.worksheets[1].iter_rows(values_only=True) for cell in row
    )
    assert definition in about
    assert "kin" not in about
    with (tmp_path / "ca.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))
    assert sum(Decimal(line[place]) for line in lines[1:]) * 100 == whole


@pytest.mark.parametrize("place", range(4))
def test_every_chart_leaves_as_a_picture_with_its_definition(
    qtbot: QtBot, tmp_path: Path, place: int
) -> None:
    with window_over(qtbot, small_shop(40)) as parts:
        screen = go(qtbot, parts, "revenue")
        assert isinstance(screen, RevenueScreen)
        screen.grains.segments.choose("week_hours")
        rested(qtbot, parts)
        way = screen.leaving.ways[place]
        figure = way.figure
        assert figure is not None
        assert figure.frame is not None
        assert figure.frame.definition == screen.definition
        assert "CDF" in figure.title
        for kind in Kind:
            way.exporter.save_as(figure, kind, tmp_path / f"chart.{kind.value}")
            rested(qtbot, parts)
            assert (tmp_path / f"chart.{kind.value}").stat().st_size > 500


@pytest.mark.parametrize("place", range(3))
def test_the_figures_of_a_chart_leave_as_a_table(qtbot: QtBot, tmp_path: Path, place: int) -> None:
    with window_over(qtbot, small_shop(40)) as parts:
        screen = go(qtbot, parts, "revenue")
        assert isinstance(screen, RevenueScreen)
        screen.grains.segments.choose("week_hours")
        rested(qtbot, parts)
        assert screen.shown_now is not None
        figures = screen.shown_now.drawing.figures
        drawn = [
            sum(map(sum, figures.lines.values.values())),
            sum(one.amounts["CDF"] for one in (figures.week or {}).values()),
            sum(one.amounts["CDF"] for one in figures.payments.values()),
        ][place]
        table, actions = screen.leaving.bar.actions_of[place + 1]
        assert len(actions) == 6
        offer = table.offer()
        assert offer is not None
        path = tmp_path / "figures.csv"
        screen.leaving.bar.exporter.save_as(offer, Format.INTERNATIONAL_CSV, path)
        rested(qtbot, parts)
    with path.open(encoding="utf-8-sig", newline="") as file:
        head, *lines = csv.reader(file)
    first = 1 if place == 0 else head.index("CA (CDF)")
    assert lines
    assert sum(Decimal(cell) for line in lines for cell in line[first:]) * 100 == drawn != 0
