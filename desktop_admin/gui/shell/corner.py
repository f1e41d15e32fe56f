"""What the frame says of the connection: its name, kind and state, and whether one may write."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Slot

from desktop_admin.gui._built.ui_main_window import Ui_MainWindow
from desktop_admin.gui.context import Context
from desktop_admin.gui.errors import explain
from desktop_admin.gui.session import State
from desktop_admin.gui.shell.connection_view import ConnectionView, view_of
from desktop_admin.gui.text import fill, tooltip
from desktop_admin.gui.widgets.restyle import restyle

_ICON = 20
_SMALL = 14


class Corner(QObject):
    """Keeps the connection's corner, the access tag, the colour of production and the strip over
    the screens true."""

    def __init__(self, ui: Ui_MainWindow, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._ui = ui
        self._context = context
        self._wide = True
        context.theme.changed.connect(self.colour)

    def show_names(self, names: bool) -> None:
        """Show names in the corner; where there is little room it keeps the icon, and the bar
        over the screens has the name."""
        self._wide = names
        ui = self._ui
        parts = (
            ui.connection_name,
            ui.connection_state,
            ui.connection_state_icon,
            ui.connection_more,
        )
        for label in parts:
            label.setVisible(names)
        ui.connection_kind.setVisible(names and bool(ui.connection_kind.text()))
        ui.here.setVisible(not names)

    def menu_place(self) -> QPoint:
        """Where the list of connections opens."""
        if self._wide:
            return self._ui.connection.mapToGlobal(QPoint(8, self._ui.connection.height()))
        return self._ui.here.mapToGlobal(QPoint(0, self._ui.here.height() + 2))

    def say(self) -> None:
        """Say how it stands now."""
        session = self._context.session
        view = view_of(session)
        ui = self._ui
        ui.connection_name.setText(view.name)
        ui.connection_kind.setText(view.kind)
        ui.connection_state.setText(view.state)
        ui.here_name.setText(view.name)
        told = [text for text in (view.name, view.kind, view.state) if text]
        for chip in (ui.connection, ui.here):
            chip.setToolTip(tooltip("\n".join([*told, view.place])))
            chip.setAccessibleName(", ".join(told))
        self._say_access(view)
        ui.production_bar.setVisible(session.production)
        ui.lost.setVisible(session.state is State.LOST)
        if session.error is not None:
            found = explain(session.error)
            ui.lost.setToolTip(tooltip(f"{found.title}\n{found.meaning}"))
        self.show_names(self._wide)
        self.colour()

    def _say_access(self, view: ConnectionView) -> None:
        """Say what one may do, and whether it concerns real shops: that in every state."""
        ui, production = self._ui, self._context.session.production
        concerns = self.tr("Production: changes here concern real shops") if production else ""
        ui.production_bar.setToolTip(concerns)
        ui.production.setVisible(production)
        ui.access.setVisible(production or bool(view.access))
        ui.access_icon.setVisible(bool(view.access))
        ui.access_text.setText(view.access)
        tips = [text for text in (view.access, view.access_tooltip, concerns) if text]
        ui.access.setToolTip(tooltip("\n".join(tips)))
        said = [text for text in (ui.production.text() if production else "", view.access) if text]
        ui.access.setAccessibleName(", ".join(said))
        ui.access.setAccessibleDescription(view.access_tooltip)
        ui.access.setProperty("production", production)
        restyle(ui.access, ui.production, ui.access_text)

    def say_lost(self, shown_of: str) -> None:
        """Say of when what is shown is, while the connection is away."""
        title = self.tr("The connection to the database is lost.")
        meaning = fill(
            self.tr("What you see was read at %1. It is tried again every few seconds."), shown_of
        )
        self._ui.lost_text.setText(f"{title} {meaning}" if shown_of else title)

    @Slot()
    def colour(self) -> None:
        """Draw the icons in the colours of the theme."""
        session = self._context.session
        icons = self._context.theme.icons
        view = view_of(session)
        ui = self._ui
        ratio = ui.connection_icon.devicePixelRatio()
        ink = "error" if session.production or view.state_ink == "error" else "muted"
        ui.connection_icon.setPixmap(icons.pixmap("database", ink, _ICON, ratio))
        state = icons.pixmap(view.state_icon, view.state_ink, _SMALL, ratio)
        more = icons.pixmap("chevron_down", "muted", _SMALL, ratio)
        for label, picture in (
            (ui.connection_state_icon, state),
            (ui.here_state, state),
            (ui.connection_more, more),
            (ui.here_more, more),
        ):
            label.setPixmap(picture)
        ui.refresh.setIcon(icons.icon("refresh", "text", size=16))
        ui.settings.setIcon(icons.icon("settings", "muted", size=18))
        ui.news.setIcon(icons.icon("bell", "accent", size=16))
        ui.lost_icon.setPixmap(icons.pixmap("unplugged", "error", 18, ratio))
        if view.access_icon:
            ink = "error" if session.production else "muted"
            ui.access_icon.setPixmap(icons.pixmap(view.access_icon, ink, _SMALL, ratio))
