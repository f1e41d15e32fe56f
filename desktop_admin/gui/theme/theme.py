"""Dresses the application: palette, style sheet, icons; follows the system when asked to."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication

from desktop_admin.gui.theme.fonts import application_font, fixed_font, sizes
from desktop_admin.gui.theme.icons import Icons
from desktop_admin.gui.theme.tokens import Scheme, Tokens, read_resource, tokens
from desktop_admin.settings import Theme as Choice

_SHEETS = (":/theme/window.qss", ":/theme/dialogs.qss")
_QT_SCHEMES = {
    Choice.LIGHT: Qt.ColorScheme.Light,
    Choice.DARK: Qt.ColorScheme.Dark,
    Choice.SYSTEM: Qt.ColorScheme.Unknown,
}


class Theme(QObject):
    """The colours the window wears now; `changed` tells whoever keeps icons or colours."""

    changed = Signal()

    def __init__(self, application: QApplication, choice: Choice) -> None:
        super().__init__()
        self._application = application
        self._choice = choice
        application.setStyle("Fusion")
        self._font = application_font(application.font())
        application.setFont(self._font)
        self.scheme = Scheme.LIGHT
        self.tokens: Tokens = tokens(self.scheme)
        self.icons = Icons(self.tokens)
        hints = application.styleHints()
        hints.setColorScheme(_QT_SCHEMES[choice])
        hints.colorSchemeChanged.connect(self._follow)
        self._dress()

    def choose(self, choice: Choice) -> None:
        """Wear light, dark, or what the system wears."""
        self._choice = choice
        self._application.styleHints().setColorScheme(_QT_SCHEMES[choice])
        self._dress()

    def fixed_font(self) -> QFont:
        """The font for serial numbers, as large as the text of a table."""
        return fixed_font(max(9.0, self._font.pointSizeF() - 0.75))

    @Slot()
    def _follow(self) -> None:
        if self._choice is Choice.SYSTEM:
            self._dress()

    def _wanted(self) -> Scheme:
        if self._choice is not Choice.SYSTEM:
            return Scheme(self._choice.value)
        dark = self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return Scheme.DARK if dark else Scheme.LIGHT

    def _dress(self) -> None:
        self.scheme = self._wanted()
        self.tokens = tokens(self.scheme)
        self.icons = Icons(self.tokens)
        self._application.setPalette(palette(self.tokens))
        sheet = "\n".join(read_resource(path).decode() for path in _SHEETS)
        others = {**sizes(self._font), "scheme": self.scheme.value}
        self._application.setStyleSheet(self.tokens.fill(sheet, others))
        self.changed.emit()


def palette(colours: Tokens) -> QPalette:
    """Qt's palette in these colours, for everything the style sheet does not name."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: "window",
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Base: "surface",
        QPalette.ColorRole.AlternateBase: "header",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.PlaceholderText: "muted",
        QPalette.ColorRole.Button: "surface",
        QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.BrightText: "error",
        QPalette.ColorRole.Highlight: "accent",
        QPalette.ColorRole.HighlightedText: "accent_text",
        QPalette.ColorRole.ToolTipBase: "surface",
        QPalette.ColorRole.ToolTipText: "text",
        QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.LinkVisited: "accent",
        QPalette.ColorRole.Light: "surface",
        QPalette.ColorRole.Midlight: "hover",
        QPalette.ColorRole.Mid: "border",
        QPalette.ColorRole.Dark: "control_border",
        QPalette.ColorRole.Shadow: "control_border",
    }
    for role, name in roles.items():
        made.setColor(role, colours.colour(name))
    off = QPalette.ColorGroup.Disabled
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        made.setColor(off, role, colours.colour("muted"))
    return made
