"""How two panes share the width, from one day to the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QObject, Slot
from PySide6.QtWidgets import QSplitter

from desktop_admin.gui.memory import Memory


class SplitMemory(QObject):
    """Gives each pane of a splitter its share, and remembers what the operator makes of it."""

    def __init__(
        self, memory: Memory, key: str, splitter: QSplitter, shares: Sequence[int]
    ) -> None:
        super().__init__(splitter)
        self._memory = memory
        self._key = key
        self._splitter = splitter
        for place, share in enumerate(shares):
            splitter.setStretchFactor(place, share)
        stored = QByteArray.fromBase64(memory.get(key, "").encode())
        if not splitter.restoreState(stored):
            splitter.setSizes(list(shares))
        splitter.splitterMoved.connect(self._moved)

    @Slot()
    def _moved(self) -> None:
        state = self._splitter.saveState().toBase64()
        self._memory.put(self._key, bytes(state.data()).decode())
