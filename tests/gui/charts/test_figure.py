"""Charts that leave the program: every kind of file from one figure, whole or not at all."""

import re
import zlib
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
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
from desktop_admin.gui.charts.figure import WIDTH, Figure
from desktop_admin.gui.charts.geometry import Face, Mark, MarkKind, Rect
from desktop_admin.gui.charts.heat import HeatPicture
from desktop_admin.gui.charts.lines import LinesPicture
from desktop_admin.gui.charts.picture import Picture
from desktop_admin.gui.charts.shares import SharesPicture
from desktop_admin.gui.charts.sheet_layout import MARGIN, around, sheets, wrapped
from desktop_admin.gui.charts.words import Words
from desktop_admin.gui.charts.writing import (
    Kind,
    as_bytes,
    as_image,
    page_layout,
    pages_on,
    write,
)
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.theme.fonts import application_font
from desktop_admin.gui.theme.tokens import Scheme, tokens
from desktop_admin.sources.base import Cancelled, Progress
from tests.gui.charts.plain import CDF, Even

FRAME = Frame(
    "Revenue per boutique",
    "1 to 29 October 2025",
    "All boutiques",
    "Paid and not cancelled, in the currency of the sale, by the boutique of the sale.",
    "Kinshasa",
)
#: How the files of each kind begin.
BEGINS = {Kind.PNG: b"\x89PNG", Kind.SVG: b"<?xml", Kind.PDF: b"%PDF"}


@pytest.fixture
def words(qapp: QApplication) -> Words:
    return Words.here(Formats.of("en", "Africa/Kinshasa"))


def steps(count: int) -> tuple[datetime, ...]:
    begin = datetime.fromisoformat("2025-10-01")
    return tuple(begin + timedelta(days=at) for at in range(count))


def bars(words: Words, count: int = 3) -> BarsPicture:
    made = [Bar(at, f"Boutique {at}", (count - at) * 10**8, 10**7, 10**8) for at in range(count)]
    return BarsPicture(BarsData(tuple(made), CDF), words)


def every_picture(words: Words) -> dict[str, Picture[Any]]:
    series = tuple(Series(at, f"Boutique {at}", (10**8 * at, 10**8, 5 * 10**7)) for at in range(3))
    parts = (Part(1, "Cash", 59), Part(2, "Mobile money", 41))
    return {
        "bars": bars(words),
        "lines": LinesPicture(LinesData(series, steps(3), Grain.DAY, CDF, running=True), words),
        "shares": SharesPicture(SharesData(parts, CDF), words),
        "heat": HeatPicture(HeatData({at: at * 10**6 for at in range(168)}, CDF), words),
    }


def figure(picture: Picture[Any], frame: Frame | None = FRAME) -> Figure:
    return Figure(picture, frame, QApplication.font(), "No sale", "Page %1 of %2")


