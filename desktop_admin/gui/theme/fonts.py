"""The system's font, with figures of one width; Inter where the system has no good one."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

#: What a Linux without a desktop falls back on; made for other days' screens.
_NOT_GOOD = frozenset({"DejaVu Sans", "Bitstream Vera Sans", "Liberation Sans", "FreeSans"})
#: What Qt calls the font of a Linux on which nobody has chosen one.
_NOT_CHOSEN = "Sans Serif"
_INSTEAD = "Inter"
#: Inter runs wide: three quarters of a point more make it 13 px, its table text 12.
_INTER_PT = 9.75


def application_font(system: QFont) -> QFont:
    """The font of the whole window, made from the system's."""
    font = QFont(system)
    # To ask what a font stands for loads it, which takes a tenth of the time to the first painting.
    poor = system.family() == _NOT_CHOSEN or QFontInfo(system).family() in _NOT_GOOD
    if poor and _INSTEAD in QFontDatabase.families():
        font.setFamily(_INSTEAD)
        font.setPointSizeF(_INTER_PT)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def fixed_font(size_pt: float) -> QFont:
    """A font for serial numbers, whose characters must not be mistaken."""
    families = frozenset(QFontDatabase.families())
    for family in ("Consolas", "Cascadia Mono", "JetBrains Mono", "DejaVu Sans Mono"):
        if family in families:
            font = QFont(family)
            break
    else:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(size_pt)
    return font


def sizes(font: QFont) -> dict[str, str]:
    """The sizes a style sheet names, made from the window's `font`."""
    base = font.pointSizeF()
    # Windows' 9 pt must not get smaller; Inter may.
    small = max(9.0, base - 0.75)
    return {
        "title_pt": f"{base * 1.4:.2f}pt",
        "small_pt": f"{small:.2f}pt",
    }
