"""Connections, offscreen: made, tested, saved, renamed and deleted, by mouse and by keys alone."""

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_admin.credentials import SERVICE, Passwords
from desktop_admin.gui.app import Parts
from desktop_admin.gui.connection.dialog import SMALLEST, ConnectionDialog
from desktop_admin.gui.connection.drafts import Draft, Encryption
from desktop_admin.gui.connection.entries import ConnectionList, Entry, Role
from desktop_admin.gui.connection.form import ConnectionForm
from desktop_admin.gui.connection.prepare import PrepareDialog
from desktop_admin.gui.connection.trying import Try, examine_draft
from desktop_admin.gui.connection.welcome import WelcomePage
from desktop_admin.gui.connection.words import Tone, Verdict, verdict
from desktop_admin.gui.widgets.question import Question
from desktop_admin.settings import Connection
from desktop_admin.sources.base import (
    Busy,
    CannotConnect,
    NotAsExpected,
    ReadOnlyReason,
    Refused,
    Report,
    SourceError,
    SourceInfo,
    SourceKind,
)
from desktop_admin.sources.examination import Counts, Examination, Step, StepState
from desktop_admin.sources.sql.source import open_sql
from tests.conftest import ExpectLog
from tests.gui.fakes import NOW, FakeSource
from tests.gui.test_drafts import FULL, GOMA, KIN, Shelf
from tests.gui.windows import child, label_text, rested, window_over
from tests.servers import Access, PostgresServer
from tests.servers.fixtures import database_on
from tests.shops import make_shop
from tests.test_credentials import MemoryStore

COPY = Connection("Copie d’octobre", "sqlite:////data/copy.sqlite3", read_only=True)
SERVER_STEPS = tuple(step for step in Step if step is not Step.FILE)


def went_well(**others: Any) -> Examination:
    found = Examination(
        SourceKind.POSTGRESQL,
        tuple((step, StepState.OK) for step in SERVER_STEPS),
        reached_ms=34.2,
        tls="TLSv1.3",
        engine="PostgreSQL 15.18",
        counts=Counts(8, 21, 48_213, 197, NOW - timedelta(minutes=12)),
        prepared=True,
        may_prepare=True,
    )
    return replace(found, **others)


def failed(step: Step, error: SourceError, **others: Any) -> Examination:
    place = SERVER_STEPS.index(step) if step in SERVER_STEPS else 0
    states: list[tuple[Step, StepState]] = []
    states += [(one, StepState.OK) for one in SERVER_STEPS[:place]]
    states += [(step, StepState.FAILED)]
    return Examination(SourceKind.POSTGRESQL, tuple(states), error, **others)


@dataclass
class Road:
    """Answers every test with one examination; `gate` keeps it on the way."""

    found: Examination = field(default_factory=went_well)
    gate: threading.Event | None = None
    tried: list[Try] = field(default_factory=list)
    passwords: list[str | None] = field(default_factory=list)
    cancelled: bool = False

    def examine(self, wanted: Try, report: Report) -> Examination:
        self.tried.append(wanted)
        self.passwords.append(wanted.password)
        while self.gate is not None and not self.gate.wait(0.01):
            try:
                report(None)  # type: ignore[arg-type]  # only asked whether to stop
            except BaseException:
                self.cancelled = True
                raise
        return self.found


@dataclass
class Desk:
    """A dialog with everything it stands on."""

    qtbot: QtBot
    parts: Parts
    shelf: Shelf
    vault: MemoryStore
    road: Road
    dialog: ConnectionDialog

    def wait(self) -> None:
        rested(self.qtbot, self.parts)

    def press(self, name: str) -> None:
        child(self.dialog, QPushButton, name).click()

    def type(self, name: str, text: str) -> None:
        edit = child(self.dialog, QLineEdit, name)
        edit.setFocus()
        edit.selectAll()
        QTest.keyClicks(edit, text) if text else QTest.keyClick(edit, Qt.Key.Key_Delete)

    def select(self, row: int) -> None:
        view = child(self.dialog, QListView, "list")
        view.setCurrentIndex(view.model().index(row, 0))

    def rows(self) -> list[str]:
        model = self.dialog.list
        return [str(model.index(row).data()) for row in range(model.rowCount())]

    def answer(self, key: str) -> None:
        self.question.answer(key)

    @property
    def question(self) -> Question:
        found = [one for one in self.dialog.findChildren(Question) if one.isVisible()]
        assert len(found) == 1
        return found[0]

    @property
    def asked(self) -> bool:
        return any(one.isVisible() for one in self.dialog.findChildren(Question))

    @property
    def said(self) -> Verdict:
        said = self.dialog.outcome.verdict
        assert said is not None
        return said

    def tone(self) -> Tone:
        return self.said.tone


