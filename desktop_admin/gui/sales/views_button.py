"""The button with the saved views: one click shows a view, the rest of the menu keeps them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QSize, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QDialog, QMenu, QPushButton, QStyleOptionButton, QWidget

from desktop_admin.gui._built.ui_view_name import Ui_ViewName
from desktop_admin.gui.context import Context
from desktop_admin.gui.sales.views import LONGEST, SavedView, SavedViews
from desktop_admin.gui.text import fill, one_line
from desktop_admin.gui.widgets.chevron import draw_chevron

ICON = 16

#: What the screen shows now, as a view of that name.
Present = Callable[[str], SavedView]


class ViewName(QDialog):
    """Asks for the name of a view; says when it would take another's place."""

    def __init__(self, title: str, name: str, views: SavedViews, parent: QWidget) -> None:
        super().__init__(parent)
        self._ui = Ui_ViewName()
        self._ui.setupUi(self)
        self._old = name
        self._views = views
        self.setWindowTitle(title)
        ui = self._ui
        ui.name.setText(name)
        ui.name.selectAll()
        ui.name.textChanged.connect(self._typed)
        ui.cancel.clicked.connect(self.reject)
        ui.accept.clicked.connect(self.accept)
        self._typed()

    @property
    def name(self) -> str:
        """The name that was typed."""
        return one_line(self._ui.name.text(), LONGEST).strip()

    @Slot()
    def _typed(self) -> None:
        name = self.name
        self._ui.accept.setEnabled(bool(name))
        other = name.casefold() != self._old.casefold() and self._views.find(name)
        self._ui.accept.setText(self.tr("Replace") if other else self.tr("Save"))


class ViewsButton(QPushButton):
    """Offers the saved views of the connection; `chosen` carries the one to show."""

    chosen = Signal(object)

    def __init__(self, context: Context, present: Present, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Sales", "Views"), parent)
        self.setProperty("role", "menu")
        self._context = context
        self._present = present
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setIconSize(QSize(ICON, ICON))
        self.setToolTip(QCoreApplication.translate("Sales", "Filters and columns kept by name"))
        self.setMenu(self._menu)
        context.theme.changed.connect(self._colour)
        self._colour()

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """Without the arrow of the system."""
        super().initStyleOption(option)
        option.features &= ~QStyleOptionButton.ButtonFeature.HasMenu

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button, and an arrow that says that it opens."""
        super().paintEvent(event)
        draw_chevron(self, self._context.theme)

    @property
    def views(self) -> SavedViews:
        """The views of the connection."""
        return SavedViews(self._context.memory, self._context.session.name)

    @Slot()
    def _fill(self) -> None:
        menu, views = self._menu, self.views.all()
        menu.clear()
        for view in views:
            menu.addAction(_shown(view), partial(self.chosen.emit, view))
        if not views:
            menu.addAction(QCoreApplication.translate("Sales", "No view saved yet")).setEnabled(
                False
            )
        menu.addSeparator()
        menu.addAction(
            QCoreApplication.translate("Sales", "Save what is shown as a view…"), self.save_as
        )
        for title, act in (
            (QCoreApplication.translate("Sales", "Replace by what is shown"), self._overwrite),
            (QCoreApplication.translate("Sales", "Rename"), self._rename),
            (QCoreApplication.translate("Sales", "Delete"), self._delete),
        ):
            below = menu.addMenu(title)
            below.setEnabled(bool(views))
            for view in views:
                below.addAction(_shown(view), partial(act, view))

    @Slot()
    def save_as(self) -> None:
        """Ask for a name and keep what is shown under it."""
        title = QCoreApplication.translate("Sales", "Save a view")
        dialog = ViewName(title, "", self.views, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._overwrite(self._present(dialog.name))
        dialog.deleteLater()

    def _overwrite(self, view: SavedView) -> None:
        before = self.views.find(view.name)
        self.views.save(self._present(view.name))
        said = QCoreApplication.translate("Sales", "View “%1” saved")
        self._say(said, view, before)

    def _rename(self, view: SavedView) -> None:
        title = QCoreApplication.translate("Sales", "Rename a view")
        dialog = ViewName(title, view.name, self.views, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.views.rename(view.name, dialog.name)
        dialog.deleteLater()

    def _delete(self, view: SavedView) -> None:
        self.views.delete(view.name)
        self._say(QCoreApplication.translate("Sales", "View “%1” deleted"), view, view)

    def _say(self, sentence: str, view: SavedView, before: SavedView | None) -> None:
        """Tell what was done; where a view was lost by it, with a way to have it back."""
        text = fill(sentence, one_line(view.name, LONGEST))
        if before is None:
            self._context.messages.say(text)
            return
        undo = QCoreApplication.translate("Sales", "Undo")
        self._context.messages.say(text, action=undo, on_action=partial(self.views.save, before))

    @Slot()
    def _colour(self) -> None:
        self.setIcon(self._context.theme.icons.icon("views", "text", size=ICON))


def _shown(view: SavedView) -> str:
    return one_line(view.name, LONGEST).replace("&", "&&")