def shown(svg: bytes, scale: int = 2) -> QImage:
    renderer = QSvgRenderer(QByteArray(svg))
    assert renderer.isValid()
    image = QImage(renderer.viewBox().size() * scale, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
    return image


def inked(image: QImage, rect: Rect, colour: QColor, scale: int = 2) -> bool:
    """Whether nearly all of a rectangle has that colour."""
    points = [
        (rect.x + rect.width * at / 10, rect.y + rect.height * part / 4)
        for at in range(1, 10)
        for part in range(1, 4)
    ]
    near = 0
    for x, y in points:
        found = image.pixelColor(round(x * scale), round(y * scale))
        apart = [found.red() - colour.red(), found.green() - colour.green()]
        apart.append(found.blue() - colour.blue())
        near += max(map(abs, apart)) <= 6
    return near >= 0.9 * len(points)


def place_of(made: Figure, mark: Mark) -> Rect:
    """Where a mark is on the figure's one page."""
    parts = made._parts(WIDTH)
    height = round(made.height()) - parts.top - parts.bottom
    layout = made.picture.lay_out(WIDTH - 2 * MARGIN, height, made._measure)
    rect = layout.rect(mark)
    assert isinstance(rect, Rect)
    return rect._replace(x=rect.x + MARGIN, y=rect.y + parts.top)


@pytest.mark.parametrize("kind", [Kind.PNG, Kind.SVG])
def test_a_picture_shows_every_bar_where_it_is(words: Words, kind: Kind) -> None:
    made = figure(bars(words))
    data = as_bytes(made, kind)
    image = QImage.fromData(data) if kind is Kind.PNG else shown(data)
    assert image.size() == QSize(WIDTH, round(made.height())) * 2
    accent = tokens(Scheme.LIGHT).colour("accent")
    for key in range(3):
        assert inked(image, place_of(made, Mark(MarkKind.VALUE, key)), accent)
        assert not inked(image, place_of(made, Mark(MarkKind.HATCHED, key)), accent)
    assert image.pixelColor(2, 2) == QColor("white")


@pytest.mark.parametrize("name", ["bars", "lines", "shares", "heat"])
def test_every_chart_leaves_in_every_way(words: Words, name: str, tmp_path: Path) -> None:
    made = figure(every_picture(words)[name])
    for kind in Kind:
        path = tmp_path / f"chart{kind}"
        write(made, kind, path)
        assert path.read_bytes().startswith(BEGINS[kind])
    svg = (tmp_path / "chart.svg").read_text(encoding="utf-8")
    for text in (FRAME.title, FRAME.period, FRAME.filter, FRAME.source):
        assert text in svg
    assert shown(svg.encode()) != shown(as_bytes(figure(bars(words, 1)), Kind.SVG))
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == [
        "chart.pdf",
        "chart.png",
        "chart.svg",
    ]


def streams(pdf: bytes) -> bytes:
    """What is drawn on the pages."""
    found = re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL)
    drawn = b""
    for one in found:
        try:
            drawn += zlib.decompress(one)
        except zlib.error:
            drawn += one
    return drawn


def test_a_pdf_is_one_page_of_vectors_and_text(words: Words) -> None:
    pdf = as_bytes(figure(bars(words)), Kind.PDF)
    assert pdf.count(b"/Type /Page\n") == 1
    box = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert box is not None
    assert [round(float(one)) for one in box.groups()] == [842, 595]
    assert b"/Subtype /Image" not in pdf
    drawn = streams(pdf)
    assert drawn.count(b" re\n") + drawn.count(b"l\n") > 20
    assert b"Tf" in drawn
    assert b"/FontFile" in pdf or b"/FontFile2" in pdf


def test_what_a_pdf_says_can_be_found_and_copied_figures_too(words: Words) -> None:
    font = application_font(QApplication.font())
    made = replace(figure(bars(words)), font=font)
    letters: set[str] = set()
    for found in re.findall(rb"begincmap.*?endcmap", streams(as_bytes(made, Kind.PDF)), re.DOTALL):
        codes = re.findall(rb"<([0-9A-Fa-f]{4})>", found)
        letters |= {chr(int(code, 16)) for code in codes}
    shown = f"{FRAME.title}{FRAME.period}{FRAME.definition}Boutique 012 3M"
    assert set(shown) - {" "} <= letters


def test_two_hundred_bars_take_several_pages_and_lose_none(words: Words) -> None:
    made = figure(bars(words, 200))
    pages = pages_on(made, page_layout(made))
    assert len(pages) > 1
    ends = [page.sheet.begin + page.sheet.body.height for page in pages if page.sheet]
    begins = [page.sheet.begin for page in pages if page.sheet]
    assert begins == [0, *ends[:-1]]
    assert ends[-1] == made.picture.height(0, Even())[0]
    pdf = as_bytes(made, Kind.PDF)
    assert pdf.count(b"/Type /Page\n") == len(pages)
    texts = [label.text for page in pages if page.sheet for label in page.sheet.labels]
    assert f"Page 1 of {len(pages)}" in texts
    assert texts.count(FRAME.title) == len(pages)