class Desks:
    """Makes dialogs over one window, and takes them down."""

    def __init__(self, qtbot: QtBot, parts: Parts) -> None:
        self.qtbot, self.parts = qtbot, parts
        self.made: list[QDialog] = []

    def open(
        self,
        *saved: Connection,
        vault: MemoryStore | None = None,
        road: Road | None = None,
        stored: bool = True,
        **options: Any,
    ) -> Desk:
        shelf, vault, road = Shelf(*saved), vault or MemoryStore(), road or Road()
        dialog = ConnectionDialog(
            self.parts.context,
            shelf.connections,
            Passwords(vault if stored else None),
            examine=options.pop("examine", road.examine),
            parent=self.parts.window,
            **options,
        )
        self.made.append(dialog)
        dialog.open()
        self.qtbot.waitExposed(dialog)
        return Desk(self.qtbot, self.parts, shelf, vault, road, dialog)


@pytest.fixture
def parts(qtbot: QtBot) -> Iterator[Parts]:
    with window_over(qtbot, FakeSource(), language="en") as made:
        rested(qtbot, made)
        yield made


@pytest.fixture
def desks(qtbot: QtBot, parts: Parts) -> Iterator[Desks]:
    made = Desks(qtbot, parts)
    yield made
    for dialog in made.made:
        dialog.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_the_demo_stands_first_and_cannot_be_edited(desks: Desks) -> None:
    desk = desks.open(KIN, COPY, current="demo")
    assert desk.rows()[1:] == ["Kinshasa", "Copie d’octobre"]
    assert not child(desk.dialog, QWidget, "form_page").isVisible()
    assert not child(desk.dialog, QPushButton, "test").isVisible()
    assert not child(desk.dialog, QPushButton, "delete_connection").isVisible()
    desk.press("open")
    assert desk.dialog.chosen == "demo"
    assert desk.dialog.result() == QDialog.DialogCode.Accepted
    assert desk.shelf.names == ["Kinshasa", "Copie d’octobre"]


def test_on_a_small_screen_the_buttons_are_still_seen(desks: Desks) -> None:
    desk = desks.open(KIN)
    room = desk.dialog.screen().availableGeometry().size()
    assert desk.dialog.height() <= room.height()
    desk.dialog.resize(SMALLEST)
    bottom = child(desk.dialog, QPushButton, "open")
    assert bottom.mapTo(desk.dialog, bottom.rect().bottomRight()).y() < desk.dialog.height()


def test_each_kind_asks_for_what_it_needs(desks: Desks) -> None:
    desk = desks.open(KIN, COPY, current="Kinshasa")

    def visible(name: str) -> bool:
        return child(desk.dialog, QWidget, name).isVisible()

    assert [visible(name) for name in ("host", "user", "password", "encryption")] == [True] * 4
    assert not visible("file")
    desk.dialog.form.kinds.choose("mysql")
    assert child(desk.dialog, QLineEdit, "port").placeholderText() == "3306"
    desk.dialog.form.kinds.choose("sqlite")
    assert visible("file")
    assert not any(visible(name) for name in ("host", "user", "password", "encryption"))
    desk.dialog.form.kinds.choose("postgresql")
    assert child(desk.dialog, QLineEdit, "host").text() == "db.example"


def test_the_list_tells_production_reading_and_what_is_not_saved(desks: Desks) -> None:
    desk = desks.open(KIN, COPY)
    model = desk.dialog.list
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    assert model.index(1).data(Role.PRODUCTION)
    assert "Production" in model.index(1).data(Role.CAPTION)
    assert "read only" in model.index(2).data(Role.CAPTION)
    assert "Not saved" not in model.index(1).data(Role.CAPTION)
    desk.type("database", "other")
    assert "Not saved" in model.index(1).data(Role.CAPTION)
    desk.press("new_connection")
    assert model.rowCount() == 4
    desk.press("delete_connection")
    assert model.rowCount() == 3
    assert not desk.asked


def test_the_model_of_the_list_keeps_its_word(qapp: QApplication) -> None:
    model = ConnectionList([Entry.of(KIN)])
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    entry = Entry()
    assert model.add(entry) == 2
    model.edit(entry, Draft(name="<b>x</b>\ny"))
    assert model.index(2).data() == "<b>x</b> y"
    assert "&lt;b&gt;" in model.index(2).data(Qt.ItemDataRole.ToolTipRole)
    model.take(entry)
    assert model.rowCount() == 2
    tester.deleteLater()
    model.deleteLater()


