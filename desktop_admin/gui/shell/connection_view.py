"""What the window says of its connection: name, kind, state, and whether it may be written."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop_admin.gui.session import Session, State
from desktop_admin.gui.text import one_line
from desktop_admin.sources.base import ReadOnlyReason, SourceKind


@dataclass(frozen=True, slots=True)
class ConnectionView:
    """The words, icons and colours for one state of a connection."""

    name: str
    kind: str
    place: str
    state: str
    state_icon: str
    state_ink: str
    #: Empty while nothing is connected.
    access: str = ""
    access_icon: str = ""
    access_tooltip: str = ""


def view_of(session: Session) -> ConnectionView:
    """What to say of `session` now."""
    name = one_line(session.name)
    info = session.info
    if session.state is State.NONE:
        none = QCoreApplication.translate("Connection", "No connection")
        choose = QCoreApplication.translate("Connection", "Choose a database")
        return ConnectionView(none, "", "", choose, "unplugged", "muted")
    if session.state is State.OPENING:
        state = QCoreApplication.translate("Connection", "Connecting…")
        return ConnectionView(name, "", name, state, "hourglass", "muted")
    if session.state is State.FAILED or info is None:
        state = QCoreApplication.translate("Connection", "Not connected")
        return ConnectionView(name, "", name, state, "unplugged", "error")
    if session.state is State.LOST:
        state = QCoreApplication.translate("Connection", "Connection lost")
        kind = kind_name(info.kind)
        return ConnectionView(name, kind, name, state, "unplugged", "error")
    connected = QCoreApplication.translate("Connection", "Connected")
    access = QCoreApplication.translate("Connection", "Read and write")
    if info.read_only is not None:
        access = QCoreApplication.translate("Connection", "Read only")
    return ConnectionView(
        name=name,
        kind=kind_name(info.kind),
        place=f"{one_line(info.engine)}\n{one_line(info.place)}",
        state=connected,
        state_icon="good",
        state_ink="good",
        access=access,
        access_icon="pencil" if info.read_only is None else "lock",
        access_tooltip=why(info.read_only),
    )


def kind_name(kind: SourceKind) -> str:
    """What kind of database this is, as people call it."""
    return {
        SourceKind.DEMO: QCoreApplication.translate("Connection", "Demo"),
        SourceKind.SQLITE: "SQLite",
        SourceKind.POSTGRESQL: "PostgreSQL",
        SourceKind.MYSQL: "MySQL / MariaDB",
    }[kind]


def why(reason: ReadOnlyReason | None) -> str:
    """Why nothing can be changed over this connection, and what would help."""
    if reason is None:
        return QCoreApplication.translate("Connection", "Changes can be made, and undone.")
    return {
        ReadOnlyReason.CHOSEN: QCoreApplication.translate(
            "Connection", "This connection was set up for reading only."
        ),
        ReadOnlyReason.NETWORK_SHARE: QCoreApplication.translate(
            "Connection",
            "The file lies on a network share, where two PCs writing to it would damage it.",
        ),
        ReadOnlyReason.FILE_RIGHTS: QCoreApplication.translate(
            "Connection", "You may read the file, but not write to it."
        ),
        ReadOnlyReason.NOT_PREPARED: QCoreApplication.translate(
            "Connection",
            "This database is not prepared for changes yet: everything can be read, "
            "nothing changed.",
        ),
        ReadOnlyReason.RIGHTS: QCoreApplication.translate(
            "Connection", "This login may read the database, but not write to it."
        ),
        ReadOnlyReason.SERVER: QCoreApplication.translate(
            "Connection",
            "This server takes no changes: it is a copy that follows another one, or was set to "
            "be read only. Connect to the main server to make changes.",
        ),
    }[reason]
