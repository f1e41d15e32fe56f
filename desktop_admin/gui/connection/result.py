"""What a test came to, below the form."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QWidget

from desktop_admin.gui._built.ui_connection_result import Ui_ConnectionResult
from desktop_admin.gui.connection.words import Fact, Tone, Verdict
from desktop_admin.gui.theme import Theme
from desktop_admin.gui.widgets.restyle import restyle

_ICONS = {
    Tone.GOOD: ("good", "good"),
    Tone.WARNING: ("warning", "orphan"),
    Tone.ERROR: ("warning", "error"),
    Tone.BUSY: ("hourglass", "muted"),
}
_FACT_ICONS = {Tone.GOOD: ("check", "good"), Tone.WARNING: ("warning", "orphan")}
ICON = 20
FACT_ICON = 16
COLUMNS = 2


class ConnectionResult(QFrame):
    """Says one verdict; hidden while there is none."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._ui = Ui_ConnectionResult()
        self._ui.setupUi(self)
        self._theme = theme
        self._verdict: Verdict | None = None
        self._details = ""
        self._facts: list[QWidget] = []
        self._ui.copy.clicked.connect(self._copy)
        theme.changed.connect(self._colour)
        self.setVisible(False)

    @property
    def verdict(self) -> Verdict | None:
        """What is said now."""
        return self._verdict

    @property
    def stop(self) -> QWidget:
        """What the Tab key stops at."""
        return self._ui.copy

    def say(self, verdict: Verdict | None, details: str = "") -> None:
        """Show `verdict`, with `details` for support; nothing where it is None."""
        self._verdict, self._details = verdict, details
        self.setVisible(verdict is not None)
        if verdict is None:
            return
        ui = self._ui
        ui.headline.setText(verdict.headline)
        ui.advice.setText(verdict.advice)
        ui.advice.setVisible(bool(verdict.advice))
        ui.copy.setVisible(bool(details) and verdict.tone is Tone.ERROR)
        self.setAccessibleName(verdict.headline)
        self.setAccessibleDescription(verdict.advice)
        self.setProperty("tone", verdict.tone.value)
        self._list(verdict)
        self._colour()
        # The style sheet looks at the property for the children too.
        restyle(self, ui.headline)

    def _list(self, verdict: Verdict) -> None:
        for old in self._facts:
            old.hide()
            old.deleteLater()
        self._facts = []
        grid: QGridLayout = self._ui.facts
        for number, fact in enumerate(verdict.facts):
            made = self._fact(fact)
            self._facts.append(made)
            grid.addWidget(made, number // COLUMNS, number % COLUMNS)

    def _fact(self, fact: Fact) -> QWidget:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        icon = QLabel(row)
        icon.setObjectName("fact_icon")
        icon.setProperty("fact", fact.tone.value)
        text = QLabel(row)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setText(fact.text)
        text.setWordWrap(True)
        text.setObjectName("fact")
        line.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(text, 1, Qt.AlignmentFlag.AlignTop)
        return row

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)

    @Slot()
    def _colour(self) -> None:
        if self._verdict is None:
            return
        icons, ratio = self._theme.icons, self.devicePixelRatio()
        name, ink = _ICONS[self._verdict.tone]
        self._ui.icon.setPixmap(icons.pixmap(name, ink, ICON, ratio))
        for row, fact in zip(self._facts, self._verdict.facts, strict=True):
            label = row.findChild(QLabel, "fact_icon")
            if label is not None:
                name, ink = _FACT_ICONS[fact.tone]
                label.setPixmap(icons.pixmap(name, ink, FACT_ICON, ratio))