def test_a_new_connection_is_made_by_keys_alone(desks: Desks) -> None:
    desk = desks.open(KIN, new=True)
    edit = child(desk.dialog, QLineEdit, "name")
    desks.qtbot.waitUntil(edit.hasFocus)
    for text in ("Goma", "db.goma", "5433", "boutiques", "jo"):
        QTest.keyClicks(focused(), text)
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    QTest.keyClicks(focused(), "s3cret")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    desk.wait()
    made = Connection("Goma", "postgresql://jo@db.goma:5433/boutiques")
    assert desk.shelf.settings.connections == (KIN, made)
    assert desk.vault.kept == {(SERVICE, made.url): "s3cret"}
    assert desk.dialog.chosen == "Goma"


def test_escape_opens_nothing_and_saves_nothing(desks: Desks) -> None:
    desk = desks.open(KIN)
    QTest.keyClick(desk.dialog, Qt.Key.Key_Escape)
    assert not desk.dialog.isVisible()
    assert desk.dialog.chosen is None


def test_what_is_wrong_is_said_below_its_field_and_goes_away_when_mended(desks: Desks) -> None:
    desk = desks.open(KIN, new=True)
    desk.press("open")
    assert desk.dialog.isVisible()
    for name in ("name_problem", "server_problem", "database_problem"):
        assert child(desk.dialog, QLabel, name).isVisible()
    assert desk.dialog.focusWidget() is child(desk.dialog, QLineEdit, "name")
    assert child(desk.dialog, QLineEdit, "name").property("wrong")
    desk.type("name", "kinshasa")
    assert "already" in label_text(desk.dialog, "name_problem")
    desk.type("name", "demo")
    assert "reserved" in label_text(desk.dialog, "name_problem")
    desk.type("name", "Goma")
    assert not child(desk.dialog, QLabel, "name_problem").isVisible()
    desk.type("host", "db")
    desk.type("port", "many")
    assert "65535" in label_text(desk.dialog, "server_problem")
    assert child(desk.dialog, QLineEdit, "port").property("wrong")
    assert not child(desk.dialog, QLineEdit, "host").property("wrong")
    assert desk.shelf.names == ["Kinshasa"]


def test_a_file_is_chosen(desks: Desks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = desks.open(new=True)
    desk.dialog.form.kinds.choose("sqlite")
    desk.type("name", "Copy")
    desk.press("open")
    assert child(desk.dialog, QLabel, "file_problem").isVisible()
    path = str(tmp_path / "été.sqlite3")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (path, ""))
    desk.press("choose_file")
    assert not child(desk.dialog, QLabel, "file_problem").isVisible()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    desk.press("choose_file")
    assert child(desk.dialog, QLineEdit, "file").text() == path
    desk.press("open")
    desk.wait()
    assert Draft.of(desk.shelf.settings.connections[0]).file == path


def test_a_renamed_connection_keeps_its_password(desks: Desks) -> None:
    vault = MemoryStore()
    vault.set_password(SERVICE, KIN.url, "s3cret")
    desk = desks.open(KIN, GOMA, vault=vault, current="Kinshasa")
    assert child(desk.dialog, QLineEdit, "password").placeholderText() == "Unchanged"
    desk.type("name", "Production")
    desk.press("open")
    desk.wait()
    assert desk.shelf.names == ["Production", "Goma"]
    assert desk.dialog.chosen == "Production"
    assert vault.kept == {(SERVICE, KIN.url): "s3cret"}


def test_no_password_is_called_kept_that_nobody_kept(desks: Desks) -> None:
    desk = desks.open(KIN)
    assert child(desk.dialog, QLineEdit, "password").placeholderText() == "Unchanged"
    desk = desks.open(KIN, stored=False)
    assert child(desk.dialog, QLineEdit, "password").placeholderText() == ""


def test_one_is_told_where_the_password_goes(desks: Desks) -> None:
    kept = desks.open(KIN)
    assert "never in a file" in label_text(kept.dialog, "password_note")
    lost = desks.open(KIN, stored=False)
    assert "this session" in label_text(lost.dialog, "password_note")


