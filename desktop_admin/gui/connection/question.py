"""A question over a dialog, answered by name, without waiting for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QWidget


class Answer(NamedTuple):
    """One button: its name in the program, its words, and how it is meant."""

    key: str
    text: str
    role: QMessageBox.ButtonRole


class Question(QMessageBox):
    """Asks once, and deletes itself; what escapes it is the answer whose role is to reject."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        meaning: str,
        answers: Sequence[Answer],
        on_answer: Callable[[str], None],
    ) -> None:
        """The first of `answers` is what Enter gives; `on_answer` hears the key."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(parent.window().windowTitle())
        self.setIcon(QMessageBox.Icon.Question)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(title)
        self.setInformativeText(meaning)
        self.buttons_by_key: dict[str, QAbstractButton] = {}
        for answer in answers:
            button = self.addButton(answer.text, answer.role)
            self.buttons_by_key[answer.key] = button
            if answer.role is QMessageBox.ButtonRole.RejectRole:
                self.setEscapeButton(button)
        first = self.buttons_by_key[answers[0].key]
        self.setDefaultButton(first)  # type: ignore[call-overload]  # the stubs ask for a push button, which it is
        self._on_answer = on_answer
        self.finished.connect(self._answered)

    def answer(self, key: str) -> None:
        """Answer as a click on that button would."""
        self.buttons_by_key[key].click()

    @Slot()
    def _answered(self) -> None:
        clicked = self.clickedButton()
        for key, button in self.buttons_by_key.items():
            if button is clicked:
                self._on_answer(key)
                return


def ask(
    parent: QWidget,
    title: str,
    meaning: str,
    answers: Sequence[Answer],
    on_answer: Callable[[str], None],
) -> None:
    """Ask over `parent`, and go on meanwhile."""
    Question(parent, title, meaning, answers, on_answer).open()
