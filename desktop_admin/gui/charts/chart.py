"""A chart on the screen: what stays is drawn once, what one points at is drawn above it."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QEnterEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from desktop_admin.gui.charts.data import Frame, Tip, TipFor
from desktop_admin.gui.charts.drawing import Canvas, Faces, QtMeasure
from desktop_admin.gui.charts.figure import Figure
from desktop_admin.gui.charts.geometry import Align, Face, Label, Layout, Mark, Move, Rect
from desktop_admin.gui.charts.legend import Entry
from desktop_admin.gui.charts.picture import Picture
from desktop_admin.gui.charts.tip import TipCard
from desktop_admin.gui.charts.words import Words
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.text import fill, one_line
from desktop_admin.gui.theme import Theme
from desktop_admin.gui.theme.icons import Icons

L = TypeVar("L", bound=Layout)

_MOVES = {
    Qt.Key.Key_Left: Move.LEFT,
    Qt.Key.Key_Right: Move.RIGHT,
    Qt.Key.Key_Up: Move.UP,
    Qt.Key.Key_Down: Move.DOWN,
    Qt.Key.Key_Home: Move.FIRST,
    Qt.Key.Key_End: Move.LAST,
    Qt.Key.Key_PageUp: Move.PAGE_UP,
    Qt.Key.Key_PageDown: Move.PAGE_DOWN,
}
#: How the keyboard comes to a chart.
_WALKED_IN = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
#: The keyboard goes elsewhere, and will be back.
_FOR_A_WHILE = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
_WIDTH = 280
_EMPTY_HEIGHT = 120
_EMPTY_ICON = 28
_RING = 4


class Chart(QWidget, Generic[L]):
    """Shows one picture; every kind has its own `show_chart`."""

    #: A mark was clicked, or Enter pressed on it; carries the `Mark`.
    activated = Signal(object)

    def __init__(self, theme: Theme, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.words = Words.here(formats)
        #: Tells of a mark; None: the chart tells what it knows.
        self.tip_for: TipFor | None = None
        #: What is said where there is nothing to draw.
        self.empty_text = self.words.nothing
        #: How often what stays was drawn.
        self.drawn = 0
        self._picture: Picture[L] | None = None
        self._layout_now: L | None = None
        self._base: QPixmap | None = None
        self._faces = Faces(self.font())
        self.measure = QtMeasure(self._faces)
        self._hovered: Mark | None = None
        self._focused: Mark | None = None
        self._pressed: Mark | None = None
        self._silent = False
        #: The least height that was asked for.
        self._asked = 0
        #: Whether one is here by keyboard.
        self._walked = False
        self._card = TipCard(theme, self)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._colour)

    @property
    def picture(self) -> Picture[L] | None:
        """What is shown, if anything was given yet."""
        return self._picture

    @property
    def pointed(self) -> Mark | None:
        """The mark that is set off: under the mouse, else the keyboard's."""
        return self._hovered or (self._focused if self._walked else None)

    @property
    def tip(self) -> Tip | None:
        """What is told now."""
        return self._card.tip

    def show_picture(self, picture: Picture[L] | None) -> None:
        """Show this instead; the keyboard stays where it was, if that is still there. None: nothing
        is known yet, and nothing of what was shown before is left."""
        self._picture = picture
        self._hovered = None
        self._forget()
        focused = self._focused
        if picture is not None and focused is not None and self._rect(focused) is None:
            self._focused = None
        if picture is not None and self._walked and self._focused is not None:
            self.setAccessibleDescription(spoken(self._tip_of(self._focused)))
        else:
            self._tell_summary()
        self.updateGeometry()
        self._show_tip()
        self.update()

    def figure(self, frame: Frame | None = None) -> Figure | None:
        """What leaves the program of it; None: nothing was given to show yet."""
        if self._picture is None:
            return None
        return Figure(self._picture, frame, self.font(), self.empty_text, self.words.page)

    def legend(self) -> tuple[Entry, ...]:
        """What the colours stand for, for the head of a card."""
        return self._picture.legend() if self._picture and not self._picture.empty else ()

    def minimumSizeHint(self) -> QSize:
        self._asked = self._heights()[0]
        return QSize(_WIDTH, self._asked)

    def sizeHint(self) -> QSize:
        return QSize(2 * _WIDTH, self._heights()[1])

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        if self._base is None or self._base.devicePixelRatio() != ratio:
            self._base = self._draw(ratio)
        painter = QPainter(self)
        shown = event.rect()
        source = QRect(shown.topLeft() * ratio, shown.size() * ratio)
        if source.size() == shown.size() * ratio and ratio == int(ratio):
            painter.drawPixmap(shown, self._base, source)
        else:
            # At a broken ratio a part of the picture has no whole pixels of its own.
            painter.setClipRect(shown)
            painter.drawPixmap(0, 0, self._base)
        self._draw_over(painter, ratio)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._forget()
        if self._picture is not None and self._heights()[0] != self._asked:
            # Names take more lines where there is less room for them.
            self.updateGeometry()
        self._show_tip()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.FontChange:
            self._faces = Faces(self.font())
            self.measure = QtMeasure(self._faces)
            self._forget()
        super().changeEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._point_at(self._hit(event.position().toPoint()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self._hit(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # What one points at scrolls away below the mouse.
        self._point_at(None)
        super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self._hit(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        mark = self._hit(event.position().toPoint())
        meant = event.button() is Qt.MouseButton.LeftButton and mark == self._pressed
        if meant and mark is not None:
            self._focused, self._walked = mark, False
            self.activated.emit(mark)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in _WALKED_IN:
            self._walked = True
            self._go(self._focused or self._moved(None, Move.FIRST))
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() in _FOR_A_WHILE:
            # Whoever comes back finds the mark where it was, and asked for no figures.
            self._silent = True
        else:
            self._walked = False
            self._tell_summary()
        self._show_tip()
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._hovered, self._walked = None, False
        self._card.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if plain and key in _MOVES:
            self._walked = True
            self._go(self._moved(self._focused, _MOVES[key]))
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._focused is not None:
            self.activated.emit(self._focused)
        elif plain and key is Qt.Key.Key_Escape and self.tip is not None:
            self._silent = True
            self._card.hide()
        else:
            super().keyPressEvent(event)

    # What is drawn.

    def _draw(self, ratio: float) -> QPixmap:
        """Everything that stays."""
        self.drawn += 1
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        canvas = Canvas(painter, self.theme.tokens, self._faces, ratio, quick=True)
        layout = self._layout()
        if self._picture is not None and layout is not None:
            self._picture.paint(canvas, layout)
        elif self._picture is not None:
            text = self.measure.elided(self.empty_text, self.width() - 16, Face.BODY)
            draw_nothing(canvas, text, self.theme.icons, self.size(), ratio)
        painter.end()
        return pixmap

    def _draw_over(self, painter: QPainter, ratio: float) -> None:
        canvas = Canvas(painter, self.theme.tokens, self._faces, ratio)
        mark, layout = self.pointed, self._layout()
        accent = canvas.colour("accent")
        if mark is not None and layout is not None and self._picture is not None:
            self._picture.paint_over(canvas, layout, mark)
            rect = layout.rect(mark)
            if self._walked and mark == self._focused and rect is not None:
                canvas.outline(rect.grown(_RING), accent, 2, _RING)
        elif self._walked:
            canvas.outline(Rect(0, 0, self.width(), self.height()), accent, 2, _RING)

    def _layout(self) -> L | None:
        """Where everything is; None: there is nothing."""
        if self._picture is None or self._picture.empty:
            return None
        if self._layout_now is None:
            self._layout_now = self._picture.lay_out(self.width(), self.height(), self.measure)
        return self._layout_now

    def _heights(self) -> tuple[int, int]:
        if self._picture is None or self._picture.empty:
            return _EMPTY_HEIGHT, _EMPTY_HEIGHT
        least, best = self._picture.height(max(self.width(), _WIDTH), self.measure)
        return round(least), round(best)

    def _forget(self) -> None:
        self._layout_now = None
        self._base = None

    @Slot()
    def _colour(self) -> None:
        self._base = None
        self.update()

    # What one points at.

    def _hit(self, at: QPoint) -> Mark | None:
        layout = self._layout()
        return layout.hit(at.x(), at.y()) if layout is not None else None

    def _rect(self, mark: Mark) -> Rect | None:
        layout = self._layout()
        return layout.rect(mark) if layout is not None else None

    def _moved(self, mark: Mark | None, move: Move) -> Mark | None:
        layout = self._layout()
        return layout.moved(mark, move) if layout is not None else None

    def _point_at(self, mark: Mark | None) -> None:
        """The mouse is at this mark now."""
        if mark == self._hovered:
            return
        self._hovered, self._silent = mark, False
        hand = Qt.CursorShape.PointingHandCursor if mark else Qt.CursorShape.ArrowCursor
        self.setCursor(hand)
        self._show_tip()
        self.update()

    def _go(self, mark: Mark | None) -> None:
        """The keyboard is at this mark now."""
        self._focused, self._hovered, self._silent = mark, None, False
        rect = self._rect(mark) if mark is not None else None
        if mark is None or rect is None:
            return
        bring_into_view(self, rect)
        self._show_tip()
        self._tell(spoken(self._tip_of(mark)))
        self.update()

    # What is told.

    def _tip_of(self, mark: Mark) -> Tip:
        if self.tip_for is not None:
            return self.tip_for(mark)
        return self._picture.tip(mark) if self._picture is not None else Tip("")

    def _show_tip(self) -> None:
        mark = self.pointed
        layout = self._layout()
        rect = layout.kept(mark) if mark is not None and layout is not None else None
        tip = self._tip_of(mark) if mark is not None and not self._silent else Tip("")
        if layout is None or rect is None or not tip.title or not self.isVisible():
            self._card.hide()
            return
        self._card.show_beside(tip, rect, below=layout.tells_below)

    def _tell_summary(self) -> None:
        picture, told = self._picture, ""
        if picture is not None:
            told = self.empty_text if picture.empty else picture.summary()
        self.setAccessibleDescription(told)

    def _tell(self, text: str) -> None:
        """Tell those who hear the screen, and not see it."""
        self.setAccessibleDescription(text)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))


def bring_into_view(chart: QWidget, rect: Rect) -> None:
    """Scroll every area the chart is in to this part of it."""
    parent = chart.parentWidget()
    while parent is not None:
        inside = parent.widget() if isinstance(parent, QScrollArea) else None
        if isinstance(parent, QScrollArea) and inside is not None:
            at = chart.mapTo(inside, QPoint(round(rect.x), round(rect.middle)))
            parent.ensureVisible(at.x(), at.y(), 24, round(rect.height) + 24)
        parent = parent.parentWidget()


def draw_nothing(canvas: Canvas, text: str, icons: Icons, size: QSize, ratio: float) -> None:
    """Say in the middle of a chart that there is nothing to draw."""
    middle = size.height() / 2
    left = (size.width() - _EMPTY_ICON) / 2
    icon = icons.pixmap("empty", "muted", _EMPTY_ICON, ratio)
    canvas.painter.drawPixmap(QPoint(round(left), round(middle - _EMPTY_ICON)), icon)
    place = Rect(0, middle + 4, size.width(), 20)
    canvas.label(Label(text, place, Align.CENTRE, "muted"))


def spoken(tip: Tip) -> str:
    """A tip as one says it."""
    rows = [fill("%1: %2", one_line(row.label), row.value) for row in tip.rows]
    return ". ".join(filter(None, [one_line(tip.title), *rows, tip.foot]))
