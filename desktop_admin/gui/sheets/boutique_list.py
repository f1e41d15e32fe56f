"""The boutiques to tick, narrowed down by typing, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView

from desktop_admin.domain.matching import in_order
from desktop_admin.domain.model import Boutique
from desktop_admin.gui.text import fill
from desktop_admin.gui.theme import Theme
from desktop_admin.gui.widgets.check_delegate import CheckDelegate
from desktop_admin.gui.widgets.options_model import Option, OptionsModel

_TICKS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class BoutiqueList(QObject):
    """Stands behind a field and a list of the form."""

    #: Others are ticked.
    changed = Signal()

    def __init__(self, theme: Theme, search: QLineEdit, view: QListView) -> None:
        super().__init__(view)
        self._search, self._view = search, view
        self.model = OptionsModel(self)
        view.setModel(self.model)
        view.setItemDelegate(CheckDelegate(theme, view))
        search.textChanged.connect(self.model.narrow)
        view.clicked.connect(self._toggle)
        # The second of two quick clicks is none for Qt.
        view.doubleClicked.connect(self._toggle)
        for widget in (search, view):
            widget.installEventFilter(self)

    @property
    def chosen(self) -> tuple[int, ...]:
        """The ids that are ticked, in the order of the list."""
        return tuple(
            key
            for option in self.model.options
            if (key := option.key) in self.model.ticked and isinstance(key, int)
        )

    def offer(self, boutiques: Sequence[Boutique], only: int | None) -> None:
        """Offer these; tick that one, or all that are open."""
        closed = QCoreApplication.translate("SheetsDialog", "%1 (closed)")
        self.model.offer(
            [
                Option(
                    one.id,
                    one.name if one.active else fill(closed, one.name),
                    one.merchant_name,
                )
                for one in sorted(boutiques, key=lambda one: in_order(one.name))
            ]
        )
        if only is not None and any(one.id == only for one in boutiques):
            self._tick({only})
            self.model.put_ticked_first()
        else:
            self._tick({one.id for one in boutiques if one.active})

    @Slot()
    def tick_all(self) -> None:
        """Tick all, shown or not."""
        self._tick({option.key for option in self.model.options if isinstance(option.key, int)})

    @Slot()
    def tick_none(self) -> None:
        """Tick none."""
        self._tick(())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes from the field to the list; Enter and the space bar tick there."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        view, key = self._view, Qt.Key(event.key())
        if watched is self._search and key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown):
            view.setFocus()
            if not view.currentIndex().isValid():
                view.setCurrentIndex(self.model.index(0))
            return True
        if watched is view and key in _TICKS:
            self._toggle(view.currentIndex())
            return True
        return super().eventFilter(watched, event)

    @Slot(QModelIndex)
    def _toggle(self, index: QModelIndex) -> None:
        if index.isValid():
            self.model.toggle(index.row())
            self.changed.emit()

    def _tick(self, ids: Collection[int]) -> None:
        self.model.tick(ids)
        self.changed.emit()
