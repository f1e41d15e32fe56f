"""Why a sale has no boutique, and what helps, in words."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject

from desktop_admin.domain.evidence import Verdict
from desktop_admin.domain.model import Sale
from desktop_admin.gui.context import Context
from desktop_admin.gui.sales.detail import SaleDetail
from desktop_admin.gui.text import fill, one_line

#: So many letters of a boutique's name fit on a button.
SHOWN = 22


class OrphanText(NamedTuple):
    """What the box over the fields says, and the name of its button."""

    title: str
    text: str
    assign: str


class OrphanWords(QObject):
    """Finds the words; what the witnesses say is worded where Qt is not known."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def of_sale(self, sale: Sale, detail: SaleDetail, verdict: Verdict | None) -> OrphanText:
        """Of one orphan; `verdict` None: not heard yet, or nothing to hear."""
        title, text = self._place(sale, detail)
        button = self.tr("Assign to…")
        if verdict is not None:
            text = f"{text}\n{self._witnesses(detail, verdict)}"
            target = detail.boutiques.get(verdict.target) if verdict.target is not None else None
            if target is not None:
                button = fill(self.tr("Assign to %1…"), one_line(target.name, SHOWN).rstrip("…"))
        return OrphanText(title, text, button)

    def of_several(self, orphans: int | None, sales: int) -> OrphanText:
        """Of some orphans among several sales; None: nobody has counted them."""
        button = self.tr("Assign to…")
        if orphans is None:
            title = self.tr("Sales without boutique can be assigned to one")
            return OrphanText(
                title, self.tr("Those that have a boutique stay as they are."), button
            )
        if orphans == sales:
            title = self.tr("None of these sales has a boutique")
            return OrphanText(title, "", button)
        title = self.tr("%Ln of these sales have no boutique", "", orphans)
        return OrphanText(title, self.tr("The others stay as they are."), button)

    def too_many(self, limit: str) -> str:
        """Why nothing is told terminal by terminal."""
        return fill(self.tr("More than %1 sales are only added up."), limit)

    def _place(self, sale: Sale, detail: SaleDetail) -> tuple[str, str]:
        if sale.terminal_id is None:
            return (
                self.tr("Neither boutique nor terminal is known of this sale."),
                self.tr("Only its articles can tell where it was made."),
            )
        now = sale.terminal_boutique_id
        boutique = detail.boutiques.get(now) if now is not None else None
        if boutique is None:
            return (
                self.tr("This sale has no boutique, and its terminal has none either."),
                self.tr("Assign the terminal, or the sale alone."),
            )
        sentence = self.tr("Its terminal works at %1 at present, which alone proves nothing.")
        return (
            self.tr("This sale has no boutique: it counts nowhere."),
            fill(sentence, one_line(boutique.name, 60)),
        )

    def _witnesses(self, detail: SaleDetail, verdict: Verdict) -> str:
        # Imported here: what writes sentences without Qt loads libraries the window starts without.
        from desktop_admin.wording.evidence import confidence
        from desktop_admin.wording.evidence import verdict as sentence
        from desktop_admin.wording.words import Words

        words = Words(self._context.formats.language)
        said = sentence(words, verdict, detail.boutiques)
        return fill(self.tr("%1: %2."), confidence(words, verdict.confidence), said)
