"""What sending sales to a boutique means, before anything is changed."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from desktop_admin.domain.attach import Agreement, Attachment
from desktop_admin.domain.model import Boutique
from desktop_admin.domain.repair import Caution, Plan
from desktop_admin.gui._built.ui_assign_sales import Ui_AssignSales
from desktop_admin.gui.context import Context
from desktop_admin.gui.text import fill, one_line
from desktop_admin.gui.widgets import sections
from desktop_admin.gui.widgets.sections import Text

#: So many boutiques are named of those that witnesses name instead.
NAMED = 3


class AssignSalesDialog(QDialog):
    """Shows an attachment; `decided` carries the proposals that are to be sent."""

    decided = Signal(object)

    def __init__(
        self, context: Context, plan: Plan, attachment: Attachment, left_out: int, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._plan = plan
        self._attachment = attachment
        self._ui = Ui_AssignSales()
        self._ui.setupUi(self)
        ui = self._ui
        others = attachment.said.get(Agreement.OTHER, 0)
        ui.others.setVisible(bool(others))
        ui.others.setText(
            self.tr(
                "Assign also the %Ln sale(s) that belong elsewhere by their witnesses", "", others
            )
        )
        for text in self._said(left_out):
            ui.lines.addWidget(sections.sentence(context.theme, text))
        ui.card.setVisible(ui.lines.count() > 0)
        ui.others.toggled.connect(self._say_what)
        ui.cancel.clicked.connect(self.reject)
        ui.accept.clicked.connect(self._decide)
        self._say_what()
        ui.accept.setFocus()

    @Slot()
    def _say_what(self) -> None:
        """Say how many go where, and what they come to, as ticked."""
        ui, others = self._ui, self._ui.others.isChecked()
        count = len(self._attachment.chosen(others=others))
        name = one_line(self._target.name, 60)
        ui.accept.setEnabled(count > 0)
        if not count:
            ui.title.setText(fill(self.tr("Assign orphan sales to %1"), name))
            ui.amounts.setText(self.tr("None goes there unless you tick it below."))
            return
        ui.title.setText(fill(self.tr("Assign %Ln orphan sale(s) to %1", "", count), name))
        amounts = self._attachment.amounts(others=others).moneys()
        ui.amounts.setText(
            self._context.formats.moneys(amounts) if amounts else self.tr("None of them counts.")
        )

    @property
    def _target(self) -> Boutique:
        return self._plan.boutiques[self._attachment.target]

    def _said(self, left_out: int) -> list[Text]:
        """What the witnesses say, and what else must not be kept back."""
        said, target = self._attachment.said, one_line(self._target.name, 40)
        found = []
        if agreeing := said.get(Agreement.AGREES, 0):
            text = self.tr("%Ln sale(s): the witnesses name %1", "", agreeing)
            found.append(Text(fill(text, target), "", "good", "good"))
        if silent := said.get(Agreement.SILENT, 0):
            text = self.tr("%Ln sale(s): no witness speaks, you decide", "", silent)
            found.append(Text(text, "", "empty"))
        if disputed := said.get(Agreement.DISPUTED, 0):
            text = self.tr(
                "%Ln sale(s): the witnesses disagree, one of them names %1", "", disputed
            )
            found.append(Text(fill(text, target), "", "warning", "orphan"))
        if others := said.get(Agreement.OTHER, 0):
            text = self.tr("%Ln sale(s): the witnesses name another boutique (%1)", "", others)
            found.append(Text(fill(text, self._named()), "", "warning", "error"))
        found += self._cautions()
        if left_out:
            text = self.tr(
                "%Ln selected sale(s) have a boutique and stay as they are", "", left_out
            )
            found.append(Text(text, "muted", "close"))
        return found

    def _cautions(self) -> list[Text]:
        found = []
        cautions = self._attachment.cautions
        if cautions.get(Caution.CLOSED):
            text = self.tr("This boutique has closed since")
            found.append(Text(text, "", "inactive", "orphan"))
        if foreign := cautions.get(Caution.OTHER_MERCHANT, 0):
            text = self.tr("%Ln sale(s): the terminal belongs to another merchant", "", foreign)
            found.append(Text(text, "", "warning", "orphan"))
        return found

    def _named(self) -> str:
        names = []
        for id_, count in self._attachment.others[:NAMED]:
            boutique = self._plan.boutiques.get(id_)
            name = one_line(boutique.name, 40) if boutique else str(id_)
            names.append(f"{name} × {self._context.formats.count(count)}")
        more = "…" if len(self._attachment.others) > NAMED else ""
        return ", ".join(names) + more

    @Slot()
    def _decide(self) -> None:
        self.decided.emit(self._attachment.chosen(others=self._ui.others.isChecked()))
        self.accept()