def test_a_password_is_hidden_until_one_asks_for_it(desks: Desks) -> None:
    desk = desks.open(KIN)
    edit = child(desk.dialog, QLineEdit, "password")
    assert edit.echoMode() is QLineEdit.EchoMode.Password
    desk.type("password", "s3cret")
    desk.press("show_password")
    assert edit.echoMode() is QLineEdit.EchoMode.Normal
    desk.select(0)
    desk.select(1)
    assert edit.echoMode() is QLineEdit.EchoMode.Password


def test_no_encryption_is_warned_of_but_not_on_this_pc(desks: Desks) -> None:
    desk = desks.open(Connection("Old", "mysql://root@10.0.0.7/shop?tls=off"))
    note = child(desk.dialog, QLabel, "encryption_note")
    assert note.property("role") == "warning"
    assert note.isVisible()
    desk.type("host", "localhost")
    assert note.property("role") == "caption"
    assert isinstance(desk.dialog.form, ConnectionForm)
    assert desk.dialog.form.draft().encryption is Encryption.OFF


def test_an_own_authority_asks_for_its_certificate(desks: Desks, tmp_path: Path) -> None:
    desk = desks.open(KIN)
    assert not child(desk.dialog, QLineEdit, "authority").isVisible()
    desk.dialog.form._ui.encryption.setCurrentIndex(1)
    assert child(desk.dialog, QLineEdit, "authority").isVisible()
    desk.press("open")
    assert child(desk.dialog, QLabel, "authority_problem").isVisible()
    desk.type("authority", str(tmp_path / "ca.pem"))
    desk.press("open")
    desk.wait()
    assert desk.shelf.settings.connections[0].ca_file == str(tmp_path / "ca.pem")


def test_drafts_survive_while_one_looks_at_others(desks: Desks) -> None:
    desk = desks.open(KIN, GOMA, current="Kinshasa")
    desk.type("host", "db.new")
    desk.type("password", "n3w")
    desk.select(2)
    assert child(desk.dialog, QLineEdit, "host").text() == "goma"
    desk.select(1)
    assert child(desk.dialog, QLineEdit, "host").text() == "db.new"
    assert child(desk.dialog, QLineEdit, "password").text() == "n3w"
    assert desk.shelf.settings.connections == (KIN, GOMA)


@pytest.mark.parametrize(
    ("key", "host", "open_still"), [("all", "db.new", 0), ("one", "db.example", 0), ("back", "", 1)]
)
def test_opening_one_asks_about_drafts_of_others(
    desks: Desks, key: str, host: str, open_still: int
) -> None:
    desk = desks.open(KIN, GOMA, current="Kinshasa")
    desk.type("host", "db.new")
    desk.select(2)
    desk.press("open")
    assert "Kinshasa" in desk.question.meaning
    desk.answer(key)
    desk.wait()
    assert desk.dialog.isVisible() == bool(open_still)
    if not open_still:
        assert desk.dialog.chosen == "Goma"
        assert Draft.of(desk.shelf.settings.connections[0]).host == host


def test_a_draft_that_cannot_be_saved_is_shown_instead(desks: Desks) -> None:
    desk = desks.open(KIN, GOMA, current="Kinshasa")
    desk.type("host", "")
    desk.select(2)
    desk.press("open")
    desk.answer("all")
    desk.wait()
    assert desk.dialog.isVisible()
    assert child(desk.dialog, QLabel, "server_problem").isVisible()
    assert child(desk.dialog, QLineEdit, "name").text() == "Kinshasa"


@pytest.mark.parametrize(("key", "open_still"), [("discard", False), ("back", True)])
def test_leaving_asks_about_what_is_not_saved(desks: Desks, key: str, open_still: bool) -> None:
    desk = desks.open(KIN)
    desk.type("host", "db.new")
    QTest.keyClick(desk.dialog, Qt.Key.Key_Escape)
    assert desk.dialog.isVisible()
    desk.answer(key)
    assert desk.dialog.isVisible() is open_still
    assert desk.shelf.settings.connections == (KIN,)


def test_deleting_is_asked_about_and_forgets_the_password(desks: Desks) -> None:
    vault = MemoryStore()
    vault.set_password(SERVICE, KIN.url, "s3cret")
    desk = desks.open(KIN, GOMA, vault=vault, current="Kinshasa")
    heard: list[object] = []
    desk.dialog.saved.connect(heard.append)
    desk.press("delete_connection")
    assert "Kinshasa" in desk.question.title
    desk.answer("back")
    assert desk.shelf.names == ["Kinshasa", "Goma"]
    desk.press("delete_connection")
    desk.answer("delete")
    desk.wait()
    assert desk.shelf.names == ["Goma"]
    assert vault.kept == {}
    assert desk.rows()[1:] == ["Goma"]
    assert heard == [desk.shelf.settings]
    assert child(desk.dialog, QLineEdit, "name").text() == "Goma"


