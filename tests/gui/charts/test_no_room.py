"""Charts in hardly any room, and with whatever figures there may be: drawn, and never a fault."""

from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop_admin.domain.local_time import Grain
from desktop_admin.gui.charts.bars import BarsPicture
from desktop_admin.gui.charts.data import (
    Bar,
    BarsData,
    Frame,
    HeatData,
    LinesData,
    Part,
    Series,
    SharesData,
)
from desktop_admin.gui.charts.drawing import Canvas, Faces, QtMeasure
from desktop_admin.gui.charts.figure import Figure
from desktop_admin.gui.charts.geometry import Move
from desktop_admin.gui.charts.heat import HeatPicture
from desktop_admin.gui.charts.lines import LinesPicture
from desktop_admin.gui.charts.numbers import Unit
from desktop_admin.gui.charts.shares import SharesPicture
from desktop_admin.gui.charts.words import Words
from desktop_admin.gui.theme.tokens import Scheme, tokens
from tests.gui.charts.plain import FRENCH

AMOUNTS = st.sampled_from([0, 1, -1, 99, -12_345, 10**6, 10**9, 10**12, -(10**12), 10**17])
UNITS = st.sampled_from([Unit(100, "CDF"), Unit(100, "USD"), Unit(100, "XAF"), Unit(10_000, "CDF")])
NAMES = st.sampled_from(["", "a", "Kin Centre", "<b>x</b>\n%1", "Boutique du grand marché " * 4])
BEGIN = datetime.fromisoformat("2025-10-26T22:00")


@st.composite
def pictures(
    draw: st.DrawFn,
) -> BarsPicture | LinesPicture | SharesPicture | HeatPicture:
    unit, kind = draw(UNITS), draw(st.sampled_from(["bars", "lines", "shares", "heat"]))
    words = Words.here(FRENCH)
    many = draw(st.lists(st.tuples(NAMES, AMOUNTS, AMOUNTS), max_size=10))
    if kind == "bars":
        bars = [Bar(at, name, a, b, b, name, at % 3 == 0) for at, (name, a, b) in enumerate(many)]
        return BarsPicture(BarsData(tuple(bars), unit), words)
    if kind == "lines":
        grain = draw(st.sampled_from(list(Grain)))
        steps = tuple(BEGIN + timedelta(hours=at) for at in range(draw(st.integers(0, 30))))
        series = [
            Series(at, name, tuple((a, b, None)[n % 3] for n in range(len(steps))), at % 4 == 3)
            for at, (name, a, b) in enumerate(many)
        ]
        return LinesPicture(LinesData(tuple(series), steps, grain, unit, running=True), words)
    if kind == "shares":
        parts = [Part(at, name, a, at % 2 == 1) for at, (name, a, _) in enumerate(many)]
        return SharesPicture(SharesData(tuple(parts), unit), words)
    return HeatPicture(HeatData({at * 7: a for at, (_, a, _) in enumerate(many)}, unit), words)


@settings(max_examples=150, deadline=None)
@given(pictures(), st.integers(1, 700), st.integers(1, 400))
def test_any_chart_is_drawn_walked_and_told_at_any_size(
    picture: BarsPicture | LinesPicture | SharesPicture | HeatPicture, width: int, height: int
) -> None:
    faces = Faces(QApplication.font())
    measure = QtMeasure(faces)
    layout = picture.lay_out(width, height, measure)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    canvas = Canvas(painter, tokens(Scheme.DARK), faces, quick=True)
    picture.paint(canvas, layout)  # type: ignore[arg-type]  # each lays out for itself
    assert picture.summary()
    mark = None
    for move in (Move.FIRST, *Move, Move.LAST):
        mark = layout.moved(mark, move)
        if mark is None:
            break
        assert layout.rect(mark) is not None
        assert layout.kept(mark) is not None
        assert picture.tip(mark).rows
        picture.paint_over(canvas, layout, mark)  # type: ignore[arg-type]  # as above
    for x in range(0, width, 60):
        met = layout.hit(x, height / 2)
        assert met is None or layout.rect(met) is not None
    painter.end()
    least, best = picture.height(width, measure)
    assert 0 < least <= best


@settings(max_examples=40, deadline=None)
@given(pictures(), st.integers(80, 900), st.integers(120, 900))
def test_any_chart_fits_on_any_paper(
    picture: BarsPicture | LinesPicture | SharesPicture | HeatPicture, width: int, height: int
) -> None:
    frame = Frame("Title " * 5, "period", "filter", "definition " * 12, "source")
    figure = Figure(picture, frame, QApplication.font(), "nothing", "%1/%2")
    pages = figure.pages(width, height)
    assert pages
    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for page in pages:
        page.paint(painter)
    painter.end()
