"""Two sets of colours with the same names, readable in both, and icons for every use."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from desktop_admin.gui.theme import Scheme, Theme
from desktop_admin.gui.theme.fonts import application_font, fixed_font
from desktop_admin.gui.theme.icons import draw
from desktop_admin.gui.theme.tokens import read_resource, tokens
from desktop_admin.settings import Theme as Choice

ROOT = Path(__file__).parents[2]
#: What stands on what.
READ = [
    ("text", "window"),
    ("text", "surface"),
    ("text", "selection"),
    ("text", "orphan_tint"),
    ("muted", "window"),
    ("muted", "surface"),
    ("muted", "header"),
    ("muted", "hover"),
    ("muted", "selection"),
    ("muted", "orphan_tint"),
    ("orphan", "orphan_tint"),
    ("orphan", "surface"),
    ("orphan", "selection"),
    ("error", "error_tint"),
    ("error", "surface"),
    ("good", "surface"),
    ("accent", "accent_tint"),
    ("accent_text", "accent"),
]


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", list(Scheme))
@pytest.mark.parametrize(("ink", "ground"), READ)
def test_text_is_readable(scheme: Scheme, ink: str, ground: str) -> None:
    colours = tokens(scheme)
    dark, light = sorted((luminance(colours.colour(ink)), luminance(colours.colour(ground))))
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_both_schemes_know_the_same_names() -> None:
    assert tokens(Scheme.LIGHT).names() == tokens(Scheme.DARK).names()


def test_the_style_sheet_names_only_colours_there_are(qapp: QApplication) -> None:
    theme = Theme(qapp, Choice.DARK)
    assert "@" not in qapp.styleSheet()
    assert qapp.palette().color(QPalette.ColorRole.Window) == theme.tokens.colour("window")
    theme.choose(Choice.LIGHT)
    assert theme.scheme is Scheme.LIGHT
    theme.choose(Choice.SYSTEM)
    assert theme.scheme in Scheme
    qapp.setStyleSheet("")


def test_every_icon_the_code_names_is_drawn(qapp: QApplication) -> None:
    drawn = {path.stem for path in (ROOT / "resources/icons").glob("*.svg")}
    listed = set(
        re.findall(r"icons/(\w+)\.svg", (ROOT / "resources/boutique_admin.qrc").read_text())
    )
    assert drawn == listed
    for name in drawn:
        picture = draw(name, QColor("#2457D6"), 24, 1.5).toImage()
        assert picture.width() == 36
        assert any(picture.pixelColor(x, y).alpha() for x in range(36) for y in range(36)), name


def test_an_unknown_icon_is_a_mistake(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        read_resource(":/icons/nothing.svg")


def test_the_font_is_the_system_s_unless_that_is_poor(qapp: QApplication) -> None:
    assert application_font(QFont("Inter", 9)).family() == "Inter"
    assert fixed_font(9).pointSizeF() == 9