def test_a_full_disk_is_said_and_nothing_is_lost(desks: Desks) -> None:
    desk = desks.open(KIN)
    desk.shelf.trouble = FULL
    desk.type("host", "db.new")
    desk.press("open")
    desk.wait()
    assert desk.dialog.isVisible()
    assert desk.tone() is Tone.ERROR
    assert "disk is full" in desk.said.advice
    assert child(desk.dialog, QLineEdit, "host").text() == "db.new"
    desk.shelf.trouble = None
    desk.press("open")
    desk.wait()
    assert desk.dialog.chosen == "Kinshasa"


def test_the_settings_cannot_be_written_for_want_of_rights(desks: Desks) -> None:
    desk = desks.open(KIN)

    desk.shelf.trouble = PermissionError(13, "Permission denied", "/etc/settings.toml")
    desk.press("delete_connection")
    desk.answer("delete")
    desk.wait()
    assert "/etc/settings.toml" in desk.said.advice
    assert desk.rows()[1:] == ["Kinshasa"]


def test_a_test_says_what_was_found(desks: Desks) -> None:
    desk = desks.open(KIN)
    desk.type("password", "s3cret")
    desk.press("test")
    assert desk.tone() is Tone.BUSY
    desk.wait()
    assert desk.road.passwords == ["s3cret"]
    assert desk.tone() is Tone.GOOD
    assert "PostgreSQL 15.18" in desk.said.headline
    assert "48,213" in desk.said.headline
    facts = [fact.text for fact in desk.said.facts]
    assert "Server reached in 34 ms" in facts
    assert "Encrypted connection (TLS 1.3)" in facts
    assert any("2026-11-22 11:48" in fact for fact in facts)
    assert child(desk.dialog, QPushButton, "test").text() == "&Test again"
    assert desk.shelf.settings.connections == (KIN,)


def test_all_that_a_test_found_is_seen_as_far_as_the_screen_has_room(desks: Desks) -> None:
    desk = desks.open(KIN)
    desk.dialog.form._ui.encryption.setCurrentIndex(1)
    desk.type("authority", "/ca.pem")
    desk.dialog.resize(SMALLEST)
    desk.press("test")
    desk.wait()
    desk.qtbot.waitUntil(lambda: desk.dialog.height() > SMALLEST.height())
    outcome, scroll = desk.dialog.outcome, child(desk.dialog, QScrollArea, "scroll")
    foot = outcome.mapTo(scroll.viewport(), outcome.rect().bottomLeft()).y()
    assert 0 < foot < scroll.viewport().height()
    screen = desk.dialog.screen().availableGeometry()
    assert screen.contains(desk.dialog.geometry())


def test_a_kept_password_is_tried_where_none_is_typed(desks: Desks) -> None:
    vault = MemoryStore()
    vault.set_password(SERVICE, KIN.url, "s3cret")
    desk = desks.open(KIN, vault=vault)
    desk.type("host", "db2.example")
    desk.press("test")
    desk.wait()
    assert desk.road.passwords == ["s3cret"]


def test_what_a_test_found_holds_for_what_was_typed_then(desks: Desks) -> None:
    desk = desks.open(KIN, GOMA)
    desk.press("test")
    desk.wait()
    assert desk.dialog.outcome.isVisible()
    desk.type("host", "db3")
    assert not desk.dialog.outcome.isVisible()
    desk.press("test")
    desk.wait()
    desk.select(2)
    assert not desk.dialog.outcome.isVisible()


def test_a_test_needs_an_address_but_no_name(desks: Desks) -> None:
    desk = desks.open(new=True)
    desk.press("test")
    assert child(desk.dialog, QLabel, "server_problem").isVisible()
    assert not child(desk.dialog, QLabel, "name_problem").isVisible()
    desk.type("host", "db")
    desk.type("database", "shop")
    desk.press("test")
    desk.wait()
    assert desk.tone() is Tone.GOOD


