"""What stands around the preview: the figures of the analysis, filters, the bar that applies."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QSize, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from desktop_admin.gui.context import Context
from desktop_admin.gui.repair.bar import RepairBar
from desktop_admin.gui.repair.filters import Filters
from desktop_admin.gui.repair.notice import RepairNotice
from desktop_admin.gui.repair.strip import Strip, step
from desktop_admin.gui.repair.tree_view import PreviewTree
from desktop_admin.gui.repair.words import list_chips, surenesses
from desktop_admin.gui.widgets.chips import Chips
from desktop_admin.gui.widgets.table_page import TablePage

ICON = 16


class RepairParts(QObject):
    """Makes the parts of the screen and puts them into its page."""

    def __init__(self, context: Context, page: TablePage, tree: PreviewTree) -> None:
        super().__init__(page)
        self._context = context
        self.sureness = surenesses()
        self.strip = Strip(context.theme, context.formats, self.sureness)
        self.bar = RepairBar(context.formats)
        self.notice = RepairNotice(context.theme)
        self.filters = Filters(context)
        self.lists = Chips(
            context.theme,
            list_chips(),
            QCoreApplication.translate("Repair", "What is repaired"),
        )
        self.again = QPushButton(QCoreApplication.translate("Repair", "Analyse again"))
        promise = QLabel(QCoreApplication.translate("Repair", "Nothing is written before “Apply”"))
        promise.setProperty("role", "promise")
        page.add_beside_title(promise)
        promise.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        page.add_action(self.again)
        page.put_above(self.strip)
        page.add_filters(self.filters)
        page.add_chips(self.lists)
        page.add_before_chips(step("2", QCoreApplication.translate("Repair", "Preview")))
        page.add_behind_chips(self._preview_line(tree))
        page.add_notice(self.notice)
        page.put_below(self.bar)
        page.order_tabs([*self.filters.tab_stops, *self.lists.buttons.values()])
        context.theme.changed.connect(self._colour)
        self._colour()

    def _preview_line(self, tree: PreviewTree) -> QWidget:
        """The second step, and how its rows are opened and closed."""
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for text, act in (
            (QCoreApplication.translate("Repair", "Open all"), tree.open_all),
            (QCoreApplication.translate("Repair", "Close all"), tree.close_all),
        ):
            button = QPushButton(text)
            button.setProperty("role", "link")
            button.clicked.connect(act)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)
        return line

    @Slot()
    def _colour(self) -> None:
        for button, name in ((self.again, "refresh"),):
            button.setIcon(self._context.theme.icons.icon(name, "text", size=ICON))
            button.setIconSize(QSize(ICON, ICON))
