"""How two panes share the width, from one day to the next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QEvent, QObject, Slot
from PySide6.QtWidgets import QSplitter

from desktop_admin.gui.memory import Memory

#: How wide the right pane shall be, of so much room.
Share = Callable[[int], int]


class SplitMemory(QObject):
    """Gives the right pane of a splitter its share of every width, until the operator moves the
    handle; what they make of it is remembered."""

    def __init__(self, memory: Memory, key: str, splitter: QSplitter, share: Share) -> None:
        super().__init__(splitter)
        self._memory = memory
        self._key = key
        self._splitter = splitter
        self._share = share
        for place in (0, 1):
            splitter.setStretchFactor(place, 1 - place)
        stored = QByteArray.fromBase64(memory.get(key, "").encode())
        self._chosen = splitter.restoreState(stored)
        splitter.splitterMoved.connect(self._moved)
        splitter.installEventFilter(self)

    def fit(self) -> None:
        """Share the width out again."""
        if not self._chosen:
            room = self._splitter.width() - self._splitter.handleWidth()
            right = self._share(room)
            self._splitter.setSizes([room - right, right])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the width of the window."""
        if event.type() is QEvent.Type.Resize:
            self.fit()
        return super().eventFilter(watched, event)

    @Slot()
    def _moved(self) -> None:
        self._chosen = True
        state = self._splitter.saveState().toBase64()
        self._memory.put(self._key, bytes(state.data()).decode())
