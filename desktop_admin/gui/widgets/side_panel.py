"""How the panel beside the table opens, closes, and leaves the room to the rows."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QSplitter, QWidget

from desktop_admin.gui.context import Context

ICON = 16
USUAL = 328
NARROWEST = 300
#: Where the rows and the panel together have less room, the panel waits to be asked for.
ROOM = 1_130


class SidePanel(QObject):
    """Keeps a panel beside the rows: remembered, first to go where there is little room."""

    #: The operator closed it: the keyboard belongs to the rows.
    closed = Signal()

    def __init__(
        self, context: Context, splitter: QSplitter, panel: QWidget, within: QWidget, key: str
    ) -> None:
        """`key`: where it is remembered whether the panel is open, and how wide."""
        super().__init__(within)
        self._key = key
        self._context = context
        self._splitter = splitter
        self._panel = panel
        held = context.memory.table(key)
        width = held.get("width")
        self._width = width if isinstance(width, int) and NARROWEST <= width < 1_000 else USUAL
        #: What the operator wants where there is room for both.
        self._wanted = held.get("open") is not False
        #: They asked for it in spite of the little room.
        self._insisted = False
        self.button = QPushButton()
        self.button.setCheckable(True)
        self.button.setIconSize(QSize(ICON, ICON))
        name = QCoreApplication.translate("Sales", "Detail beside the table (Enter)")
        self.button.setToolTip(name)
        self.button.setAccessibleName(QCoreApplication.translate("Sales", "Detail"))
        self.button.clicked.connect(self._toggled)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), splitter)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.close)
        splitter.splitterMoved.connect(self._moved)
        splitter.installEventFilter(self)
        context.theme.changed.connect(self._colour)
        self._colour()
        self._arrange()

    @property
    def is_open(self) -> bool:
        """Whether the panel is shown."""
        return not self._panel.isHidden()

    @Slot()
    def open(self) -> None:
        """Show the panel, however little room there is."""
        self._wanted = self._insisted = True
        self._arrange()
        self._keep()

    @Slot()
    def close(self) -> None:
        """Leave all the room to the rows."""
        if self.is_open:
            self._wanted = self._insisted = False
            self._arrange()
            self._keep()
            self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the room there is."""
        if event.type() is QEvent.Type.Resize and watched is self._splitter:
            if self._splitter.width() >= ROOM:
                self._insisted = False
            self._arrange()
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        room = self._splitter.width()
        show = self._insisted or (self._wanted and room >= ROOM)
        self.button.setChecked(show)
        if show == self.is_open:
            return
        self._panel.setVisible(show)
        if show:
            self._splitter.setSizes([max(room - self._width, 1), self._width])

    @Slot()
    def _toggled(self) -> None:
        if self.is_open:
            self.close()
        else:
            self.open()

    @Slot()
    def _moved(self) -> None:
        self._width = self._panel.width()
        self._keep()

    def _keep(self) -> None:
        self._context.memory.put(self._key, {"open": self._wanted, "width": self._width})

    @Slot()
    def _colour(self) -> None:
        self.button.setIcon(
            self._context.theme.icons.icon("panel_right", "text", "accent", size=ICON)
        )
