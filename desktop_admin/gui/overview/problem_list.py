"""What is to be done, the worst first, and what was put off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from desktop_admin.domain.overview import Problem, ProblemKind
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.overview.card import Card
from desktop_admin.gui.overview.problem_row import ProblemRow
from desktop_admin.gui.overview.problem_words import ProblemText
from desktop_admin.gui.theme import Theme


@dataclass(frozen=True, slots=True)
class Entry:
    """A problem with its words; `note`: that it has grown, or why it was put off."""

    problem: Problem
    text: ProblemText
    note: str = ""


class ProblemList(Card):
    """Rows that stay where they are while more of them arrive: the keyboard keeps its problem."""

    opened = Signal(object)
    put_off_wanted = Signal(object)
    resume_wanted = Signal(object)

    def __init__(self, theme: Theme, formats: Formats) -> None:
        self._rows_place = QWidget()
        super().__init__(self.tr("To deal with"), self._rows_place)
        self._theme = theme
        self._formats = formats
        self._waiting: dict[ProblemKind, ProblemRow] = {}
        self._laid_by: dict[ProblemKind, ProblemRow] = {}
        self._column = QVBoxLayout(self._rows_place)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.toggle = QPushButton()
        self.toggle.setCheckable(True)
        self.toggle.setProperty("role", "link")
        self.toggle.hide()
        self.toggle.toggled.connect(self._show_laid_by)
        self.add_to_head(self.toggle)
        self._laid_by_place = QFrame()
        self._laid_by_place.setProperty("role", "put_off")
        self._laid_by_column = QVBoxLayout(self._laid_by_place)
        self._laid_by_column.setContentsMargins(0, 0, 0, 0)
        self._laid_by_column.setSpacing(0)
        self._laid_by_place.hide()
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self._laid_by_place)

    @property
    def rows(self) -> Sequence[ProblemRow]:
        """Every row one sees, from top to bottom."""
        laid_by = self._laid_by.values() if self.toggle.isChecked() else ()
        return [*self._waiting.values(), *laid_by]

    def show_problems(
        self, waiting: Sequence[Entry], laid_by: Sequence[Entry], *, looking: bool, failed: bool
    ) -> None:
        """Show these; `looking`: there may be more."""
        focused = next((row.kind for row in self.rows if _has_keyboard(row)), None)
        self._waiting = self._filled(self._waiting, waiting, self._column)
        for place, entry in enumerate(waiting):
            self._waiting[entry.problem.kind].show_problem(
                entry.problem, entry.text, primary=not place, note=entry.note
            )
        self._laid_by = self._filled(self._laid_by, laid_by, self._laid_by_column)
        for entry in laid_by:
            self._laid_by[entry.problem.kind].show_put_off(entry.problem, entry.text, entry.note)
        self._order_tabs()
        self.toggle.setVisible(bool(laid_by))
        self.toggle.setText(self.tr("Put off (%Ln)", "", len(laid_by)))
        self._laid_by_place.setVisible(bool(laid_by) and self.toggle.isChecked())
        self._say_head(len(waiting), looking=looking)
        self._say_none(bool(waiting), looking=looking, failed=failed)
        self._refocus(focused)

    def _say_head(self, count: int, *, looking: bool) -> None:
        if count:
            text = self.tr("%Ln point(s), the most urgent first", "", count)
            self.note.setText(text + (" …" if looking else ""))
        else:
            self.note.setText("")

    def _say_none(self, anything: bool, *, looking: bool, failed: bool) -> None:
        if anything:
            self.show_body()
        elif looking and not failed:
            self.wait()
        elif failed:
            self.fail()
        else:
            self.nothing(self.tr("Nothing waits for you."))

    def _filled(
        self,
        rows: Mapping[ProblemKind, ProblemRow],
        entries: Sequence[Entry],
        column: QVBoxLayout,
    ) -> dict[ProblemKind, ProblemRow]:
        """A row for each entry, in their order; those that stand already are kept."""
        kinds = [entry.problem.kind for entry in entries]
        for kind, row in rows.items():
            if kind not in kinds:
                column.removeWidget(row)
                row.hide()
                row.deleteLater()
        made = {kind: rows.get(kind) or self._row(kind) for kind in kinds}
        for place, row in enumerate(made.values()):
            if column.indexOf(row) != place:
                column.insertWidget(place, row)
                row.show()
        return made

    def _row(self, kind: ProblemKind) -> ProblemRow:
        row = ProblemRow(self._theme, self._formats, kind)
        row.opened.connect(self.opened)
        row.put_off_wanted.connect(self.put_off_wanted)
        row.resume_wanted.connect(self.resume_wanted)
        row.step_wanted.connect(self._step)
        return row

    def _order_tabs(self) -> None:
        before: QWidget = self.toggle
        for row in (*self._waiting.values(), *self._laid_by.values()):
            for part in (row, row.button, row.more):
                QWidget.setTabOrder(before, part)
                before = part

    def focus_first(self) -> bool:
        """Give the keyboard to the most urgent problem; False where there is none."""
        rows = self.rows
        if rows:
            rows[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(rows)

    def _refocus(self, kind: ProblemKind | None) -> None:
        """The row that had the keyboard may be gone: the first one has it then."""
        if kind is None:
            return
        row = next((one for one in self.rows if one.kind is kind), None)
        if row is None:
            self.focus_first()
        elif not _has_keyboard(row):
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int)
    def _step(self, by: int) -> None:
        rows = self.rows
        at = next((place for place, row in enumerate(rows) if row.hasFocus()), None)
        if at is not None and 0 <= at + by < len(rows):
            rows[at + by].setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(bool)
    def _show_laid_by(self, shown: bool) -> None:
        self._laid_by_place.setVisible(shown and bool(self._laid_by))


def _has_keyboard(row: ProblemRow) -> bool:
    return row.hasFocus() or row.button.hasFocus() or row.more.hasFocus()
