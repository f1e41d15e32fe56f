"""The confirmation of an assignment, with the orphan sales that may follow."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QWidget

from desktop_admin.domain.assign import Consequences, Followers
from desktop_admin.domain.model import Boutique
from desktop_admin.domain.money import Amounts
from desktop_admin.domain.repair import Proposal, amounts_of
from desktop_admin.gui.assignment import asking
from desktop_admin.gui.assignment.confirm_dialog import ConfirmDialog
from desktop_admin.gui.assignment.consulting import (
    Consulted,
    Heard,
    PreviewWords,
    consult,
    preview_table,
)
from desktop_admin.gui.assignment.shop import Shop
from desktop_admin.gui.context import Context
from desktop_admin.gui.errors import explain
from desktop_admin.gui.models.rows import RowsModel
from desktop_admin.gui.text import fill, one_line
from desktop_admin.gui.widgets.table_view import TableView
from desktop_admin.sources.base import Report, SourceError

_EDGE = 8
#: So wide the evidence of most sales can be read whole.
_WIDE = 1_080
#: What is left of the screen on both sides.
_BESIDE = 24


class AssignDialog(ConfirmDialog):
    """Asks whether terminals go to a boutique, and which of their orphans go with them."""

    def __init__(
        self, parent: QWidget, context: Context, shop: Shop, moves: Consequences, target: Boutique
    ) -> None:
        super().__init__(parent, context, asking.of_assignment(moves, target))
        self.followers: Followers | None = None
        self._shop = shop
        self._target = target
        self._moves = moves
        self._words: PreviewWords = asking.preview_words(context)
        self._preview = RowsModel(self)
        self.sales = TableView(context.theme)
        self.sales.setAccessibleName(self.tr("Orphan sales"))
        self.sales.show_model(self._preview)
        self.sales.mark_sorted(0, Qt.SortOrder.AscendingOrder)
        self._preview.sort_by(0, Qt.SortOrder.AscendingOrder)
        self.sales.sort_wanted.connect(self._preview.sort)
        self.stack.addWidget(self.sales)
        self.evidence = QLabel()
        self.evidence.setTextFormat(Qt.TextFormat.PlainText)
        self.evidence.setWordWrap(True)
        self.evidence.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        self.evidence.hide()
        self.ui.card_layout.addWidget(self.evidence)
        self.sales.selected.connect(self._tell_evidence)
        self.ui.preview.clicked.connect(self._turn)
        self._say_consulting()
        self._consult()

    @property
    def picked(self) -> tuple[Proposal, ...]:
        """The orphans that are to follow."""
        if self.followers is None:
            return ()
        ui = self.ui
        return self.followers.picked(
            certain=ui.certain.isChecked(), supposed=ui.supposed.isChecked()
        )

    def _consult(self) -> None:
        source, moves, words = self.context.session.source, self._moves, self._words
        if source is None:
            return
        now = self.context.clock()
        target, boutiques = self._target.id, self._shop.boutiques

        def work(report: Report) -> Consulted:
            return consult(source, moves, target, boutiques, words, now, report)

        job = self.context.jobs.ask(
            work, self._consulted, self._not_consulted, owner=self, topic="consult"
        )
        self.finished.connect(job.cancel)

    def _say_consulting(self) -> None:
        ui = self.ui
        ui.orphans.setVisible(bool(self._moves.orphans))
        ui.orphans_title.setText(self.tr("The witnesses of the orphan sales are being heard…"))
        for widget in (
            ui.certain,
            ui.certain_meaning,
            ui.supposed,
            ui.supposed_meaning,
            ui.staying,
            ui.preview,
        ):
            widget.hide()

    def _not_consulted(self, error: SourceError) -> None:
        found = explain(error)
        self.ui.orphans.show()
        self.ui.orphans_title.setText(
            fill(
                self.tr("The witnesses of the orphan sales could not be heard (%1). They stay."),
                found.title,
            )
        )

    def _consulted(self, found: Consulted) -> None:
        ui, followers = self.ui, found.followers
        self.followers = followers
        ui.past.setText(asking.past_text(found.past_sales, self._target))
        ui.past.setVisible(bool(found.past_sales))
        certain, supposed, staying = followers.certain, followers.supposed, followers.staying
        every = (*certain, *supposed, *staying)
        ui.orphans.setVisible(bool(every))
        if not every:
            self.make_room()
            return
        name = one_line(self._target.name)
        ui.orphans_title.setText(self._counted(len(every), amounts_of(every)))
        self._offer(certain, supposed, name)
        ui.staying.setVisible(bool(staying))
        ui.staying.setText(asking.staying_text(followers, self._names))
        # What two witnesses agree on is offered; what rests on this choice alone is asked for.
        ui.certain.setChecked(bool(certain))
        ui.preview.show()
        ui.preview.setText(self.tr("Show the sales"))
        table = preview_table(self._words)
        self._preview.show(table.columns, found.rows)
        self.sales.fit_columns()
        self.make_room()

    def _offer(
        self, certain: tuple[Proposal, ...], supposed: tuple[Proposal, ...], name: str
    ) -> None:
        ui = self.ui
        for box, meaning, part in (
            (ui.certain, ui.certain_meaning, certain),
            (ui.supposed, ui.supposed_meaning, supposed),
        ):
            box.setVisible(bool(part))
            meaning.setVisible(bool(part))
            box.setText(self._repair(part))
        ui.certain_meaning.setText(
            fill(self.tr("At least two witnesses name %1, none another boutique."), name)
        )
        ui.supposed_meaning.setText(
            fill(
                self.tr(
                    "Only one witness, or nothing but this assignment, says that they belong to "
                    "%1: tick it if you know it."
                ),
                name,
            )
        )

    def _repair(self, part: tuple[Proposal, ...]) -> str:
        moneys = amounts_of(part).moneys()
        if not moneys:
            return self.tr("Also repair these %Ln sale(s)", "", len(part))
        text = self.tr("Also repair these %Ln sale(s): %1", "", len(part))
        return fill(text, self.context.formats.moneys(moneys))

    def _counted(self, count: int, amounts: Amounts) -> str:
        moneys = amounts.moneys()
        one = len(self._moves.moves) == 1
        if not moneys:
            if one:
                return self.tr("%Ln orphan sale(s) of this terminal", "", count)
            return self.tr("%Ln orphan sale(s) of these terminals", "", count)
        text = (
            self.tr("%Ln orphan sale(s) of this terminal: %1", "", count)
            if one
            else self.tr("%Ln orphan sale(s) of these terminals: %1", "", count)
        )
        return fill(text, self.context.formats.moneys(moneys))

    def _names(self, id_: int) -> str:
        boutique = self._shop.boutiques.get(id_)
        return one_line(boutique.name) if boutique else str(id_)

    @Slot()
    def _turn(self) -> None:
        """Show the sales, or the terminals again."""
        shows_sales = self.stack.currentWidget() is self.sales
        self.stack.setCurrentWidget(self.moves if shows_sales else self.sales)
        self.ui.preview.setText(
            self.tr("Show the sales") if shows_sales else self.tr("Show the terminals")
        )
        self.evidence.setVisible(not shows_sales)
        if not shows_sales:
            self.sales.selectRow(0)
            self._widen()
            self.make_room()

    @Slot()
    def _tell_evidence(self) -> None:
        """Say the evidence of the sale that is selected whole; a row has room for its beginning."""
        index = self.sales.currentIndex()
        row = self._preview.row_at(index.row()) if index.isValid() else None
        heard = row.value if row is not None else None
        self.evidence.setText(heard.reason if isinstance(heard, Heard) else "")

    def _widen(self) -> None:
        """Give the evidence room to be read, as far as the screen has some."""
        room = self.screen().availableGeometry().adjusted(_BESIDE, 0, -_BESIDE, 0)
        wide = min(_WIDE, room.width())
        if wide > self.width():
            middle = self.geometry().center().x()
            left = max(room.left(), min(middle - wide // 2, room.right() + 1 - wide))
            self.setGeometry(left, self.y(), wide, self.height())
