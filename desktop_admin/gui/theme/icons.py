"""Line icons of one family, coloured by token."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop_admin.gui.theme.tokens import Tokens, read_resource


class Icons:
    """Draws icons in the colours of one scheme; each picture is drawn once."""

    def __init__(self, colours: Tokens) -> None:
        self._colours = colours
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}

    def pixmap(self, name: str, token: str, size: int, ratio: float = 1.0) -> QPixmap:
        """The icon `name` in the colour `token`, `size` pixels square at that screen's `ratio`."""
        key = (name, token, size, ratio)
        found = self._pixmaps.get(key)
        if found is None:
            found = draw(name, self._colours.colour(token), size, ratio)
            self._pixmaps[key] = found
        return found

    def icon(self, name: str, token: str, checked: str = "", size: int = 18) -> QIcon:
        """The icon for a button; `checked` is its colour while the button is pressed in."""
        icon = QIcon()
        # What the screens of now are scaled by; for another one Qt scales a picture.
        for ratio in {screen.devicePixelRatio() for screen in QGuiApplication.screens()}:
            icon.addPixmap(self.pixmap(name, token, size, ratio))
            if checked:
                icon.addPixmap(
                    self.pixmap(name, checked, size, ratio), QIcon.Mode.Normal, QIcon.State.On
                )
        return icon


def draw(name: str, colour: QColor, size: int, ratio: float) -> QPixmap:
    """Draw one icon; raises `FileNotFoundError` for a name there is no drawing of."""
    drawing = read_resource(f":/icons/{name}.svg").replace(b"currentColor", colour.name().encode())
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
