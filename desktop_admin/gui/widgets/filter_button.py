"""A button that narrows a table down to the values ticked in its popup."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from desktop_admin.gui._built.ui_filter_popup import Ui_FilterPopup
from desktop_admin.gui.text import fill, one_line, tooltip
from desktop_admin.gui.theme import Theme
from desktop_admin.gui.widgets.check_delegate import CheckDelegate
from desktop_admin.gui.widgets.chevron import SIZE, draw_chevron
from desktop_admin.gui.widgets.options_model import Option, OptionsModel
from desktop_admin.gui.widgets.restyle import restyle

#: Ticking several values asks once.
PAUSE_MS = 250
WIDTH = 320
#: So many letters of a value are shown on the button.
SHOWN = 18
ROWS = 10
ROW_HEIGHT = 28


@dataclass(frozen=True, slots=True)
class FilterWords:
    """How a filter is called: by itself, with nothing narrowed down, with one value (%1), with
    several (%1 and so many more, %2), and a value that the database no longer has."""

    name: str
    all: str
    one: str
    several: str
    gone: str


class FilterPopup(QFrame):
    """A field to type into over a list to tick; closes with Escape or a click elsewhere."""

    toggled = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, name: str, model: OptionsModel, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        # A press on the button closes it; handed on, the same press would open it again.
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)
        self._ui = Ui_FilterPopup()
        self._ui.setupUi(self)
        self.model = model
        ui = self._ui
        ui.options.setModel(self.model)
        ui.options.setItemDelegate(CheckDelegate(theme, ui.options))
        ui.options.setAccessibleName(name)
        ui.search.installEventFilter(self)
        ui.options.installEventFilter(self)
        ui.search.textChanged.connect(self._narrow)
        ui.options.clicked.connect(self._clicked)
        # The second of two quick clicks is none for Qt.
        ui.options.doubleClicked.connect(self._clicked)
        ui.none.clicked.connect(self._untick_all)
        ui.close.clicked.connect(self.close)

    def open_below(self, button: QWidget) -> None:
        """Show it under its button, with what is ticked on top."""
        self._ui.search.clear()
        self.model.put_ticked_first()
        rows = max(3, min(len(self.model.options), ROWS))
        self._ui.options.setFixedHeight(rows * ROW_HEIGHT)
        self._say_whether_empty()
        self.setFixedWidth(WIDTH)
        self.adjustSize()
        self.move(self._inside(button))
        self.show()
        self._ui.search.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows go from the field to the list; Enter and the space bar tick."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self._ui.search:
                return self._key_in_search(Qt.Key(event.key()))
            if watched is self._ui.options:
                return self._key_in_options(event)
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.closed.emit()

    def _inside(self, button: QWidget) -> QPoint:
        """Under the button, moved so far that the screen holds it."""
        below = button.mapToGlobal(QPoint(0, button.height() + 4))
        room = button.screen().availableGeometry()
        x = max(room.left(), min(below.x(), room.right() - self.width()))
        if below.y() + self.height() > room.bottom():
            return QPoint(x, max(room.top(), button.mapToGlobal(QPoint()).y() - self.height() - 4))
        return QPoint(x, below.y())

    def _key_in_search(self, key: Qt.Key) -> bool:
        view = self._ui.options
        if key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown):
            view.setFocus()
            if not view.currentIndex().isValid():
                view.setCurrentIndex(self.model.index(0))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.model.rowCount():
                self.model.toggle(max(0, view.currentIndex().row()))
                self.toggled.emit()
            return True
        return False

    def _key_in_options(self, event: QKeyEvent) -> bool:
        view = self._ui.options
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._clicked(view.currentIndex())
            return True
        if key is Qt.Key.Key_Up and view.currentIndex().row() <= 0:
            self._ui.search.setFocus()
            return True
        if event.text().strip():
            self._ui.search.setFocus()
            self._ui.search.insert(event.text())
            return True
        return False

    def _say_whether_empty(self) -> None:
        self._ui.nothing.setVisible(not self.model.rowCount())

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        if index.isValid():
            self.model.toggle(index.row())
            self.toggled.emit()

    @Slot(str)
    def _narrow(self, text: str) -> None:
        self.model.narrow(text)
        self._say_whether_empty()
        if text and self.model.rowCount():
            self._ui.options.setCurrentIndex(self.model.index(0))

    @Slot()
    def _untick_all(self) -> None:
        self.model.tick(())
        self.toggled.emit()


class FilterButton(QPushButton):
    """Shows what its filter is set to; `changed` tells when it was set otherwise."""

    changed = Signal()

    def __init__(self, theme: Theme, words: FilterWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self._told: frozenset[Hashable] = frozenset()
        #: How values were called when the database still had them.
        self._names: dict[Hashable, str] = {}
        self.setProperty("role", "filter")
        self._model = OptionsModel(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self.clicked.connect(self._open)
        theme.changed.connect(self.update)
        self._say()

    @cached_property
    def popup(self) -> FilterPopup:
        """What opens below it, made when it is first wanted."""
        popup = FilterPopup(self._theme, self._words.name, self._model, self)
        popup.toggled.connect(self._toggled)
        popup.closed.connect(self._tell)
        return popup

    @property
    def chosen(self) -> frozenset[Hashable]:
        """The values it narrows down to; empty where it does not."""
        return self._model.ticked

    @property
    def names(self) -> dict[Hashable, str]:
        """How the chosen values are called."""
        return {key: self._names[key] for key in self.chosen if key in self._names}

    @property
    def gone(self) -> list[str]:
        """The chosen values that are not on offer, by name."""
        offered = {option.key for option in self._model.options}
        return [self._names.get(key, str(key)) for key in self.chosen if key not in offered]

    def offer(self, options: Sequence[Option]) -> None:
        """Offer these values."""
        self._names.update((option.key, option.name) for option in options)
        if options != self._model.options:
            self._model.offer(options)
        self._say()

    def choose(self, keys: Collection[Hashable], names: dict[Hashable, str] | None = None) -> None:
        """Narrow down to these values, called so where they are not on offer; tells nobody."""
        self._pause.stop()
        for key, name in (names or {}).items():
            self._names.setdefault(key, name)
        self._model.tick(keys)
        self._told = self.chosen
        self._say()

    def sizeHint(self) -> QSize:
        """With room for the arrow."""
        return super().sizeHint() + QSize(SIZE + 6, 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button, and an arrow that says that it opens."""
        super().paintEvent(event)
        draw_chevron(self, self._theme, "accent" if self.chosen else "muted")

    @Slot()
    def _open(self) -> None:
        self.popup.open_below(self)

    @Slot()
    def _toggled(self) -> None:
        self._say()
        self._pause.start()

    @Slot()
    def _tell(self) -> None:
        self._pause.stop()
        if self.chosen != self._told:
            self._told = self.chosen
            self.changed.emit()

    def _say(self) -> None:
        """Write on the button what is chosen, the first of it in letters."""
        offered = {option.key: option.name for option in self._model.options}
        # Before the list is there, nobody knows what is gone.
        gone = self._words.gone if offered else "%1"
        names = [
            offered.get(key) or fill(gone, self._names.get(key, str(key)))
            for key in sorted(self.chosen, key=lambda key: offered.get(key, ""))
        ]
        text = self._words.all
        if len(names) == 1:
            text = fill(self._words.one, one_line(names[0], SHOWN))
        elif names:
            text = fill(self._words.several, one_line(names[0], SHOWN), str(len(names) - 1))
        self.setText(text.replace("&", "&&"))
        self.setToolTip(tooltip("\n".join(names)) if names else "")
        self.setAccessibleName(text)
        if self.property("active") != bool(names):
            self.setProperty("active", bool(names))
            restyle(self)
        self.updateGeometry()
        self.update()
