"""Search everywhere: a field in the top bar, and what was found below it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_admin.gui.context import Context
from desktop_admin.gui.errors import explain
from desktop_admin.gui.goto import Goto
from desktop_admin.gui.jobs import Priority
from desktop_admin.gui.text import fill, one_line
from desktop_admin.sources.base import Hits, Report, SourceError

PAUSE_MS = 200
#: What is shown of each kind.
LIMIT = 6
ROW = 30
ICON = 16
WIDEST = 560
_MARGIN = 4
_GOTO = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list: where it leads, or nowhere for a remark."""

    text: str
    icon: str = ""
    goto: Goto | None = None


class SearchField(QLineEdit):
    """Asks the source while one types; arrows choose, Enter goes there, Esc gives up."""

    def __init__(self, context: Context, over: QWidget) -> None:
        super().__init__()
        self._context = context
        self._over = over
        self._lens = QAction(self)
        self.addAction(self._lens, QLineEdit.ActionPosition.LeadingPosition)
        self.setPlaceholderText(self.tr("Serial number, boutique, sale number… (Ctrl+K)"))
        self.setAccessibleName(self.tr("Search everywhere"))
        self.setMinimumWidth(150)
        self.setMaximumWidth(390)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaxLength(200)
        self.panel = QFrame(over)
        self.panel.setObjectName("found")
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setIconSize(QSize(ICON, ICON))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Found"))
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.addWidget(self.list)
        self.panel.hide()
        #: What the list was found for; the text may be another by now.
        self._found_for = ""
        #: Enter was pressed before there was an answer: the best hit is gone to at once.
        self._in_a_hurry = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.look)
        self.textEdited.connect(self._typed)
        self.list.itemClicked.connect(self._go)
        context.theme.changed.connect(self._colour)
        over.installEventFilter(self)
        self._colour()

    @Slot()
    def start(self) -> None:
        """Put the cursor here, ready to type over what was there."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose, go or give up with the keyboard; everything else edits the text."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.give_up()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.panel.isVisible():
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            is_shown = self.panel.isVisible() and self._found_for == self.text().strip()
            item = self.list.currentItem() if is_shown else None
            if item is not None:
                self._go(item)
            else:
                self._in_a_hurry = True
                self.look()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A list below a field that moves away is closed."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.WindowDeactivate):
            self.panel.hide()
        return super().eventFilter(watched, event)

    @Slot()
    def _typed(self) -> None:
        self._in_a_hurry = False
        if self.text().strip():
            self._pause.start()
        else:
            self._pause.stop()
            self.panel.hide()

    @Slot()
    def look(self) -> None:
        """Look for what stands in the field."""
        self._pause.stop()
        text = self.text().strip()
        source = self._context.session.source
        if not text or source is None:
            return

        def work(_: Report) -> Hits:
            return source.search(text, LIMIT)

        found = partial(self._found, text)
        self._context.jobs.ask(
            work, found, self._failed, owner=self, topic="search", priority=Priority.FIRST
        )

    def _found(self, text: str, hits: Hits) -> None:
        lines = self._lines(hits)
        if not lines:
            lines = [Line(fill(self.tr("Nothing found for “%1”."), one_line(text, 60)))]
        self._found_for = text
        self._show(lines)
        hurried, self._in_a_hurry = self._in_a_hurry, False
        if hurried and self.panel.isVisible() and self.list.currentRow() >= 0:
            self._go(self.list.currentItem())

    def _failed(self, error: SourceError) -> None:
        self._show([Line(explain(error).sentences, "warning")])

    def _lines(self, hits: Hits) -> list[Line]:
        none = self.tr("without boutique")
        lines = [
            Line(
                f"{one_line(one.name)}   {one_line(one.serial)}   "
                f"{one_line(one.boutique_name or none)}",
                "terminal",
                Goto("assignment", terminal=one.id),
            )
            for one in hits.terminals
        ]
        lines += [
            Line(
                f"{one_line(one.name)}   {one_line(one.merchant_name)}",
                "depot" if one.depot else "boutique",
                Goto("assignment", boutique=one.id),
            )
            for one in hits.boutiques
        ]
        lines += [
            Line(one_line(one.name), "merchant", Goto("assignment", merchant=one.id))
            for one in hits.merchants
        ]
        formats = self._context.formats
        lines += [
            Line(
                f"{one_line(one.number)}   {formats.money(one.money)}   "
                f"{one_line(one.boutique_name or none)}",
                "sale" if one.boutique_id is not None else "orphan",
                Goto("sales", sale=one.id),
            )
            for one in hits.sales
        ]
        return lines

    def _show(self, lines: list[Line]) -> None:
        if not self.hasFocus():
            return
        self.list.clear()
        icons = self._context.theme.icons
        for line in lines:
            item = QListWidgetItem(line.text)
            item.setSizeHint(QSize(0, ROW))
            if line.icon:
                ink = "orphan" if line.icon in ("orphan", "warning") else "muted"
                item.setIcon(icons.icon(line.icon, ink, size=ICON))
            item.setData(_GOTO, line.goto)
            if line.goto is None:
                item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.list.addItem(item)
        if lines[0].goto is not None:
            self.list.setCurrentRow(0)
        self._place(len(lines))

    def _place(self, rows: int) -> None:
        width = min(max(self.width(), WIDEST), self._over.width() - 2 * ICON)
        corner = self.mapTo(self._over, QPoint(0, self.height() + 2))
        left = min(corner.x(), self._over.width() - width - ICON)
        room = self._over.height() - corner.y() - ICON
        height = min(rows * ROW + 2 * _MARGIN + 2, room)
        self.panel.setGeometry(max(left, 0), corner.y(), width, height)
        self.panel.show()
        self.panel.raise_()

    def _step(self, by: int) -> None:
        count = self.list.count()
        if count:
            self.list.setCurrentRow((self.list.currentRow() + by) % count)

    @Slot(QListWidgetItem)
    def _go(self, item: QListWidgetItem) -> None:
        goto = item.data(_GOTO)
        if isinstance(goto, Goto):
            self.panel.hide()
            self.clear()
            self._context.ways.go(goto)

    def give_up(self) -> None:
        """Close the list, else empty the field."""
        if self.panel.isVisible():
            self.panel.hide()
        else:
            self.clear()
            self._over.setFocus()

    @Slot()
    def _colour(self) -> None:
        self._lens.setIcon(self._context.theme.icons.icon("search", "muted", size=ICON))