def test_what_leaves_is_light_and_explains_its_colours(words: Words) -> None:
    image = as_image(figure(bars(words)), 1)
    light = tokens(Scheme.LIGHT)
    found = {image.pixelColor(x, y).name() for x in range(0, WIDTH, 2) for y in range(60, 160, 2)}
    assert light.colour("accent").name() in found
    assert light.colour("before").name() in found


def test_no_sale_leaves_as_a_sentence(words: Words) -> None:
    made = figure(BarsPicture(BarsData((), CDF), words))
    svg = as_bytes(made, Kind.SVG).decode()
    assert "No sale" in svg
    assert as_bytes(made, Kind.PDF).count(b"/Type /Page\n") == 1


def test_a_name_that_looks_like_markup_is_text(words: Words) -> None:
    data = BarsData((Bar(1, "<b>Kin & Co</b>", 10**8),), CDF)
    svg = as_bytes(figure(BarsPicture(data, words)), Kind.SVG)
    assert b"&lt;b&gt;Kin &amp; Co&lt;/b&gt;" in svg
    assert QSvgRenderer(QByteArray(svg)).isValid()


@pytest.mark.parametrize("kind", list(Kind))
def test_what_is_cancelled_leaves_no_file(words: Words, kind: Kind, tmp_path: Path) -> None:
    path = tmp_path / f"chart{kind}"
    for calls in (1, 2):
        told = 0

        def report(_: Progress, calls: int = calls) -> None:
            nonlocal told
            told += 1
            if told == calls:
                raise Cancelled

        with pytest.raises(Cancelled):
            write(figure(bars(words)), kind, path, report)
    assert [one for one in tmp_path.iterdir() if one.is_file()] == []


def test_a_file_that_cannot_be_written_stays_as_it_was(words: Words, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        write(figure(bars(words)), Kind.PNG, tmp_path / "gone" / "chart.png")
    path = tmp_path / "chart.svg"
    path.write_text("before")

    def report(_: Progress) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        write(figure(bars(words)), Kind.SVG, path, report)
    assert path.read_text() == "before"


def test_a_small_page_is_painted_smaller(words: Words) -> None:
    made = figure(every_picture(words)["heat"])
    (page,) = made.pages(300, 200)
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    page.paint(painter)
    painter.end()
    colours = {image.pixelColor(x, y).name() for x in range(300) for y in range(200)}
    assert tokens(Scheme.LIGHT).colour("heat_5").name() in colours


@given(st.text("abc defg", max_size=200), st.floats(20, 900))
def test_a_sentence_is_wrapped_within_its_width_and_loses_no_word(text: str, width: float) -> None:
    lines = wrapped(text, width, Face.SMALL, Even())
    assert all(Even().width(line, Face.SMALL) <= width for line in lines)
    if all(Even().width(word, Face.SMALL) <= width for word in text.split()):
        assert " ".join(lines).split() == text.split()


@given(
    st.integers(1, 400),
    st.floats(300, 1500),
    st.floats(200, 1500),
    st.sampled_from(["", "Long definition. " * 9]),
)
def test_pages_show_all_of_a_picture_once(
    rows: int, width: float, height: float, definition: str
) -> None:
    parts = around(Frame("Title", "period", definition=definition), (), width, Even())
    cuts = [6 + 26.0 * at for at in range(rows)]
    picture = 6 + 26.0 * rows + 26
    pages = sheets(parts, width, height, picture, cuts, "Page %1 of %2")
    shown_to = 0.0
    for page in pages:
        assert page.begin == shown_to
        shown_to += page.body.height
        if len(pages) > 1 and height - parts.top - parts.bottom > 60:
            assert page.body.bottom <= height - parts.bottom + 0.01
        assert all(one.rect.bottom <= height or len(pages) == 1 for one in page.labels)
    assert abs(shown_to - picture) < 0.01
