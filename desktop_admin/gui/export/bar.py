"""The buttons by which tables leave: a menu of ways, and a printer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from desktop_admin.gui.context import Context
from desktop_admin.gui.export.exporter import Exporter
from desktop_admin.gui.export.offer import Format, Offer
from desktop_admin.gui.text import tooltip
from desktop_admin.gui.widgets.chevron import draw_chevron

ICON = 16
_GAP = 8
MENU_KEYS = "Ctrl+E"
#: What a style leaves between an icon and a text.
_BESIDE_ICON = 4


class Leaving(NamedTuple):
    """One table that can leave: how the menu calls it where there are several, and what it is
    now; None: there is nothing."""

    name: str
    offer: Callable[[], Offer | None]


class ExportBar(QWidget):
    """A button with the ways out, and one that prints; they give way to what stands beside them:
    first the word, then the printer, which the menu has too."""

    def __init__(
        self, context: Context, scope: QWidget, tables: Sequence[Leaving], window: QWidget
    ) -> None:
        """`scope`: where the keys work. `window`: what dialogs stand over."""
        super().__init__()
        self._context = context
        self._tables = tables
        self.exporter = Exporter(context, window)
        self.button = _MenuButton(context)
        self.menu = QMenu(self.button)
        self.actions_of: list[tuple[Leaving, list[QAction]]] = []
        self._fill()
        self.button.setMenu(self.menu)
        self.printer = QPushButton()
        self.button.setObjectName("export")
        self.printer.setObjectName("print")
        self.printer.setIconSize(QSize(ICON, ICON))
        self.printer.clicked.connect(self.print)
        self._name()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(self.button)
        row.addWidget(self.printer)
        # Which of several tables is meant, only the menu asks.
        self.printer.setVisible(len(tables) == 1)
        self._header: QWidget | None = None
        self._watch_keys(scope)
        self.menu.aboutToShow.connect(self._allow)
        context.theme.changed.connect(self._colour)
        self._colour()

    def fit_into(self, header: QWidget) -> None:
        """Stand at the end of this line, and leave the others there their room."""
        self._header = header
        header.installEventFilter(self)
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the room there is."""
        if watched is self._header and event.type() in (
            QEvent.Type.Resize,
            QEvent.Type.LayoutRequest,
        ):
            self.fit()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Show as much as there is room for."""
        header = self._header
        layout = header.layout() if header is not None else None
        if header is None or layout is None:
            return
        others = layout.sizeHint().width() - self.sizeHint().width()
        room = header.width() - others
        word = self.button.wide(text=True)
        alone = len(self._tables) > 1
        printer = 0 if alone else self.printer.sizeHint().width() + _GAP
        self.button.show_word(word + printer <= room)
        shown = self.button.wide(text=word + printer <= room)
        self.printer.setVisible(not alone and shown + printer <= room)

    def minimumSizeHint(self) -> QSize:
        """What is left where there is no room: a button without its word. Asking for more would
        keep the window from becoming smaller."""
        return QSize(self.button.wide(text=False), self.button.sizeHint().height())

    @Slot()
    def print(self) -> None:
        """Print the table, or ask which."""
        if len(self._tables) > 1:
            self.open_menu()
            return
        offer = self._tables[0].offer()
        if offer is not None and self.isEnabled():
            self.exporter.print(offer)

    @Slot()
    def open_menu(self) -> None:
        """Open the menu, from the keyboard."""
        if self.isEnabled():
            self.button.showMenu()

    def offer_in(self, menu: QMenu, table: Leaving) -> None:
        """Offer another table in a menu of its own: the figures of a chart."""
        self.actions_of.append((table, self._ways(menu, table, keys=False)))
        menu.aboutToShow.connect(self._allow)
        self._colour()

    # What it is made of.
    def _fill(self) -> None:
        for table in self._tables:
            menu = self.menu.addMenu(table.name) if table.name else self.menu
            self.actions_of.append((table, self._ways(menu, table)))

    def _ways(self, menu: QMenu, table: Leaving, *, keys: bool = True) -> list[QAction]:
        copy = self._way(
            menu, QCoreApplication.translate("Export", "&Copy the table"), "copy", table, _copy
        )
        menu.addSeparator()
        names = _names(self._context.formats.language)
        files = [
            self._way(menu, name, "", table, partial(_save, format_))
            for format_, name in names.items()
        ]
        menu.addSeparator()
        print_ = self._way(
            menu, QCoreApplication.translate("Export", "&Print…"), "print", table, _print
        )
        if keys and len(self._tables) == 1:
            print_.setShortcut(QKeySequence(QKeySequence.StandardKey.Print))
            # The key is watched apart from the menu, which only tells of it.
            print_.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        return [copy, *files, print_]

    def _way(
        self,
        menu: QMenu,
        name: str,
        icon: str,
        table: Leaving,
        act: Callable[[Exporter, Offer], None],
    ) -> QAction:
        action = menu.addAction(name)
        action.setData(icon)
        action.triggered.connect(partial(self._go, table, act))
        return action

    def _go(
        self, table: Leaving, act: Callable[[Exporter, Offer], None], _checked: bool = False
    ) -> None:
        offer = table.offer()
        if offer is not None:
            act(self.exporter, offer)

    def _watch_keys(self, scope: QWidget) -> None:
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence(MENU_KEYS), scope, self.open_menu, context=within)
        print_keys = QKeySequence(QKeySequence.StandardKey.Print)
        QShortcut(print_keys, scope, self.print, context=within)

    def _name(self) -> None:
        native = QKeySequence.SequenceFormat.NativeText
        name = QCoreApplication.translate("Export", "Export")
        self.button.setAccessibleName(name)
        tip = QCoreApplication.translate("Export", "Copy, save or print what is shown")
        keys = QKeySequence(MENU_KEYS).toString(native)
        self.button.setToolTip(tooltip(f"{tip} ({keys})"))
        name = QCoreApplication.translate("Export", "Print")
        self.printer.setAccessibleName(name)
        keys = QKeySequence(QKeySequence.StandardKey.Print).toString(native)
        self.printer.setToolTip(tooltip(f"{name} ({keys})"))

    @Slot()
    def _allow(self) -> None:
        for table, actions in self.actions_of:
            there = table.offer() is not None
            for action in actions:
                action.setEnabled(there)

    @Slot()
    def _colour(self) -> None:
        icons = self._context.theme.icons
        self.button.setIcon(icons.icon("export", "text", size=ICON))
        self.printer.setIcon(icons.icon("print", "text", size=ICON))
        for _, actions in self.actions_of:
            for action in actions:
                if action.data():
                    action.setIcon(icons.icon(action.data(), "muted", size=ICON))


class _MenuButton(QPushButton):
    """A button that opens a menu, with or without its word."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._theme = context.theme
        self._word = QCoreApplication.translate("Export", "&Export", "button")
        self.setProperty("role", "menu")
        self.setIconSize(QSize(ICON, ICON))
        self.setText(self._word)

    def wide(self, *, text: bool) -> int:
        """How wide it is with its word, or without."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = self._word if text else ""
        mnemonic = Qt.TextFlag.TextShowMnemonic
        size = self.fontMetrics().size(mnemonic, option.text) if text else QSize()
        inner = QSize(size.width() + ICON + _BESIDE_ICON, max(size.height(), ICON))
        kind = QStyle.ContentsType.CT_PushButton
        return self.style().sizeFromContents(kind, option, inner, self).width()

    def show_word(self, shown: bool) -> None:
        """With its word, or its icon alone."""
        wanted = self._word if shown else ""
        if self.text() != wanted:
            self.setText(wanted)

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """Without the arrow of the system."""
        super().initStyleOption(option)
        option.features &= ~QStyleOptionButton.ButtonFeature.HasMenu

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button, and an arrow that says that it opens."""
        super().paintEvent(event)
        draw_chevron(self, self._theme)


def _names(language: str) -> dict[Format, str]:
    """The files, in the order of the menu: of the two CSVs the language's own comes first."""
    french = QCoreApplication.translate("Export", "C&SV, French (semicolon, decimal comma)…")
    other = QCoreApplication.translate("Export", "CSV, &international (comma, decimal point)…")
    pair = [(Format.FRENCH_CSV, french), (Format.INTERNATIONAL_CSV, other)]
    return {
        Format.XLSX: QCoreApplication.translate("Export", "E&xcel workbook…"),
        **dict(pair if language == "fr" else reversed(pair)),
        Format.PDF: QCoreApplication.translate("Export", "P&DF…"),
    }


def _copy(exporter: Exporter, offer: Offer) -> None:
    exporter.copy(offer)


def _save(format_: Format, exporter: Exporter, offer: Offer) -> None:
    exporter.save(offer, format_)


def _print(exporter: Exporter, offer: Offer) -> None:
    exporter.print(offer)
