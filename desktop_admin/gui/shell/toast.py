"""The message that lies over the lower edge of the screens for a while."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QStackedWidget

from desktop_admin.gui.messages import Message, MessageKind, Messages
from desktop_admin.gui.theme import Theme

#: How long a message stays that asks for nothing, and one that offers a way back.
SHORT_MS = 8_000
LONG_MS = 30_000
MARGIN = 16
WIDEST = 640
ICON = 18
#: As round as the style sheet has it, and the width of the mark at the left edge.
RADIUS, BAND = 6, 4
_ICONS = {
    MessageKind.DONE: "good",
    MessageKind.WARNING: "warning",
    MessageKind.ERROR: "warning",
}


class Toast(QFrame):
    """Shows one message after the other. An error stays until it is closed; nothing goes while
    the mouse or the keyboard is on it."""

    def __init__(self, theme: Theme, messages: Messages, over: QStackedWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setObjectName("toast")
        self._theme = theme
        self._message: Message | None = None
        self._icon = QLabel()
        self.text = QLabel()
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.action = QPushButton()
        self.action.setProperty("role", "link")
        self.close_button = QPushButton()
        self.close_button.setProperty("role", "quiet")
        self.close_button.setIconSize(QSize(ICON - 2, ICON - 2))
        self.close_button.setAccessibleName(self.tr("Close this message"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self.text, 1)
        row.addWidget(self.action)
        row.addWidget(self.close_button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._time_is_up)
        self.action.clicked.connect(self._act)
        self.close_button.clicked.connect(self.take_back)
        messages.said.connect(self.say)
        messages.taken_back.connect(self.take_back)
        theme.changed.connect(self._colour)
        over.installEventFilter(self)
        # The screen that is gone to comes before everything else that lies there.
        over.currentChanged.connect(self.raise_)
        self.hide()

    @Slot(object)
    def say(self, message: Message) -> None:
        """Show this message in place of the one before."""
        self._message = message
        self.text.setText(message.text)
        self.text.setAccessibleName(message.text)
        self.action.setText(message.action)
        self.action.setVisible(bool(message.action))
        self._colour()
        self._place()
        self.show()
        self.raise_()
        if message.kind is MessageKind.ERROR:
            self._timer.stop()
        else:
            self._timer.start(LONG_MS if message.action else SHORT_MS)

    @Slot()
    def take_back(self) -> None:
        """Take the message away."""
        self._timer.stop()
        self._message = None
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the lower edge when the window changes its size."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Mark what kind of message it is at the left edge, within the round corners: a border
        that is wider on one side bulges there."""
        super().paintEvent(event)
        whole, band = QPainterPath(), QPainterPath()
        whole.addRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        band.addRect(QRectF(0, 0, BAND, self.height()))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(whole.intersected(band), self._theme.tokens.colour(self._kind.value))
        painter.end()

    @property
    def _kind(self) -> MessageKind:
        return self._message.kind if self._message else MessageKind.DONE

    def _place(self) -> None:
        over = self._over
        width = min(WIDEST, over.width() - 2 * MARGIN)
        inner = self.layout()
        height = self.sizeHint().height()
        if inner is not None and inner.hasHeightForWidth():
            height = inner.totalHeightForWidth(width)
        self.resize(width, height)
        self.move(QPoint((over.width() - width) // 2, over.height() - height - MARGIN))

    @Slot()
    def _time_is_up(self) -> None:
        if self.underMouse() or self.action.hasFocus() or self.close_button.hasFocus():
            self._timer.start(SHORT_MS)
            return
        self.take_back()

    @Slot()
    def _act(self) -> None:
        message = self._message
        self.take_back()
        if message is not None and message.on_action is not None:
            message.on_action()

    @Slot()
    def _colour(self) -> None:
        icons, ratio = self._theme.icons, self.devicePixelRatio()
        self._icon.setPixmap(icons.pixmap(_ICONS[self._kind], self._kind.value, ICON, ratio))
        self.update()
        self.close_button.setIcon(icons.icon("close", "muted", size=ICON - 2))