@pytest.mark.parametrize("how", ["button", "escape", "edit", "select"])
def test_a_test_is_cancelled(desks: Desks, how: str) -> None:
    road = Road(gate=threading.Event())
    desk = desks.open(KIN, GOMA, road=road)
    desk.press("test")
    desks.qtbot.waitUntil(lambda: bool(road.tried))
    assert child(desk.dialog, QPushButton, "test").text() == "S&top the test"
    if how == "button":
        desk.press("test")
    elif how == "escape":
        QTest.keyClick(desk.dialog, Qt.Key.Key_Escape)
        assert not desk.dialog.isVisible()
    elif how == "edit":
        desk.type("host", "db9")
    else:
        desk.select(2)
    desks.qtbot.waitUntil(lambda: road.cancelled)
    desk.wait()
    assert not desk.dialog.outcome.isVisible()


def test_details_for_support_are_copied_without_the_password(desks: Desks) -> None:
    error = Refused("password authentication failed", step="login")
    desk = desks.open(KIN, road=Road(failed(Step.LOGIN, error)))
    desk.type("password", "s3cret")
    desk.press("test")
    desk.wait()
    assert desk.tone() is Tone.ERROR
    desk.press("copy")
    copied = QGuiApplication.clipboard().text()
    assert "login: failed" in copied
    assert "password authentication failed" in copied
    assert "s3cret" not in copied


def test_a_bug_in_a_test_does_not_leave_one_waiting(desks: Desks, qtbot: QtBot) -> None:
    def broken(_wanted: Try, _report: Report) -> Examination:
        raise ZeroDivisionError

    desk = desks.open(KIN, examine=broken)
    with qtbot.captureExceptions() as bugs:
        desk.press("test")
        desk.wait()
    assert desk.tone() is Tone.ERROR
    assert [kind for kind, _, _ in bugs] == [ZeroDivisionError]


FAILURES = [
    (Step.FILE, CannotConnect("", step="file"), "cannot be opened"),
    (Step.FILE, NotAsExpected("", step="file"), "not a database"),
    (Step.FILE, NotAsExpected("", step="damaged"), "damaged"),
    (Step.FILE, Busy("", step="locked"), "another program"),
    (Step.ADDRESS, CannotConnect("", step="address"), "no server of this name"),
    (Step.PORT, CannotConnect("", step="port"), "does not answer"),
    (Step.TLS, Refused("certificate verify failed", step="tls"), "secure connection"),
    (Step.LOGIN, Refused("", step="login"), "does not let you in"),
    (Step.LOGIN, Refused("", step="host"), "does not let you in"),
    (Step.DATABASE, Refused("", step="database"), "none of that name"),
    (Step.DATABASE, Refused("", step="rights"), "may not enter"),
    (Step.SCHEMA, NotAsExpected("", expected=("a",), found=()), "not a shop’s database"),
    (Step.RIGHTS, Refused("", step="rights", tables=("inventory_vente",)), "may not read"),
    (Step.PREPARED, Refused("", step="rights"), "journal"),
]


@pytest.mark.parametrize(("step", "error", "words"), FAILURES)
def test_each_step_fails_in_words_of_its_own_with_what_helps(
    parts: Parts, step: Step, error: SourceError, words: str
) -> None:
    said = verdict(failed(step, error), parts.context.formats)
    assert said.tone is Tone.ERROR
    assert words in said.headline
    assert len(said.advice) > 20
    assert "SQLSTATE" not in said.advice


@pytest.mark.parametrize(
    ("detail", "words"),
    [
        ("server does not support SSL, but SSL was required", "offers no encryption"),
        ('no pg_hba.conf entry for host "x", no encryption', "without encryption"),
        ("Hostname mismatch, certificate is not valid for 'x'", "another name"),
        ('server certificate for "a" does not match host name "b"', "another name"),
        ("certificate verify failed: self-signed certificate", "its authority"),
    ],
)
def test_what_is_wrong_with_the_encryption_is_told_apart(
    parts: Parts, detail: str, words: str
) -> None:
    found = failed(Step.TLS, Refused(detail, step="tls"))
    assert words in verdict(found, parts.context.formats).advice


@pytest.mark.parametrize(
    ("others", "words"),
    [
        ({"read_only": ReadOnlyReason.CHOSEN}, "reading only"),
        ({"read_only": ReadOnlyReason.NETWORK_SHARE}, "network share"),
        ({"read_only": ReadOnlyReason.FILE_RIGHTS}, "not write"),
        ({"read_only": ReadOnlyReason.RIGHTS}, "not write"),
        (
            {"read_only": ReadOnlyReason.NOT_PREPARED, "prepared": False},
            "Prepare this database",
        ),
        (
            {
                "read_only": ReadOnlyReason.NOT_PREPARED,
                "prepared": False,
                "may_prepare": False,
            },
            "administrator",
        ),
    ],
)
def test_what_can_only_be_read_says_why_and_what_next(
    parts: Parts, others: dict[str, Any], words: str
) -> None:
    said = verdict(went_well(**others), parts.context.formats)
    assert said.tone is Tone.WARNING
    assert "read only" in said.headline
    assert words in said.advice


