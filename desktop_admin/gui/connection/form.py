"""The form of one connection: what is typed, what each kind asks for, and what is wrong."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QDir, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QWidget

from desktop_admin.credentials import WhyNot
from desktop_admin.gui._built.ui_connection_form import Ui_ConnectionForm
from desktop_admin.gui.connection.drafts import PORTS, Draft, Encryption, Field, Problem
from desktop_admin.gui.connection.entries import kind_label
from desktop_admin.gui.theme import Theme
from desktop_admin.gui.widgets.restyle import restyle
from desktop_admin.gui.widgets.segments import Segments
from desktop_admin.sources.base import SourceKind

KINDS = (SourceKind.SQLITE, SourceKind.POSTGRESQL, SourceKind.MYSQL)
_THIS_PC = frozenset({"localhost", "127.0.0.1", "::1"})


class Kinds(Segments):
    """One button for each kind of connection, side by side."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "", parent)
        self.setAccessibleName(self.tr("Kind of connection"))
        self.offer({kind.value: kind_label(kind) for kind in KINDS}, "")
        self.row.addStretch(1)


class ConnectionForm(QWidget):
    """Shows a draft and gives back what became of it."""

    #: Something was typed or chosen.
    edited = Signal()

    def __init__(self, theme: Theme, not_stored: WhyNot | None, parent: QWidget) -> None:
        """`not_stored` tells why passwords last for this session only; None where they stay."""
        super().__init__(parent)
        self._ui = Ui_ConnectionForm()
        self._ui.setupUi(self)
        self._theme = theme
        self._base = Draft()
        self._kind = self._base.kind
        self._encryptions: list[Encryption] = []
        #: While a draft is shown, nothing that changes was changed by anybody.
        self._showing = False
        self.kinds = Kinds(theme, self)
        self._ui.page.insertWidget(0, self.kinds)
        self._ui.password_note.setText(self._where_passwords_go(not_stored))
        self._connect()
        theme.changed.connect(self._colour)
        self._colour()

    @property
    def stops(self) -> list[QWidget]:
        """Everything the Tab key stops at, in its order."""
        ui = self._ui
        return [
            *self.kinds.buttons.values(),
            ui.name,
            ui.file,
            ui.choose_file,
            ui.host,
            ui.port,
            ui.database,
            ui.user,
            ui.password,
            ui.show_password,
            ui.encryption,
            ui.authority,
            ui.choose_authority,
            ui.read_write,
            ui.read_only,
            ui.production,
        ]

    def show_draft(self, draft: Draft, *, password_kept: bool) -> None:
        """Show `draft`; `password_kept`: none need be typed."""
        self._showing = True
        ui = self._ui
        self._base, self._kind = draft, draft.kind
        self.kinds.buttons[draft.kind.value].setChecked(True)
        for field, text in (
            (ui.name, draft.name),
            (ui.file, QDir.toNativeSeparators(draft.file)),
            (ui.host, draft.host),
            (ui.port, draft.port),
            (ui.database, draft.database),
            (ui.user, draft.user),
            (ui.password, draft.password or ""),
            (ui.authority, QDir.toNativeSeparators(draft.ca_file)),
        ):
            field.setText(text)
            field.setCursorPosition(0)
        ui.password.setPlaceholderText(self.tr("Unchanged") if password_kept else "")
        ui.show_password.setChecked(False)
        self._offer_encryptions(draft.encryption)
        ui.read_only.setChecked(draft.read_only)
        ui.read_write.setChecked(not draft.read_only)
        ui.production.setChecked(draft.production)
        self._showing = False
        self.show_problems({})
        self._fit()

    def draft(self) -> Draft:
        """What stands in the form."""
        ui = self._ui
        return replace(
            self._base,
            kind=self._kind,
            name=ui.name.text(),
            file=QDir.fromNativeSeparators(ui.file.text()),
            host=ui.host.text(),
            port=ui.port.text(),
            database=ui.database.text(),
            user=ui.user.text(),
            password=ui.password.text() or None,
            encryption=self._encryptions[max(0, ui.encryption.currentIndex())],
            ca_file=QDir.fromNativeSeparators(ui.authority.text()),
            read_only=ui.read_only.isChecked(),
            production=ui.production.isChecked(),
            query=self._base.query if self._kind is self._base.kind else "",
        )

    def show_problems(self, problems: Mapping[Field, Problem]) -> None:
        """Say below each field what is wrong with it."""
        for field, (edit, label) in self._places().items():
            problem = problems.get(field)
            label.setText(self._say(problem) if problem else "")
            label.setVisible(problem is not None)
            _mark(edit, wrong=problem is not None)
            edit.setAccessibleDescription(label.text())
        if problems.get(Field.SERVER) is Problem.PORT_STRANGE:
            _mark(self._ui.host, wrong=False)
            _mark(self._ui.port, wrong=True)
        else:
            _mark(self._ui.port, wrong=False)

    def focus(self, problems: Mapping[Field, Problem]) -> QWidget:
        """Put the cursor into the first field that has a problem, else into the first one."""
        places = self._places()
        first = next((field for field in places if field in problems), Field.NAME)
        edit: QWidget = places[first][0]
        if problems.get(first) is Problem.PORT_STRANGE:
            edit = self._ui.port
        edit.setFocus()
        return edit

    def focus_password(self) -> None:
        """Put the cursor where the password is typed."""
        self._ui.password.setFocus()

    def _places(self) -> dict[Field, tuple[QLineEdit, QLabel]]:
        ui = self._ui
        return {
            Field.NAME: (ui.name, ui.name_problem),
            Field.FILE: (ui.file, ui.file_problem),
            Field.SERVER: (ui.host, ui.server_problem),
            Field.DATABASE: (ui.database, ui.database_problem),
            Field.AUTHORITY: (ui.authority, ui.authority_problem),
        }

    def _connect(self) -> None:
        ui = self._ui
        for edit in self.findChildren(QLineEdit):
            edit.textChanged.connect(self._changed)
        ui.encryption.currentIndexChanged.connect(self._changed)
        ui.read_only.toggled.connect(self._changed)
        ui.production.toggled.connect(self._changed)
        self.kinds.chosen.connect(self._choose_kind)
        ui.show_password.toggled.connect(self._show_password)
        ui.choose_file.clicked.connect(self._choose_file)
        ui.choose_authority.clicked.connect(self._choose_authority)

    @Slot()
    def _changed(self) -> None:
        if self._showing:
            return
        self._fit()
        self.edited.emit()

    @Slot(str)
    def _choose_kind(self, key: str) -> None:
        self._kind = SourceKind(key)
        self._offer_encryptions(self._encryptions[max(0, self._ui.encryption.currentIndex())])
        self._changed()

    @Slot(bool)
    def _show_password(self, shown: bool) -> None:
        modes = QLineEdit.EchoMode
        self._ui.password.setEchoMode(modes.Normal if shown else modes.Password)
        self._colour()

    @Slot()
    def _choose_file(self) -> None:
        kinds = self.tr("SQLite databases (*.sqlite3 *.sqlite *.db);;All files (*)")
        self._choose(self._ui.file, self.tr("Choose the database file"), kinds)

    @Slot()
    def _choose_authority(self) -> None:
        kinds = self.tr("Certificates (*.pem *.crt *.cer);;All files (*)")
        self._choose(self._ui.authority, self.tr("Choose the certificate"), kinds)

    def _choose(self, edit: QLineEdit, title: str, kinds: str) -> None:
        typed = edit.text().strip()
        folder = str(Path(typed).parent) if typed else ""
        path, _ = QFileDialog.getOpenFileName(self, title, folder, kinds)
        if path:
            edit.setText(QDir.toNativeSeparators(path))

    def _offer_encryptions(self, chosen: Encryption) -> None:
        """The choices of this kind; what an address says in its own words only where it does."""
        names = {
            Encryption.VERIFIED: self.tr("Required, certificate verified"),
            Encryption.OWN_AUTHORITY: self.tr("Required, with a certificate of your own authority"),
            Encryption.OFF: self.tr("None"),
        }
        if Encryption.AS_WRITTEN in (chosen, self._base.encryption) and self._base.query:
            names[Encryption.AS_WRITTEN] = self._base.query
        combo = self._ui.encryption
        showing, self._showing = self._showing, True
        self._encryptions = list(names)
        combo.clear()
        combo.addItems(list(names.values()))
        found = chosen if chosen in names else Encryption.VERIFIED
        combo.setCurrentIndex(self._encryptions.index(found))
        self._showing = showing

    def _fit(self) -> None:
        """Ask for what this kind of connection needs, and say what each choice means."""
        ui = self._ui
        server = self._kind in PORTS
        draft = self.draft()
        own = server and draft.encryption is Encryption.OWN_AUTHORITY
        for row, wanted in (
            (ui.file_row, not server),
            (ui.server_row, server),
            (ui.database_row, server),
            (ui.user_row, server),
            (ui.password_row, server),
            (ui.encryption_row, server),
            (ui.authority_row, own),
        ):
            ui.fields.setRowVisible(row, wanted)
        ui.port.setPlaceholderText(str(PORTS.get(self._kind, "")))
        off = draft.encryption is Encryption.OFF
        local = draft.host.strip().lower() in _THIS_PC
        if local:
            note = self.tr("This server is this PC: what is sent does not leave it.")
        elif off:
            note = self.tr(
                "Whoever listens on the network can read along, the password too. Only for a "
                "network of your own."
            )
        else:
            note = ""
        _role(ui.encryption_note, "warning" if off and not local else "caption")
        ui.encryption_note.setText(note)
        ui.encryption_note.setVisible(bool(note))

    def _where_passwords_go(self, not_stored: WhyNot | None) -> str:
        if not_stored is WhyNot.NO_STORE:
            return self.tr("Only for this session: this PC has no store for passwords.")
        if not_stored is WhyNot.REFUSED:
            return self.tr("Only for this session: this PC’s store for passwords refuses.")
        if sys.platform == "win32":
            return self.tr("Kept by Windows, never in a file.")
        return self.tr("Kept by the system’s credential store, never in a file.")

    def _say(self, problem: Problem) -> str:
        return {
            Problem.NAME_EMPTY: self.tr("Give it a name, by which you will find it again."),
            Problem.NAME_TAKEN: self.tr("Another connection has this name already."),
            Problem.NAME_RESERVED: self.tr("This name is reserved. Choose another one."),
            Problem.FILE_EMPTY: self.tr("Choose the file of the database."),
            Problem.FILE_NOT_WHOLE: self.tr("Give the whole path, with its drive and folders."),
            Problem.SERVER_EMPTY: self.tr("Give the name or the address of the server."),
            Problem.SERVER_STRANGE: self.tr(
                "Only the name or the address, for example db.boutiques.example."
            ),
            Problem.PORT_STRANGE: self.tr("A port is a number from 1 to 65535."),
            Problem.DATABASE_EMPTY: self.tr("Give the name of the database on the server."),
            Problem.AUTHORITY_EMPTY: self.tr("Choose the file of the certificate."),
        }[problem]

    @Slot()
    def _colour(self) -> None:
        shown = self._ui.show_password.isChecked()
        icon = self._theme.icons.icon("eye_off" if shown else "eye", "muted", size=16)
        self._ui.show_password.setIcon(icon)


def _mark(edit: QLineEdit, *, wrong: bool) -> None:
    if bool(edit.property("wrong")) is not wrong:
        edit.setProperty("wrong", wrong)
        restyle(edit)


def _role(label: QLabel, role: str) -> None:
    if label.property("role") != role:
        label.setProperty("role", role)
        restyle(label)
