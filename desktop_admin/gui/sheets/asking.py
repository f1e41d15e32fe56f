"""What is asked before files that exist are written anew."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_admin.gui.context import Context
from desktop_admin.gui.sheets.writing import Looked
from desktop_admin.gui.text import one_line
from desktop_admin.gui.widgets.question import Answer, Question, Weight

#: So many of them are named.
_NAMED = 5


class SheetsQuestion(QObject):
    """Counted sentences."""

    def title(self, count: int) -> str:
        """How many there are."""
        return self.tr("%Ln file(s) exist already in this folder", "", count)

    def more(self, count: int) -> str:
        """How many are not named."""
        return self.tr("… and %Ln more", "", count)

    def answers(self) -> list[Answer]:
        """What can be done."""
        return [
            Answer("stay", self.tr("Write nothing"), Weight.STAY),
            Answer("replace", self.tr("Replace them"), Weight.LOSS),
            Answer("keep", self.tr("Keep them, write the others"), Weight.DO),
        ]


def existing_question(
    context: Context, parent: QWidget, looked: Looked, on_answer: Callable[[str], None]
) -> Question:
    """Ask; the answer is `stay`, `keep` or `replace`."""
    words = SheetsQuestion()
    named = [one_line(path.name) for path in looked.existing[:_NAMED]]
    left = len(looked.existing) - len(named)
    if left:
        named.append(words.more(left))
    title = words.title(len(looked.existing))
    question = Question(context.theme, parent, title, "\n".join(named), words.answers(), on_answer)
    question.setModal(True)
    question.open()
    return question
