"""One problem as a row: how bad, what, how much is at stake, and the button that leads on."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_admin.domain.overview import Problem, ProblemKind
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.overview.problem_words import ProblemText
from desktop_admin.gui.overview.words import moneys
from desktop_admin.gui.text import tooltip
from desktop_admin.gui.theme import Theme
from desktop_admin.gui.widgets.keys import is_plain_enter
from desktop_admin.gui.widgets.restyle import restyle

ICON = 18
#: All buttons of the list are of one width, as one reads them in a column.
BUTTON_WIDTH = 152
_AMOUNT_WIDTH = 112
_SIGN_WIDTH = 60


class ProblemRow(QFrame):
    """Shows one problem. The row has the keyboard; Enter presses its button, Del puts it off."""

    #: Where it is solved is wanted; it is to be put off, or taken up again; carry the kind.
    opened = Signal(object)
    put_off_wanted = Signal(object)
    resume_wanted = Signal(object)
    #: The row above (-1) or below (1) is wanted.
    step_wanted = Signal(int)

    def __init__(self, theme: Theme, formats: Formats, kind: ProblemKind) -> None:
        super().__init__()
        self._theme = theme
        self._formats = formats
        self.kind = kind
        self.put_off = False
        self._text: ProblemText | None = None
        self._shown: tuple[Problem, ProblemText, str] | None = None
        self.setProperty("role", "problem")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._icon = QLabel()
        self._icon.setFixedSize(28, 28)
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title, self._detail, self._note = QLabel(), QLabel(), QLabel()
        self._severity = QLabel()
        self._severity.setTextFormat(Qt.TextFormat.PlainText)
        self._amounts = QLabel()
        self._amounts.setTextFormat(Qt.TextFormat.PlainText)
        self._amounts.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._amounts.setMinimumWidth(_AMOUNT_WIDTH)
        self.button, self.more = QPushButton(), QPushButton()
        self.button.setMinimumWidth(BUTTON_WIDTH)
        self.more.setProperty("role", "bare")
        self._build()
        self.button.clicked.connect(self._press)
        self.more.clicked.connect(self._open_menu)
        theme.changed.connect(self._colour)

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(8, 6, 8, 6)
        grid.setHorizontalSpacing(10)
        grid.setColumnStretch(1, 1)
        sign = QVBoxLayout()
        sign.setSpacing(2)
        centre = Qt.AlignmentFlag.AlignHCenter
        sign.addStretch(1)
        sign.addWidget(self._icon, 0, centre)
        sign.addWidget(self._severity, 0, centre)
        sign.addStretch(1)
        grid.addLayout(sign, 0, 0)
        grid.setColumnMinimumWidth(0, _SIGN_WIDTH)
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addStretch(1)
        column.addWidget(self._title)
        column.addWidget(self._detail)
        column.addWidget(self._note)
        column.addStretch(1)
        texts = ((self._title, "strong"), (self._detail, "caption"), (self._note, "note_orphan"))
        for label, role in texts:
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setProperty("role", role)
        grid.addWidget(words, 0, 1)
        grid.addWidget(self._amounts, 0, 2)
        grid.addWidget(self.button, 0, 3)
        grid.addWidget(self.more, 0, 4)

    def show_problem(
        self, problem: Problem, text: ProblemText, *, primary: bool, note: str = ""
    ) -> None:
        """Show this problem; `note`: what happened to it. `primary`: its button is the one."""
        self.put_off = False
        self._show(problem, text, note)
        self.button.setText(text.button)
        role = "primary" if primary else ""
        if self.button.property("role") != role:
            self.button.setProperty("role", role)
            restyle(self.button)
        self.more.setToolTip(self.tr("Put off… (Del)"))
        self.more.setAccessibleName(self.tr("Put off…"))

    def show_put_off(self, problem: Problem, text: ProblemText, why: str) -> None:
        """Show a problem that somebody put off, and why."""
        self.put_off = True
        self._show(problem, text, why)
        self.button.setText(self.tr("Take up again"))
        self.more.setToolTip(text.button)
        self.more.setAccessibleName(text.button)

    def _show(self, problem: Problem, text: ProblemText, note: str) -> None:
        shown = (problem, text, note)
        if shown == self._shown:
            return
        self._text, self._shown = text, shown
        amounts = moneys(self._formats, problem.amounts) or ["—"]
        self._title.setText(text.title)
        self._severity.setText(text.severity)
        self._severity.setProperty("role", f"severity_{text.ink}")
        self._detail.setText(text.detail)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._amounts.setText("\n".join(amounts))
        at_stake = ", ".join(amounts) if problem.amounts else ""
        said = [text.severity, text.title, text.detail, note, at_stake]
        self.setAccessibleName(", ".join(filter(None, said)))
        self.setAccessibleDescription(text.button)
        self.setToolTip(tooltip("\n".join(filter(None, (text.title, text.detail, note)))))
        self._icon.setProperty("role", _TINTS[text.ink])
        restyle(self._icon, self._severity)
        self._colour()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click does what the button does."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._press()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with it; also by the menu key."""
        self._menu().popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go through the rows."""
        key = event.key()
        if is_plain_enter(event) or key == Qt.Key.Key_Space:
            self._press()
        elif key == Qt.Key.Key_Delete and not self.put_off:
            self.put_off_wanted.emit(self.kind)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step_wanted.emit(-1 if key == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    @Slot()
    def _press(self) -> None:
        (self.resume_wanted if self.put_off else self.opened).emit(self.kind)

    @Slot()
    def _open_menu(self) -> None:
        corner = self.more.mapToGlobal(QPoint(0, self.more.height() + 2))
        self._menu().popup(corner)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        text = self._text
        lead = QAction(text.button if text else "", menu)
        lead.triggered.connect(self._lead)
        menu.addAction(lead)
        if self.put_off:
            again = QAction(self.tr("Take up again"), menu)
            again.triggered.connect(self._press)
        else:
            again = QAction(self.tr("Put off…"), menu)
            again.triggered.connect(self._put_off)
        menu.addAction(again)
        return menu

    @Slot()
    def _lead(self) -> None:
        self.opened.emit(self.kind)

    @Slot()
    def _put_off(self) -> None:
        self.put_off_wanted.emit(self.kind)

    @Slot()
    def _colour(self) -> None:
        icons, ratio = self._theme.icons, self.devicePixelRatio()
        self.more.setIcon(icons.icon("more", "muted", size=ICON))
        if self._text is not None:
            self._icon.setPixmap(icons.pixmap(self._text.icon, self._text.ink, ICON, ratio))


_TINTS = {"error": "problem_error", "orphan": "problem_orphan", "muted": "problem_muted"}