def test_the_real_way_is_gone_for_a_real_file(
    desks: Desks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "shop.sqlite3"
    engine = sa.create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        make_shop(connection).boutique("Kin")
    engine.dispose()
    saved = Connection("Here", Draft(SourceKind.SQLITE, file=str(path)).url)
    desk = desks.open(saved, examine=examine_draft)
    desk.press("test")
    desk.wait()
    assert desk.tone() is Tone.WARNING
    assert "SQLite" in desk.said.headline
    path.unlink()
    desk.press("test")
    desk.wait()
    assert desk.tone() is Tone.ERROR
    assert not path.exists()


# Preparing a database.


@dataclass
class Unprepared(FakeSource):
    """A source that is not prepared, and may be."""

    refuse: SourceError | None = None
    hindered: ReadOnlyReason = ReadOnlyReason.NOT_PREPARED
    prepared: bool = False
    calls: list[str] = field(default_factory=list)

    def info(self) -> SourceInfo:
        reason = None if self.prepared else self.hindered
        return SourceInfo(SourceKind.POSTGRESQL, "db/shop", "PostgreSQL 15", self.prepared, reason)

    def preparation(self) -> Sequence[str]:
        return ["CREATE TABLE desktop_admin_chain (\n\tid INTEGER\n)", "INSERT INTO x VALUES (1)"]

    def prepare(self) -> None:
        if self.refuse is not None:
            raise self.refuse
        self.prepared = True
        self.calls.append("prepare")


def tone(dialog: PrepareDialog) -> Tone:
    assert dialog.outcome.verdict is not None
    return dialog.outcome.verdict.tone


@pytest.fixture
def prepare_over(qtbot: QtBot) -> Iterator[Any]:
    """Opens the dialog over a window that is connected to a source."""
    made: list[QDialog] = []
    windows = []

    def open_over(source: FakeSource) -> tuple[PrepareDialog, Parts]:
        window = window_over(qtbot, source, language="en")
        parts = window.__enter__()
        windows.append(window)
        rested(qtbot, parts)
        dialog = PrepareDialog(parts.context, parts.window)
        made.append(dialog)
        dialog.open()
        rested(qtbot, parts)
        return dialog, parts

    yield open_over
    for dialog in made:
        dialog.deleteLater()
    for window in windows:
        window.__exit__(None, None, None)


def test_preparing_shows_its_statements_and_does_it(qtbot: QtBot, prepare_over: Any) -> None:
    source = Unprepared()
    dialog, parts = prepare_over(source)
    heard: list[int] = []
    dialog.prepared.connect(lambda: heard.append(1))
    shown = child(dialog, QPlainTextEdit, "sql").toPlainText()
    assert shown.startswith("CREATE TABLE desktop_admin_chain (")
    assert shown.rstrip().endswith("INSERT INTO x VALUES (1);")
    assert not source.calls
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    rested(qtbot, parts)
    assert source.calls
    assert heard == [1]
    assert tone(dialog) is Tone.GOOD
    assert not child(dialog, QPushButton, "prepare").isEnabled()


def test_the_statements_are_copied_and_saved(
    qtbot: QtBot, prepare_over: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog, parts = prepare_over(Unprepared())
    shown = child(dialog, QPlainTextEdit, "sql").toPlainText()
    child(dialog, QPushButton, "copy").click()
    assert QGuiApplication.clipboard().text() == shown
    path = tmp_path / "prepare.sql"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    child(dialog, QPushButton, "save").click()
    rested(qtbot, parts)
    assert path.read_text(encoding="utf-8") == shown
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path), ""))
    child(dialog, QPushButton, "save").click()
    rested(qtbot, parts)
    assert "could not be written" in label_text(dialog, "sql_said")


@pytest.mark.parametrize(
    "reason", [ReadOnlyReason.CHOSEN, ReadOnlyReason.NETWORK_SHARE, ReadOnlyReason.RIGHTS]
)
def test_where_it_cannot_be_done_the_statements_are_offered(
    prepare_over: Any, reason: ReadOnlyReason
) -> None:
    dialog, _ = prepare_over(Unprepared(hindered=reason))
    assert not child(dialog, QPushButton, "prepare").isEnabled()
    assert "administers" in dialog.outcome.verdict.advice
    assert child(dialog, QPushButton, "copy").isEnabled()


