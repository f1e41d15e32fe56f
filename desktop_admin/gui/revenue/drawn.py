"""The figures of a view as charts show them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop_admin.domain.attribution import Attribution
from desktop_admin.domain.matching import folded
from desktop_admin.gui.charts.data import (
    Bar,
    BarsData,
    HeatData,
    LinesData,
    Part,
    Series,
    SharesData,
)
from desktop_admin.gui.charts.numbers import Unit
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.revenue import words
from desktop_admin.gui.revenue.reading import Answer
from desktop_admin.gui.revenue.view import MOST_LINES, Figures, RevenueRow, View
from desktop_admin.gui.text import fill, one_line

#: How the parts of the certainty are called in its chart.
COUNTED, WAITING, UNDECIDED = "counted", "waiting", "undecided"
_NAME = 80


@dataclass(frozen=True, slots=True)
class Drawn:
    """What every chart of the screen shows."""

    bars: BarsData
    lines: LinesData
    payments: SharesData
    #: None while nobody knows what could be attributed.
    certainty: SharesData | None
    heat: HeatData | None
    #: What stands where there is nothing to draw.
    nothing: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything a chart is made from."""

    answer: Answer
    view: View
    figures: Figures
    attribution: Attribution | None
    formats: Formats
    payments: Mapping[str, str]

    @property
    def unit(self) -> Unit:
        """What the whole numbers are."""
        return Unit(self.view.measure.divisor, self.view.measure.currency)

    def drawn(self, text: str = "") -> Drawn:
        """All charts; of the bars only those whose names match `text`."""
        return Drawn(
            self.bars(text),
            self.lines(),
            self.shares(),
            self.certainty(),
            self.heat(),
            self.nothing(),
        )

    def nothing(self) -> str:
        """Why there is nothing to draw: no sale, or none that comes to anything in the measure."""
        if self.figures.total.sales:
            text = QCoreApplication.translate("Revenue", "Nothing in %1: all amounts are zero")
            return fill(text, self.view.measure.currency)
        return words.period_words()[0]

    def bars(self, text: str = "") -> BarsData:
        """The boutiques whose names match `text`, and at the end what counts for none."""
        wanted = folded(text).split()
        bars = [self._bar(row) for row in self.figures.rows if _matches(row, wanted)]
        if not wanted and self.figures.nowhere is not None:
            bars.append(self._lost(self.figures.nowhere))
        comparison = self.answer.asked.comparison if self.view.compare else None
        return BarsData(
            tuple(bars),
            self.unit,
            QCoreApplication.translate("Revenue", "Counted"),
            QCoreApplication.translate("Revenue", "To be attributed"),
            QCoreApplication.translate("Revenue", "Before") if comparison else "",
        )

    def _bar(self, row: RevenueRow) -> Bar:
        return Bar(
            row.id,
            self.name(row.id),
            row.value,
            row.coming or 0,
            row.before,
        )

    def _lost(self, row: RevenueRow) -> Bar:
        note = ""
        if row.coming is not None:
            note = QCoreApplication.translate("Revenue", "to be decided")
        return Bar(None, words.nowhere(), row.value + (row.coming or 0), 0, None, note, orphan=True)

    def lines(self) -> LinesData:
        """What the boutiques made that are drawn."""
        lines = self.figures.lines
        series = tuple(
            Series(boutique, self.name(boutique), values)
            for boutique, values in lines.values.items()
        )
        notes = []
        if lines.running:
            text = QCoreApplication.translate("Revenue", "Dotted: not over yet, until %1.")
            notes.append(fill(text, self.formats.clock(self.answer.asked.now)))
        if len(self.view.picked) > MOST_LINES:
            text = QCoreApplication.translate(
                "Revenue", "%1 boutiques are chosen; the %2 that made most are drawn."
            )
            notes.append(fill(text, str(len(self.view.picked)), str(MOST_LINES)))
        return LinesData(
            series,
            lines.steps,
            self.view.grain,
            self.unit,
            running=lines.running,
            note=" ".join(notes),
        )

    def name(self, boutique: int | None) -> str:
        """How a boutique is called."""
        if boutique is None:
            return words.nowhere()
        found = self.answer.boutiques.get(boutique)
        # One that was chosen before may be gone, and not be named by these sales.
        return one_line(found.name, _NAME) if found else fill(words.gone(), str(boutique))

    def shares(self) -> SharesData:
        """The payments, that which brought most first."""
        value = self.view.measure.value
        parts = [
            Part(code, self.payments.get(code, one_line(code, _NAME)), value(takings.amounts))
            for code, takings in self.figures.payments.items()
        ]
        parts.sort(key=lambda part: (-part.value, part.name))
        return SharesData(tuple(part for part in parts if part.value), self.unit)

    def certainty(self) -> SharesData | None:
        """What counts for a boutique, what waits for the repair, what nobody can say yet."""
        if self.attribution is None:
            return None
        value = self.view.measure.value
        located = sum(
            value(takings.amounts)
            for boutique, takings in self.answer.made.items()
            if boutique is not None
        )
        parts = (
            Part(COUNTED, QCoreApplication.translate("Revenue", "Certain"), located),
            Part(
                WAITING,
                QCoreApplication.translate("Revenue", "To be attributed"),
                value(self.attribution.waiting.amounts),
                orphan=True,
            ),
            Part(
                UNDECIDED,
                QCoreApplication.translate("Revenue", "Uncertain"),
                value(self.attribution.undecided.amounts),
            ),
        )
        return SharesData(tuple(part for part in parts if part.value), self.unit)

    def heat(self) -> HeatData | None:
        """The hours of the week."""
        if self.figures.week is None:
            return None
        value = self.view.measure.value
        return HeatData(
            {hour: value(takings.amounts) for hour, takings in self.figures.week.items()},
            self.unit,
            {hour: takings.sales for hour, takings in self.figures.week.items()},
        )


def _matches(row: RevenueRow, wanted: Sequence[str]) -> bool:
    boutique = row.boutique
    if boutique is None:
        return False
    haystack = folded(f"{boutique.name}\n{boutique.merchant_name}")
    return all(word in haystack for word in wanted)
