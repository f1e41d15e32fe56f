"""Charts, drawn by us: scales and layouts are plain functions, drawing stands apart."""

from desktop_admin.gui.charts.bars import BarsChart
from desktop_admin.gui.charts.chart import Chart
from desktop_admin.gui.charts.data import (
    Bar,
    BarsData,
    Frame,
    HeatData,
    LinesData,
    Part,
    Series,
    SharesData,
    Tip,
    TipRow,
)
from desktop_admin.gui.charts.geometry import Mark, MarkKind
from desktop_admin.gui.charts.heat import HeatChart
from desktop_admin.gui.charts.legend_bar import LegendBar
from desktop_admin.gui.charts.lines import LinesChart
from desktop_admin.gui.charts.numbers import Unit
from desktop_admin.gui.charts.shares import SharesChart

__all__ = [
    "Bar",
    "BarsChart",
    "BarsData",
    "Chart",
    "Frame",
    "HeatChart",
    "HeatData",
    "LegendBar",
    "LinesChart",
    "LinesData",
    "Mark",
    "MarkKind",
    "Part",
    "Series",
    "SharesChart",
    "SharesData",
    "Tip",
    "TipRow",
    "Unit",
]