def test_a_login_without_the_right_is_pointed_to_the_statements(
    qtbot: QtBot, prepare_over: Any
) -> None:
    dialog, parts = prepare_over(Unprepared(refuse=Refused("permission denied", step="rights")))
    child(dialog, QPushButton, "prepare").click()
    rested(qtbot, parts)
    assert tone(dialog) is Tone.ERROR
    assert "administers" in dialog.outcome.verdict.advice
    assert child(dialog, QPushButton, "prepare").isEnabled()


def test_a_busy_database_can_be_tried_again(qtbot: QtBot, prepare_over: Any) -> None:
    source = Unprepared(refuse=Busy("locked", step="locked"))
    dialog, parts = prepare_over(source)
    child(dialog, QPushButton, "prepare").click()
    rested(qtbot, parts)
    assert tone(dialog) is Tone.ERROR
    source.refuse = None
    child(dialog, QPushButton, "prepare").click()
    rested(qtbot, parts)
    assert source.calls


def test_a_real_file_is_prepared(qtbot: QtBot, prepare_over: Any, tmp_path: Path) -> None:
    path = tmp_path / "shop.sqlite3"
    engine = sa.create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        make_shop(connection).boutique("Kin")
    engine.dispose()
    source = open_sql(f"sqlite:///{path}")
    dialog, parts = prepare_over(lambda: source)
    child(dialog, QPushButton, "prepare").click()
    rested(qtbot, parts)
    assert source.info().prepared
    assert tone(dialog) is Tone.GOOD


def test_nothing_is_open_to_be_prepared(
    qtbot: QtBot, prepare_over: Any, expect_log: ExpectLog
) -> None:
    expect_log("WARNING .*cannot open")
    dialog, _ = prepare_over(FakeSource(fail_with=CannotConnect("no", step="port")))
    assert not child(dialog, QPushButton, "prepare").isEnabled()
    assert child(dialog, QPlainTextEdit, "sql").toPlainText() == ""
    child(dialog, QPushButton, "close").click()
    assert not dialog.isVisible()


def test_the_first_start_offers_two_ways_in_and_nothing_else(qtbot: QtBot, parts: Parts) -> None:
    page = WelcomePage(parts.context.theme, parts.window)
    heard: list[str] = []
    page.demo_wanted.connect(lambda: heard.append("demo"))
    page.connection_wanted.connect(lambda: heard.append("connection"))
    buttons = page.findChildren(QPushButton)
    assert len(buttons) == 2
    for button in buttons:
        button.click()
    assert heard == ["demo", "connection"]
    page.deleteLater()


def test_a_real_server_is_tested_saved_and_prepared(
    desks: Desks, prepare_over: Any, qtbot: QtBot, postgres_server: PostgresServer
) -> None:
    """From a wrong password to the statements for the administrator."""
    with database_on(postgres_server) as url:
        engine = sa.create_engine(url)
        with engine.begin() as connection:
            make_shop(connection).boutique("Kin")
        engine.dispose()
        database = sa.make_url(url).database or ""
        postgres_server.create_role("clerk", "s3cret", database=database, access=Access.WRITE)
        try:
            desk = desks.open(new=True, examine=examine_draft)
            for name, text in (
                ("name", "Kin"),
                ("host", "127.0.0.1"),
                ("port", str(postgres_server.port)),
                ("database", database),
                ("user", "clerk"),
                ("password", "wrong"),
            ):
                desk.type(name, text)
            desk.press("test")
            desk.wait()
            assert "Login" in desk.said.headline
            desk.type("password", "s3cret")
            desk.press("test")
            desk.wait()
            assert "PostgreSQL" in desk.said.headline
            assert "administrator" in desk.said.advice
            desk.press("open")
            desk.wait()
            saved = desk.shelf.settings.connections[0]
            assert desk.vault.kept == {(SERVICE, saved.url): "s3cret"}
            dialog, parts = prepare_over(lambda: open_sql(saved.url, password="s3cret"))
            child(dialog, QPushButton, "prepare").click()
            rested(qtbot, parts)
            assert "administers" in dialog.outcome.verdict.advice
            assert "desktop_admin_chain" in child(dialog, QPlainTextEdit, "sql").toPlainText()
        finally:
            postgres_server.drop_role("clerk")
