"""A question over a window or a dialog, answered by name, without waiting for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from desktop_admin.gui._built.ui_question import Ui_Question
from desktop_admin.gui.theme import Theme

ICON = 24


class Weight(Enum):
    """What a button means; the value is its role in the style sheet."""

    #: Nothing happens. There is one of these: it stands first, Escape gives it, and so does Enter
    #: unless the keyboard was moved to another.
    STAY = ""
    #: Something is lost.
    LOSS = "loss"
    #: What was asked for.
    DO = "primary"


class Answer(NamedTuple):
    """One button: its name in the program, its words, and what it means."""

    key: str
    text: str
    weight: Weight


class Question(QDialog):
    """Asks once, and deletes itself. The buttons stand as in every dialog: the way back first,
    what was asked for last."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget,
        title: str,
        meaning: str,
        answers: Sequence[Answer],
        on_answer: Callable[[str], None],
    ) -> None:
        """`on_answer` hears the key of the answer."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(parent.window().windowTitle())
        self._theme = theme
        self._ui = Ui_Question()
        self._ui.setupUi(self)
        self._ui.title.setText(title)
        self._ui.meaning.setText(meaning)
        self._ui.meaning.setVisible(bool(meaning))
        self.setAccessibleName(title)
        self.setAccessibleDescription(meaning)
        self._on_answer = on_answer
        self._loses = any(one.weight is Weight.LOSS for one in answers)
        self.buttons: dict[str, QPushButton] = {}
        order = sorted(answers, key=lambda one: list(Weight).index(one.weight))
        self._main = order[-1]
        for answer in order:
            self._add(answer)
        self._stay = next(one.key for one in answers if one.weight is Weight.STAY)
        self._given = self._stay
        self.buttons[self._stay].setDefault(True)
        self.buttons[self._stay].setFocus()
        self.finished.connect(self._finished)
        theme.changed.connect(self._colour)
        self._colour()

    @property
    def title(self) -> str:
        """What is asked."""
        return self._ui.title.text()

    @property
    def meaning(self) -> str:
        """What follows from it."""
        return self._ui.meaning.text()

    def answer(self, key: str) -> None:
        """Answer as a click on that button would."""
        self.buttons[key].click()

    def _add(self, answer: Answer) -> None:
        button = QPushButton(answer.text)
        button.setProperty("role", answer.weight.value)
        button.setProperty("main", self._main is answer)
        button.clicked.connect(partial(self._clicked, answer.key))
        self._ui.buttons.addWidget(button)
        self.buttons[answer.key] = button

    def _clicked(self, key: str, _checked: bool = False) -> None:
        self._given = key
        self.done(QDialog.DialogCode.Accepted)

    @Slot()
    def _finished(self) -> None:
        self._on_answer(self._given)

    @Slot()
    def _colour(self) -> None:
        name, ink = ("warning", "orphan") if self._loses else ("question", "accent")
        ratio = self.devicePixelRatio()
        self._ui.icon.setPixmap(self._theme.icons.pixmap(name, ink, ICON, ratio))
