"""What a filter button offers: a list to tick, narrowed down by typing."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from desktop_admin.domain.matching import folded
from desktop_admin.gui.models.table_model import Index
from desktop_admin.gui.text import one_line, tooltip

_NOWHERE = QModelIndex()
_CHECK = Qt.ItemDataRole.CheckStateRole.value


class Option(NamedTuple):
    """One value: its key, its name, and what tells it from others of that name."""

    key: Hashable
    name: str
    detail: str = ""

    @property
    def label(self) -> str:
        """Name and detail on one line."""
        return one_line(f"{self.name} · {self.detail}" if self.detail else self.name)


class OptionsModel(QAbstractListModel):
    """Options that match what was typed, those that were ticked at its opening on top."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._options: Sequence[Option] = ()
        self._haystacks: Sequence[str] = ()
        self._shown: list[int] = []
        self._words: tuple[str, ...] = ()
        self._first: frozenset[Hashable] = frozenset()
        self.ticked: frozenset[Hashable] = frozenset()

    @property
    def options(self) -> Sequence[Option]:
        """All options, shown or not."""
        return self._options

    def offer(self, options: Sequence[Option]) -> None:
        """Offer these; what is ticked stays ticked, also what is no longer among them."""
        self._options = options
        self._haystacks = [folded(f"{option.name} {option.detail}") for option in options]
        self._arrange()

    def tick(self, keys: Collection[Hashable]) -> None:
        """Tick exactly these."""
        self.ticked = frozenset(keys)
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1), [_CHECK])

    def put_ticked_first(self) -> None:
        """Bring what is ticked now to the top."""
        self._first = self.ticked
        self._arrange()

    def narrow(self, text: str) -> None:
        """Show only options in which every word of `text` occurs."""
        self._words = tuple(folded(text).split())
        self._arrange()

    def toggle(self, row: int) -> None:
        """Tick that option, or untick it."""
        key = self._options[self._shown[row]].key
        self.ticked = self.ticked ^ {key}
        self.dataChanged.emit(self.index(row), self.index(row), [_CHECK])

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        option = self._options[self._shown[index.row()]]
        if role == Qt.ItemDataRole.DisplayRole:
            return option.label
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(f"{option.name}\n{option.detail}".strip())
        if role == _CHECK:
            ticked = option.key in self.ticked
            # As a number: what hands it on to screen readers knows no other.
            return (Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked).value
        return None

    def _arrange(self) -> None:
        self.beginResetModel()
        words = self._words
        shown = [
            place
            for place, haystack in enumerate(self._haystacks)
            if all(word in haystack for word in words)
        ]
        first = self._first
        self._shown = sorted(shown, key=lambda place: self._options[place].key not in first)
        self.endResetModel()
