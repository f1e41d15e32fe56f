"""Ten lines and five steps of colour: told apart, and read, in both schemes."""

from itertools import combinations, pairwise

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop_admin.gui.charts.drawing import DASHES, Canvas, Faces, slanted
from desktop_admin.gui.charts.geometry import Point, Rect
from desktop_admin.gui.theme.tokens import Scheme, tokens
from tests.gui.test_theme import luminance

SERIES = [f"series_{at}" for at in range(1, 11)]


def contrast(one: QColor, other: QColor) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", list(Scheme))
def test_the_names_of_ten_lines_are_readable_in_their_colours(scheme: Scheme) -> None:
    colours = tokens(scheme)
    for name in SERIES:
        assert contrast(colours.colour(name), colours.colour("surface")) >= 4.5, name


@pytest.mark.parametrize("scheme", list(Scheme))
def test_no_two_of_ten_lines_have_nearly_the_same_colour(scheme: Scheme) -> None:
    colours = tokens(scheme)
    for one, other in combinations(SERIES, 2):
        a, b = colours.colour(one), colours.colour(other)
        apart = abs(a.red() - b.red()) + abs(a.green() - b.green()) + abs(a.blue() - b.blue())
        assert apart >= 60, (one, other)


@pytest.mark.parametrize("scheme", list(Scheme))
def test_what_stands_on_a_step_of_colour_is_readable_and_the_steps_differ(scheme: Scheme) -> None:
    colours = tokens(scheme)
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    canvas = Canvas(painter, colours, Faces(QApplication.font()))
    for step in range(1, 6):
        ink = colours.colour(canvas.step_ink(step))
        assert contrast(ink, colours.colour(f"heat_{step}")) >= 4.5, step
    painter.end()
    steps = [colours.colour(f"heat_{step}") for step in range(1, 6)]
    assert all(contrast(one, other) >= 1.25 for one, other in pairwise(steps))


def test_ten_lines_differ_without_colour_by_dashes_and_by_signs(qapp: QApplication) -> None:
    assert len(set(DASHES)) == 10
    pictures = []
    for style in range(10):
        image = QImage(24, 24, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        canvas = Canvas(painter, tokens(Scheme.LIGHT), Faces(QApplication.font()))
        canvas.sign(style, Point(12, 12), QColor("black"), 6)
        painter.end()
        pictures.append(bytes(image.constBits()))
    assert len(set(pictures)) == 10


def test_hatching_ends_at_the_edges_of_what_it_fills(qapp: QApplication) -> None:
    rect = Rect(10, 10, 31, 9)
    for begin, end in slanted(rect, 5):
        for point in (begin, end):
            assert rect.x <= point.x <= rect.right
            assert rect.y <= point.y <= rect.bottom
        # From below left to above right.
        assert begin.x <= end.x
        assert begin.y >= end.y
    assert slanted(Rect(0, 0, 0, 5), 5) == []
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    colours = tokens(Scheme.LIGHT)
    canvas = Canvas(painter, colours, Faces(QApplication.font()))
    canvas.hatch(rect, colours.colour("orphan"), colours.colour("orphan_tint"))
    painter.end()
    inside = QRect(9, 9, 33, 11)
    outside = [(x, y) for x in range(60) for y in range(40) if not inside.contains(x, y)]
    assert all(image.pixelColor(x, y) == QColor("white") for x, y in outside)
    shown = {image.pixelColor(x, y).name() for x in range(10, 41) for y in range(10, 19)}
    assert colours.colour("orphan_tint").name() in shown
    assert len(shown) > 2
