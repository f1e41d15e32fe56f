"""The list of connections on the left of the dialog: the demo, then what is saved or drafted."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_admin.gui.connection.drafts import Draft
from desktop_admin.gui.text import one_line, tooltip
from desktop_admin.gui.theme import Theme
from desktop_admin.settings import Connection
from desktop_admin.sources.base import SourceKind

ROW_HEIGHT = 48
ICON = 18
_BAR = 3

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a row tells besides its name."""

    CAPTION = Qt.ItemDataRole.UserRole + 1
    ICON = Qt.ItemDataRole.UserRole + 2
    PRODUCTION = Qt.ItemDataRole.UserRole + 3


@dataclass(slots=True)
class Entry:
    """One connection: as it is saved, and as its form holds it."""

    saved: Connection | None = None
    draft: Draft = field(default_factory=Draft)

    @classmethod
    def of(cls, saved: Connection) -> Entry:
        """A saved connection nobody has touched."""
        return cls(saved, Draft.of(saved))

    @property
    def dirty(self) -> bool:
        """Whether something in it would be lost."""
        if self.saved is None:
            return self.draft != Draft(kind=self.draft.kind)
        return self.draft != Draft.of(self.saved)

    @property
    def name(self) -> str:
        """What it is called, or what stands for a name that is not typed yet."""
        typed = one_line(self.draft.name)
        return typed or QCoreApplication.translate("Connections", "New connection")


class ConnectionList(QAbstractListModel):
    """The demo in the first row, then every entry."""

    def __init__(self, entries: list[Entry], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries = entries

    def entry(self, row: int) -> Entry | None:
        """The entry of a row; None for the demo."""
        return self.entries[row - 1] if 0 < row <= len(self.entries) else None

    def row_of(self, entry: Entry) -> int:
        """Where an entry stands."""
        return next(row for row, one in enumerate(self.entries, start=1) if one is entry)

    def add(self, entry: Entry) -> int:
        """Put an entry at the end; returns its row."""
        row = self.rowCount()
        self.beginInsertRows(QModelIndex(), row, row)
        self.entries.append(entry)
        self.endInsertRows()
        return row

    def take(self, entry: Entry) -> None:
        """Take an entry out."""
        row = self.row_of(entry)
        self.beginRemoveRows(QModelIndex(), row, row)
        del self.entries[row - 1]
        self.endRemoveRows()

    def edit(self, entry: Entry, draft: Draft) -> None:
        """Let an entry hold what stands in its form."""
        entry.draft = draft
        at = self.index(self.row_of(entry))
        self.dataChanged.emit(at, at)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.entries) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self.entry(index.row())
        if entry is None:
            return _of_demo(role)
        return _of_entry(entry, role)


def _of_demo(role: int) -> Any:
    name = QCoreApplication.translate("Connections", "Demo")
    caption = QCoreApplication.translate("Connections", "Made-up data")
    said: dict[int, Any] = {
        Qt.ItemDataRole.DisplayRole: name,
        Qt.ItemDataRole.AccessibleTextRole: f"{name}, {caption}",
        Role.CAPTION: caption,
        Role.ICON: "demo",
        Role.PRODUCTION: False,
    }
    return said.get(role)


def _of_entry(entry: Entry, role: int) -> Any:
    is_file = entry.draft.kind is SourceKind.SQLITE
    if role == Qt.ItemDataRole.DisplayRole:
        return entry.name
    if role == Role.ICON:
        return "file_database" if is_file else "database"
    if role == Role.PRODUCTION:
        return entry.draft.production
    if role == Role.CAPTION:
        return _caption(entry)
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return f"{entry.name}, {_caption(entry)}"
    if role == Qt.ItemDataRole.ToolTipRole:
        return tooltip(f"{entry.name}\n{_caption(entry)}")
    return None


def _caption(entry: Entry) -> str:
    draft = entry.draft
    # What matters most stands first: there may be no room for the rest.
    parts = []
    if entry.dirty:
        parts.append(QCoreApplication.translate("Connections", "Not saved"))
    if draft.production:
        parts.append(QCoreApplication.translate("Connections", "Production"))
    parts.append(kind_label(draft.kind))
    if draft.read_only:
        parts.append(QCoreApplication.translate("Connections", "read only"))
    return ", ".join(parts)


def kind_label(kind: SourceKind) -> str:
    """What a kind of connection is called where one is chosen."""
    return {
        SourceKind.DEMO: QCoreApplication.translate("Connections", "Demo"),
        SourceKind.SQLITE: QCoreApplication.translate("Connections", "SQLite file"),
        SourceKind.POSTGRESQL: "PostgreSQL",
        SourceKind.MYSQL: "MySQL / MariaDB",
    }[kind]


class EntryDelegate(QStyledItemDelegate):
    """Draws icon, name and caption; production has a bar in the colour of danger."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        lines = 2 * option.fontMetrics.height() + 14
        return QSize(0, max(ROW_HEIGHT, lines))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, index)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        rect = option.rect.adjusted(12, 0, -8, 0)
        ratio = painter.device().devicePixelRatio()
        ink = "accent" if chosen else "muted"
        icon = self._theme.icons.pixmap(str(index.data(Role.ICON)), ink, ICON, ratio)
        painter.drawPixmap(rect.left(), rect.center().y() - ICON // 2 + 1, icon)
        self._paint_lines(painter, option, index, rect.adjusted(ICON + 10, 0, 0, 0))
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens = self._theme.tokens
        ground = option.rect.adjusted(0, 1, 0, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(tokens.colour("accent_tint"))
            painter.drawRoundedRect(ground, 6, 6)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(tokens.colour("hover"))
            painter.drawRoundedRect(ground, 6, 6)
        if index.data(Role.PRODUCTION):
            painter.setBrush(tokens.colour("error"))
            bar = QRect(ground.left(), ground.top() + 6, _BAR, ground.height() - 12)
            painter.drawRoundedRect(bar, 1.5, 1.5)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(tokens.colour("accent"))
            painter.drawRoundedRect(ground.adjusted(0, 0, -1, -1), 6, 6)

    def _paint_lines(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, rect: QRect
    ) -> None:
        tokens = self._theme.tokens
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        small = QFont(option.font)
        small.setPointSizeF(max(8.0, option.font.pointSizeF() - 1))
        half = rect.height() // 2
        lines = (
            (bold, "accent" if chosen else "text", str(index.data()), rect.top() + 3),
            (small, "muted", str(index.data(Role.CAPTION)), rect.top() + half - 2),
        )
        for font, ink, text, top in lines:
            painter.setFont(font)
            painter.setPen(tokens.colour(ink))
            line = QRect(rect.left(), top, rect.width(), half)
            shown = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideRight, line.width()
            )
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
