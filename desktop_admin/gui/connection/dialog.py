"""Choosing, making, testing and saving connections."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QModelIndex, QSize, QTimer, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from desktop_admin import opening
from desktop_admin.credentials import Passwords
from desktop_admin.gui._built.ui_connection_dialog import Ui_ConnectionDialog
from desktop_admin.gui.connection.drafts import Field, Problem
from desktop_admin.gui.connection.entries import ConnectionList, Entry, EntryDelegate
from desktop_admin.gui.connection.fitting import fit_screen, show_whole
from desktop_admin.gui.connection.form import ConnectionForm
from desktop_admin.gui.connection.keeper import Keeper
from desktop_admin.gui.connection.result import ConnectionResult
from desktop_admin.gui.connection.saving import Connections, Edit
from desktop_admin.gui.connection.trying import Examine, Trial, examine_draft
from desktop_admin.gui.connection.words import Verdict
from desktop_admin.gui.context import Context
from desktop_admin.gui.text import fill, one_line
from desktop_admin.gui.widgets.question import Answer, Question, Weight

SIZE = QSize(820, 660)
SMALLEST = QSize(640, 420)


class ConnectionDialog(QDialog):
    """One's connections on the left, the form of one of them on the right.

    What is typed stays a draft of its connection while one looks at others. Accepted, `chosen`
    says what to open: `opening.DEMO`, or the name of a saved connection."""

    #: The settings were written; holds them as they are now.
    saved = Signal(object)

    def __init__(
        self,
        context: Context,
        connections: Connections,
        passwords: Passwords,
        *,
        current: str = "",
        new: bool = False,
        examine: Examine = examine_draft,
        parent: QWidget | None = None,
    ) -> None:
        """Begin at the connection called `current` or, with `new`, at one that is not saved
        yet. Raises `OSError` where the settings cannot be read."""
        super().__init__(parent)
        self._ui = Ui_ConnectionDialog()
        self._ui.setupUi(self)
        self.setMinimumSize(SMALLEST)
        fit_screen(self, SIZE)
        self._context, self._passwords = context, passwords
        self.trial = Trial(context, examine, self)
        self.keeper = Keeper(context.jobs, connections, passwords, self)
        #: What to open, once accepted.
        self.chosen: str | None = None
        #: The fields one was told of: they are judged again with every key.
        self._told: frozenset[Field] = frozenset()
        self.list = ConnectionList(list(map(Entry.of, connections.load().connections)), self)
        self.form = ConnectionForm(context.theme, passwords.why_not_stored, self._ui.form_page)
        self.outcome = ConnectionResult(context.theme, self._ui.form_page)
        self._put_together()
        if new or not self.list.entries:
            self._add()
        else:
            names = [entry.name for entry in self.list.entries]
            self._select(names.index(current) + 1 if current in names else 1)
        if current == opening.DEMO:
            self._select(0)

    def ask_password(self) -> None:
        """Begin with the password: it was wrong, or never kept."""
        if self._entry is not None:
            self.form.focus_password()

    def reject(self) -> None:
        """Close without opening anything; what is not saved is asked about."""
        if self.keeper.busy:
            return
        dirty = [entry for entry in self.list.entries if entry.dirty]
        if not dirty:
            self._stop_test()
            super().reject()
            return
        Question(
            self._context.theme,
            self,
            self.tr("Discard what is not saved?"),
            self._names(dirty),
            [
                Answer("back", self.tr("Keep editing"), Weight.STAY),
                Answer("discard", self.tr("Discard"), Weight.LOSS),
            ],
            self._reject_answered,
        ).open()

    def _reject_answered(self, key: str) -> None:
        if key == "discard":
            self._stop_test()
            super().reject()

    def _put_together(self) -> None:
        ui = self._ui
        ui.list.setModel(self.list)
        ui.list.setItemDelegate(EntryDelegate(self._context.theme, ui.list))
        ui.list.setMouseTracking(True)
        ui.form_lines.insertWidget(0, self.form)
        ui.form_lines.insertWidget(1, self.outcome)
        ui.list.selectionModel().currentChanged.connect(self._current_changed)
        ui.new_connection.clicked.connect(self._add)
        ui.delete_connection.clicked.connect(self._delete)
        ui.test.clicked.connect(self._test)
        ui.cancel.clicked.connect(self.reject)
        ui.open.clicked.connect(self._open)
        self.form.edited.connect(self._edited)
        self.trial.said.connect(self._say_outcome)
        self.trial.changed.connect(self._say_buttons)
        self.keeper.changed.connect(self._say_buttons)
        self.keeper.failed.connect(self._say_outcome)
        self.keeper.saved.connect(self.saved)
        self._context.theme.changed.connect(self._colour)
        footer = [ui.delete_connection, ui.test, ui.cancel, ui.open]
        order = [ui.list, ui.new_connection, *self.form.stops, self.outcome.stop, *footer]
        for one, after in pairwise(order):
            QWidget.setTabOrder(one, after)
        self._colour()

    # Which connection one looks at.

    @property
    def _entry(self) -> Entry | None:
        return self.list.entry(self._ui.list.currentIndex().row())

    def _select(self, row: int) -> None:
        self._ui.list.setCurrentIndex(self.list.index(row))

    @Slot()
    def _add(self) -> None:
        """A new connection, or the one that nobody has typed anything into yet."""
        for row, entry in enumerate(self.list.entries, start=1):
            if entry.saved is None and not entry.dirty:
                self._select(row)
                break
        else:
            self._select(self.list.add(Entry()))
        self.form.focus({})

    @Slot(QModelIndex, QModelIndex)
    def _current_changed(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        self._show_current()

    def _show_current(self) -> None:
        ui, entry = self._ui, self._entry
        self._stop_test()
        self.outcome.say(None)
        self._told = frozenset()
        ui.demo_page.setVisible(entry is None)
        ui.form_page.setVisible(entry is not None)
        if entry is not None:
            kept = entry.saved is not None and self._passwords.may_know(entry.saved.url)
            self.form.show_draft(entry.draft, password_kept=kept)
        ui.scroll.verticalScrollBar().setValue(0)
        self._say_buttons()

    @Slot()
    def _edited(self) -> None:
        entry = self._entry
        if entry is None:
            return
        self.list.edit(entry, self.form.draft())
        self._stop_test()
        self.outcome.say(None)
        found = entry.draft.problems(self._others(entry))
        self.form.show_problems({field: found[field] for field in self._told & found.keys()})
        self._say_buttons()

    def _others(self, entry: Entry) -> list[str]:
        return [other.draft.name for other in self.list.entries if other is not entry]

    def _tell(self, problems: Mapping[Field, Problem]) -> None:
        """Say what has to be mended, and go there."""
        self._told = frozenset(problems)
        self.form.show_problems(problems)
        self._ui.scroll.ensureWidgetVisible(self.form.focus(problems))

    # Testing.

    @Slot()
    def _test(self) -> None:
        entry = self._entry
        if self.trial.running:
            self._stop_test()
        elif entry is not None:
            problems = entry.draft.problems_of_address()
            if problems:
                self._tell(problems)
            else:
                self.trial.start(entry.saved, entry.draft, self._passwords)

    def _stop_test(self) -> None:
        if self.trial.running:
            self.outcome.say(None)
            self.trial.stop()

    @Slot(object, str)
    def _say_outcome(self, said: Verdict, details: str = "") -> None:
        self.outcome.say(said, details)
        # Its place is known only after the layout has made it.
        place = (self._ui.scroll, self._ui.right, self.outcome)
        QTimer.singleShot(0, self, partial(show_whole, self, *place))

    # Saving, opening, deleting.

    @Slot()
    def _open(self) -> None:
        entry = self._entry
        if entry is not None:
            problems = entry.draft.problems(self._others(entry))
            if problems:
                self._tell(problems)
                return
        others = [one for one in self.list.entries if one.dirty and one is not entry]
        if not others:
            self._store([entry] if entry is not None and entry.dirty else [])
            return
        Question(
            self._context.theme,
            self,
            self.tr("Save the other connections too?"),
            self._names(others),
            [
                Answer("all", self.tr("Save all"), Weight.DO),
                Answer("one", self.tr("Only this one"), Weight.LOSS),
                Answer("back", self.tr("Keep editing"), Weight.STAY),
            ],
            self._others_answered,
        ).open()

    def _others_answered(self, key: str) -> None:
        entry = self._entry
        if key == "one":
            self._store([entry] if entry is not None and entry.dirty else [])
        elif key == "all":
            dirty = [one for one in self.list.entries if one.dirty]
            for one in dirty:
                problems = one.draft.problems(self._others(one))
                if problems:
                    self._select(self.list.row_of(one))
                    self._tell(problems)
                    return
            self._store(dirty)

    def _store(self, entries: Sequence[Entry]) -> None:
        entry = self._entry
        name = opening.DEMO if entry is None else entry.draft.name.strip()
        self._stop_test()
        if entries:
            edits = [Edit(one.saved, one.draft) for one in entries]
            self.keeper.store(edits, partial(self._leave, name))
        else:
            self._leave(name)

    def _leave(self, name: str) -> None:
        self.chosen = name
        self.accept()

    @Slot()
    def _delete(self) -> None:
        entry = self._entry
        if entry is None:
            return
        if entry.saved is None:
            self._take(entry)
            return
        Question(
            self._context.theme,
            self,
            fill(self.tr("Delete the connection “%1”?"), one_line(entry.saved.name)),
            self.tr("Its password is forgotten too. The database itself is not touched."),
            [
                Answer("back", self.tr("Keep it"), Weight.STAY),
                Answer("delete", self.tr("Delete"), Weight.LOSS),
            ],
            partial(self._delete_answered, entry),
        ).open()

    def _delete_answered(self, entry: Entry, key: str) -> None:
        if key == "delete" and entry.saved is not None:
            self.keeper.remove(entry.saved.name, partial(self._take, entry))

    def _take(self, entry: Entry) -> None:
        row = self.list.row_of(entry)
        self.list.take(entry)
        self._select(min(row, self.list.rowCount() - 1))
        self._show_current()

    # What the buttons say.

    def _names(self, entries: Sequence[Entry]) -> str:
        return ", ".join(entry.name for entry in entries)

    @Slot()
    def _say_buttons(self) -> None:
        ui, entry = self._ui, self._entry
        ui.test.setVisible(entry is not None)
        tested = self.outcome.verdict is not None
        if self.trial.running:
            ui.test.setText(self.tr("S&top the test"))
        else:
            ui.test.setText(self.tr("&Test again") if tested else self.tr("&Test"))
        ui.delete_connection.setVisible(entry is not None)
        changed = entry is not None and entry.dirty
        new = entry is not None and entry.saved is None
        ui.open.setText(self.tr("Save and open") if changed or new else self.tr("Open"))
        for widget in (ui.open, ui.delete_connection, ui.test, ui.side, self.form):
            widget.setEnabled(not self.keeper.busy)

    @Slot()
    def _colour(self) -> None:
        icons, ui = self._context.theme.icons, self._ui
        ui.new_connection.setIcon(icons.icon("plus", "text", size=16))
        ui.delete_connection.setIcon(icons.icon("trash", "error", size=16))
        ui.test.setIcon(icons.icon("plug", "text", size=16))
        ui.list.viewport().update()
