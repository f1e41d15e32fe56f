"""The bar that says exactly what Apply would do, and the button that does it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame

from desktop_admin.domain.choice import Summary
from desktop_admin.gui._built.ui_repair_bar import Ui_RepairBar
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.text import fill


class RepairBar(QFrame):
    """The third step of the repair."""

    #: The operator wants to apply what is said here.
    apply_wanted = Signal()

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self._ui = Ui_RepairBar()
        self._ui.setupUi(self)
        self._ui.apply.clicked.connect(self.apply_wanted)
        self.say(None, strays=False, obstacle="")

    @property
    def text(self) -> str:
        """What Apply would do, in words."""
        return self._ui.summary.text()

    @Slot()
    def press(self) -> None:
        """Apply, where that can be done."""
        self._ui.apply.click()

    def say(self, summary: Summary | None, *, strays: bool, obstacle: str) -> None:
        """Say what would be changed; `obstacle`: why nothing can be."""
        sales = summary.selected.sales if summary is not None else 0
        self._ui.summary.setText(
            self.tr("Nothing is ticked")
            if summary is None or not sales
            else self.described(summary, strays=strays)
        )
        self._ui.apply.setText(
            self.tr("Apply to %Ln sale(s)", "", sales) if sales else self.tr("Apply")
        )
        self._ui.apply.setEnabled(bool(sales) and not obstacle)
        notes = [obstacle] if obstacle else []
        if not notes and sales:
            notes.append(self.tr("All is applied, or nothing. Ctrl+Z takes it back."))
        if summary is not None and summary.hidden:
            text = self.tr("%Ln ticked sale(s) not shown will not be changed.", "", summary.hidden)
            notes.append(text)
        self._ui.note.setText(" ".join(notes))
        self._ui.note.setVisible(bool(notes))

    def described(self, summary: Summary, *, strays: bool) -> str:
        """128 sales → 6 boutiques, 19 993 000 CDF and 851,50 USD."""
        sales = self.tr("%Ln sale(s)", "", summary.selected.sales)
        count = len(summary.targets)
        places = (
            self.tr("%Ln terminal(s)", "", count)
            if strays
            else self.tr("%Ln boutique(s)", "", count)
        )
        moneys = self._formats.moneys(summary.selected.amounts.moneys())
        if not moneys:
            return fill(self.tr("%1 → %2"), sales, places)
        return fill(self.tr("%1 → %2, %3"), sales, places, moneys)
