"""What each tile says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject

from desktop_admin.domain.money import CDF, Amounts
from desktop_admin.domain.movement import change
from desktop_admin.domain.revenue import Takings
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.overview.reading import Revenue, Shop
from desktop_admin.gui.overview.tile import Line, Standing, TileText
from desktop_admin.gui.overview.words import ago, figure, in_order, listed
from desktop_admin.gui.text import fill, one_line

_NAME = 40


@dataclass(frozen=True, slots=True)
class Moved:
    """A change against before, as it is shown."""

    text: str = ""
    icon: str = ""
    ink: str = "muted"


class TileWords(QObject):
    """Writes the tiles in the language of the window."""

    def __init__(self, formats: Formats, parent: QObject) -> None:
        super().__init__(parent)
        self._formats = formats

    def waiting(self, text: TileText, *, failed: bool) -> TileText:
        """The tile while its figures are read, or where they could not be."""
        if failed:
            line = Line("—", note=self.tr("could not be read"), note_ink="error", large=True)
            leads = self.tr("Press to try again.")
            return TileText(text.caption, text.meaning, (line,), Standing.FAILED, leads=leads)
        line = Line("…", large=True, ink="muted")
        return TileText(text.caption, text.meaning, (line,), Standing.WAITING)

    def revenue(self, revenue: Revenue | None, compared: str) -> TileText:
        """What the period took, by currency. `compared`: with which days, as a sentence."""
        meaning = self.tr(
            "Paid and uncancelled sales of the period, before expenses, each currency by itself. "
            "Sales without boutique are in it."
        )
        caption = self.tr("Revenue")
        if revenue is None:
            return TileText(caption, meaning)
        now, before = revenue.total.amounts, revenue.total_before.amounts
        lines: list[Line] = []
        for code in revenue.currencies or [CDF]:
            moved = self._moved(now[code], before[code], revenue)
            lines.append(
                Line(
                    figure(self._formats, code, now[code]),
                    code,
                    moved.text,
                    moved.ink,
                    moved.icon,
                    large=not lines,
                )
            )
        said = " ".join(filter(None, (meaning, compared)))
        return TileText(
            caption, said, tuple(lines), leads=self.tr("Press to see the revenue by boutique.")
        )

    def sales(self, revenue: Revenue | None, compared: str) -> TileText:
        """How many sales the period has."""
        meaning = self.tr("All sales of the period, also unpaid and cancelled ones.")
        caption = self.tr("Sales")
        if revenue is None:
            return TileText(caption, meaning)
        now, before = revenue.total.all_sales, revenue.total_before.all_sales
        moved = self._moved(now, before, revenue)
        lines = [Line(self._formats.count(now), large=True)]
        if moved.text:
            lines.append(Line("", note=moved.text, note_ink=moved.ink, icon=moved.icon))
        said = " ".join(filter(None, (meaning, compared)))
        leads = self.tr("Press to see these sales.")
        return TileText(caption, said, tuple(lines), leads=leads)

    def invisible(self, orphans: Takings | None) -> TileText:
        """The money that counts in no boutique."""
        meaning = self.tr(
            "Sales without boutique, of all dates: they are in the revenue of no boutique. "
            "Amounts are of paid and uncancelled ones."
        )
        caption = self.tr("Invisible money")
        if orphans is None:
            return TileText(caption, meaning)
        if not orphans.all_sales:
            none = self.tr("no orphan sale")
            return TileText(caption, meaning, (Line("0", CDF, large=True), Line("", note=none)))
        count = self.tr("%Ln orphan sale(s)", "", orphans.all_sales)
        leads = self.tr("Press to repair them.")
        lines = self._amounts(orphans.amounts, count)
        return TileText(caption, meaning, lines, icon="orphan", warns=True, leads=leads)

    def _amounts(self, amounts: Amounts, note: str) -> tuple[Line, ...]:
        """A line for each currency, the note behind the last one, or below where there is only
        one."""
        codes = [code for code in in_order(amounts) if amounts[code]] or [CDF]
        lines = [
            Line(
                figure(self._formats, code, amounts[code]),
                code,
                note if place and place == len(codes) - 1 else "",
                "orphan",
                large=not place,
                ink="orphan",
            )
            for place, code in enumerate(codes)
        ]
        if len(codes) == 1:
            lines.append(Line("", note=note, note_ink="orphan"))
        return tuple(lines)

    def homeless(self, shop: Shop | None) -> TileText:
        """Terminals that work nowhere."""
        meaning = self.tr(
            "Terminals that belong to no boutique: the server refuses their sales, or stores "
            "them as orphans."
        )
        caption = self.tr("Terminals without boutique")
        if shop is None:
            return TileText(caption, meaning)
        alone = [one for one in shop.terminals.values() if one.boutique_id is None]
        sold = sum(one.id in shop.newest.terminals for one in alone)
        count = self._formats.count
        of = fill(self.tr("of %1", "so many terminals"), count(len(shop.terminals)))
        ink = "orphan" if alone else "text"
        lines = [Line(count(len(alone)), of, large=True, ink=ink)]
        if alone:
            lines.append(Line("", note=self.tr("%Ln has/have already sold", "", sold)))
        leads = self.tr("Press to assign them.") if alone else self.tr("Press to see them all.")
        return TileText(caption, meaning, tuple(lines), leads=leads)

    def inactive(self, shop: Shop | None) -> TileText:
        """Terminals that are switched off and sell."""
        meaning = self.tr(
            "Terminals that are switched off on the server, and sold in the last seven days."
        )
        caption = self.tr("Inactive ones that sell")
        if shop is None:
            return TileText(caption, meaning)
        off = shop.switched_off
        names = [one_line(shop.terminals[id_].name, _NAME) for id_ in off]
        lines = [Line(self._formats.count(len(off)), large=True, ink="error" if off else "text")]
        if names:
            lines.append(Line("", note=listed(names, 1), name=True))
        leads = self.tr("Press to open it.") if off else ""
        return TileText(caption, meaning, tuple(lines), leads=leads)

    def newest(self, shop: Shop | None, now: datetime) -> TileText:
        """The sale that came last."""
        meaning = self.tr(
            "When the server received its newest sale, and in which boutique it was made."
        )
        caption = self.tr("Last sale received")
        if shop is None:
            return TileText(caption, meaning)
        sale = shop.newest.newest
        at = sale.at if sale is not None else None
        if sale is None or at is None:
            return TileText(caption, meaning, (Line(self.tr("none yet"), large=True),))
        place = shop.boutiques.get(sale.boutique_id or 0)
        where = one_line(place.name, _NAME) if place else self.tr("without boutique")
        told = fill(self.tr("%1, %2", "time, boutique"), self._formats.clock(at), where)
        lines = (Line(ago(self._formats, at, now), large=True), Line("", note=told, name=True))
        said = f"{meaning} {self._formats.exact(at)}"
        return TileText(caption, said, lines, leads=self.tr("Press to see this sale."))

    def _moved(self, now: int, before: int, revenue: Revenue) -> Moved:
        """The change from before; nothing where there is nothing to compare with."""
        if revenue.comparison is None:
            return Moved()
        thousandths = change(now, before)
        if thousandths is None:
            return Moved(self.tr("new", "against before")) if now > 0 else Moved()
        text = self._formats.percent(thousandths, signed=True)
        if not thousandths:
            return Moved(text)
        if thousandths > 0:
            return Moved(text, "arrow_up", "good")
        return Moved(text, "arrow_down", "error")
